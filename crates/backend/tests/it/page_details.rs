//! Personal details on public pages: those that their owner chose, by their consent
//! alone, and gone with it.

use backend::{
    Agreement, ConsentBy, DAY, Found, MailLang, PersonalDetail, Publishing, Rule, Shown, Slug, Uuid,
};
use cv::{Document, Edit, Field, Id, PersonalField, Redaction};
use privacy::{Actor, CONSENT_DAYS, ConsentPurpose, LAPSED_DAYS};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::members::{id_of, member, who};
use crate::support::{Fixture, named, on_both};

const ADDRESS: &str = "anna";
const SWEDISH: (PersonalField, &str) = (PersonalField::Nationality, "svensk");
const SALARY: (PersonalField, &str) = (PersonalField::Salary, "40 000");

fn slug() -> Slug {
    Slug::parse(ADDRESS).expect("an address")
}

fn showing(fields: &[PersonalField]) -> Redaction {
    let mut redaction = Redaction::none();
    fields
        .iter()
        .for_each(|field| redaction.show_detail(*field));
    redaction
}

fn reference(field: PersonalField) -> Id {
    Id(100 + field as u64)
}

fn show(field: PersonalField) -> Edit {
    Edit::SetPersonal {
        field,
        reference: Some(reference(field)),
    }
}

/// A document that shows nationality and salary.
fn document() -> Document {
    let mut document = named("Anna");
    for (field, _) in [SWEDISH, SALARY] {
        cv::apply(&mut document, &show(field)).expect("it fits");
    }
    document
}

async fn give(f: &Fixture, actor: Actor, purpose: ConsentPurpose) {
    let agreement = Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Editor,
    };
    let given = f.store.consent_give(actor, purpose, &agreement).await;
    given.expect("it is noted");
}

async fn withdraw(f: &Fixture, actor: Actor, purpose: ConsentPurpose) {
    let (lang, by) = (MailLang::Sv, ConsentBy::Page);
    let withdrawn = f.store.consent_withdraw(actor, purpose, lang, by).await;
    withdrawn.expect("it is noted");
}

async fn keep(f: &Fixture, actor: Actor, (field, value): (PersonalField, &str)) {
    let detail = PersonalDetail {
        reference: reference(field),
        field,
        value: value.to_owned(),
    };
    f.store.personal_put(actor, &detail).await.expect("kept");
}

/// Somebody who has agreed to both, kept both, and a document that shows both.
async fn writer(f: &Fixture) -> (Actor, Uuid) {
    let (anna, id) = f.writer(&document()).await;
    for purpose in ConsentPurpose::ALL {
        give(f, anna, purpose).await;
    }
    for detail in [SWEDISH, SALARY] {
        keep(f, anna, detail).await;
    }
    (anna, id)
}

async fn publish(f: &Fixture, actor: Actor, id: Uuid, fields: &[PersonalField]) -> Redaction {
    let chosen = showing(fields);
    let done = f.store.page_publish(actor, id, 1, &chosen, &slug()).await;
    match done.expect("an answer") {
        Publishing::Done(published) => published.redaction,
        other => panic!("{other:?}"),
    }
}

async fn version(f: &Fixture) -> i64 {
    match f.store.page_find(&slug()).await.expect("an answer") {
        Found::Page(page) => page.version(),
        other => panic!("{other:?}"),
    }
}

async fn shown(f: &Fixture) -> Shown {
    let Found::Page(page) = f.store.page_find(&slug()).await.expect("an answer") else {
        panic!("it is public")
    };
    let opened = f.store.page_open(Actor::Visitor, page).await;
    opened.expect("it opens")
}

/// What the page shows of details.
async fn details(f: &Fixture) -> Vec<(PersonalField, String)> {
    let shown = shown(f).await;
    assert_eq!(shown.document.basics.text(Field::Name), "Anna");
    assert_eq!(shown.document.personal, None, "a page has no references");
    let details = shown.details.iter();
    details
        .map(|(field, value)| (field, value.to_owned()))
        .collect()
}

fn swedish() -> Vec<(PersonalField, String)> {
    vec![(SWEDISH.0, SWEDISH.1.to_owned())]
}

/// Rows of the table.
async fn rows(f: &Fixture) -> i64 {
    let data = f.raw_data().await;
    let count = "SELECT COUNT(*) AS rows FROM publication_detail";
    let count = Statement::from_string(data.get_database_backend(), count);
    let row = data.query_one_raw(count).await.expect("it runs");
    row.expect("a row").try_get("", "rows").expect("a number")
}

