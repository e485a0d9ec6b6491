//! The photo on the pages, in a file, on a web page.

use cv::{Field, Language, PhotoShape, Value};
use typeset::pages::{Pages, Placed};
use typeset::pdf::{self, PdfError};
use typeset::svg::{self, Audience};
use typeset::template;

use crate::documents::{PORTRAIT, SAMPLES, engine, fonts, sample, with_photo};

fn in_template(name: &str, shape: PhotoShape) -> Pages {
    let mut document = with_photo(sample("svensk.jsonresume"), shape);
    document.template = template::named(name).expect("is there").for_document();
    engine().layout(document.shown())
}

fn photos(pages: &Pages) -> Vec<(usize, &Placed)> {
    let rows = pages.pages.iter().enumerate();
    let rows = rows.flat_map(|(page, of)| of.rows.iter().map(move |row| (page, row)));
    rows.filter(|(_, placed)| placed.row.image.is_some())
        .collect()
}

fn with(photo: &[u8]) -> pdf::Options<'_> {
    pdf::Options {
        photo: Some(photo),
        ..pdf::Options::default()
    }
}

#[test]
fn every_template_has_a_place_for_it() {
    let mut out = String::new();
    for template in template::ALL {
        let pages = in_template(template.name, PhotoShape::Round);
        let [(page, placed)] = photos(&pages)[..] else {
            panic!("{}", template.name);
        };
        let image = placed.row.image.as_ref().expect("is one");
        assert_eq!(
            (page, image.alt.as_str()),
            (0, "Foto av Ingrid Åkerström Lindqvist")
        );
        assert_eq!(image.radius, image.width / 2.0);
        // A passport's photo is thirty-five millimetres wide.
        assert!((70.0..=100.0).contains(&image.width));
        out.push_str(&format!(
            "{} {:.1} {:.1} {:.0}\n",
            template.name,
            placed.x + image.x,
            placed.y,
            image.width
        ));
    }
    insta::assert_snapshot!(out, @r"
    linne 449.3 58.9 84
    celsius 30.0 54.0 96
    berzelius 415.3 160.1 92
    hilma 433.3 45.5 92
    rudbeck 451.3 59.9 84
    lagerlof 257.6 62.0 80
    kovalevsky 54.0 56.2 78
    polhem 42.0 41.2 74
    ");
}

#[test]
fn one_that_is_hidden_leaves_the_pages_as_they_were() {
    let mut engine = engine();
    for name in SAMPLES {
        let plain = sample(name);
        let mut hidden = with_photo(plain.clone(), PhotoShape::Square);
        if let Some(photo) = &mut hidden.photo {
            photo.hidden = true;
        }
        let before = engine.layout(plain.shown());
        assert_eq!(engine.layout(hidden.shown()), before);
        // The words are the same with it.
        let shown = engine.layout(with_photo(plain, PhotoShape::Square).shown());
        let words = |pages: &Pages| typeset::text::write(pages).replace(char::is_whitespace, "");
        assert_eq!(words(&shown), words(&before), "{name}");
    }
}

#[test]
fn a_picture_is_cut_and_told_on_the_screen() {
    let pages = in_template("linne", PhotoShape::Round);
    let drawn = |audience, photo| svg::page(&pages, 0, audience, photo);
    let page = drawn(Audience::Reader, Some("blob:https://x/?a=1&b=\"2\""));
    assert!(page.contains("href=\"blob:https://x/?a=1&amp;b=&quot;2&quot;\""));
    assert!(page.contains("rx=\"42\"/></clipPath><image "));
    assert!(page.contains("aria-label=\"Foto av Ingrid Åkerström Lindqvist\""));
    assert!(!page.contains("data-place"));
    // Without an address there is its ground, and the rest is the same.
    let ground = drawn(Audience::Editor, None);
    assert!(!ground.contains("<image") && ground.contains("rx=\"42\" fill=\"#e4e7e8\"/>"));
    assert!(ground.contains("data-place=\"0000000000000000/photo\""));
    let file = svg::document(&pages, &fonts(), Some(PORTRAIT)).expect("can be written");
    assert_eq!(
        file.matches("href=\"data:image/jpeg;base64,/9j/").count(),
        1
    );
}

#[test]
fn a_file_has_the_bytes_as_they_are_and_says_what_they_show() {
    for template in template::ALL {
        for shape in [PhotoShape::Round, PhotoShape::Square] {
            let pages = in_template(template.name, shape);
            let file = pdf::write(&pages, &fonts(), &with(PORTRAIT)).expect("can be written");
            let has = |what: &[u8]| file.windows(what.len()).any(|part| part == what);
            assert!(has(PORTRAIT), "{}", template.name);
            assert!(has(b"<pdfuaid:part>1</pdfuaid:part>"), "{}", template.name);
            assert!(has(b"/Figure"), "{}", template.name);
            if let Some(list) = crate::pdf::poppler("pdfimages", &["-list", "-"], &file) {
                assert!(list.contains(" 480   600  rgb"), "{list}");
            }
            if let Some(text) = crate::pdf::poppler("pdftotext", &["-", "-"], &file) {
                assert!(text.contains("Ingrid"), "{text}");
            }
        }
    }
}

#[test]
fn a_file_without_bytes_has_no_figure_and_bad_bytes_are_refused() {
    let pages = in_template("linne", PhotoShape::Round);
    let file = pdf::write(&pages, &fonts(), &pdf::Options::default()).expect("can be written");
    assert!(!file.windows(7).any(|part| part == b"/Figure"));
    let bad = |bytes| pdf::write(&pages, &fonts(), &with(bytes));
    assert_eq!(bad(b"no picture"), Err(PdfError::Photo));
    assert_eq!(bad(&PORTRAIT[..40]), Err(PdfError::Photo));
    // Where no photo is shown, nobody looks at the bytes.
    let plain = engine().layout(sample("svensk.jsonresume").shown());
    assert!(pdf::write(&plain, &fonts(), &with(b"no picture")).is_ok());
}

#[test]
fn it_is_told_without_a_name_too() {
    let mut document = with_photo(
        crate::documents::blank(Language::English),
        PhotoShape::Round,
    );
    let alt = |document: &cv::Document| {
        let pages = engine().layout(document.shown());
        pages.image().map(|image| image.alt.clone())
    };
    assert_eq!(alt(&document).as_deref(), Some("Photo"));
    let name = Value::Text("Ann\u{202e}\nLee".into());
    document.basics.fields.insert(Field::Name, name);
    assert_eq!(alt(&document).as_deref(), Some("Photo of Ann Lee"));
}

#[cfg(feature = "html")]
#[test]
fn a_web_page_has_it_where_the_site_has_it() {
    use typeset::html::{Links, page};
    let mut document = with_photo(sample("svensk.jsonresume"), PhotoShape::Round);
    let write = |document: &cv::Document, photo| {
        let links = Links {
            photo,
            ..Links::default()
        };
        page(document.shown(), &links).html
    };
    let html = write(&document, Some("/cv/x.jpg?\"&"));
    assert!(html.contains(
        "<img class=\"photo round\" src=\"/cv/x.jpg?&quot;&amp;\" \
         alt=\"Foto av Ingrid Åkerström Lindqvist\" width=\"136\" height=\"136\">"
    ));
    assert!(!write(&document, None).contains("<img"));
    if let Some(photo) = &mut document.photo {
        photo.hidden = true;
    }
    assert!(!write(&document, Some("/x.jpg")).contains("<img"));
}
