//! What cases cost in a large store: the queue, somebody's address, a case's number,
//! and the search of every CV for whoever is named. Prints one JSON object of
//! numbers; `cargo xtask bench cases` runs it and weighs them.
//!
//! Whoever has a CV here has it by the store's own functions, sealed with a key of
//! their own, so that the search opens and reads each. Those around them are copied
//! rows, with an account, an address and a case, and without a CV: nobody opens what
//! of theirs is sealed.

mod measured;

use std::path::Path;
use std::time::{Duration, Instant};

use backend::{
    Agent, DAY, Declaration, Finished, Letter, MailLang, Named, Options, Request, Secret, SignUp,
    Slug, Store, Uuid, Who,
};
use cv::{Document, Field, Redaction, SectionKind, Value};
use privacy::case::Matter;
use privacy::{Actor, Purpose, Role};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};

/// Another number of people is named by this.
use measured::{document, milliseconds, peak};

const MOST: &str = "MERIT_BENCH_PEOPLE";
const MANY: u64 = 100_000;
/// Cases of theirs that wait for an answer.
const OPEN: u64 = 5_000;
/// People with a CV.
const REAL: usize = 10_000;
/// Every so many of them has a public page, too.
const PUBLIC: usize = 10;
/// Every so many of them names whoever is searched for.
const NAMING: usize = 1_000;
const MEMBERS: usize = 20;
const ASKING: usize = 100;
const ROUNDS: usize = 200;
/// Somebody opens a CV so often while all are searched.
const EVERY: Duration = Duration::from_millis(5);

const NAME: &str = "Nils Holm";
const ADDRESS: &str = "nils.holm@example.com";
const PASSWORD: &str = "kastanj trappa regnbyxa";

