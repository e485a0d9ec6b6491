//! Documents: load, save, delete. A save is a batch of edits on a version, and
//! is taken once however often it comes.

use cv::{Document, Edit, format, sync};
use privacy::erasure::Gone;
use privacy::{Actor, Purpose};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use vault::{Column, PersonKey};
use zeroize::Zeroizing;

use crate::accounts::{lock, mark_erasing, person};
use crate::entity::{account, document, document_batch};
use crate::failure::{Failure, is_taken};
use crate::publications;
use crate::sealed::DOCUMENT_CONTENT;
use crate::store::Store;

pub(crate) const CONTENT: Column = DOCUMENT_CONTENT;

/// Documents that an account may have.
pub const DOCUMENTS: u64 = 50;
/// For so many days a batch that comes again is known.
pub const BATCH_DAYS: i64 = privacy::inventory::BATCH_DAYS as i64;

/// A line in a person's list of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub id: Uuid,
    pub version: u64,
    pub changed_at: i64,
}

/// A document as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    pub version: u64,
    pub document: Document,
}

/// What became of a batch of edits.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// It is in the document, which had this version then.
    Taken(u64),
    /// The document is newer than the batch. Nothing was changed.
    Stale(Box<Stored>),
}

impl Store {
    /// Stores a new document under an id that its writer's browser made. Asked
    /// again with the same id, it changes nothing.
    ///
    /// # Errors
    /// [`Failure::Quota`]
    pub async fn cv_create(
        &self,
        actor: Actor,
        id: Uuid,
        document: &Document,
    ) -> Result<(), Failure> {
        let account = person(actor)?;
        let key = self.key(account).await?;
        let content = seal(&key, id, document);
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        if self.documents_of(account, &transaction).await? >= DOCUMENTS {
            let known = find(account, id, &transaction).await?;
            drop(transaction);
            return match known {
                Some(_) => self.take_from_bin(account, id).await,
                None => Err(Failure::Quota),
            };
        }
        let now = self.clock.now();
        let row = document::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            version: Set(1),
            content: Set(content),
            created_at: Set(now),
            changed_at: Set(now),
            name: Set(None),
            binned_at: Set(None),
            source_id: Set(None),
        };
        let inserted = document::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await;
        match inserted {
            Ok(_) => {
                self.collected.tell_document(document);
                Ok(transaction.commit().await?)
            }
            Err(error) if is_taken(&error) => {
                drop(transaction);
                self.take_from_bin(account, id).await
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a document, binned or not, is the actor's.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn cv_is_of(&self, actor: Actor, id: Uuid) -> Result<bool, Failure> {
        let count = document::Entity::find_by_id((person(actor)?, id))
            .count(self.data.read())
            .await?;
        Ok(count > 0)
    }

    /// Who saves a document anew that is in the bin has it back.
    async fn take_from_bin(&self, account: Uuid, id: Uuid) -> Result<(), Failure> {
        document::Entity::update_many()
            .col_expr(document::Column::BinnedAt, Expr::value(None::<i64>))
            .filter(document::Column::AccountId.eq(account))
            .filter(document::Column::Id.eq(id))
            .filter(document::Column::BinnedAt.is_not_null())
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// The actor's documents, the last changed first.
    pub async fn cv_list(&self, actor: Actor) -> Result<Vec<Listed>, Failure> {
        let account = person(actor)?;
        let rows: Vec<(Uuid, i64, i64)> = document::Entity::find()
            .select_only()
            .columns([
                document::Column::Id,
                document::Column::Version,
                document::Column::ChangedAt,
            ])
            .filter(document::Column::AccountId.eq(account))
            .filter(document::Column::BinnedAt.is_null())
            .order_by_desc(document::Column::ChangedAt)
            .into_tuple()
            .all(self.data.read())
            .await?;
        let listed = rows.into_iter().map(|(id, version, changed_at)| Listed {
            id,
            version: version as u64,
            changed_at,
        });
        Ok(listed.collect())
    }

    /// A document, or None if the actor has it in version `known` already.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn cv_load(
        &self,
        actor: Actor,
        purpose: Purpose,
        id: Uuid,
        known: Option<u64>,
    ) -> Result<Option<Stored>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("document.content", actor, actor, purpose)?;
        if let Some(known) = known {
            let version: Option<i64> = document::Entity::find_by_id((account, id))
                .filter(document::Column::BinnedAt.is_null())
                .select_only()
                .column(document::Column::Version)
                .into_tuple()
                .one(self.data.read())
                .await?;
            if version.ok_or(Failure::Missing)? as u64 == known {
                return Ok(None);
            }
        }
        let row = find(account, id, self.data.read()).await?;
        let row = row.filter(|row| row.binned_at.is_none());
        let row = row.ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        Ok(Some(open(&key, &row)?))
    }

