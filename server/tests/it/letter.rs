//! Letters: files of them, alone and with their CV, and no public page.

use cv::{Document, Field, Id, Language, Value};
use std::path::Path;
use std::process::Output;
use typeset::pdf::{self, Options, Part};
use typeset::{Engine, Fonts};

use crate::http::{Folder, Server, merit};
use crate::saving::{ID, LINK, begin, document};

fn render(inputs: &[&Path], output: &Path) -> Output {
    merit()
        .arg("render")
        .args(inputs)
        .arg("-o")
        .arg(output)
        .output()
        .unwrap()
}

fn ids() -> impl FnMut() -> Id {
    let mut last = 0;
    move || {
        last += 1;
        Id(last)
    }
}

/// A letter of Anna's, as a browser keeps it.
fn letter() -> Document {
    let cv = document(&[(Field::Name, "Anna Karlsson")]);
    let mut letter = cv::letter_of(&cv, Id(7), None, ids());
    let item = &mut letter.sections[0].items[0];
    let subject = Value::Text("Ansökan".into());
    item.fields.insert(Field::Subject, subject);
    letter
}

/// What a browser makes of both, with its data in it: the same code as in
/// `engine/writer`, fed with the same pages.
fn in_the_browser(documents: &[Document; 2]) -> Vec<u8> {
    let mut engine = Engine::new(Fonts::embedded()).unwrap();
    let pages = documents.each_ref().map(|d| engine.layout(d.shown()));
    let sources = documents
        .each_ref()
        .map(|d| cv::export_shown(d.shown()).json);
    let part = |at: usize, name| Part {
        pages: &pages[at],
        name,
        source: Some(&sources[at]),
        photo: None,
    };
    let parts = [part(0, pdf::LETTER_NAME), part(1, pdf::SOURCE_NAME)];
    pdf::together(&parts, &Fonts::embedded(), &Options::default()).unwrap()
}

#[test]
fn a_letter_and_its_cv_are_rendered_as_in_the_browser() {
    let folder = Folder::new("letter-both");
    let template = typeset::template::default().for_document();
    let letter = cv::example_letter(Language::Swedish, template.clone(), ids());
    let cv = cv::example(Language::Swedish, template, ids());
    let [first, second, out] = ["letter.json", "cv.json", "both.pdf"].map(|n| folder.0.join(n));
    std::fs::write(&first, cv::export_full(&letter)).unwrap();
    std::fs::write(&second, cv::export_full(&cv)).unwrap();
    let output = render(&[&first, &second], &out);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{errors}");
    assert!(std::fs::read(&out).unwrap() == in_the_browser(&[letter, cv]));
}

#[test]
fn a_letter_is_rendered_in_every_form_that_has_a_place_for_it() {
    let folder = Folder::new("letter-forms");
    let template = typeset::template::default().for_document();
    let letter = cv::example_letter(Language::English, template, ids());
    let input = folder.0.join("letter.json");
    std::fs::write(&input, cv::export_full(&letter)).unwrap();
    for ending in ["pdf", "svg", "txt", "docx", "html", "md"] {
        let file = folder.0.join("out").with_extension(ending);
        let output = render(&[&input], &file);
        assert_eq!(output.status.code(), Some(0), "{ending}");
        assert!(!std::fs::read(&file).unwrap().is_empty());
    }
    for ending in ["json", "xml", "vcf"] {
        let file = folder.0.join("out").with_extension(ending);
        let output = render(&[&input], &file);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{ending}");
        assert!(errors.contains("is a letter") && !file.exists(), "{errors}");
    }
    // Two documents are one PDF, and nothing else.
    let file = folder.0.join("both.txt");
    let output = render(&[&input, &input], &file);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("one PDF") && !file.exists(), "{errors}");
}

/// The PDF of a letter opens again as that letter.
#[test]
fn the_pdf_of_a_letter_carries_it() {
    let folder = Folder::new("letter-pdf");
    let template = typeset::template::default().for_document();
    let letter = cv::example_letter(Language::English, template.clone(), ids());
    let [input, out] = ["letter.json", "letter.pdf"].map(|name| folder.0.join(name));
    std::fs::write(&input, cv::export_full(&letter)).unwrap();
    assert_eq!(render(&[&input], &out).status.code(), Some(0));
    let file = std::fs::read(&out).unwrap();
    let opened = cv::import(&file, Language::Swedish, template, ids()).unwrap();
    assert_eq!(opened.document, letter);
}

#[test]
fn a_letter_is_saved_like_a_cv_and_never_published() {
    let server = Server::start("letter-page", &[]);
    let cookie = begin(&server, LINK, &letter()).cookie();
    let page = server.get_with(&format!("/share/{ID}"), &format!("Cookie: {cookie}\r\n"));
    assert_eq!(page.status, 200);
    assert!(page.text().contains("A letter has no public page"));
    let form = "version=1&slug=anna-k&show=email";
    let refused = server.submit(&format!("/share/{ID}/publish"), &cookie, form);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("A letter has no public page"));
    assert_eq!(server.get("/cv/anna-k").status, 404);
}
