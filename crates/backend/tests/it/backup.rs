//! Backups: made under load, brought back into either database, refused when
//! anything is wrong.

mod load;
mod refused;

use std::fs;
use std::path::PathBuf;

use backend::{
    Action, BackedUp, Failure, KEYS_BACKUP_DAYS, Options, RestoreError, Restored, Saved, Secret,
    Slug, Source, Store, Uuid, restore,
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
