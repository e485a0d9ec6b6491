//! What each template makes of a document, and of its owner's choices.

use cv::{Color, Column, Edit, Field, Language, Paging, SectionKind, Step, Value, apply};
use typeset::pages::{Pages, Placed, Role};
use typeset::template;

use crate::documents::{blank, engine, fonts, sample};

/// Where rows stand: the column, the place, the lines, how they start.
pub(crate) fn places(pages: &Pages) -> String {
    let mut out = String::new();
    for page in &pages.pages {
        for ground in &page.grounds {
            out.push_str(&format!(
                "ground {:.1} {:.1} {:.1} {:.1}\n",
                ground.x, ground.y, ground.width, ground.height
            ));
        }
        for placed in page.rows.iter().chain(&page.furniture) {
            let cells = placed.row.cells.iter().filter(|cell| !cell.text.is_empty());
            let cells = cells.map(|cell| {
                let start: String = cell.text.chars().take(16).collect();
                let first = cell.lines.first().and_then(|line| line.runs.first());
                let x = placed.x + cell.x + first.map_or(0.0, |run| run.x);
                let role = match cell.role {
                    Role::Heading(level) => format!("H{level} "),
                    Role::Label | Role::Number | Role::Item | Role::Paragraph => String::new(),
                };
                format!("{role}{x:.1} {}", start.trim())
            });
            let cells: Vec<String> = cells.collect();
            let column = match placed.column {
                u8::MAX => "-".to_owned(),
                column => column.to_string(),
            };
            let lines = placed.end - placed.start;
            out.push_str(&format!(
                "{column} {:6.1} {lines} {}\n",
                placed.y,
                cells.join(" | ")
            ));
        }
        out.push_str("--\n");
    }
    out
}

/// A change here moves lines in documents that people have. Do not accept it
/// without another layout version.
#[test]
fn golden_pages_of_every_template() {
    let mut engine = engine();
    for template in template::ALL {
        let mut document = sample("svensk.jsonresume");
        document.template = template.for_document();
        let places = places(&engine.layout(document.shown()));
        let file = format!(
            "{}/tests/it/golden/{}.txt",
            env!("CARGO_MANIFEST_DIR"),
            template.name
        );
        let golden = format!("{}\n{places}", template.version());
        if std::env::var_os("GOLDEN").is_some_and(|value| value == "write") {
            std::fs::write(&file, &golden).expect("can be written");
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        let differs = kept.lines().zip(golden.lines()).find(|(a, b)| a != b);
        assert!(
            kept == golden,
            "{}: {differs:?}; GOLDEN=write keeps the new pages",
            template.name
        );
    }
}

#[test]
fn every_template_writes_every_sample_for_all_readers() {
    let mut engine = engine();
    for template in template::ALL {
        let mut document = sample("02-complete-fixture.jsonresume");
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        let file = typeset::pdf::write(&pages, &fonts(), &typeset::pdf::Options::default())
            .expect("can be written");
        let mark = b"<pdfuaid:part>1</pdfuaid:part>";
        let accessible = file.windows(mark.len()).any(|window| window == mark);
        assert!(accessible, "{}", template.name);
        assert!(pages.missing.is_empty());
    }
}

#[test]
fn main_facts_are_read_before_those_of_the_side() {
    let mut document = sample("02-complete-fixture.jsonresume");
    for name in ["celsius", "berzelius"] {
        document.template = template::named(name).expect("is there").for_document();
        let text = typeset::text::write(&engine().layout(document.shown()));
        let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("{word}: {text}"));
        let order = [
            at("Jane Developer"),
            at("jane.developer@"),
            at("Experience"),
            at("References"),
            at("Skills"),
            at("Interests"),
        ];
        assert!(order.is_sorted(), "{name}: {order:?}");
    }
}

fn pages_of(document: &cv::Document) -> Pages {
    engine().layout(document.shown())
}

