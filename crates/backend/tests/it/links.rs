//! Links: their ends with the clock, what they hide in other languages, and what of
//! them moves, is exported and goes.

use backend::{
    DAY, Failure, Found, Letter, Link, LinkPassword, LinkState, LinkTerms, MailLang, Publishing,
    Rule, Slug, ToShow, Uuid, Who,
};
use cv::{Document, Field, Id, Language, Redaction};
use privacy::Actor;

use crate::members::{member, who};
use crate::support::{Fixture, named, on_both, set};

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("an address")
}

fn show<'a>(version: u64, redaction: &'a Redaction, variants: &'a [(Uuid, u64)]) -> ToShow<'a> {
    ToShow {
        version,
        redaction,
        variants,
    }
}

fn done(publishing: Result<Publishing, Failure>) -> Link {
    match publishing.expect("an answer") {
        Publishing::Done(link) => link,
        other => panic!("{other:?}"),
    }
}

async fn anna(f: &Fixture) -> Who {
    let session = member(f, "anna@example.com", None).await;
    who(f, &session).await
}

async fn create(
    f: &Fixture,
    (actor, id): (Actor, Uuid),
    redaction: &Redaction,
    variants: &[(Uuid, u64)],
    terms: &LinkTerms,
) -> Result<Publishing, Failure> {
    let show = show(1, redaction, variants);
    f.store.link_create(actor, id, show, terms).await
}

async fn made(f: &Fixture, actor: Actor, id: Uuid, terms: &LinkTerms) -> Link {
    let usual = Redaction::usual();
    done(
        f.store
            .link_create(actor, id, show(1, &usual, &[]), terms)
            .await,
    )
}

async fn find(f: &Fixture, address: &str) -> Found {
    f.store.page_find(&slug(address)).await.expect("an answer")
}

on_both!(
    a_link_ends_by_itself_and_is_told_of_once,
    async |f: Fixture| {
        let who = anna(&f).await;
        let (actor, id) = (who.actor(), Uuid::now_v7());
        f.store
            .cv_create(actor, id, &named("Anna"))
            .await
            .expect("saved");
        let terms = LinkTerms {
            name: "Volvo".into(),
            expires_at: Some(f.now() + 100 * DAY),
            ..LinkTerms::of(slug("anna"))
        };
        let link = made(&f, actor, id, &terms).await;
        // Shorter than the notice: nobody is told of it.
        let short = LinkTerms {
            expires_at: Some(f.now() + 10 * DAY),
            ..LinkTerms::of(slug("anna-short"))
        };
        made(&f, actor, id, &short).await;
        let letters = async || {
            let mails = f.store.mail_waiting().await.expect("the store answers");
            mails
                .into_iter()
                .filter(|mail| matches!(mail.letter, Letter::LinkEnding { .. }))
                .collect::<Vec<_>>()
        };
        assert_eq!(f.store.links_remind().await.expect("reminds"), 0);
        f.pass_days(85);
        assert_eq!(f.store.links_remind().await.expect("reminds"), 0);
        f.pass_days(2);
        assert_eq!(f.store.links_remind().await.expect("reminds"), 1);
        assert_eq!(f.store.links_remind().await.expect("reminds"), 0);
        let told = letters().await;
        let [told] = told.as_slice() else {
            panic!("one letter: {told:?}")
        };
        assert_eq!(
            (told.to.as_str(), told.lang),
            ("anna@example.com", MailLang::Sv)
        );
        let Letter::LinkEnding { document, at } = &told.letter else {
            panic!("{told:?}")
        };
        assert_eq!(
            (document.as_str(), Some(*at)),
            (id.to_string().as_str(), link.expires_at)
        );
        assert!(matches!(find(&f, "anna").await, Found::Page(_)));
        let Found::Page(page) = find(&f, "anna").await else {
            panic!("it is public")
        };
        f.pass_days(13);
        assert_eq!(find(&f, "anna").await, Found::Gone);
        // Also for who had found it a moment before.
        let late = f.store.page_open(Actor::Visitor, page).await;
        assert!(matches!(late, Err(Failure::Missing)));
        let ended = f.store.link(actor, id, link.id).await.expect("hers");
        assert_eq!(
            (ended.state, ended.name.as_str()),
            (LinkState::Ended, "Volvo")
        );
        // Another end, and it shows what it showed. It will be told of again.
        let later = LinkTerms {
            expires_at: Some(f.now() + 20 * DAY),
            ..terms.clone()
        };
        done(f.store.link_change(actor, id, link.id, &later).await);
        assert!(matches!(find(&f, "anna").await, Found::Page(_)));
        f.pass_days(7);
        assert_eq!(f.store.links_remind().await.expect("reminds"), 1);
        // A month after its end nothing of it is left to show.
        f.pass_days(20 + 30);
        let swept = f.store.sweep_preview().await.expect("counts");
        assert_eq!(swept.by(Rule::Links), 2);
        let swept = f.store.sweep().await.expect("sweeps");
        assert_eq!((swept.by(Rule::Links), swept.failed()), (2, &[][..]));
        let old = f.store.link(actor, id, link.id).await.expect("hers");
        assert_eq!(
            (old.state, old.name.as_str()),
            (LinkState::Withdrawn, "Volvo")
        );
        assert_eq!(find(&f, "anna").await, Found::Gone);
        // Published anew, it works for a year.
        let usual = Redaction::usual();
        let again = f
            .store
            .link_publish(actor, id, link.id, show(1, &usual, &[]))
            .await;
        let again = done(again);
        assert_eq!(again.state, LinkState::Open);
        let year = again.expires_at.expect("an end") - f.now();
        assert!((365 * DAY..368 * DAY).contains(&year), "{year}");
    }
);

