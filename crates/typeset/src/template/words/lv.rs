//! Latvian: the year first.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Saites",
        "Profils",
        "Darba pieredze",
        "Izglītība",
        "Projekti",
        "Brīvprātīgais darbs",
        "Prasmes",
        "Valodas",
        "Sertifikāti",
        "Publikācijas",
        "Apbalvojumi",
        "Intereses",
        "Atsauksmes",
    ],
    months: "janv. febr. marts apr. maijs jūn. jūl. aug. sept. okt. nov. dec.",
    month: "{y}. g. {mon}",
    day: "{dd}.{mm}.{y}.",
    ranges: ["–", " – "],
    ongoing: "šobrīd",
    courses: "Kursi",
    keywords: "Atslēgvārdi",
    score: "Vērtējums",
    colon: ": ",
    comma: ", ",
    page_of: "{page}. lapa no {pages}",
    photo_of: "Foto: {name}",
    title: "CV",
    quotes: None,
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "CV: {name}",
        pdf: "Lejupielādēt PDF",
        made_with: "Veidots ar Merit",
    },
};
