//! What the server stores of itself: which categories of data it was given, and
//! when last. It is about nobody.

use super::server::made;
use super::{Category, Entry, Erasure, Export, Linkability, Subject};
use crate::purpose::Purpose;
use crate::retention::Retention;

/// That a category was collected is known for so many days: twelve months, in a
/// leap year too (California Civil Code, section 1798.130(a)(5)).
pub const COLLECTED_DAYS: u16 = 366;

const fn collected(path: &'static str) -> Entry {
    Entry {
        subject: Subject::Visitor,
        retention: Retention::days(COLLECTED_DAYS),
        export: Export::Nowhere,
        linkability: Linkability::None,
        ..made(path, Purpose::Account, Erasure::WithTime)
    }
}

/// Columns of what was collected.
pub static COLLECTED: &[Entry] = &[
    collected("collected.category"),
    collected("collected.last_at"),
];

impl Category {
    /// The name that is stored, at most 16 letters.
    pub const fn name(self) -> &'static str {
        match self {
            Category::Identity => "identity",
            Category::Contact => "contact",
            Category::Online => "online",
            Category::Career => "career",
            Category::Education => "education",
            Category::Skills => "skills",
            Category::Image => "image",
            Category::FreeText => "free_text",
            Category::OtherPerson => "other_person",
            Category::Protected => "protected",
            Category::Salary => "salary",
            Category::Place => "place",
            Category::Technical => "technical",
            Category::Preference => "preference",
        }
    }

    pub fn from_name(name: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|it| it.name() == name)
    }
}
