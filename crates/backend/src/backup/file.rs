//! A backup's file: a header in the clear, and then chunks that are sealed with
//! a key from the root. A file that was changed or cut off does not open.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;
use vault::{CHUNK_TAG, Chunks, MacKey, Use, Vault};
use zeroize::Zeroizing;

use crate::files;

const MAGIC: &[u8; 12] = b"merit-backup";
/// The layout of this file. What the rows mean, the schema says (`records.rs`).
const VERSION: u8 = 1;
/// Magic, version, kind, epoch of the key, time, root key's mark, start of nonces.
const HEADER: usize = 12 + 1 + 1 + 4 + 8 + 32 + 16;
/// Bytes of a chunk before it is sealed.
const CHUNK: usize = 64 * 1024;
/// No record is longer: a row has a document at most.
const RECORD: usize = 64 * 1024 * 1024;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Data,
    Keys,
}

impl Kind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Data => "data",
            Kind::Keys => "keys",
        }
    }

    /// A key of its own, so that who may open the one may not open the other.
    fn key(self, vault: &Vault) -> Zeroizing<[u8; 32]> {
        let key = MacKey::new(vault.key_for(Use::Backup));
        key.part(self.name()).into_key()
    }
}

/// What stands before the chunks, in the clear. It is authenticated with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) kind: Kind,
    pub(crate) epoch: u32,
    /// When the backup was begun: data and keys of one have the same.
    pub(crate) made_at: i64,
    /// Tells root keys apart ([`Vault::check`]).
    pub(crate) root: [u8; 32],
    start: [u8; 16],
}

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error("it is not a backup of Merit's")]
    NotABackup,
    #[error("it is a backup of a newer Merit (format {0}): install that version")]
    Newer(u8),
    #[error("it was changed or cut off: use another backup")]
    Changed,
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Header {
    fn bytes(self) -> Vec<u8> {
        let kind = match self.kind {
            Kind::Data => 1,
            Kind::Keys => 2,
        };
        [
            &MAGIC[..],
            &[VERSION, kind],
            &self.epoch.to_be_bytes(),
            &self.made_at.to_be_bytes(),
            &self.root,
            &self.start,
        ]
        .concat()
    }

    fn parse(bytes: &[u8; HEADER]) -> Result<Header, FileError> {
        let field = |from: usize, to: usize| &bytes[from..to];
        if field(0, 12) != MAGIC {
            return Err(FileError::NotABackup);
        }
        if bytes[12] != VERSION {
            return Err(FileError::Newer(bytes[12]));
        }
        let kind = match bytes[13] {
            1 => Kind::Data,
            2 => Kind::Keys,
            _ => return Err(FileError::Changed),
        };
        let fixed = "a field's length is its place's";
        Ok(Header {
            kind,
            epoch: u32::from_be_bytes(field(14, 18).try_into().expect(fixed)),
            made_at: i64::from_be_bytes(field(18, 26).try_into().expect(fixed)),
            root: field(26, 58).try_into().expect(fixed),
            start: field(58, 74).try_into().expect(fixed),
        })
    }

    /// The header of a file.
    pub(crate) fn read(path: &Path) -> Result<Header, FileError> {
        header(&mut File::open(path)?)
    }
}

fn header(file: &mut impl Read) -> Result<Header, FileError> {
    let mut bytes = [0; HEADER];
    match file.read_exact(&mut bytes) {
        Ok(()) => Header::parse(&bytes),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(FileError::NotABackup),
        Err(error) => Err(error.into()),
    }
}

/// The name of a file that is not whole yet.
pub(crate) fn part(path: &Path) -> PathBuf {
    let mut part = path.to_owned().into_os_string();
    part.push(".part");
    PathBuf::from(part)
}

/// A file that is being written. It has its name when it is whole.
pub(crate) struct Writer {
    file: BufWriter<File>,
    chunks: Chunks,
    buffer: Zeroizing<Vec<u8>>,
    part: PathBuf,
    path: PathBuf,
}

