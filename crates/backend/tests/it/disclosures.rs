//! What is given to authorities and advisers: by two, on a ground, and not behind
//! anybody's back for longer than the law says.

use backend::{Action, DAY, DisclosureRefused, Failure, Letter, NewDisclosure, SeenBy, Uuid, Who};
use privacy::disclosure::{BAR_DAYS, BarRefused, DisclosureGround, PROPOSAL_DAYS};
use privacy::erasure::Gone;
use privacy::inventory::{Category, Label};
use privacy::{Date, Masked, Role};

use crate::export::copy;
use crate::members::{ADDRESS, letters, member, who};
use crate::support::{Fixture, named, on_both};

/// Two who may, and the member whom it is about.
pub(crate) async fn people(f: &Fixture) -> (Who, Who, Who) {
    let mut all = Vec::new();
    for address in ["eva@example.com", "olof@example.com", ADDRESS] {
        let session = member(f, address, None).await;
        all.push(who(f, &session).await);
    }
    let staff = |plain: &Who| Who {
        role: Role::PrivacyOfficer,
        two_factors: true,
        proved: true,
        ..*plain
    };
    letters(f).await;
    (staff(&all[0]), staff(&all[1]), all[2])
}

fn order() -> NewDisclosure {
    NewDisclosure {
        whose: ADDRESS.to_owned(),
        ground: DisclosureGround::Order,
        recipient: "Polismyndigheten".to_owned(),
        law: "RB 27 kap. 17 §, K 123-26".to_owned(),
        categories: vec![Category::Contact, Category::Technical],
        items: "The e-mail address, and when it last signed in.".to_owned(),
        secrecy: String::new(),
        barred: None,
    }
}

async fn propose(f: &Fixture, who: &Who, new: &NewDisclosure) -> Uuid {
    let proposed = f.store.disclosure_propose(who, new).await;
    proposed.expect("an answer").expect("proposed")
}

fn account(of: &Who) -> Uuid {
    Uuid::from_bytes(of.person.0)
}

/// What the person sees: the list, the log, and whether anything is counted.
async fn seen(f: &Fixture, anna: &Who) -> (usize, usize, u64) {
    let told = f.store.disclosures_of(anna.actor()).await.expect("a list");
    let log = f.store.audit_seen(anna.actor(), None).await.expect("a log");
    let disclosed = log.lines.iter();
    let disclosed = disclosed.filter(|line| line.action == Some(Action::Disclosed));
    let held = f.store.overview(anna.actor()).await.expect("an overview");
    let counted = held.held.iter().filter(|it| it.label == Label::Disclosure);
    (
        told.len(),
        disclosed.count(),
        counted.map(|it| it.count).sum(),
    )
}

on_both!(
    /// R60: one proposes, another confirms, and the person knows at once.
    a_disclosure_needs_two_and_is_told,
    async |f: Fixture| {
        let (eva, olof, anna) = people(&f).await;
        let id = propose(&f, &eva, &order()).await;
        assert_eq!(seen(&f, &anna).await, (0, 0, 0));
        let own = f.store.disclosure_confirm(&eva, account(&anna), id).await;
        assert_eq!(own.expect("an answer"), Err(DisclosureRefused::SamePerson));
        assert!(letters(&f).await.is_empty());

        let done = f.store.disclosure_confirm(&olof, account(&anna), id).await;
        assert_eq!(done.expect("an answer"), Ok(()));
        assert_eq!(seen(&f, &anna).await, (1, 1, 1));
        let told = letters(&f).await;
        assert_eq!(told, [(ADDRESS.to_lowercase(), Letter::Disclosed)]);
        let told = f.store.disclosures_of(anna.actor()).await.expect("a list");
        assert_eq!(told[0].recipient, "Polismyndigheten");
        assert_eq!(told[0].categories, [Category::Contact, Category::Technical]);
        let log = f.store.audit_seen(anna.actor(), None).await.expect("a log");
        assert_eq!(log.lines[0].by, SeenBy::Formerly, "by a role, and by nobody's name");
        let again = f.store.disclosure_confirm(&olof, account(&anna), id).await;
        assert_eq!(again.expect("an answer"), Err(DisclosureRefused::Gone));
        // What was given cannot be taken back.
        let refused = f.store.disclosure_refuse(&eva, account(&anna), id).await;
        assert!(matches!(refused, Err(Failure::Missing)));
        // It is in their copy of everything, in words.
        let files = copy(&f, &anna).await;
        let rows = String::from_utf8_lossy(&files["data/disclosure.json"]).into_owned();
        assert!(rows.contains("Polismyndigheten") && !rows.contains("proposed_by"), "{rows}");
    }
);

