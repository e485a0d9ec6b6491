//! Rules about what is there, about dates, links and the whole.

use advice::{Part, What, advise};
use cv::{Field, Id, Language, PersonalField, SectionKind};

use crate::support::{advice, blank, calm, found, job, only, put, today};

#[test]
fn a_calm_document_has_no_hints_and_neither_has_a_blank_one() {
    for language in [Language::Swedish, Language::English, Language::Finnish] {
        assert_eq!(found(&calm(language)), []);
        assert_eq!(found(&blank(language)), []);
    }
}

#[test]
fn what_is_there_is_a_list_and_no_figure() {
    let parts = advice(&calm(Language::English)).parts;
    let there = |part| parts[&part];
    assert!(there(Part::Name) && there(Part::Contact) && there(Part::Summary) && there(Part::Work));
    assert!(!there(Part::City) && !there(Part::Education) && !there(Part::Languages));
    assert_eq!(parts.len(), 8);
    assert!(
        advice(&blank(Language::English))
            .parts
            .values()
            .all(|there| !there)
    );
}

#[test]
fn a_reader_wants_a_name_a_way_to_reach_somebody_and_a_summary() {
    let mut document = blank(Language::English);
    job(
        &mut document,
        "2020-01",
        "ongoing",
        &["Cut costs by 5 per cent"],
    );
    assert_eq!(
        found(&document),
        [What::NoName, What::NoContact, What::NoSummary]
    );
    let first = advice(&document).hints.remove(1);
    assert_eq!(first.place.unwrap().item, Some(Id::BASICS));
    // A telephone number is a way too.
    let mut document = calm(Language::English);
    document.basics.fields.remove(&Field::Email);
    assert_eq!(found(&document), [What::NoContact]);
    let phone = cv::Value::Text("070-123 45 67".into());
    document.basics.fields.insert(Field::Phone, phone);
    assert_eq!(found(&document), []);
}

#[test]
fn what_is_hidden_is_no_concern_of_readers() {
    let mut document = calm(Language::English);
    let id = job(&mut document, "", "", &[]);
    assert!(found(&document).contains(&What::DateMissing));
    for section in &mut document.sections {
        for item in section.items.iter_mut().filter(|item| item.id == id) {
            item.hidden = true;
        }
    }
    assert_eq!(found(&document), []);
}

#[test]
fn a_date_that_lacks_is_told_with_its_field() {
    let mut document = calm(Language::English);
    let id = job(&mut document, "2012-01", "", &["Ran 2 wards"]);
    let hint = only(&document, |what| *what == What::DateMissing);
    let place = hint.place.unwrap();
    assert_eq!((place.item, place.field), (Some(id), Some(Field::EndDate)));
    let study = [(Field::Institution, "KTH"), (Field::Area, "Chemistry")];
    put(&mut document, SectionKind::Education, &study);
    assert_eq!(found(&document), [What::DateMissing, What::DateMissing]);
    // Of a study one of the two will do, and an interest has none.
    let mut document = calm(Language::English);
    let study = [(Field::Institution, "KTH"), (Field::EndDate, "2019")];
    put(&mut document, SectionKind::Education, &study);
    put(
        &mut document,
        SectionKind::Interests,
        &[(Field::Name, "Chess")],
    );
    assert_eq!(found(&document), []);
}

#[test]
fn a_date_that_cannot_be_is_told() {
    let with = |from: &str, to: &str| {
        let mut document = calm(Language::English);
        job(&mut document, from, to, &["Ran 2 wards"]);
        found(&document)
    };
    assert_eq!(with("2019-09", "2018-02"), [What::EndBeforeStart]);
    assert_eq!(with("2019", "2019-07"), []);
    assert_eq!(with("2019-05", "2019"), []);
    assert_eq!(with("spring of 2018", "2019"), [What::DateUnreadable]);
    assert_eq!(with("2031-01", "ongoing"), [What::DateUnlikely]);
    assert_eq!(with("2027-01", "ongoing"), []);
    assert_eq!(
        with("1902-01", "1904-01"),
        [What::DateUnlikely, What::DateUnlikely]
    );
    let mut document = calm(Language::English);
    let award = [(Field::Title, "Prize"), (Field::Date, "2027-05")];
    put(&mut document, SectionKind::Awards, &award);
    assert_eq!(found(&document), [What::DateUnlikely]);
}

