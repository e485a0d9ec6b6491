//! Passkeys (Web Authentication, Level 3): made by a device, opened by its
//! owner's finger, face or code, so that each is two factors in one.
//!
//! A ceremony begins with a challenge that only this server knows to be its
//! own: what it waits for stays here, as a ticket of the account or, where
//! nobody is known yet, as a row of `ceremony`. Each is good once.

use privacy::Purpose;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;
use vault::{Column, Index, PersonKey, Secret};
use webauthn_rs::prelude::{
    Passkey, PasskeyRegistration, RegisterPublicKeyCredential, Webauthn, WebauthnBuilder,
};

use crate::accounts::lock;
use crate::attempts::note_attempt;
use crate::entity::session::Kind as SessionKind;
use crate::entity::sign_in::{Method, Outcome};
use crate::entity::ticket::Kind;
use crate::entity::{login, passkey};
use crate::failure::{Failure, is_taken};
use crate::name::one_line;
use crate::sealed::{PASSKEY_CREDENTIAL, PASSKEY_NAME};
use crate::sessions::{self, Agent, Who};
use crate::sign_in::stored_email;
use crate::sign_up::{Pending, SignUp, SignUpRefused};
use crate::store::Store;
use crate::{audit, tickets};

mod shown;

pub(crate) const CREDENTIAL: Column = PASSKEY_CREDENTIAL;
pub(crate) const NAME: Column = PASSKEY_NAME;

/// Passkeys that a member may have.
const MOST: u64 = 20;
/// Characters of a passkey's name.
const NAME_CHARACTERS: usize = 60;

/// The site that passkeys are made for: its origin is part of each.
#[derive(Clone)]
pub struct RelyingParty(Webauthn);

/// A passkey in the list of its owner.
#[derive(Clone, Debug)]
pub struct KnownPasskey {
    pub id: Uuid,
    pub name: String,
    pub created_at: i64,
    pub used_at: Option<i64>,
}

/// A ceremony that has begun.
pub struct Challenge {
    /// Comes back with the answer.
    pub ticket: Secret,
    /// What the browser's `navigator.credentials` is given, in JSON.
    pub options: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct New {
    state: PasskeyRegistration,
    /// Of somebody who is signing up with it.
    pending: Option<Pending>,
}

impl RelyingParty {
    /// The site at an origin, or without one this machine as its own browsers see
    /// it. None if browsers make no passkeys for it: an address in numbers, or
    /// plain HTTP elsewhere than on this machine.
    pub fn new(origin: Option<&str>) -> Option<RelyingParty> {
        let url = Url::parse(origin.unwrap_or("http://localhost")).ok()?;
        let host = url.domain()?;
        if url.scheme() != "https" && host != "localhost" {
            return None;
        }
        let builder = WebauthnBuilder::new(host, &url).ok()?;
        let builder = builder.rp_name("Merit").allow_any_port(origin.is_none());
        builder.build().ok().map(RelyingParty)
    }
}

impl Store {
    /// A member's passkeys, in the order in which they were added.
    ///
    /// # Errors
    /// [`Failure::Missing`] for an owner link.
    pub async fn passkeys(&self, who: &Who) -> Result<Vec<KnownPasskey>, Failure> {
        let account = who.member()?;
        privacy::gate::read("passkey.name", who.actor(), who.actor(), Purpose::SignIn)?;
        let rows = passkey::Entity::find()
            .filter(passkey::Column::AccountId.eq(account))
            .order_by_asc(passkey::Column::CreatedAt)
            .all(self.data.read())
            .await?;
        let key = self.key(account).await?;
        rows.into_iter()
            .map(|row| {
                let name = key.open(NAME, row.id.into_bytes(), &row.name)?;
                Ok(KnownPasskey {
                    id: row.id,
                    name: String::from_utf8_lossy(&name).into_owned(),
                    created_at: row.created_at,
                    used_at: row.used_at,
                })
            })
            .collect()
    }

