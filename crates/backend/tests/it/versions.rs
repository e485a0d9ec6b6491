//! What documents were before: kept by themselves and thinned out, named, gone back
//! to, and nobody else's.

use backend::{
    Agreement, ConsentBy, DAY, Failure, History, MailLang, PersonalDetail, Returned, Rule, Saved,
    Uuid, VERSIONS_KEPT, VersionWhy,
};
use cv::{Document, Edit, Field, Id, PersonalField, Photo, PhotoFile, PhotoShape, SectionKind};
use privacy::{Actor, ConsentPurpose, Purpose};
use sea_orm::{ConnectionTrait, Statement};

use crate::members::{ADDRESS, id_of, member, who};
use crate::photos::camera;
use crate::support::{Fixture, blank, named, on_both, set};

const MINUTES: i64 = 60_000;
const HOURS: i64 = 60 * MINUTES;

async fn list(f: &Fixture, actor: Actor, id: Uuid) -> History {
    let history = f.store.version_list(actor, id).await;
    history.expect("the store answers")
}

async fn numbers(f: &Fixture, actor: Actor, id: Uuid) -> Vec<u64> {
    let history = list(f, actor, id).await;
    let versions = history.versions.into_iter();
    versions.map(|version| version.number).collect()
}

async fn present(f: &Fixture, actor: Actor, id: Uuid) -> (u64, Document) {
    let loaded = f.store.cv_load(actor, Purpose::KeepSaved, id, None).await;
    let stored = loaded.expect("it is there").expect("nothing was known");
    (stored.version, stored.document)
}

/// Writes another text over the last one. Returns the version that this makes.
async fn write(f: &Fixture, actor: Actor, id: Uuid, text: &str) -> u64 {
    let (base, _) = present(f, actor, id).await;
    match f.save(actor, id, base, set(Field::Label, text)).await {
        Saved::Taken(version) => version,
        Saved::Stale(_) => panic!("nobody else saves"),
    }
}

async fn rows(f: &Fixture, table: &str) -> i64 {
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

on_both!(who_goes_back_loses_nothing, async |f: Fixture| {
    let (anna, id) = f.writer(&named("Anna")).await;
    f.pass_minutes(11);
    write(&f, anna, id, "Then").await;
    f.pass_minutes(1);
    write(&f, anna, id, "Now").await;
    f.pass_minutes(1);
    let returned = f.store.version_restore(anna, id, 1).await;
    assert_eq!(returned.expect("an answer"), Returned::Done(4));
    assert_eq!(present(&f, anna, id).await, (4, named("Anna")));
    let history = list(&f, anna, id).await;
    let kept = &history.versions[0];
    assert_eq!((kept.number, kept.why), (3, VersionWhy::Restore));
    assert_eq!(kept.document.basics.text(Field::Label), "Now");
    // An open editor hears of it as of any other save.
    let late = f.save(anna, id, 3, set(Field::City, "Umeå")).await;
    assert!(matches!(late, Saved::Stale(stale) if stale.version == 4));
    // Pressed twice, it is done once.
    let again = f.store.version_restore(anna, id, 1).await;
    assert_eq!(again.expect("an answer"), Returned::Same);
    assert_eq!(numbers(&f, anna, id).await, [3, 1]);
    // And back.
    let returned = f.store.version_restore(anna, id, 3).await;
    assert_eq!(returned.expect("an answer"), Returned::Done(5));
    let (_, document) = present(&f, anna, id).await;
    assert_eq!(document.basics.text(Field::Label), "Now");
});

on_both!(
    /// Neither their values nor that they are shown: consent that was withdrawn stays
    /// withdrawn whatever its owner goes back to.
    personal_details_are_in_no_version,
    async |f: Fixture| {
        let (anna, id) = f.writer(&named("Anna")).await;
        let purpose = ConsentPurpose::of(PersonalField::Nationality);
        let agreement = Agreement {
            version: purpose.version().to_owned(),
            lang: MailLang::Sv,
            by: ConsentBy::Editor,
        };
        f.store.consent_give(anna, purpose, &agreement).await.expect("noted");
        let field = PersonalField::Nationality;
        let detail = PersonalDetail { reference: Id(77), field, value: "svensk".to_owned() };
        f.store.personal_put(anna, &detail).await.expect("kept");
        let show = |reference| Edit::SetPersonal { field, reference };
        f.save(anna, id, 1, show(Some(Id(77)))).await;
        f.store.version_take(anna, id, "With it").await.expect("kept");
        let version = f.store.version_read(anna, id, 2).await.expect("there");
        assert_eq!(version.document.personal, None);
        assert_eq!(list(&f, anna, id).await.present.document.personal, None);

        // Going back leaves what is shown now.
        f.save(anna, id, 2, set(Field::Label, "Smith")).await;
        let returned = f.store.version_restore(anna, id, 2).await;
        assert_eq!(returned.expect("an answer"), Returned::Done(4));
        let (_, document) = present(&f, anna, id).await;
        assert_eq!(document.personal.map(|it| it.references.len()), Some(1));

        let by = ConsentBy::Page;
        let withdrawn = f.store.consent_withdraw(anna, purpose, MailLang::Sv, by).await;
        withdrawn.expect("noted");
        f.save(anna, id, 4, show(None)).await;
        f.save(anna, id, 5, set(Field::Label, "Baker")).await;
        let returned = f.store.version_restore(anna, id, 2).await;
        assert_eq!(returned.expect("an answer"), Returned::Done(7));
        let (_, document) = present(&f, anna, id).await;
        let shown = document.personal.map(|it| it.references.len()).unwrap_or_default();
        assert_eq!(shown, 0);
        assert_eq!(rows(&f, "personal_detail").await, 0);
    }
);

fn photo(file: u128) -> Option<Photo> {
    Some(Photo {
        file: PhotoFile(file),
        width: 64,
        height: 64,
        shape: PhotoShape::Round,
        hidden: false,
    })
}

on_both!(
    a_photo_stays_while_a_version_names_it,
    async |f: Fixture| {
        let mut document = named("Anna");
        document.photo = photo(1);
        let (anna, id) = f.writer(&document).await;
        f.store
            .photo_put(anna, PhotoFile(1), camera())
            .await
            .expect("kept");
        f.store
            .version_take(anna, id, "With it")
            .await
            .expect("kept");
        f.save(anna, id, 1, Edit::SetPhoto { photo: None }).await;
        f.pass_days(2);
        assert_eq!(
            f.store
                .sweep_preview()
                .await
                .expect("counted")
                .by(Rule::Photos),
            0
        );
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Photos), 0);
        f.store.version_restore(anna, id, 1).await.expect("back");
        assert_eq!(present(&f, anna, id).await.1.photo, photo(1));
        let read = f
            .store
            .photo_get(anna, Purpose::KeepSaved, PhotoFile(1))
            .await;
        assert!(read.is_ok());
        // With the last version that names it, it goes.
        let (base, _) = present(&f, anna, id).await;
        f.save(anna, id, base, Edit::SetPhoto { photo: None }).await;
        f.pass_days(2);
        for number in numbers(&f, anna, id).await {
            f.store
                .version_delete(anna, id, number)
                .await
                .expect("deleted");
        }
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Photos), 1);
    }
);

