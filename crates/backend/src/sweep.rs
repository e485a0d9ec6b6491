//! What goes by itself, and the one way in which it goes.
//!
//! Each [`Rule`] is carried out in batches, each of which is one transaction or
//! one account: a sweep may be stopped anywhere, and the next one goes on. What
//! it would take can be counted without taking it. What is held (`holds.rs`) it
//! leaves, and counts too.

mod rows;
mod rule;

use std::collections::BTreeMap;

use privacy::inventory::LEAD_MONTHS;
use privacy::{Date, Period, Right};
use sea_orm::sea_query::{Alias, Expr, Query, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::clock::DAY;
use crate::entity::account::State;
use crate::entity::{account, person_key};
use crate::failure::Failure;
use crate::sessions::Who;
use crate::standing;
use crate::store::Store;

use rows::AT_ONCE;
pub use rule::{Ends, Rule};

/// A key without an account is one whose account was never finished, or was
/// erased; but not in the first day, in which it may be about to be made.
const ORPHAN_DAYS: i64 = 1;
/// Keys without accounts come one by one. So many are no accident: then the data
/// is not what it was, and its keys must not go.
const MOST_ORPHANS: usize = 20;

/// What a sweep took, or would take: how many by which rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    gone: BTreeMap<Rule, u64>,
    held: BTreeMap<Rule, u64>,
    failed: Vec<Rule>,
}

impl Swept {
    /// How many by a rule.
    pub fn by(&self, rule: Rule) -> u64 {
        self.gone.get(&rule).copied().unwrap_or_default()
    }

    /// How many would have gone by a rule, and are held.
    pub fn held(&self, rule: Rule) -> u64 {
        self.held.get(&rule).copied().unwrap_or_default()
    }

    /// The rules that could not be carried out to their ends. The log says why.
    pub fn failed(&self) -> &[Rule] {
        &self.failed
    }

    pub fn is_empty(&self) -> bool {
        self.gone.is_empty()
    }

    /// The rules by which something went.
    pub fn iter(&self) -> impl Iterator<Item = (Rule, u64)> {
        self.gone.iter().map(|(rule, count)| (*rule, *count))
    }

    fn add(&mut self, rule: Rule, count: u64) {
        if count > 0 {
            *self.gone.entry(rule).or_default() += count;
        }
    }
}

impl Store {
    /// Deletes what its retention has ended for. May be interrupted anywhere
    /// and run twice at the same time. What one rule cannot do keeps no other from
    /// its work, and what the others took is told ([`Swept::failed`]).
    pub async fn sweep(&self) -> Result<Swept, Failure> {
        let mut swept = Swept::default();
        for rule in Rule::ALL {
            let mut carried_out = self.sweep_rule(rule, &mut swept).await;
            if carried_out.is_ok() {
                carried_out = self.count_held(rule, &mut swept).await;
            }
            if let Err(failure) = carried_out {
                tracing::error!(%failure, rule = rule.name(), "a rule of the sweep");
                swept.failed.push(rule);
            }
        }
        // Of the keys, also what could not be emptied at once because somebody
        // was reading. Of the data only here: it is ciphertext, and emptying its
        // log makes everybody who saves wait.
        self.forget_keys().await;
        self.data.forget_deleted().await?;
        Ok(swept)
    }

    async fn count_held(&self, rule: Rule, swept: &mut Swept) -> Result<(), Failure> {
        let held = match self.rows(rule) {
            Some(rows) => rows.count_held(self.data.read()).await?,
            None => 0,
        };
        if held > 0 {
            swept.held.insert(rule, held);
        }
        Ok(())
    }

    async fn sweep_rule(&self, rule: Rule, swept: &mut Swept) -> Result<(), Failure> {
        loop {
            let gone = self.sweep_some(rule).await?;
            swept.add(rule, gone);
            if gone < AT_ONCE {
                return Ok(());
            }
        }
    }

    /// Carries a rule out once: at most one batch of it. Returns how many went.
    pub async fn sweep_some(&self, rule: Rule) -> Result<u64, Failure> {
        if let Some(rows) = self.rows(rule) {
            return rows.delete(self.data.write()).await;
        }
        match rule {
            Rule::Photos => self.sweep_photos(self.bin_before(), false).await,
            Rule::Links => self.sweep_links(false).await,
            Rule::Copies => self.sweep_exports().await,
            Rule::Audit => self.audit_prune(false).await,
            Rule::Ledger => self.expire_ledger(false).await,
            Rule::Keys => self.sweep_keys().await,
            Rule::Holds => self.sweep_holds(false).await,
            _ => self.sweep_accounts(rule).await,
        }
    }

    /// What a sweep would take now. Changes nothing.
    pub async fn sweep_preview(&self) -> Result<Swept, Failure> {
        let mut swept = Swept::default();
        for rule in Rule::ALL {
            let count = match (self.rows(rule), rule) {
                (Some(rows), _) => rows.count(self.data.read()).await?,
                (None, Rule::Photos) => self.sweep_photos(self.bin_before(), true).await?,
                (None, Rule::Links) => self.sweep_links(true).await?,
                (None, Rule::Copies) => self.exports_past().await?,
                (None, Rule::Audit) => self.audit_prune(true).await?,
                (None, Rule::Ledger) => self.expire_ledger(true).await?,
                (None, Rule::Keys) => self.orphans().await?.len() as u64,
                (None, Rule::Holds) => self.sweep_holds(true).await?,
                (None, _) => {
                    let going = account::Entity::find().filter(self.going(rule));
                    going.count(self.data.read()).await?
                }
            };
            swept.add(rule, count);
            self.count_held(rule, &mut swept).await?;
        }
        Ok(swept)
    }

