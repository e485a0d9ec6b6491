//! Reading the other documents: those of this browser, and those of the account that
//! are on the server alone.

use std::sync::Arc;

use cv::{Id, Kind};
use leptos::prelude::*;

use super::Found;
use crate::account;
use crate::browser::ask::ask;
use crate::browser::database::{ServerCopy, StoreError};
use crate::browser::journal::Journal;
use crate::browser::random;
use crate::browser::sync::Sync;
use crate::service::ServiceError;
use crate::service::cv::CvList;

/// What this browser has.
pub(super) struct Here {
    /// What origins call the open document.
    pub(super) own: Id,
    pub(super) found: Vec<Found>,
    /// What the server knows those by that are here.
    pub(super) saved: Vec<String>,
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
fn number(draft: Id, copy: Option<&ServerCopy>) -> Id {
    let number = copy.and_then(|copy| random::draft_of(&copy.id));
    number.unwrap_or(draft)
}

/// Reads the documents of the account that are not here and are wanted. Nothing is
/// sent but which are wanted, and who belongs to no account asks nobody.
pub(super) async fn on_server(
    sync: Sync,
    here: &[String],
    wanted: &dyn Fn(Id) -> bool,
) -> Result<Vec<Found>, ServiceError> {
    let nobody = account::of_page().kind == account::Kind::Nobody;
    let mut found = Vec::new();
    if nobody && sync.id.with_untracked(Option::is_none) {
        return Ok(found);
    }
    for listed in ask(CvList {}).await? {
        let Some(number) = random::draft_of(&listed.id).filter(|number| wanted(*number)) else {
            continue;
        };
        if !here.contains(&listed.id) {
            let (document, _) = sync.look_at(listed.id.clone()).await?;
            found.push(Found {
                number,
                draft: None,
                saved: Some(listed.id),
                document: Arc::new(document),
            });
        }
    }
    Ok(found)
}
