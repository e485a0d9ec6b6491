//! The rules that delete rows of one table: what is past its time, as a
//! condition, and the one way in which it is counted and deleted.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Asterisk, Expr, ExprTrait, Query, SelectStatement, SimpleExpr};

use super::Rule;
use crate::clock::DAY;
use crate::disclosures;
use crate::entity::session::Kind;
use crate::failure::Failure;
use crate::holds;
use crate::mail::ATTEMPTS;
use crate::personal::lapsed;
use crate::sessions::lasts;
use crate::shelf::BIN_DAYS;
use crate::standing;
use crate::store::Store;

/// Rows that are deleted in one transaction: others who write wait for so long.
pub(super) const AT_ONCE: u64 = 500;

/// Rows of a table that are past their time.
pub(super) struct Rows {
    table: &'static str,
    /// The columns of its key.
    key: &'static [&'static str],
    /// Without those that are held.
    past: SimpleExpr,
    /// Those that are past their time, and held.
    held: Option<SimpleExpr>,
}

/// An account's row, by its two-part key.
const OWN: &[&str] = &["account_id", "id"];

impl Store {
    /// The rows that a rule deletes. None for a rule of another kind.
    pub(super) fn rows(&self, rule: Rule) -> Option<Rows> {
        let now = self.clock.now();
        // What has no number of days here is not deleted by one.
        let days = rule.days(&self.periods);
        let before = |column: &'static str| {
            let since = days.map_or(i64::MIN, |days| now - days * DAY);
            Expr::col(column).lt(since)
        };
        let expired = || Expr::col("expires_at").lt(now);
        let own = |table, past| Rows {
            table,
            key: OWN,
            past,
            held: None,
        };
        // Of what can be held, and of whoever has restricted processing nothing.
        let unless_held = |table, past| {
            let past = not_restricted(past, now);
            Rows {
                held: Some(past.clone().and(holds::only_held(table))),
                ..own(table, past.and(holds::not_held(table)))
            }
        };
        let of_nobody = |table, key, past| Rows {
            table,
            key,
            past,
            held: None,
        };
        Some(match rule {
            Rule::Sessions => own("session", ended(now).or(before("created_at"))),
            Rule::Bin => unless_held("document", Expr::col("binned_at").lt(self.bin_before())),
            // What goes with its document is not counted twice. Those of one that is held
            // do not go with it.
            Rule::Versions => {
                let leaving = Query::select()
                    .columns(["account_id", "id"])
                    .from("document")
                    .and_where(Expr::col("binned_at").lt(self.bin_before()))
                    .and_where(holds::not_held("document"))
                    .to_owned();
                let of = [Expr::col("account_id"), Expr::col("document_id")];
                let leaving = Expr::tuple(of).in_subquery(leaving);
                own(
                    "document_version",
                    not_restricted(expired().and(leaving.not()), now),
                )
            }
            Rule::Lapsed => unless_held("personal_detail", lapsed(now)),
            Rule::Batches => of_nobody(
                "document_batch",
                &["account_id", "document_id", "id"],
                before("taken_at"),
            ),
            Rule::LapsedShown => unless_held("publication_detail", lapsed(now)),
            Rule::Tickets => own("ticket", expired().or(before("created_at"))),
            Rule::Invitations => {
                of_nobody("invitation", &["id"], expired().or(before("created_at")))
            }
            Rule::Ceremonies => of_nobody("ceremony", &["secret_hash"], expired()),
            Rule::SignIns => unless_held("sign_in", before("at")),
            Rule::Cases => unless_held("security_case", before("closed_at")),
            Rule::PageCounts => of_nobody(
                "page_count",
                &["account_id", "publication_id", "day_at"],
                not_restricted(before("day_at"), now),
            ),
            // They are others' data too: a restriction of the page's owner does not hold them.
            Rule::PageReports => own("page_report", before("closed_at")),
            Rule::Requests => own("privacy_case", not_restricted(before("closed_at"), now)),
            // Or whoever took it for the last time died with it.
            Rule::Letters => {
                let dead = Expr::col("attempts").gte(ATTEMPTS);
                let dead = dead.and(Expr::col("due_at").lte(now));
                own("mail", before("created_at").or(dead))
            }
            Rule::Reports => of_nobody("erasure_report", &["secret_hash"], before("made_at")),
            Rule::Proofs => of_nobody("consent_proof", &["proof"], before("made_at")),
            Rule::Approvals => own("approval", before("proposed_at")),
            Rule::SelfProofs => of_nobody("self_proof", &["id"], before("at")),
            Rule::Openings => own("opened", before("opened_at")),
            Rule::Collected => of_nobody("collected", &["category"], before("last_at")),
            Rule::Proposals => own("disclosure", disclosures::lapsed(now)),
            Rule::Registers => of_nobody("register_entry", &["id"], before("written_at")),
            Rule::Successions => of_nobody("succession", &["id"], before("proposed_at")),
            _ => return None,
        })
    }

    /// What was thrown away before this goes.
    pub(super) fn bin_before(&self) -> i64 {
        self.clock.now() - BIN_DAYS * DAY
    }
}