#[test]
fn a_gap_is_told_with_its_months_and_overlaps_are_none() {
    let between = |to: &str| {
        let mut document = calm(Language::English);
        job(&mut document, "2015-01", to, &["Ran 2 wards"]);
        found(&document)
    };
    // The other job begins in January 2020.
    let gap = What::Gap {
        from: "2019-05".parse().unwrap(),
        to: "2019-12".parse().unwrap(),
        months: 8,
    };
    assert_eq!(between("2019-04"), [gap]);
    assert_eq!(between("2019-06"), []);
    assert_eq!(between("2019"), []);
    assert_eq!(between("2022-01"), []);
    // Study fills it, and nobody asks about a time long ago.
    let mut document = calm(Language::English);
    job(&mut document, "2015-01", "2017-04", &["Ran 2 wards"]);
    let study = [
        (Field::Institution, "KTH"),
        (Field::StartDate, "2017-08"),
        (Field::EndDate, "2019-12"),
    ];
    put(&mut document, SectionKind::Education, &study);
    job(&mut document, "1995-01", "1996-01", &["Ran 2 wards"]);
    job(&mut document, "1999-01", "2014-12", &["Ran 2 wards"]);
    assert!(
        !found(&document)
            .iter()
            .any(|what| matches!(what, What::Gap { .. }))
    );
}

#[test]
fn too_many_pages_are_told_except_to_who_publishes() {
    let mut document = calm(Language::Swedish);
    let pages = |document: &cv::Document, pages| {
        let hints = advise(document, pages, today()).hints;
        hints.into_iter().map(|hint| hint.what).collect::<Vec<_>>()
    };
    assert_eq!(pages(&document, Some(2)), []);
    assert_eq!(pages(&document, None), []);
    assert_eq!(pages(&document, Some(3)), [What::TooManyPages { pages: 3 }]);
    for _ in 0..3 {
        let paper = [(Field::Name, "On ions"), (Field::ReleaseDate, "2020")];
        put(&mut document, SectionKind::Publications, &paper);
    }
    assert_eq!(pages(&document, Some(6)), []);
}

#[test]
fn links_are_told_that_are_not_encrypted() {
    let mut document = calm(Language::English);
    let page = cv::Value::Text("http://example.com".into());
    document.basics.fields.insert(Field::Url, page);
    let hint = only(&document, |what| *what == What::LinkNotSecure { links: 1 });
    assert_eq!(hint.place.unwrap().field, Some(Field::Url));
    for good in ["https://example.com", "example.com"] {
        let page = cv::Value::Text(good.into());
        document.basics.fields.insert(Field::Url, page);
        assert_eq!(found(&document), []);
    }
}

#[test]
fn custom_is_told_of_photos_and_personal_details() {
    let mut document = calm(Language::Swedish);
    document.personal = Some(cv::Personal::default());
    assert_eq!(found(&document), []);
    let references = [(PersonalField::BirthDate, Id(7))].into();
    document.personal = Some(cv::Personal { references });
    assert_eq!(found(&document), [What::Details]);
    let mut document = calm(Language::English);
    document.photo = Some(photo());
    assert_eq!(found(&document), [What::Photo]);
    // Custom elsewhere is not known.
    document.language = Language::German;
    assert_eq!(found(&document), []);
}

fn photo() -> cv::Photo {
    cv::Photo {
        file: cv::PhotoFile(7),
        width: 400,
        height: 400,
        shape: cv::PhotoShape::Round,
        hidden: false,
    }
}

#[test]
fn a_language_has_a_level() {
    let mut document = calm(Language::English);
    let level = [(Field::Language, "German"), (Field::Fluency, "B1")];
    put(&mut document, SectionKind::Languages, &level);
    assert_eq!(found(&document), []);
    put(
        &mut document,
        SectionKind::Languages,
        &[(Field::Language, "French")],
    );
    assert_eq!(found(&document), [What::NoLevel]);
}

#[test]
fn references_on_request_are_told_kindly_in_both_languages() {
    for (language, text) in [
        (Language::Swedish, "Referenser lämnas gärna på begäran."),
        (Language::English, "References are available on request."),
    ] {
        let mut document = calm(language);
        put(
            &mut document,
            SectionKind::References,
            &[(Field::Reference, text)],
        );
        assert_eq!(found(&document), [What::ReferencesOnRequest]);
    }
    let mut document = calm(Language::English);
    let text = [
        (Field::Name, "Siv Berg"),
        (Field::Reference, "A pleasure to work with."),
    ];
    put(&mut document, SectionKind::References, &text);
    assert_eq!(found(&document), []);
}

#[test]
fn a_letter_and_a_profile_are_no_cv() {
    let mut document = calm(Language::English);
    document.basics.fields.remove(&Field::Email);
    document.kind = cv::Kind::Profile;
    assert_eq!(advise(&document, Some(9), today()).hints, []);
}
