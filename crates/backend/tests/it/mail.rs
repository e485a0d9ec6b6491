use std::collections::BTreeSet;

use backend::{Letter, Mail, MailLang, Rule, Undelivered, masked};
use privacy::Actor;
use sea_orm::{ConnectionTrait, Database};

use crate::support::{Fixture, on_both};

const TO: &str = "anna@example.com";
const MINUTE: i64 = 60 * 1000;

fn reset() -> Letter {
    Letter::ResetPassword {
        token: "the-token".to_owned(),
    }
}

async fn queue(f: &Fixture, actor: Actor) {
    f.store
        .mail_queue(actor, TO, MailLang::Sv, reset())
        .await
        .expect("queued");
}

async fn take(f: &Fixture) -> Option<Mail> {
    let mut mails = f.store.mail_take(1).await.expect("the store answers");
    mails.pop()
}

async fn waiting(f: &Fixture) -> usize {
    let mails = f.store.mail_waiting().await.expect("the store answers");
    mails.len()
}

on_both!(
    a_letter_is_taken_as_it_was_queued_and_gone_once_delivered,
    async |f: Fixture| {
        let actor = f.person().await;
        queue(&f, actor).await;
        let Actor::Person(person) = actor else {
            panic!("a person")
        };
        let mail = take(&f).await.expect("a letter");
        assert_eq!(mail.account.into_bytes(), person.0);
        assert_eq!((mail.to.as_str(), mail.lang), (TO, MailLang::Sv));
        assert_eq!(mail.letter, reset());
        assert_eq!(mail.attempts, 1);
        f.store.mail_done(&mail).await.expect("the store answers");
        assert_eq!(waiting(&f).await, 0);
        f.pass_days(1);
        assert!(take(&f).await.is_none());
    }
);

on_both!(
    a_letter_that_fails_pauses_longer_each_time_and_is_given_up,
    async |f: Fixture| {
        queue(&f, f.person().await).await;
        for (at, minutes) in (1..).zip([1, 5, 30, 120, 720]) {
            let mail = take(&f).await.expect("a letter");
            assert_eq!(mail.attempts, at);
            let after = f.store.mail_failed(&mail, true).await.expect("an answer");
            assert_eq!(after, Undelivered::Again(minutes * MINUTE));
            f.pass(minutes * MINUTE - 1);
            assert!(take(&f).await.is_none(), "too early after {minutes} min");
            f.pass(1);
        }
        let mail = take(&f).await.expect("the last attempt");
        let after = f.store.mail_failed(&mail, true).await.expect("an answer");
        assert_eq!(after, Undelivered::GivenUp);
        assert_eq!(waiting(&f).await, 0);
    }
);

on_both!(
    what_another_attempt_does_not_help_is_given_up_at_once,
    async |f: Fixture| {
        queue(&f, f.person().await).await;
        let mail = take(&f).await.expect("a letter");
        let after = f.store.mail_failed(&mail, false).await.expect("an answer");
        assert_eq!(after, Undelivered::GivenUp);
        assert_eq!(waiting(&f).await, 0);
    }
);

on_both!(
    /// Whoever took it has died, or takes too long.
    a_letter_in_a_dead_hand_is_taken_once_more,
    async |f: Fixture| {
        queue(&f, f.person().await).await;
        let first = take(&f).await.expect("a letter");
        f.pass(5 * MINUTE - 1);
        assert!(take(&f).await.is_none());
        f.pass(1);
        let second = take(&f).await.expect("the same letter");
        assert_eq!((second.id, second.attempts), (first.id, 2));
        // The first one is alive after all, and says that it failed: the second
        // has it, and nobody else gets it before its time is over.
        f.store.mail_failed(&first, true).await.expect("an answer");
        f.pass(MINUTE);
        assert!(take(&f).await.is_none());
    }
);

on_both!(
    /// Every process that takes it dies of it.
    a_letter_is_not_taken_for_ever,
    async |f: Fixture| {
        queue(&f, f.person().await).await;
        for _ in 0..6 {
            assert!(take(&f).await.is_some());
            f.pass(5 * MINUTE);
        }
        assert!(take(&f).await.is_none());
        assert_eq!(waiting(&f).await, 1);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Letters), 1);
        assert_eq!(waiting(&f).await, 0);
    }
);

