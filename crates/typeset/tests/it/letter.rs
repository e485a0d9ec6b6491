//! Letters: every template sets one, and every file tells it.

use cv::schema::Shape;
use cv::{
    DateForm, Document, Field, Id, Inline, Kind, Language, Line, RichText, SectionKind, Value,
    When, letter_of,
};
use typeset::pages::{Pages, Role};
use typeset::pdf::{self, Options, Part};
use typeset::template::{self, Template};

use crate::documents::{engine, fonts, ids, marked, sample, template as usual};
use crate::linne::everything;
use crate::pages::lawful;

fn example(language: Language, template: &Template) -> Document {
    let mut letter = cv::example_letter(language, usual(), ids());
    letter.template = template.for_document();
    letter
}

fn set(letter: &mut Document, field: Field, value: Value) {
    let section = letter
        .sections
        .iter_mut()
        .find(|section| section.kind == SectionKind::Letter)
        .expect("is there");
    section.items[0].fields.insert(field, value);
}

/// Role and text of each cell with words, in reading order.
fn cells(pages: &Pages) -> Vec<(Role, String)> {
    let cells = pages.reading().flat_map(|placed| &placed.row.cells);
    cells
        .map(|cell| (cell.role, cell.text.trim().to_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// Where words stand on pages: every line is within the paper's margins.
fn within_margins(pages: &Pages) {
    for page in &pages.pages {
        for placed in &page.rows {
            assert!(placed.y + placed.height() <= pages.area.bottom + 0.02);
            for cell in &placed.row.cells {
                for (_, line) in placed.lines(cell) {
                    let end = line.runs.last().map_or(0.0, |run| run.x + run.width());
                    let right = placed.x + cell.x + end;
                    // A space at its end is no mark on the paper.
                    assert!(right <= pages.area.right + 4.0, "{right}: {}", cell.text);
                }
            }
        }
    }
}

#[test]
fn an_example_is_one_page_in_every_template() {
    let mut engine = engine();
    for language in [Language::Swedish, Language::English] {
        for template in template::ALL {
            let letter = example(language, template);
            let pages = engine.layout(letter.shown());
            lawful(&pages).unwrap_or_else(|what| panic!("{}: {what}", template.name));
            within_margins(&pages);
            assert_eq!(pages.pages.len(), 1, "{}", template.name);
            assert!(pages.missing.is_empty());
        }
    }
}

#[test]
fn a_letter_is_read_from_its_sender_to_its_enclosures() {
    let mut engine = engine();
    for template in template::ALL {
        let letter = example(Language::Swedish, template);
        let text = typeset::text::write(&engine.layout(letter.shown()));
        let order = [
            "Elin Sandström",
            "Stadsbyggnad Nord",
            "Anna Berglund",
            "972 31 Luleå",
            "Umeå den 9 mars 2026",
            "Gruppchef för landskap",
            "Hej Anna,",
            "När jag läste",
            "Jag berättar gärna mer",
            "Med vänliga hälsningar",
            "Bilagor: CV, Examensbevis, Tjänstgöringsintyg",
        ];
        let places = order.map(|part| {
            text.find(part)
                .unwrap_or_else(|| panic!("{}: {part} in {text}", template.name))
        });
        assert!(places.is_sorted(), "{}: {text}", template.name);
        // The sender signs.
        let signed = text.rfind("Elin Sandström").expect("is there");
        assert!(
            places[9] < signed && signed < places[10],
            "{}",
            template.name
        );
    }
}

#[test]
fn the_subject_is_a_heading_and_all_else_are_paragraphs() {
    let mut engine = engine();
    for template in template::ALL {
        let letter = example(Language::English, template);
        let cells = cells(&engine.layout(letter.shown()));
        let headings: Vec<_> = cells
            .iter()
            .filter(|(role, _)| matches!(role, Role::Heading(_)))
            .map(|(role, text)| (*role, text.as_str()))
            .collect();
        let expected = [
            (Role::Heading(1), "Hannah Okafor"),
            (Role::Heading(2), "Head of Data, reference HF-27"),
        ];
        assert_eq!(headings, expected, "{}", template.name);
        let role = |text: &str| cells.iter().find(|(_, cell)| cell == text).map(|c| c.0);
        for text in ["Harbour Ferries", "Margaret Lyle", "Dear Margaret Lyle,"] {
            assert_eq!(role(text), Some(Role::Paragraph), "{}", template.name);
        }
        // A person stands before the company in English.
        let at = |text: &str| cells.iter().position(|(_, cell)| cell == text);
        assert!(at("Margaret Lyle") < at("Harbour Ferries"));
    }
}

#[test]
fn every_field_of_a_letter_is_printed() {
    let mut engine = engine();
    for (field, shape) in SectionKind::Letter.fields() {
        let mut letter = Document::letter(Language::Swedish, usual(), None, ids());
        let mut value = marked(*shape, "ensam");
        if let Value::Lines(lines) = &mut value {
            lines[0].id = Id(500);
        }
        set(&mut letter, *field, value);
        for template in template::ALL {
            letter.template = template.for_document();
            let pages = engine.layout(letter.shown());
            lawful(&pages).unwrap_or_else(|what| panic!("{field:?}: {what}"));
            assert!(everything(&pages).contains("ensam"), "{field:?}");
        }
        assert!(*shape != Shape::Flag);
    }
}

/// A letter of two pages: its end is not alone on the second.
#[test]
fn who_signs_stands_with_what_is_signed() {
    let mut engine = engine();
    let words = "Ord som fyller raden och som ingen läser till slut. ".repeat(9);
    for template in template::ALL {
        for paragraphs in 3..14 {
            let mut letter = example(Language::Swedish, template);
            let text = vec![cv::Block::Paragraph(Inline::plain(words.trim())); paragraphs];
            set(&mut letter, Field::Body, Value::Rich(RichText(text)));
            let pages = engine.layout(letter.shown());
            lawful(&pages).unwrap_or_else(|what| panic!("{}: {what}", template.name));
            within_margins(&pages);
            assert!(pages.pages.len() <= 3);
            let closing = pages.pages.iter().find(|page| {
                let mut cells = page.rows.iter().flat_map(|row| &row.row.cells);
                cells.any(|cell| cell.text.starts_with("Med vänliga"))
            });
            let closing = closing.expect("is there");
            let text: String = closing
                .rows
                .iter()
                .flat_map(|row| &row.row.cells)
                .map(|cell| cell.text.as_str())
                .collect();
            assert!(text.contains("Ord som fyller"), "{}", template.name);
            assert!(text.contains("Elin Sandström"), "{}", template.name);
        }
    }
}

/// The letter is set in the looks of its CV, and no column is left empty beside it.
#[test]
fn a_letter_looks_as_its_cv_does() {
    let mut engine = engine();
    for template in template::ALL {
        let mut cv = sample("svensk.jsonresume");
        cv.template = template.for_document();
        let mut letter = letter_of(&cv, Id(1), None, ids());
        set(&mut letter, Field::Subject, Value::Text("Ansökan".into()));
        let (cv, letter) = (engine.layout(cv.shown()), engine.layout(letter.shown()));
        let name = |pages: &Pages| {
            let rows = &pages.pages[0].rows;
            let row = rows
                .iter()
                .find(|row| row.row.cells.iter().any(|c| c.role == Role::Heading(1)));
            let row = row.expect("is there");
            (row.x.to_bits(), row.y.to_bits(), row.row.clone())
        };
        assert_eq!(name(&cv), name(&letter), "{}", template.name);
        let first = &letter.pages[0];
        let tinted = first.grounds.iter().any(|ground| ground.height > 800.0);
        assert_eq!(tinted, template.name == "celsius", "{}", template.name);
    }
}

#[test]
fn its_title_says_what_it_is() {
    let mut engine = engine();
    let mut letter = example(Language::Swedish, template::default());
    let title =
        |engine: &mut typeset::Engine, letter: &Document| engine.layout(letter.shown()).title;
    assert_eq!(
        title(&mut engine, &letter),
        "Personligt brev – Elin Sandström"
    );
    letter.language = Language::Finnish;
    assert_eq!(title(&mut engine, &letter), "Hakemuskirje – Elin Sandström");
    letter.basics.fields.clear();
    assert_eq!(title(&mut engine, &letter), "Hakemuskirje");
}

/// A letter tells its day, whatever its CV tells of years; and one enclosure is one.
#[test]
fn its_day_and_its_enclosures_are_said_as_the_language_does() {
    let mut engine = engine();
    let mut letter = example(Language::Swedish, template::default());
    letter.design.dates = Some(DateForm::Years);
    let one = vec![Line {
        id: Id(900),
        text: Inline::plain("CV"),
    }];
    set(&mut letter, Field::Enclosures, Value::Lines(one));
    let text = everything(&engine.layout(letter.shown()));
    assert!(text.contains("Umeå den 9 mars 2026") && text.contains("Bilaga: CV"));
    letter.design.dates = Some(DateForm::Iso);
    assert!(everything(&engine.layout(letter.shown())).contains("Umeå 2026-03-09"));
    letter.language = Language::German;
    letter.design.dates = None;
    let text = everything(&engine.layout(letter.shown()));
    assert!(
        text.contains("Umeå, 9. März 2026") && text.contains("Anlage: CV"),
        "{text}"
    );
    let odd = When::Odd("i advent".into());
    set(&mut letter, Field::Date, Value::When(odd));
    assert!(everything(&engine.layout(letter.shown())).contains("Umeå, i advent"));
}

#[test]
fn one_who_signs_for_another_is_named() {
    let mut letter = example(Language::Swedish, template::default());
    let other = "Elin Sandström-Lind";
    set(&mut letter, Field::Signature, Value::Text(other.into()));
    let text = typeset::text::write(&engine().layout(letter.shown()));
    assert_eq!(text.matches("Elin Sandström").count(), 2);
    assert!(text.contains(other));
}

#[test]
fn letters_are_mirrored_where_writing_runs_leftwards() {
    let mut engine = engine();
    for template in template::ALL {
        let mut letter = example(Language::Swedish, template);
        letter.language = Language::Arabic;
        let pages = engine.layout(letter.shown());
        lawful(&pages).unwrap_or_else(|what| panic!("{}: {what}", template.name));
    }
}

/// The CV after its letter.
fn both(engine: &mut typeset::Engine, template: &Template) -> [Pages; 2] {
    let mut cv = sample("svensk.jsonresume");
    cv.template = template.for_document();
    let letter = example(Language::English, template);
    [engine.layout(letter.shown()), engine.layout(cv.shown())]
}

fn joined([letter, cv]: &[Pages; 2], options: &Options<'_>, sources: bool) -> Vec<u8> {
    let part = |pages, name| Part {
        pages,
        name,
        source: sources.then_some("{\"basics\": {\"name\": \"Somebody\"}}"),
        photo: None,
    };
    let parts = [part(letter, pdf::LETTER_NAME), part(cv, pdf::SOURCE_NAME)];
    pdf::together(&parts, &fonts(), options).expect("can be written")
}

fn contains(file: &[u8], text: &str) -> bool {
    file.windows(text.len())
        .any(|window| window == text.as_bytes())
}

#[test]
fn a_letter_and_its_cv_are_one_accessible_file() {
    let mut engine = engine();
    for template in template::ALL {
        let pages = both(&mut engine, template);
        let file = joined(&pages, &Options::default(), false);
        assert!(
            contains(&file, "<pdfuaid:part>1</pdfuaid:part>"),
            "{}",
            template.name
        );
        // The same every time.
        assert_eq!(file, joined(&pages, &Options::default(), false));
        let Some(text) = crate::pdf::poppler("pdftotext", &["-layout", "-", "-"], &file) else {
            return;
        };
        let count = pages.iter().map(|pages| pages.pages.len()).sum::<usize>();
        assert_eq!(text.matches('\u{c}').count(), count, "{}", template.name);
        let letter = text.find("Dear Margaret Lyle").expect("is there");
        let cv = text.find("Arbetslivserfarenhet").expect("is there");
        assert!(letter < cv, "{}", template.name);
        // Each counts its own pages.
        let cv_pages = pages[1].pages.len();
        let last = format!("Sida {cv_pages} av {cv_pages}");
        assert!(cv_pages == 1 || text.contains(&last), "{}", template.name);
    }
}

/// Both parts carry their data, and an archive takes them.
#[test]
fn a_file_of_both_carries_the_data_of_both() {
    let mut engine = engine();
    let pages = both(&mut engine, template::default());
    let created = Some(pdf::Moment {
        year: 2026,
        month: 11,
        day: 28,
        hour: 12,
        minute: 0,
        second: 0,
    });
    for archival in [false, true] {
        let options = Options {
            created,
            archival,
            ..Options::default()
        };
        let file = joined(&pages, &options, true);
        let names = [pdf::LETTER_NAME, pdf::SOURCE_NAME];
        assert!(names.iter().all(|name| contains(&file, name)));
        let opened = cv::import(&file, Language::English, usual(), ids()).expect("opens");
        assert_eq!(opened.document.basics.text(Field::Name), "Somebody");
    }
}

/// One document is written as it ever was.
#[test]
fn a_file_of_one_part_is_the_file_of_its_pages() {
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    let part = Part {
        pages: &pages,
        name: pdf::SOURCE_NAME,
        source: None,
        photo: None,
    };
    let one = pdf::together(&[part], &fonts(), &Options::default());
    let usual = pdf::write(&pages, &fonts(), &Options::default());
    assert_eq!(one.expect("written"), usual.expect("written"));
}

#[cfg(feature = "exports")]
mod files {
    use super::*;
    use typeset::exports::{self, Format};

    fn written(format: &str, letter: &Document) -> String {
        let format: &Format = exports::named(format).expect("is there");
        String::from_utf8(format.write(letter.shown(), None)).expect("text")
    }

    #[test]
    fn text_is_a_letter() {
        let letter = example(Language::Swedish, template::default());
        let text = written("text", &letter);
        let start = text.find("Stadsbyggnad Nord").expect("is there");
        let head = "Stadsbyggnad Nord\nAnna Berglund\nTrädgårdsgatan 6\n972 31 Luleå\n\n\
                    Umeå den 9 mars 2026\n\nGruppchef för landskap, ref. 2026-114\n\nHej Anna,\n\n";
        assert!(text[start..].starts_with(head), "{text}");
        let end = "Med vänliga hälsningar\n\nElin Sandström\n\n\
                   Bilagor: CV, Examensbevis, Tjänstgöringsintyg\n";
        assert!(text.ends_with(end), "{text}");
    }

    #[test]
    fn markdown_keeps_the_lines_of_an_address() {
        let letter = example(Language::English, template::default());
        let text = written("markdown", &letter);
        for part in [
            "Margaret Lyle\\\nHarbour Ferries\\\n2 Quayside\\\nLeith\\\n",
            "\n## Head of Data, reference HF-27\n",
            "\nYours sincerely\n\nHannah Okafor\n\nEnclosures: CV, Two references\n",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    #[test]
    fn a_web_page_is_a_letter() {
        let letter = example(Language::English, template::default());
        let page = written("html", &letter);
        assert!(page.contains("<title>Cover letter – Hannah Okafor</title>"));
        assert!(page.contains("Margaret Lyle<br>\nHarbour Ferries<br>\n"));
        assert!(page.contains("<h2 dir=\"auto\">Head of Data, reference HF-27</h2>"));
        // What one writes is text on a page, whatever it is.
        let mut bad = letter.clone();
        let text = Value::Text("<script>alert(1)</script>".into());
        set(&mut bad, Field::Subject, text.clone());
        set(&mut bad, Field::Recipient, text);
        assert!(!written("html", &bad).contains("<script"));
    }

    #[test]
    fn a_word_processor_opens_a_letter() {
        let letter = example(Language::Swedish, template::default());
        let format = exports::named("docx").expect("is there");
        let file = format.write(letter.shown(), None);
        let opened = cv::import(&file, Language::Swedish, usual(), ids()).expect("opens");
        // It is read by what it looks like: that its words are there is enough.
        let text = cv::export_shown(opened.document.shown()).json;
        assert!(text.contains("Stadsbyggnad Nord") && text.contains("Hej Anna"));
    }

    /// A letter has no place in a CV's forms, and everywhere else.
    #[test]
    fn forms_of_cvs_are_not_for_letters() {
        let suits = |kind| {
            let all = exports::ALL.iter().filter(|format| format.suits(kind));
            all.map(|format| format.name).collect::<Vec<_>>()
        };
        assert_eq!(suits(Kind::Letter), ["docx", "html", "markdown", "text"]);
        assert_eq!(suits(Kind::Cv).len(), exports::ALL.len());
    }
}

#[cfg(feature = "readback")]
#[test]
fn readers_find_every_fact_of_a_letter() {
    use typeset::readback::{Found, compare, facts};

    let mut engine = engine();
    for template in template::ALL {
        let letter = example(Language::Swedish, template);
        let pages = engine.layout(letter.shown());
        let file = pdf::write(&pages, &fonts(), &Options::default()).expect("can be written");
        let Some(text) = crate::pdf::poppler("pdftotext", &["-raw", "-", "-"], &file) else {
            return;
        };
        let lost: Vec<_> = compare(&facts(letter.shown()), &text)
            .into_iter()
            .filter(|outcome| outcome.found != Found::InOrder)
            .map(|outcome| outcome.fact.text)
            .collect();
        assert!(lost.is_empty(), "{}: {lost:?}", template.name);
    }
}
