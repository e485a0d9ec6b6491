//! Members: signing up and in, second factors, resets, roles, My CVs.

use backend::{
    Agent, Declaration, Failure, Finished, Letter, MailLang, NewPassword, RoleChange, Secret,
    SignIn, SignUp, SignUpRefused, Uuid, Weakness, Who,
};
use privacy::{Actor, PersonId, Purpose, Role};

use crate::support::{Fixture, declaration, named, on_both, set};

pub(crate) const ADDRESS: &str = "Anna.Ek@Example.com";
pub(crate) const PASSWORD: &str = "kastanj trappa regnbyxa";

pub(crate) fn agent(browser: &str) -> Agent {
    Agent {
        browser: browser.to_owned(),
        system: "Linux".to_owned(),
    }
}

fn wish(email: &str, from: Option<PersonId>) -> SignUp {
    SignUp {
        email: email.to_owned(),
        declaration: declaration(),
        lang: MailLang::Sv,
        from,
        invitation: None,
    }
}

/// The letters that wait, the oldest first, which are delivered by that.
pub(crate) async fn letters(f: &Fixture) -> Vec<(String, Letter)> {
    let mails = f.store.mail_take(50).await.expect("the store answers");
    let mut letters = Vec::new();
    for mail in mails {
        f.store.mail_done(&mail).await.expect("the store answers");
        letters.push((mail.to, mail.letter));
    }
    letters
}

async fn token(f: &Fixture) -> Secret {
    // The last one counts: each voids those before it.
    let token = letters(f)
        .await
        .into_iter()
        .rev()
        .find_map(|(_, letter)| match letter {
            Letter::ConfirmSignUp { token }
            | Letter::ResetPassword { token }
            | Letter::ConfirmEmail { token } => Some(token),
            _ => None,
        });
    token
        .expect("a letter with a link")
        .parse()
        .expect("a secret")
}

pub(crate) async fn who(f: &Fixture, session: &Secret) -> Who {
    let who = f
        .store
        .session_who(session)
        .await
        .expect("the store answers");
    who.expect("a session")
}

