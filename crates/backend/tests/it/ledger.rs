//! Who was erased stays erased, whatever database is put back.

use std::fs;
use std::path::Path;

use backend::{Failure, LEDGER_DAYS, OpenError, Options, Rule, Store};
use privacy::Purpose;
use sea_orm::{ConnectionTrait, Database};
use tempfile::TempDir;

use crate::support::{Fixture, named, on_both, open, sqlite};

/// Copies the databases as an operator would, with the server stopped.
async fn copy(f: &Fixture, to: &Path) {
    f.store.sweep().await.expect("emptied logs");
    fs::create_dir_all(to).expect("a folder");
    for name in ["merit.sqlite", "keys.sqlite"] {
        fs::copy(f.folder.path().join(name), to.join(name)).expect("copied");
    }
}

/// A folder with the databases as they were, and with everything else as it is.
fn put_back(f: &Fixture, from: &Path) -> (TempDir, Options) {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["merit.sqlite", "keys.sqlite"] {
        fs::copy(from.join(name), folder.path().join(name)).expect("copied");
    }
    for name in ["root.key", "erasures.ledger"] {
        fs::copy(f.folder.path().join(name), folder.path().join(name)).expect("copied");
    }
    let options = Options {
        clock: f.options.clock.clone(),
        ..Options::in_folder(folder.path())
    };
    (folder, options)
}

async fn reopened(f: &Fixture) -> Result<Store, OpenError> {
    Store::open(&f.options).await.map(|opened| opened.store)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_put_back_by_hand_brings_nobody_back() {
    let f = sqlite().await;
    let (anna, hers) = f.writer(&named("Anna")).await;
    let (berit, theirs) = f.writer(&named("Berit")).await;
    let aside = tempfile::tempdir().expect("a folder");
    copy(&f, aside.path()).await;
    f.store.account_erase(anna).await.expect("erased");

    let (folder, options) = put_back(&f, aside.path());
    // She is in what was put back, with her key.
    for (file, table) in [("merit.sqlite", "account"), ("keys.sqlite", "person_key")] {
        let file = folder.path().join(file);
        let raw = Database::connect(format!("sqlite://{}", file.display())).await;
        let count = format!("SELECT count(*) FROM {table}");
        let statement = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, count);
        let raw = raw.expect("it opens");
        let row = raw.query_one_raw(statement).await.expect("it runs");
        let rows: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
        assert_eq!(rows, 2, "{table}");
        raw.close().await.expect("closed");
    }
    let opened = Store::open(&options).await.expect("it opens");
    assert_eq!(opened.erased_again, 1);
    let store = opened.store;
    let load = store.cv_load(anna, Purpose::KeepSaved, hers, None).await;
    assert!(matches!(load, Err(Failure::Missing)), "{load:?}");
    assert!(store.cv_list(anna).await.expect("a list").is_empty());
    let create = store.cv_create(anna, hers, &named("Anna")).await;
    assert!(matches!(create, Err(Failure::Missing)), "{create:?}");
    let load = store.cv_load(berit, Purpose::KeepSaved, theirs, None).await;
    assert!(load.expect("it is there").is_some());
    // It knows the ledger now, and looks at nobody the next time.
    let again = Store::open(&options).await.expect("it opens");
    assert_eq!(again.erased_again, 0);
}

