//! Who reads, and whether they may.

use serde::{Deserialize, Serialize};

use crate::inventory::{self, Stored};
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

/// Why a personal detail may not be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// They belong to somebody else.
    #[error("these personal details belong to somebody else")]
    NotYours,
    /// The inventory does not declare this purpose for them.
    #[error("personal details are not declared for the purpose {0:?}")]
    Purpose(Purpose),
    /// Their owner has not consented, or no longer does.
    #[error("there is no consent to keep personal details")]
    NoConsent,
}

/// Whether an actor may read what belongs to `owner` for a purpose.
pub(crate) fn admit(owner: Actor, actor: Actor, purpose: Purpose) -> Result<(), Denied> {
    if actor != owner {
        return Err(Denied::NotYours);
    }
    let declared = inventory::stored(Stored::Personal).purposes;
    if !declared.iter().any(|(declared, _)| *declared == purpose) {
        return Err(Denied::Purpose(purpose));
    }
    Ok(())
}
