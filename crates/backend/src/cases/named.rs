//! Whoever is named in a stranger's CV. On their verified request one job opens
//! every document and public page and looks for them; what it finds is sealed into
//! the case and goes with it. There is no index of who is named where, neither
//! before nor after.

use cv::{Document, format};
use privacy::case::{State, Step};
use privacy::{Actor, Purpose};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait,
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use uuid::Uuid;
use vault::PersonKey;

use super::wanted::{Wanted, search};
use super::{Known, person_id, seal, unseal, words_of};
use crate::accounts::lock;
use crate::entity::{case_hit, document, privacy_case, publication};
use crate::failure::Failure;
use crate::sealed::CASE_HIT_CONTENT;
use crate::store::Store;
use crate::{documents, publications};

/// Documents that are in memory at once.
const AT_ONCE: u64 = 32;
/// Hits of one case. Whoever has so many has a name that half a country has.
const HITS: usize = 500;

/// Where a CV names whoever asks.
#[derive(Clone, Debug)]
pub struct CaseHit {
    pub id: Uuid,
    pub owner: Uuid,
    /// A document, or a public page.
    pub document: Uuid,
    pub public: bool,
    /// Which entry it stands in, by its id.
    pub item: u64,
    /// What it says, cut to what is around it.
    pub excerpt: String,
    /// The owner was asked, or it was taken out of the public page.
    pub done: Option<Step>,
}

/// What is sealed in a hit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Place {
    pub(super) public: bool,
    /// In hexadecimal: JSON has no such numbers.
    pub(super) item: String,
    pub(super) excerpt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) done: Option<String>,
}

/// What was found so far: whose, in which document or page, and where.
type Found = Vec<(Uuid, Uuid, Place)>;

impl Store {
    /// Searches the documents for whoever is named in them and has asked, case by
    /// case. Returns how many cases were done.
    pub async fn cases_scan(&self) -> Result<u64, Failure> {
        let waiting = privacy_case::Entity::find()
            .filter(privacy_case::Column::Requester.eq("named"))
            .filter(privacy_case::Column::ScannedAt.is_null())
            .filter(privacy_case::Column::Proof.is_not_null())
            .filter(privacy_case::Column::AnsweredAt.is_null())
            .order_by_asc(privacy_case::Column::DueAt)
            .limit(10)
            .all(self.data.read())
            .await?;
        let mut done = 0;
        for row in waiting {
            // One that is damaged does not keep the others waiting.
            match self.case_scan(&row).await {
                Ok(scanned) => done += u64::from(scanned),
                Err(failure) => tracing::error!(%failure, "documents were not searched for a case"),
            }
        }
        Ok(done)
    }

    async fn case_scan(&self, row: &privacy_case::Model) -> Result<bool, Failure> {
        let known = Known::of(row)?;
        let Some(state) = known.after(Step::Scan) else {
            return Ok(false);
        };
        let key = match self.key(row.account_id).await {
            // It is being erased.
            Err(Failure::Missing) => return Ok(false),
            key => key?,
        };
        let words = words_of(&key, row)?;
        let mut found = Found::new();
        if let Some(wanted) = Wanted::new(&words) {
            self.scan_documents(&wanted, &mut found).await?;
            self.scan_pages(&wanted, &mut found).await?;
        }
        self.case_scanned(row, &key, state, found).await
    }

    async fn scan_documents(&self, wanted: &Wanted, found: &mut Found) -> Result<(), Failure> {
        let mut last: Option<(Uuid, Uuid)> = None;
        loop {
            let keys = (document::Column::AccountId, document::Column::Id);
            let rows = next::<document::Entity>(self.data.read(), keys, last).await?;
            let Some(next) = rows.last() else {
                return Ok(());
            };
            last = Some((next.account_id, next.id));
            let mut held: Option<(Uuid, PersonKey)> = None;
            for row in rows {
                if found.len() >= HITS {
                    return Ok(());
                }
                may_search("document.content", row.account_id)?;
                let Some(key) = self.scan_key(&mut held, row.account_id).await? else {
                    continue;
                };
                match documents::open(key, &row) {
                    Ok(stored) => {
                        let places = search(&stored.document, wanted, false);
                        let places = places.into_iter();
                        found.extend(places.map(|place| (row.account_id, row.id, place)));
                    }
                    // The others are searched all the same.
                    Err(failure) => tracing::error!(%failure, "a document was not searched"),
                }
            }
        }
    }

