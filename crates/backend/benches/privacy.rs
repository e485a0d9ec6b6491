//! What rights cost in a large store: erasing one person among few and among
//! many, and comparing the schema with the inventory. Prints one JSON object of
//! numbers; `cargo xtask bench privacy` runs it and weighs them. With
//! `MERIT_BENCH_LEADS` it fills the folder in `MERIT_BENCH_DATA` with so many
//! sign-ups that nobody finished, and does nothing else.
//!
//! People are made in two ways. Those who are erased have done everything by the
//! store's own functions. Those around them are rows with the ciphertext of one of
//! the former, copied: nobody opens them, and they are as large and as many.

mod measured;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use backend::{
    Agreement, ConsentBy, DAY, Declaration, MailLang, Options, PersonalDetail, Rule, Secret, Slug,
    Store, Uuid,
};
use cv::{PersonalField, Redaction};
use privacy::{Actor, ConsentPurpose, inventory};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

use measured::{document, milliseconds, peak};

const FEW: u64 = 1_000;
/// Another number of people is named by this.
const MOST: &str = "MERIT_BENCH_PEOPLE";
const MANY: u64 = 100_000;
/// People who are erased, for a median.
const ERASED: usize = 9;

#[tokio::main]
async fn main() {
    // `cargo test --all-targets` runs benchmarks too, to see that they start.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    if let Some(leads) = number("MERIT_BENCH_LEADS") {
        let folder = std::env::var_os("MERIT_BENCH_DATA").expect("a folder");
        fill_leads(&PathBuf::from(folder), leads).await;
        return;
    }
    let many = number(MOST).unwrap_or(MANY);
    let (few, _) = measure(FEW).await;
    let (much, schema) = measure(many).await;
    println!(
        "{}",
        serde_json::json!({
            "people": many,
            "erase_few": few.alone, "erase_many": much.alone,
            "erase_disk_few": few.whole, "erase_disk_many": much.whole,
            "schema_ms": schema.milliseconds, "schema_kb": schema.kilobytes,
            "columns": schema.columns,
        })
    );
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Milliseconds, medians.
struct Erasing {
    /// Until the key is destroyed and every row is gone.
    alone: f64,
    /// Until the destroyed key is off the disk, too.
    whole: f64,
}

struct Checked {
    milliseconds: f64,
    kilobytes: u64,
    columns: usize,
}

async fn measure(people: u64) -> (Erasing, Checked) {
    let folder = tempfile::tempdir().expect("a folder");
    let opened = Store::open(&Options::in_folder(folder.path())).await;
    let store = opened.expect("a new store").store;
    let mut to_erase = Vec::new();
    for number in 0..2 * ERASED {
        to_erase.push(full(&store, number).await);
    }
    fill_people(folder.path(), people).await;
    store.sweep().await.expect("an empty log");
    let raw = open(folder.path(), "merit.sqlite").await;
    let (mut alone, mut whole) = (Vec::new(), Vec::new());
    for (number, actor) in to_erase.into_iter().enumerate() {
        let Actor::Person(person) = actor else {
            continue;
        };
        if number % 2 == 0 {
            let start = Instant::now();
            store.account_erase(actor).await.expect("erased");
            whole.push(milliseconds(start));
            continue;
        }
        let id = Uuid::from_bytes(person.0).simple();
        let going = format!("UPDATE account SET state = 'erasing' WHERE id = X'{id}'");
        raw.execute_unprepared(&going).await.expect("it runs");
        let start = Instant::now();
        let gone = store.sweep_some(Rule::Interrupted).await.expect("erased");
        alone.push(milliseconds(start));
        assert_eq!(gone, 1);
    }
    let checked = check(folder.path()).await;
    let erasing = Erasing {
        alone: median(alone),
        whole: median(whole),
    };
    (erasing, checked)
}

fn declaration() -> Declaration {
    Declaration {
        adult: true,
        policy_version: "bench".to_owned(),
        terms: Some(backend::AcceptedTerms {
            version: "bench".to_owned(),
            text_hash: String::new(),
            lang: "en".to_owned(),
        }),
    }
}

/// Somebody who has done everything that needs no letter.
async fn full(store: &Store, number: usize) -> Actor {
    let link = Secret::generate();
    let person = store.account_create(&link, &declaration()).await;
    let person = person.expect("an account");
    let actor = Actor::Person(person);
    store.session_create(person).await.expect("a session");
    let document = document();
    for _ in 0..5 {
        let created = store.cv_create(actor, Uuid::now_v7(), &document).await;
        created.expect("a new document");
    }
    let id = Uuid::now_v7();
    store
        .cv_create(actor, id, &document)
        .await
        .expect("a new document");
    let slug = Slug::parse(&format!("bench-{number}")).expect("an address");
    let usual = Redaction::usual();
    let published = store.page_publish(actor, id, 1, &usual, &slug).await;
    published.expect("published");
    let purpose = ConsentPurpose::Salary;
    let agreement = Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Editor,
    };
    let given = store.consent_give(actor, purpose, &agreement).await;
    given.expect("noted");
    let detail = PersonalDetail {
        reference: cv::Id(1),
        field: PersonalField::Salary,
        value: "41 750 kr".to_owned(),
    };
    store.personal_put(actor, &detail).await.expect("kept");
    actor
}

async fn open(folder: &Path, file: &str) -> DatabaseConnection {
    let url = format!("sqlite://{}", folder.join(file).display());
    Database::connect(url).await.expect("the file")
}

