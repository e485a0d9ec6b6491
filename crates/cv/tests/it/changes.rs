//! What differs between two versions, as it is told to a person.

use cv::changes::{self, Change, Look, PhotoChange, Piece, Place, Told, What, as_told, pieces};
use cv::{
    Document, Edit, Field, Id, Inline, Item, Line, Paging, Photo, PhotoFile, PhotoShape, RichText,
    Section, SectionKind, Span, Value, When,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::{document, text};
use crate::support::{after, blank, section, with_basics};
use crate::wishes::{Wish, wish};

fn wished(document: &Document, wishes: &[Wish]) -> Document {
    let mut document = document.clone();
    for wish in wishes {
        let edit = wish.edit(&document);
        let _ = cv::apply(&mut document, &edit);
    }
    document
}

/// Something is told exactly where something can be seen, and counted as it is told.
fn assert_law(old: &Document, new: &Document) {
    let told = changes::changes(old, new);
    assert_eq!(told.len(), changes::count(old, new), "{told:?}");
    assert_eq!(told.is_empty(), as_told(old) == as_told(new), "{told:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_change_is_told_exactly_where_there_is_one(
        start in document(),
        one in vec(wish(), 0..6),
        two in vec(wish(), 0..3),
    ) {
        let one = wished(&start, &one);
        let two = wished(&one, &two);
        assert_law(&start, &start);
        assert_law(&start, &one);
        assert_law(&one, &two);
        assert_law(&two, &one);
    }

    /// Ids count from one in both, so nearly each is something else in the other.
    #[test]
    fn any_two_documents_can_be_told_apart(old in document(), new in document()) {
        assert_law(&old, &new);
    }

    /// What is the same or gone is the old text, what is the same or new the new one,
    /// and no two pieces of a sort follow each other.
    #[test]
    fn pieces_are_both_texts(old in vec(text(), 0..4), new in vec(text(), 0..4)) {
        let (old, new) = (old.concat(), new.concat());
        let pieces = pieces(&old, &new);
        let (mut was, mut is) = (String::new(), String::new());
        for piece in &pieces {
            match piece {
                Piece::Same(text) => { was += text; is += text; }
                Piece::Gone(text) => was += text,
                Piece::New(text) => is += text,
            }
        }
        prop_assert_eq!((was, is), (old, new));
        for pair in pieces.windows(2) {
            prop_assert_ne!(std::mem::discriminant(&pair[0]), std::mem::discriminant(&pair[1]));
        }
    }
}

/// A change in a line, to be compared.
fn line(change: &Change<'_>) -> String {
    let place = match change.place {
        Place::Document => "document".to_owned(),
        Place::Basics => "basics".to_owned(),
        Place::Section(section) => section.kind.json().to_owned(),
        Place::Item(section, item) => {
            format!("{} {}", section.kind.json(), item.text(Field::Position))
        }
    };
    let what = match &change.what {
        What::Field(field, Told::Words(pieces)) => {
            let piece = |piece: &Piece| match piece {
                Piece::Same(text) => text.clone(),
                Piece::Gone(text) => format!("[-{text}]"),
                Piece::New(text) => format!("[+{text}]"),
            };
            let words: String = pieces.iter().map(piece).collect();
            format!("{} {words}", field.json())
        }
        What::Field(field, told) => format!("{} {told:?}", field.json()),
        what => format!("{what:?}"),
    };
    format!("{place}: {what}")
}

fn told(old: &Document, new: &Document) -> Vec<String> {
    changes::changes(old, new).iter().map(line).collect()
}

fn job(id: u64, position: &str) -> Item {
    let mut item = Item::new(Id(id));
    item.fields
        .insert(Field::Position, Value::Text(position.into()));
    item
}

/// Jobs, in a document with nothing else.
fn with_jobs(positions: &[&str]) -> Document {
    let mut document = blank();
    document.sections.retain(|s| s.kind == SectionKind::Work);
    let jobs = (500..).zip(positions);
    document.sections[0].items = jobs.map(|(id, position)| job(id, position)).collect();
    document
}

#[test]
fn words_are_told_word_by_word() {
    let old = with_basics(&[(Field::Label, "Developer of web pages")]);
    let new = with_basics(&[(Field::Label, "Developer of fine web pages, and more")]);
    let expected = "basics: label Developer of [+fine ]web [-pages][+pages, and more]";
    assert_eq!(told(&old, &new), [expected]);
    let (was, is) = ("one two", "");
    assert_eq!(pieces(was, is), [Piece::Gone(was.to_owned())]);
    // Too long to be compared, and nothing alike: two texts.
    let long = |word: &str| (0..4000).map(|n| format!("{word}{n} ")).collect::<String>();
    let (was, is) = (long("a"), long("b"));
    let expected = [Piece::Gone(was.clone()), Piece::New(is.clone())];
    assert_eq!(pieces(&was, &is), expected);
}

/// Each of them alone is told word by word.
#[test]
fn many_long_texts_are_told_as_texts_when_the_work_is_done() {
    let long = |word: &str| (0..600).map(|n| format!("{word}{n} ")).collect::<String>();
    let jobs = |word: &str| {
        let position = format!("{}same {}", long(word), long(word));
        with_jobs(&[position.as_str(), position.as_str()])
    };
    let (old, new) = (jobs("a"), jobs("b"));
    let told = changes::changes(&old, &new);
    let by_word = |change: &Change<'_>| match &change.what {
        What::Field(_, Told::Words(pieces)) => pieces.iter().any(|it| matches!(it, Piece::Same(_))),
        _ => false,
    };
    let by_word: Vec<bool> = told.iter().map(by_word).collect();
    assert_eq!(by_word, [true, false]);
    assert_eq!(changes::count(&old, &new), 2);
}

