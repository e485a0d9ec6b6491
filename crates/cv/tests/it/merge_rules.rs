//! The rules of merging, one by one: texts, items, lines and looks.

use cv::limits;
use cv::{
    Document, Edit, Field, Id, Inline, Item, Language, Line, Merged, Other, Paper, PersonalField,
    Place, Section, SectionKind, Value, merge,
};

use crate::support::{after, blank};

/// A CV with two sections of jobs: 100 with the jobs 110, 120 and 130, and 200
/// with 210. Each has a name and the lines 1 and 2 more than its own id.
pub(crate) fn start() -> Document {
    let mut document = blank();
    document.sections = vec![jobs(100, &[110, 120, 130]), jobs(200, &[210])];
    document
}

pub(crate) fn jobs(id: u64, items: &[u64]) -> Section {
    Section {
        items: items.iter().map(|id| job(*id)).collect(),
        ..Section::new(Id(id), SectionKind::Work)
    }
}

pub(crate) fn job(id: u64) -> Item {
    let mut item = Item::new(Id(id));
    let lines = vec![line(id + 1, "one"), line(id + 2, "two")];
    item.fields.insert(Field::Highlights, Value::Lines(lines));
    item.fields.insert(Field::Name, Value::Text("name".into()));
    item
}

pub(crate) fn line(id: u64, text: &str) -> Line {
    Line {
        id: Id(id),
        text: Inline::plain(text),
    }
}

pub(crate) fn named(item: u64, name: &str) -> Edit {
    Edit::SetField {
        item: Id(item),
        field: Field::Name,
        value: (!name.is_empty()).then(|| Value::Text(name.into())),
    }
}

pub(crate) fn written(line: u64, text: &str) -> Edit {
    Edit::SetLine {
        item: Id(line / 10 * 10),
        field: Field::Highlights,
        line: Id(line),
        text: Inline::plain(text),
    }
}

pub(crate) fn line_removed(line: u64) -> Edit {
    Edit::RemoveLine {
        item: Id(line / 10 * 10),
        field: Field::Highlights,
        line: Id(line),
    }
}

pub(crate) fn headed(section: u64, heading: &str) -> Edit {
    Edit::SetHeading {
        section: Id(section),
        heading: Some(heading.into()),
    }
}

pub(crate) fn removed(item: u64) -> Edit {
    Edit::RemoveItem { item: Id(item) }
}

pub(crate) fn section_removed(section: u64) -> Edit {
    Edit::RemoveSection {
        section: Id(section),
    }
}

pub(crate) fn moved(item: u64, section: u64, after: u64) -> Edit {
    Edit::MoveItem {
        item: Id(item),
        section: Id(section),
        place: place(after),
    }
}

pub(crate) fn added(item: Item, section: u64, after: u64) -> Edit {
    Edit::AddItem {
        section: Id(section),
        place: place(after),
        item,
    }
}

pub(crate) fn place(after: u64) -> Place {
    match after {
        0 => Place::First,
        id => Place::After(Id(id)),
    }
}

pub(crate) fn merged(ours: &[Edit], theirs: &[Edit]) -> Merged {
    let start = start();
    let (ours, theirs) = (after(&start, ours), after(&start, theirs));
    let merged = merge(&start, &ours, &theirs);
    assert_eq!(merged.document.check(), Ok(()));
    merged
}

/// The merged document is that of these edits, with this to be looked at.
#[track_caller]
pub(crate) fn assert_merged(
    ours: &[Edit],
    theirs: &[Edit],
    want: &[Edit],
    others: &[Edit],
    returned: &[u64],
) {
    let got = merged(ours, theirs);
    assert_eq!(got.document, after(&start(), want));
    let others: Vec<Other> = others.iter().cloned().map(Other).collect();
    assert_eq!(got.others, others);
    let returned: Vec<Id> = returned.iter().copied().map(Id).collect();
    assert_eq!(got.returned, returned);
}

/// The same, whichever of the two is ours.
#[track_caller]
pub(crate) fn assert_either_way(one: &[Edit], two: &[Edit], want: &[Edit], returned: &[u64]) {
    assert_merged(one, two, want, &[], returned);
    assert_merged(two, one, want, &[], returned);
}

#[test]
fn different_places_are_both_taken() {
    let one = [named(110, "a"), written(121, "b")];
    let two = [written(111, "c"), headed(100, "Jobs"), removed(210)];
    assert_either_way(&one, &two, &[&one[..], &two[..]].concat(), &[]);
}

