//! What is held of an account, counted: every kind of data that the inventory
//! declares and that there is something of, with why, until when and for whom.
//! What its owner is told when they ask (GDPR, Article 15(1)).
//!
//! Rows are counted where they lie, by the list of tables that a copy of
//! everything goes through (`export/rows.rs`); what stands in a CV or a
//! public page is counted in the opened document. Nothing of it is in the answer.

use std::collections::BTreeMap;

use cv::{Document, format};
use privacy::inventory::{self, Category, Entry, Label};
use privacy::{Actor, Date, Period, Purpose, Retention};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;
use vault::PersonKey;

use crate::accounts::person;
use crate::backup::tables::{self, Table};
use crate::clock::DAY;
use crate::entity::{account, document, publication};
use crate::export::whose;
use crate::failure::Failure;
use crate::standing::RESTRICTED_DAYS;
use crate::store::Store;
use crate::{contents, documents, publications, standing};

/// What is held of an account, by category and label.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    pub held: Vec<Counted>,
}

/// So many of a kind, of which the same is declared.
#[derive(Clone, Debug)]
pub struct Counted {
    pub category: Category,
    pub label: Label,
    pub count: u64,
    /// What the inventory says of them: purposes, recipients, retention.
    pub declared: &'static Entry,
    /// None where no day is known yet: an open case has none.
    pub until: Option<Until>,
}

/// The days on which the first and the last of them go, if nobody does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    pub first: Date,
    pub last: Date,
}

/// Where the days of a table's retention are counted from: another table's column
/// for what has no time of its own.
pub(crate) fn start(table: &str) -> Option<(&'static str, &'static str)> {
    Some(match table {
        "session" => ("session", "created_at"),
        "document_batch" => ("document_batch", "taken_at"),
        "ticket" => ("ticket", "created_at"),
        "sign_in" | "sign_in_place" => ("sign_in", "at"),
        "security_case" => ("security_case", "closed_at"),
        "page_count" => ("page_count", "day_at"),
        "page_report" => ("page_report", "closed_at"),
        "privacy_case" | "case_event" | "case_hit" => ("privacy_case", "closed_at"),
        "mail" => ("mail", "created_at"),
        "audit" => ("audit", "at"),
        "erasure" => ("erasure", "asked_at"),
        "opened" => ("opened", "opened_at"),
        "approval" => ("approval", "proposed_at"),
        "export" | "export_part" => ("export", "asked_at"),
        _ => return None,
    })
}

/// What decides whether two counts are told as one.
type Kind = (Category, Label, &'static str);

/// Counts that grow.
struct Counting<'s> {
    store: &'s Store,
    account: Uuid,
    used_at: i64,
    restricted_at: Option<i64>,
    counts: BTreeMap<Kind, Counted>,
}

impl Store {
    /// What is held of the actor.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn overview(&self, actor: Actor) -> Result<Overview, Failure> {
        let account = person(actor)?;
        privacy::gate::read("document.content", actor, actor, Purpose::KeepSaved)?;
        let row = account::Entity::find_by_id(account)
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        let limits = standing::of(self.data.read(), account).await?;
        let mut counting = Counting {
            store: self,
            account,
            used_at: row.used_at,
            restricted_at: limits.restricted_at,
            counts: BTreeMap::new(),
        };
        for table in tables::data() {
            counting.table(self.data.read(), &table).await?;
        }
        for table in tables::keys() {
            counting.table(self.keys.read(), &table).await?;
        }
        counting.documents().await?;
        counting.pages().await?;
        let mut held: Vec<Counted> = counting.counts.into_values().collect();
        held.sort_by_key(|it| (it.category, it.declared.path, it.label));
        Ok(Overview { held })
    }
}

