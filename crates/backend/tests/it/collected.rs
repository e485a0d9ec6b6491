//! What was collected in the last twelve months: told by whoever writes it, of no
//! matter whom, and forgotten when it has had its time.

use std::collections::BTreeSet;

use backend::{
    Agreement, ConsentBy, Letter, LinkTerms, MailLang, NewReport, PersonalDetail, Rule, Slug,
    ToShow, Uuid,
};
use cv::{Document, Field, PersonalField, PhotoFile, Redaction, SectionKind, Value};
use privacy::inventory::{self, Category, DOCUMENT, What};
use privacy::regime::Residence;
use privacy::report::Reason;
use privacy::{Actor, ConsentPurpose, Purpose};
use sea_orm::ConnectionTrait;

use crate::members::{ADDRESS, PASSWORD, member, sign_in, who};
use crate::populated::populated;
use crate::support::{Fixture, blank, named, on_both, sqlite};

async fn collected(f: &Fixture) -> BTreeSet<Category> {
    f.store.collected().await.expect("the store answers")
}

async fn forget(f: &Fixture) {
    let raw = f.raw_data().await;
    let gone = raw.execute_unprepared("DELETE FROM collected").await;
    gone.expect("it runs");
}

/// A document with everything in it.
fn example() -> Document {
    let template = cv::Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let mut last = 0;
    cv::example(cv::Language::English, template, || {
        last += 1;
        cv::Id(last)
    })
}

fn picture() -> Vec<u8> {
    let mut jpeg = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut jpeg)
        .encode(&[128; 64 * 64], 64, 64, image::ExtendedColorType::L8)
        .expect("a picture");
    jpeg
}

async fn detail(f: &Fixture, actor: Actor, field: PersonalField) {
    let purpose = ConsentPurpose::of(field);
    let agreement = Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Page,
    };
    let given = f.store.consent_give(actor, purpose, &agreement).await;
    given.expect("noted");
    let detail = PersonalDetail {
        reference: cv::Id(field as u64 + 1),
        field,
        value: "something".to_owned(),
    };
    f.store.personal_put(actor, &detail).await.expect("kept");
}

/// Writes a column, as whoever uses the product does.
async fn write(f: &Fixture, path: &str) {
    let signed_in = sign_in(f, ADDRESS, PASSWORD).await;
    let backend::SignIn::Done(session) = signed_in else {
        panic!("{signed_in:?}")
    };
    let anna = who(f, &session).await;
    let actor = anna.actor();
    let id = Uuid::now_v7();
    match path {
        // Done already.
        "session.agent" | "sign_in.agent" => {}
        "login.email" | "login.lang" | "ticket.payload" => {
            member(f, &format!("{}@example.com", id.simple()), None).await;
        }
        "mail.payload" => {
            let letter = Letter::PasswordChanged;
            let queued = f
                .store
                .mail_queue(actor, "anna@example.com", MailLang::Sv, letter);
            queued.await.expect("queued");
        }
        "document_version.name" => {
            let created = f.store.cv_create(actor, id, &blank()).await;
            created.expect("created");
            let taken = f.store.version_take(actor, id, "For the bakery").await;
            taken.expect("kept");
        }
        // What is kept of a document was saved before.
        "document.content" | "document_version.content" => {
            let created = f.store.cv_create(actor, id, &example()).await;
            created.expect("created");
        }
        "document.name" => {
            let created = f.store.cv_create(actor, id, &blank()).await;
            created.expect("created");
            let renamed = f.store.cv_rename(&anna, id, "For the bakery").await;
            renamed.expect("renamed");
        }
        // What is published was saved before.
        "publication.content" => {
            let created = f.store.cv_create(actor, id, &example()).await;
            created.expect("created");
            let slug = Slug::parse("anna-ek").expect("an address");
            let usual = Redaction::usual();
            let published = f.store.page_publish(actor, id, 1, &usual, &slug).await;
            published.expect("published");
        }
        "publication.name" => {
            let created = f.store.cv_create(actor, id, &blank()).await;
            created.expect("created");
            let slug = Slug::parse("for-kim").expect("an address");
            let terms = LinkTerms {
                name: "Kim at the bakery".to_owned(),
                ..LinkTerms::of(slug)
            };
            let usual = Redaction::usual();
            let show = ToShow {
                version: 1,
                redaction: &usual,
                variants: &[],
            };
            let made = f.store.link_create(actor, id, show, &terms).await;
            made.expect("made");
        }
        "photo.content" => {
            let file = PhotoFile(id.as_u128());
            let kept = f.store.photo_put(actor, file, picture()).await;
            kept.expect("kept");
        }
        // What a page shows was kept before.
        "personal_detail.value" | "publication_detail.value" => {
            detail(f, actor, PersonalField::Nationality).await
        }
        "residence.place" => {
            let place = Residence::from_code("SE");
            f.store.residence_state(actor, place).await.expect("noted");
        }
        "page_report.text" | "page_report.email" => {
            let slug = Slug::parse(&id.to_string()).expect("an address");
            let created = f.store.cv_create(actor, id, &blank()).await;
            created.expect("created");
            let usual = Redaction::usual();
            let published = f.store.page_publish(actor, id, 1, &usual, &slug).await;
            published.expect("published");
            let report = NewReport {
                reason: Reason::Fraud,
                text: "A trick".to_owned(),
                email: Some("stranger@example.com".to_owned()),
            };
            f.store.report_take(&slug, &report).await.expect("taken");
        }
        other => panic!("a column that is new: say how {other} is written"),
    }
}

