//! The inventory seen from two sides: by purpose, as the record of processing
//! wants it (GDPR, article 30(1)), and by category, as people in California are
//! told (Cal. Civ. Code § 1798.110 and § 1798.130(a)(5)).

use std::collections::{BTreeMap, BTreeSet};

use crate::controller::PartyRole;
use crate::inventory::{
    self, Category, Entry, Label, Need, Protection, Recipient, Sensitive, Source, Subject, What,
};
use crate::purpose::{LegalBasis, Purpose};
use crate::retention::{Periods, Retention, Start, Then};

/// What is said together of several entries, with retentions as they are on a server. Each set is in a fixed order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub labels: BTreeSet<Label>,
    pub categories: BTreeSet<Category>,
    pub subjects: BTreeSet<Subject>,
    pub sources: BTreeSet<Source>,
    pub purposes: BTreeSet<(Purpose, LegalBasis)>,
    pub recipients: BTreeSet<Recipient>,
    /// What has to be given, and what has not.
    pub needs: BTreeMap<Need, BTreeSet<Label>>,
    /// How long what is kept, counted from when, and what then happens.
    pub retentions: BTreeMap<(Retention, Start, Then), BTreeSet<Label>>,
    pub protections: BTreeSet<Protection>,
    pub sensitive: BTreeSet<Sensitive>,
}

/// What holds a whole document, beside the browser of who writes it.
const COPIES: [&str; 2] = ["document.content", "publication.content"];

impl Summary {
    fn add(&mut self, entry: &Entry, periods: &Periods) {
        let label = entry.label();
        self.labels.insert(label);
        self.categories.insert(entry.category);
        self.subjects.insert(entry.subject);
        self.sources.insert(entry.source);
        self.purposes.extend(entry.purposes);
        self.recipients.extend(entry.recipients);
        self.needs.entry(entry.need).or_default().insert(label);
        let kept = (periods.of(entry), entry.start(), entry.then);
        self.retentions.entry(kept).or_default().insert(label);
        self.protections.insert(entry.protection);
        self.sensitive.extend(entry.sensitive);
    }

    /// Whoever saves a document, or publishes it, gives all that stands in it.
    fn add_copies(&mut self, entry: &Entry, periods: &Periods) {
        if !matches!(entry.what, What::Content | What::Structure) {
            return;
        }
        for copy in COPIES.iter().filter_map(|path| inventory::entry(path)) {
            self.purposes.extend(copy.purposes);
            self.recipients.extend(copy.recipients);
            let kept = (periods.of(copy), copy.start(), copy.then);
            self.retentions
                .entry(kept)
                .or_default()
                .insert(entry.label());
            self.protections.insert(copy.protection);
        }
    }

    pub(crate) fn of(entries: impl Iterator<Item = &'static Entry>, periods: &Periods) -> Summary {
        let mut summary = Summary::default();
        entries.for_each(|entry| {
            summary.add(entry, periods);
            summary.add_copies(entry, periods);
        });
        summary
    }
}

/// Whether it leaves a person's own device, for anybody who keeps it. What does not
/// is no processing of the controller's.
pub fn is_kept_by_others(entry: &Entry) -> bool {
    entry.recipients.iter().any(|recipient| recipient.keeps())
}

/// What is processed for each purpose, in the order of [`Purpose::ALL`]; purposes
/// that only a browser serves on its owner's behalf are not among them.
pub fn activities(periods: &Periods) -> Vec<(Purpose, Summary)> {
    let of = |purpose: Purpose| {
        let entries = inventory::all()
            .filter(|entry| is_kept_by_others(entry))
            .filter(move |entry| entry.purposes.iter().any(|(it, _)| *it == purpose));
        let mut summary = Summary::of(entries, periods);
        // An entry may serve others too.
        summary.purposes.retain(|(it, _)| *it == purpose);
        (purpose, summary)
    };
    let all = Purpose::ALL.into_iter().map(of);
    all.filter(|(_, summary)| !summary.labels.is_empty())
        .collect()
}

/// The categories of data that reach a party by what it does.
pub fn reached_by(role: PartyRole) -> Vec<Category> {
    let reaches = |entry: &&Entry| {
        let goes = |to: &[Recipient]| entry.recipients.iter().any(|it| to.contains(it));
        // What stands in a document is on the server once it is saved.
        let written = matches!(entry.what, What::Content | What::Structure);
        let stored = matches!(entry.what, What::Column | What::File);
        match role {
            PartyRole::Hosting => {
                let passing = [
                    Recipient::ServerInPassing,
                    Recipient::ServerWithRequests,
                    Recipient::ServerKept,
                ];
                written || goes(&passing)
            }
            PartyRole::Mail => goes(&[Recipient::MailServers]),
            PartyRole::Backups => written || stored,
        }
    };
    let reached: BTreeSet<Category> = inventory::all()
        .filter(reaches)
        .map(|entry| entry.category)
        .collect();
    reached.into_iter().collect()
}

/// What is collected of each category, in the order of [`Category::ALL`].
pub fn categories(periods: &Periods) -> Vec<(Category, Summary)> {
    let of = |category: Category| {
        let entries = inventory::all().filter(move |entry| entry.category == category);
        (category, Summary::of(entries, periods))
    };
    let all = Category::ALL.into_iter().map(of);
    all.filter(|(_, summary)| !summary.labels.is_empty())
        .collect()
}

/// What is collected that needs more care, by the reason.
pub fn sensitive(periods: &Periods) -> Vec<(Sensitive, Summary)> {
    let reasons: BTreeSet<Sensitive> = inventory::all().filter_map(|it| it.sensitive).collect();
    let of = |reason: Sensitive| {
        let entries = inventory::all().filter(move |entry| entry.sensitive == Some(reason));
        (reason, Summary::of(entries, periods))
    };
    reasons.into_iter().map(of).collect()
}

/// What a person is told beside a field that asks for something (GDPR, article
/// 13(2)(e)): all of it is the inventory's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    pub label: Label,
    pub purposes: &'static [(Purpose, LegalBasis)],
    pub recipients: &'static [Recipient],
    pub need: Need,
    pub retention: Retention,
    pub start: Start,
    pub then: Then,
}

/// The notice for the field of a form, by the path of what it asks for: `login.email`.
pub fn notice(path: &str, periods: &Periods) -> Option<Notice> {
    inventory::entry(path).map(|entry| Notice {
        label: entry.label(),
        purposes: entry.purposes,
        recipients: entry.recipients,
        need: entry.need,
        retention: periods.of(entry),
        start: entry.start(),
        then: entry.then,
    })
}
