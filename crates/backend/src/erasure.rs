//! Being erased on one's own wish: what goes and what stays is shown first, then
//! it is asked for, and after a delay in which its owner can still change their
//! mind it is done. At the end there is a signed report (`report.rs`) that says
//! what was erased and what is kept, and nothing of whom.
//!
//! Public pages are down as soon as somebody asks. Whoever asked by mistake, or
//! was somebody else, loses those at most: the account opens as before until its
//! day, and one press keeps it.

mod count;
mod pages;
mod report;

use privacy::erasure::{Gone, Kept};
use privacy::hold::Ground;
use privacy::{Actor, Date};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    ExprTrait, PaginatorTrait, QueryFilter, sea_query::OnConflict,
};
use uuid::Uuid;
use vault::Secret;

use crate::accounts::{lock, mark_erasing, uuid};
use crate::clock::DAY;
use crate::entity::ticket::Kind;
use crate::entity::{audit as audit_row, erasure, erasure_report, login, person_key};
use crate::failure::Failure;
use crate::letter::{Letter, MailLang};
use crate::sessions::Who;
use crate::sign_in::stored_email;
use crate::store::Store;
use crate::{Event, audit, tickets};

use count::{gone, stays};
pub(crate) use pages::withdraw;
pub use report::{
    ErasedLine, KeptLine, Report, ReportFault, parse_report_key, report_key, verify_report,
};

/// Days between asking and being gone, where the operator has said nothing.
pub const ERASURE_DELAY_DAYS: u16 = 3;
/// An operator may wait so many days at most.
pub const ERASURE_MOST_DAYS: u16 = privacy::inventory::ERASURE_DAYS;
/// The report can be fetched for so many days.
pub const REPORT_DAYS: i64 = privacy::inventory::REPORT_DAYS as i64;

/// What an erasure would take and leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasurePreview {
    /// What there is of each kind, without those of which there is nothing.
    pub gone: Vec<(Gone, u64)>,
    pub kept: Vec<Stays>,
    /// Days until it is done.
    pub delay_days: u16,
    /// If it is asked for already: when it is done, in milliseconds since 1970.
    pub due_at: Option<i64>,
}

/// What stays, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stays {
    pub kept: Kept,
    /// Of what is held: of which kind it is, and why.
    pub held: Option<(Gone, Ground)>,
    /// None where nobody can count it: backups are the operator's files.
    pub count: Option<u64>,
    /// The day on which it is gone too; of what is held, on which it is looked at
    /// again.
    pub until: Date,
}

/// An erasure that was asked for.
#[derive(Debug)]
pub struct ErasureAsked {
    /// Fetches the report.
    pub secret: Secret,
    pub due_at: i64,
    /// It is done already.
    pub done: bool,
    /// The public pages that are down.
    pub pages: Vec<Uuid>,
}

/// What there is behind the secret of an erasure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErasureState {
    /// It will be done then.
    Waiting(i64),
    /// It is done: the report, as a file.
    Done(String),
    /// It was called off, its report has had its time, or there never was one.
    Unknown,
}

impl Store {
    /// What goes and what stays if this account is erased.
    pub async fn erasure_preview(&self, who: &Who) -> Result<ErasurePreview, Failure> {
        let id = uuid(who.person);
        let now = self.clock.now();
        let due_at = self.erasure_due(who).await?;
        let data = self.data.snapshot().await?;
        let keys = person_key::Entity::find_by_id(id)
            .count(self.keys.read())
            .await?;
        let gone = gone(&data, id, keys, self.clock.now()).await?;
        let (asked, at) = match due_at {
            Some(due) => (0, due),
            None => (1, now + i64::from(self.erasure_days) * DAY),
        };
        // That it was asked for and that it is done will be in the log as well.
        let rows = self.audit_rows(&data, id).await? + asked + 1;
        Ok(ErasurePreview {
            gone,
            kept: stays(&data, id, rows, at).await?,
            delay_days: self.erasure_days,
            due_at,
        })
    }

    /// When the account will be erased, if that is asked for.
    pub async fn erasure_due(&self, who: &Who) -> Result<Option<i64>, Failure> {
        let row = erasure::Entity::find_by_id(uuid(who.person))
            .one(self.data.read())
            .await?;
        Ok(row.map(|row| row.due_at))
    }