on_both!(
    whoever_restricts_is_neither_told_nor_swept,
    async |f: Fixture| {
        let who = anna(&f).await;
        let (actor, id) = (who.actor(), Uuid::now_v7());
        f.store
            .cv_create(actor, id, &named("Anna"))
            .await
            .expect("saved");
        let terms = LinkTerms {
            expires_at: Some(f.now() + 60 * DAY),
            ..LinkTerms::of(slug("anna"))
        };
        let link = made(&f, actor, id, &terms).await;
        f.store.restrict(actor).await.expect("restricted");
        assert_eq!(find(&f, "anna").await, Found::Hidden);
        f.pass_days(50);
        f.store.links_remind().await.expect("reminds");
        let mails = f.store.mail_waiting().await.expect("the store answers");
        let ending = |letter: &Letter| matches!(letter, Letter::LinkEnding { .. });
        assert!(!mails.iter().any(|mail| ending(&mail.letter)));
        f.pass_days(100);
        assert_eq!(f.store.sweep().await.expect("sweeps").by(Rule::Links), 0);
        let kept = f.store.link(actor, id, link.id).await.expect("hers");
        assert_eq!(kept.state, LinkState::Ended);
    }
);

/// A CV, and the same in another language, made of it item by item.
async fn in_two_languages(f: &Fixture) -> (Actor, Uuid, Document, Uuid, Document) {
    let mut swedish = named("Anna");
    swedish.language = Language::Swedish;
    let section = swedish
        .sections
        .iter()
        .find(|it| it.kind == cv::SectionKind::Work);
    let section = section.expect("a section").id;
    for (number, name) in [(1_u64 << 40, "Volvo"), (1 << 41, "Saab")] {
        let mut item = cv::Item::new(Id(number));
        item.fields
            .insert(Field::Name, cv::Value::Text(name.into()));
        let place = swedish.sections.iter_mut().find(|it| it.id == section);
        place.expect("it is there").items.push(item);
    }
    let (actor, id) = f.writer(&swedish).await;
    // The number of its draft, as the browser reads it from the id.
    let bits = id.as_u128();
    let number = Id(1 << 63 | ((bits >> 64 & 1) as u64) << 62 | bits as u64 & (u64::MAX >> 2));
    let mut last = 1 << 50;
    let english = cv::linked::variant(&swedish, number, Language::English, &mut || {
        last += 1;
        Id(last)
    });
    let other = Uuid::now_v7();
    f.store
        .cv_create(actor, other, &english)
        .await
        .expect("saved");
    (actor, id, swedish, other, english)
}

