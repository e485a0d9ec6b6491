//! The keys of persons.

use std::sync::Arc;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::seal::{self, Opening, Place};

/// A person's key. Held for one request.
///
/// While it is being replaced it is two: the newer one seals, and what is
/// sealed says by its epoch which of them opens it.
pub struct PersonKey {
    person: [u8; 16],
    newest: EpochKey,
    before: Option<EpochKey>,
    told: Option<Arc<dyn Sealing>>,
}

/// Who is told which columns fields are sealed for, and nothing of what is in them.
pub trait Sealing: Send + Sync {
    fn sealed(&self, column: Column);
}

/// One key, and which of the person's it is, counted from 1.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct EpochKey {
    #[zeroize(skip)]
    epoch: u32,
    key: [u8; 32],
}

/// A column whose fields are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub table: &'static str,
    pub name: &'static str,
    /// The version of what the plaintext means.
    pub schema: u16,
}

impl PersonKey {
    /// The same key, which tells of every field that it seals.
    pub fn telling(mut self, told: Arc<dyn Sealing>) -> PersonKey {
        self.told = Some(told);
        self
    }

    /// Seals a field of this person's row.
    pub fn seal(&self, column: Column, row: [u8; 16], plain: &[u8]) -> Vec<u8> {
        if let Some(told) = &self.told {
            told.sealed(column);
        }
        let EpochKey { epoch, key } = &self.newest;
        seal::seal(key, *epoch, &self.place(column, row), plain)
    }

    /// Opens a field of this person's row.
    ///
    /// # Errors
    /// [`Opening`]
    pub fn open(
        &self,
        column: Column,
        row: [u8; 16],
        sealed: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Opening> {
        let epoch = seal::epoch(sealed)?;
        let keys = [Some(&self.newest), self.before.as_ref()];
        let key = keys.into_iter().flatten().find(|key| key.epoch == epoch);
        let EpochKey { key, .. } = key.ok_or(Opening)?;
        seal::open(key, &self.place(column, row), sealed)
    }

    /// The same field sealed with the newest key, or None if it is already.
    ///
    /// # Errors
    /// [`Opening`], also for a field that need not be sealed again.
    pub fn reseal(
        &self,
        column: Column,
        row: [u8; 16],
        sealed: &[u8],
    ) -> Result<Option<Vec<u8>>, Opening> {
        let plain = self.open(column, row, sealed)?;
        match seal::epoch(sealed)? == self.newest.epoch {
            true => Ok(None),
            false => Ok(Some(self.seal(column, row, &plain))),
        }
    }

    pub(crate) fn generate(person: [u8; 16], epoch: u32) -> PersonKey {
        let newest = EpochKey {
            epoch,
            key: crate::random(),
        };
        PersonKey {
            person,
            newest,
            before: None,
            told: None,
        }
    }

    /// A key that is known.
    pub(crate) fn of(person: [u8; 16], epoch: u32, key: [u8; 32]) -> PersonKey {
        PersonKey {
            person,
            newest: EpochKey { epoch, key },
            before: None,
            told: None,
        }
    }

    /// A new key of the next epoch.
    pub(crate) fn successor(&self) -> PersonKey {
        let epoch = self.newest.epoch.checked_add(1);
        PersonKey::generate(self.person, epoch.expect("nobody changes keys so often"))
    }

    /// This key as the one that replaces another.
    pub(crate) fn after(mut self, before: PersonKey) -> PersonKey {
        self.before = Some(before.newest);
        self
    }

    pub(crate) fn person(&self) -> [u8; 16] {
        self.person
    }

    /// The epoch and the key, which is what is wrapped.
    pub(crate) fn bytes(&self) -> Zeroizing<[u8; 36]> {
        let mut bytes = Zeroizing::new([0; 36]);
        bytes[..4].copy_from_slice(&self.newest.epoch.to_be_bytes());
        bytes[4..].copy_from_slice(&self.newest.key);
        bytes
    }

    pub(crate) fn from_bytes(person: [u8; 16], bytes: &[u8]) -> Result<PersonKey, Opening> {
        let (epoch, key) = bytes.split_first_chunk::<4>().ok_or(Opening)?;
        let newest = EpochKey {
            epoch: u32::from_be_bytes(*epoch),
            key: key.try_into().map_err(|_| Opening)?,
        };
        Ok(PersonKey {
            person,
            newest,
            before: None,
            told: None,
        })
    }

    fn place(&self, column: Column, row: [u8; 16]) -> Place<'static> {
        Place {
            table: column.table,
            column: column.name,
            row,
            person: self.person,
            schema: column.schema,
        }
    }
}
