//! Another controller (`privacy::succession`): one proposes it, a second one confirms
//! it at least thirty days before its day, every member gets a letter, and every page
//! says so until then. Before that day the server does not start under another name.
//! Where it is called off, whoever had the letter gets another one (`letters.rs`).

mod letters;

use privacy::succession::SuccessionReason;
use privacy::{Date, Right};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Event;
use crate::audit::{self, Action};
use crate::entity::{setting, succession as table};
use crate::failure::Failure;
use crate::noted::put_setting;
use crate::sealed::SUCCESSION_CONTENT;
use crate::sessions::Who;
use crate::store::Store;

/// The setting that says who is responsible, as far as the database knows.
const CONTROLLER: &str = "controller";
/// Characters of each text.
const LINE: usize = 200;

/// Who is to be responsible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewController {
    pub name: String,
    pub registration_number: String,
    pub address: String,
    pub country: String,
    pub email: String,
}

/// Why nobody else becomes responsible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SuccessionRefused {
    /// Name, address or e-mail are missing, or something is too long.
    Incomplete,
    /// It is sooner than people are to be told, or too far away.
    Day,
    /// There is one already that is open.
    Open,
    /// Whoever has proposed it does not confirm it.
    SamePerson,
    /// There is none that waits.
    Nothing,
}

/// A change, as it is shown: to everybody when it is announced, to staff before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuccessionLine {
    pub id: Uuid,
    pub reason: SuccessionReason,
    pub to: NewController,
    pub effective: Date,
    pub proposed_at: i64,
    /// None while nobody has confirmed it.
    pub announced_at: Option<i64>,
    pub ended_at: Option<i64>,
    /// Everybody has been written to.
    pub told_at: Option<i64>,
    /// The reader has proposed it.
    pub own: bool,
}

/// Why a server must not run under another name than before.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "operator.name says {now}, and until now {before} was responsible: people are told first. Announce it under \
     /admin/registers/controller, with two people, and change operator.name on the day that it names"
)]
pub struct ControllerRefused {
    pub before: String,
    pub now: String,
}

impl Store {
    /// Proposes that somebody else becomes responsible.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, [`Failure::Unproved`].
    pub async fn succession_propose(
        &self,
        who: &Who,
        reason: SuccessionReason,
        to: &NewController,
        effective: Date,
    ) -> Result<Result<Uuid, SuccessionRefused>, Failure> {
        let actor = who.may(Right::Succession)?;
        who.proved()?;
        let now = self.clock.now();
        if !is_complete(to) {
            return Ok(Err(SuccessionRefused::Incomplete));
        }
        if !reason.allows(Date::of(now), effective) {
            return Ok(Err(SuccessionRefused::Day));
        }
        let id = Uuid::now_v7();
        let plain = serde_json::to_vec(to).map_err(|_| damaged())?;
        let key = self.vault.registers_key();
        let row = table::ActiveModel {
            id: Set(id),
            reason: Set(reason.name().to_owned()),
            content: Set(key.seal(SUCCESSION_CONTENT, id.into_bytes(), &plain)),
            effective_at: Set(effective.starts()),
            proposed_at: Set(now),
            proposed_by: Set(self.audit_pseudonym(actor).0.to_vec()),
            decided_at: Set(None),
            decided_by: Set(None),
            ended_at: Set(None),
            told_to: Set(None),
            told_at: Set(None),
            cancelled_at: Set(None),
            recalled_to: Set(None),
            recalled_at: Set(None),
        };
        let transaction = self.begin_succession().await?;
        if open(&transaction).await?.is_some() {
            return Ok(Err(SuccessionRefused::Open));
        }
        table::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        self.note_succession(&transaction, Some(actor), Action::SuccessionProposed)
            .await?;
        transaction.commit().await?;
        Ok(Ok(id))
    }

    /// Agrees, which announces it. [`Store::succession_letters`] then writes to
    /// everybody.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, [`Failure::Unproved`].
    pub async fn succession_confirm(
        &self,
        who: &Who,
    ) -> Result<Result<(), SuccessionRefused>, Failure> {
        let actor = who.may(Right::Succession)?;
        who.proved()?;
        let now = self.clock.now();
        let by = self.audit_pseudonym(actor).0.to_vec();
        let transaction = self.begin_succession().await?;
        let row = open(&transaction).await?;
        let Some(row) = row.filter(|row| row.decided_at.is_none()) else {
            return Ok(Err(SuccessionRefused::Nothing));
        };
        if row.proposed_by == by {
            return Ok(Err(SuccessionRefused::SamePerson));
        }
        // People have their time from today on, whenever it was proposed.
        if !reason(&row)?.allows(Date::of(now), Date::of(row.effective_at)) {
            return Ok(Err(SuccessionRefused::Day));
        }
        table::Entity::update_many()
            .col_expr(table::Column::DecidedAt, Expr::value(Some(now)))
            .col_expr(table::Column::DecidedBy, Expr::value(Some(by)))
            .filter(table::Column::Id.eq(row.id))
            .exec(&transaction)
            .await?;
        self.note_succession(&transaction, Some(actor), Action::SuccessionAnnounced)
            .await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Calls it off, proposed or announced. [`Store::succession_letters`] then writes to
    /// whoever was told of it.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is none.
    pub async fn succession_cancel(&self, who: &Who) -> Result<(), Failure> {
        let actor = who.may(Right::Succession)?;
        who.proved()?;
        let transaction = self.begin_succession().await?;
        let row = open(&transaction).await?.ok_or(Failure::Missing)?;
        match row.decided_at {
            // Nobody was told of it.
            None => {
                table::Entity::delete_by_id(row.id)
                    .exec(&transaction)
                    .await?;
            }
            Some(_) => {
                self.end(&transaction, row.id).await?;
                table::Entity::update_many()
                    .col_expr(
                        table::Column::CancelledAt,
                        Expr::value(Some(self.clock.now())),
                    )
                    .filter(table::Column::Id.eq(row.id))
                    .exec(&transaction)
                    .await?;
            }
        }
        self.note_succession(&transaction, Some(actor), Action::SuccessionCancelled)
            .await?;
        Ok(transaction.commit().await?)
    }

    /// Every change that there was or is, the newest first.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn successions(&self, who: &Who) -> Result<Vec<SuccessionLine>, Failure> {
        let actor = who.may(Right::Succession)?;
        let own = self.audit_pseudonym(actor).0.to_vec();
        let rows = table::Entity::find()
            .order_by_desc(table::Column::ProposedAt)
            .all(self.data.read())
            .await?;
        let shown = |row: &table::Model| {
            let mut line = self.succession_line(row)?;
            line.own = row.proposed_by == own;
            Ok(line)
        };
        rows.iter().map(shown).collect()
    }

