//! Stores for tests: an SQLite file in a folder of its own, or two databases of
//! their own in PostgreSQL, which `MERIT_TEST_POSTGRES` names.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use backend::{AcceptedTerms, Clock, DAY, Declaration, Options, Saved, Secret, Store, Uuid};
use cv::{Document, Edit, Field, Id, Value};
use privacy::Actor;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use tempfile::TempDir;

pub(crate) struct Fixture {
    pub(crate) folder: TempDir,
    pub(crate) options: Options,
    pub(crate) store: Store,
    clock: Arc<AtomicI64>,
}

/// Runs a test on both databases.
macro_rules! on_both {
    ($(#[$doc:meta])* $name:ident, $test:expr) => {
        $(#[$doc])*
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread")]
            async fn on_sqlite() {
                let test = $test;
                test($crate::support::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn on_postgres() {
                let test = $test;
                if let Some(fixture) = $crate::support::postgres().await {
                    test(fixture).await;
                }
            }
        }
    };
}
pub(crate) use on_both;

pub(crate) async fn sqlite() -> Fixture {
    open(|_| {}).await
}

async fn raw(url: &Option<String>, folder: &Path, file: &str) -> DatabaseConnection {
    let file = format!("sqlite://{}", folder.join(file).display());
    let url = url.clone().unwrap_or(file);
    Database::connect(url).await.expect("it opens")
}

/// None where no PostgreSQL was started for the tests, which is said aloud, and
/// is a failure where it must not be missing.
pub(crate) async fn postgres() -> Option<Fixture> {
    let (data, keys) = databases().await?;
    let fixture = open(|options| {
        options.data_url = Some(data);
        options.keys_url = Some(keys);
    });
    Some(fixture.await)
}

/// The addresses of two empty databases of PostgreSQL: for data, for keys.
pub(crate) async fn databases() -> Option<(String, String)> {
    let Ok(server) = std::env::var("MERIT_TEST_POSTGRES") else {
        assert!(
            std::env::var_os("CI").is_none(),
            "MERIT_TEST_POSTGRES is not set: `cargo xtask test` starts PostgreSQL and sets it"
        );
        eprintln!("SKIPPED: MERIT_TEST_POSTGRES is not set, so this ran on SQLite alone");
        return None;
    };
    let admin = Database::connect(server.replace("DATABASE", "postgres"))
        .await
        .expect("PostgreSQL answers");
    let mut urls = Vec::new();
    for kind in ["data", "keys"] {
        let name = format!("merit_{kind}_{}", Uuid::now_v7().simple());
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .expect("a database of the test's own");
        urls.push(server.replace("DATABASE", &name));
    }
    let keys = urls.pop()?;
    Some((urls.pop()?, keys))
}

pub(crate) async fn open(set: impl FnOnce(&mut Options)) -> Fixture {
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Arc::new(AtomicI64::new(20_000 * DAY + 1));
    let mut options = Options {
        clock: Clock::Set(clock.clone()),
        ..Options::in_folder(folder.path())
    };
    set(&mut options);
    let opened = Store::open(&options).await.expect("a new store");
    assert_eq!(opened.new_root_key, Some(folder.path().join("root.key")));
    Fixture {
        folder,
        options,
        store: opened.store,
        clock,
    }
}

impl Fixture {
    /// Stops, lets something happen to what lies there, and starts again.
    pub(crate) async fn restart(self, meanwhile: impl AsyncFnOnce(&mut Options)) -> Fixture {
        let Fixture {
            folder,
            mut options,
            store,
            clock,
        } = self;
        drop(store);
        meanwhile(&mut options).await;
        let opened = Store::open(&options).await.expect("it opens again");
        assert_eq!(opened.new_root_key, None);
        Fixture {
            folder,
            options,
            store: opened.store,
            clock,
        }
    }

    /// The database of the data, past the store.
    pub(crate) async fn raw_data(&self) -> DatabaseConnection {
        raw(&self.options.data_url, self.folder.path(), "merit.sqlite").await
    }

    /// The database of the keys, past the store.
    pub(crate) async fn raw_keys(&self) -> DatabaseConnection {
        raw(&self.options.keys_url, self.folder.path(), "keys.sqlite").await
    }

    pub(crate) fn pass_days(&self, days: i64) {
        self.pass(days * DAY);
    }

    pub(crate) fn pass(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    pub(crate) fn root_key(&self) -> PathBuf {
        self.folder.path().join("root.key")
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    pub(crate) fn pass_minutes(&self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// Somebody who has saved for the first time.
    pub(crate) async fn person(&self) -> Actor {
        let link = Secret::generate();
        let person = self.store.account_create(&link, &declaration()).await;
        Actor::Person(person.expect("a new account"))
    }

    /// Saves a batch of one edit.
    pub(crate) async fn save(&self, actor: Actor, id: Uuid, base: u64, edit: Edit) -> Saved {
        let saved = self
            .store
            .cv_save(actor, id, base, Uuid::now_v7(), &[edit])
            .await;
        saved.expect("an answer")
    }

    /// Somebody, with a document.
    pub(crate) async fn writer(&self, document: &Document) -> (Actor, Uuid) {
        let actor = self.person().await;
        let id = Uuid::now_v7();
        self.store
            .cv_create(actor, id, document)
            .await
            .expect("a new document");
        (actor, id)
    }
}

pub(crate) fn declaration() -> Declaration {
    Declaration {
        adult: true,
        policy_version: "2026-11-25".to_owned(),
        terms: Some(terms("2026-11-28")),
    }
}

/// That a version of the terms is accepted, in Swedish.
pub(crate) fn terms(version: &str) -> AcceptedTerms {
    AcceptedTerms {
        version: version.to_owned(),
        text_hash: "5".repeat(64),
        lang: "sv".to_owned(),
    }
}

pub(crate) fn blank() -> Document {
    let template = cv::Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let mut last = 0;
    Document::blank(cv::Language::English, template, || {
        last += 1;
        Id(last)
    })
}

pub(crate) fn named(name: &str) -> Document {
    let mut document = blank();
    cv::apply(&mut document, &set(Field::Name, name)).expect("a name fits");
    document
}

/// An edit of the basics.
pub(crate) fn set(field: Field, text: &str) -> Edit {
    Edit::SetField {
        item: Id::BASICS,
        field,
        value: Some(Value::Text(text.into())),
    }
}
