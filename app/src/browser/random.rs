//! Random ids from the browser's cryptographic generator.

use cv::Id;
use leptos::prelude::window;

/// A fresh id.
pub(crate) fn id() -> Id {
    let mut bytes = [0; 8];
    let drawn = window()
        .crypto()
        .is_ok_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        // Every browser that runs WebAssembly has the generator; were it
        // missing, ids that only have to differ within one document still do.
        bytes = js_sys::Math::random().to_bits().to_le_bytes();
    }
    // Small numbers are those of a blank document's sections.
    Id(u64::from_le_bytes(bytes) | 1 << 63)
}
