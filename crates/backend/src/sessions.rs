//! Sessions: the browsers that act for an account. The token is in a cookie and
//! stored as its hash; how long it is good depends on what it opens.

use std::net::IpAddr;

use privacy::{Actor, PersonId, Right, Role};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Column, PersonKey, Secret};

use crate::accounts::{day, uuid};
use crate::clock::{DAY, HOUR, MINUTE};
use crate::entity::session::{self, Kind};
use crate::entity::staff;
use crate::failure::Failure;
use crate::sealed::SESSION_AGENT;
use crate::store::Store;
use crate::{Event, audit};

/// A session of an owner link ends after so many days, used or not.
pub const SESSION_DAYS: i64 = privacy::inventory::SESSION_DAYS as i64;
const MEMBER_DAYS: i64 = privacy::inventory::MEMBER_DAYS as i64;
const MEMBER_IDLE_DAYS: i64 = privacy::inventory::MEMBER_IDLE_DAYS as i64;
/// Of staff: a day's work, and not a long lunch.
const STAFF: i64 = 12 * HOUR;
const STAFF_IDLE: i64 = HOUR;
/// For so long after a proof nobody is asked for another.
const PROVED: i64 = 15 * MINUTE;

pub(crate) const AGENT: Column = SESSION_AGENT;

/// Browser and system, as far as they say themselves: `Firefox`, `Windows`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Agent {
    pub browser: String,
    pub system: String,
    /// Where the request came from. Never stored: a place is looked up by it, for whoever
    /// agrees to that.
    #[serde(skip)]
    pub address: Option<IpAddr>,
}

/// The same browser, from wherever.
impl PartialEq for Agent {
    fn eq(&self, other: &Agent) -> bool {
        (&self.browser, &self.system) == (&other.browser, &other.system)
    }
}

impl Eq for Agent {}

/// Who a session acts for, and what it has shown.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    pub person: PersonId,
    pub session: Uuid,
    pub role: Role,
    /// Signed in, and not by an owner link.
    pub member: bool,
    /// Proved who they are in the last quarter of an hour.
    pub proved: bool,
    pub two_factors: bool,
}

impl Who {
    pub fn actor(&self) -> Actor {
        Actor::Person(self.person)
    }

    /// Whether they may do something that concerns others.
    ///
    /// # Errors
    /// [`Failure::Missing`] if their role has no such right: that there is such
    /// a thing is not theirs to know. [`Failure::OneFactor`] without a second factor.
    pub fn may(&self, right: Right) -> Result<Uuid, Failure> {
        if !self.role.has(right) {
            return Err(Failure::Missing);
        }
        if !self.two_factors {
            return Err(Failure::OneFactor);
        }
        Ok(uuid(self.person))
    }

    /// A member who has just proved who they are.
    ///
    /// # Errors
    /// [`Failure::Missing`] for an owner link, [`Failure::Unproved`].
    pub(crate) fn proved(&self) -> Result<Uuid, Failure> {
        let account = self.member()?;
        match self.proved {
            true => Ok(account),
            false => Err(Failure::Unproved),
        }
    }

    /// # Errors
    /// [`Failure::Missing`] for an owner link.
    pub(crate) fn member(&self) -> Result<Uuid, Failure> {
        match self.member {
            true => Ok(uuid(self.person)),
            false => Err(Failure::Missing),
        }
    }
}

/// A line in the list of sessions.
#[derive(Clone, Debug)]
pub struct Device {
    pub id: Uuid,
    pub agent: Option<Agent>,
    pub created_at: i64,
    /// To the day.
    pub used_at: i64,
    /// The one that asks.
    pub this: bool,
}

impl Store {
    /// Lets a browser act for an account that its owner link has opened; the
    /// secret is for its cookie.
    ///
    /// # Errors
    /// [`Failure::Missing`] for a member's account, which no link opens.
    pub async fn session_create(&self, person: PersonId) -> Result<Secret, Failure> {
        open(
            self,
            self.data.write(),
            uuid(person),
            Kind::Link,
            None,
            false,
        )
        .await
    }

