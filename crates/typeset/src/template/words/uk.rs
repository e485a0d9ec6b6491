//! Ukrainian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Посилання",
        "Профіль",
        "Досвід роботи",
        "Освіта",
        "Проєкти",
        "Волонтерство",
        "Навички",
        "Мови",
        "Сертифікати",
        "Публікації",
        "Нагороди",
        "Інтереси",
        "Рекомендації",
    ],
    months: "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
    month: "{mon} {y}",
    day: "{dd}.{mm}.{y}",
    ranges: ["–", " – "],
    ongoing: "дотепер",
    courses: "Курси",
    keywords: "Ключові слова",
    score: "Оцінка",
    colon: ": ",
    comma: ", ",
    page_of: "Сторінка {page} з {pages}",
    photo_of: "Фото: {name}",
    title: "Резюме",
    quotes: Some(["«", "»"]),
    dash: Some('—'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Резюме: {name}",
        pdf: "Завантажити PDF",
        made_with: "Створено в Merit",
    },
};
