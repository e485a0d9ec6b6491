//! Linked copies: what differs, what is offered, and that nothing else is touched.

use std::collections::BTreeSet;

use cv::linked::{self, State, Take};
use cv::{
    Document, Edit, Field, Id, Inline, Item, Kind, Language, Line, Place, RichText, SectionKind,
    Value, When, apply, format, limits, redacted,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::document;
use crate::support::{after, blank, ids_from, section, template};
use crate::wishes::{Wish, wish};

/// What origins call the profile.
const HOME: Id = Id(9_000_000);

fn text(text: &str) -> Option<Value> {
    Some(Value::Text(text.into()))
}

fn set(item: Id, field: Field, value: Option<Value>) -> Edit {
    Edit::SetField { item, field, value }
}

fn add(document: &Document, kind: SectionKind, id: u64, fields: &[(Field, Value)]) -> Document {
    let section = section(document, kind);
    let mut item = Item::new(Id(id));
    item.fields = fields.iter().cloned().collect();
    let place = section
        .items
        .last()
        .map_or(Place::First, |last| Place::After(last.id));
    let section = section.id;
    let edit = Edit::AddItem {
        section,
        place,
        item,
    };
    after(document, &[edit])
}

fn when(date: &str) -> Value {
    Value::When(When::Date(date.parse().unwrap()))
}

fn job(employer: &str, position: &str, from: &str) -> Vec<(Field, Value)> {
    let line = |id, text: &str| Line {
        id: Id(id),
        text: Inline::plain(text),
    };
    let first = 40_000 + u64::from(employer.as_bytes()[0]) * 100 + position.len() as u64 * 2;
    vec![
        (Field::Name, Value::Text(employer.into())),
        (Field::Position, Value::Text(position.into())),
        (Field::StartDate, when(from)),
        (
            Field::Highlights,
            Value::Lines(vec![
                line(first, "Ledde fyra"),
                line(first + 1, "Byggde bron"),
            ]),
        ),
    ]
}

/// A Swedish CV with two jobs, a skill and a summary.
fn cv() -> Document {
    let mut cv = blank();
    cv.language = Language::Swedish;
    let cv = after(
        &cv,
        &[
            set(Id::BASICS, Field::Name, text("Åsa Öberg")),
            set(Id::BASICS, Field::Label, text("Ingenjör")),
            set(Id::BASICS, Field::Phone, text("070-174 06 05")),
        ],
    );
    let cv = add(
        &cv,
        SectionKind::Work,
        501,
        &job("Volvo", "Konstruktör", "2019"),
    );
    let cv = add(&cv, SectionKind::Work, 502, &job("Saab", "Provare", "2015"));
    let skill = [(Field::Name, Value::Text("Hållfasthet".into()))];
    let cv = add(&cv, SectionKind::Skills, 503, &skill);
    let summary = section(&cv, SectionKind::Summary).items[0].id;
    let rich = Some(Value::Rich(RichText::plain("Bygger broar.")));
    after(&cv, &[set(summary, Field::Summary, rich)])
}

fn empty_profile() -> Document {
    Document {
        kind: Kind::Profile,
        language: Language::Swedish,
        ..blank()
    }
}

/// The profile that a CV makes, and the CV linked to it.
fn at_home(cv: &Document) -> (Document, Document) {
    let profile = empty_profile();
    let adopted = linked::adopt(cv, &profile, HOME, &mut ids_from(100_000));
    (
        after(&profile, &adopted.profile),
        after(cv, &adopted.document),
    )
}

fn states(cv: &Document, profile: &Document) -> Vec<(Id, State)> {
    linked::compare(cv, profile, HOME)
}

fn state(cv: &Document, profile: &Document, item: Id) -> State {
    let states = states(cv, profile);
    states
        .iter()
        .find(|(id, _)| *id == item)
        .expect("is linked")
        .1
}

/// The profile's item that a CV's is a copy of.
fn source(cv: &Document, item: Id) -> Id {
    let origin = cv.item(item).and_then(|item| item.origin.clone());
    origin.expect("is linked").item
}

#[test]
fn a_profile_is_made_of_a_cv_with_every_fact_once() {
    let cv = cv();
    // The same job stands in it a second time.
    let cv = add(&cv, SectionKind::Work, 504, &{
        let mut fields = job("Volvo", "Konstruktör", "2019");
        fields.retain(|(field, _)| *field != Field::Highlights);
        let lines = [(61_000, "Ledde fyra"), (61_001, "Byggde bron")];
        let lines = lines.map(|(id, text)| Line {
            id: Id(id),
            text: Inline::plain(text),
        });
        fields.push((Field::Highlights, Value::Lines(lines.into())));
        fields
    });
    let (profile, linked_cv) = at_home(&cv);
    assert_eq!(profile.kind, Kind::Profile);
    assert_eq!(section(&profile, SectionKind::Work).items.len(), 2);
    assert_eq!(source(&linked_cv, Id(501)), source(&linked_cv, Id(504)));
    assert_eq!(profile.basics.text(Field::Name), "Åsa Öberg");
    let said: Vec<State> = states(&linked_cv, &profile).iter().map(|s| s.1).collect();
    assert_eq!(
        said,
        [State::Same; 6],
        "basics, summary, three jobs, a skill"
    );
    // Once more there is nothing to bring.
    let again = linked::adopt(&linked_cv, &profile, HOME, &mut ids_from(200_000));
    assert_eq!((again.profile, again.document), (vec![], vec![]));
}

#[test]
fn a_second_cv_brings_what_is_new_and_links_what_is_worded_otherwise() {
    let (profile, _) = at_home(&cv());
    let mut other = blank();
    other.language = Language::English;
    let other = add(
        &other,
        SectionKind::Work,
        601,
        &job("VOLVO ", "Designer", "2019"),
    );
    let other = add(
        &other,
        SectionKind::Work,
        602,
        &job("Volvo", "Team lead", "2022"),
    );
    let other = after(
        &other,
        &[set(Id::BASICS, Field::Email, text("asa@oberg.example"))],
    );
    let adopted = linked::adopt(&other, &profile, HOME, &mut ids_from(300_000));
    let (after_both, other) = (
        after(&profile, &adopted.profile),
        after(&other, &adopted.document),
    );
    let work = &section(&after_both, SectionKind::Work).items;
    assert_eq!(work.len(), 3, "the job from 2022 is new");
    assert_eq!(source(&other, Id(601)), work[0].id);
    assert_eq!(state(&other, &after_both, Id(601)), State::Worded);
    assert_eq!(state(&other, &after_both, Id(602)), State::Same);
    assert_eq!(after_both.basics.text(Field::Email), "asa@oberg.example");
    assert_eq!(after_both.basics.text(Field::Phone), "070-174 06 05");
}

#[test]
fn two_jobs_of_one_cv_are_two_facts_though_the_years_are_the_same() {
    let cv = add(
        &cv(),
        SectionKind::Work,
        505,
        &job("Volvo", "Skyddsombud", "2019"),
    );
    let (profile, _) = at_home(&cv);
    assert_eq!(section(&profile, SectionKind::Work).items.len(), 3);
}

#[test]
fn a_corrected_fact_is_offered_without_what_is_shorter_on_purpose() {
    let (profile, cv) = at_home(&cv());
    let short = Value::Lines(vec![Line {
        id: Id(70_000),
        text: Inline::plain("Broar"),
    }]);
    let cv = after(&cv, &[set(Id(501), Field::Highlights, Some(short.clone()))]);
    assert_eq!(state(&cv, &profile, Id(501)), State::Worded);
    let home = source(&cv, Id(501));
    let profile = after(
        &profile,
        &[set(home, Field::Position, text("Chefskonstruktör"))],
    );
    assert_eq!(state(&cv, &profile, Id(501)), State::Changed);
    let differences = linked::differences(&cv, Id(501), &profile);
    let changed: Vec<_> = differences.iter().map(|d| (d.field, d.changed)).collect();
    assert_eq!(
        changed,
        [(Field::Position, true), (Field::Highlights, false)],
        "in the order of the form"
    );
    assert_eq!(differences[0].before, text("Konstruktör"));
    assert_eq!(differences[0].there, text("Chefskonstruktör"));

    let mut ids = ids_from(400_000);
    let edits = linked::offer(&cv, Id(501), &profile, Take::Changed, &mut ids);
    let taken = after(&cv, &edits);
    let item = taken.item(Id(501)).unwrap();
    assert_eq!(item.text(Field::Position), "Chefskonstruktör");
    assert_eq!(item.fields.get(&Field::Highlights), Some(&short));
    assert_eq!(state(&taken, &profile, Id(501)), State::Worded);
    let edits = linked::offer(&taken, Id(501), &profile, Take::All, &mut ids);
    let all = after(&taken, &edits);
    assert_eq!(state(&all, &profile, Id(501)), State::Same);

    let kept = after(&cv, &linked::keep(&cv, Id(501), &profile));
    assert_eq!(state(&kept, &profile, Id(501)), State::Worded);
    assert_eq!(
        kept.item(Id(501)).unwrap().fields,
        cv.item(Id(501)).unwrap().fields
    );
    assert_eq!(linked::keep(&kept, Id(501), &profile), vec![]);
}

#[test]
fn a_fact_corrected_in_a_cv_goes_home_and_is_news_elsewhere() {
    let (profile, cv) = at_home(&cv());
    let chosen: BTreeSet<Id> = profile.items().map(|item| item.id).collect();
    let look = (Language::Swedish, template());
    let second = linked::choose(&profile, HOME, &chosen, look, &mut ids_from(500_000));
    let cv = after(&cv, &[set(Id::BASICS, Field::Phone, text("08-123 45"))]);
    let (home, here) = linked::give(&cv, Id::BASICS, &profile, &mut ids_from(600_000));
    let (profile, cv) = (after(&profile, &home), after(&cv, &here));
    assert_eq!(profile.basics.text(Field::Phone), "08-123 45");
    assert_eq!(state(&cv, &profile, Id::BASICS), State::Same);
    assert_eq!(state(&second, &profile, Id::BASICS), State::Changed);
    // The employer that goes from the profile is not gone from a CV.
    let gone = Edit::RemoveItem {
        item: source(&cv, Id(502)),
    };
    let profile = after(&profile, &[gone]);
    assert_eq!(state(&cv, &profile, Id(502)), State::Gone);
    let alone = after(&cv, &[linked::unlink(Id(502))]);
    assert!(
        !states(&alone, &profile)
            .iter()
            .any(|(id, _)| *id == Id(502))
    );
}

#[test]
fn what_became_the_same_on_both_sides_is_noted() {
    let (profile, cv) = at_home(&cv());
    let home = source(&cv, Id(503));
    let same = text("Hållfasthetslära");
    let cv = after(&cv, &[set(Id(503), Field::Name, same.clone())]);
    let profile = after(&profile, &[set(home, Field::Name, same)]);
    let settled = after(&cv, &linked::settle(&cv, &profile, HOME));
    assert_eq!(linked::settle(&settled, &profile, HOME), vec![]);
    let cv = after(&settled, &[set(Id(503), Field::Name, text("Statik"))]);
    assert_eq!(state(&cv, &profile, Id(503)), State::Worded);
}

#[test]
fn a_cv_of_the_profile_has_what_was_chosen_and_what_is_left_can_be_added() {
    let (profile, cv) = at_home(&cv());
    let saab = source(&cv, Id(502));
    let look = (Language::English, template());
    let chosen = BTreeSet::from([saab]);
    let made = linked::choose(&profile, HOME, &chosen, look, &mut ids_from(700_000));
    assert_eq!(made.check(), Ok(()));
    assert_eq!((made.kind, made.language), (Kind::Cv, Language::English));
    assert_eq!(made.sections.len(), 1);
    assert_eq!(made.basics.text(Field::Name), "Åsa Öberg");
    let left = linked::unused(&made, &profile, HOME, Some(SectionKind::Work));
    let left: Vec<Id> = left.iter().map(|(_, item)| *item).collect();
    assert_eq!(left, [source(&cv, Id(501))]);
    let to = made.sections[0].id;
    let edits = linked::add(&made, to, &profile, HOME, &left, &mut ids_from(800_000));
    let more = after(&made, &edits);
    assert_eq!(more.sections[0].items.len(), 2);
    assert_eq!(
        linked::unused(&more, &profile, HOME, Some(SectionKind::Work)),
        vec![]
    );
    assert!(
        states(&more, &profile)
            .iter()
            .all(|(_, state)| *state == State::Same)
    );
}

#[test]
fn an_employer_is_the_same_as_above_only_below_that_job() {
    let same = Some(Value::Text(cv::schema::SET.into()));
    let (profile, cv) = at_home(&cv());
    let (first, second) = (source(&cv, Id(501)), source(&cv, Id(502)));
    let profile = after(&profile, &[set(second, Field::SameEmployer, same)]);
    // It says nothing that a linked copy could differ in.
    assert_eq!(state(&cv, &profile, Id(502)), State::Same);
    for (chosen, wanted) in [(vec![first, second], true), (vec![second], false)] {
        let look = (Language::Swedish, template());
        let chosen = chosen.into_iter().collect();
        let made = linked::choose(&profile, HOME, &chosen, look, &mut ids_from(900_000));
        let job = made.sections[0].items.last().unwrap();
        assert_eq!(job.fields.contains_key(&Field::SameEmployer), wanted);
    }
}

#[test]
fn a_variant_counts_the_texts_that_nobody_has_translated() {
    let mut swedish = cv();
    let hats = Some("Mina broar".to_owned());
    swedish.sections[3].heading = hats;
    let english = linked::variant(&swedish, HOME, Language::English, &mut ids_from(100_000));
    assert_eq!(english.check(), Ok(()));
    assert_eq!(english.language, Language::English);
    let count = |english: &Document| {
        let translation = linked::translation(english, &swedish, HOME);
        (translation.missing(), translation.total)
    };
    // The title, the summary, two positions, four lines, a skill and a heading. The
    // names of two employers, the dates and the telephone number are facts.
    assert_eq!(count(&english), (10, 10));
    let work = section(&english, SectionKind::Work);
    let (item, line) = (&work.items[0], &work.items[0].lines(Field::Highlights)[1]);
    let english = after(
        &english,
        &[
            set(item.id, Field::Position, text("Designer")),
            Edit::SetLine {
                item: item.id,
                field: Field::Highlights,
                line: line.id,
                text: Inline::plain("Built the bridge"),
            },
            Edit::SetHeading {
                section: english.sections[3].id,
                heading: Some("My bridges".into()),
            },
        ],
    );
    assert_eq!(count(&english), (7, 10));
    // What is the same in both languages is so once its owner says it.
    let skill = section(&english, SectionKind::Skills).items[0].id;
    let mut origin = english.item(skill).unwrap().origin.clone();
    origin.as_mut().unwrap().same.insert(Field::Name);
    let item = skill;
    let english = after(&english, &[Edit::SetOrigin { item, origin }]);
    assert_eq!(count(&english), (6, 9));
    let again = linked::variant(&swedish, HOME, Language::Swedish, &mut ids_from(100_000));
    let none = linked::translation(&again, &swedish, HOME);
    assert_eq!((none.missing(), none.total), (0, 0));
}

#[test]
fn a_variant_says_what_the_source_said_before() {
    let swedish = cv();
    let english = linked::variant(&swedish, HOME, Language::English, &mut ids_from(100_000));
    let item = section(&english, SectionKind::Work).items[1].id;
    let english = after(&english, &[set(item, Field::Position, text("Tester"))]);
    assert_eq!(state(&english, &swedish, item), State::Worded);
    let swedish = after(
        &swedish,
        &[set(Id(502), Field::Position, text("Provledare"))],
    );
    assert_eq!(state(&english, &swedish, item), State::Changed);
    let differences = linked::differences(&english, item, &swedish);
    let [position] = differences.as_slice() else {
        panic!("{differences:?}")
    };
    let said = (&position.before, &position.there, &position.here);
    assert_eq!(
        said,
        (&text("Provare"), &text("Provledare"), &text("Tester"))
    );
    // A date is taken over, and what was translated stays to be translated anew.
    let swedish = after(
        &swedish,
        &[set(Id(502), Field::StartDate, Some(when("2014")))],
    );
    let mut ids = ids_from(200_000);
    let edits = linked::offer(&english, item, &swedish, Take::Changed, &mut ids);
    let english = after(&english, &edits);
    let taken = english.item(item).unwrap();
    assert_eq!(taken.fields.get(&Field::StartDate), Some(&when("2014")));
    assert_eq!(taken.text(Field::Position), "Tester");
    assert_eq!(linked::differences(&english, item, &swedish), differences);
    // Once it is translated anew, that is said.
    let english = after(&english, &[set(item, Field::Position, text("Test lead"))]);
    let english = after(&english, &linked::keep(&english, item, &swedish));
    assert_eq!(state(&english, &swedish, item), State::Worded);
}

#[test]
fn only_words_need_a_translation() {
    use cv::linked::is_translated;
    for (field, shape) in cv::schema::BASICS {
        assert_eq!(
            is_translated(None, *field),
            *field == Field::Label,
            "{shape:?}"
        );
    }
    for kind in SectionKind::ALL {
        for (field, shape) in kind.fields() {
            let fact = matches!(
                shape,
                cv::Shape::Url | cv::Shape::Date | cv::Shape::End | cv::Shape::Flag
            );
            assert!(
                !fact || !is_translated(Some(kind), *field),
                "{kind:?} {field:?}"
            );
            let long = matches!(shape, cv::Shape::Rich | cv::Shape::Lines);
            assert!(
                !long || is_translated(Some(kind), *field),
                "{kind:?} {field:?}"
            );
        }
    }
}

#[test]
fn what_is_no_longer_known_word_for_word_is_compared_as_a_whole() {
    let (profile, cv) = at_home(&cv());
    let mut origin = cv.item(Id(501)).unwrap().origin.clone();
    origin.as_mut().unwrap().seen.clear();
    let item = Id(501);
    let cv = after(&cv, &[Edit::SetOrigin { item, origin }]);
    let cv = after(&cv, &[set(item, Field::Position, text("Ritare"))]);
    assert_eq!(state(&cv, &profile, item), State::Worded);
    let home = source(&cv, item);
    let profile = after(&profile, &[set(home, Field::Location, text("Göteborg"))]);
    let differences = linked::differences(&cv, item, &profile);
    assert!(differences.len() == 2 && differences.iter().all(|d| d.changed));
    // That happens where a document would be too large with it.
    let mut large = blank();
    let work = section(&large, SectionKind::Work).id;
    let work = large.sections.iter().position(|s| s.id == work).unwrap();
    for id in 0..70 {
        let mut item = Item::new(Id(1_000 + id));
        let long = "x".repeat(limits::FIELD_CHARS);
        item.fields.insert(Field::Name, Value::Text(long));
        large.sections[work].items.push(item);
    }
    let variant = linked::variant(&large, HOME, Language::Swedish, &mut ids_from(100_000));
    assert_eq!(limits::document(&variant), Ok(()));
    let said: BTreeSet<State> = states(&variant, &large).iter().map(|s| s.1).collect();
    assert_eq!(said, [State::Same].into());
}

#[test]
fn nothing_of_a_link_is_in_what_others_see() {
    let (_, cv) = at_home(&cv());
    let shown = redacted(&cv, &cv::Redaction::none());
    assert!(shown.items().all(|item| item.origin.is_none()));
    for made in [format::save(&shown), cv::export_shown(&cv).json] {
        assert!(
            !made.contains("origin") && !made.contains(&HOME.to_string()),
            "{made}"
        );
    }
    assert!(format::save(&cv).contains(&HOME.to_string()));
}

fn wished(document: &Document, wishes: &[Wish]) -> Document {
    let mut document = document.clone();
    for wish in wishes {
        let edit = wish.edit(&document);
        let _ = apply(&mut document, &edit);
    }
    document
}

/// Makes edits, and takes them back again.
fn there_and_back(document: &Document, edits: &[Edit]) -> Document {
    let mut changed = document.clone();
    let inverse = apply(&mut changed, &Edit::All(edits.to_vec())).unwrap();
    assert_eq!(changed.check(), Ok(()));
    let mut back = changed.clone();
    apply(&mut back, &inverse).unwrap();
    assert_eq!(&back, document);
    changed
}

/// A document without the fields and the link of one item.
fn without(document: &Document, item: Id) -> Document {
    let mut rest = document.clone();
    let items = rest
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.items);
    for other in items
        .chain([&mut rest.basics])
        .filter(|other| other.id == item)
    {
        other.fields.clear();
        other.origin = None;
    }
    rest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is done to both, what is offered brings them together, and nothing
    /// else in the document changes.
    #[test]
    fn offers_bring_both_together(
        source in document(),
        there in vec(wish(), 0..16),
        here in vec(wish(), 0..16),
    ) {
        let language = source.language;
        let copy = linked::variant(&source, HOME, language, &mut ids_from(50_000_000));
        prop_assert!(states(&copy, &source).iter().all(|(_, state)| *state == State::Same));
        let (source, copy) = (wished(&source, &there), wished(&copy, &here));
        let mut ids = ids_from(60_000_000);
        for (item, before) in states(&copy, &source) {
            let mut now = |edits: Vec<Edit>| {
                let changed = there_and_back(&copy, &edits);
                prop_assert_eq!(without(&changed, item), without(&copy, item));
                Ok((state(&changed, &source, item), changed))
            };
            if before == State::Gone {
                prop_assert_eq!(linked::keep(&copy, item, &source), vec![]);
                continue;
            }
            let all = linked::offer(&copy, item, &source, Take::All, &mut ids);
            prop_assert_eq!(now(all)?.0, State::Same);
            let new = linked::offer(&copy, item, &source, Take::Changed, &mut ids);
            let (taken, _) = now(new)?;
            prop_assert!(taken < State::Changed || copy.language != source.language);
            let (kept, changed) = now(linked::keep(&copy, item, &source))?;
            let differs = before != State::Same;
            prop_assert_eq!(kept, if differs { State::Worded } else { State::Same });
            prop_assert_eq!(
                &changed.item(item).unwrap().fields,
                &copy.item(item).unwrap().fields
            );
            let (home, own) = linked::give(&copy, item, &source, &mut ids);
            let changed = there_and_back(&source, &home);
            let target = copy.item(item).unwrap().origin.clone().unwrap().item;
            prop_assert_eq!(without(&changed, target), without(&source, target));
            let copy = there_and_back(&copy, &own);
            prop_assert_eq!(state(&copy, &changed, item), State::Same);
        }
    }

    /// A profile that is made of a document links all of it that says anything.
    #[test]
    fn everything_comes_home(mut document in document()) {
        document.basics.origin = None;
        let items = document.sections.iter_mut().flat_map(|section| &mut section.items);
        items.for_each(|item| item.origin = None);
        let profile = empty_profile();
        let adopted = linked::adopt(&document, &profile, HOME, &mut ids_from(50_000_000));
        let profile = there_and_back(&profile, &adopted.profile);
        let linked = there_and_back(&document, &adopted.document);
        for item in linked.items().filter(|item| item.origin.is_none()) {
            let text = cv::linked::revision(&item.fields);
            prop_assert_eq!(text, cv::linked::revision(&cv::Fields::new()));
        }
        let again = linked::adopt(&linked, &profile, HOME, &mut ids_from(70_000_000));
        prop_assert_eq!((again.profile, again.document), (vec![], vec![]));
    }
}
