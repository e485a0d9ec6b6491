//! Font pairs: the faces behind the voices that templates name.

use cv::Language;

use crate::fonts::Face;

/// What a face is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    Regular,
    Italic,
    SemiBold,
    SemiBoldItalic,
    /// For names and headings.
    Display,
}

/// Fonts that go together: one for text, one for names and headings.
pub struct Pair {
    /// As documents name it, in `Design::fonts`.
    pub name: &'static str,
    /// As people name it.
    pub title: &'static str,
    /// Regular, italic, semibold and semibold italic.
    text: Family,
    display: Face,
    /// In thousandths: how much larger text is set than a template says, which
    /// thinks of Inter. Families differ in how tall their small letters are.
    size: i32,
}

/// The numbers of a family's four styles.
type Family = [Face; 4];

/// The family whose regular style has this number.
const fn family(regular: u8) -> Family {
    [
        Face::numbered(regular),
        Face::numbered(regular + 1),
        Face::numbered(regular + 2),
        Face::numbered(regular + 3),
    ]
}

const INTER: Family = family(0);
const SOURCE_SERIF: Family = family(5);
const SOURCE_SANS: Family = family(9);
const PLEX_SANS: Family = family(13);
const PLEX_SERIF: Family = family(17);
const GARAMOND: Family = family(21);
const LIBERTINUS: Family = family(25);
const FIRA_SANS: Family = family(29);
const LATO: Family = family(33);
const WORK_SANS: Family = family(37);
const SPECTRAL: Family = family(41);

const fn pair(
    name: &'static str,
    title: &'static str,
    text: Family,
    display: Face,
    size: i32,
) -> Pair {
    Pair {
        name,
        title,
        text,
        display,
        size,
    }
}

/// Every font pair, those without serifs first.
#[rustfmt::skip]
pub const PAIRS: &[Pair] = &[
    pair("inter", "Inter", INTER, INTER[2], 1000),
    pair("inter-source-serif", "Inter, Source Serif", INTER, Face::DISPLAY, 1000),
    pair("source-sans", "Source Sans", SOURCE_SANS, SOURCE_SANS[2], 1060),
    pair("source-sans-serif", "Source Sans, Source Serif", SOURCE_SANS, SOURCE_SERIF[2], 1060),
    pair("plex-sans", "IBM Plex Sans, Plex Serif", PLEX_SANS, PLEX_SERIF[2], 1020),
    pair("fira-sans", "Fira Sans", FIRA_SANS, FIRA_SANS[2], 1010),
    pair("lato", "Lato", LATO, LATO[2], 1030),
    pair("lato-garamond", "Lato, EB Garamond", LATO, GARAMOND[2], 1030),
    pair("work-sans", "Work Sans", WORK_SANS, WORK_SANS[2], 1020),
    pair("work-sans-source-serif", "Work Sans, Source Serif", WORK_SANS, SOURCE_SERIF[2], 1020),
    pair("source-serif", "Source Serif", SOURCE_SERIF, SOURCE_SERIF[2], 1050),
    pair("plex-serif", "IBM Plex Serif, Plex Sans", PLEX_SERIF, PLEX_SANS[2], 1010),
    pair("spectral", "Spectral, Work Sans", SPECTRAL, WORK_SANS[2], 1080),
    pair("libertinus", "Libertinus", LIBERTINUS, LIBERTINUS[2], 1120),
    pair("garamond", "EB Garamond", GARAMOND, GARAMOND[2], 1160),
];

/// The pair that a document chose, or else that of its template.
///
/// Where no pair has the letters of the language, a template's gives way to the
/// first one: its foreign words and figures suit the faces that stand in, which
/// are as large as its own.
pub(crate) fn chosen(chosen: Option<&str>, usual: &str, lang: Language) -> &'static Pair {
    let suits = |pair: &&Pair| pair.text == INTER || has_letters(lang);
    chosen
        .and_then(named)
        .or_else(|| named(usual).filter(suits))
        .unwrap_or(&PAIRS[0])
}

/// Whether a template's italics stand upright: the letters of the language have
/// none, and a figure or a foreign word between them would lean alone. Who chose
/// a pair has its italics.
pub(crate) fn is_upright(chosen: Option<&str>, lang: Language) -> bool {
    chosen.and_then(named).is_none() && !has_letters(lang)
}

fn named(name: &str) -> Option<&'static Pair> {
    PAIRS.iter().find(|pair| pair.name == name)
}

/// Whether there are pairs with the letters of a language.
fn has_letters(lang: Language) -> bool {
    let han = matches!(
        lang,
        Language::SimplifiedChinese
            | Language::TraditionalChinese
            | Language::Japanese
            | Language::Korean
    );
    !han && !lang.is_rtl()
}

impl Pair {
    pub(crate) fn face(&self, voice: Voice) -> Face {
        match voice {
            Voice::Regular => self.text[0],
            Voice::Italic => self.text[1],
            Voice::SemiBold => self.text[2],
            Voice::SemiBoldItalic => self.text[3],
            Voice::Display => self.display,
        }
    }

    /// The size of a voice's letters, in thousandths of what a template says.
    pub(crate) fn size(&self, voice: Voice) -> i32 {
        match voice {
            Voice::Display => 1000,
            _ => self.size,
        }
    }
}

/// Whether a face has serifs.
#[cfg(feature = "html")]
pub(crate) fn has_serifs(face: Face) -> bool {
    let families = [SOURCE_SERIF, PLEX_SERIF, GARAMOND, LIBERTINUS, SPECTRAL];
    face == Face::DISPLAY || families.concat().contains(&face)
}

impl Voice {
    /// The voice of bold or italic words within a text of this one.
    pub(crate) fn stressed(self, bold: bool, italic: bool) -> Voice {
        match (self, bold, italic) {
            (Voice::Display, ..) | (_, false, false) => self,
            (Voice::Regular, true, false) => Voice::SemiBold,
            (Voice::Regular, false, true) => Voice::Italic,
            // Within italics what is stressed stands upright.
            (Voice::Italic, false, true) => Voice::Regular,
            (Voice::SemiBold, true, false) => Voice::SemiBold,
            _ => Voice::SemiBoldItalic,
        }
    }
}
