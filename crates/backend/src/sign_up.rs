//! Signing up: an address, then a letter, then a password.
//!
//! Who asks is answered alike whether or not the address has an account: the
//! same rows are written and a letter is sent, only that it says something
//! else. The password is chosen behind the link in the letter, by whoever reads
//! that address's mail, so that nobody can prepare an account for somebody else.
//!
//! A browser that acts for an anonymous account takes it along: that account
//! becomes the member's, and no row moves.

use privacy::inventory::Category;
use privacy::{PersonId, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Column, Index, PersonKey, Secret, Weakness};

use crate::acceptance::{self, AcceptedTerms};
use crate::accounts::{Declaration, day, lock, new_account, uuid};
use crate::attempts::note_attempt;
use crate::database::Transaction;
use crate::entity::session::Kind as SessionKind;
use crate::entity::sign_in::{Method, Outcome};
use crate::entity::ticket::Kind;
use crate::entity::{account, invitation, login, owner_link, staff};
use crate::erasure;
use crate::failure::{Failure, is_taken};
use crate::letter::{Letter, MailLang};
use crate::mail;
use crate::sealed::{LOGIN_EMAIL, LOGIN_PASSWORD};
use crate::sessions::{self, Agent};
use crate::store::Store;
use crate::{Event, audit, passwords, tickets};

pub(crate) const EMAIL: Column = LOGIN_EMAIL;
pub(crate) const PASSWORD: Column = LOGIN_PASSWORD;

/// The wish to become a member.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// As it was typed.
    pub email: String,
    pub declaration: Declaration,
    pub lang: MailLang,
    /// The anonymous account that this browser acts for.
    pub from: Option<PersonId>,
    /// The invitation's secret, where one is needed.
    pub invitation: Option<String>,
}

/// Why nobody was signed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignUpRefused {
    NoAddress,
    NotDeclared,
    /// The invitation was used, has expired, or never was one.
    NoInvitation,
}

