//! Reads HTML for tests: strictly, so that what it takes is what we mean to
//! write. Where a browser would guess, it panics.

/// What a document consists of.
#[derive(Default)]
pub(crate) struct Markup {
    /// Elements in order, each with the names and values of its attributes.
    pub(crate) elements: Vec<(String, Vec<(String, String)>)>,
    /// The text of the body, its elements apart.
    pub(crate) text: String,
    /// The contents of style elements.
    pub(crate) styles: Vec<String>,
    /// The data in script elements that run nothing.
    pub(crate) data: Vec<serde_json::Value>,
    /// Titles of the document.
    pub(crate) titles: Vec<String>,
}

/// Elements that have no end.
const VOID: [&str; 3] = ["br", "link", "meta"];
/// Elements within a line: no space is between them and the words around.
const WITHIN: [&str; 4] = ["a", "em", "strong", "time"];

pub(crate) fn read(html: &str) -> Markup {
    let mut markup = Markup::default();
    let mut rest = html.strip_prefix("<!doctype html>\n").expect("a doctype");
    let mut open: Vec<String> = Vec::new();
    while let Some(at) = rest.find('<') {
        add_text(&mut markup, &open, &rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('/') {
            let (name, after) = after.split_once('>').expect("a tag ends");
            assert_eq!(open.pop().as_deref(), Some(name), "elements nest");
            add_space(&mut markup, name);
            rest = after;
            continue;
        }
        let (name, attributes, after) = tag(rest);
        rest = after;
        add_space(&mut markup, &name);
        if name == "style" {
            let (style, after) = rest.split_once("</style>").expect("a style ends");
            markup.styles.push(style.to_owned());
            rest = after;
        } else if name == "script" {
            let kind = [("type".to_owned(), "application/ld+json".to_owned())];
            assert_eq!(attributes, kind, "nothing runs");
            let (data, after) = rest.split_once("</script>").expect("a script ends");
            let inside = ['<', '>', '&', '\u{2028}', '\u{2029}'];
            assert!(!data.contains(inside), "not escaped: {data}");
            let data = serde_json::from_str(data).expect("is JSON");
            markup.data.push(data);
            rest = after;
        } else if !VOID.contains(&name.as_str()) {
            open.push(name.clone());
        }
        markup.elements.push((name, attributes));
    }
    assert_eq!(rest, "\n", "nothing behind the last element");
    assert!(open.is_empty(), "{open:?} are still open");
    markup
}

/// A start tag, behind its `<`: its name, its attributes, what follows.
fn tag(text: &str) -> (String, Vec<(String, String)>, &str) {
    let end = text.find([' ', '>']).expect("a tag ends");
    let name = &text[..end];
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    assert!(!name.is_empty() && name.chars().all(plain), "<{name}");
    let mut attributes = Vec::new();
    let mut rest = &text[end..];
    while let Some(attribute) = rest.strip_prefix(' ') {
        let (name, after) = attribute.split_once("=\"").expect("a value in quotes");
        let plain = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(name.chars().all(plain), "attribute {name}");
        let (value, after) = after.split_once('"').expect("a value ends");
        attributes.push((name.to_owned(), decoded(value)));
        rest = after;
    }
    let rest = rest.strip_prefix('>').expect("a tag ends");
    (name.to_owned(), attributes, rest)
}

fn add_text(markup: &mut Markup, open: &[String], text: &str) {
    let text = decoded(text);
    match open.last().map(String::as_str) {
        Some("title") => markup.titles.push(text),
        _ if open.iter().any(|name| name == "body") => markup.text.push_str(&text),
        _ => assert!(text.trim().is_empty(), "{text} is outside the body"),
    }
}

fn add_space(markup: &mut Markup, name: &str) {
    if !WITHIN.contains(&name) {
        markup.text.push(' ');
    }
}

/// Text without its references; a character that should be one is an error.
fn decoded(text: &str) -> String {
    assert!(!text.contains(['<', '>', '"', '\'']), "not escaped: {text}");
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';').expect("a reference ends");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            "nbsp" => '\u{a0}',
            other => panic!("the reference &{other};"),
        });
        rest = after;
    }
    out.push_str(rest);
    out
}
