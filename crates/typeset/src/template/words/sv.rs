//! Swedish.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Länkar",
        "Profil",
        "Arbetslivserfarenhet",
        "Utbildning",
        "Projekt",
        "Ideellt arbete",
        "Kompetenser",
        "Språk",
        "Certifikat",
        "Publikationer",
        "Utmärkelser",
        "Intressen",
        "Referenser",
    ],
    months: "jan feb mars apr maj juni juli aug sep okt nov dec",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "pågående",
    courses: "Kurser",
    keywords: "Nyckelord",
    score: "Betyg",
    colon: ": ",
    comma: ", ",
    page_of: "Sida {page} av {pages}",
    photo_of: "Foto av {name}",
    title: "CV",
    quotes: Some(["”", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Meritförteckning för {name}",
        pdf: "Ladda ner PDF",
        made_with: "Gjord med Merit",
    },
};
