//! Signing in, second factors, and what a member changes of it.

use backend::{Failure, Finished, Letter, MailLang, NewPassword, SignIn, Uuid};
use privacy::Actor;

use crate::members::{ADDRESS, PASSWORD, agent, code, letters, member, sign_in, token, who};
use crate::support::{Fixture, named, on_both};

on_both!(
    an_address_is_known_however_it_is_written_and_a_wrong_password_is_wrong,
    async |f: Fixture| {
        member(&f, ADDRESS, None).await;
        assert!(matches!(
            sign_in(&f, " anna.ek@example.COM ", PASSWORD).await,
            SignIn::Done(_)
        ));
        assert!(matches!(
            sign_in(&f, ADDRESS, "something else").await,
            SignIn::Wrong
        ));
        assert!(matches!(
            sign_in(&f, "nobody@example.com", PASSWORD).await,
            SignIn::Wrong
        ));
        assert!(matches!(sign_in(&f, "", "").await, SignIn::Wrong));
    }
);

on_both!(
    a_reset_ends_every_session_and_the_old_password,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        f.store
            .reset_begin("nobody@example.com")
            .await
            .expect("says nothing");
        assert!(letters(&f).await.is_empty());
        f.store
            .reset_begin(ADDRESS)
            .await
            .expect("the store answers");
        let secret = token(&f).await;
        let done = f
            .store
            .reset_finish(&secret, "lavendel spade oktober")
            .await;
        assert!(done.expect("the store answers").is_none());
        let actor = f.store.session_actor(&session).await.expect("answers");
        assert_eq!(actor, Actor::Visitor);
        assert!(matches!(
            sign_in(&f, ADDRESS, PASSWORD).await,
            SignIn::Wrong
        ));
        let new = sign_in(&f, ADDRESS, "lavendel spade oktober").await;
        assert!(matches!(new, SignIn::Done(_)));
        let again = f.store.reset_finish(&secret, "en annan en igen").await;
        assert!(matches!(again.expect("answers"), Some(Finished::Gone)));
        let told = letters(&f).await;
        assert!(
            told.iter()
                .any(|(_, letter)| *letter == Letter::PasswordChanged)
        );
    }
);

on_both!(what_matters_needs_a_fresh_proof, async |f: Fixture| {
    let session = member(&f, ADDRESS, None).await;
    let fresh = who(&f, &session).await;
    assert!(fresh.proved);
    f.pass_minutes(16);
    let stale = who(&f, &session).await;
    assert!(!stale.proved);
    let new = "lavendel spade oktober";
    let refused = f
        .store
        .password_change(&stale, new, &agent("Firefox"))
        .await;
    assert!(matches!(refused, Err(Failure::Unproved)));
    let refused = f.store.erasure_ask(&stale, None).await;
    assert!(matches!(refused, Err(Failure::Unproved)));
    let refused = f.store.totp_offer(&stale, "Merit").await;
    assert!(matches!(refused, Err(Failure::Unproved)));

    let wrong = f.store.prove(&stale, "wrong", &agent("Firefox")).await;
    assert!(wrong.expect("answers").is_none());
    let proof = f.store.prove(&stale, PASSWORD, &agent("Firefox")).await;
    let proof = proof.expect("answers").expect("the right password");
    // A new id with every proof: the one before is worth nothing.
    assert!(
        f.store
            .session_who(&session)
            .await
            .expect("answers")
            .is_none()
    );
    let fresh = who(&f, &proof).await;
    let changed = f
        .store
        .password_change(&fresh, new, &agent("Firefox"))
        .await;
    assert!(matches!(changed.expect("answers"), NewPassword::Done(_)));
    assert!(matches!(
        sign_in(&f, ADDRESS, PASSWORD).await,
        SignIn::Wrong
    ));
});

