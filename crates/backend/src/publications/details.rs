//! The personal details that a public page shows: rows of their own beside the
//! page, as they were when it was published, each by the line of the consent ledger
//! that lets it be there. So who takes back their consent has them gone from their
//! pages in the same transaction, and nothing else of the page is touched.

use std::collections::BTreeMap;

use cv::{Details, Document, Id, PersonalField, Redaction};
use privacy::{Actor, ConsentPurpose, Denied, Purpose, Standing};
use sea_orm::sea_query::{ExprTrait, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use vault::{Column, PersonKey};

use crate::accounts::person;
use crate::consent;
use crate::consent::lines_of;
use crate::entity::{consent as consent_row, publication, publication_detail};
use crate::failure::Failure;
use crate::personal;
use crate::sealed::PUBLICATION_DETAIL_VALUE;
use crate::standing;
use crate::store::Store;

pub(crate) const VALUE: Column = PUBLICATION_DETAIL_VALUE;

impl Store {
    /// The personal details that a document of the actor's could show others: those
    /// that it shows, that are there, and that the actor agrees to keep. None where
    /// the actor has limited them.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn page_details(
        &self,
        actor: Actor,
        document: &Document,
    ) -> Result<Vec<PersonalField>, Failure> {
        let account = person(actor)?;
        let standing = standing::standing(self.data.read(), account).await?;
        let mut all = Redaction::none();
        for field in PersonalField::ALL {
            all.show_detail(field);
        }
        let key = self.key(account).await?;
        let now = self.clock.now();
        let details = choose(self.data.read(), &key, actor, document, &all, standing, now);
        Ok(details.await?.iter().map(|(field, _)| field).collect())
    }
}

/// What a document shows others of personal details, by its owner's choice.
pub(super) async fn choose(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    owner: Actor,
    document: &Document,
    redaction: &Redaction,
    standing: Standing,
    now: i64,
) -> Result<Details, Failure> {
    let account = person(owner)?;
    let chosen = |field| redaction.shows_detail(field);
    let is_chosen = PersonalField::ALL.into_iter().any(chosen);
    if !is_chosen || document.personal.is_none() || !are_shown(owner, standing) {
        return Ok(Details::default());
    }
    privacy::gate::read("personal_detail.value", owner, owner, Purpose::Publish)?;
    let mut agreed = Vec::new();
    for purpose in ConsentPurpose::ALL {
        if consent::is_agreed(connection, account, purpose, now).await? {
            agreed.push(purpose);
        }
    }
    let details = personal::all(connection, key, account).await?;
    let values: BTreeMap<Id, String> = details
        .into_iter()
        .filter(|detail| agreed.contains(&ConsentPurpose::of(detail.field)))
        .map(|detail| (detail.reference, detail.value))
        .collect();
    Ok(Details::of(document, &values).redacted(redaction))
}

/// Whether others may see them.
fn are_shown(owner: Actor, standing: Standing) -> bool {
    let path = "publication_detail.value";
    let shown = privacy::gate::permit(path, owner, owner, Purpose::Publish, standing);
    shown != Err(Denied::Limited)
}

/// Writes those of a page in the place of what was there.
pub(super) async fn write(
    transaction: &DatabaseTransaction,
    key: &PersonKey,
    account: Uuid,
    page: Uuid,
    details: &Details,
    now: i64,
) -> Result<(), Failure> {
    publication_detail::Entity::delete_many()
        .filter(publication_detail::Column::AccountId.eq(account))
        .filter(publication_detail::Column::PublicationId.eq(page))
        .exec(transaction)
        .await?;
    for (field, value) in details.iter() {
        let purpose = ConsentPurpose::of(field);
        // There is no other way to a row.
        let token = consent::token(transaction, account, purpose, now).await?;
        let id = Uuid::now_v7();
        let row = publication_detail::ActiveModel {
            account_id: Set(token.account()),
            id: Set(id),
            publication_id: Set(page),
            field: Set(field.json().to_owned()),
            value: Set(key.seal(VALUE, id.into_bytes(), value.as_bytes())),
            consent_id: Set(token.consent()),
        };
        publication_detail::Entity::insert(row)
            .exec_without_returning(token.transaction())
            .await?;
    }
    Ok(())
}

/// What a page shows now: nothing whose consent has had its time.
pub(super) async fn read(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    owner: Actor,
    page: Uuid,
    standing: Standing,
    now: i64,
) -> Result<Details, Failure> {
    let mut details = Details::default();
    if !are_shown(owner, standing) {
        return Ok(details);
    }
    let rows = of_page(connection, person(owner)?, page).await?;
    for row in rows {
        let consent = consent_row::Entity::find_by_id((row.account_id, row.consent_id))
            .one(connection)
            .await?;
        if consent
            .and_then(|line| line.until)
            .is_none_or(|until| now >= until)
        {
            continue;
        }
        let plain = key.open(VALUE, row.id.into_bytes(), &row.value)?;
        let value = std::str::from_utf8(&plain).map_err(|_| vault::Opening)?;
        details.set(field(&row)?, value);
    }
    Ok(details)
}

/// Notes in a redaction which details a page has.
pub(super) async fn note(
    connection: &impl ConnectionTrait,
    account: Uuid,
    page: Uuid,
    redaction: &mut Redaction,
) -> Result<(), Failure> {
    for row in of_page(connection, account, page).await? {
        redaction.show_detail(field(&row)?);
    }
    Ok(())
}

