//! What toolbar and keys do to a text in the notation.

use cv::RichText;
use cv::rich::completed_link;
use cv::rich::notation::{List, read, write};
use cv::rich::typing::{Area, Link, Style};
use proptest::prelude::*;

use crate::arbitrary;

/// An area from its text with `|` at the cursor, or at both ends of what is selected.
pub(crate) fn area(text: &str) -> Area {
    let mut parts = text.split('|');
    let (before, second) = (parts.next().unwrap(), parts.next().unwrap());
    let selected = if text.matches('|').count() > 1 {
        second
    } else {
        ""
    };
    Area {
        text: text.replace('|', ""),
        selection: before.len()..before.len() + selected.len(),
        is_line: false,
    }
}

pub(crate) fn shown(area: &Area) -> String {
    let mut text = area.text.clone();
    if !area.selection.is_empty() {
        text.insert(area.selection.end, '|');
    }
    text.insert(area.selection.start, '|');
    text
}

#[test]
fn bold_and_italic_are_switched_on_and_off() {
    let (bold, italic) = (Style::Bold, Style::Italic);
    for (before, style, after) in [
        ("Some |strong| words", bold, "Some **|strong|** words"),
        ("Some **|strong|** words", bold, "Some |strong| words"),
        ("Some |**strong**| words", bold, "Some |strong| words"),
        ("|two words |here", bold, "**|two words| **here"),
        ("**one |two| three**", bold, "**one** |two| **three**"),
        ("**one |two** three|", bold, "**one |two three|**"),
        ("**a |b| c**", italic, "**a** ***|b|*** **c**"),
        (
            "a [b |c|](https://x.example) d",
            bold,
            "a [b](https://x.example) **[|c|](https://x.example)** d",
        ),
        ("- |a\n- b|", bold, "- **|a**\n- **b|**"),
        ("|a\n\nb|", italic, "*|a*\n\n*b|*"),
        ("wo|rd", bold, "**wo|rd**"),
        ("**wo|rd**", bold, "wo|rd"),
        ("a | b", bold, "a **|** b"),
        ("a **|** b", bold, "a | b"),
        ("a *|* b", italic, "a | b"),
        ("**bold|**", bold, "**bold**|"),
        ("1. |x|", bold, "1. **|x|**"),
        ("|2\\. x|", bold, "**|2. x|**"),
    ] {
        let done = area(before).styled(style);
        if before == "|two words |here" {
            // White space at the end of what is selected is not marked.
            assert_eq!(done.text, "**two words** here");
        } else {
            assert_eq!(shown(&done), after, "{before}");
        }
    }
}

#[test]
fn the_toolbar_says_what_the_selection_is() {
    let styles = |text: &str| {
        let styles = area(text).styles();
        let mut said = String::new();
        for (is, mark) in [(styles.bold, 'b'), (styles.italic, 'i'), (styles.link, 'l')] {
            if is {
                said.push(mark);
            }
        }
        match styles.list {
            Some(List::Bullets) => said.push('-'),
            Some(List::Numbers) => said.push('1'),
            None => {}
        }
        said
    };
    for (text, expected) in [
        ("a |b| c", ""),
        ("a **|b|** c", "b"),
        ("a **b|** c", "b"),
        ("a **b**| c", ""),
        ("|a **b**|", ""),
        ("***|b|***", "bi"),
        ("[a|b](https://x.example)", "l"),
        ("- a|", "-"),
        ("1. a\n2. |b", "1"),
        ("- |a\n1. b|", ""),
        ("- |", "-"),
        ("|", ""),
        ("**|**", "b"),
    ] {
        assert_eq!(styles(text), expected, "{text}");
    }
}

#[test]
fn lines_become_lists_and_plain_again() {
    let (bullets, numbers) = (List::Bullets, List::Numbers);
    for (before, list, after) in [
        ("a|b", bullets, "- a|b"),
        ("- a|b", bullets, "a|b"),
        ("- a|b", numbers, "1. a|b"),
        ("|a\nb|", numbers, "1. |a\n2. b|"),
        ("1. |a\n2. b|", numbers, "|a\nb|"),
        ("1. a\n2. b\nc|", numbers, "1. a\n2. b\n3. c|"),
        ("1. a\n2. b|\n3. c", bullets, "1. a\n- b|\n1. c"),
        ("|", bullets, "- |"),
        ("|a\n\nb|", bullets, "- |a\n\n- b|"),
        ("- |a\nb|", bullets, "- |a\n- b|"),
    ] {
        assert_eq!(shown(&area(before).listed(list)), after, "{before}");
    }
}

#[test]
fn enter_goes_on_with_a_list_and_ends_it() {
    for (before, after) in [
        ("- a|", Some("- a\n- |")),
        ("- a|b\n- c", Some("- a\n- |b\n- c")),
        ("- a\n- |", Some("- a\n|")),
        ("1. a|\n2. b", Some("1. a\n2. |\n3. b")),
        ("1. |\n2. b", Some("|\n1. b")),
        ("- a|b|c", Some("- a\n- |c")),
        ("a|", None),
        ("- a\n\nb|", None),
        ("|- a", None),
    ] {
        let done = area(before).entered().map(|area| shown(&area));
        assert_eq!(done.as_deref(), after, "{before}");
    }
    for (before, after) in [
        ("- |a", Some("|a")),
        ("1. a\n2. |b\n3. c", Some("1. a\n|b\n1. c")),
        ("- a|", None),
        ("|a", None),
    ] {
        let done = area(before).erased().map(|area| shown(&area));
        assert_eq!(done.as_deref(), after, "{before}");
    }
    for (before, after) in [
        ("* |", Some("- |")),
        ("a\n• |b", Some("a\n- |b")),
        ("1) |", Some("1. |")),
        ("a * |", None),
        ("** |", None),
    ] {
        let done = area(before).begun().map(|area| shown(&area));
        assert_eq!(done.as_deref(), after, "{before}");
    }
}

