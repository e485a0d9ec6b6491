//! The root key, its file and its text.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
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
    Io(#[from] io::Error),
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
    /// when it is on the disk. The file is there whole or not at all.
    ///
    /// # Errors
    /// Also when there is such a file: a root key is never written over.
    pub fn write_new(&self, path: &Path) -> Result<(), RootError> {
        let name = path
            .file_name()
            .ok_or_else(|| io::Error::from(ErrorKind::InvalidInput))?;
        let number = u64::from_be_bytes(crate::random());
        let unfinished = format!(".{}.{number:016x}", name.to_string_lossy());
        let unfinished = path.with_file_name(unfinished);
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        let written = self.write(&unfinished).and_then(|()| {
            // Unlike a rename, this fails where there is such a file.
            fs::hard_link(&unfinished, path)
        });
        let removed = fs::remove_file(&unfinished);
        written.and(removed)?;
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
        Ok(())
    }

    fn write(&self, path: &Path) -> io::Result<()> {
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
        file.sync_all()
    }

    /// A value that tells root keys apart and says nothing about them. Stored
    /// beside the wrapped keys, it shows at the start that the key is the right one.
    pub fn check(&self) -> [u8; 32] {
        *self.derive("merit root check 1")
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

/// A debug print must not give it away.
impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey")
    }
}
