//! A ZIP archive that is written from its beginning to its end, one file after
//! the other: what is finished can leave before the next file is there.
//!
//! Of a file that is being packed only its packed form is in memory, so that a
//! long table needs little. Sizes stand before each file, which every program
//! that opens archives understands.

use crc32fast::Hasher;
use miniz_oxide::DataFormat;
use miniz_oxide::deflate::CompressionLevel;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress_to_output};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
/// Version 2.0 can do all that is used.
const VERSION: u16 = 20;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// The archive would be larger than four gigabytes, or have more than 65,535
/// files: more than this form can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// A file that is being put together.
pub(super) struct Entry {
    name: String,
    crc: Hasher,
    sha: Sha256,
    length: u64,
    data: Vec<u8>,
    /// None for what is packed already.
    packer: Option<Box<CompressorOxide>>,
}

/// A file that is in the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filed {
    pub(super) name: String,
    pub(super) length: u64,
    pub(super) sha256: [u8; 32],
}

impl Entry {
    /// A file that is packed: text.
    pub(super) fn packed(name: impl Into<String>) -> Entry {
        let packer =
            CompressorOxide::with_format_and_level(DataFormat::Raw, CompressionLevel::DefaultLevel);
        Entry {
            packer: Some(Box::new(packer)),
            ..Entry::stored(name)
        }
    }

    /// A file that stands in the archive as it is.
    pub(super) fn stored(name: impl Into<String>) -> Entry {
        Entry {
            name: name.into(),
            crc: Hasher::new(),
            sha: Sha256::new(),
            length: 0,
            data: Vec::new(),
            packer: None,
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) {
        self.crc.update(bytes);
        self.sha.update(bytes);
        self.length += bytes.len() as u64;
        match &mut self.packer {
            Some(packer) => pack(packer, bytes, TDEFLFlush::None, &mut self.data),
            None => self.data.extend_from_slice(bytes),
        }
    }
}

/// Memory takes whatever comes out, so that nothing of this fails.
fn pack(packer: &mut CompressorOxide, bytes: &[u8], flush: TDEFLFlush, out: &mut Vec<u8>) {
    compress_to_output(packer, bytes, flush, |piece| {
        out.extend_from_slice(piece);
        true
    });
}

/// The archive, as far as it has not been taken away.
pub(super) struct Archive {
    out: Vec<u8>,
    /// Bytes that were written in all.
    at: u64,
    directory: Vec<u8>,
    count: u16,
    /// Time and day, as ZIP has them.
    date: [u16; 2],
}

impl Archive {
    /// All files are of this moment: milliseconds since 1970, told in UTC.
    pub(super) fn new(made_at: i64) -> Archive {
        Archive {
            out: Vec::new(),
            at: 0,
            directory: Vec::new(),
            count: 0,
            date: dos(made_at),
        }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// [`TooLarge`]
    pub(super) fn add(&mut self, mut entry: Entry) -> Result<Filed, TooLarge> {
        let method = match &mut entry.packer {
            Some(packer) => {
                pack(packer, &[], TDEFLFlush::Finish, &mut entry.data);
                DEFLATED
            }
            None => STORED,
        };
        let four = |number: u64| u32::try_from(number).map_err(|_| TooLarge);
        let name = entry.name.as_bytes();
        let name_length = u16::try_from(name.len()).map_err(|_| TooLarge)?;
        let mut head = Vec::new();
        for field in [VERSION, FLAGS, method, self.date[0], self.date[1]] {
            head.extend(field.to_le_bytes());
        }
        head.extend(entry.crc.finalize().to_le_bytes());
        head.extend(four(entry.data.len() as u64)?.to_le_bytes());
        head.extend(four(entry.length)?.to_le_bytes());
        // The length of the name, and of nothing more.
        head.extend(name_length.to_le_bytes());
        head.extend([0; 2]);

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&head);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(four(self.at)?.to_le_bytes());
        self.directory.extend(name);
        self.count = self.count.checked_add(1).ok_or(TooLarge)?;

        self.put(b"PK\x03\x04");
        self.put(&head);
        self.put(name);
        self.put(&entry.data);
        Ok(Filed {
            length: entry.length,
            sha256: entry.sha.finalize().into(),
            name: entry.name,
        })
    }

    /// Writes the directory, with which an archive ends.
    ///
    /// # Errors
    /// [`TooLarge`]
    pub(super) fn finish(&mut self) -> Result<(), TooLarge> {
        let four = |number: u64| u32::try_from(number).map_err(|_| TooLarge);
        let start = four(self.at)?;
        let directory = std::mem::take(&mut self.directory);
        self.put(&directory);
        self.put(b"PK\x05\x06");
        self.put(&[0; 4]);
        self.put(&self.count.to_le_bytes());
        self.put(&self.count.to_le_bytes());
        self.put(&four(directory.len() as u64)?.to_le_bytes());
        self.put(&start.to_le_bytes());
        self.put(&[0; 2]);
        Ok(())
    }

    /// What was written and not yet taken away.
    pub(super) fn waiting(&self) -> usize {
        self.out.len()
    }

    /// Takes up to so many bytes away.
    pub(super) fn take(&mut self, most: usize) -> Vec<u8> {
        let most = most.min(self.out.len());
        self.out.drain(..most).collect()
    }

    fn put(&mut self, bytes: &[u8]) {
        self.at += bytes.len() as u64;
        self.out.extend_from_slice(bytes);
    }
}

/// Time and day as DOS wrote them, to two seconds, from 1980 on.
fn dos(at: i64) -> [u16; 2] {
    let at = OffsetDateTime::from_unix_timestamp(at.div_euclid(1000));
    let at = at.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (hour, minute, second) = at.to_hms();
    let time = u16::from(hour) << 11 | u16::from(minute) << 5 | u16::from(second) >> 1;
    let year = u16::try_from(at.year() - 1980).ok().filter(|y| *y < 128);
    let day = |year: u16| year << 9 | u16::from(u8::from(at.month())) << 5 | u16::from(at.day());
    // 1 January 1980 for whatever was before.
    year.map_or([0, 0x21], |year| [time, day(year)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_as_zip_has_them() {
        assert_eq!(dos(0), [0, 0x21]);
        // 2026-11-28 11:22:48
        let expected = [11 << 11 | 22 << 5 | 24, 46 << 9 | 11 << 5 | 28];
        assert_eq!(dos(1_795_864_968_000), expected);
    }

    /// However it was taken away, it is the same archive.
    #[test]
    fn pieces_make_the_archive() {
        let made = |most: usize| {
            let mut archive = Archive::new(0);
            let mut bytes = Vec::new();
            for number in 0..3 {
                let mut entry = Entry::packed(format!("{number}.txt"));
                (0..1000).for_each(|_| entry.write(b"the same again "));
                archive.add(entry).expect("small");
                while archive.waiting() >= most {
                    bytes.extend(archive.take(most));
                }
            }
            archive.finish().expect("small");
            bytes.extend(archive.take(usize::MAX));
            bytes
        };
        let whole = made(usize::MAX);
        assert!(whole.len() < 1500, "it is packed: {}", whole.len());
        for most in [1, 7, 100] {
            assert_eq!(made(most), whole);
        }
    }
}
