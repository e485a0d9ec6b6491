//! A copy of everything that is held of somebody, for themselves: one archive,
//! in forms that programs read and in one that people do (GDPR, articles 15 and 20).
//!
//! What is in it the inventory decides: each column that it lets into a copy,
//! and no other. The archive is made in the background, one file after the
//! other (`making.rs`), and kept sealed, in pieces, in rows like everything else
//! that is somebody's (`kept.rs`): it goes with their account, and after a week.
//!
//! Whoever makes a copy has it for [`LEASE`] from its last step on. Who dies
//! with it in hand leaves it to be begun again after that.

mod archive;
mod csv;
mod cvs;
mod kept;
mod making;
mod parts;
mod photos;
mod published;
mod rows;

use std::future::Future;

use cv::Document;
use privacy::inventory::Entry;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::accounts::{lock, uuid};
use crate::clock::{DAY, MINUTE};
use crate::entity::export::{self, State};
use crate::entity::{export_part, login};
use crate::failure::Failure;
use crate::letter::MailLang;
use crate::sessions::Who;
use crate::store::Store;
use crate::{Event, audit};

pub use kept::Download;
pub(crate) use rows::whose;

/// A copy can be taken for so many days.
pub const EXPORT_DAYS: i64 = privacy::inventory::EXPORT_DAYS as i64;
/// How long a step may take.
const LEASE: i64 = 2 * MINUTE;
/// Between a failure and the next attempt.
const PAUSE: i64 = MINUTE;
/// A copy that failed so often is not tried again.
const ATTEMPTS: i32 = 3;

/// What became of the wish to have a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Begun,
    /// One is being made already. Nothing was changed.
    Underway,
}

/// How far a copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportState {
    /// So many steps of so many; of none, if it is not begun.
    Making {
        done: u32,
        total: u32,
    },
    /// It can be taken: so many bytes.
    Ready {
        bytes: u64,
    },
    /// There was no room for it.
    Full,
    Failed,
}

/// What its owner is told of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportShown {
    pub id: Uuid,
    pub state: ExportState,
    /// Milliseconds since 1970.
    pub asked_at: i64,
    pub expires_at: i64,
}

/// A copy that was taken in hand, to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportJob {
    pub(crate) account: Uuid,
    pub(crate) id: Uuid,
    /// How often it was begun, this time included.
    pub attempts: u32,
    pub(crate) lang: MailLang,
    pub(crate) asked_at: i64,
}

/// How the making of a copy ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    Ready,
    /// Nobody wants it any more: it was deleted, replaced, or its account erased.
    Unwanted,
}

/// Makes what this crate cannot: pages, with fonts and with words.
pub trait Press: Sync {
    /// A document as a PDF. None if that failed: then the copy says that it is missing.
    fn pdf(
        &self,
        document: Document,
        photo: Option<Vec<u8>>,
    ) -> impl Future<Output = Option<Vec<u8>>> + Send;

    /// The page that people read first, as HTML: what is held, why, and until when.
    fn page(&self, lang: MailLang, held: &Held) -> String;
}

/// What is in a copy.
#[derive(Clone, Debug)]
pub struct Held {
    /// Milliseconds since 1970.
    pub asked_at: i64,
    pub tables: Vec<HeldTable>,
    pub files: Vec<HeldFile>,
    /// Names of files that could not be made.
    pub missing: Vec<String>,
}

/// The rows of a table, as far as a page shows them.
#[derive(Clone, Debug)]
pub struct HeldTable {
    pub name: String,
    pub columns: Vec<HeldColumn>,
    /// As text, in the order of the columns.
    pub rows: Vec<Vec<String>>,
    /// Rows that stand only in the files.
    pub more: u64,
}

#[derive(Clone, Debug)]
pub struct HeldColumn {
    pub name: String,
    /// In its rows stand names of files.
    pub is_file: bool,
    pub declared: &'static Entry,
}

/// A file of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldFile {
    pub name: String,
    pub bytes: u64,
}

