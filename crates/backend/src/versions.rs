//! Versions: what a document once was, kept so that its owner can look back, compare
//! and return.
//!
//! One is kept by itself, in the save that changes what it was: after every ten
//! minutes of writing, and before much becomes otherwise at once (`versions/keep.rs`).
//! These thin out: all of the last day stay, then one for each day of a month, then
//! one for each week of a year. One that its owner has named, or asked for, stays as
//! long as the document.
//!
//! In no version are personal details, not even references to them: to return to a
//! version changes nothing of what is agreed to and shown now. A photo that a version
//! names stays while it does.

mod keep;

use cv::{Document, Rejected, diff, format, sync};
use privacy::{Actor, Purpose};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::{Column, PersonKey};
use zeroize::Zeroizing;

use crate::accounts::person;
use crate::clock::DAY;
use crate::documents::{self, Stored, locked};
use crate::entity::document_version::{self, Why};
use crate::failure::Failure;
use crate::name::one_line;
use crate::sealed::{DOCUMENT_VERSION_CONTENT, DOCUMENT_VERSION_NAME};
use crate::shelf;
use crate::store::Store;

pub(crate) use keep::{bring, of_document, photos};

pub(crate) const CONTENT: Column = DOCUMENT_VERSION_CONTENT;
pub(crate) const NAME: Column = DOCUMENT_VERSION_NAME;

/// Versions of a document that stay with it: named, or asked for.
pub const VERSIONS_KEPT: u64 = 50;
/// Characters of a version's name.
pub const VERSION_NAME_CHARACTERS: usize = 120;
/// A version that does not stay goes after so many days at the latest.
pub const VERSION_DAYS: i64 = privacy::inventory::VERSION_DAYS as i64;

/// What a document once was.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The version that the document had.
    pub number: u64,
    pub why: Why,
    /// What its owner calls it.
    pub name: Option<String>,
    /// When the document became what it was then, in milliseconds since 1970.
    pub changed_at: i64,
    /// When it goes. None for one that stays.
    pub expires_at: Option<i64>,
    /// Without personal details.
    pub document: Document,
}

/// A document, and what it was before.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// What the owner calls the document.
    pub name: Option<String>,
    pub changed_at: i64,
    /// As it is now, without personal details.
    pub present: Stored,
    /// The newest first.
    pub versions: Vec<Version>,
}

/// What became of the wish to return to a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returned {
    /// The document is as it was, and has this version. What it was until now is kept.
    Done(u64),
    /// It is like that already.
    Same,
    /// With the personal details that are shown now it would be more than a document
    /// may hold. Nothing is changed.
    TooLarge,
}

