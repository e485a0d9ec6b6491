//! Which recipients the server had when, for the page that shows them: what the
//! configuration says at each start is compared with what it said before, and a
//! difference is a notice there for a year.

use serde::{Deserialize, Serialize};

use crate::clock::DAY;
use crate::entity::setting;
use crate::failure::Failure;
use crate::noted::put_setting;
use crate::store::Store;
use sea_orm::EntityTrait;

/// The setting that holds it. It is about organisations.
const RECIPIENTS: &str = "recipients";
/// A change is told for so many days.
const TOLD_DAYS: i64 = 366;

/// A recipient, as a notice names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientNoted {
    /// What it does: `privacy::PartyRole::name`.
    pub role: String,
    pub name: String,
    pub country: String,
    /// What allows it, outside the EEA: `privacy::transfer::Mechanism::name`.
    pub mechanism: Option<String>,
}

/// That a recipient came or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientChange {
    /// Milliseconds since 1970.
    pub at: i64,
    /// None of who came first, or came anew.
    pub before: Option<RecipientNoted>,
    /// None of who went.
    pub after: Option<RecipientNoted>,
}

#[derive(Default, Serialize, Deserialize)]
struct Known {
    now: Vec<RecipientNoted>,
    changes: Vec<RecipientChange>,
}

impl Store {
    /// Notes who gets data now. Returns the changes of the last year, the newest
    /// first.
    pub async fn recipients_noted(
        &self,
        now: &[RecipientNoted],
    ) -> Result<Vec<RecipientChange>, Failure> {
        let at = self.clock.now();
        let transaction = self.data.begin().await?;
        let row = setting::Entity::find_by_id(RECIPIENTS)
            .one(&transaction)
            .await?;
        let first = row.is_none();
        let mut known: Known = row
            .and_then(|row| serde_json::from_slice(&row.value).ok())
            .unwrap_or_default();
        let mut changes = match first {
            // Before the first start there was nobody to tell.
            true => Vec::new(),
            false => differences(&known.now, now, at),
        };
        changes.append(&mut known.changes);
        changes.retain(|change| change.at > at - TOLD_DAYS * DAY);
        let known = Known {
            now: now.to_vec(),
            changes,
        };
        let value =
            serde_json::to_vec(&known).map_err(|_| Failure::Damaged("setting.recipients"))?;
        put_setting(&transaction, RECIPIENTS, value).await?;
        transaction.commit().await?;
        Ok(known.changes)
    }
}

fn differences(
    before: &[RecipientNoted],
    after: &[RecipientNoted],
    at: i64,
) -> Vec<RecipientChange> {
    let of = |all: &[RecipientNoted], role: &str| all.iter().find(|it| it.role == role).cloned();
    let mut roles: Vec<&str> = before
        .iter()
        .chain(after)
        .map(|it| it.role.as_str())
        .collect();
    roles.sort_unstable();
    roles.dedup();
    let changes = roles.into_iter().map(|role| RecipientChange {
        at,
        before: of(before, role),
        after: of(after, role),
    });
    changes.filter(|it| it.before != it.after).collect()
}
