//! Signing in: address and password, then the second factor if there is one.
//!
//! An unknown address is treated as a known one with a wrong password, in
//! what is answered and in the work that is done.

use privacy::{PersonId, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Column, Index, PersonKey, Secret};
use zeroize::Zeroizing;

use crate::attempts::note_attempt;
use crate::entity::account::State;
use crate::entity::session::Kind as SessionKind;
use crate::entity::sign_in::{Method, Outcome};
use crate::entity::ticket::Kind;
use crate::entity::{account, login, session};
use crate::failure::Failure;
use crate::letter::{Letter, MailLang};
use crate::mail;
use crate::sessions::{self, Agent, Who};
use crate::sign_up::{EMAIL, PASSWORD};
use crate::store::Store;
use crate::{Event, audit, passwords, tickets};

/// What became of an attempt to sign in.
#[derive(Debug)]
pub enum SignIn {
    /// The secret is for the cookie.
    Done(Secret),
    /// The password was right. The secret goes with the code.
    SecondFactor(Secret),
    /// The password was right, and must be another one first: a letter says how.
    Reset,
    Wrong,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Awaited {}

impl Store {
    /// Signs in with address and password.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &str,
        agent: &Agent,
    ) -> Result<SignIn, Failure> {
        let email = vault::normal_email(email).unwrap_or_default();
        let index = self.vault.index(Index::Email, &email).to_vec();
        let row = login::Entity::find()
            .filter(login::Column::EmailIndex.eq(index))
            .one(self.data.read())
            .await?;
        // The same look at the keys for nobody.
        let account = row.as_ref().map_or_else(Uuid::nil, |row| row.account_id);
        let key = match self.key(account).await {
            Ok(key) => Some(key),
            Err(Failure::Missing) => None,
            Err(failure) => return Err(failure),
        };
        let known = row.zip(key);
        let stored = known.as_ref().map(|(row, key)| stored_password(row, key));
        let stored = stored.transpose()?.flatten();
        let outdated = stored
            .as_ref()
            .is_some_and(|hash| vault::password_outdated(hash));
        let right = passwords::verify(stored, password).await?;
        let Some((row, key)) = known else {
            return Ok(SignIn::Wrong);
        };
        let account = row.account_id;
        if !right {
            self.note_in_passing(account, key, Method::Password, Outcome::Wrong, agent);
            return Ok(SignIn::Wrong);
        }
        if outdated {
            let hash = passwords::hash(password).await?;
            let changed = login::ActiveModel {
                account_id: Set(account),
                password: Set(Some(key.seal(
                    PASSWORD,
                    account.into_bytes(),
                    hash.as_bytes(),
                ))),
                ..Default::default()
            };
            changed.update(self.data.write()).await?;
        }
        let transaction = self.data.begin().await?;
        if row.reset_at.is_some() {
            let by = (Method::Password, Outcome::Reset);
            note_attempt(self, &transaction, (account, &key), by, Some(agent)).await?;
            self.send_reset(&transaction, &row, &key).await?;
            transaction.commit().await?;
            return Ok(SignIn::Reset);
        }
        if row.totp.is_some() {
            let awaited = Awaited {};
            let kind = Kind::SecondFactor;
            let secret = tickets::issue(&transaction, self, &key, account, kind, &awaited).await?;
            transaction.commit().await?;
            return Ok(SignIn::SecondFactor(secret));
        }
        let token = self
            .enter(&transaction, &row, &key, Method::Password, agent)
            .await?;
        transaction.commit().await?;
        Ok(SignIn::Done(token))
    }

    /// Whose second factor a secret waits for, so that tries can be counted.
    pub async fn second_factor_of(&self, secret: &Secret) -> Result<Option<PersonId>, Failure> {
        let found = tickets::find::<Awaited>(self, Kind::SecondFactor, secret).await?;
        Ok(found.map(|found| PersonId(found.account.into_bytes())))
    }

    /// Signs in with the second factor, a code of the app or a recovery code,
    /// after the password. [`SignIn::Wrong`] leaves another try; None if the
    /// time for it is over.
    pub async fn sign_in_code(
        &self,
        secret: &Secret,
        code: &str,
        agent: &Agent,
    ) -> Result<Option<SignIn>, Failure> {
        let Some(found) = tickets::find::<Awaited>(self, Kind::SecondFactor, secret).await? else {
            return Ok(None);
        };
        let account = found.account;
        let transaction = self.data.begin().await?;
        let row = login::Entity::find_by_id(account)
            .lock_exclusive()
            .one(&transaction)
            .await?
            .ok_or(Failure::Missing)?;
        let method = self.take_code(&transaction, &row, &found.key, code).await?;
        let Some(method) = method else {
            let by = (Method::Code, Outcome::Wrong);
            note_attempt(self, &transaction, (account, &found.key), by, Some(agent)).await?;
            transaction.commit().await?;
            return Ok(Some(SignIn::Wrong));
        };
        if !tickets::spend(&transaction, &found).await? {
            return Ok(None);
        }
        let token = self
            .enter(&transaction, &row, &found.key, method, agent)
            .await?;
        transaction.commit().await?;
        Ok(Some(SignIn::Done(token)))
    }

