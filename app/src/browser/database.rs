//! Drafts in IndexedDB: snapshots of documents, and the journal of edits that
//! are not in a snapshot yet.
//!
//! A snapshot and the journal's entries after it, applied in the order of
//! their keys, are the draft. The key generator is the database's own, so
//! entries of two tabs never collide and keep their order. [`Drafts::compact`]
//! folds the journal into the snapshot in one transaction and from what is
//! stored alone, never from a tab's memory: whatever tab does it, nothing that
//! another one has written is lost.

use cv::format::LoadError;
use cv::{Document, Id};
use idb::{Database, DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams, Query};
use idb::{Transaction, TransactionMode, TransactionResult};
use js_sys::{Object, Reflect};
use privacy::Stored;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use wasm_bindgen::JsValue;
use web_sys::IdbTransaction;

mod copies;

pub(crate) use copies::{ServerCopy, Written};

const NAME: &str = privacy::inventory::DATABASE;
/// 2 brought [`COPIES`].
const VERSION: u32 = 2;
const DOCUMENTS: &str = Stored::Documents.name();
const JOURNAL: &str = Stored::Journal.name();
const COPIES: &str = Stored::Synced.name();
/// Values of personal details, apart from everything that refers to them.
const PERSONAL: &str = Stored::Personal.name();
const SETTINGS: &str = Stored::Settings.name();
/// The setting that names the draft that was open last.
const CURRENT: &str = "current";
/// The journal's index and the property that it indexes.
const DRAFT: &str = "draft";

/// Why the browser's database did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    /// The browser refuses or fails: private mode, no space, a broken profile.
    #[error("the browser's database: {0}")]
    Browser(#[from] idb::Error),
    /// No space is left for this site.
    #[error("the browser has no space left")]
    Full,
    #[error("there is no such draft")]
    Missing,
    #[error(transparent)]
    Load(#[from] LoadError),
}

/// A draft as it is stored: with a document to write, with JSON when read.
#[derive(Serialize, Deserialize)]
struct Snapshot<D> {
    title: String,
    /// Milliseconds since 1970 by the browser's clock.
    changed: f64,
    document: D,
}

/// A line in the list of drafts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Listed {
    pub(crate) draft: Id,
    pub(crate) title: String,
    pub(crate) changed: f64,
}

/// The open database.
pub(crate) struct Drafts {
    database: Database,
}

