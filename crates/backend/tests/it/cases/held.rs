//! What is held of somebody who asks: under their address, and in strangers' CVs.

use backend::{
    DAY, Found, Letter, LinkTerms, Named, Publishing, Request, Slug, StepRefused, ToShow, Uuid,
};
use cv::{Document, Field, Item, Language, Redaction, SectionKind, Value};
use privacy::case::Matter;
use privacy::{Actor, Purpose};

use super::{STRANGER, act, answer, ask, asks, code, count, erased, officer, queue};
use crate::members::{ADDRESS, id_of, letters, member, token, who, wish};
use crate::support::{Fixture, named, on_both};

/// A CV with a referee.
fn with_referee(name: &str, referee: &str) -> Document {
    let mut document = named(name);
    let section = cv::Section::new(cv::Id(700), SectionKind::References);
    document.sections.push(section);
    let section = document.sections.last_mut().expect("it was just put there");
    let mut item = Item::new(cv::Id(701));
    item.fields.insert(Field::Name, Value::Text(referee.into()));
    section.items.push(item);
    document
}

on_both!(
    whoever_is_named_in_a_strangers_cv_has_it_searched_and_hidden,
    async |f: Fixture| {
        let desk = officer(&f).await;
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let id = Uuid::now_v7();
        let document = with_referee("Anna Ek", "Nils  Holm, rektor");
        f.store
            .cv_create(anna.actor(), id, &document)
            .await
            .expect("saved");
        f.writer(&with_referee("Cecilia", "Nilsa Holmström")).await;
        let slug = Slug::parse("anna-ek").expect("an address");
        let usual = Redaction::usual();
        let published = f
            .store
            .page_publish(anna.actor(), id, 1, &usual, &slug)
            .await;
        published.expect("published");
        letters(&f).await;

        let request = Request {
            named: Some(Named {
                name: "Nils Holm".to_owned(),
                ..Named::default()
            }),
            ..asks(Matter::Erase, STRANGER)
        };
        ask(&f, &request).await;
        // Nobody's documents are opened before they have shown who they are.
        assert_eq!(f.store.cases_scan().await.expect("scanned"), 0);
        let (number, code) = code(&f).await;
        assert!(f.store.case_code(&number, &code).await.expect("answers"));
        assert_eq!(f.store.cases_scan().await.expect("scanned"), 1);
        assert_eq!(f.store.cases_scan().await.expect("once"), 0);

        let line = queue(&f, &desk).await.remove(0);
        let case = (line.account, line.id);
        f.store
            .case_open(&desk, case, "to see")
            .await
            .expect("opened");
        let file = f.store.case_file(&desk, case).await.expect("a case");
        let hits = file.opened.expect("open").hits;
        let owner = Uuid::from_bytes(anna.person.0);
        assert!(hits.iter().all(|hit| hit.owner == owner), "{hits:?}");
        assert_eq!(hits.iter().filter(|hit| hit.public).count(), 1, "{hits:?}");
        assert_eq!(hits.iter().filter(|hit| !hit.public).count(), 1, "{hits:?}");
        assert_eq!(hits[0].excerpt, "Nils Holm, rektor");

        let private = hits.iter().find(|hit| !hit.public).expect("one");
        let public = hits.iter().find(|hit| hit.public).expect("one");
        let text = "Fråga Nils först";
        let asked = f.store.case_ask_owner(&desk, case, private.id, text).await;
        assert_eq!(asked.expect("answers"), Ok(()));
        let wrong = f.store.case_hide(&desk, case, private.id, text).await;
        assert_eq!(wrong.expect("answers"), Err(StepRefused::NotNow));
        let hidden = f.store.case_hide(&desk, case, public.id, text).await;
        assert!(hidden.expect("answers").is_ok());
        let sent = letters(&f).await;
        let to_owner = sent.iter().filter(|(to, letter)| {
            to == "anna.ek@example.com" && matches!(letter, Letter::CaseOwnerAsked { .. })
        });
        assert_eq!(to_owner.count(), 2, "{sent:?}");
        let Found::Page(page) = f.store.page_find(&slug).await.expect("answers") else {
            panic!("it is public")
        };
        let shown = f
            .store
            .page_open(Actor::Visitor, page)
            .await
            .expect("it opens");
        let json = serde_json::to_string(&shown.document).expect("plain data");
        assert!(
            !json.contains("rektor") && json.contains("Anna Ek"),
            "{json}"
        );
        let own = f
            .store
            .cv_load(anna.actor(), Purpose::KeepSaved, id, None)
            .await
            .expect("it is there");
        assert_eq!(own.map(|it| it.document), Some(document));

        // When its owner goes, what was found of theirs goes too.
        assert_eq!(count(&f, "case_hit").await, 2);
        f.store.account_erase(anna.actor()).await.expect("erased");
        assert_eq!(count(&f, "case_hit").await, 0);
    }
);

