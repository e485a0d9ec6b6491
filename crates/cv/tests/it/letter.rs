//! The cover letter: a document of its own kind that goes with a CV.

use cv::schema::shape_in;
use cv::{
    Color, Design, Document, Edit, Field, Id, Kind, Language, Line, PartialDate, Redaction,
    SectionKind, Shape, Value, When, apply, diff, example_letter, export_full, export_shown,
    file_name, format, letter_of, merge, redacted,
};

use crate::support::{after, ids_from, import, shown_texts, template, with_basics, words};

fn day(text: &str) -> PartialDate {
    text.parse().expect("a date")
}

fn letter() -> Document {
    Document::letter(
        Language::Swedish,
        template(),
        Some(day("2026-11-28")),
        ids_from(100),
    )
}

fn item(document: &Document) -> Id {
    document.letter_item().expect("is there").id
}

fn set(document: &Document, field: Field, text: &str) -> Edit {
    Edit::SetField {
        item: item(document),
        field,
        value: Some(Value::Text(text.to_owned())),
    }
}

#[test]
fn a_new_letter_has_one_item_and_its_day() {
    let letter = letter();
    assert_eq!(letter.kind, Kind::Letter);
    assert_eq!(letter.check(), Ok(()));
    let sections: Vec<_> = letter.sections.iter().map(|s| s.kind).collect();
    assert_eq!(sections, [SectionKind::Letter]);
    let item = letter.letter_item().expect("is there");
    let today = When::Date(day("2026-11-28"));
    assert_eq!(item.when(Field::Date), Some(&today));
    assert_eq!(item.fields.len(), 1);
    // Without a clock it is blank.
    let blank = Document::letter(Language::English, template(), None, ids_from(0));
    assert!(blank.is_blank() && !letter.is_blank());
}

/// The fields of a letter in the order of reading it: whom, when, what.
#[test]
fn its_fields_are_asked_for_as_it_is_read() {
    let fields: Vec<&str> = SectionKind::Letter
        .fields()
        .iter()
        .map(|(field, _)| field.json())
        .collect();
    let order = "organization recipient address location date subject salutation body closing \
                 signature enclosures";
    assert_eq!(fields.join(" "), order);
    let fields = SectionKind::Letter.fields();
    assert_eq!(shape_in(fields, Field::Body), Some(Shape::Rich));
}

#[test]
fn no_new_cv_has_one() {
    assert!(!SectionKind::Letter.is_usual() && !SectionKind::Letter.is_custom());
    let cv = with_basics(&[]);
    assert!(cv.letter_item().is_none() && cv.companion().is_none());
}

#[test]
fn a_letter_for_a_cv_has_its_sender_and_its_looks() {
    let mut cv = with_basics(&[(Field::Name, "Anna Lind"), (Field::Email, "a@example.se")]);
    cv.language = Language::Finnish;
    cv.paper = cv::Paper::Letter;
    cv.template.breaks = Some("breaks".into());
    cv.design = Design {
        accent: Some(Color::new(0x33_66_99)),
        ..Design::default()
    };
    cv.photo = Some(cv::Photo {
        file: cv::PhotoFile(7),
        width: 480,
        height: 480,
        shape: cv::PhotoShape::Round,
        hidden: false,
    });
    let letter = letter_of(&cv, Id(77), None, ids_from(100));
    assert_eq!(letter.check(), Ok(()));
    assert_eq!(letter.kind, Kind::Letter);
    assert_eq!(letter.basics.fields, cv.basics.fields);
    assert_eq!(
        (letter.language, letter.paper, &letter.design),
        (cv.language, cv.paper, &cv.design)
    );
    assert_eq!(letter.template.name, cv.template.name);
    // What is the CV's alone stays with it.
    assert_eq!((letter.photo, &letter.template.breaks), (None, &None));
    assert!(letter.shown().sections().next().is_none());
}

/// It names its CV, and keeps the name through everything that is done with it.
#[test]
fn a_letter_knows_the_cv_that_it_was_written_for() {
    let cv = with_basics(&[(Field::Name, "Anna Lind")]);
    let letter = letter_of(&cv, Id(77), Some(day("2026-11-28")), ids_from(100));
    assert_eq!(letter.companion(), Some(Id(77)));
    let again = import(export_full(&letter)).document;
    assert_eq!(again, letter);
    let changed = after(&letter, &[set(&letter, Field::Subject, "Ansökan")]);
    assert_eq!(changed.companion(), Some(Id(77)));
    // What others get knows of no other document.
    assert_eq!(redacted(&letter, &Redaction::none()).companion(), None);
}

