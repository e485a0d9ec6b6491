//! Random ids and secrets from the browser's cryptographic generator.

use cv::Id;
use leptos::prelude::window;

/// A fresh id.
pub(crate) fn id() -> Id {
    // Every browser that runs WebAssembly has the generator; were it missing,
    // ids that only have to differ within one document still do.
    let fallback = || js_sys::Math::random().to_bits().to_le_bytes();
    let bytes = bytes().unwrap_or_else(fallback);
    // Small numbers are those of a blank document's sections.
    Id(u64::from_le_bytes(bytes) | 1 << 63)
}

/// A fresh UUID of version 7 (RFC 9562): it begins with the time, so that rows
/// made one after the other lie beside each other.
pub(crate) fn uuid() -> Option<String> {
    Some(uuid_from(bytes()?))
}

/// A fresh UUID for the server's copy of a draft. In place of chance it has the
/// draft's number, so that a draft has one number in every browser of an account: it
/// is what links in other documents name ([`cv::Origin`]).
pub(crate) fn uuid_of(draft: Id) -> Option<String> {
    let mut bytes: [u8; 16] = bytes()?;
    bytes[8..].copy_from_slice(&draft.0.to_be_bytes());
    // The version and the variant of a UUID take two of its bits. The highest is set
    // in every draft's number; the next one stands here.
    bytes[7] = bytes[7] & 0xfe | (draft.0 >> 62 & 1) as u8;
    Some(uuid_from(bytes))
}

/// The number of the draft that a UUID was made for; of any other UUID, a number that
/// hardly any draft has.
pub(crate) fn draft_of(uuid: &str) -> Option<Id> {
    let digits: String = uuid.chars().filter(|c| *c != '-').collect();
    let bits = u128::from_str_radix(&digits, 16).ok()?;
    let second = (bits >> 64 & 1) as u64;
    let rest = bits as u64 & (u64::MAX >> 2);
    Some(Id(1 << 63 | second << 62 | rest))
}

fn uuid_from(mut bytes: [u8; 16]) -> String {
    let milliseconds = js_sys::Date::now() as u64;
    bytes[..6].copy_from_slice(&milliseconds.to_be_bytes()[2..]);
    bytes[6] = bytes[6] & 0x0f | 0x70;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::new();
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(digit.into(), 16).unwrap_or('0'));
        }
    }
    text
}

/// A fresh secret of 256 bits, in 43 letters that an address can hold (RFC 4648,
/// section 5). None without the generator: then there can be no secret.
pub(crate) fn secret() -> Option<String> {
    let bytes: [u8; 32] = bytes()?;
    let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let text = window().btoa(&binary).ok()?;
    let safe = text.trim_end_matches('=').chars().map(|c| match c {
        '+' => '-',
        '/' => '_',
        c => c,
    });
    Some(safe.collect())
}

fn bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let crypto = window().crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::draft_of;
    use cv::Id;

    #[test]
    fn a_draft_is_known_by_the_number_in_its_uuid() {
        let low = draft_of("019a0000-0000-7abe-8123-456789abcdef");
        assert_eq!(low, Some(Id(0x8123_4567_89ab_cdef)));
        let high = draft_of("019a0000-0000-7abf-bfff-ffffffffffff");
        assert_eq!(high, Some(Id(u64::MAX)));
        assert_eq!(draft_of("no number"), None);
    }
}