on_both!(
    a_new_address_is_in_force_when_its_owner_says_so,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let who = who(&f, &session).await;
        let asked = f
            .store
            .email_change(&who, "Ny@Example.com", MailLang::En)
            .await;
        assert!(asked.expect("answers"));
        let sent = letters(&f).await;
        let to: Vec<&str> = sent.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to, ["ny@example.com", "anna.ek@example.com"]);
        assert!(matches!(
            sign_in(&f, "ny@example.com", PASSWORD).await,
            SignIn::Wrong
        ));
        let Letter::ConfirmEmail { token } = &sent[0].1 else {
            panic!("{sent:?}")
        };
        let secret = token.parse().expect("a secret");
        assert!(f.store.email_confirm(&secret).await.expect("answers"));
        assert!(!f.store.email_confirm(&secret).await.expect("answers"));
        assert!(matches!(
            sign_in(&f, "ny@example.com", PASSWORD).await,
            SignIn::Done(_)
        ));
        assert!(matches!(
            sign_in(&f, ADDRESS, PASSWORD).await,
            SignIn::Wrong
        ));
        // Both addresses are told.
        let told: Vec<String> = letters(&f).await.into_iter().map(|(to, _)| to).collect();
        assert!(told.contains(&"ny@example.com".to_owned()), "{told:?}");
        assert!(told.contains(&"anna.ek@example.com".to_owned()), "{told:?}");
    }
);

on_both!(
    a_second_factor_is_asked_for_and_each_code_is_good_once,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let offer = f.store.totp_offer(&anna, "Merit").await.expect("an offer");
        let wrong = f
            .store
            .totp_confirm(&anna, &offer.ticket, "000000", &agent("Firefox"))
            .await;
        assert!(wrong.expect("answers").is_none());
        // Not in force before its first code.
        assert!(matches!(
            sign_in(&f, ADDRESS, PASSWORD).await,
            SignIn::Done(_)
        ));
        let first = code(&offer.base32, &f);
        let on = f
            .store
            .totp_confirm(&anna, &offer.ticket, &first, &agent("Firefox"))
            .await;
        let (codes, renewed) = on.expect("answers").expect("the right code");
        assert_eq!(codes.len(), 10);
        assert!(who(&f, &renewed).await.two_factors);

        let SignIn::SecondFactor(ticket) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("a second factor is asked for")
        };
        let again = |code: String| {
            let ticket = &ticket;
            let f = &f;
            async move {
                let tried = f.store.sign_in_code(ticket, &code, &agent("Firefox")).await;
                tried.expect("answers").expect("in time")
            }
        };
        // The code that turned it on was used.
        assert!(matches!(again(first).await, SignIn::Wrong));
        f.pass_minutes(1);
        let next = code(&offer.base32, &f);
        let SignIn::Done(session) = again(next).await else {
            panic!("the right code")
        };
        assert!(who(&f, &session).await.two_factors);

        // Without the app: a recovery code, once.
        for (round, good) in [(0, true), (0, false), (1, true)] {
            let SignIn::SecondFactor(ticket) = sign_in(&f, ADDRESS, PASSWORD).await else {
                panic!("a second factor is asked for")
            };
            let tried = f
                .store
                .sign_in_code(&ticket, &codes[round], &agent("Firefox"))
                .await;
            let tried = tried.expect("answers").expect("in time");
            assert_eq!(matches!(tried, SignIn::Done(_)), good, "{round}");
        }
        let settings = f
            .store
            .settings(&who(&f, &session).await)
            .await
            .expect("settings");
        assert_eq!(settings.totp, Some(8));
    }
);

on_both!(
    a_new_browser_is_told_by_letter_and_a_known_one_is_not,
    async |f: Fixture| {
        member(&f, ADDRESS, None).await;
        letters(&f).await;
        sign_in(&f, ADDRESS, PASSWORD).await;
        assert!(letters(&f).await.is_empty());
        let other = agent("Chrome");
        f.store
            .sign_in(ADDRESS, PASSWORD, &other)
            .await
            .expect("answers");
        let sent = letters(&f).await;
        assert!(
            matches!(&sent[..], [(_, Letter::NewDevice { browser, .. })] if browser == "Chrome")
        );
        f.store
            .sign_in(ADDRESS, PASSWORD, &other)
            .await
            .expect("answers");
        assert!(letters(&f).await.is_empty());
    }
);

