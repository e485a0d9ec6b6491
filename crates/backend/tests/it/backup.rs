//! Backups: made under load, brought back into either database, refused when
//! anything is wrong.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use backend::{
    Action, BackedUp, BackupError, Failure, FileError, KEYS_BACKUP_DAYS, OpenError, Options,
    RestoreError, Restored, Saved, Secret, Slug, Source, Store, Uuid, restore,
};
use cv::{Field, Redaction};
use privacy::{Actor, Purpose};
use tempfile::TempDir;

use crate::support::{Fixture, blank, databases, declaration, named, on_both, set, sqlite};

/// A place to restore into, with the root key of a server.
struct Target {
    _folder: TempDir,
    options: Options,
}

impl Fixture {
    fn backups(&self) -> PathBuf {
        self.folder.path().join("backups")
    }

    async fn back_up(&self) -> BackedUp {
        let made = self.store.backup(&self.backups(), KEYS_BACKUP_DAYS).await;
        made.expect("a backup")
    }

    /// An empty SQLite.
    fn target(&self) -> Target {
        let folder = tempfile::tempdir().expect("a folder");
        fs::copy(self.root_key(), folder.path().join("root.key")).expect("copied");
        let options = Options {
            clock: self.options.clock.clone(),
            ..Options::in_folder(folder.path())
        };
        Target {
            _folder: folder,
            options,
        }
    }

    fn source(&self) -> Source {
        Source {
            folder: self.backups(),
            data: None,
            without_ledger: false,
        }
    }

    async fn restored(&self, target: &Target) -> Result<Restored, RestoreError> {
        restore(&target.options, &self.source()).await
    }

    async fn refused(&self, target: &Target) -> RestoreError {
        match self.restored(target).await {
            Ok(restored) => panic!("it was restored: {restored:?}"),
            Err(error) => error,
        }
    }
}

impl Target {
    async fn open(&self) -> Store {
        Store::open(&self.options).await.expect("it opens").store
    }
}

async fn name_of(store: &Store, actor: Actor, id: Uuid) -> Option<String> {
    match store.cv_load(actor, Purpose::KeepSaved, id, None).await {
        Ok(stored) => {
            let document = stored.expect("nothing was known").document;
            Some(document.basics.text(Field::Name).to_owned())
        }
        Err(Failure::Missing) => None,
        Err(failure) => panic!("{failure}"),
    }
}

/// Puts something into every table, brings it back, and uses it.
async fn there_and_back(f: Fixture, target: Target) {
    let link = Secret::generate();
    let person = f.store.account_create(&link, &declaration()).await;
    let person = person.expect("an account");
    let anna = Actor::Person(person);
    let id = Uuid::now_v7();
    f.store.cv_create(anna, id, &blank()).await.expect("saved");
    f.save(anna, id, 1, set(Field::Name, "Anna Åström")).await;
    let slug = Slug::parse("anna-astrom").expect("an address");
    let usual = Redaction::usual();
    f.store
        .page_publish(anna, id, 2, &usual, &slug)
        .await
        .expect("published");
    f.store.page_unpublish(anna, id).await.expect("withdrawn");
    f.store
        .page_publish(anna, id, 2, &usual, &slug)
        .await
        .expect("published");
    let token = f.store.session_create(person).await.expect("a session");
    // More rows than are read at once, and one who is gone.
    for number in 0..150 {
        f.writer(&named(&format!("Person {number}"))).await;
    }
    let (gone, _) = f.writer(&named("Gone")).await;
    f.store.account_erase(gone).await.expect("erased");

    let made = f.back_up().await;
    assert!(made.deleted.is_empty());
    let restored = f.restored(&target).await.expect("restored");
    assert_eq!(
        (restored.made_at, restored.keys_made_at),
        (f.now(), f.now())
    );
    // All but the row that says that there is a backup.
    assert_eq!(restored.rows, made.rows);
    assert_eq!(restored.erased_again, 0);
    assert_eq!(restored.audit.faults, []);
    assert_eq!(restored.audit.range, Some((1, 2)));

    let store = target.open().await;
    assert_eq!(
        name_of(&store, anna, id).await.as_deref(),
        Some("Anna Åström")
    );
    assert_eq!(
        store.owner_link_open(&link).await.expect("an answer"),
        Some(person)
    );
    assert_eq!(store.session_actor(&token).await.expect("an answer"), anna);
    let page = match store.page_find(&slug).await.expect("an answer") {
        backend::Found::Page(page) => page,
        other => panic!("{other:?}"),
    };
    let shown = store
        .page_open(Actor::Visitor, page)
        .await
        .expect("a page")
        .document;
    assert_eq!(shown.basics.text(Field::Name), "Anna Åström");
    // What was taken is known, and what comes next is taken.
    let next = store
        .cv_save(anna, id, 2, Uuid::now_v7(), &[set(Field::Label, "Smith")])
        .await;
    assert_eq!(next.expect("an answer"), Saved::Taken(3));
    let listed = store
        .audit_list(Uuid::now_v7(), None)
        .await
        .expect("a page");
    let actions: Vec<_> = listed.iter().filter_map(|row| row.action).collect();
    assert_eq!(actions, [Action::Restored, Action::AccountErased]);
    // And it can be backed up again.
    let again = target.options.folder.join("backups");
    store
        .backup(&again, KEYS_BACKUP_DAYS)
        .await
        .expect("a backup");
}