    /// Begins to add a passkey to a member's account.
    ///
    /// # Errors
    /// [`Failure::Unproved`], [`Failure::Quota`]
    pub async fn passkey_offer(
        &self,
        site: &RelyingParty,
        who: &Who,
    ) -> Result<Challenge, Failure> {
        let account = who.proved()?;
        let (row, key) = self.login(account).await?;
        let rows = passkey::Entity::find()
            .filter(passkey::Column::AccountId.eq(account))
            .all(self.data.read())
            .await?;
        if rows.len() as u64 >= MOST {
            return Err(Failure::Quota);
        }
        let mut known = Vec::with_capacity(rows.len());
        for row in &rows {
            known.push(unseal(&key, row)?.cred_id().clone());
        }
        let email = stored_email(&row, &key)?;
        let name = email.as_ref().map_or("Merit", |email| email.as_str());
        let (options, state) = registration(site, account, name, known)?;
        let new = New {
            state,
            pending: None,
        };
        let data = self.data.write();
        let ticket = tickets::issue(data, self, &key, account, Kind::PasskeyNew, &new).await?;
        Ok(Challenge { ticket, options })
    }

    /// Adds the passkey that a device has made. False if the answer is wrong or
    /// too late.
    ///
    /// # Errors
    /// [`Failure::Unproved`]
    pub async fn passkey_add(
        &self,
        site: &RelyingParty,
        who: &Who,
        ticket: &Secret,
        answer: &str,
        name: &str,
    ) -> Result<bool, Failure> {
        let account = who.proved()?;
        let found = tickets::find::<New>(self, Kind::PasskeyNew, ticket).await?;
        let Some(found) = found.filter(|found| found.account == account) else {
            return Ok(false);
        };
        let Some(made) = registered(site, &found.payload.state, answer) else {
            return Ok(false);
        };
        let (login, key) = self.login(account).await?;
        let transaction = self.data.begin().await?;
        if !tickets::spend(&transaction, &found).await? {
            return Ok(false);
        }
        let row = self.row(account, &key, &made, name)?;
        match passkey::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await
        {
            Ok(_) => {}
            Err(error) if is_taken(&error) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        self.changed_factor(&transaction, &login, &key, audit::Action::PasskeyAdded)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Removes a passkey. False if it is the only way in, or the only second
    /// factor of somebody who needs one.
    ///
    /// # Errors
    /// [`Failure::Unproved`], [`Failure::Missing`] if there is no such passkey.
    pub async fn passkey_remove(&self, who: &Who, id: Uuid) -> Result<bool, Failure> {
        let account = who.proved()?;
        let settings = self.settings(who).await?;
        let (login, key) = self.login(account).await?;
        let transaction = self.data.begin().await?;
        // Of two requests at once, each could take the other's passkey for the one
        // that stays: the second waits, and counts what the first has left.
        lock(account, &transaction).await?;
        let passkeys = passkey::Entity::find()
            .filter(passkey::Column::AccountId.eq(account))
            .count(&transaction)
            .await?;
        let last = passkeys == 1;
        if last && (!settings.password || (settings.role.is_staff() && settings.totp.is_none())) {
            return Ok(false);
        }
        let deleted = passkey::Entity::delete_by_id((account, id))
            .exec(&transaction)
            .await?;
        if deleted.rows_affected == 0 {
            return Err(Failure::Missing);
        }
        self.changed_factor(&transaction, &login, &key, audit::Action::PasskeyRemoved)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// Begins a sign-up with a passkey alone: no address, no letter.
    pub async fn passkey_sign_up_offer(
        &self,
        site: &RelyingParty,
        wish: &SignUp,
    ) -> Result<Result<Challenge, SignUpRefused>, Failure> {
        let role = match self.sign_up_admitted(wish).await? {
            Ok(role) => role,
            Err(refused) => return Ok(Err(refused)),
        };
        let (account, key) = self.pending_account(wish.from, &wish.declaration).await?;
        let (options, state) = registration(site, account, "Merit", Vec::new())?;
        let new = New {
            state,
            pending: Some(self.pending(wish, String::new(), role)),
        };
        let data = self.data.write();
        let ticket = tickets::issue(data, self, &key, account, Kind::PasskeyNew, &new).await?;
        Ok(Ok(Challenge { ticket, options }))
    }

    /// Makes the account of who has made a passkey for it. None if the answer is
    /// wrong or too late.
    pub async fn passkey_sign_up(
        &self,
        site: &RelyingParty,
        ticket: &Secret,
        answer: &str,
        name: &str,
        agent: &Agent,
    ) -> Result<Option<Secret>, Failure> {
        let Some(found) = tickets::find::<New>(self, Kind::PasskeyNew, ticket).await? else {
            return Ok(None);
        };
        let made = registered(site, &found.payload.state, answer);
        let (Some(made), Some(pending)) = (made, &found.payload.pending) else {
            return Ok(None);
        };
        let (account, key) = (found.account, &found.key);
        let transaction = self.data.begin().await?;
        if !tickets::spend(&transaction, &found).await? {
            return Ok(None);
        }
        let row = login::ActiveModel {
            account_id: Set(account),
            email_index: Set(None),
            email: Set(None),
            verified_at: Set(None),
            password: Set(None),
            password_at: Set(None),
            reset_at: Set(None),
            totp: Set(None),
            totp_step: Set(None),
            lang: Set(pending.lang.tag().to_owned()),
            created_at: Set(self.clock.now()),
        };
        match self.promote(&transaction, account, row, pending).await {
            Ok(()) => {}
            // Somebody has signed up with the same account or invitation meanwhile.
            Err(Failure::Taken | Failure::Missing) => return Ok(None),
            Err(failure) => return Err(failure),
        }
        let row = self.row(account, key, &made, name)?;
        passkey::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        let kind = match sessions::role(&transaction, account).await? {
            privacy::Role::Member => SessionKind::Member,
            _ => SessionKind::Staff,
        };
        let by = Some((key, agent));
        let token = sessions::open(self, &transaction, account, kind, by, true).await?;
        let done = (Method::Passkey, Outcome::Done);
        note_attempt(self, &transaction, (account, key), done, Some(agent)).await?;
        transaction.commit().await?;
        Ok(Some(token))
    }

    fn row(
        &self,
        account: Uuid,
        key: &PersonKey,
        made: &Passkey,
        name: &str,
    ) -> Result<passkey::ActiveModel, Failure> {
        let id = Uuid::now_v7();
        let name = one_line(name, NAME_CHARACTERS);
        let name = if name.is_empty() { "Passkey" } else { &name };
        Ok(passkey::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            credential_index: Set(self.credential_index(made.cred_id().as_ref())),
            credential: Set(seal(key, id, made)?),
            name: Set(key.seal(NAME, id.into_bytes(), name.as_bytes())),
            created_at: Set(self.clock.now()),
            used_at: Set(None),
        })
    }

    fn credential_index(&self, id: &[u8]) -> Vec<u8> {
        let letters: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
        self.vault.index(Index::Credential, &letters).to_vec()
    }
}

/// Begins to make a passkey which the device finds by itself: who signs in with
/// it types no address.
fn registration(
    site: &RelyingParty,
    account: Uuid,
    name: &str,
    known: Vec<webauthn_rs::prelude::CredentialID>,
) -> Result<(String, PasskeyRegistration), Failure> {
    let begun = site
        .0
        .start_passkey_registration(account, name, name, Some(known));
    let (options, state) = begun.map_err(refused)?;
    let mut options = serde_json::to_value(&options).map_err(refused)?;
    let selection = &mut options["publicKey"]["authenticatorSelection"];
    selection["residentKey"] = "required".into();
    selection["requireResidentKey"] = true.into();
    selection["userVerification"] = "required".into();
    Ok((options.to_string(), state))
}

fn registered(site: &RelyingParty, state: &PasskeyRegistration, answer: &str) -> Option<Passkey> {
    let answer = serde_json::from_str::<RegisterPublicKeyCredential>(answer).ok()?;
    site.0.finish_passkey_registration(&answer, state).ok()
}

fn seal(key: &PersonKey, row: Uuid, passkey: &Passkey) -> Result<Vec<u8>, Failure> {
    let plain = serde_json::to_vec(passkey).map_err(refused)?;
    Ok(key.seal(CREDENTIAL, row.into_bytes(), &plain))
}

fn unseal(key: &PersonKey, row: &passkey::Model) -> Result<Passkey, Failure> {
    let plain = key.open(CREDENTIAL, row.id.into_bytes(), &row.credential)?;
    serde_json::from_slice(&plain).map_err(|_| Failure::Damaged("passkey.credential"))
}

fn refused(error: impl std::fmt::Display) -> Failure {
    Failure::Refused(error.to_string())
}
