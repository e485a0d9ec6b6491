//! Italian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Link",
        "Profilo",
        "Esperienza professionale",
        "Formazione",
        "Progetti",
        "Volontariato",
        "Competenze",
        "Lingue",
        "Certificazioni",
        "Pubblicazioni",
        "Riconoscimenti",
        "Interessi",
        "Referenze",
    ],
    months: "gen feb mar apr mag giu lug ago set ott nov dic",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "oggi",
    courses: "Corsi",
    keywords: "Parole chiave",
    score: "Voto",
    colon: ": ",
    comma: ", ",
    page_of: "Pagina {page} di {pages}",
    photo_of: "Foto di {name}",
    title: "CV",
    quotes: Some(["«", "»"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Curriculum vitae di {name}",
        pdf: "Scarica il PDF",
        made_with: "Creato con Merit",
    },
};