/// What others write than its owner, or a job: somebody who has something in every
/// table has these.
const BY_OTHERS: [&str; 10] = [
    "privacy_case.content",
    "case_event.content",
    "case_hit.content",
    "sign_in_place.place",
    "opened.reason",
    "block.reason",
    "guardian_consent.note",
    "approval.parameters",
    "disclosure.content",
    "disclosure.proposed_by",
];

on_both!(
    writing_each_stored_column_tells_its_category,
    async |f: Fixture| {
        member(&f, ADDRESS, None).await;
        for entry in inventory::columns() {
            // What the program needs to work comes with everything.
            if entry.category == Category::Technical {
                continue;
            }
            // What is held was collected before.
            if entry.purposes.iter().any(|(it, _)| *it == Purpose::Hold) {
                continue;
            }
            if BY_OTHERS.contains(&entry.path) {
                continue;
            }
            f.pass_days(1);
            forget(&f).await;
            write(&f, entry.path).await;
            let told = collected(&f).await;
            assert!(told.contains(&entry.category), "{}", entry.path);
            assert!(told.contains(&Category::Technical), "{}", entry.path);
        }
        let f = sqlite().await;
        populated(&f).await;
        let told = collected(&f).await;
        for path in BY_OTHERS {
            let entry = inventory::entry(path).expect("a column");
            assert!(told.contains(&entry.category), "{path}");
        }
    }
);

on_both!(
    what_stands_in_a_document_is_told_and_nothing_else,
    async |f: Fixture| {
        let (anna, id) = f.writer(&blank()).await;
        assert_eq!(collected(&f).await, BTreeSet::from([Category::Technical]));
        // By the first edit that says something.
        f.save(anna, id, 1, crate::support::set(Field::Phone, "070"))
            .await;
        let mut expected = BTreeSet::from([Category::Technical, Category::Contact]);
        assert_eq!(collected(&f).await, expected);
        // By a whole document.
        let other = Uuid::now_v7();
        f.store
            .cv_create(anna, other, &example())
            .await
            .expect("created");
        let written = DOCUMENT.iter().filter(|entry| entry.what == What::Content);
        expected.extend(written.map(|entry| entry.category));
        assert_eq!(collected(&f).await, expected);
        // A salary is no protected ground.
        detail(&f, anna, PersonalField::Salary).await;
        expected.insert(Category::Salary);
        assert_eq!(collected(&f).await, expected);
        detail(&f, anna, PersonalField::Gender).await;
        expected.insert(Category::Protected);
        assert_eq!(collected(&f).await, expected);
    }
);

fn with_referee() -> Document {
    let mut document = named("Anna");
    let kind = SectionKind::References;
    let known = document.sections.iter_mut().find(|it| it.kind == kind);
    let mut item = cv::Item::new(cv::Id(900));
    item.fields
        .insert(Field::Name, Value::Text("Berit Berg".into()));
    match known {
        Some(section) => section.items.push(item),
        None => {
            let mut section = cv::Section::new(cv::Id(901), kind);
            section.items.push(item);
            document.sections.push(section);
        }
    }
    document
}

#[tokio::test(flavor = "multi_thread")]
async fn a_category_is_there_from_its_first_write_and_gone_after_twelve_months() {
    let f = sqlite().await;
    assert_eq!(collected(&f).await, BTreeSet::new());
    f.writer(&with_referee()).await;
    let people = Category::OtherPerson;
    assert!(collected(&f).await.contains(&people));
    // Also for the next process.
    let f = f.restart(async |_| {}).await;
    assert!(collected(&f).await.contains(&people));
    f.pass_days(200);
    let (anna, _) = f.writer(&named("Anna")).await;
    // Twelve months after the day on which it last was.
    f.pass_days(165);
    assert!(collected(&f).await.contains(&people));
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Collected), 0);
    f.pass_days(1);
    let left = collected(&f).await;
    assert!(!left.contains(&people));
    // What was given later is still there.
    assert!(left.contains(&Category::Identity));
    let swept = f.store.sweep_preview().await.expect("counted");
    assert_eq!(swept.by(Rule::Collected), 1);
    assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Collected), 1);
    assert_eq!(collected(&f).await, left);
    // And back with the next write.
    let id = Uuid::now_v7();
    let created = f.store.cv_create(anna, id, &with_referee()).await;
    created.expect("created");
    assert!(collected(&f).await.contains(&people));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_looks_gives_nothing_and_no_row_names_anybody() {
    let f = sqlite().await;
    let (anna, id) = f.writer(&with_referee()).await;
    f.pass_days(1);
    forget(&f).await;
    let loaded = f
        .store
        .cv_load(anna, privacy::Purpose::KeepSaved, id, None)
        .await;
    loaded.expect("hers");
    f.store.sweep().await.expect("swept");
    assert_eq!(collected(&f).await, BTreeSet::new());
    let columns: Vec<String> = backend::backup_columns()
        .into_iter()
        .filter(|column| column.starts_with("collected."))
        .collect();
    assert_eq!(columns, ["collected.category", "collected.last_at"]);
}