    /// Asks for the account to be erased. A member must have proved who they
    /// are; whoever has an owner link shows it once more.
    ///
    /// Asked again, the day stays the same, and the report has the newer secret.
    ///
    /// # Errors
    /// [`Failure::Unproved`]
    pub async fn erasure_ask(
        &self,
        who: &Who,
        link: Option<&Secret>,
    ) -> Result<ErasureAsked, Failure> {
        let id = match who.member {
            true => who.proved()?,
            false => self.shown_again(who, link).await?,
        };
        let now = self.clock.now();
        let secret = Secret::generate();
        let transaction = self.data.begin().await?;
        lock(id, &transaction).await?;
        let before = erasure::Entity::find_by_id(id).one(&transaction).await?;
        let delay = i64::from(self.erasure_days) * DAY;
        let due_at = before.as_ref().map_or(now + delay, |row| row.due_at);
        let row = erasure::ActiveModel {
            account_id: Set(id),
            asked_at: Set(before.as_ref().map_or(now, |row| row.asked_at)),
            due_at: Set(due_at),
            report_hash: Set(secret.digest().to_vec()),
        };
        let newer = OnConflict::column(erasure::Column::AccountId)
            .update_column(erasure::Column::ReportHash)
            .to_owned();
        erasure::Entity::insert(row)
            .on_conflict(newer)
            .exec_without_returning(&transaction)
            .await?;
        let pages = withdraw(&transaction, id, now).await?;
        // A letter's link must not make a member of who is going.
        tickets::void(&transaction, id, Kind::SignUp).await?;
        let at_once = due_at <= now;
        let farewell = match at_once {
            true => self.farewell(id).await?,
            false => None,
        };
        if at_once {
            mark_erasing(id, &transaction).await?;
        } else if let Some(row) = login::Entity::find_by_id(id).one(&transaction).await? {
            let letter = Letter::ErasureAsked {
                token: secret.reveal(),
                at: due_at,
            };
            let key = self.key(id).await?;
            self.write_to(&transaction, &row, &key, letter).await?;
        }
        if before.is_none() {
            let event = Event::own(id, audit::Action::ErasureAsked);
            audit::note(&transaction, self, event).await?;
        }
        transaction.commit().await?;
        let mut done = at_once;
        if at_once {
            // From here on it is gone for everybody; what cannot be finished now
            // is finished by the next sweep.
            if let Err(failure) = self.finish_erasing(id, Some(id)).await {
                tracing::error!(%failure, "an account is erased by the next sweep");
                done = false;
            }
            self.say_farewell(farewell);
        }
        Ok(ErasureAsked {
            secret,
            due_at,
            done,
            pages,
        })
    }

