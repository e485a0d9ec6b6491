//! The consent ledger: who has agreed to what, in which words, when and until
//! when. A withdrawal is a line of its own; no line is changed or deleted, but
//! all go with their account. What was done while consent was there stays lawful
//! (GDPR, Article 7(3)), and the ledger shows when that was.
//!
//! Whatever is kept by consent alone is written with a [`ConsentToken`], which
//! only the ledger gives out.

mod again;
mod kept;
mod proof;

use privacy::erasure::Gone;
use privacy::{Actor, CONSENT_DAYS, ConsentPurpose, Denied};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction,
    EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::accounts::{lock, person};
use crate::clock::DAY;
use crate::entity::consent;
use crate::failure::Failure;
use crate::ledger::Wish;
use crate::letter::MailLang;
use crate::policy_changes::{self, Addition, Texts};
use crate::publications::details;
use crate::store::Store;
use crate::{Event, audit};

pub use crate::entity::consent::How as ConsentBy;
pub(crate) use again::end_again;
pub(crate) use kept::lines_of;
pub(crate) use proof::prove;
pub use proof::{ProofOf, Proven};

/// How long consent lasts, in milliseconds.
const LASTS: i64 = CONSENT_DAYS as i64 * DAY;
/// Lines of one account. Whoever has so many plays with a button; the last one
/// is always a withdrawal's.
const LINES: u64 = 1000;

/// That somebody agrees: to which words, and where they said so.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// The version of the text that they have read.
    pub version: String,
    /// The language that they have read it in.
    pub lang: MailLang,
    pub by: ConsentBy,
}

/// A purpose, and how its owner's consent stands.
#[derive(Clone, Debug)]
pub struct Consent {
    pub purpose: ConsentPurpose,
    pub state: ConsentState,
    /// The version of the text that is to be shown and agreed to: the one that holds,
    /// or the one that comes.
    pub version: String,
    /// What was added to the program's own text, or will be.
    pub additions: Vec<Addition>,
    /// They agree, and it ends when the text that comes holds.
    pub ends_unless_renewed: bool,
    /// How many details are kept by it.
    pub held: u64,
    /// Every line of it, the newest first.
    pub history: Vec<ConsentLine>,
}

/// How consent stands. Times are milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentState {
    Never,
    Given {
        since: i64,
        until: i64,
    },
    /// To another text than that which holds now. What is there stays, and
    /// nothing new is written before they agree to this one.
    OlderText {
        since: i64,
        until: i64,
    },
    /// It had its time. What is there goes, unless they agree again before.
    Lapsed {
        until: i64,
    },
    Withdrawn {
        at: i64,
    },
}

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentLine {
    pub given: bool,
    pub version: String,
    pub lang: MailLang,
    pub at: i64,
    pub by: ConsentBy,
    /// Until when it was given for.
    pub until: Option<i64>,
}

/// That an account's owner agrees, now, to the text that holds now. Whoever
/// writes what needs consent has to show one.
///
/// Only the ledger makes one, by reading it in the transaction that the token is
/// bound to: nobody can withdraw between the reading and the writing.
///
/// ```
/// fn shown(token: &backend::ConsentToken<'_>) -> privacy::ConsentPurpose {
///     token.purpose()
/// }
/// ```
///
/// Nobody else can make one:
///
/// ```compile_fail,E0451
/// fn forged<'t>(
///     transaction: &'t sea_orm::DatabaseTransaction,
///     purpose: privacy::ConsentPurpose,
/// ) -> backend::ConsentToken<'t> {
///     let id = backend::Uuid::nil();
///     backend::ConsentToken { transaction, account: id, consent: id, purpose }
/// }
/// ```
#[derive(Debug)]
pub struct ConsentToken<'t> {
    transaction: &'t DatabaseTransaction,
    account: Uuid,
    consent: Uuid,
    purpose: ConsentPurpose,
}

impl<'t> ConsentToken<'t> {
    /// What was agreed to.
    pub fn purpose(&self) -> ConsentPurpose {
        self.purpose
    }

    pub(crate) fn transaction(&self) -> &'t DatabaseTransaction {
        self.transaction
    }

    pub(crate) fn account(&self) -> Uuid {
        self.account
    }

    /// The line of the ledger.
    pub(crate) fn consent(&self) -> Uuid {
        self.consent
    }
}

/// Reads the ledger.
///
/// # Errors
/// [`Denied::NoConsent`] if the account's owner does not agree to the text that
/// holds now.
pub(crate) async fn token(
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
    now: i64,
) -> Result<ConsentToken<'_>, Failure> {
    let texts = policy_changes::texts(transaction, purpose, now).await?;
    match last(transaction, account, purpose).await? {
        Some(row) if is_good(&row, &texts, now) => Ok(ConsentToken {
            transaction,
            account,
            consent: row.id,
            purpose,
        }),
        _ => Err(Denied::NoConsent.into()),
    }
}

