use backend::{DOCUMENTS, Failure, Saved, Stored, Uuid};
use cv::Field;
use privacy::{Actor, Purpose};

use crate::support::{Fixture, blank, named, on_both, set};

on_both!(a_batch_is_taken_once, async |f: Fixture| {
    let (actor, id) = f.writer(&blank()).await;
    let batch = Uuid::now_v7();
    let edits = [set(Field::Name, "Anna"), set(Field::Label, "Smith")];
    for _ in 0..3 {
        let saved = f.store.cv_save(actor, id, 1, batch, &edits).await;
        assert_eq!(saved.expect("taken"), Saved::Taken(2));
    }
    // Also after others: the answer is the one that was lost.
    let other = f.save(actor, id, 2, set(Field::City, "Umeå"));
    assert_eq!(other.await, Saved::Taken(3));
    let saved = f.store.cv_save(actor, id, 1, batch, &edits).await;
    assert_eq!(saved.expect("taken long ago"), Saved::Taken(2));

    let stored = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
    let stored = stored.expect("it is there").expect("nothing was known");
    assert_eq!(stored.version, 3);
    assert_eq!(stored.document.basics.text(Field::Name), "Anna");
    assert_eq!(stored.document.basics.text(Field::City), "Umeå");
    let known = f
        .store
        .cv_load(actor, Purpose::KeepSaved, id, Some(3))
        .await;
    assert_eq!(known.expect("it is there"), None);
});

on_both!(
    a_stale_batch_changes_nothing_and_is_told_what_is_there,
    async |f: Fixture| {
        let (actor, id) = f.writer(&named("Anna")).await;
        let first = f.save(actor, id, 1, set(Field::Label, "A"));
        assert_eq!(first.await, Saved::Taken(2));
        for base in [0, 1, 3, u64::MAX] {
            let late = f.save(actor, id, base, set(Field::Label, "B"));
            let Saved::Stale(stale) = late.await else {
                panic!("{base} is not the version");
            };
            let Stored { version, document } = *stale;
            assert_eq!(version, 2);
            assert_eq!(document.basics.text(Field::Label), "A");
        }
    }
);

on_both!(
    /// Eight browsers at once, each with its own words: all of them end up there,
    /// and the version counts exactly those that were taken.
    writers_at_the_same_time_take_turns,
    async |f: Fixture| {
        let (actor, id) = f.writer(&blank()).await;
        let fields = [
            Field::Name, Field::Label, Field::Email, Field::Phone,
            Field::Address, Field::City, Field::Region, Field::PostalCode,
        ];
        let mut tasks = Vec::new();
        for field in fields {
            let store = f.store.clone();
            tasks.push(tokio::spawn(async move {
                let mut base = 1;
                let batch = Uuid::now_v7();
                loop {
                    let edits = [set(field, field.json())];
                    match store.cv_save(actor, id, base, batch, &edits).await.expect("an answer") {
                        Saved::Taken(_) => return,
                        Saved::Stale(stored) => base = stored.version,
                    }
                }
            }));
        }
        for task in tasks {
            task.await.expect("no panic");
        }
        let stored = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
        let stored = stored.expect("it is there").expect("nothing was known");
        assert_eq!(stored.version, 1 + fields.len() as u64);
        for field in fields {
            assert_eq!(stored.document.basics.text(field), field.json());
        }
    }
);

on_both!(
    edits_that_do_not_apply_change_nothing,
    async |f: Fixture| {
        let (actor, id) = f.writer(&named("Anna")).await;
        let gone = cv::Edit::RemoveItem { item: cv::Id(999) };
        let wrong = [set(Field::Name, "Berit"), gone];
        let refused = f.store.cv_save(actor, id, 1, Uuid::now_v7(), &wrong).await;
        assert!(matches!(refused, Err(Failure::Refused(_))));
        let stored = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
        let stored = stored.expect("it is there").expect("nothing was known");
        assert_eq!(stored.version, 1);
        assert_eq!(stored.document, named("Anna"));
    }
);

on_both!(
    /// Every function, asked by a stranger and by nobody, answers as if there
    /// were nothing.
    nobody_elses_document_is_there,
    async |f: Fixture| {
        let (owner, id) = f.writer(&named("Anna")).await;
        let stranger = f.person().await;
        for actor in [stranger, Actor::Visitor] {
            let load = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
            assert!(matches!(load, Err(Failure::Missing)));
            let known = f.store.cv_load(actor, Purpose::KeepSaved, id, Some(1)).await;
            assert!(matches!(known, Err(Failure::Missing)));
            let edits = [set(Field::Name, "Eve")];
            let save = f.store.cv_save(actor, id, 1, Uuid::now_v7(), &edits).await;
            assert!(matches!(save, Err(Failure::Missing)));
            let delete = f.store.cv_delete(actor, id).await;
            assert!(matches!(delete, Err(Failure::Missing)));
            let listed = f.store.cv_list(actor).await.unwrap_or_default();
            assert!(listed.is_empty());
        }
        // A stranger may use the same id; it is another document.
        f.store.cv_create(stranger, id, &named("Eve")).await.expect("their own");
        let stored = f.store.cv_load(owner, Purpose::KeepSaved, id, None).await;
        let stored = stored.expect("it is there").expect("nothing was known");
        assert_eq!(stored.document, named("Anna"));
        let denied = f.store.cv_load(owner, Purpose::RememberChoice, id, None).await;
        assert!(matches!(denied, Err(Failure::Denied(_))));
    }
);

on_both!(
    a_document_is_created_once_and_there_is_a_quota,
    async |f: Fixture| {
        let (actor, id) = f.writer(&named("Anna")).await;
        f.store
            .cv_create(actor, id, &named("Berit"))
            .await
            .expect("nothing happens");
        for _ in 1..DOCUMENTS {
            f.store
                .cv_create(actor, Uuid::now_v7(), &blank())
                .await
                .expect("room");
        }
        let more = f.store.cv_create(actor, Uuid::now_v7(), &blank()).await;
        assert!(matches!(more, Err(Failure::Quota)));
        f.store
            .cv_create(actor, id, &named("Berit"))
            .await
            .expect("the answer of old");
        let stored = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
        let stored = stored.expect("it is there").expect("nothing was known");
        assert_eq!(stored.document, named("Anna"));
        let listed = f.store.cv_list(actor).await.expect("the store answers");
        assert_eq!(listed.len() as u64, DOCUMENTS);
    }
);

on_both!(
    with_the_last_document_the_account_goes,
    async |f: Fixture| {
        let (actor, first) = f.writer(&blank()).await;
        let second = Uuid::now_v7();
        f.store
            .cv_create(actor, second, &blank())
            .await
            .expect("room");
        assert!(!f.store.cv_delete(actor, first).await.expect("deleted"));
        let gone = f
            .store
            .cv_load(actor, Purpose::KeepSaved, first, None)
            .await;
        assert!(matches!(gone, Err(Failure::Missing)));
        assert!(f.store.cv_delete(actor, second).await.expect("deleted"));
        let created = f.store.cv_create(actor, second, &blank()).await;
        assert!(matches!(created, Err(Failure::Missing)));
    }
);
