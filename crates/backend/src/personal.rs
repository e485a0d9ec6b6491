//! The values of personal details: what is kept only while its owner agrees
//! ([`crate::consent`]). Documents hold references alone ([`cv::Personal`]), so
//! what is deleted here is gone from every copy of them.

use std::fmt;

use cv::{Id, PersonalField};
use privacy::erasure::Gone;
use privacy::{Actor, ConsentPurpose, LAPSED_DAYS, Purpose};
use sea_orm::sea_query::{OnConflict, Query, SimpleExpr};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;
use vault::{Column, PersonKey};

use crate::accounts::{lock, person};
use crate::clock::DAY;
use crate::consent::{self, ConsentToken, lines_of};
use crate::entity::{consent as consent_row, personal_detail};
use crate::failure::Failure;
use crate::minors;
use crate::name::one_line;
use crate::sealed::PERSONAL_DETAIL_VALUE;
use crate::standing;
use crate::store::Store;

pub(crate) const VALUE: Column = PERSONAL_DETAIL_VALUE;

/// Personal details that an account may have: each of every document.
pub const PERSONAL_DETAILS: u64 = crate::documents::DOCUMENTS * PersonalField::ALL.len() as u64;
/// Characters of one.
pub const PERSONAL_CHARACTERS: usize = 200;

/// A personal detail.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalDetail {
    /// What documents name it by.
    pub reference: Id,
    pub field: PersonalField,
    /// One line, in the words of who wrote it.
    pub value: String,
}

/// A debug print must not say what it is.
impl fmt::Debug for PersonalDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonalDetail({}, {:?})", self.reference, self.field)
    }
}

impl Store {
    /// Keeps a personal detail, in place of the value that was there.
    ///
    /// # Errors
    /// [`privacy::Denied::NoConsent`] unless the actor agrees to the text that
    /// holds now. [`Failure::Refused`] for nothing, for more than
    /// [`PERSONAL_CHARACTERS`], and where the reference is another field's;
    /// [`Failure::Quota`]
    pub async fn personal_put(&self, actor: Actor, detail: &PersonalDetail) -> Result<(), Failure> {
        let account = person(actor)?;
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let purpose = ConsentPurpose::of(detail.field);
        let token = consent::token(&transaction, account, purpose, self.clock.now()).await?;
        write(&token, &key, detail).await?;
        if detail.field == PersonalField::BirthDate {
            minors::look(&transaction, self, account, &detail.value).await?;
        }
        self.collected.tell_personal(detail.field);
        Ok(transaction.commit().await?)
    }

    /// The actor's personal details.
    ///
    /// # Errors
    /// [`Failure::Denied`] for a purpose that they are not kept for.
    pub async fn personal_list(
        &self,
        actor: Actor,
        purpose: Purpose,
    ) -> Result<Vec<PersonalDetail>, Failure> {
        let account = person(actor)?;
        let standing = standing::standing(self.data.read(), account).await?;
        privacy::gate::permit("personal_detail.value", actor, actor, purpose, standing)?;
        let key = self.key(account).await?;
        all(self.data.read(), &key, account).await
    }

    /// Deletes a personal detail. Less data needs nobody's leave.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such detail.
    pub async fn personal_delete(&self, actor: Actor, reference: Id) -> Result<(), Failure> {
        let (account, id) = (person(actor)?, uuid(reference));
        let transaction = self.data.begin().await?;
        self.keep_rows(&transaction, account, Gone::Details, Some(id))
            .await?;
        let deleted = personal_detail::Entity::delete_by_id((account, id))
            .exec(&transaction)
            .await?;
        match deleted.rows_affected {
            0 => Err(Failure::Missing),
            _ => Ok(transaction.commit().await?),
        }
    }
}

/// The personal details of an account.
pub(crate) async fn all(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    account: Uuid,
) -> Result<Vec<PersonalDetail>, Failure> {
    let rows = personal_detail::Entity::find()
        .filter(personal_detail::Column::AccountId.eq(account))
        .order_by_asc(personal_detail::Column::Id)
        .all(connection)
        .await?;
    rows.iter().map(|row| open(key, row)).collect()
}

/// Which personal details were kept by a consent that has had its time and was
/// not given again, as a condition on their rows.
pub(crate) fn lapsed(now: i64) -> SimpleExpr {
    let before = now - i64::from(LAPSED_DAYS) * DAY;
    let lapsed = Query::select()
        .column(consent_row::Column::Id)
        .from(consent_row::Entity)
        .and_where(consent_row::Column::Until.lt(before))
        .to_owned();
    Expr::col("consent_id").in_subquery(lapsed)
}

