//! Russian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Ссылки",
        "О себе",
        "Опыт работы",
        "Образование",
        "Проекты",
        "Волонтёрство",
        "Навыки",
        "Языки",
        "Сертификаты",
        "Публикации",
        "Награды",
        "Интересы",
        "Рекомендации",
    ],
    months: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    month: "{mon} {y}",
    day: "{dd}.{mm}.{y}",
    ranges: ["–", " — "],
    ongoing: "настоящее время",
    courses: "Курсы",
    keywords: "Ключевые слова",
    score: "Оценка",
    colon: ": ",
    comma: ", ",
    page_of: "Страница {page} из {pages}",
    photo_of: "Фото: {name}",
    title: "Резюме",
    quotes: Some(["«", "»"]),
    dash: Some('—'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Резюме: {name}",
        pdf: "Скачать PDF",
        made_with: "Сделано в Merit",
    },
};