on_both!(
    /// R60: a bar holds until its day, in everything that the person sees, and not a
    /// day longer.
    a_barred_person_is_told_when_the_bar_ends,
    async |f: Fixture| {
        let (eva, olof, anna) = people(&f).await;
        let until = Date::of(f.now()).days_later(30);
        let barred = NewDisclosure {
            barred: Some((until, "RB 27 kap. 31 §".to_owned())),
            ..order()
        };
        let id = propose(&f, &eva, &barred).await;
        let done = f.store.disclosure_confirm(&olof, account(&anna), id).await;
        assert_eq!(done.expect("an answer"), Ok(()));
        for _ in 0..2 {
            assert_eq!(f.store.disclosure_notices().await.expect("looked"), 0);
            assert_eq!(seen(&f, &anna).await, (0, 0, 0));
            assert!(letters(&f).await.is_empty());
            f.pass(until.starts() - f.now() - 1);
        }
        let files = copy(&f, &anna).await;
        let rows = String::from_utf8_lossy(&files["data/disclosure.json"]).into_owned();
        assert!(!rows.contains("Polis"), "{rows}");
        let preview = f.store.erasure_preview(&anna).await.expect("a preview");
        let kinds: Vec<Gone> = preview.gone.iter().map(|(kind, _)| *kind).collect();
        assert!(!kinds.contains(&Gone::Disclosures), "{kinds:?}");
        // Staff see it all the while, with the law that bars it.
        let lines = f.store.disclosures(&olof).await.expect("the register");
        assert_eq!(lines[0].barred_by, "RB 27 kap. 31 §");
        letters(&f).await;

        f.pass(1);
        assert_eq!(f.store.disclosure_notices().await.expect("looked"), 1);
        assert_eq!(f.store.disclosure_notices().await.expect("looked"), 0);
        assert_eq!(seen(&f, &anna).await, (1, 1, 1));
        assert_eq!(letters(&f).await, [(ADDRESS.to_lowercase(), Letter::Disclosed)]);
    }
);

