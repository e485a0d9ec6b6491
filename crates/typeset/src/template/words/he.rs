//! Hebrew: a straight mark within a word is its own, so that none is changed.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "קישורים",
        "תמצית",
        "ניסיון תעסוקתי",
        "השכלה",
        "פרויקטים",
        "התנדבות",
        "כישורים",
        "שפות",
        "תעודות והסמכות",
        "פרסומים",
        "פרסים",
        "תחומי עניין",
        "ממליצים",
    ],
    months: "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    month: "{mon} {y}",
    day: "{d} ב{mon} {y}",
    ranges: ["–", " – "],
    ongoing: "היום",
    courses: "קורסים",
    keywords: "מילות מפתח",
    score: "ציון",
    colon: ": ",
    comma: ", ",
    page_of: "עמוד {page} מתוך {pages}",
    photo_of: "תמונה של {name}",
    title: "קורות חיים",
    quotes: None,
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "קורות חיים של {name}",
        pdf: "הורדת PDF",
        made_with: "נוצר באמצעות Merit",
    },
};
