//! Which faces stand in for characters that a family lacks.
//!
//! The choice is made by Unicode's blocks and the document's language, so that it
//! is a function of the document alone: what a face really holds is known only
//! once it is loaded.

use super::Face;

/// Regular and semibold of a fallback family, or twice the one that it has.
type Family = [Face; 2];

const LATIN: Family = [Face::REGULAR, Face::SEMI_BOLD];
const GREEK_CYRILLIC: Family = [Face(45), Face(46)];
const ARABIC: Family = [Face(47), Face(48)];
const HEBREW: Family = [Face(49), Face(50)];
const SIMPLIFIED: Family = [Face(51), Face(51)];
const TRADITIONAL: Family = [Face(52), Face(52)];
const JAPANESE: Family = [Face(53), Face(53)];
const KOREAN: Family = [Face(54), Face(54)];
const EMOJI: Family = [Face(55), Face(55)];

/// Whose forms the characters take that Chinese, Japanese and Korean share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Han {
    #[default]
    Simplified,
    Traditional,
    Japanese,
    Korean,
}

impl Han {
    /// By the document's language, or else by what its text has besides.
    pub(crate) fn of<'a>(language: &str, texts: impl Iterator<Item = &'a str>) -> Han {
        let traditional = ["zh-hant", "zh-tw", "zh-hk", "zh-mo"];
        let language = language.to_ascii_lowercase();
        match language.split('-').next() {
            Some("ja") => return Han::Japanese,
            Some("ko") => return Han::Korean,
            Some("zh") if traditional.iter().any(|tag| language.starts_with(tag)) => {
                return Han::Traditional;
            }
            Some("zh") => return Han::Simplified,
            _ => {}
        }
        let mut han = Han::Simplified;
        // What tells begins with one of these bytes, which few texts have.
        let telling = texts.filter(|text| text.bytes().any(|byte| byte >= 0xe3));
        for c in telling.flat_map(str::chars) {
            match c {
                '\u{3040}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => return Han::Japanese,
                '\u{ac00}'..='\u{d7af}' => han = Han::Korean,
                '\u{3100}'..='\u{312f}' if han == Han::Simplified => han = Han::Traditional,
                _ => {}
            }
        }
        han
    }

    /// The families that are tried, each for what those before it lack.
    fn families(self) -> [Family; HAN_FAMILIES] {
        match self {
            Han::Simplified => [SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN],
            Han::Traditional => [TRADITIONAL, SIMPLIFIED, JAPANESE, KOREAN],
            Han::Japanese => [JAPANESE, TRADITIONAL, SIMPLIFIED, KOREAN],
            Han::Korean => [KOREAN, TRADITIONAL, JAPANESE, SIMPLIFIED],
        }
    }
}

/// How many families there are for the characters that Chinese, Japanese and
/// Korean share.
pub(crate) const HAN_FAMILIES: usize = 4;

/// The faces for a text, after the one that it is set in and in the order in
/// which they are tried. Of the families for shared characters, which are large,
/// no more than `tried`: the first, until it is known to lack one.
pub(crate) fn faces(face: Face, text: &str, han: Han, tried: usize) -> Vec<Face> {
    let bold = usize::from(face.weight() > 500);
    let mut faces = Vec::new();
    let mut add = |family: Family| {
        if family[bold] != face && !faces.contains(&family[bold]) {
            faces.push(family[bold]);
        }
    };
    // Most texts have nothing else.
    if text.bytes().all(|byte| byte < 0xcd) {
        add(LATIN);
        return faces;
    }
    if text.chars().any(is_arabic) {
        add(ARABIC);
    }
    if text.chars().any(is_hebrew) {
        add(HEBREW);
    }
    // A word of Greek or Cyrillic is not to be of two families.
    if text.chars().any(is_old) {
        add(GREEK_CYRILLIC);
    }
    add(LATIN);
    for c in text.chars().filter(|c| *c >= '\u{370}') {
        match c {
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => {
                add(KOREAN);
            }
            '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => {
                add(JAPANESE);
            }
            '\u{3100}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}' => add(TRADITIONAL),
            '\u{2e80}'..='\u{303f}'
            | '\u{31c0}'..='\u{31ef}'
            | '\u{3200}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe4f}'
            | '\u{ff00}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffef}'
            | '\u{20000}'..='\u{3ffff}' => {
                han.families().into_iter().take(tried).for_each(&mut add);
            }
            '\u{203c}'
            | '\u{2049}'
            | '\u{20e3}'
            | '\u{231a}'..='\u{23ff}'
            | '\u{25aa}'..='\u{25ab}'
            | '\u{25b6}'
            | '\u{25c0}'
            | '\u{25fb}'..='\u{27bf}'
            | '\u{2934}'..='\u{2935}'
            | '\u{2b05}'..='\u{2b55}'
            | '\u{1f000}'..='\u{1faff}' => add(EMOJI),
            _ => {}
        }
    }
    faces
}

/// Whether a face is of a family for writing that runs from right to left. These
/// come first among [`faces`].
pub(crate) fn runs_leftwards(face: Face) -> bool {
    ARABIC.contains(&face) || HEBREW.contains(&face)
}

fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}')
}

fn is_arabic(c: char) -> bool {
    matches!(
        c,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
    )
}

/// Greek with its old accents, and letters of Cyrillic that are rare.
fn is_old(c: char) -> bool {
    matches!(
        c,
        '\u{460}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{1f00}'..='\u{1fff}'
        | '\u{2de0}'..='\u{2dff}' | '\u{a640}'..='\u{a69f}'
    )
}

/// Whether one of the families for shared characters may have it.
pub(crate) fn is_shared(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{EMOJI, GREEK_CYRILLIC, HEBREW, Han, JAPANESE, faces};
    use crate::fonts::Face;

    #[test]
    fn families_are_where_they_are_said_to_be() {
        for (family, name) in [
            (GREEK_CYRILLIC, "Noto Sans"),
            (super::ARABIC, "Noto Sans Arabic"),
            (HEBREW, "Noto Sans Hebrew"),
            (super::SIMPLIFIED, "Noto Sans SC"),
            (super::TRADITIONAL, "Noto Sans TC"),
            (JAPANESE, "Noto Sans JP"),
            (super::KOREAN, "Noto Sans KR"),
            (EMOJI, "Noto Emoji"),
        ] {
            assert_eq!(family.map(Face::family), [name, name]);
        }
    }

    #[test]
    fn a_text_names_what_stands_in_and_nothing_else() {
        let names = |text| {
            let faces = faces(Face::DISPLAY, text, Han::Traditional, 1);
            let files: Vec<&str> = faces.into_iter().map(Face::file).collect();
            files.join(" ")
        };
        assert_eq!(names("Åsa Öberg – 38 % €"), "inter-semibold.ttf");
        assert_eq!(
            names("שלום, 你好 😀"),
            "noto-sans-hebrew-semibold.ttf inter-semibold.ttf noto-sans-tc-regular.ttf \
             noto-emoji-regular.ttf"
        );
        assert!(faces(Face::REGULAR, "plain", Han::default(), 1).is_empty());
    }

    #[test]
    fn shared_characters_take_the_forms_of_the_language() {
        let of = |language, text: &'static str| Han::of(language, [text].into_iter());
        assert_eq!(of("ja", "漢字"), Han::Japanese);
        assert_eq!(of("zh-Hant", "かな"), Han::Traditional);
        assert_eq!(of("sv", "漢字"), Han::Simplified);
        assert_eq!(of("sv", "漢字 かな"), Han::Japanese);
        assert_eq!(of("en", "大韓民國 대한민국"), Han::Korean);
    }
}
