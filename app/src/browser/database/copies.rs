//! What is known of the copies that the server has, beside the drafts they are
//! copies of.

use cv::format::LoadError;
use cv::{Document, Edit, Id, Synced};
use serde::{Deserialize, Serialize};

use super::{COPIES, DOCUMENTS, Drafts, JOURNAL, StoreError, Work, put_snapshot, read};

/// The versions of what was read, and in which language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Declared {
    pub(crate) policy: String,
    pub(crate) terms: String,
    pub(crate) lang: String,
}

/// What is known of the copy of a draft that the server has.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ServerCopy {
    /// What the server knows the document by.
    pub(crate) id: String,
    /// The owner link's secret, from before the first save until its owner has
    /// taken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) link: Option<String>,
    /// What its owner had read when they ticked it, before the first save: what is
    /// sent again says the same, whatever holds by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) declared: Option<Declared>,
    /// Version 0 is a first save that has not been answered: its document is
    /// sent again as it is.
    pub(crate) synced: Synced,
}

impl ServerCopy {
    /// What is not sent yet: the server is to have it as it is.
    pub(crate) fn new(id: String, document: Document) -> ServerCopy {
        ServerCopy {
            id,
            link: None,
            declared: None,
            synced: Synced::new(0, document),
        }
    }

    /// Whether the server has it.
    pub(crate) fn is_there(&self) -> bool {
        self.synced.version > 0
    }

    /// Whether the server has it as it is here.
    pub(crate) fn is_all_there(&self, document: &Document) -> bool {
        self.is_there() && self.synced.sending.is_none() && self.synced.base == *document
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
        read_copy(&self.read(&[COPIES])?, draft).await
    }

    /// Every draft of which the server has a copy, or was asked to take one.
    pub(crate) async fn copies(&self) -> Result<Vec<(Id, ServerCopy)>, StoreError> {
        let stored = self.read(&[COPIES])?.all(COPIES).await?;
        let copies = stored.iter().filter_map(|(key, value)| {
            let draft = key.parse().ok()?;
            let copy = cv::format::read(value).ok()?;
            Some((draft, copy))
        });
        Ok(copies.collect())
    }

    pub(crate) async fn put_copy(&self, draft: Id, copy: &ServerCopy) -> Result<(), StoreError> {
        let work = self.write(&[COPIES])?;
        write_copy(&work, draft, copy).await?;
        work.finish().await
    }

    pub(crate) async fn forget_copy(&self, draft: Id) -> Result<(), StoreError> {
        let work = self.write(&[COPIES])?;
        work.delete(COPIES, &draft.to_string()).await?;
        work.finish().await
    }

    /// Writes a document that the server has, or is to have, as a draft of this
    /// browser.
    pub(crate) async fn put_loaded(
        &self,
        draft: Id,
        document: &Document,
        copy: &ServerCopy,
        now: f64,
    ) -> Result<(), StoreError> {
        let work = self.write(&[DOCUMENTS, JOURNAL, COPIES])?;
        put_snapshot(&work, draft, document, now).await?;
        write_copy(&work, draft, copy).await?;
        work.finish().await
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
        let work = self.write(&[DOCUMENTS, JOURNAL, COPIES])?;
        let Some(mut copy) = read_copy(&work, draft).await? else {
            return Ok(None);
        };
        let (document, _) = read(&work, draft).await?;
        let edits = change(&document, &mut copy);
        let edits: Vec<String> = edits.iter().map(cv::format::save_edit).collect();
        let key = work.append(draft, &edits).await?;
        write_copy(&work, draft, &copy).await?;
        work.finish().await?;
        Ok(Some((copy, Written { key, edits })))
    }
}

async fn read_copy(work: &Work<'_>, draft: Id) -> Result<Option<ServerCopy>, StoreError> {
    match work.get(COPIES, &draft.to_string()).await? {
        Some(stored) => Ok(Some(cv::format::read(&stored)?)),
        None => Ok(None),
    }
}

async fn write_copy(work: &Work<'_>, draft: Id, copy: &ServerCopy) -> Result<(), StoreError> {
    let json = serde_json::to_string(copy).map_err(|e| LoadError::NotADocument(e.to_string()))?;
    work.put(COPIES, &draft.to_string(), &json).await
}
