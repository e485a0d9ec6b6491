//! What registers take, where data may be sent, and to whom people complain.

use privacy::authority::{AUTHORITIES, of};
use privacy::disclosure::{BAR_DAYS, BarRefused, DisclosureGround, bar};
use privacy::egress::{Egress, Whose};
use privacy::register::{Decision, LINE, Register, TEXT, Wrong, interests, parse_day, read};
use privacy::succession::{SUCCESSION_LEAST_DAYS, SuccessionReason};
use privacy::transfer::{Country, EEA, Lacking, Mechanism, Safeguards, Transfer};
use privacy::{Date, LegalBasis, PartyRole, inventory};

fn today() -> Date {
    Date::new(2026, 11, 29).expect("a day")
}

fn law(name: &str) -> String {
    match name {
        "where" => "Sverige".to_owned(),
        "law" => "Lag (2018:218)".to_owned(),
        "on" => "2027-01-01".to_owned(),
        "changed" => "2 kap. 4 §".to_owned(),
        _ => String::new(),
    }
}

#[test]
fn an_entry_says_what_its_register_asks() {
    let entry = read(Register::Laws, law, today()).expect("an entry");
    assert_eq!(entry.about, "Sverige");
    assert_eq!(entry.fields.len(), 4, "what is empty is not kept");
    for asked in Register::Laws.asked().iter().filter(|asked| asked.needed) {
        let without = |name: &str| match name == asked.name {
            true => "  ".to_owned(),
            false => law(name),
        };
        let wrong = read(Register::Laws, without, today());
        assert_eq!(wrong, Err((asked.name, Wrong::Missing)));
    }
    let with = |field: &'static str, value: &str| {
        let value = value.to_owned();
        let typed = move |name: &str| match name == field {
            true => value.clone(),
            false => law(name),
        };
        read(Register::Laws, typed, today()).map(|entry| entry.review)
    };
    for (field, value, wrong) in [
        ("law", "x".repeat(LINE + 1), Wrong::Long),
        ("changed", "x".repeat(TEXT + 1), Wrong::Long),
        ("on", "2027-02-29".to_owned(), Wrong::Form),
        ("source", "http://riksdagen.example".to_owned(), Wrong::Form),
        ("source", "https://x\" onclick=".to_owned(), Wrong::Form),
        ("review", "2026-11-29".to_owned(), Wrong::Review),
        ("review", "2028-01-01".to_owned(), Wrong::Review),
    ] {
        assert_eq!(with(field, &value), Err((field, wrong)), "{value}");
    }
    assert_eq!(
        with("review", "2027-11-30").expect("a year"),
        parse_day("2027-11-30")
    );
    // Of what has happened no day is to come.
    let looked = |name: &str| match name {
        "country" => "se".to_owned(),
        "on" => "2026-11-30".to_owned(),
        _ => String::new(),
    };
    let wrong = read(Register::Authorities, looked, today());
    assert_eq!(wrong, Err(("on", Wrong::Future)));
    for register in Register::ALL {
        assert_eq!(Register::from_name(register.name()), Some(register));
    }
    for decision in Decision::ALL {
        assert_eq!(Decision::from_name(decision.name()), Some(decision));
    }
    for text in [
        "",
        "2026-1-1",
        "2026-11-29-",
        "20261129",
        "+026-11-29",
        "2026-11-31",
    ] {
        assert_eq!(parse_day(text), None, "{text}");
    }
}

/// R54: the register asks for every purpose that the inventory rests on an interest.
#[test]
fn every_legitimate_interest_of_the_inventory_is_asked_for() {
    let all = interests();
    assert!(!all.is_empty());
    for entry in inventory::all().filter(|it| privacy::record::is_kept_by_others(it)) {
        for (purpose, basis) in entry.purposes {
            let by_interest = *basis == LegalBasis::LegitimateInterest;
            assert!(!by_interest || all.contains(purpose), "{}", entry.path);
        }
    }
}

/// R59: who is in no register is not called.
#[test]
fn only_registered_hosts_are_called() {
    let egress = Egress::default()
        .with("SMTP.merit.example.", Whose::Party(PartyRole::Mail))
        .with("db.internal", Whose::Own);
    for (host, whose) in [
        ("smtp.merit.example", Whose::Party(PartyRole::Mail)),
        ("DB.internal", Whose::Own),
        ("localhost", Whose::Own),
        ("127.0.0.1", Whose::Own),
        ("[::1]", Whose::Own),
        ("/run/postgresql", Whose::Own),
    ] {
        assert_eq!(egress.permit(host), Ok(whose), "{host}");
    }
    for host in [
        "merit.example",
        "x.smtp.merit.example",
        "10.0.0.1",
        "",
        "localhost.example",
    ] {
        assert!(egress.permit(host).is_err(), "{host}");
    }
}

