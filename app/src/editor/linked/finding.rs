//! Reading the other documents: those of this browser, and those of the account that
//! are on the server alone.

use std::collections::HashMap;
use std::sync::Arc;

use cv::{Document, Id, Kind};
use leptos::prelude::*;

use super::Found;
use crate::account;
use crate::browser::ask::ask;
use crate::browser::database::{ServerCopy, StoreError};
use crate::browser::journal::Journal;
use crate::browser::random;
use crate::browser::sync::Sync;
use crate::service::ServiceError;
use crate::service::cv::{CvList, ListedCv};

/// What this browser has.
pub(super) struct Here {
    /// What origins call the open document.
    pub(super) own: Id,
    pub(super) found: Vec<Found>,
    /// What the server knows those by that are here.
    pub(super) saved: Vec<String>,
}

/// What the server has said since the page was opened.
#[derive(Default)]
pub(super) struct Known {
    /// What it has, and when it said so.
    listed: Option<(f64, Vec<ListedCv>)>,
    /// Documents by their ids there, with their versions.
    documents: HashMap<String, (u64, Arc<Document>)>,
}

/// Reads the drafts of this browser that are wanted, by what origins call them and
/// their kind; the last changed first, and without the open one.
pub(super) async fn here(
    journal: Journal,
    open: Id,
    wanted: &dyn Fn(Id, Kind) -> bool,
) -> Result<Here, StoreError> {
    let drafts = journal.connect().await?;
    let copies = drafts.copies().await?;
    let copy = |draft: Id| {
        let copy = copies.iter().find(|(of, _)| *of == draft);
        copy.map(|(_, copy)| copy)
    };
    let mut here = Here {
        own: number(open, copy(open)),
        found: Vec::new(),
        saved: copies.iter().map(|(_, copy)| copy.id.clone()).collect(),
    };
    for listed in drafts.list().await? {
        let draft = listed.draft;
        let number = number(draft, copy(draft));
        if draft == open || !wanted(number, listed.kind) {
            continue;
        }
        // One that cannot be read says so when it is opened.
        if let Ok((document, _)) = drafts.load(draft).await {
            here.found.push(Found {
                number,
                draft: Some(draft),
                saved: copy(draft).map(|copy| copy.id.clone()),
                document: Arc::new(document),
            });
        }
    }
    Ok(here)
}

/// What origins call a draft: its number in every browser of the account.
pub(in crate::editor) fn number(draft: Id, copy: Option<&ServerCopy>) -> Id {
    let number = copy.and_then(|copy| random::draft_of(&copy.id));
    number.unwrap_or(draft)
}

/// The documents that a document is linked to, each once.
pub(super) fn origins(document: &Document) -> Vec<Id> {
    let mut numbers = Vec::new();
    for origin in document.items().filter_map(|item| item.origin.as_ref()) {
        if !numbers.contains(&origin.document) {
            numbers.push(origin.document);
        }
    }
    numbers
}

/// Reads the documents of the account that are not here and are wanted. Nothing is
/// sent but which are wanted, and who belongs to no account asks nobody. What the
/// server said no longer ago than `age`, in milliseconds, holds.
pub(super) async fn on_server(
    sync: Sync,
    (known, age): (StoredValue<Known>, f64),
    here: &[String],
    wanted: &dyn Fn(Id) -> bool,
) -> Result<Vec<Found>, ServiceError> {
    let nobody = account::of_page().kind == account::Kind::Nobody;
    let mut found = Vec::new();
    if nobody && sync.id.with_untracked(Option::is_none) {
        return Ok(found);
    }
    for listed in list(known, age).await? {
        let Some(number) = random::draft_of(&listed.id).filter(|number| wanted(*number)) else {
            continue;
        };
        if !here.contains(&listed.id) {
            let document = read(sync, known, &listed).await?;
            found.push(Found {
                number,
                draft: None,
                saved: Some(listed.id),
                document,
            });
        }
    }
    Ok(found)
}

/// What the account has on the server.
async fn list(known: StoredValue<Known>, age: f64) -> Result<Vec<ListedCv>, ServiceError> {
    let recent = known.with_value(|known| {
        let (said, listed) = known.listed.as_ref()?;
        (js_sys::Date::now() - said < age).then(|| listed.clone())
    });
    if let Some(listed) = recent {
        return Ok(listed);
    }
    let listed = ask(CvList {}).await?;
    known.update_value(|known| {
        let is_listed = |id: &String| listed.iter().any(|listed| listed.id == *id);
        known.documents.retain(|id, _| is_listed(id));
        known.listed = Some((js_sys::Date::now(), listed.clone()));
    });
    Ok(listed)
}

/// A document, which is fetched once in each version.
async fn read(
    sync: Sync,
    known: StoredValue<Known>,
    listed: &ListedCv,
) -> Result<Arc<Document>, ServiceError> {
    let kept = known.with_value(|known| {
        let (version, document) = known.documents.get(&listed.id)?;
        (*version >= listed.version).then(|| document.clone())
    });
    if let Some(document) = kept {
        return Ok(document);
    }
    let (document, version) = sync.look_at(listed.id.clone()).await?;
    let document = Arc::new(document);
    let kept = (version, document.clone());
    known.update_value(|known| {
        known.documents.insert(listed.id.clone(), kept);
    });
    Ok(document)
}
