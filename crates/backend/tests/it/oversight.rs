//! What goes by itself, told before; and what the server proves of itself.

use backend::{DAY, Letter, Rule, SignIn, Step};
use privacy::Role;
use privacy::inventory::Category;
use sea_orm::ConnectionTrait;

use crate::console::{anna, officer};
use crate::members::{ADDRESS, PASSWORD, letters, member, sign_in, who};
use crate::support::{Fixture, on_both, sqlite};

on_both!(
    /// R35: a letter a month before, once, and again only after they were back.
    owners_of_dormant_accounts_are_told_before_they_go,
    async |f: Fixture| {
        member(&f, ADDRESS, None).await;
        letters(&f).await;
        let used_at = f.now() - f.now().rem_euclid(DAY);
        f.pass_days(334);
        assert_eq!(f.store.warn_dormant().await.expect("an answer"), 0);
        f.pass_days(2);
        let eva = officer(&f, "eva@example.com").await;
        letters(&f).await;
        let dormant = f.store.dormant(&eva).await.expect("counted");
        assert_eq!((dormant.warned, dormant.to_warn), (0, 1));
        assert_eq!(dormant.next_at, Some(used_at + 365 * DAY));
        // Nobody goes who was not told, however long they were away.
        let ahead = f.store.sweep_ahead(&eva, 400).await.expect("counted");
        assert_eq!(ahead.by(Rule::Unused), 0);

        assert_eq!(f.store.warn_dormant().await.expect("an answer"), 1);
        // What a sweep will take by then is counted, and nothing is gone.
        let ahead = f.store.sweep_ahead(&eva, 30).await.expect("counted");
        assert_eq!(ahead.by(Rule::Unused), 1);
        assert_eq!(f.store.sweep_ahead(&eva, 29).await.expect("counted").by(Rule::Unused), 0);
        assert_eq!(f.store.warn_dormant().await.expect("an answer"), 0);
        let told = letters(&f).await;
        // A day late, and with as long as ever until the end.
        let letter = Letter::Dormant { at: f.now() + 30 * DAY };
        assert_eq!(told, [(ADDRESS.to_lowercase(), letter)]);
        let dormant = f.store.dormant(&eva).await.expect("counted");
        assert_eq!((dormant.warned, dormant.to_warn), (1, 0));
        // Somebody is back, and stays away again.
        assert!(matches!(sign_in(&f, ADDRESS, PASSWORD).await, SignIn::Done(_)));
        let SignIn::Done(token) = sign_in(&f, ADDRESS, PASSWORD).await else {
            panic!("signed in")
        };
        who(&f, &token).await;
        assert_eq!(f.store.dormant(&eva).await.expect("counted").next_at, None);
        f.pass_days(340);
        assert_eq!(f.store.warn_dormant().await.expect("an answer"), 2);
        f.pass_days(29);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 0);
        f.pass_days(1);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 2);
    }
);

/// R42: each step passes on a store that is well, and fails on one that is not.
#[tokio::test(flavor = "multi_thread")]
async fn the_server_proves_itself_and_says_when_it_cannot() {
    let f = sqlite().await;
    anna(&f).await;
    let eva = officer(&f, "eva@example.com").await;
    f.store
        .operator_role("eva@example.com", Role::Administrator)
        .await
        .expect("an answer");
    letters(&f).await;
    f.store.audit_checkpoint().await.expect("signed");
    assert!(!f.store.proved_today().await.expect("an answer"));
    let proved = f
        .store
        .prove_itself(&f.options, true)
        .await
        .expect("proved");
    assert_eq!(
        proved.iter().map(|found| found.step).collect::<Vec<_>>(),
        Step::ALL
    );
    for found in &proved {
        assert!(found.passed, "{found:?}");
    }
    assert!(f.store.proved_today().await.expect("an answer"));
    assert_eq!(letters(&f).await, []);
    // What was planted was collected of nobody (R12).
    let collected = f.store.collected().await.expect("an answer");
    for planted in [Category::Salary, Category::Protected, Category::Image] {
        assert!(!collected.contains(&planted), "{planted:?}");
    }
    // Nothing is left of what was brought back, and the log says of no backup.
    for left in ["drill.tmp", "canary.tmp"] {
        assert!(!f.folder.path().join(left).exists(), "{left}");
    }

    // A week without a backup; a sweep that was not; a key that does not open; a row of
    // the log that was changed.
    f.pass_days(8);
    let raw = f.raw_data().await;
    let report =
        "INSERT INTO erasure_report (secret_hash, report, made_at) VALUES (X'01', X'01', 0)";
    raw.execute_unprepared(report).await.expect("it runs");
    raw.execute_unprepared("UPDATE audit SET action = 'signed_in' WHERE seq = 1")
        .await
        .expect("it runs");
    let keys = f.raw_keys().await;
    keys.execute_unprepared(
        "UPDATE person_key SET wrapped = X'00' WHERE account_id = (SELECT min(account_id) FROM person_key)",
    )
    .await
    .expect("it runs");
    let proved = f
        .store
        .prove_itself(&f.options, false)
        .await
        .expect("proved");
    let failing: Vec<Step> = proved
        .iter()
        .filter(|found| !found.passed)
        .map(|found| found.step)
        .collect();
    for step in [
        Step::Purge,
        Step::Restore,
        Step::Keys,
        Step::Backups,
        Step::AuditLog,
    ] {
        assert!(failing.contains(&step), "{step:?} in {failing:?}");
    }
    let told = letters(&f).await;
    assert_eq!(told, [("eva@example.com".to_owned(), Letter::ProofFailed)]);
    let shown = f.store.proofs(&eva).await.expect("an answer");
    assert_eq!(shown.len(), 2 * Step::ALL.len());
}
