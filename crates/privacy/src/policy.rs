//! The published versions of the policy, as facts. Each is the inventory of its
//! time, a line for each entry, and is never changed again; a change of the
//! inventory is a new version, with a day of its own. What differs between two is
//! found by comparing them, and shown to everybody.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::Date;
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
        day: "2026-11-29",
        facts: include_str!("../policies/2026-11-29.txt"),
    },
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

/// Days between the publication of a material change and the day from which it
/// holds, unless the operator gives more.
pub const NOTICE_DAYS: u16 = 30;

/// Why a change may not hold from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooEarly {
    /// It would hold on the day of its publication, or before.
    NotLater,
    /// People have to be told longer before: it may hold from this day on.
    Notice(Date),
}

/// Whether a change that is published on a day may hold from another one: never
/// from the same, and if it is material not before its notice is over.
///
/// # Errors
/// [`TooEarly`] says from when.
pub fn may_hold(
    published: Date,
    effective: Date,
    material: bool,
    notice_days: u16,
) -> Result<(), TooEarly> {
    if effective <= published {
        return Err(TooEarly::NotLater);
    }
    let earliest = published.days_later(i64::from(notice_days));
    match material && effective < earliest {
        true => Err(TooEarly::Notice(earliest)),
        false => Ok(()),
    }
}

/// Whether a difference matters to anybody: something more is handled, or something
/// is handled otherwise. That less is handled needs no notice.
pub fn is_material(changes: &Changes) -> bool {
    !changes.added.is_empty() || !changes.changed.is_empty()
}

/// The facts of the newest version of this program.
pub fn current_facts() -> &'static str {
    Version::current().map_or("", |version| version.facts)
}

/// Whether a text is the facts of a version: a line for each entry, and no other.
pub fn is_facts(text: &str) -> bool {
    let lines = text.lines().count();
    lines > 0 && read(text).len() == lines
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
