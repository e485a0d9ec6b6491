//! The languages of documents.

use std::collections::BTreeSet;

use cv::Language;

use crate::support::import;

#[test]
fn every_language_is_read_by_its_tag() {
    let mut names = BTreeSet::new();
    for language in Language::ALL {
        let tag = language.tag();
        assert_eq!(Language::from_tag(tag), Some(*language));
        assert_eq!(
            Language::from_tag(&tag.to_uppercase().replace('-', "_")),
            Some(*language)
        );
        assert_eq!(
            serde_json::to_string(language).expect("is a string"),
            format!("\"{tag}\"")
        );
        assert!(names.insert(language.name()), "{tag}");
    }
    assert_eq!(names.len(), 34);
}

#[test]
fn tags_of_places_scripts_and_other_times() {
    let read = |tag| Language::from_tag(tag).map(Language::tag);
    for (tag, language) in [
        ("de-AT", "de"),
        ("pt_BR", "pt"),
        ("no", "nb"),
        ("iw-IL", "he"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh_HK", "zh-Hant"),
    ] {
        assert_eq!(read(tag), Some(language), "{tag}");
    }
    for tag in ["", "-", "tlh", "zz-SE", "svenska", "nn"] {
        assert_eq!(read(tag), None, "{tag}");
    }
}

#[test]
fn three_are_written_leftwards() {
    let rtl = Language::ALL.iter().filter(|language| language.is_rtl());
    let tags: Vec<&str> = rtl.map(|language| language.tag()).collect();
    assert_eq!(tags, ["he", "ar", "fa"]);
}

#[test]
fn a_file_may_say_any_of_them_and_an_unknown_one_is_guessed() {
    let language = |tag: &str| {
        let file = format!(
            r#"{{ "basics": {{ "name": "A", "summary": "och som en av de på till" }},
                "meta": {{ "language": "{tag}" }} }}"#
        );
        import(&file).document.language
    };
    assert_eq!(language("ar-EG"), Language::Arabic);
    assert_eq!(language("zh-TW"), Language::TraditionalChinese);
    assert_eq!(language("tlh"), Language::Swedish);
}