    /// Keeps the account after all. False if nobody had asked.
    ///
    /// # Errors
    /// [`Failure::Missing`] if it is too late.
    pub async fn erasure_cancel(&self, who: &Who) -> Result<bool, Failure> {
        let id = uuid(who.person);
        let transaction = self.data.begin().await?;
        lock(id, &transaction).await?;
        let deleted = erasure::Entity::delete_by_id(id).exec(&transaction).await?;
        if deleted.rows_affected == 0 {
            return Ok(false);
        }
        let event = Event::own(id, audit::Action::ErasureCancelled);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// What became of the erasure with this secret. Whoever has it needs no
    /// account, which may be gone.
    pub async fn erasure_state(&self, secret: &Secret) -> Result<ErasureState, Failure> {
        let digest = secret.digest().to_vec();
        let kept_since = self.clock.now() - REPORT_DAYS * DAY;
        let done = erasure_report::Entity::find_by_id(digest.clone())
            .one(self.data.read())
            .await?
            .filter(|row| row.made_at >= kept_since);
        if let Some(row) = done {
            let text = String::from_utf8(row.report);
            return match text {
                Ok(text) => Ok(ErasureState::Done(text)),
                Err(_) => Err(Failure::Damaged("erasure_report.report")),
            };
        }
        let waiting = erasure::Entity::find()
            .filter(erasure::Column::ReportHash.eq(digest))
            .one(self.data.read())
            .await?;
        Ok(waiting.map_or(ErasureState::Unknown, |row| {
            ErasureState::Waiting(row.due_at)
        }))
    }

    /// The key with which anybody can check the signatures of reports.
    pub fn report_public_key(&self) -> [u8; 32] {
        self.reports.public()
    }

    /// Erases an account whose day has come, unless its owner has just changed
    /// their mind. Returns whether it was.
    pub(crate) async fn erase_due(&self, id: Uuid) -> Result<bool, Failure> {
        let farewell = self.farewell(id).await?;
        let transaction = self.data.begin().await?;
        match lock(id, &transaction).await {
            Ok(_) => {}
            // Others were faster.
            Err(Failure::Missing) => return Ok(false),
            Err(failure) => return Err(failure),
        }
        let row = erasure::Entity::find_by_id(id).one(&transaction).await?;
        if row.is_none_or(|row| row.due_at > self.clock.now()) {
            return Ok(false);
        }
        mark_erasing(id, &transaction).await?;
        transaction.commit().await?;
        self.erase(id, Some(id)).await?;
        self.say_farewell(farewell);
        Ok(true)
    }

    /// Gives whoever is to be erased the whole delay again: a database that was put
    /// back does not know who has called it off since.
    pub(crate) async fn erasures_put_off(&self) -> Result<(), Failure> {
        let due = self.clock.now() + i64::from(self.erasure_days) * DAY;
        erasure::Entity::update_many()
            .col_expr(erasure::Column::DueAt, Expr::value(due))
            .filter(erasure::Column::DueAt.lt(due))
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// Writes the report of an erasure that was asked for, in the transaction
    /// that deletes the account, and before it does.
    pub(crate) async fn write_report(
        &self,
        transaction: &DatabaseTransaction,
        id: Uuid,
    ) -> Result<(), Failure> {
        let Some(asked) = erasure::Entity::find_by_id(id).one(transaction).await? else {
            return Ok(());
        };
        let now = self.clock.now();
        // Its key was destroyed a moment ago.
        let gone = gone(transaction, id, 1, self.clock.now()).await?;
        let rows = self.audit_rows(transaction, id).await? + 1;
        let kept = stays(transaction, id, rows, now).await?;
        let report = report::signed(&self.reports, &gone, &kept, asked.asked_at, now)?;
        let row = erasure_report::ActiveModel {
            secret_hash: Set(asked.report_hash),
            report: Set(report.into_bytes()),
            made_at: Set(now),
        };
        // An older database that was put back erases once more who has their
        // report already.
        let there = OnConflict::column(erasure_report::Column::SecretHash)
            .do_nothing()
            .to_owned();
        let written = erasure_report::Entity::insert(row)
            .on_conflict(there)
            .exec_without_returning(transaction)
            .await;
        match written {
            Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// The account of an owner link that is shown once more.
    async fn shown_again(&self, who: &Who, link: Option<&Secret>) -> Result<Uuid, Failure> {
        let opened = match link {
            Some(link) => self.owner_link_open(link).await?,
            None => None,
        };
        match opened {
            Some(person) if person == who.person => Ok(uuid(person)),
            _ => Err(Failure::Unproved),
        }
    }

    /// Rows of the audit log that are about somebody.
    async fn audit_rows(&self, data: &impl ConnectionTrait, id: Uuid) -> Result<u64, Failure> {
        let pseudonym = self.audit_pseudonym(id).0.to_vec();
        let by = audit_row::Column::Actor.eq(pseudonym.clone());
        let about = audit_row::Column::Subject.eq(pseudonym);
        Ok(audit_row::Entity::find()
            .filter(by.or(about))
            .count(data)
            .await?)
    }

    /// To whom the last letter goes. Nobody's if there is no address, or no key
    /// any more that opens it.
    pub(crate) async fn farewell(&self, id: Uuid) -> Result<Option<(String, MailLang)>, Failure> {
        let (row, key) = match self.login(id).await {
            Ok(login) => login,
            // Nothing that does not open keeps anybody from being erased.
            Err(Failure::Missing | Failure::Sealed(_)) => return Ok(None),
            Err(failure) => return Err(failure),
        };
        privacy::gate::read(
            "login.email",
            Actor::Person(privacy::PersonId(id.into_bytes())),
            Actor::Person(privacy::PersonId(id.into_bytes())),
            privacy::Purpose::SignIn,
        )?;
        let lang = MailLang::from_tag(&row.lang);
        match stored_email(&row, &key) {
            Err(Failure::Sealed(_)) => Ok(None),
            email => Ok(email?.map(|email| (email.to_string(), lang))),
        }
    }

    pub(crate) fn say_farewell(&self, farewell: Option<(String, MailLang)>) {
        if let Some((to, lang)) = farewell {
            self.mail_farewell(to, lang);
        }
    }
}

/// Whether an account is to be erased. What comes to it now would go with it.
pub(crate) async fn is_asked(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<bool, Failure> {
    let rows = erasure::Entity::find_by_id(account)
        .count(connection)
        .await?;
    Ok(rows > 0)
}
