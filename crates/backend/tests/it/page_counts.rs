//! How often public pages are opened: numbers a day and nothing else, added together
//! by all processes, for the owner alone.

use backend::{DAY, Failure, Found, Opening, Page, PageStatistics, Rule, Slug, Store, Uuid};
use cv::Redaction;
use privacy::{Actor, PersonId, Purpose};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, id_of, member, who};
use crate::support::{Fixture, named, on_both};

const SLUG: &str = "annas-sida";

fn slug() -> Slug {
    Slug::parse(SLUG).expect("an address")
}

/// Somebody with a public page: of which document, and the page.
async fn published(f: &Fixture) -> (Actor, Uuid, Page) {
    let (actor, document) = f.writer(&named("Anna")).await;
    (actor, document, publish(f, actor, document).await)
}

async fn publish(f: &Fixture, actor: Actor, document: Uuid) -> Page {
    let usual = Redaction::usual();
    let slug = slug();
    let done = f.store.page_publish(actor, document, 1, &usual, &slug);
    done.await.expect("published");
    match f.store.page_find(&slug).await.expect("an answer") {
        Found::Page(page) => page,
        other => panic!("{other:?}"),
    }
}

async fn statistics(f: &Fixture, actor: Actor, document: Uuid, page: Page) -> PageStatistics {
    let told = f.store.page_statistics(actor, document, page.id()).await;
    told.expect("an answer")
}

/// Opened, PDF, vCard, JSON, text, by programs: today.
async fn today(f: &Fixture, actor: Actor, document: Uuid, page: Page) -> [u64; 6] {
    let told = statistics(f, actor, document, page).await;
    let it = told.days.last().expect("today");
    [it.opened, it.pdf, it.card, it.data, it.text, it.bots]
}

/// Opens it once and has it written.
async fn open(f: &Fixture, page: Page) {
    f.store.page_opened(page, Opening::Page, None);
    f.store.openings_write().await.expect("written");
}

async fn rows(f: &Fixture) -> i64 {
    let raw = f.raw_data().await;
    let sql = "SELECT count(*) FROM page_count";
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

on_both!(
    every_form_is_counted_by_itself_and_by_the_day,
    async |f: Fixture| {
        let (actor, document, page) = published(&f).await;
        let all = [
            (Opening::Page, 3),
            (Opening::Pdf, 2),
            (Opening::Card, 1),
            (Opening::Data, 4),
            (Opening::Text, 5),
            (Opening::Bot, 6),
        ];
        for (opening, times) in all {
            for _ in 0..times {
                f.store.page_opened(page, opening, None);
            }
        }
        // Nothing of it is there before it is written, and it is written once.
        assert_eq!(today(&f, actor, document, page).await, [0; 6]);
        for _ in 0..2 {
            f.store.openings_write().await.expect("written");
            assert_eq!(today(&f, actor, document, page).await, [3, 2, 1, 4, 5, 6]);
        }
        f.pass_days(1);
        open(&f, page).await;
        assert_eq!(today(&f, actor, document, page).await, [1, 0, 0, 0, 0, 0]);
        let told = statistics(&f, actor, document, page).await;
        assert_eq!((told.slug.as_str(), told.days.len()), (SLUG, 30));
        assert_eq!(told.days.iter().map(|it| it.opened).sum::<u64>(), 4);
        assert_eq!(told.months.len(), 13);
        assert_eq!(told.months.iter().map(|it| it.opened).sum::<u64>(), 4);
        assert_eq!(told.months.iter().map(|it| it.text).sum::<u64>(), 5);
        assert_eq!(rows(&f).await, 2);
    }
);

on_both!(
    /// What two processes have counted at the same time is all there.
    several_processes_add_to_the_same_row,
    async |f: Fixture| {
        let (actor, document, page) = published(&f).await;
        let other = Store::open(&f.options).await.expect("it opens").store;
        let mut writing = Vec::new();
        for round in 0..20_usize {
            for store in [&f.store, &other] {
                for _ in 0..=round % 3 {
                    store.page_opened(page, Opening::Page, None);
                }
            }
            let (a, b) = tokio::join!(f.store.openings_write(), other.openings_write());
            writing.extend([a, b]);
        }
        // Who had to give way keeps what it could not write.
        for store in [&f.store, &other] {
            store.openings_write().await.expect("written");
        }
        let expected: u64 = (0..20).map(|round| 2 * (round % 3 + 1)).sum();
        assert_eq!(today(&f, actor, document, page).await[0], expected);
        assert_eq!(rows(&f).await, 1);
    }
);

on_both!(the_owners_own_look_is_not_counted, async |f: Fixture| {
    let (actor, document, page) = published(&f).await;
    let session = |person: PersonId| {
        let store = f.store.clone();
        async move { store.session_create(person).await.expect("a session") }
    };
    let own = session(id_of(actor)).await;
    let (stranger, _) = f.writer(&named("Berit")).await;
    let others = session(id_of(stranger)).await;
    for token in [Some(&own), Some(&others), None] {
        f.store.page_opened(page, Opening::Page, token);
        f.store.page_opened(page, Opening::Pdf, token);
    }
    f.store.openings_write().await.expect("written");
    assert_eq!(today(&f, actor, document, page).await, [2, 2, 0, 0, 0, 0]);
});

on_both!(
    who_restricts_or_objects_is_not_counted_and_an_objection_forgets,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let (actor, document) = (anna.actor(), Uuid::now_v7());
        let created = f.store.cv_create(actor, document, &named("Anna")).await;
        created.expect("created");
        let page = publish(&f, actor, document).await;
        open(&f, page).await;

        // What was noted a moment before counts no more.
        f.store.page_opened(page, Opening::Page, None);
        f.store.restrict(actor).await.expect("restricted");
        open(&f, page).await;
        let told = statistics(&f, actor, document, page).await;
        assert!(told.uncounted);
        assert_eq!(told.days.last().expect("today").opened, 1);
        f.store.lift(actor).await.expect("lifted");
        open(&f, page).await;
        assert_eq!(today(&f, actor, document, page).await[0], 2);

        // Without a proof, which is for what protects the account.
        f.pass_minutes(16);
        let anna = who(&f, &session).await;
        let objected = f.store.object(&anna, Purpose::Count).await;
        assert_eq!(objected.expect("noted"), backend::Objected::Done);
        let limits = f.store.limits(actor).await.expect("an answer");
        assert_eq!(limits.objected_at(Purpose::Count), Some(f.now()));
        assert_eq!(limits.objected_at(Purpose::Protect), None);
        assert_eq!(rows(&f).await, 0);
        open(&f, page).await;
        assert_eq!(rows(&f).await, 0);
        assert!(statistics(&f, actor, document, page).await.uncounted);
        let lifted = f.store.object_no_more(actor, Purpose::Count).await;
        lifted.expect("lifted");
        open(&f, page).await;
        assert_eq!(today(&f, actor, document, page).await[0], 1);
    }
);