mod a_backup_comes_back {
    use super::*;

    async fn into_postgres(f: &Fixture) -> Option<Target> {
        let (data, keys) = databases().await?;
        let mut target = f.target();
        target.options.data_url = Some(data);
        target.options.keys_url = Some(keys);
        Some(target)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn from_sqlite_in_sqlite() {
        let f = sqlite().await;
        let target = f.target();
        there_and_back(f, target).await;
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn from_sqlite_in_postgres() {
        let f = sqlite().await;
        if let Some(target) = into_postgres(&f).await {
            there_and_back(f, target).await;
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn from_postgres_in_sqlite() {
        if let Some(f) = crate::support::postgres().await {
            let target = f.target();
            there_and_back(f, target).await;
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn from_postgres_in_postgres() {
        if let Some(f) = crate::support::postgres().await
            && let Some(target) = into_postgres(&f).await
        {
            there_and_back(f, target).await;
        }
    }
}

/// Somebody who saves as fast as they can, each time their document's version
/// as its name.
async fn save_on(
    store: Store,
    acknowledged: Arc<AtomicU64>,
    stop: Arc<AtomicBool>,
) -> (Actor, Uuid) {
    let person = store
        .account_create(&Secret::generate(), &declaration())
        .await;
    let actor = Actor::Person(person.expect("an account"));
    let id = Uuid::now_v7();
    store
        .cv_create(actor, id, &named("1"))
        .await
        .expect("saved");
    let mut version = 1;
    while !stop.load(Ordering::SeqCst) {
        let edits = [set(Field::Name, &(version + 1).to_string())];
        let saved = store
            .cv_save(actor, id, version, Uuid::now_v7(), &edits)
            .await;
        assert_eq!(saved.expect("an answer"), Saved::Taken(version + 1));
        version += 1;
        acknowledged.store(version, Ordering::SeqCst);
    }
    (actor, id)
}

/// People who come and go while that goes on.
async fn come_and_go(store: Store, stop: Arc<AtomicBool>) -> Vec<(Actor, Uuid)> {
    let mut stayed = Vec::new();
    while !stop.load(Ordering::SeqCst) {
        let person = store
            .account_create(&Secret::generate(), &declaration())
            .await;
        let actor = Actor::Person(person.expect("an account"));
        let id = Uuid::now_v7();
        store
            .cv_create(actor, id, &named("stays"))
            .await
            .expect("saved");
        stayed.push((actor, id));
        if stayed.len() % 2 == 0 {
            let (gone, _) = stayed.remove(0);
            store.account_erase(gone).await.expect("erased");
        }
    }
    stayed
}

on_both!(
    under_load_every_acknowledged_save_is_in_it,
    async |f: Fixture| {
        for number in 0..200 {
            f.writer(&named(&format!("Person {number}"))).await;
        }
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..4)
            .map(|_| {
                let acknowledged = Arc::new(AtomicU64::new(0));
                let task = save_on(f.store.clone(), acknowledged.clone(), stop.clone());
                (acknowledged, tokio::spawn(task))
            })
            .collect();
        let comers = tokio::spawn(come_and_go(f.store.clone(), stop.clone()));
        let at_least = |least: u64| {
            let all = writers
                .iter()
                .map(|(saved, _)| saved.clone())
                .collect::<Vec<_>>();
            async move {
                while all.iter().any(|saved| saved.load(Ordering::SeqCst) < least) {
                    tokio::time::sleep(std::time::Duration::from_millis(1)).await;
                }
            }
        };
        at_least(5).await;
        let before: Vec<u64> = writers
            .iter()
            .map(|(s, _)| s.load(Ordering::SeqCst))
            .collect();
        let made = f.back_up().await;
        let after: Vec<u64> = writers
            .iter()
            .map(|(s, _)| s.load(Ordering::SeqCst))
            .collect();
        assert!(before != after, "nobody saved while the backup was made");
        at_least(after.iter().max().expect("a version") + 1).await;
        stop.store(true, Ordering::SeqCst);

        let target = f.target();
        let restored = f.restored(&target).await.expect("restored");
        assert_eq!(restored.audit.faults, []);
        assert!(restored.rows <= made.rows);
        let store = target.open().await;
        for ((_, task), before) in writers.into_iter().zip(before) {
            let (actor, id) = task.await.expect("it ends");
            let stored = store.cv_load(actor, Purpose::KeepSaved, id, None).await;
            let stored = stored.expect("it is there").expect("nothing was known");
            assert!(stored.version >= before, "{} of {before}", stored.version);
            // Of one moment: the row, and what is sealed in it.
            let name = stored.document.basics.text(Field::Name);
            assert_eq!(name, stored.version.to_string());
        }
        comers.await.expect("it ends");
        // Who came or went in the middle is there whole, or not at all.
        store.sweep().await.expect("swept");
        assert_eq!(store.audit_verify().await.expect("verified").faults, []);
    }
);

on_both!(
    who_was_erased_after_a_backup_does_not_come_back,
    async |f: Fixture| {
        let (anna, hers) = f.writer(&named("Anna")).await;
        let (berit, theirs) = f.writer(&named("Berit")).await;
        let old = f.back_up().await;
        f.store.account_erase(anna).await.expect("erased");
        let only_old = |target: &Target| {
            let source = Source {
                data: Some(old.data.clone()),
                ..f.source()
            };
            let options = target.options.clone();
            async move { restore(&options, &source).await.expect("restored") }
        };
        // The copy of the ledger that was made with it is as old as the backup.
        let target = f.target();
        assert_eq!(only_old(&target).await.erased_again, 0);
        assert!(name_of(&target.open().await, anna, hers).await.is_some());

        // The ledger of the server itself, moved to the new folder.
        let target = f.target();
        let ledger = target.options.folder.join("erasures.ledger");
        fs::copy(f.folder.path().join("erasures.ledger"), ledger).expect("copied");
        assert_eq!(only_old(&target).await.erased_again, 1);
        let store = target.open().await;
        assert_eq!(name_of(&store, anna, hers).await, None);
        assert!(name_of(&store, berit, theirs).await.is_some());

        // Or the copy that a later backup has put beside the old one.
        f.pass_days(1);
        f.back_up().await;
        let target = f.target();
        assert_eq!(only_old(&target).await.erased_again, 1);
        assert_eq!(name_of(&target.open().await, anna, hers).await, None);
    }
);

on_both!(
    /// In the folder of the old server, whose databases were moved away: its
    /// checkpoint knows more than the backup, and the log says why.
    what_was_signed_after_a_backup_is_explained_by_restoring_it,
    async |f: Fixture| {
        let reader = Uuid::now_v7();
        f.store.audit_list(reader, None).await.expect("a page");
        f.back_up().await;
        for _ in 0..5 {
            f.store.audit_list(reader, None).await.expect("a page");
        }
        f.store.audit_checkpoint().await.expect("signed");
        let target = f.target();
        let file = target.options.folder.join("audit.checkpoint");
        fs::copy(f.folder.path().join("audit.checkpoint"), file).expect("copied");
        let restored = f.restored(&target).await.expect("restored");
        assert_eq!(restored.audit.faults, []);
        assert_eq!(restored.audit.range, Some((1, 2)));
        assert_eq!(restored.audit.restored_over, [(2, 7)]);
    }
);

on_both!(
    backups_of_keys_have_their_time_and_those_of_data_have_not,
    async |f: Fixture| {
        let (anna, hers) = f.writer(&named("Anna")).await;
        let (berit, theirs) = f.writer(&named("Berit")).await;
        let first = f.back_up().await;
        fs::write(f.backups().join("merit-keys-notes.backup"), "not ours").expect("written");
        fs::write(f.backups().join("keys.txt"), "not ours").expect("written");
        // What a killed backup has left.
        let part = f.backups().join("merit-keys-0.backup.part");
        fs::copy(&first.keys, &part).expect("copied");
        f.pass_days(31);
        f.store.account_erase(berit).await.expect("erased");
        let kept = f.store.backup(&f.backups(), 40).await.expect("a backup");
        assert_eq!(kept.deleted, [part]);
        f.pass_days(1);
        let last = f.back_up().await;
        assert_eq!(last.deleted, std::slice::from_ref(&first.keys));
        assert!(first.data.exists() && kept.keys.exists());
        assert_eq!(fs::read_dir(f.backups()).expect("the folder").count(), 8);

        // The oldest data with the keys that were made next: who is still there
        // is there, and whose key was destroyed is not.
        let target = f.target();
        let source = Source {
            data: Some(first.data.clone()),
            ..f.source()
        };
        let restored = restore(&target.options, &source).await.expect("restored");
        assert_eq!(restored.keys, kept.keys);
        assert!(restored.keys_made_at > restored.made_at);
        let store = target.open().await;
        assert!(name_of(&store, anna, hers).await.is_some());
        assert_eq!(name_of(&store, berit, theirs).await, None);
    }
);

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
