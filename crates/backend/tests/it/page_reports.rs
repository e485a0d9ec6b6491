//! Reports of public pages: sealed, read by those who may, seen by the owner of the
//! page; and what follows when a page is taken down.

mod copies;

use backend::{
    Action, DAY, Failure, Found, Letter, LinkTerms, NewReport, PageNow, Publishing,
    REPORT_CHARACTERS, ReportOutcome, Rule, SeenBy, Slug, Uuid, Who,
};
use cv::Redaction;
use privacy::report::Reason;
use privacy::{Actor, Role};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, id_of, letters, member, who};
use crate::support::{Fixture, named, on_both};

const SLUG: &str = "annas-sida";
const TEXT: &str = "This is me, and I never wrote it.";
const FROM: &str = "stranger@example.com";

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("an address")
}

fn report(text: &str) -> NewReport {
    NewReport {
        reason: Reason::Impersonation,
        text: text.to_owned(),
        email: Some(FROM.to_owned()),
    }
}

async fn publish(f: &Fixture, actor: Actor, document: Uuid, to: &str) -> Publishing {
    let usual = Redaction::usual();
    let to = slug(to);
    let done = f.store.page_publish(actor, document, 1, &usual, &to);
    done.await.expect("an answer")
}

async fn find(f: &Fixture) -> Found {
    f.store.page_find(&slug(SLUG)).await.expect("an answer")
}

/// A member with a public page, and her document.
async fn anna(f: &Fixture) -> (Who, Uuid) {
    let session = member(f, ADDRESS, None).await;
    let anna = who(f, &session).await;
    let id = Uuid::now_v7();
    let created = f.store.cv_create(anna.actor(), id, &named("Anna")).await;
    created.expect("created");
    let done = publish(f, anna.actor(), id, SLUG).await;
    assert!(matches!(done, Publishing::Done(_)), "{done:?}");
    letters(f).await;
    (anna, id)
}

/// Somebody who looks into reports.
async fn officer(f: &Fixture) -> Who {
    let session = member(f, "officer@example.com", None).await;
    let plain = who(f, &session).await;
    f.store
        .operator_role("officer@example.com", Role::PrivacyOfficer)
        .await
        .expect("answers");
    letters(f).await;
    Who {
        role: Role::PrivacyOfficer,
        two_factors: true,
        ..plain
    }
}

async fn take(f: &Fixture, to: &str, text: &str) {
    let taken = f.store.report_take(&slug(to), &report(text)).await;
    taken.expect("taken");
}

/// The first of the list.
async fn first(f: &Fixture, officer: &Who) -> Uuid {
    let lines = f.store.reports(officer).await.expect("the list");
    lines.first().expect("a report").id
}

async fn seen(f: &Fixture, anna: &Who) -> Vec<(Option<Action>, SeenBy)> {
    let page = f.store.audit_seen(anna.actor(), None).await;
    let lines = page.expect("an answer").lines;
    lines.iter().map(|line| (line.action, line.by)).collect()
}

async fn number(f: &Fixture, sql: &str) -> i64 {
    let raw = f.raw_data().await;
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

on_both!(
    a_report_is_sealed_and_that_it_was_read_its_owner_sees,
    async |f: Fixture| {
        let (anna, _) = anna(&f).await;
        let officer = officer(&f).await;
        // Of no page: the same answer, and nothing is kept.
        take(&f, "nobodys-page", TEXT).await;
        assert_eq!(f.store.reports(&officer).await.expect("the list"), []);
        take(&f, SLUG, TEXT).await;
        let raw = f.raw_data().await;
        let sql = "SELECT text, email FROM page_report";
        let statement = Statement::from_string(raw.get_database_backend(), sql);
        let row = raw.query_one_raw(statement).await.expect("it runs");
        let row = row.expect("a row");
        for column in ["text", "email"] {
            let sealed: Vec<u8> = row.try_get("", column).expect("bytes");
            let sealed = String::from_utf8_lossy(&sealed).into_owned();
            assert!(!sealed.contains("never") && !sealed.contains("stranger"));
        }
        // The list says nothing of what is written, and is no look at anybody.
        let lines = f.store.reports(&officer).await.expect("the list");
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].reason, Some(Reason::Impersonation));
        assert_eq!(seen(&f, &anna).await, []);
        let shown = f.store.report_open(&officer, lines[0].id).await;
        let shown = shown.expect("a report");
        assert_eq!(
            (shown.text.as_str(), shown.email.as_deref()),
            (TEXT, Some(FROM))
        );
        assert_eq!((shown.slug.as_str(), shown.page), (SLUG, PageNow::Public));
        let role = SeenBy::Role(Role::PrivacyOfficer);
        assert_eq!(seen(&f, &anna).await, [(Some(Action::ReportRead), role)]);
        // Found to be nothing: once.
        let closed = f.store.report_close(&officer, lines[0].id).await;
        closed.expect("closed");
        let again = f.store.report_close(&officer, lines[0].id).await;
        assert!(matches!(again, Err(Failure::Missing)));
        let lines = f.store.reports(&officer).await.expect("the list");
        assert_eq!(lines[0].outcome, Some(ReportOutcome::Stays));
        assert!(matches!(find(&f).await, Found::Page(_)));
        assert_eq!(letters(&f).await, []);
    }
);

