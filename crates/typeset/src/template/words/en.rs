//! English.

use super::Words;

pub(super) const WORDS: Words = Words {
    headings: [
        "Links",
        "Profile",
        "Experience",
        "Education",
        "Projects",
        "Volunteering",
        "Skills",
        "Languages",
        "Certificates",
        "Publications",
        "Awards",
        "Interests",
        "References",
    ],
    months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    month: "{mon} {y}",
    day: "{d} {mon} {y}",
    ranges: ["–", " – "],
    ongoing: "present",
    courses: "Courses",
    keywords: "Keywords",
    score: "Grade",
    colon: ": ",
    comma: ", ",
    page_of: "Page {page} of {pages}",
    photo_of: "Photo of {name}",
    title: "CV",
    quotes: Some(["“", "”"]),
    dash: Some('–'),
    lone: "",
    spaced: "",
    #[cfg(feature = "html")]
    web: super::Web {
        description: "Curriculum vitae of {name}",
        pdf: "Download PDF",
        made_with: "Made with Merit",
    },
};
