//! Lithuanian: dates as ISO 8601 has them.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Nuorodos",
        "Apie mane",
        "Darbo patirtis",
        "Išsilavinimas",
        "Projektai",
        "Savanorystė",
        "Įgūdžiai",
        "Kalbos",
        "Sertifikatai",
        "Publikacijos",
        "Apdovanojimai",
        "Pomėgiai",
        "Rekomendacijos",
    ],
    months: "sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis",
    month: "{y}-{mm}",
    day: "{y}-{mm}-{dd}",
    ranges: ["–", " – "],
    ongoing: "dabar",
    courses: "Kursai",
    keywords: "Raktažodžiai",
    score: "Įvertinimas",
    colon: ": ",
    comma: ", ",
    page_of: "{page} psl. iš {pages}",
    photo_of: "Nuotrauka: {name}",
    title: "CV",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "CV: {name}",
        pdf: "Atsisiųsti PDF",
        made_with: "Sukurta su Merit",
    },
};
