//! Polish.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Linki",
        "Profil",
        "Doświadczenie zawodowe",
        "Wykształcenie",
        "Projekty",
        "Wolontariat",
        "Umiejętności",
        "Języki",
        "Certyfikaty",
        "Publikacje",
        "Wyróżnienia",
        "Zainteresowania",
        "Referencje",
    ],
    months: "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "obecnie",
    courses: "Kursy",
    keywords: "Słowa kluczowe",
    score: "Ocena",
    colon: ": ",
    comma: ", ",
    page_of: "Strona {page} z {pages}",
    photo_of: "Zdjęcie: {name}",
    title: "CV",
    quotes: Some(["„", "”"]),
    dash: Some('–'),
    lone: "wziouaWZIOUA",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "CV: {name}",
        pdf: "Pobierz PDF",
        made_with: "Stworzono w programie Merit",
    },
};
