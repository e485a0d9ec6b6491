//! The ledger's file: a head, and a line for each erasure or other wish.
//!
//! A line has a number, the day, a keyed hash of whom it is about and, but for
//! erasures, of what they want, and a keyed check of itself. Numbers go up by one, so that a line which somebody took out is
//! missed; a last line without its end was cut off by a crash before its
//! erasure went on, and is taken away.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use time::{Date, Month, OffsetDateTime};
use vault::{MacKey, Use, Vault};

use crate::clock::DAY;
use crate::files;
use crate::hex::{hex, unhex};

/// What the head begins with: the format's name and version.
const MARK: &str = "merit-ledger-1";
/// No line is longer, in bytes.
const LINE: u64 = 160;

/// Why the ledger cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Lines count from 1.
    #[error(
        "line {0} is damaged: put the file back from a copy (each backup has one beside it, and it only grows)"
    )]
    Damaged(usize),
    #[error("it is not the ledger of this server: put the right one in its place")]
    Stranger,
}

/// Where erasures are written down, outside the databases.
pub(crate) struct Ledger {
    path: PathBuf,
    persons: MacKey,
    checks: MacKey,
}

/// Which ledger it is, and how many erasures it has ever held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    /// 16 hexadecimal digits.
    pub(crate) id: String,
    pub(crate) number: i64,
}

/// Everything in a ledger.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Book {
    pub(crate) id: String,
    /// How many lines have had their time.
    pub(crate) gone: i64,
    pub(crate) entries: Vec<Entry>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The day's first millisecond.
    pub(crate) day: i64,
    /// The keyed hash.
    pub(crate) person: [u8; 32],
}