#[test]
fn entries_are_told_where_they_stand_or_stood() {
    let old = with_jobs(&["First", "Second", "Third", "Fourth"]);
    let work = old.sections[0].id;
    let edits = [
        Edit::RemoveItem { item: Id(501) },
        Edit::MoveItem {
            item: Id(503),
            section: work,
            place: cv::Place::First,
        },
        Edit::AddItem {
            section: work,
            place: cv::Place::After(Id(500)),
            item: job(600, "New"),
        },
        Edit::SetItemHidden {
            item: Id(502),
            hidden: true,
        },
        Edit::SetItemPaging {
            item: Id(502),
            paging: Paging {
                together: true,
                new_page: false,
            },
        },
    ];
    let new = after(&old, &edits);
    let expected = [
        "work Fourth: Moved",
        "work Second: Removed",
        "work New: Added",
        "work Third: Hidden",
        "work Third: Paging",
    ];
    assert_eq!(told(&old, &new), expected);
    let back = [
        "work Second: Added",
        "work New: Removed",
        "work Third: Shown",
        "work Third: Paging",
        "work Fourth: Moved",
    ];
    let mut told = told(&new, &old);
    told.sort_unstable();
    let mut back = back.map(str::to_owned);
    back.sort_unstable();
    assert_eq!(told, back);
}

#[test]
fn an_entry_that_went_to_another_section_has_moved() {
    let mut old = with_jobs(&["First", "Second"]);
    let mut other = Section::new(Id(900), SectionKind::Work);
    other.items.push(job(901, "Other"));
    old.sections.push(other);
    let edit = Edit::MoveItem {
        item: Id(501),
        section: Id(900),
        place: cv::Place::First,
    };
    let new = after(&old, &[edit]);
    assert_eq!(told(&old, &new), ["work Second: Moved"]);
    // Also where its section is gone.
    let new = after(
        &new,
        &[Edit::RemoveSection {
            section: old.sections[0].id,
        }],
    );
    assert_eq!(told(&old, &new), ["work: Removed", "work Second: Moved"]);
}