on_both!(
    a_page_shows_the_details_that_were_chosen_and_no_other,
    async |f: Fixture| {
        let (anna, id) = writer(&f).await;
        // None by itself, salary least of all.
        publish(&f, anna, id, &[]).await;
        assert_eq!((details(&f).await, rows(&f).await), (Vec::new(), 0));
        let offered = f.store.page_details(anna, &document()).await;
        assert_eq!(offered.expect("an answer"), [SWEDISH.0, SALARY.0]);
        // Nor one that the document does not show, or that is not there.
        let all = publish(&f, anna, id, &PersonalField::ALL).await;
        assert_eq!(all, showing(&[SWEDISH.0, SALARY.0]));
        let only = publish(&f, anna, id, &[SWEDISH.0]).await;
        assert_eq!(only, showing(&[SWEDISH.0]));
        assert_eq!((details(&f).await, rows(&f).await), (swedish(), 1));
        let state = f.store.page_state(anna, id).await.expect("hers");
        assert_eq!(state.expect("public").redaction, only);
        // The page is as it was published, whatever was written since.
        keep(&f, anna, (SWEDISH.0, "norsk")).await;
        f.store
            .personal_delete(anna, reference(SALARY.0))
            .await
            .expect("deleted");
        assert_eq!(details(&f).await, swedish());
        let (_, preview) = f
            .store
            .page_preview(anna, id, &showing(&PersonalField::ALL))
            .await
            .expect("a preview");
        let preview: Vec<_> = preview.details.iter().collect();
        assert_eq!(preview, [(SWEDISH.0, "norsk")]);
        // With the page they go.
        f.store.page_unpublish(anna, id).await.expect("down");
        assert_eq!(rows(&f).await, 0);
    }
);

on_both!(
    taking_consent_back_takes_them_from_the_page_at_once,
    async |f: Fixture| {
        let (anna, id) = writer(&f).await;
        publish(&f, anna, id, &[SWEDISH.0, SALARY.0]).await;
        let Found::Page(before) = f.store.page_find(&slug()).await.expect("an answer") else {
            panic!("it is public")
        };
        withdraw(&f, anna, ConsentPurpose::Salary).await;
        assert_ne!(
            version(&f).await,
            before.version(),
            "nothing remembered is shown"
        );
        assert_eq!((details(&f).await, rows(&f).await), (swedish(), 1));
        // Also for who had found it a moment before.
        let late = f.store.page_open(Actor::Visitor, before).await;
        assert!(late.is_err());
        let state = f.store.page_state(anna, id).await.expect("hers");
        assert_eq!(
            state.expect("public").redaction,
            showing(&[SWEDISH.0]),
            "nor is it noted that it was shown"
        );
        withdraw(&f, anna, ConsentPurpose::PersonalDetails).await;
        assert_eq!((details(&f).await, rows(&f).await), (Vec::new(), 0));
        // Agreeing again brings nothing back.
        for purpose in ConsentPurpose::ALL {
            give(&f, anna, purpose).await;
        }
        assert_eq!(details(&f).await, []);
    }
);

on_both!(limited_they_are_shown_to_nobody, async |f: Fixture| {
    let (anna, id) = writer(&f).await;
    publish(&f, anna, id, &[SWEDISH.0]).await;
    let before = version(&f).await;
    f.store.limit(anna).await.expect("limited");
    assert_ne!(version(&f).await, before);
    assert_eq!(details(&f).await, []);
    let offered = f.store.page_details(anna, &document()).await;
    assert_eq!(offered.expect("an answer"), []);
    f.store.unlimit(anna).await.expect("lifted");
    assert_eq!(details(&f).await, swedish());
    // What was published meanwhile never had them.
    f.store.limit(anna).await.expect("limited");
    publish(&f, anna, id, &[SWEDISH.0]).await;
    f.store.unlimit(anna).await.expect("lifted");
    assert_eq!((details(&f).await, rows(&f).await), (Vec::new(), 0));
});

