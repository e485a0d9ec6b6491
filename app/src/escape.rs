//! What somebody wrote, where Leptos does not escape it: a title, and what stands in a
//! text area.

/// Text as HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
