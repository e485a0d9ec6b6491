//! Takes out of running text what is hidden elsewhere, and what is other people's.
//!
//! A telephone number that its owner hides must not stand in the summary, nor a
//! referee's in a reference that nobody was asked about. In an anonymous CV the
//! name goes from every sentence, and with it links that are made of it.

use std::ops::Range;

use crate::document::Document;
use crate::redact::contacts::{self, Kind};
use crate::redact::naming::Naming;
use crate::redact::redaction::Redaction;
use crate::rich::{Block, Inline, RichText, Span};
use crate::schema::Field;
use crate::sensitive;

/// Stands where something was taken out.
const LEFT_OUT: &str = "…";

/// Words that announce what was taken out, in the languages of the interface. A line
/// with nothing else in it goes with what it announced.
const LABELS: [&str; 20] = [
    "tel",
    "tele",
    "telefon",
    "telefonnummer",
    "mobil",
    "mobile",
    "mobilnummer",
    "mob",
    "phone",
    "cell",
    "e",
    "epost",
    "post",
    "mail",
    "mejl",
    "email",
    "kontakt",
    "contact",
    "and",
    "och",
];

/// A value shorter than this could be anything.
const PHRASE: usize = 5;

pub(crate) struct Scrub<'a> {
    redaction: &'a Redaction,
    email: String,
    phone: &'a str,
    /// The very words of what is hidden.
    phrases: Vec<&'a str>,
    naming: Option<Naming>,
    /// What stands where a name was within a text.
    named: &'static str,
}

/// A piece of a text, and what stands in its place.
struct Cut<'a> {
    range: Range<usize>,
    with: &'a str,
}

