//! New keys in the place of old ones, in one go and cut off anywhere: here the root key,
//! and who may change keys at all.

mod persons;

use std::fs;

use backend::{
    Found, OpenError, Options, RootKey, RootSource, RotateError, Slug, Store, Uuid, Whom,
    rotate_persons, rotate_root,
};
use cv::{Field, Redaction};
use privacy::inventory::{Protection, columns};
use privacy::{Actor, Purpose};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, QueryResult, Statement};
use vault::{Lasting, Use, Vault};

use crate::support::{Fixture, named, on_both};

/// Somebody with a document and a public page.
async fn somebody(f: &Fixture, name: &str) -> (Actor, Uuid) {
    let (actor, id) = f.writer(&named(name)).await;
    let usual = Redaction::usual();
    let done = f
        .store
        .page_publish(actor, id, 1, &usual, &slug(name))
        .await;
    done.expect("published");
    (actor, id)
}

fn slug(name: &str) -> Slug {
    Slug::parse(&name.to_lowercase()).expect("an address")
}

/// Everything of somebody opens.
async fn is_whole(f: &Fixture, actor: Actor, id: Uuid, name: &str) {
    let stored = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
    let stored = stored.expect("it opens").expect("nothing was known");
    assert_eq!(stored.document.basics.text(Field::Name), name);
    let state = f.store.page_state(actor, id).await.expect("it opens");
    assert_eq!(state.expect("it is published").slug, name.to_lowercase());
    let found = f.store.page_find(&slug(name)).await.expect("an answer");
    let Found::Page(page) = found else {
        panic!("{found:?}")
    };
    let shown = f.store.page_open(Actor::Visitor, page).await;
    let shown = shown.expect("it opens").document;
    assert_eq!(shown.basics.text(Field::Name), name);
}

fn uuid(actor: Actor) -> Uuid {
    match actor {
        Actor::Person(person) => Uuid::from_bytes(person.0),
        other => panic!("{other:?} is nobody"),
    }
}

async fn rows(database: &DatabaseConnection, sql: &str) -> Vec<QueryResult> {
    let statement = Statement::from_string(database.get_database_backend(), sql);
    database.query_all_raw(statement).await.expect("it runs")
}

/// The wrapped keys that are stored, those of persons and the lasting ones.
async fn wrapped(keys: &DatabaseConnection) -> Vec<Vec<u8>> {
    let all = "SELECT wrapped FROM person_key UNION ALL SELECT next FROM person_key \
               UNION ALL SELECT value FROM setting WHERE name LIKE 'key %'";
    let rows = rows(keys, all).await;
    let bytes = rows
        .iter()
        .map(|row| row.try_get_by_index::<Option<Vec<u8>>>(0));
    bytes.filter_map(|bytes| bytes.expect("bytes")).collect()
}

/// How many of these are in the files of the keys' database, any 16 bytes of them.
async fn left(f: &Fixture, needles: &[Vec<u8>]) -> usize {
    let mut files = Vec::new();
    let keys = f.raw_keys().await;
    match keys.get_database_backend() {
        DbBackend::Sqlite => {
            for name in ["keys.sqlite", "keys.sqlite-wal"] {
                files.push(fs::read(f.folder.path().join(name)).unwrap_or_default());
            }
        }
        _ => {
            keys.execute_unprepared("CHECKPOINT")
                .await
                .expect("it runs");
            for table in ["person_key", "setting"] {
                let read = format!("SELECT pg_read_binary_file(pg_relation_filepath('{table}'))");
                let read = rows(&keys, &read).await;
                files.push(read[0].try_get_by_index(0).expect("bytes"));
            }
        }
    }
    let is_in = |part: &[u8]| {
        files
            .iter()
            .any(|file| file.windows(16).any(|at| at == part))
    };
    let is_left = |needle: &&Vec<u8>| needle.chunks_exact(16).any(is_in);
    needles.iter().filter(is_left).count()
}

