//! The archive as it is kept: pieces, each sealed with its owner's key. In a
//! piece stands of which copy it is and its place, so that none can be moved to
//! another place or another copy unseen.

use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;
use vault::PersonKey;
use zeroize::Zeroizing;

use crate::accounts::uuid;
use crate::entity::export::{self, State};
use crate::entity::export_part;
use crate::failure::Failure;
use crate::sealed::EXPORT_PART;
use crate::sessions::Who;
use crate::store::Store;
use crate::{Event, audit};

/// Bytes of a piece. Small, because whoever makes or sends one holds it whole.
pub(super) const PART: usize = 256 * 1024;
/// The copy's id and the place.
const HEAD: usize = 16 + 4;

fn head(export: Uuid, number: i32) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    head[..16].copy_from_slice(export.as_bytes());
    head[16..].copy_from_slice(&number.to_be_bytes());
    head
}

/// Keeps the next piece of a copy.
pub(super) async fn keep(
    transaction: &DatabaseTransaction,
    key: &PersonKey,
    account: Uuid,
    export: Uuid,
    number: i32,
    bytes: &[u8],
) -> Result<(), Failure> {
    let id = Uuid::now_v7();
    let plain = Zeroizing::new([&head(export, number)[..], bytes].concat());
    let row = export_part::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        number: Set(number),
        content: Set(key.seal(EXPORT_PART, id.into_bytes(), &plain)),
    };
    export_part::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// A copy that is being taken, piece by piece.
pub struct Download {
    /// The length of all of it.
    pub bytes: u64,
    /// When it was asked for, in milliseconds since 1970.
    pub asked_at: i64,
    store: Store,
    key: PersonKey,
    account: Uuid,
    export: Uuid,
    number: i32,
    read: u64,
}

impl Store {
    /// Opens a copy for its owner: for the session that has asked for it, or one
    /// of a member who has just proved who they are.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such copy, or it is not ready,
    /// [`Failure::Unproved`].
    pub async fn export_open(&self, who: &Who, id: Uuid) -> Result<Download, Failure> {
        let account = uuid(who.person);
        let row = self.export_row(account).await?;
        let row = row.filter(|row| row.id == id && row.state == State::Ready);
        let row: export::Model = row.ok_or(Failure::Missing)?;
        if who.member && row.session_id != who.session && !who.proved {
            return Err(Failure::Unproved);
        }
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        let event = Event::own(account, audit::Action::ExportTaken);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(Download {
            bytes: row.bytes as u64,
            asked_at: row.asked_at,
            store: self.clone(),
            key,
            account,
            export: id,
            number: 0,
            read: 0,
        })
    }
}

impl Download {
    /// The next piece. None at the end.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the copy was deleted meanwhile.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, Failure> {
        if self.read >= self.bytes {
            return Ok(None);
        }
        let row = export_part::Entity::find()
            .filter(export_part::Column::AccountId.eq(self.account))
            .filter(export_part::Column::Number.eq(self.number))
            .one(self.store.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        let plain = self
            .key
            .open(EXPORT_PART, row.id.into_bytes(), &row.content)?;
        let bytes = plain
            .strip_prefix(&head(self.export, self.number))
            .ok_or(Failure::Missing)?;
        self.number += 1;
        self.read += bytes.len() as u64;
        Ok(Some(bytes.to_vec()))
    }
}
