//! Those who run the server: roles, invitations, security cases. Each function
//! asks the one table of rights (`privacy::Role::has`).

use privacy::{Right, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;
use vault::Secret;

use crate::clock::DAY;
use crate::entity::{invitation, security_case, staff};
use crate::failure::Failure;
use crate::letter::INVITATION_DAYS;
use crate::sessions::{self, Who};
use crate::sign_in::stored_email;
use crate::store::Store;
use crate::{Event, audit};

/// Somebody who works here.
#[derive(Clone, Debug)]
pub struct Colleague {
    pub account: Uuid,
    /// None for who signs in with a passkey alone.
    pub email: Option<String>,
    pub role: Role,
    pub granted_at: i64,
}

/// An invitation that nobody has used yet.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub id: Uuid,
    pub role: Role,
    pub expires_at: i64,
}

/// A security case, without a name.
#[derive(Clone, Debug)]
pub struct Case {
    pub account: Uuid,
    pub id: Uuid,
    pub opened_at: i64,
    pub closed_at: Option<i64>,
}

/// What became of a change of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoleChange {
    Done,
    /// No member has this address.
    NoSuchMember,
    /// There would be no administrator left.
    LastAdministrator,
}

impl Store {
    /// Those who work here, with their addresses. Each of them sees in their own
    /// account that these were shown.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn colleagues(&self, who: &Who) -> Result<Vec<Colleague>, Failure> {
        let reader = who.may(Right::Roles)?;
        let transaction = self.data.begin().await?;
        let rows = staff::Entity::find()
            .order_by_asc(staff::Column::GrantedAt)
            .all(&transaction)
            .await?;
        for row in rows.iter().filter(|row| row.account_id != reader) {
            let event = Event::of(reader, audit::Action::AddressRead, row.account_id);
            audit::note(&transaction, self, event).await?;
        }
        transaction.commit().await?;
        let mut colleagues = Vec::with_capacity(rows.len());
        for row in rows {
            let (login, key) = self.login(row.account_id).await?;
            colleagues.push(Colleague {
                account: row.account_id,
                email: stored_email(&login, &key)?.map(|email| email.to_string()),
                role: Role::from_name(&row.role).unwrap_or(Role::Member),
                granted_at: row.granted_at,
            });
        }
        Ok(colleagues)
    }

    /// Gives a member a role, or takes theirs away (`Role::Member`). Their
    /// sessions end: what they may do from now on, they sign in for.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn role_give(
        &self,
        who: &Who,
        email: &str,
        role: Role,
    ) -> Result<RoleChange, Failure> {
        let actor = who.may(Right::Roles)?;
        who.proved()?;
        match self.login_of(email).await? {
            Some(row) => self.role_set(Some(actor), row.account_id, role).await,
            None => Ok(RoleChange::NoSuchMember),
        }
    }

    /// The same for the operator, who has the machine.
    pub async fn operator_role(&self, email: &str, role: Role) -> Result<RoleChange, Failure> {
        match self.login_of(email).await? {
            Some(row) => self.role_set(None, row.account_id, role).await,
            None => Ok(RoleChange::NoSuchMember),
        }
    }

    async fn role_set(
        &self,
        by: Option<Uuid>,
        account: Uuid,
        role: Role,
    ) -> Result<RoleChange, Failure> {
        let transaction = self.data.begin().await?;
        // Locked in one order: of two who take each other's role, the second sees
        // what the first has done.
        let administrators = staff::Entity::find()
            .filter(staff::Column::Role.eq(Role::Administrator.name()))
            .order_by_asc(staff::Column::AccountId)
            .lock_exclusive()
            .all(&transaction)
            .await?;
        let only = matches!(administrators.as_slice(), [one] if one.account_id == account);
        if only && role != Role::Administrator {
            return Ok(RoleChange::LastAdministrator);
        }
        staff::Entity::delete_by_id(account)
            .exec(&transaction)
            .await?;
        if role.is_staff() {
            let row = staff::ActiveModel {
                account_id: Set(account),
                role: Set(role.name().to_owned()),
                granted_at: Set(self.clock.now()),
            };
            staff::Entity::insert(row)
                .exec_without_returning(&transaction)
                .await?;
        }
        sessions::end_all(&transaction, account, None).await?;
        let action = match role.is_staff() {
            true => audit::Action::RoleGranted,
            false => audit::Action::RoleRemoved,
        };
        let event = Event {
            actor: by,
            action,
            subject: Some(account),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(RoleChange::Done)
    }

    /// Makes an invitation; the secret is for its link.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn invite(&self, who: &Who) -> Result<Secret, Failure> {
        let actor = who.may(Right::Invite)?;
        self.invitation_make(Some(actor), Role::Member).await
    }

    /// An invitation by the operator, to any role: its link needs no letter. Of
    /// those for administrators only the last is good.
    pub async fn operator_invite(&self, role: Role) -> Result<Secret, Failure> {
        if role == Role::Administrator {
            invitation::Entity::delete_many()
                .filter(invitation::Column::Role.eq(role.name()))
                .exec(self.data.write())
                .await?;
        }
        self.invitation_make(None, role).await
    }

    async fn invitation_make(&self, by: Option<Uuid>, role: Role) -> Result<Secret, Failure> {
        let secret = Secret::generate();
        let now = self.clock.now();
        let row = invitation::ActiveModel {
            id: Set(Uuid::now_v7()),
            secret_hash: Set(secret.digest().to_vec()),
            role: Set(role.name().to_owned()),
            created_at: Set(now),
            expires_at: Set(now + INVITATION_DAYS * DAY),
        };
        let transaction = self.data.begin().await?;
        invitation::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        let event = Event {
            actor: by,
            action: audit::Action::Invited,
            subject: None,
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(secret)
    }

    /// Invitations that are open.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn invitations(&self, who: &Who) -> Result<Vec<Invitation>, Failure> {
        who.may(Right::Invite)?;
        let rows = invitation::Entity::find()
            .filter(invitation::Column::ExpiresAt.gt(self.clock.now()))
            .order_by_asc(invitation::Column::ExpiresAt)
            .all(self.data.read())
            .await?;
        let open = rows.into_iter().map(|row| Invitation {
            id: row.id,
            role: Role::from_name(&row.role).unwrap_or(Role::Member),
            expires_at: row.expires_at,
        });
        Ok(open.collect())
    }

    /// Withdraws an invitation.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn invitation_withdraw(&self, who: &Who, id: Uuid) -> Result<(), Failure> {
        who.may(Right::Invite)?;
        invitation::Entity::delete_by_id(id)
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// Security cases, the open ones first, the newest of each first.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn cases(&self, who: &Who) -> Result<Vec<Case>, Failure> {
        who.may(Right::Cases)?;
        let rows = security_case::Entity::find()
            .order_by_desc(security_case::Column::OpenedAt)
            .all(self.data.read())
            .await?;
        let mut cases: Vec<Case> = rows
            .into_iter()
            .map(|row| Case {
                account: row.account_id,
                id: row.id,
                opened_at: row.opened_at,
                closed_at: row.closed_at,
            })
            .collect();
        cases.sort_by_key(|case| case.closed_at.is_some());
        Ok(cases)
    }

    /// Closes a security case.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such case.
    pub async fn case_close(&self, who: &Who, account: Uuid, id: Uuid) -> Result<(), Failure> {
        let actor = who.may(Right::Cases)?;
        let transaction = self.data.begin().await?;
        let changed = security_case::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            closed_at: Set(Some(self.clock.now())),
            ..Default::default()
        };
        match changed.update(&transaction).await {
            Ok(_) => {}
            Err(sea_orm::DbErr::RecordNotUpdated) => return Err(Failure::Missing),
            Err(error) => return Err(error.into()),
        }
        let event = Event::of(actor, audit::Action::CaseClosed, account);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Whether there is an administrator: until there is one, the operator is
    /// shown how to become it.
    pub async fn has_administrator(&self) -> Result<bool, Failure> {
        let known = staff::Entity::find()
            .filter(staff::Column::Role.eq(Role::Administrator.name()))
            .count(self.data.read())
            .await?;
        Ok(known > 0)
    }

    /// The audit log, the newest first, which is noted in it.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right.
    pub async fn audit_read(&self, who: &Who) -> Result<Vec<audit::Recorded>, Failure> {
        let reader = who.may(Right::Audit)?;
        self.audit_list(reader, None).await
    }
}
