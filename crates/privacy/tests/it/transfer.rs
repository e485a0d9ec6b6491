use privacy::transfer::{ADEQUATE, ADEQUATE_AS_OF, Country, EEA, Mechanism, NoTransfer, Transfer};

fn country(code: &str) -> Country {
    Country::new(code).expect("a country")
}

#[test]
fn nothing_leaves_the_eea_without_a_mechanism() {
    for code in EEA {
        let transfer = Transfer::new(country(code), None).expect("no mechanism is needed");
        assert_eq!(transfer.mechanism(), None);
    }
    for code in ["US", "GB", "CN", "BR"] {
        let refused = Transfer::new(country(code), None);
        assert_eq!(refused, Err(NoTransfer::NoMechanism), "{code}");
        for mechanism in [
            Mechanism::StandardClauses,
            Mechanism::BindingRules,
            Mechanism::Certification,
        ] {
            let transfer = Transfer::new(country(code), Some(mechanism)).expect("allowed");
            assert_eq!(transfer.mechanism(), Some(mechanism));
            assert_eq!(transfer.country().code(), code);
        }
    }
}

#[test]
fn adequacy_is_of_countries_that_have_it() {
    let adequacy = Some(Mechanism::Adequacy);
    assert!(Transfer::new(country("ch"), adequacy).is_ok());
    let refused = Transfer::new(country("CN"), adequacy);
    assert_eq!(refused, Err(NoTransfer::NotAdequate));
    for (code, day) in ADEQUATE {
        assert!(!EEA.contains(&code), "{code}");
        assert!(day < ADEQUATE_AS_OF, "{code}");
        assert_eq!(country(code).adequate_since(), Some(day));
    }
}

#[test]
fn a_country_is_two_letters() {
    assert_eq!(country("se").code(), "SE");
    for wrong in ["", "S", "SWE", "S1", "Å", "é"] {
        assert_eq!(Country::new(wrong), None, "{wrong}");
    }
    for mechanism in Mechanism::ALL {
        assert_eq!(Mechanism::from_name(mechanism.name()), Some(mechanism));
    }
}

#[test]
fn of_what_parties_have_agreed_people_may_have_a_copy() {
    let needs = |code: &str, mechanism| {
        let transfer = Transfer::new(country(code), mechanism).expect("allowed");
        transfer.needs_copy()
    };
    // Nothing has to be allowed inside the EEA.
    assert!(!needs("SE", Some(Mechanism::StandardClauses)));
    for mechanism in Mechanism::ALL {
        // One is published by the Commission, and of the other there is no document.
        let none = [Mechanism::Adequacy, Mechanism::Derogation].contains(&mechanism);
        assert_eq!(needs("CH", Some(mechanism)), !none, "{mechanism:?}");
    }
}
