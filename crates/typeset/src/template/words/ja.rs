//! Japanese.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "リンク",
        "概要",
        "職歴",
        "学歴",
        "プロジェクト",
        "ボランティア活動",
        "スキル",
        "語学",
        "資格",
        "論文・著作",
        "受賞歴",
        "興味・関心",
        "推薦者",
    ],
    months: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    month: "{y}年{mon}",
    day: "{y}年{mon}{d}日",
    ranges: ["–", " – "],
    ongoing: "現在",
    courses: "履修科目",
    keywords: "キーワード",
    score: "成績",
    colon: "：",
    comma: "、",
    page_of: "{page} / {pages} ページ",
    photo_of: "{name}の写真",
    title: "職務経歴書",
    quotes: Some(["「", "」"]),
    dash: None,
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "{name}の職務経歴書",
        pdf: "PDF をダウンロード",
        made_with: "Merit で作成",
    },
};