    /// Lets a browser in: a new session, a line in the list of attempts, and a
    /// letter if the browser is a new one.
    ///
    /// # Errors
    /// [`Failure::Blocked`]
    pub(crate) async fn enter(
        &self,
        transaction: &DatabaseTransaction,
        row: &login::Model,
        key: &PersonKey,
        method: Method,
        agent: &Agent,
    ) -> Result<Secret, Failure> {
        let account = row.account_id;
        let stands = account::Entity::find_by_id(account)
            .one(transaction)
            .await?;
        if stands.is_some_and(|row| row.state == State::Blocked) {
            return Err(Failure::Blocked);
        }
        if self.is_new(transaction, account, key, agent).await? {
            let letter = Letter::NewDevice {
                browser: agent.browser.clone(),
                system: agent.system.clone(),
                at: self.clock.now(),
            };
            self.write_to(transaction, row, key, letter).await?;
        }
        // A passkey is asked for with its owner's finger or code: two factors.
        let two_factors = method != Method::Password;
        let staff = sessions::role(transaction, account).await? != Role::Member;
        let kind = match staff {
            true => SessionKind::Staff,
            false => SessionKind::Member,
        };
        let by = Some((key, agent));
        let token = sessions::open(self, transaction, account, kind, by, two_factors).await?;
        let done = (method, Outcome::Done);
        note_attempt(self, transaction, (account, key), done, Some(agent)).await?;
        audit::note(
            transaction,
            self,
            Event::own(account, audit::Action::SignedIn),
        )
        .await?;
        Ok(token)
    }

    /// Has a letter sent to a member, if they have an address.
    pub(crate) async fn write_to(
        &self,
        transaction: &DatabaseTransaction,
        row: &login::Model,
        key: &PersonKey,
        letter: Letter,
    ) -> Result<(), Failure> {
        let Some(email) = stored_email(row, key)? else {
            return Ok(());
        };
        let lang = MailLang::from_tag(&row.lang);
        mail::queue(transaction, self, key, row.account_id, &email, lang, letter).await
    }

    /// The member proves once more who they are. The session is a new one.
    pub async fn prove(
        &self,
        who: &Who,
        password: &str,
        agent: &Agent,
    ) -> Result<Option<Secret>, Failure> {
        let account = who.member()?;
        let row = login::Entity::find_by_id(account)
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        let key = self.key(account).await?;
        let stored = stored_password(&row, &key)?;
        if !passwords::verify(stored, password).await? {
            self.note_in_passing(account, key, Method::Password, Outcome::Wrong, agent);
            return Ok(None);
        }
        let transaction = self.data.begin().await?;
        let token = self
            .renew(&transaction, who, (&key, agent), who.two_factors)
            .await?;
        transaction.commit().await?;
        Ok(Some(token))
    }

    /// A new session in place of the one that asks.
    ///
    /// # Errors
    /// [`Failure::Missing`] if that one was ended meanwhile: who ended it meant it.
    pub(crate) async fn renew(
        &self,
        transaction: &DatabaseTransaction,
        who: &Who,
        by: (&PersonKey, &Agent),
        two_factors: bool,
    ) -> Result<Secret, Failure> {
        let account = who.member()?;
        let replaced = session::Entity::delete_by_id((account, who.session))
            .exec(transaction)
            .await?;
        if replaced.rows_affected == 0 {
            return Err(Failure::Missing);
        }
        let kind = match sessions::role(transaction, account).await? {
            Role::Member => SessionKind::Member,
            _ => SessionKind::Staff,
        };
        sessions::open(self, transaction, account, kind, Some(by), two_factors).await
    }
}

pub(crate) fn stored_password(
    row: &login::Model,
    key: &PersonKey,
) -> Result<Option<Zeroizing<String>>, Failure> {
    opened(PASSWORD, row.account_id, row.password.as_deref(), key)
}

pub(crate) fn stored_email(
    row: &login::Model,
    key: &PersonKey,
) -> Result<Option<Zeroizing<String>>, Failure> {
    opened(EMAIL, row.account_id, row.email.as_deref(), key)
}

fn opened(
    column: Column,
    account: Uuid,
    sealed: Option<&[u8]>,
    key: &PersonKey,
) -> Result<Option<Zeroizing<String>>, Failure> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let plain = key.open(column, account.into_bytes(), sealed)?;
    let text = std::str::from_utf8(&plain).map_err(|_| vault::Opening)?;
    Ok(Some(Zeroizing::new(text.to_owned())))
}
