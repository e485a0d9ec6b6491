//! The data folder, the disk, and files that hold secrets.

use super::{Finding, error, warning};
use crate::configuration::Configuration;
use crate::places::NetworkPlaces;
use backend::RootPlace;
use rustix::fs::{Access, access, statvfs};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const MIB: u64 = 1024 * 1024;
/// Less than this, and the next backup or the next day fills the disk.
const LOW: u64 = 1024 * MIB;
/// Less than this, and saves will soon fail.
const FULL: u64 = 100 * MIB;

pub(super) fn findings(configuration: &Configuration) -> Vec<Finding> {
    let mut findings = folder(&configuration.data);
    findings.extend(disk(&configuration.data));
    // Of the environment nobody knows more than that it is there.
    if let RootPlace::File(root) = configuration.root.place(&configuration.data) {
        findings.extend(secret(&root, "the root key"));
        findings.extend(beside(&root, &configuration.data));
    }
    if let Some((file, true)) = &configuration.file {
        findings.extend(secret(file, "the file of settings, with a secret in it,"));
    }
    if let Some(file) = &configuration.password_file {
        findings.extend(secret(file, "the SMTP password"));
    }
    if let Some(file) = &configuration.places
        && let Err(fault) = NetworkPlaces::open(file)
    {
        let remedy =
            "`merit serve` does not start before that; without places.file no places are kept";
        findings.push(error(format!("{fault:#}"), remedy));
    }
    if let Some(tls) = &configuration.tls {
        findings.extend(secret(&tls.key, "the certificate's key"));
    }
    findings
}

fn folder(folder: &Path) -> Vec<Finding> {
    let place = folder.display();
    let metadata = match std::fs::metadata(folder) {
        Ok(metadata) => metadata,
        // The first start makes it.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
        Err(reason) => {
            let fault = format!("the data folder {place} cannot be read: {reason}");
            return vec![error(fault, "run this as the user that runs the server")];
        }
    };
    let mut findings = Vec::new();
    if !metadata.is_dir() {
        let fault = format!("the data folder {place} is no folder");
        return vec![error(fault, "choose another with --data")];
    }
    if access(folder, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK).is_err() {
        let fault = format!("the data folder {place} cannot be written into by this user");
        let remedy = format!("run this as the user that runs the server, or chown {place}");
        findings.push(error(fault, remedy));
    }
    if is_open(&metadata) {
        let fault = format!("the data folder {place} is open to other users of this machine");
        findings.push(error(fault, format!("chmod 700 {place}")));
    }
    findings
}

/// Whether others than the owner may do anything with it.
fn is_open(metadata: &std::fs::Metadata) -> bool {
    metadata.permissions().mode() & 0o077 != 0
}

fn disk(folder: &Path) -> Option<Finding> {
    // A folder that is to be made will be on the disk of the one above it.
    let there = folder.ancestors().find(|folder| folder.is_dir());
    let there = there.unwrap_or(Path::new("."));
    let disk = statvfs(there).ok()?;
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let fault = format!(
        "the disk of {} has {} MiB left",
        folder.display(),
        free / MIB
    );
    let remedy = "make room: where nothing can be written, nothing is saved";
    match free {
        0..FULL => Some(error(fault, remedy)),
        FULL..LOW => Some(warning(fault, remedy)),
        _ => None,
    }
}

/// A file that its owner alone should read.
fn secret(path: &Path, what: &str) -> Option<Finding> {
    let metadata = std::fs::metadata(path).ok()?;
    let place = path.display();
    is_open(&metadata).then(|| {
        error(
            format!("{what} {place} is open to other users of this machine"),
            format!("chmod 600 {place}"),
        )
    })
}

/// Whoever takes a copy of the folder has what the root key opens, and the key.
fn beside(root: &Path, data: &Path) -> Vec<Finding> {
    if !root.is_file() {
        return Vec::new();
    }
    let folder = match root.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let mut findings = Vec::new();
    if let Some(backup) = backup_in(folder) {
        findings.push(error(
            format!(
                "the root key {} lies beside a backup, {}: whoever has the one has the other",
                root.display(),
                backup.display()
            ),
            "keep backups on another machine, and copies of the root key on neither",
        ));
    }
    let same = |one: &Path, other: &Path| one.canonicalize().ok() == other.canonicalize().ok();
    if same(folder, data) {
        findings.push(warning(
            format!(
                "the root key {} lies in the data folder: a copy of the folder can be read by whoever \
                 has it",
                root.display()
            ),
            "move it, for instance to /etc/merit/root.key, and set root_key; leave the folder's copies \
             without it",
        ));
    }
    findings
}

/// Something in a folder that is named as copies of databases are.
fn backup_in(folder: &Path) -> Option<PathBuf> {
    const OURS: [&str; 2] = ["merit.sqlite", "keys.sqlite"];
    const ENDINGS: [&str; 8] = ["bak", "backup", "dump", "gz", "sql", "tar", "zip", "zst"];
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    names.sort();
    names.into_iter().find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let ending = path.extension().unwrap_or_default().to_string_lossy();
        ENDINGS.contains(&&*ending)
            || name.contains("backup")
            || (ending == "sqlite" && !OURS.contains(&&*name))
    })
}
