//! What Word, Google Docs, LibreOffice and browsers put on a clipboard.
//!
//! The files imitate what they write there. In the editor the browser parses them;
//! here a reader that knows as much of HTML as they need.

use cv::limits::FIELD_CHARS;
use cv::rich::notation::{read, write};
use cv::rich::paste::{Element, Reader, inert, lines, lines_of_text, plain};
use cv::rich::typing::Area;
use cv::{Block, Inline, RichText};
use proptest::prelude::*;

use crate::arbitrary;

/// Elements that have no end.
const VOID: [&str; 5] = ["br", "img", "meta", "hr", "link"];

fn parsed(html: &str) -> RichText {
    let body = html.find("<body").map_or(html, |at| &html[at..]);
    let mut reader = Reader::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = body;
    while let Some((text, tag)) = rest.split_once('<') {
        reader.text(&resolved(text));
        if let Some(comment) = tag.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (inside, after) = split_tag(tag);
        rest = after;
        if inside.starts_with('!') {
            continue;
        }
        if let Some(name) = inside.strip_prefix('/') {
            let name = name.trim().to_lowercase();
            let Some(at) = open.iter().rposition(|open| *open == name) else {
                continue;
            };
            open.drain(at..).for_each(|_| reader.close());
            continue;
        }
        let attribute = |wanted: &str| {
            let at = inside.find(&format!("{wanted}="));
            let value = at.map_or("", |at| &inside[at + wanted.len() + 1..]);
            let quote = value.chars().next().filter(|c| "'\"".contains(*c));
            resolved(match quote {
                Some(quote) => value[1..].split(quote).next().unwrap_or(""),
                None => value.split_whitespace().next().unwrap_or(""),
            })
        };
        let name = inside.split([' ', '\n', '\t', '/']).next().unwrap_or("");
        let name = name.to_lowercase();
        reader.open(&Element {
            name: &name,
            style: &attribute("style"),
            href: &attribute("href"),
        });
        if VOID.contains(&name.as_str()) {
            reader.close();
        } else {
            open.push(name);
        }
    }
    reader.text(&resolved(rest));
    open.iter().for_each(|_| reader.close());
    reader.finish()
}

/// A tag and what follows it, past quoted values.
fn split_tag(tag: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return (&tag[..at], &tag[at + 1..]),
            (None, '"' | '\'') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            _ => {}
        }
    }
    (tag, "")
}

