//! Photos: stored as the server encodes them, shown where they are shown, gone
//! when nobody names them.

use backend::{Failure, Found, Publishing, Rule, Slug, Uuid};
use cv::{Document, Edit, Photo, PhotoFile, PhotoShape, Redaction};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageBuffer, Rgb};
use privacy::{Actor, Purpose};

use crate::members::{ADDRESS, member, who};
use crate::support::{Fixture, named, on_both};

const FILE: PhotoFile = PhotoFile(0x1234_5678_9abc_def0_1234_5678_9abc_def0);

/// A picture as a camera leaves it: with where and when.
pub(crate) fn camera() -> Vec<u8> {
    let picture = ImageBuffer::from_fn(64, 64, |x, y| Rgb([x as u8 * 4, y as u8 * 4, 90]));
    let mut jpeg = Vec::new();
    JpegEncoder::new(&mut jpeg)
        .encode_image(&picture)
        .expect("a picture");
    let told = b"Exif\0\0 59.3293 N 18.0686 E";
    let mut out = jpeg[..2].to_vec();
    out.extend([0xff, 0xe1, 0, told.len() as u8 + 2]);
    out.extend(told);
    out.extend(&jpeg[2..]);
    out
}

fn with_photo(name: &str) -> Document {
    let mut document = named(name);
    document.photo = Some(Photo {
        file: FILE,
        width: 64,
        height: 64,
        shape: PhotoShape::Round,
        hidden: false,
    });
    document
}

on_both!(
    a_photo_is_stored_as_the_server_encodes_it_and_for_its_owner_alone,
    async |f: Fixture| {
        let (anna, _) = f.writer(&with_photo("Anna")).await;
        let (other, _) = f.writer(&named("Other")).await;
        let kept = f.store.photo_put(anna, FILE, camera()).await.expect("kept");
        assert_eq!(cv::photo::dimensions(&kept), Ok((64, 64)));
        assert!(!kept.windows(4).any(|part| part == b"Exif"));
        // Sent again it stays what it is.
        let again = f.store.photo_put(anna, FILE, camera()).await;
        assert_eq!(again.expect("there"), kept);
        let read = f.store.photo_get(anna, Purpose::KeepSaved, FILE).await;
        assert_eq!(read.expect("there"), kept);
        for stranger in [other, Actor::Visitor] {
            let read = f.store.photo_get(stranger, Purpose::KeepSaved, FILE).await;
            assert!(read.is_err());
        }
        for wrong in [b"GIF89a".to_vec(), camera()[..90].to_vec(), Vec::new()] {
            let refused = f.store.photo_put(anna, PhotoFile(7), wrong).await;
            assert!(matches!(refused, Err(Failure::Refused(_))));
        }
    }
);

on_both!(
    a_photo_is_published_with_the_page_that_shows_it_and_with_no_other,
    async |f: Fixture| {
        let (anna, id) = f.writer(&with_photo("Anna")).await;
        let kept = f.store.photo_put(anna, FILE, camera()).await.expect("kept");
        let slug = Slug::parse("anna").expect("a slug");
        let publish = async |version| {
            let usual = Redaction::none();
            let done = f.store.page_publish(anna, id, version, &usual, &slug).await;
            assert!(matches!(done.expect("an answer"), Publishing::Done(_)));
            let Found::Page(page) = f.store.page_find(&slug).await.expect("an answer") else {
                panic!("there is a page");
            };
            let shown = f.store.page_open(Actor::Visitor, page).await;
            shown.expect("it opens")
        };
        let shown = publish(1).await;
        assert_eq!(shown.photo, Some(kept));
        // Its name would tie pages together.
        let photo = shown.document.photo.expect("is shown");
        assert_eq!(photo.file, PhotoFile::PUBLISHED);
        let hidden = Photo {
            hidden: true,
            ..with_photo("Anna").photo.expect("has one")
        };
        let edit = Edit::SetPhoto {
            photo: Some(hidden),
        };
        let saved = f.store.cv_save(anna, id, 1, Uuid::now_v7(), &[edit]).await;
        saved.expect("taken");
        let shown = publish(2).await;
        assert_eq!((shown.photo, shown.document.photo), (None, None));
    }
);

on_both!(
    a_photo_goes_when_no_document_names_it,
    async |f: Fixture| {
        let (anna, id) = f.writer(&with_photo("Anna")).await;
        f.store.photo_put(anna, FILE, camera()).await.expect("kept");
        f.store
            .photo_put(anna, PhotoFile(2), camera())
            .await
            .expect("kept");
        // What just came may be named by a document that is on its way.
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Photos), 0);
        f.pass_days(2);
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Photos), 1);
        let edit = Edit::SetPhoto { photo: None };
        let saved = f.store.cv_save(anna, id, 1, Uuid::now_v7(), &[edit]).await;
        saved.expect("taken");
        // What the document was is kept, and shows it still.
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Photos), 0);
        f.store.version_delete(anna, id, 1).await.expect("deleted");
        assert_eq!(f.store.sweep().await.expect("swept").by(Rule::Photos), 1);
        let read = f.store.photo_get(anna, Purpose::KeepSaved, FILE).await;
        assert!(matches!(read, Err(Failure::Missing)));
    }
);

on_both!(
    a_photo_moves_with_its_document_to_another_account,
    async |f: Fixture| {
        let (anna, _) = f.writer(&with_photo("Anna")).await;
        let kept = f.store.photo_put(anna, FILE, camera()).await.expect("kept");
        let session = member(&f, ADDRESS, None).await;
        let to = who(&f, &session).await;
        let Actor::Person(from) = anna else {
            panic!("a person");
        };
        f.store.account_move(from, to.person).await.expect("moved");
        let read = f
            .store
            .photo_get(to.actor(), Purpose::KeepSaved, FILE)
            .await;
        assert_eq!(read.expect("there"), kept);
    }
);