on_both!(
    /// R60, R63: what is missing is not proposed.
    a_disclosure_without_ground_law_or_secrecy_is_not_proposed,
    async |f: Fixture| {
        let (eva, _, anna) = people(&f).await;
        let today = Date::of(f.now());
        let law = || "RB 27 kap. 31 §".to_owned();
        let bar = |days| Some((today.days_later(days), law()));
        let adviser = NewDisclosure {
            ground: DisclosureGround::Adviser,
            ..order()
        };
        let far = i64::from(BAR_DAYS) + 1;
        let cases = [
            (NewDisclosure { whose: "x@example.com".to_owned(), ..order() }, DisclosureRefused::NoSuchPerson),
            (NewDisclosure { whose: Uuid::nil().to_string(), ..order() }, DisclosureRefused::NoSuchPerson),
            (NewDisclosure { law: " ".to_owned(), ..order() }, DisclosureRefused::Incomplete),
            (NewDisclosure { recipient: "x".repeat(201), ..order() }, DisclosureRefused::Incomplete),
            (NewDisclosure { items: String::new(), ..order() }, DisclosureRefused::Incomplete),
            (NewDisclosure { categories: Vec::new(), ..order() }, DisclosureRefused::NoCategories),
            (adviser.clone(), DisclosureRefused::NoSecrecy),
            (
                NewDisclosure { secrecy: "Advokat".to_owned(), barred: bar(9), ..adviser.clone() },
                DisclosureRefused::Bar(BarRefused::Ground),
            ),
            (NewDisclosure { barred: bar(0), ..order() }, DisclosureRefused::Bar(BarRefused::Past)),
            (NewDisclosure { barred: bar(far), ..order() }, DisclosureRefused::Bar(BarRefused::Far)),
            (
                NewDisclosure { barred: Some((today.days_later(9), String::new())), ..order() },
                DisclosureRefused::NoBarLaw,
            ),
        ];
        for (new, expected) in cases {
            let refused = f.store.disclosure_propose(&eva, &new).await;
            assert_eq!(refused.expect("an answer"), Err(expected));
        }
        // An adviser under secrecy may, and by the account's number too.
        let new = NewDisclosure {
            secrecy: "RB 8 kap. 4 §".to_owned(),
            whose: account(&anna).to_string(),
            ..adviser
        };
        propose(&f, &eva, &new).await;
        let unproved = Who { proved: false, ..eva };
        let refused = f.store.disclosure_propose(&unproved, &order()).await;
        assert!(matches!(refused, Err(Failure::Unproved)));
        let member = f.store.disclosure_propose(&anna, &order()).await;
        assert!(matches!(member, Err(Failure::Missing)));
    }
);

on_both!(a_proposal_that_nobody_confirms_goes, async |f: Fixture| {
    let (eva, olof, anna) = people(&f).await;
    let id = propose(&f, &eva, &order()).await;
    f.pass(i64::from(PROPOSAL_DAYS) * DAY + 1);
    let late = f.store.disclosure_confirm(&olof, account(&anna), id).await;
    assert_eq!(late.expect("an answer"), Err(DisclosureRefused::Gone));
    assert!(
        f.store
            .disclosures(&olof)
            .await
            .expect("the register")
            .is_empty()
    );
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.by(backend::Rule::Proposals), 1);
    // A proposal is taken away by whoever may, without a word to the person.
    let id = propose(&f, &eva, &order()).await;
    f.store
        .disclosure_refuse(&olof, account(&anna), id)
        .await
        .expect("taken away");
    assert_eq!(seen(&f, &anna).await, (0, 0, 0));
});

on_both!(
    /// What was given of an account that somebody takes along when they sign up comes
    /// along, sealed with the new key; and so does what was opened of it.
    a_disclosure_comes_along_to_a_members_account,
    async |f: Fixture| {
        let (eva, olof, _) = people(&f).await;
        let (link, _) = f.writer(&named("Cecilia")).await;
        let id = crate::members::id_of(link);
        let new = NewDisclosure {
            whose: Uuid::from_bytes(id.0).to_string(),
            ..order()
        };
        let given = propose(&f, &eva, &new).await;
        let done = f.store.disclosure_confirm(&olof, Uuid::from_bytes(id.0), given).await;
        assert_eq!(done.expect("an answer"), Ok(()));
        // Nobody can be written to, and they see it all the same.
        assert_eq!(f.store.disclosures_of(link).await.expect("a list").len(), 1);
        let (whose, why) = (Uuid::from_bytes(id.0), "Ärende 4711: hon har frågat");
        let opened = f.store.person_open(&eva, whose, Masked::Documents, why).await;
        opened.expect("an answer").expect("open");
        let session = member(&f, "cecilia@example.com", None).await;
        let cecilia = who(&f, &session).await;
        let moved = f.store.account_move(id, cecilia.person).await;
        assert_eq!(moved.expect("moved"), 1);
        let told = f.store.disclosures_of(cecilia.actor()).await.expect("a list");
        assert_eq!(told.len(), 1);
        let told = f.store.opened_of(cecilia.actor()).await.expect("a list");
        let reasons: Vec<&str> = told.iter().map(|line| line.reason.as_str()).collect();
        assert_eq!(reasons, [why]);
    }
);
