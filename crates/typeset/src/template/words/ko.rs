//! Korean: a wave between dates.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "링크",
        "소개",
        "경력",
        "학력",
        "프로젝트",
        "봉사 활동",
        "보유 기술",
        "언어",
        "자격증",
        "논문 및 저서",
        "수상 경력",
        "관심사",
        "추천인",
    ],
    months: "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    month: "{y}년 {mon}",
    day: "{y}년 {mon} {d}일",
    ranges: ["~", " ~ "],
    ongoing: "현재",
    courses: "수강 과목",
    keywords: "키워드",
    score: "성적",
    colon: ": ",
    comma: ", ",
    page_of: "{pages}쪽 중 {page}쪽",
    photo_of: "{name} 사진",
    title: "이력서",
    quotes: Some(["“", "”"]),
    dash: None,
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "{name} 이력서",
        pdf: "PDF 내려받기",
        made_with: "Merit로 제작",
    },
};
