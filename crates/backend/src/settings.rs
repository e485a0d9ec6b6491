//! What a member sees and changes of how they sign in: password, address,
//! second factor. All changes need a fresh proof of who asks, and are told by
//! letter.

use privacy::{Purpose, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Index, PersonKey, Secret, Weakness};

use crate::entity::ticket::Kind;
use crate::entity::{account, login, passkey, recovery_code, staff};
use crate::failure::{Failure, is_taken};
use crate::letter::{Letter, MailLang, masked};
use crate::mail;
use crate::sessions::{self, Agent, Who};
use crate::sign_in::{stored_email, stored_password};
use crate::sign_up::EMAIL;
use crate::store::Store;
use crate::{Event, audit, passwords, tickets};

/// What a member sees of their account.
#[derive(Clone, Debug)]
pub struct Settings {
    pub email: Option<String>,
    pub password: bool,
    /// The second factor, and how many recovery codes are left for it.
    pub totp: Option<u64>,
    pub passkeys: u64,
    pub role: Role,
    pub created_at: i64,
    /// When they said that they are 18 or older.
    pub adult_at: i64,
    pub policy_version: String,
    pub policy_at: i64,
    pub lang: MailLang,
}

/// What became of a new password.
#[derive(Debug)]
pub enum NewPassword {
    /// The secret is for the cookie: the session is a new one.
    Done(Secret),
    Weak(Weakness),
}

#[derive(Serialize, Deserialize)]
pub(crate) struct NewEmail {
    email: String,
}

impl Store {
    /// # Errors
    /// [`Failure::Missing`] for an owner link.
    pub async fn settings(&self, who: &Who) -> Result<Settings, Failure> {
        let id = who.member()?;
        privacy::gate::read("login.email", who.actor(), who.actor(), Purpose::SignIn)?;
        let (row, key) = self.login(id).await?;
        let account = account::Entity::find_by_id(id)
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        let codes = recovery_code::Entity::find()
            .filter(recovery_code::Column::AccountId.eq(id))
            .count(self.data.read())
            .await?;
        let passkeys = passkey::Entity::find()
            .filter(passkey::Column::AccountId.eq(id))
            .count(self.data.read())
            .await?;
        let staff = staff::Entity::find_by_id(id).one(self.data.read()).await?;
        Ok(Settings {
            email: stored_email(&row, &key)?.map(|email| email.to_string()),
            password: row.password.is_some(),
            totp: row.totp.is_some().then_some(codes),
            passkeys,
            role: staff
                .and_then(|row| Role::from_name(&row.role))
                .unwrap_or(Role::Member),
            created_at: row.created_at,
            adult_at: account.adult_at,
            policy_version: account.policy_version,
            policy_at: account.policy_at,
            lang: MailLang::from_tag(&row.lang),
        })
    }

    pub(crate) async fn login(&self, account: Uuid) -> Result<(login::Model, PersonKey), Failure> {
        let row = login::Entity::find_by_id(account)
            .one(self.data.read())
            .await?
            .ok_or(Failure::Missing)?;
        Ok((row, self.key(account).await?))
    }

    /// Changes the password, or gives one to who had none, and ends all
    /// other sessions.
    ///
    /// # Errors
    /// [`Failure::Unproved`]
    pub async fn password_change(
        &self,
        who: &Who,
        password: &str,
        agent: &Agent,
    ) -> Result<NewPassword, Failure> {
        let account = who.proved()?;
        let (row, key) = self.login(account).await?;
        let email = stored_email(&row, &key)?.unwrap_or_default();
        if let Err(weakness) = vault::password_strength(password, &[&email]) {
            return Ok(NewPassword::Weak(weakness));
        }
        let hash = passwords::hash(password).await?;
        let transaction = self.data.begin().await?;
        self.set_password(&transaction, account, &key, &hash)
            .await?;
        sessions::end_all(&transaction, account, Some(who.session)).await?;
        let token = self
            .renew(&transaction, who, (&key, agent), who.two_factors)
            .await?;
        self.write_to(&transaction, &row, &key, Letter::PasswordChanged)
            .await?;
        let event = Event::own(account, audit::Action::PasswordChanged);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(NewPassword::Done(token))
    }

    /// Begins the change to another address: that one gets a link, the one before
    /// is told. False if it is no address. Whether somebody has it already is
    /// not said: the letter is then another one.
    ///
    /// # Errors
    /// [`Failure::Unproved`]
    pub async fn email_change(
        &self,
        who: &Who,
        email: &str,
        lang: MailLang,
    ) -> Result<bool, Failure> {
        let account = who.proved()?;
        let Some(email) = vault::normal_email(email) else {
            return Ok(false);
        };
        let (row, key) = self.login(account).await?;
        let index = self.vault.index(Index::Email, &email).to_vec();
        let transaction = self.data.begin().await?;
        let wish = NewEmail {
            email: email.clone(),
        };
        let secret = tickets::issue(&transaction, self, &key, account, Kind::Email, &wish).await?;
        let taken = login::Entity::find()
            .filter(login::Column::EmailIndex.eq(index))
            .one(&transaction)
            .await?;
        let letter = match taken {
            Some(_) => Letter::AlreadyMember,
            None => Letter::ConfirmEmail {
                token: secret.reveal(),
            },
        };
        mail::queue(&transaction, self, &key, account, &email, lang, letter).await?;
        let telling = Letter::EmailChanging { to: masked(&email) };
        self.write_to(&transaction, &row, &key, telling).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Whether a letter's link is still good.
    pub async fn email_pending(&self, secret: &Secret) -> Result<bool, Failure> {
        let found = tickets::find::<NewEmail>(self, Kind::Email, secret).await?;
        Ok(found.is_some())
    }

    /// The new address is shown to be its owner's. False if the link is used up
    /// or somebody else has the address by now.
    pub async fn email_confirm(&self, secret: &Secret) -> Result<bool, Failure> {
        let Some(found) = tickets::find::<NewEmail>(self, Kind::Email, secret).await? else {
            return Ok(false);
        };
        let (account, key, email) = (found.account, &found.key, &found.payload.email);
        let (before, _) = self.login(account).await?;
        let transaction = self.data.begin().await?;
        if !tickets::spend(&transaction, &found).await? {
            return Ok(false);
        }
        let changed = login::ActiveModel {
            account_id: Set(account),
            email_index: Set(Some(self.vault.index(Index::Email, email).to_vec())),
            email: Set(Some(key.seal(
                EMAIL,
                account.into_bytes(),
                email.as_bytes(),
            ))),
            verified_at: Set(Some(self.clock.now())),
            ..Default::default()
        };
        let after = match changed.update(&transaction).await {
            Ok(after) => after,
            Err(error) if is_taken(&error) => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        // A link that went to the address before must not open this account.
        tickets::void(&transaction, account, Kind::Reset).await?;
        for row in [&before, &after] {
            self.write_to(&transaction, row, key, Letter::EmailChanged)
                .await?;
        }
        let event = Event::own(account, audit::Action::EmailChanged);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Whether the member has a password that could prove who they are.
    pub async fn has_password(&self, who: &Who) -> Result<bool, Failure> {
        let (row, key) = self.login(who.member()?).await?;
        Ok(stored_password(&row, &key)?.is_some())
    }
}
