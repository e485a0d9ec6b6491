//! The vault: what is made of the root key and held while the server runs.

use zeroize::Zeroizing;

use crate::index::Index;
use crate::lasting::{Lasting, LastingKeys, Use};
use crate::person::PersonKey;
use crate::root::RootKey;
use crate::seal::{self, Opening, Place};

/// The epoch of the key that wraps other keys. Another root key is another
/// vault; this counts what is made of the same one.
const WRAPPING: u32 = 1;

/// What comes from the root key, and the keys that are wrapped under it and
/// belong to nobody.
pub struct Vault {
    wrapping: Zeroizing<[u8; 32]>,
    backup: Zeroizing<[u8; 32]>,
    pass: Zeroizing<[u8; 32]>,
    lasting: LastingKeys,
    check: [u8; 32],
}

impl Vault {
    /// A vault with new lasting keys: those of a server that starts for the
    /// first time. [`Vault::adopt`] puts those that are stored in their place.
    pub fn new(root: &RootKey) -> Vault {
        Vault::with(root, LastingKeys::generate())
    }

    /// The vault of a server from before lasting keys were stored: public pages
    /// are found by the key that came from the root key then, and still are.
    pub fn before_lasting_keys(root: &RootKey) -> Vault {
        let mut vault = Vault::new(root);
        let slug = root.derive("merit blind index 1");
        vault.lasting.set(Lasting::Slug, slug);
        vault
    }

    /// The same lasting keys under another root key.
    pub fn under(&self, root: &RootKey) -> Vault {
        Vault::with(root, self.lasting.clone())
    }

    fn with(root: &RootKey, lasting: LastingKeys) -> Vault {
        Vault {
            wrapping: root.derive("merit person keys 1"),
            backup: root.derive("merit backup 1"),
            pass: root.derive("merit page passes 1"),
            lasting,
            check: root.check(),
        }
    }

    /// [`RootKey::check`] of its root key.
    pub fn check(&self) -> [u8; 32] {
        self.check
    }

    /// The blind index of a value: the same value has the same index, and
    /// without the key the index says nothing about it.
    pub fn index(&self, of: Index, value: &str) -> [u8; 32] {
        of.compute(self.lasting.get(of.key()), value)
    }

    /// A key for what is nobody's data.
    pub fn key_for(&self, what: Use) -> Zeroizing<[u8; 32]> {
        let key = match what {
            Use::Audit => self.lasting.get(Lasting::Audit),
            Use::Checkpoint => self.lasting.get(Lasting::Checkpoint),
            Use::Ledger => self.lasting.get(Lasting::Ledger),
            Use::Report => self.lasting.get(Lasting::Report),
            Use::Proof => self.lasting.get(Lasting::Proof),
            Use::Pass => &self.pass,
            Use::Backup => &self.backup,
        };
        Zeroizing::new(*key)
    }

    /// The key that the operator's registers are sealed with, in the form of a
    /// person's: to the vault they are somebody, of no id.
    pub fn registers_key(&self) -> PersonKey {
        PersonKey::of([0; 16], 1, *self.lasting.get(Lasting::Registers))
    }

    /// A lasting key, wrapped as it is stored.
    pub fn wrapped(&self, which: Lasting) -> Vec<u8> {
        let key = self.lasting.get(which);
        seal::seal(&self.wrapping, WRAPPING, &lasting_place(which), key)
    }

    /// Takes a lasting key from its wrapped form.
    ///
    /// # Errors
    /// It is another one, or was wrapped under another root key.
    pub fn adopt(&mut self, which: Lasting, wrapped: &[u8]) -> Result<(), Opening> {
        let plain = seal::open(&self.wrapping, &lasting_place(which), wrapped)?;
        let mut key = Zeroizing::new([0; 32]);
        if plain.len() != key.len() {
            return Err(Opening);
        }
        key.copy_from_slice(&plain);
        self.lasting.set(which, key);
        Ok(())
    }

    /// A new key for a person, and the same wrapped, as it is stored.
    pub fn new_person_key(&self, person: [u8; 16]) -> (PersonKey, Vec<u8>) {
        let key = PersonKey::generate(person, 1);
        let wrapped = self.wrap(&key);
        (key, wrapped)
    }

    /// The key that comes after a person's present one: of the next epoch,
    /// wrapped, as it is stored.
    pub fn next_person_key(&self, present: &PersonKey) -> Vec<u8> {
        self.wrap(&present.successor())
    }

    /// A person's key from its wrapped form. With `next`, the one that is to
    /// replace it, the key seals with that and opens what either has sealed.
    ///
    /// # Errors
    /// It was wrapped for another person or under another root key.
    pub fn unwrap(
        &self,
        person: [u8; 16],
        wrapped: &[u8],
        next: Option<&[u8]>,
    ) -> Result<PersonKey, Opening> {
        let key = self.unwrap_one(person, wrapped)?;
        match next {
            Some(next) => Ok(self.unwrap_one(person, next)?.after(key)),
            None => Ok(key),
        }
    }

    /// The wrapped key of a person, wrapped under another root key.
    ///
    /// # Errors
    /// It was wrapped for another person, or not by this vault.
    pub fn rewrap(&self, to: &Vault, person: [u8; 16], wrapped: &[u8]) -> Result<Vec<u8>, Opening> {
        Ok(to.wrap(&self.unwrap_one(person, wrapped)?))
    }

    fn wrap(&self, key: &PersonKey) -> Vec<u8> {
        let place = person_place(key.person());
        seal::seal(&self.wrapping, WRAPPING, &place, &key.bytes()[..])
    }

    fn unwrap_one(&self, person: [u8; 16], wrapped: &[u8]) -> Result<PersonKey, Opening> {
        let plain = seal::open(&self.wrapping, &person_place(person), wrapped)?;
        PersonKey::from_bytes(person, &plain)
    }
}

fn person_place(person: [u8; 16]) -> Place<'static> {
    Place {
        table: "person_key",
        column: "wrapped",
        row: person,
        person,
        schema: 1,
    }
}

fn lasting_place(which: Lasting) -> Place<'static> {
    Place {
        table: "setting",
        column: which.name(),
        row: [0; 16],
        person: [0; 16],
        schema: 1,
    }
}
