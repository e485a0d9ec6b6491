//! Romanian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Linkuri",
        "Profil",
        "Experiență profesională",
        "Educație",
        "Proiecte",
        "Voluntariat",
        "Competențe",
        "Limbi",
        "Certificări",
        "Publicații",
        "Distincții",
        "Interese",
        "Referințe",
    ],
    months: "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "prezent",
    courses: "Cursuri",
    keywords: "Cuvinte-cheie",
    score: "Notă",
    colon: ": ",
    comma: ", ",
    page_of: "Pagina {page} din {pages}",
    photo_of: "Fotografie: {name}",
    title: "CV",
    quotes: Some(["„", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "CV: {name}",
        pdf: "Descarcă PDF",
        made_with: "Creat cu Merit",
    },
};