    async fn scan_pages(&self, wanted: &Wanted, found: &mut Found) -> Result<(), Failure> {
        let mut last: Option<(Uuid, Uuid)> = None;
        loop {
            let keys = (publication::Column::AccountId, publication::Column::Id);
            let rows = next::<publication::Entity>(self.data.read(), keys, last).await?;
            let Some(next) = rows.last() else {
                return Ok(());
            };
            last = Some((next.account_id, next.id));
            let mut held: Option<(Uuid, PersonKey)> = None;
            for row in rows {
                if found.len() >= HITS {
                    return Ok(());
                }
                may_search("publication.content", row.account_id)?;
                let Some(key) = self.scan_key(&mut held, row.account_id).await? else {
                    continue;
                };
                for shown in published(key, &row) {
                    let places = search(&shown, wanted, true).into_iter();
                    found.extend(places.map(|place| (row.account_id, row.id, place)));
                }
            }
        }
    }

    /// The key of an account, which mostly is that of the row before.
    async fn scan_key<'k>(
        &self,
        held: &'k mut Option<(Uuid, PersonKey)>,
        account: Uuid,
    ) -> Result<Option<&'k PersonKey>, Failure> {
        if held.as_ref().is_none_or(|(of, _)| *of != account) {
            *held = match self.key(account).await {
                Ok(key) => Some((account, key)),
                Err(Failure::Missing) => None,
                Err(failure @ Failure::Sealed(_)) => {
                    tracing::error!(%failure, "an account was not searched");
                    None
                }
                Err(failure) => return Err(failure),
            };
        }
        Ok(held.as_ref().map(|(_, key)| key))
    }

    async fn case_scanned(
        &self,
        row: &privacy_case::Model,
        key: &PersonKey,
        state: State,
        found: Found,
    ) -> Result<bool, Failure> {
        let now = self.clock.now();
        let case = (row.account_id, row.id);
        let transaction = self.data.begin().await?;
        let locked = lock(row.account_id, &transaction).await;
        if matches!(locked, Err(Failure::Missing)) {
            return Ok(false);
        }
        locked?;
        let taken = privacy_case::Entity::update_many()
            .col_expr(privacy_case::Column::ScannedAt, Expr::value(Some(now)))
            .col_expr(privacy_case::Column::State, Expr::value(state.name()))
            .filter(privacy_case::Column::AccountId.eq(row.account_id))
            .filter(privacy_case::Column::Id.eq(row.id))
            .filter(privacy_case::Column::ScannedAt.is_null())
            .filter(privacy_case::Column::State.eq(row.state.clone()))
            .exec(&transaction)
            .await?;
        // Somebody was faster, or works on it: then it is looked at again.
        if taken.rows_affected == 0 {
            return Ok(false);
        }
        for (owner, document, place) in found {
            // In their own documents they are no stranger.
            if owner == row.account_id {
                continue;
            }
            let id = Uuid::now_v7();
            let hit = case_hit::ActiveModel {
                account_id: Set(row.account_id),
                id: Set(id),
                case_id: Set(row.id),
                owner_id: Set(owner),
                document_id: Set(document),
                found_at: Set(now),
                content: Set(seal(key, CASE_HIT_CONTENT, id, &place)?),
            };
            case_hit::Entity::insert(hit)
                .exec_without_returning(&transaction)
                .await?;
        }
        // How many were found is for staff alone: whoever asked could learn of others'
        // private CVs whom they name.
        self.case_note(&transaction, key, case, Step::Scan, None, "")
            .await?;
        transaction.commit().await?;
        Ok(true)
    }
}