#[test]
fn sections_are_told_as_a_whole() {
    let old = blank();
    let id = |kind| section(&old, kind).id;
    let mut courses = Section::new(Id(900), SectionKind::Courses);
    let mut course = Item::new(Id(901));
    let name = Value::Text("A course".into());
    course.fields.insert(Field::Name, name);
    courses.items.push(course);
    let edits = [
        Edit::RemoveSection {
            section: id(SectionKind::Awards),
        },
        Edit::SetHeading {
            section: id(SectionKind::Work),
            heading: Some("Jobs".into()),
        },
        Edit::SetSectionHidden {
            section: id(SectionKind::Skills),
            hidden: true,
        },
        Edit::AddSection {
            place: cv::Place::First,
            section: courses,
        },
        Edit::MoveSection {
            section: id(SectionKind::References),
            place: cv::Place::First,
        },
    ];
    let new = after(&old, &edits);
    let expected = [
        "references: Moved",
        "courses: Added",
        "work: Heading { old: None, new: Some(\"Jobs\") }",
        "skills: Hidden",
        "awards: Removed",
    ];
    assert_eq!(told(&old, &new), expected);
}

#[test]
fn dates_ticks_lists_and_forms_of_text_are_told_as_what_they_are() {
    let mut old = with_jobs(&["First"]);
    let inline = |id: u64, text: &str| Line {
        id: Id(id),
        text: Inline::plain(text),
    };
    let fields = &mut old.sections[0].items[0].fields;
    let summary = Value::Rich(RichText::plain("Calm work"));
    fields.insert(Field::Summary, summary);
    let lines = vec![inline(700, "One"), inline(701, "Two")];
    fields.insert(Field::Highlights, Value::Lines(lines));
    fields.insert(Field::EndDate, Value::When(When::Ongoing));

    let mut new = old.clone();
    let fields = &mut new.sections[0].items[0].fields;
    // The same words, one of them bold.
    let bold = Span {
        bold: true,
        ..Span::plain("Calm")
    };
    let text = Inline(vec![bold, Span::plain(" work")]);
    fields.insert(
        Field::Summary,
        Value::Rich(RichText(vec![cv::Block::Paragraph(text)])),
    );
    let lines = vec![inline(700, "One"), inline(702, "Three"), inline(703, " ")];
    fields.insert(Field::Highlights, Value::Lines(lines));
    let ended = When::Date("2021-03".parse().unwrap());
    fields.insert(Field::EndDate, Value::When(ended));
    fields.insert(Field::SameEmployer, Value::Text(cv::schema::SET.into()));
    let expected = [
        "work First: sameEmployer Set(true)",
        "work First: endDate When { old: Some(Ongoing), new: Some(Date(PartialDate { year: 2021, month: Some(3), day: None })) }",
        "work First: summary Form",
        "work First: highlights One\n[-Two][+Three]",
    ];
    assert_eq!(told(&old, &new), expected);
    // Other ids and a blank line are nothing that anybody sees.
    let mut same = old.clone();
    let lines = vec![inline(800, "One"), inline(801, "Two"), inline(802, "")];
    let fields = &mut same.sections[0].items[0].fields;
    fields.insert(Field::Highlights, Value::Lines(lines));
    assert_eq!(told(&old, &same), [""; 0]);
}

#[test]
fn looks_are_told_before_all_else_and_layout_versions_not_at_all() {
    let old = blank();
    let mut new = old.clone();
    new.template.layout = "another".into();
    new.template.breaks = Some("0".into());
    new.personal = Some(cv::Personal::default());
    assert_eq!(told(&old, &new), [""; 0]);
    new.template.name = "celsius".into();
    new.design.page_numbers = false;
    new.paper = cv::Paper::Letter;
    let photo = |file, hidden| {
        Some(Photo {
            file: PhotoFile(file),
            width: 9,
            height: 9,
            shape: PhotoShape::Round,
            hidden,
        })
    };
    new.photo = photo(1, false);
    let whats: Vec<What<'_>> = changes::changes(&old, &new)
        .into_iter()
        .map(|c| c.what)
        .collect();
    let expected = [
        What::Paper {
            old: old.paper,
            new: new.paper,
        },
        What::Template {
            old: "linne",
            new: "celsius",
        },
        What::Look(Look::PageNumbers),
        What::Photo(PhotoChange::Added),
    ];
    assert_eq!(whats, expected);
    let mut other = new.clone();
    for (photo, change) in [
        (photo(1, true), PhotoChange::Hidden),
        (photo(2, true), PhotoChange::Replaced),
        (None, PhotoChange::Removed),
    ] {
        other.photo = photo;
        let told = changes::changes(&new, &other);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].what, What::Photo(change));
    }
}
