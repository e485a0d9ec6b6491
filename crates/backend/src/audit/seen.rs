//! Who else has looked at an account or done something with it, for its owner: by
//! which role, and never by whom. What its owner has done is not among it.

use std::collections::HashMap;

use privacy::{Actor, Purpose, Role};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Action, Pseudonym};
use crate::accounts::person;
use crate::entity::{audit, staff};
use crate::failure::Failure;
use crate::store::Store;

/// Lines of a page.
const PAGE: usize = 20;

/// Something that somebody else did with an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub seq: i64,
    /// Milliseconds since 1970.
    pub at: i64,
    /// None if the row says something that this program does not know.
    pub action: Option<Action>,
    pub by: SeenBy,
}

/// Who it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenBy {
    /// Somebody who had this role then, and has it still.
    Role(Role),
    /// Somebody who has another role since, or none.
    Formerly,
    /// An operator at the command line, or the program.
    Operator,
}

/// A page of it, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenPage {
    pub lines: Vec<Seen>,
    /// What is before this row is the next page, if there is one.
    pub older: Option<i64>,
}

impl Store {
    /// What others did with the actor's account, from before the row `before` if
    /// that is said.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn audit_seen(&self, actor: Actor, before: Option<i64>) -> Result<SeenPage, Failure> {
        let own = self.audit.pseudonym(person(actor)?).0.to_vec();
        privacy::gate::read("audit.action", actor, actor, Purpose::Account)?;
        let others = audit::Column::Actor
            .is_null()
            .or(audit::Column::Actor.ne(own.clone()));
        let rows = audit::Entity::find()
            .filter(audit::Column::Subject.eq(own))
            .filter(others)
            .filter(audit::Column::Seq.lt(before.unwrap_or(i64::MAX)))
            .order_by_desc(audit::Column::Seq)
            .limit(PAGE as u64 + 1)
            .all(self.data.read())
            .await?;
        let staff = staff::Entity::find().all(self.data.read()).await?;
        let staff: HashMap<Pseudonym, staff::Model> = staff
            .into_iter()
            .map(|row| (self.audit.pseudonym(row.account_id), row))
            .collect();
        let by = |row: &audit::Model| {
            let Some(actor) = &row.actor else {
                return SeenBy::Operator;
            };
            let actor: Option<[u8; 32]> = actor.as_slice().try_into().ok();
            let known = actor.and_then(|actor| staff.get(&Pseudonym(actor)));
            let known = known.filter(|known| known.granted_at <= row.at);
            let role = known.and_then(|known| Role::from_name(&known.role));
            role.map_or(SeenBy::Formerly, SeenBy::Role)
        };
        let older = rows.len() > PAGE;
        let lines: Vec<Seen> = rows
            .iter()
            .take(PAGE)
            .map(|row| Seen {
                seq: row.seq,
                at: row.at,
                action: Action::parse(&row.action),
                by: by(row),
            })
            .collect();
        let last = lines.last().map(|line| line.seq);
        Ok(SeenPage {
            lines,
            older: last.filter(|_| older),
        })
    }
}