on_both!(
    /// The note of what is known may be older than it could be, and nothing is lost.
    an_erasure_that_was_cut_off_is_done_again,
    async |f: Fixture| {
        let (anna, _) = f.writer(&named("Anna")).await;
        let (berit, theirs) = f.writer(&named("Berit")).await;
        f.store.account_erase(anna).await.expect("erased");
        let data = f.raw_data().await;
        data.execute_unprepared("DELETE FROM setting WHERE name LIKE 'ledger %'")
            .await
            .expect("it runs");
        let store = reopened(&f).await.expect("it opens");
        let load = store.cv_load(berit, Purpose::KeepSaved, theirs, None).await;
        assert!(load.expect("it is there").is_some());
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn a_ledger_that_is_damaged_or_anothers_stops_the_start() {
    let f = sqlite().await;
    let path = f.folder.path().join("erasures.ledger");
    for _ in 0..2 {
        let (actor, _) = f.writer(&named("Anna")).await;
        f.store.account_erase(actor).await.expect("erased");
    }
    let good = fs::read_to_string(&path).expect("the file");
    assert_eq!(good.lines().count(), 3, "{good}");
    let (head, lines) = good.split_once('\n').expect("a head");
    let damaged = format!("{head}\n{}", lines.replace(" 2", " 3"));
    fs::write(&path, damaged).expect("written");
    let refused = reopened(&f).await.err();
    let said = refused.expect("it is refused").to_string();
    assert!(
        said.contains("erasures.ledger") && said.contains("line"),
        "{said}"
    );

    let other = sqlite().await;
    fs::copy(other.folder.path().join("erasures.ledger"), &path).expect("copied");
    let refused = reopened(&f).await.err().expect("it is refused").to_string();
    assert!(
        refused.contains("not the ledger of this server"),
        "{refused}"
    );
    // A line that was cut off before its erasure went on is no damage.
    fs::write(&path, format!("{good}3 2024-10-0")).expect("written");
    let store = reopened(&f).await.expect("it opens");
    let actor = f.person().await;
    store.account_erase(actor).await.expect("erased");
    let mended = fs::read_to_string(&path).expect("the file");
    assert!(mended.starts_with(&good), "{mended}");
    assert_eq!(mended.lines().count(), 4, "{mended}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_older_than_the_ledger_goes_back_is_refused() {
    let f = sqlite().await;
    f.writer(&named("Anna")).await;
    let aside = tempfile::tempdir().expect("a folder");
    copy(&f, aside.path()).await;
    let (berit, _) = f.writer(&named("Berit")).await;
    f.store.account_erase(berit).await.expect("erased");
    f.pass_days(LEDGER_DAYS + 1);
    f.store.sweep().await.expect("swept");
    // Berit's line is gone; Anna's is new, who has not come for so long.
    let ledger = fs::read_to_string(f.folder.path().join("erasures.ledger"));
    assert_eq!(ledger.expect("the file").lines().count(), 2);
    let (_folder, options) = put_back(&f, aside.path());
    let refused = Store::open(&options).await.err();
    assert!(
        matches!(
            refused,
            Some(OpenError::LedgerGap {
                from: 2,
                known: 0,
                ..
            })
        ),
        "{refused:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_copy_of_the_ledger_is_refused_and_none_is_a_new_one() {
    let f = sqlite().await;
    let path = f.folder.path().join("erasures.ledger");
    let erase = async || {
        let (actor, _) = f.writer(&named("Anna")).await;
        f.store.account_erase(actor).await.expect("erased");
        fs::read_to_string(&path).expect("the file")
    };
    let older = erase().await;
    let newer = erase().await;
    fs::write(&path, older).expect("written");
    let refused = reopened(&f).await.err();
    assert!(
        matches!(
            refused,
            Some(OpenError::LedgerOlder {
                ends: 1,
                known: 2,
                ..
            })
        ),
        "{refused:?}"
    );
    fs::remove_file(&path).expect("removed");
    reopened(&f).await.expect("it opens");
    let begun = erase().await;
    assert_eq!(begun.lines().count(), 2);
    assert_ne!(begun.lines().next(), newer.lines().next());
    assert!(reopened(&f).await.is_ok());
}

/// The ledger's disk is another one, and is full or gone: nobody's key is
/// destroyed, nobody can use the account, and the next sweep finishes it.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_written_down_is_not_erased_yet() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let ledger = elsewhere.path().join("erasures.ledger");
    let path = ledger.clone();
    let f = open(move |options: &mut Options| options.ledger = Some(path)).await;
    let (anna, hers) = f.writer(&named("Anna")).await;
    let aside = elsewhere.path().join("aside");
    fs::rename(&ledger, &aside).expect("moved");
    let erased = f.store.account_erase(anna).await;
    assert!(matches!(erased, Err(Failure::Database(_))), "{erased:?}");
    let load = f.store.cv_create(anna, hers, &named("Anna")).await;
    assert!(matches!(load, Err(Failure::Missing)), "{load:?}");
    fs::rename(&aside, &ledger).expect("put back");
    assert_eq!(
        f.store.sweep().await.expect("swept").by(Rule::Interrupted),
        1
    );
    assert_eq!(
        fs::read_to_string(&ledger)
            .expect("the file")
            .lines()
            .count(),
        2
    );
}
