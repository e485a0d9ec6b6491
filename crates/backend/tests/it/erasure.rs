//! Being erased on one's own wish: what is shown before is what goes, the delay
//! can be used, and the report can be relied on.

pub(crate) mod restored;

use backend::{
    ErasureAsked, ErasureState, Failure, Found, Letter, Publishing, ReportFault, Rule, Secret,
    Slug, Uuid, Who, parse_report_key, report_key, verify_report,
};
use cv::{Field, PhotoFile, Redaction};
use privacy::erasure::{Gone, Kept};
use privacy::{Actor, PersonId, Purpose};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, letters, member, who};
use crate::support::{Fixture, blank, declaration, on_both, open, set, sqlite};

const SLUG: &str = "annas-sida";

/// Somebody with an owner link, a CV, a change of it, a public page.
async fn writer(f: &Fixture) -> (Secret, PersonId, Uuid) {
    let link = Secret::generate();
    let person = f.store.account_create(&link, &declaration()).await;
    let person = person.expect("an account");
    let actor = Actor::Person(person);
    let id = Uuid::now_v7();
    f.store.cv_create(actor, id, &blank()).await.expect("saved");
    f.save(actor, id, 1, set(Field::Name, "Anna")).await;
    publish(f, actor, id).await;
    (link, person, id)
}

async fn publish(f: &Fixture, actor: Actor, id: Uuid) -> Publishing {
    let slug = Slug::parse(SLUG).expect("an address");
    let usual = Redaction::usual();
    let published = f.store.page_publish(actor, id, 2, &usual, &slug).await;
    published.expect("an answer")
}

async fn shown(f: &Fixture) -> Found {
    let slug = Slug::parse(SLUG).expect("an address");
    f.store.page_find(&slug).await.expect("an answer")
}

/// A browser that acts by an owner link.
async fn by_link(f: &Fixture, person: PersonId) -> Who {
    let token = f.store.session_create(person).await.expect("a session");
    who(f, &token).await
}

async fn asked(f: &Fixture, by: &Who, link: Option<&Secret>) -> ErasureAsked {
    f.store.erasure_ask(by, link).await.expect("asked")
}

async fn state(f: &Fixture, secret: &Secret) -> ErasureState {
    f.store.erasure_state(secret).await.expect("an answer")
}

async fn report(f: &Fixture, secret: &Secret) -> String {
    match state(f, secret).await {
        ErasureState::Done(file) => file,
        other => panic!("{other:?}"),
    }
}