/// Whether the account's owner agrees to the text that holds now.
pub(crate) async fn is_agreed(
    connection: &impl ConnectionTrait,
    account: Uuid,
    purpose: ConsentPurpose,
    now: i64,
) -> Result<bool, Failure> {
    let texts = policy_changes::texts(connection, purpose, now).await?;
    let last = last(connection, account, purpose).await?;
    Ok(last.is_some_and(|row| is_good(&row, &texts, now)))
}

/// Whether a line, if it is the last one, lets something new be written.
/// A text that was agreed to before it holds is good already.
fn is_good(row: &consent::Model, texts: &Texts, now: i64) -> bool {
    row.given && row.version >= texts.now && row.until.is_some_and(|until| now < until)
}

impl Store {
    /// Notes that the actor agrees, from now on and for [`CONSENT_DAYS`]. What is
    /// kept already is kept by this from now on. Said twice on a day it is noted
    /// once.
    ///
    /// # Errors
    /// [`Failure::Refused`] if they have read another text than that which holds
    /// now; [`Failure::Quota`]
    pub async fn consent_give(
        &self,
        actor: Actor,
        purpose: ConsentPurpose,
        agreement: &Agreement,
    ) -> Result<(), Failure> {
        let account = person(actor)?;
        let now = self.clock.now();
        let transaction = self.data.begin().await?;
        let texts = policy_changes::texts(&transaction, purpose, now).await?;
        let version = &agreement.version;
        if *version != texts.now && Some(version) != texts.coming.as_ref() {
            return Err(Failure::Refused("another text was agreed to".to_owned()));
        }
        lock(account, &transaction).await?;
        let last = last(&transaction, account, purpose).await?;
        let said = |row: consent::Model| {
            is_good(&row, &texts, now) && row.version == *version && now < row.at + DAY
        };
        if last.is_some_and(said) {
            return Ok(());
        }
        let there = consent::Entity::find()
            .filter(consent::Column::AccountId.eq(account))
            .count(&transaction)
            .await?;
        if there >= LINES {
            return Err(Failure::Quota);
        }
        let until = Some(now + LASTS);
        let id = note(&transaction, account, purpose, agreement, now, until).await?;
        kept::keep_by(&transaction, account, purpose, id).await?;
        details::keep_by(&transaction, account, purpose, id).await?;
        let event = Event::own(account, audit::Action::ConsentGiven);
        audit::note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }

    /// Notes that the actor no longer agrees, and deletes what was kept by their
    /// consent, on their public pages too: the next request is answered without it.
    /// Returns how many details are gone, what pages showed not counted.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn consent_withdraw(
        &self,
        actor: Actor,
        purpose: ConsentPurpose,
        lang: MailLang,
        by: ConsentBy,
    ) -> Result<u64, Failure> {
        let account = person(actor)?;
        let transaction = self.data.begin().await?;
        lock(account, &transaction).await?;
        let deleted = end_in(self, &transaction, account, purpose, Some(lang), by).await?;
        transaction.commit().await?;
        Ok(deleted)
    }

    /// How the actor's consent stands, for each purpose.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn consents(&self, actor: Actor) -> Result<Vec<Consent>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("consent.purpose", actor, actor, privacy::Purpose::Account)?;
        let snapshot = self.data.snapshot().await?;
        let rows = lines(&snapshot, account).await?;
        let now = self.clock.now();
        let mut consents = Vec::new();
        for purpose in ConsentPurpose::ALL {
            let of_purpose = rows.iter().filter(|row| row.purpose == purpose.name());
            let of_purpose: Vec<&consent::Model> = of_purpose.collect();
            let texts = policy_changes::texts(&snapshot, purpose, now).await?;
            let state = state(&of_purpose, &texts, now);
            let version = texts.coming.as_ref().unwrap_or(&texts.now).clone();
            let newest = of_purpose.first();
            let given = matches!(state, ConsentState::Given { .. });
            let held = kept::held(&snapshot, account, purpose).await?;
            consents.push(Consent {
                purpose,
                state,
                ends_unless_renewed: given && newest.is_some_and(|row| row.version < version),
                version,
                additions: texts.additions,
                held,
                history: of_purpose.into_iter().map(line).collect(),
            });
        }
        Ok(consents)
    }
}

/// Ends a consent because its text was changed and not agreed to anew.
pub(crate) async fn end(
    store: &Store,
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
    by: ConsentBy,
) -> Result<u64, Failure> {
    end_in(store, transaction, account, purpose, None, by).await
}

