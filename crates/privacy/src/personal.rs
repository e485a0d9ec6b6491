//! The values of personal details, apart from every document.

use std::collections::BTreeMap;
use std::fmt;

use cv::Id;
use serde::{Deserialize, Serialize};

use crate::gate::{self, Actor, Denied};
use crate::inventory::{self, Stored};
use crate::purpose::Purpose;

/// The values of one owner's personal details, by the references that documents
/// hold ([`cv::Personal`]).
///
/// A document, its edits and its journal know only references. So
/// [`PersonalValues::withdraw`] deletes every copy there is, those in old
/// snapshots and in undo included.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalValues {
    owner: Actor,
    consent: bool,
    values: BTreeMap<Id, String>,
}

impl PersonalValues {
    /// No values and no consent.
    pub fn empty(owner: Actor) -> PersonalValues {
        PersonalValues {
            owner,
            consent: false,
            values: BTreeMap::new(),
        }
    }

    /// The value under a reference, `None` if there is none (any more).
    pub fn read(
        &self,
        actor: Actor,
        purpose: Purpose,
        reference: Id,
    ) -> Result<Option<&str>, Denied> {
        let entry = inventory::stored(Stored::Personal);
        gate::admit(entry, self.owner, actor, purpose)?;
        Ok(self.values.get(&reference).map(String::as_str))
    }

    /// Notes that the owner agrees to keep personal details. Nobody else can.
    pub fn consent(&mut self, actor: Actor) -> Result<(), Denied> {
        self.admit_owner(actor)?;
        self.consent = true;
        Ok(())
    }

    /// Keeps a value under a reference, in place of the one that was there.
    pub fn set(
        &mut self,
        actor: Actor,
        reference: Id,
        value: impl Into<String>,
    ) -> Result<(), Denied> {
        self.admit_owner(actor)?;
        if !self.consent {
            return Err(Denied::NoConsent);
        }
        self.values.insert(reference, value.into());
        Ok(())
    }

    /// Withdraws the consent and deletes every value. Less data needs nobody's
    /// leave, so this takes no actor.
    pub fn withdraw(&mut self) {
        self.consent = false;
        self.values.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    fn admit_owner(&self, actor: Actor) -> Result<(), Denied> {
        if actor == self.owner {
            Ok(())
        } else {
            Err(Denied::NotYours)
        }
    }
}

/// Says how many there are, and never what they are: a debug print must not
/// become a way around the gate.
impl fmt::Debug for PersonalValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonalValues")
            .field("owner", &self.owner)
            .field("consent", &self.consent)
            .field("values", &self.values.len())
            .finish()
    }
}