impl Store {
    /// Begins a copy of everything of an account, in place of one that is there.
    /// It is in the language of a member's letters; without those, in `lang`.
    ///
    /// # Errors
    /// [`Failure::Unproved`] for a member who has not just proved who they are.
    pub async fn export_ask(&self, who: &Who, lang: MailLang) -> Result<Asked, Failure> {
        let account = match who.member {
            true => who.proved()?,
            // An owner link is all that there is to prove.
            false => uuid(who.person),
        };
        let login = login::Entity::find_by_id(account)
            .one(self.data.read())
            .await?;
        let lang = login.map_or(lang, |login| MailLang::from_tag(&login.lang));
        let asked = self.export_insert(account, who.session, lang, 0).await?;
        self.exports.notify_one();
        Ok(asked)
    }

    /// Writes down that a copy is wanted; `leased` is for how long somebody has
    /// it in hand already.
    pub(crate) async fn export_insert(
        &self,
        account: Uuid,
        session: Uuid,
        lang: MailLang,
        leased: i64,
    ) -> Result<Asked, Failure> {
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let known = export::Entity::find_by_id(account)
            .one(&transaction)
            .await?;
        if known.is_some_and(|row| row.state == State::Making && now < row.expires_at) {
            return Ok(Asked::Underway);
        }
        delete(&transaction, account).await?;
        let row = export::ActiveModel {
            account_id: Set(account),
            id: Set(Uuid::now_v7()),
            session_id: Set(session),
            state: Set(State::Making),
            lang: Set(lang.tag().to_owned()),
            asked_at: Set(now),
            due_at: Set(now + leased),
            attempts: Set(0),
            done: Set(0),
            total: Set(0),
            bytes: Set(0),
            expires_at: Set(now + EXPORT_DAYS * DAY),
        };
        export::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        let event = Event::own(account, audit::Action::ExportAsked);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(Asked::Begun)
    }

    /// The copy that there is, or is being made.
    pub async fn export_shown(&self, who: &Who) -> Result<Option<ExportShown>, Failure> {
        let row = self.export_row(uuid(who.person)).await?;
        Ok(row.map(|row| ExportShown {
            id: row.id,
            state: match row.state {
                State::Making => ExportState::Making {
                    done: row.done as u32,
                    total: row.total as u32,
                },
                State::Ready => ExportState::Ready {
                    bytes: row.bytes as u64,
                },
                State::Full => ExportState::Full,
                State::Failed => ExportState::Failed,
            },
            asked_at: row.asked_at,
            expires_at: row.expires_at,
        }))
    }

    async fn export_row(&self, account: Uuid) -> Result<Option<export::Model>, Failure> {
        let row = export::Entity::find_by_id(account)
            .one(self.data.read())
            .await?;
        Ok(row.filter(|row| self.clock.now() < row.expires_at))
    }

    /// Deletes the copy, ready or not.
    pub async fn export_delete(&self, who: &Who) -> Result<(), Failure> {
        let transaction = self.data.begin().await?;
        // Whoever is making it waits, and then finds that it is not wanted.
        lock(uuid(who.person), &transaction).await?;
        delete(&transaction, uuid(who.person)).await?;
        Ok(transaction.commit().await?)
    }

    /// Waits until a copy was asked for in this process.
    pub async fn export_asked(&self) {
        self.exports.notified().await;
    }

    /// Takes the next copy in hand that is due. It is to be made at once, with
    /// [`Store::export_make`].
    pub async fn export_take(&self) -> Result<Option<ExportJob>, Failure> {
        loop {
            let now = self.clock.now();
            let row = export::Entity::find()
                .filter(export::Column::State.eq(State::Making))
                .filter(export::Column::DueAt.lte(now))
                .order_by_asc(export::Column::DueAt)
                .one(self.data.read())
                .await?;
            let Some(row) = row else { return Ok(None) };
            if let Some(job) = self.export_begin(row).await? {
                return Ok(Some(job));
            }
            // It is not for us: the next one.
        }
    }