on_both!(
    a_link_has_the_cv_in_its_other_languages,
    async |f: Fixture| {
        let (actor, id, swedish, other, _) = in_two_languages(&f).await;
        let offered = f.store.page_variants(actor, id).await.expect("an answer");
        let offered: Vec<_> = offered.iter().map(|it| (it.id, it.language)).collect();
        assert_eq!(offered, [(other, Language::English)]);
        let back = f
            .store
            .page_variants(actor, other)
            .await
            .expect("an answer");
        assert_eq!(back[0].id, id);
        // Alone it is found by its owner.
        let one = f.store.page_variant(actor, other).await;
        assert_eq!(one.expect("an answer").map(|it| it.version), Some(1));
        // What is hidden in one is hidden in the other.
        let mut redaction = Redaction::usual();
        redaction.hide_place(Id(1 << 41));
        let terms = LinkTerms::of(slug("anna"));
        // In the version that was looked at, or not at all.
        let unseen = create(&f, (actor, id), &redaction, &[(other, 2)], &terms).await;
        assert_eq!(unseen.expect("an answer"), Publishing::Stale(1));
        let link = done(create(&f, (actor, id), &redaction, &[(other, 1)], &terms).await);
        assert_eq!(link.variants, [(other, 1)]);
        let preview = f.store.page_preview_of(actor, id, &redaction, other).await;
        let preview = cv::format::save(&preview.expect("a preview").document);
        assert!(preview.contains("Volvo") && !preview.contains("Saab"));
        let Found::Page(page) = find(&f, "anna").await else {
            panic!("it is public")
        };
        let open = async |language| {
            f.store
                .page_open_in(Actor::Visitor, page, language)
                .await
                .expect("it opens")
        };
        for language in [None, Some(Language::Swedish), Some(Language::English)] {
            let shown = open(language).await.expect("it is there");
            assert_eq!(
                shown.document.language,
                language.unwrap_or(Language::Swedish)
            );
            assert_eq!(shown.languages, [Language::Swedish, Language::English]);
            let json = cv::format::save(&shown.document);
            assert!(json.contains("Volvo") && !json.contains("Saab"), "{json}");
        }
        assert_eq!(open(Some(Language::German)).await, None);
        // Each language once, and nobody else's.
        let terms = LinkTerms::of(slug("anna-b"));
        let own = create(&f, (actor, id), &redaction, &[(id, 1)], &terms).await;
        assert_eq!(own.expect("an answer"), Publishing::SameLanguage);
        let (eve, hers) = f.writer(&swedish).await;
        let stolen = create(&f, (eve, hers), &redaction, &[(other, 1)], &terms).await;
        assert!(matches!(stolen, Err(Failure::Missing)));
        let one = f.store.page_variant(eve, other).await;
        assert_eq!(one.expect("an answer"), None);
        // With a document its language goes, from a version of the page of its own.
        f.store.cv_delete(actor, other).await.expect("deleted");
        let late = f
            .store
            .page_open_in(Actor::Visitor, page, Some(Language::English))
            .await;
        assert!(matches!(late, Err(Failure::Missing)));
        let Found::Page(page) = find(&f, "anna").await else {
            panic!("it is public")
        };
        let left = f
            .store
            .page_open(Actor::Visitor, page)
            .await
            .expect("it opens");
        assert_eq!(left.languages, [Language::Swedish]);
    }
);