    /// Takes a batch of edits that were made on `base` (a version).
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document,
    /// [`Failure::Refused`] if the edits do not apply to what they were made on.
    pub async fn cv_save(
        &self,
        actor: Actor,
        id: Uuid,
        base: u64,
        batch: Uuid,
        edits: &[Edit],
    ) -> Result<Saved, Failure> {
        let account = person(actor)?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        let row = locked(&transaction, account, id).await?;
        let known = document_batch::Entity::find_by_id((account, id, batch))
            .one(&transaction)
            .await?;
        if let Some(known) = known {
            return Ok(Saved::Taken(known.version as u64));
        }
        let mut stored = open(&key, &row)?;
        if stored.version != base {
            return Ok(Saved::Stale(Box::new(stored)));
        }
        let before = stored.document.clone();
        sync::take(&mut stored.document, edits)
            .map_err(|rejected| Failure::Refused(rejected.to_string()))?;
        self.version_before(&transaction, &key, &row, (&before, &stored.document))
            .await?;
        let content = seal(&key, id, &stored.document);
        let version = row.version + 1;
        self.write_document(&transaction, account, id, version, content)
            .await?;
        self.collected.tell_document(&stored.document);
        let row = document_batch::ActiveModel {
            account_id: Set(account),
            document_id: Set(id),
            id: Set(batch),
            version: Set(version),
            taken_at: Set(self.clock.now()),
        };
        document_batch::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(Saved::Taken(version as u64))
    }

    /// Writes the next version. That the one before is still there is checked
    /// once more, so that two writers cannot both be the next whatever the
    /// database thinks of locks.
    pub(crate) async fn write_document(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        id: Uuid,
        version: i64,
        content: Vec<u8>,
    ) -> Result<(), Failure> {
        let written = document::Entity::update_many()
            .col_expr(document::Column::Version, Expr::value(version))
            .col_expr(document::Column::Content, Expr::value(content))
            .col_expr(document::Column::ChangedAt, Expr::value(self.clock.now()))
            .filter(document::Column::AccountId.eq(account))
            .filter(document::Column::Id.eq(id))
            .filter(document::Column::Version.eq(version - 1))
            .exec(transaction)
            .await?;
        match written.rows_affected {
            1 => Ok(()),
            _ => Err(Failure::Missing),
        }
    }

    /// Deletes a document, and what was published of it at once. A member's goes
    /// into the bin. An anonymous account without documents is erased: nothing
    /// is left to keep it for. Returns whether the account is gone.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn cv_delete(&self, actor: Actor, id: Uuid) -> Result<bool, Failure> {
        let account = person(actor)?;
        let transaction = self.data.begin().await?;
        // Whoever saves or deletes at the same time waits for this.
        let state = lock(account, &transaction).await?;
        let now = self.clock.now();
        let gone = match state {
            account::State::Member => {
                document::Entity::update_many()
                    .col_expr(document::Column::BinnedAt, Expr::value(Some(now)))
                    .filter(document::Column::AccountId.eq(account))
                    .filter(document::Column::Id.eq(id))
                    .filter(document::Column::BinnedAt.is_null())
                    .exec(&transaction)
                    .await?
                    .rows_affected
            }
            _ => {
                self.keep_rows(&transaction, account, Gone::Documents, Some(id))
                    .await?;
                document::Entity::delete_by_id((account, id))
                    .exec(&transaction)
                    .await?
                    .rows_affected
            }
        };
        if gone == 0 {
            return Err(Failure::Missing);
        }
        publications::revoke(&transaction, account, id, None, now).await?;
        let key = self.key(account).await?;
        publications::forget_variant(&transaction, &key, account, id).await?;
        if state == account::State::Member {
            transaction.commit().await?;
            return Ok(false);
        }
        let last = self.documents_of(account, &transaction).await? == 0;
        if last {
            mark_erasing(account, &transaction).await?;
        }
        transaction.commit().await?;
        if !last {
            return Ok(false);
        }
        // From here on it is gone for everybody; what cannot be finished now is
        // finished by the next sweep.
        if let Err(failure) = self.finish_erasing(account, Some(account)).await {
            tracing::error!(%failure, "an account is erased by the next sweep");
        }
        Ok(true)
    }
}

/// A document that is not in the bin, held until the transaction ends.
///
/// # Errors
/// [`Failure::Missing`] if the account has none.
pub(crate) async fn locked(
    transaction: &DatabaseTransaction,
    account: Uuid,
    id: Uuid,
) -> Result<document::Model, Failure> {
    document::Entity::find_by_id((account, id))
        .lock_exclusive()
        .one(transaction)
        .await?
        .filter(|row| row.binned_at.is_none())
        .ok_or(Failure::Missing)
}

pub(crate) async fn find(
    account: Uuid,
    id: Uuid,
    connection: &impl ConnectionTrait,
) -> Result<Option<document::Model>, Failure> {
    Ok(document::Entity::find_by_id((account, id))
        .one(connection)
        .await?)
}

pub(crate) fn seal(key: &PersonKey, id: Uuid, document: &Document) -> Vec<u8> {
    let plain = Zeroizing::new(format::save(document));
    key.seal(CONTENT, id.into_bytes(), plain.as_bytes())
}

pub(crate) fn open(key: &PersonKey, row: &document::Model) -> Result<Stored, Failure> {
    let plain = key.open(CONTENT, row.id.into_bytes(), &row.content)?;
    let text = std::str::from_utf8(&plain).map_err(|_| vault::Opening)?;
    let document = format::load(text).map_err(|_| Failure::Damaged("document.content"))?;
    Ok(Stored {
        version: row.version as u64,
        document,
    })
}
