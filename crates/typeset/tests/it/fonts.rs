use cv::{Document, Field, Language, Value};
use typeset::fonts::FontError;
use typeset::pdf::PdfError;
use typeset::{Engine, Face, Fonts, pdf};

use crate::documents::{blank, engine, file, fonts, sample};

#[test]
fn files_are_the_editions_that_layouts_are_made_with() {
    for face in Face::all() {
        assert!(
            face.is(&file(face)),
            "{} was made anew: its edition is part of the layout version",
            face.file()
        );
    }
}

#[test]
fn wrong_files_are_refused() {
    let mut fonts = Fonts::new();
    let display = "source-serif-display.ttf";
    let wrong = fonts.add(Face::DISPLAY, vec![0; 100].into());
    assert_eq!(wrong, Err(FontError::Edition(display)));
    let other = engine().add(Face::DISPLAY, file(Face::REGULAR));
    assert_eq!(other, Err(FontError::Edition(display)));
}

#[test]
fn a_layout_version_is_written_down() {
    // Whoever changes it moves lines in other people's documents: the old
    // version has to stay.
    insta::assert_snapshot!(typeset::template::default().version(), @"linne.1-e3-hcb489663-f113600ca");
}

/// A document whose name is in a script.
fn named(name: &str) -> Document {
    let mut document = blank(Language::English);
    let name = Value::Text(name.to_owned());
    document.basics.fields.insert(Field::Name, name);
    document
}

fn files(faces: &[Face]) -> Vec<&'static str> {
    faces.iter().map(|face| face.file()).collect()
}

#[test]
fn what_a_document_asks_for_is_lacking_until_it_is_added() {
    let mut document = sample("svensk.jsonresume");
    document.design.fonts = Some("garamond".into());
    let whole = engine().layout(document.shown());
    let mut engine = Engine::new(Fonts::new()).unwrap();
    engine.layout(document.shown());
    let lacking = engine.lacking();
    assert_eq!(
        files(&lacking),
        [
            "inter-regular.ttf",
            "inter-semibold.ttf",
            "eb-garamond-regular.ttf",
            "eb-garamond-semibold.ttf"
        ]
    );
    for face in lacking {
        engine.add(face, file(face)).unwrap();
    }
    let pages = engine.layout(document.shown());
    assert_eq!(engine.lacking(), []);
    assert_eq!(pages, whole);
    assert!(
        pages
            .faces()
            .iter()
            .all(|face| face.family() == "EB Garamond")
    );
}

#[test]
fn other_scripts_are_set_in_faces_of_their_own() {
    for (name, family) in [
        ("Αλέξανδρος", "Inter"),
        ("ῥῆσιν", "Noto Sans"),
        ("Анна Україна", "Inter"),
        ("محمد أحمد", "Noto Sans Arabic"),
        ("שרה כהן", "Noto Sans Hebrew"),
        ("王小明", "Noto Sans SC"),
        ("龜", "Noto Sans TC"),
        ("山田はなこ", "Noto Sans JP"),
        ("김민준", "Noto Sans KR"),
        ("🎓📍", "Noto Emoji"),
    ] {
        let mut document = named(name);
        document.design.fonts = Some("work-sans".into());
        let pages = engine().layout(document.shown());
        assert_eq!(pages.missing, [] as [char; 0], "{name}");
        let row = &pages.pages[0].rows[0].row;
        let runs = row.cells[0].lines.iter().flat_map(|line| &line.runs);
        for run in runs {
            let shown: String = run.text(&row.cells[0]).collect();
            if !shown.trim().is_empty() {
                assert_eq!(Face::new(run.face).unwrap().family(), family, "{shown}");
            }
        }
        // And can be written and read again.
        pdf::write(&pages, &fonts(), &pdf::Options::default()).unwrap();
    }
}

#[test]
fn a_pdf_is_not_written_without_the_faces_of_its_pages() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    let none = pdf::write(&pages, &Fonts::new(), &pdf::Options::default());
    let missing = FontError::Missing("inter-regular.ttf");
    assert_eq!(none, Err(PdfError::Fonts(missing)));
}

#[test]
fn what_happens_to_be_loaded_decides_nothing() {
    let with_all = engine().layout(named("漢字 Åsa").shown());
    let mut engine = Engine::new(Fonts::new()).unwrap();
    engine.layout(named("漢字 Åsa").shown());
    let asked = engine.lacking();
    // Another document was here before, with what it needed.
    for face in Face::all().filter(|face| face.file().starts_with("noto")) {
        engine.add(face, file(face)).unwrap();
    }
    for face in asked {
        let _ = engine.add(face, file(face));
    }
    assert_eq!(engine.layout(named("漢字 Åsa").shown()), with_all);
}
