//! Changes of the policy that are announced before they hold.
//!
//! A change is published with the day from which it holds, which is also its
//! version; if it is material, people have the operator's days of notice between the
//! two. Until then it stands on the policy's page and in a banner, everybody with an
//! address has a letter, and who agreed to a purpose that changes is asked anew:
//! silence is no consent, so what is not renewed ends on the day (`carry`).
//!
//! What a version in force is, follows from the table and the clock alone; nothing
//! has to run for a change to begin to hold.

mod carry;

use privacy::policy::{TooEarly, changes, current_facts, is_facts, is_material, may_hold};
use privacy::{Actor, ConsentPurpose, Date, POLICY_VERSION, Purpose, Right};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder,
};
use uuid::Uuid;

use crate::acceptance;
use crate::accounts::person;
use crate::consent;
use crate::entity::policy_change;
use crate::failure::{Failure, is_taken};
use crate::sessions::Who;
use crate::store::Store;
use crate::{Event, audit};

/// Days between the publication of a material change and its day, as is usual.
pub const NOTICE_DAYS: u16 = privacy::policy::NOTICE_DAYS;
/// The longest words of a change, and the longest facts, in bytes.
const WORDS_BYTES: usize = 8 * 1024;
const FACTS_BYTES: usize = 512 * 1024;

/// A change that was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyChange {
    /// The day from which it holds, as it is written: YYYY-MM-DD.
    pub version: String,
    /// Milliseconds since 1970.
    pub published_at: i64,
    pub material: bool,
    /// What has to be agreed to anew.
    pub purposes: Vec<ConsentPurpose>,
    /// What the coming inventory says.
    pub facts: Option<String>,
    /// What changes, in Swedish and in English.
    pub sv: String,
    pub en: String,
    pub withdrawn_at: Option<i64>,
    /// When the last letter about it was queued.
    pub told_at: Option<i64>,
}

/// A change that is to be announced.
#[derive(Clone, Debug)]
pub struct NewPolicyChange {
    pub effective: Date,
    pub material: bool,
    pub purposes: Vec<ConsentPurpose>,
    pub facts: Option<String>,
    pub sv: String,
    pub en: String,
}

/// Why a change is not announced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyRefused {
    /// It would hold today, or before a version that people know already.
    NotLater,
    /// It is material: it may hold from this day on.
    TooSoon(Date),
    /// What changes is not said in both languages, or at too great length.
    Words,
    /// What should be the facts of a version are none.
    Facts,
    /// Another change holds from that day.
    Taken,
}

/// What somebody is to be told of a change that comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyNotice {
    pub version: String,
    /// They have said that they have read it.
    pub acknowledged: bool,
    /// What they agree to in an older text.
    pub renew: Vec<ConsentPurpose>,
}

/// What a change adds to the text of a consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    pub version: String,
    pub sv: String,
    pub en: String,
    /// It does not hold yet.
    pub coming: bool,
}

/// Which text of a consent holds, and which will.
#[derive(Clone, Debug)]
pub(crate) struct Texts {
    pub(crate) now: String,
    pub(crate) coming: Option<String>,
    pub(crate) additions: Vec<Addition>,
}

impl Store {
    /// Every change that was ever announced, the latest day first.
    pub async fn policy_changes(&self) -> Result<Vec<PolicyChange>, Failure> {
        all(self.data.read()).await
    }

    /// Those that do not hold yet, the next one first.
    pub async fn policy_coming(&self) -> Result<Vec<PolicyChange>, Failure> {
        let now = self.clock.now();
        let mut all = all(self.data.read()).await?;
        all.retain(|change| change.is_coming(now));
        all.reverse();
        Ok(all)
    }

    /// The version of the policy that holds.
    pub async fn policy_version(&self) -> Result<String, Failure> {
        version(self.data.read(), self.clock.now()).await
    }

