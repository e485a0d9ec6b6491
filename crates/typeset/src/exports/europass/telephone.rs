//! Telephone numbers with the country to dial.

/// A number in two parts, digits only.
pub(super) struct Number {
    pub(super) country: String,
    pub(super) rest: String,
}

/// Country codes of two digits; but for 1 and 7 all others have three.
const TWO_DIGITS: &str = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 \
                          57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

/// For numbers that are written as at home, where an address says where that is.
const HOME: [(&str, &str); 10] = [
    ("se", "46"),
    ("no", "47"),
    ("dk", "45"),
    ("fi", "358"),
    ("de", "49"),
    ("gb", "44"),
    ("ie", "353"),
    ("nl", "31"),
    ("fr", "33"),
    ("us", "1"),
];

/// Reads a number. `home` is the country of the address, ISO 3166-1 alpha-2, or
/// empty.
pub(super) fn read(text: &str, home: &str) -> Option<Number> {
    // The zero of "+46 (0)70" is not dialled from abroad.
    let text = match text.starts_with('+') {
        true => text.replacen("(0)", "", 1),
        false => text.to_owned(),
    };
    let plain = |c: char| c.is_ascii_digit() || " \u{a0}+-–.()/".contains(c);
    if !text.chars().all(plain) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (country, rest) = if text.trim_start().starts_with('+') {
        let length = match digits.get(..2)? {
            one if one.starts_with(['1', '7']) => 1,
            two if TWO_DIGITS.split(' ').any(|code| code == two) => 2,
            _ => 3,
        };
        digits.split_at_checked(length)?
    } else {
        let (_, code) = HOME
            .iter()
            .find(|(country, _)| home.eq_ignore_ascii_case(country))?;
        (*code, digits.strip_prefix('0').unwrap_or(&digits))
    };
    (rest.len() > 3).then(|| Number {
        country: country.to_owned(),
        rest: rest.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn numbers_have_a_country_or_are_none() {
        for (text, home, expected) in [
            ("+46 (0)70-123 45 67", "", "46 701234567"),
            ("070-123 45 67", "SE", "46 701234567"),
            ("+358 40 1234567", "", "358 401234567"),
            ("+1 (555) 123-4567", "", "1 5551234567"),
            ("070-123 45 67", "", "-"),
            ("call me", "SE", "-"),
            ("+4", "", "-"),
            ("", "SE", "-"),
        ] {
            let number = read(text, home);
            let read = number.map_or("-".to_owned(), |n| format!("{} {}", n.country, n.rest));
            assert_eq!(read, expected, "{text}");
        }
    }
}
