//! Documents on the server.

use cv::Edit;
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use super::ServiceError;
#[cfg(feature = "ssr")]
use super::{caller::Caller, limits::What};

/// The first save: what makes an account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Begin {
    /// The owner link's secret, which the browser has made.
    pub link: String,
    /// That its owner is 18 or older.
    pub adult: bool,
    /// The version of the policy that they have read.
    pub policy: String,
    /// The version of the terms that they accept. A page from before there were
    /// any has none.
    #[serde(default)]
    pub terms: String,
    /// The language in which they have read both.
    #[serde(default)]
    pub lang: String,
    /// The id that the document is to have.
    pub id: String,
    /// The document in its own form.
    pub document: String,
}

/// A line in the list of saved documents.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListedCv {
    pub id: String,
    pub version: u64,
}

/// A document as the server has it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LoadedCv {
    pub version: u64,
    /// In its own form.
    pub document: String,
}

/// Edits that were made on a version of a document.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BatchOfEdits {
    pub id: String,
    pub base_version: u64,
    pub batch_id: String,
    /// `cv::format::FORMAT` of who made them.
    pub format: u32,
    pub edits: Vec<Edit>,
}

/// What became of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum SavedCv {
    /// They are in the document, which had this version then.
    Taken(u64),
    /// The document is newer; nothing was changed.
    Stale(LoadedCv),
}

/// Saves a document for the first time, makes the account for it and lets this
/// browser act for it.
#[server(input = Json, prefix = "/api", endpoint = "cv_begin")]
pub async fn cv_begin(begin: Begin) -> Result<(), ServiceError> {
    let caller = Caller::here()?;
    let document = load(&begin.document)?;
    let id = uuid(&begin.id)?;
    let link = begin.link.parse().map_err(|_| ServiceError::Refused)?;
    let store = &caller.service.store;
    let person = match store.owner_link_open(&link).await? {
        // The answer to the first try was lost.
        Some(person) => person,
        None => {
            // A page knows the program's own version; what was announced since it holds
            // is asked about when they come back.
            if begin.policy != privacy::POLICY_VERSION {
                // They have read another one than that which holds now.
                return Err(ServiceError::Outdated);
            }
            let lang = texts::Lang::from_tag(&begin.lang).ok_or(ServiceError::Refused)?;
            let terms = caller.service.terms().accepted(&begin.terms, lang);
            let terms = terms.ok_or(ServiceError::Outdated)?;
            caller.limit(What::NewAccount)?;
            let declaration = backend::Declaration {
                adult: begin.adult,
                policy_version: begin.policy,
                terms: Some(terms),
            };
            store.account_create(&link, &declaration).await?
        }
    };
    store
        .cv_create(privacy::Actor::Person(person), id, &document)
        .await?;
    caller.sign_in(person).await
}

/// Saves one more document of the account. Asked again, it changes nothing.
#[server(input = Json, prefix = "/api", endpoint = "cv_create")]
pub async fn cv_create(id: String, document: String) -> Result<(), ServiceError> {
    let caller = Caller::here()?;
    caller.limit(What::Save)?;
    let actor = caller.actor().await?;
    let document = load(&document)?;
    let store = &caller.service.store;
    Ok(store.cv_create(actor, uuid(&id)?, &document).await?)
}

/// The account's documents.
#[server(input = Json, prefix = "/api", endpoint = "cv_list")]
pub async fn cv_list() -> Result<Vec<ListedCv>, ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let listed = caller.service.store.cv_list(actor).await?;
    let listed = listed.into_iter().map(|listed| ListedCv {
        id: listed.id.to_string(),
        version: listed.version,
    });
    Ok(listed.collect())
}

/// A document, or none if the browser has it in version `known`.
#[server(input = Json, prefix = "/api", endpoint = "cv_load")]
pub async fn cv_load(id: String, known: Option<u64>) -> Result<Option<LoadedCv>, ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let purpose = privacy::Purpose::KeepSaved;
    let store = &caller.service.store;
    let stored = store.cv_load(actor, purpose, uuid(&id)?, known).await?;
    Ok(stored.map(loaded))
}

/// Takes a batch of edits.
#[server(input = Json, prefix = "/api", endpoint = "cv_save")]
pub async fn cv_save(batch: BatchOfEdits) -> Result<SavedCv, ServiceError> {
    let caller = Caller::here()?;
    if batch.format != cv::format::FORMAT {
        return Err(ServiceError::Outdated);
    }
    caller.limit(What::Save)?;
    let actor = caller.actor().await?;
    let (id, batch_id) = (uuid(&batch.id)?, uuid(&batch.batch_id)?);
    let saved = caller
        .service
        .store
        .cv_save(actor, id, batch.base_version, batch_id, &batch.edits)
        .await?;
    Ok(match saved {
        backend::Saved::Taken(version) => SavedCv::Taken(version),
        backend::Saved::Stale(stored) => SavedCv::Stale(loaded(*stored)),
    })
}

/// Deletes a document and its public page; with the last one, the account.
#[server(input = Json, prefix = "/api", endpoint = "cv_delete")]
pub async fn cv_delete(id: String) -> Result<(), ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    if caller.service.store.cv_delete(actor, uuid(&id)?).await? {
        caller.sign_out();
    }
    Ok(())
}

#[cfg(feature = "ssr")]
fn load(document: &str) -> Result<cv::Document, ServiceError> {
    cv::format::load(document).map_err(|error| match error {
        cv::format::LoadError::Newer(_) => ServiceError::Outdated,
        _ => ServiceError::Refused,
    })
}

#[cfg(feature = "ssr")]
fn loaded(stored: backend::Stored) -> LoadedCv {
    LoadedCv {
        version: stored.version,
        document: cv::format::save(&stored.document),
    }
}

#[cfg(feature = "ssr")]
pub(super) fn uuid(text: &str) -> Result<backend::Uuid, ServiceError> {
    text.parse().map_err(|_| ServiceError::Refused)
}
