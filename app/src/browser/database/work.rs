//! What is done with the stores in one transaction: in the browser's database, or
//! in the tab's memory alone, for a computer that is to keep nothing.
//!
//! In memory nothing is waited for and nothing fails half way: what runs between
//! two awaits of others is one transaction by itself.

use std::cell::RefCell;

use cv::Id;
use idb::{Query, TransactionResult};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::IdbTransaction;

use super::{DRAFT, JOURNAL, StoreError};

/// A value under a key in a store. The journal has several under one.
struct Row {
    store: &'static str,
    key: String,
    value: String,
}

#[derive(Default)]
pub(crate) struct Memory {
    rows: RefCell<Vec<Row>>,
}

impl Memory {
    fn of<T>(&self, store: &str, read: impl FnMut(&Row) -> Option<T>) -> Vec<T> {
        let rows = self.rows.borrow();
        let rows = rows.iter().filter(|row| row.store == store);
        rows.filter_map(read).collect()
    }

    fn forget(&self, store: &str, key: &str) {
        let mut rows = self.rows.borrow_mut();
        rows.retain(|row| row.store != store || row.key != key);
    }

    fn add(&self, store: &'static str, key: &str, value: &str) {
        self.rows.borrow_mut().push(Row {
            store,
            key: key.to_owned(),
            value: value.to_owned(),
        });
    }
}

pub(super) enum Work<'a> {
    Disk(idb::Transaction),
    Memory(&'a Memory),
}

impl Work<'_> {
    pub(super) async fn get(&self, store: &str, key: &str) -> Result<Option<String>, StoreError> {
        match self {
            Work::Disk(transaction) => {
                let value = transaction.object_store(store)?.get(text(key))?.await?;
                Ok(value.and_then(|value| value.as_string()))
            }
            Work::Memory(memory) => {
                let value = |row: &Row| (row.key == key).then(|| row.value.clone());
                Ok(memory.of(store, value).pop())
            }
        }
    }

    /// Every key of a store, and what stands there.
    pub(super) async fn all(&self, store: &str) -> Result<Vec<(String, String)>, StoreError> {
        match self {
            Work::Disk(transaction) => {
                let store = transaction.object_store(store)?;
                let keys = store.get_all_keys(None, None)?.await?;
                let values = store.get_all(None, None)?.await?;
                let all = keys.iter().zip(values);
                let all =
                    all.filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?)));
                Ok(all.collect())
            }
            Work::Memory(memory) => {
                Ok(memory.of(store, |row| Some((row.key.clone(), row.value.clone()))))
            }
        }
    }

    pub(super) async fn put(
        &self,
        store: &'static str,
        key: &str,
        value: &str,
    ) -> Result<(), StoreError> {
        match self {
            Work::Disk(transaction) => {
                let store = transaction.object_store(store)?;
                let put = store.put(&text(value), Some(&text(key)))?;
                put.await.map_err(full_or)?;
            }
            Work::Memory(memory) => {
                memory.forget(store, key);
                memory.add(store, key, value);
            }
        }
        Ok(())
    }

    pub(super) async fn delete(&self, store: &str, key: &str) -> Result<(), StoreError> {
        match self {
            Work::Disk(transaction) => {
                transaction.object_store(store)?.delete(text(key))?.await?;
            }
            Work::Memory(memory) => memory.forget(store, key),
        }
        Ok(())
    }

    /// A draft's journal (`cv::format::save_edit`), in its order.
    pub(super) async fn journal(&self, draft: Id) -> Result<Vec<String>, StoreError> {
        let key = draft.to_string();
        match self {
            Work::Disk(transaction) => {
                let index = transaction.object_store(JOURNAL)?.index(DRAFT)?;
                let entries = index.get_all(Some(Query::Key(text(&key))), None)?.await?;
                let edits = entries.iter().map(|entry| {
                    let edit = Reflect::get(entry, &text(EDIT)).ok();
                    edit.and_then(|edit| edit.as_string())
                });
                edits.collect::<Option<_>>().ok_or(StoreError::Missing)
            }
            Work::Memory(memory) => {
                let edit = |row: &Row| (row.key == key).then(|| row.value.clone());
                Ok(memory.of(JOURNAL, edit))
            }
        }
    }

    /// Appends edits to a draft's journal. Returns the first one's key.
    pub(super) async fn append(&self, draft: Id, edits: &[String]) -> Result<f64, StoreError> {
        let mut first = None;
        let key = draft.to_string();
        for edit in edits {
            match self {
                Work::Disk(transaction) => {
                    let entry = Object::new();
                    for (name, value) in [(DRAFT, &key), (EDIT, edit)] {
                        // Setting a property of a fresh, plain object cannot fail.
                        let _ = Reflect::set(&entry, &text(name), &text(value));
                    }
                    let journal = transaction.object_store(JOURNAL)?;
                    let key = journal.add(&entry, None)?.await.map_err(full_or)?;
                    first = first.or(key.as_f64());
                }
                // No other tab sees these, so that their order alone counts.
                Work::Memory(memory) => memory.add(JOURNAL, &key, edit),
            }
        }
        Ok(first.unwrap_or_default())
    }

    pub(super) async fn forget_journal(&self, draft: Id) -> Result<(), StoreError> {
        let key = draft.to_string();
        match self {
            Work::Disk(transaction) => {
                let journal = transaction.object_store(JOURNAL)?;
                let index = journal.index(DRAFT)?;
                let keys = index.get_all_keys(Some(Query::Key(text(&key))), None)?;
                for entry in keys.await? {
                    journal.delete(entry)?.await?;
                }
            }
            Work::Memory(memory) => memory.forget(JOURNAL, &key),
        }
        Ok(())
    }

    /// Waits until the transaction is on disk.
    pub(super) async fn finish(self) -> Result<(), StoreError> {
        let Work::Disk(transaction) = self else {
            return Ok(());
        };
        let handle = IdbTransaction::from(transaction);
        let transaction = idb::Transaction::from(handle.clone());
        match transaction.commit()?.await.map_err(full_or)? {
            TransactionResult::Committed => Ok(()),
            TransactionResult::Aborted => Err(match handle.error() {
                Some(error) => full_or(idb::Error::DomException(error)),
                None => StoreError::Browser(idb::Error::DomExceptionNotFound),
            }),
        }
    }
}

/// The property of a journal's entry that holds the edit.
const EDIT: &str = "edit";

fn text(text: &str) -> JsValue {
    JsValue::from_str(text)
}

fn full_or(error: idb::Error) -> StoreError {
    if error.to_string().contains("QuotaExceeded") {
        StoreError::Full
    } else {
        StoreError::Browser(error)
    }
}
