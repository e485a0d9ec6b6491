//! Consent: nothing is kept before it, everything goes with it, and the ledger
//! only grows.

use backend::{
    Agreement, Consent, ConsentBy, ConsentState, DAY, Failure, MailLang, PERSONAL_CHARACTERS,
    PersonalDetail, Uuid,
};
use cv::{Id, PersonalField};
use privacy::{Actor, CONSENT_DAYS, ConsentPurpose, Denied, LAPSED_DAYS, Purpose};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::members::{id_of, member, who};
use crate::support::{Fixture, blank, on_both};

const LASTS: i64 = CONSENT_DAYS as i64;

fn agreement(purpose: ConsentPurpose) -> Agreement {
    Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Editor,
    }
}

async fn give(f: &Fixture, actor: Actor, purpose: ConsentPurpose) {
    let given = f
        .store
        .consent_give(actor, purpose, &agreement(purpose))
        .await;
    given.expect("it is noted");
}

async fn withdraw(f: &Fixture, actor: Actor, purpose: ConsentPurpose) -> u64 {
    let (lang, by) = (MailLang::En, ConsentBy::Page);
    let withdrawn = f.store.consent_withdraw(actor, purpose, lang, by).await;
    withdrawn.expect("it is noted")
}

fn detail(number: u64, field: PersonalField, value: &str) -> PersonalDetail {
    PersonalDetail {
        reference: Id(number),
        field,
        value: value.to_owned(),
    }
}

/// One of each field.
fn details() -> Vec<PersonalDetail> {
    let numbers = 1..;
    numbers
        .zip(PersonalField::ALL)
        .map(|(number, field)| detail(number, field, field.json()))
        .collect()
}

async fn put(f: &Fixture, actor: Actor, detail: &PersonalDetail) -> Result<(), Failure> {
    f.store.personal_put(actor, detail).await
}

async fn list(f: &Fixture, actor: Actor) -> Vec<PersonalDetail> {
    let listed = f.store.personal_list(actor, Purpose::KeepSaved).await;
    listed.expect("the store answers")
}

async fn consent(f: &Fixture, actor: Actor, purpose: ConsentPurpose) -> Consent {
    let consents = f.store.consents(actor).await.expect("the store answers");
    let found = consents.into_iter().find(|c| c.purpose == purpose);
    found.expect("every purpose is there")
}

/// Everything that stands in the ledger, as the database has it.
async fn ledger(database: &DatabaseConnection) -> Vec<(Uuid, Uuid, String, bool, String, i64)> {
    let backend = database.get_database_backend();
    let sql = "SELECT account_id, id, purpose, given, version, at FROM consent ORDER BY at, id";
    let rows = database
        .query_all_raw(Statement::from_string(backend, sql))
        .await;
    rows.expect("the ledger is there")
        .iter()
        .map(|row| {
            (
                row.try_get("", "account_id").expect("an account"),
                row.try_get("", "id").expect("an id"),
                row.try_get("", "purpose").expect("a purpose"),
                row.try_get("", "given").expect("given or not"),
                row.try_get("", "version").expect("a version"),
                row.try_get("", "at").expect("a time"),
            )
        })
        .collect()
}

fn denied(result: Result<(), Failure>) -> bool {
    matches!(result, Err(Failure::Denied(Denied::NoConsent)))
}

on_both!(
    no_field_that_needs_consent_is_kept_without_it,
    async |f: Fixture| {
        let (anna, eve) = (f.person().await, f.person().await);
        for purpose in ConsentPurpose::ALL {
            give(&f, eve, purpose).await;
        }
        // Another's consent is nobody's, and one purpose is not the other.
        for detail in details() {
            assert!(denied(put(&f, anna, &detail).await), "{detail:?}");
        }
        give(&f, anna, ConsentPurpose::Salary).await;
        for detail in details() {
            let kept = put(&f, anna, &detail).await;
            match detail.field {
                PersonalField::Salary => kept.expect("agreed to"),
                _ => assert!(denied(kept), "{detail:?}"),
            }
        }
        give(&f, anna, ConsentPurpose::PersonalDetails).await;
        for detail in details() {
            put(&f, anna, &detail).await.expect("agreed to");
        }
        assert_eq!(list(&f, anna).await, details());
        assert_eq!(list(&f, eve).await, []);
        let visitor = put(&f, Actor::Visitor, &details()[0]).await;
        assert!(matches!(visitor, Err(Failure::Missing)));
    }
);