/// The rows of a table that come after one, by account and id: so many at once.
async fn next<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    (account, id): (E::Column, E::Column),
    last: Option<(Uuid, Uuid)>,
) -> Result<Vec<E::Model>, Failure> {
    let after = last.map(|last| {
        let columns = [account, id].map(Expr::col);
        Expr::tuple(columns).gt(Expr::tuple([last.0, last.1].map(Expr::val)))
    });
    Ok(E::find()
        .apply_if(after, |find, after| find.filter(after))
        .order_by_asc(account)
        .order_by_asc(id)
        .limit(AT_ONCE)
        .all(connection)
        .await?)
}

/// Whether the inventory lets it be opened to answer somebody. The program reads it
/// in its owner's place; nobody sees more than the entry that names them.
fn may_search(path: &str, owner: Uuid) -> Result<(), Failure> {
    let owner = Actor::Person(person_id(owner));
    Ok(privacy::gate::read(path, owner, owner, Purpose::Rights)?)
}

/// What a public page shows, in each of its languages. Nothing if it was withdrawn,
/// or cannot be read.
fn published(key: &PersonKey, row: &publication::Model) -> Vec<Document> {
    let Some(content) = row.content.as_deref() else {
        return Vec::new();
    };
    let plain = key.open(publications::CONTENT, row.id.into_bytes(), content);
    let json = plain.map(|plain| serde_json::from_slice::<Json>(&plain));
    let Ok(Ok(Json::Object(mut json))) = json else {
        tracing::error!("a public page was not searched");
        return Vec::new();
    };
    let mut documents: Vec<Json> = json.remove("document").into_iter().collect();
    if let Some(Json::Array(variants)) = json.remove("variants") {
        let shown = |mut variant: Json| variant["document"].take();
        documents.extend(variants.into_iter().map(shown));
    }
    let load = |json| {
        format::load_value(json)
            .inspect_err(|_| tracing::error!("a language of a public page was not searched"))
            .ok()
    };
    documents.into_iter().filter_map(load).collect()
}

/// The hits of a case, in the order in which they were found.
pub(super) async fn hits(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    account: Uuid,
    case: Uuid,
) -> Result<Vec<CaseHit>, Failure> {
    let rows = case_hit::Entity::find()
        .filter(case_hit::Column::AccountId.eq(account))
        .filter(case_hit::Column::CaseId.eq(case))
        .order_by_asc(case_hit::Column::Id)
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|row| {
            let place: Place = unseal(key, CASE_HIT_CONTENT, row.id, &row.content)?;
            Ok(CaseHit {
                id: row.id,
                owner: row.owner_id,
                document: row.document_id,
                public: place.public,
                item: u64::from_str_radix(&place.item, 16)
                    .map_err(|_| Failure::Damaged("case_hit.content"))?,
                excerpt: place.excerpt,
                done: place.done.as_deref().and_then(Step::from_name),
            })
        })
        .collect()
}

/// Forgets where somebody's documents name others: they are about to be gone.
pub(crate) async fn forget_hits(
    transaction: &DatabaseTransaction,
    owner: Uuid,
) -> Result<(), Failure> {
    case_hit::Entity::delete_many()
        .filter(case_hit::Column::OwnerId.eq(owner))
        .exec(transaction)
        .await?;
    Ok(())
}

/// What was found in the documents of one account was found in those of the one that
/// they move to.
pub(crate) async fn bring_hits(
    transaction: &DatabaseTransaction,
    from: Uuid,
    to: Uuid,
) -> Result<(), Failure> {
    case_hit::Entity::update_many()
        .col_expr(case_hit::Column::OwnerId, Expr::value(to))
        .filter(case_hit::Column::OwnerId.eq(from))
        .exec(transaction)
        .await?;
    Ok(())
}