    /// Announces a change.
    ///
    /// # Errors
    /// As [`Who::may`].
    pub async fn policy_schedule(
        &self,
        who: &Who,
        new: NewPolicyChange,
    ) -> Result<Result<(), PolicyRefused>, Failure> {
        let by = who.may(Right::PolicyChanges)?;
        who.proved()?;
        let now = self.clock.now();
        let known = version(self.data.read(), now).await?;
        let row = match row(new, &known, now, self.notice_days) {
            Ok(row) => row,
            Err(refused) => return Ok(Err(refused)),
        };
        let transaction = self.data.begin().await?;
        let written = policy_change::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await;
        match written {
            Ok(_) => {}
            Err(error) if is_taken(&error) => return Ok(Err(PolicyRefused::Taken)),
            Err(error) => return Err(error.into()),
        }
        let event = Event::own(by, audit::Action::PolicyScheduled);
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(Ok(()))
    }

    /// Takes a change back that does not hold yet. What people have agreed to because
    /// of it stays agreed.
    ///
    /// # Errors
    /// [`Failure::Missing`] if there is none, or it holds; as [`Who::may`].
    pub async fn policy_withdraw(&self, who: &Who, version: &str) -> Result<(), Failure> {
        let by = who.may(Right::PolicyChanges)?;
        who.proved()?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        let row = policy_change::Entity::find_by_id(version)
            .one(&transaction)
            .await?;
        let row = row.filter(|row| change(row.clone()).is_coming(now));
        let Some(row) = row else {
            return Err(Failure::Missing);
        };
        let mut row: policy_change::ActiveModel = row.into();
        row.withdrawn_at = Set(Some(now));
        row.update(&transaction).await?;
        let event = Event::own(by, audit::Action::PolicyWithdrawn);
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }

    /// Days of notice for what is material.
    pub fn notice_days(&self) -> u16 {
        self.notice_days
    }

    /// The next change that the actor has not answered in every respect.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn policy_notice(&self, actor: Actor) -> Result<Option<PolicyNotice>, Failure> {
        let answers = self.policy_answers(actor).await?;
        let mut open = answers.into_iter();
        Ok(open.find(|it| !it.acknowledged || !it.renew.is_empty()))
    }

    /// How the actor stands to each change that comes.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn policy_answers(&self, actor: Actor) -> Result<Vec<PolicyNotice>, Failure> {
        let account = person(actor)?;
        let now = self.clock.now();
        let coming = self.policy_coming().await?;
        if coming.is_empty() {
            return Ok(Vec::new());
        }
        privacy::gate::read("acceptance.kind", actor, actor, Purpose::Account)?;
        let read = acceptance::policy_read(self.data.read(), account).await?;
        let mut answers = Vec::new();
        for change in coming {
            let renew = self.to_renew(account, &change, now).await?;
            answers.push(PolicyNotice {
                acknowledged: read.as_ref().is_some_and(|known| *known >= change.version),
                version: change.version,
                renew,
            });
        }
        Ok(answers)
    }

    /// What somebody agrees to, and would have to agree to anew for it to go on.
    async fn to_renew(
        &self,
        account: Uuid,
        change: &PolicyChange,
        now: i64,
    ) -> Result<Vec<ConsentPurpose>, Failure> {
        let mut renew = Vec::new();
        for purpose in &change.purposes {
            let last = consent::last(self.data.read(), account, *purpose).await?;
            if last.is_some_and(|row| {
                let lasts = row.until.is_some_and(|until| now < until);
                row.given && lasts && row.version < change.version
            }) {
                renew.push(*purpose);
            }
        }
        Ok(renew)
    }
}

impl PolicyChange {
    /// It was announced, and does not hold yet.
    pub fn is_coming(&self, now: i64) -> bool {
        self.withdrawn_at.is_none() && self.version > today(now)
    }

    /// It holds, or did until another one came.
    pub fn holds(&self, now: i64) -> bool {
        self.withdrawn_at.is_none() && self.version <= today(now)
    }
}

fn today(now: i64) -> String {
    Date::of(now).to_string()
}