/// The same when all has been done that can be: PostgreSQL keeps an old row as
/// long as anybody who is just connecting could see it, and a sweep later it is gone.
async fn left_at_last(f: &Fixture, needles: &[Vec<u8>], expected: usize) {
    let keys = f.raw_keys().await;
    for _ in 0..20 {
        let done = left(f, needles).await == expected;
        if done || keys.get_database_backend() == DbBackend::Sqlite {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        f.store.sweep().await.expect("swept");
    }
    assert_eq!(left(f, needles).await, expected);
}

/// The epochs of a person's sealed fields, in all columns that there are.
async fn epochs(f: &Fixture, person: Uuid) -> Vec<u32> {
    let data = f.raw_data().await;
    let person = match data.get_database_backend() {
        DbBackend::Sqlite => format!("x'{}'", person.simple()),
        _ => format!("'{person}'"),
    };
    let mut epochs = Vec::new();
    for entry in columns() {
        let (table, column) = entry.path.split_once('.').expect("a column");
        if entry.protection != Protection::Sealed
            || [
                "person_key",
                "hold",
                "held",
                "hold_key",
                "register_entry",
                "succession",
            ]
            .contains(&table)
        {
            continue;
        }
        let all = format!(
            "SELECT {column} FROM {table} WHERE account_id = {person} AND {column} IS NOT NULL"
        );
        for row in rows(&data, &all).await {
            let sealed: Vec<u8> = row.try_get_by_index(0).expect("bytes");
            epochs.push(u32::from_be_bytes(
                sealed[1..5].try_into().expect("four bytes"),
            ));
        }
    }
    epochs
}

/// How often the log says that keys were changed. It verifies.
async fn recorded(f: &Fixture) -> usize {
    f.store.audit_checkpoint().await.expect("signed");
    let verified = f.store.audit_verify().await.expect("the store answers");
    assert_eq!(verified.faults, [], "the log is whole");
    let all = "SELECT 1 FROM audit WHERE action = 'keys_rotated'";
    rows(&f.raw_data().await, all).await.len()
}

fn new_root(options: &Options) -> std::path::PathBuf {
    options.folder.join("new.key")
}

on_both!(
    with_a_new_root_key_everything_opens_and_the_old_one_opens_nothing,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let (berit, theirs) = somebody(&f, "Berit").await;
        let file = f.folder.path().join("root.key");
        let old = fs::read(&file).expect("the root key");
        let before = wrapped(&f.raw_keys().await).await;
        assert_eq!(before.len(), 2 + Lasting::ALL.len());
        assert_eq!(left(&f, &before).await, before.len(), "this test can fail");
        // What is signed before verifies afterwards.
        f.store.audit_checkpoint().await.expect("signed");
        let f = f.restart(async |options| {
            let rotated = rotate_root(options, &new_root(options))
                .await
                .expect("rotated");
            assert_eq!(rotated.persons, 2);
            assert_eq!(rotated.old.to_string(), file.display().to_string());
            assert_eq!(fs::read(&file).expect("left alone"), old);
            let error = Store::open(options).await.err();
            assert!(matches!(error, Some(OpenError::RootWrong(_))));
            options.root = RootSource::File(new_root(options));
        });
        let f = f.await;
        is_whole(&f, anna, hers, "Anna").await;
        is_whole(&f, berit, theirs, "Berit").await;
        somebody(&f, "Cilla").await;
        assert_eq!(epochs(&f, uuid(anna)).await, [1, 1, 1, 1]);
        left_at_last(&f, &before, 0).await;
        assert_eq!(recorded(&f).await, 1);
        // What is chained and signed goes on with the same keys.
        let keys = f.raw_keys().await;
        for (which, what) in [
            (Lasting::Audit, Use::Audit),
            (Lasting::Checkpoint, Use::Checkpoint),
            (Lasting::Ledger, Use::Ledger),
        ] {
            let at = before.len() - Lasting::ALL.len() + which as usize;
            let value = format!("SELECT value FROM setting WHERE name = '{}'", which.name());
            let now = rows(&keys, &value).await[0].try_get_by_index(0);
            let adopted = |file: &std::path::Path, wrapped: Vec<u8>| {
                let mut vault = Vault::new(&RootKey::read(file).expect("a root key"));
                vault.adopt(which, &wrapped).map(|()| *vault.key_for(what))
            };
            let now = adopted(&new_root(&f.options), now.expect("bytes")).expect("it opens");
            let then = before[2..]
                .iter()
                .find_map(|wrapped| adopted(&file, wrapped.clone()).ok());
            assert_eq!(Some(now), then, "{at}");
        }
    }
);

on_both!(
    /// It may have been cut off after it was done, and the old file is gone.
    rotating_to_the_same_root_key_again_changes_nothing,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let f = f.restart(async |options| {
            let new = new_root(options);
            let first = rotate_root(options, &new).await.expect("rotated");
            let content = fs::read(&new).expect("the new root key");
            assert_eq!(rotate_root(options, &new).await.expect("again"), first);
            fs::remove_file(options.folder.join("root.key")).expect("removed");
            assert_eq!(rotate_root(options, &new).await.expect("again"), first);
            assert_eq!(fs::read(&new).expect("as it was"), content);
            options.root = RootSource::File(new.clone());
            let same = rotate_root(options, &new).await;
            assert!(matches!(same, Err(RotateError::SameRoot(_))), "{same:?}");
        });
        is_whole(&f.await, anna, hers, "Anna").await;
    }
);

