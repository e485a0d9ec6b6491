//! What is held of the planted person when they are erased: readable with
//! the hold's key, and by nobody else.

use std::path::{Path, PathBuf};

use privacy::erasure::Gone;
use privacy::hold::Ground;
use privacy::{Date, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter,
};
use uuid::Uuid;

use super::life::Planted;
use super::search::Search;
use super::{CanaryError, Finding, KEY_HEAD, LEFT};
use crate::accounts::uuid;
use crate::clock::DAY;
use crate::entity::{hold, hold_key};
use crate::failure::Failure;
use crate::holds::{HeldItem, NewHold};
use crate::store::{Options, Store};

impl Store {
    /// Their CV is held, for a reason with a word in it, and so that nobody else's
    /// hold can be taken for it: it is due when it is placed.
    pub(super) async fn have_hold(
        &self,
        person: PersonId,
        document: Uuid,
        planted: &mut Planted,
    ) -> Result<(), CanaryError> {
        let now = self.clock.now();
        let new = NewHold {
            account: uuid(person),
            kind: Gone::Documents,
            row: Some(document),
            ground: Ground::Claim,
            note: planted.words.plant("reason of a hold"),
            review: Some(Date::of(now + DAY)),
            barred: false,
        };
        let lame = CanaryError::Lame("have something held");
        let Ok(id) = self.operator_hold_place(&new).await? else {
            return Err(lame);
        };
        let due = hold::ActiveModel {
            id: Set(id),
            review_at: Set(now),
            placed_at: Set(now),
            ..Default::default()
        };
        let due = due.update(self.data.write()).await;
        due.map_err(Failure::from)?;
        let key = hold_key::Entity::find_by_id(id)
            .one(self.keys.write())
            .await;
        let key = key.map_err(Failure::from)?;
        let key = key.filter(|key| key.wrapped.len() > KEY_HEAD).ok_or(lame)?;
        planted.hold = Some((id, key.wrapped));
        Ok(())
    }

    /// Searches for the words when the person is erased, and some of them are held.
    pub(super) async fn search_held(
        &self,
        planted: &Planted,
        options: &Options,
        logs: &[PathBuf],
        scratch: &Path,
    ) -> Result<Vec<Finding>, CanaryError> {
        let Some((hold, _)) = &planted.hold else {
            return Err(CanaryError::Lame("have something held"));
        };
        // With the key there is something to be read.
        let items = self.operator_hold_read(*hold).await?;
        let is_there =
            |item: &HeldItem| planted.words.iter().any(|it| item.json.contains(&it.text));
        if !items.iter().any(is_there) {
            return Err(CanaryError::Lame("have something held"));
        }
        let search = Search::new(&planted.words, &[]);
        let mut search = search.map_err(|error| CanaryError::Io(scratch.to_owned(), error))?;
        self.search_everywhere(&mut search, options, logs).await?;
        Ok(search.found)
    }

    /// Ends the holds of who was planted by a search that was cut off.
    pub(super) async fn end_left_holds(&self) -> Result<(), Failure> {
        // One that is due when it is placed is nobody else's.
        let holds = hold::Entity::find()
            .filter(Expr::col(hold::Column::ReviewAt).equals(hold::Column::PlacedAt))
            .filter(hold::Column::PlacedAt.lt(self.clock.now() - LEFT))
            .all(self.data.read())
            .await?;
        for row in holds {
            self.finish_hold(row.id).await?;
        }
        Ok(())
    }
}