#[test]
fn a_text_that_both_changed_stays_ours_and_theirs_is_offered() {
    type Change = fn(&str) -> Edit;
    let changes: [Change; 3] = [|t| named(110, t), |t| written(111, t), |t| headed(100, t)];
    for change in changes {
        let (ours, theirs) = (change("ours"), change("theirs"));
        let got = merged(std::slice::from_ref(&ours), std::slice::from_ref(&theirs));
        assert_eq!(got.document, after(&start(), std::slice::from_ref(&ours)));
        assert_eq!(got.others, [Other(theirs.clone())]);
        assert_eq!(got.returned, []);
        // To take it is to make the edit that it is.
        assert!(!got.others[0].is_in(&got.document));
        let taken = after(&got.document, std::slice::from_ref(&theirs));
        assert!(got.others[0].is_in(&taken));
        assert_eq!(taken, after(&start(), &[theirs]));
        // Nothing to choose where both wrote the same.
        let same = [change("same")];
        assert_merged(&same, &same, &same, &[], &[]);
    }
}

#[test]
fn a_text_cleared_by_one_and_changed_by_the_other() {
    let (cleared, changed) = ([named(110, "")], [named(110, "new")]);
    assert_merged(&cleared, &changed, &cleared, &changed, &[]);
    assert_merged(&changed, &cleared, &changed, &[], &[]);
    assert_either_way(
        &cleared,
        &[named(120, "x")],
        &[named(110, ""), named(120, "x")],
        &[],
    );
}

#[test]
fn an_item_deleted_by_one_and_edited_by_the_other_returns() {
    for edit in [
        named(120, "new"),
        written(122, "new"),
        line_removed(121),
        Edit::SetItemHidden {
            item: Id(120),
            hidden: true,
        },
        moved(120, 200, 210),
    ] {
        let edit = [edit];
        assert_either_way(&edit, &[removed(120)], &edit, &[120]);
    }
}

#[test]
fn an_item_deleted_by_one_and_left_alone_by_the_other_is_gone() {
    assert_either_way(&[removed(120)], &[], &[removed(120)], &[]);
    assert_either_way(&[removed(120)], &[moved(120, 100, 0)], &[removed(120)], &[]);
    let lines_turned = Edit::MoveLine {
        item: Id(120),
        field: Field::Highlights,
        line: Id(121),
        place: place(122),
    };
    assert_either_way(&[removed(120)], &[lines_turned], &[removed(120)], &[]);
    assert_either_way(&[removed(120)], &[removed(120)], &[removed(120)], &[]);
}

#[test]
fn lines_are_merged_one_by_one() {
    assert_either_way(
        &[line_removed(111)],
        &[written(112, "x")],
        &[line_removed(111), written(112, "x")],
        &[],
    );
    assert_either_way(
        &[line_removed(111)],
        &[written(111, "x")],
        &[written(111, "x")],
        &[111],
    );
    // A list that is cleared is one whose lines are all removed.
    let cleared = Edit::SetField {
        item: Id(110),
        field: Field::Highlights,
        value: None,
    };
    assert_either_way(
        &[cleared],
        &[written(112, "x")],
        &[line_removed(111), written(112, "x")],
        &[112],
    );
    let add = |id, text, after| Edit::AddLine {
        item: Id(110),
        field: Field::Highlights,
        place: place(after),
        line: line(id, text),
    };
    let (ours, theirs) = (
        [add(115, "a", 111)],
        [add(116, "b", 111), add(117, "c", 116)],
    );
    let got = merged(&ours, &theirs).document;
    let ids: Vec<u64> = got
        .item(Id(110))
        .unwrap()
        .lines(Field::Highlights)
        .iter()
        .map(|l| l.id.0)
        .collect();
    assert_eq!(ids, [111, 115, 116, 117, 112]);
}

#[test]
fn what_both_added_is_merged_field_by_field() {
    let (mut ours, mut theirs) = (job(140), job(140));
    let text = |text: &str| Value::Text(text.into());
    ours.fields.insert(Field::Position, text("ours"));
    theirs.fields.insert(Field::Position, text("theirs"));
    theirs.fields.insert(Field::Location, text("theirs"));
    let mut want = ours.clone();
    want.fields.insert(Field::Location, text("theirs"));
    let got = merged(&[added(ours, 100, 110)], &[added(theirs, 100, 110)]);
    assert_eq!(got.document, after(&start(), &[added(want, 100, 110)]));
    let other = Edit::SetField {
        item: Id(140),
        field: Field::Position,
        value: Some(text("theirs")),
    };
    assert_eq!(got.others, [Other(other)]);
}

