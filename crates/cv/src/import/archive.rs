//! ZIP archives: the few files in them that somebody asks for by name.
//!
//! Only the table at the archive's end is read, and then the files that are
//! wanted. What is unfolded is bounded by what was promised in the table, by a
//! limit for each file and for all of them together, and by how much smaller
//! the packed form may be: a few kilobytes that become gigabytes stop early.

use miniz_oxide::inflate::decompress_to_vec_with_limit as inflate;

use super::ImportError;
use crate::limits::{self, Exceeded};

/// Files in an archive. One of LinkedIn has some fifty, and one for each picture.
const ENTRIES: usize = 5_000;
/// Bytes of one file, unfolded.
const FILE_BYTES: usize = 4 * 1024 * 1024;
/// Bytes of all files together that are read of one archive.
const ALL_BYTES: usize = 8 * 1024 * 1024;
/// How many times larger than its packed form a file may be. Text packs to a
/// tenth, XML with the same tags again and again to a fiftieth.
const RATIO: usize = 300;
/// Below this size the ratio says nothing.
const SMALL: usize = 64 * 1024;

pub(super) fn is_zip(file: &[u8]) -> bool {
    file.starts_with(b"PK\x03\x04") || file.starts_with(b"PK\x05\x06")
}

/// An archive whose table has been read, and nothing else.
pub(super) struct Archive<'a> {
    file: &'a [u8],
    entries: Vec<Entry>,
    left: usize,
}

struct Entry {
    name: String,
    packed: usize,
    unfolded: usize,
    /// Where its own header stands.
    at: usize,
    method: u16,
    encrypted: bool,
}

impl<'a> Archive<'a> {
    /// # Errors
    /// It is too large, has too many files, or its table cannot be read.
    pub(super) fn open(file: &'a [u8]) -> Result<Archive<'a>, ImportError> {
        if file.len() > limits::ARCHIVE_BYTES {
            return Err(ImportError::TooLarge(Exceeded::ArchiveBytes));
        }
        let entries = entries(file).ok_or(ImportError::BrokenArchive)?;
        if entries.len() > ENTRIES {
            return Err(ImportError::TooLarge(Exceeded::ArchiveBytes));
        }
        let left = ALL_BYTES;
        Ok(Archive {
            file,
            entries,
            left,
        })
    }

    /// The names of the files, in the order of the table.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// The content of the file in this place of the table.
    ///
    /// # Errors
    /// It is encrypted, packed in a way that nobody uses, damaged, or too large.
    pub(super) fn read(&mut self, index: usize) -> Result<Vec<u8>, ImportError> {
        let too_large = ImportError::TooLarge(Exceeded::ArchiveBytes);
        let entry = self.entries.get(index).ok_or(ImportError::BrokenArchive)?;
        if entry.encrypted {
            return Err(ImportError::BrokenArchive);
        }
        let most = FILE_BYTES.min(self.left);
        if entry.unfolded > most || entry.unfolded > SMALL.max(entry.packed.saturating_mul(RATIO)) {
            return Err(too_large);
        }
        let packed = content(self.file, entry).ok_or(ImportError::BrokenArchive)?;
        let bytes = match entry.method {
            0 => packed.to_vec(),
            // No more than the table says, whatever unfolds.
            8 => inflate(packed, entry.unfolded).map_err(|_| ImportError::BrokenArchive)?,
            _ => return Err(ImportError::BrokenArchive),
        };
        if bytes.len() != entry.unfolded {
            return Err(ImportError::BrokenArchive);
        }
        self.left -= bytes.len();
        Ok(bytes)
    }
}

/// The table of files: it ends the archive, and a record after it says where it
/// begins.
fn entries(file: &[u8]) -> Option<Vec<Entry>> {
    const END: usize = 22;
    // A comment of at most 64 KiB may follow.
    let from = file.len().checked_sub(END)?;
    let end = (from.saturating_sub(65_535)..=from)
        .rev()
        .find(|at| file[*at..].starts_with(b"PK\x05\x06"))?;
    let count = usize::from(short(file, end + 10)?);
    let mut at = long(file, end + 16)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        if !file.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        let [name, extra, comment] =
            [28, 30, 32].map(|offset| short(file, at + offset).map(usize::from));
        let (name, extra, comment) = (name?, extra?, comment?);
        let bytes = file.get(at + 46..at + 46 + name)?;
        entries.push(Entry {
            name: String::from_utf8_lossy(bytes).into_owned(),
            packed: long(file, at + 20)?,
            unfolded: long(file, at + 24)?,
            at: long(file, at + 42)?,
            method: short(file, at + 10)?,
            encrypted: short(file, at + 8)? & 1 == 1,
        });
        at += 46 + name + extra + comment;
    }
    Some(entries)
}

fn content<'a>(file: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let header = file.get(entry.at..)?;
    if !header.starts_with(b"PK\x03\x04") {
        return None;
    }
    let name = usize::from(short(header, 26)?);
    let extra = usize::from(short(header, 28)?);
    let start = 30 + name + extra;
    header.get(start..start.checked_add(entry.packed)?)
}

fn short(file: &[u8], at: usize) -> Option<u16> {
    let bytes = file.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn long(file: &[u8], at: usize) -> Option<usize> {
    let bytes = file.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
}
