//! Somebody who has something in every table that is about persons, and others
//! beside them.

pub(crate) mod rows;

use backend::{
    Agreement, ConsentBy, Found, Letter, LinkPassword, LinkTerms, MailLang, NewReport, Opening,
    PersonalDetail, Publishing, Request, Slug, Uuid, Who,
};
use cv::{
    Document, Edit, Field, PersonalField, Photo, PhotoFile, PhotoShape, Redaction, SectionKind,
    Value,
};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageBuffer, Rgb};
use privacy::case::Matter;
use privacy::regime::Residence;
use privacy::report::Reason;
use privacy::{Actor, ConsentPurpose};

use self::rows::{by_hand, came_from};
use crate::members::{ADDRESS, member, sign_in, who};
use crate::support::{Fixture, named, set};

/// What the link is called.
pub(crate) const FOR: &str = "Volvo (Kim)";
pub(crate) const NAME: &str = "Anna Åström";
pub(crate) const IN_BIN: &str = "Annas gamla";
/// In a field whose section is hidden.
pub(crate) const HIDDEN: &str = "Hidden Employer";
/// A formula, in a field and as a CV's name.
pub(crate) const BAD: &str = "=HYPERLINK";
/// What a stranger has reported of her page, and who it was.
const REPORT: &str = "I do not like this page";
const REPORTER: &str = "stranger@example.com";
/// What others have written.
pub(crate) const OTHERS: [&str; 6] = [
    "Berit",
    "berit@example.com",
    "berit-berg",
    "Cecilia",
    REPORT,
    REPORTER,
];

const FILE: PhotoFile = PhotoFile(0x1234_5678_9abc_def0_1234_5678_9abc_def0);

const NATIONALITY: cv::Id = cv::Id(77);

fn document() -> Document {
    let mut document = named(NAME);
    let work = document
        .sections
        .iter_mut()
        .find(|s| s.kind == SectionKind::Work);
    let work = work.expect("a blank document has work");
    work.hidden = true;
    if work.items.is_empty() {
        work.items.push(cv::Item::new(cv::Id(900)));
    }
    let hidden = Value::Text(HIDDEN.into());
    work.items[0].fields.insert(Field::Name, hidden);
    let bad = format!("{BAD}(\"https://x.example\")");
    let bad: Edit = set(Field::Label, &bad);
    cv::apply(&mut document, &bad).expect("it fits");
    document.photo = Some(Photo {
        file: FILE,
        width: 64,
        height: 64,
        shape: PhotoShape::Round,
        hidden: false,
    });
    let shown = Edit::SetPersonal {
        field: PersonalField::Nationality,
        reference: Some(NATIONALITY),
    };
    cv::apply(&mut document, &shown).expect("it fits");
    document
}

fn picture() -> Vec<u8> {
    let picture = ImageBuffer::from_fn(64, 64, |x, y| Rgb([x as u8 * 4, y as u8 * 4, 90]));
    let mut jpeg = Vec::new();
    JpegEncoder::new(&mut jpeg)
        .encode_image(&picture)
        .expect("a picture");
    jpeg
}

/// A member with everything.
pub(crate) async fn populated(f: &Fixture) -> Who {
    others(f).await;
    // From before there was an account.
    let link = f.person().await;
    let Actor::Person(before) = link else {
        panic!("a person")
    };
    let session = member(f, ADDRESS, Some(before)).await;
    let anna = who(f, &session).await;
    let actor = anna.actor();
    let store = &f.store;
    let id = Uuid::now_v7();
    store
        .cv_create(actor, id, &document())
        .await
        .expect("created");
    store.photo_put(actor, FILE, picture()).await.expect("kept");
    let name = format!("{BAD}(1)");
    store.cv_rename(&anna, id, &name).await.expect("renamed");
    let taken = store.version_take(actor, id, "Till Volvo").await;
    taken.expect("kept");
    let slug = Slug::parse("anna-gammal").expect("an address");
    sensitive(f, actor).await;
    let mut chosen = Redaction::usual();
    chosen.show_detail(PersonalField::Nationality);
    let published = store.page_publish(actor, id, 1, &chosen, &slug);
    let Publishing::Done(link) = published.await.expect("published") else {
        panic!("it is published")
    };
    let terms = LinkTerms {
        name: FOR.to_owned(),
        password: LinkPassword::New("tre gula paddor i mossen".to_owned().into()),
        ..LinkTerms::of(Slug::parse("anna-astrom").expect("an address"))
    };
    let changed = store.link_change(actor, id, link.id, &terms).await;
    assert!(matches!(changed, Ok(Publishing::Done(_))));
    visited(f, &terms.slug).await;
    // Later than the other, so that they are in this order.
    f.pass(1000);
    let old = Uuid::now_v7();
    store
        .cv_create(actor, old, &named(IN_BIN))
        .await
        .expect("created");
    store.cv_delete(actor, old).await.expect("binned");
    sign_in(f, ADDRESS, "something else").await;
    let letter = Letter::ResetPassword {
        token: "letter-secret".to_owned(),
    };
    let queued = store.mail_queue(actor, "anna.ek@example.com", MailLang::Sv, letter);
    queued.await.expect("queued");
    let asked = store
        .email_change(&anna, "anna.ny@example.com", MailLang::Sv)
        .await;
    assert!(asked.expect("answers"));
    store.limit(actor).await.expect("limited");
    let lives = store.residence_state(actor, Residence::from_code("SE"));
    lives.await.expect("noted");
    came_from(f, &anna).await;
    let request = Request {
        matter: Matter::Correct,
        email: String::new(),
        lang: MailLang::Sv,
        text: "Mitt namn är fel".to_owned(),
        named: None,
    };
    let asked = store.case_ask(Some(&anna), &request).await;
    assert_eq!(asked.expect("answers"), Ok(()));
    by_hand(f, &anna).await;
    anna
}

/// A personal detail, and the consent that keeps it.
async fn sensitive(f: &Fixture, actor: Actor) {
    let purpose = ConsentPurpose::PersonalDetails;
    let agreement = Agreement {
        version: purpose.version().to_owned(),
        lang: MailLang::Sv,
        by: ConsentBy::Page,
    };
    let given = f.store.consent_give(actor, purpose, &agreement).await;
    given.expect("noted");
    let detail = PersonalDetail {
        reference: NATIONALITY,
        field: PersonalField::Nationality,
        value: "svensk".to_owned(),
    };
    f.store.personal_put(actor, &detail).await.expect("kept");
}

/// Her page is opened, and reported.
async fn visited(f: &Fixture, slug: &Slug) {
    let Found::Page(page) = f.store.page_find(slug).await.expect("an answer") else {
        panic!("a page")
    };
    f.store.page_opened(page, Opening::Page, None);
    f.store.openings_write().await.expect("written");
    let report = NewReport {
        reason: Reason::Terms,
        text: REPORT.to_owned(),
        email: Some(REPORTER.to_owned()),
    };
    f.store.report_take(slug, &report).await.expect("taken");
}

async fn others(f: &Fixture) {
    let berit = member(f, "berit@example.com", None).await;
    let berit = who(f, &berit).await;
    let id = Uuid::now_v7();
    let hers = named("Berit Berg");
    let created = f.store.cv_create(berit.actor(), id, &hers);
    created.await.expect("created");
    let slug = Slug::parse("berit-berg").expect("an address");
    let usual = Redaction::usual();
    let published = f.store.page_publish(berit.actor(), id, 1, &usual, &slug);
    published.await.expect("published");
    f.writer(&named("Cecilia Ceder")).await;
}
