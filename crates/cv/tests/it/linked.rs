//! Linked copies: what differs, what is offered, and that nothing else is touched.

use std::collections::BTreeSet;

use cv::linked::{self, State, Take};
use cv::{
    Document, Edit, Field, Id, Inline, Item, Kind, Language, Line, Place, RichText, SectionKind,
    Value, When, format, limits, redacted,
};

use crate::support::{after, blank, ids_from, section, template};

/// What origins call the profile.
pub(crate) const HOME: Id = Id(9_000_000);

pub(crate) fn text(text: &str) -> Option<Value> {
    Some(Value::Text(text.into()))
}

pub(crate) fn set(item: Id, field: Field, value: Option<Value>) -> Edit {
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

pub(crate) fn when(date: &str) -> Value {
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
pub(crate) fn cv() -> Document {
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

pub(crate) fn empty_profile() -> Document {
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

pub(crate) fn states(cv: &Document, profile: &Document) -> Vec<(Id, State)> {
    linked::compare(cv, profile, HOME)
}

pub(crate) fn state(cv: &Document, profile: &Document, item: Id) -> State {
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
    for made in [format::save(&shown), cv::export_shown(cv.shown()).json] {
        assert!(
            !made.contains("origin") && !made.contains(&HOME.to_string()),
            "{made}"
        );
    }
    assert!(format::save(&cv).contains(&HOME.to_string()));
}
