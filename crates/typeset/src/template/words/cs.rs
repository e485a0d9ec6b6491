//! Czech.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Odkazy",
        "Profil",
        "Pracovní zkušenosti",
        "Vzdělání",
        "Projekty",
        "Dobrovolnictví",
        "Dovednosti",
        "Jazyky",
        "Certifikáty",
        "Publikace",
        "Ocenění",
        "Zájmy",
        "Reference",
    ],
    months: "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
    month: "{mon} {y}",
    day: "{d}.\u{a0}{m}.\u{a0}{y}",
    ranges: ["–", " – "],
    ongoing: "současnost",
    courses: "Kurzy",
    keywords: "Klíčová slova",
    score: "Hodnocení",
    colon: ": ",
    comma: ", ",
    page_of: "Strana {page} z {pages}",
    photo_of: "Fotografie: {name}",
    title: "Životopis",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "kvszouaiKVSZOUAI",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Životopis: {name}",
        pdf: "Stáhnout PDF",
        made_with: "Vytvořeno v aplikaci Merit",
    },
};