fn resolved(text: &str) -> String {
    [
        ("&nbsp;", "\u{a0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text.to_owned(), |text, (name, c)| text.replace(name, c))
}

#[test]
fn what_other_programs_write_keeps_its_structure_and_nothing_else() {
    for (name, html, expected) in [
        (
            "Word",
            include_str!("../paste/word.html"),
            include_str!("../paste/word.txt"),
        ),
        (
            "Word in a browser",
            include_str!("../paste/word_online.html"),
            include_str!("../paste/word_online.txt"),
        ),
        (
            "Google Docs",
            include_str!("../paste/google_docs.html"),
            include_str!("../paste/google_docs.txt"),
        ),
        (
            "LibreOffice",
            include_str!("../paste/libre_office.html"),
            include_str!("../paste/libre_office.txt"),
        ),
        (
            "a web page",
            include_str!("../paste/web_page.html"),
            include_str!("../paste/web_page.txt"),
        ),
    ] {
        let rich = parsed(html);
        assert_eq!(rich.normalised(), rich, "{name}");
        // A space that may not break is written as a tilde.
        let written = write(&rich).replace('\u{a0}', "~");
        assert_eq!(written, expected.trim_end(), "{name}");
        assert_eq!(parsed(&inert(html).replace("data-style", "style")), rich);
    }
}

#[test]
fn lines_and_paragraphs() {
    for (html, expected) in [
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<div>a<br></div><div><br></div><div>b</div>", "a\n\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("<p>a</p> \n <p>b</p>", "a\n\nb"),
        ("<pre>a\n  b</pre>", "a\nb"),
        (
            "<ul><li><p>a</p><p>b</p></li><li>c<ul><li>d</li></ul></li></ul>",
            "- a b\n- c\n- d",
        ),
        (
            "<ol><li>a</li></ol><ol start=2><li>b</li></ol>",
            "1. a\n2. b",
        ),
        ("<p>1. a</p><p>2) b</p><p>4. c</p>", "1. a\n2. b\n\n4\\. c"),
        ("<p>- a<br>- <b>b</b></p>", "- a\n- **b**"),
        ("<p>-5 %</p>", "-5 %"),
        ("<li>alone</li>", "- alone"),
        (
            "<b style='font-weight: 300 !important'>a</b><span style='FONT-WEIGHT:Bold'>b</span>",
            "a**b**",
        ),
        (
            "<p style='mso-list:l0 level1'><span style='mso-list: Ignore'>a) </span>x</p>",
            "1. x",
        ),
        ("<p style='mso-list:none'>x</p>", "x"),
        ("<i>a </i><i> b</i>", "*a b*"),
        (
            "<style>p{}</style><title>t</title><svg><text>s</text></svg>",
            "",
        ),
        ("plain *stars* stay", "plain \\*stars\\* stay"),
        (
            "<a href='//x.example'>a</a> <a href='page.html'>b</a> <a href='tel:+461'>c</a>",
            "a b [c](tel:+461)",
        ),
    ] {
        assert_eq!(write(&parsed(html)), expected, "{html}");
    }
}

#[test]
fn styles_are_data_for_a_browser_that_only_parses() {
    for (html, expected) in [
        (
            "<p style=\"a\">style=b</p>",
            "<p data-style=\"a\">style=b</p>",
        ),
        (
            "<p class=x STYLE = 'a>b'>",
            "<p class=x data-STYLE = 'a>b'>",
        ),
        (
            "<p title=\"<p style='x'>\" style=y>",
            "<p title=\"<p style='x'>\" data-style=y>",
        ),
        ("<style>a</style>", "<style>a</style>"),
        ("<p data-style=a stylex=b>", "<p data-style=a stylex=b>"),
        ("a < b style=c", "a < b style=c"),
        ("<p\nstyle=å", "<p\ndata-style=å"),
    ] {
        assert_eq!(inert(html), expected);
    }
}

#[test]
fn text_with_other_bullets_becomes_a_list() {
    assert_eq!(plain("• a\n– b\n* c").as_deref(), Some("- a\n- b\n- c"));
    assert_eq!(plain("Did\n1) a\n2) b").as_deref(), Some("Did\n1. a\n2. b"));
    for same in [
        "a\nb",
        "- a\n- b",
        "1. a\n2. b",
        "**a** *b*",
        "-5 %",
        "17. maj",
    ] {
        assert_eq!(plain(same), None, "{same}");
    }
    assert_eq!(
        lines_of_text("1. a\n2. **b**\n\n • c\n-5 %"),
        ["a", "**b**", "c", "-5 %"]
    );
    let rich = read("One\ntwo\n\n- **a**\n1. b");
    let texts: Vec<String> = lines(&rich).iter().map(Inline::text).collect();
    assert_eq!(texts, ["One", "two", "a", "b"]);
}

/// The text of an area with `|` at the cursor, or at both ends of what is selected.
fn pasted(before: &str, rich: &RichText) -> String {
    let (area, lost) = crate::typing::area(before).pasted(rich);
    assert_eq!(lost, 0);
    crate::typing::shown(&area)
}

#[test]
fn what_is_pasted_stands_where_the_cursor_is() {
    let list = read("- a\n- b");
    let two = read("p\n\nq");
    for (before, rich, after) in [
        ("x|y", &read("**p**"), "x**p**|y"),
        ("x|y|z", &read("p"), "xp|z"),
        ("x|y", &two, "xp\n\nq|y"),
        ("x|y", &list, "x\n- a\n- b|\n\ny"),
        ("|", &list, "- a\n- b|"),
        ("x\n|\ny", &list, "x\n- a\n- b|\ny"),
        ("- x|\n- y", &list, "- xa\n- b|\n- y"),
        ("- x|", &two, "- xp\n- q|"),
        ("1. x|\n2. y", &list, "1. xa\n2. b|\n3. y"),
    ] {
        assert_eq!(pasted(before, rich), after, "{before}");
    }
    let line = Area {
        is_line: true,
        ..crate::typing::area("a|b")
    };
    let (line, _) = line.pasted(&list);
    assert_eq!(crate::typing::shown(&line), "aa b|b");
}

#[test]
fn what_does_not_fit_is_counted_and_what_was_there_stays() {
    let before = "x".repeat(FIELD_CHARS - 5);
    let area = crate::typing::area(&format!("{before}|"));
    let (full, lost) = area.pasted(&read("- abc\n- def"));
    assert_eq!(lost, 1);
    assert_eq!(full.text, format!("{before}\n- abc\n- de"));
    let (same, lost) = full.pasted(&read("more"));
    assert_eq!((same.text, lost), (full.text, 4));
}

proptest! {
    /// Whatever is pasted into whatever: what was there is there, and nothing is longer
    /// than a field may be.
    #[test]
    fn pasting_loses_nothing(
        before in arbitrary::rich(), pasted in arbitrary::rich(), at in any::<prop::sample::Index>()
    ) {
        let text = write(&before);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let at = *at.get(&places);
        let area = Area { text: text.clone(), selection: at..at, is_line: false };
        let (after, lost) = area.pasted(&pasted.normalised());
        prop_assert_eq!(lost, 0);
        prop_assert!(after.text.is_char_boundary(after.selection.start));
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        // A link that goes over several lines is one on each.
        prop_assert!(letters(&after.text) >= letters(&text) + letters(&write(&pasted)));
    }

    #[test]
    fn any_html_is_read(text in arbitrary::text()) {
        let html = format!("<p>{text}<ul><li>{text}</p><b>{text}<span style='{text}'>{text}");
        let rich = parsed(&html);
        prop_assert_eq!(rich.normalised(), rich);
        inert(&html);
    }
}

#[test]
fn deep_and_long_html_takes_no_time() {
    let start = std::time::Instant::now();
    for piece in [
        "<b>",
        "<ul><li>",
        "<div>a",
        "a<br>",
        "<p style='mso-list:l0'>·",
    ] {
        let html = piece.repeat(20_000);
        parsed(&html);
        inert(&html);
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    assert!(matches!(parsed("<b>x").0.as_slice(), [Block::Paragraph(_)]));
}
