//! What documents were before: kept by themselves, thinned out, and named.

use backend::{DAY, Failure, History, Returned, Rule, Saved, Uuid, VERSIONS_KEPT, VersionWhy};
use cv::{Document, Edit, Field, Id, SectionKind};
use privacy::{Actor, Purpose};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::id_of;
use crate::support::{Fixture, blank, named, on_both, set};

const MINUTES: i64 = 60_000;

pub(crate) async fn list(f: &Fixture, actor: Actor, id: Uuid) -> History {
    let history = f.store.version_list(actor, id).await;
    history.expect("the store answers")
}

pub(crate) async fn numbers(f: &Fixture, actor: Actor, id: Uuid) -> Vec<u64> {
    let history = list(f, actor, id).await;
    let versions = history.versions.into_iter();
    versions.map(|version| version.number).collect()
}

pub(crate) async fn present(f: &Fixture, actor: Actor, id: Uuid) -> (u64, Document) {
    let loaded = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
    let stored = loaded.expect("it is there").expect("nothing was known");
    (stored.version, stored.document)
}

/// Writes another text over the last one. Returns the version that this makes.
pub(crate) async fn write(f: &Fixture, actor: Actor, id: Uuid, text: &str) -> u64 {
    let (base, _) = present(f, actor, id).await;
    match f.save(actor, id, base, set(Field::Label, text)).await {
        Saved::Taken(version) => version,
        Saved::Stale(_) => panic!("nobody else saves"),
    }
}

pub(crate) async fn rows(f: &Fixture, table: &str) -> i64 {
    let raw = f.raw_data().await;
    let sql = format!("SELECT count(*) FROM {table}");
    let statement = Statement::from_string(raw.get_database_backend(), sql);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

on_both!(
    /// What it was before the save that is ten minutes after the last version.
    a_version_is_kept_after_ten_minutes_and_never_twice,
    async |f: Fixture| {
        let (anna, id) = f.writer(&named("Anna")).await;
        f.pass_minutes(1);
        write(&f, anna, id, "One").await;
        f.pass_minutes(8);
        write(&f, anna, id, "Two").await;
        assert_eq!(numbers(&f, anna, id).await, [0; 0]);
        f.pass_minutes(1);
        write(&f, anna, id, "Three").await;
        let history = list(&f, anna, id).await;
        let [version] = &history.versions[..] else { panic!("{history:?}") };
        assert_eq!((version.number, version.why), (3, VersionWhy::Time));
        assert_eq!(version.document.basics.text(Field::Label), "Two");
        assert_eq!(version.changed_at, f.now() - MINUTES);
        assert_eq!(history.present.document.basics.text(Field::Label), "Three");
        // Not again before its time, and then what was written last.
        f.pass_minutes(9);
        write(&f, anna, id, "Four").await;
        f.pass_minutes(2);
        write(&f, anna, id, "Five").await;
        assert_eq!(numbers(&f, anna, id).await, [5, 3]);
        // What is as it was in the last one is no version.
        write(&f, anna, id, "Four").await;
        f.pass_minutes(60);
        write(&f, anna, id, "Six").await;
        assert_eq!(numbers(&f, anna, id).await, [5, 3]);
        write(&f, anna, id, "Seven").await;
        assert_eq!(numbers(&f, anna, id).await, [8, 5, 3]);
    }
);

on_both!(much_that_goes_at_once_is_kept_first, async |f: Fixture| {
    let template = cv::Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let mut last = 0;
    let full = cv::example(cv::Language::English, template, || {
        last += 1;
        Id(last)
    });
    let (anna, id) = f.writer(&full).await;
    let work = full.sections.iter().find(|s| s.kind == SectionKind::Work);
    let job = work.and_then(|work| work.items.first()).expect("a job").id;
    let one = f.save(anna, id, 1, Edit::RemoveItem { item: job }).await;
    assert_eq!(one, Saved::Taken(2));
    assert_eq!(numbers(&f, anna, id).await, [0; 0], "one entry is not much");
    let (_, document) = present(&f, anna, id).await;
    let all = document.sections.iter();
    let all = all.map(|section| Edit::RemoveSection {
        section: section.id,
    });
    f.save(anna, id, 2, Edit::All(all.collect())).await;
    let history = list(&f, anna, id).await;
    let [version] = &history.versions[..] else {
        panic!("{history:?}")
    };
    assert_eq!((version.number, version.why), (2, VersionWhy::Much));
    assert_eq!(version.document, document);
    // And comes back.
    let returned = f.store.version_restore(anna, id, 2).await;
    assert_eq!(returned.expect("an answer"), Returned::Done(4));
    assert_eq!(present(&f, anna, id).await, (4, document));
});

/// Two months of writing, three times a quarter of an hour apart on each day.
#[tokio::test(flavor = "multi_thread")]
async fn versions_thin_out_to_one_a_day_and_one_a_week() {
    const DAYS: i64 = 60;
    let f = crate::support::sqlite().await;
    let (anna, id) = f.writer(&blank()).await;
    let first = f.now().div_euclid(DAY);
    for day in first..first + DAYS {
        for minutes in [60, 75, 90] {
            f.pass(day * DAY + minutes * MINUTES - f.now());
            write(&f, anna, id, &format!("{day} {minutes}")).await;
        }
        f.pass((day + 1) * DAY - f.now());
        let preview = f.store.sweep_preview().await.expect("counted");
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(swept, preview);
    }
    let mut expected = Vec::new();
    for day in first..first + DAYS - 1 {
        // The first of January 1970 was a Thursday.
        let sunday = (day + 3) % 7 == 6;
        if sunday || day >= first + DAYS - 31 {
            expected.push(format!("{day} 90"));
        }
    }
    assert!(
        expected.len() > 30,
        "weeks before the last month: {expected:?}"
    );
    // Of the last day all, but for what is there now.
    let last = first + DAYS - 1;
    expected.extend([format!("{last} 60"), format!("{last} 75")]);
    let history = list(&f, anna, id).await;
    let texts = history.versions.iter().rev();
    let texts: Vec<String> = texts
        .map(|version| version.document.basics.text(Field::Label).to_owned())
        .collect();
    assert_eq!(texts, expected);
}

on_both!(what_is_named_stays_with_the_document, async |f: Fixture| {
    let (anna, id) = f.writer(&named("Anna")).await;
    let token = f
        .store
        .session_create(id_of(anna))
        .await
        .expect("a session");
    f.pass_minutes(11);
    write(&f, anna, id, "One").await;
    let taken = f.store.version_take(anna, id, "  Sent to\nVolvo ").await;
    assert_eq!(taken.expect("kept"), 2);
    // Once more is the same one, under its new name.
    let taken = f.store.version_take(anna, id, "Sent").await;
    assert_eq!(taken.expect("kept"), 2);
    f.pass_minutes(11);
    write(&f, anna, id, "Two").await;
    f.pass_minutes(11);
    write(&f, anna, id, "Three").await;
    assert_eq!(numbers(&f, anna, id).await, [3, 2, 1]);
    f.store
        .version_name(anna, id, 1, "First")
        .await
        .expect("named");
    // They come back in between, so that the account is one that is used.
    f.pass_days(200);
    f.store.session_actor(&token).await.expect("an answer");
    f.pass_days(170);
    let swept = f.store.sweep().await.expect("swept");
    assert_eq!(swept.by(Rule::Versions), 1);
    let history = list(&f, anna, id).await;
    let names: Vec<_> = history
        .versions
        .iter()
        .map(|v| (v.number, v.name.as_deref()))
        .collect();
    assert_eq!(names, [(2, Some("Sent")), (1, Some("First"))]);
    // Without its name one that was kept by itself has had its time; one that was
    // asked for stays.
    for number in [1, 2] {
        f.store
            .version_name(anna, id, number, " ")
            .await
            .expect("no name");
    }
    f.pass_days(2);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Versions), 1);
    let history = list(&f, anna, id).await;
    let [version] = &history.versions[..] else {
        panic!("{history:?}")
    };
    assert_eq!((version.number, version.name.as_deref()), (2, None));
});

