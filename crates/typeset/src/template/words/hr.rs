//! Croatian: a year that follows its month is an ordinal.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Poveznice",
        "Profil",
        "Radno iskustvo",
        "Obrazovanje",
        "Projekti",
        "Volontiranje",
        "Vještine",
        "Jezici",
        "Certifikati",
        "Publikacije",
        "Priznanja",
        "Interesi",
        "Preporuke",
    ],
    months: "siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
    month: "{mon} {y}.",
    day: "{d}.\u{a0}{m}.\u{a0}{y}.",
    ranges: ["–", " – "],
    ongoing: "danas",
    courses: "Tečajevi",
    keywords: "Ključne riječi",
    score: "Ocjena",
    colon: ": ",
    comma: ", ",
    page_of: "Stranica {page} od {pages}",
    photo_of: "Fotografija: {name}",
    title: "Životopis",
    quotes: Some(["„", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Životopis: {name}",
        pdf: "Preuzmi PDF",
        made_with: "Izrađeno u aplikaciji Merit",
    },
};
