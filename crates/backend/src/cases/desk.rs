//! The desk: the queue of cases, sorted by their days; looking one up by its number
//! or an exact address; entering what came by mail or post; opening what one
//! says.
//!
//! In the queue nothing says who has asked. What a case says is masked until
//! somebody opens it with a reason, for a limited time; that they did is a step
//! of the case, which whoever has asked sees, and a row of the audit log.

use privacy::case::clock::{Urgency, act_by};
use privacy::case::{Matter, Proof, Requester, State, Step, Way};
use privacy::{Date, Right};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::{Index, PersonKey};

use super::ask::New;
use super::named::hits;
use super::read::done;
use super::{
    CASE_ZONE, CaseDone, CaseHit, Known, Words, answer_day, long_text, normal_number, words_of,
};
use crate::accounts::lock;
use crate::clock::MINUTE;
use crate::entity::{case_event, privacy_case};
use crate::failure::Failure;
use crate::letter::MailLang;
use crate::name::one_line;
use crate::sessions::Who;
use crate::store::Store;
use crate::{Event, audit};

/// What was opened is masked again after so many minutes.
pub const OPEN_MINUTES: i64 = 30;
/// Lines of the queue.
const LINES: u64 = 200;
/// A request can have come so many days ago.
const BACK_DAYS: i64 = 366;

/// A line of the queue: nothing of who has asked.
#[derive(Clone, Debug)]
pub struct CaseLine {
    pub account: Uuid,
    pub id: Uuid,
    pub number: String,
    pub matter: Matter,
    pub requester: Requester,
    pub way: Way,
    pub state: State,
    pub proof: Option<Proof>,
    pub received: Date,
    /// The last day for the answer.
    pub due: Date,
    /// The last working day before that.
    pub act_by: Date,
    pub urgency: Urgency,
    /// It can still be put off, to this day at most.
    pub extendable: Option<Date>,
    /// Whoever is named waits for the documents to be searched.
    pub to_scan: bool,
}

/// A case at the desk.
#[derive(Clone, Debug)]
pub struct CaseFile {
    pub line: CaseLine,
    /// None while they are masked.
    pub opened: Option<Opened>,
}

/// What a case says, opened for a time.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Milliseconds since 1970.
    pub until: i64,
    pub words: Words,
    pub done: Vec<CaseDone>,
    pub hits: Vec<CaseHit>,
}

/// A request that came by mail or post, as staff enter it.
#[derive(Clone, Debug)]
pub struct EnteredCase {
    pub matter: Matter,
    pub way: Way,
    /// The day on which it came.
    pub received: Date,
    pub email: String,
    /// Where a letter on paper goes, if there is no address of e-mail.
    pub post: String,
    /// Of whoever is named in somebody's CV.
    pub name: String,
    pub lang: MailLang,
    pub text: String,
}

/// Why a request was not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnterRefused {
    /// The address is none.
    NoAddress,
    /// Neither an address of e-mail nor one of a letter.
    NoReply,
    /// The day is still to come, or was more than a year ago.
    Day,
    NoText,
}

