//! Signing up, and what comes along.

use backend::{
    Declaration, Finished, Letter, Rule, Secret, SignIn, SignUp, SignUpRefused, Uuid, Weakness,
};
use privacy::{Actor, Purpose, Role};

use crate::members::{ADDRESS, PASSWORD, agent, letters, member, sign_in, token, who, wish};
use crate::support::{Fixture, declaration, named, on_both, set, terms};

on_both!(
    a_draft_that_was_saved_by_link_is_there_after_signing_up,
    async |f: Fixture| {
        let link = Secret::generate();
        let person = f
            .store
            .account_create(&link, &declaration())
            .await
            .expect("an account");
        let id = Uuid::now_v7();
        let actor = Actor::Person(person);
        f.store
            .cv_create(actor, id, &named("Anna"))
            .await
            .expect("created");
        let before = f.store.session_create(person).await.expect("a session");
        let session = member(&f, ADDRESS, Some(person)).await;
        let who = who(&f, &session).await;
        // The same account: no row has moved.
        assert_eq!(who.person, person);
        assert!(who.member);
        let loaded = f
            .store
            .cv_load(who.actor(), Purpose::KeepSaved, id, None)
            .await;
        let loaded = loaded.expect("there").expect("in some version");
        assert_eq!(loaded.document, named("Anna"));
        // What opened it before opens it no more.
        assert_eq!(f.store.owner_link_open(&link).await.expect("answers"), None);
        let old = f.store.session_actor(&before).await.expect("answers");
        assert_eq!(old, Actor::Visitor);
    }
);

on_both!(
    /// Who asks for an account learns nothing of whether there is one.
    an_address_that_is_known_gets_another_letter_and_the_same_answer,
    async |f: Fixture| {
        member(&f, ADDRESS, None).await;
        let asked = f.store.sign_up(&wish(ADDRESS, None)).await;
        assert_eq!(asked.expect("the store answers"), Ok(()));
        let sent = letters(&f).await;
        assert_eq!(sent, [("anna.ek@example.com".to_owned(), Letter::AlreadyMember)]);
    }
);

on_both!(
    a_sign_up_needs_every_declaration_and_an_address,
    async |f: Fixture| {
        let all = Some(terms("2026-11-28"));
        for (adult, policy, terms) in [
            (false, "2026-11-25", all.clone()),
            (true, "", all),
            (true, "2026-11-25", None),
        ] {
            let wish = SignUp {
                declaration: Declaration {
                    adult,
                    policy_version: policy.to_owned(),
                    terms,
                },
                ..wish(ADDRESS, None)
            };
            let asked = f.store.sign_up(&wish).await.expect("the store answers");
            assert_eq!(asked, Err(SignUpRefused::NotDeclared));
        }
        for email in ["", "anna", "anna@", "@example.com", "a b@example.com"] {
            let asked = f.store.sign_up(&wish(email, None)).await;
            let asked = asked.expect("the store answers");
            assert_eq!(asked, Err(SignUpRefused::NoAddress), "{email}");
        }
        assert!(letters(&f).await.is_empty());
    }
);

on_both!(a_link_is_good_once_and_not_for_ever, async |f: Fixture| {
    f.store
        .sign_up(&wish(ADDRESS, None))
        .await
        .expect("answers")
        .expect("asked");
    let secret = token(&f).await;
    let weak = f
        .store
        .sign_up_finish(&secret, "1234567", &agent("Firefox"))
        .await;
    assert!(matches!(
        weak.expect("answers"),
        Finished::Weak(Weakness::Short)
    ));
    let done = f
        .store
        .sign_up_finish(&secret, PASSWORD, &agent("Firefox"))
        .await;
    assert!(matches!(done.expect("answers"), Finished::Done(_)));
    let again = f
        .store
        .sign_up_finish(&secret, PASSWORD, &agent("Firefox"))
        .await;
    assert!(matches!(again.expect("answers"), Finished::Gone));

    f.store
        .sign_up(&wish("eva@example.com", None))
        .await
        .expect("answers")
        .expect("asked");
    let secret = token(&f).await;
    f.pass_days(8);
    assert!(!f.store.sign_up_pending(&secret).await.expect("answers"));
    let late = f
        .store
        .sign_up_finish(&secret, PASSWORD, &agent("Firefox"))
        .await;
    assert!(matches!(late.expect("answers"), Finished::Gone));
    // The account that was made for it goes.
    let swept = f.store.sweep().await.expect("the store answers");
    assert_eq!(swept.by(Rule::Unfinished), 1);
});

