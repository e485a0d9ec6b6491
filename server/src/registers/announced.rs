//! What everybody is told: that somebody else becomes responsible, on every plain page;
//! how recipients have changed; what was weighed; when authorities were looked at.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use app::page::Page;
use app::pages::coming::Coming;
use app::pages::privacy::{Changed, Looked, LookedAt, PartyChange, Weighed, WeighedLine};
use backend::{Failure, RecipientChange, RecipientNoted, Store, SuccessionLine};
use leptos::prelude::provide_context;
use privacy::succession::SuccessionReason;
use privacy::{Date, Party};

use crate::router::Site;

/// What is told on pages that ask the database nothing else. Copies share it.
#[derive(Clone, Default)]
pub(crate) struct Announced(Arc<RwLock<Known>>);

#[derive(Default)]
struct Known {
    coming: Option<Coming>,
    recipients: Vec<RecipientChange>,
}

impl Announced {
    /// Notes who gets data from this start on, and what is announced.
    pub(crate) async fn start(store: &Store, parties: &[Party]) -> Result<Announced, Failure> {
        let now: Vec<RecipientNoted> = parties
            .iter()
            .map(|party| RecipientNoted {
                role: party.role.name().to_owned(),
                name: party.name.clone(),
                country: party.transfer.country().code().to_owned(),
                mechanism: party.transfer.mechanism().map(|it| it.name().to_owned()),
            })
            .collect();
        let recipients = store.recipients_noted(&now).await?;
        let announced = Announced::default();
        announced.change(|known| known.recipients = recipients);
        announced.look(store).await?;
        Ok(announced)
    }

    /// Asks what is announced now.
    pub(crate) async fn look(&self, store: &Store) -> Result<(), Failure> {
        let coming = store.succession_announced().await?.map(coming);
        self.change(|known| known.coming = coming);
        Ok(())
    }

    /// What is done every hour: letters that are due are queued, and other processes
    /// are heard of.
    pub(crate) async fn keep(&self, store: &Store) {
        if let Err(failure) = store.disclosure_notices().await {
            tracing::error!(%failure, "somebody is not told of a disclosure");
        }
        if let Err(failure) = store.succession_letters().await {
            tracing::error!(%failure, "letters about another controller");
        }
        if let Err(failure) = self.look(store).await {
            tracing::error!(%failure, "whether another controller is announced");
        }
    }

    pub(crate) fn coming(&self) -> Option<Coming> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.coming.clone()
    }

    fn recipients(&self) -> Vec<RecipientChange> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        known.recipients.clone()
    }

    fn change(&self, change: impl FnOnce(&mut Known)) {
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        change(&mut known);
    }
}

fn coming(line: SuccessionLine) -> Coming {
    let to = line.to;
    let lines = [to.registration_number, to.address, to.country, to.email];
    Coming {
        name: to.name,
        day: line.effective.to_string(),
        renamed: line.reason == SuccessionReason::Renamed,
        lines: lines.into_iter().filter(|text| !text.is_empty()).collect(),
    }
}

/// What one public page is told besides.
pub(crate) enum Told {
    Nothing,
    Weighed(Weighed),
    Looked(Looked),
    Changed(Changed),
}

impl Told {
    pub(crate) fn provide(self) {
        match self {
            Told::Nothing => {}
            Told::Weighed(weighed) => provide_context(weighed),
            Told::Looked(looked) => provide_context(looked),
            Told::Changed(changed) => provide_context(changed),
        }
    }
}

/// What a page is told.
pub(crate) async fn told(page: Page, site: &Site) -> Result<Told, Failure> {
    let store = &site.service.store;
    Ok(match page {
        Page::Privacy => Told::Weighed(weighed(store).await?),
        Page::Authorities => Told::Looked(looked(store).await?),
        Page::Recipients => Told::Changed(changed(site.announced.recipients())),
        _ => Told::Nothing,
    })
}

async fn weighed(store: &Store) -> Result<Weighed, Failure> {
    let all = store.assessments().await?.into_iter();
    let lines = all.filter_map(|(purpose, entry)| {
        Some(WeighedLine {
            purpose,
            decision: entry.decision()?,
            summary_sv: entry.field("summary_sv").to_owned(),
            summary_en: entry.field("summary_en").to_owned(),
            on: entry.on.to_string(),
            review: entry.review.map(|day| day.to_string()),
        })
    });
    Ok(Weighed(lines.collect()))
}

async fn looked(store: &Store) -> Result<Looked, Failure> {
    let checked = store.authorities_checked().await?.into_iter();
    let looked: BTreeMap<String, LookedAt> = checked
        .map(|(country, entry)| {
            let at = LookedAt {
                on: entry.on.to_string(),
                name: entry.field("name").to_owned(),
                address: entry.field("address").to_owned(),
            };
            (country, at)
        })
        .collect();
    Ok(Looked(looked))
}

fn changed(changes: Vec<RecipientChange>) -> Changed {
    let named = |noted: RecipientNoted| (noted.name, noted.country);
    let all = changes.into_iter().map(|change| PartyChange {
        day: Date::of(change.at).to_string(),
        before: change.before.map(named),
        after: change.after.map(named),
    });
    Changed(all.collect())
}
