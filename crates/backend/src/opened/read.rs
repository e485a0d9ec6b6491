//! What is behind a mask, for whom it is open.

use cv::Document;
use privacy::{Masked, Right};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::attempts::{Attempt, attempts_of};
use crate::documents;
use crate::entity::{document, publication};
use crate::failure::Failure;
use crate::publications::SLUG;
use crate::sessions::Who;
use crate::sign_in::stored_email;
use crate::standing;
use crate::store::Store;

/// Attempts to sign in that are shown.
const ATTEMPTS: u64 = 50;

/// What was behind the mask.
#[derive(Debug)]
pub enum Content {
    /// None: they sign in by a passkey alone, or are no member.
    Address(Option<String>),
    SignIns(Vec<Attempt>),
    /// Without what their owner has hidden in them; personal details are never in a
    /// document.
    Documents(Vec<Document>),
    /// The last parts of the addresses of the pages that are public.
    Pages(Vec<String>),
}

impl Store {
    /// What is behind a mask.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, and while it is masked.
    pub async fn person_read(
        &self,
        who: &Who,
        account: Uuid,
        what: Masked,
    ) -> Result<Content, Failure> {
        who.may(Right::Persons)?;
        let open = self.is_open(self.data.read(), who, account, what).await?;
        open.ok_or(Failure::Missing)?;
        // They may have restricted it since.
        let standing = standing::standing(self.data.read(), account).await?;
        privacy::gate::open(what, standing)?;
        match what {
            Masked::Address => self.address_of(account).await,
            Masked::SignIns => {
                let rows = attempts_of(self, account, 0, ATTEMPTS).await?;
                Ok(Content::SignIns(rows))
            }
            Masked::Documents => self.documents_opened(account).await,
            Masked::Pages => self.pages_opened(account).await,
            // Cases have a page of their own.
            Masked::Case => Err(Failure::Missing),
        }
    }

    async fn address_of(&self, account: Uuid) -> Result<Content, Failure> {
        match self.login(account).await {
            Ok((row, key)) => {
                let email = stored_email(&row, &key)?;
                Ok(Content::Address(email.map(|email| email.to_string())))
            }
            Err(Failure::Missing) => Ok(Content::Address(None)),
            Err(failure) => Err(failure),
        }
    }

    async fn documents_opened(&self, account: Uuid) -> Result<Content, Failure> {
        let key = self.key(account).await?;
        let rows = document::Entity::find()
            .filter(document::Column::AccountId.eq(account))
            .order_by_desc(document::Column::ChangedAt)
            .limit(documents::DOCUMENTS)
            .all(self.data.read())
            .await?;
        let opened = rows.iter().map(|row| documents::open(&key, row));
        let documents: Result<Vec<Document>, Failure> =
            opened.map(|stored| Ok(stored?.document)).collect();
        Ok(Content::Documents(documents?))
    }

    async fn pages_opened(&self, account: Uuid) -> Result<Content, Failure> {
        let key = self.key(account).await?;
        let rows = publication::Entity::find()
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::RevokedAt.is_null())
            .all(self.data.read())
            .await?;
        let slug = |row: &publication::Model| {
            let plain = key.open(SLUG, row.id.into_bytes(), &row.slug)?;
            Ok(String::from_utf8_lossy(&plain).into_owned())
        };
        let slugs: Result<Vec<String>, Failure> = rows.iter().map(slug).collect();
        Ok(Content::Pages(slugs?))
    }
}
