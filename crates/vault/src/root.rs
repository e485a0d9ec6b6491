//! The root key and its file.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// What the line with the key begins with: the format's name and version.
const MARK: &str = "merit-root-1:";

const HEAD: &str = "\
# The root key of a Merit server. Whoever has it and the data can read every CV;
# without it nobody can, ever again. Keep a copy where the data's backups are not.
";

/// 256 random bits from which every other key comes.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RootKey([u8; 32]);

/// Why there is no root key.
#[derive(Debug, thiserror::Error)]
pub enum RootError {
    #[error("there is no root key")]
    Missing,
    #[error("this is not a root key: expected a line that begins with {MARK}")]
    Malformed,
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl RootKey {
    /// A new key.
    pub fn generate() -> RootKey {
        RootKey(crate::random())
    }

    /// Reads the key from its file.
    ///
    /// # Errors
    /// [`RootError::Missing`] if there is no file.
    pub fn read(path: &Path) -> Result<RootKey, RootError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(RootError::Missing),
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                return Err(RootError::Malformed);
            }
            Err(error) => return Err(error.into()),
        };
        RootKey::parse(&text)
    }

    /// Reads the key from the text of its file.
    ///
    /// # Errors
    /// [`RootError::Malformed`]
    pub fn parse(text: &str) -> Result<RootKey, RootError> {
        let encoded = text.lines().find_map(|line| line.trim().strip_prefix(MARK));
        let encoded = encoded.ok_or(RootError::Malformed)?;
        let mut key = RootKey([0; 32]);
        match BASE64.decode_slice(encoded, &mut key.0) {
            Ok(32) => Ok(key),
            _ => Err(RootError::Malformed),
        }
    }

    /// Writes the key to a new file that its owner alone may read, and returns
    /// when it is on the disk.
    ///
    /// # Errors
    /// Also when there is such a file: a root key is never written over.
    pub fn write_new(&self, path: &Path) -> Result<(), RootError> {
        let encoded = Zeroizing::new(BASE64.encode(self.0));
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)?;
        file.write_all(HEAD.as_bytes())?;
        file.write_all(MARK.as_bytes())?;
        file.write_all(encoded.as_bytes())?;
        file.write_all(b"\n")?;
        file.sync_all()?;
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(())
    }

    /// A key for one use (HKDF-SHA-256, RFC 5869). The use's name says its epoch.
    pub(crate) fn derive(&self, name: &str) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        Hkdf::<Sha256>::new(None, &self.0)
            .expand(name.as_bytes(), key.as_mut())
            .expect("32 bytes are less than 255 hashes");
        key
    }
}
