//! The published versions of the policy, as facts. Each is the inventory of its
//! time, a line for each entry, and is never changed again; a change of the
//! inventory is a new version, with a day of its own. What differs between two is
//! found by comparing them, and shown to everybody.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::inventory::{self, Entry, Label};

/// One published version.
#[derive(Clone, Copy, Debug)]
pub struct Version {
    /// From when it holds: YYYY-MM-DD.
    pub day: &'static str,
    facts: &'static str,
}

/// Every version, the newest first. Its first day is [`crate::POLICY_VERSION`].
pub static VERSIONS: &[Version] = &[
    Version {
        day: "2026-11-28",
        facts: include_str!("../policies/2026-11-28.txt"),
    },
    Version {
        day: "2026-11-25",
        facts: include_str!("../policies/2026-11-25.txt"),
    },
];

/// What is said of an entry, in the order of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    Category,
    Subject,
    Source,
    Purposes,
    Recipients,
    Need,
    Retention,
    Protection,
    Log,
    Export,
    Erasure,
}

impl Aspect {
    pub const ALL: [Aspect; 11] = [
        Aspect::Category,
        Aspect::Subject,
        Aspect::Source,
        Aspect::Purposes,
        Aspect::Recipients,
        Aspect::Need,
        Aspect::Retention,
        Aspect::Protection,
        Aspect::Log,
        Aspect::Export,
        Aspect::Erasure,
    ];
}

/// What a version did not say yet.
const UNSAID: &str = "-";

/// The inventory as it is now, in the form of a version.
pub fn facts() -> String {
    let mut lines: Vec<String> = inventory::all().map(line).collect();
    lines.sort_unstable();
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

fn line(entry: &Entry) -> String {
    let mut line = format!("{} {}", entry.path, entry.label().name());
    for aspect in Aspect::ALL {
        line.push(' ');
        let fact = fact(entry, aspect);
        // A space ends a fact.
        line.extend(fact.chars().filter(|c| *c != ' '));
    }
    line
}

fn fact(entry: &Entry, aspect: Aspect) -> String {
    match aspect {
        Aspect::Category => format!("{:?}", entry.category),
        Aspect::Subject => format!("{:?}", entry.subject),
        Aspect::Source => format!("{:?}", entry.source),
        Aspect::Purposes => {
            let mut text = String::new();
            for (purpose, basis) in entry.purposes {
                // Writing to a string does not fail.
                let _ = write!(text, "{purpose:?}/{basis:?},");
            }
            text
        }
        Aspect::Recipients => format!("{:?}", entry.recipients),
        Aspect::Need => format!("{:?}", entry.need),
        Aspect::Retention => {
            format!("{:?}+{:?}={:?}", entry.start(), entry.retention, entry.then)
        }
        Aspect::Protection => format!("{:?}", entry.protection),
        Aspect::Log => (if entry.log { "Log" } else { "NoLog" }).to_owned(),
        Aspect::Export => format!("{:?}", entry.export),
        Aspect::Erasure => format!("{:?}", entry.erasure),
    }
}

/// What differs between a version and the one before it, by what people call the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// What was not handled before.
    pub added: BTreeSet<Label>,
    /// What is no longer handled.
    pub removed: BTreeSet<Label>,
    /// What is handled otherwise, and in which respects.
    pub changed: BTreeMap<Label, BTreeSet<Aspect>>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        *self == Changes::default()
    }
}

impl Version {
    pub fn current() -> Option<&'static Version> {
        VERSIONS.first()
    }

    /// The version before this one.
    pub fn before(&self) -> Option<&'static Version> {
        let mut later = VERSIONS.iter().skip_while(|it| it.day != self.day);
        later.nth(1)
    }

    /// Its lines, as they were published.
    pub fn facts(&self) -> &'static str {
        self.facts
    }

    /// What differs from another version, which is older.
    pub fn changes_since(&self, before: &Version) -> Changes {
        changes(before.facts, self.facts)
    }
}

/// What differs between the facts of two versions.
pub fn changes(before: &str, after: &str) -> Changes {
    let (before, after) = (read(before), read(after));
    let mut changes = Changes::default();
    let labels = |lines: &Lines<'_>| lines.values().map(|(label, _)| *label).collect();
    let (old, new): (BTreeSet<Label>, BTreeSet<Label>) = (labels(&before), labels(&after));
    changes.added = new.difference(&old).copied().collect();
    changes.removed = old.difference(&new).copied().collect();
    for (path, (label, facts)) in &after {
        let Some((_, old)) = before.get(path) else {
            continue;
        };
        let pairs = Aspect::ALL.into_iter().zip(old.iter().zip(facts));
        let differ = pairs.filter(|(_, (old, new))| old != new && **old != UNSAID);
        let aspects: BTreeSet<Aspect> = differ.map(|(aspect, _)| aspect).collect();
        if !aspects.is_empty() {
            changes.changed.entry(*label).or_default().extend(aspects);
        }
    }
    changes
}

type Lines<'a> = BTreeMap<&'a str, (Label, Vec<&'a str>)>;

/// The lines of a version by their paths. Other lines are none of a version's.
fn read(text: &str) -> Lines<'_> {
    let lines = text.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let path = words.next()?;
        let label = Label::from_name(words.next()?)?;
        Some((path, (label, words.collect())))
    });
    lines.collect()
}