/// All rows of the tables of an account's.
async fn rows(f: &Fixture, table: &str) -> i64 {
    let raw = match table {
        "person_key" => f.raw_keys().await,
        _ => f.raw_data().await,
    };
    let count = format!("SELECT count(*) FROM {table}");
    let statement = Statement::from_string(raw.get_database_backend(), count);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

async fn at_once() -> Fixture {
    open(|options| options.erasure_days = 0).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_preview_shows_is_what_goes_and_what_the_report_says() {
    let f = at_once().await;
    let session = member(&f, ADDRESS, None).await;
    let anna = who(&f, &session).await;
    let id = Uuid::now_v7();
    f.store
        .cv_create(anna.actor(), id, &blank())
        .await
        .expect("saved");
    f.save(anna.actor(), id, 1, set(Field::Name, "Anna")).await;
    publish(&f, anna.actor(), id).await;
    let photo = crate::photos::camera();
    f.store
        .photo_put(anna.actor(), PhotoFile(1), photo)
        .await
        .expect("kept");
    // Somebody else, of whom nothing may go.
    let (_, berit, theirs) = {
        let link = Secret::generate();
        let berit = f.store.account_create(&link, &declaration()).await;
        let berit = berit.expect("an account");
        let id = Uuid::now_v7();
        let actor = Actor::Person(berit);
        f.store.cv_create(actor, id, &blank()).await.expect("saved");
        (link, berit, id)
    };

    let mut before = Vec::new();
    for kind in Gone::ALL {
        before.push((*kind, rows(&f, kind.table()).await));
    }
    let preview = f.store.erasure_preview(&anna).await.expect("a preview");
    assert_eq!((preview.delay_days, preview.due_at), (0, None));
    let asked = asked(&f, &anna, None).await;
    assert!(asked.done);
    let mut gone = Vec::new();
    for (kind, before) in before {
        let now = rows(&f, kind.table()).await;
        if before > now {
            gone.push((kind, (before - now) as u64));
        }
    }
    assert_eq!(preview.gone, gone);
    for kind in [
        Gone::Documents,
        Gone::Changes,
        Gone::PublicPages,
        Gone::Photos,
        Gone::Login,
        Gone::Sessions,
        Gone::Key,
    ] {
        assert!(gone.contains(&(kind, 1)), "{kind:?} of {gone:?}");
    }
    let actor = Actor::Person(berit);
    let theirs = f.store.cv_load(actor, Purpose::KeepSaved, theirs, None);
    assert!(theirs.await.expect("an answer").is_some());

    let file = report(&f, &asked.secret).await;
    let (report, _) = verify_report(&file, None).expect("signed");
    let told: Vec<_> = report
        .erased
        .iter()
        .map(|line| (Gone::from_table(&line.kind).expect("a kind"), line.count))
        .filter(|(kind, _)| *kind != Gone::Request)
        .collect();
    assert_eq!(told, gone);
    let kept: Vec<_> = preview
        .kept
        .iter()
        .map(|stays| (stays.kept.name(), stays.count, stays.until.to_string()))
        .collect();
    let told: Vec<_> = report
        .kept
        .iter()
        .map(|line| (line.kind.as_str(), line.count, line.until.clone()))
        .collect();
    assert_eq!(told, kept);
    // She has agreed to nothing, and nothing of her is held.
    assert_eq!(told.len(), Kept::ALL.len() - 2);
    // What is kept of the log is what is there: nobody else was in it.
    let audit = report.kept.iter().find(|line| line.kind == "audit");
    let audit = audit.and_then(|line| line.count).expect("a count");
    assert_eq!(audit as i64, rows(&f, "audit").await);
    // Nothing in it is about her.
    for word in ["Anna", "example.com", SLUG, &anna.person_text()] {
        assert!(!file.contains(word), "{word} in {file}");
    }
    // The last letter goes to her, from memory.
    let farewells = f.store.mail_farewells();
    assert_eq!(farewells.len(), 1);
    assert_eq!(farewells[0].0, "anna.ek@example.com");
}

/// As it would stand in a file by mistake.
trait Text {
    fn person_text(&self) -> String;
}

impl Text for Who {
    fn person_text(&self) -> String {
        Uuid::from_bytes(self.person.0).to_string()
    }
}

on_both!(
    an_erasure_waits_and_can_be_called_off,
    async |f: Fixture| {
        let (link, person, id) = writer(&f).await;
        let anna = by_link(&f, person).await;
        // Whoever sits at her browser has no link to show.
        for wrong in [None, Some(Secret::generate())] {
            let refused = f.store.erasure_ask(&anna, wrong.as_ref()).await;
            assert!(matches!(refused, Err(Failure::Unproved)));
        }
        assert!(matches!(shown(&f).await, Found::Page(_)));
        let first = asked(&f, &anna, Some(&link)).await;
        assert!(!first.done);
        assert_eq!(first.pages.len(), 1);
        assert_eq!(first.due_at, f.now() + 3 * backend::DAY);
        // The page is down, and stays down; the rest is as before.
        assert_eq!(shown(&f).await, Found::Gone);
        let actor = Actor::Person(person);
        assert_eq!(publish(&f, actor, id).await, Publishing::Leaving);
        let load = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
        assert!(load.expect("an answer").is_some());
        assert_eq!(
            state(&f, &first.secret).await,
            ErasureState::Waiting(first.due_at)
        );
        assert_eq!(state(&f, &Secret::generate()).await, ErasureState::Unknown);

        // Asked again, the day stays, and the newer link is the one.
        f.pass_days(1);
        let second = asked(&f, &anna, Some(&link)).await;
        assert_eq!(second.due_at, first.due_at);
        assert_eq!(state(&f, &first.secret).await, ErasureState::Unknown);
        f.store.sweep().await.expect("swept");
        assert_eq!(
            state(&f, &second.secret).await,
            ErasureState::Waiting(first.due_at)
        );
        assert!(f.store.erasure_cancel(&anna).await.expect("an answer"));
        assert!(!f.store.erasure_cancel(&anna).await.expect("an answer"));
        assert_eq!(state(&f, &second.secret).await, ErasureState::Unknown);
        f.pass_days(5);
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(swept.by(Rule::Asked), 0);
        assert!(matches!(publish(&f, actor, id).await, Publishing::Done(_)));

        // And once more, to the end: nobody has to be there.
        let last = asked(&f, &anna, Some(&link)).await;
        f.pass(3 * backend::DAY - 1);
        f.store.sweep().await.expect("swept");
        assert_eq!(
            state(&f, &last.secret).await,
            ErasureState::Waiting(last.due_at)
        );
        f.pass(1);
        let preview = f.store.sweep_preview().await.expect("counted");
        assert_eq!(preview.by(Rule::Asked), 1);
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(swept.by(Rule::Asked), 1);
        report(&f, &last.secret).await;
        let late = f.store.erasure_cancel(&anna).await;
        assert!(matches!(late, Err(Failure::Missing)));
        assert_eq!(
            f.store.owner_link_open(&link).await.expect("an answer"),
            None
        );
        assert_eq!(shown(&f).await, Found::Never);
        // The report goes too.
        f.pass_days(backend::REPORT_DAYS + 1);
        assert_eq!(state(&f, &last.secret).await, ErasureState::Unknown);
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(swept.by(Rule::Reports), 1);
        f.store.audit_checkpoint().await.expect("signed");
        assert_eq!(f.store.audit_verify().await.expect("verified").faults, []);
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn a_member_proves_who_they_are_and_is_told_by_letter() {
    let f = sqlite().await;
    let session = member(&f, ADDRESS, None).await;
    f.pass_minutes(16);
    let stale = who(&f, &session).await;
    let refused = f.store.erasure_ask(&stale, None).await;
    assert!(matches!(refused, Err(Failure::Unproved)));
    // An owner link is no proof of a member.
    let link = Secret::generate();
    let refused = f.store.erasure_ask(&stale, Some(&link)).await;
    assert!(matches!(refused, Err(Failure::Unproved)));
    let proved = f
        .store
        .prove(
            &stale,
            crate::members::PASSWORD,
            &crate::members::agent("Firefox"),
        )
        .await;
    let session = proved.expect("an answer").expect("the right password");
    letters(&f).await;
    let anna = who(&f, &session).await;
    let asked = asked(&f, &anna, None).await;
    let told = letters(&f).await;
    let expected = Letter::ErasureAsked {
        token: asked.secret.reveal(),
        at: asked.due_at,
    };
    assert_eq!(told, [("anna.ek@example.com".to_owned(), expected)]);
    // She signs in as before, and sees it.
    let again = who(&f, &session).await;
    let due = f.store.erasure_due(&again).await.expect("an answer");
    assert_eq!(due, Some(asked.due_at));
    f.pass_days(3);
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::Asked), 1);
    assert_eq!(f.store.mail_farewells().len(), 1);
}

/// What is going takes nothing along, and nothing of it is saved by accident.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_erased_is_not_moved() {
    let f = sqlite().await;
    let (link, person, _) = writer(&f).await;
    let anna = by_link(&f, person).await;
    asked(&f, &anna, Some(&link)).await;
    let session = member(&f, ADDRESS, Some(person)).await;
    let to = who(&f, &session).await;
    assert_ne!(to.person, person, "the sign-up made an account of its own");
    let moved = f.store.account_move(person, to.person).await;
    assert_eq!(moved.expect("an answer"), 0);
    let actor = Actor::Person(person);
    assert_eq!(f.store.cv_list(actor).await.expect("a list").len(), 1);
    // Nor is anything put where it would be erased.
    f.store.erasure_cancel(&anna).await.expect("kept");
    asked(&f, &to, None).await;
    let moved = f.store.account_move(person, to.person).await;
    assert_eq!(moved.expect("an answer"), 0);
}

/// A sign-up that was begun before does not make a member of who is going.
#[tokio::test(flavor = "multi_thread")]
async fn an_older_letter_keeps_nobody() {
    let f = sqlite().await;
    let (link, person, _) = writer(&f).await;
    let wish = crate::members::wish(ADDRESS, Some(person));
    f.store
        .sign_up(&wish)
        .await
        .expect("an answer")
        .expect("asked");
    let token = crate::members::token(&f).await;
    assert!(f.store.sign_up_pending(&token).await.expect("an answer"));
    let anna = by_link(&f, person).await;
    asked(&f, &anna, Some(&link)).await;
    assert!(!f.store.sign_up_pending(&token).await.expect("an answer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_with_a_changed_byte_is_refused() {
    let f = at_once().await;
    let (link, person, _) = writer(&f).await;
    let anna = by_link(&f, person).await;
    let done = asked(&f, &anna, Some(&link)).await;
    let file = report(&f, &done.secret).await;
    let key = f.store.report_public_key();
    assert_eq!(parse_report_key(&report_key(&key)), Some(key));
    assert!(verify_report(&file, Some(key)).is_ok());
    let mut other = key;
    other[0] ^= 1;
    assert_eq!(
        verify_report(&file, Some(other)).err(),
        Some(ReportFault::OtherKey)
    );
    for at in 0..file.len() {
        for flip in [1, 0x20] {
            let mut bytes = file.clone().into_bytes();
            bytes[at] ^= flip;
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            assert!(
                verify_report(&changed, None).is_err(),
                "byte {at}: {changed}"
            );
        }
    }
    for wrong in ["", "{}", "null", &file[1..], &format!("{file}\n")] {
        let refused = verify_report(wrong, None).err();
        assert_eq!(refused, Some(ReportFault::NoReport), "{wrong}");
    }
    // Signed by another server, it is not this one's.
    let elsewhere = at_once().await;
    let theirs = elsewhere.store.report_public_key();
    assert_eq!(
        verify_report(&file, Some(theirs)).err(),
        Some(ReportFault::OtherKey)
    );
    // And the key is the same after a restart.
    let f = f.restart(async |_| {}).await;
    assert_eq!(f.store.report_public_key(), key);
    assert_eq!(report(&f, &done.secret).await, file);
}
