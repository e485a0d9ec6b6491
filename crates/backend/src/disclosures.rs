//! What was given of persons to authorities and advisers: one proposes it, another
//! one confirms it, and the person is told, by letter and on "My data". Where the law
//! forbids that for a time, they are told when the time is over.
//!
//! While they must not know, nothing that they see may give it away: neither the
//! page, nor their copy of everything, nor the log of what others did. So the log
//! names them only once they may know.

mod content;
mod shown;

use privacy::disclosure::{BarRefused, DisclosureGround, PROPOSAL_DAYS};
use privacy::inventory::Category;
use privacy::{Date, Right};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::Event;
use crate::accounts::lock;
use crate::audit::{self, Action};
use crate::clock::DAY;
use crate::entity::{account, disclosure as table, login};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::sealed::DISCLOSURE_CONTENT;
use crate::sessions::Who;
use crate::store::Store;

pub(crate) use content::said;
use content::{Content, damaged, sound};
pub(crate) use shown::{bring, lapsed, shown};

/// A disclosure that is proposed.
#[derive(Clone, Debug)]
pub struct NewDisclosure {
    /// An address, or an account's id.
    pub whose: String,
    pub ground: DisclosureGround,
    /// The authority or adviser.
    pub recipient: String,
    /// The law, the case's number there.
    pub law: String,
    pub categories: Vec<Category>,
    /// What of them, and no more than is needed.
    pub items: String,
    /// What binds an adviser to secrecy.
    pub secrecy: String,
    /// Until when the law forbids to tell the person, and which.
    pub barred: Option<(Date, String)>,
}

/// Why a disclosure is not proposed, or not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisclosureRefused {
    NoSuchPerson,
    /// Recipient, law or items are missing, or too long.
    Incomplete,
    NoCategories,
    /// An adviser without a duty of secrecy.
    NoSecrecy,
    /// A bar without the law that sets it.
    NoBarLaw,
    Bar(BarRefused),
    /// Whoever has proposed it does not confirm it.
    SamePerson,
    /// It is too old, or was decided about.
    Gone,
}

/// A disclosure, as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureTold {
    pub at: i64,
    pub ground: DisclosureGround,
    pub recipient: String,
    pub law: String,
    pub categories: Vec<Category>,
    pub items: String,
    pub secrecy: String,
    /// They were not to know before this.
    pub barred_until: Option<i64>,
}

/// A disclosure, as staff see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisclosureLine {
    pub account: Uuid,
    pub id: Uuid,
    pub told: DisclosureTold,
    pub proposed_at: i64,
    /// The reader has proposed it.
    pub own: bool,
    /// None while nobody has confirmed it.
    pub decided_at: Option<i64>,
    pub told_at: Option<i64>,
    pub barred_by: String,
}

impl Store {
    /// Proposes a disclosure. Nothing is given before a second person agrees.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, [`Failure::Unproved`].
    pub async fn disclosure_propose(
        &self,
        who: &Who,
        new: &NewDisclosure,
    ) -> Result<Result<Uuid, DisclosureRefused>, Failure> {
        let actor = who.may(Right::Disclose)?;
        who.proved()?;
        let now = self.clock.now();
        if let Err(refused) = sound(new, Date::of(now)) {
            return Ok(Err(refused));
        }
        let Some(account) = self.whose(&new.whose).await? else {
            return Ok(Err(DisclosureRefused::NoSuchPerson));
        };
        let key = self.key(account).await?;
        let id = Uuid::now_v7();
        let (barred_until, barred_by) = match &new.barred {
            Some((until, law)) => (Some(until.starts()), law.trim().to_owned()),
            None => (None, String::new()),
        };
        let content = Content {
            recipient: new.recipient.trim().to_owned(),
            law: new.law.trim().to_owned(),
            categories: new
                .categories
                .iter()
                .map(|it| it.name().to_owned())
                .collect(),
            items: new.items.trim().to_owned(),
            secrecy: new.secrecy.trim().to_owned(),
            barred_by,
        };
        let plain = serde_json::to_vec(&content).map_err(|_| damaged())?;
        let row = table::ActiveModel {
            account_id: Set(account),
            id: Set(id),
            ground: Set(new.ground.name().to_owned()),
            content: Set(key.seal(DISCLOSURE_CONTENT, id.into_bytes(), &plain)),
            proposed_at: Set(now),
            proposed_by: Set(self.audit_pseudonym(actor).0.to_vec()),
            decided_at: Set(None),
            decided_by: Set(None),
            barred_until: Set(barred_until),
            told_at: Set(None),
        };
        let transaction = self.data.begin().await?;
        match lock(account, &transaction).await {
            Ok(_) => {}
            Err(Failure::Missing) => return Ok(Err(DisclosureRefused::NoSuchPerson)),
            Err(failure) => return Err(failure),
        }
        table::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await?;
        note(&transaction, self, actor, Action::DisclosureProposed, None).await?;
        transaction.commit().await?;
        Ok(Ok(id))
    }