on_both!(
    the_database_refuses_a_row_without_its_accounts_consent,
    async |f: Fixture| {
        let (anna, eve) = (f.person().await, f.person().await);
        give(&f, anna, ConsentPurpose::Salary).await;
        give(&f, eve, ConsentPurpose::Salary).await;
        let data = f.raw_data().await;
        let backend = data.get_database_backend();
        let literal = |id: Uuid| match backend {
            DbBackend::Sqlite => format!("X'{}'", id.simple()),
            _ => format!("'{id}'"),
        };
        let bytes = match backend {
            DbBackend::Sqlite => "X'00'",
            _ => "'\\x00'",
        };
        let ids = ledger(&data).await;
        let of = |actor: Actor| {
            let account = Uuid::from_bytes(id_of(actor).0);
            let row = ids.iter().find(|row| row.0 == account);
            (account, row.expect("a line").1)
        };
        let ((hers, consent), (_, others)) = (of(anna), of(eve));
        let insert = |consent: String| {
            let id = literal(Uuid::now_v7());
            let hers = literal(hers);
            format!(
                "INSERT INTO personal_detail (account_id, id, field, value, consent_id) \
                 VALUES ({hers}, {id}, 'salary', {bytes}, {consent})"
            )
        };
        for nothing in ["NULL".to_owned(), literal(Uuid::now_v7()), literal(others)] {
            let refused = data.execute_unprepared(&insert(nothing.clone())).await;
            assert!(refused.is_err(), "{nothing}");
        }
        let taken = data.execute_unprepared(&insert(literal(consent))).await;
        taken.expect("with her consent");
    }
);

on_both!(
    withdrawing_deletes_everything_that_was_kept_by_it,
    async |f: Fixture| {
        let anna = f.person().await;
        for purpose in ConsentPurpose::ALL {
            give(&f, anna, purpose).await;
        }
        for detail in details() {
            put(&f, anna, &detail).await.expect("agreed to");
        }
        let purpose = ConsentPurpose::PersonalDetails;
        assert_eq!(consent(&f, anna, purpose).await.held, 5);
        assert_eq!(withdraw(&f, anna, purpose).await, 5);
        let left: Vec<_> = list(&f, anna).await;
        assert_eq!(left, [detail(6, PersonalField::Salary, "salary")]);
        let now = consent(&f, anna, purpose).await;
        assert_eq!(now.held, 0);
        assert_eq!(now.state, ConsentState::Withdrawn { at: f.now() });
        assert!(denied(put(&f, anna, &details()[0]).await));
        // Once more changes nothing, and whoever never agreed withdraws nothing.
        assert_eq!(withdraw(&f, anna, purpose).await, 0);
        assert_eq!(consent(&f, anna, purpose).await.history.len(), 2);
        let eve = f.person().await;
        assert_eq!(withdraw(&f, eve, purpose).await, 0);
        assert_eq!(consent(&f, eve, purpose).await.history.len(), 0);
        // They may agree again, and begin anew.
        give(&f, anna, purpose).await;
        put(&f, anna, &details()[0]).await.expect("agreed again");
    }
);

