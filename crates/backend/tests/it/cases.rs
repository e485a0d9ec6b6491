//! Cases from the first word to the answer: for a member, for somebody known by an
//! address alone, by post, and for somebody whom a stranger's CV names.

mod clocks;
mod held;

use backend::{
    CODE_TRIES, CaseAction, CaseLine, Letter, MailLang, Named, Request, RequestRefused, Rule,
    StepRefused, Who,
};
use privacy::Role;
use privacy::case::{Matter, Proof, State, Step};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, letters, member, who};
use crate::support::{Fixture, on_both};

const STRANGER: &str = "Nils.Holm@Example.com";

fn asks(matter: Matter, email: &str) -> Request {
    Request {
        matter,
        email: email.to_owned(),
        lang: MailLang::Sv,
        text: "Jag vill veta".to_owned(),
        named: None,
    }
}

async fn ask(f: &Fixture, request: &Request) {
    let asked = f.store.case_ask(None, request).await;
    assert_eq!(asked.expect("the store answers"), Ok(()));
}

/// Somebody who answers cases.
async fn officer(f: &Fixture) -> Who {
    let session = member(f, "officer@example.com", None).await;
    let who = who(f, &session).await;
    let role = Role::PrivacyOfficer;
    let given = f.store.operator_role("officer@example.com", role).await;
    given.expect("a role");
    Who {
        role,
        two_factors: true,
        proved: true,
        ..who
    }
}

async fn queue(f: &Fixture, desk: &Who) -> Vec<CaseLine> {
    f.store.cases_queue(desk).await.expect("the queue")
}

async fn act(
    f: &Fixture,
    desk: &Who,
    line: &CaseLine,
    action: CaseAction,
) -> Result<(), StepRefused> {
    told(f, desk, line, action).await.map(|_| ())
}

/// The same, and whether a letter told of it whoever asked.
async fn told(
    f: &Fixture,
    desk: &Who,
    line: &CaseLine,
    action: CaseAction,
) -> Result<bool, StepRefused> {
    let done = f
        .store
        .case_do(desk, (line.account, line.id), &action)
        .await;
    done.expect("the store answers")
}

/// Number and code of the newest letter that has one.
async fn code(f: &Fixture) -> (String, String) {
    let letters = letters(f).await.into_iter().rev();
    let mut codes = letters.filter_map(|(_, letter)| match letter {
        Letter::CaseReceived { number, code, .. } | Letter::CaseCode { number, code } => {
            Some((number, code))
        }
        _ => None,
    });
    codes.next().expect("a letter with a code")
}

fn answer() -> CaseAction {
    CaseAction::Answer {
        text: "Här är svaret.\n\nHej".to_owned(),
        says_erased: false,
    }
}

/// One that tells of an erasure.
fn erased() -> CaseAction {
    CaseAction::Answer {
        text: "Det som fanns är raderat.".to_owned(),
        says_erased: true,
    }
}