/// What is not of somebody who has restricted processing: they want it kept.
fn not_restricted(past: SimpleExpr, now: i64) -> SimpleExpr {
    past.and(Expr::col("account_id").not_in_subquery(standing::held(now)))
}

/// Sessions that have lasted their time, or were not used for too long.
fn ended(now: i64) -> SimpleExpr {
    let past = |kind: Kind, (whole, idle): (i64, i64)| {
        let old = Expr::col("created_at").lt(now - whole);
        let idle = Expr::col("used_at").lt(now - idle);
        Expr::col("kind").eq(kind).and(old.or(idle))
    };
    let [link, member, staff] =
        [Kind::Link, Kind::Member, Kind::Staff].map(|kind| past(kind, lasts(kind)));
    link.or(member).or(staff)
}

impl Rows {
    pub(super) async fn count(&self, connection: &impl ConnectionTrait) -> Result<u64, Failure> {
        self.count_where(connection, &self.past).await
    }

    /// How many are past their time, and stay because they are held.
    pub(super) async fn count_held(
        &self,
        connection: &impl ConnectionTrait,
    ) -> Result<u64, Failure> {
        match &self.held {
            Some(held) => self.count_where(connection, held).await,
            None => Ok(0),
        }
    }

    async fn count_where(
        &self,
        connection: &impl ConnectionTrait,
        which: &SimpleExpr,
    ) -> Result<u64, Failure> {
        let mut select = Query::select();
        select
            .expr(Expr::col(Asterisk).count())
            .from(self.table)
            .and_where(which.clone());
        let row = connection.query_one(&select).await?;
        let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        Ok(count.unsigned_abs())
    }

    /// Deletes some of them, in one statement. Returns how many.
    pub(super) async fn delete(&self, connection: &impl ConnectionTrait) -> Result<u64, Failure> {
        let mut delete = Query::delete();
        // The condition once more: PostgreSQL looks again at a row that was changed
        // meanwhile by what stands here, and not by what the inner query found.
        delete
            .from_table(self.table)
            .and_where(self.past.clone())
            .and_where(match self.key {
                [key] => Expr::col(*key).in_subquery(self.some()),
                keys => {
                    let keys = keys.iter().map(|key| Expr::col(*key));
                    Expr::tuple(keys).in_subquery(self.some())
                }
            });
        Ok(connection.execute(&delete).await?.rows_affected())
    }

    /// The keys of some of them.
    fn some(&self) -> SelectStatement {
        Query::select()
            .columns(self.key.iter().copied())
            .from(self.table)
            .and_where(self.past.clone())
            .limit(AT_ONCE)
            .to_owned()
    }
}
