//! Files beside the databases: after a power cut either the old or the new is
//! there, and of several programs one writes at a time.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The file that is locked. It is empty.
const LOCK: &str = "writing.lock";

/// Does what waits for the disk where nobody else waits for it.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(io::Error::other(error)),
    }
}

/// Waits until no other program writes into the folder, and keeps others waiting
/// until the value is dropped. A file of its own is locked, because a folder
/// cannot be where several machines share it.
pub(crate) fn lock(folder: &Path) -> io::Result<File> {
    let lock = private().create(true).open(folder.join(LOCK))?;
    lock.lock()?;
    Ok(lock)
}

/// Puts a file in the place of another, for its owner's eyes alone, and returns
/// when it is on the disk.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut new = path.to_owned().into_os_string();
    new.push(".new");
    let mut file = private().create(true).truncate(true).open(&new)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&new, path)?;
    sync_folder_of(path)
}

/// Options for a file that its owner alone may read.
pub(crate) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

/// Returns when the names in the file's folder are on the disk.
pub(crate) fn sync_folder_of(path: &Path) -> io::Result<()> {
    File::open(folder_of(path))?.sync_all()
}

pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}
