//! The second factor: an app's one-time codes (RFC 6238), and recovery codes for
//! whoever has lost the app.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, QueryFilter,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Column, PersonKey, Secret, Totp};

use crate::entity::sign_in::Method;
use crate::entity::ticket::Kind;
use crate::entity::{login, recovery_code};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::sealed::LOGIN_TOTP;
use crate::sessions::{self, Agent, Who};
use crate::sign_in::stored_email;
use crate::store::Store;
use crate::{Event, audit, tickets};

pub(crate) const TOTP: Column = LOGIN_TOTP;

/// A second factor that is being set up.
pub struct TotpOffer {
    /// Goes with the first code.
    pub ticket: Secret,
    /// For people without a camera.
    pub base32: String,
    /// For the QR code.
    pub uri: String,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct NewTotp {
    secret: Vec<u8>,
}

impl Store {
    /// Offers a second factor. It is in force when its first code has come.
    ///
    /// # Errors
    /// [`Failure::Unproved`]
    pub async fn totp_offer(&self, who: &Who, issuer: &str) -> Result<TotpOffer, Failure> {
        let account = who.proved()?;
        let (row, key) = self.login(account).await?;
        let totp = Totp::generate();
        let wish = NewTotp {
            secret: totp.bytes().to_vec(),
        };
        let data = self.data.write();
        let ticket = tickets::issue(data, self, &key, account, Kind::Totp, &wish).await?;
        let email = stored_email(&row, &key)?;
        let name = email.as_ref().map_or(issuer, |email| email.as_str());
        Ok(TotpOffer {
            ticket,
            base32: totp.base32(),
            uri: totp.uri(issuer, name),
        })
    }

    /// The offer of a ticket again, for who has mistyped the first code.
    pub async fn totp_offered(
        &self,
        who: &Who,
        ticket: &Secret,
        issuer: &str,
    ) -> Result<Option<(String, String)>, Failure> {
        let account = who.proved()?;
        let Some(found) = tickets::find::<NewTotp>(self, Kind::Totp, ticket).await? else {
            return Ok(None);
        };
        let totp = Totp::from_bytes(&found.payload.secret).filter(|_| found.account == account);
        let (row, key) = self.login(account).await?;
        let email = stored_email(&row, &key)?;
        let name = email.as_ref().map_or(issuer, |email| email.as_str());
        Ok(totp.map(|totp| (totp.base32(), totp.uri(issuer, name))))
    }

    /// Takes the first code. Returns the recovery codes, which are shown once;
    /// None if the code is wrong or the offer is over. The session has shown
    /// two factors from here on.
    ///
    /// # Errors
    /// [`Failure::Unproved`]
    pub async fn totp_confirm(
        &self,
        who: &Who,
        ticket: &Secret,
        code: &str,
        agent: &Agent,
    ) -> Result<Option<(Vec<String>, Secret)>, Failure> {
        let account = who.proved()?;
        let Some(found) = tickets::find::<NewTotp>(self, Kind::Totp, ticket).await? else {
            return Ok(None);
        };
        let seconds = self.clock.now().div_euclid(1000);
        let totp = Totp::from_bytes(&found.payload.secret).filter(|_| found.account == account);
        let Some(step) = totp.and_then(|totp| totp.verify(code, seconds, None)) else {
            return Ok(None);
        };
        let key = &found.key;
        let transaction = self.data.begin().await?;
        if !tickets::spend(&transaction, &found).await? {
            return Ok(None);
        }
        let sealed = key.seal(TOTP, account.into_bytes(), &found.payload.secret);
        let changed = login::ActiveModel {
            account_id: Set(account),
            totp: Set(Some(sealed)),
            totp_step: Set(Some(step)),
            ..Default::default()
        };
        let row = changed.update(&transaction).await?;
        let codes = new_codes(&transaction, account).await?;
        sessions::end_all(&transaction, account, Some(who.session)).await?;
        let token = self.renew(&transaction, who, (key, agent), true).await?;
        self.changed_factor(&transaction, &row, key, audit::Action::SecondFactorOn)
            .await?;
        transaction.commit().await?;
        Ok(Some((codes, token)))
    }