#[test]
fn a_look_is_ours_if_ours_changed_it() {
    let language = Edit::SetLanguage {
        language: Language::Swedish,
    };
    let paper = Edit::SetPaper {
        paper: Paper::Letter,
    };
    let hide = |hidden| Edit::SetSectionHidden {
        section: Id(100),
        hidden,
    };
    let detail = |field, id: u64| Edit::SetPersonal {
        field,
        reference: Some(Id(id)),
    };
    let (gender, salary) = (PersonalField::Gender, PersonalField::Salary);
    let (one, two) = (
        [language, detail(gender, 1)],
        [paper, hide(true), detail(salary, 2)],
    );
    assert_either_way(&one, &two, &[&one[..], &two[..]].concat(), &[]);
    let (one, two) = ([detail(gender, 1)], [detail(gender, 2)]);
    assert_merged(&one, &two, &one, &[], &[]);
    assert_merged(&two, &one, &two, &[], &[]);
}

#[test]
fn breaks_go_with_the_template_that_made_them() {
    let template = |name: &str, breaks: Option<&str>| {
        let mut template = crate::support::template();
        template.name = name.into();
        template.breaks = breaks.map(String::from);
        [Edit::SetTemplate { template }]
    };
    let (other, ours) = (template("other", Some("a")), template("linne", Some("b")));
    assert_either_way(&other, &ours, &other, &[]);
    let theirs = template("linne", Some("c"));
    assert_merged(&ours, &theirs, &ours, &[], &[]);
    assert_merged(&[], &theirs, &theirs, &[], &[]);
    assert_merged(&other, &template("third", None), &other, &[], &[]);
}

/// A line taken to another job by one, and written in by the other.
#[test]
fn a_line_that_went_elsewhere_is_there_once() {
    let take_away = [
        line_removed(111),
        Edit::AddLine {
            item: Id(120),
            field: Field::Highlights,
            place: place(122),
            line: line(111, "one"),
        },
    ];
    let write = [written(111, "new")];
    let got = merged(&take_away, &write);
    assert_eq!(got.document, after(&start(), &write));
    assert_eq!(got.others, [Other(written(111, "one"))]);
    assert_eq!(got.returned, [Id(111)]);
}

#[test]
fn ours_stands_whole_where_both_together_are_too_much() {
    let full = "x".repeat(limits::FIELD_CHARS);
    let mut base = start();
    let count = 130;
    base.sections[0].items = (1_000..1_000 + count).map(|n| Item::new(Id(n))).collect();
    let fill = |edit: &dyn Fn(u64) -> Edit| {
        let edits: Vec<Edit> = (0..60).map(edit).collect();
        after(&base, &edits)
    };
    let ours = fill(&|n| named(1_000 + n, &full));
    let theirs = fill(&|n| match n {
        0 => headed(200, "theirs"),
        1 => written(211, "theirs"),
        2 => added(job(140), 200, 0),
        3 => named(1_000, "theirs"),
        4 => removed(1_010),
        n => named(1_000 + count - n, &full),
    });
    let got = merge(&base, &ours, &theirs);
    assert_eq!(got.document, ours);
    assert_eq!(got.returned, []);
    for edit in [
        headed(200, "theirs"),
        written(211, "theirs"),
        named(140, "name"),
        written(141, "one"),
        named(1_000, "theirs"),
    ] {
        assert!(got.others.contains(&Other(edit)));
    }
    assert_eq!(got.others.len(), 3 + 3 + 55);
    // As the rest of a merge, it comes to rest.
    assert_eq!(merge(&theirs, &got.document, &theirs).document, ours);
}

#[test]
fn each_choice_of_a_design_is_merged_by_itself() {
    let base = cv::Design::default();
    let ours = cv::Design {
        margins: cv::Step::new(1).unwrap(),
        ..base.clone()
    };
    let theirs = cv::Design {
        page_numbers: false,
        margins: cv::Step::new(-1).unwrap(),
        ..base
    };
    let set = |design| [Edit::SetDesign { design }];
    let got = merged(&set(ours), &set(theirs)).document.design;
    assert_eq!((got.page_numbers, got.margins.steps()), (false, 1));
}