/// Somebody who has signed up, and the session that this gave.
pub(crate) async fn member(f: &Fixture, email: &str, from: Option<PersonId>) -> Secret {
    let asked = f.store.sign_up(&wish(email, from)).await;
    assert_eq!(asked.expect("the store answers"), Ok(()));
    let secret = token(f).await;
    let finished = f
        .store
        .sign_up_finish(&secret, PASSWORD, &agent("Firefox"))
        .await;
    match finished.expect("the store answers") {
        Finished::Done(session) => session,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn sign_in(f: &Fixture, email: &str, password: &str) -> SignIn {
    let tried = f.store.sign_in(email, password, &agent("Firefox")).await;
    tried.expect("the store answers")
}

fn id_of(actor: Actor) -> PersonId {
    match actor {
        Actor::Person(person) => person,
        Actor::Visitor => panic!("a person"),
    }
}

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
    a_sign_up_needs_both_declarations_and_an_address,
    async |f: Fixture| {
        for (adult, policy) in [(false, "2026-11-25"), (true, "")] {
            let wish = SignUp {
                declaration: Declaration {
                    adult,
                    policy_version: policy.to_owned(),
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
    assert_eq!(swept.accounts, 1);
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
    let refused = f.store.account_delete(&stale).await;
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

/// What an authenticator shows.
pub(crate) fn code(base32: &str, f: &Fixture) -> String {
    let secret = totp_rs::Secret::try_from_base32(base32).expect("base32");
    let totp = totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(secret)
        .build()
        .expect("a generator");
    totp.generate((f.store.now() / 1000) as u64).to_string()
}

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
    an_account_that_is_deleted_can_be_signed_up_for_again,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        f.store.account_delete(&anna).await.expect("deleted");
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

on_both!(
    /// Each right, for each role: what `privacy::Role::has` says is what happens.
    roles_may_what_the_table_says,
    async |f: Fixture| {
        let anna = member(&f, ADDRESS, None).await;
        let plain = who(&f, &anna).await;
        for role in Role::ALL {
            let who = Who { role, two_factors: true, proved: true, ..plain };
            let missing = |result: Result<(), Failure>| matches!(result, Err(Failure::Missing));
            let denied = [
                (privacy::Right::Invite, missing(f.store.invite(&who).await.map(drop))),
                (privacy::Right::Invite, missing(f.store.invitations(&who).await.map(drop))),
                (
                    privacy::Right::Invite,
                    missing(f.store.invitation_withdraw(&who, Uuid::nil()).await),
                ),
                (privacy::Right::Cases, missing(f.store.cases(&who).await.map(drop))),
                (privacy::Right::Audit, missing(f.store.audit_read(&who).await.map(drop))),
                (privacy::Right::Roles, missing(f.store.colleagues(&who).await.map(drop))),
                (
                    privacy::Right::Roles,
                    missing(f.store.role_give(&who, "x@example.com", role).await.map(drop)),
                ),
                (
                    privacy::Right::ResetLinks,
                    missing(f.store.reset_link(&who, ADDRESS).await.map(drop)),
                ),
            ];
            for (right, denied) in denied {
                assert_eq!(denied, !role.has(right), "{role:?} {right:?}");
            }
            // With one factor, nothing.
            let who = Who { two_factors: false, ..who };
            let refused = f.store.invite(&who).await;
            match role.has(privacy::Right::Invite) {
                true => assert!(matches!(refused, Err(Failure::OneFactor))),
                false => assert!(matches!(refused, Err(Failure::Missing))),
            }
        }
    }
);

on_both!(
    a_role_counts_from_the_next_sign_in_and_one_administrator_stays,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let done = f.store.operator_role(ADDRESS, Role::Administrator).await;
        assert_eq!(done.expect("answers"), RoleChange::Done);
        assert!(
            f.store
                .session_who(&session)
                .await
                .expect("answers")
                .is_none()
        );
        let SignIn::Done(session) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("signed in")
        };
        assert_eq!(who(&f, &session).await.role, Role::Administrator);
        let last = f.store.operator_role(ADDRESS, Role::Support).await;
        assert_eq!(last.expect("answers"), RoleChange::LastAdministrator);
        let nobody = f.store.operator_role("x@example.com", Role::Support).await;
        assert_eq!(nobody.expect("answers"), RoleChange::NoSuchMember);
        // Staff are signed out after an hour without use.
        f.pass_minutes(62);
        assert!(
            f.store
                .session_who(&session)
                .await
                .expect("answers")
                .is_none()
        );
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
    assert_eq!(
        f.store.sign_up(&invited(&secret)).await.expect("answers"),
        Ok(())
    );
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

on_both!(
    the_shelf_names_copies_bins_and_brings_back,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let id = Uuid::now_v7();
        f.store
            .cv_create(anna.actor(), id, &named("Anna"))
            .await
            .expect("created");
        f.store
            .cv_rename(&anna, id, "  För Volvo ")
            .await
            .expect("renamed");
        let copy = f
            .store
            .cv_duplicate(&anna, id, "För Volvo (kopia)")
            .await
            .expect("copied");
        let names = |shelf: &[backend::Shelved]| {
            let mut names: Vec<_> = shelf.iter().filter_map(|row| row.name.clone()).collect();
            names.sort();
            names
        };
        let shelf = f.store.shelf(&anna).await.expect("a shelf");
        assert_eq!(names(&shelf), ["För Volvo", "För Volvo (kopia)"]);
        assert!(!f.store.cv_delete(anna.actor(), id).await.expect("binned"));
        let load = f
            .store
            .cv_load(anna.actor(), Purpose::KeepSaved, id, None)
            .await;
        assert!(matches!(load, Err(Failure::Missing)));
        assert_eq!(
            f.store.cv_list(anna.actor()).await.expect("a list").len(),
            1
        );
        f.store.cv_restore(&anna, id).await.expect("back");
        assert_eq!(
            f.store.cv_list(anna.actor()).await.expect("a list").len(),
            2
        );
        // For good only from the bin, and after its time by itself.
        let kept = f.store.cv_delete_for_good(&anna, copy).await;
        assert!(matches!(kept, Err(Failure::Missing)));
        f.store.cv_delete(anna.actor(), copy).await.expect("binned");
        f.store
            .cv_delete_for_good(&anna, copy)
            .await
            .expect("deleted");
        f.store.cv_delete(anna.actor(), id).await.expect("binned");
        f.pass_days(31);
        f.store.sweep().await.expect("swept");
        assert!(f.store.shelf(&anna).await.expect("a shelf").is_empty());
        // An owner link has no shelf, and others have not this one.
        let (stranger, _) = f.writer(&named("Eva")).await;
        let stranger = f
            .store
            .session_create(id_of(stranger))
            .await
            .expect("a session");
        let stranger = who(&f, &stranger).await;
        assert!(matches!(
            f.store.shelf(&stranger).await,
            Err(Failure::Missing)
        ));
        assert!(matches!(
            f.store.cv_rename(&stranger, id, "x").await,
            Err(Failure::Missing)
        ));
    }
);
