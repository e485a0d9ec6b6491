//! What those who work here see and do: masked until they say why, two for what concerns
//! many, a minor's account gone in one step, and what the server proves of itself.

use backend::{
    Action, Agreement, BlockRefused, ConsentBy, Content, Failure, Found, Letter, MailLang,
    OpenRefused, PersonState, PersonalDetail, Proposal, Publishing, Rule, SignIn, Slug, Uuid,
    Waiting, Who,
};
use cv::{PersonalField, Redaction};
use privacy::{Actor, Class, ConsentPurpose, Date, Masked, OPEN_MINUTES, Right, Role};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, PASSWORD, id_of, letters, member, sign_in, who};
use crate::support::{Fixture, named, on_both, sqlite};

pub(crate) const WHY: &str = "Ärende 4711: hon har frågat";

pub(crate) fn account(who: &Who) -> Uuid {
    Uuid::from_bytes(who.person.0)
}

/// Somebody who works here, with everything shown that is asked for.
pub(crate) async fn officer(f: &Fixture, email: &str) -> Who {
    let session = member(f, email, None).await;
    let plain = who(f, &session).await;
    let given = f.store.operator_role(email, Role::PrivacyOfficer).await;
    given.expect("an answer");
    Who {
        role: Role::PrivacyOfficer,
        two_factors: true,
        proved: true,
        ..plain
    }
}

/// A member with a CV that is public as `anna`.
pub(crate) async fn anna(f: &Fixture) -> Who {
    let session = member(f, ADDRESS, None).await;
    let anna = who(f, &session).await;
    let id = Uuid::now_v7();
    let document = named("Anna Ek");
    f.store
        .cv_create(anna.actor(), id, &document)
        .await
        .expect("a CV");
    let slug = Slug::parse("anna").expect("an address");
    let published = f
        .store
        .page_publish(anna.actor(), id, 1, &Redaction::usual(), &slug)
        .await;
    assert!(matches!(published.expect("an answer"), Publishing::Done(_)));
    anna
}

pub(crate) async fn found(f: &Fixture) -> Found {
    let slug = Slug::parse("anna").expect("an address");
    f.store.page_find(&slug).await.expect("the store answers")
}

on_both!(
    /// R40: no role reads without a row that its person sees, and not for long.
    what_is_masked_opens_with_a_reason_for_a_while_and_its_owner_sees_it,
    async |f: Fixture| {
        let anna = anna(&f).await;
        let (eva, carl) = (officer(&f, "eva@example.com").await, officer(&f, "carl@example.com").await);
        let id = account(&anna);
        let kinds = [Masked::Address, Masked::SignIns, Masked::Documents, Masked::Pages];
        for what in kinds {
            let read = f.store.person_read(&eva, id, what).await;
            assert!(matches!(read, Err(Failure::Missing)), "{what:?}");
            let refused = f.store.person_open(&eva, id, what, " because ").await;
            assert_eq!(refused.expect("an answer"), Err(OpenRefused::NoReason));
        }
        assert_eq!(f.store.opened_of(anna.actor()).await.expect("an answer"), []);
        for what in kinds {
            let opened = f.store.person_open(&eva, id, what, WHY).await;
            let until = f.now() + i64::from(OPEN_MINUTES) * 60_000;
            assert_eq!(opened.expect("an answer"), Ok(until));
            // For her who said why, and for nobody else.
            let read = f.store.person_read(&carl, id, what).await;
            assert!(matches!(read, Err(Failure::Missing)), "{what:?}");
        }
        match f.store.person_read(&eva, id, Masked::Address).await {
            Ok(Content::Address(Some(address))) => assert_eq!(address, ADDRESS.to_lowercase()),
            other => panic!("{other:?}"),
        }
        match f.store.person_read(&eva, id, Masked::Documents).await {
            Ok(Content::Documents(documents)) => {
                assert_eq!(documents[0].basics.text(cv::Field::Name), "Anna Ek");
            }
            other => panic!("{other:?}"),
        }
        match f.store.person_read(&eva, id, Masked::Pages).await {
            Ok(Content::Pages(pages)) => assert_eq!(pages, ["anna"]),
            other => panic!("{other:?}"),
        }
        let told = f.store.opened_of(anna.actor()).await.expect("an answer");
        assert_eq!(told.len(), kinds.len());
        assert!(told.iter().all(|line| line.reason == WHY && line.role == Role::PrivacyOfficer));
        let seen = f.store.audit_seen(anna.actor(), None).await.expect("an answer");
        let opened = seen.lines.iter().filter(|line| line.action == Some(Action::Opened));
        assert_eq!(opened.count(), kinds.len());

        f.pass_minutes(i64::from(OPEN_MINUTES));
        for what in kinds {
            let read = f.store.person_read(&eva, id, what).await;
            assert!(matches!(read, Err(Failure::Missing)), "{what:?}");
        }
        // Masked again before its time.
        f.store.person_open(&eva, id, Masked::Pages, WHY).await.expect("an answer").expect("open");
        f.store.person_mask(&eva, id).await.expect("masked");
        let read = f.store.person_read(&eva, id, Masked::Pages).await;
        assert!(matches!(read, Err(Failure::Missing)));
        // Who has restricted processing is not looked at, opened before or not.
        f.store.person_open(&eva, id, Masked::Pages, WHY).await.expect("an answer").expect("open");
        f.store.restrict(anna.actor()).await.expect("restricted");
        let read = f.store.person_read(&eva, id, Masked::Pages).await;
        assert!(matches!(read, Err(Failure::Denied(_))));
        let refused = f.store.person_open(&eva, id, Masked::Pages, WHY).await;
        assert_eq!(refused.expect("an answer"), Err(OpenRefused::Restricted));
        // The row goes with its time, as the audit log's does.
        f.pass_days(1097);
        let swept = f.store.sweep_preview().await.expect("counted");
        assert_eq!(swept.by(Rule::Openings), 6);
    }
);