impl Drafts {
    /// Opens the database, and makes it on the first visit.
    pub(crate) async fn open() -> Result<Drafts, StoreError> {
        let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // A failure here fails the open request, which says so.
                let _ = create(&database);
            }
        });
        let mut database = request.await?;
        // A newer version of the site in another tab may change the database.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Drafts { database })
    }

    /// Writes a whole draft, and forgets its journal: what it says is in the
    /// document now.
    pub(crate) async fn put(
        &self,
        draft: Id,
        document: &Document,
        now: f64,
    ) -> Result<(), StoreError> {
        let transaction = self.write(&[DOCUMENTS, JOURNAL])?;
        put_snapshot(&transaction, draft, document, now).await?;
        forget_journal(&transaction, draft).await?;
        finish(transaction).await
    }

    /// Appends edits (`cv::format::save_edit`) to the journal. When this
    /// returns, they survive a crash of the tab. Returns the first one's key.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if there is no such draft (any more).
    pub(crate) async fn append(&self, draft: Id, edits: &[String]) -> Result<f64, StoreError> {
        let transaction = self.write(&[DOCUMENTS, JOURNAL])?;
        let documents = transaction.object_store(DOCUMENTS)?;
        if documents.get_key(key(draft))?.await?.is_none() {
            return Err(StoreError::Missing);
        }
        let key = journal_edits(&transaction, draft, edits).await?;
        finish(transaction).await?;
        Ok(key)
    }

    /// Reads a draft: its snapshot and every journaled edit after it, and how
    /// many those were.
    pub(crate) async fn load(&self, draft: Id) -> Result<(Document, usize), StoreError> {
        let transaction = self
            .database
            .transaction(&[DOCUMENTS, JOURNAL], TransactionMode::ReadOnly)?;
        read(&transaction, draft).await
    }

    /// Folds the journal into the snapshot, if there is anything in it.
    pub(crate) async fn compact(&self, draft: Id, now: f64) -> Result<(), StoreError> {
        let transaction = self.write(&[DOCUMENTS, JOURNAL])?;
        let (document, entries) = read(&transaction, draft).await?;
        if entries == 0 {
            return Ok(());
        }
        put_snapshot(&transaction, draft, &document, now).await?;
        forget_journal(&transaction, draft).await?;
        finish(transaction).await
    }

    /// All drafts in this browser, the last changed first.
    pub(crate) async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let transaction = self
            .database
            .transaction(&[DOCUMENTS], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(DOCUMENTS)?;
        let keys = store.get_all_keys(None, None)?.await?;
        let values = store.get_all(None, None)?.await?;
        let mut drafts: Vec<Listed> = keys
            .iter()
            .zip(values)
            .filter_map(|(key, value)| {
                let snapshot: Snapshot<Json> = cv::format::read(&value.as_string()?).ok()?;
                Some(Listed {
                    draft: key.as_string()?.parse().ok()?,
                    title: snapshot.title,
                    changed: snapshot.changed,
                })
            })
            .collect();
        drafts.sort_by(|a, b| b.changed.total_cmp(&a.changed));
        Ok(drafts)
    }

    /// Deletes a draft and its journal.
    pub(crate) async fn delete(&self, draft: Id) -> Result<(), StoreError> {
        let transaction = self.write(&[DOCUMENTS, JOURNAL, COPIES])?;
        for store in [DOCUMENTS, COPIES] {
            transaction.object_store(store)?.delete(key(draft))?.await?;
        }
        forget_journal(&transaction, draft).await?;
        finish(transaction).await
    }

    /// The draft that was open last.
    pub(crate) async fn current(&self) -> Result<Option<Id>, StoreError> {
        let transaction = self
            .database
            .transaction(&[SETTINGS], TransactionMode::ReadOnly)?;
        let value = transaction
            .object_store(SETTINGS)?
            .get(JsValue::from_str(CURRENT))?
            .await?;
        Ok(value
            .and_then(|v| v.as_string())
            .and_then(|id| id.parse().ok()))
    }

    pub(crate) async fn set_current(&self, draft: Id) -> Result<(), StoreError> {
        let transaction = self.write(&[SETTINGS])?;
        let settings = transaction.object_store(SETTINGS)?;
        settings
            .put(&key(draft), Some(&JsValue::from_str(CURRENT)))?
            .await?;
        finish(transaction).await
    }

    fn write(&self, stores: &[&str]) -> Result<Transaction, StoreError> {
        Ok(self
            .database
            .transaction(stores, TransactionMode::ReadWrite)?)
    }
}

/// Makes the stores that are not there yet.
fn create(database: &Database) -> Result<(), idb::Error> {
    let there = database.store_names();
    for store in [DOCUMENTS, PERSONAL, SETTINGS, COPIES] {
        if !there.iter().any(|name| name == store) {
            database.create_object_store(store, ObjectStoreParams::new())?;
        }
    }
    if there.iter().any(|name| name == JOURNAL) {
        return Ok(());
    }
    let mut numbered = ObjectStoreParams::new();
    numbered.auto_increment(true);
    let journal = database.create_object_store(JOURNAL, numbered)?;
    journal.create_index(DRAFT, KeyPath::new_single(DRAFT), Some(IndexParams::new()))?;
    Ok(())
}

