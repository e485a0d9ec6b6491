//! Saving to a server that others save to as well: the browser's half of the
//! protocol, and the one step of the server's that changes a document.
//!
//! The server holds a document with a version. A browser sends a [`Batch`] of
//! edits with the version that it knows, and the server answers in one of two
//! ways. *Taken*: the edits are in, all of them, and the version is one higher. A
//! batch that it has taken before it only acknowledges again, with the version
//! that it made then, so a batch may be sent as often as it takes. *Stale*: the
//! document has another version by now; nothing is changed, and the answer
//! brings that document and its version.
//!
//! Nothing here waits for anything or knows a network, so that a test can play
//! every order in which requests, answers and restarts can come.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value as Json;

use crate::diff::diff;
use crate::document::Document;
use crate::edit::{Edit, Rejected, apply};
use crate::format::{self, LoadError};
use crate::id::Id;
use crate::merge::{Other, merge};

/// What a browser knows of the copy on the server. It is to be stored whenever
/// it has changed, and before a new batch is sent for the first time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Synced {
    /// The last version that is known here.
    pub version: u64,
    /// The document at that version.
    #[serde(deserialize_with = "migrated")]
    pub base: Document,
    /// The batch under way. It is sent again, as it is, until it is answered:
    /// nobody knows which of its requests arrived.
    #[serde(default)]
    pub sending: Option<Batch>,
    /// What others wrote where something else stands, until the owner has looked.
    #[serde(default)]
    pub others: Vec<Other>,
    /// What was deleted and is there again, until the owner has looked.
    #[serde(default)]
    pub returned: Vec<Id>,
}

/// Edits that are taken together. It goes with [`Synced::version`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Batch {
    /// What the server knows it by.
    pub id: String,
    pub edits: Vec<Edit>,
}

/// The server's step: makes all edits of a batch, or none.
///
/// # Errors
/// Those of [`apply`]. Limits are weighed once, for what all edits make.
pub fn take(document: &mut Document, edits: &[Edit]) -> Result<(), Rejected> {
    apply(document, &Edit::All(edits.to_vec())).map(drop)
}

impl Synced {
    /// Starts from what the server has.
    pub fn new(version: u64, base: Document) -> Synced {
        Synced {
            version,
            base,
            sending: None,
            others: Vec::new(),
            returned: Vec::new(),
        }
    }

    /// Writes it for the browser's database.
    pub fn save(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }

    /// Reads what [`Synced::save`] wrote, in this or an older version.
    ///
    /// # Errors
    /// As for a document ([`format::load`]).
    pub fn load(json: &str) -> Result<Synced, LoadError> {
        let json: Json = format::read(json)?;
        let format = json.pointer("/base/format").and_then(Json::as_u64);
        match format {
            Some(format) if format > u64::from(format::FORMAT) => Err(LoadError::Newer(format)),
            _ => serde_json::from_value(json).map_err(|e| LoadError::NotADocument(e.to_string())),
        }
    }

    /// The batch to send: the one under way, else a new one of all that
    /// `current` has and the server has not. `None` if there is nothing to send.
    /// `fresh` makes an id that no other batch has.
    pub fn batch(&mut self, current: &Document, fresh: impl FnOnce() -> String) -> Option<&Batch> {
        if self.sending.is_none() {
            let edits = diff(&self.base, current);
            if !edits.is_empty() {
                self.sending = Some(Batch { id: fresh(), edits });
            }
        }
        self.sending.as_ref()
    }

    /// The server has taken a batch, and has `version` by that. `false` if it is
    /// not the one under way, because another answer came before: nothing
    /// changes.
    ///
    /// # Errors
    /// The edits do not apply to what they were made from, which cannot be
    /// unless what was stored is damaged. The batch is no longer under way and
    /// nothing else is changed: read what the server has, and give it to
    /// [`Synced::newer`].
    pub fn acknowledged(&mut self, id: &str, version: u64) -> Result<bool, Rejected> {
        let Some(batch) = self.sending.take_if(|batch| batch.id == id) else {
            return Ok(false);
        };
        take(&mut self.base, &batch.edits)?;
        self.version = version;
        Ok(true)
    }

    /// The server did not take batch `id`, for it has `theirs` at `version`.
    /// Returns the edits that make the merged document of `current`; what is
    /// then still only here goes with the next batch. `None`, and nothing
    /// changes, if that batch is not the one under way.
    ///
    /// Other requests with the batch may still be on their way. They do no harm:
    /// the version that they name is past, versions never come again, and so
    /// the server changes nothing for them.
    pub fn stale(
        &mut self,
        id: &str,
        current: &Document,
        theirs: Document,
        version: u64,
    ) -> Option<Vec<Edit>> {
        self.sending.take_if(|batch| batch.id == id)?;
        Some(self.merged(current, theirs, version))
    }

    /// The server has `theirs` at `version`, as a plain reading says that was
    /// asked for when `known` was the last version. Returns the edits that make
    /// the merged document of `current`.
    ///
    /// `None`, and nothing changes, if that is nothing new; if more is known by
    /// now, for the answer may be older than that; or while a batch is under way:
    /// `theirs` may have that batch in it or not, which only the answer to the
    /// batch tells.
    pub fn newer(
        &mut self,
        known: u64,
        current: &Document,
        theirs: Document,
        version: u64,
    ) -> Option<Vec<Edit>> {
        if self.sending.is_some() || known != self.version || version == known {
            return None;
        }
        Some(self.merged(current, theirs, version))
    }

    fn merged(&mut self, current: &Document, theirs: Document, version: u64) -> Vec<Edit> {
        if version < self.version {
            // The server has gone back, as to a backup, and others may have
            // saved since. What it has and what is here have nothing in common
            // that could tell a deletion from a loss, so that nothing is deleted.
            self.base.sections.clear();
            self.base.basics.fields.clear();
            self.base.basics.origin = None;
            self.base.personal = None;
            self.base.photo = None;
        }
        let merged = merge(&self.base, current, &theirs);
        // A text that was offered before and that its side has changed since is
        // not what they have to say any more.
        let replaced = |old: &Other| {
            let mut new = merged.others.iter();
            old.is_in(&self.base) && new.any(|new| new.place() == old.place())
        };
        self.others.retain(|old| !replaced(old));
        for other in &merged.others {
            if !self.others.contains(other) {
                self.others.push(other.clone());
            }
        }
        self.others.retain(|other| !other.is_in(&merged.document));
        for id in merged.returned {
            if !self.returned.contains(&id) {
                self.returned.push(id);
            }
        }
        let edits = diff(current, &merged.document);
        self.base = theirs;
        self.version = version;
        edits
    }
}

/// A stored document of this or an older format.
fn migrated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Document, D::Error> {
    let json = Json::deserialize(deserializer)?;
    format::load_value(json).map_err(serde::de::Error::custom)
}
