//! Another controller: by two, thirty days before, told to everybody, and not sooner.

use backend::{Action, Failure, Letter, NewController, SuccessionRefused, Who};
use privacy::Date;
use privacy::succession::{SUCCESSION_LEAST_DAYS, SUCCESSION_MOST_DAYS, SuccessionReason};

use crate::disclosures::people;
use crate::members::{letters, member};
use crate::support::{Fixture, on_both};

fn next() -> NewController {
    NewController {
        name: "Nästa AB".to_owned(),
        registration_number: "556000-0000".to_owned(),
        address: "Storgatan 1".to_owned(),
        country: "SE".to_owned(),
        email: "privacy@nasta.example".to_owned(),
    }
}

fn day(f: &Fixture, days: u16) -> Date {
    Date::of(f.now()).days_later(i64::from(days))
}

async fn propose(f: &Fixture, who: &Who, days: u16) -> Result<(), SuccessionRefused> {
    let sale = SuccessionReason::Sale;
    let proposed = f
        .store
        .succession_propose(who, sale, &next(), day(f, days))
        .await;
    proposed.expect("an answer").map(drop)
}

async fn runs_as(f: &Fixture, name: &str) -> bool {
    f.store
        .controller_is(name)
        .await
        .expect("an answer")
        .is_ok()
}

on_both!(
    /// R62: nothing changes before everybody was told and had their time.
    another_controller_is_told_to_everybody_before_it_takes_effect,
    async |f: Fixture| {
        let (eva, olof, _) = people(&f).await;
        assert!(runs_as(&f, "Förra AB").await);
        assert!(!runs_as(&f, "Nästa AB").await, "out of the blue");
        assert_eq!(propose(&f, &eva, SUCCESSION_LEAST_DAYS).await, Ok(()));
        assert_eq!(propose(&f, &olof, 90).await, Err(SuccessionRefused::Open));
        let own = f.store.succession_confirm(&eva).await.expect("an answer");
        assert_eq!(own, Err(SuccessionRefused::SamePerson));
        assert!(f.store.succession_announced().await.expect("read").is_none());
        assert_eq!(f.store.succession_letters().await.expect("none"), 0);

        let confirmed = f.store.succession_confirm(&olof).await.expect("an answer");
        assert_eq!(confirmed, Ok(()));
        let announced = f.store.succession_announced().await.expect("read");
        assert_eq!(announced.expect("announced").to, next());
        assert_eq!(f.store.succession_letters().await.expect("written"), 3);
        assert_eq!(f.store.succession_letters().await.expect("once"), 0);
        let told = letters(&f).await;
        assert_eq!(told.len(), 3);
        for (_, letter) in told {
            let at = day(&f, SUCCESSION_LEAST_DAYS).starts();
            let name = "Nästa AB".to_owned();
            assert!(letter == Letter::ControllerChanges { name, at });
        }
        f.pass_days(i64::from(SUCCESSION_LEAST_DAYS) - 1);
        assert!(!runs_as(&f, "Nästa AB").await, "a day too soon");
        assert!(runs_as(&f, "Förra AB").await);
        f.pass_days(1);
        assert!(!runs_as(&f, "Någon annan AB").await, "another than was announced");
        assert!(runs_as(&f, "Nästa AB").await);
        assert!(f.store.succession_announced().await.expect("read").is_none());
        assert!(!runs_as(&f, "Förra AB").await, "nor back without a word");
        let log = f.store.audit_list(backend::Uuid::nil(), None).await.expect("a log");
        for action in [
            Action::SuccessionProposed,
            Action::SuccessionAnnounced,
            Action::SuccessionDone,
        ] {
            assert!(log.iter().any(|row| row.action == Some(action)), "{action:?}");
        }
    }
);

