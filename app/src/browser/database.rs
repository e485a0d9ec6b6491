//! Drafts in IndexedDB: snapshots of documents, and the journal of edits that
//! are not in a snapshot yet.
//!
//! A snapshot and the journal's entries after it, applied in the order of
//! their keys, are the draft. The key generator is the database's own, so
//! entries of two tabs never collide and keep their order. [`Drafts::compact`]
//! folds the journal into the snapshot in one transaction and from what is
//! stored alone, never from a tab's memory: whatever tab does it, nothing that
//! another one has written is lost.
//!
//! On a computer that is to keep nothing all of it is in the tab's memory, behind
//! the same methods (`work.rs`).

use std::future::IntoFuture;
use std::pin::pin;

use cv::format::LoadError;
use cv::{Document, Id, Kind};
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use idb::TransactionMode;
use idb::{Database, DatabaseEvent, Factory, IndexParams, KeyPath, ObjectStoreParams};
use privacy::Stored;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

mod copies;
mod elsewhere;
mod photos;
mod work;

pub(crate) use copies::{Declared, ServerCopy, Written};
pub(crate) use elsewhere::Elsewhere;
pub(crate) use photos::Kept;
use work::{Memory, Work};

/// Milliseconds to wait for whoever has the database open that is to be deleted.
const ERASE_MS: u32 = 3_000;
/// 2 brought [`COPIES`], 3 [`PHOTOS`].
const VERSION: u32 = 3;
const DOCUMENTS: &str = Stored::Documents.name();
const JOURNAL: &str = Stored::Journal.name();
const COPIES: &str = Stored::Synced.name();
const PHOTOS: &str = Stored::Photos.name();
/// Values of personal details, apart from everything that refers to them.
const PERSONAL: &str = Stored::Personal.name();
const SETTINGS: &str = Stored::Settings.name();
/// The journal's index and the property that it indexes.
const DRAFT: &str = "draft";

/// What is remembered beside the drafts.
#[derive(Clone, Copy)]
pub(crate) enum Setting {
    /// The draft that was open last.
    Current,
    /// The drafts from before their owner signed in that are to stay where they are.
    Left,
}

impl Setting {
    fn key(self) -> &'static str {
        match self {
            Setting::Current => "current",
            Setting::Left => "left",
        }
    }
}

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
    /// Whoever wrote here has signed out.
    #[error("closed")]
    Closed,
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
    pub(crate) kind: Kind,
}

/// The open database, or what takes its place.
pub(crate) enum Drafts {
    Disk(Database),
    Memory(Memory),
}

