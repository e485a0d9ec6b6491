//! French: space before a colon and within quotation marks.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Liens",
        "Profil",
        "Expérience professionnelle",
        "Formation",
        "Projets",
        "Bénévolat",
        "Compétences",
        "Langues",
        "Certifications",
        "Publications",
        "Distinctions",
        "Centres d’intérêt",
        "Références",
    ],
    months: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "aujourd’hui",
    courses: "Cours",
    keywords: "Mots-clés",
    score: "Note",
    colon: "\u{a0}: ",
    comma: ", ",
    page_of: "Page {page} sur {pages}",
    photo_of: "Photo de {name}",
    title: "CV",
    quotes: Some(["«\u{a0}", "\u{a0}»"]),
    dash: Some('–'),
    lone: "",
    spaced: ";:!?»",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Curriculum vitæ de {name}",
        pdf: "Télécharger le PDF",
        made_with: "Créé avec Merit",
    },
};
