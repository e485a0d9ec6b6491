//! The copies of what allows data to leave the EEA: clauses, rules or a certificate,
//! with what is secret in them blacked out. Whoever asks may have one (GDPR, article
//! 13(1)(f)); the page about recipients has a download for each.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use privacy::PartyRole;

use super::sources::Sources;

/// The longest document, in bytes.
const MOST: u64 = 5 * 1024 * 1024;
/// What a PDF begins with (ISO 32000-2, section 7.5.2).
const PDF: &[u8] = b"%PDF-";

/// The copy for one party.
#[derive(Clone, Debug)]
pub(crate) struct Clauses {
    pub(crate) role: PartyRole,
    /// A PDF; else a text in UTF-8.
    pub(crate) pdf: bool,
    pub(crate) bytes: Arc<[u8]>,
}

/// Every copy that is configured. A file that cannot be read, or is neither PDF nor
/// text, is a fault.
pub(super) fn read(from: &mut Sources) -> Vec<Clauses> {
    let documents = [
        (PartyRole::Hosting, "hosting.document", "hosting.name"),
        (PartyRole::Mail, "mail.document", "mail.provider"),
        (PartyRole::Backups, "backups.document", "backups.name"),
    ];
    let mut all = Vec::new();
    for (role, key, named) in documents {
        let Some(path) = from.read::<PathBuf>(key) else {
            continue;
        };
        if from.value(named).is_none() {
            from.fault(key, &format!("needs {named} beside it"));
            continue;
        }
        match document(&path) {
            Ok(bytes) => all.push(Clauses {
                role,
                pdf: bytes.starts_with(PDF),
                bytes: bytes.into(),
            }),
            Err(reason) => from.fault(key, &reason),
        }
    }
    all
}

/// The agreement with those on whose behalf data is handled (GDPR, article 28(3)), as
/// a PDF or a text, if there is one.
pub(super) fn agreement(from: &mut Sources) -> Option<(bool, Arc<[u8]>)> {
    const KEY: &str = "operator.agreement";
    let path: PathBuf = from.read(KEY)?;
    match document(&path) {
        Ok(bytes) => Some((bytes.starts_with(PDF), bytes.into())),
        Err(reason) => {
            from.fault(KEY, &reason);
            None
        }
    }
}

fn document(path: &Path) -> Result<Vec<u8>, String> {
    let bytes = limited(path, MOST)?;
    let place = path.display();
    let is_text = || std::str::from_utf8(&bytes).is_ok_and(|text| !text.contains('\0'));
    match bytes.starts_with(PDF) || (!bytes.is_empty() && is_text()) {
        true => Ok(bytes),
        false => Err(format!("{place} is neither a PDF nor a text in UTF-8")),
    }
}

/// What is in a file, if it is not too much.
pub(super) fn limited(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let place = path.display();
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| {
        // One byte more tells that there is more.
        file.take(most + 1).read_to_end(&mut bytes)
    });
    match read {
        Err(error) => Err(format!("{place} cannot be read: {error}")),
        Ok(_) if bytes.len() as u64 > most => {
            Err(format!("{place} is longer than {} KiB", most / 1024))
        }
        Ok(_) => Ok(bytes),
    }
}
