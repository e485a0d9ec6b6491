//! The languages of the interface.

/// A language of the interface. It has nothing to do with the language that a
/// CV is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    Sv,
    /// For everybody who does not ask for another.
    #[default]
    En,
}

impl Lang {
    pub const ALL: [Lang; 2] = [Lang::Sv, Lang::En];

    /// BCP 47: `sv`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Sv => "sv",
            Lang::En => "en",
        }
    }

    /// The language's name in itself, for a menu.
    pub fn name(self) -> &'static str {
        match self {
            Lang::Sv => "Svenska",
            Lang::En => "English",
        }
    }

    /// Reads a BCP 47 tag by its primary language: `sv-FI` is Swedish.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Lang::ALL
            .into_iter()
            .find(|lang| primary.eq_ignore_ascii_case(lang.tag()))
    }

    /// The best of ours for an `Accept-Language` header (RFC 9110, 12.5.4).
    /// Among equals the first stands; without any of ours it is English.
    pub fn from_accept_language(header: &str) -> Lang {
        let mut best = (0.0, Lang::default());
        for range in header.split(',') {
            let (tag, weight) = match range.split_once(';') {
                Some((tag, parameter)) => (tag, weight(parameter)),
                None => (range, 1.0),
            };
            if let Some(lang) = Lang::from_tag(tag)
                && weight > best.0
            {
                best = (weight, lang);
            }
        }
        best.1
    }
}

/// The weight of `q=0.8`, nothing for what cannot be read.
fn weight(parameter: &str) -> f32 {
    parameter
        .trim()
        .strip_prefix("q=")
        .and_then(|q| q.parse().ok())
        .filter(|q| (0.0..=1.0).contains(q))
        .unwrap_or(0.0)
}
