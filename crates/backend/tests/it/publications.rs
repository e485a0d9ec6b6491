use backend::{Failure, Found, LinkState, Publishing, Slug, Uuid};
use cv::{Document, Field, Redaction};
use privacy::Actor;
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, id_of, member, who};
use crate::support::{Fixture, named, on_both, set};

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("an address")
}

fn with_phone(name: &str) -> Document {
    let mut document = named(name);
    cv::apply(&mut document, &set(Field::Phone, "070-174 06 05")).expect("it fits");
    document
}

async fn shown(f: &Fixture, address: &str) -> Document {
    let found = f
        .store
        .page_find(&slug(address))
        .await
        .expect("the store answers");
    let Found::Page(page) = found else {
        panic!("{address}: {found:?}")
    };
    f.store
        .page_open(Actor::Visitor, page)
        .await
        .expect("it opens")
        .document
}

on_both!(
    what_is_published_stays_until_it_is_published_again,
    async |f: Fixture| {
        let (actor, id) = f.writer(&with_phone("Anna")).await;
        let usual = Redaction::usual();
        let (_, preview) = f
            .store
            .page_preview(actor, id, &usual)
            .await
            .expect("a preview");
        assert_eq!(preview.document.basics.text(Field::Phone), "");
        let done = f
            .store
            .page_publish(actor, id, 1, &usual, &slug("anna"))
            .await;
        assert!(matches!(done.expect("an answer"), Publishing::Done(_)));
        assert_eq!(shown(&f, "anna").await, preview.document);

        f.save(actor, id, 1, set(Field::Name, "Berit")).await;
        assert_eq!(shown(&f, "anna").await.basics.text(Field::Name), "Anna");
        let stale = f
            .store
            .page_publish(actor, id, 1, &usual, &slug("anna"))
            .await;
        assert_eq!(stale.expect("an answer"), Publishing::Stale(2));

        let mut open = usual.clone();
        open.show(Field::Phone);
        let done = f
            .store
            .page_publish(actor, id, 2, &open, &slug("anna"))
            .await;
        assert!(matches!(done.expect("an answer"), Publishing::Done(_)));
        let now = shown(&f, "anna").await;
        assert_eq!(now.basics.text(Field::Name), "Berit");
        assert_eq!(now.basics.text(Field::Phone), "070-174 06 05");
        let state = f
            .store
            .page_state(actor, id)
            .await
            .expect("the store answers");
        let state = state.expect("it is published");
        assert_eq!((state.slug.as_str(), state.document_version), ("anna", 2));
        assert_eq!(state.redaction, open);
    }
);

on_both!(
    what_is_withdrawn_is_gone_and_what_never_was_is_not,
    async |f: Fixture| {
        let (actor, id) = f.writer(&named("Anna")).await;
        let find = |address: &'static str| {
            let store = f.store.clone();
            async move { store.page_find(&slug(address)).await.expect("an answer") }
        };
        assert_eq!(find("anna").await, Found::Never);
        let usual = Redaction::usual();
        let to = slug("anna");
        f.store
            .page_publish(actor, id, 1, &usual, &to)
            .await
            .expect("published");
        let Found::Page(page) = find("anna").await else {
            panic!("it is published")
        };
        f.store.page_unpublish(actor, id).await.expect("withdrawn");
        assert_eq!(find("anna").await, Found::Gone);
        // Also for who had found it a moment before.
        let late = f.store.page_open(Actor::Visitor, page).await;
        assert!(matches!(late, Err(Failure::Missing)));
        assert_eq!(
            f.store.page_state(actor, id).await.expect("an answer"),
            None
        );
        // Their own address is free for them again, and another one stands beside it.
        f.store
            .page_publish(actor, id, 1, &usual, &to)
            .await
            .expect("again");
        assert!(matches!(find("anna").await, Found::Page(_)));
        f.store
            .page_publish(actor, id, 1, &usual, &slug("anna-b"))
            .await
            .expect("another");
        assert!(matches!(find("anna").await, Found::Page(_)));
        assert!(matches!(find("anna-b").await, Found::Page(_)));
        // Both are of the document, and withdrawn with it.
        let pages = f.store.page_unpublish(actor, id).await;
        assert_eq!(pages.expect("withdrawn").len(), 2);
        assert_eq!(find("anna").await, Found::Gone);
        assert_eq!(find("anna-b").await, Found::Gone);
    }
);

