//! Bad days: keys and data that are missing, wrong, too old or too new.

use std::fs;

use backend::{OpenError, RootPlace, Store, migrate};
use privacy::Purpose;
use sea_orm::ConnectionTrait;

use crate::support::{Fixture, named, on_both, sqlite};

async fn error(f: &Fixture) -> OpenError {
    match Store::open(&f.options).await {
        Ok(_) => panic!("it opened"),
        Err(error) => error,
    }
}

on_both!(
    what_was_saved_is_there_after_a_restart,
    async |f: Fixture| {
        let (actor, id) = f.writer(&named("Anna")).await;
        let again = Store::open(&f.options).await.expect("it opens");
        assert_eq!(again.new_root_key, None);
        let stored = again
            .store
            .cv_load(actor, Purpose::KeepSaved, id, None)
            .await;
        let stored = stored.expect("it is there").expect("nothing was known");
        assert_eq!(stored.document, named("Anna"));
    }
);

on_both!(
    without_its_root_key_nothing_opens_and_none_is_made,
    async |f: Fixture| {
        f.writer(&named("Anna")).await;
        let path = f.folder.path().join("root.key");
        let aside = f.folder.path().join("aside");
        fs::rename(&path, &aside).expect("moved");
        assert!(
            matches!(error(&f).await, OpenError::RootMissing(at) if at == RootPlace::File(path.clone()))
        );
        assert!(!path.exists());

        // Another server's key.
        let other = sqlite().await;
        fs::copy(other.folder.path().join("root.key"), &path).expect("copied");
        assert!(matches!(error(&f).await, OpenError::RootWrong(_)));
        fs::write(&path, "no key").expect("written");
        assert!(matches!(error(&f).await, OpenError::Root(..)));
        fs::rename(&aside, &path).expect("put back");
        assert!(Store::open(&f.options).await.is_ok());
    }
);

on_both!(
    an_older_schema_waits_for_a_migration_and_a_newer_one_for_an_update,
    async |f: Fixture| {
        f.writer(&named("Anna")).await;
        let database = f.raw_data().await;
        let run = async |sql: &str| {
            database.execute_unprepared(sql).await.expect("it runs");
        };
        run("DROP TABLE setting").await;
        run("DELETE FROM seaql_migrations WHERE version = '0011_setting'").await;
        assert!(matches!(error(&f).await, OpenError::Older(1)));
        assert_eq!(migrate(&f.options).await.expect("migrated"), 1);
        assert_eq!(migrate(&f.options).await.expect("nothing to do"), 0);
        assert!(Store::open(&f.options).await.is_ok());

        run("INSERT INTO seaql_migrations (version, applied_at) VALUES ('9999_later', 1)").await;
        assert!(matches!(error(&f).await, OpenError::Newer));
        assert!(matches!(migrate(&f.options).await, Err(OpenError::Newer)));
    }
);

on_both!(
    /// One of the two was restored without the other. To go on would be to
    /// throw away what is left.
    keys_without_data_and_data_without_keys_stop_the_start,
    async |f: Fixture| {
        f.writer(&named("Anna")).await;
        f.writer(&named("Berit")).await;
        let keys = f.raw_keys().await;
        let saved = f.store.clone();
        f.raw_data().await.execute_unprepared("DELETE FROM account").await.expect("it runs");
        assert!(matches!(error(&f).await, OpenError::DataMissing(_)));
        drop(saved);

        f.writer(&named("Cilla")).await;
        for table in ["person_key", "setting"] {
            keys.execute_unprepared(&format!("DELETE FROM {table}")).await.expect("it runs");
        }
        assert!(matches!(error(&f).await, OpenError::KeysMissing(_)));
    }
);

/// The data of one server with the keys of another would be swept away.
#[tokio::test(flavor = "multi_thread")]
async fn data_and_keys_of_two_servers_are_told_apart() {
    let (ours, theirs) = (sqlite().await, sqlite().await);
    ours.writer(&named("Anna")).await;
    theirs.writer(&named("Berit")).await;
    // Emptied logs first, so that a file alone is all of it.
    for f in [&ours, &theirs] {
        f.store.sweep().await.expect("swept");
    }
    let mixed = tempfile::tempdir().expect("a folder");
    for name in ["keys.sqlite", "root.key"] {
        fs::copy(ours.folder.path().join(name), mixed.path().join(name)).expect("copied");
    }
    let data = theirs.folder.path().join("merit.sqlite");
    fs::copy(data, mixed.path().join("merit.sqlite")).expect("copied");
    let options = backend::Options::in_folder(mixed.path());
    let opened = Store::open(&options).await;
    assert!(matches!(opened.err(), Some(OpenError::Strangers)));
}

#[tokio::test]
async fn postgres_needs_a_database_for_the_keys() {
    let mut f = sqlite().await;
    f.options.data_url = Some("postgres://nobody@127.0.0.1:1/nothing".to_owned());
    assert!(matches!(error(&f).await, OpenError::KeysUrl));
}

/// What a program that holds the database for too long, and a full disk, come to.
mod bad_days {
    use super::*;
    use crate::support::set;
    use backend::{Failure, Uuid};

    #[tokio::test(flavor = "multi_thread")]
    async fn a_locked_database_is_busy_and_then_goes_on() {
        let f = sqlite().await;
        let (actor, id) = f.writer(&named("Anna")).await;
        let other = f.raw_data().await;
        let lock = async |sql| other.execute_unprepared(sql).await.expect("it runs");
        lock("BEGIN EXCLUSIVE").await;
        let edits = [set(cv::Field::Label, "A")];
        let batch = Uuid::now_v7();
        let saved = f.store.cv_save(actor, id, 1, batch, &edits).await;
        assert!(matches!(saved, Err(Failure::Busy(_))), "{saved:?}");
        lock("ROLLBACK").await;
        let saved = f.store.cv_save(actor, id, 1, batch, &edits).await;
        assert!(saved.is_ok(), "{saved:?}");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_full_disk_is_said_and_what_was_saved_is_there() {
        let f = crate::support::open(|options| options.most_mib = Some(1)).await;
        let (actor, id) = f.writer(&named("Anna")).await;
        let long = "A word after the other. ".repeat(400);
        let mut version = 1;
        let full = loop {
            assert!(version < 500, "it is never full");
            // One CV more each time: what is overwritten takes no room.
            let other = Uuid::now_v7();
            let created = f
                .store
                .cv_create(f.person().await, other, &named(&long))
                .await;
            match created {
                Ok(()) => version += 1,
                Err(failure) => break failure,
            }
        };
        assert!(matches!(full, Failure::Full(_)), "{full}");
        let stored = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
        let stored = stored.expect("it can be read").expect("nothing was known");
        assert_eq!(stored.document, named("Anna"));
        // Deleting makes room, also on a full disk.
        f.store.cv_delete(actor, id).await.expect("deleted");
    }
}
