//! Erasures beside older databases and damaged rows: nobody comes back, nobody goes
//! who has called it off, and nobody waits for another.

use std::fs;
use std::path::Path;

use backend::{ErasureState, Failure, Rule, Store, restore, verify_report};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use privacy::{Actor, Purpose};
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;

use super::{asked, by_link, report, writer};
use crate::members::{member, who};
use crate::support::{Fixture, sqlite};

/// A backup in a folder of its own, with the ledger as it is now: the folder, the
/// store, and how many were erased again.
pub(crate) async fn put_back(f: &Fixture, backups: &Path) -> (TempDir, Store, u64) {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["root.key", "erasures.ledger"] {
        fs::copy(f.folder.path().join(name), folder.path().join(name)).expect("copied");
    }
    let options = backend::Options {
        clock: f.options.clock.clone(),
        ..backend::Options::in_folder(folder.path())
    };
    let source = backend::Source {
        folder: backups.to_owned(),
        data: None,
        without_ledger: false,
    };
    let restored = restore(&options, &source).await.expect("it is back");
    let store = Store::open(&options).await.expect("it opens").store;
    (folder, store, restored.erased_again)
}

/// Back up, erase, put the old backup back: she stays erased, nothing of her key
/// is in any file, and her report says what it said.
#[tokio::test(flavor = "multi_thread")]
async fn a_restore_of_an_older_backup_brings_nobody_back() {
    let f = sqlite().await;
    let (link, person, hers) = writer(&f).await;
    let anna = by_link(&f, person).await;
    let copy = crate::export::copy(&f, &anna).await;
    let asked = asked(&f, &anna, Some(&link)).await;
    let wrapped = {
        let raw = f.raw_keys().await;
        let all = "SELECT wrapped FROM person_key";
        let statement = Statement::from_string(raw.get_database_backend(), all);
        let row = raw.query_one_raw(statement).await.expect("it runs");
        let wrapped: Vec<u8> = row.expect("a row").try_get_by_index(0).expect("bytes");
        raw.close().await.expect("closed");
        wrapped
    };
    let backups = tempfile::tempdir().expect("a folder");
    f.store.backup(backups.path(), 30).await.expect("backed up");
    f.pass_days(3);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Asked), 1);
    report(&f, &asked.secret).await;

    let (folder, store, erased_again) = put_back(&f, backups.path()).await;
    assert_eq!(erased_again, 1);
    let actor = Actor::Person(person);
    let load = store.cv_load(actor, Purpose::KeepSaved, hers, None).await;
    assert!(matches!(load, Err(Failure::Missing)), "{load:?}");
    assert_eq!(store.owner_link_open(&link).await.expect("an answer"), None);
    let state = store.erasure_state(&asked.secret).await;
    let ErasureState::Done(file) = state.expect("an answer") else {
        panic!("the report is lost")
    };
    assert!(verify_report(&file, Some(store.report_public_key())).is_ok());
    store.sweep().await.expect("emptied logs");
    // What is stored of a key begins with what all have. Everything that there is
    // of both servers: databases, their logs, keys, ledger, checkpoint, the backup,
    // and the copy that she took.
    let stretch = &wrapped[wrapped.len() - 32..];
    let mut files: Vec<(String, Vec<u8>)> = copy.into_iter().collect();
    for folder in [f.folder.path(), folder.path(), backups.path()] {
        for entry in fs::read_dir(folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            let bytes = fs::read(&path).expect("a file");
            files.push((path.display().to_string(), bytes));
        }
    }
    let there = |name: &str| files.iter().any(|(path, _)| path.contains(name));
    for name in [
        "merit.sqlite",
        "merit.sqlite-wal",
        "keys.sqlite",
        "erasures.ledger",
        "merit-data-",
        "merit-keys-",
        "data/document.json",
    ] {
        assert!(there(name), "{name}");
    }
    let searched: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    for (path, bytes) in &files {
        for needle in written(stretch) {
            let found = bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!found, "{path} has something of her key");
        }
    }
    // Her id is in no file of the server that was restored.
    for entry in fs::read_dir(folder.path()).expect("the folder") {
        let path = entry.expect("an entry").path();
        let bytes = fs::read(&path).expect("a file");
        for needle in written(&person.0) {
            let found = bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!found, "{} has something of hers", path.display());
        }
    }
    assert!(searched > 50_000, "{searched}");
}

/// Bytes as they are, as hexadecimal digits in either case, and the letters of base64
/// that stand for them alone, whatever is before them.
fn written(bytes: &[u8]) -> Vec<Vec<u8>> {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut all = vec![
        bytes.to_vec(),
        hex.to_uppercase().into_bytes(),
        hex.into_bytes(),
    ];
    for offset in 0..3_usize {
        let mut before = vec![0; offset];
        before.extend_from_slice(bytes);
        let letters = STANDARD_NO_PAD.encode(&before);
        let (first, end) = ((offset * 8).div_ceil(6), before.len() * 8 / 6);
        let letters = &letters[first..end];
        all.push(letters.as_bytes().to_vec());
        all.push(letters.replace('+', "-").replace('/', "_").into_bytes());
    }
    all
}

/// A database that was put back does not know that somebody has changed their mind
/// since: they get the whole delay again.
#[tokio::test]
async fn a_restore_erases_nobody_who_has_called_it_off_since() {
    let f = sqlite().await;
    let (link, person, hers) = writer(&f).await;
    let anna = by_link(&f, person).await;
    asked(&f, &anna, Some(&link)).await;
    let backups = tempfile::tempdir().expect("a folder");
    f.store.backup(backups.path(), 30).await.expect("backed up");
    f.store.erasure_cancel(&anna).await.expect("called off");
    f.pass_days(5);

    let (_folder, store, _) = put_back(&f, backups.path()).await;
    let swept = store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::Asked), 0);
    let load = store.cv_load(Actor::Person(person), Purpose::KeepSaved, hers, None);
    assert!(matches!(load.await, Ok(Some(_))));
    f.pass_days(3);
    let swept = store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::Asked), 1, "unless they do it again");
}

/// What does not open of one keeps nobody else from being erased on their day.
#[tokio::test]
async fn what_is_damaged_of_one_keeps_no_other_from_being_erased() {
    let f = sqlite().await;
    let (link, person, _) = writer(&f).await;
    let anna = by_link(&f, person).await;
    asked(&f, &anna, Some(&link)).await;
    let berit = member(&f, "berit@example.com", None).await;
    let berit = who(&f, &berit).await;
    asked(&f, &berit, None).await;
    let raw = f.raw_data().await;
    let damage = "UPDATE login SET email = X'00'";
    let statement = Statement::from_string(raw.get_database_backend(), damage);
    raw.execute_raw(statement).await.expect("it runs");
    f.pass_days(3);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Asked), 2);
}
