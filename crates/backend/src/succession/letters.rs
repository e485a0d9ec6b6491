//! Letters about another controller, to everybody, and about one that was called off,
//! to whoever had heard of it. They are queued in batches, each with the account that it
//! ended with, so that nobody gets one twice.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{SuccessionLine, open};
use crate::entity::{login, succession as table};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::store::Store;

/// Letters that are queued in one transaction.
const AT_ONCE: u64 = 100;

/// One letter to many, of which some may be written already.
struct Post {
    line: SuccessionLine,
    called_off: bool,
    /// The last account that has it.
    after: Option<Uuid>,
    /// The last one that is to have it. None for everybody.
    up_to: Option<Uuid>,
    /// Where it is noted whom the last one was written to, and that all are written.
    last: table::Column,
    done: table::Column,
}

impl Post {
    fn letter(&self) -> Letter {
        let name = self.line.to.name.clone();
        let at = self.line.effective.starts();
        match self.called_off {
            false => Letter::ControllerChanges { name, at },
            true => Letter::ControllerStays { name, at },
        }
    }
}

impl Store {
    /// Queues letters to members who have not been told of a change yet, or of one that
    /// was called off. Returns how many; may be interrupted anywhere.
    pub async fn succession_letters(&self) -> Result<u64, Failure> {
        let mut written = 0;
        loop {
            let transaction = self.begin_succession().await?;
            let Some(post) = self.succession_post(&transaction).await? else {
                return Ok(written);
            };
            let account = login::Column::AccountId;
            let mut find = login::Entity::find().order_by_asc(account).limit(AT_ONCE);
            if let Some(last) = post.after {
                find = find.filter(account.gt(last));
            }
            if let Some(last) = post.up_to {
                find = find.filter(account.lte(last));
            }
            let members = find.all(&transaction).await?;
            for member in &members {
                match self.key(member.account_id).await {
                    Ok(key) => {
                        let letter = post.letter();
                        self.write_to(&transaction, member, &key, letter).await?;
                        written += 1;
                    }
                    // They are leaving anyway.
                    Err(Failure::Missing) => {}
                    Err(failure) => return Err(failure),
                }
            }
            let update = table::Entity::update_many().filter(table::Column::Id.eq(post.line.id));
            let update = match members.last() {
                Some(last) => update.col_expr(post.last, Expr::value(Some(last.account_id))),
                None => update.col_expr(post.done, Expr::value(Some(self.clock.now()))),
            };
            update.exec(&transaction).await?;
            transaction.commit().await?;
        }
    }

    /// The letters that wait to be written, if any do: first about what was called off.
    async fn succession_post(
        &self,
        transaction: &DatabaseTransaction,
    ) -> Result<Option<Post>, Failure> {
        let recalled = table::Entity::find()
            .filter(table::Column::CancelledAt.is_not_null())
            .filter(table::Column::RecalledAt.is_null())
            .order_by_asc(table::Column::CancelledAt)
            .one(transaction)
            .await?;
        if let Some(row) = recalled {
            return Ok(Some(Post {
                line: self.succession_line(&row)?,
                called_off: true,
                after: row.recalled_to,
                // Where nobody had been told, nobody's number is that small.
                up_to: Some(row.told_to.unwrap_or_default()),
                last: table::Column::RecalledTo,
                done: table::Column::RecalledAt,
            }));
        }
        let row = open(transaction).await?;
        let waits = |row: &table::Model| row.decided_at.is_some() && row.told_at.is_none();
        let Some(row) = row.filter(waits) else {
            return Ok(None);
        };
        Ok(Some(Post {
            line: self.succession_line(&row)?,
            called_off: false,
            after: row.told_to,
            up_to: None,
            last: table::Column::ToldTo,
            done: table::Column::ToldAt,
        }))
    }
}