on_both!(
    what_a_withdrawn_link_hid_it_hides_when_it_is_published_again,
    async |f: Fixture| {
        let (actor, id) = f.writer(&with_phone("Anna")).await;
        let mut hides = Redaction::usual();
        hides.show(Field::Phone);
        hides.hide(Field::Email).expect("it can be hidden");
        hides.hide_place(cv::Id(1 << 41));
        let done = f
            .store
            .page_publish(actor, id, 1, &hides, &slug("anna"))
            .await;
        let Publishing::Done(link) = done.expect("an answer") else {
            panic!("it is published")
        };
        let now = async || {
            let link = f.store.link(actor, id, link.id).await.expect("hers");
            (link.state, link.redaction)
        };
        f.store
            .link_revoke(actor, id, link.id)
            .await
            .expect("withdrawn");
        assert_eq!(now().await, (LinkState::Withdrawn, hides.clone()));
        // It says what is hidden and is sealed, and nothing of what was shown is left.
        let raw = f.raw_data().await;
        let sql = "SELECT hidden, content FROM publication";
        let statement = Statement::from_string(raw.get_database_backend(), sql);
        let row = raw.query_one_raw(statement).await.expect("it runs");
        let row = row.expect("a row");
        let hidden: Vec<u8> = row.try_get("", "hidden").expect("bytes");
        assert!(!String::from_utf8_lossy(&hidden).contains("email"));
        let content: Option<Vec<u8>> = row.try_get("", "content").expect("bytes or none");
        assert_eq!(content, None);
        // From there its owner goes on.
        let (_, kept) = now().await;
        let again = f
            .store
            .page_publish(actor, id, 1, &kept, &slug("anna"))
            .await;
        assert!(matches!(again.expect("an answer"), Publishing::Done(_)));
        assert_eq!(now().await, (LinkState::Open, hides.clone()));
        // It is the last choice that counts, and it comes along into an account.
        let anonymous = Redaction::anonymous();
        let again = f
            .store
            .page_publish(actor, id, 1, &anonymous, &slug("anna"))
            .await;
        assert!(matches!(again.expect("an answer"), Publishing::Done(_)));
        f.store.page_unpublish(actor, id).await.expect("withdrawn");
        assert_eq!(now().await, (LinkState::Withdrawn, anonymous.clone()));
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let moved = f.store.account_move(id_of(actor), anna.person).await;
        assert_eq!(moved.expect("moved"), 1);
        let there = f.store.link(anna.actor(), id, link.id).await.expect("hers");
        assert_eq!(there.redaction, anonymous);
        // When the document is gone for good, nobody can need it any more.
        f.store.cv_delete(anna.actor(), id).await.expect("binned");
        let kept = "SELECT count(*) FROM publication WHERE hidden IS NOT NULL";
        let count = async || {
            let statement = Statement::from_string(raw.get_database_backend(), kept);
            let row = raw.query_one_raw(statement).await.expect("it runs");
            let number: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
            number
        };
        f.store.sweep().await.expect("swept");
        assert_eq!(count().await, 1);
        f.store
            .cv_delete_for_good(&anna, id)
            .await
            .expect("deleted");
        f.store.sweep().await.expect("swept");
        assert_eq!(count().await, 0);
    }
);

on_both!(a_profile_is_not_published, async |f: Fixture| {
    let mut profile = named("Anna");
    profile.kind = cv::Kind::Profile;
    let (actor, id) = f.writer(&profile).await;
    let usual = Redaction::usual();
    let refused = f
        .store
        .page_publish(actor, id, 1, &usual, &slug("anna"))
        .await;
    assert_eq!(refused.expect("an answer"), Publishing::Profile);
    let nothing = f.store.page_find(&slug("anna")).await;
    assert_eq!(nothing.expect("the store answers"), Found::Never);
    let state = f.store.page_state(actor, id).await;
    assert_eq!(state.expect("an answer"), None);
    // It is kept as any other document.
    let purpose = privacy::Purpose::KeepSaved;
    let stored = f.store.cv_load(actor, purpose, id, None).await;
    let stored = stored.expect("loaded").expect("is there");
    assert_eq!(stored.document, profile);
});

