//! Changes of the policy: announced before they hold, told to everybody, and silence
//! is no consent.

use backend::{
    Agreement, ConsentBy, ConsentState, DAY, Failure, Letter, MailLang, NewPolicyChange,
    PersonalDetail, PolicyRefused, Who,
};
use cv::{Id, PersonalField};
use privacy::{Actor, ConsentPurpose, Date, POLICY_VERSION, Purpose, Role};

use crate::members::{ADDRESS, letters, member, who};
use crate::support::{Fixture, on_both};

const SALARY: ConsentPurpose = ConsentPurpose::Salary;

/// A day of a time after the program's own version, in which the tests live.
fn begin(f: &Fixture) -> Date {
    let start = Date::parse("2027-01-15").expect("a day");
    f.pass(start.starts() - f.store.now() + 12 * DAY / 24);
    start
}

async fn officer(f: &Fixture) -> Who {
    let session = member(f, "officer@example.com", None).await;
    let who = who(f, &session).await;
    Who {
        role: Role::PrivacyOfficer,
        two_factors: true,
        proved: true,
        ..who
    }
}

fn change(effective: Date) -> NewPolicyChange {
    NewPolicyChange {
        effective,
        material: true,
        purposes: Vec::new(),
        facts: None,
        sv: "Löner visas i kronor.".to_owned(),
        en: "Salaries are shown in kronor.".to_owned(),
    }
}

fn of_salary(effective: Date) -> NewPolicyChange {
    NewPolicyChange {
        purposes: vec![SALARY],
        ..change(effective)
    }
}

async fn schedule(f: &Fixture, by: &Who, new: NewPolicyChange) -> Result<(), PolicyRefused> {
    f.store.policy_schedule(by, new).await.expect("answers")
}

async fn agree(f: &Fixture, actor: Actor, version: &str) -> Result<(), Failure> {
    let agreement = Agreement {
        version: version.to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Page,
    };
    f.store.consent_give(actor, SALARY, &agreement).await
}

async fn keep_salary(f: &Fixture, actor: Actor) -> Result<(), Failure> {
    let detail = PersonalDetail {
        reference: Id(5),
        field: PersonalField::Salary,
        value: "45 000".to_owned(),
    };
    f.store.personal_put(actor, &detail).await
}

async fn held(f: &Fixture, actor: Actor) -> usize {
    let listed = f.store.personal_list(actor, Purpose::KeepSaved).await;
    listed.expect("answers").len()
}

async fn state(f: &Fixture, actor: Actor) -> (ConsentState, bool) {
    let consents = f.store.consents(actor).await.expect("answers");
    let found = consents.into_iter().find(|it| it.purpose == SALARY);
    let found = found.expect("every purpose is there");
    (found.state, found.ends_unless_renewed)
}

on_both!(
    /// R85
    a_material_change_without_its_notice_is_refused,
    async |f: Fixture| {
        let today = begin(&f);
        let by = officer(&f).await;
        let soon = today.days_later(29);
        for effective in [today.days_later(-1), today] {
            let refused = schedule(&f, &by, change(effective)).await;
            assert_eq!(refused, Err(PolicyRefused::NotLater));
        }
        let earliest = PolicyRefused::TooSoon(today.days_later(30));
        assert_eq!(schedule(&f, &by, change(soon)).await, Err(earliest));
        // What changes a consent, or what is handled, matters, whatever is ticked.
        let quiet = |new| NewPolicyChange { material: false, ..new };
        assert_eq!(schedule(&f, &by, quiet(of_salary(soon))).await, Err(earliest));
        let other = privacy::policy::current_facts().replace("Days(90)", "Days(99)");
        let facts = |facts: &str| NewPolicyChange { facts: Some(facts.to_owned()), ..quiet(change(soon)) };
        assert_eq!(schedule(&f, &by, facts(&other)).await, Err(earliest));
        assert_eq!(schedule(&f, &by, facts("nonsense\n")).await, Err(PolicyRefused::Facts));
        let silent = NewPolicyChange { en: " ".to_owned(), ..change(today.days_later(40)) };
        assert_eq!(schedule(&f, &by, silent).await, Err(PolicyRefused::Words));
        assert_eq!(f.store.policy_changes().await.expect("answers"), []);
        // What changes nothing for anybody may come sooner, and never today.
        assert_eq!(schedule(&f, &by, quiet(change(today.days_later(1)))).await, Ok(()));
        assert_eq!(schedule(&f, &by, change(today.days_later(30))).await, Ok(()));
        let again = schedule(&f, &by, change(today.days_later(30))).await;
        assert_eq!(again, Err(PolicyRefused::Taken));
        // Nobody else may.
        for role in [Role::Member, Role::Support] {
            let other = Who { role, ..by };
            let refused = f.store.policy_schedule(&other, change(today.days_later(60))).await;
            assert!(matches!(refused, Err(Failure::Missing)), "{role:?}");
        }
    }
);