    /// Begins the copy of one account, whoever has it in hand.
    pub(crate) async fn export_begin_of(
        &self,
        account: Uuid,
    ) -> Result<Option<ExportJob>, Failure> {
        match self.export_row(account).await? {
            Some(row) => self.export_begin(row).await,
            None => Ok(None),
        }
    }

    /// Begins a copy, as its next attempt. None if another was faster, or it was
    /// tried often enough.
    async fn export_begin(&self, row: export::Model) -> Result<Option<ExportJob>, Failure> {
        let mut job = ExportJob {
            account: row.account_id,
            id: row.id,
            attempts: row.attempts as u32,
            lang: MailLang::from_tag(&row.lang),
            asked_at: row.asked_at,
        };
        let tried = job.attempts as i32 >= ATTEMPTS;
        let transaction = self.data.begin().await?;
        let changed = match tried {
            true => mine(&job).col_expr(export::Column::State, State::Failed.into()),
            false => mine(&job)
                .col_expr(
                    export::Column::Attempts,
                    Expr::value(job.attempts as i32 + 1),
                )
                .col_expr(export::Column::DueAt, Expr::value(self.clock.now() + LEASE))
                .col_expr(export::Column::Done, Expr::value(0))
                .col_expr(export::Column::Bytes, Expr::value(0_i64)),
        };
        if changed.exec(&transaction).await?.rows_affected == 0 {
            return Ok(None);
        }
        delete_parts(&transaction, job.account).await?;
        transaction.commit().await?;
        job.attempts += 1;
        Ok((!tried).then_some(job))
    }

    /// A copy was not finished because the program ends: whoever comes next
    /// begins it at once.
    pub async fn export_leave(&self, job: &ExportJob) -> Result<(), Failure> {
        mine(job)
            .col_expr(
                export::Column::Attempts,
                Expr::value(job.attempts as i32 - 1),
            )
            .col_expr(export::Column::DueAt, Expr::value(self.clock.now()))
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// Deletes copies that have had their time, and what is left of those that
    /// failed.
    pub(crate) async fn sweep_exports(&self) -> Result<u64, Failure> {
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        let of = |which| {
            Query::select()
                .column(export::Column::AccountId)
                .from(export::Entity)
                .and_where(which)
                .to_owned()
        };
        let past = export::Column::ExpiresAt.lte(now);
        let failed = export::Column::State.is_in([State::Full, State::Failed]);
        export_part::Entity::delete_many()
            .filter(export_part::Column::AccountId.in_subquery(of(past.clone().or(failed))))
            .exec(&transaction)
            .await?;
        let gone = export::Entity::delete_many()
            .filter(past)
            .exec(&transaction)
            .await?;
        // Of no copy any more.
        let copies = Query::select()
            .column(export::Column::AccountId)
            .from(export::Entity)
            .to_owned();
        export_part::Entity::delete_many()
            .filter(export_part::Column::AccountId.not_in_subquery(copies))
            .exec(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(gone.rows_affected)
    }

    /// How many copies have had their time.
    pub(crate) async fn exports_past(&self) -> Result<u64, Failure> {
        let past = export::Column::ExpiresAt.lte(self.clock.now());
        let past = export::Entity::find().filter(past);
        Ok(past.count(self.data.read()).await?)
    }
}

/// A change to a copy's row, if it is still the one that somebody has in hand.
fn mine(job: &ExportJob) -> sea_orm::UpdateMany<export::Entity> {
    export::Entity::update_many()
        .filter(export::Column::AccountId.eq(job.account))
        .filter(export::Column::Id.eq(job.id))
        .filter(export::Column::Attempts.eq(job.attempts as i32))
        .filter(export::Column::State.eq(State::Making))
}

async fn delete(connection: &impl ConnectionTrait, account: Uuid) -> Result<(), Failure> {
    delete_parts(connection, account).await?;
    export::Entity::delete_by_id(account)
        .exec(connection)
        .await?;
    Ok(())
}

async fn delete_parts(connection: &impl ConnectionTrait, account: Uuid) -> Result<(), Failure> {
    export_part::Entity::delete_many()
        .filter(export_part::Column::AccountId.eq(account))
        .exec(connection)
        .await?;
    Ok(())
}