/// A change as it is stored.
fn row(
    new: NewPolicyChange,
    known: &str,
    now: i64,
    notice_days: u16,
) -> Result<policy_change::ActiveModel, PolicyRefused> {
    let said = |words: &str| !words.trim().is_empty() && words.len() <= WORDS_BYTES;
    if !said(&new.sv) || !said(&new.en) {
        return Err(PolicyRefused::Words);
    }
    let mut material = new.material || !new.purposes.is_empty();
    if let Some(facts) = &new.facts {
        if facts.len() > FACTS_BYTES || !is_facts(facts) {
            return Err(PolicyRefused::Facts);
        }
        material |= is_material(&changes(current_facts(), facts));
    }
    let version = new.effective.to_string();
    may_hold(Date::of(now), new.effective, material, notice_days).map_err(|early| match early {
        TooEarly::NotLater => PolicyRefused::NotLater,
        TooEarly::Notice(day) => PolicyRefused::TooSoon(day),
    })?;
    // A version is compared by its letters, which a year of five would upset.
    if version.as_str() <= known || version.len() != 10 {
        return Err(PolicyRefused::NotLater);
    }
    let purposes = new.purposes.iter();
    let purposes: String = purposes.map(|it| format!("{},", it.name())).collect();
    Ok(policy_change::ActiveModel {
        version: Set(version),
        published_at: Set(now),
        material: Set(material),
        purposes: Set(purposes),
        facts: Set(new.facts),
        text_sv: Set(new.sv.trim().to_owned()),
        text_en: Set(new.en.trim().to_owned()),
        withdrawn_at: Set(None),
        told_after: Set(None),
        told_at: Set(None),
        ended_at: Set(None),
    })
}

async fn all(connection: &impl ConnectionTrait) -> Result<Vec<PolicyChange>, Failure> {
    let rows = policy_change::Entity::find()
        .order_by_desc(policy_change::Column::Version)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(change).collect())
}

fn change(row: policy_change::Model) -> PolicyChange {
    let purposes = row.purposes.split_terminator(',');
    PolicyChange {
        purposes: purposes.filter_map(ConsentPurpose::from_name).collect(),
        version: row.version,
        published_at: row.published_at,
        material: row.material,
        facts: row.facts,
        sv: row.text_sv,
        en: row.text_en,
        withdrawn_at: row.withdrawn_at,
        told_at: row.told_at,
    }
}

/// The version of the policy that holds: that of the program, or of a change.
pub(crate) async fn version(
    connection: &impl ConnectionTrait,
    now: i64,
) -> Result<String, Failure> {
    let newest = policy_change::Entity::find()
        .filter(policy_change::Column::WithdrawnAt.is_null())
        .filter(policy_change::Column::Version.lte(today(now)))
        .order_by_desc(policy_change::Column::Version)
        .one(connection)
        .await?;
    let newest = newest.map(|row| row.version).unwrap_or_default();
    Ok(newest.max(POLICY_VERSION.to_owned()))
}

/// Whether a version is one that people can have read: the one that holds, or one
/// that is announced.
pub(crate) async fn is_shown(
    connection: &impl ConnectionTrait,
    version: &str,
    now: i64,
) -> Result<bool, Failure> {
    if self::version(connection, now).await? == version {
        return Ok(true);
    }
    let row = policy_change::Entity::find_by_id(version)
        .one(connection)
        .await?;
    Ok(row.is_some_and(|row| change(row).is_coming(now)))
}

/// Which texts there are of a consent: that of the program with what changes have
/// added to it since.
pub(crate) async fn texts(
    connection: &impl ConnectionTrait,
    purpose: ConsentPurpose,
    now: i64,
) -> Result<Texts, Failure> {
    let mut texts = Texts {
        now: purpose.version().to_owned(),
        coming: None,
        additions: Vec::new(),
    };
    let mut changes = all(connection).await?;
    changes.retain(|it| {
        let announced = it.holds(now) || it.is_coming(now);
        announced && it.purposes.contains(&purpose) && it.version.as_str() > purpose.version()
    });
    for change in changes.into_iter().rev() {
        let coming = change.is_coming(now);
        match coming {
            true => texts.coming = Some(change.version.clone()),
            false => texts.now = change.version.clone(),
        }
        texts.additions.push(Addition {
            version: change.version,
            sv: change.sv,
            en: change.en,
            coming,
        });
    }
    Ok(texts)
}
