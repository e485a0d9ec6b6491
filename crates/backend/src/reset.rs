//! Passwords that are set anew: by a letter, by a link that staff make, or
//! because their owner says that somebody else was in the account.

use privacy::{Right, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter, sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Index, PersonKey, Secret};

use crate::accounts::lock;
use crate::attempts::{note_attempt, protects};
use crate::entity::ticket::Kind;
use crate::entity::{login, publication, security_case};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::publications::details;
use crate::sessions::{self, Agent, Who};
use crate::sign_in::stored_email;
use crate::sign_up::{Finished, PASSWORD};
use crate::store::Store;
use crate::{Event, audit, passwords, tickets};

#[derive(Serialize, Deserialize)]
pub(crate) struct Reset {}

impl Store {
    /// Has a letter sent to an address, if it has an account. Whether it has,
    /// the caller is not told.
    pub async fn reset_begin(&self, email: &str) -> Result<(), Failure> {
        let Some(row) = self.login_of(email).await? else {
            return Ok(());
        };
        let key = self.key(row.account_id).await?;
        let transaction = self.data.begin().await?;
        self.send_reset(&transaction, &row, &key).await?;
        transaction.commit().await?;
        Ok(())
    }

    pub(crate) async fn send_reset(
        &self,
        transaction: &DatabaseTransaction,
        row: &login::Model,
        key: &PersonKey,
    ) -> Result<(), Failure> {
        let reset = Reset {};
        let account = row.account_id;
        let secret = tickets::issue(transaction, self, key, account, Kind::Reset, &reset).await?;
        let token = secret.reveal();
        self.write_to(transaction, row, key, Letter::ResetPassword { token })
            .await
    }

    /// A link's secret for the owner of an address, made by staff for somebody
    /// whom letters do not reach. Not for staff's own accounts: an
    /// administrator must not become another one.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or for an unknown address.
    pub async fn reset_link(&self, who: &Who, email: &str) -> Result<Secret, Failure> {
        let actor = who.may(Right::ResetLinks)?;
        let row = self.login_of(email).await?.ok_or(Failure::Missing)?;
        if sessions::role(self.data.read(), row.account_id).await? != Role::Member {
            return Err(Failure::Missing);
        }
        self.make_reset_link(Some(actor), row.account_id).await
    }

    /// The same for the operator, who has the machine.
    ///
    /// # Errors
    /// [`Failure::Missing`] for an unknown address.
    pub async fn operator_reset_link(&self, email: &str) -> Result<Secret, Failure> {
        let row = self.login_of(email).await?.ok_or(Failure::Missing)?;
        self.make_reset_link(None, row.account_id).await
    }

