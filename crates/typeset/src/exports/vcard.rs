//! A card for an address book: vCard 3.0 (RFC 2426), which telephones, Outlook and
//! web mail all read, unlike its successor.
//!
//! It has who somebody is and how to reach them, and nothing else of a CV.

use cv::{Field, SectionKind, Shown, ShownItem, When};

use crate::layout::clean;
use crate::svg::base64;

/// Bytes of a line, its end not counted (RFC 2425, section 5.8.1).
const LINE: usize = 75;

pub(super) fn write(shown: Shown<'_>, photo: Option<&[u8]>) -> String {
    let basics = shown.basics();
    let mut card = Card::default();
    card.line("BEGIN:VCARD");
    card.line("VERSION:3.0");
    let name = line(basics, Field::Name);
    // What comes last is the family's name in most of Europe.
    let (given, family) = name.rsplit_once(' ').unwrap_or((&name, ""));
    // Both are required, also of a card that has no name.
    card.line(&format!("N:{};{};;;", escaped(family), escaped(given)));
    card.line(&format!("FN:{}", escaped(&name)));
    card.text("TITLE", &line(basics, Field::Label));
    let mut works = shown.items_of(SectionKind::Work);
    if let Some(job) = works.find(|job| job.when(Field::EndDate) == Some(&When::Ongoing)) {
        card.text("ORG", &line(job, Field::Name));
    }
    card.text("EMAIL;TYPE=INTERNET", &line(basics, Field::Email));
    card.text("TEL", &line(basics, Field::Phone));
    let place = [
        Field::Address,
        Field::City,
        Field::Region,
        Field::PostalCode,
        Field::CountryCode,
    ]
    .map(|field| escaped(&line(basics, field)));
    if place.iter().any(|part| !part.is_empty()) {
        card.line(&format!("ADR:;;{}", place.join(";")));
    }
    let profiles = shown.items_of(SectionKind::Profiles);
    for item in std::iter::once(basics).chain(profiles) {
        // An address is no text, and has nothing escaped.
        if let Some(address) = crate::html::target(&line(item, Field::Url)) {
            card.line(&format!("URL:{address}"));
        }
    }
    if let Some(photo) = photo {
        let mut data = String::from("PHOTO;ENCODING=b;TYPE=JPEG:");
        base64(&mut data, photo);
        card.line(&data);
    }
    card.line("END:VCARD");
    card.0
}

fn line(item: ShownItem<'_>, field: Field) -> String {
    clean::line(item.text(field))
}

/// RFC 2426, section 4. What was cleaned has no line ends.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | ',' | ';') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[derive(Default)]
struct Card(String);

impl Card {
    /// A line with a value, if there is one.
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(&format!("{name}:{}", escaped(text)));
        }
    }

    /// A line, folded between characters where it is long.
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                // The space is the first of the next line.
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