/// The page and the row of a section's heading.
fn heading<'a>(pages: &'a Pages, text: &str) -> (usize, &'a Placed) {
    let rows = pages.pages.iter().enumerate();
    let mut rows = rows.flat_map(|(page, of)| of.rows.iter().map(move |row| (page, row)));
    let is = |placed: &Placed| {
        let mut cells = placed.row.cells.iter();
        cells.any(|cell| cell.role == Role::Heading(2) && cell.text.trim() == text)
    };
    rows.find(|(_, row)| is(row)).expect("the heading is there")
}

fn section(document: &cv::Document, kind: SectionKind) -> cv::Id {
    let mut sections = document.sections.iter();
    sections.find(|s| s.kind == kind).expect("is there").id
}

#[test]
fn a_section_starts_on_a_new_page_if_it_is_to() {
    let mut document = sample("svensk.jsonresume");
    assert_eq!(heading(&pages_of(&document), "Utbildning").0, 0);
    let paging = Paging {
        new_page: true,
        ..Paging::default()
    };
    let education = section(&document, SectionKind::Education);
    let edit = Edit::SetSectionPaging {
        section: education,
        paging,
    };
    apply(&mut document, &edit).unwrap();
    let pages = pages_of(&document);
    let (page, row) = heading(&pages, "Utbildning");
    assert_eq!((page, row.y), (1, pages.area.top));
    // Its first entry may ask for it as well, and takes the heading along.
    let mut document = sample("svensk.jsonresume");
    let item = document.section(education).unwrap().items[0].id;
    apply(&mut document, &Edit::SetItemPaging { item, paging }).unwrap();
    assert_eq!(heading(&pages_of(&document), "Utbildning").0, 1);
}

#[test]
fn a_section_stays_together_if_it_is_to_and_can() {
    // Made so long that it goes over the end of the first page.
    let mut document = sample("02-complete-fixture.jsonresume");
    let work = section(&document, SectionKind::Work);
    let education = section(&document, SectionKind::Education);
    let spans_pages = |document: &cv::Document, id: cv::Id| {
        let pages = pages_of(document);
        let items: Vec<u64> = document
            .section(id)
            .unwrap()
            .items
            .iter()
            .map(|i| i.id.0)
            .collect();
        let on = |page: &typeset::pages::Page| {
            let cells = page.rows.iter().flat_map(|row| &row.row.cells);
            let runs = cells.flat_map(|c| &c.lines).flat_map(|l| &l.runs);
            runs.filter_map(|run| run.place)
                .any(|place| items.contains(&place.item))
        };
        pages.pages.iter().filter(|page| on(page)).count()
    };
    let kind = [work, education]
        .into_iter()
        .find(|id| spans_pages(&document, *id) == 2);
    let id = kind.expect("one of them goes over the end of a page");
    let paging = Paging {
        together: true,
        ..Paging::default()
    };
    let edit = Edit::SetSectionPaging {
        section: id,
        paging,
    };
    apply(&mut document, &edit).unwrap();
    assert_eq!(spans_pages(&document, id), 1);
}

#[test]
fn a_section_goes_into_the_column_that_its_owner_chose() {
    let mut document = sample("svensk.jsonresume");
    document.template = template::named("celsius").unwrap().for_document();
    let x = |document: &cv::Document| heading(&pages_of(document), "Språk").1.x;
    let aside = x(&document);
    let edit = Edit::SetSectionColumn {
        section: section(&document, SectionKind::Languages),
        column: Some(Column::Main),
    };
    apply(&mut document, &edit).unwrap();
    assert!(x(&document) > aside + 100.0);
}

