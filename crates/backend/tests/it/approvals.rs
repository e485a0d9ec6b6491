//! What two are needed for, and holds that are placed so.

use backend::{Confirmed, DAY, Failure, Found, HoldProposal, Outcome, Proposal, Uuid, Waiting};
use privacy::erasure::Gone;
use privacy::{Date, Role};

use crate::console::{account, anna, found, officer};
use crate::members::id_of;
use crate::support::{Fixture, on_both};

fn hold(f: &Fixture, of: Uuid, barred: bool) -> Proposal {
    Proposal::Hold(HoldProposal {
        account: of,
        kind: Gone::Login.table().to_owned(),
        row: None,
        ground: "order".to_owned(),
        note: "Åklagarens beslut B 17-26".to_owned(),
        review_at: Date::of(f.now()).days_later(60).starts(),
        barred,
    })
}

on_both!(
    /// ASVS 2.3.5: one proposes, another confirms, within a day, once.
    what_two_are_needed_for_is_done_by_two,
    async |f: Fixture| {
        let anna = anna(&f).await;
        let (eva, carl) = (officer(&f, "eva@example.com").await, officer(&f, "carl@example.com").await);
        let id = account(&anna);
        let by = account(&eva);
        let proposed = f.store.propose(&eva, &hold(&f, id, false)).await.expect("proposed");
        let own = f.store.proposal_confirm(&eva, by, proposed).await;
        assert_eq!(own.expect("an answer"), Confirmed::Own);
        assert_eq!(f.store.holds_told(anna.actor()).await.expect("an answer"), []);
        let waits = f.store.waiting(&carl).await.expect("an answer");
        assert!(waits.contains(&(Waiting::Proposals, 1)), "{waits:?}");
        let done = f.store.proposal_confirm(&carl, by, proposed).await;
        assert_eq!(done.expect("an answer"), Confirmed::Done(Vec::new()));
        let again = f.store.proposal_confirm(&carl, by, proposed).await;
        assert_eq!(again.expect("an answer"), Confirmed::TooLate);
        // R30: who is held is told.
        let told = f.store.holds_told(anna.actor()).await.expect("an answer");
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].kind, Gone::Login);

        // Nobody confirms it in time.
        let proposed = f.store.propose(&eva, &hold(&f, id, false)).await.expect("proposed");
        f.pass(DAY);
        let late = f.store.proposal_confirm(&carl, by, proposed).await;
        assert_eq!(late.expect("an answer"), Confirmed::TooLate);
        // Declined.
        let proposed = f.store.propose(&eva, &hold(&f, id, false)).await.expect("proposed");
        assert!(f.store.proposal_decline(&carl, by, proposed).await.expect("an answer"));
        let late = f.store.proposal_confirm(&carl, by, proposed).await;
        assert_eq!(late.expect("an answer"), Confirmed::TooLate);
        let outcomes: Vec<Outcome> = f
            .store
            .proposals(&carl)
            .await
            .expect("an answer")
            .into_iter()
            .map(|proposed| proposed.outcome)
            .collect();
        assert_eq!(outcomes, [Outcome::Declined, Outcome::Expired, Outcome::Done]);
        // Who works here no more is not one of two.
        let proposed = f.store.propose(&eva, &hold(&f, id, false)).await.expect("proposed");
        let gone = f.store.operator_role("eva@example.com", Role::Member).await;
        gone.expect("an answer");
        let late = f.store.proposal_confirm(&carl, by, proposed).await;
        assert_eq!(late.expect("an answer"), Confirmed::TooLate);
        // What could not be done is not proposed.
        let refused = f.store.propose(&carl, &hold(&f, Uuid::now_v7(), false)).await;
        assert!(matches!(refused, Err(Failure::Refused(_))));
    }
);

on_both!(several_minors_are_erased_by_two, async |f: Fixture| {
    let anna = anna(&f).await;
    let (eva, carl) = (
        officer(&f, "eva@example.com").await,
        officer(&f, "carl@example.com").await,
    );
    let accounts = vec![account(&anna), Uuid::from_bytes(id_of(f.person().await).0)];
    let proposal = Proposal::Minors {
        accounts: accounts.clone(),
    };
    let proposed = f.store.propose(&eva, &proposal).await.expect("proposed");
    assert!(matches!(found(&f).await, Found::Page(_)));
    let done = f
        .store
        .proposal_confirm(&carl, account(&eva), proposed)
        .await;
    assert!(matches!(done, Ok(Confirmed::Done(pages)) if pages.len() == 1));
    for id in accounts {
        assert!(matches!(
            f.store.person_shown(&eva, id).await,
            Err(Failure::Missing)
        ));
    }
    assert_eq!(found(&f).await, Found::Never);
});

on_both!(
    /// Where the law forbids to tell them, their pages, copy and log say nothing of it.
    whoever_must_not_be_told_of_a_hold_is_not,
    async |f: Fixture| {
        let anna = anna(&f).await;
        let (eva, carl) = (officer(&f, "eva@example.com").await, officer(&f, "carl@example.com").await);
        let id = account(&anna);
        let before = f.store.erasure_preview(&anna).await.expect("a preview");
        let seen = f.store.audit_seen(anna.actor(), None).await.expect("an answer");
        let counted = f.store.overview(anna.actor()).await.expect("counted").held.len();
        let proposed = f.store.propose(&eva, &hold(&f, id, true)).await.expect("proposed");
        let done = f.store.proposal_confirm(&carl, account(&eva), proposed).await;
        assert_eq!(done.expect("an answer"), Confirmed::Done(Vec::new()));
        assert_eq!(f.store.holds(&eva).await.expect("an answer").len(), 1);
        assert_eq!(f.store.holds_told(anna.actor()).await.expect("an answer"), []);
        assert_eq!(f.store.erasure_preview(&anna).await.expect("a preview"), before);
        assert_eq!(f.store.audit_seen(anna.actor(), None).await.expect("an answer"), seen);
        assert_eq!(f.store.overview(anna.actor()).await.expect("counted").held.len(), counted);
    }
);
