//! What strangers report of public pages, for those who look into it.
//!
//! A report is a row of the page's owner, sealed with their key: it goes with the
//! page and with the account, and at the latest six months after it was dealt with.
//! Its owner gets no copy of what a stranger has written about them, nor of who it
//! was; that a report was read, they see among what others did with their account.
//! Whether there is a page under an address, whoever reports is not told.

mod takedown;

use privacy::report::Reason;
use privacy::{Actor, Purpose, Right};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use vault::{Column, Index, PersonKey};

use crate::audit::{self, Action, Event};
use crate::entity::{page_report, publication, publication_slug};
use crate::failure::Failure;
use crate::publications::{SLUG, Slug};
use crate::sealed::{PAGE_REPORT_EMAIL, PAGE_REPORT_TEXT};
use crate::sessions::Who;
use crate::store::Store;

pub use takedown::TakenDown;
pub(crate) use takedown::is_taken_down;

const TEXT: Column = PAGE_REPORT_TEXT;
const EMAIL: Column = PAGE_REPORT_EMAIL;

/// Characters of what is written.
pub const REPORT_CHARACTERS: usize = 2_000;
/// Open reports of one page. More say nothing new.
const OPEN: u64 = 200;
/// Lines of the list: of open ones the oldest, of closed ones the newest.
const OPEN_LINES: u64 = 200;
const CLOSED_LINES: u64 = 50;

/// What somebody reports of a page.
#[derive(Clone, PartialEq, Eq)]
pub struct NewReport {
    pub reason: Reason,
    pub text: String,
    /// Where an answer is wanted.
    pub email: Option<String>,
}

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportOutcome {
    /// The page stays as it is.
    Stays,
    TakenDown,
}

impl ReportOutcome {
    const fn name(self) -> &'static str {
        match self {
            ReportOutcome::Stays => "stays",
            ReportOutcome::TakenDown => "taken_down",
        }
    }

    fn from_name(name: &str) -> Option<ReportOutcome> {
        let all = [ReportOutcome::Stays, ReportOutcome::TakenDown];
        all.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// A report, without what is written in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    pub id: Uuid,
    /// None for one that this program does not know.
    pub reason: Option<Reason>,
    pub created_at: i64,
    pub closed_at: Option<i64>,
    pub outcome: Option<ReportOutcome>,
}

/// How a page that was reported is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageNow {
    Public,
    /// By its owner, or it has ended.
    Withdrawn,
    TakenDown {
        at: i64,
        reason: Option<Reason>,
    },
}

/// A report that is read.
#[derive(Clone, PartialEq, Eq)]
pub struct ReportShown {
    pub line: ReportLine,
    pub text: String,
    pub email: Option<String>,
    /// The last part of the page's address.
    pub slug: String,
    pub page: PageNow,
}

impl Store {
    /// Takes a report of the page under an address. If there is none, it is of
    /// nothing, and that is not said.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too long or empty; the database's.
    pub async fn report_take(&self, slug: &Slug, report: &NewReport) -> Result<(), Failure> {
        let text = report.text.trim();
        if text.is_empty() || text.chars().count() > REPORT_CHARACTERS {
            return Err(Failure::Refused("a report of no length".to_owned()));
        }
        let index = self.vault.index(Index::Slug, slug.as_str()).to_vec();
        let page: Option<(Uuid, Uuid)> = publication::Entity::find()
            .select_only()
            .columns([publication::Column::AccountId, publication::Column::Id])
            .filter(publication::Column::SlugIndex.eq(index.clone()))
            .filter(publication::Column::RevokedAt.is_null())
            .filter(publication::Column::TakenDownAt.is_null())
            .into_tuple()
            .one(self.data.read())
            .await?;
        let page = match page {
            Some(page) => Some(page),
            None => self.formerly_at(index).await?,
        };
        let Some((account, page)) = page else {
            return Ok(());
        };
        let open = page_report::Entity::find()
            .filter(page_report::Column::AccountId.eq(account))
            .filter(page_report::Column::PublicationId.eq(page))
            .filter(page_report::Column::ClosedAt.is_null());
        if open.count(self.data.read()).await? >= OPEN {
            return Ok(());
        }
        let key = match self.key(account).await {
            Err(Failure::Missing) => return Ok(()),
            key => key?,
        };
        let id = Uuid::now_v7();
        let seal = |column, text: &str| key.seal(column, id.into_bytes(), text.as_bytes());
        let row = page_report::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            publication_id: Set(page),
            reason: Set(report.reason.name().to_owned()),
            text: Set(seal(TEXT, text)),
            email: Set(report.email.as_deref().map(|email| seal(EMAIL, email))),
            created_at: Set(self.clock.now()),
            closed_at: Set(None),
            outcome: Set(None),
        };
        let transaction = self.data.begin().await?;
        page_report::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// The page that had an address before, and is open under another one.
    async fn formerly_at(&self, index: Vec<u8>) -> Result<Option<(Uuid, Uuid)>, Failure> {
        let former = publication_slug::Entity::find()
            .filter(publication_slug::Column::SlugIndex.eq(index))
            .one(self.data.read())
            .await?;
        let Some(former) = former else {
            return Ok(None);
        };
        let page = publication::Entity::find_by_id((former.account_id, former.publication_id))
            .one(self.data.read())
            .await?;
        let page = page.filter(|page| page.revoked_at.is_none() && page.taken_down_at.is_none());
        Ok(page.map(|page| (page.account_id, page.id)))
    }