    /// Who acts, by the cookie's token.
    pub async fn session_actor(&self, token: &Secret) -> Result<Actor, Failure> {
        let Some(row) = self.session_find(token).await? else {
            return Ok(Actor::Visitor);
        };
        let person = self.use_account(row.account_id).await?;
        Ok(person.map_or(Actor::Visitor, Actor::Person))
    }

    /// Who acts, and what they have shown. None for nobody.
    pub async fn session_who(&self, token: &Secret) -> Result<Option<Who>, Failure> {
        let Some(row) = self.session_find(token).await? else {
            return Ok(None);
        };
        let Some(person) = self.use_account(row.account_id).await? else {
            return Ok(None);
        };
        let role = match row.kind {
            Kind::Staff => role(self.data.read(), row.account_id).await?,
            Kind::Link | Kind::Member => Role::Member,
        };
        Ok(Some(Who {
            person,
            session: row.id,
            role,
            member: row.kind != Kind::Link,
            proved: self.clock.now() < row.proved_at + PROVED,
            two_factors: row.two_factors,
        }))
    }

    async fn session_find(&self, token: &Secret) -> Result<Option<session::Model>, Failure> {
        let row = session::Entity::find()
            .filter(session::Column::TokenHash.eq(token.digest().to_vec()))
            .one(self.data.read())
            .await?;
        let now = self.clock.now();
        let Some(row) = row.filter(|row| now < ends(row)) else {
            return Ok(None);
        };
        let moment = moment(row.kind, now);
        if row.used_at != moment {
            let touched = session::ActiveModel {
                account_id: Set(row.account_id),
                id: Set(row.id),
                used_at: Set(moment),
                ..Default::default()
            };
            match touched.update(self.data.write()).await {
                Ok(_) => {}
                // It was ended meanwhile.
                Err(sea_orm::DbErr::RecordNotUpdated) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Some(row))
    }

    /// Ends the session of a token.
    pub async fn session_end(&self, token: &Secret) -> Result<(), Failure> {
        session::Entity::delete_many()
            .filter(session::Column::TokenHash.eq(token.digest().to_vec()))
            .exec(self.data.write())
            .await?;
        Ok(())
    }

    /// The browsers that act for a member, the one that was used last first.
    ///
    /// # Errors
    /// [`Failure::Missing`] for an owner link.
    pub async fn devices(&self, who: &Who) -> Result<Vec<Device>, Failure> {
        let account = who.member()?;
        privacy::gate::read(
            "session.agent",
            who.actor(),
            who.actor(),
            privacy::Purpose::Recognise,
        )?;
        let rows = session::Entity::find()
            .filter(session::Column::AccountId.eq(account))
            .order_by_desc(session::Column::UsedAt)
            .order_by_desc(session::Column::CreatedAt)
            .all(self.data.read())
            .await?;
        let key = self.key(account).await?;
        let now = self.clock.now();
        rows.into_iter()
            .filter(|row| now < ends(row))
            .map(|row| {
                Ok(Device {
                    agent: unseal_agent(&key, AGENT, row.id, row.agent.as_deref())?,
                    id: row.id,
                    created_at: row.created_at,
                    used_at: row.used_at,
                    this: row.id == who.session,
                })
            })
            .collect()
    }

    /// Ends one of a member's sessions.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is no such session.
    pub async fn device_end(&self, who: &Who, id: Uuid) -> Result<(), Failure> {
        let account = who.member()?;
        let transaction = self.data.begin().await?;
        let ended = session::Entity::delete_by_id((account, id))
            .exec(&transaction)
            .await?;
        if ended.rows_affected == 0 {
            return Err(Failure::Missing);
        }
        let event = Event::own(account, audit::Action::SessionEnded);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Ends all of a member's sessions but the one that asks.
    ///
    /// # Errors
    /// [`Failure::Missing`] for an owner link.
    pub async fn devices_end_others(&self, who: &Who) -> Result<(), Failure> {
        let account = who.member()?;
        let transaction = self.data.begin().await?;
        end_all(&transaction, account, Some(who.session)).await?;
        let event = Event::own(account, audit::Action::SessionsEnded);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(())
    }
}

/// Opens a session, which is new whatever the browser had before.
pub(crate) async fn open(
    store: &Store,
    connection: &impl ConnectionTrait,
    account: Uuid,
    kind: Kind,
    agent: Option<(&PersonKey, &Agent)>,
    two_factors: bool,
) -> Result<Secret, Failure> {
    let token = Secret::generate();
    let now = store.clock.now();
    let id = Uuid::now_v7();
    let agent = agent.map(|(key, agent)| seal_agent(key, AGENT, id, agent));
    let row = session::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        token_hash: Set(token.digest().to_vec()),
        created_at: Set(now),
        used_at: Set(moment(kind, now)),
        kind: Set(kind),
        agent: Set(agent.transpose()?),
        proved_at: Set(match kind {
            Kind::Link => 0,
            Kind::Member | Kind::Staff => now,
        }),
        two_factors: Set(two_factors),
    };
    session::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    Ok(token)
}

/// Ends an account's sessions, but for one.
pub(crate) async fn end_all(
    connection: &impl ConnectionTrait,
    account: Uuid,
    except: Option<Uuid>,
) -> Result<(), Failure> {
    let mut delete = session::Entity::delete_many().filter(session::Column::AccountId.eq(account));
    if let Some(except) = except {
        delete = delete.filter(session::Column::Id.ne(except));
    }
    delete.exec(connection).await?;
    Ok(())
}

/// What a member is to the people who run the server.
pub(crate) async fn role(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Role, Failure> {
    let row = staff::Entity::find_by_id(account).one(connection).await?;
    let role = row.and_then(|row| Role::from_name(&row.role));
    Ok(role.unwrap_or(Role::Member))
}

/// How long a session lasts in all, and without use: in milliseconds.
pub(crate) fn lasts(kind: Kind) -> (i64, i64) {
    match kind {
        Kind::Link => (SESSION_DAYS * DAY, SESSION_DAYS * DAY),
        // One more day, because use is known to the day.
        Kind::Member => (MEMBER_DAYS * DAY, (MEMBER_IDLE_DAYS + 1) * DAY),
        Kind::Staff => (STAFF, STAFF_IDLE + MINUTE),
    }
}

/// When a session ends if it is not used again.
fn ends(row: &session::Model) -> i64 {
    let (whole, idle) = lasts(row.kind);
    (row.created_at + whole).min(row.used_at + idle)
}

/// Use is known to the day: enough for retention, and no record of when
/// somebody writes. Of staff, whose idle time is short, to the minute.
fn moment(kind: Kind, now: i64) -> i64 {
    match kind {
        Kind::Link | Kind::Member => day(now),
        Kind::Staff => now - now.rem_euclid(MINUTE),
    }
}

pub(crate) fn seal_agent(
    key: &PersonKey,
    column: Column,
    row: Uuid,
    agent: &Agent,
) -> Result<Vec<u8>, Failure> {
    let plain = serde_json::to_vec(agent).map_err(|error| Failure::Refused(error.to_string()))?;
    Ok(key.seal(column, row.into_bytes(), &plain))
}

pub(crate) fn unseal_agent(
    key: &PersonKey,
    column: Column,
    row: Uuid,
    sealed: Option<&[u8]>,
) -> Result<Option<Agent>, Failure> {
    let Some(sealed) = sealed else {
        return Ok(None);
    };
    let plain = key.open(column, row.into_bytes(), sealed)?;
    Ok(serde_json::from_slice(&plain).ok())
}