    /// The change that is announced and has not come yet, for everybody.
    pub async fn succession_announced(&self) -> Result<Option<SuccessionLine>, Failure> {
        let row = open(self.data.read()).await?;
        let row = row.filter(|row| row.decided_at.is_some());
        row.map(|row| self.succession_line(&row)).transpose()
    }

    /// Notes who is responsible, as the configuration says at a start that strangers
    /// reach. Another one than before is taken only if that was announced and its day
    /// has come.
    pub async fn controller_is(
        &self,
        name: &str,
    ) -> Result<Result<(), ControllerRefused>, Failure> {
        let transaction = self.begin_succession().await?;
        let known = setting::Entity::find_by_id(CONTROLLER)
            .one(&transaction)
            .await?;
        let before = known.map(|row| String::from_utf8_lossy(&row.value).into_owned());
        let refused = match &before {
            Some(before) if before != name => Some(ControllerRefused {
                before: before.clone(),
                now: name.to_owned(),
            }),
            _ => None,
        };
        if let Some(refused) = refused {
            let today = Date::of(self.clock.now());
            let row = open(&transaction).await?;
            let row = row.filter(|row| row.decided_at.is_some());
            let Some(row) = row.filter(|row| Date::of(row.effective_at) <= today) else {
                return Ok(Err(refused));
            };
            if self.succession_line(&row)?.to.name != name {
                return Ok(Err(refused));
            }
            self.end(&transaction, row.id).await?;
            self.note_succession(&transaction, None, Action::SuccessionDone)
                .await?;
        }
        put_setting(&transaction, CONTROLLER, name.as_bytes().to_vec()).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// A transaction in which nobody else decides about a change. The head of the
    /// audit log is what everybody who does has to write.
    async fn begin_succession(&self) -> Result<crate::database::Transaction, Failure> {
        let transaction = self.data.begin().await?;
        setting::Entity::find_by_id(audit::HEAD)
            .lock_exclusive()
            .one(&transaction)
            .await?;
        Ok(transaction)
    }

    async fn end(&self, transaction: &DatabaseTransaction, id: Uuid) -> Result<(), Failure> {
        table::Entity::update_many()
            .col_expr(table::Column::EndedAt, Expr::value(Some(self.clock.now())))
            .filter(table::Column::Id.eq(id))
            .exec(transaction)
            .await?;
        Ok(())
    }

    fn succession_line(&self, row: &table::Model) -> Result<SuccessionLine, Failure> {
        let key = self.vault.registers_key();
        let plain = key.open(SUCCESSION_CONTENT, row.id.into_bytes(), &row.content)?;
        Ok(SuccessionLine {
            id: row.id,
            reason: reason(row)?,
            to: serde_json::from_slice(&plain).map_err(|_| damaged())?,
            effective: Date::of(row.effective_at),
            proposed_at: row.proposed_at,
            announced_at: row.decided_at,
            ended_at: row.ended_at,
            told_at: row.told_at,
            own: false,
        })
    }

    async fn note_succession(
        &self,
        transaction: &DatabaseTransaction,
        actor: Option<Uuid>,
        action: Action,
    ) -> Result<(), Failure> {
        let event = Event {
            actor,
            action,
            subject: None,
        };
        audit::note(transaction, self, event).await
    }
}

fn is_complete(to: &NewController) -> bool {
    let needed = [&to.name, &to.address, &to.email];
    let all = [
        &to.name,
        &to.registration_number,
        &to.address,
        &to.country,
        &to.email,
    ];
    needed.iter().all(|text| !text.trim().is_empty())
        && all.iter().all(|text| text.chars().count() <= LINE)
        && (to.country.is_empty() || privacy::transfer::Country::new(&to.country).is_some())
        && vault::normal_email(&to.email).is_some()
}

fn damaged() -> Failure {
    Failure::Damaged("succession.content")
}

fn reason(row: &table::Model) -> Result<SuccessionReason, Failure> {
    SuccessionReason::from_name(&row.reason).ok_or(Failure::Damaged("succession.reason"))
}

/// The one that is neither called off nor done.
async fn open(connection: &impl ConnectionTrait) -> Result<Option<table::Model>, Failure> {
    Ok(table::Entity::find()
        .filter(table::Column::EndedAt.is_null())
        .one(connection)
        .await?)
}
