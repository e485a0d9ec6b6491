//! What is held under the address of whoever has asked: what an answer to a
//! question for a copy tells, and what a request for erasure takes. For those who
//! cannot sign in; members have pages of their own for both.

use privacy::case::{Matter, Step};
use privacy::{Actor, Date, Right};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, sea_query::OnConflict,
};
use uuid::Uuid;
use vault::{Index, Secret};

use super::{CASE_ZONE, Known, StepRefused, person_id, words_of};
use crate::accounts::{lock, mark_erasing};
use crate::clock::DAY;
use crate::entity::ticket::Kind;
use crate::entity::{acceptance, case_event, erasure, login, mail, privacy_case, ticket};
use crate::failure::Failure;
use crate::overview::Overview;
use crate::sessions::Who;
use crate::store::Store;
use crate::{Event, audit, erasure as erasures, tickets};

/// What is held under an address.
#[derive(Clone, Debug, Default)]
pub struct HeldUnder {
    /// Of the member who has the address: so many of a kind.
    pub member: Option<Overview>,
    /// Requests: the day on which each came, and what it was about.
    pub cases: Vec<(Date, Matter)>,
    /// Sign-ups that were begun and not finished: the day of each.
    pub begun: Vec<Date>,
    /// Letters on their way, of whoever is no member.
    pub letters: u64,
    /// Terms and policies that were accepted by whoever is no member.
    pub acceptances: u64,
}

/// What an erasure took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CaseErased {
    /// The member's account is erased after the usual delay; this is the day.
    pub member: Option<Date>,
    /// Sign-ups that were begun.
    pub begun: u64,
    /// Other requests of the same address, that are answered.
    pub cases: u64,
}

impl Store {
    /// What is held under the address of a case, counted, for its answer.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such case.
    pub async fn case_held(
        &self,
        who: &Who,
        case: (Uuid, Uuid),
    ) -> Result<Result<HeldUnder, StepRefused>, Failure> {
        let staff = who.may(Right::Cases)?;
        let row = self.case_row(self.data.read(), case).await?;
        let known = Known::of(&row)?;
        if known.proof.is_none() || !known.state.is_open() {
            return Ok(Err(StepRefused::NotNow));
        }
        let data = self.data.read();
        if self.case_opened(data, who, case).await?.is_none() {
            return Ok(Err(StepRefused::Masked));
        }
        let email = words_of(&self.key(case.0).await?, &row)?.email;
        let Some(email) = email else {
            return Ok(Err(StepRefused::NoAddress));
        };
        let mut held = HeldUnder::default();
        let member = self.member_of(&email).await?;
        if let Some(member) = member {
            held.member = Some(self.overview(Actor::Person(person_id(member))).await?);
            let transaction = self.data.begin().await?;
            let event = Event::of(staff, audit::Action::CaseRead, member);
            audit::note(&transaction, self, event).await?;
            transaction.commit().await?;
        }
        let index = self.vault.index(Index::Email, &email).to_vec();
        let rows = privacy_case::Entity::find()
            .filter(privacy_case::Column::EmailIndex.eq(index))
            .order_by_asc(privacy_case::Column::ReceivedAt)
            .all(data)
            .await?;
        let mut accounts = Vec::new();
        for row in rows {
            held.cases
                .push((CASE_ZONE.day(row.received_at), Known::of(&row)?.matter));
            accounts.push(row.account_id);
        }
        for (account, at) in self.leads_of(&email).await? {
            held.begun.push(CASE_ZONE.day(at));
            accounts.push(account);
        }
        accounts.retain(|account| Some(*account) != member);
        accounts.sort_unstable();
        accounts.dedup();
        for account in accounts {
            let of = mail::Entity::find().filter(mail::Column::AccountId.eq(account));
            held.letters += of.count(data).await?;
            let of = acceptance::Entity::find().filter(acceptance::Column::AccountId.eq(account));
            held.acceptances += of.count(data).await?;
        }
        Ok(Ok(held))
    }

    /// Erases what is held under the address of a verified case for erasure. The
    /// case itself stays, with its answer, until its own time is over.
    ///
    /// # Errors
    /// As [`Store::case_held`].
    pub async fn case_erase(
        &self,
        who: &Who,
        case: (Uuid, Uuid),
    ) -> Result<Result<CaseErased, StepRefused>, Failure> {
        let staff = who.may(Right::Cases)?;
        who.proved()?;
        let row = self.case_row(self.data.read(), case).await?;
        let known = Known::of(&row)?;
        let may = known.matter == Matter::Erase && known.proof.is_some();
        if !may || known.after(Step::Erase).is_none() {
            return Ok(Err(StepRefused::NotNow));
        }
        let opened = self.case_opened(self.data.read(), who, case).await?;
        if opened.is_none() {
            return Ok(Err(StepRefused::Masked));
        }
        let key = self.key(case.0).await?;
        let Some(email) = words_of(&key, &row)?.email else {
            return Ok(Err(StepRefused::NoAddress));
        };
        let mut erased = CaseErased::default();
        for (account, _) in self.leads_of(&email).await? {
            if account != case.0 {
                erased.begun += u64::from(self.erase_now(account, staff).await?);
            }
        }
        let member = self.member_of(&email).await?;
        let index = self.vault.index(Index::Email, &email).to_vec();
        let others = privacy_case::Entity::find()
            .filter(privacy_case::Column::EmailIndex.eq(index))
            .filter(privacy_case::Column::AnsweredAt.is_not_null())
            .all(self.data.read())
            .await?;
        for other in others {
            if other.account_id != case.0 && Some(other.account_id) != member {
                erased.cases += u64::from(self.erase_now(other.account_id, staff).await?);
            }
        }
        let transaction = self.data.begin().await?;
        lock(case.0, &transaction).await?;
        // Somebody else may have answered it since.
        let row = self.case_row(&transaction, case).await?;
        let Some(state) = Known::of(&row)?.after(Step::Erase) else {
            return Ok(Err(StepRefused::NotNow));
        };
        if let Some(member) = member {
            let due_at = self.erase_later(&transaction, member).await?;
            erased.member = Some(CASE_ZONE.day(due_at));
        }
        self.case_state(&transaction, &row, state).await?;
        self.case_note(&transaction, &key, case, Step::Erase, Some(who), "")
            .await?;
        let event = Event::of(staff, audit::Action::CaseWorked, case.0);
        audit::note(&transaction, self, event).await?;
        if let Some(member) = member {
            let event = Event::of(staff, audit::Action::ErasureAsked, member);
            audit::note(&transaction, self, event).await?;
        }
        transaction.commit().await?;
        Ok(Ok(erased))
    }

