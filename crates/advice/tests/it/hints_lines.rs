//! Rules about lines and words.

use advice::{Verbs, What};
use cv::{Field, Language, SectionKind};

use crate::support::{calm, found, job, line_at, only, put};

/// What is found in the lines of one job that is over.
fn in_lines(language: Language, lines: &[&str]) -> Vec<What> {
    let mut document = calm(language);
    job(&mut document, "2010-01", "2019-12", lines);
    found(&document)
}

#[test]
fn a_job_of_the_last_ten_years_tells_something() {
    let with = |to: &str| {
        let mut document = calm(Language::English);
        job(&mut document, "2010-01", to, &[]);
        found(&document)
    };
    assert_eq!(with("2019-12"), [What::NoDescription]);
    assert_eq!(
        with("2015-06"),
        gap("2015-07", "2019-12", 54)
            .into_iter()
            .collect::<Vec<_>>()
    );

    let mut document = calm(Language::English);
    let told = [
        (Field::Position, "Nurse"),
        (Field::StartDate, "2018"),
        (Field::EndDate, "2020"),
        (Field::Summary, "Nights on a ward of 20."),
    ];
    put(&mut document, SectionKind::Work, &told);
    assert_eq!(found(&document), []);
}

fn gap(from: &str, to: &str, months: u16) -> Option<What> {
    Some(What::Gap {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
        months,
    })
}

#[test]
fn a_weak_beginning_is_told_with_verbs_in_the_tense_of_the_job() {
    let mut document = calm(Language::English);
    job(
        &mut document,
        "2010-01",
        "2019-12",
        &["Responsible for a ward of 20"],
    );
    let hint = only(&document, |what| matches!(what, What::WeakStart { .. }));
    assert_eq!(line_at(&document, &hint), "Responsible for a ward of 20");
    let What::WeakStart { words, instead } = hint.what else {
        panic!("{hint:?}");
    };
    assert_eq!(words, "Responsible for");
    assert_eq!(
        instead[&Verbs::Leading],
        ["led", "managed", "ran", "directed"]
    );

    let mut document = calm(Language::Swedish);
    job(
        &mut document,
        "2021-01",
        "ongoing",
        &["Ansvarig för en avdelning med 20 platser"],
    );
    let hint = only(&document, |what| matches!(what, What::WeakStart { .. }));
    let What::WeakStart { words, instead } = hint.what else {
        panic!("{hint:?}");
    };
    assert_eq!(words, "Ansvarig för");
    assert_eq!(
        instead[&Verbs::Leading],
        ["leder", "styr", "driver", "fördelar"]
    );

    let strong = ["Led a ward of 20", "Was promoted after 2 years"];
    assert_eq!(in_lines(Language::English, &strong), []);
    // In another language the words mean nothing.
    assert_eq!(in_lines(Language::German, &["Responsible for 20"]), []);
}

#[test]
fn the_first_person_is_told() {
    let word = |word: &str| vec![What::FirstPerson { word: word.into() }];
    assert_eq!(
        in_lines(Language::Swedish, &["Jag vårdade 8 barn"]),
        word("Jag")
    );
    assert_eq!(
        in_lines(Language::English, &["I nursed 8 children"]),
        word("I")
    );
    assert_eq!(
        in_lines(Language::English, &["Nursed 8 children, I think"]),
        []
    );
    assert_eq!(in_lines(Language::English, &["Iced 8 cakes"]), []);
}

#[test]
fn long_lines_and_lone_words_are_told() {
    let long = "one two three four five six seven eight nine ten ".repeat(3) + "eleven";
    assert_eq!(
        in_lines(Language::English, &[&long]),
        [What::LongLine { words: 31 }]
    );
    let fits = "one two three four five six seven eight nine ten ".repeat(3);
    assert_eq!(in_lines(Language::English, &[fits.trim()]), []);
    let wide = "rehabiliteringsmedicin4 ".repeat(11);
    assert_eq!(
        in_lines(Language::Swedish, &[wide.trim()]),
        [What::LongLine { words: 11 }]
    );
    assert_eq!(
        in_lines(Language::English, &["Teamwork"]),
        [What::SingleWord]
    );
    // A list of one's own may be one of words.
    let mut document = calm(Language::English);
    put(
        &mut document,
        SectionKind::CustomLines,
        &[(Field::Highlights, "Chess\nGo")],
    );
    assert_eq!(found(&document), []);
}

