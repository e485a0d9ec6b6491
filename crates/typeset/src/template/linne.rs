//! "Linné": one column, calm and editorial.
//!
//! A serif for the name and the headings, one accent colour, dates in a column
//! of their own at the right, prose in a narrower measure so that its lines
//! stay short and the dates free. Everything is real text in reading order: no
//! spaced-out letters, no capitals that are not in the text.

use cv::{Field, Paper, SectionKind, Shown, ShownSection};
use texts::{Lang, document as words};

use super::Template;
use super::content::{self, Body, Entry, Part, Text};
use super::spans::{cell, dotted, separator, space, span, spans};
use crate::fonts::Face;
use crate::layout::input::{
    Align, Cell, Flow, Form, Furniture, Pt, Row, Rule, Sheet, Span, Style, key, pt,
};
use crate::pages::Role;

pub(super) const TEMPLATE: Template = Template {
    name: "linne",
    title: "Linné",
    revision: 1,
    sheet,
};

const INK: u32 = 0x1b_24_26;
const MUTED: u32 = 0x58_65_68;
const ACCENT: u32 = 0x1d_55_61;
const HAIRLINE: u32 = 0xc8_d3_d4;

const NAME: Style = style(Face::Display, 28.0, INK);
const LABEL: Style = style(Face::Regular, 11.0, ACCENT);
const CONTACT: Style = style(Face::Regular, 8.7, INK);
const HEADING: Style = style(Face::Display, 13.5, ACCENT);
const TITLE: Style = style(Face::SemiBold, 9.6, INK);
const DATES: Style = Style {
    tabular: true,
    ..style(Face::Regular, 8.7, MUTED)
};
const DETAIL: Style = style(Face::Regular, 9.0, MUTED);
const BODY: Style = style(Face::Regular, 9.2, INK);
const RUNNING: Style = style(Face::Regular, 7.8, MUTED);

const MARGIN: Pt = pt(62.0);
const GUTTER: Pt = pt(14.0);
/// The width that dates may take before they wrap, and that of a character of
/// theirs at most: titles get what dates leave.
const DATES_WIDTH: Pt = pt(132.0);
const DATES_CHAR: Pt = pt(5.7);
/// A text of one or two letters may be wider than digits are.
const DATES_LEAST: Pt = pt(24.0);
/// How much narrower than the column prose is set.
const INSET: Pt = pt(58.0);
/// Where the text of a list item starts, and the left column of a grid ends.
const HANG: Pt = pt(12.0);
const GRID: Pt = pt(140.0);
/// Letters of a word that surely fit into the left column.
const GRID_WORD: usize = 20;

const fn style(face: Face, size: f64, color: u32) -> Style {
    Style {
        face,
        size: pt(size),
        color,
        tabular: false,
    }
}

/// How the entries of a section stand.
pub(crate) enum Manner {
    /// Title and dates, details below, then text.
    Entries,
    /// Title, details and date in one line, then text.
    Compact,
    /// A word at the left, what there is to say of it at the right.
    Grid,
}

pub(crate) fn manner(kind: SectionKind) -> Manner {
    match kind {
        SectionKind::Summary
        | SectionKind::Work
        | SectionKind::Education
        | SectionKind::Projects
        | SectionKind::Volunteer
        | SectionKind::References => Manner::Entries,
        SectionKind::Certificates | SectionKind::Publications | SectionKind::Awards => {
            Manner::Compact
        }
        SectionKind::Profiles
        | SectionKind::Skills
        | SectionKind::Languages
        | SectionKind::Interests => Manner::Grid,
    }
}

fn sheet(shown: Shown<'_>) -> Sheet<'_> {
    let lang = content::lang(shown.language());
    let (width, height) = match shown.paper() {
        Paper::A4 => (pt(595.28), pt(841.89)),
        Paper::Letter => (pt(612.0), pt(792.0)),
    };
    let form = Form {
        width,
        height,
        left: MARGIN,
        right: MARGIN,
        top: pt(52.0),
        bottom: pt(58.0),
    };
    let name = content::one_line(shown.basics().text(Field::Name), " ");
    let title = match name.as_ref() {
        "" => words::title(lang).to_owned(),
        name => words::title_of(lang, name),
    };
    let mut linne = Linne {
        lang,
        column: width - MARGIN * 2,
        rows: Vec::new(),
    };
    linne.header(shown);
    for section in shown.sections().filter(|s| !in_header(*s)) {
        linne.section(section);
    }
    let column = linne.column;
    let running = name.clone();
    Sheet {
        form,
        language: shown.language().tag(),
        title,
        author: name.into_owned(),
        rows: linne.rows,
        furniture: Box::new(move |page, pages| {
            furniture(&running, lang, column, height, page, pages)
        }),
    }
}

/// Profiles stand with the other ways to reach a person, unless their owner
/// gave them a heading of their own.
pub(crate) fn in_header(section: ShownSection<'_>) -> bool {
    section.kind() == SectionKind::Profiles && section.heading().is_none()
}

/// From the second page: whose page this is, and which.
fn furniture<'a>(
    name: &str,
    lang: Lang,
    column: Pt,
    height: Pt,
    page: usize,
    pages: usize,
) -> Furniture<'a> {
    if page == 1 {
        return Vec::new();
    }
    let number = words::page_of(lang, page as u64, pages as u64);
    let span = |text: String| vec![span(Text::new(text.into(), None), RUNNING)];
    let half = Pt(column.0 / 2);
    let row = Row {
        leading: pt(12.0),
        cells: vec![
            cell(Role::Paragraph, pt(0.0), half, span(name.to_owned())),
            Cell {
                align: Align::End,
                ..cell(Role::Paragraph, half, half, span(number))
            },
        ],
        rule: None,
        begins: true,
        begins_list: false,
    };
    let flow = Flow {
        key: key(page as u64, u64::MAX),
        before: pt(0.0),
        after: pt(0.0),
        keep: false,
        row,
    };
    vec![(height - pt(42.0), flow)]
}