on_both!(
    sessions_are_listed_and_ended_by_their_owner_alone,
    async |f: Fixture| {
        let one = member(&f, ADDRESS, None).await;
        let SignIn::Done(two) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("signed in")
        };
        let (anna, there) = (who(&f, &one).await, who(&f, &two).await);
        let devices = f.store.devices(&anna).await.expect("devices");
        assert_eq!(devices.len(), 2);
        assert_eq!(devices.iter().filter(|device| device.this).count(), 1);
        assert_eq!(devices[0].agent, Some(agent("Firefox")));
        let stranger = member(&f, "eva@example.com", None).await;
        let stranger = who(&f, &stranger).await;
        let ended = f.store.device_end(&stranger, there.session).await;
        assert!(matches!(ended, Err(Failure::Missing)));
        f.store
            .device_end(&anna, there.session)
            .await
            .expect("ended");
        assert!(f.store.session_who(&two).await.expect("answers").is_none());
        let attempts = f.store.attempts(&anna).await.expect("attempts");
        assert_eq!(attempts.len(), 2);
        // A member's session ends after a month without use.
        f.pass_days(32);
        assert!(f.store.session_who(&one).await.expect("answers").is_none());
    }
);

on_both!(
    compromised_closes_every_door_in_one_step,
    async |f: Fixture| {
        let one = member(&f, ADDRESS, None).await;
        let anna = who(&f, &one).await;
        let id = Uuid::now_v7();
        f.store
            .cv_create(anna.actor(), id, &named("Anna"))
            .await
            .expect("created");
        let slug = backend::Slug::parse("annas-sida").expect("an address");
        let usual = cv::Redaction::usual();
        f.store
            .page_publish(anna.actor(), id, 1, &usual, &slug)
            .await
            .expect("published");
        let SignIn::Done(two) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("signed in")
        };
        f.pass_minutes(60);
        // Also without a fresh proof: it closes and opens nothing.
        let anna = who(&f, &one).await;
        let pages = f
            .store
            .compromised(&anna, &agent("Firefox"))
            .await
            .expect("done");
        assert_eq!(pages.len(), 1);
        for session in [&one, &two] {
            assert!(
                f.store
                    .session_who(session)
                    .await
                    .expect("answers")
                    .is_none()
            );
        }
        assert_eq!(
            f.store.page_find(&slug).await.expect("answers"),
            backend::Found::Gone
        );
        assert!(matches!(
            sign_in(&f, ADDRESS, PASSWORD).await,
            SignIn::Reset
        ));
        let secret = token(&f).await;
        let done = f
            .store
            .reset_finish(&secret, "lavendel spade oktober")
            .await;
        assert!(done.expect("answers").is_none());
        let new = sign_in(&f, ADDRESS, "lavendel spade oktober").await;
        assert!(matches!(new, SignIn::Done(_)));
    }
);

on_both!(
    a_session_that_was_ended_is_not_renewed,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let who = who(&f, &session).await;
        // "Sign out everywhere" at one browser, while another proves who it is.
        f.store.session_end(&session).await.expect("ended");
        let proved = f.store.prove(&who, PASSWORD, &agent("Firefox")).await;
        assert!(matches!(proved, Err(Failure::Missing)));
        let changed = f
            .store
            .password_change(&who, "sju lyktor i vassen", &agent("Firefox"))
            .await;
        assert!(matches!(changed, Err(Failure::Missing)), "{changed:?}");
        assert!(matches!(
            sign_in(&f, ADDRESS, PASSWORD).await,
            SignIn::Done(_)
        ));
    }
);