on_both!(
    a_page_is_searched_and_hidden_in_all_its_languages,
    async |f: Fixture| {
        let desk = officer(&f).await;
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let (id, other) = (Uuid::now_v7(), Uuid::now_v7());
        let mut english = with_referee("Anna Ek", "Nils Holm");
        let references = english.sections.last_mut().expect("the references");
        let mut item = Item::new(cv::Id(702));
        let cecilia = Value::Text("Cecilia Berg".into());
        item.fields.insert(Field::Name, cecilia);
        references.items.push(item);
        // Beside something that has the number which he has in the other.
        let mut swedish = with_referee("Anna Ek", "Cecilia Berg");
        swedish.language = Language::Swedish;
        let references = swedish.sections.last_mut().expect("the references");
        let mut item = Item::new(cv::Id(702));
        let nils = Value::Text("Nils Holm, rektor".into());
        item.fields.insert(Field::Name, nils);
        references.items.push(item);
        for (id, document) in [(id, &english), (other, &swedish)] {
            let saved = f.store.cv_create(anna.actor(), id, document).await;
            saved.expect("saved");
        }
        let usual = Redaction::usual();
        let show = ToShow {
            version: 1,
            redaction: &usual,
            variants: &[(other, 1)],
        };
        let slug = Slug::parse("anna-ek").expect("an address");
        let terms = LinkTerms::of(slug.clone());
        let published = f.store.link_create(anna.actor(), id, show, &terms).await;
        let Ok(Publishing::Done(link)) = published else {
            panic!("{published:?}")
        };
        letters(&f).await;

        let named = Some(Named {
            name: "Nils Holm".to_owned(),
            ..Named::default()
        });
        let request = Request {
            named,
            ..asks(Matter::Erase, STRANGER)
        };
        ask(&f, &request).await;
        let (number, code) = code(&f).await;
        assert!(f.store.case_code(&number, &code).await.expect("answers"));
        assert_eq!(f.store.cases_scan().await.expect("scanned"), 1);
        let line = queue(&f, &desk).await.remove(0);
        let case = (line.account, line.id);
        let opened = f.store.case_open(&desk, case, "to see").await;
        assert!(opened.expect("answers"));
        let file = f.store.case_file(&desk, case).await.expect("a case");
        let hits = file.opened.expect("open").hits;
        let public: Vec<_> = hits.iter().filter(|hit| hit.public).collect();
        let said: Vec<&str> = public.iter().map(|hit| hit.excerpt.as_str()).collect();
        assert_eq!(said, ["Nils Holm", "Nils Holm, rektor"]);
        let hit = public[0].id;
        let hidden = f.store.case_hide(&desk, case, hit, "Dold").await;
        assert!(hidden.expect("answers").is_ok());
        let Found::Page(page) = f.store.page_find(&slug).await.expect("answers") else {
            panic!("it is public")
        };
        for language in [Language::English, Language::Swedish] {
            let shown = f.store.page_open_in(Actor::Visitor, page, Some(language));
            let shown = shown.await.expect("it opens").expect("it is there");
            let json = cv::format::save(&shown.document);
            let (nils, cecilia) = (json.contains("Nils"), json.contains("Cecilia"));
            assert!(!nils && cecilia, "{json}");
        }
        // Its owner still sees what differs.
        let differs = f.store.link_difference(anna.actor(), id, link.id).await;
        let differs = differs.expect("an answer").expect("it is known");
        let ids = |document: &Document| -> Vec<u64> {
            let items = document.sections.iter().flat_map(|it| &it.items);
            items.map(|item| item.id.0).collect()
        };
        assert_eq!(
            (ids(&differs.old), ids(&differs.new)),
            (vec![702], vec![701, 702])
        );
    }
);