struct Linne<'a> {
    lang: Lang,
    column: Pt,
    rows: Vec<Flow<'a>>,
}

/// The numbers of rows within an item, for their keys. What follows the named
/// ones are paragraphs and list items, counted from [`slot::BODY`].
mod slot {
    pub(super) const HEAD: u64 = 0;
    pub(super) const DETAIL: u64 = 1;
    pub(super) const CONTACT: u64 = 2;
    pub(super) const PROFILES: u64 = 3;
    pub(super) const BODY: u64 = 16;
}

impl<'a> Linne<'a> {
    fn header(&mut self, shown: Shown<'a>) {
        let basics = shown.basics();
        let line = |field| Text::of(basics, field, content::one_line(basics.text(field), " "));
        let id = basics.id().0;
        self.plain(
            key(id, slot::HEAD),
            Role::Heading(1),
            pt(34.0),
            vec![span(line(Field::Name), NAME)],
        )
        .after = pt(1.0);
        self.plain(
            key(id, slot::DETAIL),
            Role::Paragraph,
            pt(16.5),
            vec![span(line(Field::Label), LABEL)],
        )
        .after = pt(7.0);

        let contact = dotted(content::contact(basics), CONTACT, MUTED);
        self.plain(key(id, slot::CONTACT), Role::Paragraph, pt(13.4), contact);
        let mut profiles = Vec::new();
        for section in shown.sections().filter(|s| in_header(*s)) {
            for item in section.items() {
                profiles.push(content::profile(item, self.lang));
            }
        }
        let profiles = dotted(profiles, CONTACT, MUTED);
        self.plain(key(id, slot::PROFILES), Role::Paragraph, pt(13.4), profiles);
        for flow in &mut self.rows {
            flow.row.begins = true;
        }
    }

    fn section(&mut self, section: ShownSection<'a>) {
        let heading = span(content::heading(section, self.lang), HEADING);
        let rule = Rule {
            above: pt(7.0),
            width: self.column,
            thickness: pt(0.6),
            color: HAIRLINE,
        };
        let flow = self.plain(
            key(section.id().0, slot::HEAD),
            Role::Heading(2),
            pt(18.0),
            vec![heading],
        );
        flow.before = pt(20.0);
        flow.after = pt(4.0);
        flow.keep = true;
        flow.row.begins = true;
        flow.row.rule = Some(rule);
        for (index, item) in section.items().enumerate() {
            let entry = content::entry(section.kind(), item, self.lang);
            let first = self.rows.len();
            match manner(section.kind()) {
                Manner::Entries => self.entry(item.id().0, entry),
                Manner::Compact => self.compact(item.id().0, entry),
                Manner::Grid => self.grid(item.id().0, entry),
            }
            if let Some(row) = self.rows.get_mut(first) {
                row.row.begins = true;
                if index == 0 {
                    row.before = pt(0.0);
                }
            }
        }
    }

    fn entry(&mut self, id: u64, entry: Entry<'a>) {
        let mut parts = entry.parts.into_iter();
        let title = spans(parts.next().unwrap_or_default(), TITLE);
        let details = dotted(parts.collect(), DETAIL, MUTED);
        let more = !details.is_empty() || !entry.body.is_empty();
        self.head(id, title, entry.dates, more);
        let keep = !entry.body.is_empty();
        let flow = self.plain(key(id, slot::DETAIL), Role::Paragraph, pt(13.2), details);
        flow.keep = keep;
        flow.after = pt(2.0);
        self.body(id, entry.body);
    }

