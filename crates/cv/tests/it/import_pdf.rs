//! The CV within a PDF, whatever became of the PDF.

use cv::limits::{DOCUMENT_BYTES, Exceeded, PDF_BYTES};
use cv::{Field, ImportError, Imported, Language};
use miniz_oxide::deflate::compress_to_vec_zlib as deflate;
use proptest::prelude::*;

use crate::support::{ids_from, sample, template};

fn read(file: impl AsRef<[u8]>) -> Result<Imported, ImportError> {
    cv::import(file, Language::English, template(), ids_from(0))
}

/// A PDF as far as it matters here: one embedded file among other objects.
fn pdf(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let start = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Names<</EmbeddedFiles 3 0 R>>>>\nendobj\n\
         2 0 obj\n{dictionary}\nstream\n"
    );
    let end = b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";
    [start.as_bytes(), content, end].concat()
}

const PLAIN: &str = "<</Type/EmbeddedFile/Subtype/application#2Fjson/Length 9>>";
const DEFLATED: &str = "<</Length 9/Type /EmbeddedFile/Filter/FlateDecode>>";

fn name(json: &str) -> Vec<u8> {
    format!("{{\"basics\":{{\"name\":\"{json}\"}}}}").into_bytes()
}

fn read_name(file: &[u8]) -> String {
    let imported = read(file).unwrap();
    imported.document.basics.text(Field::Name).to_owned()
}

#[test]
fn an_attached_cv_is_read_as_the_file_itself() {
    let json = sample("02-complete-fixture.jsonresume");
    let whole = read(&json).unwrap();
    assert_eq!(read(pdf(DEFLATED, &deflate(&json, 6))).unwrap(), whole);
    assert_eq!(read(pdf(PLAIN, &json)).unwrap(), whole);
}

#[test]
fn other_programs_write_dictionaries_otherwise() {
    for dictionary in [
        "<< /Params << /Size 3 /ModDate (D:2026\\)(x)) >>\r\n/Type /EmbeddedFile /Filter [ /FlateDecode ] /Length 8 0 R >>",
        "<</Type/EmbeddedFile/Filter[/Fl]/DL 12/Params<</CheckSum<00ff>>>/Length 3>>",
    ] {
        let file = pdf(dictionary, &deflate(&name("Åsa"), 9));
        assert_eq!(read_name(&file), "Åsa", "{dictionary}");
    }
}

/// A file that was saved again ends with what is new in it.
#[test]
fn the_last_of_several_counts() {
    let mut file = pdf(PLAIN, &name("old"));
    file.extend(pdf(PLAIN, &name("new")));
    file.extend(pdf(PLAIN, b"<Candidate/>"));
    assert_eq!(read_name(&file), "new");
}

#[test]
fn a_pdf_without_a_cv_says_so() {
    let json = name("Jane");
    let deflated = deflate(&json, 6);
    for (dictionary, content) in [
        // A page, a file in XML, two filters, a cipher, a broken stream.
        ("<</Length 9>>", &json[..]),
        (PLAIN, b"<?xml version=\"1.0\"?>"),
        (
            "<</Type/EmbeddedFile/Filter[/ASCII85Decode/FlateDecode]>>",
            &deflated,
        ),
        ("<</Type/EmbeddedFile/Filter/Crypt>>", &deflated),
        (DEFLATED, &deflated[2..]),
        // JSON, but no CV, or not even JSON.
        (PLAIN, b"{\"a\":1}"),
        (PLAIN, b"{\"basics\":"),
        (PLAIN, b"{\xff"),
    ] {
        let error = read(pdf(dictionary, content));
        assert_eq!(error, Err(ImportError::NoCvInPdf), "{dictionary}");
    }
    for file in [
        "%PDF-",
        "%PDF-1.7 obj<<",
        "%PDF-1.7 obj<</Type/EmbeddedFile>>stream",
    ] {
        assert_eq!(read(file), Err(ImportError::NoCvInPdf), "{file}");
    }
}

#[test]
fn what_unfolds_to_more_than_a_document_is_too_large() {
    let too_large = Err(ImportError::TooLarge(Exceeded::DocumentBytes));
    let bomb = deflate(&vec![b' '; 64 * DOCUMENT_BYTES], 9);
    assert!(bomb.len() < 100_000);
    assert_eq!(read(pdf(DEFLATED, &bomb)), too_large);
    assert_eq!(read(pdf(PLAIN, &vec![b' '; DOCUMENT_BYTES + 1])), too_large);
    let mut large = b"%PDF-1.7".to_vec();
    large.resize(PDF_BYTES + 1, b' ');
    assert_eq!(read(large), too_large);
}

proptest! {
    /// Bytes changed, left out or repeated: an answer, and no crash.
    #[test]
    fn a_damaged_pdf_never_stops_the_program(
        at in 0..400_usize,
        junk in prop::collection::vec(any::<u8>(), 0..40),
        gone in 0..40_usize,
    ) {
        let mut file = pdf(DEFLATED, &deflate(&name("Jane Doe"), 6));
        let at = at.min(file.len());
        let end = (at + gone).min(file.len());
        file.splice(at..end, junk);
        match read(&file) {
            Ok(imported) => prop_assert!(imported.document.check().is_ok()),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }
}