impl Drafts {
    /// Opens the database of this name, and makes it on the first visit.
    pub(crate) async fn open(name: &str) -> Result<Drafts, StoreError> {
        let mut request = Factory::new()?.open(name, Some(VERSION))?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // A failure here fails the open request, which says so.
                let _ = create(&database);
            }
        });
        let mut database = request.await?;
        // A newer version of the site in another tab may change the database, and
        // who signs out deletes it.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Drafts::Disk(database))
    }

    /// Keeps drafts for as long as the tab is open.
    pub(crate) fn in_memory() -> Drafts {
        Drafts::Memory(Memory::default())
    }

    /// Deletes the database of this name. Whoever has it open is told to close it.
    ///
    /// # Errors
    /// Also if somebody does not: then it goes when they do.
    pub(crate) async fn erase(name: &str) -> Result<(), StoreError> {
        let erased = Factory::new()?.delete(name)?.into_future();
        match select(pin!(erased), TimeoutFuture::new(ERASE_MS)).await {
            Either::Left((erased, _)) => Ok(erased?),
            Either::Right(_) => Err(StoreError::Closed),
        }
    }

    /// Deletes the database of this name if there is no draft in it.
    pub(crate) async fn erase_if_empty(name: &str) -> Result<bool, StoreError> {
        let drafts = Drafts::open(name).await?;
        let empty = drafts.list().await?.is_empty();
        drafts.close();
        if empty {
            Drafts::erase(name).await?;
        }
        Ok(empty)
    }

    /// Lets go of the database. One that is dropped without it stands in the way
    /// of whoever deletes it.
    pub(crate) fn close(&self) {
        if let Drafts::Disk(database) = self {
            database.close();
        }
    }

    pub(crate) fn is_on_disk(&self) -> bool {
        matches!(self, Drafts::Disk(_))
    }

    /// Writes a whole draft, and forgets its journal: what it says is in the
    /// document now.
    pub(crate) async fn put(
        &self,
        draft: Id,
        document: &Document,
        now: f64,
    ) -> Result<(), StoreError> {
        let work = self.write(&[DOCUMENTS, JOURNAL])?;
        put_snapshot(&work, draft, document, now).await?;
        work.finish().await
    }

    /// Appends edits (`cv::format::save_edit`) to the journal. When this
    /// returns, they survive a crash of the tab. Returns the first one's key.
    ///
    /// # Errors
    /// [`StoreError::Missing`] if there is no such draft (any more).
    pub(crate) async fn append(&self, draft: Id, edits: &[String]) -> Result<f64, StoreError> {
        let work = self.write(&[DOCUMENTS, JOURNAL])?;
        let there = work.get(DOCUMENTS, &draft.to_string()).await?;
        there.ok_or(StoreError::Missing)?;
        let key = work.append(draft, edits).await?;
        work.finish().await?;
        Ok(key)
    }

    /// Reads a draft: its snapshot and every journaled edit after it, and how
    /// many those were.
    pub(crate) async fn load(&self, draft: Id) -> Result<(Document, usize), StoreError> {
        read(&self.read(&[DOCUMENTS, JOURNAL])?, draft).await
    }

    /// Folds the journal into the snapshot, if there is anything in it.
    pub(crate) async fn compact(&self, draft: Id, now: f64) -> Result<(), StoreError> {
        let work = self.write(&[DOCUMENTS, JOURNAL])?;
        let (document, entries) = read(&work, draft).await?;
        if entries == 0 {
            return Ok(());
        }
        put_snapshot(&work, draft, &document, now).await?;
        work.finish().await
    }

    /// All drafts in this browser, the last changed first.
    pub(crate) async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let stored = self.read(&[DOCUMENTS])?.all(DOCUMENTS).await?;
        let mut drafts: Vec<Listed> = stored
            .iter()
            .filter_map(|(key, value)| {
                let snapshot: Snapshot<Json> = cv::format::read(value).ok()?;
                Some(Listed {
                    draft: key.parse().ok()?,
                    title: snapshot.title,
                    changed: snapshot.changed,
                    kind: kind(&snapshot.document),
                })
            })
            .collect();
        drafts.sort_by(|a, b| b.changed.total_cmp(&a.changed));
        Ok(drafts)
    }

    /// Deletes a draft and its journal. With `only` it is deleted if it is that
    /// document: what another tab has written meanwhile stays. Returns whether it
    /// is gone.
    pub(crate) async fn delete(
        &self,
        draft: Id,
        only: Option<&Document>,
    ) -> Result<bool, StoreError> {
        let work = self.write(&[DOCUMENTS, JOURNAL, COPIES])?;
        if let Some(only) = only
            && read(&work, draft).await?.0 != *only
        {
            return Ok(false);
        }
        for store in [DOCUMENTS, COPIES] {
            work.delete(store, &draft.to_string()).await?;
        }
        work.forget_journal(draft).await?;
        work.finish().await?;
        Ok(true)
    }

    pub(crate) async fn setting(&self, setting: Setting) -> Result<Option<String>, StoreError> {
        self.read(&[SETTINGS])?.get(SETTINGS, setting.key()).await
    }

    pub(crate) async fn set(&self, setting: Setting, value: &str) -> Result<(), StoreError> {
        let work = self.write(&[SETTINGS])?;
        work.put(SETTINGS, setting.key(), value).await?;
        work.finish().await
    }

    fn read(&self, stores: &[&str]) -> Result<Work<'_>, StoreError> {
        self.work(stores, TransactionMode::ReadOnly)
    }

    fn write(&self, stores: &[&str]) -> Result<Work<'_>, StoreError> {
        self.work(stores, TransactionMode::ReadWrite)
    }

    fn work(&self, stores: &[&str], mode: TransactionMode) -> Result<Work<'_>, StoreError> {
        Ok(match self {
            Drafts::Disk(database) => Work::Disk(database.transaction(stores, mode)?),
            Drafts::Memory(memory) => Work::Memory(memory),
        })
    }
}

/// Makes the stores that are not there yet.
fn create(database: &Database) -> Result<(), idb::Error> {
    let there = database.store_names();
    for store in [DOCUMENTS, PERSONAL, SETTINGS, COPIES, PHOTOS] {
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

/// What kind of document it is. One that cannot be read is found out when it is opened.
fn kind(document: &Json) -> Kind {
    let kind = document.get("kind").cloned().unwrap_or_default();
    serde_json::from_value(kind).unwrap_or(Kind::Cv)
}

async fn read(work: &Work<'_>, draft: Id) -> Result<(Document, usize), StoreError> {
    let stored = work.get(DOCUMENTS, &draft.to_string()).await?;
    let stored = stored.ok_or(StoreError::Missing)?;
    let snapshot: Snapshot<Json> = cv::format::read(&stored)?;
    let mut document = cv::format::load_value(snapshot.document)?;
    let entries = work.journal(draft).await?;
    for edit in &entries {
        let edit = cv::format::load_edit(edit)?;
        // Each entry was applied before it was written. One that is rejected
        // now met another tab's deletion; the rest still stands.
        let _ = cv::apply(&mut document, &edit);
    }
    Ok((document, entries.len()))
}

/// Writes a whole draft, and forgets its journal.
async fn put_snapshot(
    work: &Work<'_>,
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
    work.put(DOCUMENTS, &draft.to_string(), &json).await?;
    work.forget_journal(draft).await
}

/// What a draft is called in the list: the person, and what it is about.
pub(crate) fn title(document: &Document) -> String {
    let name = document.basics.text(cv::Field::Name).trim();
    match (name, document.about()) {
        ("", label) => label.to_owned(),
        (name, "") => name.to_owned(),
        (name, label) => format!("{name}, {label}"),
    }
}
