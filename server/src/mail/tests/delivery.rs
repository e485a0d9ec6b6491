//! Delivery to a real mail server, with a clock that stands where it is put.

use super::sink::{Manners, Sink};
use crate::configuration::{Mail, MailTls, Smtp, Transport};
use crate::mail::Post;
use crate::mail::delivery::round;
use backend::{AcceptedTerms, Clock, DAY, Declaration, Letter, MailLang, Options, Secret, Store};
use privacy::Actor;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;
use tokio::sync::watch;

const TO: &str = "anna@example.com";
const MINUTE: i64 = 60 * 1000;

struct Fixture {
    folder: TempDir,
    clock: Arc<AtomicI64>,
    store: Store,
    actor: Actor,
}

impl Fixture {
    async fn new() -> Fixture {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Arc::new(AtomicI64::new(20_000 * DAY));
        let options = Options {
            clock: Clock::Set(Arc::clone(&clock)),
            ..Options::in_folder(folder.path())
        };
        let store = Store::open(&options).await.expect("a new store").store;
        let declaration = Declaration {
            adult: true,
            policy_version: "1".to_owned(),
            terms: Some(AcceptedTerms {
                version: "1".to_owned(),
                text_hash: String::new(),
                lang: "en".to_owned(),
            }),
        };
        let person = store
            .account_create(&Secret::generate(), &declaration)
            .await;
        Fixture {
            folder,
            clock,
            store,
            actor: Actor::Person(person.expect("an account")),
        }
    }

    fn post(&self, transport: Transport, development: bool) -> Arc<Post> {
        let mail = Mail {
            transport,
            from: "Merit <merit@merit.example>".parse().expect("an address"),
        };
        let origin = "https://merit.example";
        let post = Post::new(&mail, development, self.folder.path(), origin);
        Arc::new(post.expect("a way"))
    }

    fn to(&self, port: u16) -> Arc<Post> {
        self.post(Transport::Smtp(plain("127.0.0.1", port)), false)
    }

    async fn queue(&self, to: &str) {
        let letter = Letter::PasswordChanged;
        let queued = self.store.mail_queue(self.actor, to, MailLang::Sv, letter);
        queued.await.expect("queued");
    }

    async fn round(&self, post: &Arc<Post>) {
        let (_going, stop) = watch::channel(());
        round(&self.store, post, &stop).await;
    }

    fn pass(&self, milliseconds: i64) {
        self.clock.fetch_add(milliseconds, Ordering::Relaxed);
    }

    async fn waiting(&self) -> usize {
        let waiting = self.store.mail_waiting().await;
        waiting.expect("the store answers").len()
    }
}

fn plain(host: &str, port: u16) -> Smtp {
    Smtp {
        host: host.to_owned(),
        port,
        tls: MailTls::None,
        credentials: None,
        egress: privacy::Egress::default(),
    }
}

