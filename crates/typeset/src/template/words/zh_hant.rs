//! Chinese in traditional characters.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "連結",
        "個人簡介",
        "工作經歷",
        "學歷",
        "專案經歷",
        "志工服務",
        "專業技能",
        "語言能力",
        "專業證照",
        "發表著作",
        "獲獎紀錄",
        "興趣",
        "推薦人",
    ],
    months: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    month: "{y}年{mon}",
    day: "{y}年{mon}{d}日",
    ranges: ["–", " – "],
    ongoing: "至今",
    courses: "課程",
    keywords: "關鍵字",
    score: "成績",
    colon: "：",
    comma: "、",
    page_of: "第 {page} 頁，共 {pages} 頁",
    photo_of: "{name}的照片",
    title: "履歷",
    quotes: Some(["「", "」"]),
    dash: None,
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "{name}的履歷",
        pdf: "下載 PDF",
        made_with: "以 Merit 製作",
    },
};