impl Ledger {
    pub(crate) fn new(vault: &Vault, path: PathBuf) -> Ledger {
        let key = MacKey::new(vault.key_for(Use::Ledger));
        Ledger {
            path,
            persons: key.part("person"),
            checks: key.part("line"),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What stands for a person in it.
    pub(crate) fn person(&self, id: uuid::Uuid) -> [u8; 32] {
        self.persons.mac(&[id.as_bytes()])
    }

    /// What stands for something that somebody wants, told by its parts. None is
    /// one part alone, so that it is no person's.
    pub(crate) fn wish(&self, id: uuid::Uuid, what: &str, of: &[u8]) -> [u8; 32] {
        self.persons.mac(&[id.as_bytes(), what.as_bytes(), of])
    }

    /// Where it ends, without reading all of it. None if there is no file.
    pub(crate) fn end(&self) -> Result<Option<End>, LedgerError> {
        match File::open(&self.path) {
            Ok(mut file) => Ok(Some(self.tail(&mut file)?.0)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// All of it. None if there is no file.
    pub(crate) fn read(&self) -> Result<Option<Book>, LedgerError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        self.parse(&bytes).map(Some)
    }

    /// Makes the file if it is not there.
    pub(crate) fn make(&self) -> Result<(), LedgerError> {
        let _lock = files::lock(files::folder_of(&self.path))?;
        if self.path.exists() {
            return Ok(());
        }
        let id = hex(&uuid::Uuid::new_v4().as_bytes()[..8]);
        let head = self.head(&id, 0);
        Ok(files::replace(&self.path, head.as_bytes())?)
    }

    /// Writes an erasure down, and returns when it is on the disk.
    pub(crate) fn append(&self, person: [u8; 32], now: i64) -> Result<End, LedgerError> {
        self.append_all(&[person], now)
    }

    /// Writes several lines down, and returns when they are on the disk.
    pub(crate) fn append_all(&self, lines: &[[u8; 32]], now: i64) -> Result<End, LedgerError> {
        let _lock = files::lock(files::folder_of(&self.path))?;
        let mut file = OpenOptions::new().read(true).write(true).open(&self.path)?;
        let (End { id, mut number }, good) = self.tail(&mut file)?;
        let mut text = String::new();
        for person in lines {
            number += 1;
            let entry = Entry {
                day: now,
                person: *person,
            };
            text.push_str(&self.line(&id, number, entry));
        }
        file.set_len(good)?;
        file.seek(SeekFrom::Start(good))?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(End { id, number })
    }

    /// Adds what other ledgers have and this one has not. What somebody has wanted
    /// twice is there twice: of what is wanted and taken back the last one counts.
    pub(crate) fn merge(&self, others: &[Book]) -> Result<(), LedgerError> {
        let ours = self.read()?.map(|book| book.entries).unwrap_or_default();
        let mut known: HashMap<[u8; 32], usize> = HashMap::new();
        for entry in &ours {
            *known.entry(entry.person).or_default() += 1;
        }
        for book in others {
            let mut seen: HashMap<[u8; 32], usize> = HashMap::new();
            for entry in &book.entries {
                let seen = seen.entry(entry.person).or_default();
                let known = known.entry(entry.person).or_default();
                *seen += 1;
                if *seen > *known {
                    *known = *seen;
                    self.append(entry.person, entry.day)?;
                }
            }
        }
        Ok(())
    }

    /// Takes away lines from before this time, unless it is `dry`. Returns how many.
    pub(crate) fn expire(&self, before: i64, dry: bool) -> Result<u64, LedgerError> {
        let _lock = files::lock(files::folder_of(&self.path))?;
        let Some(book) = self.read()? else {
            return Ok(0);
        };
        let ended = book.entries.iter().take_while(|e| e.day < before).count();
        if ended == 0 || dry {
            return Ok(ended as u64);
        }
        let gone = book.gone + ended as i64;
        let mut text = self.head(&book.id, gone);
        for (number, entry) in (gone + 1..).zip(&book.entries[ended..]) {
            text.push_str(&self.line(&book.id, number, *entry));
        }
        files::replace(&self.path, text.as_bytes())?;
        Ok(ended as u64)
    }

    /// Reads a ledger of this server's that lies elsewhere.
    pub(crate) fn parse(&self, bytes: &[u8]) -> Result<Book, LedgerError> {
        let whole = bytes
            .iter()
            .rposition(|b| *b == b'\n')
            .map_or(0, |at| at + 1);
        let text = std::str::from_utf8(&bytes[..whole]).map_err(|_| LedgerError::Damaged(1))?;
        let mut lines = text.lines();
        let (id, gone) = self.parse_head(lines.next())?;
        let mut book = Book {
            id,
            gone,
            entries: Vec::new(),
        };
        for (number, line) in (gone + 1..).zip(lines) {
            let (found, entry) = self
                .parse_line(&book.id, line)
                .ok_or(LedgerError::Damaged(book.entries.len() + 2))?;
            if found != number {
                return Err(LedgerError::Damaged(book.entries.len() + 2));
            }
            book.entries.push(entry);
        }
        Ok(book)
    }

    /// Where it ends, and up to which byte it is whole.
    fn tail(&self, file: &mut File) -> Result<(End, u64), LedgerError> {
        let length = file.seek(SeekFrom::End(0))?;
        let mut start = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.take(LINE).read_to_end(&mut start)?;
        let head = start.split_inclusive(|b| *b == b'\n').next();
        let head = head.and_then(|head| std::str::from_utf8(head).ok());
        let (id, gone) = self.parse_head(head.and_then(|head| head.strip_suffix('\n')))?;
        let mut end = Vec::new();
        file.seek(SeekFrom::Start(length.saturating_sub(2 * LINE)))?;
        file.read_to_end(&mut end)?;
        let torn = end.iter().rev().take_while(|b| **b != b'\n').count();
        let good = length - torn as u64;
        end.truncate(end.len() - torn);
        let last = end.split(|b| *b == b'\n').rev().nth(1).unwrap_or_default();
        let last = std::str::from_utf8(last).unwrap_or_default();
        let number = match self.parse_line(&id, last) {
            Some((number, _)) => number,
            None if last.starts_with(MARK) => gone,
            // Which one, the whole book says.
            None => {
                self.read()?;
                return Err(LedgerError::Damaged(1));
            }
        };
        Ok((End { id, number }, good))
    }

    fn head(&self, id: &str, gone: i64) -> String {
        let text = format!("{MARK} {id} {gone}");
        let check = self.check(id, &text);
        format!("{text} {check}\n")
    }

    fn parse_head(&self, line: Option<&str>) -> Result<(String, i64), LedgerError> {
        let line = line.ok_or(LedgerError::Damaged(1))?;
        let (text, check) = line.rsplit_once(' ').ok_or(LedgerError::Damaged(1))?;
        let fields: Vec<&str> = text.split(' ').collect();
        let [MARK, id, gone] = fields[..] else {
            return Err(LedgerError::Damaged(1));
        };
        let gone = gone.parse().map_err(|_| LedgerError::Damaged(1))?;
        match self.check(id, text) == check {
            true => Ok((id.to_owned(), gone)),
            false => Err(LedgerError::Stranger),
        }
    }

    fn line(&self, id: &str, number: i64, entry: Entry) -> String {
        let day = OffsetDateTime::from_unix_timestamp(entry.day.div_euclid(1000))
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
            .date();
        let text = format!("{number} {day} {}", hex(&entry.person));
        let check = self.check(id, &text);
        format!("{text} {check}\n")
    }

    fn parse_line(&self, id: &str, line: &str) -> Option<(i64, Entry)> {
        let (text, check) = line.rsplit_once(' ')?;
        if self.check(id, text) != check {
            return None;
        }
        let fields: Vec<&str> = text.split(' ').collect();
        let [number, day, person] = fields[..] else {
            return None;
        };
        let entry = Entry {
            day: parse_day(day)?,
            person: unhex(person)?,
        };
        Some((number.parse().ok()?, entry))
    }

    /// Half of the hash is enough to notice damage, and keeps lines short.
    fn check(&self, id: &str, text: &str) -> String {
        let mac = self.checks.mac(&[id.as_bytes(), text.as_bytes()]);
        hex(&mac[..8])
    }
}

fn parse_day(text: &str) -> Option<i64> {
    let mut fields = text.splitn(3, '-');
    let year = fields.next()?.parse().ok()?;
    let month = Month::try_from(fields.next()?.parse::<u8>().ok()?).ok()?;
    let day = fields.next()?.parse().ok()?;
    let date = Date::from_calendar_date(year, month, day).ok()?;
    let days = date.to_julian_day() - OffsetDateTime::UNIX_EPOCH.to_julian_day();
    Some(i64::from(days) * DAY)
}

#[cfg(test)]
mod tests;
