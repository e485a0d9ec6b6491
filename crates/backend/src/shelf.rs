//! "My CVs": a member's documents by name, and the bin from which they come back.

use cv::Document;
use privacy::Purpose;
use privacy::erasure::Gone;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;
use vault::{Column, PersonKey};

use crate::accounts::lock;
use crate::documents::{DOCUMENTS, find, open, seal};
use crate::entity::document;
use crate::failure::Failure;
use crate::name::one_line;
use crate::publications;
use crate::sealed::DOCUMENT_NAME;
use crate::sessions::Who;
use crate::store::Store;

pub(crate) const NAME: Column = DOCUMENT_NAME;

/// What was deleted can be brought back for so many days.
pub const BIN_DAYS: i64 = privacy::inventory::BIN_DAYS as i64;
/// Characters of a document's name.
pub const NAME_CHARACTERS: usize = 120;

/// A document on the shelf or in the bin.
#[derive(Clone, Debug)]
pub struct Shelved {
    pub id: Uuid,
    /// What its owner calls it.
    pub name: Option<String>,
    pub document: Document,
    pub version: u64,
    pub changed_at: i64,
    /// Since when it is in the bin.
    pub binned_at: Option<i64>,
    /// It has a public page.
    pub public: bool,
}

impl Store {
    /// A member's documents, the last changed first; those in the bin last.
    ///
    /// # Errors
    /// [`Failure::Missing`] for an owner link.
    pub async fn shelf(&self, who: &Who) -> Result<Vec<Shelved>, Failure> {
        let account = who.member()?;
        let actor = who.actor();
        for path in ["document.content", "document.name"] {
            privacy::gate::read(path, actor, actor, Purpose::KeepSaved)?;
        }
        let rows = document::Entity::find()
            .filter(document::Column::AccountId.eq(account))
            .order_by_desc(document::Column::ChangedAt)
            .all(self.data.read())
            .await?;
        let public = publications::published(self.data.read(), account, self.clock.now()).await?;
        let key = self.key(account).await?;
        let mut shelved = Vec::with_capacity(rows.len());
        for row in rows {
            let stored = open(&key, &row)?;
            shelved.push(Shelved {
                id: row.id,
                name: name(&key, &row)?,
                document: stored.document,
                version: stored.version,
                changed_at: row.changed_at,
                binned_at: row.binned_at,
                public: public.contains(&row.id),
            });
        }
        shelved.sort_by_key(|row| row.binned_at.is_some());
        Ok(shelved)
    }

    /// Names a document; without a name it is called by what stands in it.
    ///
    /// # Errors
    /// [`Failure::Missing`]
    pub async fn cv_rename(&self, who: &Who, id: Uuid, name: &str) -> Result<(), Failure> {
        let account = who.member()?;
        let name = one_line(name, NAME_CHARACTERS);
        let key = self.key(account).await?;
        let sealed = (!name.is_empty()).then(|| key.seal(NAME, id.into_bytes(), name.as_bytes()));
        let changed = document::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            name: Set(sealed),
            ..Default::default()
        };
        there(changed.update(self.data.write()).await)
    }

    /// A copy of a document, under another id and a name of its own. It remembers what
    /// it is a copy of: what may not be published may not be as a copy either.
    ///
    /// # Errors
    /// [`Failure::Missing`], [`Failure::Quota`]
    pub async fn cv_duplicate(
        &self,
        who: &Who,
        id: Uuid,
        name_of_copy: &str,
    ) -> Result<Uuid, Failure> {
        let account = who.member()?;
        let (actor, purpose) = (who.actor(), Purpose::KeepSaved);
        let stored = self.cv_load(actor, purpose, id, None).await?;
        let stored = stored.ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        let copy = Uuid::new_v4();
        let now = self.clock.now();
        let name = one_line(name_of_copy, NAME_CHARACTERS);
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        if self.documents_of(account, &transaction).await? >= DOCUMENTS {
            return Err(Failure::Quota);
        }
        let original = find(account, id, &transaction).await?;
        let original = original.ok_or(Failure::Missing)?;
        let row = document::ActiveModel {
            account_id: Set(account),
            id: Set(copy),
            version: Set(1),
            content: Set(seal(&key, copy, &stored.document)),
            created_at: Set(now),
            changed_at: Set(now),
            name: Set(Some(key.seal(NAME, copy.into_bytes(), name.as_bytes()))),
            binned_at: Set(None),
            source_id: Set(Some(original.source_id.unwrap_or(id))),
        };
        document::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(copy)
    }

    /// Brings a document back from the bin.
    ///
    /// # Errors
    /// [`Failure::Missing`]
    pub async fn cv_restore(&self, who: &Who, id: Uuid) -> Result<(), Failure> {
        let changed = document::ActiveModel {
            account_id: Set(who.member()?),
            id: Set(id),
            binned_at: Set(None),
            ..Default::default()
        };
        there(changed.update(self.data.write()).await)
    }

    /// Deletes a document that is in the bin, for good.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such document in the bin.
    pub async fn cv_delete_for_good(&self, who: &Who, id: Uuid) -> Result<(), Failure> {
        let account = who.member()?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        self.keep_rows(&transaction, account, Gone::Documents, Some(id))
            .await?;
        let deleted = document::Entity::delete_many()
            .filter(document::Column::AccountId.eq(account))
            .filter(document::Column::Id.eq(id))
            .filter(document::Column::BinnedAt.is_not_null())
            .exec(&transaction)
            .await?;
        if deleted.rows_affected == 0 {
            return Err(Failure::Missing);
        }
        transaction.commit().await?;
        Ok(())
    }
}

pub(crate) fn name(key: &PersonKey, row: &document::Model) -> Result<Option<String>, Failure> {
    let Some(sealed) = &row.name else {
        return Ok(None);
    };
    let plain = key.open(NAME, row.id.into_bytes(), sealed)?;
    let text = String::from_utf8(plain.to_vec()).map_err(|_| vault::Opening)?;
    Ok(Some(text))
}

fn there(result: Result<document::Model, sea_orm::DbErr>) -> Result<(), Failure> {
    match result {
        Ok(_) => Ok(()),
        Err(sea_orm::DbErr::RecordNotUpdated) => Err(Failure::Missing),
        Err(error) => Err(error.into()),
    }
}
