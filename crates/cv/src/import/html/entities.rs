//! Character references.

/// Named entities that text in a CV has, without the ampersand.
const ENTITIES: [(&str, char); 39] = [
    ("amp;", '&'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("quot;", '"'),
    ("apos;", '\''),
    ("nbsp;", '\u{a0}'),
    ("aring;", 'å'),
    ("auml;", 'ä'),
    ("ouml;", 'ö'),
    ("Aring;", 'Å'),
    ("Auml;", 'Ä'),
    ("Ouml;", 'Ö'),
    ("eacute;", 'é'),
    ("Eacute;", 'É'),
    ("egrave;", 'è'),
    ("agrave;", 'à'),
    ("uuml;", 'ü'),
    ("Uuml;", 'Ü'),
    ("aelig;", 'æ'),
    ("AElig;", 'Æ'),
    ("oslash;", 'ø'),
    ("Oslash;", 'Ø'),
    ("ndash;", '–'),
    ("mdash;", '—'),
    ("hellip;", '…'),
    ("lsquo;", '‘'),
    ("rsquo;", '’'),
    ("ldquo;", '“'),
    ("rdquo;", '”'),
    ("laquo;", '«'),
    ("raquo;", '»'),
    ("bull;", '•'),
    ("middot;", '·'),
    ("copy;", '©'),
    ("reg;", '®'),
    ("trade;", '™'),
    ("euro;", '€'),
    ("pound;", '£'),
    ("shy;", '\u{ad}'),
];

/// Resolves entities. An ampersand that starts none is an ampersand.
pub(in crate::import) fn resolve(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let named = ENTITIES.iter().find(|(name, _)| rest.starts_with(name));
        match named
            .map(|(name, c)| (*c, name.len()))
            .or_else(|| numbered(rest))
        {
            Some((c, length)) => {
                out.push(c);
                rest = &rest[length..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

/// `#233;` and `#xe9;`: the character and the length of the reference.
fn numbered(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix('#')?;
    let end = digits.bytes().take(9).position(|byte| byte == b';')?;
    let number = match digits[..end].strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits[..end].parse(),
    };
    Some((char::from_u32(number.ok()?)?, end + 2))
}