#[test]
fn size_spacing_margins_and_colour_are_followed() {
    let mut document = sample("svensk.jsonresume");
    let usual = pages_of(&document);
    let ends = |pages: &Pages| {
        let last = pages.pages.last().and_then(|page| page.rows.last());
        pages.pages.len() as f32 * 1_000.0 + last.map_or(0.0, |row| row.y + row.height())
    };
    document.design.size = Step::new(-2).unwrap();
    document.design.spacing = Step::new(-2).unwrap();
    let tight = pages_of(&document);
    assert!(ends(&tight) < ends(&usual) - 100.0);
    document.design.margins = Step::new(2).unwrap();
    assert_eq!(pages_of(&document).area.left, usual.area.left + 14.0);
    document.design.accent = Some(Color::new(0xaa_00_33));
    let pages = pages_of(&document);
    let runs = &heading(&pages, "Profil").1.row.cells[0].lines[0].runs;
    assert_eq!(runs[0].color, 0xaa_00_33);
    document.design.fonts = Some("inter".into());
    let face = heading(&pages_of(&document), "Profil").1.row.cells[0].lines[0].runs[0].face;
    assert_eq!(face, typeset::Face::SEMI_BOLD.number());
}

#[test]
fn running_name_and_page_numbers_are_optional() {
    let mut document = sample("svensk.jsonresume");
    let running = |document: &cv::Document| {
        let pages = pages_of(document);
        assert!(pages.pages[0].furniture.is_empty());
        let furniture = pages.pages[1].furniture.iter();
        let cells = furniture.flat_map(|placed| &placed.row.cells);
        cells
            .map(|cell| cell.text.clone())
            .collect::<Vec<_>>()
            .join(" | ")
    };
    assert_eq!(
        running(&document),
        "Ingrid Åkerström Lindqvist | Sida 2 av 2"
    );
    document.design.running_name = false;
    assert_eq!(running(&document), "Sida 2 av 2");
    document.design.page_numbers = false;
    assert_eq!(running(&document), "");
}

/// A job with so many bullets, after so many lines of address.
fn job(bullets: usize, lines: usize) -> cv::Document {
    let file = serde_json::json!({ "basics": { "name": "A" }, "work": [
        { "name": "Firm", "position": "First", "summary": "One.\n\n".repeat(lines) },
        { "name": "Firm", "position": "Second", "highlights": vec!["Something"; bullets] },
        { "name": "Firm", "position": "Third" },
    ] });
    let ids = crate::documents::ids();
    let template = crate::documents::template();
    let imported = cv::import(file.to_string(), Language::English, template, ids);
    imported.expect("it is JSON Resume").document
}

#[test]
fn no_list_item_is_alone_at_a_foot_or_a_head() {
    let mut engine = engine();
    let mut parted = 0;
    for bullets in 1..7 {
        for lines in 25..48 {
            let pages = engine.layout(job(bullets, lines).shown());
            let on = |page: &typeset::pages::Page| {
                let is_item =
                    |placed: &&Placed| placed.row.cells.iter().any(|cell| cell.role == Role::Item);
                page.rows.iter().filter(is_item).count()
            };
            let counts: Vec<usize> = pages.pages.iter().map(on).filter(|n| *n > 0).collect();
            assert_eq!(counts.iter().sum::<usize>(), bullets);
            if counts.len() > 1 {
                parted += 1;
                assert!(
                    counts.iter().all(|n| *n > 1),
                    "{bullets} {lines}: {counts:?}"
                );
            }
        }
    }
    assert!(parted > 5, "{parted}");
}

