//! What is known of the copies that the server has, beside the drafts they are
//! copies of.

use cv::format::LoadError;
use cv::{Document, Edit, Id, Synced};
use idb::{Transaction, TransactionMode};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::{
    COPIES, DOCUMENTS, Drafts, JOURNAL, StoreError, finish, forget_journal, full_or, journal_edits,
    key, put_snapshot, read,
};

/// What is known of the copy of a draft that the server has.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ServerCopy {
    /// What the server knows the document by.
    pub(crate) id: String,
    /// The owner link's secret, from before the first save until its owner has
    /// taken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<String>,
    /// Version 0 is a first save that has not been answered: its document is
    /// sent again as it is.
    pub(crate) synced: Synced,
}

impl ServerCopy {
    /// Whether the server has it.
    pub(crate) fn is_there(&self) -> bool {
        self.synced.version > 0
    }
}

/// Edits that were written into a draft's journal.
pub(crate) struct Written {
    /// The first one's key.
    pub(crate) key: f64,
    pub(crate) edits: Vec<String>,
}

impl Drafts {
    /// What is known of a draft's copy on the server. None if there is none.
    pub(crate) async fn copy(&self, draft: Id) -> Result<Option<ServerCopy>, StoreError> {
        let transaction = self
            .database
            .transaction(&[COPIES], TransactionMode::ReadOnly)?;
        read_copy(&transaction, draft).await
    }

    /// Every draft of which the server has a copy, or was asked to take one.
    pub(crate) async fn copies(&self) -> Result<Vec<(Id, ServerCopy)>, StoreError> {
        let transaction = self
            .database
            .transaction(&[COPIES], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(COPIES)?;
        let keys = store.get_all_keys(None, None)?.await?;
        let values = store.get_all(None, None)?.await?;
        let copies = keys.iter().zip(values).filter_map(|(key, value)| {
            let draft = key.as_string()?.parse().ok()?;
            let copy = cv::format::read(&value.as_string()?).ok()?;
            Some((draft, copy))
        });
        Ok(copies.collect())
    }

    pub(crate) async fn put_copy(&self, draft: Id, copy: &ServerCopy) -> Result<(), StoreError> {
        let transaction = self.write(&[COPIES])?;
        write_copy(&transaction, draft, copy).await?;
        finish(transaction).await
    }

    pub(crate) async fn forget_copy(&self, draft: Id) -> Result<(), StoreError> {
        let transaction = self.write(&[COPIES])?;
        transaction
            .object_store(COPIES)?
            .delete(key(draft))?
            .await?;
        finish(transaction).await
    }

    /// Writes a document that the server has as a draft of this browser.
    pub(crate) async fn put_loaded(
        &self,
        draft: Id,
        document: &Document,
        copy: &ServerCopy,
        now: f64,
    ) -> Result<(), StoreError> {
        let transaction = self.write(&[DOCUMENTS, JOURNAL, COPIES])?;
        put_snapshot(&transaction, draft, document, now).await?;
        forget_journal(&transaction, draft).await?;
        write_copy(&transaction, draft, copy).await?;
        finish(transaction).await
    }

    /// Changes what is known of the server's copy, and with it the draft, in
    /// one transaction and from what is stored alone: whatever other tabs do, the
    /// two belong together. `change` is told of both and says which edits the
    /// draft needs. Returns the copy as it is then and what was written; None if there
    /// is no copy.
    pub(crate) async fn change_copy(
        &self,
        draft: Id,
        change: &mut dyn FnMut(&Document, &mut ServerCopy) -> Vec<Edit>,
    ) -> Result<Option<(ServerCopy, Written)>, StoreError> {
        let transaction = self.write(&[DOCUMENTS, JOURNAL, COPIES])?;
        let Some(mut copy) = read_copy(&transaction, draft).await? else {
            return Ok(None);
        };
        let (document, _) = read(&transaction, draft).await?;
        let edits = change(&document, &mut copy);
        let edits: Vec<String> = edits.iter().map(cv::format::save_edit).collect();
        let key = journal_edits(&transaction, draft, &edits).await?;
        write_copy(&transaction, draft, &copy).await?;
        finish(transaction).await?;
        Ok(Some((copy, Written { key, edits })))
    }
}

async fn read_copy(transaction: &Transaction, draft: Id) -> Result<Option<ServerCopy>, StoreError> {
    let stored = transaction.object_store(COPIES)?.get(key(draft))?.await?;
    match stored.and_then(|value| value.as_string()) {
        Some(stored) => Ok(Some(cv::format::read(&stored)?)),
        None => Ok(None),
    }
}

async fn write_copy(
    transaction: &Transaction,
    draft: Id,
    copy: &ServerCopy,
) -> Result<(), StoreError> {
    let json = serde_json::to_string(copy).map_err(|e| LoadError::NotADocument(e.to_string()))?;
    let store = transaction.object_store(COPIES)?;
    store
        .put(&JsValue::from_str(&json), Some(&key(draft)))?
        .await
        .map_err(full_or)?;
    Ok(())
}
