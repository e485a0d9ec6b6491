//! Which browser on which system somebody has, as far as its `User-Agent` says:
//! a word for each, for the list of devices. The header itself is never kept.

use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use backend::Agent;

/// What is looked for, in this order: most browsers name others too.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Vivaldi", "Vivaldi"),
    ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

pub(crate) fn agent(headers: &HeaderMap) -> Agent {
    let text = headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok());
    let text = text.unwrap_or_default();
    let find = |list: &[(&str, &str)]| {
        let known = list.iter().find(|(mark, _)| text.contains(mark));
        known.map_or("?", |(_, name)| name).to_owned()
    };
    Agent {
        browser: find(&BROWSERS),
        system: find(&SYSTEMS),
        address: None,
    }
}

#[cfg(test)]
mod tests {
    use super::agent;
    use axum::http::header::USER_AGENT;
    use axum::http::{HeaderMap, HeaderValue};

    #[test]
    fn a_browser_is_known_by_its_own_name() {
        let named = |text: &'static str| {
            let headers = HeaderMap::from_iter([(USER_AGENT, HeaderValue::from_static(text))]);
            let agent = agent(&headers);
            format!("{} on {}", agent.browser, agent.system)
        };
        for (text, name) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
                "Safari on macOS",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox on Linux",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            ("<script>alert(1)</script>", "? on ?"),
            ("", "? on ?"),
        ] {
            assert_eq!(named(text), name);
        }
    }
}
