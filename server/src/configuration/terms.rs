//! `[terms]`: the operator's own terms of service, in place of those that come with
//! the program. Two files, one a language, and the day from which they hold.

use std::path::{Path, PathBuf};

use backend::TERMS_BYTES;
use privacy::Date;

use super::clauses::limited;
use super::sources::Sources;

/// The operator's own text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnTerms {
    /// YYYY-MM-DD.
    pub(crate) version: String,
    pub(crate) sv: String,
    pub(crate) en: String,
}

const VERSION: &str = "terms.version";
const FILES: [&str; 2] = ["terms.sv", "terms.en"];

pub(super) fn read(from: &mut Sources) -> Option<OwnTerms> {
    let version: Option<String> = from.read(VERSION);
    let files: [Option<PathBuf>; 2] = FILES.map(|key| from.read(key));
    let (version, sv, en) = match (version, files) {
        (None, [None, None]) => return None,
        (Some(version), [Some(sv), Some(en)]) => (version, sv, en),
        (version, files) => {
            let there = [version.is_some(), files[0].is_some(), files[1].is_some()];
            let keys = [VERSION, FILES[0], FILES[1]];
            let (set, missing): (Vec<_>, Vec<_>) =
                keys.into_iter().zip(there).partition(|(_, there)| *there);
            let missing: Vec<&str> = missing.into_iter().map(|(key, _)| key).collect();
            if let Some((key, _)) = set.first() {
                from.fault(key, &format!("needs {} beside it", missing.join(" and ")));
            }
            return None;
        }
    };
    if !is_day(&version) {
        from.wrong(VERSION);
    }
    let [sv, en] = [(FILES[0], sv), (FILES[1], en)].map(|(key, path)| match text(&path) {
        Ok(text) => Some(text),
        Err(reason) => {
            from.fault(key, &reason);
            None
        }
    });
    Some(OwnTerms {
        version,
        sv: sv?,
        en: en?,
    })
}

/// Whether it is a day: YYYY-MM-DD.
fn is_day(text: &str) -> bool {
    Date::parse(text).is_some_and(|day| day.parts().0 >= 2000)
}

fn text(path: &Path) -> Result<String, String> {
    let place = path.display();
    let bytes = limited(path, TERMS_BYTES as u64)?;
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(format!("{place} is no text in UTF-8"));
    };
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(format!("{place} is empty"));
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    match text.contains(control) {
        true => Err(format!(
            "{place} has control characters in it, as no text has"
        )),
        false => Ok(text.to_owned()),
    }
}
