//! German.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Links",
        "Profil",
        "Berufserfahrung",
        "Ausbildung",
        "Projekte",
        "Ehrenamt",
        "Kenntnisse",
        "Sprachen",
        "Zertifikate",
        "Veröffentlichungen",
        "Auszeichnungen",
        "Interessen",
        "Referenzen",
    ],
    months: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
    month: "{mon} {y}",
    day: "{d}. {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "heute",
    courses: "Kurse",
    keywords: "Schlagwörter",
    score: "Note",
    colon: ": ",
    comma: ", ",
    page_of: "Seite {page} von {pages}",
    photo_of: "Foto von {name}",
    title: "Lebenslauf",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Lebenslauf von {name}",
        pdf: "PDF herunterladen",
        made_with: "Erstellt mit Merit",
    },
};