on_both!(nobody_elses_versions_are_there, async |f: Fixture| {
    let (anna, id) = f.writer(&named("Anna")).await;
    f.store.version_take(anna, id, "Hers").await.expect("kept");
    let stranger = f.person().await;
    let missing = |result: Result<(), Failure>| {
        assert!(matches!(result, Err(Failure::Missing)), "{result:?}");
    };
    for actor in [stranger, Actor::Visitor] {
        missing(f.store.version_list(actor, id).await.map(drop));
        missing(f.store.version_read(actor, id, 1).await.map(drop));
        missing(f.store.version_take(actor, id, "").await.map(drop));
        missing(f.store.version_name(actor, id, 1, "x").await);
        missing(f.store.version_restore(actor, id, 1).await.map(drop));
        missing(f.store.version_delete(actor, id, 1).await);
    }
    // Nor is one that was never made.
    for number in [0, 2, u64::MAX] {
        missing(f.store.version_read(anna, id, number).await.map(drop));
        missing(f.store.version_restore(anna, id, number).await.map(drop));
    }
    assert_eq!(numbers(&f, anna, id).await, [1]);
});

on_both!(
    versions_go_with_their_document_and_are_not_shown_from_the_bin,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let (first, second) = (Uuid::now_v7(), Uuid::now_v7());
        for id in [first, second] {
            f.store
                .cv_create(anna.actor(), id, &named("Anna"))
                .await
                .expect("created");
            f.store
                .version_take(anna.actor(), id, "x")
                .await
                .expect("kept");
        }
        f.store
            .cv_delete(anna.actor(), first)
            .await
            .expect("binned");
        let list = f.store.version_list(anna.actor(), first).await;
        assert!(matches!(list, Err(Failure::Missing)));
        let read = f.store.version_read(anna.actor(), first, 1).await;
        assert!(matches!(read, Err(Failure::Missing)));
        f.store.cv_restore(&anna, first).await.expect("back");
        assert_eq!(numbers(&f, anna.actor(), first).await, [1]);
        f.store
            .cv_delete(anna.actor(), first)
            .await
            .expect("binned");
        f.store
            .cv_delete_for_good(&anna, first)
            .await
            .expect("gone");
        assert_eq!(rows(&f, "document_version").await, 1);
        f.store.account_erase(anna.actor()).await.expect("erased");
        assert_eq!(rows(&f, "document_version").await, 0);
    }
);

on_both!(
    versions_move_with_their_document_to_another_account,
    async |f: Fixture| {
        let (link, id) = f.writer(&named("Anna")).await;
        f.store
            .version_take(link, id, "From before")
            .await
            .expect("kept");
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let moved = f.store.account_move(id_of(link), anna.person).await;
        assert_eq!(moved.expect("moved"), 1);
        let history = list(&f, anna.actor(), id).await;
        let [version] = &history.versions[..] else {
            panic!("{history:?}")
        };
        assert_eq!(version.name.as_deref(), Some("From before"));
        assert_eq!(version.document, named("Anna"));
        assert_eq!(rows(&f, "document_version").await, 1);
    }
);

on_both!(
    /// Who has restricted processing has nothing deleted for its age, and goes on.
    what_is_restricted_is_not_thinned_by_the_sweep,
    async |f: Fixture| {
        let (anna, id) = f.writer(&named("Anna")).await;
        f.pass_minutes(11);
        write(&f, anna, id, "One").await;
        f.pass(HOURS);
        write(&f, anna, id, "Two").await;
        f.store.restrict(anna).await.expect("restricted");
        f.pass_days(3);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Versions), 0);
        assert_eq!(numbers(&f, anna, id).await, [2, 1]);
        write(&f, anna, id, "Three").await;
        assert_eq!(numbers(&f, anna, id).await, [3, 2, 1]);
        f.store.lift(anna).await.expect("lifted");
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Versions), 2);
    }
);

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
