//! Persian.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "پیوندها",
        "معرفی",
        "سوابق شغلی",
        "تحصیلات",
        "پروژه\u{200c}ها",
        "فعالیت\u{200c}های داوطلبانه",
        "مهارت\u{200c}ها",
        "زبان\u{200c}ها",
        "گواهینامه\u{200c}ها",
        "انتشارات",
        "افتخارات",
        "علایق",
        "معرف\u{200c}ها",
    ],
    months: "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "اکنون",
    courses: "درس\u{200c}ها",
    keywords: "کلیدواژه\u{200c}ها",
    score: "نمره",
    colon: ": ",
    comma: "، ",
    page_of: "صفحهٔ {page} از {pages}",
    photo_of: "عکس {name}",
    title: "رزومه",
    quotes: Some(["«", "»"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "رزومهٔ {name}",
        pdf: "دریافت PDF",
        made_with: "ساخته\u{200c}شده با Merit",
    },
};

/// The months of the Persian calendar. Whoever gives a year before 1700 means it.
pub(super) const SOLAR_MONTHS: &str =
    "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند";