    /// What sweeps will take in the days to come, if nobody does anything.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn sweep_ahead(&self, who: &Who, days: i64) -> Result<Swept, Failure> {
        who.may(Right::Oversight)?;
        let then = self.as_of(self.clock.now() + days * DAY);
        then.sweep_preview().await
    }

    async fn sweep_accounts(&self, rule: Rule) -> Result<u64, Failure> {
        let ids: Vec<Uuid> = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(self.going(rule))
            .limit(AT_ONCE)
            .into_tuple()
            .all(self.data.read())
            .await?;
        let mut gone = 0;
        for id in ids {
            if rule == Rule::Asked {
                gone += u64::from(self.erase_due(id).await?);
                continue;
            }
            // It is asked again in the same statement: somebody may have come back
            // since.
            let marked = account::Entity::update_many()
                .col_expr(account::Column::State, State::Erasing.into())
                .filter(account::Column::Id.eq(id))
                .filter(self.going(rule))
                .exec(self.data.write())
                .await?;
            if marked.rows_affected > 0 {
                self.erase(id, None).await?;
                gone += 1;
            }
        }
        Ok(gone)
    }

    /// The accounts that go by a rule: each by one alone. None by what is no
    /// rule of accounts.
    fn going(&self, rule: Rule) -> SimpleExpr {
        let now = self.clock.now();
        let erasing = || account::Column::State.eq(State::Erasing);
        let asked = || is_in("erasure", Some(Expr::col("due_at").lte(now)));
        // Without anything that opens it or that is in it.
        let nothing_there = || {
            let there = is_in("owner_link", None)
                .or(is_in("document", None))
                .or(is_in("privacy_case", None));
            account::Column::State
                .eq(State::Anonymous)
                .and(there.not())
                .and(asked().not())
        };
        let over = Date::of(now).months_over(LEAD_MONTHS).days_later(1);
        let month_old = || account::Column::CreatedAt.lt(over.starts());
        // One that is just being made may have no link yet.
        let unfinished = || {
            let old = account::Column::CreatedAt.lt(now - DAY);
            let good = Expr::col("expires_at").gte(now);
            old.and(is_in("ticket", Some(good)).not())
        };
        match rule {
            Rule::Interrupted => erasing(),
            Rule::Asked => asked().and(erasing().not()),
            Rule::Leads => nothing_there().and(month_old()),
            Rule::Unfinished => nothing_there().and(unfinished()).and(month_old().not()),
            Rule::Unused => {
                let days = i64::from(self.periods.days(Period::Saved));
                let unused = account::Column::UsedAt.lt(now - days * DAY);
                // Whose owner has restricted processing is kept.
                let held = account::Column::Id.in_subquery(standing::held(now));
                // Nor does anybody go who waits for an answer. An account that is of a
                // case alone, whose owner has declared nothing, goes after it.
                let open = is_in("privacy_case", Some(Expr::col("answered_at").is_null()));
                let of_case = account::Column::AdultAt.eq(0);
                let of_case = of_case.and(is_in("privacy_case", None));
                let asked_for = open.or(of_case);
                let unused = unused.and(held.not()).and(asked_for.not());
                // Whoever can be told is told first (`dormant.rs`).
                let unused = unused.and(self.not_yet_told().not());
                let elsewhere = erasing()
                    .or(asked())
                    .or(nothing_there().and(month_old().or(unfinished())));
                unused.and(elsewhere.not())
            }
            _ => Expr::val(1).eq(0),
        }
    }

    async fn sweep_keys(&self) -> Result<u64, Failure> {
        let orphans = self.orphans().await?;
        for id in &orphans {
            self.destroy_key(*id).await?;
        }
        Ok(orphans.len() as u64)
    }

    /// Keys whose account is not there.
    async fn orphans(&self) -> Result<Vec<Uuid>, Failure> {
        let now = self.clock.now();
        let keys: Vec<Uuid> = person_key::Entity::find()
            .select_only()
            .column(person_key::Column::AccountId)
            .filter(person_key::Column::CreatedAt.lt(now - ORPHAN_DAYS * DAY))
            .into_tuple()
            .all(self.keys.read())
            .await?;
        let mut orphans = Vec::new();
        for chunk in keys.chunks(500) {
            let there: Vec<Uuid> = account::Entity::find()
                .select_only()
                .column(account::Column::Id)
                .filter(account::Column::Id.is_in(chunk.iter().copied()))
                .into_tuple()
                .all(self.data.read())
                .await?;
            orphans.extend(chunk.iter().filter(|id| !there.contains(id)));
        }
        if orphans.len() > MOST_ORPHANS {
            tracing::error!(
                keys = orphans.len(),
                "so many keys have no account that nothing is destroyed: is this the right database?"
            );
            orphans.clear();
        }
        Ok(orphans)
    }
}

/// Whether an account has a row in a table.
fn is_in(table: &'static str, that: Option<SimpleExpr>) -> SimpleExpr {
    let own = Expr::col((Alias::new(table), Alias::new("account_id")));
    let mut rows = Query::select();
    rows.expr(Expr::val(1))
        .from(table)
        .and_where(own.equals((account::Entity, account::Column::Id)));
    if let Some(that) = that {
        rows.and_where(that);
    }
    Expr::exists(rows.to_owned())
}