on_both!(the_ledger_only_grows, async |f: Fixture| {
    let anna = f.person().await;
    let purpose = ConsentPurpose::PersonalDetails;
    let data = f.raw_data().await;
    let mut before = Vec::new();
    for round in 0..3 {
        give(&f, anna, purpose).await;
        put(&f, anna, &details()[round]).await.expect("agreed to");
        f.pass_days(1);
        give(&f, anna, purpose).await;
        withdraw(&f, anna, purpose).await;
        f.pass_days(1);
        let after = ledger(&data).await;
        assert_eq!(after.len(), before.len() + 3);
        assert_eq!(after[..before.len()], before);
        before = after;
    }
    let history = consent(&f, anna, purpose).await.history;
    let given: Vec<bool> = history.iter().map(|line| line.given).collect();
    assert_eq!(given, [false, true, true].repeat(3));
    let last = &history[0];
    assert_eq!((last.lang, last.by), (MailLang::En, ConsentBy::Page));
    assert_eq!((last.at, last.until), (f.now() - DAY, None));
    let first = history.last().expect("a line");
    assert_eq!((first.lang, first.by), (MailLang::Sv, ConsentBy::Editor));
    assert_eq!(first.version, purpose.version());
    assert_eq!(first.until, Some(first.at + LASTS * DAY));
    // What is said twice on a day is noted once.
    give(&f, anna, purpose).await;
    give(&f, anna, purpose).await;
    assert_eq!(consent(&f, anna, purpose).await.history.len(), 10);
});

on_both!(
    consent_to_another_text_lets_nothing_new_be_written,
    async |f: Fixture| {
        let anna = f.person().await;
        let purpose = ConsentPurpose::Salary;
        let old = Agreement {
            version: "1999-01-01".to_owned(),
            ..agreement(purpose)
        };
        let refused = f.store.consent_give(anna, purpose, &old).await;
        assert!(matches!(refused, Err(Failure::Refused(_))));
        give(&f, anna, purpose).await;
        let salary = detail(6, PersonalField::Salary, "40 000");
        put(&f, anna, &salary).await.expect("agreed to");
        // As if the text had been another then.
        let data = f.raw_data().await;
        data.execute_unprepared("UPDATE consent SET version = '1999-01-01'")
            .await
            .expect("it runs");
        let state = consent(&f, anna, purpose).await.state;
        assert!(matches!(state, ConsentState::OlderText { .. }), "{state:?}");
        // Also not over what is there, which stays.
        assert!(denied(put(&f, anna, &salary).await));
        assert_eq!(list(&f, anna).await, std::slice::from_ref(&salary));
        give(&f, anna, purpose).await;
        put(&f, anna, &salary).await.expect("agreed anew");
        let state = consent(&f, anna, purpose).await.state;
        assert!(matches!(state, ConsentState::Given { .. }), "{state:?}");
    }
);

on_both!(
    consent_has_its_time_and_what_it_kept_goes_after_it,
    async |f: Fixture| {
        let (anna, berit) = (f.person().await, f.person().await);
        let purpose = ConsentPurpose::Salary;
        let salary = detail(6, PersonalField::Salary, "40 000");
        for actor in [anna, berit] {
            give(&f, actor, purpose).await;
            put(&f, actor, &salary).await.expect("agreed to");
        }
        let since = f.now();
        f.pass_days(LASTS - 1);
        // She renews it, by which what is there is kept for longer.
        give(&f, berit, purpose).await;
        f.pass_days(1);
        let until = f.now();
        let state = consent(&f, anna, purpose).await.state;
        assert_eq!(state, ConsentState::Lapsed { until });
        assert!(denied(put(&f, anna, &salary).await));
        assert_eq!(list(&f, anna).await.len(), 1, "she can still agree");
        let state = consent(&f, berit, purpose).await.state;
        let until = until + (LASTS - 1) * DAY;
        assert_eq!(state, ConsentState::Given { since, until });
        for actor in [anna, berit] {
            use_account(&f, actor).await;
        }
        f.pass_days(i64::from(LAPSED_DAYS));
        f.store.sweep().await.expect("swept");
        assert_eq!(list(&f, anna).await.len(), 1);
        f.pass(1);
        f.store.sweep().await.expect("swept");
        assert_eq!(list(&f, anna).await, []);
        assert_eq!(list(&f, berit).await.len(), 1);
        assert_eq!(consent(&f, anna, purpose).await.history.len(), 1);
    }
);

/// So that it does not go for want of use.
async fn use_account(f: &Fixture, actor: Actor) {
    let session = f.store.session_create(id_of(actor)).await;
    let session = session.expect("a session");
    f.store.session_actor(&session).await.expect("used");
}

