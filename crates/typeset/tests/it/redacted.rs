//! What is hidden is nowhere: not on the page, not in the text, the JSON or the
//! PDF with its metadata and outline.

use cv::{Document, Field, Redaction, RichText, Value, export_shown, file_name, redacted};
use typeset::html::{Links, page};
use typeset::{Engine, pdf, text};

use crate::documents::{Place, engine, fonts, populated};
use crate::pdf::{AT, poppler};

/// All that others get of a document, each by its name.
fn published(engine: &mut Engine, document: &Document) -> Vec<(&'static str, String)> {
    let shown = document.shown();
    let pages = engine.layout(shown);
    let json = export_shown(shown).json;
    // With all that can be in it: the data, and what an archive asks for.
    let options = pdf::Options {
        created: Some(AT),
        archival: true,
        source: Some(&json),
        ..pdf::Options::default()
    };
    let file = pdf::write(&pages, &fonts(), &options).expect("can be written");
    let mut all = vec![
        ("HTML", page(shown, &Links::default()).html),
        ("text", text::write(&pages)),
        ("JSON", json.clone()),
        ("document", cv::export_full(document)),
        // Everything that the PDF's writer gets to know.
        (
            "pages",
            lossy(postcard::to_allocvec(&pages).expect("plain data")),
        ),
        // What of the file is not compressed: outline, titles, links.
        ("PDF", lossy(file.clone())),
        // And what is: content, the attached data, metadata, structure.
        ("PDF streams", lossy(streams(&file))),
    ];
    #[cfg(feature = "exports")]
    all.extend(exported(shown));
    for (name, program, arguments) in [
        ("PDF text", "pdftotext", &["-raw", "-", "-"][..]),
        ("PDF metadata", "pdfinfo", &["-meta", "-"]),
        ("PDF information", "pdfinfo", &["-"]),
        ("PDF structure", "pdfinfo", &["-struct-text", "-"]),
        ("PDF links", "pdfinfo", &["-url", "-"]),
    ] {
        if let Some(output) = poppler(program, arguments, &file) {
            // Titles in the structure are printed in UTF-16.
            all.push((name, output.replace('\0', "")));
        }
    }
    all
}

/// The decompressed content of all streams of a PDF.
fn streams(file: &[u8]) -> Vec<u8> {
    const START: &[u8] = b"stream\n";
    let starts = file.windows(START.len()).enumerate();
    let starts = starts.filter(|(_, window)| *window == START);
    starts
        .flat_map(|(at, _)| {
            let rest = &file[at + START.len()..];
            let inflated = miniz_oxide::inflate::decompress_to_vec_zlib(rest);
            inflated.unwrap_or_default()
        })
        .collect()
}

/// Every other format, packages unpacked.
#[cfg(feature = "exports")]
fn exported(shown: cv::Shown<'_>) -> Vec<(&'static str, String)> {
    use crate::exports::{part, parts};
    let all = typeset::exports::ALL
        .iter()
        .chain([&typeset::exports::VCARD]);
    all.map(|format| {
        let file = format.write(shown, None);
        let text = match format.extension {
            "docx" => parts(&file).iter().map(|name| part(&file, name)).collect(),
            _ => lossy(file),
        };
        (format.name, text)
    })
    .collect()
}

fn lossy(bytes: Vec<u8>) -> String {
    // UTF-16 of plain letters becomes those letters.
    String::from_utf8_lossy(&bytes).replace('\0', "")
}

/// Hides something and looks for the marks of it, and of what is not hidden.
fn check(
    engine: &mut Engine,
    document: &Document,
    redaction: &Redaction,
    marks: &[(Place, String)],
    hidden: impl Fn(Place) -> bool,
) {
    let copy = redacted(document, redaction);
    let all = published(engine, &copy);
    let mut gone = 0;
    for (place, mark) in marks {
        let found: Vec<_> = all.iter().filter(|(_, text)| text.contains(mark)).collect();
        let names: Vec<&str> = found.iter().map(|(name, _)| *name).collect();
        if hidden(*place) {
            assert!(names.is_empty(), "{place:?} {mark} is in {names:?}");
            gone += 1;
        } else {
            assert!(names.contains(&"JSON"), "{place:?} {mark} was not hidden");
        }
    }
    assert!(gone > 0);
}

