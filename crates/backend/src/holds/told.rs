//! Holds as those who work here see them in the console, and as whoever they concern
//! does.

use privacy::erasure::Gone;
use privacy::hold::Ground;
use privacy::{Actor, Date, Right};
use uuid::Uuid;

use super::{HoldEnd, HoldRefused, HoldShown, of_account, read};
use crate::accounts::person;
use crate::failure::Failure;
use crate::sessions::Who;
use crate::store::Store;

/// A hold, as its owner sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoldTold {
    pub kind: Gone,
    pub ground: Ground,
    /// Milliseconds since 1970.
    pub placed_at: i64,
    pub review: Date,
}

impl Store {
    /// Every hold, for who has the right, the one to be looked at first before the
    /// others.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn holds(&self, who: &Who) -> Result<Vec<HoldShown>, Failure> {
        who.may(Right::Holds)?;
        self.operator_holds().await
    }

    /// The holds of the actor's, without those of which they must not be told.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn holds_told(&self, actor: Actor) -> Result<Vec<HoldTold>, Failure> {
        let rows = of_account(self.data.read(), person(actor)?).await?;
        let told = rows.iter().filter(|row| !row.barred).map(|row| {
            let (kind, ground) = read(row)?;
            Ok(HoldTold {
                kind,
                ground,
                placed_at: row.placed_at,
                review: Date::of(row.review_at),
            })
        });
        told.collect()
    }

    /// Notes that a hold is still right, by who has the right, and when it is looked at
    /// next.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such hold.
    /// [`Failure::Unproved`]
    pub async fn hold_review(
        &self,
        who: &Who,
        id: Uuid,
        next: Option<Date>,
    ) -> Result<Result<(), HoldRefused>, Failure> {
        let by = who.may(Right::Holds)?;
        who.proved()?;
        self.hold_renew(Some(by), id, next).await
    }

    /// Ends a hold, by who has the right. Returns whether it is finished.
    ///
    /// # Errors
    /// As [`Store::hold_review`].
    pub async fn hold_end(&self, who: &Who, id: Uuid, why: HoldEnd) -> Result<bool, Failure> {
        let by = who.may(Right::Holds)?;
        who.proved()?;
        self.hold_finish(Some(by), id, why).await
    }
}
