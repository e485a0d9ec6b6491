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
    let mut bytes: [u8; 16] = bytes()?;
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
    Some(text)
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
