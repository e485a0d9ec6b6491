//! Taking a public page down, and putting it back.
//!
//! With it go all links of its document: they show the same. Each answers as one that
//! was withdrawn, at once and in every process. What it shows is kept, sealed, so that
//! who was wrongly accused has it back; its address stays its own, and meanwhile its
//! owner can publish nothing of the same document, nor of one that was copied from it or
//! that it was copied from, whichever of them is still there. They are told by letter, with the reason and with how to object.

use privacy::report::Reason;
use privacy::{Actor, Purpose, Right};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr,
};
use uuid::Uuid;

use super::{ReportOutcome, found};
use crate::accounts::{lock, person};
use crate::audit::{self, Action, Event};
use crate::entity::{document, login, page_report, publication};
use crate::failure::Failure;
use crate::ledger::Wish;
use crate::letter::Letter;
use crate::publications::SLUG;
use crate::sessions::Who;
use crate::store::Store;

/// A page of somebody's that was taken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenDown {
    pub page: Uuid,
    /// The last part of its address.
    pub slug: String,
    pub at: i64,
    /// None for one that this program does not know.
    pub reason: Option<Reason>,
}

impl Store {
    /// Takes the page down that was reported, with every other of its document, and
    /// closes what is reported of them. Returns their ids, which are to be forgotten.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such report.
    pub async fn page_take_down(
        &self,
        who: &Who,
        report: Uuid,
        reason: Reason,
    ) -> Result<Vec<Uuid>, Failure> {
        let actor = who.may(Right::Reports)?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        let (row, _) = found(&*transaction, actor, report).await?;
        // Its owner, who publishes at the same time, waits for this.
        lock(row.account_id, &transaction).await?;
        let (_, page) = found(&*transaction, actor, report).await?;
        let pages = of_document(&transaction, &page).await?;
        page_report::Entity::update_many()
            .col_expr(page_report::Column::ClosedAt, Expr::value(Some(now)))
            .col_expr(
                page_report::Column::Outcome,
                Expr::value(Some(ReportOutcome::TakenDown.name().to_owned())),
            )
            .filter(page_report::Column::AccountId.eq(page.account_id))
            .filter(page_report::Column::PublicationId.is_in(pages.iter().copied()))
            .filter(page_report::Column::ClosedAt.is_null())
            .exec(&*transaction)
            .await?;
        if page.taken_down_at.is_some() {
            transaction.commit().await?;
            return Ok(pages);
        }
        let (account, document) = (page.account_id, page.document_id);
        set(&transaction, (account, document), Some((now, reason))).await?;
        let letter = Letter::PageTakenDown {
            document: page.document_id.to_string(),
            reason: reason.name().to_owned(),
        };
        self.tell_owner(&transaction, page.account_id, letter)
            .await?;
        let decided = Wish::TakenDown {
            account,
            document,
            reason,
        };
        self.write_down(&transaction, &[decided]).await?;
        let event = Event::of(actor, Action::PageTakenDown, page.account_id);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(pages)
    }

    /// Lets the pages of a document be shown again that were taken down. One that its
    /// owner has withdrawn since stays so. Returns their ids.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such report.
    pub async fn page_put_back(&self, who: &Who, report: Uuid) -> Result<Vec<Uuid>, Failure> {
        let actor = who.may(Right::Reports)?;
        let transaction = self.data.begin().await?;
        let (row, _) = found(&*transaction, actor, report).await?;
        lock(row.account_id, &transaction).await?;
        let (_, page) = found(&*transaction, actor, report).await?;
        let pages = of_document(&transaction, &page).await?;
        if page.taken_down_at.is_none() {
            return Ok(pages);
        }
        let (account, document) = (page.account_id, page.document_id);
        set(&transaction, (account, document), None).await?;
        let letter = Letter::PagePutBack {
            document: page.document_id.to_string(),
        };
        self.tell_owner(&transaction, page.account_id, letter)
            .await?;
        let decided = Wish::PutBack { account, document };
        self.write_down(&transaction, &[decided]).await?;
        let event = Event::of(actor, Action::PagePutBack, page.account_id);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(pages)
    }

