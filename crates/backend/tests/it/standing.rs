//! Restriction and limits: obeyed by pages, letters and jobs, and lifted.

use backend::{
    Failure, Found, Letter, Limits, MailLang, Publishing, RESTRICTED_DAYS, Rule, Shown, Slug,
};
use cv::{Document, Edit, Field, Photo, PhotoFile, PhotoShape, Redaction};
use privacy::{Actor, Denied, Purpose};

use crate::members::{id_of, member, who};
use crate::support::{Fixture, blank, named, on_both, set};

const FILE: PhotoFile = PhotoFile(7);

fn slug() -> Slug {
    Slug::parse("anna").expect("an address")
}

async fn publish(f: &Fixture, actor: Actor, id: backend::Uuid) -> Result<Publishing, Failure> {
    f.store
        .page_publish(actor, id, 1, &Redaction::none(), &slug())
        .await
}

async fn find(f: &Fixture) -> Found {
    f.store.page_find(&slug()).await.expect("an answer")
}

async fn shown(f: &Fixture) -> Shown {
    let Found::Page(page) = find(f).await else {
        panic!("it is public")
    };
    let opened = f.store.page_open(Actor::Visitor, page).await;
    opened.expect("it opens")
}

fn restricted<T>(result: Result<T, Failure>) -> bool {
    matches!(result, Err(Failure::Denied(Denied::Restricted)))
}

on_both!(
    what_is_restricted_is_shown_to_nobody_and_is_all_there,
    async |f: Fixture| {
        let (anna, id) = f.writer(&named("Anna")).await;
        publish(&f, anna, id).await.expect("published");
        let Found::Page(page) = find(&f).await else {
            panic!("it is public")
        };
        let pages = f.store.restrict(anna).await.expect("restricted");
        assert_eq!(pages, [page.id()]);
        assert_eq!(find(&f).await, Found::Hidden);
        // Also for who had found it a moment before.
        assert!(restricted(f.store.page_open(Actor::Visitor, page).await));
        assert!(restricted(publish(&f, anna, id).await));
        // Her own it is as before: she sees it, changes it, and sees what is public.
        let loaded = f.store.cv_load(anna, Purpose::KeepSaved, id, None).await;
        assert_eq!(
            loaded.expect("hers").expect("there").document,
            named("Anna")
        );
        let state = f.store.page_state(anna, id).await.expect("hers");
        assert_eq!(state.expect("published").slug, "anna");
        let preview = f.store.page_preview(anna, id, &Redaction::none()).await;
        assert!(preview.is_ok());
        let at = Some(f.now());
        f.pass_days(1);
        assert_eq!(f.store.restrict(anna).await.expect("still").len(), 0);
        let limits = f.store.limits(anna).await.expect("hers");
        assert_eq!(limits.restricted_at, at, "since it began");

        let pages = f.store.lift(anna).await.expect("lifted");
        assert_eq!(pages, [page.id()]);
        assert_eq!(shown(&f).await.document.basics.text(Field::Name), "Anna");
        publish(&f, anna, id).await.expect("again");
        assert_eq!(f.store.limits(anna).await.expect("hers"), Limits::default());
        let nobody = f.store.restrict(Actor::Visitor).await;
        assert!(matches!(nobody, Err(Failure::Missing)));
    }
);

on_both!(another_is_not_touched_by_it, async |f: Fixture| {
    let (anna, id) = f.writer(&named("Anna")).await;
    let (eve, _) = f.writer(&named("Eve")).await;
    publish(&f, anna, id).await.expect("published");
    f.store.restrict(eve).await.expect("restricted");
    f.store.limit(eve).await.expect("limited");
    assert_eq!(shown(&f).await.document.basics.text(Field::Name), "Anna");
    assert_eq!(f.store.limits(anna).await.expect("hers"), Limits::default());
});

on_both!(
    restricted_letters_are_those_about_safety_alone,
    async |f: Fixture| {
        let anna = f.person().await;
        let invitation = || Letter::Invitation {
            token: "token".to_owned(),
        };
        let queue = async |letter: Letter| {
            f.store
                .mail_queue(anna, "anna@example.com", MailLang::Sv, letter)
                .await
                .expect("the store answers");
        };
        let waiting = async || f.store.mail_waiting().await.expect("an answer").len();
        queue(invitation()).await;
        f.store.restrict(anna).await.expect("restricted");
        queue(invitation()).await;
        assert_eq!(waiting().await, 1, "the second was not even written");
        queue(Letter::PasswordChanged).await;
        let taken = f.store.mail_take(10).await.expect("an answer");
        let kinds: Vec<_> = taken.iter().map(|mail| mail.letter.kind()).collect();
        assert_eq!(kinds, ["password changed"]);
        assert_eq!(waiting().await, 1, "what waited before is gone");
        f.store.lift(anna).await.expect("lifted");
        queue(invitation()).await;
        let taken = f.store.mail_take(10).await.expect("an answer");
        assert_eq!(taken.len(), 1);
    }
);