on_both!(
    what_is_taken_down_is_gone_stays_its_owners_and_can_come_back,
    async |f: Fixture| {
        let (anna, document) = anna(&f).await;
        let officer = officer(&f).await;
        take(&f, SLUG, TEXT).await;
        take(&f, SLUG, "And once more").await;
        let Found::Page(page) = find(&f).await else {
            panic!("a page")
        };
        let id = first(&f, &officer).await;
        let down = f.store.page_take_down(&officer, id, Reason::Fraud).await;
        assert_eq!(down.expect("down"), [page.id()]);
        assert_eq!(find(&f).await, Found::Gone);
        // Also for who had found it a moment before.
        let late = f.store.page_open(Actor::Visitor, page).await;
        assert!(late.is_err());
        let lines = f.store.reports(&officer).await.expect("the list");
        assert!(
            lines
                .iter()
                .all(|it| it.outcome == Some(ReportOutcome::TakenDown))
        );
        let told = letters(&f).await;
        let letter = Letter::PageTakenDown {
            document: document.to_string(),
            reason: "fraud".to_owned(),
        };
        assert_eq!(told, [(ADDRESS.to_lowercase(), letter)]);
        let removed = f.store.pages_taken_down(anna.actor(), document).await;
        let removed = removed.expect("an answer");
        assert_eq!(
            (removed[0].slug.as_str(), removed[0].reason),
            (SLUG, Some(Reason::Fraud))
        );
        assert_eq!(
            f.store
                .page_state(anna.actor(), document)
                .await
                .expect("answers"),
            None
        );
        // Neither there nor elsewhere, and nobody else has the address.
        for to in [SLUG, "another-address"] {
            let again = publish(&f, anna.actor(), document, to).await;
            assert_eq!(again, Publishing::TakenDown, "{to}");
        }
        let (stranger, theirs) = f.writer(&named("Berit")).await;
        assert_eq!(
            publish(&f, stranger, theirs, SLUG).await,
            Publishing::SlugTaken
        );
        let stranger = f.store.pages_taken_down(stranger, document).await;
        assert_eq!(stranger.expect("an answer"), []);
        // What is reported of it now is of nothing.
        take(&f, SLUG, TEXT).await;
        assert_eq!(number(&f, "SELECT count(*) FROM page_report").await, 2);

        let back = f.store.page_put_back(&officer, id).await;
        back.expect("put back");
        let Found::Page(again) = find(&f).await else {
            panic!("a page")
        };
        assert!(again.version() > page.version());
        let shown = f.store.page_open(Actor::Visitor, again).await;
        assert_eq!(
            shown
                .expect("it opens")
                .document
                .basics
                .text(cv::Field::Name),
            "Anna"
        );
        let told = letters(&f).await;
        assert_eq!(told.len(), 1);
        let done = publish(&f, anna.actor(), document, SLUG).await;
        assert!(matches!(done, Publishing::Done(_)), "{done:?}");
        let actions: Vec<_> = seen(&f, &anna).await.into_iter().map(|it| it.0).collect();
        assert_eq!(
            actions,
            [Some(Action::PagePutBack), Some(Action::PageTakenDown)]
        );
    }
);

on_both!(with_a_page_go_all_of_its_document, async |f: Fixture| {
    let (anna, document) = anna(&f).await;
    let officer = officer(&f).await;
    let other = publish(&f, anna.actor(), document, "annas-andra").await;
    assert!(matches!(other, Publishing::Done(_)), "{other:?}");
    let both = async || {
        let other = f.store.page_find(&slug("annas-andra")).await;
        [find(&f).await, other.expect("an answer")]
    };
    take(&f, SLUG, TEXT).await;
    take(&f, "annas-andra", TEXT).await;
    let id = first(&f, &officer).await;
    let down = async || {
        let down = f.store.page_take_down(&officer, id, Reason::Fraud).await;
        down.expect("down").len()
    };
    let open = "SELECT count(*) FROM page_report WHERE closed_at IS NULL";
    assert_eq!(down().await, 2);
    assert_eq!(both().await, [Found::Gone, Found::Gone]);
    assert_eq!(number(&f, open).await, 0);
    // One that came in meanwhile is closed by who decides once more.
    let again = "UPDATE page_report SET closed_at = NULL, outcome = NULL";
    let raw = f.raw_data().await;
    raw.execute_unprepared(again).await.expect("it runs");
    assert_eq!(down().await, 2);
    assert_eq!(number(&f, open).await, 0);
    assert_eq!(letters(&f).await.len(), 1);
    f.store.page_put_back(&officer, id).await.expect("back");
    let pages = both().await;
    assert!(pages.iter().all(|it| matches!(it, Found::Page(_))));
});