impl Store {
    /// The open cases, the most pressing first, and then those that were closed
    /// last.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn cases_queue(&self, who: &Who) -> Result<Vec<CaseLine>, Failure> {
        who.may(Right::Cases)?;
        let of = |open: bool| {
            let answered = privacy_case::Column::AnsweredAt;
            let find = privacy_case::Entity::find().limit(LINES);
            match open {
                true => find
                    .filter(answered.is_null())
                    .order_by_asc(privacy_case::Column::DueAt)
                    .order_by_asc(privacy_case::Column::Id),
                false => find
                    .filter(answered.is_not_null())
                    .order_by_desc(answered)
                    // As the index has them: many may be answered in one moment.
                    .order_by_desc(privacy_case::Column::DueAt)
                    .order_by_desc(privacy_case::Column::Id),
            }
        };
        let mut lines = Vec::new();
        for open in [true, false] {
            for row in of(open).all(self.data.read()).await? {
                lines.push(self.case_line(&row)?);
            }
        }
        Ok(lines)
    }

    /// How many cases wait for an answer, and how many of them are late.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn cases_waiting(&self, who: &Who) -> Result<(u64, u64), Failure> {
        who.may(Right::Cases)?;
        let open =
            || privacy_case::Entity::find().filter(privacy_case::Column::AnsweredAt.is_null());
        let late = privacy_case::Column::DueAt.lte(self.clock.now());
        let data = self.data.read();
        Ok((
            open().count(data).await?,
            open().filter(late).count(data).await?,
        ))
    }

    /// Cases by their number or by the exact address of whoever has asked.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn cases_search(&self, who: &Who, text: &str) -> Result<Vec<CaseLine>, Failure> {
        who.may(Right::Cases)?;
        let which = match vault::normal_email(text) {
            Some(email) => {
                let index = self.vault.index(Index::Email, &email).to_vec();
                privacy_case::Column::EmailIndex.eq(index)
            }
            None => privacy_case::Column::Number.eq(normal_number(text)),
        };
        let rows = privacy_case::Entity::find()
            .filter(which)
            .order_by_desc(privacy_case::Column::ReceivedAt)
            .limit(LINES)
            .all(self.data.read())
            .await?;
        rows.iter().map(|row| self.case_line(row)).collect()
    }

    /// Enters a request that came by mail or post, with the day on which it truly
    /// came. Returns account and id of the case.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn case_enter(
        &self,
        who: &Who,
        entered: &EnteredCase,
    ) -> Result<Result<(Uuid, Uuid), EnterRefused>, Failure> {
        who.may(Right::Cases)?;
        let now = self.clock.now();
        let today = CASE_ZONE.day(now);
        if entered.received > today || entered.received < today.days_later(-BACK_DAYS) {
            return Ok(Err(EnterRefused::Day));
        }
        let email = match entered.email.trim() {
            "" => None,
            typed => match vault::normal_email(typed) {
                Some(email) => Some(email),
                None => return Ok(Err(EnterRefused::NoAddress)),
            },
        };
        let post = long_text(&entered.post);
        if email.is_none() && post.is_empty() {
            return Ok(Err(EnterRefused::NoReply));
        }
        let text = long_text(&entered.text);
        if text.is_empty() {
            return Ok(Err(EnterRefused::NoText));
        }
        let name = Some(one_line(&entered.name, 200)).filter(|name| !name.is_empty());
        let new = New {
            matter: entered.matter,
            requester: match name {
                Some(_) => Requester::Named,
                None => Requester::Visitor,
            },
            way: entered.way,
            proof: None,
            received_at: CASE_ZONE.begins(entered.received),
            words: Words {
                email,
                lang: entered.lang.tag().to_owned(),
                text,
                name,
                post: Some(post).filter(|post| !post.is_empty()),
                ..Words::default()
            },
        };
        let (account, key) = self.case_account().await?;
        let transaction = self.data.begin().await?;
        self.case_account_write(&transaction, account).await?;
        let id = self
            .case_write(&transaction, (account, &key), new, Some(who))
            .await?;
        transaction.commit().await?;
        Ok(Ok((account, id)))
    }

    /// Opens what a case says, for [`OPEN_MINUTES`]. False without a reason.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such case.
    pub async fn case_open(
        &self,
        who: &Who,
        (account, id): (Uuid, Uuid),
        reason: &str,
    ) -> Result<bool, Failure> {
        let staff = who.may(Right::Cases)?;
        let reason = one_line(reason, 300);
        if reason.is_empty() {
            return Ok(false);
        }
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        self.case_row(&transaction, (account, id)).await?;
        let case = (account, id);
        self.case_note(&transaction, &key, case, Step::Open, Some(who), &reason)
            .await?;
        let event = Event::of(staff, audit::Action::CaseRead, account);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// A case at the desk, with what it says if this reader has opened it.
    ///
    /// # Errors
    /// As [`Store::case_open`].
    pub async fn case_file(&self, who: &Who, case: (Uuid, Uuid)) -> Result<CaseFile, Failure> {
        who.may(Right::Cases)?;
        let data = self.data.read();
        let row = self.case_row(data, case).await?;
        let line = self.case_line(&row)?;
        let opened = match self.case_opened(data, who, case).await? {
            None => None,
            Some(until) => {
                let key = self.key(row.account_id).await?;
                Some(Opened {
                    until,
                    words: words_of(&key, &row)?,
                    done: done(data, &key, row.account_id, row.id).await?,
                    hits: hits(data, &key, row.account_id, row.id).await?,
                })
            }
        };
        Ok(CaseFile { line, opened })
    }

    /// Until when a case is open for a reader, if it is.
    pub(super) async fn case_opened(
        &self,
        connection: &impl ConnectionTrait,
        who: &Who,
        (account, id): (Uuid, Uuid),
    ) -> Result<Option<i64>, Failure> {
        let since = self.clock.now() - OPEN_MINUTES * MINUTE;
        let row = case_event::Entity::find()
            .filter(case_event::Column::AccountId.eq(account))
            .filter(case_event::Column::CaseId.eq(id))
            .filter(case_event::Column::Step.eq(Step::Open.name()))
            .filter(case_event::Column::StaffId.eq(Uuid::from_bytes(who.person.0)))
            .filter(case_event::Column::At.gt(since))
            .order_by_desc(case_event::Column::At)
            .one(connection)
            .await?;
        Ok(row.map(|row| row.at + OPEN_MINUTES * MINUTE))
    }

    pub(super) async fn case_row(
        &self,
        connection: &impl ConnectionTrait,
        case: (Uuid, Uuid),
    ) -> Result<privacy_case::Model, Failure> {
        let row = privacy_case::Entity::find_by_id(case)
            .one(connection)
            .await?;
        row.ok_or(Failure::Missing)
    }

    fn case_line(&self, row: &privacy_case::Model) -> Result<CaseLine, Failure> {
        let known = Known::of(row)?;
        let due = answer_day(row.due_at);
        let open = known.state.is_open();
        let now = self.clock.now();
        let latest = privacy::case::clock::due(known.matter, CASE_ZONE.day(row.received_at));
        let may_wait = known.after(Step::Extend).is_some() && now < row.due_at;
        Ok(CaseLine {
            account: row.account_id,
            id: row.id,
            number: row.number.clone(),
            matter: known.matter,
            requester: known.requester,
            way: known.way,
            state: known.state,
            proof: known.proof,
            received: CASE_ZONE.day(row.received_at),
            due,
            act_by: act_by(due),
            urgency: match open {
                true => Urgency::of(due, CASE_ZONE, now),
                false => Urgency::Calm,
            },
            extendable: latest.extended.filter(|_| may_wait),
            to_scan: open && known.requester == Requester::Named && row.scanned_at.is_none(),
        })
    }

    /// Changes a case's state in a transaction that has read it.
    pub(super) async fn case_state(
        &self,
        connection: &impl ConnectionTrait,
        row: &privacy_case::Model,
        state: State,
    ) -> Result<(), Failure> {
        let now = self.clock.now();
        let mut changed = privacy_case::ActiveModel {
            account_id: Set(row.account_id),
            id: Set(row.id),
            state: Set(state.name().to_owned()),
            ..Default::default()
        };
        if !state.is_open() && row.answered_at.is_none() {
            changed.answered_at = Set(Some(now));
        }
        if state == State::Closed {
            changed.closed_at = Set(Some(now));
        }
        changed.update(connection).await?;
        Ok(())
    }
}

/// What a member of staff does to a case, once it is found and locked.
pub(super) struct AtDesk {
    pub(super) row: privacy_case::Model,
    pub(super) key: PersonKey,
}
