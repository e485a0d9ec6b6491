//! Going back to what documents were before: nothing is lost, nothing comes back that
//! was withdrawn, and nobody else has it.

use backend::{
    Agreement, ConsentBy, Failure, MailLang, NewHold, PersonalDetail, Returned, Rule, Saved, Uuid,
    VersionWhy,
};
use cv::{
    Document, Edit, Field, Id, Item, PersonalField, Photo, PhotoFile, PhotoShape, SectionKind,
    Value, limits,
};
use privacy::erasure::Gone;
use privacy::hold::Ground;
use privacy::{Actor, ConsentPurpose, Date, Purpose};
use sea_orm::ConnectionTrait;

use crate::export::copy;
use crate::members::{ADDRESS, id_of, member, who};
use crate::photos::camera;
use crate::support::{Fixture, named, on_both, set};
use crate::versions::{list, numbers, present, rows, write};

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
        f.pass_minutes(60);
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

/// A document for which there is room for so many bytes more.
fn with_room(bytes: usize) -> Document {
    let mut document = named("Anna");
    let room = |document: &Document| limits::DOCUMENT_BYTES - limits::bytes(document);
    let text = |chars: usize| Value::Text("x".repeat(chars));
    for id in 9_001.. {
        if room(&document) <= limits::FIELD_CHARS {
            break;
        }
        let mut job = Item::new(Id(id));
        job.fields.insert(Field::Position, text(9_000));
        let mut sections = document.sections.iter_mut();
        let work = sections.find(|section| section.kind == SectionKind::Work);
        work.expect("there is work").items.push(job);
    }
    document.basics.fields.insert(Field::Label, text(1));
    let left = 1 + room(&document) - bytes;
    document.basics.fields.insert(Field::Label, text(left));
    document
}

on_both!(
    /// The details that are shown now are not given up for it, and nothing is changed.
    a_version_for_which_there_is_no_room_is_not_gone_back_to,
    async |f: Fixture| {
        let (anna, id) = f.writer(&with_room(40)).await;
        f.store
            .version_take(anna, id, "All of it")
            .await
            .expect("kept");
        f.save(anna, id, 1, Edit::RemoveItem { item: Id(9_001) })
            .await;
        let field = PersonalField::Nationality;
        let show = |reference| Edit::SetPersonal { field, reference };
        f.save(anna, id, 2, show(Some(Id(77)))).await;
        let returned = f.store.version_restore(anna, id, 1).await;
        assert_eq!(returned.expect("an answer"), Returned::TooLarge);
        assert_eq!(present(&f, anna, id).await.0, 3);
        assert_eq!(numbers(&f, anna, id).await, [1]);
        f.save(anna, id, 3, show(None)).await;
        let returned = f.store.version_restore(anna, id, 1).await;
        assert_eq!(returned.expect("an answer"), Returned::Done(5));
    }
);

on_both!(
    a_version_that_does_not_open_stops_neither_a_move_nor_a_copy,
    async |f: Fixture| {
        let (link, id) = f.writer(&named("Anna")).await;
        for name in ["One", "Two"] {
            f.store.version_take(link, id, name).await.expect("kept");
            write(&f, link, id, name).await;
        }
        assert_eq!(numbers(&f, link, id).await, [2, 1]);
        // What was sealed for another column does not open.
        let swap = "UPDATE document_version SET content = name, name = content";
        let raw = f.raw_data().await;
        let second = format!("{swap} WHERE version = 2");
        raw.execute_unprepared(&second).await.expect("it runs");
        let session = member(&f, ADDRESS, None).await;
        let anna = who(&f, &session).await;
        let moved = f.store.account_move(id_of(link), anna.person).await;
        assert_eq!(moved.expect("moved"), 1);
        assert_eq!(numbers(&f, anna.actor(), id).await, [1]);
        assert_eq!(rows(&f, "document_version").await, 1);

        raw.execute_unprepared(swap).await.expect("it runs");
        let files = copy(&f, &anna).await;
        assert!(files.keys().any(|name| name.ends_with("/cv.json")));
        assert!(!files.keys().any(|name| name.contains("/version-")));
        let manifest = String::from_utf8_lossy(&files["manifest.json"]);
        assert!(manifest.contains("/version-"), "{manifest}");
    }
);

on_both!(
    /// Their document stays, because it is held.
    versions_of_what_is_held_in_the_bin_go_in_their_own_time,
    async |f: Fixture| {
        let session = member(&f, ADDRESS, None).await;
        let who = who(&f, &session).await;
        let (anna, id) = (who.actor(), Uuid::now_v7());
        let created = f.store.cv_create(anna, id, &named("Anna")).await;
        created.expect("created");
        f.pass_minutes(11);
        write(&f, anna, id, "One").await;
        f.pass_minutes(60);
        write(&f, anna, id, "Two").await;
        assert_eq!(numbers(&f, anna, id).await, [2, 1]);
        let hold = NewHold {
            account: Uuid::from_bytes(id_of(anna).0),
            kind: Gone::Documents,
            row: Some(id),
            ground: Ground::Claim,
            note: "A claim".to_owned(),
            review: Some(Date::of(f.now()).days_later(90)),
            barred: false,
        };
        let placed = f.store.operator_hold_place(&hold).await;
        placed.expect("the store answers").expect("it is held");
        f.store.cv_delete(anna, id).await.expect("binned");
        f.pass_days(31);
        let preview = f.store.sweep_preview().await.expect("counted");
        assert_eq!((preview.by(Rule::Versions), preview.held(Rule::Bin)), (1, 1));
        assert_eq!(f.store.sweep().await.expect("swept"), preview);
        assert_eq!(rows(&f, "document").await, 1);
        assert_eq!(rows(&f, "document_version").await, 1);
    }
);
