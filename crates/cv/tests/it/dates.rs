//! Partial dates, and dates as people write them.

use cv::{Field, PartialDate, SectionKind, When};
use proptest::prelude::*;

use crate::arbitrary::date;
use crate::support::{import, section};

proptest! {
    #[test]
    fn reading_what_was_written_gives_the_same(date in date()) {
        prop_assert_eq!(date.to_string().parse(), Ok(date));
    }

    /// By time; of two that begin alike the less precise first. ISO 8601 is made
    /// so that this is also the order of the texts.
    #[test]
    fn the_order_is_that_of_time(a in date(), b in date()) {
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }

    #[test]
    fn only_days_that_exist(year in 900..10_100u16, month in 0..15u8, day in 0..34u8) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        let date = PartialDate::new(year, Some(month), Some(day));
        prop_assert_eq!(text.parse().ok(), date);
        if let Some(date) = date {
            prop_assert_eq!((date.year(), date.month(), date.day()), (year, Some(month), Some(day)));
        }
    }

    #[test]
    fn no_text_panics(text in "[0-9a-zå./ –-]{0,20}|\\PC{0,20}") {
        let file = serde_json::json!({"work": [{"startDate": text, "endDate": text, "name": "x"}]});
        import(file.to_string());
    }
}

#[test]
fn leap_years() {
    let exists = |text: &str| text.parse::<PartialDate>().is_ok();
    assert!(exists("2000-02-29") && exists("2024-02-29"));
    assert!(!exists("1900-02-29") && !exists("2023-02-29"));
    for text in [
        "",
        "2014-",
        "2014-1",
        "14",
        "20144",
        "2014-10-01-01",
        "+201",
        "２０１４",
    ] {
        assert!(!exists(text), "{text}");
    }
    assert_eq!(PartialDate::new(2014, None, Some(1)), None);
}

fn written(when: Option<&When>) -> String {
    match when {
        None => "none".into(),
        Some(When::Date(date)) => date.to_string(),
        Some(When::Ongoing) => "ongoing".into(),
        Some(When::Odd(text)) => format!("odd: {text}"),
    }
}

fn read(start: &str, end: &str) -> (String, String) {
    let file = serde_json::json!({"work": [{"name": "x", "startDate": start, "endDate": end}]});
    let document = import(file.to_string()).document;
    let item = &section(&document, SectionKind::Work).items[0];
    (
        written(item.when(Field::StartDate)),
        written(item.when(Field::EndDate)),
    )
}

#[test]
fn single_dates() {
    for (text, expected) in [
        ("2014-10-01", "2014-10-01"),
        ("2014-10", "2014-10"),
        ("2014", "2014"),
        (" 2014 ", "2014"),
        ("2014-10-01T12:30:00Z", "2014-10-01"),
        ("2014-10-01 12:30", "2014-10-01"),
        ("2014/10", "2014-10"),
        ("2014/10/01", "2014-10-01"),
        ("2014.10", "2014-10"),
        ("2014-9", "2014-09"),
        ("10/2014", "2014-10"),
        ("10.2014", "2014-10"),
        ("1.10.2014", "2014-10-01"),
        ("25/12/2014", "2014-12-25"),
        ("12/25/2014", "2014-12-25"),
        ("Oct 2014", "2014-10"),
        ("Oct. 2014", "2014-10"),
        ("OCTOBER 2014", "2014-10"),
        ("October, 2014", "2014-10"),
        ("October 1, 2014", "2014-10-01"),
        ("1st October 2014", "2014-10-01"),
        ("oktober 2014", "2014-10"),
        ("okt 2014", "2014-10"),
        ("den 1 oktober 2014", "2014-10-01"),
        ("2014 maj", "2014-05"),
        ("Sept 2014", "2014-09"),
        ("mars 2014", "2014-03"),
        // Could be two days, or none.
        ("03/04/2014", "odd: 03/04/2014"),
        ("2014-13", "odd: 2014-13"),
        ("31 June 2014", "odd: 31 June 2014"),
        ("spring 2014", "odd: spring 2014"),
        ("ma 2014", "odd: ma 2014"),
        ("2014 2015", "odd: 2014 2015"),
        ("Present", "odd: Present"),
    ] {
        assert_eq!(read(text, "2020").0, expected, "{text}");
    }
}

#[test]
fn ends() {
    for (text, expected) in [
        ("present", "ongoing"),
        ("Present", "ongoing"),
        ("NOW", "ongoing"),
        ("nuvarande", "ongoing"),
        ("Pågående", "ongoing"),
        ("–", "ongoing"),
        // JSON Resume and its v0 say it with nothing.
        ("", "ongoing"),
        ("juni 2021", "2021-06"),
        ("some day", "odd: some day"),
    ] {
        assert_eq!(read("2019", text).1, expected, "{text}");
    }
    // Without a start that is a date nothing is implied.
    assert_eq!(read("", ""), ("none".into(), "none".into()));
    assert_eq!(
        read("long ago", ""),
        ("odd: long ago".into(), "none".into())
    );
}

#[test]
fn periods() {
    for (text, start, end) in [
        ("June 2020 - February 2022", "2020-06", "2022-02"),
        ("March 2022 - Present", "2022-03", "ongoing"),
        ("August 2012 to May 2016", "2012-08", "2016-05"),
        ("2019 to Present", "2019", "ongoing"),
        ("2014 - 2018", "2014", "2018"),
        ("2014–2018", "2014", "2018"),
        ("2014-2018", "2014", "2018"),
        ("2014-06 - 2018-07", "2014-06", "2018-07"),
        ("2014-06/2018-07", "2014-06", "2018-07"),
        ("06/2014-07/2018", "2014-06", "2018-07"),
        ("2014 –", "2014", "ongoing"),
        ("juni 2020 – februari 2022", "2020-06", "2022-02"),
        ("aug 2019 till nu", "2019-08", "ongoing"),
        ("sedan 2019", "2019", "ongoing"),
        ("since May 2019", "2019-05", "ongoing"),
        ("June - August 2019", "2019-06", "2019-08"),
        ("Jan 2010 – Dec 2011 (2 years)", "2010-01", "2011-12"),
        ("2020", "2020", "none"),
        ("May 2020", "2020-05", "none"),
        (
            "Spring 2014 – Present",
            "odd: Spring 2014 – Present",
            "none",
        ),
        ("two years", "odd: two years", "none"),
    ] {
        let item = serde_json::json!({"company": "x", "period": text});
        let file = serde_json::json!({
            "basics": {}, "metadata": {"template": "x"},
            "sections": {"experience": {"items": [item]}},
        });
        let document = import(file.to_string()).document;
        let item = &section(&document, SectionKind::Work).items[0];
        assert_eq!(written(item.when(Field::StartDate)), start, "{text}");
        assert_eq!(written(item.when(Field::EndDate)), end, "{text}");
    }
    // A whole period where JSON Resume has the start.
    assert_eq!(read("2014 - 2018", ""), ("2014".into(), "2018".into()));
}