/// Ends a consent, and deletes what was kept by it; in the language that it was given
/// in, if nobody has said it in another. Returns how many details are gone, what pages
/// showed not counted.
async fn end_in(
    store: &Store,
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
    lang: Option<MailLang>,
    by: ConsentBy,
) -> Result<u64, Failure> {
    let rows = lines(transaction, account).await?;
    let of_purpose = rows.iter().filter(|row| row.purpose == purpose.name());
    let given: Vec<_> = of_purpose.take_while(|row| row.given).collect();
    // Who does not agree has nothing to withdraw, and nothing is kept.
    let Some(last) = given.first() else {
        return Ok(0);
    };
    let kind = Gone::Details;
    store.keep_rows(transaction, account, kind, None).await?;
    let deleted = kept::delete_all(transaction, account, purpose).await?;
    details::delete_all(transaction, account, purpose).await?;
    let agreement = Agreement {
        version: last.version.clone(),
        lang: lang.unwrap_or(MailLang::from_tag(&last.lang)),
        by,
    };
    let ended = given.iter().map(|row| Wish::Withdrawn {
        account,
        line: row.id,
    });
    let ended: Vec<Wish> = ended.collect();
    store.write_down(transaction, &ended).await?;
    let now = store.clock.now();
    note(transaction, account, purpose, &agreement, now, None).await?;
    let action = match by {
        ConsentBy::Changed => audit::Action::ConsentEnded,
        _ => audit::Action::ConsentWithdrawn,
    };
    audit::note(transaction, store, Event::own(account, action)).await?;
    Ok(deleted)
}

/// How consent stands by its lines, the newest first.
fn state(lines: &[&consent::Model], texts: &Texts, now: i64) -> ConsentState {
    let Some(last) = lines.first() else {
        return ConsentState::Never;
    };
    let Some(until) = last.until.filter(|_| last.given) else {
        return ConsentState::Withdrawn { at: last.at };
    };
    if now >= until {
        return ConsentState::Lapsed { until };
    }
    // Since when it was given without a gap.
    let mut since = last.at;
    for row in lines {
        if !row.given || row.until.is_some_and(|until| until < since) {
            break;
        }
        since = row.at;
    }
    match last.version >= texts.now {
        true => ConsentState::Given { since, until },
        false => ConsentState::OlderText { since, until },
    }
}

fn line(row: &consent::Model) -> ConsentLine {
    ConsentLine {
        given: row.given,
        version: row.version.clone(),
        lang: MailLang::from_tag(&row.lang),
        at: row.at,
        by: row.how,
        until: row.until,
    }
}

/// Every line of an account, the newest first.
pub(crate) async fn lines(
    connection: &impl ConnectionTrait,
    account: Uuid,
) -> Result<Vec<consent::Model>, Failure> {
    Ok(consent::Entity::find()
        .filter(consent::Column::AccountId.eq(account))
        .order_by_desc(consent::Column::At)
        .order_by_desc(consent::Column::Id)
        .all(connection)
        .await?)
}

/// The last line of an account for a purpose, which says how it stands.
pub(crate) async fn last(
    connection: &impl ConnectionTrait,
    account: Uuid,
    purpose: ConsentPurpose,
) -> Result<Option<consent::Model>, Failure> {
    Ok(consent::Entity::find()
        .filter(consent::Column::AccountId.eq(account))
        .filter(consent::Column::Purpose.eq(purpose.name()))
        .order_by_desc(consent::Column::At)
        .order_by_desc(consent::Column::Id)
        .one(connection)
        .await?)
}

/// Writes a line: given until then, or withdrawn.
async fn note(
    transaction: &DatabaseTransaction,
    account: Uuid,
    purpose: ConsentPurpose,
    agreement: &Agreement,
    at: i64,
    until: Option<i64>,
) -> Result<Uuid, Failure> {
    let id = Uuid::now_v7();
    let row = consent::ActiveModel {
        account_id: Set(account),
        id: Set(id),
        purpose: Set(purpose.name().to_owned()),
        given: Set(until.is_some()),
        version: Set(agreement.version.clone()),
        lang: Set(agreement.lang.tag().to_owned()),
        at: Set(at),
        how: Set(agreement.by),
        until: Set(until),
    };
    consent::Entity::insert(row)
        .exec_without_returning(transaction)
        .await?;
    Ok(id)
}

/// Writes the lines of an account for a purpose to another account, which it moves
/// to, as they are.
pub(crate) async fn copy(
    transaction: &DatabaseTransaction,
    from: Uuid,
    to: Uuid,
    purpose: ConsentPurpose,
) -> Result<(), Failure> {
    let rows = lines(transaction, from).await?;
    for row in rows.into_iter().filter(|row| row.purpose == purpose.name()) {
        let mut row: consent::ActiveModel = row.into();
        row.account_id = Set(to);
        consent::Entity::insert(row.reset_all())
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}
