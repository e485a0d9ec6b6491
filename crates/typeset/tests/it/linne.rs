//! What Linné prints: every field, in a known look.

use cv::{Document, Field, Item, Language, Section, SectionKind, Shape, Value, When};
use typeset::Pages;
use typeset::pages::Role;

use crate::documents::{self, Place, SAMPLES, blank, engine, ids, marked, populated, sample};

/// Text and link targets of all pages.
pub(crate) fn everything(pages: &Pages) -> String {
    let rows = pages.pages.iter().flat_map(|page| &page.rows);
    rows.flat_map(|placed| &placed.row.cells)
        .flat_map(|cell| {
            let links = cell.links.iter().map(|link| link.target.as_str());
            std::iter::once(cell.text.as_str()).chain(links)
        })
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_field_of_every_section_is_printed() {
    let (document, marks) = populated();
    let printed = everything(&engine().layout(document.shown()));
    let lost: Vec<&String> = marks
        .iter()
        // Photographs are not printed yet.
        .filter(|(place, mark)| *place != Place::Basics(Field::Image) && !printed.contains(mark))
        .map(|(_, mark)| mark)
        .collect();
    assert!(lost.is_empty(), "not printed: {lost:?}");
    assert!(marks.len() > 70, "{}", marks.len());
}

#[test]
fn one_field_alone_is_printed() {
    // Whatever an item lacks, what it has is there: 05 has holes everywhere.
    let mut engine = engine();
    for kind in SectionKind::ALL {
        let fields = kind.fields().iter();
        for (field, shape) in fields.filter(|(_, shape)| *shape != Shape::Flag) {
            let mut document = blank(Language::Swedish);
            document.sections.push(Section::new(cv::Id(499), kind));
            let section = document
                .sections
                .iter_mut()
                .find(|s| s.kind == kind)
                .unwrap();
            let mut item = Item::new(cv::Id(500));
            let mut value = marked(*shape, "ensam");
            if let Value::Lines(lines) = &mut value {
                lines[0].id = cv::Id(501);
            }
            item.fields.insert(*field, value);
            section.items = vec![item];
            let pages = engine.layout(document.shown());
            assert!(everything(&pages).contains("ensam"), "{kind:?} {field:?}");
        }
    }
}

#[test]
fn what_is_hidden_is_not_printed() {
    let mut engine = engine();
    let mut document = sample("02-complete-fixture.jsonresume");
    let before = everything(&engine.layout(document.shown()));
    for section in &mut document.sections {
        if section.kind == SectionKind::Work {
            section.items[0].hidden = true;
        }
        section.hidden = section.kind == SectionKind::Awards;
    }
    let after = everything(&engine.layout(document.shown()));
    for gone in ["TechCorp Inc", "Hackathon Winner"] {
        assert!(before.contains(gone) && !after.contains(gone), "{gone}");
    }
}

fn dates(language: Language, start: &str, end: Option<When>) -> String {
    let mut document = blank(language);
    let section = document
        .sections
        .iter_mut()
        .find(|s| s.kind == SectionKind::Work)
        .expect("is there");
    let mut item = Item::new(cv::Id(500));
    if !start.is_empty() {
        let start = When::Date(start.parse().expect("is a date"));
        item.fields.insert(Field::StartDate, Value::When(start));
    }
    if let Some(end) = end {
        item.fields.insert(Field::EndDate, Value::When(end));
    }
    section.items = vec![item];
    let pages = engine().layout(document.shown());
    pages.pages[0].rows[1].row.cells[1].text.clone()
}

#[test]
fn dates_are_written_as_the_language_does() {
    let date = |text: &str| Some(When::Date(text.parse().unwrap()));
    let odd = Some(When::Odd("omkring jul".into()));
    let all = [
        dates(Language::Swedish, "2021-03", Some(When::Ongoing)),
        dates(Language::English, "2021-03", Some(When::Ongoing)),
        dates(Language::Swedish, "1995", date("2000")),
        dates(Language::English, "2019-06-01", date("2021-02-28")),
        dates(Language::Swedish, "2019-12", odd),
        dates(Language::Swedish, "2019-12", None),
        dates(Language::English, "", date("2020")),
    ];
    insta::assert_snapshot!(all.join("\n"), @r"
        mars 2021 – pågående
        Mar 2021 – present
        1995–2000
        1 Jun 2019 – 28 Feb 2021
        dec 2019 – omkring jul
        dec 2019
        2020
        ");
}

/// Where rows stand: the place, what they are, how they start.
fn facts(pages: &Pages) -> String {
    let mut out = String::new();
    for page in &pages.pages {
        for placed in page.rows.iter().chain(&page.furniture) {
            let cells = placed.row.cells.iter().map(|cell| {
                let start: String = cell.text.chars().take(24).collect();
                let x = cell
                    .lines
                    .first()
                    .and_then(|l| l.runs.first())
                    .map_or(0.0, |r| r.x);
                let role = match cell.role {
                    Role::Heading(level) => format!("H{level}"),
                    role => format!("{role:?}"),
                };
                format!("{role} {:.1} {start:?}", placed.x + cell.x + x)
            });
            let cells: Vec<String> = cells.collect();
            let lines = format!("{}..{}", placed.start, placed.end);
            out.push_str(&format!("{:6.1} {lines} {}\n", placed.y, cells.join(" | ")));
        }
        out.push_str("--\n");
    }
    out
}

/// Golden pages: a change here moves lines in documents that people have. Do
/// not accept it without another layout version.
#[test]
fn golden_swedish() {
    insta::assert_snapshot!(facts(&engine().layout(sample("svensk.jsonresume").shown())), @r#"
          52.0 0..1 H1 62.0 "Ingrid Åkerström Lindqvi"
          87.0 0..1 Paragraph 62.0 "Verksamhetsutvecklare in"
         110.5 0..1 Paragraph 62.0 "ingrid.akerstrom@example"
         123.9 0..1 Paragraph 62.0 "LinkedIn ingridakerstrom"
         157.3 0..1 H2 62.0 "Profil"
         179.3 0..3 Paragraph 62.0 "Legitimerad sjukskötersk"
         223.3 0..2 Paragraph 62.0 "Söker en roll där kvalit"
         270.5 0..1 H2 62.0 "Arbetslivserfarenhet"
         292.5 0..1 H3 62.0 "Verksamhetsutvecklare " | Paragraph 437.9 "mars 2021 – pågående"
         306.5 0..1 Paragraph 62.0 "Region Sörmland · Eskils"
         322.9 0..2 Paragraph 62.0 "Leder införandet av geme"
         353.1 0..1 Label 63.0 "• " | Item 74.0 "Kortade väntetiden till "
         367.9 0..2 Label 63.0 "• " | Item 74.0 "Införde digital signerin"
         396.3 0..2 Label 63.0 "• " | Item 74.0 "Handleder sex verksamhet"
         433.0 0..1 H3 62.0 "Avdelningschef " | Paragraph 446.1 "sep 2016 – feb 2021"
         447.0 0..1 Paragraph 62.0 "Mälarsjukhuset · Eskilst"
         463.2 0..1 Label 63.0 "• " | Item 74.0 "Ansvar för 46 medarbetar"
         478.0 0..1 Label 63.0 "• " | Item 74.0 "Sänkte personalomsättnin"
         501.1 0..1 H3 62.0 "Sjuksköterska " | Paragraph 483.8 "2011–2016"
         515.1 0..1 Paragraph 62.0 "Akademiska sjukhuset · U"
         531.5 0..1 Paragraph 62.0 "Akutmottagning och inter"
         565.1 0..1 H2 62.0 "Utbildning"
         587.1 0..1 H3 62.0 "Magisterexamen, Hälso- o" | Paragraph 444.6 "aug 2014 – juni 2016"
         601.1 0..1 Paragraph 62.0 "Uppsala universitet · Be"
         616.9 0..1 Paragraph 62.0 "Kurser: Förbättringskuns"
         639.6 0..1 H3 62.0 "Kandidatexamen, Omvårdna" | Paragraph 483.8 "2008–2011"
         653.6 0..1 Paragraph 62.0 "Mälardalens högskola"
         686.8 0..1 H2 62.0 "Ideellt arbete"
         708.8 0..1 H3 62.0 "Gruppledare " | Paragraph 446.1 "jan 2018 – pågående"
         722.8 0..1 Paragraph 62.0 "Röda Korset"
         739.2 0..1 Paragraph 62.0 "Leder första hjälpen-gru"
        --
          52.0 0..1 H2 62.0 "Kompetenser"
          74.0 0..1 Paragraph 62.0 "Ledning " | Paragraph 202.0 "Lean, förändringsledning"
          90.6 0..1 Paragraph 62.0 "System " | Paragraph 202.0 "Mycket god · Cosmic, Pow"
         124.2 0..1 H2 62.0 "Språk"
         146.2 0..1 Paragraph 62.0 "svenska " | Paragraph 202.0 "modersmål"
         162.8 0..1 Paragraph 62.0 "engelska " | Paragraph 202.0 "flytande"
         179.4 0..1 Paragraph 62.0 "finska " | Paragraph 202.0 "grundläggande"
         213.0 0..1 H2 62.0 "Certifikat"
         235.0 0..1 H3 62.0 "Legitimation som sjukskö"
         251.8 0..1 H3 62.0 "Körkort B · 2006"
         285.4 0..1 H2 62.0 "Intressen"
         307.4 0..1 Paragraph 62.0 "Segling " | Paragraph 202.0 "Folkbåt, kappsegling"
         324.0 0..1 Paragraph 62.0 "Körsång"
         357.6 0..1 H2 62.0 "Referenser"
         379.6 0..1 H3 62.0 "Referenser"
         396.8 0..1 Paragraph 62.0 "Lämnas gärna på begäran."
         799.9 0..1 Paragraph 62.0 "Ingrid Åkerström Lindqvi" | Paragraph 492.5 "Sida 2 av 2"
        --
        "#);
}

#[test]
fn no_line_ends_in_a_separator() {
    for name in SAMPLES {
        let pages = engine().layout(sample(name).shown());
        let rows = pages.pages.iter().flat_map(|page| &page.rows);
        for cell in rows.flat_map(|placed| &placed.row.cells) {
            for line in &cell.lines {
                let text: String = line.runs.iter().flat_map(|run| run.text(cell)).collect();
                let text = text.trim();
                assert!(
                    !text.ends_with('·') && !text.starts_with('·'),
                    "{name}: {text}"
                );
            }
        }
    }
}

#[test]
fn golden_complete_fixture() {
    let pages = engine().layout(sample("02-complete-fixture.jsonresume").shown());
    insta::assert_snapshot!(format!("{} pages, breaks {}", pages.pages.len(), pages.fingerprint()), @"3 pages, breaks ac6a3f1a93d42a87");
}

#[test]
fn letter_paper_is_wider_and_shorter() {
    let mut document: Document = sample("svensk.jsonresume");
    document.paper = cv::Paper::Letter;
    let pages = engine().layout(document.shown());
    assert_eq!((pages.width, pages.height), (612.0, 792.0));
    let right = pages.pages[0]
        .rows
        .iter()
        .find_map(|placed| placed.row.cells.get(1));
    let right = right.map(|cell| cell.x + cell.width).unwrap();
    assert!((right - (612.0 - 124.0)).abs() < 0.1, "{right}");
}

#[test]
fn a_word_that_no_column_holds_is_not_torn() {
    let file = r#"{ "skills": [
        { "name": "Informationssäkerhetsarbete", "level": "Mycket god" },
        { "name": "Lean", "level": "God" }
    ] }"#;
    let imported = cv::import(file, Language::Swedish, documents::template(), ids());
    let pages = engine().layout(imported.expect("it is JSON Resume").document.shown());
    let cells = pages.pages[0]
        .rows
        .iter()
        .flat_map(|placed| &placed.row.cells);
    let cell = cells
        .clone()
        .find(|cell| cell.text.contains("arbete"))
        .unwrap();
    assert_eq!(cell.lines.len(), 1);
    assert_eq!(cell.text.trim(), "Informationssäkerhetsarbete · Mycket god");
    // The others of its section stand as it does.
    let other = "Lean · God";
    assert!(cells.into_iter().any(|cell| cell.text.trim() == other));
}

#[test]
fn only_one_number_is_dialled() {
    let links = |phone: &str| {
        let file = serde_json::json!({ "basics": { "name": "A", "phone": phone } });
        let imported = cv::import(
            file.to_string(),
            Language::English,
            documents::template(),
            ids(),
        );
        let pages = engine().layout(imported.expect("it is JSON Resume").document.shown());
        let cells = pages.pages[0]
            .rows
            .iter()
            .flat_map(|placed| &placed.row.cells);
        cells
            .flat_map(|cell| &cell.links)
            .map(|link| link.target.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(links("+46 (0)70-123 45 67"), ["tel:+46701234567"]);
    assert_eq!(links("070-123 45 67 / 08-123 456 78"), [""; 0]);
    assert_eq!(links("1-800-FLOWERS"), [""; 0]);
}

#[test]
fn no_line_starts_with_a_separator_however_wide_its_parts() {
    for chars in 1..90 {
        let file = serde_json::json!({ "work": [{
            "name": "n".repeat(chars),
            "position": "P",
            "location": "Luleå",
            "description": "Konsultbolag inom landskap, trafik och vatten i hela norra Sverige",
        }] });
        let imported = cv::import(
            file.to_string(),
            Language::Swedish,
            documents::template(),
            ids(),
        );
        let pages = engine().layout(imported.expect("it is JSON Resume").document.shown());
        for cell in pages.pages[0]
            .rows
            .iter()
            .flat_map(|placed| &placed.row.cells)
        {
            for line in &cell.lines {
                let text: String = line.runs.iter().flat_map(|run| run.text(cell)).collect();
                assert!(!text.trim_start().starts_with('·'), "{chars}: {text}");
                assert!(line.runs.first().is_none_or(|run| run.x < 80.0));
            }
        }
    }
}