#[test]
fn changes_of_a_letter_are_edits_like_any_other() {
    let base = letter();
    let ours = after(&base, &[set(&base, Field::Subject, "Ansökan")]);
    let theirs = after(&base, &[set(&base, Field::Closing, "Hälsningar")]);
    let both = merge(&base, &ours, &theirs).document;
    let written = both.letter_item().expect("is there");
    assert_eq!(written.text(Field::Subject), "Ansökan");
    assert_eq!(written.text(Field::Closing), "Hälsningar");
    assert_eq!(after(&base, &diff(&base, &both)), both);

    let mut changed = both.clone();
    let misfit = set(&both, Field::Body, "no rich text");
    assert!(apply(&mut changed, &misfit).is_err());
    assert_eq!(changed, both);
}

#[test]
fn what_is_written_twice_is_offered() {
    let base = letter();
    let ours = after(&base, &[set(&base, Field::Subject, "Ours")]);
    let theirs = after(&base, &[set(&base, Field::Subject, "Theirs")]);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.others.len(), 1);
    assert_eq!(merged.document, ours);
}

#[test]
fn the_backup_of_a_letter_is_whole() {
    for language in [Language::Swedish, Language::English] {
        let letter = example_letter(language, template(), ids_from(0));
        let again = import(export_full(&letter));
        assert!(again.report.is_empty());
        assert_eq!(again.document, letter);
        assert_eq!(format::load(&format::save(&letter)), Ok(letter));
    }
}

/// A PDF carries this, and opens again as a letter.
#[test]
fn a_letter_comes_back_as_a_letter() {
    let letter = example_letter(Language::Swedish, template(), ids_from(0));
    let exported = export_shown(letter.shown());
    let again = import(&exported.json);
    assert!(again.report.is_empty(), "{}", exported.json);
    assert_eq!(again.document, letter);
    // An empty one too, with the item that its form needs.
    let empty = import(export_shown(self::letter().shown()).json).document;
    assert_eq!(empty.kind, Kind::Letter);
    assert!(empty.letter_item().is_some());
    assert_eq!(empty.check(), Ok(()));
}

#[test]
fn a_hidden_letter_is_in_no_output() {
    let mut letter = example_letter(Language::English, template(), ids_from(0));
    letter.sections[0].hidden = true;
    let seen = redacted(&letter, &Redaction::none());
    assert!(seen.letter_item().is_none());
    assert!(!export_shown(letter.shown()).json.contains("Margaret"));
}

#[test]
fn the_examples_are_whole_letters() {
    for (language, file) in [
        (
            Language::Swedish,
            include_str!("../../examples/letter-sv.json"),
        ),
        (
            Language::English,
            include_str!("../../examples/letter-en.json"),
        ),
    ] {
        let letter = example_letter(language, template(), ids_from(0));
        assert!(import(file).report.is_empty());
        assert_eq!((letter.kind, letter.language), (Kind::Letter, language));
        assert_eq!(letter.check(), Ok(()));
        assert_eq!(letter.sections.len(), 1);
        let item = letter.letter_item().expect("is there");
        for (field, _) in SectionKind::Letter.fields() {
            // Who signs is who sends it.
            let needed = *field != Field::Signature;
            assert_eq!(item.fields.contains_key(field), needed, "{field:?}");
        }
        let person = cv::example(language, template(), ids_from(0));
        for (field, _) in cv::schema::BASICS {
            assert_eq!(letter.basics.text(*field), person.basics.text(*field));
        }
        // A page of letter is some 200 to 300 words.
        let count: usize = shown_texts(&letter).iter().map(|t| words(t).len()).sum();
        assert!((200..320).contains(&count), "{count}");
        let straight = ["\"", "'", "..."];
        for text in shown_texts(&letter) {
            assert!(straight.iter().all(|mark| !text.contains(mark)), "{text}");
        }
    }
}

#[test]
fn a_letter_is_saved_under_a_name_that_says_so() {
    let mut letter = letter();
    let name = Value::Text("Åsa Öberg".into());
    letter.basics.fields.insert(Field::Name, name);
    assert_eq!(file_name(letter.shown()), "Åsa-Öberg-Personligt-brev");
    letter.language = Language::German;
    assert_eq!(file_name(letter.shown()), "Åsa-Öberg-Letter");
    letter.basics.fields.clear();
    assert_eq!(file_name(letter.shown()), "Letter");
}

#[test]
fn its_lists_keep_to_the_limits() {
    let mut letter = letter();
    let lines = (0..cv::limits::ITEMS as u64).map(|n| Line {
        id: Id(10_000 + n),
        text: cv::Inline::plain("x"),
    });
    let edit = Edit::SetField {
        item: item(&letter),
        field: Field::Enclosures,
        value: Some(Value::Lines(lines.collect())),
    };
    let before = letter.clone();
    assert!(apply(&mut letter, &edit).is_err());
    assert_eq!(letter, before);
}