    /// Dates stand with the details here: a column of short lines with dates far
    /// at the right is read column by column by programs that guess at order.
    fn compact(&mut self, id: u64, entry: Entry<'a>) {
        let mut parts = entry.parts.into_iter();
        let title = spans(parts.next().unwrap_or_default(), TITLE);
        let mut rest: Vec<Part<'a>> = parts.collect();
        rest.push(entry.dates);
        let more = !entry.body.is_empty();
        let mut line = title;
        let details = dotted(rest, DETAIL, MUTED);
        if !line.is_empty() && !details.is_empty() {
            line.push(separator(DETAIL, MUTED));
        }
        line.extend(details);
        let flow = self.plain(key(id, slot::HEAD), Role::Heading(3), pt(13.6), line);
        flow.before = if more { pt(7.0) } else { pt(3.2) };
        flow.keep = more;
        self.body(id, entry.body);
    }

    /// A title at the left, dates at the right.
    fn head(&mut self, id: u64, mut title: Vec<Span<'a>>, dates: Part<'a>, keep: bool) {
        let chars: usize = dates.iter().map(|text| text.text.chars().count()).sum();
        let wide = DATES_CHAR * i32::try_from(chars).unwrap_or(i32::MAX).min(100);
        let room = wide.clamp(DATES_LEAST, DATES_WIDTH);
        let dates = spans(dates, DATES);
        let width = if dates.is_empty() {
            self.column
        } else {
            self.column - room - GUTTER
        };
        if !title.is_empty() && !dates.is_empty() {
            title.push(space(TITLE));
        }
        let mut cells = vec![cell(Role::Heading(3), pt(0.0), width, title)];
        if !dates.is_empty() {
            cells.push(Cell {
                align: Align::End,
                ..cell(Role::Paragraph, self.column - room, room, dates)
            });
        }
        let flow = self.row(key(id, slot::HEAD), pt(14.0), cells);
        flow.before = pt(9.5);
        flow.keep = keep;
    }

    fn grid(&mut self, id: u64, entry: Entry<'a>) {
        let mut parts = entry.parts.into_iter();
        let mut left = spans(parts.next().unwrap_or_default(), TITLE);
        let right = dotted(parts.collect(), BODY, MUTED);
        let longest = left
            .iter()
            .flat_map(|span| span.text.split_whitespace())
            .map(|word| word.chars().count())
            .max();
        if longest.unwrap_or(0) > GRID_WORD && !right.is_empty() {
            // Swedish makes words that no column holds: then one line after the other.
            left.push(separator(BODY, MUTED));
            left.extend(right);
            self.plain(key(id, slot::HEAD), Role::Paragraph, pt(13.6), left)
                .before = pt(3.0);
            return;
        }
        let cells = if right.is_empty() {
            vec![cell(Role::Paragraph, pt(0.0), self.column, left)]
        } else {
            left.push(space(TITLE));
            vec![
                cell(Role::Paragraph, pt(0.0), GRID - GUTTER, left),
                cell(Role::Paragraph, GRID, self.column - GRID, right),
            ]
        };
        let flow = self.row(key(id, slot::HEAD), pt(13.6), cells);
        flow.before = pt(3.0);
    }

    fn body(&mut self, id: u64, body: Vec<Body<'a>>) {
        let width = self.column - INSET;
        for (index, part) in body.into_iter().enumerate() {
            let key = key(id, slot::BODY + index as u64);
            let (flow, before) = match part {
                Body::Paragraph(part) => {
                    let text = cell(Role::Paragraph, pt(0.0), width, spans(part, BODY));
                    (self.row(key, pt(13.6), vec![text]), pt(3.2))
                }
                Body::Labelled(part) => {
                    let text = cell(Role::Paragraph, pt(0.0), width, spans(part, DETAIL));
                    (self.row(key, pt(13.2), vec![text]), pt(2.6))
                }
                Body::Bullet(part, first) => {
                    let bullet = span(
                        Text::new("•".into(), None),
                        Style {
                            color: ACCENT,
                            ..BODY
                        },
                    );
                    let label = cell(Role::Label, pt(1.0), HANG, vec![bullet, space(BODY)]);
                    let text = cell(Role::Item, HANG, width - HANG, spans(part, BODY));
                    let flow = self.row(key, pt(13.6), vec![label, text]);
                    flow.row.begins_list = first;
                    (flow, if first { pt(3.0) } else { pt(1.2) })
                }
            };
            flow.before = before;
        }
    }

    /// A row of one cell as wide as the column.
    fn plain(&mut self, key: u64, role: Role, leading: Pt, spans: Vec<Span<'a>>) -> &mut Flow<'a> {
        let cell = cell(role, pt(0.0), self.column, spans);
        self.row(key, leading, vec![cell])
    }

    fn row(&mut self, key: u64, leading: Pt, cells: Vec<Cell<'a>>) -> &mut Flow<'a> {
        self.rows.push(Flow {
            key,
            before: pt(0.0),
            after: pt(0.0),
            keep: false,
            row: Row {
                leading,
                cells,
                rule: None,
                begins: false,
                begins_list: false,
            },
        });
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }
}