on_both!(
    what_was_saved_by_link_moves_into_the_account_that_is_signed_in_to,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let to = who(&f, &session).await;
        let link = Secret::generate();
        let from = f
            .store
            .account_create(&link, &declaration())
            .await
            .expect("an account");
        let id = Uuid::now_v7();
        let actor = Actor::Person(from);
        f.store
            .cv_create(actor, id, &named("Kalle"))
            .await
            .expect("created");
        f.save(actor, id, 1, set(cv::Field::Label, "Snickare"))
            .await;
        let slug = backend::Slug::parse("kalles-sida").expect("an address");
        let usual = cv::Redaction::usual();
        f.store
            .page_publish(actor, id, 2, &usual, &slug)
            .await
            .expect("published");

        assert_eq!(
            f.store.account_move(from, to.person).await.expect("moved"),
            1
        );
        let loaded = f
            .store
            .cv_load(to.actor(), Purpose::KeepSaved, id, None)
            .await;
        let loaded = loaded.expect("there").expect("in some version");
        assert_eq!(loaded.version, 2);
        assert_eq!(loaded.document.basics.text(cv::Field::Label), "Snickare");
        // The address shows the same page as before.
        let found = f.store.page_find(&slug).await.expect("answers");
        let backend::Found::Page(page) = found else {
            panic!("{found:?}")
        };
        f.store
            .page_open(Actor::Visitor, page)
            .await
            .expect("it opens");
        // And of the account that it came from nothing is left.
        assert_eq!(f.store.owner_link_open(&link).await.expect("answers"), None);
        assert!(f.store.cv_list(actor).await.expect("answers").is_empty());
        assert_eq!(
            f.store
                .account_move(from, to.person)
                .await
                .expect("answers"),
            0
        );
        // A member's account is never moved into another.
        let other = member(&f, "eva@example.com", None).await;
        let other = who(&f, &other).await;
        let moved = f.store.account_move(to.person, other.person).await;
        assert_eq!(moved.expect("answers"), 0);
        assert_eq!(f.store.cv_list(to.actor()).await.expect("answers").len(), 1);
    }
);

on_both!(
    an_account_that_is_deleted_can_be_signed_up_for_again,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        f.store.account_erase(anna.actor()).await.expect("deleted");
        assert!(
            f.store
                .session_who(&session)
                .await
                .expect("answers")
                .is_none()
        );
        assert!(matches!(
            sign_in(&f, ADDRESS, PASSWORD).await,
            SignIn::Wrong
        ));
        let again = member(&f, ADDRESS, None).await;
        assert_ne!(who(&f, &again).await.person, anna.person);
    }
);

on_both!(an_invitation_is_good_once, async |f: Fixture| {
    let secret = f
        .store
        .operator_invite(Role::Member)
        .await
        .expect("made")
        .reveal();
    let invited = |secret: &str| SignUp {
        invitation: Some(secret.to_owned()),
        ..wish(ADDRESS, None)
    };
    let none = f
        .store
        .sign_up(&invited("nonsense"))
        .await
        .expect("answers");
    assert_eq!(none, Err(SignUpRefused::NoInvitation));
    // A letter that does not arrive takes nothing: whoever was invited asks again,
    // and the first to finish has it.
    let begun = f.store.sign_up(&invited(&secret)).await.expect("answers");
    assert_eq!(begun, Ok(()));
    let first = token(&f).await;
    let other = SignUp {
        email: "other@example.com".to_owned(),
        ..invited(&secret)
    };
    let begun = f.store.sign_up(&other).await.expect("answers");
    assert_eq!(begun, Ok(()));
    let second = token(&f).await;
    let finish = async |secret: &Secret| {
        let finished = f
            .store
            .sign_up_finish(secret, PASSWORD, &agent("Firefox"))
            .await;
        finished.expect("the store answers")
    };
    assert!(matches!(finish(&second).await, Finished::Done(_)));
    assert!(matches!(finish(&first).await, Finished::Gone));
    let again = f.store.sign_up(&invited(&secret)).await.expect("answers");
    assert_eq!(again, Err(SignUpRefused::NoInvitation));
    // A member's invitation makes no administrator.
    let secret = f
        .store
        .operator_invite(Role::Member)
        .await
        .expect("made")
        .reveal();
    let set_up = f
        .store
        .set_up(&invited(&secret), PASSWORD, &agent("Firefox"))
        .await;
    assert!(matches!(
        set_up.expect("answers"),
        Err(SignUpRefused::NoInvitation)
    ));
    let secret = f
        .store
        .operator_invite(Role::Administrator)
        .await
        .expect("made")
        .reveal();
    let set_up = f
        .store
        .set_up(&invited(&secret), PASSWORD, &agent("Firefox"))
        .await;
    assert!(matches!(set_up.expect("answers"), Ok(Finished::Done(_))));
    assert!(f.store.has_administrator().await.expect("answers"));
});
