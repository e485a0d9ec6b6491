//! How long a save and a load take, with few documents in the store and with
//! many, and what of that is encryption. Prints one JSON object of numbers, in
//! milliseconds; `cargo xtask bench save` runs it and weighs them.

mod measured;

use std::time::Instant;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use backend::{Clock, Declaration, Options, Saved, Secret, Store, Uuid};
use cv::{Document, Edit, Field, Id, Value};
use privacy::{Actor, Purpose};
use sea_orm::{ConnectionTrait, Database, Statement};
use vault::{Column, RootKey, Vault};

use measured::document;

const ROUNDS: u64 = 300;
const MANY: u64 = 100_000;

#[tokio::main]
async fn main() {
    // `cargo test --all-targets` runs benchmarks too, to see that they start.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let opened = Store::open(&Options::in_folder(folder.path())).await;
    let store = opened.expect("a new store").store;
    let document = document();
    let declaration = Declaration {
        adult: true,
        policy_version: "bench".to_owned(),
        terms: Some(backend::AcceptedTerms {
            version: "bench".to_owned(),
            text_hash: String::new(),
            lang: "en".to_owned(),
        }),
    };
    let link = Secret::generate();
    let person = store.account_create(&link, &declaration);
    let actor = Actor::Person(person.await.expect("an account"));
    let id = Uuid::now_v7();
    store
        .cv_create(actor, id, &document)
        .await
        .expect("a new document");

    fill(&folder, 100).await;
    let mut version = 1;
    let few = measure(&store, actor, id, &mut version).await;
    fill(&folder, MANY - 100).await;
    let many = measure(&store, actor, id, &mut version).await;
    let encryption = encryption(&document);
    let versions = versions(&document).await;
    println!(
        "{}",
        serde_json::json!({
            "save_100_p50": few.save.0, "save_100_p99": few.save.1,
            "load_100_p50": few.load.0, "load_100_p99": few.load.1,
            "save_100000_p50": many.save.0, "save_100000_p99": many.save.1,
            "load_100000_p50": many.load.0, "load_100000_p99": many.load.1,
            "encryption": encryption,
            "save_version_p50": versions.save.0, "save_version_p99": versions.save.1,
            "list_versions": versions.list, "versions_bytes": versions.bytes,
            "bytes": cv::format::save(&document).len(),
        })
    );
}

struct Times {
    /// Median and 99th percentile.
    save: (f64, f64),
    load: (f64, f64),
}

async fn measure(store: &Store, actor: Actor, id: Uuid, version: &mut u64) -> Times {
    let (mut saves, mut loads) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let edits = [set(Field::Label, &format!("Round {round}"))];
        let start = Instant::now();
        let saved = store
            .cv_save(actor, id, *version, Uuid::now_v7(), &edits)
            .await;
        saves.push(start.elapsed().as_secs_f64() * 1000.0);
        match saved.expect("an answer") {
            Saved::Taken(taken) => *version = taken,
            Saved::Stale(_) => panic!("nobody else saves"),
        }
        let start = Instant::now();
        let loaded = store.cv_load(actor, Purpose::KeepSaved, id, None).await;
        loads.push(start.elapsed().as_secs_f64() * 1000.0);
        assert!(loaded.expect("an answer").is_some());
    }
    Times {
        save: percentiles(saves),
        load: percentiles(loads),
    }
}

/// What versions cost.
struct Versions {
    /// Of a save that keeps one: median and 99th percentile.
    save: (f64, f64),
    /// Of a list of a hundred.
    list: f64,
    /// That a hundred take in the database.
    bytes: i64,
}

/// In a store of its own, whose clock is put forward before each save, so that each
/// keeps a version.
async fn versions(document: &Document) -> Versions {
    const KEPT: u64 = 100;
    let folder = tempfile::tempdir().expect("a folder");
    let clock = Arc::new(AtomicI64::new(0));
    let options = Options {
        clock: Clock::Set(clock.clone()),
        ..Options::in_folder(folder.path())
    };
    let opened = Store::open(&options).await;
    let store = opened.expect("a new store").store;
    let link = Secret::generate();
    let declaration = Declaration {
        adult: true,
        policy_version: "bench".to_owned(),
        terms: Some(backend::AcceptedTerms {
            version: "bench".to_owned(),
            text_hash: String::new(),
            lang: "en".to_owned(),
        }),
    };
    let person = store.account_create(&link, &declaration);
    let actor = Actor::Person(person.await.expect("an account"));
    let id = Uuid::now_v7();
    let created = store.cv_create(actor, id, document).await;
    created.expect("a new document");
    let mut saves = Vec::new();
    for version in 1..=KEPT {
        clock.fetch_add(10 * 60 * 1000, Ordering::Relaxed);
        let edits = [set(Field::Label, &format!("Round {version}"))];
        let start = Instant::now();
        let saved = store.cv_save(actor, id, version, Uuid::now_v7(), &edits);
        assert_eq!(saved.await.expect("an answer"), Saved::Taken(version + 1));
        saves.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    let start = Instant::now();
    let history = store.version_list(actor, id).await.expect("a list");
    let list = start.elapsed().as_secs_f64() * 1000.0;
    assert_eq!(history.versions.len() as u64, KEPT);
    let file = folder.path().join("merit.sqlite");
    let database = Database::connect(format!("sqlite://{}", file.display()));
    let sum = "SELECT sum(length(content)) FROM document_version";
    let database = database.await.expect("the file");
    let statement = Statement::from_string(database.get_database_backend(), sum);
    let row = database.query_one_raw(statement).await.expect("it runs");
    Versions {
        save: percentiles(saves),
        list,
        bytes: row.expect("a row").try_get_by_index(0).expect("a number"),
    }
}

/// What a save spends on keys and ciphers: unwrap, open, seal.
fn encryption(document: &Document) -> f64 {
    const CONTENT: Column = Column {
        table: "document",
        name: "content",
        schema: 1,
    };
    let vault = Vault::new(&RootKey::generate());
    let (key, wrapped) = vault.new_person_key([1; 16]);
    let plain = cv::format::save(document);
    let sealed = key.seal(CONTENT, [2; 16], plain.as_bytes());
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let key = vault.unwrap([1; 16], &wrapped, None).expect("just wrapped");
        let opened = key.open(CONTENT, [2; 16], &sealed).expect("just sealed");
        let again = key.seal(CONTENT, [2; 16], &opened);
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        assert_eq!(again.len(), sealed.len());
    }
    percentiles(times).0
}

fn percentiles(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

/// Copies the one document so many times. The copies cannot be opened, being in
/// other rows than they were sealed for; they are there to be passed by.
async fn fill(folder: &tempfile::TempDir, copies: u64) {
    let file = folder.path().join("merit.sqlite");
    let database = Database::connect(format!("sqlite://{}", file.display()))
        .await
        .expect("the file");
    let copy = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {copies}) \
         INSERT INTO document (account_id, id, version, content, created_at, changed_at) \
         SELECT d.account_id, randomblob(16), 1, d.content, d.created_at, d.changed_at \
         FROM n, (SELECT * FROM document LIMIT 1) d"
    );
    database.execute_unprepared(&copy).await.expect("copied");
}

fn set(field: Field, text: &str) -> Edit {
    Edit::SetField {
        item: Id::BASICS,
        field,
        value: Some(Value::Text(text.into())),
    }
}