on_both!(
    a_page_is_reported_under_an_address_that_it_had,
    async |f: Fixture| {
        let (anna, document) = anna(&f).await;
        let officer = officer(&f).await;
        let Found::Page(page) = find(&f).await else {
            panic!("a page")
        };
        let terms = LinkTerms {
            expires_at: Some(f.now() + 20 * DAY),
            ..LinkTerms::of(slug("annas-nya"))
        };
        let changed = f
            .store
            .link_change(anna.actor(), document, page.id(), &terms)
            .await;
        assert!(matches!(changed, Ok(Publishing::Done(_))), "{changed:?}");
        take(&f, SLUG, TEXT).await;
        let id = first(&f, &officer).await;
        let shown = f.store.report_open(&officer, id).await.expect("it opens");
        assert_eq!(
            (shown.slug.as_str(), shown.page),
            ("annas-nya", PageNow::Public)
        );
        // Nobody is told that what is taken down ends.
        let told = async || f.store.links_remind().await.expect("reminds");
        let down = f.store.page_take_down(&officer, id, Reason::Terms).await;
        down.expect("down");
        f.pass_days(7);
        assert_eq!(told().await, 0);
        f.store.page_put_back(&officer, id).await.expect("back");
        assert_eq!(told().await, 1);
        f.pass_days(13);
        let shown = f.store.report_open(&officer, id).await.expect("it opens");
        assert_eq!(shown.page, PageNow::Withdrawn);
    }
);

on_both!(
    reports_are_for_those_who_may_and_of_others,
    async |f: Fixture| {
        let (anna, _) = anna(&f).await;
        let officer = officer(&f).await;
        take(&f, SLUG, TEXT).await;
        let id = first(&f, &officer).await;
        let one_factor = Who {
            two_factors: false,
            ..officer
        };
        let list = f.store.reports(&one_factor).await;
        assert!(matches!(list, Err(Failure::OneFactor)));
        // Nobody decides about a page of their own.
        let own = Who {
            role: Role::Administrator,
            two_factors: true,
            ..anna
        };
        assert_eq!(f.store.reports(&own).await.expect("the list"), []);
        for who in [
            own,
            Who {
                role: Role::Support,
                ..officer
            },
            anna,
        ] {
            let open = f.store.report_open(&who, id).await.map(drop);
            let close = f.store.report_close(&who, id).await;
            let down = f
                .store
                .page_take_down(&who, id, Reason::Terms)
                .await
                .map(drop);
            let back = f.store.page_put_back(&who, id).await.map(drop);
            for refused in [open, close, down, back] {
                assert!(matches!(refused, Err(Failure::Missing)), "{:?}", who.role);
            }
        }
        assert!(matches!(find(&f).await, Found::Page(_)));
    }
);

on_both!(
    what_is_reported_is_bounded_and_goes_with_its_time_or_its_page,
    async |f: Fixture| {
        let long = "x".repeat(REPORT_CHARACTERS + 1);
        for text in ["", "  ", &long] {
            let refused = f.store.report_take(&slug(SLUG), &report(text)).await;
            assert!(matches!(refused, Err(Failure::Refused(_))));
        }
        let (actor, document) = f.writer(&named("Anna")).await;
        publish(&f, actor, document, SLUG).await;
        take(&f, SLUG, &"å".repeat(REPORT_CHARACTERS)).await;
        take(&f, SLUG, TEXT).await;
        // They come along into an account, and open there.
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let moved = f.store.account_move(id_of(actor), anna.person).await;
        assert_eq!(moved.expect("moved"), 1);
        let officer = officer(&f).await;
        let id = first(&f, &officer).await;
        let shown = f.store.report_open(&officer, id).await.expect("it opens");
        assert_eq!(shown.text.chars().count(), REPORT_CHARACTERS);
        // One that is open stays, a closed one for half a year.
        f.store.report_close(&officer, id).await.expect("closed");
        f.pass_days(184);
        let swept = f.store.sweep_some(Rule::PageReports).await;
        assert_eq!(swept.expect("swept"), 0);
        f.pass(1);
        let swept = f.store.sweep_some(Rule::PageReports).await;
        assert_eq!(swept.expect("swept"), 1);
        assert_eq!(number(&f, "SELECT count(*) FROM page_report").await, 1);
        f.store.account_erase(anna.actor()).await.expect("erased");
        assert_eq!(number(&f, "SELECT count(*) FROM page_report").await, 0);
    }
);
