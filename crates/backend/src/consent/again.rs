//! A withdrawal that an older database does not know of, done once more.

use privacy::ConsentPurpose;
use privacy::erasure::Gone;
use sea_orm::DatabaseTransaction;

use super::{Agreement, ConsentBy, kept, note};
use crate::entity::consent;
use crate::failure::Failure;
use crate::letter::MailLang;
use crate::publications::details;
use crate::store::Store;

/// Ends a consent once more that was withdrawn on a day, and came back with an older
/// database.
pub(crate) async fn end_again(
    store: &Store,
    transaction: &DatabaseTransaction,
    given: &consent::Model,
    purpose: ConsentPurpose,
    day: i64,
) -> Result<(), Failure> {
    let account = given.account_id;
    let kind = Gone::Details;
    store.keep_rows(transaction, account, kind, None).await?;
    kept::delete_all(transaction, account, purpose).await?;
    details::delete_all(transaction, account, purpose).await?;
    let agreement = Agreement {
        version: given.version.clone(),
        lang: MailLang::from_tag(&given.lang),
        by: ConsentBy::Restored,
    };
    // Of the day itself nobody knows more; it was after what it ended.
    let at = day.max(given.at + 1);
    note(transaction, account, purpose, &agreement, at, None).await?;
    Ok(())
}