on_both!(a_detail_is_one_short_line, async |f: Fixture| {
    let anna = f.person().await;
    give(&f, anna, ConsentPurpose::PersonalDetails).await;
    let put = async |value: &str| put(&f, anna, &detail(1, PersonalField::BirthPlace, value)).await;
    put(" Umeå\r\n\u{202e}stad ").await.expect("kept");
    assert_eq!(list(&f, anna).await[0].value, "Umeå stad");
    put("Luleå").await.expect("in its place");
    assert_eq!(list(&f, anna).await[0].value, "Luleå");
    for bad in ["", " \n ", &"x".repeat(PERSONAL_CHARACTERS + 1)] {
        assert!(matches!(put(bad).await, Err(Failure::Refused(_))), "{bad}");
    }
    // A reference is one field's.
    let other = detail(1, PersonalField::Gender, "x");
    let other = f.store.personal_put(anna, &other).await;
    assert!(matches!(other, Err(Failure::Refused(_))));
    let eve = f.person().await;
    for actor in [eve, Actor::Visitor] {
        let gone = f.store.personal_delete(actor, Id(1)).await;
        assert!(matches!(gone, Err(Failure::Missing)));
    }
    f.store.personal_delete(anna, Id(1)).await.expect("deleted");
    assert_eq!(list(&f, anna).await, []);
    let again = f.store.personal_delete(anna, Id(1)).await;
    assert!(matches!(again, Err(Failure::Missing)));
    let wrong = f.store.personal_list(anna, Purpose::Recognise).await;
    assert!(matches!(
        wrong,
        Err(Failure::Denied(Denied::Purpose(Purpose::Recognise)))
    ));
});

on_both!(
    with_the_account_go_its_consents_and_what_they_kept,
    async |f: Fixture| {
        let (anna, berit) = (f.person().await, f.person().await);
        for actor in [anna, berit] {
            give(&f, actor, ConsentPurpose::Salary).await;
            put(&f, actor, &detail(6, PersonalField::Salary, "1"))
                .await
                .expect("kept");
            f.store.restrict(actor).await.expect("restricted");
        }
        f.store.account_erase(anna).await.expect("erased");
        let data = f.raw_data().await;
        let backend = data.get_database_backend();
        for table in ["consent", "personal_detail", "standing"] {
            let count = format!("SELECT COUNT(*) AS rows FROM {table}");
            let row = data
                .query_one_raw(Statement::from_string(backend, count))
                .await;
            let row = row.expect("it runs").expect("a row");
            assert_eq!(row.try_get::<i64>("", "rows").expect("a number"), 1);
        }
        assert_eq!(list(&f, berit).await.len(), 1);
    }
);

on_both!(
    what_was_agreed_to_before_signing_in_comes_along,
    async |f: Fixture| {
        let session = member(&f, "berit@example.com", None).await;
        let berit = who(&f, &session).await.person;
        let to = Actor::Person(berit);
        let purpose = ConsentPurpose::PersonalDetails;
        // Salary she has withdrawn as a member since; that stays so.
        let (from, _) = f.writer(&blank()).await;
        for purpose in ConsentPurpose::ALL {
            give(&f, from, purpose).await;
        }
        for detail in details() {
            put(&f, from, &detail).await.expect("agreed to");
        }
        f.pass_days(1);
        give(&f, to, ConsentPurpose::Salary).await;
        withdraw(&f, to, ConsentPurpose::Salary).await;
        let moved = f.store.account_move(id_of(from), berit).await;
        assert_eq!(moved.expect("moved"), 1);
        let there = list(&f, to).await;
        assert_eq!(there, details()[..5]);
        assert_eq!(consent(&f, to, purpose).await.held, 5);
        assert_eq!(consent(&f, to, purpose).await.history.len(), 1);
        let salary = consent(&f, to, ConsentPurpose::Salary).await.state;
        assert!(
            matches!(salary, ConsentState::Withdrawn { .. }),
            "{salary:?}"
        );
        assert_eq!(withdraw(&f, to, purpose).await, 5);
    }
);

#[test]
fn a_debug_print_shows_no_value() {
    let print = format!("{:?}", detail(1, PersonalField::BirthDate, "1987-05-04"));
    assert!(print.contains("BirthDate"), "{print}");
    assert!(!print.contains("1987"), "{print}");
}
