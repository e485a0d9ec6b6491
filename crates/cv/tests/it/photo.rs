//! The photo: a reference in the document, and a file that shows and tells nothing.

use cv::photo::{PhotoError, dimensions, stripped};
use cv::{Edit, Photo, PhotoFile, PhotoShape, Rejected, Touched, apply};
use proptest::prelude::*;

use crate::support::blank;

/// A segment with its marker and length.
fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = (body.len() + 2) as u16;
    let mut out = vec![0xff, marker];
    out.extend(length.to_be_bytes());
    out.extend(body);
    out
}

fn frame(marker: u8, width: u16, height: u16, components: u8) -> Vec<u8> {
    let mut body = vec![8];
    body.extend(height.to_be_bytes());
    body.extend(width.to_be_bytes());
    body.push(components);
    (0..components).for_each(|n| body.extend([n + 1, 0x11, 0]));
    segment(marker, &body)
}

fn jfif() -> Vec<u8> {
    segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
}

/// Not a picture that decodes, but one that is built as such: `more` stands
/// after the first segment.
fn file(more: &[u8], frame: &[u8]) -> Vec<u8> {
    let scan = segment(0xda, &[1, 1, 0, 0, 63, 0]);
    [
        &[0xff, 0xd8][..],
        &jfif(),
        more,
        &segment(0xdb, &[0; 65]),
        frame,
        &segment(0xc4, &[0; 20]),
        &scan,
        &[1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
        &[0xff, 0xd9],
    ]
    .concat()
}

fn photo() -> Photo {
    Photo {
        file: PhotoFile(0xabc),
        width: 600,
        height: 400,
        shape: PhotoShape::Square,
        hidden: false,
    }
}

#[test]
fn a_document_refers_to_it() {
    let mut document = blank();
    assert!(document.is_blank());
    let edit = Edit::SetPhoto {
        photo: Some(photo()),
    };
    let inverse = apply(&mut document, &edit).unwrap();
    assert!(!document.is_blank());
    insta::assert_snapshot!(serde_json::to_string(&edit).unwrap(), @r#"{"set_photo":{"photo":{"file":"00000000000000000000000000000abc","width":600,"height":400,"shape":"square"}}}"#);
    let mut touched = Vec::new();
    edit.touches(&mut |place| touched.push(place));
    assert_eq!(touched, [Touched::Photo]);
    apply(&mut document, &inverse).unwrap();
    assert_eq!(document, blank());
}

#[test]
fn one_without_sides_is_rejected_and_not_loaded() {
    let mut document = blank();
    let wrong = Photo {
        width: 0,
        ..photo()
    };
    let edit = Edit::SetPhoto { photo: Some(wrong) };
    assert_eq!(apply(&mut document, &edit), Err(Rejected::Photo));
    assert_eq!(document, blank());
    document.photo = Some(wrong);
    assert!(cv::format::load(&cv::format::save(&document)).is_err());
    assert!("0".repeat(31).parse::<PhotoFile>().is_err());
    assert!("g".repeat(32).parse::<PhotoFile>().is_err());
}

#[test]
fn what_is_hidden_is_not_shown_and_not_exported() {
    let mut document = blank();
    document.photo = Some(photo());
    assert_eq!(document.shown().photo(), Some(photo()));
    let exported = cv::export_shown(document.shown()).json;
    assert!(!exported.contains("abc"), "{exported}");
    document.photo = Some(Photo {
        hidden: true,
        ..photo()
    });
    assert_eq!(document.shown().photo(), None);
}

#[test]
fn a_plain_picture_is_accepted() {
    for marker in [0xc0, 0xc1, 0xc2] {
        for components in [1, 3] {
            let file = file(&[], &frame(marker, 640, 480, components));
            assert_eq!(dimensions(&file), Ok((640, 480)));
            assert_eq!(stripped(&file), Ok(file));
        }
    }
}

#[test]
fn a_picture_that_tells_more_is_refused_and_can_be_stripped() {
    let plain = file(&[], &frame(0xc0, 640, 480, 3));
    for (marker, body) in [
        (0xe1, &b"Exif\0\0MM\0*"[..]),
        (0xe1, b"http://ns.adobe.com/xap/1.0/\0<x/>"),
        (0xe2, b"ICC_PROFILE\0\x01\x01Color LCD"),
        (0xed, b"Photoshop 3.0\0"),
        (0xfe, b"Storgatan 1"),
        (0xe0, b"JFXX\0\x10preview"),
        (0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01rgb"),
        (0xee, b"Adobe\0d\0\0\0\0\x01"),
    ] {
        let telling = file(&segment(marker, body), &frame(0xc0, 640, 480, 3));
        assert_eq!(dimensions(&telling), Err(PhotoError::Told(marker)));
        assert_eq!(stripped(&telling), Ok(plain.clone()));
    }
    let longer = [&plain[..], b"PK\x03\x04"].concat();
    assert_eq!(dimensions(&longer), Err(PhotoError::Told(0xd9)));
    assert_eq!(stripped(&longer), Ok(plain));
}

#[test]
fn what_is_no_such_picture() {
    let sized = |width, height| dimensions(&file(&[], &frame(0xc0, width, height, 3)));
    assert_eq!(sized(0, 480), Err(PhotoError::Size));
    assert_eq!(sized(640, 5000), Err(PhotoError::Size));
    let unusual = [
        file(&[], &frame(0xc0, 640, 480, 4)),
        file(&[], &frame(0xc9, 640, 480, 3)),
        // Adobe's red, green and blue.
        file(
            &segment(0xee, b"Adobe\0d\0\0\0\0\0"),
            &frame(0xc0, 640, 480, 3),
        ),
    ];
    for file in unusual {
        assert_eq!(dimensions(&file), Err(PhotoError::Unusual));
        assert_eq!(stripped(&file), Err(PhotoError::Unusual));
    }
    let twice = [frame(0xc0, 640, 480, 3), frame(0xc0, 64, 48, 3)].concat();
    assert_eq!(dimensions(&file(&[], &twice)), Err(PhotoError::NotJpeg));
    for not in [
        &b""[..],
        b"\xff\xd8",
        b"\xff\xd8\xff\xd9",
        b"GIF89a",
        b"\x89PNG\r\n",
    ] {
        assert_eq!(dimensions(not), Err(PhotoError::NotJpeg), "{not:?}");
    }
    let large = vec![0xff; cv::photo::BYTES + 1];
    assert_eq!(dimensions(&large), Err(PhotoError::TooLarge));
}

proptest! {
    #[test]
    fn no_bytes_panic_and_no_part_passes(
        at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(),
    ) {
        let whole = file(&[], &frame(0xc2, 640, 480, 3));
        let mut changed = whole.clone();
        let at = at.index(whole.len());
        changed[at] = byte;
        if let Ok(clean) = stripped(&changed) {
            prop_assert!(dimensions(&clean).is_ok());
        }
        let _ = dimensions(&changed);
        prop_assert!(dimensions(&whole[..cut.index(whole.len())]).is_err());
    }

    #[test]
    fn any_bytes_are_looked_at(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = dimensions(&bytes);
        let start = [&[0xff, 0xd8][..], &bytes].concat();
        let _ = stripped(&start);
    }
}