    /// Agrees to a disclosure that somebody else has proposed.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such disclosure;
    /// [`Failure::Unproved`].
    pub async fn disclosure_confirm(
        &self,
        who: &Who,
        account: Uuid,
        id: Uuid,
    ) -> Result<Result<(), DisclosureRefused>, Failure> {
        let actor = who.may(Right::Disclose)?;
        who.proved()?;
        let now = self.clock.now();
        let by = self.audit_pseudonym(actor).0.to_vec();
        let transaction = self.data.begin().await?;
        // Of two who decide at the same time the second sees what the first did.
        lock(account, &transaction).await?;
        let row = table::Entity::find_by_id((account, id))
            .one(&transaction)
            .await?
            .ok_or(Failure::Missing)?;
        if row.decided_at.is_some() || is_lapsed(&row, now) {
            return Ok(Err(DisclosureRefused::Gone));
        }
        if row.proposed_by == by {
            return Ok(Err(DisclosureRefused::SamePerson));
        }
        let barred = row.barred_until.is_some_and(|until| until > now);
        let decided = [
            (table::Column::DecidedAt, Expr::value(Some(now))),
            (table::Column::DecidedBy, Expr::value(Some(by))),
        ];
        let mut update = table::Entity::update_many()
            .filter(table::Column::AccountId.eq(account))
            .filter(table::Column::Id.eq(id));
        for (column, value) in decided {
            update = update.col_expr(column, value);
        }
        update.exec(&transaction).await?;
        match barred {
            true => {
                let action = Action::DisclosureConfirmed;
                note(&transaction, self, actor, action, None).await?;
            }
            false => {
                self.tell_disclosed(&transaction, account, id).await?;
                note(&transaction, self, actor, Action::Disclosed, Some(account)).await?;
            }
        }
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Takes a proposal away, one's own or another's.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is none that is open.
    pub async fn disclosure_refuse(
        &self,
        who: &Who,
        account: Uuid,
        id: Uuid,
    ) -> Result<(), Failure> {
        let actor = who.may(Right::Disclose)?;
        let transaction = self.data.begin().await?;
        let deleted = table::Entity::delete_many()
            .filter(table::Column::AccountId.eq(account))
            .filter(table::Column::Id.eq(id))
            .filter(table::Column::DecidedAt.is_null())
            .exec(&transaction)
            .await?;
        if deleted.rows_affected == 0 {
            return Err(Failure::Missing);
        }
        note(&transaction, self, actor, Action::DisclosureRefused, None).await?;
        Ok(transaction.commit().await?)
    }

    async fn tell_disclosed(
        &self,
        transaction: &DatabaseTransaction,
        account: Uuid,
        id: Uuid,
    ) -> Result<(), Failure> {
        table::Entity::update_many()
            .col_expr(table::Column::ToldAt, Expr::value(Some(self.clock.now())))
            .filter(table::Column::AccountId.eq(account))
            .filter(table::Column::Id.eq(id))
            .exec(transaction)
            .await?;
        let login = login::Entity::find_by_id(account).one(transaction).await?;
        if let Some(login) = login {
            let key = self.key(account).await?;
            self.write_to(transaction, &login, &key, Letter::Disclosed)
                .await?;
        }
        Ok(())
    }

    /// The account of an address, or of an id.
    async fn whose(&self, whose: &str) -> Result<Option<Uuid>, Failure> {
        let whose = whose.trim();
        let Ok(id) = whose.parse::<Uuid>() else {
            return Ok(self.login_of(whose).await?.map(|row| row.account_id));
        };
        let known = account::Entity::find_by_id(id)
            .one(self.data.read())
            .await?;
        Ok(known.map(|row| row.id))
    }
}

fn is_lapsed(row: &table::Model, now: i64) -> bool {
    row.proposed_at < now - i64::from(PROPOSAL_DAYS) * DAY
}

async fn note(
    transaction: &DatabaseTransaction,
    store: &Store,
    actor: Uuid,
    action: Action,
    subject: Option<Uuid>,
) -> Result<(), Failure> {
    let event = Event {
        actor: Some(actor),
        action,
        subject,
    };
    audit::note(transaction, store, event).await
}
