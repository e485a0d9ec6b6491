//! What an owner chooses of how things are written: icons, dates, levels.

use cv::{DateForm, Document, Field, Language, LevelDisplay, SectionKind, Value};
use typeset::icons::{Gauge, GaugeForm, Icon};
use typeset::pages::{Cell, Pages};
use typeset::svg::{self, Audience};
use typeset::{pdf, template};

use crate::documents::{engine, fonts, ids, sample, template};

fn cells(pages: &Pages) -> impl Iterator<Item = &Cell> {
    pages.reading().flat_map(|placed| &placed.row.cells)
}

fn icons(pages: &Pages) -> Vec<Icon> {
    let runs = cells(pages).flat_map(|cell| &cell.lines);
    let runs = runs.flat_map(|line| &line.runs);
    runs.filter_map(|run| run.icon).collect()
}

fn gauges(pages: &Pages) -> Vec<(&str, Gauge)> {
    let cells = cells(pages);
    cells
        .filter_map(|cell| Some((cell.text.as_str(), cell.gauge?)))
        .collect()
}

fn dated(form: Option<DateForm>) -> String {
    let file = r#"{ "work": [
        { "name": "A", "startDate": "2016-09", "endDate": "2021-02-14" },
        { "name": "B", "startDate": "2020-01", "endDate": "2020-05" },
        { "name": "C", "startDate": "2011", "endDate": "2016" },
        { "name": "D", "startDate": "2021-03" },
        { "name": "E", "startDate": "soon" }
    ] }"#;
    let imported = cv::import(file, Language::Swedish, template(), ids());
    let mut document = imported.expect("it is JSON Resume").document;
    document.design.dates = form;
    let text = typeset::text::write(&engine().layout(document.shown()));
    // The dates stand behind the names.
    let lines = text.lines().filter(|line| line.contains("  "));
    let dates = lines.filter_map(|line| line.split_once("  "));
    dates
        .map(|(_, dates)| format!("{}\n", dates.trim()))
        .collect()
}