on_both!(
    a_consent_that_has_had_its_time_shows_nothing_and_then_keeps_nothing,
    async |f: Fixture| {
        let (anna, id) = writer(&f).await;
        publish(&f, anna, id, &[SWEDISH.0, SALARY.0]).await;
        f.pass_days(i64::from(CONSENT_DAYS) - 1);
        let before = version(&f).await;
        give(&f, anna, ConsentPurpose::PersonalDetails).await;
        assert_ne!(version(&f).await, before);
        f.pass_days(1);
        assert_eq!((details(&f).await, rows(&f).await), (swedish(), 2));
        let session = f.store.session_create(id_of(anna)).await;
        let session = session.expect("a session");
        f.store.session_actor(&session).await.expect("used");
        f.pass(i64::from(LAPSED_DAYS) * DAY + 1);
        let swept = f.store.sweep().await.expect("swept");
        assert_eq!(
            (swept.by(Rule::Lapsed), swept.by(Rule::LapsedShown)),
            (1, 1)
        );
        assert_eq!((details(&f).await, rows(&f).await), (swedish(), 1));
        assert_eq!(
            f.store
                .personal_list(anna, privacy::Purpose::KeepSaved)
                .await
                .expect("hers")
                .len(),
            1
        );
    }
);

on_both!(
    the_database_refuses_a_shown_detail_without_its_accounts_consent,
    async |f: Fixture| {
        let (anna, id) = writer(&f).await;
        publish(&f, anna, id, &[SWEDISH.0]).await;
        let eve = f.person().await;
        give(&f, eve, ConsentPurpose::Salary).await;
        let data = f.raw_data().await;
        let backend = data.get_database_backend();
        let literal = |id: Uuid| match backend {
            DbBackend::Sqlite => format!("X'{}'", id.simple()),
            _ => format!("'{id}'"),
        };
        let bytes = match backend {
            DbBackend::Sqlite => "X'00'",
            _ => "'\\x00'",
        };
        let account = |actor: Actor| literal(Uuid::from_bytes(id_of(actor).0));
        let one = async |sql: String| -> Uuid {
            let row = data.query_one_raw(Statement::from_string(backend, sql));
            let row = row.await.expect("it runs").expect("a row");
            row.try_get("", "id").expect("an id")
        };
        let (hers, others) = (account(anna), account(eve));
        let page = one(format!(
            "SELECT id FROM publication WHERE account_id = {hers}"
        ))
        .await;
        let consent = one(format!("SELECT id FROM consent WHERE account_id = {hers}")).await;
        let foreign = one(format!(
            "SELECT id FROM consent WHERE account_id = {others}"
        ))
        .await;
        let insert = |page: String, consent: String| {
            let id = literal(Uuid::now_v7());
            format!(
                "INSERT INTO publication_detail \
                 (account_id, id, publication_id, field, value, consent_id) \
                 VALUES ({hers}, {id}, {page}, 'salary', {bytes}, {consent})"
            )
        };
        let page = literal(page);
        for nothing in ["NULL".to_owned(), literal(Uuid::now_v7()), literal(foreign)] {
            let refused = data
                .execute_unprepared(&insert(page.clone(), nothing.clone()))
                .await;
            assert!(refused.is_err(), "{nothing}");
        }
        let nowhere = insert(literal(Uuid::now_v7()), literal(consent));
        assert!(data.execute_unprepared(&nowhere).await.is_err());
        let taken = insert(page, literal(consent));
        data.execute_unprepared(&taken)
            .await
            .expect("with her consent");
    }
);

on_both!(
    what_a_page_shows_moves_with_it_and_goes_with_its_account,
    async |f: Fixture| {
        let session = member(&f, "berit@example.com", None).await;
        let berit = who(&f, &session).await.person;
        let (anna, id) = writer(&f).await;
        publish(&f, anna, id, &[SWEDISH.0, SALARY.0]).await;
        // As a member she has withdrawn the one since; that stays so.
        f.pass_days(1);
        let to = Actor::Person(berit);
        give(&f, to, ConsentPurpose::Salary).await;
        withdraw(&f, to, ConsentPurpose::Salary).await;
        f.store
            .account_move(id_of(anna), berit)
            .await
            .expect("moved");
        assert_eq!((details(&f).await, rows(&f).await), (swedish(), 1));
        withdraw(&f, to, ConsentPurpose::PersonalDetails).await;
        assert_eq!(details(&f).await, []);
        give(&f, to, ConsentPurpose::PersonalDetails).await;
        keep(&f, to, SWEDISH).await;
        publish(&f, to, id, &[SWEDISH.0]).await;
        assert_eq!(rows(&f).await, 1);
        f.store.account_erase(to).await.expect("erased");
        assert_eq!(rows(&f).await, 0);
    }
);
