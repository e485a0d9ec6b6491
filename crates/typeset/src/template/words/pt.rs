//! Portuguese, in words that both sides of the ocean use.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Links",
        "Perfil",
        "Experiência profissional",
        "Formação",
        "Projetos",
        "Voluntariado",
        "Competências",
        "Idiomas",
        "Certificações",
        "Publicações",
        "Distinções",
        "Interesses",
        "Referências",
    ],
    months: "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.",
    month: "{mon} {y}",
    day: "{d} de {mon} de {y}",
    ranges: ["–", " – "],
    ongoing: "presente",
    courses: "Cursos",
    keywords: "Palavras-chave",
    score: "Nota",
    colon: ": ",
    comma: ", ",
    page_of: "Página {page} de {pages}",
    photo_of: "Fotografia de {name}",
    title: "CV",
    quotes: Some(["“", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Currículo de {name}",
        pdf: "Versão em PDF",
        made_with: "Feito com Merit",
    },
};