/// The ids of people who are made by number.
const ID: &str = "unhex(printf('018f0000000070008%015x', i))";

fn numbers(count: u64) -> String {
    format!("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})")
}

async fn run(database: &DatabaseConnection, statements: &[String]) {
    for statement in statements {
        let ran = database.execute_unprepared(statement).await;
        ran.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
}

/// Copies somebody so many times: each has a key, an account, a link, a session, a
/// CV, a public page, a consent, and attempts to sign in.
async fn fill_people(folder: &Path, count: u64) {
    let n = numbers(count);
    let now = Store::open(&Options::in_folder(folder)).await;
    let now = now.expect("it opens").store.now();
    let keys = open(folder, "keys.sqlite").await;
    run(
        &keys,
        &[format!(
            "{n} INSERT INTO person_key (account_id, wrapped, next, created_at) \
             SELECT {ID}, k.wrapped, NULL, {now} FROM n, (SELECT wrapped FROM person_key LIMIT 1) k"
        )],
    )
    .await;
    let data = open(folder, "merit.sqlite").await;
    let copies = |into: &str, columns: &str, values: &str, from: &str| {
        format!(
            "{n} INSERT INTO {into} (account_id, id, {columns}) \
             SELECT {ID}, randomblob(16), {values} FROM n, (SELECT * FROM {from} LIMIT 1) o"
        )
    };
    run(
        &data,
        &[
            format!(
                "{n} INSERT INTO account (id, state, created_at, used_at, adult_at, policy_version, policy_at) \
                 SELECT {ID}, 'anonymous', {now}, {now}, {now}, 'bench', {now} FROM n"
            ),
            copies("owner_link", "secret_hash, created_at", "randomblob(32), o.created_at", "owner_link"),
            copies(
                "document",
                "version, content, created_at, changed_at",
                "1, substr(o.content, 1, 2000), o.created_at, o.changed_at",
                "document",
            ),
            copies(
                "publication",
                "document_id, slug_index, slug, content, version, document_version, published_at, revoked_at",
                "o.document_id, randomblob(32), o.slug, substr(o.content, 1, 2000), 1, 1, o.published_at, NULL",
                "publication",
            ),
            copies(
                "consent",
                "purpose, given, version, lang, at, how, until",
                "o.purpose, o.given, o.version, o.lang, o.at, o.how, o.until",
                "consent",
            ),
            copies(
                "sign_in",
                "at, outcome, method",
                &format!("{now}, 'done', 'password'"),
                "account",
            ),
        ],
    )
    .await;
    data.close().await.expect("closed");
    keys.close().await.expect("closed");
}

/// Who began to sign up 40 days ago, and did not go on.
async fn fill_leads(folder: &Path, count: u64) {
    let opened = Store::open(&Options::in_folder(folder)).await;
    let store = opened.expect("a new store").store;
    let made = store
        .account_create(&Secret::generate(), &declaration())
        .await;
    made.expect("an account");
    let n = numbers(count);
    let began = store.now() - 40 * DAY;
    let keys = open(folder, "keys.sqlite").await;
    let data = open(folder, "merit.sqlite").await;
    run(
        &keys,
        &[format!(
            "{n} INSERT INTO person_key (account_id, wrapped, next, created_at) \
             SELECT {ID}, k.wrapped, NULL, {began} FROM n, (SELECT wrapped FROM person_key LIMIT 1) k"
        )],
    )
    .await;
    run(
        &data,
        &[
            format!(
                "{n} INSERT INTO account (id, state, created_at, used_at, adult_at, policy_version, policy_at) \
                 SELECT {ID}, 'anonymous', {began}, {began}, {began}, 'bench', {began} FROM n"
            ),
            format!(
                "{n} INSERT INTO ticket (account_id, id, kind, secret_hash, payload, created_at, expires_at) \
                 SELECT {ID}, randomblob(16), 'sign_up', randomblob(32), randomblob(200), {began}, {began} FROM n"
            ),
        ],
    )
    .await;
    data.close().await.expect("closed");
    keys.close().await.expect("closed");
}

/// Compares the inventory with the schema as it is, as a test does.
async fn check(folder: &Path) -> Checked {
    let mut times = Vec::new();
    let mut columns = BTreeSet::new();
    let before = peak(true);
    for _ in 0..ERASED {
        let start = Instant::now();
        columns.clear();
        for file in ["merit.sqlite", "keys.sqlite"] {
            let database = open(folder, file).await;
            let sql = "SELECT m.name || '.' || p.name FROM sqlite_master m, pragma_table_info(m.name) p \
                       WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
            let rows = database
                .query_all_raw(Statement::from_string(DbBackend::Sqlite, sql))
                .await;
            for row in rows.expect("the schema") {
                let name: String = row.try_get_by_index(0).expect("a name");
                // These are about nobody.
                let others = ["seaql_", "setting.", "terms."];
                if !others.iter().any(|other| name.starts_with(other)) {
                    columns.insert(name);
                }
            }
            database.close().await.expect("closed");
        }
        let declared: BTreeSet<String> = inventory::columns().map(|e| e.path.to_owned()).collect();
        assert_eq!(columns, declared);
        times.push(milliseconds(start));
    }
    Checked {
        milliseconds: median(times),
        kilobytes: peak(false).saturating_sub(before),
        columns: columns.len(),
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
