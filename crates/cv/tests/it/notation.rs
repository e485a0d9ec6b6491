//! The notation of rich text, and its normal form.

use cv::rich::notation::{read, read_inline, write, write_inline};
use cv::{Block, Inline, RichText, Span};
use proptest::prelude::*;

use crate::arbitrary::{inline, rich, text};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn reading_what_was_written_gives_the_same(rich in rich()) {
        let normal = rich.normalised();
        let written = write(&normal);
        prop_assert_eq!(read(&written), normal, "{:?}", written);
    }

    #[test]
    fn the_same_for_a_line(inline in inline()) {
        let normal = inline.normalised();
        let written = write_inline(&normal);
        prop_assert!(!written.contains('\n'));
        prop_assert_eq!(read_inline(&written), normal, "{:?}", written);
    }

    #[test]
    fn what_is_read_is_normal(text in text()) {
        let rich = read(&text);
        prop_assert_eq!(rich.normalised(), rich.clone());
        prop_assert_eq!(read(&write(&rich)), rich);
        let line = read_inline(&text);
        prop_assert_eq!(line.normalised(), line);
    }

    #[test]
    fn the_normal_form_keeps_every_visible_character(rich in rich()) {
        let visible = |rich: &RichText| -> String {
            rich.text().chars().filter(|c| !c.is_whitespace()).collect()
        };
        let normal = rich.normalised();
        prop_assert_eq!(visible(&normal), visible(&rich));
        prop_assert_eq!(normal.normalised(), normal);
    }
}

#[test]
fn what_people_type() {
    let spans = |source: &str| {
        let style = |span: &Span| {
            let mark = |on, mark| if on { mark } else { "" };
            let link = span.link.as_ref().map(|link| format!("→{link}"));
            let (bold, italic) = (mark(span.bold, "b"), mark(span.italic, "i"));
            format!(
                "{bold}{italic}{{{}{}}}",
                span.text,
                link.unwrap_or_default()
            )
        };
        read_inline(source).0.iter().map(style).collect::<String>()
    };
    for (source, expected) in [
        ("plain", "{plain}"),
        ("**bold** and *italic*", "b{bold}{ and }i{italic}"),
        ("***both***", "bi{both}"),
        ("**bold *both***", "b{bold}{ }bi{both}"),
        ("[text](https://x.example)", "{text→https://x.example}"),
        (
            "**[text](https://x.example/a_(b))**",
            "b{text→https://x.example/a_(b)}",
        ),
        ("5 * 3 * 2 = 30", "{5 * 3 * 2 = 30}"),
        ("C* and C**", "{C* and C**}"),
        ("**open", "{**open}"),
        (r"\*not italic\*", "{*not italic*}"),
        (r"C:\temp", r"{C:\temp}"),
        (r"**a**\|*b*", "b{a}i{b}"),
        ("[no link]", "{[no link]}"),
        ("[text]( https://x.example)", "{[text]( https://x.example)}"),
    ] {
        assert_eq!(spans(source), expected, "{source}");
    }
}

#[test]
fn blocks() {
    let source = "One\ntwo\n\n\n- a\n- b\n\n- c\nThree\n\\- no item\n-";
    let plain = |text: &str| Inline::plain(text);
    let expected = RichText(vec![
        Block::Paragraph(plain("One\ntwo")),
        Block::List(vec![plain("a"), plain("b"), plain("c")]),
        Block::Paragraph(plain("Three\n- no item")),
        Block::List(vec![Inline::default()]),
    ]);
    assert_eq!(read(source), expected);
    assert_eq!(read(&source.replace('\n', "\r\n")), expected);
}

/// What is typed without notation is shown again without a backslash.
#[test]
fn escapes_only_where_needed() {
    for text in [
        "5 * 3",
        "[1]",
        "a_b",
        "C:\\x",
        "(see below)",
        "a - b",
        "#1 & 2",
    ] {
        assert_eq!(write_inline(&Inline::plain(text)), text);
    }
    assert_eq!(write_inline(&Inline::plain("*a*")), r"\*a\*");
}

#[test]
fn hostile_texts_take_no_time() {
    let start = std::time::Instant::now();
    for piece in [
        "*", "**", "*a ", "**a ", "[", "[a", "[a](", "[a](b", "\\", "***a", "*a* ",
    ] {
        let source = piece.repeat(10_000 / piece.len());
        let rich = read(&source);
        assert_eq!(read(&write(&rich)), rich, "{piece}");
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
