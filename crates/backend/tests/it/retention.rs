//! The table of what goes by itself: it is the inventory's, it can be stopped,
//! and what it would do can be seen before.

use std::collections::{BTreeMap, BTreeSet};
use std::future::poll_fn;
use std::task::Poll;

use backend::{DAY, Ends, Rule, Store, Swept, Uuid};
use privacy::inventory::{self, FILES};
use privacy::{Date, Period, Periods, Retention};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{token, wish};
use crate::support::{Fixture, blank, on_both, open, sqlite};

/// Both ways: a column that no rule deletes in time, and a rule that nobody declared.
#[test]
fn every_retention_has_its_rule_and_every_rule_its_retention() {
    let mut rules: BTreeMap<&str, (Rule, Retention)> = BTreeMap::new();
    for rule in Rule::ALL {
        let Ends::Declared(retention, tables) = rule.ends() else {
            continue;
        };
        for table in tables {
            let twice = rules.insert(table, (rule, retention));
            assert!(twice.is_none(), "{table}: {twice:?} and {rule:?}");
        }
    }
    let mut seen = BTreeSet::new();
    for entry in inventory::columns().chain(FILES) {
        let table = match entry.path.strip_prefix("file:") {
            Some(_) => entry.path,
            None => entry.path.split('.').next().unwrap_or_default(),
        };
        let (_, retention) = rules
            .get(table)
            .unwrap_or_else(|| panic!("nothing deletes {}", entry.path));
        assert_eq!(entry.retention, *retention, "{}", entry.path);
        seen.insert(table);
    }
    assert_eq!(seen, rules.keys().copied().collect());
    // The operator's periods are of the rule that carries them out.
    for rule in Rule::ALL {
        let Some(period) = rule.period() else {
            continue;
        };
        assert_eq!(rule.days(&Periods::default()), Some(period.usual().into()));
    }
}

async fn count(f: &Fixture, table: &str) -> i64 {
    let raw = f.raw_data().await;
    let sql = format!("SELECT count(*) FROM {table}");
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

async fn run(f: &Fixture, sql: &str) {
    let raw = f.raw_data().await;
    raw.execute_unprepared(sql).await.expect("it runs");
}

/// More attempts to sign in than are deleted in one go, and one from now.
async fn many_attempts(f: &Fixture) {
    let (actor, _) = f.writer(&blank()).await;
    let privacy::Actor::Person(person) = actor else {
        panic!("a person")
    };
    let account = Uuid::from_bytes(person.0).simple().to_string();
    let old = f.now() - 91 * DAY;
    run(
        f,
        &format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1300) \
             INSERT INTO sign_in (account_id, id, at, outcome, method) \
             SELECT X'{account}', randomblob(16), {old}, 'done', 'password' FROM n"
        ),
    )
    .await;
    let now = f.now();
    run(
        f,
        &format!(
            "INSERT INTO sign_in (account_id, id, at, outcome, method) \
             VALUES (X'{account}', randomblob(16), {now}, 'done', 'password')"
        ),
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sweep_that_is_stopped_goes_on_where_it_was() {
    let f = sqlite().await;
    many_attempts(&f).await;
    assert_eq!(count(&f, "sign_in").await, 1301);
    let some = f.store.sweep_some(Rule::SignIns).await.expect("a batch");
    assert_eq!(some, 500);
    assert_eq!(count(&f, "sign_in").await, 801);
    // Stopped in the middle of the next, wherever that is.
    let mut turns = 6;
    let mut sweep = Box::pin(f.store.sweep());
    poll_fn(|context| {
        turns -= 1;
        match sweep.as_mut().poll(context) {
            Poll::Pending if turns > 0 => Poll::Pending,
            _ => Poll::Ready(()),
        }
    })
    .await;
    drop(sweep);
    let f = f.restart(async |_| {}).await;
    let left = count(&f, "sign_in").await;
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::SignIns) as i64, left - 1);
    assert_eq!(count(&f, "sign_in").await, 1);
    assert_eq!(f.store.sweep().await.expect("swept"), Swept::default());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_changes_nothing_and_counts_what_then_goes() {
    let f = sqlite().await;
    many_attempts(&f).await;
    // An account that nobody uses, one that is half erased, one that never began.
    f.pass_days(366);
    let (busy, _) = f.writer(&blank()).await;
    let (_, _) = f.writer(&blank()).await;
    let half = "UPDATE account SET state = 'erasing' WHERE id = \
                (SELECT max(id) FROM account)";
    run(&f, half).await;
    f.store
        .sign_up(&wish("lead@example.com", None))
        .await
        .expect("an answer")
        .expect("asked");
    f.pass_days(8);
    f.store.account_erase(busy).await.expect("erased");

    let tables = ["account", "sign_in", "mail", "ticket", "document", "audit"];
    let mut before = Vec::new();
    for table in tables {
        before.push(count(&f, table).await);
    }
    let ledger = f.folder.path().join("erasures.ledger");
    let book = std::fs::read(&ledger).expect("the ledger");
    let preview = f.store.sweep_preview().await.expect("counted");
    let mut after = Vec::new();
    for table in tables {
        after.push(count(&f, table).await);
    }
    assert_eq!(after, before);
    assert_eq!(std::fs::read(&ledger).expect("the ledger"), book);
    assert_eq!(f.store.sweep_preview().await.expect("counted"), preview);

    let swept = f.store.sweep().await.expect("swept");
    for rule in [
        Rule::SignIns,
        Rule::Letters,
        Rule::Tickets,
        Rule::Interrupted,
        Rule::Unused,
        Rule::Unfinished,
    ] {
        assert!(swept.by(rule) > 0, "{rule:?} of {swept:?}");
    }
    assert_eq!(swept, preview);
    assert!(f.store.sweep_preview().await.expect("counted").is_empty());
    assert!(f.store.sweep().await.expect("swept").is_empty());
}

