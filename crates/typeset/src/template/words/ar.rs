//! Arabic.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "روابط",
        "نبذة",
        "الخبرات العملية",
        "التعليم",
        "المشاريع",
        "العمل التطوعي",
        "المهارات",
        "اللغات",
        "الشهادات",
        "المنشورات",
        "الجوائز",
        "الاهتمامات",
        "المراجع",
    ],
    months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "حتى الآن",
    courses: "المقررات",
    keywords: "الكلمات المفتاحية",
    score: "التقدير",
    colon: ": ",
    comma: "، ",
    page_of: "صفحة {page} من {pages}",
    photo_of: "صورة {name}",
    title: "السيرة الذاتية",
    quotes: Some(["«", "»"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "السيرة الذاتية: {name}",
        pdf: "تنزيل PDF",
        made_with: "أُنشئت باستخدام Merit",
    },
};
