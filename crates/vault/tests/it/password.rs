use proptest::prelude::*;
use vault::{Weakness, hash_password, password_outdated, password_strength, verify_password};

#[test]
fn a_hash_says_how_it_was_made_and_opens_for_one_password() {
    let stored = hash_password("gröna hästar över bron");
    assert!(
        stored.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"),
        "{stored}"
    );
    assert_ne!(stored, hash_password("gröna hästar över bron"));
    assert!(verify_password(Some(&stored), "gröna hästar över bron"));
    for wrong in [
        "",
        "gröna hästar över bro",
        "gröna hästar över bron ",
        "Gröna hästar över bron",
    ] {
        assert!(!verify_password(Some(&stored), wrong), "{wrong}");
    }
    assert!(!password_outdated(&stored));
}

#[test]
fn nothing_verifies_where_there_is_no_hash() {
    let of_md5 = "$md5$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    // Would take a terabyte.
    let huge = "$argon2id$v=19$m=1073741824,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    for stored in [
        None,
        Some(""),
        Some("no hash"),
        Some("$argon2id$v=19$m=47104,t=1,p=1$c29tZXNhbHQ"),
        Some(of_md5),
        Some(huge),
    ] {
        for password in ["", "password", "no hash"] {
            assert!(!verify_password(stored, password), "{stored:?}");
        }
    }
}

/// A vector of the reference implementation, with other parameters than ours.
#[test]
fn a_hash_of_old_parameters_is_good_and_outdated() {
    let old =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assert!(verify_password(Some(old), "password"));
    assert!(!verify_password(Some(old), "sassword"));
    assert!(password_outdated(old));
    assert!(password_outdated("no hash"));
    let today = hash_password("x");
    for (ours, other) in [
        ("m=47104", "m=47105"),
        ("t=1", "t=2"),
        ("argon2id", "argon2i"),
        ("v=19", "v=16"),
    ] {
        assert!(password_outdated(&today.replace(ours, other)), "{other}");
    }
}

#[test]
fn what_everybody_tries_first_is_common() {
    for common in [
        "password",
        "PassWord",
        "12345678",
        "1234567890",
        "qwertyuiop",
        "baseball",
        "football",
        "sunshine",
        "princess",
        "iloveyou",
        "trustno1",
        "jennifer",
        "lösenord",
        "Lösenord",
        "LÖSENORD",
        "losenord1",
        "hejhejhej",
        "jagälskardig",
        "välkommen",
        "djurgården",
        "pippilångstrump",
        "curriculumvitae",
        "meritförteckning",
    ] {
        let refused = password_strength(common, &[]);
        assert_eq!(refused, Err(Weakness::Common), "{common}");
    }
}

#[test]
fn what_is_few_guesses_away_is_refused() {
    for weak in [
        "Sommar2024",
        "sommaren2025!",
        "Stockholm1",
        "Lösenord123",
        "l0senord1",
        "zlatan10",
        "19851224",
        "aaaaaaaaaaaa",
        "abcdefghij",
        "qwerty12345",
        "hejhej123",
        "p4ssw0rd",
        "drowssap",
        "MeritMerit",
    ] {
        assert!(password_strength(weak, &[]).is_err(), "{weak}");
    }
}

#[test]
fn what_is_known_of_somebody_is_no_password_of_theirs() {
    let about = [
        "Torbjörn.Kvistlund@xylografen.example",
        "Torbjörn Kvistlund",
    ];
    for own in [
        "torbjörn.kvistlund@xylografen.example",
        "Torbjörn Kvistlund",
        "kvistlund",
        "Kvistlund1",
        "xylografen",
        "torbjörnkvistlund",
    ] {
        let refused = password_strength(own, &about);
        assert_eq!(refused, Err(Weakness::Guessable), "{own}");
    }
    // To others it is a good one.
    assert_eq!(password_strength("torbjörnkvistlund", &[]), Ok(()));
}

#[test]
fn lengths_are_of_characters() {
    assert_eq!(password_strength("", &[]), Err(Weakness::Short));
    assert_eq!(password_strength("åäöÅÄÖü", &[]), Err(Weakness::Short));
    let long = "vy7 Kö".repeat(43);
    let cut = |characters: usize| long.chars().take(characters).collect::<String>();
    assert_eq!(password_strength(&cut(64), &[]), Ok(()));
    assert_eq!(password_strength(&cut(256), &[]), Ok(()));
    assert_eq!(password_strength(&cut(257), &[]), Err(Weakness::Long));
    let whole = hash_password(&cut(256));
    assert!(
        !verify_password(Some(&whole), &cut(255)),
        "all of it counts"
    );
    let weak = "a".repeat(200) + "vy7 Kö";
    assert_eq!(password_strength(&weak, &[]), Err(Weakness::Guessable));
}

#[test]
fn a_good_one_needs_no_digits_and_no_capitals() {
    for good in [
        "gröna hästar över bron",
        "correct horse battery staple",
        "vfqk ztrw",
        "Kx9#mv2!",
        "🐎🌉🍏🎻🧭🛶🪁🧶",
    ] {
        assert_eq!(password_strength(good, &[]), Ok(()), "{good}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed is weighed, and nothing in it is a crash.
    #[test]
    fn any_text_is_weighed(password in "\\PC{0,80}", about in "\\PC{0,20}") {
        let weighed = password_strength(&password, &[&about]);
        if password.chars().count() < 8 {
            prop_assert_eq!(weighed, Err(Weakness::Short));
        }
    }
}