#[test]
fn links_are_made_changed_and_taken_away() {
    let link = |text: &str, address: &str| Link {
        text: text.to_owned(),
        address: address.to_owned(),
    };
    let there = "see **[our |site](https://x.example/a)** now";
    assert_eq!(area(there).link(), link("our site", "https://x.example/a"));
    for (before, new, after) in [
        (
            there,
            link("the site", "https://y.example"),
            "see **[the site](https://y.example)**| now",
        ),
        (there, link("our site", ""), "see **our site**| now"),
        (
            "see |us| now",
            link("us", "https://x.example"),
            "see [us](https://x.example)| now",
        ),
        (
            "a | b",
            link("", "mailto:a@x.example"),
            "a [a@x.example](mailto:a@x.example)| b",
        ),
        (
            "|",
            link("", "https://x.example/"),
            "[x.example/](https://x.example/)|",
        ),
        (
            "- |a|",
            link("a", "https://x.example/(b"),
            "- [a](https://x.example/\\(b)|",
        ),
    ] {
        let done = area(before).with_link(&new);
        let shown = shown(&done);
        assert_eq!(read(&done.text), read(&after.replace('|', "")), "{before}");
        assert_eq!(
            shown.replace("**|", "|**"),
            after.replace("**|", "|**"),
            "{before}"
        );
    }
    assert_eq!(area("a |b\nc| d").link(), link("b c", ""));
    for (typed, address) in [
        ("www.example.com", Some("https://www.example.com")),
        (" https://x.example/a ", Some("https://x.example/a")),
        ("anna@x.example", Some("mailto:anna@x.example")),
        ("mailto:anna@x.example", Some("mailto:anna@x.example")),
        ("tel:+4670", Some("tel:+4670")),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("anna@x", None),
        ("two words", None),
        ("", None),
    ] {
        assert_eq!(completed_link(typed).as_deref(), address, "{typed}");
    }
}

#[test]
fn selections_are_counted_as_browsers_do() {
    let text = "å🙂b\nc";
    let area = Area::from_utf16(text, 3, 5, false);
    assert_eq!(&text[area.selection.clone()], "b\n");
    assert_eq!(area.selection_utf16(), (3, 5));
    assert_eq!(
        Area::from_utf16(text, 90, 99, false).selection_utf16(),
        (6, 6)
    );
}

/// What is seen of a text: each letter with its style. Of white space none is.
fn seen(rich: &RichText) -> Vec<(char, bool, bool, Option<String>)> {
    let spans = rich.inlines().flat_map(|inline| &inline.0);
    let letters = spans.flat_map(|span| {
        let letters = span.text.chars().filter(|c| !c.is_whitespace());
        letters.map(|c| (c, span.bold, span.italic, span.link.clone()))
    });
    letters.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A style changes no letter, and twice is as before.
    #[test]
    fn styles_change_no_letter(
        rich in arbitrary::rich(), ends in any::<[prop::sample::Index; 2]>(), bold in any::<bool>()
    ) {
        let text = write(&rich);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut ends = ends.map(|end| *end.get(&places));
        ends.sort_unstable();
        let area = Area { text, selection: ends[0]..ends[1], is_line: false };
        prop_assume!(!area.selection.is_empty());
        let style = if bold { Style::Bold } else { Style::Italic };
        let done = area.styled(style);
        let (before, after) = (read(&area.text), read(&done.text));
        prop_assert_eq!(before.text(), after.text(), "{:?}", done);
        prop_assert!(done.text.get(done.selection.clone()).is_some());
        let again = done.styled(style).styled(style);
        prop_assert_eq!(seen(&read(&again.text)), seen(&after), "{:?}", again);
    }

    /// Lists change no letter either, and no key breaks the text.
    #[test]
    fn lists_and_keys_keep_the_letters(
        rich in arbitrary::rich(), ends in any::<[prop::sample::Index; 2]>(), numbers in any::<bool>()
    ) {
        let text = write(&rich);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut ends = ends.map(|end| *end.get(&places));
        ends.sort_unstable();
        let list = if numbers { List::Numbers } else { List::Bullets };
        let area = Area { text, selection: ends[0]..ends[1], is_line: false };
        let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
        let done = area.listed(list);
        prop_assert_eq!(letters(&done.text), letters(&area.text));
        prop_assert!(done.text.get(done.selection.clone()).is_some());
        area.styles();
        for changed in [area.entered(), area.erased(), area.begun()].into_iter().flatten() {
            prop_assert!(changed.text.get(changed.selection.clone()).is_some());
        }
        let linked = area.with_link(&Link { text: "q".into(), address: "https://x.example".into() });
        prop_assert!(linked.text.get(linked.selection).is_some());
    }
}
