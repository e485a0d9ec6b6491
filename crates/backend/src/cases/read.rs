//! A case as whoever has asked sees it: what was done about it, by whom, and what
//! they were answered.

use privacy::case::{Matter, Proof, State, Step};
use privacy::{Actor, Date, Purpose, Role};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use vault::PersonKey;

use super::{CASE_ZONE, Known, Said, answer_day, unseal, words_of};
use crate::accounts::person;
use crate::entity::{case_event, privacy_case};
use crate::failure::Failure;
use crate::sealed::CASE_EVENT_CONTENT;
use crate::store::Store;

/// A case of somebody's own.
#[derive(Clone, Debug)]
pub struct OwnCase {
    pub id: Uuid,
    pub number: String,
    pub matter: Matter,
    pub state: State,
    pub proof: Option<Proof>,
    pub received: Date,
    /// The last day for the answer.
    pub due: Date,
    /// What they have written.
    pub text: String,
    pub done: Vec<CaseDone>,
}

/// Something that was done to a case.
#[derive(Clone, Debug)]
pub struct CaseDone {
    /// Milliseconds since 1970.
    pub at: i64,
    pub step: Step,
    /// The role of whoever did it, if they work here.
    pub role: Option<Role>,
    pub text: String,
}

impl Store {
    /// The actor's cases, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn cases_own(&self, actor: Actor) -> Result<Vec<OwnCase>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("privacy_case.content", actor, actor, Purpose::Rights)?;
        let rows = privacy_case::Entity::find()
            .filter(privacy_case::Column::AccountId.eq(account))
            .order_by_desc(privacy_case::Column::ReceivedAt)
            .all(self.data.read())
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.key(account).await?;
        let mut cases = Vec::with_capacity(rows.len());
        for row in rows {
            let known = Known::of(&row)?;
            let done = done(self.data.read(), &key, account, row.id).await?;
            // What staff are told among themselves says nothing to anybody.
            let theirs = |it: &CaseDone| !matches!(it.step, Step::Remind);
            cases.push(OwnCase {
                id: row.id,
                number: row.number.clone(),
                matter: known.matter,
                state: known.state,
                proof: known.proof,
                received: CASE_ZONE.day(row.received_at),
                due: answer_day(row.due_at),
                text: words_of(&key, &row)?.text,
                done: done.into_iter().filter(theirs).collect(),
            });
        }
        Ok(cases)
    }
}

/// What was done to a case, the first first.
pub(super) async fn done(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    account: Uuid,
    case: Uuid,
) -> Result<Vec<CaseDone>, Failure> {
    let rows = case_event::Entity::find()
        .filter(case_event::Column::AccountId.eq(account))
        .filter(case_event::Column::CaseId.eq(case))
        .order_by_asc(case_event::Column::Id)
        .all(connection)
        .await?;
    let mut done = Vec::with_capacity(rows.len());
    for row in rows {
        let said: Said = unseal(key, CASE_EVENT_CONTENT, row.id, &row.content)?;
        done.push(CaseDone {
            at: row.at,
            step: Step::from_name(&row.step).ok_or(Failure::Damaged("case_event.step"))?,
            role: said.role.as_deref().and_then(Role::from_name),
            text: said.text,
        });
    }
    Ok(done)
}
