//! The self-proof (`backend::Store::prove_itself`): once a night in the hour that is
//! configured, and when somebody who may asks for it. One at a time.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use backend::{Options, Store};
use rustix::fs::statvfs;
use time::OffsetDateTime;

/// How often the hour is looked at. It is not the first thing that a server does.
const LOOK: Duration = Duration::from_secs(10 * 60);
/// What is left free beside the copy.
const MARGIN: u64 = 256 * 1024 * 1024;
/// The copy, packed and unpacked, and its logs.
const TIMES: u64 = 3;

static RUNNING: AtomicBool = AtomicBool::new(false);

/// Proves every night, for as long as the server runs.
pub(crate) async fn nightly(store: Store, options: Options, hour: Option<u8>) {
    let Some(hour) = hour else { return };
    loop {
        tokio::time::sleep(LOOK).await;
        if OffsetDateTime::now_utc().hour() != hour {
            continue;
        }
        match store.proved_today().await {
            Ok(true) => {}
            Ok(false) => now(&store, &options).await,
            Err(failure) => tracing::error!(%failure, "the self-proof"),
        }
    }
}

/// Whether one is going on in this process.
pub(crate) fn is_running() -> bool {
    RUNNING.load(Ordering::Relaxed)
}

/// Proves now, unless that is going on.
pub(crate) async fn now(store: &Store, options: &Options) {
    if RUNNING.swap(true, Ordering::AcqRel) {
        return;
    }
    let proved = store.prove_itself(options, has_room(options)).await;
    RUNNING.store(false, Ordering::Release);
    match proved {
        Ok(proved) => {
            let failing = proved.iter().filter(|found| !found.passed).count();
            match failing {
                0 => tracing::info!(count = proved.len(), "the self-proof passed"),
                count => tracing::error!(count, "steps of the self-proof failed: see /admin/proof"),
            }
        }
        Err(failure) => tracing::error!(%failure, "the self-proof"),
    }
}

/// Whether the disk takes another copy of everything.
fn has_room(options: &Options) -> bool {
    let size = |name: &str| std::fs::metadata(options.folder.join(name)).map_or(0, |it| it.len());
    let data: u64 = ["merit.sqlite", "merit.sqlite-wal", "keys.sqlite"]
        .into_iter()
        .map(size)
        .sum();
    let needed = data.saturating_mul(TIMES).saturating_add(MARGIN);
    let free = free(&options.folder).unwrap_or_default();
    if free < needed {
        tracing::error!("too little of the disk is free to bring a backup back");
    }
    free >= needed
}

fn free(folder: &Path) -> Option<u64> {
    let disk = statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}
