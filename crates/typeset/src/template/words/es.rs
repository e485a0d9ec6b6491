//! Spanish.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Enlaces",
        "Perfil",
        "Experiencia profesional",
        "Formación",
        "Proyectos",
        "Voluntariado",
        "Competencias",
        "Idiomas",
        "Certificaciones",
        "Publicaciones",
        "Premios",
        "Intereses",
        "Referencias",
    ],
    months: "ene feb mar abr may jun jul ago sept oct nov dic",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "actualidad",
    courses: "Cursos",
    keywords: "Palabras clave",
    score: "Calificación",
    colon: ": ",
    comma: ", ",
    page_of: "Página {page} de {pages}",
    photo_of: "Fotografía de {name}",
    title: "CV",
    quotes: Some(["«", "»"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Currículum de {name}",
        pdf: "Descargar PDF",
        made_with: "Creado con Merit",
    },
};
