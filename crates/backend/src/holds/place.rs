//! Placing a hold.

use privacy::Date;
use privacy::hold::{Ground, HOLD_REVIEW_DAYS};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::{HOLD_NOTE_CHARACTERS, HoldRefused, NewHold, rows_held, subject_of};
use crate::accounts::lock;
use crate::audit::Action;
use crate::entity::hold;
use crate::failure::Failure;
use crate::sealed::HOLD_NOTE;
use crate::store::Store;

impl Store {
    /// Holds something, by the operator, who has the machine. Returns the hold's id.
    pub async fn operator_hold_place(
        &self,
        new: &NewHold,
    ) -> Result<Result<Uuid, HoldRefused>, Failure> {
        self.hold_place(None, new).await
    }

    /// Whether something can be held: the day of its review, if it can.
    pub(crate) async fn hold_check(
        &self,
        new: &NewHold,
    ) -> Result<Result<Date, HoldRefused>, Failure> {
        let now = self.clock.now();
        let review = match review(new.review, Date::of(now)) {
            Ok(review) => review,
            Err(refused) => return Ok(Err(refused)),
        };
        let note = new.note.trim();
        if note.is_empty() || note.chars().count() > HOLD_NOTE_CHARACTERS {
            return Ok(Err(HoldRefused::Note));
        }
        if !new.kind.can_be_held() {
            return Ok(Err(HoldRefused::Kind));
        }
        let there = rows_held(self.data.read(), new.account, new.kind, new.row).await?;
        if there == 0 {
            return Ok(Err(HoldRefused::NoSuchItem));
        }
        Ok(Ok(review))
    }

    /// Holds something, by who has confirmed it, or by the operator.
    pub(crate) async fn hold_place(
        &self,
        by: Option<Uuid>,
        new: &NewHold,
    ) -> Result<Result<Uuid, HoldRefused>, Failure> {
        let review = match self.hold_check(new).await? {
            Ok(review) => review,
            Err(refused) => return Ok(Err(refused)),
        };
        let (now, note) = (self.clock.now(), new.note.trim());
        let id = Uuid::now_v7();
        // The key before what is sealed with it.
        let key = self.new_hold_key(id).await?;
        let row = hold::ActiveModel {
            id: Set(id),
            owner_id: Set(Some(new.account)),
            kind: Set(new.kind.table().to_owned()),
            row_id: Set(new.row),
            ground: Set(new.ground.name().to_owned()),
            note: Set(key.seal(HOLD_NOTE, id.into_bytes(), note.as_bytes())),
            placed_at: Set(now),
            review_at: Set(review.starts()),
            ended_at: Set(None),
            barred: Set(new.barred),
        };
        let transaction = self.data.begin().await?;
        match lock(new.account, &transaction).await {
            Ok(_) => {}
            Err(Failure::Missing) => return Ok(Err(HoldRefused::NoSuchItem)),
            Err(failure) => return Err(failure),
        }
        hold::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        let action = match new.ground {
            Ground::Claim => Action::HeldForClaim,
            Ground::Duty => Action::HeldForDuty,
            Ground::Order => Action::HeldByOrder,
            Ground::OwnRequest => Action::HeldOnRequest,
        };
        self.note_hold(
            &transaction,
            by,
            action,
            subject_of(new.barred, Some(new.account)),
        )
        .await?;
        transaction.commit().await?;
        Ok(Ok(id))
    }
}

/// The day of a review, if it can be one.
pub(super) fn review(day: Option<Date>, today: Date) -> Result<Date, HoldRefused> {
    let day = day.ok_or(HoldRefused::NoReview)?;
    if day <= today {
        return Err(HoldRefused::ReviewPast);
    }
    match day <= today.days_later(i64::from(HOLD_REVIEW_DAYS)) {
        true => Ok(day),
        false => Err(HoldRefused::ReviewFar),
    }
}
