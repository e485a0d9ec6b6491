//! Slovenian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Povezave",
        "Profil",
        "Delovne izkušnje",
        "Izobrazba",
        "Projekti",
        "Prostovoljstvo",
        "Znanja",
        "Jeziki",
        "Certifikati",
        "Publikacije",
        "Priznanja",
        "Zanimanja",
        "Reference",
    ],
    months: "jan. feb. mar. apr. maj jun. jul. avg. sep. okt. nov. dec.",
    month: "{mon} {y}",
    day: "{d}. {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "danes",
    courses: "Tečaji",
    keywords: "Ključne besede",
    score: "Ocena",
    colon: ": ",
    comma: ", ",
    page_of: "Stran {page} od {pages}",
    photo_of: "Fotografija: {name}",
    title: "Življenjepis",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Življenjepis: {name}",
        pdf: "Prenesi PDF",
        made_with: "Izdelano z aplikacijo Merit",
    },
};