#[tokio::main]
async fn main() {
    // `cargo test --all-targets` runs benchmarks too, to see that they start.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let many = std::env::var(MOST).ok().and_then(|it| it.parse().ok());
    let many: u64 = many.unwrap_or(MANY);
    let folder = tempfile::tempdir().expect("a folder");
    let opened = Store::open(&Options::in_folder(folder.path())).await;
    let store = opened.expect("a new store").store;

    let desk = officer(&store).await;
    ask_named(&store).await;
    for number in 0..MEMBERS {
        sign_up(&store, &email("member", number)).await;
    }
    for number in 0..ASKING {
        ask(&store, &email("asking", number), None).await;
    }
    let (real, pages) = fill_real(&store).await;
    fill_people(folder.path(), many, store.now()).await;

    let queue = queue(&store, &desk).await;
    let address = by_address(&store, &desk).await;
    let case_address = searched(&store, &desk, |round| email("asking", round % ASKING)).await;
    let number = searched(&store, &desk, |round| {
        let i = 1 + round as u64 * 7919 % many;
        format!("{:04}-{:04}-0000", i / 10_000, i % 10_000)
    });
    let number = number.await;
    let mut calm = Vec::new();
    for reader in 0..ROUNDS {
        calm.push(load(&store, real[reader % real.len()]).await);
        tokio::time::sleep(EVERY).await;
    }
    let calm = percentiles(calm);
    let (seconds, kilobytes, meanwhile) = scan(&store, &real).await;
    let found = found(&store, &desk).await;
    println!(
        "{}",
        serde_json::json!({
            "people": many, "cvs": real.len(), "pages": pages, "found": found,
            "queue_p50": queue.0, "queue_p99": queue.1,
            "address_p50": address.0, "address_p99": address.1,
            "case_address_p50": case_address.0, "case_address_p99": case_address.1,
            "number_p50": number.0, "number_p99": number.1,
            "scan_seconds": seconds, "scan_kb": kilobytes,
            "load_p50": calm.0, "load_p99": calm.1,
            "load_scan_p50": meanwhile.0, "load_scan_p99": meanwhile.1,
        })
    );
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

fn email(whose: &str, number: usize) -> String {
    format!("{whose}-{number}@example.com")
}

/// Somebody who answers cases.
async fn officer(store: &Store) -> Who {
    let link = Secret::generate();
    let person = store.account_create(&link, &declaration()).await;
    Who {
        person: person.expect("an account"),
        session: Uuid::now_v7(),
        role: Role::PrivacyOfficer,
        member: true,
        proved: true,
        two_factors: true,
    }
}

/// What a letter says that waits, which is sent by that.
async fn letter<T>(store: &Store, pick: impl Fn(Letter) -> Option<T>) -> T {
    let mut picked = None;
    for mail in store.mail_take(50).await.expect("letters") {
        store.mail_done(&mail).await.expect("sent");
        picked = picked.or(pick(mail.letter));
    }
    picked.expect("such a letter")
}

async fn ask(store: &Store, email: &str, named: Option<Named>) {
    let request = Request {
        matter: Matter::Confirm,
        email: email.to_owned(),
        lang: MailLang::En,
        text: "Please tell me".to_owned(),
        named,
    };
    let asked = store.case_ask(None, &request).await;
    assert_eq!(asked.expect("it answers"), Ok(()));
}

/// The case of whoever is named in CVs, and that they have shown who they are.
async fn ask_named(store: &Store) {
    let named = Named {
        name: NAME.to_owned(),
        ..Named::default()
    };
    ask(store, ADDRESS, Some(named)).await;
    let received = letter(store, |letter| match letter {
        Letter::CaseReceived { number, code, .. } => Some((number, code)),
        _ => None,
    });
    let (number, code) = received.await;
    assert!(store.case_code(&number, &code).await.expect("it answers"));
}

async fn sign_up(store: &Store, email: &str) {
    let wish = SignUp {
        email: email.to_owned(),
        declaration: declaration(),
        lang: MailLang::En,
        from: None,
        invitation: None,
    };
    let asked = store.sign_up(&wish).await;
    assert_eq!(asked.expect("it answers"), Ok(()));
    let token = letter(store, |letter| match letter {
        Letter::ConfirmSignUp { token } => Some(token),
        _ => None,
    });
    let token: Secret = token.await.parse().expect("a secret");
    let agent = Agent {
        browser: "Firefox".to_owned(),
        system: "Linux".to_owned(),
        address: None,
    };
    let finished = store.sign_up_finish(&token, PASSWORD, &agent).await;
    assert!(matches!(finished, Ok(Finished::Done(_))));
}

/// People with a CV of two pages each. Returns the CVs, and how many public pages
/// there are.
async fn fill_real(store: &Store) -> (Vec<(Actor, Uuid)>, usize) {
    let usual = document();
    let naming = naming(&usual);
    let mut real = Vec::with_capacity(REAL);
    let mut pages = 0;
    for number in 0..REAL {
        let link = Secret::generate();
        let person = store.account_create(&link, &declaration()).await;
        let actor = Actor::Person(person.expect("an account"));
        let id = Uuid::now_v7();
        let names = number % NAMING == 0;
        let document = if names { &naming } else { &usual };
        let created = store.cv_create(actor, id, document).await;
        created.expect("a new document");
        if number % PUBLIC == 0 {
            let slug = Slug::parse(&format!("bench-{number}")).expect("an address");
            let redaction = Redaction::usual();
            let published = store.page_publish(actor, id, 1, &redaction, &slug).await;
            published.expect("published");
            pages += 1;
        }
        real.push((actor, id));
    }
    (real, pages)
}

/// The same with whoever is searched for as its referee.
fn naming(usual: &Document) -> Document {
    let mut document = usual.clone();
    let mut sections = document.sections.iter_mut();
    let section = sections.find(|section| section.kind == SectionKind::References);
    let item = section.and_then(|section| section.items.first_mut());
    let referee = Value::Text(format!("{NAME}, headmaster"));
    let fields = &mut item.expect("the example has a referee").fields;
    fields.insert(Field::Name, referee);
    document
}

async fn open(folder: &Path, file: &str) -> DatabaseConnection {
    let url = format!("sqlite://{}", folder.join(file).display());
    Database::connect(url).await.expect("the file")
}

async fn run(database: &DatabaseConnection, statement: &str) {
    let ran = database.execute_unprepared(statement).await;
    ran.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// Members around them: each has a key, an account, an address and a case, of which
/// the first wait for an answer.
async fn fill_people(folder: &Path, count: u64, now: i64) {
    let id = "unhex(printf('018f0000000070008%015x', i))";
    let n = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})"
    );
    let keys = open(folder, "keys.sqlite").await;
    let key = format!(
        "{n} INSERT INTO person_key (account_id, wrapped, next, created_at) \
         SELECT {id}, k.wrapped, NULL, {now} FROM n, (SELECT wrapped FROM person_key LIMIT 1) k"
    );
    run(&keys, &key).await;
    let data = open(folder, "merit.sqlite").await;
    let account = format!(
        "{n} INSERT INTO account (id, state, created_at, used_at, adult_at, policy_version, policy_at) \
         SELECT {id}, 'member', {now}, {now}, {now}, 'bench', {now} FROM n"
    );
    let login = format!(
        "{n} INSERT INTO login (account_id, email_index, email, verified_at, lang, created_at) \
         SELECT {id}, randomblob(32), o.email, {now}, 'en', {now} \
         FROM n, (SELECT email FROM login LIMIT 1) o"
    );
    let received = format!("{now} - (i % 30) * {DAY}");
    let case = format!(
        "{n} INSERT INTO privacy_case (account_id, id, number, matter, requester, way, state, \
         email_index, content, received_at, entered_at, due_at, reminded, code_tries, answered_at) \
         SELECT {id}, randomblob(16), printf('%04d-%04d-0000', i / 10000, i % 10000), 'confirm', \
         'visitor', 'form', CASE WHEN i <= {OPEN} THEN 'received' ELSE 'answered' END, \
         randomblob(32), o.content, {received}, {received}, {received} + 30 * {DAY}, 0, 0, \
         CASE WHEN i <= {OPEN} THEN NULL ELSE {now} END \
         FROM n, (SELECT content FROM privacy_case LIMIT 1) o"
    );
    for statement in [&account, &login, &case] {
        run(&data, statement).await;
    }
    // What was written in one go is where it is read from in a store that has grown.
    for database in [data, keys] {
        run(&database, "PRAGMA wal_checkpoint(TRUNCATE)").await;
        database.close().await.expect("closed");
    }
}