on_both!(
    /// R85: it holds from its day, by the clock alone, and can be taken back before.
    a_change_holds_from_its_day_and_not_before,
    async |f: Fixture| {
        let today = begin(&f);
        let by = officer(&f).await;
        let (first, second) = (today.days_later(30), today.days_later(45));
        for day in [first, second] {
            assert_eq!(schedule(&f, &by, change(day)).await, Ok(()));
        }
        let version = async || f.store.policy_version().await.expect("answers");
        let coming = async || f.store.policy_coming().await.expect("answers").len();
        assert_eq!((version().await.as_str(), coming().await), (POLICY_VERSION, 2));
        let gone = f.store.policy_withdraw(&by, &second.to_string()).await;
        gone.expect("taken back");
        assert_eq!(coming().await, 1);
        f.pass_days(29);
        assert_eq!(version().await, POLICY_VERSION);
        f.pass_days(1);
        assert_eq!((version().await, coming().await), (first.to_string(), 0));
        let late = f.store.policy_withdraw(&by, &first.to_string()).await;
        assert!(matches!(late, Err(Failure::Missing)));
        f.pass_days(30);
        assert_eq!(version().await, first.to_string());
    }
);

on_both!(
    /// R86: having read is noted, before the day or after it, and is asked once.
    having_read_a_change_is_noted_and_asked_no_more,
    async |f: Fixture| {
        let today = begin(&f);
        let by = officer(&f).await;
        let anna = f.person().await;
        let day = today.days_later(30);
        assert_eq!(schedule(&f, &by, change(day)).await, Ok(()));
        let notice = async || f.store.policy_notice(anna).await.expect("answers");
        assert_eq!(notice().await.map(|it| it.version), Some(day.to_string()));
        let other = f.store.policy_read(anna, "2031-01-01", MailLang::Sv).await;
        assert!(matches!(other, Err(Failure::Refused(_))));
        let read = f.store.policy_read(anna, &day.to_string(), MailLang::Sv).await;
        read.expect("noted");
        assert_eq!(notice().await, None);
        let rows = f.store.acceptances(anna).await.expect("answers");
        assert_eq!(rows[0].version, day.to_string());
        f.pass_days(31);
        let asked = f.store.outstanding(anna, "x").await.expect("answers");
        assert!(!asked.policy);
        // Who said nothing is asked when it holds.
        let asked = f.store.outstanding(by.actor(), "x").await.expect("answers");
        assert!(asked.policy);
    }
);

