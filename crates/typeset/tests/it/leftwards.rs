//! Documents that are written from right to left.

use cv::{Document, Field, Language, SectionKind, Value, When};
use proptest::prelude::*;
use typeset::pages::{Ground, Pages};
use typeset::svg::{self, Audience};
use typeset::{pdf, template};

use crate::documents::{blank, engine, fonts, sample};
use crate::{arbitrary, pages, pdf as read};

/// A CV in two scripts.
fn mixed(language: Language, words: [&str; 6]) -> Document {
    let [name, label, city, position, company, text] = words;
    let mut document = blank(language);
    let value = |text: &str| Value::Text(text.to_owned());
    for (field, text) in [
        (Field::Name, name),
        (Field::Label, label),
        (Field::City, city),
        (Field::Email, "dana@example.com"),
        (Field::Phone, "+972 54-000-0000"),
    ] {
        document.basics.fields.insert(field, value(text));
    }
    let mut ids = crate::documents::ids();
    let sections = document.sections.iter_mut();
    for section in sections.filter(|s| s.kind == SectionKind::Work) {
        for (start, end) in [("2021-03", None), ("2016", Some("2020"))] {
            let mut item = cv::Item::new(cv::Id(ids().0 + 5000));
            let date = |text: &str| When::Date(text.parse().expect("a date"));
            let end = end.map_or(When::Ongoing, date);
            item.fields.insert(Field::Position, value(position));
            item.fields.insert(Field::Name, value(company));
            item.fields.insert(Field::Location, value("Berlin"));
            let start = Value::When(date(start));
            item.fields.insert(Field::StartDate, start);
            item.fields.insert(Field::EndDate, Value::When(end));
            let rich = Value::Rich(cv::RichText::plain(text));
            item.fields.insert(Field::Summary, rich);
            section.items.push(item);
        }
    }
    document
}

fn hebrew() -> Document {
    mixed(
        Language::Hebrew,
        [
            "דנה לוי",
            "מהנדסת תוכנה",
            "חיפה",
            "ראש צוות פיתוח",
            "Nimbus",
            "הובלתי צוות של 8 מפתחים (מתוך 40) במעבר משירות יחיד לשירותים נפרדים, וקיצרתי את זמן \
             ההעלאה לאוויר מ-45 דקות ל-6 דקות. הקמתי ספריית רכיבים שמשמשת היום את כל החברה.",
        ],
    )
}

fn arabic() -> Document {
    mixed(
        Language::Arabic,
        [
            "ليلى حداد",
            "مهندسة برمجيات",
            "عمّان",
            "قائدة فريق التطوير",
            "Nimbus",
            "قدتُ فريقًا من 8 مطوّرين (من أصل 40) في الانتقال إلى خدمات مستقلة، وقلّصتُ زمن النشر \
             من 45 دقيقة إلى 6 دقائق. وأنشأتُ مكتبة مكوّنات تستعملها الشركة كلها اليوم.",
        ],
    )
}

fn set(document: &Document) -> (Pages, Vec<u8>) {
    let pages = engine().layout(document.shown());
    let file = pdf::write(&pages, &fonts(), &pdf::Options::default()).expect("can be written");
    (pages, file)
}

/// The text of each row, as it is in the document.
fn rows(pages: &Pages) -> Vec<String> {
    let rows = pages.reading().filter(|placed| placed.start == 0);
    rows.map(|placed| {
        let cells = placed.row.cells.iter().map(|cell| cell.text.trim());
        cells.collect::<Vec<_>>().join(" ")
    })
    .collect()
}

#[test]
fn words_of_a_row_are_read_as_they_are_written() {
    for mut document in [hebrew(), arabic()] {
        for template in template::ALL {
            document.template = template.for_document();
            let (pages, file) = set(&document);
            let Some(text) = read::poppler("pdftotext", &["-", "-"], &file) else {
                return;
            };
            // Poppler has its own idea of numbers, signs and vowel marks among such
            // words; the letters of each are whole, and in order.
            let mark = |c: char| ('\u{64b}'..='\u{652}').contains(&c);
            let text = text.replace(mark, "");
            for row in rows(&pages) {
                let row = row.replace(mark, "");
                let mut rest = text.as_str();
                for word in row.split(|c: char| c.is_ascii() || "–،·".contains(c)) {
                    let Some(at) = rest.find(word) else {
                        panic!("{}: {word:?} of {row:?} in {text}", template.name);
                    };
                    rest = &rest[at + word.len()..];
                }
            }
        }
    }
}

