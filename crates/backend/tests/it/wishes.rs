//! What somebody has wanted since a backup is so when it is put back.

use std::fs;
use std::path::Path;

use backend::{Agreement, ConsentBy, ConsentState, MailLang, PersonalDetail, Store, Uuid, restore};
use cv::{Id, PersonalField};
use privacy::{Actor, ConsentPurpose, Purpose};
use tempfile::TempDir;

use crate::members::id_of;
use crate::support::{Fixture, sqlite};

const SALARY: ConsentPurpose = ConsentPurpose::Salary;

async fn give(store: &Store, actor: Actor) {
    let agreement = Agreement {
        version: SALARY.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Page,
    };
    let given = store.consent_give(actor, SALARY, &agreement).await;
    given.expect("noted");
}

async fn put(store: &Store, actor: Actor) {
    let detail = PersonalDetail {
        reference: Id(5),
        field: PersonalField::Salary,
        value: "41 750 kr".to_owned(),
    };
    store.personal_put(actor, &detail).await.expect("kept");
}

async fn withdraw(store: &Store, actor: Actor) {
    let (lang, by) = (MailLang::Sv, ConsentBy::Page);
    let withdrawn = store.consent_withdraw(actor, SALARY, lang, by).await;
    withdrawn.expect("noted");
}

async fn details(store: &Store, actor: Actor) -> usize {
    let listed = store.personal_list(actor, Purpose::KeepSaved).await;
    listed.expect("a list").len()
}

async fn state(store: &Store, actor: Actor) -> ConsentState {
    let consents = store.consents(actor).await.expect("an answer");
    let found = consents.into_iter().find(|it| it.purpose == SALARY);
    found.expect("every purpose is there").state
}

pub(crate) async fn backup(f: &Fixture) -> TempDir {
    let backups = tempfile::tempdir().expect("a folder");
    f.store.backup(backups.path(), 30).await.expect("backed up");
    backups
}

/// A backup in a folder of its own, with the ledger as it is now.
pub(crate) async fn put_back(f: &Fixture, backups: &Path) -> (TempDir, Store, u64) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = "root.key";
    fs::copy(f.folder.path().join(root), folder.path().join(root)).expect("copied");
    let ledger = f.folder.path().join("erasures.ledger");
    fs::copy(ledger, backups.join("erasures-now.ledger")).expect("copied");
    let options = backend::Options {
        clock: f.options.clock.clone(),
        ..backend::Options::in_folder(folder.path())
    };
    let source = backend::Source {
        folder: backups.to_owned(),
        data: None,
        without_ledger: false,
    };
    let restored = restore(&options, &source).await.expect("it is back");
    let store = Store::open(&options).await.expect("it opens").store;
    (folder, store, restored.withdrawn_again)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawal_outlives_a_restore() {
    let f = sqlite().await;
    let (anna, berit) = (f.person().await, f.person().await);
    for actor in [anna, berit] {
        give(&f.store, actor).await;
        put(&f.store, actor).await;
    }
    let backups = backup(&f).await;
    f.pass_days(2);
    // Once more before she takes it back: that ends both lines.
    give(&f.store, anna).await;
    withdraw(&f.store, anna).await;
    f.pass_days(1);

    let (_folder, store, again) = put_back(&f, backups.path()).await;
    assert_eq!(again, 1);
    assert!(matches!(
        state(&store, anna).await,
        ConsentState::Withdrawn { .. }
    ));
    assert_eq!(details(&store, anna).await, 0);
    let other = PersonalDetail {
        reference: Id(6),
        field: PersonalField::Salary,
        value: "1".to_owned(),
    };
    assert!(store.personal_put(anna, &other).await.is_err());
    assert!(matches!(
        state(&store, berit).await,
        ConsentState::Given { .. }
    ));
    assert_eq!(details(&store, berit).await, 1);
    store.audit_checkpoint().await.expect("signed");

    // Who has agreed anew since has agreed: a backup of after that keeps it.
    give(&f.store, anna).await;
    put(&f.store, anna).await;
    let backups = backup(&f).await;
    let (_folder, store, again) = put_back(&f, backups.path()).await;
    assert_eq!(again, 0);
    assert!(matches!(
        state(&store, anna).await,
        ConsentState::Given { .. }
    ));
    assert_eq!(details(&store, anna).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restriction_and_a_limit_outlive_a_restore() {
    let f = sqlite().await;
    let (anna, berit) = (f.person().await, f.person().await);
    f.store.restrict(berit).await.expect("restricted");
    f.store.lift(berit).await.expect("lifted");
    let before = backup(&f).await;
    f.store.restrict(anna).await.expect("restricted");
    f.store.limit(anna).await.expect("limited");
    f.store.opt_out(anna).await.expect("noted");

    let (_folder, store, again) = put_back(&f, before.path()).await;
    assert_eq!(again, 1);
    let limits = store.limits(anna).await.expect("an answer");
    assert!(limits.opted_out_at.is_some() && limits.protect_objected_at.is_none());
    let limits = limits.standing();
    assert!(limits.restricted && limits.limited);
    let limits = store.limits(berit).await.expect("an answer").standing();
    assert!(!limits.restricted && !limits.limited);

    // What was lifted, and restricted once more, is as it was last.
    f.store.lift(anna).await.expect("lifted");
    let (_folder, store, _) = put_back(&f, before.path()).await;
    let limits = store.limits(anna).await.expect("an answer").standing();
    assert!(!limits.restricted && limits.limited);
    f.store.restrict(anna).await.expect("restricted");
    let (_folder, store, _) = put_back(&f, before.path()).await;
    let limits = store.limits(anna).await.expect("an answer").standing();
    assert!(limits.restricted && limits.limited);
}

/// A line of the ledger is about nobody for who has not the key.
#[tokio::test(flavor = "multi_thread")]
async fn no_line_names_anybody() {
    let f = sqlite().await;
    let anna = f.person().await;
    give(&f.store, anna).await;
    withdraw(&f.store, anna).await;
    f.store.restrict(anna).await.expect("restricted");
    let ledger = fs::read_to_string(f.folder.path().join("erasures.ledger"));
    let ledger = ledger.expect("the file");
    assert_eq!(ledger.lines().count(), 3, "{ledger}");
    let id = Uuid::from_bytes(id_of(anna).0);
    let words = [id.to_string(), id.simple().to_string()];
    let plain = ["salary", "withdrawn", "restricted"].map(str::to_owned);
    for word in words.into_iter().chain(plain) {
        assert!(!ledger.contains(&word), "{word} in {ledger}");
    }
}

/// The ledger's disk is gone: nobody is kept from taking back what they agreed to.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_ledger_a_withdrawal_is_done() {
    let f = sqlite().await;
    let anna = f.person().await;
    give(&f.store, anna).await;
    put(&f.store, anna).await;
    let ledger = f.folder.path().join("erasures.ledger");
    fs::rename(&ledger, f.folder.path().join("aside")).expect("moved");
    withdraw(&f.store, anna).await;
    assert_eq!(details(&f.store, anna).await, 0);
    assert!(matches!(
        state(&f.store, anna).await,
        ConsentState::Withdrawn { .. }
    ));
}