on_both!(
    /// Cut off after the file was made: the key in it is taken.
    a_root_key_that_is_there_is_the_new_one,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let f = f.restart(async |options| {
            let new = new_root(options);
            let root = RootKey::generate();
            root.write_new(&new).expect("written");
            rotate_root(options, &new).await.expect("rotated");
            options.root = RootSource::Given(std::sync::Arc::new(root));
        });
        is_whole(&f.await, anna, hers, "Anna").await;
    }
);

on_both!(
    what_cannot_be_rotated_is_left_as_it_was,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let (berit, _) = somebody(&f, "Berit").await;
        let before = wrapped(&f.raw_keys().await).await;
        let keys = f.raw_keys().await;
        let f = f.restart(async |options| {
            let new = new_root(options);
            // Another server's root key.
            let right = options.root.clone();
            options.root = RootSource::Given(std::sync::Arc::new(RootKey::generate()));
            let wrong = rotate_root(options, &new).await;
            assert!(matches!(wrong, Err(RotateError::Open(OpenError::RootWrong(_)))));
            let wrong = rotate_persons(options, Whom::All).await;
            assert!(matches!(wrong, Err(RotateError::Open(OpenError::RootWrong(_)))));
            assert!(!new.exists());
            options.root = right;
            fs::write(&new, "no key").expect("written");
            let wrong = rotate_root(options, &new).await;
            assert!(matches!(wrong, Err(RotateError::Open(OpenError::Root(..)))));
            fs::remove_file(&new).expect("removed");

            // One key that does not open, after others that do.
            let broken = "UPDATE person_key SET next = (SELECT value FROM setting WHERE name = 'root') \
                          WHERE account_id = (SELECT account_id FROM person_key ORDER BY account_id DESC LIMIT 1)";
            keys.execute_unprepared(broken).await.expect("it runs");
            let wrong = rotate_root(options, &new).await;
            assert!(matches!(wrong, Err(RotateError::PersonKey(id)) if id == uuid(berit)), "{wrong:?}");
            let whole = "UPDATE person_key SET next = NULL";
            keys.execute_unprepared(whole).await.expect("it runs");

            let nobody = Uuid::now_v7();
            let wrong = rotate_persons(options, Whom::One(nobody)).await;
            assert!(matches!(wrong, Err(RotateError::NoAccount(id)) if id == nobody));
        });
        let f = f.await;
        assert_eq!(wrapped(&f.raw_keys().await).await, before);
        is_whole(&f, anna, hers, "Anna").await;
    }
);

#[tokio::test]
async fn where_nothing_is_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options::in_folder(folder.path().join("data"));
    let root = rotate_root(&options, &folder.path().join("new.key")).await;
    assert!(matches!(root, Err(RotateError::Nothing(_))));
    let persons = rotate_persons(&options, Whom::All).await;
    assert!(matches!(persons, Err(RotateError::Nothing(_))));
    assert_eq!(fs::read_dir(folder.path()).expect("it").count(), 0);
}

on_both!(
    /// Whoever serves holds keys that would be old.
    nobody_changes_keys_while_somebody_serves,
    async |f: Fixture| {
        let (anna, hers) = somebody(&f, "Anna").await;
        let new = new_root(&f.options);
        // From the same folder, and, with PostgreSQL, from another machine.
        let elsewhere = tempfile::tempdir().expect("a folder");
        let other = Options {
            folder: elsewhere.path().to_owned(),
            root: RootSource::File(f.folder.path().join("root.key")),
            ..f.options.clone()
        };
        let mut all = vec![&f.options];
        if f.options.keys_url.is_some() {
            all.push(&other);
        }
        for options in all {
            let root = rotate_root(options, &new).await;
            assert!(matches!(root, Err(RotateError::Open(OpenError::Served))), "{root:?}");
            let persons = rotate_persons(options, Whom::All).await;
            assert!(matches!(persons, Err(RotateError::Open(OpenError::Served))));
        }
        assert!(!new.exists());
        is_whole(&f, anna, hers, "Anna").await;
        // Several may serve.
        let second = Store::open(&f.options).await.expect("it opens");
        drop(second);

        let f = f.restart(async |options| {
            let lock = fs::File::open(options.folder.join("lock")).expect("the lock");
            lock.lock().expect("it is free");
            let refused = Store::open(options).await.err();
            assert!(matches!(refused, Some(OpenError::KeysChanging)));
            let refused = backend::migrate(options).await;
            assert!(matches!(refused, Err(OpenError::KeysChanging)));
        });
        is_whole(&f.await, anna, hers, "Anna").await;
    }
);
