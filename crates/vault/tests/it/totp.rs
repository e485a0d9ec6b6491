use std::collections::BTreeSet;

use proptest::prelude::*;
use vault::{Totp, recovery_codes, recovery_digest};

/// RFC 6238, appendix B: the secret of the SHA-1 vectors, times, and of each code
/// the last six digits.
const SECRET: &[u8; 20] = b"12345678901234567890";
const VECTORS: [(i64, &str); 6] = [
    (59, "287082"),
    (1_111_111_109, "081804"),
    (1_111_111_111, "050471"),
    (1_234_567_890, "005924"),
    (2_000_000_000, "279037"),
    (20_000_000_000, "353130"),
];

fn totp() -> Totp {
    Totp::from_bytes(SECRET).expect("twenty bytes")
}

#[test]
fn the_codes_are_those_of_the_rfc() {
    for (time, code) in VECTORS {
        assert_eq!(totp().verify(code, time, None), Some(time / 30), "{time}");
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        assert_eq!(totp().verify(&spaced, time, None), Some(time / 30));
    }
}

#[test]
fn what_is_no_code_is_refused() {
    let (time, code) = VECTORS[1];
    for wrong in [
        "",
        "81804",
        "081805",
        "0818040",
        "+81804",
        "08180x",
        "٠٨١٨٠٤",
        "14081804",
    ] {
        assert_eq!(totp().verify(wrong, time, None), None, "{wrong}");
    }
    let other = Totp::generate();
    assert_ne!(other.bytes(), SECRET);
    // One in 333,333 times another secret has the same code near this time.
    let here = totp().verify(code, time, None).is_some();
    assert!(here && other.verify(code, time, None).is_none());
}

#[test]
fn a_clock_may_be_one_step_off_and_not_two() {
    let (time, code) = VECTORS[3];
    let step = time / 30;
    for late in [-30, 0, 30] {
        assert_eq!(totp().verify(code, time + late, None), Some(step), "{late}");
    }
    for late in [-60, 60, -90, 90] {
        assert_eq!(totp().verify(code, time + late, None), None, "{late}");
    }
}

#[test]
fn a_code_is_good_once_and_no_earlier_one_after_it() {
    let (time, code) = VECTORS[4];
    let step = totp().verify(code, time, None).expect("it is good");
    assert_eq!(totp().verify(code, time, Some(step)), None);
    assert_eq!(totp().verify(code, time + 30, Some(step)), None);
    assert_eq!(totp().verify(code, time, Some(step + 1)), None);
    assert_eq!(totp().verify(code, time, Some(step - 1)), Some(step));
}

#[test]
fn no_time_is_a_crash() {
    for time in [i64::MIN, -31, -30, -1, 0, 1, i64::MAX] {
        for last in [None, Some(i64::MIN), Some(i64::MAX)] {
            let _ = totp().verify("000000", time, last);
        }
    }
    // The first code there is (RFC 4226, appendix D).
    assert_eq!(totp().verify("755224", 0, None), Some(0));
    assert_eq!(totp().verify("755224", -1, None), Some(0));
}

#[test]
fn a_secret_is_read_back_from_its_bytes_alone() {
    let totp = Totp::generate();
    let again = Totp::from_bytes(totp.bytes()).expect("its own bytes");
    assert_eq!(again.base32(), totp.base32());
    for length in [0, 10, 19, 21, 64] {
        assert!(Totp::from_bytes(&vec![7; length]).is_none(), "{length}");
    }
}

/// What an authenticator reads, in the form of Google's key URI.
#[test]
fn the_uri_is_one_address_whatever_the_names() {
    let uri = totp().uri("merit.example:3000", "åsa&secret=x@example.com");
    assert_eq!(
        uri,
        "otpauth://totp/merit.example%203000:%C3%A5sa%26secret%3Dx%40example.com\
         ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=merit.example%203000\
         &algorithm=SHA1&digits=6&period=30"
    );
}

#[test]
fn recovery_codes_are_ten_and_all_different() {
    let (codes, others) = (recovery_codes(), recovery_codes());
    let all: BTreeSet<&String> = codes.iter().chain(&others).collect();
    assert_eq!((codes.len(), all.len()), (10, 20));
    for code in all {
        assert_eq!(code.len(), 19);
        let groups: Vec<&str> = code.split('-').collect();
        assert_eq!(groups.len(), 4);
        assert!(groups.iter().all(|group| group.len() == 4), "{code}");
        assert!(!code.contains(['i', 'l', 'o', 'u']), "{code}");
    }
}

proptest! {
    #[test]
    fn a_recovery_code_is_the_same_however_it_is_typed(spaces in "[ \u{a0}-]{0,3}", shift in any::<u16>()) {
        let code = &recovery_codes()[0];
        let mut typed = String::new();
        for (at, letter) in code.chars().enumerate() {
            let letter = match letter {
                '0' if shift & 1 == 0 => 'O',
                '1' if shift & 1 == 0 => 'l',
                letter => letter,
            };
            match shift >> (at % 16) & 1 {
                0 => typed.push(letter.to_ascii_uppercase()),
                _ => typed.push(letter),
            }
            typed.push_str(&spaces);
        }
        prop_assert_eq!(recovery_digest(&typed), recovery_digest(code));
        prop_assert_ne!(recovery_digest(&typed[1..]), recovery_digest(code));
    }
}