on_both!(
    /// R40: what concerns others is for who has the right to it, and for nobody else.
    the_console_is_for_who_has_the_right,
    async |f: Fixture| {
        let plain = anna(&f).await;
        let id = account(&plain);
        for role in Role::ALL {
            let who = Who { role, two_factors: true, proved: true, ..plain };
            let missing = |failure: Option<Failure>| matches!(failure, Some(Failure::Missing));
            let proposal = Proposal::Minors { accounts: vec![id] };
            let denied = [
                (Right::Persons, missing(f.store.person_shown(&who, id).await.err())),
                (Right::Persons, missing(f.store.person_find(&who, ADDRESS).await.err())),
                (Right::Persons, missing(f.store.person_open(&who, id, Masked::Pages, WHY).await.err())),
                (Right::Persons, missing(f.store.person_mask(&who, id).await.err())),
                (Right::Persons, missing(f.store.age_flags(&who).await.err())),
                (Right::Persons, missing(f.store.propose(&who, &proposal).await.err())),
                (Right::Holds, missing(f.store.holds(&who).await.err())),
                (Right::Oversight, missing(f.store.proofs(&who).await.err())),
                (Right::Oversight, missing(f.store.sweep_ahead(&who, 30).await.err())),
                (Right::Oversight, missing(f.store.dormant(&who).await.err())),
            ];
            for (at, (right, denied)) in denied.into_iter().enumerate() {
                assert_eq!(denied, !role.has(right), "{role:?} {right:?} {at}");
            }
            if !role.has(Right::Persons) {
                for refused in [
                    f.store.person_sign_out(&who, id).await.err(),
                    f.store.person_block(&who, id, WHY).await.err(),
                    f.store.person_unblock(&who, id).await.err(),
                    f.store.person_minor(&who, id).await.err(),
                    f.store.age_settle(&who, id).await.err(),
                    f.store.guardian_record(&who, id, WHY).await.err(),
                ] {
                    assert!(missing(refused), "{role:?}");
                }
            }
        }
        // Without a fresh proof nothing is done to anybody.
        let stale = Who { role: Role::PrivacyOfficer, two_factors: true, proved: false, ..plain };
        for refused in [
            f.store.person_block(&stale, id, WHY).await.err(),
            f.store.person_minor(&stale, id).await.err(),
            f.store.person_sign_out(&stale, id).await.err(),
        ] {
            assert!(matches!(refused, Some(Failure::Unproved)));
        }
        assert!(matches!(found(&f).await, Found::Page(_)));
    }
);