on_both!(
    nobody_else_is_told_and_all_of_it_goes_with_the_account,
    async |f: Fixture| {
        let (actor, document, page) = published(&f).await;
        open(&f, page).await;
        let (stranger, theirs) = f.writer(&named("Berit")).await;
        for (who, of) in [
            (stranger, document),
            (stranger, theirs),
            (Actor::Visitor, document),
            (actor, theirs),
        ] {
            let told = f.store.page_statistics(who, of, page.id()).await;
            assert!(matches!(told, Err(Failure::Missing)));
        }
        assert_eq!(rows(&f).await, 1);
        // Withdrawn, it is not counted, and stays to be looked at.
        f.store.page_unpublish(actor, document).await.expect("down");
        assert_eq!(today(&f, actor, document, page).await[0], 1);
        // What is noted of an account that is gone is of nobody.
        f.store.page_opened(page, Opening::Page, None);
        f.store.account_erase(actor).await.expect("erased");
        f.store.openings_write().await.expect("nothing to write");
        assert_eq!(rows(&f).await, 0);
    }
);

on_both!(
    counts_go_after_thirteen_months_and_move_with_their_page,
    async |f: Fixture| {
        let (actor, document, page) = published(&f).await;
        open(&f, page).await;
        // They come along into an account.
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let moved = f.store.account_move(id_of(actor), anna.person).await;
        assert_eq!(moved.expect("moved"), 1);
        assert_eq!(today(&f, anna.actor(), document, page).await[0], 1);
        f.pass_days(396);
        // Of the day that it is now: its owner is there.
        f.store.limits(anna.actor()).await.expect("an answer");
        let told = statistics(&f, anna.actor(), document, page).await;
        assert_eq!(told.months.iter().map(|it| it.opened).sum::<u64>(), 0);
        assert_eq!(
            f.store.sweep_some(Rule::PageCounts).await.expect("swept"),
            0
        );
        f.pass(DAY);
        assert_eq!(
            f.store.sweep_some(Rule::PageCounts).await.expect("swept"),
            1
        );
        assert_eq!(rows(&f).await, 0);
    }
);

/// The promise, in the schema itself: ids, a day, numbers.
#[test]
fn a_row_has_no_place_for_anything_of_a_visitor() {
    let columns: Vec<String> = backend::backup_columns()
        .into_iter()
        .filter_map(|column| Some(column.strip_prefix("page_count.")?.to_owned()))
        .collect();
    let expected = [
        "account_id",
        "publication_id",
        "day_at",
        "opened",
        "pdf",
        "card",
        "data",
        "plain",
        "bots",
    ];
    assert_eq!(columns, expected);
}
