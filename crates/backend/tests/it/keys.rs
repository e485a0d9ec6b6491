//! The root key, from a file or from the environment, and the keys that outlive it.

use std::fs;
use std::sync::Arc;

use backend::{
    Failure, Found, OpenError, Options, RootKey, RootPlace, RootSource, Slug, Store, migrate,
};
use cv::Redaction;
use privacy::Purpose;
use sea_orm::{ConnectionTrait, DbBackend};
use vault::{Index, Vault};

use crate::support::{Fixture, named, on_both};

const TEXT: &str = "merit-root-1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

fn given(text: &str) -> RootSource {
    RootSource::Given(Arc::new(RootKey::parse(text).expect("a key")))
}

fn slug() -> Slug {
    Slug::parse("anna-karlsson").expect("an address")
}

async fn publish(f: &Fixture) {
    let (actor, id) = f.writer(&named("Anna")).await;
    let usual = Redaction::usual();
    let done = f.store.page_publish(actor, id, 1, &usual, &slug()).await;
    done.expect("published");
}

async fn is_found(f: &Fixture) -> bool {
    let found = f.store.page_find(&slug()).await.expect("an answer");
    matches!(found, Found::Page(_))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_root_key_from_the_environment_is_written_nowhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options {
        root: given(TEXT),
        ..Options::in_folder(folder.path())
    };
    let opened = Store::open(&options).await.expect("a new store");
    assert_eq!(opened.new_root_key, None);
    drop(opened);
    // Open while its files are read, so that they stay.
    let opened = Store::open(&options).await.expect("it opens again");

    let (_, line) = TEXT.split_once(':').expect("a mark");
    let bytes: Vec<u8> = (0..32).collect();
    for entry in fs::read_dir(folder.path()).expect("the folder") {
        let path = entry.expect("an entry").path();
        assert_ne!(path.file_name(), Some("root.key".as_ref()));
        let content = fs::read(&path).expect("a file");
        for word in [line.as_bytes(), &bytes] {
            let found = content.windows(word.len()).any(|window| window == word);
            assert!(!found, "{}", path.display());
        }
    }
    drop(opened);
    let said = format!("{:?}", options.root);
    assert!(!said.contains(line) && !said.contains("1, 2, 3"), "{said}");

    // Where it was is where it must be.
    let from_file = Options::in_folder(folder.path());
    let error = Store::open(&from_file).await.err();
    assert!(matches!(error, Some(OpenError::RootMissing(_))));
    let other = Options {
        root: given(&TEXT.replace("AAEC", "BBEC")),
        ..from_file
    };
    let error = Store::open(&other).await.err();
    let place = RootPlace::Environment;
    assert!(matches!(error, Some(OpenError::RootWrong(at)) if at == place));
}

on_both!(
    /// The index of a public page is of a key that is made once.
    what_is_looked_up_is_found_after_a_restart,
    async |f: Fixture| {
        publish(&f).await;
        assert!(is_found(&f).await);
        let f = f.restart(async |_| {}).await;
        assert!(is_found(&f).await);
    }
);

on_both!(
    /// A folder of the version before, in which public pages are found by a key
    /// that came from the root key.
    public_pages_of_the_version_before_are_still_found,
    async |f: Fixture| {
        publish(&f).await;
        let root = RootKey::read(&f.folder.path().join("root.key")).expect("the root key");
        let index = Vault::before_lasting_keys(&root).index(Index::Slug, slug().as_str());
        let index: String = index.iter().map(|byte| format!("{byte:02x}")).collect();
        let (data, keys) = (f.raw_data().await, f.raw_keys().await);
        let index = match data.get_database_backend() {
            DbBackend::Sqlite => format!("x'{index}'"),
            _ => format!("'\\x{index}'::bytea"),
        };
        let f = f.restart(async |options| {
            let run = async |database: &sea_orm::DatabaseConnection, sql: &str| {
                database.execute_unprepared(sql).await.expect("it runs");
            };
            run(&data, &format!("UPDATE publication SET slug_index = {index}")).await;
            run(&keys, "DELETE FROM setting WHERE name LIKE 'key %'").await;
            // It had neither a ledger nor a log.
            for file in ["erasures.ledger", "audit.checkpoint"] {
                let _ = std::fs::remove_file(options.folder.join(file));
            }
            run(&keys, "ALTER TABLE person_key DROP COLUMN next").await;
            run(&keys, "DELETE FROM seaql_key_migrations WHERE version = '0003_person_key_next'").await;
            let error = Store::open(options).await.err();
            assert!(matches!(error, Some(OpenError::Older(1))));
            assert_eq!(migrate(options).await.expect("migrated"), 1);
        });
        let f = f.await;
        assert!(is_found(&f).await);
        // And with another root key too, from which nothing of it comes.
        let f = f.restart(async |options| {
            let new = options.folder.join("new.key");
            backend::rotate_root(options, &new).await.expect("rotated");
            options.root = RootSource::File(new);
        });
        assert!(is_found(&f.await).await);
    }
);

on_both!(
    a_lasting_key_that_was_put_in_another_ones_place_stops_the_start,
    async |f: Fixture| {
        let keys = f.raw_keys().await;
        let swap = "UPDATE setting SET value = (SELECT value FROM setting WHERE name = 'key audit') \
                    WHERE name = 'key ledger'";
        keys.execute_unprepared(swap).await.expect("it runs");
        let error = Store::open(&f.options).await.err();
        assert!(matches!(error, Some(OpenError::LastingKey("key ledger"))));
    }
);

on_both!(
    /// Its keys would be wrapped under a root key that is in use no more.
    a_server_with_an_old_root_key_makes_no_keys,
    async |f: Fixture| {
        let (actor, id) = f.writer(&named("Anna")).await;
        let keys = f.raw_keys().await;
        let run = async |sql: &str| keys.execute_unprepared(sql).await.expect("it runs");
        run("UPDATE setting SET value = (SELECT value FROM setting WHERE name = 'pair') WHERE name = 'root'").await;
        let link = backend::Secret::generate();
        let declaration = crate::support::declaration();
        let created = f.store.account_create(&link, &declaration).await;
        assert!(matches!(created, Err(Failure::Sealed(_))), "{created:?}");
        let count = "SELECT count(*) FROM person_key";
        let statement = sea_orm::Statement::from_string(keys.get_database_backend(), count);
        let row = keys.query_one_raw(statement).await.expect("it runs");
        let count: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
        assert_eq!(count, 1);
        // Who is there already is not affected.
        let stored = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
        assert!(stored.is_ok());
    }
);
