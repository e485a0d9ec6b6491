//! Finnish: months are numbers.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Linkit",
        "Profiili",
        "Työkokemus",
        "Koulutus",
        "Projektit",
        "Vapaaehtoistyö",
        "Osaaminen",
        "Kielitaito",
        "Sertifikaatit",
        "Julkaisut",
        "Palkinnot ja tunnustukset",
        "Kiinnostuksen kohteet",
        "Suosittelijat",
    ],
    months: "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
    month: "{m}/{y}",
    day: "{d}.{m}.{y}",
    ranges: ["–", " – "],
    ongoing: "jatkuu",
    courses: "Kurssit",
    keywords: "Avainsanat",
    score: "Arvosana",
    colon: ": ",
    comma: ", ",
    page_of: "Sivu {page}/{pages}",
    photo_of: "Valokuva: {name}",
    title: "Ansioluettelo",
    quotes: Some(["”", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Ansioluettelo: {name}",
        pdf: "Lataa PDF",
        made_with: "Tehty Meritillä",
    },
};
