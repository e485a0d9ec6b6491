//! The mailbox of development: a folder of plain files, one a letter, for whoever
//! tries Merit out without a mail server. Never in production: there nothing
//! personal lies readable on the disk.

use backend::{DAY, Uuid};
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Letters go after so many days.
const DAYS: i64 = 30;
const ENDING: &str = ".eml";

/// The folder `mailbox` in that of the data.
pub(crate) struct Mailbox(PathBuf);

impl Mailbox {
    pub(super) fn open(data: &Path) -> io::Result<Mailbox> {
        let folder = folder(data);
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&folder)?;
        Ok(Mailbox(folder))
    }

    /// Puts a letter in, whole or not at all, and takes out those that have had
    /// their time. `at` is in milliseconds since 1970.
    pub(super) fn put(&self, at: i64, id: Uuid, source: &[u8]) -> io::Result<()> {
        for name in self.names()? {
            if time(&name).is_some_and(|time| time < at - DAYS * DAY) {
                fs::remove_file(self.0.join(name))?;
            }
        }
        let unfinished = self.0.join(format!("{id}.new"));
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&unfinished)?;
        file.write_all(source)?;
        fs::rename(unfinished, self.0.join(format!("{at:013}-{id}{ENDING}")))
    }

    /// The names of the letters, the newest first.
    pub(super) fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.0)? {
            let name = entry?.file_name().into_string().unwrap_or_default();
            if let Some(name) = name.strip_suffix(ENDING) {
                names.push(format!("{name}{ENDING}"));
            }
        }
        names.sort_unstable_by(|one, other| other.cmp(one));
        Ok(names)
    }

    /// The source of a letter, None if there is none of that name.
    pub(super) fn get(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        // Only what is in the list: a name may lead anywhere.
        match self.names()?.iter().find(|known| *known == name) {
            Some(name) => fs::read(self.0.join(name)).map(Some),
            None => Ok(None),
        }
    }
}

/// Removes what development has left in a folder that is now production's.
/// Returns whether there was anything.
pub(super) fn remove(data: &Path) -> io::Result<bool> {
    match fs::remove_dir_all(folder(data)) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

fn folder(data: &Path) -> PathBuf {
    data.join("mailbox")
}

/// When a letter was put in.
fn time(name: &str) -> Option<i64> {
    name.split_once('-')?.0.parse().ok()
}
