//! The terms of service as they were shown: each text that a server ever started
//! with is kept, so that whoever accepted one can read it again, word for word.
//!
//! A text is named by its hash. Its version decides whether people are asked anew:
//! two versions are two contracts, while the same version may be there in several
//! texts where only the operator's address in it has changed.

use sea_orm::sea_query::{OnConflict, Query, SelectStatement};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};

use crate::database::Database;
use crate::entity::{acceptance, terms};
use crate::failure::Failure;
use crate::hex::hex;
use crate::letter::MailLang;
use crate::store::Store;

/// The longest text, in bytes.
pub const TERMS_BYTES: usize = 256 * 1024;

/// A text of the terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsText {
    /// The day from which it holds: YYYY-MM-DD.
    pub version: String,
    pub lang: MailLang,
    pub text: String,
}

/// A text that was shown here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredTerms {
    pub hash: String,
    pub text: TermsText,
    /// When a server first started with it: milliseconds since 1970.
    pub since: i64,
}

/// Another text was shown under the same version already.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the terms of version {version} were shown with another text ({lang}) already: give the new text a \
     version of its own in [terms], so that people are asked to accept it", lang = .lang.tag()
)]
pub struct TermsChanged {
    pub version: String,
    pub lang: MailLang,
}

impl TermsText {
    /// What names the text: SHA-256 of version, language and text, in hexadecimal
    /// digits.
    pub fn hash(&self) -> String {
        let mut hash = Sha256::new();
        for part in [self.version.as_str(), self.lang.tag(), &self.text] {
            // No part can pass for the end of the one before it.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hex(&hash.finalize())
    }
}

impl Store {
    /// Keeps the texts that the server starts with, and returns every text that was
    /// ever shown here, the newest first.
    pub async fn terms_keep(&self, now: &[TermsText]) -> Result<Vec<StoredTerms>, Failure> {
        for text in now {
            let row = terms::ActiveModel {
                hash: Set(text.hash()),
                version: Set(text.version.clone()),
                lang: Set(text.lang.tag().to_owned()),
                text: Set(text.text.clone()),
                since: Set(self.clock.now()),
            };
            let there = OnConflict::column(terms::Column::Hash)
                .do_nothing()
                .to_owned();
            terms::Entity::insert(row)
                .on_conflict(there)
                .try_insert()
                .exec_without_returning(self.data.write())
                .await?;
        }
        self.terms().await
    }

    /// Forgets texts whose day is still to come, but for one version: they were announced,
    /// and replaced before they held, so that nobody has accepted them.
    pub async fn terms_forget_unheld(&self, today: &str, but: &str) -> Result<(), Failure> {
        terms::Entity::delete_many()
            .filter(terms::Column::Version.gt(today))
            .filter(terms::Column::Version.ne(but))
            .filter(terms::Column::Hash.not_in_subquery(accepted()))
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// Every text that was ever shown here, the newest first.
    pub async fn terms(&self) -> Result<Vec<StoredTerms>, Failure> {
        Ok(stored(&self.data).await?)
    }
}

/// The texts that somebody has accepted.
fn accepted() -> SelectStatement {
    Query::select()
        .column(acceptance::Column::TextHash)
        .from(acceptance::Entity)
        .and_where(acceptance::Column::TextHash.is_not_null())
        .to_owned()
}

/// Every text that was ever shown, the newest first.
pub(crate) async fn stored(data: &Database) -> Result<Vec<StoredTerms>, DbErr> {
    let rows = terms::Entity::find()
        .order_by_desc(terms::Column::Since)
        .order_by_asc(terms::Column::Lang)
        .all(data.read())
        .await?;
    let stored = rows.into_iter().map(|row| StoredTerms {
        hash: row.hash,
        text: TermsText {
            version: row.version,
            lang: MailLang::from_tag(&row.lang),
            text: row.text,
        },
        since: row.since,
    });
    Ok(stored.collect())
}

/// Whether texts that an operator has written would change a version that people
/// have been shown. The hash keeps what was accepted provable either way; but who
/// accepted a version must not find another text under its name.
///
/// # Errors
/// [`TermsChanged`] names the first.
pub fn terms_unchanged(now: &[TermsText], stored: &[StoredTerms]) -> Result<(), TermsChanged> {
    for text in now {
        let mut same = stored.iter().filter(|it| {
            let known = &it.text;
            (&known.version, known.lang) == (&text.version, text.lang)
        });
        if same.any(|known| known.text != *text) {
            return Err(TermsChanged {
                version: text.version.clone(),
                lang: text.lang,
            });
        }
    }
    Ok(())
}
