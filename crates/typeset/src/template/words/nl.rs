//! Dutch.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Links",
        "Profiel",
        "Werkervaring",
        "Opleiding",
        "Projecten",
        "Vrijwilligerswerk",
        "Vaardigheden",
        "Talen",
        "Certificaten",
        "Publicaties",
        "Onderscheidingen",
        "Interesses",
        "Referenties",
    ],
    months: "jan. feb. mrt. apr. mei juni juli aug. sep. okt. nov. dec.",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "heden",
    courses: "Cursussen",
    keywords: "Trefwoorden",
    score: "Cijfer",
    colon: ": ",
    comma: ", ",
    page_of: "Pagina {page} van {pages}",
    photo_of: "Foto van {name}",
    title: "CV",
    quotes: Some(["“", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Curriculum vitae van {name}",
        pdf: "PDF downloaden",
        made_with: "Gemaakt met Merit",
    },
};