impl Writer {
    pub(crate) fn create(
        path: &Path,
        vault: &Vault,
        kind: Kind,
        epoch: u32,
        made_at: i64,
    ) -> io::Result<Writer> {
        let header = Header {
            kind,
            epoch,
            made_at,
            root: vault.check(),
            start: Chunks::start(),
        };
        let bytes = header.bytes();
        let part = part(path);
        let file = files::private().create(true).truncate(true).open(&part)?;
        let mut file = BufWriter::new(file);
        file.write_all(&bytes)?;
        Ok(Writer {
            file,
            chunks: Chunks::new(&kind.key(vault), header.start, &bytes),
            buffer: Zeroizing::new(Vec::with_capacity(2 * CHUNK)),
            part,
            path: path.to_owned(),
        })
    }

    /// Appends a record, with its length.
    pub(crate) fn record(&mut self, record: &impl Serialize) -> io::Result<()> {
        let bytes = postcard::to_stdvec(record).map_err(io::Error::other)?;
        let length = u32::try_from(bytes.len())
            .ok()
            .filter(|l| *l as usize <= RECORD);
        let length = length.ok_or_else(|| io::Error::other("a row is too long for a backup"))?;
        self.buffer.extend_from_slice(&length.to_be_bytes());
        self.buffer.extend_from_slice(&bytes);
        // Always some bytes stay for the last chunk.
        while self.buffer.len() > CHUNK {
            let sealed = self.chunks.seal(&self.buffer[..CHUNK], false);
            self.file.write_all(&sealed)?;
            self.buffer.drain(..CHUNK);
        }
        Ok(())
    }

    /// Ends the file and gives it its name, on the disk. Returns its length.
    pub(crate) fn finish(mut self) -> io::Result<u64> {
        let sealed = self.chunks.seal(&self.buffer, true);
        self.file.write_all(&sealed)?;
        let file = self.file.into_inner().map_err(|error| error.into_error())?;
        file.sync_all()?;
        let length = file.metadata()?.len();
        fs::rename(&self.part, &self.path)?;
        files::sync_folder_of(&self.path)?;
        Ok(length)
    }
}

/// A file that is being read.
pub(crate) struct Reader {
    file: BufReader<File>,
    chunks: Chunks,
    /// What was opened and not read.
    buffer: Zeroizing<Vec<u8>>,
    /// The next chunk, still sealed. Empty at the end.
    ahead: Vec<u8>,
}

impl Reader {
    /// The caller has seen that the root key is the file's.
    pub(crate) fn open(path: &Path, vault: &Vault) -> Result<Reader, FileError> {
        let mut file = BufReader::new(File::open(path)?);
        let header = header(&mut file)?;
        let mut reader = Reader {
            file,
            chunks: Chunks::new(&header.kind.key(vault), header.start, &header.bytes()),
            buffer: Zeroizing::default(),
            ahead: Vec::new(),
        };
        reader.ahead = reader.sealed()?;
        if reader.ahead.is_empty() {
            return Err(FileError::Changed);
        }
        Ok(reader)
    }

    /// The next record. None at the end.
    pub(crate) fn record<T: DeserializeOwned>(&mut self) -> Result<Option<T>, FileError> {
        if !self.fill(1)? {
            return Ok(None);
        }
        if !self.fill(4)? {
            return Err(FileError::Changed);
        }
        let (length, _) = self
            .buffer
            .split_first_chunk::<4>()
            .ok_or(FileError::Changed)?;
        let length = u32::from_be_bytes(*length) as usize;
        if length > RECORD || !self.fill(4 + length)? {
            return Err(FileError::Changed);
        }
        let record = postcard::from_bytes(&self.buffer[4..4 + length]);
        self.buffer.drain(..4 + length);
        record.map(Some).map_err(|_| FileError::Changed)
    }

    /// Opens chunks until there are so many bytes. False if there are not.
    fn fill(&mut self, length: usize) -> Result<bool, FileError> {
        while self.buffer.len() < length && !self.ahead.is_empty() {
            let next = self.sealed()?;
            let sealed = std::mem::replace(&mut self.ahead, next);
            let last = self.ahead.is_empty();
            let plain = self.chunks.open(&sealed, last);
            let plain = plain.map_err(|_| FileError::Changed)?;
            self.buffer.extend_from_slice(&plain);
        }
        Ok(self.buffer.len() >= length)
    }

