//! What is not restored, and what a restore leaves that does not end.

use std::fs;
use std::path::Path;

use backend::{
    BackupError, Failure, FileError, KEYS_BACKUP_DAYS, OpenError, Options, RestoreError, Source,
    Store, restore,
};

use super::name_of;
use crate::support::{Fixture, named, on_both, sqlite};

on_both!(nothing_is_restored_over_anything, async |f: Fixture| {
    f.writer(&named("Anna")).await;
    f.back_up().await;
    let into_itself = restore(&f.options, &f.source()).await;
    assert!(
        matches!(into_itself, Err(RestoreError::Served(_))),
        "{into_itself:?}"
    );
    let target = f.target();
    f.restored(&target).await.expect("restored");
    assert!(matches!(
        f.refused(&target).await,
        RestoreError::NotEmpty(_)
    ));
    // Two in one second would have one name.
    let again = f.store.backup(&f.backups(), KEYS_BACKUP_DAYS).await;
    assert!(matches!(again, Err(BackupError::Exists(_))), "{again:?}");
});

#[tokio::test(flavor = "multi_thread")]
async fn without_its_root_key_a_backup_is_nothing() {
    let f = sqlite().await;
    f.writer(&named("Anna")).await;
    f.back_up().await;
    let target = f.target();
    let key = target.options.folder.join("root.key");
    fs::remove_file(&key).expect("removed");
    let error = f.refused(&target).await;
    assert!(matches!(error, RestoreError::RootMissing(_)));
    assert!(error.to_string().contains("root.key is missing"), "{error}");
    let other = sqlite().await;
    fs::copy(other.root_key(), &key).expect("copied");
    let error = f.refused(&target).await;
    assert!(matches!(error, RestoreError::RootWrong { .. }));
    assert!(error.to_string().contains("another one"), "{error}");
    fs::write(&key, "no key").expect("written");
    assert!(matches!(
        f.refused(&target).await,
        RestoreError::Open(OpenError::Root(..))
    ));
    fs::copy(f.root_key(), &key).expect("copied");
    assert!(!target.options.folder.join("merit.sqlite").exists());
    f.restored(&target).await.expect("restored");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_damaged_or_anothers_is_refused_before_anything_is_made() {
    let f = sqlite().await;
    for number in 0..100 {
        f.writer(&named(&format!("Person {number}"))).await;
    }
    let nothing = f.target();
    fs::create_dir(f.backups()).expect("made");
    assert!(matches!(
        f.refused(&nothing).await,
        RestoreError::NoBackup(_)
    ));
    let made = f.back_up().await;

    let change = async |path: &Path, change: &dyn Fn(&mut Vec<u8>)| {
        let good = fs::read(path).expect("the file");
        let mut bad = good.clone();
        change(&mut bad);
        fs::write(path, bad).expect("written");
        let error = f.refused(&nothing).await;
        fs::write(path, good).expect("written");
        error
    };
    for path in [&made.data, &made.keys] {
        type Change<'a> = &'a dyn Fn(&mut Vec<u8>);
        let changed: [Change<'_>; 4] = [
            &|bytes| bytes.truncate(bytes.len() - 1),
            &|bytes| bytes.truncate(bytes.len() / 2),
            &|bytes| *bytes.last_mut().expect("a byte") ^= 1,
            &|bytes| {
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
            },
        ];
        for how in changed {
            let error = change(path, how).await;
            let said = error.to_string();
            assert!(
                matches!(error, RestoreError::File(_, FileError::Changed)),
                "{said}"
            );
            assert!(said.contains("changed or cut off"), "{said}");
        }
    }
    let later = change(&made.data, &|bytes| bytes[12] = 9).await;
    assert!(
        matches!(later, RestoreError::File(_, FileError::Newer(9))),
        "{later}"
    );
    let none = change(&made.data, &|bytes| bytes.truncate(3)).await;
    assert!(
        matches!(none, RestoreError::File(_, FileError::NotABackup)),
        "{none}"
    );

    let aside = f.folder.path().join("aside");
    fs::rename(&made.keys, &aside).expect("moved");
    assert!(matches!(f.refused(&nothing).await, RestoreError::NoKeys(_)));
    // Keys that say they are data.
    fs::copy(&made.data, &made.keys).expect("copied");
    assert!(matches!(f.refused(&nothing).await, RestoreError::NoKeys(_)));

    // Another server, to which somebody gave the same root key.
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(f.root_key(), folder.path().join("root.key")).expect("copied");
    let options = Options {
        clock: f.options.clock.clone(),
        ..Options::in_folder(folder.path())
    };
    let other = Store::open(&options).await.expect("it opens").store;
    let theirs = other
        .backup(&folder.path().join("b"), 30)
        .await
        .expect("a backup");
    fs::copy(&theirs.keys, &made.keys).expect("copied");
    assert!(matches!(f.refused(&nothing).await, RestoreError::Strangers));
    fs::rename(&aside, &made.keys).expect("put back");

    fs::rename(&made.ledger, &aside).expect("moved");
    let error = f.refused(&nothing).await;
    assert!(matches!(error, RestoreError::NoLedger(_)));
    assert!(error.to_string().contains("--without-ledger"), "{error}");
    fs::write(&made.ledger, "nonsense\n").expect("written");
    assert!(matches!(
        f.refused(&nothing).await,
        RestoreError::Ledger(..)
    ));
    fs::remove_file(&made.ledger).expect("removed");
    assert!(!nothing.options.folder.join("merit.sqlite").exists());
    let source = Source {
        without_ledger: true,
        ..f.source()
    };
    restore(&nothing.options, &source).await.expect("restored");
}

/// A disk that is full in the middle leaves nothing, and more room is all that
/// is needed.
#[tokio::test(flavor = "multi_thread")]
async fn a_restore_that_fails_can_be_run_again() {
    let f = sqlite().await;
    let long = "A word after the other. ".repeat(400);
    let (actor, id) = f.writer(&named(&long)).await;
    for _ in 0..120 {
        f.writer(&named(&long)).await;
    }
    f.back_up().await;
    let mut target = f.target();
    target.options.most_mib = Some(1);
    let error = f.refused(&target).await;
    assert!(
        matches!(error, RestoreError::Failed(Failure::Full(_))),
        "{error}"
    );
    target.options.most_mib = None;
    f.restored(&target).await.expect("restored");
    assert_eq!(name_of(&target.open().await, actor, id).await, Some(long));
}

/// As a restore leaves it that was killed when the data was there, and the keys
/// were not.
#[tokio::test(flavor = "multi_thread")]
async fn half_of_a_backup_is_not_served() {
    let f = sqlite().await;
    f.writer(&named("Anna")).await;
    f.back_up().await;
    let target = f.target();
    f.restored(&target).await.expect("restored");
    for name in ["keys.sqlite", "keys.sqlite-wal", "keys.sqlite-shm"] {
        let _ = fs::remove_file(target.options.folder.join(name));
    }
    let opened = Store::open(&target.options).await;
    assert!(matches!(opened.err(), Some(OpenError::KeysMissing(_))));
    assert!(matches!(
        f.refused(&target).await,
        RestoreError::NotEmpty(_)
    ));
}
