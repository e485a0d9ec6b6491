//! Slovak.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Odkazy",
        "Profil",
        "Pracovné skúsenosti",
        "Vzdelanie",
        "Projekty",
        "Dobrovoľníctvo",
        "Zručnosti",
        "Jazyky",
        "Certifikáty",
        "Publikácie",
        "Ocenenia",
        "Záujmy",
        "Referencie",
    ],
    months: "január február marec apríl máj jún júl august september október november december",
    month: "{mon} {y}",
    day: "{d}.\u{a0}{m}.\u{a0}{y}",
    ranges: ["–", " – "],
    ongoing: "súčasnosť",
    courses: "Kurzy",
    keywords: "Kľúčové slová",
    score: "Hodnotenie",
    colon: ": ",
    comma: ", ",
    page_of: "Strana {page} z {pages}",
    photo_of: "Fotografia: {name}",
    title: "Životopis",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "kvszouaiKVSZOUAI",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Životopis: {name}",
        pdf: "Stiahnuť PDF",
        made_with: "Vytvorené v aplikácii Merit",
    },
};