    /// The next chunk as it is in the file.
    fn sealed(&mut self) -> io::Result<Vec<u8>> {
        let mut sealed = Vec::with_capacity(CHUNK + CHUNK_TAG);
        let most = (CHUNK + CHUNK_TAG) as u64;
        self.file.by_ref().take(most).read_to_end(&mut sealed)?;
        Ok(sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vault::RootKey;

    fn write(path: &Path, vault: &Vault, records: &[Vec<u8>]) -> u64 {
        let mut writer = Writer::create(path, vault, Kind::Data, 1, 7).expect("a file");
        for record in records {
            writer.record(record).expect("written");
        }
        writer.finish().expect("finished")
    }

    fn read(path: &Path, vault: &Vault) -> Result<Vec<Vec<u8>>, FileError> {
        let mut reader = Reader::open(path, vault)?;
        let mut records = Vec::new();
        while let Some(record) = reader.record()? {
            records.push(record);
        }
        Ok(records)
    }

    fn files() -> (tempfile::TempDir, PathBuf, Vault) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.backup");
        (folder, path, Vault::new(&RootKey::generate()))
    }

    #[test]
    fn records_of_any_length_come_back() {
        let (_folder, path, vault) = files();
        for lengths in [
            vec![],
            vec![0],
            vec![1, CHUNK, 3 * CHUNK + 5, 0],
            vec![9; 40_000],
        ] {
            let records: Vec<Vec<u8>> = lengths
                .iter()
                .enumerate()
                .map(|(at, length)| vec![at as u8; *length])
                .collect();
            let length = write(&path, &vault, &records);
            assert_eq!(fs::metadata(&path).expect("a file").len(), length);
            assert_eq!(read(&path, &vault).expect("it opens"), records);
        }
        let header = Header::read(&path).expect("a header");
        assert_eq!(
            (header.kind, header.made_at, header.root),
            (Kind::Data, 7, vault.check())
        );
        // Exactly one chunk: nothing may come after the last.
        let filling = CHUNK - 4 - 3;
        write(&path, &vault, &[vec![5; filling]]);
        assert_eq!(
            fs::metadata(&path).expect("a file").len() as usize,
            HEADER + CHUNK + CHUNK_TAG
        );
        assert_eq!(read(&path, &vault).expect("it opens").len(), 1);
    }

    #[test]
    fn whatever_is_changed_or_cut_off_is_noticed() {
        let (_folder, path, vault) = files();
        let records = vec![vec![1; CHUNK], vec![2; CHUNK], vec![3; 100]];
        write(&path, &vault, &records);
        let good = fs::read(&path).expect("the file");
        let sealed = CHUNK + CHUNK_TAG;
        let mut bad: Vec<Vec<u8>> = Vec::new();
        // Cut at each place that matters, chunks' ends among them.
        for length in [
            0,
            5,
            HEADER - 1,
            HEADER,
            HEADER + 1,
            HEADER + sealed,
            HEADER + 2 * sealed,
            good.len() - 1,
        ] {
            bad.push(good[..length].to_vec());
        }
        for at in (0..HEADER).chain([HEADER, HEADER + sealed, good.len() - 1]) {
            let mut changed = good.clone();
            changed[at] ^= 0x40;
            bad.push(changed);
        }
        // Two chunks in each other's place, one left out, one more.
        let (one, rest) = good[HEADER..].split_at(sealed);
        let (two, three) = rest.split_at(sealed);
        let head = &good[..HEADER];
        bad.push([head, two, one, three].concat());
        bad.push([head, one, three].concat());
        bad.push([head, one, two, three, three].concat());
        bad.push([&good[..], b"x"].concat());
        for bytes in bad {
            fs::write(&path, &bytes).expect("written");
            assert!(read(&path, &vault).is_err(), "{} bytes", bytes.len());
        }
        fs::write(&path, &good).expect("written");
        assert_eq!(read(&path, &vault).expect("it opens"), records);
        let other = Vault::new(&RootKey::generate());
        assert!(matches!(read(&path, &other), Err(FileError::Changed)));
    }

    /// What was not finished has no name that a restore would find.
    #[test]
    fn an_unfinished_file_has_another_name() {
        let (_folder, path, vault) = files();
        let mut writer = Writer::create(&path, &vault, Kind::Keys, 1, 7).expect("a file");
        writer.record(&vec![1_u8; 10]).expect("written");
        drop(writer);
        assert!(!path.exists());
    }
}
