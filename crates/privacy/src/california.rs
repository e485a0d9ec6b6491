//! The inventory by the categories of the California Consumer Privacy Act, which
//! are the law's and not ours (Cal. Civ. Code § 1798.140(v)(1), (A) to (L)): what
//! people in California are told under § 1798.110(c) and § 1798.130(a)(5). All
//! twelve are named, also those of which nothing is collected.
//!
//! Nothing is sold, and nothing is shared for advertising across contexts; a
//! recipient or a purpose for that would have to be a new variant of
//! [`Recipient`](crate::inventory::Recipient) or [`Purpose`](crate::Purpose).

use std::collections::BTreeSet;

use crate::inventory::{self, Category, Entry, Sensitive, What};
use crate::record::{Summary, is_kept_by_others};
use crate::retention::Periods;

/// A category of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statutory {
    /// (A) Names, addresses, account names, unique identifiers.
    Identifiers,
    /// (B) What § 1798.80(e) lists: of customers' records.
    CustomerRecords,
    /// (C) Characteristics of protected classifications.
    ProtectedClass,
    /// (D) Products and services bought or considered.
    Commercial,
    /// (E)
    Biometric,
    /// (F) Activity on the internet or another network.
    Network,
    /// (G) Where somebody is: "geolocation data".
    Places,
    /// (H) Audio, electronic, visual, thermal, olfactory or similar information.
    Sensory,
    /// (I) Professional or employment-related information.
    Employment,
    /// (J) Education information that is not public.
    Education,
    /// (K) Inferences drawn to make a profile.
    Inferences,
    /// (L) Sensitive personal information, as § 1798.140(ae) has it.
    Sensitive,
}

impl Statutory {
    pub const ALL: [Statutory; 12] = [
        Statutory::Identifiers,
        Statutory::CustomerRecords,
        Statutory::ProtectedClass,
        Statutory::Commercial,
        Statutory::Biometric,
        Statutory::Network,
        Statutory::Places,
        Statutory::Sensory,
        Statutory::Employment,
        Statutory::Education,
        Statutory::Inferences,
        Statutory::Sensitive,
    ];

    /// Its letter in § 1798.140(v)(1).
    pub const fn letter(self) -> char {
        match self {
            Statutory::Identifiers => 'A',
            Statutory::CustomerRecords => 'B',
            Statutory::ProtectedClass => 'C',
            Statutory::Commercial => 'D',
            Statutory::Biometric => 'E',
            Statutory::Network => 'F',
            Statutory::Places => 'G',
            Statutory::Sensory => 'H',
            Statutory::Employment => 'I',
            Statutory::Education => 'J',
            Statutory::Inferences => 'K',
            Statutory::Sensitive => 'L',
        }
    }

    /// The categories of the law that data of a category of ours belongs to.
    const fn of(category: Category) -> &'static [Statutory] {
        use Statutory::{
            CustomerRecords, Education, Employment, Identifiers, Network, Places, ProtectedClass,
            Sensory,
        };
        match category {
            Category::Identity | Category::Contact => &[Identifiers, CustomerRecords],
            Category::Online => &[Identifiers, Network],
            Category::Career => &[CustomerRecords, Employment],
            Category::Education => &[CustomerRecords, Education],
            Category::Skills | Category::Salary => &[Employment],
            // A picture of somebody, that nothing measures: no biometric one.
            Category::Image => &[Sensory],
            Category::Place => &[Places],
            Category::FreeText => &[CustomerRecords, Employment],
            Category::OtherPerson => &[Identifiers, Employment],
            Category::Protected => &[ProtectedClass],
            // Random numbers, sessions, attempts to sign in, times.
            Category::Technical => &[Identifiers, Network],
            Category::Preference => &[Network],
        }
    }

    /// Whether an entry of the inventory belongs to it.
    pub fn has(self, entry: &Entry) -> bool {
        match self {
            Statutory::Sensitive => match entry.sensitive {
                Some(Sensitive::Protected | Sensitive::MayHoldAnything | Sensitive::SignIn) => true,
                // The law's list has none of these.
                Some(Sensitive::Salary | Sensitive::Face | Sensitive::OtherPerson) | None => false,
            },
            other => Statutory::of(entry.category).contains(&other),
        }
    }
}

/// What is said of a category of the law.
#[derive(Clone, Debug)]
pub struct Row {
    pub category: Statutory,
    /// The categories of ours in it. Empty if nothing of it is collected.
    pub ours: BTreeSet<Category>,
    pub summary: Summary,
}

/// The table, in the order of the law. With retentions as they are on a server.
pub fn table(periods: &Periods) -> Vec<Row> {
    let row = |category: Statutory| {
        let entries = || collected().filter(move |entry| category.has(entry));
        Row {
            category,
            ours: entries().map(|entry| entry.category).collect(),
            summary: Summary::of(entries(), periods),
        }
    };
    Statutory::ALL.map(row).to_vec()
}

/// What a server may be given: all that it or another keeps, and what stands in a
/// CV that is saved. What stays in a browser nobody has collected.
fn collected() -> impl Iterator<Item = &'static Entry> {
    let in_what_is_saved =
        |entry: &Entry| matches!(entry.what, What::Content | What::PersonalValue);
    inventory::all().filter(move |entry| is_kept_by_others(entry) || in_what_is_saved(entry))
}