impl Counting<'_> {
    /// So many of a label and category, of which is declared what is declared of an
    /// entry. Those of which the same is said are one count.
    fn add(
        &mut self,
        of: (Category, Label),
        count: u64,
        entry: &'static Entry,
        until: Option<Until>,
    ) {
        if count == 0 {
            return;
        }
        let same = |known: &Counted| {
            (known.category, known.label) == of && is_told_alike(known.declared, entry)
        };
        if let Some(known) = self.counts.values_mut().find(|known| same(known)) {
            known.count += count;
            known.until = match (known.until, until) {
                (Some(a), Some(b)) => Some(Until {
                    first: a.first.min(b.first),
                    last: a.last.max(b.last),
                }),
                (one, other) => one.or(other),
            };
            return;
        }
        let (category, label) = of;
        let counted = Counted {
            category,
            label,
            count,
            declared: entry,
            until,
        };
        self.counts.insert((category, label, entry.path), counted);
    }

    /// The columns of a table, of whose rows some are the account's.
    async fn table(&mut self, from: &impl ConnectionTrait, table: &Table) -> Result<(), Failure> {
        let Some(whose) = whose(table, self.store, self.account) else {
            return Ok(());
        };
        let entry = |column: &str| inventory::entry(&format!("{}.{column}", table.name));
        let columns: Vec<(&str, &'static Entry)> = table
            .columns
            .iter()
            .filter_map(|column| Some((column.name.as_str(), entry(&column.name)?)))
            .collect();
        let mut select = Query::select();
        select.from(table.name.clone()).cond_where(whose.clone());
        for (column, _) in &columns {
            select.expr(Expr::col((*column).to_owned()).count());
        }
        let Some(row) = from.query_one(&select).await? else {
            return Ok(());
        };
        let range = self.range(from, &table.name, whose).await?;
        // A row is one of a kind, in however many columns that kind stands.
        let mut rows: Vec<(&'static Entry, u64)> = Vec::new();
        for (place, (_, entry)) in columns.into_iter().enumerate() {
            let count: i64 = row.try_get_by_index(place)?;
            let count = count.unsigned_abs();
            let known = rows.iter_mut().find(|(known, _)| {
                known.category == entry.category
                    && known.label() == entry.label()
                    && is_told_alike(known, entry)
            });
            match known {
                Some((_, most)) => *most = Ord::max(count, *most),
                None => rows.push((entry, count)),
            }
        }
        for (entry, count) in rows {
            let until = self.until(entry, range);
            self.add((entry.category, entry.label()), count, entry, until);
        }
        Ok(())
    }

    /// When the first and the last of a table's rows began.
    async fn range(
        &self,
        from: &impl ConnectionTrait,
        table: &str,
        whose: Condition,
    ) -> Result<Option<(i64, i64)>, Failure> {
        let Some((table, column)) = start(table) else {
            return Ok(None);
        };
        let mut select = Query::select();
        select
            .expr(Expr::col(column).min())
            .expr(Expr::col(column).max())
            .from(table)
            .cond_where(whose);
        let Some(row) = from.query_one(&select).await? else {
            return Ok(None);
        };
        let first: Option<i64> = row.try_get_by_index(0)?;
        let last: Option<i64> = row.try_get_by_index(1)?;
        Ok(first.zip(last))
    }

    /// When data of an entry goes, whose rows began between two moments.
    fn until(&self, entry: &Entry, range: Option<(i64, i64)>) -> Option<Until> {
        let (days, (first, last)) = match self.store.periods().of(entry) {
            Retention::Unused(days) => (days, (self.used_at, self.used_at)),
            Retention::Days(days) => (days, range?),
            Retention::Until(_) => return None,
        };
        let ends = |began: i64| {
            let ends = Date::of(began).days_later(i64::from(days.get()));
            // What its owner has restricted waits (`standing::held`).
            match self.restricted_at.filter(|_| Period::of(entry).is_some()) {
                Some(since) => ends.max(Date::of(since + RESTRICTED_DAYS * DAY)),
                None => ends,
            }
        };
        Some(Until {
            first: ends(first),
            last: ends(last),
        })
    }

    /// What stands in a document, told of as its copy on the server is.
    fn contents(&mut self, document: &Document, copy: &'static Entry) {
        let until = self.until(copy, None);
        for entry in contents::entries(document) {
            self.add((entry.category, entry.label()), 1, copy, until);
        }
    }

    async fn documents(&mut self) -> Result<(), Failure> {
        let Some(copy) = inventory::entry("document.content") else {
            return Ok(());
        };
        let key = self.store.key(self.account).await?;
        let rows = document::Entity::find()
            .filter(document::Column::AccountId.eq(self.account))
            .all(self.store.data.read())
            .await?;
        for row in rows {
            match documents::open(&key, &row) {
                Ok(stored) => self.contents(&stored.document, copy),
                // Who cannot be told of one is told of all else, and may still say no.
                Err(failure) => tracing::error!(%failure, "a document is left out of an overview"),
            }
        }
        Ok(())
    }

    async fn pages(&mut self) -> Result<(), Failure> {
        let Some(copy) = inventory::entry("publication.content") else {
            return Ok(());
        };
        let key = self.store.key(self.account).await?;
        let rows = publication::Entity::find()
            .filter(publication::Column::AccountId.eq(self.account))
            .all(self.store.data.read())
            .await?;
        for row in rows {
            let Some(content) = row.content else { continue };
            match published(&key, row.id, &content) {
                Ok(documents) => {
                    documents
                        .iter()
                        .for_each(|document| self.contents(document, copy));
                }
                Err(failure) => tracing::error!(%failure, "a page is left out of an overview"),
            }
        }
        Ok(())
    }
}

/// What a page shows, in each of its languages.
fn published(key: &PersonKey, id: Uuid, content: &[u8]) -> Result<Vec<Document>, Failure> {
    let damaged = || Failure::Damaged("publication.content");
    let plain = key.open(publications::CONTENT, id.into_bytes(), content)?;
    let mut json: serde_json::Value = serde_json::from_slice(&plain).map_err(|_| damaged())?;
    let mut documents = vec![json["document"].take()];
    if let Some(variants) = json["variants"].as_array_mut() {
        documents.extend(variants.iter_mut().map(|it| it["document"].take()));
    }
    let load = |json| format::load_value(json).map_err(|_| damaged());
    documents.into_iter().map(load).collect()
}

/// Whether people are told the same of two entries: why, for whom, until when.
fn is_told_alike(a: &Entry, b: &Entry) -> bool {
    a.purposes == b.purposes
        && a.recipients == b.recipients
        && a.retention == b.retention
        && a.start() == b.start()
}

#[cfg(test)]
mod tests {
    use privacy::inventory::columns;
    use privacy::{Retention, Start};

    use super::start;
    use crate::backup::tables;

    /// What goes after so many days has a day that people can be told.
    #[test]
    fn every_retention_in_days_of_an_accounts_rows_has_a_start() {
        let tables = tables::data();
        for entry in columns() {
            let Some((table, _)) = entry.path.split_once('.') else {
                panic!("{}", entry.path)
            };
            let known = tables.iter().find(|it| it.name == table);
            let of_account = known.is_some_and(|it| it.place("account_id").is_some());
            if !of_account || !matches!(entry.retention, Retention::Days(_)) {
                continue;
            }
            let (from, column) = start(table).unwrap_or_else(|| panic!("{table}"));
            let from = tables.iter().find(|it| it.name == from);
            assert!(from.is_some_and(|it| it.place(column).is_some()), "{table}");
            let closed = entry.start() == Start::Closed;
            assert_eq!(closed, column == "closed_at", "{table}");
        }
    }
}
