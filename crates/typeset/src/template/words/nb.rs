//! Norwegian (bokmål).

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Lenker",
        "Profil",
        "Arbeidserfaring",
        "Utdanning",
        "Prosjekter",
        "Frivillig arbeid",
        "Kompetanse",
        "Språk",
        "Sertifiseringer",
        "Publikasjoner",
        "Utmerkelser",
        "Interesser",
        "Referanser",
    ],
    months: "jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des.",
    month: "{mon} {y}",
    day: "{d}. {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "nå",
    courses: "Kurs",
    keywords: "Nøkkelord",
    score: "Karakter",
    colon: ": ",
    comma: ", ",
    page_of: "Side {page} av {pages}",
    photo_of: "Bilde av {name}",
    title: "CV",
    quotes: Some(["«", "»"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "CV for {name}",
        pdf: "Last ned PDF",
        made_with: "Laget med Merit",
    },
};