    async fn member_of(&self, email: &str) -> Result<Option<Uuid>, Failure> {
        let row: Option<login::Model> = self.login_of(email).await?;
        Ok(row.map(|row| row.account_id))
    }

    /// Accounts that were begun with an address and never finished. What was typed is
    /// sealed, so that all that are begun are opened; they are of a week.
    async fn leads_of(&self, email: &str) -> Result<Vec<(Uuid, i64)>, Failure> {
        let rows = ticket::Entity::find()
            .filter(ticket::Column::Kind.eq(Kind::SignUp))
            .order_by_asc(ticket::Column::CreatedAt)
            .all(self.data.read())
            .await?;
        let mut leads = Vec::new();
        for row in rows {
            let key = match self.key(row.account_id).await {
                Err(Failure::Missing | Failure::Sealed(_)) => continue,
                key => key?,
            };
            // One that is damaged keeps nobody else's from being found.
            let plain = key.open(tickets::PAYLOAD, row.id.into_bytes(), &row.payload);
            let pending = plain
                .ok()
                .and_then(|plain| serde_json::from_slice::<crate::sign_up::Pending>(&plain).ok());
            match pending {
                Some(pending) if pending.email == email => {
                    leads.push((row.account_id, row.created_at));
                }
                Some(_) => {}
                None => tracing::error!("a sign-up that was begun was not read"),
            }
        }
        Ok(leads)
    }

    /// Erases an account that is of an address alone. False for one in which somebody
    /// has saved something: its owner link opens it, and they erase it themselves.
    async fn erase_now(&self, account: Uuid, by: Uuid) -> Result<bool, Failure> {
        // A member's, whose address was another one when they asked.
        let member = login::Entity::find_by_id(account);
        if member.count(self.data.read()).await? > 0 {
            return Ok(false);
        }
        if self.documents_of(account, self.data.read()).await? > 0 {
            let transaction = self.data.begin().await?;
            tickets::void(&transaction, account, Kind::SignUp).await?;
            transaction.commit().await?;
            return Ok(false);
        }
        mark_erasing(account, self.data.write()).await?;
        self.finish_erasing(account, Some(by)).await?;
        Ok(true)
    }

    /// Has a member's account erased after the usual delay, in which they can still
    /// sign in and keep it. Returns when.
    async fn erase_later(
        &self,
        transaction: &DatabaseTransaction,
        member: Uuid,
    ) -> Result<i64, Failure> {
        lock(member, transaction).await?;
        let now = self.clock.now();
        let due_at = now + i64::from(self.erasure_days) * DAY;
        let secret = Secret::generate();
        let row = erasure::ActiveModel {
            account_id: Set(member),
            asked_at: Set(now),
            due_at: Set(due_at),
            report_hash: Set(secret.digest().to_vec()),
        };
        let before = erasure::Entity::find_by_id(member).one(transaction).await?;
        if let Some(before) = before {
            return Ok(before.due_at);
        }
        let once = OnConflict::column(erasure::Column::AccountId)
            .do_nothing()
            .to_owned();
        erasure::Entity::insert(row)
            .on_conflict(once)
            .exec_without_returning(transaction)
            .await?;
        erasures::withdraw(transaction, member, now).await?;
        if let Some(login) = login::Entity::find_by_id(member).one(transaction).await? {
            let key = self.key(member).await?;
            let letter = crate::letter::Letter::ErasureAsked {
                token: secret.reveal(),
                at: due_at,
            };
            self.write_to(transaction, &login, &key, letter).await?;
        }
        Ok(due_at)
    }
}

/// Whether what was held under the address was erased in a case.
pub(super) async fn is_erased(
    transaction: &DatabaseTransaction,
    (account, id): (Uuid, Uuid),
) -> Result<bool, Failure> {
    let erased = case_event::Entity::find()
        .filter(case_event::Column::AccountId.eq(account))
        .filter(case_event::Column::CaseId.eq(id))
        .filter(case_event::Column::Step.eq(Step::Erase.name()));
    Ok(erased.count(transaction).await? > 0)
}
