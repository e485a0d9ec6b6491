//! Bulgarian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Връзки",
        "Профил",
        "Професионален опит",
        "Образование",
        "Проекти",
        "Доброволна дейност",
        "Умения",
        "Езици",
        "Сертификати",
        "Публикации",
        "Награди",
        "Интереси",
        "Препоръки",
    ],
    months: "януари февруари март април май юни юли август септември октомври ноември декември",
    month: "{mon} {y}",
    day: "{d}.{mm}.{y}",
    ranges: ["–", " – "],
    ongoing: "до момента",
    courses: "Курсове",
    keywords: "Ключови думи",
    score: "Оценка",
    colon: ": ",
    comma: ", ",
    page_of: "Страница {page} от {pages}",
    photo_of: "Снимка: {name}",
    title: "Автобиография",
    quotes: Some(["„", "“"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Автобиография: {name}",
        pdf: "Изтегляне на PDF",
        made_with: "Създадено с Merit",
    },
};
