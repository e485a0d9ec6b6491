//! Icelandic.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Tenglar",
        "Um mig",
        "Starfsreynsla",
        "Menntun",
        "Verkefni",
        "Sjálfboðastörf",
        "Hæfni",
        "Tungumál",
        "Vottanir",
        "Ritaskrá",
        "Viðurkenningar",
        "Áhugamál",
        "Meðmæli",
    ],
    months: "jan. feb. mars apr. maí júní júlí ágú. sept. okt. nóv. des.",
    month: "{mon} {y}",
    day: "{d}. {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "nú",
    courses: "Námskeið",
    keywords: "Efnisorð",
    score: "Einkunn",
    colon: ": ",
    comma: ", ",
    page_of: "Síða {page} af {pages}",
    photo_of: "Mynd: {name}",
    title: "Ferilskrá",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Ferilskrá: {name}",
        pdf: "Sækja PDF",
        made_with: "Búið til með Merit",
    },
};