on_both!(
    what_was_found_follows_its_owner_into_their_account,
    async |f: Fixture| {
        let desk = officer(&f).await;
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let (link, _) = f.writer(&with_referee("Anna Ek", "Nils Holm")).await;
        letters(&f).await;
        let request = Request {
            named: Some(Named {
                name: "Nils Holm".to_owned(),
                ..Named::default()
            }),
            ..asks(Matter::Erase, STRANGER)
        };
        ask(&f, &request).await;
        let (number, code) = code(&f).await;
        assert!(f.store.case_code(&number, &code).await.expect("answers"));
        assert_eq!(f.store.cases_scan().await.expect("scanned"), 1);
        let moved = f.store.account_move(id_of(link), anna.person).await;
        assert_eq!(moved.expect("moved"), 1);
        let line = queue(&f, &desk).await.remove(0);
        let case = (line.account, line.id);
        let opened = f.store.case_open(&desk, case, "to see").await;
        assert!(opened.expect("answers"));
        let file = f.store.case_file(&desk, case).await.expect("a case");
        let hits = file.opened.expect("open").hits;
        let owners: Vec<Uuid> = hits.iter().map(|hit| hit.owner).collect();
        assert_eq!(owners, [Uuid::from_bytes(anna.person.0)]);
        let asked = f
            .store
            .case_ask_owner(&desk, case, hits[0].id, "Fråga Nils");
        assert_eq!(asked.await.expect("answers"), Ok(()));
    }
);

on_both!(
    what_is_held_under_an_address_is_told_and_erased,
    async |f: Fixture| {
        let desk = officer(&f).await;
        letters(&f).await;
        // A sign-up that was begun, and an older question.
        let begun = f.store.sign_up(&wish(STRANGER, None)).await;
        assert_eq!(begun.expect("answers"), Ok(()));
        token(&f).await;
        ask(&f, &asks(Matter::Policy, STRANGER)).await;
        let line = queue(&f, &desk).await.remove(0);
        assert_eq!(act(&f, &desk, &line, answer()).await, Ok(()));
        ask(&f, &asks(Matter::Erase, STRANGER)).await;
        let (number, good) = code(&f).await;
        let line = queue(&f, &desk).await.remove(0);
        let case = (line.account, line.id);
        let early = f.store.case_erase(&desk, case).await.expect("answers");
        assert_eq!(early, Err(StepRefused::NotNow));
        assert!(f.store.case_code(&number, &good).await.expect("answers"));
        let masked = f.store.case_held(&desk, case).await.expect("answers");
        assert!(matches!(masked, Err(StepRefused::Masked)));
        f.store
            .case_open(&desk, case, "to erase")
            .await
            .expect("opened");
        // Nobody is told of what was not done.
        let claimed = act(&f, &desk, &line, erased()).await;
        assert_eq!(claimed, Err(StepRefused::NotErased));
        let held = f
            .store
            .case_held(&desk, case)
            .await
            .expect("answers")
            .expect("told");
        assert_eq!((held.begun.len(), held.cases.len()), (1, 2));
        assert!(held.member.is_none());
        let gone = f
            .store
            .case_erase(&desk, case)
            .await
            .expect("answers")
            .expect("erased");
        assert_eq!((gone.begun, gone.cases, gone.member), (1, 1, None));
        // The case stays, to be answered.
        assert_eq!(count(&f, "privacy_case").await, 1);
        assert_eq!(count(&f, "ticket").await, 0);
        assert_eq!(act(&f, &desk, &line, erased()).await, Ok(()));
    }
);

on_both!(
    /// Somebody who cannot sign in: by their address, with the usual delay.
    a_member_who_cannot_sign_in_is_erased_by_a_case,
    async |f: Fixture| {
        let desk = officer(&f).await;
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        letters(&f).await;
        ask(&f, &asks(Matter::Erase, ADDRESS)).await;
        let (number, code) = code(&f).await;
        assert!(f.store.case_code(&number, &code).await.expect("answers"));
        let line = queue(&f, &desk).await.remove(0);
        let case = (line.account, line.id);
        f.store.case_open(&desk, case, "to erase").await.expect("opened");
        let held = f.store.case_held(&desk, case).await.expect("answers").expect("told");
        assert!(held.member.is_some_and(|it| !it.held.is_empty()));
        let erased = f.store.case_erase(&desk, case).await.expect("answers").expect("erased");
        assert!(erased.member.is_some());
        let due = f.store.erasure_due(&anna).await.expect("answers").expect("a day");
        assert!(due > f.now() && due <= f.now() + 14 * DAY);
        let sent = letters(&f).await;
        assert!(matches!(
            sent.as_slice(),
            [(to, Letter::ErasureAsked { .. })] if to == "anna.ek@example.com"
        ), "{sent:?}");
        f.pass_days(4);
        f.store.sweep().await.expect("swept");
        let gone = f.store.cases_own(anna.actor()).await;
        assert!(gone.is_err() || gone.is_ok_and(|cases| cases.is_empty()));
        assert_eq!(count(&f, "login").await, 1, "the officer's");
        assert_eq!(queue(&f, &desk).await.len(), 1);
    }
);