/// What became of a password that was chosen behind a letter's link.
#[derive(Debug)]
pub enum Finished {
    /// The secret is for the cookie.
    Done(Secret),
    Weak(Weakness),
    /// The link was used or has expired.
    Gone,
    /// The address has an account by now.
    Taken,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Pending {
    pub(crate) email: String,
    pub(crate) lang: MailLang,
    pub(crate) adult_at: i64,
    pub(crate) policy_version: String,
    /// None only in what was begun before there were any.
    pub(crate) terms: Option<AcceptedTerms>,
    pub(crate) role: String,
    /// The secret of the invitation, which is taken at the end: a letter that is
    /// lost, or a device's question that is put off, takes nothing.
    pub(crate) invitation: Option<String>,
}

impl Store {
    /// Begins a sign-up, and has a letter sent.
    pub async fn sign_up(&self, wish: &SignUp) -> Result<Result<(), SignUpRefused>, Failure> {
        let Some(email) = vault::normal_email(&wish.email) else {
            return Ok(Err(SignUpRefused::NoAddress));
        };
        let role = match self.sign_up_admitted(wish).await? {
            Ok(role) => role,
            Err(refused) => return Ok(Err(refused)),
        };
        let (account, key) = self.pending_account(wish.from, &wish.declaration).await?;
        let index = self.vault.index(Index::Email, &email).to_vec();
        let transaction = self.data.begin().await?;
        let pending = self.pending(wish, email.clone(), role);
        let secret =
            tickets::issue(&transaction, self, &key, account, Kind::SignUp, &pending).await?;
        let known = login::Entity::find()
            .filter(login::Column::EmailIndex.eq(index))
            .one(&transaction)
            .await?;
        let letter = match known {
            Some(_) => Letter::AlreadyMember,
            None => Letter::ConfirmSignUp {
                token: secret.reveal(),
            },
        };
        mail::queue(&transaction, self, &key, account, &email, wish.lang, letter).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Whether a wish may be granted, and as what.
    pub(crate) async fn sign_up_admitted(
        &self,
        wish: &SignUp,
    ) -> Result<Result<Role, SignUpRefused>, Failure> {
        if wish.declaration.complete().is_none() {
            return Ok(Err(SignUpRefused::NotDeclared));
        }
        let Some(secret) = &wish.invitation else {
            return Ok(Ok(Role::Member));
        };
        Ok(match self.invitation_find(secret).await? {
            Some(row) => Ok(Role::from_name(&row.role).unwrap_or(Role::Member)),
            None => Err(SignUpRefused::NoInvitation),
        })
    }

    pub(crate) fn pending(&self, wish: &SignUp, email: String, role: Role) -> Pending {
        Pending {
            email,
            lang: wish.lang,
            adult_at: self.clock.now(),
            policy_version: wish.declaration.policy_version.clone(),
            terms: wish.declaration.terms.clone(),
            role: role.name().to_owned(),
            invitation: wish.invitation.clone(),
        }
    }

    /// The account that is to become the member's: that of the browser, or a
    /// new one that nobody can use yet.
    pub(crate) async fn pending_account(
        &self,
        from: Option<PersonId>,
        declaration: &Declaration,
    ) -> Result<(Uuid, PersonKey), Failure> {
        if let Some(from) = from.map(uuid) {
            let row = account::Entity::find_by_id(from)
                .one(self.data.read())
                .await?;
            let stays = row.is_some_and(|row| row.state == account::State::Anonymous);
            if stays && !erasure::is_asked(self.data.read(), from).await? {
                return Ok((from, self.key(from).await?));
            }
        }
        let id = Uuid::now_v7();
        let key = self.new_key(id).await?;
        let now = self.clock.now();
        account::Entity::insert(new_account(id, declaration, now))
            .exec_without_returning(self.data.write())
            .await?;
        Ok((id, key))
    }

    /// Whether a letter's link is still good.
    pub async fn sign_up_pending(&self, secret: &Secret) -> Result<bool, Failure> {
        let found = tickets::find::<Pending>(self, Kind::SignUp, secret).await?;
        Ok(found.is_some())
    }

    /// Finishes a sign-up with the password that its owner has chosen.
    pub async fn sign_up_finish(
        &self,
        secret: &Secret,
        password: &str,
        agent: &Agent,
    ) -> Result<Finished, Failure> {
        let Some(found) = tickets::find::<Pending>(self, Kind::SignUp, secret).await? else {
            return Ok(Finished::Gone);
        };
        let pending = &found.payload;
        if let Err(weakness) = vault::password_strength(password, &[&pending.email]) {
            return Ok(Finished::Weak(weakness));
        }
        let hash = passwords::hash(password).await?;
        let transaction = self.data.begin().await?;
        if !tickets::spend(&transaction, &found).await? {
            return Ok(Finished::Gone);
        }
        let verified = Some(self.clock.now());
        let by = (found.account, &found.key);
        self.finish(transaction, by, pending, &hash, verified, agent)
            .await
    }

    async fn finish(
        &self,
        transaction: Transaction,
        (account, key): (Uuid, &PersonKey),
        pending: &Pending,
        hash: &str,
        verified_at: Option<i64>,
        agent: &Agent,
    ) -> Result<Finished, Failure> {
        let now = self.clock.now();
        let index = self.vault.index(Index::Email, &pending.email).to_vec();
        let email = key.seal(EMAIL, account.into_bytes(), pending.email.as_bytes());
        let password = key.seal(PASSWORD, account.into_bytes(), hash.as_bytes());
        let row = login::ActiveModel {
            account_id: Set(account),
            email_index: Set(Some(index)),
            email: Set(Some(email)),
            verified_at: Set(verified_at),
            password: Set(Some(password)),
            password_at: Set(Some(now)),
            reset_at: Set(None),
            totp: Set(None),
            totp_step: Set(None),
            lang: Set(pending.lang.tag().to_owned()),
            created_at: Set(now),
        };
        match self.promote(&transaction, account, row, pending).await {
            Ok(()) => {}
            Err(Failure::Taken) => return Ok(Finished::Taken),
            Err(Failure::Missing) => return Ok(Finished::Gone),
            Err(failure) => return Err(failure),
        }
        let kind = match Role::from_name(&pending.role) {
            Some(role) if role.is_staff() => SessionKind::Staff,
            _ => SessionKind::Member,
        };
        // One factor: what a role may do waits for the second.
        let by = Some((key, agent));
        let token = sessions::open(self, &transaction, account, kind, by, false).await?;
        let done = (Method::Mail, Outcome::Done);
        note_attempt(self, &transaction, (account, key), done, Some(agent)).await?;
        transaction.commit().await?;
        Ok(Finished::Done(token))
    }

    /// Makes an account a member's. Links and sessions that opened it before
    /// open it no more.
    ///
    /// # Errors
    /// [`Failure::Taken`] if somebody else has the address or is a member already.
    /// [`Failure::Missing`] if the invitation is taken, or the account erased.
    pub(crate) async fn promote(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        row: login::ActiveModel,
        pending: &Pending,
    ) -> Result<(), Failure> {
        lock(account, transaction).await?;
        // Who has asked to be erased meanwhile becomes no member.
        if erasure::is_asked(transaction, account).await? {
            return Err(Failure::Missing);
        }
        if let Some(secret) = &pending.invitation {
            take_invitation(transaction, secret).await?;
        }
        // The language of letters, which is not sealed.
        self.collected.tell(Category::Preference);
        let inserted = login::Entity::insert(row)
            .exec_without_returning(transaction)
            .await;
        match inserted {
            Ok(_) => {}
            Err(error) if is_taken(&error) => return Err(Failure::Taken),
            Err(error) => return Err(error.into()),
        }
        let now = self.clock.now();
        let changed = account::ActiveModel {
            id: Set(account),
            state: Set(account::State::Member),
            used_at: Set(day(now)),
            adult_at: Set(pending.adult_at),
            policy_version: Set(pending.policy_version.clone()),
            policy_at: Set(pending.adult_at),
            ..Default::default()
        };
        changed.update(transaction).await?;
        if let Some(terms) = &pending.terms {
            let (policy, at) = (&pending.policy_version, pending.adult_at);
            acceptance::note(transaction, account, policy, terms, at).await?;
        }
        if let Some(role) = Role::from_name(&pending.role).filter(|role| role.is_staff()) {
            let row = staff::ActiveModel {
                account_id: Set(account),
                role: Set(role.name().to_owned()),
                granted_at: Set(now),
            };
            staff::Entity::insert(row)
                .exec_without_returning(transaction)
                .await?;
        }
        owner_link::Entity::delete_many()
            .filter(owner_link::Column::AccountId.eq(account))
            .exec(transaction)
            .await?;
        sessions::end_all(transaction, account, None).await?;
        tickets::void(transaction, account, Kind::SignUp).await?;
        audit::note(
            transaction,
            self,
            Event::own(account, audit::Action::SignedUp),
        )
        .await
    }

    async fn invitation_find(&self, secret: &str) -> Result<Option<invitation::Model>, Failure> {
        let Ok(secret) = secret.parse::<Secret>() else {
            return Ok(None);
        };
        Ok(invitation::Entity::find()
            .filter(invitation::Column::SecretHash.eq(secret.digest().to_vec()))
            .filter(invitation::Column::ExpiresAt.gt(self.clock.now()))
            .one(self.data.read())
            .await?)
    }

    /// Whether an invitation is good.
    pub async fn invitation_good(&self, secret: &str) -> Result<bool, Failure> {
        Ok(self.invitation_find(secret).await?.is_some())
    }

    /// Makes the account of who administers the server, by the operator's link:
    /// at once, because there may be no mail yet. Not for other invitations.
    pub async fn set_up(
        &self,
        wish: &SignUp,
        password: &str,
        agent: &Agent,
    ) -> Result<Result<Finished, SignUpRefused>, Failure> {
        let Some(email) = vault::normal_email(&wish.email) else {
            return Ok(Err(SignUpRefused::NoAddress));
        };
        let role = match self.sign_up_admitted(wish).await? {
            Ok(role) if role.is_staff() => role,
            Ok(_) => return Ok(Err(SignUpRefused::NoInvitation)),
            Err(refused) => return Ok(Err(refused)),
        };
        if let Err(weakness) = vault::password_strength(password, &[&email]) {
            return Ok(Ok(Finished::Weak(weakness)));
        }
        let hash = passwords::hash(password).await?;
        let (account, key) = self.pending_account(None, &wish.declaration).await?;
        let transaction = self.data.begin().await?;
        let pending = self.pending(wish, email, role);
        let finished = self
            .finish(transaction, (account, &key), &pending, &hash, None, agent)
            .await?;
        Ok(Ok(finished))
    }
}

/// Takes an invitation.
///
/// # Errors
/// [`Failure::Missing`] if somebody was faster, or it was withdrawn.
async fn take_invitation(transaction: &DatabaseTransaction, secret: &str) -> Result<(), Failure> {
    let secret: Secret = secret.parse().map_err(|_| Failure::Missing)?;
    let taken = invitation::Entity::delete_many()
        .filter(invitation::Column::SecretHash.eq(secret.digest().to_vec()))
        .exec(transaction)
        .await?;
    match taken.rows_affected {
        1 => Ok(()),
        _ => Err(Failure::Missing),
    }
}