on_both!(
    a_blocked_account_is_shut_and_nothing_of_it_is_gone,
    async |f: Fixture| {
        let anna = anna(&f).await;
        let eva = officer(&f, "eva@example.com").await;
        let id = account(&anna);
        letters(&f).await;
        let session = member(&f, "bo@example.com", None).await;
        let SignIn::Done(token) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("signed in")
        };
        let pages = f
            .store
            .person_block(&eva, id, WHY)
            .await
            .expect("an answer");
        assert_eq!(pages.expect("blocked").len(), 1);
        assert_eq!(found(&f).await, Found::Gone);
        assert!(
            f.store
                .session_who(&token)
                .await
                .expect("an answer")
                .is_none()
        );
        let refused = f
            .store
            .sign_in(ADDRESS, PASSWORD, &crate::members::agent("Firefox"))
            .await;
        assert!(matches!(refused, Err(Failure::Blocked)));
        // Whoever does not know the password learns nothing.
        assert!(matches!(
            sign_in(&f, ADDRESS, "other words here").await,
            SignIn::Wrong
        ));
        let told = letters(&f).await;
        let blocked = Letter::Blocked {
            reason: WHY.to_owned(),
        };
        assert!(
            told.iter()
                .any(|(to, letter)| *to == ADDRESS.to_lowercase() && *letter == blocked)
        );
        let shown = f.store.person_shown(&eva, id).await.expect("there");
        assert_eq!((shown.state, shown.documents), (PersonState::Blocked, 1));
        assert_eq!(shown.block.map(|block| block.reason), Some(WHY.to_owned()));
        // Others are as before.
        assert!(
            f.store
                .session_who(&session)
                .await
                .expect("an answer")
                .is_some()
        );

        assert!(f.store.person_unblock(&eva, id).await.expect("an answer"));
        assert!(!f.store.person_unblock(&eva, id).await.expect("an answer"));
        assert!(matches!(
            sign_in(&f, ADDRESS, PASSWORD).await,
            SignIn::Done(_)
        ));
        let shown = f.store.person_shown(&eva, id).await.expect("there");
        assert_eq!(shown.state, PersonState::Member);
        assert_eq!(found(&f).await, Found::Gone);
    }
);

on_both!(
    /// R80: when the one call returns, all of it is done.
    a_minors_account_is_gone_in_one_step,
    async |f: Fixture| {
        let anna = anna(&f).await;
        let eva = officer(&f, "eva@example.com").await;
        let id = account(&anna);
        let SignIn::Done(token) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("signed in")
        };
        let erased = f.store.person_minor(&eva, id).await.expect("an answer");
        let erased = erased.expect("erased");
        assert!(erased.done);
        assert_eq!(erased.pages.len(), 1);
        assert_eq!(found(&f).await, Found::Never);
        assert!(f.store.session_who(&token).await.expect("an answer").is_none());
        assert!(matches!(sign_in(&f, ADDRESS, PASSWORD).await, SignIn::Wrong));
        assert!(matches!(f.store.person_shown(&eva, id).await, Err(Failure::Missing)));
        let seen = f.store.audit_list(account(&eva), None).await.expect("the log");
        assert!(seen.iter().any(|row| row.action == Some(Action::MinorErased)));
        let farewells = f.store.mail_farewells();
        assert_eq!(farewells, [(ADDRESS.to_lowercase(), MailLang::Sv)]);
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn whoever_works_here_is_neither_blocked_nor_erased_as_a_minor() {
    let f = sqlite().await;
    let eva = officer(&f, "eva@example.com").await;
    let anna = anna(&f).await;
    let done = f.store.operator_role(ADDRESS, Role::Support).await;
    done.expect("an answer");
    let id = account(&anna);
    let refused = f
        .store
        .person_block(&eva, id, WHY)
        .await
        .expect("an answer");
    assert_eq!(refused, Err(BlockRefused::Staff));
    let refused = f.store.person_minor(&eva, id).await.expect("an answer");
    assert_eq!(refused, Err(BlockRefused::Staff));
}

/// Saves a date of birth.
async fn born(f: &Fixture, actor: Actor, date: Date) {
    let purpose = ConsentPurpose::PersonalDetails;
    let agreement = Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Editor,
    };
    let given = f.store.consent_give(actor, purpose, &agreement).await;
    given.expect("agreed");
    let detail = PersonalDetail {
        reference: cv::Id(7),
        field: PersonalField::BirthDate,
        value: date.to_string(),
    };
    f.store.personal_put(actor, &detail).await.expect("kept");
}