impl Store {
    /// A document with all its versions.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn version_list(&self, actor: Actor, id: Uuid) -> Result<History, Failure> {
        let account = person(actor)?;
        for path in ["document.content", "document_version.content"] {
            privacy::gate::read(path, actor, actor, Purpose::KeepSaved)?;
        }
        let row = documents::find(account, id, self.data.read()).await?;
        let row = row.filter(|row| row.binned_at.is_none());
        let row = row.ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        let mut present = documents::open(&key, &row)?;
        present.document.personal = None;
        let rows = document_version::Entity::find()
            .filter(document_version::Column::AccountId.eq(account))
            .filter(document_version::Column::DocumentId.eq(id))
            .order_by_desc(document_version::Column::Version)
            .all(self.data.read())
            .await?;
        let mut versions = Vec::with_capacity(rows.len());
        for row in rows {
            match open(&key, &row) {
                Ok(version) => versions.push(version),
                // What is damaged of one keeps nobody from the others.
                Err(failure) => tracing::error!(%failure, "a version does not open"),
            }
        }
        Ok(History {
            name: shelf::name(&key, &row)?,
            changed_at: row.changed_at,
            present,
            versions,
        })
    }

    /// One version of a document.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document, or it no such version.
    pub async fn version_read(
        &self,
        actor: Actor,
        id: Uuid,
        number: u64,
    ) -> Result<Version, Failure> {
        let account = person(actor)?;
        let path = "document_version.content";
        privacy::gate::read(path, actor, actor, Purpose::KeepSaved)?;
        let document = documents::find(account, id, self.data.read()).await?;
        if document.is_none_or(|row| row.binned_at.is_some()) {
            return Err(Failure::Missing);
        }
        let row = find(self.data.read(), (account, id), number).await?;
        open(&self.key(account).await?, &row)
    }

    /// Keeps what the document is now, under a name or without one, for as long as
    /// the document. Returns its number. One that is there already gets the name, and
    /// stays.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document, [`Failure::Quota`]
    pub async fn version_take(&self, actor: Actor, id: Uuid, name: &str) -> Result<u64, Failure> {
        let account = person(actor)?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        let row = locked(&transaction, account, id).await?;
        let number = row.version as u64;
        match find(&transaction, (account, id), number).await {
            Ok(there) => self.stay(&transaction, &key, &there, name).await?,
            Err(Failure::Missing) => {
                room(&transaction, account, id).await?;
                let document = documents::open(&key, &row)?.document;
                self.version_keep(&transaction, &key, &row, &document, Why::Asked, name)
                    .await?;
            }
            Err(failure) => return Err(failure),
        }
        transaction.commit().await?;
        Ok(number)
    }

    /// Names a version, which then stays as long as the document. Without a name it
    /// has none; one that was kept by itself then goes in its time.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such version, [`Failure::Quota`]
    pub async fn version_name(
        &self,
        actor: Actor,
        id: Uuid,
        number: u64,
        name: &str,
    ) -> Result<(), Failure> {
        let account = person(actor)?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        locked(&transaction, account, id).await?;
        let row = find(&transaction, (account, id), number).await?;
        if one_line(name, VERSION_NAME_CHARACTERS).is_empty() {
            let now = self.clock.now();
            let goes = (row.made_at + VERSION_DAYS * DAY).max(now + DAY);
            let expires_at = match row.why {
                Why::Asked => None,
                Why::Time | Why::Much | Why::Restore => Some(goes),
            };
            let changed = document_version::ActiveModel {
                account_id: Set(account),
                id: Set(row.id),
                name: Set(None),
                expires_at: Set(expires_at),
                ..Default::default()
            };
            changed.update(&transaction).await?;
        } else {
            self.stay(&transaction, &key, &row, name).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Deletes a version.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such version.
    pub async fn version_delete(&self, actor: Actor, id: Uuid, number: u64) -> Result<(), Failure> {
        let account = person(actor)?;
        let transaction = self.data.begin().await?;
        locked(&transaction, account, id).await?;
        let row = find(&transaction, (account, id), number).await?;
        document_version::Entity::delete_by_id((account, row.id))
            .exec(&transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Makes a document what it was in a version, by edits as any others: what it is
    /// until now is kept as a version first, and who has it open is brought along.
    /// Personal details stay as they are shown now.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such version.
    pub async fn version_restore(
        &self,
        actor: Actor,
        id: Uuid,
        number: u64,
    ) -> Result<Returned, Failure> {
        let account = person(actor)?;
        let path = "document_version.content";
        privacy::gate::read(path, actor, actor, Purpose::KeepSaved)?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        let row = locked(&transaction, account, id).await?;
        let present = documents::open(&key, &row)?.document;
        let version = find(&transaction, (account, id), number).await?;
        let mut wanted = open(&key, &version)?.document;
        wanted.personal = present.personal.clone();
        // No edit changes it, and no version differs in it.
        wanted.kind = present.kind;
        let edits = diff(&present, &wanted);
        if edits.is_empty() {
            return Ok(Returned::Same);
        }
        let mut document = present.clone();
        match sync::take(&mut document, &edits) {
            Ok(()) => {}
            Err(Rejected::TooLarge(_)) => return Ok(Returned::TooLarge),
            Err(rejected) => return Err(Failure::Refused(rejected.to_string())),
        }
        self.version_keep(&transaction, &key, &row, &present, Why::Restore, "")
            .await?;
        let next = row.version + 1;
        let content = documents::seal(&key, id, &document);
        self.write_document(&transaction, account, id, next, content)
            .await?;
        self.collected.tell_document(&document);
        transaction.commit().await?;
        Ok(Returned::Done(next as u64))
    }

    /// Has a version stay with its document, under a name if one is given.
    async fn stay(
        &self,
        transaction: &impl ConnectionTrait,
        key: &PersonKey,
        row: &document_version::Model,
        name: &str,
    ) -> Result<(), Failure> {
        if row.expires_at.is_some() {
            room(transaction, row.account_id, row.document_id).await?;
        }
        let mut changed = document_version::ActiveModel {
            account_id: Set(row.account_id),
            id: Set(row.id),
            expires_at: Set(None),
            ..Default::default()
        };
        if let Some(sealed) = sealed_name(key, row.id, name) {
            changed.name = Set(Some(sealed));
        }
        changed.update(transaction).await?;
        Ok(())
    }
}

/// Whether one more version can stay.
async fn room(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
) -> Result<(), Failure> {
    let staying = document_version::Entity::find()
        .filter(document_version::Column::AccountId.eq(account))
        .filter(document_version::Column::DocumentId.eq(document))
        .filter(document_version::Column::ExpiresAt.is_null());
    let bytes: Option<Option<i64>> = staying
        .clone()
        .select_only()
        .column_as(document_version::Column::Bytes.sum(), "bytes")
        .into_tuple()
        .one(connection)
        .await?;
    let bytes = bytes.flatten().unwrap_or_default();
    match bytes >= keep::MOST_BYTES || staying.count(connection).await? >= VERSIONS_KEPT {
        true => Err(Failure::Quota),
        false => Ok(()),
    }
}

async fn find(
    connection: &impl ConnectionTrait,
    (account, document): (Uuid, Uuid),
    number: u64,
) -> Result<document_version::Model, Failure> {
    let number = i64::try_from(number).map_err(|_| Failure::Missing)?;
    document_version::Entity::find()
        .filter(document_version::Column::AccountId.eq(account))
        .filter(document_version::Column::DocumentId.eq(document))
        .filter(document_version::Column::Version.eq(number))
        .one(connection)
        .await?
        .ok_or(Failure::Missing)
}

fn sealed_name(key: &PersonKey, id: Uuid, name: &str) -> Option<Vec<u8>> {
    let name = one_line(name, VERSION_NAME_CHARACTERS);
    (!name.is_empty()).then(|| key.seal(NAME, id.into_bytes(), name.as_bytes()))
}

/// A version, opened.
pub(crate) fn open(key: &PersonKey, row: &document_version::Model) -> Result<Version, Failure> {
    let plain = keep::unpacked(key, row)?;
    let damaged = || Failure::Damaged("document_version.content");
    let text = std::str::from_utf8(&plain).map_err(|_| damaged())?;
    let name = row.name.as_deref().map(|sealed| {
        let plain: Zeroizing<Vec<u8>> = key.open(NAME, row.id.into_bytes(), sealed)?;
        String::from_utf8(plain.to_vec()).map_err(|_| Failure::from(vault::Opening))
    });
    Ok(Version {
        number: row.version as u64,
        why: row.why,
        name: name.transpose()?,
        changed_at: row.changed_at,
        expires_at: row.expires_at,
        document: format::load(text).map_err(|_| damaged())?,
    })
}