impl<'a> Scrub<'a> {
    pub(crate) fn new(document: &'a Document, redaction: &'a Redaction) -> Scrub<'a> {
        let of = |field| document.basics.text(field).trim();
        let phrases = [Field::Email, Field::Phone, Field::Address];
        let phrases = phrases
            .into_iter()
            .filter(|field| redaction.hides(*field))
            .map(of)
            .filter(|text| text.chars().count() >= PHRASE)
            .collect();
        let naming = redaction
            .is_anonymous()
            .then(|| Naming::new(document.language, of(Field::Name), of(Field::Email)));
        Scrub {
            redaction,
            email: of(Field::Email).to_lowercase(),
            phone: of(Field::Phone),
            phrases,
            named: naming.as_ref().map_or(LEFT_OUT, Naming::stand_in),
            naming,
        }
    }

    /// The same with nothing longer than it was: a text may be as long already as a
    /// document can hold.
    pub(crate) fn shorter(self) -> Scrub<'a> {
        Scrub {
            named: LEFT_OUT,
            ..self
        }
    }

    /// What stands in the place of the name, if something does.
    pub(crate) fn stand_in(&self) -> Option<&'static str> {
        self.naming.as_ref().map(Naming::stand_in)
    }

    pub(crate) fn text(&self, text: &str, in_reference: bool) -> String {
        let inline = self.inline(&Inline::plain(text), in_reference);
        inline.text()
    }

    /// An address that leads to somebody who is hidden is none.
    pub(crate) fn link(&self, link: &str) -> Option<String> {
        let named = self
            .naming
            .as_ref()
            .is_some_and(|naming| naming.is_in_link(link));
        let contact = contacts::find(link, false)
            .into_iter()
            .any(|(range, kind)| {
                (kind == Kind::Email || link.starts_with("tel:")) && self.takes(&link[range], kind)
            });
        let called = link
            .strip_prefix("tel:")
            .is_some_and(|number| self.takes(number, Kind::Phone));
        let phrased = self.phrases.iter().any(|phrase| link.contains(phrase));
        let plain = self.called(link).next().is_some();
        (!named && !contact && !called && !phrased && !plain).then(|| link.to_owned())
    }

    pub(crate) fn rich(&self, rich: &RichText, in_reference: bool) -> RichText {
        let left = |inline: &Inline| {
            let left = self.inline(inline, in_reference);
            // A line that nothing is left of would be a mark with nothing beside it.
            (!left.0.is_empty() || inline.0.is_empty()).then_some(left)
        };
        let lines = |lines: &[Inline]| {
            let left: Vec<Inline> = lines.iter().filter_map(left).collect();
            (!left.is_empty() || lines.is_empty()).then_some(left)
        };
        let blocks = rich.0.iter().filter_map(|block| match block {
            Block::Paragraph(inline) => left(inline).map(Block::Paragraph),
            Block::List(list) => lines(list).map(Block::List),
            Block::Numbered(list) => lines(list).map(Block::Numbered),
        });
        RichText(blocks.collect())
    }

    pub(crate) fn inline(&self, inline: &Inline, in_reference: bool) -> Inline {
        let mut inline = inline.clone();
        for span in &mut inline.0 {
            span.link = span.link.as_deref().and_then(|link| self.link(link));
        }
        // What is left may be what was not seen for what stood beside it.
        for _ in 0..4 {
            let text = inline.text();
            let cuts = self.cuts(&text, in_reference);
            if cuts.is_empty() {
                break;
            }
            if says_nothing(&text, &cuts) {
                return Inline::default();
            }
            inline = without(&inline, &cuts);
        }
        inline
    }

    fn takes(&self, found: &str, kind: Kind) -> bool {
        let (is_own, field) = match kind {
            Kind::Email => (found.to_lowercase() == self.email, Field::Email),
            Kind::Phone => (contacts::same_phone(found, self.phone), Field::Phone),
        };
        match is_own {
            true => self.redaction.hides(field),
            false => !self.redaction.shows_contacts(),
        }
    }

    /// The owner's telephone number in plain figures, if it is hidden: wherever it
    /// stands, in an address of the web too, it calls them.
    fn called(&self, text: &str) -> impl Iterator<Item = Range<usize>> {
        let hidden = self.redaction.hides(Field::Phone);
        contacts::runs(text)
            .filter(move |run| hidden && contacts::same_phone(&text[run.clone()], self.phone))
    }

    /// What goes from a text, in order and without overlaps.
    fn cuts(&self, text: &str, in_reference: bool) -> Vec<Cut<'_>> {
        let mut cuts: Vec<Cut<'_>> = Vec::new();
        let gone = |range| Cut {
            range,
            with: LEFT_OUT,
        };
        for phrase in &self.phrases {
            let found = text.match_indices(phrase);
            cuts.extend(found.map(|(at, phrase)| gone(at..at + phrase.len())));
        }
        let contacts = contacts::find(text, in_reference).into_iter();
        cuts.extend(
            contacts
                .filter(|(range, kind)| self.takes(&text[range.clone()], *kind))
                .map(|(range, _)| gone(range)),
        );
        cuts.extend(self.called(text).map(gone));
        if let Some(naming) = &self.naming {
            // They tell when somebody was born, and whether as a man or a woman.
            cuts.extend(sensitive::numbers(text).map(|(range, _)| gone(range)));
            cuts.extend(naming.links(text).map(gone));
            let with = self.named;
            cuts.extend(naming.names(text).map(|range| Cut { range, with }));
        }
        // Of two at the same place the longer one.
        cuts.sort_by_key(|cut| (cut.range.start, std::cmp::Reverse(cut.range.end)));
        let mut end = 0;
        cuts.retain_mut(|cut| {
            if cut.range.end <= end {
                return false;
            }
            // One that begins within another goes on where that ends.
            if cut.range.start < end {
                cut.range.start = end;
                cut.with = "";
            }
            end = cut.range.end;
            true
        });
        cuts
    }
}

/// Whether a text is nothing but what is taken out and words that announce it.
fn says_nothing(text: &str, cuts: &[Cut<'_>]) -> bool {
    // With a name in its place it says something still.
    if cuts
        .iter()
        .any(|cut| cut.with != LEFT_OUT && !cut.with.is_empty())
    {
        return false;
    }
    let mut at = 0;
    let mut rest = String::new();
    for cut in cuts {
        rest.push_str(&text[at..cut.range.start]);
        rest.push(' ');
        at = cut.range.end;
    }
    rest.push_str(&text[at..]);
    rest.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| LABELS.contains(&word.to_lowercase().as_str()))
}

/// The text with each piece replaced. What takes its place has the style that the
/// piece began in.
fn without(inline: &Inline, cuts: &[Cut<'_>]) -> Inline {
    let mut out = Inline::default();
    let mut at = 0;
    for span in &inline.0 {
        let here = at..at + span.text.len();
        let mut text = String::new();
        let mut from = here.start;
        for cut in cuts {
            let start = cut.range.start.clamp(here.start, here.end);
            let end = cut.range.end.clamp(here.start, here.end);
            if here.contains(&cut.range.start) {
                text.push_str(&span.text[from - here.start..start - here.start]);
                text.push_str(cut.with);
                from = end;
            } else if cut.range.start < here.start && end > from {
                from = end;
            }
        }
        text.push_str(&span.text[from - here.start..]);
        out.push(Span {
            text,
            ..span.clone()
        });
        at = here.end;
    }
    out
}