fn field(row: &publication_detail::Model) -> Result<PersonalField, Failure> {
    PersonalField::from_json(&row.field).ok_or(Failure::Damaged("publication_detail.field"))
}

async fn of_page(
    connection: &impl ConnectionTrait,
    account: Uuid,
    page: Uuid,
) -> Result<Vec<publication_detail::Model>, Failure> {
    Ok(publication_detail::Entity::find()
        .filter(publication_detail::Column::AccountId.eq(account))
        .filter(publication_detail::Column::PublicationId.eq(page))
        .order_by_asc(publication_detail::Column::Id)
        .all(connection)
        .await?)
}

/// Deletes those of what a document has published, or of one page of it.
pub(super) async fn delete_of(
    connection: &impl ConnectionTrait,
    account: Uuid,
    document: Uuid,
    page: Option<Uuid>,
) -> Result<(), Failure> {
    let mut pages = Query::select();
    pages
        .column(publication::Column::Id)
        .from(publication::Entity)
        .and_where(publication::Column::AccountId.eq(account))
        .and_where(publication::Column::DocumentId.eq(document));
    if let Some(page) = page {
        pages.and_where(publication::Column::Id.eq(page));
    }
    publication_detail::Entity::delete_many()
        .filter(publication_detail::Column::AccountId.eq(account))
        .filter(publication_detail::Column::PublicationId.in_subquery(pages))
        .exec(connection)
        .await?;
    Ok(())
}

/// Deletes those of pages that are taken down.
pub(crate) async fn delete_of_pages(
    connection: &impl ConnectionTrait,
    account: Uuid,
    pages: &[Uuid],
) -> Result<(), Failure> {
    publication_detail::Entity::delete_many()
        .filter(publication_detail::Column::AccountId.eq(account))
        .filter(publication_detail::Column::PublicationId.is_in(pages.iter().copied()))
        .exec(connection)
        .await?;
    Ok(())
}

/// Deletes all that an account's pages show by consent to a purpose. These pages
/// get another version, so that nothing that any process remembers is shown.
pub(crate) async fn delete_all(
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
) -> Result<(), Failure> {
    let pages = pages_by(transaction, account, purpose).await?;
    publication_detail::Entity::delete_many()
        .filter(publication_detail::Column::AccountId.eq(account))
        .filter(of_purpose(account, purpose))
        .exec(transaction)
        .await?;
    renew(transaction, account, pages).await
}

/// Has them be shown by another line of the ledger: their owner has agreed again.
pub(crate) async fn keep_by(
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
    consent: Uuid,
) -> Result<(), Failure> {
    let pages = pages_by(transaction, account, purpose).await?;
    publication_detail::Entity::update_many()
        .col_expr(publication_detail::Column::ConsentId, Expr::value(consent))
        .filter(publication_detail::Column::AccountId.eq(account))
        .filter(of_purpose(account, purpose))
        .exec(transaction)
        .await?;
    // What had lapsed is shown again.
    renew(transaction, account, pages).await
}

fn of_purpose(account: Uuid, purpose: ConsentPurpose) -> sea_orm::sea_query::SimpleExpr {
    publication_detail::Column::ConsentId.in_subquery(lines_of(account, purpose))
}

/// The pages that show something by consent to a purpose.
async fn pages_by(
    connection: &impl ConnectionTrait,
    account: Uuid,
    purpose: ConsentPurpose,
) -> Result<Vec<Uuid>, Failure> {
    Ok(publication_detail::Entity::find()
        .select_only()
        .column(publication_detail::Column::PublicationId)
        .distinct()
        .filter(publication_detail::Column::AccountId.eq(account))
        .filter(of_purpose(account, purpose))
        .into_tuple()
        .all(connection)
        .await?)
}

async fn renew(
    transaction: &DatabaseTransaction,
    account: Uuid,
    pages: Vec<Uuid>,
) -> Result<(), Failure> {
    if pages.is_empty() {
        return Ok(());
    }
    let version = Expr::col(publication::Column::Version).add(1);
    publication::Entity::update_many()
        .col_expr(publication::Column::Version, version)
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::Id.is_in(pages))
        .exec(transaction)
        .await?;
    Ok(())
}

/// What an account's pages show, for [`bring`]: it goes with the pages when they
/// leave the account.
pub(crate) async fn leaving(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<publication_detail::Model>, Failure> {
    Ok(publication_detail::Entity::find()
        .filter(publication_detail::Column::AccountId.eq(account))
        .all(connection)
        .await?)
}

/// Brings what pages show to the account that they have moved to. Only what the
/// consent that lets it be there has come along for ([`personal::bring`]).
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    rows: Vec<publication_detail::Model>,
    to: Uuid,
    old: &PersonKey,
    new: &PersonKey,
) -> Result<(), Failure> {
    for row in rows {
        let consent = consent_row::Entity::find_by_id((to, row.consent_id))
            .one(transaction)
            .await?;
        if consent.is_none() {
            continue;
        }
        let id = row.id.into_bytes();
        let plain = old.open(VALUE, id, &row.value)?;
        let row = publication_detail::ActiveModel {
            account_id: Set(to),
            id: Set(row.id),
            publication_id: Set(row.publication_id),
            field: Set(row.field),
            value: Set(new.seal(VALUE, id, &plain)),
            consent_id: Set(row.consent_id),
        };
        publication_detail::Entity::insert(row)
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}