on_both!(
    links_move_with_their_documents_and_go_with_their_account,
    async |f: Fixture| {
        let (actor, id) = f.writer(&named("Anna")).await;
        let terms = LinkTerms {
            name: "Volvo".into(),
            password: LinkPassword::New("tre gula paddor i mossen".to_owned().into()),
            pdf_code: true,
            ..LinkTerms::of(slug("anna"))
        };
        let link = made(&f, actor, id, &terms).await;
        let moved = LinkTerms {
            password: LinkPassword::Keep,
            ..LinkTerms {
                slug: slug("anna-b"),
                ..terms.clone()
            }
        };
        done(f.store.link_change(actor, id, link.id, &moved).await);
        let who = anna(&f).await;
        let Actor::Person(from) = actor else {
            panic!("a person")
        };
        let count = f.store.account_move(from, who.person).await.expect("moved");
        assert_eq!(count, 1);
        let links = f.store.links(who.actor(), id).await.expect("hers");
        let [here] = links.as_slice() else {
            panic!("one link: {links:?}")
        };
        assert_eq!(
            (here.id, here.name.as_str(), here.slug.as_str()),
            (link.id, "Volvo", "anna-b")
        );
        assert_eq!(
            (here.former.as_slice(), here.locked),
            (&["anna".to_owned()][..], true)
        );
        assert!(here.pdf_code);
        assert_eq!(find(&f, "anna").await, Found::Moved(slug("anna-b")));
        let Found::Page(page) = find(&f, "anna-b").await else {
            panic!("it is public")
        };
        let unlock = f.store.page_unlock(page, "tre gula paddor i mossen").await;
        let pass = unlock.expect("an answer").expect("it is right");
        assert!(f.store.page_is_opened_by(page, &pass));
        assert_eq!(
            f.store
                .page_unlock(page, "tre gula paddor")
                .await
                .expect("an answer"),
            None
        );
        f.pass(12 * 60 * 60 * 1000 + 1);
        assert!(!f.store.page_is_opened_by(page, &pass));
        // An address is its link's for as long as there is the link.
        let (eve, other) = f.writer(&named("Eve")).await;
        for taken in ["anna", "anna-b"] {
            let terms = LinkTerms::of(slug(taken));
            let taken = create(&f, (eve, other), &Redaction::usual(), &[], &terms).await;
            assert_eq!(taken.expect("an answer"), Publishing::SlugTaken);
        }
        for actor in [eve, Actor::Visitor] {
            let terms = LinkTerms::of(slug("eve-eve"));
            let usual = Redaction::usual();
            assert!(matches!(
                f.store.links(actor, id).await,
                Err(Failure::Missing)
            ));
            assert!(matches!(
                f.store.link(actor, id, link.id).await,
                Err(Failure::Missing)
            ));
            let change = f.store.link_change(actor, id, link.id, &terms).await;
            assert!(matches!(change, Err(Failure::Missing)));
            let publish = f
                .store
                .link_publish(actor, id, link.id, show(1, &usual, &[]))
                .await;
            assert!(matches!(publish, Err(Failure::Missing)));
            // Nor by a document of one's own.
            let publish = f
                .store
                .link_publish(eve, other, link.id, show(1, &usual, &[]))
                .await;
            assert!(matches!(publish, Err(Failure::Missing)));
            assert!(matches!(
                f.store.link_revoke(actor, id, link.id).await,
                Err(Failure::Missing)
            ));
            assert!(matches!(
                f.store.link_delete(eve, other, link.id).await,
                Err(Failure::Missing)
            ));
            let differs = f.store.link_difference(actor, id, link.id).await;
            assert!(matches!(differs, Err(Failure::Missing)));
        }
        f.store
            .link_delete(who.actor(), id, link.id)
            .await
            .expect("deleted");
        for address in ["anna", "anna-b"] {
            assert_eq!(find(&f, address).await, Found::Never);
        }
    }
);

on_both!(a_link_has_had_so_many_addresses, async |f: Fixture| {
    let (actor, id) = f.writer(&named("Anna")).await;
    let link = made(&f, actor, id, &LinkTerms::of(slug("anna-0"))).await;
    for number in 1..=backend::FORMER_ADDRESSES {
        let terms = LinkTerms::of(slug(&format!("anna-{number}")));
        done(f.store.link_change(actor, id, link.id, &terms).await);
    }
    let terms = LinkTerms::of(slug("anna-more"));
    let more = f.store.link_change(actor, id, link.id, &terms).await;
    assert_eq!(more.expect("an answer"), Publishing::TooManyAddresses);
    // One that it has had is not one more.
    let terms = LinkTerms::of(slug("anna-3"));
    let back = done(f.store.link_change(actor, id, link.id, &terms).await);
    assert_eq!(back.former.len() as u64, backend::FORMER_ADDRESSES);
    assert_eq!(find(&f, "anna-10").await, Found::Moved(slug("anna-3")));
    // Editing what is seen differs, and what is not does not.
    f.save(actor, id, 1, set(Field::Phone, "070-174 06 05"))
        .await;
    let difference = async || {
        let it = f.store.link_difference(actor, id, link.id).await;
        it.expect("an answer").expect("it is known").is_something()
    };
    assert!(!difference().await);
    f.save(actor, id, 2, set(Field::Name, "Berit")).await;
    assert!(difference().await);
});