#[test]
fn words_are_divided_only_where_a_line_would_end_early() {
    let text = "Samordnade förbättringsarbetet inom verksamhetsutvecklingsavdelningen och \
        informationssäkerhetsarbetet tillsammans med medarbetarrepresentanterna i \
        arbetsmiljökommittén under hela omorganisationen.";
    let mut document = blank(Language::Swedish);
    document.template = template::named("celsius").unwrap().for_document();
    let summary = section(&document, SectionKind::Summary);
    let at = document
        .sections
        .iter()
        .position(|s| s.id == summary)
        .unwrap();
    document.sections[at].column = Some(Column::Side);
    let value = Value::Rich(cv::RichText::plain(text));
    document.sections[at].items[0]
        .fields
        .insert(Field::Summary, value);
    let pages = engine().layout(document.shown());
    let rows = pages.reading();
    let cell = rows
        .flat_map(|placed| &placed.row.cells)
        .find(|cell| cell.text.contains("Samordnade"))
        .unwrap();
    let lines: Vec<String> = cell
        .lines
        .iter()
        .map(|line| {
            let text: String = line.runs.iter().flat_map(|run| run.text(cell)).collect();
            let hyphen = line.runs.last().is_some_and(|run| run.hyphen);
            format!("{}{}", text.trim_end(), if hyphen { "-" } else { "" })
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
        Samordnade förbättringsarbetet
        inom verksamhetsutvecklingsavdel-
        ningen och informationssäkerhets-
        arbetet tillsammans med
        medarbetarrepresentanterna i
        arbetsmiljökommittén under hela
        omorganisationen.
        ");
    // The words are whole for whoever reads them.
    let read = typeset::text::write(&pages);
    assert!(read.contains(text), "{read}");
    let file = typeset::pdf::write(&pages, &fonts(), &typeset::pdf::Options::default()).unwrap();
    // A reader that takes hyphens out at the ends of lines has them whole as well.
    if let Some(read) = crate::pdf::poppler("pdftotext", &["-", "-"], &file) {
        for word in text.split_whitespace() {
            assert!(read.contains(word), "{word} is not in {read}");
        }
    }
    let svg = typeset::svg::page(&pages, 0, typeset::svg::Audience::Reader, None);
    assert!(svg.contains("hy\"") && svg.contains("aria-hidden=\"true\">-</text>"));
}

#[test]
fn a_document_is_fitted_by_the_gentlest_steps() {
    let mut engine = engine();
    let mut document = sample("svensk.jsonresume");
    let own = document.design.clone();
    assert_eq!(
        engine.fit(&document, &cv::Details::default(), 2),
        Some(own.clone())
    );
    // Two thirds of a second page are more than can be made room for.
    assert_eq!(engine.fit(&document, &cv::Details::default(), 1), None);
    let kept = [
        SectionKind::Summary,
        SectionKind::Work,
        SectionKind::Education,
    ];
    for section in &mut document.sections {
        section.hidden = !kept.contains(&section.kind)
            && section.kind != SectionKind::Volunteer
            && section.kind != SectionKind::Skills;
    }
    assert_eq!(engine.layout(document.shown()).pages.len(), 2);
    let fitted = engine
        .fit(&document, &cv::Details::default(), 1)
        .expect("it can be fitted");
    assert_ne!(fitted, own);
    document.design = fitted;
    let pages = engine.layout(document.shown());
    assert_eq!((pages.pages.len(), pages.lines_after(1)), (1, 0));
}

#[test]
fn lines_that_are_single_words_are_told() {
    let mut document = sample("svensk.jsonresume");
    document.template = template::named("celsius").unwrap().for_document();
    let pages = pages_of(&document);
    let fields: Vec<&str> = pages
        .single_words()
        .iter()
        .map(|place| place.field)
        .collect();
    // "… själva har nytta / av." and one more.
    assert!(fields.contains(&"summary"), "{fields:?}");
    assert!(pages.lines_after(1) > 0);
}

#[test]
fn no_name_link_or_heading_is_divided() {
    let mut engine = engine();
    let mut divided = 0;
    for (name, template) in crate::documents::every_sample_in_every_template() {
        let mut document = sample(name);
        document.template = template.for_document();
        let pages = engine.layout(document.shown());
        for cell in pages.reading().flat_map(|placed| &placed.row.cells) {
            for line in &cell.lines {
                let Some([start, _, end]) = cell.divided(line) else {
                    continue;
                };
                divided += 1;
                let word = &cell.text[start..end];
                assert!(!matches!(cell.role, Role::Heading(_)), "{word}");
                assert!(line.runs.last().is_some_and(|run| run.link.is_none()));
                let letters = word.trim_matches(|c: char| !c.is_alphabetic());
                assert!(letters.chars().all(char::is_lowercase), "{word}");
            }
        }
    }
    assert!(divided > 10, "{divided}");
}