    async fn make_reset_link(&self, by: Option<Uuid>, account: Uuid) -> Result<Secret, Failure> {
        let key = self.key(account).await?;
        let reset = Reset {};
        let transaction = self.data.begin().await?;
        let secret = tickets::issue(&transaction, self, &key, account, Kind::Reset, &reset).await?;
        let event = Event {
            actor: by,
            action: audit::Action::PasswordReset,
            subject: Some(account),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(secret)
    }

    pub(crate) async fn login_of(&self, email: &str) -> Result<Option<login::Model>, Failure> {
        let Some(email) = vault::normal_email(email) else {
            return Ok(None);
        };
        let index = self.vault.index(Index::Email, &email).to_vec();
        Ok(login::Entity::find()
            .filter(login::Column::EmailIndex.eq(index))
            .one(self.data.read())
            .await?)
    }

    /// Whether a letter's link is still good.
    pub async fn reset_pending(&self, secret: &Secret) -> Result<bool, Failure> {
        let found = tickets::find::<Reset>(self, Kind::Reset, secret).await?;
        Ok(found.is_some())
    }

    /// Sets the password anew and ends all sessions. Signs nobody in: the second
    /// factor has not been asked for. `Finished::Done` is never returned; None
    /// says that it is done.
    pub async fn reset_finish(
        &self,
        secret: &Secret,
        password: &str,
    ) -> Result<Option<Finished>, Failure> {
        let Some(found) = tickets::find::<Reset>(self, Kind::Reset, secret).await? else {
            return Ok(Some(Finished::Gone));
        };
        let account = found.account;
        let row = login::Entity::find_by_id(account)
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        let email = stored_email(&row, &found.key)?.unwrap_or_default();
        if let Err(weakness) = vault::password_strength(password, &[&email]) {
            return Ok(Some(Finished::Weak(weakness)));
        }
        let hash = passwords::hash(password).await?;
        let transaction = self.data.begin().await?;
        if !tickets::spend(&transaction, &found).await? {
            return Ok(Some(Finished::Gone));
        }
        self.set_password(&transaction, account, &found.key, &hash)
            .await?;
        sessions::end_all(&transaction, account, None).await?;
        self.write_to(&transaction, &row, &found.key, Letter::PasswordChanged)
            .await?;
        let event = Event::own(account, audit::Action::PasswordReset);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(None)
    }

    pub(crate) async fn set_password(
        &self,
        connection: &impl ConnectionTrait,
        account: Uuid,
        key: &PersonKey,
        hash: &str,
    ) -> Result<(), Failure> {
        let changed = login::ActiveModel {
            account_id: Set(account),
            password: Set(Some(key.seal(
                PASSWORD,
                account.into_bytes(),
                hash.as_bytes(),
            ))),
            password_at: Set(Some(self.clock.now())),
            reset_at: Set(None),
            ..Default::default()
        };
        changed.update(connection).await?;
        // Whoever had the old password is out of what it had begun too.
        for kind in [Kind::Reset, Kind::SecondFactor, Kind::Email] {
            tickets::void(connection, account, kind).await?;
        }
        Ok(())
    }

    /// "Somebody else was in my account": ends every session, takes every public
    /// page down, has nobody sign in before the password is another one, and
    /// opens a case, unless they object to that. In one step, and for whoever is in the account now: it
    /// closes doors and opens none. Returns the ids of the pages that are gone.
    ///
    /// # Errors
    /// [`Failure::Missing`] for an owner link.
    pub async fn compromised(&self, who: &Who, agent: &Agent) -> Result<Vec<Uuid>, Failure> {
        use crate::entity::sign_in::{Method, Outcome};
        let account = who.member()?;
        let key = self.key(account).await?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let row = login::Entity::find_by_id(account)
            .one(&transaction)
            .await?
            .ok_or(Failure::Missing)?;
        sessions::end_all(&transaction, account, None).await?;
        let pages = publication::Entity::find()
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::RevokedAt.is_null())
            .all(&transaction)
            .await?;
        publication::Entity::update_many()
            .col_expr(publication::Column::Content, Expr::value(None::<Vec<u8>>))
            .col_expr(publication::Column::RevokedAt, Expr::value(Some(now)))
            .filter(publication::Column::AccountId.eq(account))
            .filter(publication::Column::RevokedAt.is_null())
            .exec(&transaction)
            .await?;
        let taken_down: Vec<Uuid> = pages.iter().map(|page| page.id).collect();
        details::delete_of_pages(&transaction, account, &taken_down).await?;
        for kind in [
            Kind::Reset,
            Kind::SecondFactor,
            Kind::Email,
            Kind::Totp,
            Kind::PasskeyNew,
        ] {
            tickets::void(&transaction, account, kind).await?;
        }
        // Who has only passkeys has nothing that could be set anew by letter.
        if row.password.is_some() {
            let changed = login::ActiveModel {
                account_id: Set(account),
                reset_at: Set(Some(now)),
                ..Default::default()
            };
            changed.update(&transaction).await?;
            self.write_to(&transaction, &row, &key, Letter::Compromised)
                .await?;
            self.send_reset(&transaction, &row, &key).await?;
        }
        let watched = protects(&transaction, account).await?;
        if watched {
            let case = security_case::ActiveModel {
                account_id: Set(account),
                id: Set(Uuid::now_v7()),
                kind: Set(security_case::Kind::Compromised),
                opened_at: Set(now),
                closed_at: Set(None),
            };
            security_case::Entity::insert(case)
                .exec_without_returning(&transaction)
                .await?;
        }
        let by = (Method::Password, Outcome::Reset);
        note_attempt(self, &transaction, (account, &key), by, Some(agent)).await?;
        let opened = watched.then_some(audit::Action::CaseOpened);
        for action in [audit::Action::Compromised].into_iter().chain(opened) {
            audit::note(&transaction, self, Event::own(account, action)).await?;
        }
        transaction.commit().await?;
        Ok(pages.into_iter().map(|page| page.id).collect())
    }
}
