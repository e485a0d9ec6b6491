//! The values of personal details, brought beside a document.
//!
//! A document names each by a reference ([`crate::Personal`]), and one that it
//! names is shown. What is under a reference lies in a store apart: whoever
//! writes pages asks there, and brings what it finds with
//! [`Shown::with`](crate::Shown::with). A reference that leads nowhere, as after
//! its owner has taken back their consent, shows nothing.

use std::collections::BTreeMap;
use std::fmt;

use crate::document::{Document, PersonalField};
use crate::id::Id;
use crate::redact::Redaction;
use crate::rich::is_blank;

/// What a document shows of personal details, in the order of
/// [`PersonalField::ALL`].
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Details(BTreeMap<PersonalField, String>);

impl Details {
    /// What a document shows, of the values that a store has by their references.
    pub fn of(document: &Document, values: &BTreeMap<Id, String>) -> Details {
        let references = document.personal.iter().flat_map(|p| &p.references);
        let mut details = Details::default();
        for (field, reference) in references {
            if let Some(value) = values.get(reference) {
                details.set(*field, value);
            }
        }
        details
    }

    /// Sets one. Nothing but white space is none.
    pub fn set(&mut self, field: PersonalField, value: &str) {
        let value = value.trim();
        match value.is_empty() || is_blank(value) {
            true => self.0.remove(&field),
            false => self.0.insert(field, value.to_owned()),
        };
    }

    /// What of them others see, as their owner has chosen.
    pub fn redacted(mut self, redaction: &Redaction) -> Details {
        self.0.retain(|field, _| redaction.shows_detail(*field));
        self
    }

    pub fn get(&self, field: PersonalField) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (PersonalField, &str)> {
        self.0.iter().map(|(field, value)| (*field, value.as_str()))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Says which there are, and never what they are.
impl fmt::Debug for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