#[test]
fn the_third_line_with_one_verb_is_told_whatever_its_form() {
    let lines = ["Managed 3 wards", "Manages 2 people", "Managing 1 budget"];
    let mut document = calm(Language::English);
    job(&mut document, "2010-01", "2019-12", &lines[..2]);
    assert!(
        !found(&document)
            .iter()
            .any(|w| matches!(w, What::VerbAgain { .. }))
    );
    job(&mut document, "2005-01", "2010-01", &lines[2..]);
    let hint = only(&document, |what| matches!(what, What::VerbAgain { .. }));
    assert_eq!(line_at(&document, &hint), lines[2]);
    let verb = "manage".to_owned();
    assert_eq!(hint.what, What::VerbAgain { verb, times: 3 });
    let swedish = ["Ledde 2 lag", "Leder 3 lag", "Ledde 4 lag"];
    let told = in_lines(Language::Swedish, &swedish);
    let verb = "leder".to_owned();
    assert!(
        told.contains(&What::VerbAgain { verb, times: 3 }),
        "{told:?}"
    );
}

#[test]
fn lines_without_any_figure_are_told_of() {
    let plain = [
        "Nursed small children",
        "Wrote all rosters",
        "Bought new beds",
    ];
    assert_eq!(in_lines(Language::English, &plain), [What::NoFigures]);
    assert_eq!(in_lines(Language::English, &plain[..2]), []);
    let one = [
        "Nursed small children",
        "Wrote all rosters",
        "Bought twelve beds",
    ];
    assert_eq!(in_lines(Language::English, &one), []);
}

#[test]
fn cliches_are_told_once_a_text() {
    let phrase = |phrase: &str| {
        vec![What::Cliche {
            phrase: phrase.into(),
        }]
    };
    let with = |language, text| {
        let mut document = calm(language);
        put(
            &mut document,
            SectionKind::Summary,
            &[(Field::Summary, text)],
        );
        found(&document)
    };
    let text = "Jag är spindeln i nätet på jobbet.";
    assert_eq!(with(Language::Swedish, text), phrase("spindeln i nätet"));
    let text = "A Team Player with a proven track record.";
    assert_eq!(with(Language::English, text), phrase("Team Player"));
    assert_eq!(with(Language::English, "A player in a team."), []);
}

#[test]
fn tenses_of_one_job_are_not_mixed() {
    let mixed = ["Led 3 wards", "Plans rosters for 20"];
    assert_eq!(in_lines(Language::English, &mixed), [What::MixedTense]);
    assert_eq!(
        in_lines(Language::English, &["Led 3 wards", "Planned rosters"]),
        []
    );
    let mixed = ["Ledde 3 avdelningar", "Planerar scheman"];
    assert_eq!(in_lines(Language::Swedish, &mixed), [What::MixedTense]);
    // A job that goes on tells of both.
    let mut document = calm(Language::English);
    job(
        &mut document,
        "2021-01",
        "ongoing",
        &["Led 3 wards", "Plans rosters"],
    );
    assert_eq!(found(&document), []);
    // `cut` may be either.
    assert_eq!(
        in_lines(Language::English, &["Led 3 wards", "Cut waiting times"]),
        []
    );
}

#[test]
fn full_stops_are_at_the_end_of_all_lines_or_of_none() {
    let lines = [
        "Nursed 8 small children",
        "Wrote rosters for 20 people.",
        "Bought 12 new beds",
    ];
    let told = in_lines(Language::English, &lines);
    // The line of the other job has none.
    assert_eq!(
        told,
        [What::MixedEnds {
            with: 1,
            without: 3
        }]
    );
    let lines = [
        "Nursed 8 small children",
        "Wrote rosters for 20 people",
        "Bought beds.",
    ];
    assert_eq!(in_lines(Language::English, &lines), []);
}

#[test]
fn spelling_that_many_miss_is_told() {
    let written = |written: &str, better: &str| {
        let (written, better) = (written.to_owned(), better.to_owned());
        vec![What::Spelling { written, better }]
    };
    let told = in_lines(Language::Swedish, &["Svarade på 40 Epost om dagen"]);
    assert_eq!(told, written("Epost", "e-post"));
    let told = in_lines(Language::English, &["Led the managment of 3 wards"]);
    assert_eq!(told, written("managment", "management"));
    assert_eq!(
        in_lines(Language::English, &["Answered 40 e-mail messages"]),
        []
    );
}

#[test]
fn a_gap_of_an_example_waits_to_be_filled() {
    let text = "[number]".to_owned();
    let told = in_lines(Language::English, &["Nursed [number] children"]);
    assert!(told.contains(&What::Placeholder { text }), "{told:?}");
    assert_eq!(
        in_lines(Language::English, &["Cited in Lind et al. [12]"]),
        []
    );
}