on_both!(
    /// Whoever was told of a change is told that it does not come, and nobody else.
    what_is_called_off_is_told_to_whoever_had_heard_of_it,
    async |f: Fixture| {
        let (eva, olof, _) = people(&f).await;
        let name = "Nästa AB".to_owned();
        let at = day(&f, 60).starts();
        // Before any letter was written there is nothing to take back.
        assert_eq!(propose(&f, &eva, 60).await, Ok(()));
        let confirmed = f.store.succession_confirm(&olof).await.expect("an answer");
        assert_eq!(confirmed, Ok(()));
        f.store.succession_cancel(&eva).await.expect("called off");
        assert_eq!(f.store.succession_letters().await.expect("none"), 0);
        assert!(letters(&f).await.is_empty());

        assert_eq!(propose(&f, &eva, 60).await, Ok(()));
        let confirmed = f.store.succession_confirm(&olof).await.expect("an answer");
        assert_eq!(confirmed, Ok(()));
        assert_eq!(f.store.succession_letters().await.expect("written"), 3);
        letters(&f).await;
        // Somebody who has come since has not heard of it.
        member(&f, "ny@example.com", None).await;
        letters(&f).await;
        f.store.succession_cancel(&olof).await.expect("called off");
        assert_eq!(f.store.succession_letters().await.expect("written"), 3);
        assert_eq!(f.store.succession_letters().await.expect("once"), 0);
        let told = letters(&f).await;
        assert_eq!(told.len(), 3);
        for (to, letter) in told {
            assert_ne!(to, "ny@example.com");
            let name = name.clone();
            assert!(letter == Letter::ControllerStays { name, at }, "{letter:?}");
        }
        // What takes effect is not called off.
        assert_eq!(propose(&f, &eva, 60).await, Ok(()));
        let confirmed = f.store.succession_confirm(&olof).await.expect("an answer");
        assert_eq!(confirmed, Ok(()));
        assert_eq!(f.store.succession_letters().await.expect("written"), 4);
        letters(&f).await;
        assert!(runs_as(&f, "Förra AB").await);
        f.pass_days(60);
        assert!(runs_as(&f, "Nästa AB").await);
        assert_eq!(f.store.succession_letters().await.expect("none"), 0);
    }
);

on_both!(
    /// R62: the time counts from when people are told.
    the_thirty_days_count_from_the_announcement,
    async |f: Fixture| {
        let (eva, olof, anna) = people(&f).await;
        let least = SUCCESSION_LEAST_DAYS;
        for days in [0, least - 1, SUCCESSION_MOST_DAYS + 1] {
            assert_eq!(propose(&f, &eva, days).await, Err(SuccessionRefused::Day), "{days}");
        }
        assert_eq!(propose(&f, &eva, least).await, Ok(()));
        f.pass_days(1);
        let late = f.store.succession_confirm(&olof).await.expect("an answer");
        assert_eq!(late, Err(SuccessionRefused::Day));
        f.store.succession_cancel(&olof).await.expect("called off");
        assert!(f.store.successions(&eva).await.expect("read").is_empty(), "nobody heard of it");
        assert_eq!(propose(&f, &eva, least + 5).await, Ok(()));
        let done = f.store.succession_confirm(&olof).await.expect("an answer");
        assert_eq!(done, Ok(()));
        f.store.succession_cancel(&eva).await.expect("called off");
        assert!(f.store.succession_announced().await.expect("read").is_none());
        assert_eq!(f.store.successions(&eva).await.expect("read").len(), 1, "it was announced");
        let nothing = f.store.succession_confirm(&olof).await.expect("an answer");
        assert_eq!(nothing, Err(SuccessionRefused::Nothing));
        // A new name alone takes nothing from anybody.
        let renamed = SuccessionReason::Renamed;
        let today = day(&f, 0);
        let done = f.store.succession_propose(&eva, renamed, &next(), today).await;
        assert!(done.expect("an answer").is_ok());
        let incomplete = NewController {
            email: "nobody".to_owned(),
            ..next()
        };
        let refused = f.store.succession_propose(&eva, renamed, &incomplete, today).await;
        assert_eq!(refused.expect("an answer"), Err(SuccessionRefused::Incomplete));
        let refused = f.store.succession_propose(&anna, renamed, &next(), today).await;
        assert!(matches!(refused, Err(Failure::Missing)));
    }
);
