use backend::{Failure, Swept, Uuid};
use cv::Field;
use privacy::Purpose;

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
        let expected = Swept {
            accounts: 1,
            sessions: 1,
            batches: 1,
            keys: 0,
        };
        assert_eq!(swept, expected);
        let gone = f.store.cv_load(idle, Purpose::KeepSaved, hers, None).await;
        assert!(matches!(gone, Err(Failure::Missing)));
        let there = f
            .store
            .cv_load(busy, Purpose::KeepSaved, theirs, None)
            .await;
        assert!(there.is_ok());
    }
);
