//! The vault, and the keys of persons.

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::index::Index;
use crate::root::RootKey;
use crate::seal::{self, Opening, Place};
use crate::uses::Use;

/// The epoch of the key that wraps persons' keys. Another root key is another
/// vault; this counts what is made of the same one.
const WRAPPING: u32 = 1;

/// What comes from the root key and is held while the server runs.
pub struct Vault {
    wrapping: Zeroizing<[u8; 32]>,
    index: Zeroizing<[u8; 32]>,
    check: [u8; 32],
    uses: [Zeroizing<[u8; 32]>; 4],
}

/// A person's key. Held for one request.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct PersonKey {
    #[zeroize(skip)]
    person: [u8; 16],
    #[zeroize(skip)]
    epoch: u32,
    key: [u8; 32],
}

impl Vault {
    pub fn new(root: &RootKey) -> Vault {
        Vault {
            wrapping: root.derive("merit person keys 1"),
            index: root.derive("merit blind index 1"),
            check: *root.derive("merit root check 1"),
            uses: [Use::Audit, Use::Checkpoint, Use::Ledger, Use::Backup]
                .map(|of| root.derive(of.name())),
        }
    }

    /// A value that tells root keys apart and says nothing about them. Stored
    /// beside the wrapped keys, it shows at the start that the key is the right one.
    pub fn check(&self) -> [u8; 32] {
        self.check
    }

    /// The key of a use that is nobody's data.
    pub fn key_for(&self, of: Use) -> Zeroizing<[u8; 32]> {
        self.uses[of as usize].clone()
    }

    /// The blind index of a value: the same value has the same index, and
    /// without the root key the index says nothing about it.
    pub fn index(&self, of: Index, value: &str) -> [u8; 32] {
        of.compute(&self.index, value)
    }

    /// A new key for a person, and the same wrapped, as it is stored.
    pub fn new_person_key(&self, person: [u8; 16]) -> (PersonKey, Vec<u8>) {
        let key = PersonKey {
            person,
            epoch: 1,
            key: crate::random(),
        };
        let place = wrapped_place(person);
        let wrapped = seal::seal(&self.wrapping, WRAPPING, &place, &key.bytes()[..]);
        (key, wrapped)
    }

    /// A person's key from its wrapped form.
    ///
    /// # Errors
    /// It was wrapped for another person or under another root key.
    pub fn unwrap(&self, person: [u8; 16], wrapped: &[u8]) -> Result<PersonKey, Opening> {
        let plain = seal::open(&self.wrapping, &wrapped_place(person), wrapped)?;
        let (epoch, key) = plain.split_first_chunk::<4>().ok_or(Opening)?;
        Ok(PersonKey {
            person,
            epoch: u32::from_be_bytes(*epoch),
            key: key.try_into().map_err(|_| Opening)?,
        })
    }
}

impl PersonKey {
    /// Seals a field of this person's row.
    pub fn seal(&self, column: Column, row: [u8; 16], plain: &[u8]) -> Vec<u8> {
        seal::seal(&self.key, self.epoch, &self.place(column, row), plain)
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
        seal::open(&self.key, &self.place(column, row), sealed)
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

    fn bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(self.epoch.to_be_bytes().to_vec());
        bytes.extend_from_slice(&self.key);
        bytes
    }
}

/// A column whose fields are sealed.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub table: &'static str,
    pub name: &'static str,
    /// The version of what the plaintext means.
    pub schema: u16,
}

fn wrapped_place(person: [u8; 16]) -> Place<'static> {
    Place {
        table: "person_key",
        column: "wrapped",
        row: person,
        person,
        schema: 1,
    }
}
