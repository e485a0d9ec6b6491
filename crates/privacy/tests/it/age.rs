use privacy::Date;
use privacy::age::{adult_on, is_minor};

fn day(text: &str) -> Date {
    let parts: Vec<i32> = text
        .split('-')
        .map(|part| part.parse().expect("a number"))
        .collect();
    Date::new(parts[0], parts[1] as u8, parts[2] as u8).expect("a day")
}

/// The day before the birthday, and the day of it.
#[test]
fn who_is_eighteen_today_is_no_minor() {
    for (born, before, birthday) in [
        ("2008-11-29", "2026-11-28", "2026-11-29"),
        ("2009-01-01", "2026-12-31", "2027-01-01"),
        // Nobody's birthday in a common year.
        ("2008-02-29", "2026-02-27", "2026-02-28"),
    ] {
        assert_eq!(adult_on(day(born)), day(birthday));
        assert!(is_minor(born, day(before)), "{born}");
        assert!(!is_minor(born, day(birthday)), "{born}");
    }
}

#[test]
fn a_date_of_birth_is_read_as_people_write_it() {
    let today = day("2026-11-29");
    for born in [
        "2010-05-17",
        "20100517",
        "17.5.2010",
        "17/5 2010",
        "5/17/2010",
        "17 maj 2010",
        "den 17:e maj 2010",
        "May 17, 2010",
        "maj 2010",
        "2010-05",
        "05/2010",
        "2010",
    ] {
        assert!(is_minor(born, today), "{born}");
        assert!(!is_minor(&born.replace("2010", "1990"), today), "{born}");
    }
    // What does not say that they are.
    for born in [
        "",
        "i maj",
        "10-05-17",
        "2008",
        "november 2008",
        "2030-01-01",
        "2010-13-45",
        "0",
    ] {
        assert!(!is_minor(born, today), "{born}");
    }
}