on_both!(
    /// R79: the flag is raised until the birthday, and not on it.
    a_date_of_birth_under_eighteen_raises_a_flag,
    async |f: Fixture| {
        let eva = officer(&f, "eva@example.com").await;
        let today = Date::of(f.now());
        let (year, month, day) = today.parts();
        let eighteen = Date::new(year - 18, month, day).expect("a day");
        let (adult, minor) = (f.person().await, f.person().await);
        born(&f, adult, eighteen).await;
        born(&f, minor, eighteen.days_later(1)).await;
        assert_eq!(f.store.age_flagged(adult).await.expect("an answer"), None);
        assert_eq!(f.store.age_flagged(minor).await.expect("an answer"), Some(f.now()));
        let id = Uuid::from_bytes(id_of(minor).0);
        let flags = f.store.age_flags(&eva).await.expect("an answer");
        assert_eq!(flags.iter().map(|flag| flag.account).collect::<Vec<_>>(), [id]);
        let waits = f.store.waiting(&eva).await.expect("an answer");
        assert!(waits.contains(&(Waiting::AgeFlags, 1)), "{waits:?}");
        // Another date does not take it away; somebody has to look.
        born(&f, minor, eighteen).await;
        assert!(f.store.age_flagged(minor).await.expect("an answer").is_some());
        assert!(f.store.age_settle(&eva, id).await.expect("an answer"));
        assert_eq!(f.store.age_flagged(minor).await.expect("an answer"), None);
        // R81: a guardian's consent is recorded only where the operator lets minors in.
        let refused = f.store.guardian_record(&eva, id, "Hennes far, per brev").await;
        assert!(matches!(refused, Err(Failure::Missing)));
    }
);

/// R81.
#[tokio::test(flavor = "multi_thread")]
async fn a_guardians_consent_is_recorded_where_minors_may_have_accounts() {
    let f = crate::support::open(|options| options.minors = true).await;
    let eva = officer(&f, "eva@example.com").await;
    let minor = f.person().await;
    let id = Uuid::from_bytes(id_of(minor).0);
    let young = Date::of(f.now()).days_later(-16 * 365);
    born(&f, minor, young).await;
    assert!(
        f.store
            .age_flagged(minor)
            .await
            .expect("an answer")
            .is_some()
    );
    let note = "Hennes far, per brev med kopia av passet";
    assert!(
        !f.store
            .guardian_record(&eva, id, "ja")
            .await
            .expect("an answer")
    );
    assert!(
        f.store
            .guardian_record(&eva, id, note)
            .await
            .expect("an answer")
    );
    assert_eq!(f.store.age_flagged(minor).await.expect("an answer"), None);
    let shown = f.store.person_shown(&eva, id).await.expect("there");
    assert_eq!(
        shown.guardian.map(|guardian| guardian.note),
        Some(note.to_owned())
    );
    // From then on no date raises it again.
    born(&f, minor, young).await;
    assert_eq!(f.store.age_flagged(minor).await.expect("an answer"), None);
}

on_both!(
    /// R6: a class is what somebody has done, and by it they go.
    of_which_class_somebody_is_is_known_by_what_they_did,
    async |f: Fixture| {
        let class = async |id: Uuid| f.store.class_of(id).await.expect("an answer");
        let saver = Uuid::from_bytes(id_of(f.writer(&named("Anna Ek")).await.0).0);
        assert_eq!(class(saver).await, Some(Class::Saver));
        let anna = anna(&f).await;
        assert_eq!(class(account(&anna)).await, Some(Class::Member));
        let done = f.store.operator_role(ADDRESS, Role::Support).await;
        done.expect("an answer");
        assert_eq!(class(account(&anna)).await, Some(Class::Staff));
        // Begun, and not finished: gone within a month of the calendar.
        let asked = f.store.sign_up(&crate::members::wish("lead@example.com", None)).await;
        assert_eq!(asked.expect("an answer"), Ok(()));
        let raw = f.raw_data().await;
        let sql = "SELECT account_id FROM ticket ORDER BY created_at DESC, id DESC";
        let statement = Statement::from_string(raw.get_database_backend(), sql);
        let row = raw.query_one_raw(statement).await.expect("it runs").expect("a ticket");
        let lead: Uuid = row.try_get_by_index(0).expect("an id");
        assert_eq!(class(lead).await, Some(Class::Lead));
        f.pass_days(32);
        f.store.sweep().await.expect("swept");
        assert_eq!(class(lead).await, None);
        assert_eq!(class(saver).await, Some(Class::Saver));
    }
);