    /// The pages of a document are as was decided before an older database was put
    /// back: down since a day and why, or not. False if they were.
    pub(crate) async fn pages_set_again(
        &self,
        account: Uuid,
        document: Uuid,
        down: Option<(i64, Reason)>,
    ) -> Result<bool, Failure> {
        let transaction = self.data.begin().await?;
        match lock(account, &transaction).await {
            Err(Failure::Missing) => return Ok(false),
            state => {
                state?;
            }
        }
        if set(&transaction, (account, document), down).await? == 0 {
            return Ok(false);
        }
        let event = Event {
            actor: None,
            action: match down {
                Some(_) => Action::PageTakenDown,
                None => Action::PagePutBack,
            },
            subject: Some(account),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Who has no address, with an owner link alone, reads it where they publish.
    async fn tell_owner(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        letter: Letter,
    ) -> Result<(), Failure> {
        if let Some(row) = login::Entity::find_by_id(account).one(transaction).await? {
            let key = self.key(account).await?;
            self.write_to(transaction, &row, &key, letter).await?;
        }
        Ok(())
    }

    /// The pages of a document and of its copies that were taken down, for its owner:
    /// why nothing of it can be published.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn pages_taken_down(
        &self,
        actor: Actor,
        document: Uuid,
    ) -> Result<Vec<TakenDown>, Failure> {
        let account = person(actor)?;
        privacy::gate::read(
            "publication.taken_down_for",
            actor,
            actor,
            Purpose::Moderate,
        )?;
        let rows = down_with(self.data.read(), account, document)
            .await?
            .order_by_desc(publication::Column::TakenDownAt)
            .all(self.data.read())
            .await?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let key = self.key(account).await?;
        let mut down = Vec::with_capacity(rows.len());
        for row in rows {
            let slug = key.open(SLUG, row.id.into_bytes(), &row.slug)?;
            down.push(TakenDown {
                page: row.id,
                slug: String::from_utf8(slug.to_vec()).map_err(|_| vault::Opening)?,
                at: row.taken_down_at.unwrap_or_default(),
                reason: row.taken_down_for.as_deref().and_then(Reason::from_name),
            });
        }
        Ok(down)
    }
}

/// The ids of all pages of the document that a page is of.
async fn of_document(
    transaction: &DatabaseTransaction,
    page: &publication::Model,
) -> Result<Vec<Uuid>, Failure> {
    Ok(publication::Entity::find()
        .select_only()
        .column(publication::Column::Id)
        .filter(publication::Column::AccountId.eq(page.account_id))
        .filter(publication::Column::DocumentId.eq(page.document_id))
        .into_tuple()
        .all(transaction)
        .await?)
}

/// All pages of a document. Another version, so that nothing which any process
/// remembers of them is shown. Returns how many were not so.
async fn set(
    transaction: &DatabaseTransaction,
    (account, document): (Uuid, Uuid),
    down: Option<(i64, Reason)>,
) -> Result<u64, Failure> {
    let version = Expr::col(publication::Column::Version).add(1);
    let others = match down {
        Some(_) => publication::Column::TakenDownAt.is_null(),
        None => publication::Column::TakenDownAt.is_not_null(),
    };
    let changed = publication::Entity::update_many()
        .col_expr(publication::Column::Version, version)
        .col_expr(
            publication::Column::TakenDownAt,
            Expr::value(down.map(|(at, _)| at)),
        )
        .col_expr(
            publication::Column::TakenDownFor,
            Expr::value(down.map(|(_, reason)| reason.name().to_owned())),
        )
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::DocumentId.eq(document))
        .filter(others)
        .exec(transaction)
        .await?;
    Ok(changed.rows_affected)
}

/// Whether a page of a document is taken down, or one of a copy of it or of what it is
/// a copy of.
pub(crate) async fn is_taken_down(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
) -> Result<bool, Failure> {
    let down = down_with(connection, account, document).await?;
    Ok(down.count(connection).await? > 0)
}

/// The pages that are taken down of a document, of the first one that it is a copy of,
/// and of the other copies of that. Each page knows itself of what it is: its document
/// may be gone.
async fn down_with(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
) -> Result<Select<publication::Entity>, Failure> {
    let source = document::Entity::find_by_id((account, document))
        .select_only()
        .column(document::Column::SourceId)
        .into_tuple::<Option<Uuid>>()
        .one(connection)
        .await?
        .flatten();
    let first = source.unwrap_or(document);
    let same = Condition::any()
        .add(publication::Column::DocumentId.is_in([document, first]))
        .add(publication::Column::SourceId.eq(first));
    Ok(publication::Entity::find()
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::TakenDownAt.is_not_null())
        .filter(same))
}