/// A day, as the fixture's clock has it.
fn noon(year: i32, month: u8, day: u8) -> i64 {
    let date = Date::new(year, month, day).expect("a day");
    date.starts() + DAY / 2
}

on_both!(
    who_began_to_sign_up_is_gone_after_a_month_of_the_calendar,
    async |f: Fixture| {
        for (began, last, gone) in [
            ((2026, 1, 31), (2026, 2, 27), (2026, 2, 28)),
            ((2028, 1, 31), (2028, 2, 28), (2028, 2, 29)),
            ((2028, 2, 29), (2028, 3, 28), (2028, 3, 29)),
            ((2028, 11, 15), (2028, 12, 14), (2028, 12, 15)),
            ((2028, 12, 31), (2029, 1, 30), (2029, 1, 31)),
        ] {
            let at = |(year, month, day)| noon(year, month, day) - f.now();
            f.pass(at(began));
            let asked = f.store.sign_up(&wish("lead@example.com", None)).await;
            asked.expect("an answer").expect("asked");
            let link = token(&f).await;
            // Whatever would let it be finished for longer.
            run(
                &f,
                &format!(
                    "UPDATE ticket SET created_at = {0}, expires_at = {0}",
                    i64::MAX
                ),
            )
            .await;
            f.pass(at(last));
            // They look again, which is no new beginning.
            assert!(f.store.sign_up_pending(&link).await.expect("an answer"));
            let swept = f.store.sweep().await.expect("swept");
            assert_eq!(swept, Swept::default(), "{last:?}");
            // From the day's first moment on.
            f.pass(Date::new(gone.0, gone.1, gone.2).expect("a day").starts() - f.now());
            let preview = f.store.sweep_preview().await.expect("counted");
            assert_eq!(preview.by(Rule::Leads), 1, "{gone:?}");
            let swept = f.store.sweep().await.expect("swept");
            assert_eq!(swept.by(Rule::Leads), 1, "{gone:?}");
            assert!(!f.store.sign_up_pending(&link).await.expect("an answer"));
            assert_eq!(count(&f, "account").await, 0);
            // Once more is nothing more.
            assert_eq!(f.store.sweep().await.expect("swept"), Swept::default());
        }
    }
);

on_both!(
    /// 365 days, whatever the months: from a month's last day, from 29 February, and
    /// over the end of a year that is longer.
    who_does_not_come_back_is_gone_after_a_year_of_days,
    async |f: Fixture| {
        for (used, gone) in [
            ((2026, 1, 31), (2027, 1, 31)),
            ((2027, 12, 31), (2028, 12, 30)),
            ((2029, 2, 28), (2030, 2, 28)),
            ((2032, 2, 29), (2033, 2, 28)),
        ] {
            let at = |(year, month, day)| noon(year, month, day) - f.now();
            f.pass(at(used));
            f.writer(&blank()).await;
            let gone = Date::new(gone.0, gone.1, gone.2).expect("a day");
            // Use is noted to the day: until that day is over, it may have been now.
            f.pass(gone.starts() - f.now());
            assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 0, "{gone}");
            f.pass(1);
            assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 1, "{gone}");
            assert_eq!(count(&f, "account").await, 0);
        }
    }
);

#[tokio::test(flavor = "multi_thread")]
async fn the_operators_periods_are_carried_out() {
    let mut periods = Periods::default();
    periods.set(Period::Saved, 30, None).expect("shorter");
    let ground = Some("a law asks for it".to_owned());
    periods.set(Period::SignIn, 100, ground).expect("founded");
    let f = open(|options| options.periods = periods).await;
    many_attempts(&f).await;
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::SignIns), 0);
    f.pass_days(10);
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::SignIns), 1300);
    f.pass_days(19);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 0);
    f.pass_days(1);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 1);
    // Another server has its own.
    let options = backend::Options {
        periods: Periods::default(),
        ..f.options.clone()
    };
    let store = Store::open(&options).await.expect("it opens").store;
    assert_eq!(store.periods().days(Period::Saved), 365);
}
