//! Staff are reminded of cases whose days go, a step louder each time: a week
//! before, two days before, and when the day is over; then administrators are
//! told too. Each level once. And what was answered a while ago is closed.

use privacy::case::clock::Urgency;
use privacy::case::{State, Step};
use privacy::{Right, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{CASE_ZONE, Known, answer_day};
use crate::accounts::lock;
use crate::clock::DAY;
use crate::entity::{login, privacy_case, staff};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::store::Store;

/// No case is pressing that is due later than in so many days: the days before a
/// long weekend count.
const AHEAD: i64 = 14 * DAY;

/// Whoever was answered has so many days to say more.
const CLOSE_DAYS: i64 = 30;
/// Cases that are closed at once.
const CLOSED: u64 = 200;

impl Store {
    /// Closes what was answered so long ago that nobody says more. Returns how many.
    pub async fn cases_close(&self) -> Result<u64, Failure> {
        let rows = privacy_case::Entity::find()
            .filter(privacy_case::Column::ClosedAt.is_null())
            .filter(privacy_case::Column::AnsweredAt.lt(self.clock.now() - CLOSE_DAYS * DAY))
            .limit(CLOSED)
            .all(self.data.read())
            .await?;
        let mut closed = 0;
        for row in rows {
            let case = (row.account_id, row.id);
            let transaction = self.data.begin().await?;
            let desk = match self.case_at_desk(&transaction, case).await {
                Err(Failure::Missing) => continue,
                desk => desk?,
            };
            let Some(state) = Known::of(&desk.row)?.after(Step::Close) else {
                continue;
            };
            self.case_state(&transaction, &desk.row, state).await?;
            self.case_note(&transaction, &desk.key, case, Step::Close, None, "")
                .await?;
            transaction.commit().await?;
            closed += 1;
        }
        Ok(closed)
    }

    /// Reminds staff of what presses. Returns of how many cases.
    pub async fn cases_remind(&self) -> Result<u64, Failure> {
        let now = self.clock.now();
        let rows = privacy_case::Entity::find()
            .filter(privacy_case::Column::AnsweredAt.is_null())
            .filter(privacy_case::Column::DueAt.lt(now + AHEAD))
            .filter(privacy_case::Column::Reminded.lt(Urgency::Late.level()))
            .order_by_asc(privacy_case::Column::DueAt)
            .all(self.data.read())
            .await?;
        let mut reminded = 0;
        for row in rows {
            let urgency = Urgency::of(answer_day(row.due_at), CASE_ZONE, now);
            if urgency.level() > row.reminded && self.case_remind(&row, urgency).await? {
                reminded += 1;
            }
        }
        Ok(reminded)
    }

    async fn case_remind(
        &self,
        row: &privacy_case::Model,
        urgency: Urgency,
    ) -> Result<bool, Failure> {
        let state: State = Known::of(row)?.state;
        if !state.is_open() {
            return Ok(false);
        }
        let key = match self.key(row.account_id).await {
            Err(Failure::Missing) => return Ok(false),
            key => key?,
        };
        let transaction = self.data.begin().await?;
        let locked = lock(row.account_id, &transaction).await;
        if matches!(locked, Err(Failure::Missing)) {
            return Ok(false);
        }
        locked?;
        let level = urgency.level();
        let taken = privacy_case::Entity::update_many()
            .col_expr(privacy_case::Column::Reminded, Expr::value(level))
            .filter(privacy_case::Column::AccountId.eq(row.account_id))
            .filter(privacy_case::Column::Id.eq(row.id))
            .filter(privacy_case::Column::Reminded.lt(level))
            .exec(&transaction)
            .await?;
        // Another server has told them.
        if taken.rows_affected == 0 {
            return Ok(false);
        }
        let case = (row.account_id, row.id);
        self.case_note(&transaction, &key, case, Step::Remind, None, "")
            .await?;
        let (number, due) = (row.number.clone(), row.due_at);
        let letter = match urgency {
            Urgency::Late => Letter::CaseLate { number, due },
            _ => Letter::CasePressing { number, due },
        };
        let people = staff::Entity::find().all(&transaction).await?;
        let told = |role: Role| match role {
            // Only when others have not done it.
            Role::Administrator => urgency == Urgency::Late,
            role => role.has(Right::Cases),
        };
        let officers = people
            .iter()
            .any(|it| Role::from_name(&it.role) == Some(Role::PrivacyOfficer));
        for person in people {
            let Some(role) = Role::from_name(&person.role) else {
                continue;
            };
            let alone = role == Role::Administrator && !officers;
            if !told(role) && !alone {
                continue;
            }
            let login = login::Entity::find_by_id(person.account_id)
                .one(&transaction)
                .await?;
            if let Some(login) = login {
                let key = self.key(person.account_id).await?;
                self.write_to(&transaction, &login, &key, letter.clone())
                    .await?;
            }
        }
        transaction.commit().await?;
        Ok(true)
    }
}
