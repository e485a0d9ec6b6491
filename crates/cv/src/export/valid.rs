//! What the schema's formats `email` and `uri` take. Stricter than the standards
//! where validators differ: a text that fails here is kept beside its field.

use crate::rich::safe_link;

/// Dot-separated words, `@`, a host name with a dot.
pub(super) fn email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let word = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c))
    };
    local.len() <= 64 && local.split('.').all(word) && host(domain)
}

/// The address to write, if it is a safe link and a URI of RFC 3986.
pub(super) fn url(text: &str) -> Option<String> {
    let url = safe_link(text)?;
    let (_, rest) = url.split_once(':')?;
    let fits = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            authority(&rest[..end]) && path(&rest[end..])
        }
        None => !rest.is_empty() && path(rest),
    };
    fits.then_some(url)
}

fn authority(text: &str) -> bool {
    match text.split_once(':') {
        Some((name, port)) => {
            host(name) && port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok()
        }
        None => host(text),
    }
}

/// At least two labels, the last of which is no number.
fn host(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253
        && text.contains('.')
        && text.split('.').all(label)
        && text
            .rsplit('.')
            .next()
            .is_some_and(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Path, query and fragment: the characters of RFC 3986, with one fragment.
fn path(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    text.matches('#').count() <= 1
        && bytes.iter().enumerate().all(|(i, b)| match b {
            b'%' => hex(i + 1) && hex(i + 2),
            _ => b.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(b),
        })
}