/// R46, R47: what allows a transfer is noted whole, and looked at again.
#[test]
fn a_transfer_says_what_allows_it() {
    let lacking = |code: &str, mechanism, noted: &Safeguards| {
        let country = Country::new(code).expect("a country");
        noted.lacking(Transfer::new(country, mechanism).expect("allowed"))
    };
    use Lacking::{Annexes, Assessment, Module, Reason, Review, Signed};
    let none = Safeguards::default();
    for (code, mechanism, missing) in [
        ("SE", None, vec![]),
        ("CH", Some(Mechanism::Adequacy), vec![]),
        ("US", Some(Mechanism::Adequacy), vec![Assessment, Review]),
        (
            "US",
            Some(Mechanism::StandardClauses),
            vec![Module, Signed, Annexes, Assessment, Review],
        ),
        (
            "US",
            Some(Mechanism::BindingRules),
            vec![Signed, Assessment, Review],
        ),
        (
            "US",
            Some(Mechanism::CodeOfConduct),
            vec![Signed, Assessment, Review],
        ),
        (
            "US",
            Some(Mechanism::Certification),
            vec![Signed, Assessment, Review],
        ),
        ("US", Some(Mechanism::Derogation), vec![Reason, Review]),
    ] {
        assert_eq!(
            lacking(code, mechanism, &none),
            missing,
            "{code} {mechanism:?}"
        );
    }
    let whole = Safeguards {
        module: Some(2),
        signed: parse_day("2026-09-01"),
        annexes: Some("I to III".to_owned()),
        assessment: Some("2026-09-15".to_owned()),
        reason: Some("49(1)(b)".to_owned()),
        review: parse_day("2026-11-28"),
    };
    for mechanism in Mechanism::ALL {
        assert_eq!(lacking("US", Some(mechanism), &whole), []);
    }
    assert!(whole.is_overdue(today()));
    assert!(!whole.is_overdue(today().days_later(-1)));
}

/// R60, R61: no ground is for collecting debts, and only the law keeps somebody from
/// being told.
#[test]
fn grounds_of_disclosures_are_these_and_no_debt_is_among_them() {
    let names: Vec<&str> = DisclosureGround::ALL.iter().map(|it| it.name()).collect();
    assert_eq!(names, ["order", "safety", "claim", "adviser"]);
    for ground in DisclosureGround::ALL {
        assert_eq!(DisclosureGround::from_name(ground.name()), Some(ground));
        let until = today().days_later(30);
        let expected = match ground {
            DisclosureGround::Order => Ok(()),
            _ => Err(BarRefused::Ground),
        };
        assert_eq!(bar(ground, until, today()), expected);
    }
    let order = DisclosureGround::Order;
    let most = today().days_later(i64::from(BAR_DAYS));
    assert_eq!(bar(order, most, today()), Ok(()));
    assert_eq!(
        bar(order, most.days_later(1), today()),
        Err(BarRefused::Far)
    );
    assert_eq!(bar(order, today(), today()), Err(BarRefused::Past));
}

/// R62
#[test]
fn another_controller_is_announced_thirty_days_before() {
    let least = today().days_later(i64::from(SUCCESSION_LEAST_DAYS));
    for reason in SuccessionReason::ALL {
        assert_eq!(SuccessionReason::from_name(reason.name()), Some(reason));
        assert!(reason.allows(today(), least));
        let sooner = reason.allows(today(), least.days_later(-1));
        assert_eq!(sooner, reason == SuccessionReason::Renamed);
        assert!(!reason.allows(today(), today().days_later(-1)));
        assert!(!reason.allows(today(), today().days_later(366)));
    }
}

/// R95: there is an authority for everybody in the EEA.
#[test]
fn every_country_of_the_eea_has_its_authority() {
    for code in EEA {
        let country = Country::new(code).expect("a country");
        let authority = of(country).unwrap_or_else(|| panic!("{code}"));
        assert!(authority.address.starts_with("https://") && !authority.name.is_empty());
    }
    assert!(AUTHORITIES.is_sorted_by(|a, b| a.country < b.country));
    assert!(of(Country::new("BR").expect("a country")).is_none());
}
