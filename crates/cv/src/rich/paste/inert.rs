//! HTML that a browser parses without a look at its own rules.

/// The same HTML with each `style` as `data-style`. A browser whose page allows no
/// styles in markup complains of each one that it parses, were it for nobody to see.
pub fn inert(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        out.push('<');
        rest = tag;
        if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = attributes(tag, &mut out);
        }
    }
    out.push_str(rest);
    out
}

/// Where a character of a tag stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Name,
    /// Before an attribute.
    Between,
    /// Behind the equals sign.
    Equals,
    Bare,
    Quoted(char),
}

/// Writes a tag from its name to its end; returns what follows.
fn attributes<'a>(tag: &'a str, out: &mut String) -> &'a str {
    let mut at = At::Name;
    for (index, c) in tag.char_indices() {
        let rest = tag.get(index..).unwrap_or_default();
        let is_apart = c.is_ascii_whitespace() || c == '/';
        let next = match at {
            At::Quoted(quote) if c == quote => At::Between,
            At::Quoted(quote) => At::Quoted(quote),
            _ if c == '>' => return rest,
            At::Equals if c.is_ascii_whitespace() => At::Equals,
            At::Equals if c == '"' || c == '\'' => At::Quoted(c),
            At::Equals => At::Bare,
            At::Bare if c.is_ascii_whitespace() => At::Between,
            At::Bare => At::Bare,
            At::Name | At::Between if c == '=' => At::Equals,
            At::Name | At::Between if is_apart => At::Between,
            At::Name => At::Name,
            At::Between => {
                if is_style(rest) {
                    out.push_str("data-");
                }
                At::Name
            }
        };
        out.push(c);
        at = next;
    }
    ""
}

fn is_style(rest: &str) -> bool {
    let name = rest
        .get(..5)
        .is_some_and(|name| name.eq_ignore_ascii_case("style"));
    let after = rest.get(5..).unwrap_or_default();
    name && after.trim_start().starts_with('=')
}