#[test]
fn files_in_letters_that_the_font_has_are_accessible() {
    for mut document in [hebrew(), arabic()] {
        document.basics.fields.remove(&Field::Email);
        for item in document.sections.iter_mut().flat_map(|s| &mut s.items) {
            item.fields.remove(&Field::Name);
            item.fields.remove(&Field::Location);
        }
        for template in template::ALL {
            document.template = template.for_document();
            let (pages, file) = set(&document);
            assert!(pages.missing.is_empty(), "{}", template.name);
            assert!(read::is_accessible(&file), "{}", template.name);
        }
    }
}

#[test]
fn a_page_starts_at_the_right() {
    let (pages, _) = set(&hebrew());
    let right = pages.area.right;
    let page = &pages.pages[0];
    let end = |text: &str, wanted: bool| {
        let cells = page
            .rows
            .iter()
            .flat_map(|p| p.row.cells.iter().map(move |c| (p, c)));
        let mut found = cells.filter(|(_, cell)| cell.text.contains(text));
        let (placed, cell) = found.next().expect("is there");
        let runs = &cell.lines[0].runs;
        let (first, last) = (&runs[0], &runs[runs.len() - 1]);
        let edge = match wanted {
            true => last.x + last.width(),
            false => first.x,
        };
        placed.x + cell.x + edge
    };
    for text in ["דנה", "ניסיון", "ראש צוות", "הובלתי"] {
        assert!((end(text, true) - right).abs() < 0.6, "{text}");
    }
    // Dates stand at the other side.
    assert!(end("היום", false) < pages.area.left + 80.0);
}

#[test]
fn fields_side_by_side_keep_their_order() {
    // Two English words would else be one run from left to right.
    let (pages, _) = set(&hebrew());
    let cells = pages.reading().flat_map(|placed| &placed.row.cells);
    let mut found = cells.filter(|cell| cell.text.contains("Nimbus · Berlin"));
    let cell = found.next();
    // Without a letter of the other direction they stand as elsewhere.
    let order = |cell: &typeset::pages::Cell| {
        let runs = cell.lines[0].runs.iter();
        runs.flat_map(|run| run.text(cell)).collect::<String>()
    };
    assert_eq!(order(cell.expect("is there")).trim(), "Nimbus · Berlin");
    let mut document = hebrew();
    for item in &mut document.sections.iter_mut().flat_map(|s| &mut s.items) {
        let place = Value::Text("Tel Aviv, ישראל".into());
        item.fields.insert(Field::Location, place);
    }
    document.template = template::named("linne").expect("is there").for_document();
    let (pages, _) = set(&document);
    let cells = pages.reading().flat_map(|placed| &placed.row.cells);
    let mut found = cells.filter(|cell| cell.text.contains("Nimbus"));
    let line = &found.next().expect("is there").lines[0];
    let x = |field: &str| {
        let mut runs = line.runs.iter();
        runs.find(|run| run.place.is_some_and(|p| p.field == field))
            .map(|run| run.x)
    };
    assert!(x("name") > x("location"), "the company is read first");
}

#[test]
fn markup_has_words_in_order_and_says_where_they_run() {
    let (pages, _) = set(&arabic());
    let page = svg::page(&pages, 0, Audience::Reader, None);
    assert!(page.contains("direction=\"rtl\""));
    assert!(page.contains(">مهندسة برمجيات</tspan></text>"), "{page}");
    assert!(!page.contains(['\u{2068}', '\u{2069}']));
    // Nothing of it on a page of the other direction.
    let pages = engine().layout(sample("svensk.jsonresume").shown());
    assert!(!svg::page(&pages, 0, Audience::Reader, None).contains("direction"));
}

