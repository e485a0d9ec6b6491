//! Who is looked for, and whether an entry of a document names them: by their full
//! name, their address or their telephone number, however these are written.

use cv::{Document, Item};
use serde_json::Value as Json;

use super::Words;
use super::named::Place;

/// Fewer digits are no telephone number.
const DIGITS: usize = 7;
/// The last digits of one, which are the same with and without a country's.
const LAST_DIGITS: usize = 9;
/// Characters around what was found.
const AROUND: usize = 60;

/// Who is looked for, in the form in which texts are compared.
pub(super) struct Wanted {
    name: String,
    email: Option<String>,
    phone: Option<String>,
}

impl Wanted {
    /// None where there is no name and no address.
    pub(super) fn new(words: &Words) -> Option<Wanted> {
        let name = words.name.as_deref().map(folded).unwrap_or_default();
        // One word alone is in every other CV.
        let name = Some(name)
            .filter(|name| name.contains(' '))
            .unwrap_or_default();
        let phone = words.phone.as_deref().map(|phone| {
            let all = digits(phone);
            all[all.len().saturating_sub(LAST_DIGITS)..].to_owned()
        });
        let wanted = Wanted {
            name,
            email: words.email.as_deref().map(folded),
            phone: phone.filter(|phone| phone.len() >= DIGITS),
        };
        let nothing = wanted.name.is_empty() && wanted.email.is_none() && wanted.phone.is_none();
        (!nothing).then_some(wanted)
    }

    fn is_in(&self, text: &str) -> bool {
        let text = folded(text);
        let name = !self.name.is_empty() && has_words(&text, &self.name);
        let email = self
            .email
            .as_ref()
            .is_some_and(|email| text.contains(email.as_str()));
        let phone = self
            .phone
            .as_ref()
            .is_some_and(|phone| digits(&text).contains(phone.as_str()));
        name || email || phone
    }
}

/// Small letters, and one space between words.
fn folded(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// Whether a text has these words, and not only as parts of others.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        ends(before) && ends(after)
    })
}

/// The digits of a telephone number, however it is written.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Every text of an item.
fn texts<'j>(json: &'j Json, found: &mut Vec<&'j str>) {
    match json {
        Json::String(text) => found.push(text),
        Json::Array(parts) => parts.iter().for_each(|part| texts(part, found)),
        Json::Object(members) => members.values().for_each(|part| texts(part, found)),
        _ => {}
    }
}

/// What an item says of whoever is looked for.
pub(super) fn found_in(item: &Item, wanted: &Wanted) -> Option<String> {
    let json = serde_json::to_value(&item.fields).ok()?;
    let mut all = Vec::new();
    texts(&json, &mut all);
    // A name may be cut into pieces by its marks: together they are read too.
    let whole = all.join(" ");
    let said = all.iter().find(|text| wanted.is_in(text)).copied();
    let said = said.or_else(|| wanted.is_in(&whole).then_some(whole.as_str()))?;
    let one = said.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(one.chars().take(AROUND * 4).collect())
}

pub(super) fn search(document: &Document, wanted: &Wanted, public: bool) -> Vec<Place> {
    // What somebody says of themselves is of no stranger.
    let items = document.sections.iter().flat_map(|section| &section.items);
    let hits = items.filter_map(|item| {
        Some(Place {
            public,
            item: format!("{:x}", item.id.0),
            excerpt: found_in(item, wanted)?,
            done: None,
        })
    });
    hits.collect()
}

#[cfg(test)]
mod tests {
    use super::{Wanted, Words};

    fn wanted(name: &str, email: &str, phone: &str) -> Wanted {
        let words = Words {
            name: Some(name.to_owned()),
            email: Some(email.to_owned()),
            phone: Some(phone.to_owned()),
            ..Words::default()
        };
        Wanted::new(&words).expect("somebody")
    }

    #[test]
    fn somebody_is_found_by_name_address_and_number_and_by_no_part_of_them() {
        let it = wanted("Åsa  Ek", "asa@example.com", "+46 70-123 45 67");
        for text in [
            "Referens: åsa ek, rektor",
            "ASA@EXAMPLE.COM",
            "0046701234567",
            "Ring 070-123 45 67",
        ] {
            assert!(it.is_in(text), "{text}");
        }
        for text in ["Åsa Ekman", "Vaasa Ek", "Ek, Åsa", "123 45 67", ""] {
            assert!(!it.is_in(text), "{text}");
        }
        // One word is nobody's name alone.
        assert!(!wanted("Åsa", "asa@example.com", "").is_in("Åsa Ek"));
    }
}