    /// Reports, the open ones first, without what is written in them. Those of the
    /// reader's own pages are for others.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn reports(&self, who: &Who) -> Result<Vec<ReportLine>, Failure> {
        let reader = who.may(Right::Reports)?;
        let others =
            || page_report::Entity::find().filter(page_report::Column::AccountId.ne(reader));
        let mut rows = others()
            .filter(page_report::Column::ClosedAt.is_null())
            .order_by_asc(page_report::Column::CreatedAt)
            .limit(OPEN_LINES)
            .all(self.data.read())
            .await?;
        let closed = others()
            .filter(page_report::Column::ClosedAt.is_not_null())
            .order_by_desc(page_report::Column::ClosedAt)
            .limit(CLOSED_LINES)
            .all(self.data.read());
        rows.extend(closed.await?);
        Ok(rows.iter().map(line).collect())
    }

    /// How many open ones wait for a reader.
    pub(crate) async fn reports_waiting(&self, who: &Who) -> Result<u64, Failure> {
        let reader = who.may(Right::Reports)?;
        Ok(page_report::Entity::find()
            .filter(page_report::Column::AccountId.ne(reader))
            .filter(page_report::Column::ClosedAt.is_null())
            .count(self.data.read())
            .await?)
    }

    /// Opens a report. That somebody has read it, the owner of the page sees.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such report.
    pub async fn report_open(&self, who: &Who, id: Uuid) -> Result<ReportShown, Failure> {
        let reader = who.may(Right::Reports)?;
        let (row, page) = found(self.data.read(), reader, id).await?;
        let owner = Actor::Person(privacy::PersonId(row.account_id.into_bytes()));
        privacy::gate::read("page_report.text", owner, owner, Purpose::Moderate)?;
        let key = self.key(row.account_id).await?;
        let open = |column, id: Uuid, sealed: &[u8]| {
            let plain = key.open(column, id.into_bytes(), sealed)?;
            String::from_utf8(plain.to_vec()).map_err(|_| vault::Opening)
        };
        let shown = ReportShown {
            line: line(&row),
            text: open(TEXT, id, &row.text)?,
            email: match row.email.as_deref() {
                Some(email) => Some(open(EMAIL, id, email)?),
                None => None,
            },
            slug: open(SLUG, page.id, &page.slug)?,
            page: now(&page, self.clock.now()),
        };
        let read = Event::of(reader, Action::ReportRead, row.account_id);
        let transaction = self.data.begin().await?;
        audit::note(&transaction, self, read).await?;
        transaction.commit().await?;
        Ok(shown)
    }

    /// Closes a report of a page that may stay as it is.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such report that
    /// is open.
    pub async fn report_close(&self, who: &Who, id: Uuid) -> Result<(), Failure> {
        let actor = who.may(Right::Reports)?;
        let transaction = self.data.begin().await?;
        let (row, _) = found(&*transaction, actor, id).await?;
        let closed = page_report::Entity::update_many()
            .col_expr(
                page_report::Column::ClosedAt,
                Expr::value(Some(self.clock.now())),
            )
            .col_expr(
                page_report::Column::Outcome,
                Expr::value(Some(ReportOutcome::Stays.name().to_owned())),
            )
            .filter(page_report::Column::Id.eq(id))
            .filter(page_report::Column::ClosedAt.is_null())
            .exec(&*transaction)
            .await?;
        if closed.rows_affected == 0 {
            return Err(Failure::Missing);
        }
        let event = Event::of(actor, Action::ReportClosed, row.account_id);
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }
}

/// A report of somebody else's page than the reader's, and the page.
async fn found(
    connection: &impl ConnectionTrait,
    reader: Uuid,
    id: Uuid,
) -> Result<(page_report::Model, publication::Model), Failure> {
    let row = page_report::Entity::find()
        .filter(page_report::Column::Id.eq(id))
        .filter(page_report::Column::AccountId.ne(reader))
        .one(connection)
        .await?
        .ok_or(Failure::Missing)?;
    let page = publication::Entity::find_by_id((row.account_id, row.publication_id))
        .one(connection)
        .await?
        .ok_or(Failure::Missing)?;
    Ok((row, page))
}

fn line(row: &page_report::Model) -> ReportLine {
    ReportLine {
        id: row.id,
        reason: Reason::from_name(&row.reason),
        created_at: row.created_at,
        closed_at: row.closed_at,
        outcome: row.outcome.as_deref().and_then(ReportOutcome::from_name),
    }
}

fn now(page: &publication::Model, now: i64) -> PageNow {
    let ended_at = page.expires_at.filter(|at| *at <= now);
    match (page.taken_down_at, page.revoked_at.or(ended_at)) {
        (Some(at), _) => PageNow::TakenDown {
            at,
            reason: page.taken_down_for.as_deref().and_then(Reason::from_name),
        },
        (None, Some(_)) => PageNow::Withdrawn,
        (None, None) => PageNow::Public,
    }
}

/// The reports of an account's pages, for [`bring`]: they go with the pages when
/// they leave the account.
pub(crate) async fn leaving(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<page_report::Model>, Failure> {
    Ok(page_report::Entity::find()
        .filter(page_report::Column::AccountId.eq(account))
        .all(connection)
        .await?)
}

/// Brings reports to the account that their pages have moved to.
pub(crate) async fn bring(
    connection: &impl ConnectionTrait,
    rows: Vec<page_report::Model>,
    to: Uuid,
    (old, new): (&PersonKey, &PersonKey),
) -> Result<(), Failure> {
    for row in rows {
        let id = row.id.into_bytes();
        let again = |column, sealed: &[u8]| {
            let plain = old.open(column, id, sealed)?;
            Ok::<_, Failure>(new.seal(column, id, &plain))
        };
        let text = again(TEXT, &row.text)?;
        let email = row.email.as_deref().map(|email| again(EMAIL, email));
        let mut row: page_report::ActiveModel = row.into();
        row.account_id = Set(to);
        row.text = Set(text);
        row.email = Set(email.transpose()?);
        page_report::Entity::insert(row.reset_all())
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}
