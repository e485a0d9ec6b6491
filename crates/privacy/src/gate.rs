//! Who reads, and whether they may.

use serde::{Deserialize, Serialize};

use crate::inventory::{self, Entry, Recipient};
use crate::purpose::Purpose;

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
