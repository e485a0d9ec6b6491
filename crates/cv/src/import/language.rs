//! Which language a file is written in.

use std::ops::ControlFlow;

use serde_json::Value as Json;

use crate::language::Language;

/// The language that a file says or that its words show, `None` if neither.
pub(super) fn of(json: &Json) -> Option<Language> {
    const TAGS: [&str; 6] = [
        "/meta/merit/language",
        "/meta/language",
        "/metadata/page/locale",
        "/metadata/locale",
        "/language",
        "/lang",
    ];
    let tags = TAGS.iter().filter_map(|path| json.pointer(path)?.as_str());
    tags.filter_map(Language::from_tag)
        .next()
        .or_else(|| guess(json))
}

/// Counts small words that one of the two languages has and the other has not.
fn guess(json: &Json) -> Option<Language> {
    const SWEDISH: [&str; 12] = [
        "och", "för", "med", "att", "av", "är", "som", "på", "till", "från", "inom", "hos",
    ];
    const ENGLISH: [&str; 10] = [
        "and", "the", "of", "with", "for", "from", "to", "by", "using", "at",
    ];
    let (mut swedish, mut english, mut words) = (0, 0, 0);
    let _ = each_text(json, &mut |text| {
        for word in text.split(|c: char| !c.is_alphabetic()) {
            let word = word.to_lowercase();
            swedish += usize::from(SWEDISH.contains(&word.as_str()));
            english += usize::from(ENGLISH.contains(&word.as_str()));
            words += 1;
        }
        // A few thousand words say enough.
        if words > 5_000 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    if swedish >= 3 && swedish > 2 * english {
        Some(Language::Swedish)
    } else if english >= 3 && english > 2 * swedish {
        Some(Language::English)
    } else {
        None
    }
}

fn each_text(json: &Json, visit: &mut impl FnMut(&str) -> ControlFlow<()>) -> ControlFlow<()> {
    match json {
        Json::String(text) => visit(text),
        Json::Array(list) => list.iter().try_for_each(|json| each_text(json, visit)),
        Json::Object(object) => object.values().try_for_each(|json| each_text(json, visit)),
        _ => ControlFlow::Continue(()),
    }
}