/// A test that finds nothing anywhere would show nothing.
#[test]
fn marks_are_found_where_nothing_is_hidden() {
    let (document, marks) = populated();
    let name = &marks[0].1;
    for (place, text) in published(&mut engine(), &redacted(&document, &Redaction::none())) {
        let expected = place != "PDF links";
        assert_eq!(text.contains(name), expected, "{place}");
    }
}

#[test]
fn a_hidden_field_is_nowhere() {
    let (document, marks) = populated();
    let mut engine = engine();
    for field in Redaction::fields() {
        let redaction = Redaction::try_from(vec![field]).unwrap();
        check(&mut engine, &document, &redaction, &marks, |place| {
            place == Place::Basics(field)
        });
    }
    let usual = Redaction::usual();
    check(
        &mut engine,
        &document,
        &usual,
        &marks,
        |place| matches!(place, Place::Basics(field) if usual.hides(field)),
    );
}

#[test]
fn a_hidden_item_or_section_is_nowhere() {
    let (document, marks) = populated();
    let mut engine = engine();
    let none = Redaction::none();
    // Every other one, and then the others: what is beside it stays.
    for turn in 0..2 {
        let goes = |at: usize| at % 2 == turn;
        let is_gone = |place: Place| match place {
            Place::Heading(at) | Place::Item(at, _) => goes(at),
            _ => false,
        };
        let mut hidden = document.clone();
        let mut chosen = none.clone();
        for (at, section) in hidden.sections.iter_mut().enumerate() {
            section.hidden = goes(at);
            if goes(at) {
                chosen.hide_place(section.id);
            }
        }
        check(&mut engine, &hidden, &none, &marks, is_gone);
        // By the owner of one link, for whom it is there all the same.
        check(&mut engine, &document, &chosen, &marks, is_gone);
    }
    // The first of every section, and then the second.
    for item in 0..2 {
        let mut hidden = document.clone();
        for section in &mut hidden.sections {
            section.items[item].hidden = true;
        }
        check(
            &mut engine,
            &hidden,
            &none,
            &marks,
            |place| matches!(place, Place::Item(_, at) if at == item),
        );
    }
}

#[test]
fn items_that_one_link_hides_are_nowhere() {
    let (document, marks) = populated();
    let mut redaction = Redaction::none();
    for section in &document.sections {
        redaction.hide_place(section.items[1].id);
    }
    check(&mut engine(), &document, &redaction, &marks, |place| {
        matches!(place, Place::Item(_, 1))
    });
}

/// The name, and how to reach somebody, also where they stand in every text.
#[test]
fn who_it_is_is_nowhere_in_an_anonymous_cv() {
    let (mut document, marks) = populated();
    let mut set = |field, text: &str| {
        document
            .basics
            .fields
            .insert(field, Value::Text(text.into()));
    };
    set(Field::Name, "Nemo Quist");
    set(Field::Email, "nemo@quist.example");
    set(Field::Phone, "070-123 45 67");
    for section in &mut document.sections {
        for item in &mut section.items {
            for (field, value) in &mut item.fields {
                match value {
                    Value::Rich(rich) => {
                        *rich = RichText::plain("Nemo Quist, 0701234567, nemo@quist.example");
                    }
                    Value::Text(text) if *field == Field::Url => {
                        *text = "https://example.com/nemo-quist".into();
                    }
                    Value::Text(text) if *field != Field::SameEmployer => {
                        text.push_str(" by Quist");
                    }
                    _ => {}
                }
            }
        }
    }
    let copy = redacted(&document, &Redaction::anonymous());
    assert_eq!(file_name(copy.shown()), "Candidate-CV");
    let gone = [Field::Address, Field::PostalCode, Field::Image, Field::Url];
    let gone = marks.iter().filter_map(|(place, mark)| match place {
        Place::Basics(field) => gone.contains(field).then_some(mark.as_str()),
        _ => None,
    });
    let told = ["nemo", "quist", "0701234567", "123 45 67"];
    let gone: Vec<&str> = gone.chain(told).collect();
    for (place, text) in published(&mut engine(), &copy) {
        let text = text.to_lowercase();
        for word in &gone {
            assert!(!text.contains(word), "{word} is in {place}");
        }
    }
}
