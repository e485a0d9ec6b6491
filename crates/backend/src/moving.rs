//! Documents that change their account: what somebody saved by an owner link
//! comes along when they sign in to an account that they have already.

use privacy::PersonId;
use privacy::erasure::Gone;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use vault::Column;

use crate::acceptance;
use crate::accounts::{lock, mark_erasing, uuid};
use crate::cases;
use crate::disclosures;
use crate::documents::{CONTENT, DOCUMENTS};
use crate::entity::{account, document, document_batch, photo};
use crate::erasure;
use crate::failure::Failure;
use crate::holds;
use crate::opened;
use crate::personal;
use crate::photos::CONTENT as PHOTO;
use crate::publications::{self, details};
use crate::residence;
use crate::shelf::NAME;
use crate::standing;
use crate::store::Store;
use crate::versions;
use crate::{Event, audit};
use crate::{minors, page_counts, page_reports};

impl Store {
    /// Moves everything of an anonymous account to a member's, in one
    /// transaction, and erases what is left of it. Addresses of public pages
    /// stay what they were. Returns how many documents came along; none if the
    /// account is a member's itself, or one of the two is to be erased.
    ///
    /// # Errors
    /// [`Failure::Quota`] if they would be too many: then nothing is moved.
    pub async fn account_move(&self, from: PersonId, to: PersonId) -> Result<u64, Failure> {
        let (from, to) = (uuid(from), uuid(to));
        let row = account::Entity::find_by_id(from)
            .one(self.data.read())
            .await?;
        if from == to || row.is_none_or(|row| row.state != account::State::Anonymous) {
            return Ok(0);
        }
        let (old, new) = (self.key(from).await?, self.key(to).await?);
        let transaction = self.data.begin().await?;
        // Always in the same order, so that two moves do not wait for each other.
        for account in [from.min(to), from.max(to)] {
            lock(account, &transaction).await?;
        }
        // What is to be erased is not taken along, nor is anything put where it
        // would be erased.
        for account in [from, to] {
            if erasure::is_asked(&transaction, account).await? {
                return Ok(0);
            }
        }
        let documents = document::Entity::find()
            .filter(document::Column::AccountId.eq(from))
            .all(&transaction)
            .await?;
        let there = self.documents_of(to, &transaction).await?;
        if there + documents.len() as u64 > DOCUMENTS {
            return Err(Failure::Quota);
        }
        let again = |column: Column, row: uuid::Uuid, sealed: &[u8]| {
            let plain = old.open(column, row.into_bytes(), sealed)?;
            Ok::<_, Failure>(new.seal(column, row.into_bytes(), &plain))
        };
        let moved = documents.len() as u64;
        let batches = document_batch::Entity::find()
            .filter(document_batch::Column::AccountId.eq(from))
            .all(&transaction)
            .await?;
        for row in documents {
            let content = again(CONTENT, row.id, &row.content)?;
            let name = row.name.as_deref().map(|name| again(NAME, row.id, name));
            let mut row: document::ActiveModel = row.into();
            row.account_id = Set(to);
            row.content = Set(content);
            row.name = Set(name.transpose()?);
            document::Entity::insert(row.reset_all())
                .exec_without_returning(&transaction)
                .await?;
        }
        versions::bring(&transaction, (from, to), (&old, &new)).await?;
        residence::bring(&transaction, (from, to), (&old, &new)).await?;
        for row in batches {
            let mut row: document_batch::ActiveModel = row.into();
            row.account_id = Set(to);
            document_batch::Entity::insert(row.reset_all())
                .exec_without_returning(&transaction)
                .await?;
        }
        let photos = photo::Entity::find()
            .filter(photo::Column::AccountId.eq(from))
            .all(&transaction)
            .await?;
        for row in photos {
            let content = again(PHOTO, row.id, &row.content)?;
            let mut row: photo::ActiveModel = row.into();
            row.account_id = Set(to);
            row.content = Set(content);
            photo::Entity::insert(row.reset_all())
                .exec_without_returning(&transaction)
                .await?;
        }
        // They go with the pages' rows.
        let details = details::leaving(&transaction, from).await?;
        let counts = page_counts::leaving(&transaction, from).await?;
        let reports = page_reports::leaving(&transaction, from).await?;
        let links = publications::leaving(&transaction, from).await?;
        publications::bring(&transaction, links, to, &old, &new).await?;
        personal::bring(&transaction, from, to, &old, &new).await?;
        minors::bring(&transaction, from, to).await?;
        disclosures::bring(&transaction, (from, to), (&old, &new)).await?;
        opened::bring(&transaction, (from, to), (&old, &new)).await?;
        cases::bring_hits(&transaction, from, to).await?;
        details::bring(&transaction, details, to, &old, &new).await?;
        page_counts::bring(&transaction, counts, to).await?;
        page_reports::bring(&transaction, reports, to, (&old, &new)).await?;
        let limits = standing::bring(&transaction, from, to).await?;
        self.write_down(&transaction, &limits).await?;
        acceptance::bring(&transaction, from, to).await?;
        // What does not come along is held as it was.
        for kind in Gone::ALL.iter().filter(|kind| kind.can_be_held()) {
            self.keep_rows(&transaction, from, *kind, None).await?;
        }
        holds::bring(&transaction, from, to).await?;
        mark_erasing(from, &transaction).await?;
        let event = Event::of(to, audit::Action::DocumentMoved, from);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        if let Err(failure) = self.finish_erasing(from, Some(to)).await {
            tracing::error!(%failure, "an account is erased by the next sweep");
        }
        Ok(moved)
    }
}
