//! Estonian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Lingid",
        "Profiil",
        "Töökogemus",
        "Haridus",
        "Projektid",
        "Vabatahtlik töö",
        "Oskused",
        "Keeleoskus",
        "Tunnistused",
        "Publikatsioonid",
        "Tunnustused",
        "Huvid",
        "Soovitajad",
    ],
    months: "jaan veebr märts apr mai juuni juuli aug sept okt nov dets",
    month: "{mon} {y}",
    day: "{d}. {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "praeguseni",
    courses: "Kursused",
    keywords: "Märksõnad",
    score: "Hinne",
    colon: ": ",
    comma: ", ",
    page_of: "Lk {page}/{pages}",
    photo_of: "Foto: {name}",
    title: "CV",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "CV: {name}",
        pdf: "Laadi alla PDF",
        made_with: "Tehtud Meritiga",
    },
};