async fn count(f: &Fixture, what: &str) -> i64 {
    let raw = f.raw_data().await;
    let sql = format!("SELECT count(*) FROM {what}");
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

async fn officer_as(f: &Fixture, email: &str) -> Who {
    let session = member(f, email, None).await;
    who(f, &session).await
}

on_both!(
    somebody_without_an_account_asks_shows_who_they_are_and_is_answered,
    async |f: Fixture| {
        let desk = officer(&f).await;
        letters(&f).await;
        ask(&f, &asks(Matter::Copy, STRANGER)).await;
        let line = queue(&f, &desk).await.remove(0);
        assert_eq!((line.state, line.proof), (State::IdentityAsked, None));
        assert_eq!(line.due, line.received.days_later(30));
        // Nobody is told anything before they have shown who they are.
        assert_eq!(
            act(&f, &desk, &line, answer()).await,
            Err(StepRefused::NotNow)
        );
        assert_eq!(
            act(&f, &desk, &line, CaseAction::Take).await,
            Err(StepRefused::NotNow)
        );

        let (number, good) = code(&f).await;
        for _ in 0..CODE_TRIES {
            assert!(
                !f.store
                    .case_code(&number, "aaaa-aaaa")
                    .await
                    .expect("answers")
            );
        }
        // The right one does not count any more, nor does a number that nobody has.
        assert!(!f.store.case_code(&number, &good).await.expect("answers"));
        assert!(
            !f.store
                .case_code("0000-0000-0000", &good)
                .await
                .expect("answers")
        );

        assert_eq!(act(&f, &desk, &line, CaseAction::AskIdentity).await, Ok(()));
        let (again, newer) = code(&f).await;
        assert_eq!(again, number);
        assert!(!f.store.case_code(&number, &good).await.expect("answers"));
        let typed = newer.replace('-', " ").to_uppercase();
        assert!(
            f.store
                .case_code(&number.to_lowercase(), &typed)
                .await
                .expect("answers")
        );
        // Once.
        assert!(!f.store.case_code(&number, &newer).await.expect("answers"));
        let line = queue(&f, &desk).await.remove(0);
        assert_eq!(
            (line.state, line.proof),
            (State::Verified, Some(Proof::MailedCode))
        );

        // What it says is masked until there is a reason, and for half an hour.
        let case = (line.account, line.id);
        let file = f.store.case_file(&desk, case).await.expect("a case");
        assert!(file.opened.is_none());
        assert!(!f.store.case_open(&desk, case, " ").await.expect("answers"));
        assert!(
            f.store
                .case_open(&desk, case, "to answer")
                .await
                .expect("answers")
        );
        let file = f.store.case_file(&desk, case).await.expect("a case");
        let opened = file.opened.expect("it is open");
        assert_eq!(opened.words.email.as_deref(), Some("nils.holm@example.com"));
        let fails = opened
            .done
            .iter()
            .filter(|it| it.step == Step::Fail)
            .count();
        assert_eq!(fails, CODE_TRIES as usize + 1);
        f.pass_minutes(31);
        let file = f.store.case_file(&desk, case).await.expect("a case");
        assert!(file.opened.is_none());

        assert_eq!(told(&f, &desk, &line, answer()).await, Ok(true));
        let sent = letters(&f).await;
        assert!(
            matches!(
                sent.as_slice(),
                [(to, Letter::CaseAnswered { text, .. })]
                    if to == "nils.holm@example.com" && text.starts_with("Här är svaret.\n\nHej")
            ),
            "{sent:?}"
        );
        assert_eq!(
            act(&f, &desk, &line, answer()).await,
            Err(StepRefused::NotNow)
        );
        assert_eq!(f.store.cases_waiting(&desk).await.expect("a count"), (0, 0));
        for (what, found) in [
            (STRANGER, 1),
            (&number.replace('-', ""), 1),
            ("nils@example.com", 0),
            ("holm", 0),
        ] {
            let lines = f.store.cases_search(&desk, what).await.expect("answers");
            assert_eq!(lines.len(), found, "{what}");
        }

        // Closed after a month, gone a year later, and the account with it.
        f.pass_days(31);
        assert_eq!(f.store.cases_close().await.expect("closed"), 1);
        f.pass_days(365);
        f.store.sweep().await.expect("swept");
        assert_eq!(count(&f, "privacy_case").await, 1, "its last day");
        f.pass_days(1);
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(swept.by(Rule::Requests), 1);
        for table in ["privacy_case", "case_event"] {
            assert_eq!(count(&f, table).await, 0, "{table}");
        }
        let none = f.store.case_file(&desk, case).await;
        assert!(none.is_err());
    }
);

on_both!(
    /// The same rows, the same letter, whoever has the address; only letters differ,
    /// which reach its owner alone.
    known_and_unknown_addresses_are_asked_and_answered_alike,
    async |f: Fixture| {
        member(&f, ADDRESS, None).await;
        letters(&f).await;
        let mut written = Vec::new();
        for email in [ADDRESS, STRANGER] {
            let before = [
                count(&f, "account").await,
                count(&f, "privacy_case").await,
                count(&f, "case_event").await,
                count(&f, "audit").await,
                count(&f, "mail").await,
            ];
            ask(&f, &asks(Matter::Confirm, email)).await;
            let after = [
                count(&f, "account").await,
                count(&f, "privacy_case").await,
                count(&f, "case_event").await,
                count(&f, "audit").await,
                count(&f, "mail").await,
            ];
            let letters = letters(&f).await;
            let kinds: Vec<&str> = letters.iter().map(|(_, it)| it.kind()).collect();
            let grown: Vec<i64> = after.iter().zip(before).map(|(a, b)| a - b).collect();
            written.push((grown, format!("{kinds:?}")));
        }
        assert_eq!(written[0], written[1]);
        assert_eq!(written[0].0, [1, 1, 1, 1, 1]);
        for (request, refused) in [
            (asks(Matter::Copy, "nobody"), RequestRefused::NoAddress),
            (
                Request { text: " ".to_owned(), ..asks(Matter::Complaint, STRANGER) },
                RequestRefused::NoText,
            ),
            (
                Request { named: Some(Named::default()), ..asks(Matter::Erase, STRANGER) },
                RequestRefused::NoName,
            ),
        ] {
            let asked = f.store.case_ask(None, &request).await.expect("answers");
            assert_eq!(asked, Err(refused));
        }
    }
);

on_both!(
    a_members_case_needs_a_fresh_proof_and_stands_on_their_page,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let desk = officer(&f).await;
        letters(&f).await;
        let stale = Who {
            proved: false,
            ..anna
        };
        let request = asks(Matter::Restrict, "somebody.else@example.com");
        let asked = f.store.case_ask(Some(&stale), &request).await;
        assert_eq!(asked.expect("answers"), Ok(()));
        // To their own address, whatever was typed.
        assert_eq!(letters(&f).await[0].0, "anna.ek@example.com");
        let own = f.store.cases_own(anna.actor()).await.expect("cases");
        assert_eq!(own[0].state, State::IdentityAsked);
        let refused = f.store.case_verify(&stale, own[0].id).await;
        assert!(matches!(refused, Err(backend::Failure::Unproved)));
        f.store
            .case_verify(&anna, own[0].id)
            .await
            .expect("verified");

        let other = officer_as(&f, "other@example.com").await;
        let none = f.store.case_verify(&other, own[0].id).await;
        assert!(matches!(none, Err(backend::Failure::Missing)));

        let asked = f
            .store
            .case_ask(
                Some(&Who {
                    two_factors: true,
                    ..anna
                }),
                &request,
            )
            .await;
        assert_eq!(asked.expect("answers"), Ok(()));
        let own = f.store.cases_own(anna.actor()).await.expect("cases");
        let proofs: Vec<Option<Proof>> = own.iter().map(|case| case.proof).collect();
        assert!(proofs.contains(&Some(Proof::Passkey)), "{proofs:?}");
        assert!(proofs.contains(&Some(Proof::SignIn)), "{proofs:?}");

        let line = queue(&f, &desk).await.remove(0);
        let case = (line.account, line.id);
        f.store
            .case_open(&desk, case, "to answer it")
            .await
            .expect("opened");
        assert_eq!(act(&f, &desk, &line, answer()).await, Ok(()));
        let own = f.store.cases_own(anna.actor()).await.expect("cases");
        let own = own.iter().find(|it| it.id == line.id).expect("it is there");
        let steps: Vec<(Step, Option<Role>)> =
            own.done.iter().map(|it| (it.step, it.role)).collect();
        let staff = Some(Role::PrivacyOfficer);
        assert_eq!(
            steps[steps.len() - 2..],
            [(Step::Open, staff), (Step::Answer, staff)]
        );
        assert!(own.done.iter().any(|it| it.text == "to answer it"));
        // And in the log that they see.
        let seen = f.store.audit_seen(anna.actor(), None).await.expect("a log");
        let read = Some(backend::Action::CaseRead);
        assert!(seen.lines.iter().any(|line| line.action == read));
    }
);
