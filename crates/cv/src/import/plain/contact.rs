//! The lines above the first heading: who it is, and how to reach them.

use serde_json::{Map, Value as Json, json};

use super::{Line, Mark, paragraphs, shortened};
use crate::document::Item;
use crate::id::Id;
use crate::import::headings;
use crate::import::reader::Reader;
use crate::import::report::{Reason, What};
use crate::schema::{BASICS, SectionKind};

/// Words before a value that say what it is.
const LABELS: [&str; 24] = [
    "e-post",
    "epost",
    "e-mail",
    "email",
    "mail",
    "mejl",
    "tel",
    "telefon",
    "phone",
    "telephone",
    "mobil",
    "mobile",
    "mobilnummer",
    "telefonnummer",
    "adress",
    "address",
    "hemsida",
    "webb",
    "website",
    "web",
    "linkedin",
    "github",
    "bostadsort",
    "location",
];

/// Words before details that are entered elsewhere, with a consent.
const PERSONAL: [&str; 20] = [
    "född",
    "födelsedatum",
    "födelseår",
    "födelseort",
    "personnummer",
    "ålder",
    "kön",
    "nationalitet",
    "medborgarskap",
    "civilstånd",
    "born",
    "date of birth",
    "birth date",
    "place of birth",
    "age",
    "gender",
    "sex",
    "nationality",
    "marital status",
    "citizenship",
];

/// Sites on which people have a page of their own.
const NETWORKS: [(&str, &str); 8] = [
    ("linkedin.com", "LinkedIn"),
    ("github.com", "GitHub"),
    ("gitlab.com", "GitLab"),
    ("twitter.com", "X"),
    ("instagram.com", "Instagram"),
    ("orcid.org", "ORCID"),
    ("behance.net", "Behance"),
    ("stackoverflow.com", "Stack Overflow"),
];

#[derive(Default)]
struct Person {
    basics: Map<String, Json>,
    profiles: Vec<Json>,
    /// Sentences, and what nobody understood.
    text: Vec<Line>,
}

impl Person {
    /// Puts a value into a field that is still empty.
    fn put(&mut self, name: &str, text: &str) -> bool {
        let free = !self.basics.contains_key(name);
        if free {
            self.basics.insert(name.to_owned(), text.into());
        }
        free
    }
}

pub(super) fn read(reader: &mut Reader<'_>, lines: Vec<Line>) {
    let mut person = Person::default();
    for line in lines {
        let folded = headings::folded(&line.text).unwrap_or_default();
        if headings::is_above(&folded) {
            continue;
        }
        if line.mark != Mark::Title && line.text.chars().count() > 140 {
            person.text.push(line);
            continue;
        }
        let pieces = pieces(&line.text);
        let with_contact = pieces.iter().any(|piece| sort(piece) != Sort::Other);
        for piece in pieces {
            if is_personal(piece) {
                // What it says is not repeated.
                let label = piece.split(':').next().unwrap_or_default();
                reader.left_out(&shortened(label), Reason::Personal);
            } else if !place(&mut person, piece, with_contact) {
                reader.note(&shortened(piece), What::Unsorted);
                person.text.extend(Line::new(piece, line.mark));
            }
        }
    }
    let mut item = std::mem::replace(&mut reader.document.basics, Item::new(Id::BASICS));
    for (name, json) in &person.basics {
        let to = name.clone();
        let path = shortened(json.as_str().unwrap_or_default());
        reader.note(&path, What::Guessed { to });
    }
    reader.fields("basics", &person.basics, BASICS, &[], &mut item);
    reader.document.basics = item;
    let section = reader.section_of_kind(SectionKind::Profiles);
    reader.items("profiles", &person.profiles, section);
    paragraphs(reader, "summary", &person.text);
}

/// What stands in one line, with marks or wide gaps between.
fn pieces(line: &str) -> Vec<&str> {
    let marks = ['|', '•', '·', '\t', ';', '●', '◆', '⋅', '∙'];
    let parts = line.split(marks).flat_map(|part| part.split("  "));
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Email,
    Phone,
    Url,
    Other,
}

fn sort(piece: &str) -> Sort {
    let value = unlabelled(piece);
    if is_email(value) {
        Sort::Email
    } else if is_phone(value) {
        Sort::Phone
    } else if is_url(value) {
        Sort::Url
    } else {
        Sort::Other
    }
}