async fn queue(store: &Store, desk: &Who) -> (f64, f64) {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let lines = store.cases_queue(desk).await.expect("the queue");
        times.push(milliseconds(start));
        assert_eq!(lines.len(), 400);
    }
    percentiles(times)
}

async fn by_address(store: &Store, desk: &Who) -> (f64, f64) {
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let email = email("member", round % MEMBERS);
        let start = Instant::now();
        let found = store.person_find(desk, &email).await.expect("it answers");
        times.push(milliseconds(start));
        assert!(found.is_some());
    }
    percentiles(times)
}

/// Cases by what is typed.
async fn searched(store: &Store, desk: &Who, typed: impl Fn(usize) -> String) -> (f64, f64) {
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let typed = typed(round);
        let start = Instant::now();
        let lines = store.cases_search(desk, &typed).await.expect("it answers");
        times.push(milliseconds(start));
        assert_eq!(lines.len(), 1);
    }
    percentiles(times)
}

/// Milliseconds until somebody has their CV.
async fn load(store: &Store, (actor, id): (Actor, Uuid)) -> f64 {
    let start = Instant::now();
    let loaded = store.cv_load(actor, Purpose::KeepSaved, id, None).await;
    let taken = milliseconds(start);
    assert!(loaded.expect("it answers").is_some());
    taken
}

/// One search of all CVs, while others read: seconds, the most memory in kB, and
/// opening a CV meanwhile.
async fn scan(store: &Store, real: &[(Actor, Uuid)]) -> (f64, u64, (f64, f64)) {
    peak(true);
    let scanning = store.clone();
    let scan = tokio::spawn(async move {
        let start = Instant::now();
        let done = scanning.cases_scan().await.expect("searched");
        (done, start.elapsed().as_secs_f64())
    });
    let mut times = Vec::new();
    for reader in real.iter().cycle() {
        times.push(load(store, *reader).await);
        if scan.is_finished() {
            break;
        }
        tokio::time::sleep(EVERY).await;
    }
    let (done, seconds) = scan.await.expect("it ended");
    assert_eq!(done, 1);
    (seconds, peak(false), percentiles(times))
}

/// In how many CVs and pages the name was found: in each private one that has it, or
/// not every CV was read.
async fn found(store: &Store, desk: &Who) -> usize {
    let lines = store.cases_search(desk, ADDRESS).await.expect("it answers");
    let line = lines.first().expect("the case");
    let case = (line.account, line.id);
    let opened = store.case_open(desk, case, "to measure").await;
    assert!(opened.expect("it answers"));
    let file = store.case_file(desk, case).await.expect("the case");
    let hits = file.opened.expect("it is open").hits;
    let private = hits.iter().filter(|hit| !hit.public).count();
    assert_eq!(private, REAL / NAMING);
    hits.len()
}

/// Median and 99th percentile.
fn percentiles(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[times.len() * 99 / 100])
}
