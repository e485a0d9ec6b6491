//! Hungarian: the year first.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Linkek",
        "Profil",
        "Munkatapasztalat",
        "Tanulmányok",
        "Projektek",
        "Önkéntes munka",
        "Készségek",
        "Nyelvtudás",
        "Tanúsítványok",
        "Publikációk",
        "Elismerések",
        "Érdeklődési kör",
        "Referenciák",
    ],
    months: "jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.",
    month: "{y}. {mon}",
    day: "{y}. {mon} {d}.",
    ranges: ["–", " – "],
    ongoing: "jelenleg",
    courses: "Kurzusok",
    keywords: "Kulcsszavak",
    score: "Minősítés",
    colon: ": ",
    comma: ", ",
    page_of: "{page}/{pages}. oldal",
    photo_of: "Fénykép: {name}",
    title: "Önéletrajz",
    quotes: Some(["„", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Önéletrajz: {name}",
        pdf: "PDF letöltése",
        made_with: "Készült a Merit segítségével",
    },
};
