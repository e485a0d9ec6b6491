//! Danish.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Links",
        "Profil",
        "Erhvervserfaring",
        "Uddannelse",
        "Projekter",
        "Frivilligt arbejde",
        "Kompetencer",
        "Sprog",
        "Certifikater",
        "Publikationer",
        "Udmærkelser",
        "Interesser",
        "Referencer",
    ],
    months: "jan. feb. marts apr. maj juni juli aug. sep. okt. nov. dec.",
    month: "{mon} {y}",
    day: "{d}. {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "nu",
    courses: "Kurser",
    keywords: "Nøgleord",
    score: "Karakter",
    colon: ": ",
    comma: ", ",
    page_of: "Side {page} af {pages}",
    photo_of: "Foto af {name}",
    title: "CV",
    quotes: Some(["”", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "CV for {name}",
        pdf: "Hent PDF",
        made_with: "Lavet med Merit",
    },
};