    /// Removes the second factor. Not for staff, who need one, unless they have
    /// a passkey: false.
    ///
    /// # Errors
    /// [`Failure::Unproved`]
    pub async fn totp_remove(&self, who: &Who) -> Result<bool, Failure> {
        let account = who.proved()?;
        let settings = self.settings(who).await?;
        if settings.role.is_staff() && settings.passkeys == 0 {
            return Ok(false);
        }
        let key = self.key(account).await?;
        let transaction = self.data.begin().await?;
        let changed = login::ActiveModel {
            account_id: Set(account),
            totp: Set(None),
            totp_step: Set(None),
            ..Default::default()
        };
        let row = changed.update(&transaction).await?;
        recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::AccountId.eq(account))
            .exec(&transaction)
            .await?;
        self.changed_factor(&transaction, &row, &key, audit::Action::SecondFactorOff)
            .await?;
        transaction.commit().await?;
        Ok(true)
    }

    /// New recovery codes in place of those that were there.
    ///
    /// # Errors
    /// [`Failure::Unproved`], [`Failure::Missing`] without a second factor.
    pub async fn recovery_renew(&self, who: &Who) -> Result<Vec<String>, Failure> {
        let account = who.proved()?;
        let transaction = self.data.begin().await?;
        let row = login::Entity::find_by_id(account).one(&transaction).await?;
        if row.is_none_or(|row| row.totp.is_none()) {
            return Err(Failure::Missing);
        }
        let codes = new_codes(&transaction, account).await?;
        transaction.commit().await?;
        Ok(codes)
    }

    pub(crate) async fn changed_factor(
        &self,
        transaction: &DatabaseTransaction,
        row: &login::Model,
        key: &PersonKey,
        action: audit::Action,
    ) -> Result<(), Failure> {
        self.write_to(transaction, row, key, Letter::SecondFactorChanged)
            .await?;
        audit::note(transaction, self, Event::own(row.account_id, action)).await
    }

    /// Takes a code of the second factor, which is then used. None if it is wrong.
    pub(crate) async fn take_code(
        &self,
        transaction: &DatabaseTransaction,
        row: &login::Model,
        key: &PersonKey,
        code: &str,
    ) -> Result<Option<Method>, Failure> {
        let account = row.account_id;
        let Some(sealed) = &row.totp else {
            return Ok(None);
        };
        let bytes = key.open(TOTP, account.into_bytes(), sealed)?;
        let totp = Totp::from_bytes(&bytes).ok_or(Failure::Damaged("login.totp"))?;
        let seconds = self.clock.now().div_euclid(1000);
        if let Some(step) = totp.verify(code, seconds, row.totp_step) {
            let changed = login::ActiveModel {
                account_id: Set(account),
                totp_step: Set(Some(step)),
                ..Default::default()
            };
            changed.update(transaction).await?;
            return Ok(Some(Method::Code));
        }
        let digest = vault::recovery_digest(code).to_vec();
        let used = recovery_code::Entity::delete_many()
            .filter(recovery_code::Column::AccountId.eq(account))
            .filter(recovery_code::Column::CodeHash.eq(digest))
            .exec(transaction)
            .await?;
        Ok((used.rows_affected == 1).then_some(Method::Recovery))
    }
}

/// Ten new recovery codes; those before are void.
async fn new_codes(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<String>, Failure> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account))
        .exec(connection)
        .await?;
    let codes = vault::recovery_codes();
    let rows = codes.iter().map(|code| recovery_code::ActiveModel {
        account_id: Set(account),
        id: Set(Uuid::now_v7()),
        code_hash: Set(vault::recovery_digest(code).to_vec()),
    });
    recovery_code::Entity::insert_many(rows)
        .exec_without_returning(connection)
        .await?;
    Ok(codes)
}
