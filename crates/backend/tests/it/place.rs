//! Where attempts to sign in came from, and where somebody lives: by their own word
//! alone.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use backend::{Agent, Agreement, Attempt, ConsentBy, MailLang, Place, Places, SignIn};
use privacy::regime::Residence;
use privacy::{Actor, ConsentPurpose};

use crate::members::{ADDRESS, PASSWORD, agent, member, who};
use crate::support::{Fixture, on_both, open};

/// Counts how often it is asked.
#[derive(Default)]
struct Atlas(AtomicU32);

impl Places for Atlas {
    fn place(&self, address: IpAddr) -> Option<Place> {
        self.0.fetch_add(1, Ordering::Relaxed);
        let known = address == IpAddr::from([192, 0, 2, 7]);
        known.then(|| Place {
            country: "SE".to_owned(),
            town: Some("Uppsala".to_owned()),
        })
    }
}

fn from(last: u8) -> Agent {
    Agent {
        address: Some(IpAddr::from([192, 0, 2, last])),
        ..agent("Firefox")
    }
}

async fn attempts(f: &Fixture, session: &backend::Secret) -> Vec<Attempt> {
    let who = who(f, session).await;
    f.store.attempts(&who).await.expect("answers")
}

async fn agree(f: &Fixture, actor: Actor) {
    let purpose = ConsentPurpose::SignInPlace;
    let agreement = Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Page,
    };
    let given = f.store.consent_give(actor, purpose, &agreement).await;
    given.expect("noted");
}

/// R21: without consent nothing is looked up; with it the town stands beside the
/// attempt, the address nowhere; taken back, all of it is gone.
#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_kept_by_consent_and_goes_with_it() {
    let atlas = Arc::new(Atlas::default());
    let f = open(|options| options.places = Some(atlas.clone())).await;
    let session = member(&f, ADDRESS, None).await;
    let actor = who(&f, &session).await.actor();
    let sign_in = async |password: &str, agent: &Agent| {
        let tried = f.store.sign_in(ADDRESS, password, agent).await;
        tried.expect("answers")
    };
    assert!(matches!(sign_in(PASSWORD, &from(7)).await, SignIn::Done(_)));
    assert_eq!(atlas.0.load(Ordering::Relaxed), 0, "nobody has agreed");
    agree(&f, actor).await;
    f.pass(1000);
    // The same browser from elsewhere is no new one.
    assert!(matches!(sign_in(PASSWORD, &from(7)).await, SignIn::Done(_)));
    f.pass(1000);
    assert!(matches!(sign_in(PASSWORD, &from(8)).await, SignIn::Done(_)));
    assert_eq!(atlas.0.load(Ordering::Relaxed), 2);
    let uppsala = Some(Place {
        country: "SE".to_owned(),
        town: Some("Uppsala".to_owned()),
    });
    let places: Vec<Option<Place>> = attempts(&f, &session)
        .await
        .into_iter()
        .map(|it| it.place)
        .collect();
    assert_eq!(places[..3], [None, uppsala, None]);
    let consents = f.store.consents(actor).await.expect("answers");
    let kept = consents
        .iter()
        .find(|it| it.purpose == ConsentPurpose::SignInPlace);
    assert_eq!(kept.map(|it| it.held), Some(1));
    let (lang, by) = (MailLang::Sv, ConsentBy::Page);
    let gone = f
        .store
        .consent_withdraw(actor, ConsentPurpose::SignInPlace, lang, by);
    assert_eq!(gone.await.expect("answers"), 1);
    let attempts = attempts(&f, &session).await;
    assert!(attempts.len() >= 3 && attempts.iter().all(|it| it.place.is_none()));
    f.pass(1000);
    assert!(matches!(sign_in(PASSWORD, &from(7)).await, SignIn::Done(_)));
    assert_eq!(
        atlas.0.load(Ordering::Relaxed),
        2,
        "and nobody is asked again"
    );
}

on_both!(
    /// R9: where somebody lives is theirs to say, to change and to take back.
    where_somebody_lives_is_theirs_to_say,
    async |f: Fixture| {
        let (anna, berit) = (f.person().await, f.person().await);
        let of = async |actor| {
            let said = f.store.residence(actor).await.expect("answers");
            said.map(|(place, _)| place.to_string())
        };
        assert_eq!(of(anna).await, None);
        for code in ["US-CA", "SE"] {
            let place = Residence::from_code(code);
            f.store.residence_state(anna, place).await.expect("noted");
            assert_eq!(of(anna).await.as_deref(), Some(code));
        }
        assert_eq!(of(berit).await, None);
        f.store.residence_state(anna, None).await.expect("noted");
        assert_eq!(of(anna).await, None);
        assert!(f.store.residence(Actor::Visitor).await.is_err());
    }
);