/// Puts a piece where it belongs; `false` if nobody knows where.
fn place(person: &mut Person, piece: &str, with_contact: bool) -> bool {
    let value = unlabelled(piece);
    match sort(piece) {
        Sort::Email => return person.put("email", value),
        Sort::Phone => return person.put("phone", value),
        Sort::Url => {
            let lower = value.to_lowercase();
            match NETWORKS.iter().find(|(site, _)| lower.contains(site)) {
                Some((_, network)) => {
                    let user = value.trim_end_matches('/').rsplit('/').next();
                    person.profiles.push(json!({
                        "network": network, "username": user.unwrap_or_default(), "url": value,
                    }));
                    return true;
                }
                None => return person.put("url", value),
            }
        }
        Sort::Other => {}
    }
    // `Anna Ek, 070-123 45 67, anna@example.se`
    if value.split(", ").any(|part| sort(part) != Sort::Other) {
        let parts: Vec<&str> = value.split(", ").collect();
        let mut all = true;
        for part in parts {
            // Each has its place, also after one that has none.
            all &= place(person, part, true);
        }
        return all;
    }
    let words = value.split_whitespace().count();
    let figures = value.contains(|c: char| c.is_ascii_digit());
    let short = value.chars().count() <= 60;
    if !person.basics.contains_key("name") && !figures && short && (1..=5).contains(&words) {
        return person.put("name", value);
    }
    if let Some((street, code, city)) = address(value) {
        let street = street.is_empty() || person.put("address", street);
        return person.put("postalCode", &code) && person.put("city", city) && street;
    }
    if figures && short && words <= 5 && !value.ends_with('.') {
        return person.put("address", value);
    }
    if (with_contact || value.len() < piece.len()) && !figures && short && words <= 4 {
        return person.put("city", value);
    }
    let title = !figures && value.chars().count() <= 100 && !value.ends_with('.');
    title && person.put("label", value)
}

/// The value without a label before it.
fn unlabelled(piece: &str) -> &str {
    match piece.split_once(':') {
        Some((label, value)) if LABELS.contains(&label.trim().to_lowercase().as_str()) => {
            value.trim()
        }
        _ => piece.trim(),
    }
}

fn is_personal(piece: &str) -> bool {
    let lower = piece.to_lowercase();
    let labelled = PERSONAL.iter().any(|word| {
        let rest = lower.strip_prefix(word);
        rest.is_some_and(|rest| rest.trim_start().starts_with([':', '1', '2', '0']))
    });
    // A Swedish personal identity number, with or without the century.
    let figures = piece.split_once('-').is_some_and(|(day, number)| {
        let all = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        matches!(day.len(), 6 | 8) && number.len() == 4 && all(day) && all(number)
    });
    labelled || figures
}

fn is_email(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else {
        return false;
    };
    let whole = !text.contains(char::is_whitespace) && !text.contains(',');
    whole && !user.is_empty() && host.contains('.') && !host.contains('@')
}

fn is_phone(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || " \u{a0}+-–.()/".contains(c);
    (7..=16).contains(&figures) && text.chars().all(plain) && text.starts_with(['+', '0', '('])
}

fn is_url(text: &str) -> bool {
    let lower = text.to_lowercase();
    if text.contains(char::is_whitespace) || text.contains('@') {
        return false;
    }
    if ["http://", "https://", "www."]
        .iter()
        .any(|start| lower.starts_with(start))
    {
        return true;
    }
    let host = lower.split('/').next().unwrap_or_default();
    let Some((name, top)) = host.rsplit_once('.') else {
        return false;
    };
    let letters = top.chars().all(|c| c.is_ascii_alphabetic());
    let name = name
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'));
    name && letters && (2..=6).contains(&top.len()) && host.len() > 4
}

/// `Storgatan 1, 123 45 Lund`: street, postal code, town.
fn address(text: &str) -> Option<(&str, String, &str)> {
    let (street, rest) = match text.rsplit_once(", ") {
        Some((street, rest)) if postal(rest).is_some() => (street, rest),
        _ => ("", text),
    };
    let (code, city) = postal(rest)?;
    Some((street.trim(), code, city))
}

/// `123 45 Lund`, `SE-123 45 Lund`, `10115 Berlin`.
fn postal(text: &str) -> Option<(String, &str)> {
    let text = text.trim();
    let rest = text.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == '-');
    let figures = rest
        .split(|c: char| !c.is_ascii_digit() && c != ' ')
        .next()?;
    let city = rest[figures.len()..].trim();
    let code = figures.trim();
    let count = code.chars().filter(char::is_ascii_digit).count();
    let named = city.starts_with(char::is_alphabetic) && city.chars().count() <= 40;
    (named && matches!(count, 4..=6) && rest.starts_with(|c: char| c.is_ascii_digit()))
        .then(|| (code.to_owned(), city))
}