/// Writes a personal detail. The token is what lets it: there is no other way to
/// a row.
async fn write(
    token: &ConsentToken<'_>,
    key: &PersonKey,
    detail: &PersonalDetail,
) -> Result<(), Failure> {
    let refused = |why: &str| Err(Failure::Refused(why.to_owned()));
    if ConsentPurpose::of(detail.field) != token.purpose() {
        return refused("consent is to something else");
    }
    if detail.value.chars().count() > PERSONAL_CHARACTERS {
        return refused("a personal detail is too long");
    }
    let value = one_line(&detail.value, PERSONAL_CHARACTERS);
    if value.is_empty() {
        return refused("a personal detail without a value");
    }
    let (transaction, account) = (token.transaction(), token.account());
    let id = uuid(detail.reference);
    let there = personal_detail::Entity::find_by_id((account, id))
        .one(transaction)
        .await?;
    match there {
        Some(row) if row.field != detail.field.json() => {
            return refused("the reference is another field's");
        }
        Some(_) => {}
        None => {
            let details = personal_detail::Entity::find()
                .filter(personal_detail::Column::AccountId.eq(account))
                .count(transaction)
                .await?;
            if details >= PERSONAL_DETAILS {
                return Err(Failure::Quota);
            }
        }
    }
    let row = personal_detail::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        field: Set(detail.field.json().to_owned()),
        value: Set(key.seal(VALUE, id.into_bytes(), value.as_bytes())),
        consent_id: Set(token.consent()),
    };
    let key = [
        personal_detail::Column::AccountId,
        personal_detail::Column::Id,
    ];
    let replace = OnConflict::columns(key)
        .update_columns([
            personal_detail::Column::Value,
            personal_detail::Column::ConsentId,
        ])
        .to_owned();
    personal_detail::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

fn open(key: &PersonKey, row: &personal_detail::Model) -> Result<PersonalDetail, Failure> {
    let plain = key.open(VALUE, row.id.into_bytes(), &row.value)?;
    Ok(PersonalDetail {
        reference: Id(row.id.as_u64_pair().1),
        field: PersonalField::from_json(&row.field)
            .ok_or(Failure::Damaged("personal_detail.field"))?,
        value: String::from_utf8(plain.to_vec()).map_err(|_| vault::Opening)?,
    })
}

/// A reference as the id of a row.
fn uuid(reference: Id) -> Uuid {
    Uuid::from_u64_pair(0, reference.0)
}

/// Brings the consents of an account to another that it moves to, and what is kept
/// by them. Not what the other account has been withdrawn from since, nor what is
/// withdrawn here: that is nobody's wish for what is there.
pub(crate) async fn bring(
    transaction: &DatabaseTransaction,
    from: Uuid,
    to: Uuid,
    old: &PersonKey,
    new: &PersonKey,
) -> Result<(), Failure> {
    for purpose in ConsentPurpose::ALL {
        let Some(last) = consent::last(transaction, from, purpose).await? else {
            continue;
        };
        let there = consent::last(transaction, to, purpose).await?;
        let withdrawn = there.is_some_and(|there| !there.given && there.at >= last.at);
        if !last.given || withdrawn {
            continue;
        }
        consent::copy(transaction, from, to, purpose).await?;
        let known: Vec<Uuid> = personal_detail::Entity::find()
            .select_only()
            .column(personal_detail::Column::Id)
            .filter(personal_detail::Column::AccountId.eq(to))
            .into_tuple()
            .all(transaction)
            .await?;
        let rows = personal_detail::Entity::find()
            .filter(personal_detail::Column::AccountId.eq(from))
            .filter(personal_detail::Column::ConsentId.in_subquery(lines_of(from, purpose)))
            .all(transaction)
            .await?;
        for row in rows.into_iter().filter(|row| !known.contains(&row.id)) {
            let id = row.id.into_bytes();
            let plain = old.open(VALUE, id, &row.value)?;
            let mut row: personal_detail::ActiveModel = row.into();
            row.account_id = Set(to);
            row.value = Set(new.seal(VALUE, id, &plain));
            personal_detail::Entity::insert(row.reset_all())
                .exec_without_returning(transaction)
                .await?;
        }
    }
    Ok(())
}
