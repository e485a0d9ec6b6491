//! Who has accepted which terms: apart from the policy, in the text that was shown,
//! and asked anew without holding anything back.

use backend::{
    Accepts, Action, Declaration, MailLang, Outstanding, Saved, Secret, TermsText, Uuid,
    terms_unchanged,
};
use cv::Field;
use privacy::{Actor, POLICY_VERSION};

use crate::members::{ADDRESS, member, who};
use crate::support::{Fixture, blank, declaration, named, on_both, set, terms};

fn text(version: &str, lang: MailLang, text: &str) -> TermsText {
    TermsText {
        version: version.to_owned(),
        lang,
        text: text.to_owned(),
    }
}

async fn outstanding(f: &Fixture, actor: Actor, terms: &str) -> Outstanding {
    let outstanding = f.store.outstanding(actor, terms).await;
    outstanding.expect("an answer")
}

on_both!(
    what_is_declared_is_two_rows_with_version_language_and_time,
    async |f: Fixture| {
        let link = Secret::generate();
        let person = f.store.account_create(&link, &declaration()).await;
        let by_link = Actor::Person(person.expect("an account"));
        let session = member(&f, ADDRESS, None).await;
        for actor in [by_link, who(&f, &session).await.actor()] {
            let mut rows = f.store.acceptances(actor).await.expect("an answer");
            rows.sort_by_key(|row| row.what == Accepts::Terms);
            let [policy, accepted] = &rows[..] else {
                panic!("two rows: {rows:?}")
            };
            assert_eq!(
                (policy.what, accepted.what),
                (Accepts::Policy, Accepts::Terms)
            );
            assert_eq!(policy.version, declaration().policy_version);
            assert_eq!(policy.text_hash, None);
            let said = terms("2026-11-28");
            assert_eq!(accepted.version, said.version);
            assert_eq!(accepted.text_hash, Some(said.text_hash));
            for row in [policy, accepted] {
                assert_eq!((row.lang, row.at), (MailLang::Sv, f.now()));
            }
        }
        let nobody = f.store.acceptances(Actor::Visitor).await;
        assert!(nobody.is_err());
    }
);

on_both!(
    newer_terms_ask_anew_and_hold_nothing_back,
    async |f: Fixture| {
        let known = Declaration {
            policy_version: POLICY_VERSION.to_owned(),
            ..declaration()
        };
        let person = f.store.account_create(&Secret::generate(), &known).await;
        let actor = Actor::Person(person.expect("an account"));
        let none = Outstanding::default();
        assert_eq!(outstanding(&f, actor, "2026-11-28").await, none);
        let newer = Outstanding {
            terms: true,
            policy: false,
        };
        assert_eq!(outstanding(&f, actor, "2027-01-01").await, newer);

        // Who does not answer saves, and reads what is saved, for as long as they like.
        f.pass_days(300);
        let id = Uuid::now_v7();
        f.store.cv_create(actor, id, &blank()).await.expect("saved");
        let saved = f.save(actor, id, 1, set(Field::Name, "Anna")).await;
        assert!(matches!(saved, Saved::Taken(2)), "{saved:?}");
        assert_eq!(outstanding(&f, actor, "2027-01-01").await, newer);

        let before = f.store.acceptances(actor).await.expect("an answer");
        for _ in 0..2 {
            let accepted = f.store.terms_accept(actor, &terms("2027-01-01")).await;
            accepted.expect("noted");
        }
        assert_eq!(outstanding(&f, actor, "2027-01-01").await, none);
        // One row more, once, and nothing of what was there is changed.
        let after = f.store.acceptances(actor).await.expect("an answer");
        assert_eq!(after[1..], before[..]);
        assert_eq!(after[0].at, f.now());
        let Actor::Person(person) = actor else {
            panic!("a person")
        };
        let log = f.store.audit_list(Uuid::nil(), None).await.expect("a log");
        let own = Some(f.store.audit_pseudonym(Uuid::from_bytes(person.0)));
        let noted = log.iter().filter(|row| {
            row.action == Some(Action::TermsAccepted) && row.actor == own && row.subject == own
        });
        assert_eq!(noted.count(), 1);
        // What holds decides, and not what is newest.
        assert_eq!(outstanding(&f, actor, "2026-11-28").await, newer);
    }
);

