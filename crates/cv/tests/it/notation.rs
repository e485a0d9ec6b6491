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

#[test]
fn numbers_begin_with_one_and_go_on_with_any() {
    let plain = |text: &str| Inline::plain(text);
    let source = "Steps\n1. a\n7. b\n\n2. c\n- d\n1.\n\n17. maj\n2019. A year\n1) e\n\\1. f";
    let expected = RichText(vec![
        Block::Paragraph(plain("Steps")),
        Block::Numbered(vec![plain("a"), plain("b"), plain("c")]),
        Block::List(vec![plain("d")]),
        Block::Numbered(vec![Inline::default(), plain("maj"), plain("A year")]),
        Block::Paragraph(plain("1) e\n\\1. f")),
    ]);
    assert_eq!(read(source), expected);
    assert_eq!(
        write(&expected),
        "Steps\n1. a\n2. b\n3. c\n- d\n1. \n2. maj\n3. A year\n\n1) e\n\\1. f"
    );
    // Dates and years begin no list, and need no backslash.
    for text in ["17. maj", "2019. A year", "1.5 million", "1.", "v. 1. x"] {
        let alone = RichText(vec![Block::Paragraph(plain(text))]);
        let written = match text {
            "1." => "1\\.",
            text => text,
        };
        assert_eq!(write(&alone), written);
        assert_eq!(read(written), alone);
    }
    // Behind numbers the same would go on with them.
    let after = RichText(vec![
        Block::Numbered(vec![plain("a")]),
        Block::Paragraph(plain("17. maj\n18. maj")),
    ]);
    assert_eq!(write(&after), "1. a\n\n17\\. maj\n18. maj");
    assert_eq!(read(&write(&after)), after);
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
