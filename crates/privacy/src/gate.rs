//! Who reads, and whether they may.

use serde::{Deserialize, Serialize};

use crate::inventory::{self, Entry, Recipient, Sensitive};
use crate::masked::Masked;
use crate::purpose::{LegalBasis, Purpose};

/// Who does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Whoever sits before this browser, without an account.
    Visitor,
    /// Somebody with an account.
    Person(PersonId),
}

/// The id of an account: the bytes of a UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PersonId(pub [u8; 16]);

/// Why personal data may not be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// It belongs to somebody else.
    #[error("this personal data belongs to somebody else")]
    NotYours,
    /// The inventory does not declare it for this purpose, or not at all.
    #[error("this personal data is not declared for the purpose {0:?}")]
    Purpose(Purpose),
    /// Their owner has not consented, or no longer does.
    #[error("there is no consent to keep personal details")]
    NoConsent,
    /// Their owner has restricted what is done with their data.
    #[error("its owner has restricted processing")]
    Restricted,
    /// Their owner has limited the use of sensitive data.
    #[error("its owner has limited the use of sensitive data")]
    Limited,
    /// Their owner has objected to this use.
    #[error("its owner has objected to it")]
    Objected,
}

/// How an account stands: what its owner lets be done with what is theirs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Nothing is done but to keep it, and what its owner does themselves (GDPR,
    /// Article 18, and while an objection by Article 21 lasts).
    pub restricted: bool,
    /// Sensitive data serves its owner and nobody else (California Civil Code,
    /// section 1798.121).
    pub limited: bool,
    /// Its owner objects to what protects accounts (GDPR, Article 21(1)).
    pub protect_objected: bool,
    /// Its owner objects to what counts how often their pages are opened.
    pub count_objected: bool,
}

impl Standing {
    /// Whether its owner objects to a purpose.
    pub fn objects_to(self, purpose: Purpose) -> bool {
        match purpose {
            Purpose::Protect => self.protect_objected,
            Purpose::Count => self.count_objected,
            _ => false,
        }
    }
}

/// Whether an actor may read what stands under a path of the inventory and
/// belongs to `owner`, for a purpose.
///
/// # Errors
/// [`Denied::NotYours`] unless it is the actor's or made public,
/// [`Denied::Purpose`] if it is not declared for that.
pub fn read(path: &str, owner: Actor, actor: Actor, purpose: Purpose) -> Result<(), Denied> {
    match inventory::entry(path) {
        Some(entry) => admit(entry, owner, actor, purpose),
        None => Err(Denied::Purpose(purpose)),
    }
}

/// As [`read`], of an account whose owner may have set limits.
///
/// # Errors
/// As [`read`]; [`Denied::Restricted`], [`Denied::Limited`] and [`Denied::Objected`]
/// where they have said no, also to themselves: they lift it first.
pub fn permit(
    path: &str,
    owner: Actor,
    actor: Actor,
    purpose: Purpose,
    standing: Standing,
) -> Result<(), Denied> {
    let entry = inventory::entry(path).ok_or(Denied::Purpose(purpose))?;
    admit(entry, owner, actor, purpose)?;
    if standing.restricted && !purpose.outlasts_restriction() {
        return Err(Denied::Restricted);
    }
    if standing.limited && is_limited(entry) && !purpose.is_the_owners_own() {
        return Err(Denied::Limited);
    }
    // What is done by contract, duty or consent no objection ends.
    let interest = (purpose, LegalBasis::LegitimateInterest);
    if standing.objects_to(purpose) && entry.purposes.contains(&interest) {
        return Err(Denied::Objected);
    }
    Ok(())
}

/// Whether somebody who works here may open what is masked of an account, once they
/// have said why.
///
/// # Errors
/// [`Denied::Purpose`] if the inventory does not declare it, [`Denied::Restricted`]
/// where its owner has restricted processing: then nobody here looks either.
pub fn open(masked: Masked, standing: Standing) -> Result<(), Denied> {
    let Some((path, purpose)) = masked.declared() else {
        return Ok(());
    };
    let entry = inventory::entry(path).ok_or(Denied::Purpose(purpose))?;
    let declared = entry.purposes.iter().any(|(known, _)| *known == purpose);
    match (declared, standing.restricted) {
        (false, _) => Err(Denied::Purpose(purpose)),
        (true, true) => Err(Denied::Restricted),
        (true, false) => Ok(()),
    }
}

/// Whether limiting sensitive data concerns an entry. Free text, in which
/// anything may stand, and referees are what a CV is written for: who wants them
/// shown to nobody restricts everything.
fn is_limited(entry: &Entry) -> bool {
    match entry.sensitive {
        Some(Sensitive::Protected | Sensitive::Salary | Sensitive::Face) => true,
        Some(Sensitive::OtherPerson | Sensitive::MayHoldAnything | Sensitive::SignIn) | None => {
            false
        }
    }
}

pub(crate) fn admit(
    entry: &Entry,
    owner: Actor,
    actor: Actor,
    purpose: Purpose,
) -> Result<(), Denied> {
    let public = entry.recipients.contains(&Recipient::Everyone);
    if actor != owner && !public {
        return Err(Denied::NotYours);
    }
    let declared = entry.purposes.iter();
    match declared
        .into_iter()
        .any(|(declared, _)| *declared == purpose)
    {
        true => Ok(()),
        false => Err(Denied::Purpose(purpose)),
    }
}
