//! A passkey that is shown: signing in with it, and proving with it who one is.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
};
use uuid::Uuid;
use vault::Secret;
use webauthn_rs::prelude::{DiscoverableAuthentication, PublicKeyCredential};

use super::{Challenge, RelyingParty, refused, seal, unseal};
use crate::attempts::note_attempt;
use crate::clock::MINUTE;
use crate::entity::sign_in::{Method, Outcome};
use crate::entity::{ceremony, passkey};
use crate::failure::Failure;
use crate::sessions::{Agent, Who};
use crate::sign_in::SignIn;
use crate::store::Store;

/// Ceremonies that wait at once; more are an attack.
const CEREMONIES: u64 = 10_000;
/// How long one waits.
const PATIENCE: i64 = 10 * MINUTE;

impl Store {
    /// Asks for a passkey, whoever it is of.
    ///
    /// # Errors
    /// [`Failure::Quota`] while too many wait for an answer.
    pub async fn passkey_challenge(&self, site: &RelyingParty) -> Result<Challenge, Failure> {
        let begun = site.0.start_discoverable_authentication();
        let (mut options, state) = begun.map_err(|error| Failure::Refused(error.to_string()))?;
        // A button is pressed for it: the browser asks at once.
        options.mediation = None;
        let now = self.clock.now();
        let waiting = ceremony::Entity::find()
            .filter(ceremony::Column::ExpiresAt.gt(now))
            .count(self.data.read())
            .await?;
        if waiting >= CEREMONIES {
            return Err(Failure::Quota);
        }
        let ticket = Secret::generate();
        let state = serde_json::to_vec(&state).map_err(refused)?;
        let row = ceremony::ActiveModel {
            secret_hash: Set(ticket.digest().to_vec()),
            state: Set(state),
            expires_at: Set(now + PATIENCE),
        };
        ceremony::Entity::insert(row)
            .exec_without_returning(self.data.write())
            .await?;
        let options = serde_json::to_string(&options).map_err(refused)?;
        Ok(Challenge { ticket, options })
    }

    /// Signs in with a passkey.
    pub async fn passkey_sign_in(
        &self,
        site: &RelyingParty,
        ticket: &Secret,
        answer: &str,
        agent: &Agent,
    ) -> Result<SignIn, Failure> {
        let Some(shown) = self.passkey_shown(site, ticket, answer, agent).await? else {
            return Ok(SignIn::Wrong);
        };
        let (login, key) = self.login(shown).await?;
        let transaction = self.data.begin().await?;
        if login.reset_at.is_some() {
            // Whoever was in the account may have added this one.
            let by = (Method::Passkey, Outcome::Reset);
            note_attempt(self, &transaction, (shown, &key), by, Some(agent)).await?;
            self.send_reset(&transaction, &login, &key).await?;
            transaction.commit().await?;
            return Ok(SignIn::Reset);
        }
        let token = self
            .enter(&transaction, &login, &key, Method::Passkey, agent)
            .await?;
        transaction.commit().await?;
        Ok(SignIn::Done(token))
    }

    /// The member proves with a passkey who they are. The session is a new one,
    /// and has shown two factors.
    pub async fn passkey_prove(
        &self,
        site: &RelyingParty,
        who: &Who,
        ticket: &Secret,
        answer: &str,
        agent: &Agent,
    ) -> Result<Option<Secret>, Failure> {
        let account = who.member()?;
        let shown = self.passkey_shown(site, ticket, answer, agent).await?;
        if shown != Some(account) {
            return Ok(None);
        }
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        let token = self.renew(&transaction, who, (&key, agent), true).await?;
        transaction.commit().await?;
        Ok(Some(token))
    }

    /// Whose passkey has answered a challenge. Its counter is written down, by
    /// which a copy of it would be found out.
    async fn passkey_shown(
        &self,
        site: &RelyingParty,
        ticket: &Secret,
        answer: &str,
        agent: &Agent,
    ) -> Result<Option<Uuid>, Failure> {
        let hash = ticket.digest().to_vec();
        let row = ceremony::Entity::find_by_id(hash.clone())
            .one(self.data.read())
            .await?;
        let Some(row) = row.filter(|row| self.clock.now() < row.expires_at) else {
            return Ok(None);
        };
        // Once, whatever comes of it.
        let spent = ceremony::Entity::delete_by_id(hash)
            .exec(self.data.write())
            .await?;
        let state = serde_json::from_slice::<DiscoverableAuthentication>(&row.state);
        let answer = serde_json::from_str::<PublicKeyCredential>(answer);
        let (1, Ok(state), Ok(answer)) = (spent.rows_affected, state, answer) else {
            return Ok(None);
        };
        let index = self.credential_index(answer.raw_id.as_ref());
        let known = passkey::Entity::find()
            .filter(passkey::Column::CredentialIndex.eq(index))
            .one(self.data.read())
            .await?;
        let Some(known) = known else { return Ok(None) };
        let account = known.account_id;
        let key = self.key(account).await?;
        let mut credential = unseal(&key, &known)?;
        let shown = site
            .0
            .finish_discoverable_authentication_v2(&answer, state, &credential);
        let Ok(shown) = shown else {
            let by = (Method::Passkey, Outcome::Wrong);
            let transaction = self.data.begin().await?;
            note_attempt(self, &transaction, (account, &key), by, Some(agent)).await?;
            transaction.commit().await?;
            return Ok(None);
        };
        credential.update_credential(&shown);
        let changed = passkey::ActiveModel {
            account_id: Set(account),
            id: Set(known.id),
            credential: Set(seal(&key, known.id, &credential)?),
            used_at: Set(Some(self.clock.now())),
            ..Default::default()
        };
        changed.update(self.data.write()).await?;
        Ok(Some(account))
    }
}