async fn read(transaction: &Transaction, draft: Id) -> Result<(Document, usize), StoreError> {
    let stored = transaction
        .object_store(DOCUMENTS)?
        .get(key(draft))?
        .await?;
    let stored = stored
        .and_then(|v| v.as_string())
        .ok_or(StoreError::Missing)?;
    let snapshot: Snapshot<Json> = cv::format::read(&stored)?;
    let mut document = cv::format::load_value(snapshot.document)?;
    let index = transaction.object_store(JOURNAL)?.index(DRAFT)?;
    let entries = index.get_all(Some(Query::Key(key(draft))), None)?.await?;
    for entry in &entries {
        let edit = get(entry, "edit").ok_or(StoreError::Missing)?;
        let edit = cv::format::load_edit(&edit)?;
        // Each entry was applied before it was written. One that is rejected
        // now met another tab's deletion; the rest still stands.
        let _ = cv::apply(&mut document, &edit);
    }
    Ok((document, entries.len()))
}

/// Appends edits to a draft's journal. Returns the first one's key.
async fn journal_edits(
    transaction: &Transaction,
    draft: Id,
    edits: &[String],
) -> Result<f64, StoreError> {
    let journal = transaction.object_store(JOURNAL)?;
    let mut first = None;
    for edit in edits {
        let entry = Object::new();
        set(&entry, DRAFT, &draft.to_string());
        set(&entry, "edit", edit);
        let key = journal.add(&entry, None)?.await.map_err(full_or)?;
        first = first.or(key.as_f64());
    }
    Ok(first.unwrap_or_default())
}

async fn put_snapshot(
    transaction: &Transaction,
    draft: Id,
    document: &Document,
    now: f64,
) -> Result<(), StoreError> {
    let snapshot = Snapshot {
        title: title(document),
        changed: now,
        document,
    };
    let json =
        serde_json::to_string(&snapshot).map_err(|e| LoadError::NotADocument(e.to_string()))?;
    let store = transaction.object_store(DOCUMENTS)?;
    store
        .put(&JsValue::from_str(&json), Some(&key(draft)))?
        .await
        .map_err(full_or)?;
    Ok(())
}

async fn forget_journal(transaction: &Transaction, draft: Id) -> Result<(), StoreError> {
    let journal = transaction.object_store(JOURNAL)?;
    let keys = journal
        .index(DRAFT)?
        .get_all_keys(Some(Query::Key(key(draft))), None)?
        .await?;
    for entry in keys {
        journal.delete(entry)?.await?;
    }
    Ok(())
}

/// Waits until the transaction is on disk.
async fn finish(transaction: Transaction) -> Result<(), StoreError> {
    let handle = IdbTransaction::from(transaction);
    let transaction = Transaction::from(handle.clone());
    match transaction.commit()?.await.map_err(full_or)? {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(match handle.error() {
            Some(error) => full_or(idb::Error::DomException(error)),
            None => StoreError::Browser(idb::Error::DomExceptionNotFound),
        }),
    }
}

/// What a draft is called in the list: the person, or the profession.
pub(crate) fn title(document: &Document) -> String {
    let name = document.basics.text(cv::Field::Name).trim();
    let label = document.basics.text(cv::Field::Label).trim();
    match (name, label) {
        ("", label) => label.to_owned(),
        (name, "") => name.to_owned(),
        (name, label) => format!("{name}, {label}"),
    }
}

fn full_or(error: idb::Error) -> StoreError {
    if error.to_string().contains("QuotaExceeded") {
        StoreError::Full
    } else {
        StoreError::Browser(error)
    }
}

fn key(draft: Id) -> JsValue {
    JsValue::from_str(&draft.to_string())
}

fn set(object: &Object, name: &str, value: &str) {
    // Setting a property of a fresh, plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), &JsValue::from_str(value));
}

fn get(object: &JsValue, name: &str) -> Option<String> {
    Reflect::get(object, &JsValue::from_str(name))
        .ok()?
        .as_string()
}
