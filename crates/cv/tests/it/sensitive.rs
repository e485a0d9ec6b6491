//! Numbers and words that tell too much, and what only looks like them.

use cv::sensitive::{Sign, find};
use proptest::prelude::*;

/// Numbers of the Swedish tax agency's test series, and such as are made for
/// documentation. Nobody has them.
const NUMBERS: [&str; 8] = [
    "811228-9874",
    "8112289874",
    "19811228-9874",
    "198112289874",
    "811228+9874",
    "811228–9874",
    "19811228 9874",
    "Personnr:811228-9874.",
];

#[test]
fn a_personal_number_is_found_however_it_is_written() {
    for text in NUMBERS {
        assert_eq!(find(text), Some(Sign::PersonalNumber), "{text}");
        let within = format!("Född i Umeå ({text}), bor i Luleå");
        assert_eq!(find(&within), Some(Sign::PersonalNumber), "{within}");
    }
    // This century: a check figure that is right for the date alone.
    assert_eq!(
        find(&with_check("200402", "123")),
        Some(Sign::PersonalNumber)
    );
    let whole = format!("20{}", with_check("040229", "12").replace('-', ""));
    assert_eq!(find(&whole), None, "three figures are no number");
    let leap = format!("20{}", with_check("040229", "123"));
    assert_eq!(find(&leap), Some(Sign::PersonalNumber));
    let none = format!("19{}", with_check("030229", "123"));
    assert_eq!(find(&none), None, "1903 had no 29 February");
}

#[test]
fn a_coordination_number_is_one_too() {
    for text in ["701063-2391", "7010632391", "19701063-2391"] {
        assert_eq!(find(text), Some(Sign::CoordinationNumber), "{text}");
    }
}

#[test]
fn other_numbers_are_none() {
    for text in [
        // The check figure is wrong.
        "811228-9875",
        "198112289873",
        // Organisations.
        "556036-0793",
        "5560360793",
        "202100-5489",
        "165560360793",
        // Telephones.
        "0701740605",
        "0701 74 06 05",
        "070-174 06 05",
        "+46 70 174 06 05",
        "08-541 386 14",
        "0101234565",
        // Dates and periods.
        "2019-06-01 – 2021-02-28",
        "20190601-20210228",
        "201906-202102",
        "2014–2019",
        // Cards, accounts, books.
        "4111 1111 1111 1111",
        "4111-811228-9874",
        "811228-9874-1",
        "SE45 5000 0000 0583 9825 7466",
        "978-91-7000-150-5",
        // No such day.
        "811328-9874",
        "811232-9874",
        "",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
}

#[test]
fn words_tell_of_health_belief_union_and_origin() {
    for (text, sign) in [
        ("Sjukskriven 2019–2020", Sign::Health),
        ("Efter en lång SJUKSKRIVNING.", Sign::Health),
        ("Jag har ADHD.", Sign::Health),
        ("On sick leave since May", Sign::Health),
        ("Kristen och aktiv i min församling", Sign::Belief),
        ("Ordförande, Socialdemokraterna i Umeå", Sign::Belief),
        ("Facklig förtroendevald", Sign::Union),
        ("Elected by the trade unions", Sign::Union),
        ("Kom till Sverige som flykting", Sign::Origin),
        ("Residence permit until 2031", Sign::Origin),
    ] {
        assert_eq!(find(text), Some(sign), "{text}");
    }
}

#[test]
fn work_and_names_are_no_such_words() {
    for text in [
        "Sjuksköterska på Norrlands universitetssjukhus",
        "Christian Kristensen",
        "Kristina Judéus",
        "Research on cancer and diabetes",
        "Europeiska unionen",
        "Kommunal verksamhet",
        "Union of two data sets",
        "At the same time",
        "Add and remove features",
        "Ett arkiv i Rom",
        "Kurdiska, arabiska, jiddisch",
        "Partiprogrammering",
        "Same employer",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
}

/// A number with the check figure that belongs to it.
fn with_check(date: &str, serial: &str) -> String {
    let sum: u32 = format!("{date}{serial}")
        .bytes()
        .enumerate()
        .map(|(at, figure)| {
            let figure = u32::from(figure - b'0') * if at % 2 == 0 { 2 } else { 1 };
            figure / 10 + figure % 10
        })
        .sum();
    format!("{date}-{serial}{}", (10 - sum % 10) % 10)
}

proptest! {
    /// Of ten check figures one is right, with and without the century.
    #[test]
    fn every_day_has_numbers(year in 0..100u32, month in 1..=12u32, day in 1..=28u32, serial in 0..1000u32) {
        let date = format!("{year:02}{month:02}{day:02}");
        let number = with_check(&date, &format!("{serial:03}"));
        prop_assert_eq!(find(&number), Some(Sign::PersonalNumber));
        for century in ["19", "20"] {
            let whole = format!("{century}{}", number.replace('-', ""));
            prop_assert_eq!(find(&whole), Some(Sign::PersonalNumber));
        }
        let last = number.chars().next_back().and_then(|c| c.to_digit(10)).unwrap();
        for other in (0..10).filter(|other| *other != last) {
            let wrong = format!("{}{other}", &number[..number.len() - 1]);
            prop_assert_eq!(find(&wrong), None, "{}", wrong);
        }
    }

    #[test]
    fn any_text_is_read(text in any::<String>(), figures in "[0-9 +-]{0,30}") {
        find(&text);
        find(&figures);
    }
}
