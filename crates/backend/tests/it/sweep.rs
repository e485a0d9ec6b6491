use backend::{Failure, Rule, Swept, Uuid};
use cv::Field;
use privacy::Purpose;
use sea_orm::{ConnectionTrait, Database};

use crate::support::{Fixture, blank, on_both, set};

on_both!(
    an_account_goes_after_a_year_without_use,
    async |f: Fixture| {
        let (idle, hers) = f.writer(&blank()).await;
        let (busy, theirs) = f.writer(&blank()).await;
        let privacy::Actor::Person(person) = busy else {
            panic!("a person")
        };
        let token = f.store.session_create(person).await.expect("a session");
        let edits = [set(Field::Name, "Anna")];
        f.store
            .cv_save(busy, theirs, 1, Uuid::now_v7(), &edits)
            .await
            .expect("taken");
        assert_eq!(f.store.sweep().await.expect("swept"), Swept::default());
        f.pass_days(300);
        f.store
            .session_actor(&token)
            .await
            .expect("the store answers");
        f.pass_days(66);
        let swept = f.store.sweep().await.expect("swept");
        let counts: Vec<_> = swept.iter().collect();
        let expected = [
            (Rule::Sessions, 1),
            (Rule::Batches, 1),
            (Rule::Unused, 1),
            (Rule::Collected, 1),
        ];
        assert_eq!(counts, expected);
        let gone = f.store.cv_load(idle, Purpose::KeepSaved, hers, None).await;
        assert!(matches!(gone, Err(Failure::Missing)));
        let there = f
            .store
            .cv_load(busy, Purpose::KeepSaved, theirs, None)
            .await;
        assert!(there.is_ok());
    }
);

/// What one rule cannot do keeps no other from its work, and it is told what they did.
#[tokio::test(flavor = "multi_thread")]
async fn a_rule_that_fails_keeps_no_other_from_its_work() {
    let f = crate::support::sqlite().await;
    let (actor, _) = f.writer(&blank()).await;
    let privacy::Actor::Person(person) = actor else {
        panic!("a person")
    };
    f.store.session_create(person).await.expect("a session");
    f.pass_days(366);
    let raw = f.raw_data().await;
    let away = "ALTER TABLE ceremony RENAME TO away";
    raw.execute_unprepared(away).await.expect("it runs");
    let swept = f.store.sweep().await.expect("the others are done");
    assert_eq!(swept.failed(), [Rule::Ceremonies]);
    let counts: Vec<_> = swept.iter().collect();
    // The last is that somebody gave anything at all, a year ago.
    assert_eq!(
        counts,
        [(Rule::Sessions, 1), (Rule::Unused, 1), (Rule::Collected, 1)]
    );
    let back = "ALTER TABLE away RENAME TO ceremony";
    raw.execute_unprepared(back).await.expect("it runs");
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.failed(), []);
    assert!(swept.is_empty());
}

/// What was cut off between two steps, as it then lies there.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_half_done_is_finished() {
    let f = crate::support::sqlite().await;
    let (actor, id) = f.writer(&blank()).await;
    let file = f.folder.path().join("merit.sqlite");
    let data = Database::connect(format!("sqlite://{}", file.display()))
        .await
        .expect("the file");
    // Nobody can use an account any more that is going; its key is still there.
    let erasing = "UPDATE account SET state = 'erasing'";
    data.execute_unprepared(erasing).await.expect("it runs");
    let save = f.store.cv_create(actor, Uuid::now_v7(), &blank()).await;
    assert!(matches!(save, Err(Failure::Missing)));
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::Interrupted), 1);
    let load = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
    assert!(matches!(load, Err(Failure::Missing)));

    // A key whose account was never finished goes, but not in its first day.
    f.person().await;
    f.person().await;
    let one = "DELETE FROM account WHERE id = (SELECT id FROM account LIMIT 1)";
    data.execute_unprepared(one).await.expect("it runs");
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Keys), 0);
    f.pass_days(2);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Keys), 1);

    // Many at once are no accident.
    for _ in 0..30 {
        f.person().await;
    }
    let all = "DELETE FROM account";
    data.execute_unprepared(all).await.expect("it runs");
    f.pass_days(2);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Keys), 0);
}