on_both!(
    /// R86: only what changed is asked for anew, and silence ends it on the day.
    a_consent_that_is_not_renewed_ends_on_the_day_and_others_stay,
    async |f: Fixture| {
        let today = begin(&f);
        let by = officer(&f).await;
        let (anna, berit) = (f.person().await, f.person().await);
        for actor in [anna, berit] {
            agree(&f, actor, SALARY.version()).await.expect("noted");
            keep_salary(&f, actor).await.expect("kept");
            let details = ConsentPurpose::PersonalDetails;
            let other = Agreement {
                version: details.version().to_owned(),
                lang: MailLang::En,
                by: ConsentBy::Page,
            };
            f.store.consent_give(actor, details, &other).await.expect("noted");
        }
        let day = today.days_later(30);
        assert_eq!(schedule(&f, &by, of_salary(day)).await, Ok(()));
        for actor in [anna, berit] {
            let notice = f.store.policy_notice(actor).await.expect("answers");
            assert_eq!(notice.map(|it| it.renew), Some(vec![SALARY]));
            assert!(matches!(state(&f, actor).await, (ConsentState::Given { .. }, true)));
        }
        // Nothing ends before the day, and what holds till then is still enough.
        f.store.policy_carry().await.expect("carried out");
        keep_salary(&f, berit).await.expect("kept");
        let never = agree(&f, anna, "2031-01-01").await;
        assert!(matches!(never, Err(Failure::Refused(_))));
        agree(&f, anna, &day.to_string()).await.expect("noted");
        assert!(matches!(state(&f, anna).await, (ConsentState::Given { .. }, false)));
        keep_salary(&f, anna).await.expect("kept");
        // Having renewed, she has still to say that she has read it.
        let notice = f.store.policy_notice(anna).await.expect("answers");
        assert_eq!(notice.map(|it| it.renew), Some(vec![]));

        f.pass_days(30);
        // The clock alone ends it: nothing has run yet.
        assert!(matches!(keep_salary(&f, berit).await, Err(Failure::Denied(_))));
        let (_, ended) = f.store.policy_carry().await.expect("carried out");
        assert_eq!(ended, 1);
        assert_eq!((held(&f, anna).await, held(&f, berit).await), (1, 0));
        assert!(matches!(state(&f, anna).await.0, ConsentState::Given { .. }));
        assert!(matches!(state(&f, berit).await.0, ConsentState::Withdrawn { .. }));
        let consents = f.store.consents(berit).await.expect("answers");
        let line = |purpose| {
            let found = consents.iter().find(|it| it.purpose == purpose);
            found.expect("there").history[0].clone()
        };
        assert_eq!(line(SALARY).by, ConsentBy::Changed);
        assert!(line(ConsentPurpose::PersonalDetails).given);
        // Once, and the old text is none any more.
        assert_eq!(f.store.policy_carry().await.expect("carried out"), (0, 0));
        let old = agree(&f, berit, SALARY.version()).await;
        assert!(matches!(old, Err(Failure::Refused(_))));
        agree(&f, berit, &day.to_string()).await.expect("noted");
        keep_salary(&f, berit).await.expect("kept");
    }
);

on_both!(
    /// R85: a letter to everybody with an address, once.
    everybody_is_told_by_letter_once,
    async |f: Fixture| {
        let today = begin(&f);
        let by = officer(&f).await;
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await.actor();
        agree(&f, anna, SALARY.version()).await.expect("noted");
        letters(&f).await;
        // Who has restricted processing is told all the same.
        f.store.restrict(anna).await.expect("restricted");
        let day = today.days_later(30);
        assert_eq!(schedule(&f, &by, of_salary(day)).await, Ok(()));
        assert_eq!(f.store.policy_carry().await.expect("carried out"), (2, 0));
        let mut told = letters(&f).await;
        told.sort_by(|a, b| a.0.cmp(&b.0));
        let day = day.to_string();
        let expected = [
            (
                "anna.ek@example.com".to_owned(),
                Letter::PolicyRenewal { day: day.clone() },
            ),
            (
                "officer@example.com".to_owned(),
                Letter::PolicyChange { day },
            ),
        ];
        assert_eq!(told, expected);
        assert_eq!(f.store.policy_carry().await.expect("carried out"), (0, 0));
        let changes = f.store.policy_changes().await.expect("answers");
        assert!(changes[0].told_at.is_some());
        assert_eq!(letters(&f).await, []);
    }
);