on_both!(a_newer_policy_is_asked_for_too, async |f: Fixture| {
    let actor = f.person().await;
    let asked = outstanding(&f, actor, "2026-11-28").await;
    assert!(asked.policy && !asked.terms, "{asked:?}");
    for _ in 0..2 {
        let read = f
            .store
            .policy_read(actor, privacy::POLICY_VERSION, MailLang::En)
            .await;
        read.expect("noted");
    }
    let asked = outstanding(&f, actor, "2026-11-28").await;
    assert!(!asked.is_something(), "{asked:?}");
    let rows = f.store.acceptances(actor).await.expect("an answer");
    assert_eq!(rows.len(), 3);
    assert_eq!(
        (rows[0].what, rows[0].lang),
        (Accepts::Policy, MailLang::En)
    );
    assert_eq!(rows[0].version, POLICY_VERSION);
});

on_both!(
    what_was_declared_comes_along_and_goes_with_the_account,
    async |f: Fixture| {
        // Signing up makes an anonymous account the member's: what it had stays.
        let (link, _) = f.writer(&named("Anna")).await;
        let Actor::Person(person) = link else {
            panic!("a person")
        };
        let session = member(&f, ADDRESS, Some(person)).await;
        let anna = who(&f, &session).await;
        assert_eq!(anna.person, person);
        let kept = f.store.acceptances(anna.actor()).await.expect("an answer");
        assert_eq!(kept.len(), 4);

        // Signing in to an account that is there brings it.
        let (other, _) = f.writer(&named("Anna again")).await;
        let Actor::Person(from) = other else {
            panic!("a person")
        };
        let accepted = f.store.terms_accept(other, &terms("2027-01-01")).await;
        accepted.expect("noted");
        let moved = f.store.account_move(from, anna.person).await;
        assert_eq!(moved.expect("moved"), 1);
        let kept = f.store.acceptances(anna.actor()).await.expect("an answer");
        assert_eq!(kept.len(), 7);
        let asked = outstanding(&f, anna.actor(), "2027-01-01").await;
        assert!(!asked.terms);

        f.store.account_erase(anna.actor()).await.expect("erased");
        let gone = f.store.acceptances(anna.actor()).await.expect("an answer");
        assert!(gone.is_empty(), "{gone:?}");
    }
);

on_both!(
    every_text_that_was_shown_can_be_read_again,
    async |f: Fixture| {
        let first = [
            text("2026-11-28", MailLang::Sv, "Villkor"),
            text("2026-11-28", MailLang::En, "Terms"),
        ];
        let kept = f.store.terms_keep(&first).await.expect("kept");
        assert_eq!(kept.len(), 2);
        f.pass_days(1);
        // Started again with the same: nothing is new, nor any younger.
        assert_eq!(f.store.terms_keep(&first).await.expect("kept"), kept);
        let mut changed = first.clone();
        changed[0].text = "Andra villkor".to_owned();
        let error = terms_unchanged(&changed, &kept).expect_err("another text");
        assert_eq!(
            (error.version.as_str(), error.lang),
            ("2026-11-28", MailLang::Sv)
        );
        assert!(terms_unchanged(&first, &kept).is_ok());
        changed[0].version = "2027-01-01".to_owned();
        changed[1].version = "2027-01-01".to_owned();
        assert!(terms_unchanged(&changed, &kept).is_ok());
        let all = f.store.terms_keep(&changed).await.expect("kept");
        assert_eq!(all.len(), 4);
        assert_eq!(all[2..], kept[..]);
        for stored in &all {
            assert_eq!(stored.hash, stored.text.hash());
            assert_eq!(stored.hash.len(), 64);
        }
        // Version, language and text all count.
        let hashes: std::collections::BTreeSet<_> = all.iter().map(|it| &it.hash).collect();
        assert_eq!(hashes.len(), 4);
    }
);