#[test]
fn dates_are_written_as_their_owner_chose() {
    let mut out = String::new();
    for form in DateForm::ALL {
        out.push_str(&format!("{form:?}\n{}", dated(Some(form))));
    }
    insta::assert_snapshot!(out, @r"
    Short
    sep 2016 – 14 feb 2021
    jan 2020 – maj 2020
    2011–2016
    mars 2021 – pågående
    soon
    Long
    september 2016 – 14 februari 2021
    januari 2020 – maj 2020
    2011–2016
    mars 2021 – pågående
    soon
    Iso
    2016-09 – 2021-02-14
    2020-01 – 2020-05
    2011–2016
    2021-03 – pågående
    soon
    Slash
    09/2016 – 02/2021
    01/2020 – 05/2020
    2011–2016
    03/2021 – pågående
    soon
    Years
    2016–2021
    2020
    2011–2016
    2021 – pågående
    soon
    ");
    assert_eq!(dated(None), dated(Some(DateForm::Short)));
}

#[test]
fn icons_stand_before_the_ways_to_reach_a_person() {
    let mut engine = engine();
    for template in template::ALL {
        let mut document = sample("svensk.jsonresume");
        document.template = template.for_document();
        let plain = engine.layout(document.shown());
        document.design.icons = Some(false);
        assert_eq!(engine.layout(document.shown()), plain);
        assert_eq!(icons(&plain), []);
        document.design.icons = Some(true);
        let pages = engine.layout(document.shown());
        let all = [
            Icon::Mail,
            Icon::Phone,
            Icon::Web,
            Icon::Place,
            Icon::Profile,
            Icon::Code,
        ];
        assert_eq!(icons(&pages), all, "{}", template.name);
        // They are no words.
        assert_eq!(
            typeset::text::write(&pages),
            typeset::text::write(&plain),
            "{}",
            template.name
        );
        let page = svg::page(&pages, 0, Audience::Reader, None);
        assert_eq!(page.matches("<path aria-hidden=\"true\"").count(), 6);
        let file = pdf::write(&pages, &fonts(), &pdf::Options::default()).expect("can be written");
        let mark = b"<pdfuaid:part>1</pdfuaid:part>";
        assert!(file.windows(mark.len()).any(|window| window == mark));
    }
}

fn with_levels(display: Option<LevelDisplay>) -> Document {
    let mut document = sample("svensk.jsonresume");
    document.design.levels = display;
    let languages = SectionKind::Languages;
    let section = document.sections.iter_mut().find(|s| s.kind == languages);
    let item = &mut section.expect("is there").items[2];
    // One that nobody knows how far it goes.
    let value = Value::Text("från semestern".into());
    item.fields.insert(Field::Fluency, value);
    document
}

#[test]
fn levels_that_are_known_are_drawn_and_said() {
    let mut engine = engine();
    for template in template::ALL {
        for (display, form) in [
            (LevelDisplay::Dots, GaugeForm::Dots),
            (LevelDisplay::Bar, GaugeForm::Bar),
        ] {
            let mut document = with_levels(Some(display));
            document.template = template.for_document();
            let pages = engine.layout(document.shown());
            let drawn: Vec<(&str, u8)> = gauges(&pages)
                .into_iter()
                .map(|(word, gauge)| {
                    assert_eq!(gauge.form, form);
                    (word, gauge.level)
                })
                .collect();
            let expected = [("Mycket god", 4), ("modersmål", 5), ("flytande", 4)];
            assert_eq!(drawn, expected, "{}", template.name);
            let text = typeset::text::write(&pages);
            assert!(text.contains("från semestern"), "{text}");
            let file =
                pdf::write(&pages, &fonts(), &pdf::Options::default()).expect("can be written");
            if let Some(read) = crate::pdf::poppler("pdftotext", &["-", "-"], &file) {
                for word in ["Mycket god", "modersmål", "flytande", "från semestern"] {
                    assert!(read.contains(word), "{word}, {}: {read}", template.name);
                }
            }
            let drawn = (0..pages.pages.len())
                .map(|index| svg::page(&pages, index, Audience::Editor, None))
                .collect::<String>();
            assert!(drawn.contains("role=\"img\" aria-label=\"modersmål\" data-place="));
        }
    }
}

#[test]
fn levels_may_stay_words_or_not_be_shown() {
    let mut engine = engine();
    let plain = engine.layout(with_levels(None).shown());
    assert_eq!(
        engine.layout(with_levels(Some(LevelDisplay::Words)).shown()),
        plain
    );
    assert_eq!(gauges(&plain), []);
    let hidden = with_levels(Some(LevelDisplay::None));
    let text = typeset::text::write(&engine.layout(hidden.shown()));
    for word in ["Mycket god", "modersmål", "från semestern"] {
        assert!(!text.contains(word), "{text}");
    }
    assert!(text.contains("engelska"));
}

#[test]
fn a_gauge_reaches_as_far_as_its_level() {
    let gauge = |form, level| Gauge {
        form,
        level,
        size: 10.0,
        color: 1,
        rest: 2,
    };
    for level in 0..=9 {
        let dots = gauge(GaugeForm::Dots, level).pills();
        assert_eq!(dots.len(), 5);
        let reached = dots.iter().filter(|dot| dot.color == 1).count();
        assert_eq!(reached, usize::from(level.min(5)));
        let end = dots.last().map(|dot| dot.x + dot.width);
        let width = gauge(GaugeForm::Dots, level).width();
        assert!((end.expect("five dots") - width).abs() < 0.01);
        let bar = gauge(GaugeForm::Bar, level).pills();
        assert!(bar.iter().all(|part| part.width <= width + 0.01));
    }
}

#[test]
fn drawings_stay_on_their_square() {
    use typeset::icons::{Pen, SIDE};
    for icon in Icon::ALL {
        let mut open = false;
        for step in icon.strokes() {
            let points: &[f32] = match step {
                Pen::To(x, y) | Pen::Line(x, y) => &[*x, *y],
                Pen::Curve(a, b, c, d, x, y) => &[*a, *b, *c, *d, *x, *y],
                Pen::Close => &[],
            };
            assert!(points.iter().all(|at| (0.6..=SIDE - 0.6).contains(at)));
            // A path begins somewhere.
            open |= matches!(step, Pen::To(..));
            assert!(open, "{icon:?}");
        }
    }
}
