//! The photo in files of other kinds.

use std::io::{Cursor, Read as _};

use cv::PhotoShape;
use typeset::exports::{self, ALL};

use super::part;
use crate::documents::{PORTRAIT, sample, with_photo};

/// The photo is in the files that have pictures, and where the document hides it,
/// in none.
#[test]
fn the_photo_is_in_files_that_show_pictures() {
    let mut document = with_photo(sample("svensk.jsonresume"), PhotoShape::Round);
    let format = |name| exports::named(name).expect("is there");
    let word = format("docx").write(document.shown(), Some(PORTRAIT));
    let mut archive = zip::ZipArchive::new(Cursor::new(&word)).expect("is a ZIP");
    let mut kept = Vec::new();
    let mut picture = archive.by_name("word/media/photo.jpeg").expect("is there");
    picture.read_to_end(&mut kept).expect("can be read");
    assert!(kept == PORTRAIT);
    let body = part(&word, "word/document.xml");
    assert!(body.contains("descr=\"Foto av Ingrid Åkerström Lindqvist\""));
    // A tenth of the height goes at each end: 480 of 600 pixels are left.
    assert!(body.contains("<a:srcRect l=\"0\" t=\"10000\" r=\"0\" b=\"10000\"/>"));
    assert!(body.contains("prst=\"ellipse\""));

    let page = format("html").write(document.shown(), Some(PORTRAIT));
    let page = String::from_utf8(page).expect("is UTF-8");
    assert!(page.contains("<img class=\"photo round\" src=\"data:image/jpeg;base64,/9j/"));

    let europass = format("europass").write(document.shown(), Some(PORTRAIT));
    let europass = String::from_utf8(europass).expect("is UTF-8");
    // "data:image/jpeg;base64,/9j/" once more in base64.
    assert!(europass.contains("<oa:EmbeddedData>ZGF0YTppbWFnZS9qcGVnO2Jhc2U2NCwvOWovN"));

    document.photo.as_mut().expect("has one").hidden = true;
    for format in ALL {
        let with = format.write(document.shown(), Some(PORTRAIT));
        assert!(
            with == format.write(document.shown(), None),
            "{}",
            format.name
        );
    }
}
