//! Chinese in simplified characters.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "链接",
        "个人简介",
        "工作经历",
        "教育背景",
        "项目经历",
        "志愿服务",
        "专业技能",
        "语言能力",
        "资格证书",
        "发表成果",
        "荣誉奖项",
        "兴趣爱好",
        "推荐人",
    ],
    months: "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
    month: "{y}年{mon}",
    day: "{y}年{mon}{d}日",
    ranges: ["–", " – "],
    ongoing: "至今",
    courses: "课程",
    keywords: "关键词",
    score: "成绩",
    colon: "：",
    comma: "、",
    page_of: "第 {page} 页，共 {pages} 页",
    photo_of: "{name}的照片",
    title: "简历",
    quotes: Some(["“", "”"]),
    dash: None,
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "{name}的简历",
        pdf: "下载 PDF",
        made_with: "由 Merit 制作",
    },
};