on_both!(so_many_stay_and_no_more, async |f: Fixture| {
    let (anna, id) = f.writer(&blank()).await;
    f.pass_minutes(11);
    write(&f, anna, id, "Kept by itself").await;
    for number in 0..VERSIONS_KEPT {
        write(&f, anna, id, &number.to_string()).await;
        f.store.version_take(anna, id, "").await.expect("room");
    }
    write(&f, anna, id, "One more").await;
    let full = f.store.version_take(anna, id, "").await;
    assert!(matches!(full, Err(Failure::Quota)), "{full:?}");
    let full = f.store.version_name(anna, id, 1, "First").await;
    assert!(matches!(full, Err(Failure::Quota)), "{full:?}");
    // One that stays may be named.
    f.store
        .version_name(anna, id, 3, "Third")
        .await
        .expect("named");
    f.store.version_delete(anna, id, 3).await.expect("deleted");
    f.store
        .version_name(anna, id, 1, "First")
        .await
        .expect("room");
    let gone = f.store.version_delete(anna, id, 3).await;
    assert!(matches!(gone, Err(Failure::Missing)));
});

/// However large a document is, its versions together take no more than sixteen
/// documents of the largest size.
#[tokio::test(flavor = "multi_thread")]
async fn versions_of_a_large_document_are_fewer() {
    let f = crate::support::sqlite().await;
    let mut large = blank();
    let work = large
        .sections
        .iter_mut()
        .find(|section| section.kind == SectionKind::Work);
    let work = work.expect("there is work");
    work.items = (5000..5090)
        .map(|id| {
            let mut item = cv::Item::new(Id(id));
            let text = cv::Value::Text("x".repeat(cv::limits::FIELD_CHARS));
            item.fields.insert(Field::Name, text);
            item
        })
        .collect();
    let (anna, id) = f.writer(&large).await;
    let mut newest = 0;
    for number in 0..20 {
        f.pass_minutes(11);
        newest = write(&f, anna, id, &number.to_string()).await;
    }
    let there = numbers(&f, anna, id).await;
    assert_eq!(there.first(), Some(&(newest - 1)));
    assert!((10..20).contains(&there.len()), "{there:?}");
    let raw = f.raw_data().await;
    let sum = "SELECT sum(bytes) FROM document_version";
    let statement = Statement::from_string(raw.get_database_backend(), sum);
    let row = raw.query_one_raw(statement).await.expect("it runs");
    let bytes: i64 = row.expect("a row").try_get_by_index(0).expect("a number");
    assert!(bytes <= 16 * 1024 * 1024, "{bytes}");
}
