//! Words for how well somebody knows something.

use cv::level::{MOST, of};
use proptest::prelude::*;

#[test]
fn usual_words_are_levels() {
    for (text, level) in [
        ("A1", 1),
        ("Nybörjare", 1),
        ("Elementary proficiency", 1),
        ("grundläggande", 2),
        ("Limited working proficiency", 2),
        ("Goda kunskaper", 3),
        ("Intermediate", 3),
        ("Professional working proficiency", 3),
        ("Flytande i tal och skrift", 4),
        ("flytande", 4),
        ("Full professional proficiency", 4),
        ("Mycket goda kunskaper", 4),
        ("Modersmål", 5),
        ("Native speaker", 5),
        ("Native or bilingual proficiency", 5),
        ("Flytande (C1)", 5),
        ("B1 – intermediate", 3),
        ("C2/native", 5),
        ("4/5", 4),
        ("5 / 10", 3),
        ("80 %", 4),
        ("81%", 5),
        (" Expert. ", 5),
    ] {
        assert_eq!(of(text), Some(level), "{text}");
    }
}

#[test]
fn others_stay_words() {
    for text in [
        "",
        "good, but rusty",
        "0/5",
        "7/5",
        "1/0",
        "110 %",
        "2014/2015",
        "certified",
        "B3",
        "goda vänner",
        "(",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn a_level_is_one_of_five(text in "\\PC{0,12}", part in any::<u32>(), whole in any::<u32>()) {
        for text in [text, format!("{part}/{whole}"), format!("{part} %")] {
            prop_assert!(of(&text).is_none_or(|level| (1..=cv::level::MOST).contains(&level)));
        }
    }
}

/// What is offered for a language is known when it is drawn, in every language.
#[test]
fn what_is_offered_has_a_level() {
    let levels = cv::level::CEFR.map(of);
    assert_eq!(levels, [1, 2, 3, 4, 5, 5].map(Some));
    for language in cv::Language::ALL {
        let word = cv::level::mother_tongue(*language);
        assert_eq!(of(word), Some(MOST), "{word}");
        assert!(cv::level::is_mother_tongue(word), "{word}");
    }
    assert!(cv::level::is_mother_tongue(
        "Native or bilingual proficiency"
    ));
    assert!(!cv::level::is_mother_tongue("C1"));
    assert_eq!(of("non-native"), None);
}
