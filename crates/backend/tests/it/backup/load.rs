//! A backup that is made while people write, come and go.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use backend::{Saved, Secret, Store, Uuid};
use cv::Field;
use privacy::{Actor, Purpose};

use crate::support::{Fixture, declaration, named, on_both, set};

/// Somebody who saves as fast as they can, each time their document's version
/// as its name.
async fn save_on(
    store: Store,
    acknowledged: Arc<AtomicU64>,
    stop: Arc<AtomicBool>,
) -> (Actor, Uuid) {
    let person = store
        .account_create(&Secret::generate(), &declaration())
        .await;
    let actor = Actor::Person(person.expect("an account"));
    let id = Uuid::now_v7();
    store
        .cv_create(actor, id, &named("1"))
        .await
        .expect("saved");
    let mut version = 1;
    while !stop.load(Ordering::SeqCst) {
        let edits = [set(Field::Name, &(version + 1).to_string())];
        let saved = store
            .cv_save(actor, id, version, Uuid::now_v7(), &edits)
            .await;
        assert_eq!(saved.expect("an answer"), Saved::Taken(version + 1));
        version += 1;
        acknowledged.store(version, Ordering::SeqCst);
    }
    (actor, id)
}

/// People who come and go while that goes on.
async fn come_and_go(store: Store, stop: Arc<AtomicBool>) -> Vec<(Actor, Uuid)> {
    let mut stayed = Vec::new();
    while !stop.load(Ordering::SeqCst) {
        let person = store
            .account_create(&Secret::generate(), &declaration())
            .await;
        let actor = Actor::Person(person.expect("an account"));
        let id = Uuid::now_v7();
        store
            .cv_create(actor, id, &named("stays"))
            .await
            .expect("saved");
        stayed.push((actor, id));
        if stayed.len() % 2 == 0 {
            let (gone, _) = stayed.remove(0);
            store.account_erase(gone).await.expect("erased");
        }
    }
    stayed
}

on_both!(
    under_load_every_acknowledged_save_is_in_it,
    async |f: Fixture| {
        for number in 0..200 {
            f.writer(&named(&format!("Person {number}"))).await;
        }
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..4)
            .map(|_| {
                let acknowledged = Arc::new(AtomicU64::new(0));
                let task = save_on(f.store.clone(), acknowledged.clone(), stop.clone());
                (acknowledged, tokio::spawn(task))
            })
            .collect();
        let comers = tokio::spawn(come_and_go(f.store.clone(), stop.clone()));
        let at_least = |least: u64| {
            let all = writers
                .iter()
                .map(|(saved, _)| saved.clone())
                .collect::<Vec<_>>();
            async move {
                while all.iter().any(|saved| saved.load(Ordering::SeqCst) < least) {
                    tokio::time::sleep(std::time::Duration::from_millis(1)).await;
                }
            }
        };
        at_least(5).await;
        let before: Vec<u64> = writers
            .iter()
            .map(|(s, _)| s.load(Ordering::SeqCst))
            .collect();
        let made = f.back_up().await;
        let after: Vec<u64> = writers
            .iter()
            .map(|(s, _)| s.load(Ordering::SeqCst))
            .collect();
        assert!(before != after, "nobody saved while the backup was made");
        at_least(after.iter().max().expect("a version") + 1).await;
        stop.store(true, Ordering::SeqCst);

        let target = f.target();
        let restored = f.restored(&target).await.expect("restored");
        assert_eq!(restored.audit.faults, []);
        assert!(restored.rows <= made.rows);
        let store = target.open().await;
        for ((_, task), before) in writers.into_iter().zip(before) {
            let (actor, id) = task.await.expect("it ends");
            let stored = store.cv_load(actor, Purpose::KeepSaved, id, None).await;
            let stored = stored.expect("it is there").expect("nothing was known");
            assert!(stored.version >= before, "{} of {before}", stored.version);
            // Of one moment: the row, and what is sealed in it.
            let name = stored.document.basics.text(Field::Name);
            assert_eq!(name, stored.version.to_string());
        }
        comers.await.expect("it ends");
        // Who came or went in the middle is there whole, or not at all.
        store.sweep().await.expect("swept");
        assert_eq!(store.audit_verify().await.expect("verified").faults, []);
    }
);
