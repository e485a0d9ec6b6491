//! When a case is due: by post, put off, and what staff are reminded of.

use backend::{CaseAction, EnterRefused, EnteredCase, Letter, MailLang, StepRefused};
use privacy::Date;
use privacy::case::clock::Urgency;
use privacy::case::{Matter, Proof, State, Way};

use super::{STRANGER, act, answer, ask, asks, code, officer, queue, told};
use crate::members::letters;
use crate::support::{Fixture, on_both};

on_both!(
    what_came_by_post_has_the_clock_of_the_day_on_which_it_came,
    async |f: Fixture| {
        let desk = officer(&f).await;
        letters(&f).await;
        let today = backend::CASE_ZONE.day(f.now());
        let entered = EnteredCase {
            matter: Matter::Erase,
            way: Way::Post,
            received: today.days_later(-20),
            email: String::new(),
            post: "Nils Holm\nStorgatan 1, Umeå".to_owned(),
            name: String::new(),
            lang: MailLang::Sv,
            text: "Radera mig".to_owned(),
        };
        let enter = async |entered: &EnteredCase| {
            f.store.case_enter(&desk, entered).await.expect("answers")
        };
        for (wrong, refused) in [
            (
                EnteredCase {
                    received: today.days_later(1),
                    ..entered.clone()
                },
                EnterRefused::Day,
            ),
            (
                EnteredCase {
                    received: today.days_later(-367),
                    ..entered.clone()
                },
                EnterRefused::Day,
            ),
            (
                EnteredCase {
                    email: "x".to_owned(),
                    ..entered.clone()
                },
                EnterRefused::NoAddress,
            ),
            (
                EnteredCase {
                    post: " ".to_owned(),
                    ..entered.clone()
                },
                EnterRefused::NoReply,
            ),
            (
                EnteredCase {
                    text: String::new(),
                    ..entered.clone()
                },
                EnterRefused::NoText,
            ),
        ] {
            assert_eq!(enter(&wrong).await, Err(refused));
        }
        enter(&entered).await.expect("entered");
        let line = queue(&f, &desk).await.remove(0);
        assert_eq!(line.received, today.days_later(-20));
        assert!(line.due <= today.days_later(10), "{line:?}");
        assert_eq!((line.way, line.state), (Way::Post, State::Received));
        // No code goes to somebody without an address: staff find out who it is.
        assert_eq!(letters(&f).await, Vec::new());
        assert_eq!(
            act(&f, &desk, &line, CaseAction::AskIdentity).await,
            Err(StepRefused::NoAddress)
        );
        assert_eq!(
            act(&f, &desk, &line, answer()).await,
            Err(StepRefused::NotNow)
        );
        let how = CaseAction::Verify {
            how: "Ringde upp".to_owned(),
        };
        assert_eq!(act(&f, &desk, &line, how).await, Ok(()));
        // Nor an answer, which somebody has to write on paper.
        assert_eq!(told(&f, &desk, &line, answer()).await, Ok(false));
        assert_eq!(letters(&f).await, Vec::new());
        let line = queue(&f, &desk).await.remove(0);
        assert_eq!(
            (line.state, line.proof),
            (State::Answered, Some(Proof::Operator))
        );
    }
);

on_both!(
    an_answer_is_put_off_once_with_a_reason_before_its_day_and_staff_are_reminded,
    async |f: Fixture| {
        let desk = officer(&f).await;
        letters(&f).await;
        ask(&f, &asks(Matter::Copy, STRANGER)).await;
        let (number, code) = code(&f).await;
        assert!(f.store.case_code(&number, &code).await.expect("answers"));
        let line = queue(&f, &desk).await.remove(0);
        let last = line.extendable.expect("it can wait");
        assert_eq!(last, line.due.months_later(2));
        let extend = |until: Date, reason: &str| CaseAction::Extend {
            until,
            reason: reason.to_owned(),
        };
        for (until, reason, refused) in [
            (last.days_later(1), "för mycket", StepRefused::Day),
            (line.due, "för mycket", StepRefused::Day),
            (last, "  ", StepRefused::NoText),
        ] {
            let done = act(&f, &desk, &line, extend(until, reason)).await;
            assert_eq!(done, Err(refused), "{until}");
        }

        // Day by day: each level once.
        let mut told = Vec::new();
        let first_due = line.due;
        while backend::CASE_ZONE.day(f.now()) < first_due {
            if f.store.cases_remind().await.expect("reminded") > 0 {
                told.push(Urgency::of(first_due, backend::CASE_ZONE, f.now()));
            }
            assert_eq!(f.store.cases_remind().await.expect("again"), 0);
            f.pass_days(1);
        }
        assert_eq!(told, [Urgency::Soon, Urgency::Pressing]);

        assert_eq!(
            act(&f, &desk, &line, extend(last, "Mycket att leta i")).await,
            Ok(())
        );
        let again = act(&f, &desk, &line, extend(last, "en gång till")).await;
        assert_eq!(again, Err(StepRefused::NotNow));
        let line = queue(&f, &desk).await.remove(0);
        assert_eq!(
            (line.state, line.due, line.extendable),
            (State::Extended, last, None)
        );
        let sent = letters(&f).await;
        assert!(
            sent.iter().any(|(to, letter)| {
                to == "nils.holm@example.com"
                    && matches!(
                        letter,
                        Letter::CaseExtended { reason, .. } if reason == "Mycket att leta i"
                    )
            }),
            "{sent:?}"
        );

        while backend::CASE_ZONE.day(f.now()) <= last {
            f.store.cases_remind().await.expect("reminded");
            f.pass_days(1);
        }
        f.store.cases_remind().await.expect("reminded");
        let sent = letters(&f).await;
        assert!(
            sent.iter().any(|(to, letter)| {
                to == "officer@example.com" && matches!(letter, Letter::CaseLate { .. })
            }),
            "{sent:?}"
        );
        assert_eq!(f.store.cases_waiting(&desk).await.expect("a count"), (1, 1));
        assert_eq!(queue(&f, &desk).await[0].urgency, Urgency::Late);

        // Too late to put another one off.
        ask(&f, &asks(Matter::Confirm, "late@example.com")).await;
        let late = queue(&f, &desk).await;
        let late = late
            .iter()
            .find(|it| it.matter == Matter::Confirm)
            .expect("it");
        f.pass_days(32);
        let done = act(&f, &desk, late, extend(late.due.days_later(20), "glömde")).await;
        assert_eq!(done, Err(StepRefused::Day));
    }
);