fn refusing(answers: &[&'static str]) -> Sink {
    Sink::start(Manners {
        refusals: Arc::new(Mutex::new(answers.to_vec())),
        ..Manners::default()
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_arrive_one_after_the_other_on_one_connection() {
    let f = Fixture::new().await;
    let sink = refusing(&[]);
    let to: Vec<String> = (0..5).map(|at| format!("anna{at}@example.com")).collect();
    for to in &to {
        f.queue(to).await;
    }
    f.round(&f.to(sink.port)).await;
    let received = sink.received();
    let arrived: Vec<&String> = received.iter().map(|letter| &letter.to).collect();
    assert_eq!(arrived, to.iter().collect::<Vec<_>>());
    for letter in &received {
        assert_eq!(letter.connection, 1);
        assert_eq!(letter.from, "merit@merit.example");
        assert!(letter.source.contains("Auto-Submitted: auto-generated\r\n"));
    }
    assert_eq!(f.waiting().await, 0);
}

/// A server that lets strangers wait takes the letter the second time. The
/// letter is the same, so that nobody sees it twice.
#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_wanted_later_comes_later() {
    let f = Fixture::new().await;
    let sink = refusing(&["451 4.7.1 <anna@example.com>: greylisted, try again"]);
    let post = f.to(sink.port);
    f.queue(TO).await;
    f.queue("bo@example.com").await;
    f.round(&post).await;
    // The other one does not wait for it.
    let received = sink.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].to, "bo@example.com");
    f.round(&post).await;
    assert_eq!(sink.received().len(), 1);
    f.pass(MINUTE);
    f.round(&post).await;
    let received = sink.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[1].to, TO);
    assert_eq!(f.waiting().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_nobody_has_is_given_up_and_any_other_refusal_is_not() {
    let f = Fixture::new().await;
    let post = f.to(refusing(&["550 5.1.1 <anna@example.com>: no such user"]).port);
    f.queue(TO).await;
    f.round(&post).await;
    assert_eq!(f.waiting().await, 0);
    let post = f.to(refusing(&["550 5.7.1 we do not relay"]).port);
    f.queue(TO).await;
    f.round(&post).await;
    assert_eq!(f.waiting().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_address_is_given_up_and_the_next_letter_is_sent() {
    let f = Fixture::new().await;
    let sink = refusing(&[]);
    f.queue("anna\r\nRCPT TO:<eve@evil.example>").await;
    f.queue("åsa@example.com").await;
    f.queue(TO).await;
    f.round(&f.to(sink.port)).await;
    let received = sink.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].to, TO);
    assert_eq!(f.waiting().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_away_costs_one_attempt_of_one_letter() {
    let f = Fixture::new().await;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = nobody.local_addr().expect("an address").port();
    drop(nobody);
    let post = f.to(port);
    f.queue(TO).await;
    f.queue(TO).await;
    f.round(&post).await;
    let waiting = f.store.mail_waiting().await.expect("the store answers");
    let mut attempts: Vec<u32> = waiting.iter().map(|mail| mail.attempts).collect();
    attempts.sort_unstable();
    assert_eq!(attempts, [0, 1]);
    // It is back.
    let sink = refusing(&[]);
    f.pass(MINUTE);
    f.round(&f.to(sink.port)).await;
    assert_eq!(sink.received().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_encryption_gets_nothing() {
    let f = Fixture::new().await;
    let sink = refusing(&[]);
    let required = Smtp {
        tls: MailTls::StartTls,
        ..plain("127.0.0.1", sink.port)
    };
    f.queue(TO).await;
    f.round(&f.post(Transport::Smtp(required), false)).await;
    assert_eq!(sink.received().len(), 0);
    assert_eq!(f.waiting().await, 1);

    let mail = Mail {
        transport: Transport::Smtp(plain("mail.example", 25)),
        from: "merit@merit.example".parse().expect("an address"),
    };
    let refused = Post::new(&mail, true, f.folder.path(), "http://localhost:3000");
    let error = refused.err().expect("a refusal").to_string();
    assert!(
        error.contains("mail.tls") && error.contains("mail.example"),
        "{error}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_letters_wait_and_farewells_are_forgotten() {
    let f = Fixture::new().await;
    let post = f.post(Transport::Mailbox, false);
    f.queue(TO).await;
    f.store.mail_farewell(TO.to_owned(), MailLang::Sv);
    f.round(&post).await;
    assert_eq!(f.waiting().await, 1);
    assert_eq!(f.store.mail_farewells(), []);
    assert!(!f.folder.path().join("mailbox").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn development_has_a_mailbox_that_production_removes() {
    let f = Fixture::new().await;
    let post = f.post(Transport::Mailbox, true);
    f.queue(TO).await;
    f.round(&post).await;
    assert_eq!(f.waiting().await, 0);
    let mailbox = post.mailbox().expect("a mailbox");
    let names = mailbox.names().expect("the folder");
    assert_eq!(names.len(), 1);
    let source = mailbox
        .get(&names[0])
        .expect("the folder")
        .expect("a letter");
    assert!(String::from_utf8_lossy(&source).contains(TO));
    assert_eq!(mailbox.get("../root.key").expect("the folder"), None);

    // Those of a month ago go when another comes.
    f.pass(31 * DAY);
    f.queue(TO).await;
    f.round(&post).await;
    let later = mailbox.names().expect("the folder");
    assert_eq!(later.len(), 1);
    assert_ne!(later, names);

    post.tidy(f.folder.path()).expect("nothing to do");
    assert_eq!(mailbox.names().expect("the folder").len(), 1);
    let production = f.post(Transport::Mailbox, false);
    production.tidy(f.folder.path()).expect("it is removed");
    assert!(!f.folder.path().join("mailbox").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_farewell_is_sent_from_memory() {
    let f = Fixture::new().await;
    let sink = refusing(&[]);
    f.store.mail_farewell(TO.to_owned(), MailLang::En);
    f.round(&f.to(sink.port)).await;
    let received = tokio::task::spawn_blocking(move || sink.wait_for(1)).await;
    let received = received.expect("a letter");
    assert_eq!(received[0].to, TO);
    assert!(received[0].source.contains("Your account has been deleted"));
}

/// What is in hand is finished; nothing else is begun.
#[tokio::test(flavor = "multi_thread")]
async fn who_stops_begins_no_other_letter() {
    let f = Fixture::new().await;
    let sink = refusing(&[]);
    f.queue(TO).await;
    let (going, stop) = watch::channel(());
    drop(going);
    round(&f.store, &f.to(sink.port), &stop).await;
    assert_eq!(sink.received().len(), 0);
    assert_eq!(f.waiting().await, 1);
}