#[cfg(feature = "html")]
#[test]
fn a_web_page_runs_leftwards_and_keeps_fields_apart() {
    use typeset::html::{Links, page};
    let mut document = hebrew();
    for item in document.sections.iter_mut().flat_map(|s| &mut s.items) {
        let place = Value::Text("תל אביב".into());
        item.fields.insert(Field::Location, place);
    }
    let html = page(document.shown(), &Links::default()).html;
    assert!(html.contains("<html lang=\"he\" dir=\"rtl\">"), "{html}");
    assert!(html.contains("<bdi>Nimbus</bdi>&nbsp;· <bdi>תל אביב</bdi>"));
    let html = page(sample("svensk.jsonresume").shown(), &Links::default()).html;
    assert!(html.contains("<html lang=\"sv\">") && !html.contains("<bdi>"));
}

/// Every text in Latin letters, and nothing that a language would say itself.
fn latin(document: &mut Document) {
    let plain = |text: &str, least: &str| {
        let kept = |c: &char| c.is_ascii_alphabetic() || *c == ' ';
        let text: String = text.chars().filter(kept).collect();
        match text.trim() {
            "" => least.to_owned(),
            _ => text,
        }
    };
    let items = document.sections.iter_mut().flat_map(|s| &mut s.items);
    for item in items.chain([&mut document.basics]) {
        for value in item.fields.values_mut() {
            match value {
                Value::Text(text) => *text = plain(text, "x"),
                Value::When(when) => *when = When::Date("1999".parse().expect("a date")),
                Value::Rich(rich) => *rich = cv::RichText::plain(&plain(&format!("{rich:?}"), "x")),
                Value::Lines(lines) => {
                    for line in lines {
                        let text = line.text.0.iter().map(|span| span.text.as_str());
                        let text = text.collect::<String>();
                        line.text = cv::Inline::plain(plain(&text, "x"));
                    }
                }
            }
        }
        // Their labels are words of the language.
        for field in [
            Field::Score,
            Field::Courses,
            Field::Keywords,
            Field::Enclosures,
        ] {
            item.fields.remove(&field);
        }
    }
    for section in &mut document.sections {
        let heading = section.heading.take().unwrap_or_default();
        section.heading = Some(plain(&heading, "Heading"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_page_in_latin_letters_is_the_mirror_image(
        document in arbitrary::document(),
        template in 0..template::ALL.len(),
    ) {
        let mut document = document;
        latin(&mut document);
        document.template = template::ALL[template].for_document();
        // A template's own fonts and italics would give way in Hebrew.
        let fonts = document.design.fonts.take();
        let known = fonts.filter(|name| template::PAIRS.iter().any(|pair| pair.name == name));
        document.design.fonts = Some(known.unwrap_or_else(|| "garamond".to_owned()));
        // Without patterns: no word is divided in Hebrew.
        let mut engine = engine();
        document.language = Language::Romanian;
        let usual = engine.layout(document.shown());
        document.language = Language::Hebrew;
        let mirrored = engine.layout(document.shown());
        prop_assert_eq!(pages::lawful(&mirrored), Ok(()));
        prop_assert_eq!(usual.pages.len(), mirrored.pages.len());
        let same = |a: f32, b: f32| (a - b).abs() < 0.05;
        for (a, b) in usual.pages.iter().zip(&mirrored.pages) {
            prop_assert_eq!(a.rows.len(), b.rows.len());
            for (a, b) in a.rows.iter().zip(&b.rows) {
                prop_assert_eq!((a.key, a.start, a.end), (b.key, b.start, b.end));
                prop_assert!(same(a.y, b.y) && same(a.x, usual.width - b.x));
                prop_assert_eq!(a.row.breaks, b.row.breaks);
                for (a, b) in a.row.cells.iter().zip(&b.row.cells) {
                    prop_assert!(same(a.x, -b.x - b.width));
                }
            }
            for (a, b) in a.grounds.iter().zip(&b.grounds) {
                let Ground { x, width, .. } = *b;
                prop_assert!(same(a.x, usual.width - x - width) && same(a.width, width));
            }
        }
    }
}
