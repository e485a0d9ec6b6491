//! What those who work here have decided is so when an older backup is put back.

use backend::{Failure, Found, NewReport, PageNow, PersonState, SignIn, Slug, Store, Uuid, Who};
use privacy::Role;
use privacy::report::Reason;

use crate::console::{WHY, account, anna, officer};
use crate::members::{ADDRESS, PASSWORD, agent};
use crate::support::{Fixture, sqlite};
use crate::wishes::{backup, put_back};

async fn block(f: &Fixture, eva: &Who, id: Uuid) {
    let blocked = f.store.person_block(eva, id, WHY).await;
    blocked.expect("an answer").expect("blocked");
}

async fn page(store: &Store) -> Found {
    let slug = Slug::parse("anna").expect("an address");
    store.page_find(&slug).await.expect("the store answers")
}

async fn sign_in(store: &Store) -> Result<SignIn, Failure> {
    store.sign_in(ADDRESS, PASSWORD, &agent("Firefox")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_outlives_a_restore() {
    let f = sqlite().await;
    let eva = officer(&f, "eva@example.com").await;
    let id = account(&anna(&f).await);
    // She had a role then, which was taken before she was blocked.
    let role = f.store.operator_role(ADDRESS, Role::Support).await;
    role.expect("an answer");
    let before = backup(&f).await;
    let role = f.store.operator_role(ADDRESS, Role::Member).await;
    role.expect("an answer");
    block(&f, &eva, id).await;
    f.pass_days(1);

    let (_folder, store, again) = put_back(&f, before.path()).await;
    assert_eq!(again, 1);
    assert!(matches!(sign_in(&store).await, Err(Failure::Blocked)));
    assert_eq!(page(&store).await, Found::Gone);
    let shown = store.person_shown(&eva, id).await.expect("there");
    assert_eq!(
        (shown.state, shown.role),
        (PersonState::Blocked, Role::Member)
    );
    let known = shown.block.expect("a block");
    assert!(known.reason.is_empty(), "the ledger does not know why");
    assert!(store.person_unblock(&eva, id).await.expect("an answer"));
    assert!(matches!(sign_in(&store).await, Ok(SignIn::Done(_))));

    // A backup of after it has it already, and keeps the reason.
    let after = backup(&f).await;
    let (_folder, store, again) = put_back(&f, after.path()).await;
    assert_eq!(again, 0);
    let shown = store.person_shown(&eva, id).await.expect("there");
    assert_eq!(shown.block.map(|block| block.reason), Some(WHY.to_owned()));

    // What was lifted since is lifted, and what was blocked once more is blocked.
    let lifted = f.store.person_unblock(&eva, id).await;
    assert!(lifted.expect("an answer"));
    let (_folder, store, again) = put_back(&f, after.path()).await;
    assert_eq!(again, 1);
    assert!(matches!(sign_in(&store).await, Ok(SignIn::Done(_))));
    let (_folder, store, again) = put_back(&f, before.path()).await;
    assert_eq!(again, 0);
    let shown = store.person_shown(&eva, id).await.expect("there");
    assert_eq!(shown.state, PersonState::Member);
    block(&f, &eva, id).await;
    let (_folder, store, again) = put_back(&f, before.path()).await;
    assert_eq!(again, 1);
    assert!(matches!(sign_in(&store).await, Err(Failure::Blocked)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_taken_down_outlives_a_restore() {
    let f = sqlite().await;
    let eva = officer(&f, "eva@example.com").await;
    anna(&f).await;
    let slug = Slug::parse("anna").expect("an address");
    let report = NewReport {
        reason: Reason::Fraud,
        text: "This is me, and I never wrote it.".to_owned(),
        email: None,
    };
    let taken = f.store.report_take(&slug, &report).await;
    taken.expect("taken");
    let lines = f.store.reports(&eva).await.expect("the list");
    let id = lines.first().expect("a report").id;
    let before = backup(&f).await;
    let down = f.store.page_take_down(&eva, id, Reason::Hateful).await;
    assert_eq!(down.expect("down").len(), 1);
    f.pass_days(1);

    let (_folder, store, again) = put_back(&f, before.path()).await;
    assert_eq!(again, 1);
    assert_eq!(page(&store).await, Found::Gone);
    let shown = store.report_open(&eva, id).await.expect("a report");
    let why = match shown.page {
        PageNow::TakenDown { reason, .. } => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(why, Some(Reason::Hateful));
    // It can be put back as any other.
    store.page_put_back(&eva, id).await.expect("put back");
    assert!(matches!(page(&store).await, Found::Page(_)));

    // What was put back since is shown, and what was taken down once more is not.
    let after = backup(&f).await;
    let (_folder, store, again) = put_back(&f, after.path()).await;
    assert_eq!((again, page(&store).await), (0, Found::Gone));
    f.store.page_put_back(&eva, id).await.expect("put back");
    let (_folder, store, again) = put_back(&f, after.path()).await;
    assert_eq!(again, 1);
    assert!(matches!(page(&store).await, Found::Page(_)));
    let down = f.store.page_take_down(&eva, id, Reason::Terms).await;
    down.expect("down");
    let (_folder, store, again) = put_back(&f, before.path()).await;
    assert_eq!((again, page(&store).await), (1, Found::Gone));
}
