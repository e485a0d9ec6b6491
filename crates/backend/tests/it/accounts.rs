use backend::{Declaration, Failure, Secret};
use privacy::Actor;

use crate::support::{Fixture, blank, declaration, on_both};

on_both!(
    /// A lost answer makes no second account.
    the_same_link_is_the_same_account,
    async |f: Fixture| {
        let link = Secret::generate();
        let declared = declaration();
        let (first, second) = tokio::join!(
            f.store.account_create(&link, &declared),
            f.store.account_create(&link, &declared)
        );
        let first = first.expect("an account");
        assert_eq!(first, second.expect("the same account"));
        let third = f.store.account_create(&link, &declaration()).await;
        assert_eq!(first, third.expect("still the same"));
        let opened = f.store.owner_link_open(&link).await.expect("the store answers");
        assert_eq!(opened, Some(first));
        let other = Secret::generate();
        let opened = f.store.owner_link_open(&other).await.expect("the store answers");
        assert_eq!(opened, None);
    }
);

on_both!(
    nothing_is_kept_without_every_declaration,
    async |f: Fixture| {
        let link = Secret::generate();
        let child = Declaration {
            adult: false,
            ..declaration()
        };
        let unread = Declaration {
            policy_version: String::new(),
            ..declaration()
        };
        // To have read the policy is not to have accepted the terms.
        let bound_to_nothing = Declaration {
            terms: None,
            ..declaration()
        };
        for wrong in [child, unread, bound_to_nothing] {
            let refused = f.store.account_create(&link, &wrong).await;
            assert!(matches!(refused, Err(Failure::Refused(_))), "{wrong:?}");
        }
        let opened = f
            .store
            .owner_link_open(&link)
            .await
            .expect("the store answers");
        assert_eq!(opened, None);
    }
);

on_both!(
    a_session_acts_for_its_account_until_it_ends,
    async |f: Fixture| {
        let Actor::Person(person) = f.person().await else {
            panic!("a person")
        };
        let token = f.store.session_create(person).await.expect("a session");
        let actor = |token: Secret| {
            let store = f.store.clone();
            async move {
                store
                    .session_actor(&token)
                    .await
                    .expect("the store answers")
            }
        };
        let again = |token: &Secret| token.reveal().parse::<Secret>().expect("a secret");
        assert_eq!(actor(again(&token)).await, Actor::Person(person));
        assert_eq!(actor(Secret::generate()).await, Actor::Visitor);
        f.pass_days(200);
        assert_eq!(actor(again(&token)).await, Actor::Person(person));
        // Used or not, a year is the end of it.
        f.pass_days(165);
        assert_eq!(actor(again(&token)).await, Actor::Visitor);

        let token = f.store.session_create(person).await.expect("a session");
        f.store.session_end(&token).await.expect("it ends");
        assert_eq!(actor(again(&token)).await, Actor::Visitor);
    }
);

on_both!(who_is_erased_is_gone, async |f: Fixture| {
    let link = Secret::generate();
    let person = f.store.account_create(&link, &declaration()).await;
    let person = person.expect("an account");
    let actor = Actor::Person(person);
    let id = backend::Uuid::now_v7();
    f.store.cv_create(actor, id, &blank()).await.expect("saved");
    let token = f.store.session_create(person).await.expect("a session");
    f.store.account_erase(actor).await.expect("erased");
    let opened = f
        .store
        .owner_link_open(&link)
        .await
        .expect("the store answers");
    assert_eq!(opened, None);
    let actor_now = f
        .store
        .session_actor(&token)
        .await
        .expect("the store answers");
    assert_eq!(actor_now, Actor::Visitor);
    assert!(
        f.store
            .cv_list(actor)
            .await
            .expect("the store answers")
            .is_empty()
    );
    // The key is gone too: not even a row that came back could be read.
    let created = f.store.cv_create(actor, id, &blank()).await;
    assert!(matches!(created, Err(Failure::Missing)));
});

on_both!(
    /// The tag stands in the names of what a browser stores: it must stay the same,
    /// and lead nobody to the account.
    an_account_has_one_tag_that_says_nothing,
    async |f: Fixture| {
        let (Actor::Person(anna), Actor::Person(eve)) = (f.person().await, f.person().await) else {
            panic!("persons")
        };
        let tag = f.store.account_tag(anna);
        assert_eq!(tag, f.store.account_tag(anna));
        assert_ne!(tag, f.store.account_tag(eve));
        assert_eq!(tag.len(), 16);
        assert!(tag.bytes().all(|byte| byte.is_ascii_hexdigit()), "{tag}");
        let id: String = anna.0.iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!id.contains(&tag), "{tag} of {id}");
    }
);