on_both!(
    no_job_deletes_for_age_what_is_restricted_but_not_for_ever,
    async |f: Fixture| {
        let (anna, hers) = f.writer(&blank()).await;
        let (berit, theirs) = f.writer(&blank()).await;
        f.store.restrict(anna).await.expect("restricted");
        f.pass_days(RESTRICTED_DAYS);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 1);
        let load = async |actor, id| {
            let loaded = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
            loaded.is_ok_and(|loaded| loaded.is_some())
        };
        assert!(load(anna, hers).await);
        assert!(!load(berit, theirs).await);
        f.pass(1);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Unused), 1);
        assert!(!load(anna, hers).await);
    }
);

on_both!(the_bin_waits_too, async |f: Fixture| {
    let session = member(&f, "anna@example.com", None).await;
    let anna = who(&f, &session).await.actor();
    let id = backend::Uuid::now_v7();
    f.store.cv_create(anna, id, &blank()).await.expect("room");
    f.store.cv_delete(anna, id).await.expect("binned");
    f.store.restrict(anna).await.expect("restricted");
    f.pass_days(backend::BIN_DAYS + 1);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Bin), 0);
    f.store.lift(anna).await.expect("lifted");
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Bin), 1);
});

on_both!(
    a_photo_of_what_is_held_in_the_bin_waits_with_it,
    async |f: Fixture| {
        let session = member(&f, "anna@example.com", None).await;
        let anna = who(&f, &session).await.actor();
        let id = backend::Uuid::now_v7();
        let document = with_photo(&f, anna).await;
        f.store.cv_create(anna, id, &document).await.expect("room");
        f.store.cv_delete(anna, id).await.expect("binned");
        f.store.restrict(anna).await.expect("restricted");
        f.pass_days(backend::BIN_DAYS + 1);
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(swept.by(Rule::Photos), 0);
        f.store.lift(anna).await.expect("lifted");
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!((swept.by(Rule::Bin), swept.by(Rule::Photos)), (1, 1));
    }
);

/// A document with a photo that is there.
async fn with_photo(f: &Fixture, actor: Actor) -> Document {
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut jpeg)
        .encode(&[128; 64 * 64], 64, 64, image::ExtendedColorType::L8)
        .expect("a picture");
    f.store
        .photo_put(actor, FILE, jpeg)
        .await
        .expect("a photo of ours");
    let mut document = named("Anna");
    let photo = Photo {
        file: FILE,
        width: 64,
        height: 64,
        shape: PhotoShape::Round,
        hidden: false,
    };
    let edit = Edit::SetPhoto { photo: Some(photo) };
    cv::apply(&mut document, &edit).expect("it fits");
    document
}

on_both!(limited_pages_go_without_the_photo, async |f: Fixture| {
    let anna = f.person().await;
    let document = with_photo(&f, anna).await;
    let id = backend::Uuid::now_v7();
    f.store.cv_create(anna, id, &document).await.expect("room");
    publish(&f, anna, id).await.expect("published");
    assert!(shown(&f).await.photo.is_some());
    let Found::Page(before) = find(&f).await else {
        panic!("it is public")
    };

    f.store.limit(anna).await.expect("limited");
    let Found::Page(after) = find(&f).await else {
        panic!("it is public")
    };
    assert_ne!(
        before.version(),
        after.version(),
        "nothing remembered is shown"
    );
    let page = shown(&f).await;
    assert_eq!((page.photo, page.document.photo), (None, None));
    assert_eq!(page.document.basics.text(Field::Name), "Anna");
    let (_, preview) = f
        .store
        .page_preview(anna, id, &Redaction::none())
        .await
        .expect("a preview");
    assert_eq!(preview.photo, None);
    // Her own it is as before.
    let photo = f.store.photo_get(anna, Purpose::KeepSaved, FILE).await;
    assert!(photo.is_ok());

    f.store.unlimit(anna).await.expect("lifted");
    assert!(shown(&f).await.photo.is_some());
    // What was published meanwhile never had it.
    f.store.limit(anna).await.expect("limited");
    publish(&f, anna, id).await.expect("published");
    f.store.unlimit(anna).await.expect("lifted");
    assert!(shown(&f).await.photo.is_none());
});

on_both!(limits_move_with_what_they_are_about, async |f: Fixture| {
    let session = member(&f, "berit@example.com", None).await;
    let to = who(&f, &session).await.person;
    let (from, id) = f.writer(&named("Anna")).await;
    publish(&f, from, id).await.expect("published");
    f.store.restrict(from).await.expect("restricted");
    let at = Some(f.now());
    f.store.account_move(id_of(from), to).await.expect("moved");
    assert_eq!(find(&f).await, Found::Hidden);
    let limits = f.store.limits(Actor::Person(to)).await.expect("theirs");
    assert_eq!(limits.restricted_at, at);
    let edit = set(Field::Label, "Smith");
    f.save(Actor::Person(to), id, 1, edit).await;
});