on_both!(
    two_who_take_at_the_same_time_take_different_letters,
    async |f: Fixture| {
        let actor = f.person().await;
        for _ in 0..20 {
            queue(&f, actor).await;
        }
        let all = async || {
            let mut taken = Vec::new();
            while let Some(mail) = take(&f).await {
                taken.push(mail.id);
            }
            taken
        };
        let (one, other) = tokio::join!(all(), all());
        let distinct: BTreeSet<_> = one.iter().chain(&other).collect();
        assert_eq!(distinct.len(), 20);
        assert_eq!(one.len() + other.len(), 20);
    }
);

on_both!(
    what_nobody_took_in_a_day_is_not_sent_and_goes_after_a_week,
    async |f: Fixture| {
        queue(&f, f.person().await).await;
        f.pass_days(1);
        assert!(take(&f).await.is_none());
        // Its operator can read it.
        assert_eq!(waiting(&f).await, 1);
        f.pass_days(6);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Letters), 0);
        f.pass(1);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Letters), 1);
        assert_eq!(waiting(&f).await, 0);
    }
);

on_both!(letters_go_with_their_account, async |f: Fixture| {
    let (gone, stays) = (f.person().await, f.person().await);
    queue(&f, gone).await;
    queue(&f, stays).await;
    f.store.account_erase(gone).await.expect("erased");
    let mail = take(&f).await.expect("a letter");
    let Actor::Person(person) = stays else {
        panic!("a person")
    };
    assert_eq!(mail.account.into_bytes(), person.0);
    assert!(take(&f).await.is_none());
    let refused = f.store.mail_queue(gone, TO, MailLang::En, reset()).await;
    assert!(matches!(refused, Err(backend::Failure::Missing)));
});

/// The key is gone, and its rows will be in a moment.
#[tokio::test(flavor = "multi_thread")]
async fn a_letter_of_somebody_who_is_being_erased_stops_nobody() {
    let f = crate::support::sqlite().await;
    queue(&f, f.person().await).await;
    let file = f.folder.path().join("keys.sqlite");
    let keys = Database::connect(format!("sqlite://{}", file.display()))
        .await
        .expect("the file");
    keys.execute_unprepared("DELETE FROM person_key")
        .await
        .expect("it runs");
    queue(&f, f.person().await).await;
    let mails = f.store.mail_take(10).await.expect("the store answers");
    assert_eq!(mails.len(), 1);
    assert_eq!(waiting(&f).await, 1);
}

/// In memory alone, and once.
#[tokio::test(flavor = "multi_thread")]
async fn a_farewell_is_stored_nowhere() {
    let f = crate::support::sqlite().await;
    f.store.mail_farewell(TO.to_owned(), MailLang::En);
    f.store.mail_queued().await;
    assert_eq!(waiting(&f).await, 0);
    let farewells = f.store.mail_farewells();
    assert_eq!(farewells, [(TO.to_owned(), MailLang::En)]);
    assert_eq!(f.store.mail_farewells(), []);
    for _ in 0..2000 {
        f.store.mail_farewell(TO.to_owned(), MailLang::En);
    }
    assert_eq!(f.store.mail_farewells().len(), 1000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_debug_print_gives_nothing_away() {
    let f = crate::support::sqlite().await;
    queue(&f, f.person().await).await;
    let mail = take(&f).await.expect("a letter");
    let printed = format!("{mail:?}");
    assert!(printed.contains("reset password"), "{printed}");
    assert!(!printed.contains("the-token"), "{printed}");
    assert!(!printed.contains("anna"), "{printed}");
}

#[test]
fn an_address_is_masked() {
    assert_eq!(masked("anna@example.com"), "a…@example.com");
    assert_eq!(masked("å@example.com"), "å…@example.com");
    assert_eq!(masked("\"a@b\"@example.com"), "\"…@example.com");
    assert_eq!(masked(""), "…@");
}