on_both!(
    a_cv_with_links_is_published_without_them,
    async |f: Fixture| {
        let home = cv::Id(0xfeed_feed_feed_feed);
        let mut ids = (1..).map(|n| cv::Id(1 << 40 | n));
        let mut next = || ids.next().expect("there are more");
        let language = cv::Language::Swedish;
        let document = cv::linked::variant(&named("Anna"), home, language, &mut next);
        let (actor, id) = f.writer(&document).await;
        let usual = Redaction::usual();
        f.store
            .page_publish(actor, id, 1, &usual, &slug("anna"))
            .await
            .expect("published");
        let shown = shown(&f, "anna").await;
        assert_eq!(shown.basics.text(Field::Name), "Anna");
        assert!(shown.items().all(|item| item.origin.is_none()));
        let json = cv::format::save(&shown);
        assert!(!json.contains(&home.to_string()), "{json}");
    }
);

on_both!(
    an_address_belongs_to_whom_it_was_first,
    async |f: Fixture| {
        let (anna, hers) = f.writer(&named("Anna")).await;
        let (eve, other) = f.writer(&named("Eve")).await;
        let usual = Redaction::usual();
        f.store
            .page_publish(anna, hers, 1, &usual, &slug("anna"))
            .await
            .expect("hers");
        let taken = f
            .store
            .page_publish(eve, other, 1, &usual, &slug("anna"))
            .await;
        assert_eq!(taken.expect("an answer"), Publishing::SlugTaken);
        f.store.page_unpublish(anna, hers).await.expect("withdrawn");
        let taken = f
            .store
            .page_publish(eve, other, 1, &usual, &slug("anna"))
            .await;
        assert_eq!(taken.expect("an answer"), Publishing::SlugTaken);
        // Nobody publishes, withdraws, previews or looks after another's.
        for actor in [eve, Actor::Visitor] {
            let publish = f
                .store
                .page_publish(actor, hers, 1, &usual, &slug("eve"))
                .await;
            assert!(matches!(publish, Err(Failure::Missing)));
            let preview = f.store.page_preview(actor, hers, &usual).await;
            assert!(matches!(preview, Err(Failure::Missing)));
            let state = f.store.page_state(actor, hers).await;
            assert!(matches!(state, Err(Failure::Missing)));
        }
        f.store
            .page_publish(anna, hers, 1, &usual, &slug("anna"))
            .await
            .expect("hers");
        let _ = f.store.page_unpublish(eve, hers).await;
        assert_eq!(shown(&f, "anna").await.basics.text(Field::Name), "Anna");
    }
);

on_both!(with_the_document_goes_its_page, async |f: Fixture| {
    let (actor, id) = f.writer(&named("Anna")).await;
    let other = Uuid::now_v7();
    f.store
        .cv_create(actor, other, &named("Anna"))
        .await
        .expect("room");
    let usual = Redaction::usual();
    f.store
        .page_publish(actor, id, 1, &usual, &slug("anna"))
        .await
        .expect("published");
    f.store.cv_delete(actor, id).await.expect("deleted");
    let find = f.store.page_find(&slug("anna")).await.expect("an answer");
    assert_eq!(find, Found::Gone);
});

on_both!(a_letter_is_nobodys_page, async |f: Fixture| {
    let cv = with_phone("Anna");
    let mut last = 1_000;
    let letter = cv::letter_of(&cv, cv::Id(7), None, || {
        last += 1;
        cv::Id(last)
    });
    let (actor, id) = f.writer(&letter).await;
    let usual = Redaction::usual();
    let done = f
        .store
        .page_publish(actor, id, 1, &usual, &slug("anna"))
        .await;
    assert_eq!(done.expect("an answer"), Publishing::Letter);
    let find = f.store.page_find(&slug("anna")).await.expect("an answer");
    assert_eq!(find, Found::Never);
    // Nor does it get there by a CV that an import has put it into.
    let mut both = cv.clone();
    both.sections.extend(letter.sections);
    let (actor, id) = f.writer(&both).await;
    let done = f
        .store
        .page_publish(actor, id, 1, &usual, &slug("anna"))
        .await;
    assert!(matches!(done.expect("an answer"), Publishing::Done(_)));
    let page = shown(&f, "anna").await;
    assert!(
        page.sections
            .iter()
            .all(|s| s.kind != cv::SectionKind::Letter)
    );
});

#[test]
fn an_address_has_only_what_is_the_same_everywhere() {
    for good in ["abc", "anna-karlsson", "a1-", &"a".repeat(60)] {
        assert!(Slug::parse(good).is_some(), "{good}");
    }
    for bad in [
        "",
        "ab",
        "Anna",
        "åsa",
        "a b",
        "a.pdf",
        "a/b",
        "a_b",
        &"a".repeat(61),
    ] {
        assert!(Slug::parse(bad).is_none(), "{bad}");
    }
}
