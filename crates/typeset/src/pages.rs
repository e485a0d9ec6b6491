//! Finished pages: plain data, the only thing that writers read.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::fonts::{Face, fingerprint};
use crate::icons::{Gauge, Icon};

mod meter;

/// Everything that is needed to draw a document. Cheap to clone: rows are
/// shared with the engine that set them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pages {
    /// The layout version that set them.
    pub layout: String,
    /// BCP 47.
    pub language: String,
    pub title: String,
    /// May be empty.
    pub author: String,
    pub width: f32,
    pub height: f32,
    /// Where rows may stand on every page.
    pub area: Area,
    /// At least one.
    pub pages: Vec<Page>,
    /// Characters that no font has, each once, in order. A box stands for them.
    pub missing: Vec<char>,
}

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// What is filled behind the rows: looks, not content.
    pub grounds: Vec<Ground>,
    /// In reading order, column by column.
    pub rows: Vec<Placed>,
    /// Page number and running name: not part of the text.
    pub furniture: Vec<Placed>,
}

/// A filled rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ground {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    /// 0xRRGGBB.
    pub color: u32,
}

/// A row, or some of its lines, on a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// Stays the same while its place in the document does, whatever it shows.
    /// Once on a page.
    pub key: u64,
    /// The end where lines start, left or right, and the top of the first placed
    /// line. From there cells and rules count rightwards.
    pub x: f32,
    pub y: f32,
    /// The first placed line, and the one after the last. A row that starts
    /// with another line than 0 continues one on the page before.
    pub start: u32,
    pub end: u32,
    /// Nothing stands above it in its column on the page.
    pub first: bool,
    /// The column that it belongs to. What is read of a document is all of the
    /// first, over all pages, then all of the next.
    pub column: u8,
    pub row: Rc<Row>,
}

/// One or more texts side by side on common lines.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// From baseline to baseline.
    pub leading: f32,
    /// From the top of a line to its baseline.
    pub baseline: f32,
    /// How many lines its longest cell has.
    pub lines: u32,
    /// In reading order.
    pub cells: Vec<Cell>,
    pub rules: Vec<Rule>,
    /// The photo, which is a line of its own.
    pub image: Option<Image>,
    /// The first row of an entry or a section.
    pub begins: bool,
    /// The first line of a list, as opposed to a further one.
    pub begins_list: bool,
    /// Characters in it that no font has.
    pub missing: String,
    /// Where its lines break, as a fingerprint.
    pub breaks: u64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    pub role: Role,
    /// Its left end, from the row's origin.
    pub x: f32,
    pub width: f32,
    pub text: String,
    pub links: Vec<Link>,
    pub lines: Vec<Line>,
    /// Stands for the text, which nobody sees then: its one run is a space as wide
    /// as the gauge, so that who takes words out of a file finds them.
    pub gauge: Option<Gauge>,
}

/// What a text is, for those who do not see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// 1 to 3.
    Heading(u8),
    Paragraph,
    /// The bullet of a list item.
    Label,
    /// The number of a list item.
    Number,
    /// The text of a list item.
    Item,
}

impl Role {
    /// Whether it is what stands before the text of a list item.
    pub fn is_mark(self) -> bool {
        matches!(self, Role::Label | Role::Number)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// http, https, mailto or tel.
    pub target: String,
    /// The target as one would say it.
    pub shown: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub runs: Vec<Run>,
}

/// Glyphs of one style, from left to right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// A number of [`crate::Face`].
    pub face: u8,
    pub size: f32,
    /// 0xRRGGBB.
    pub color: u32,
    /// Set in tabular figures.
    pub tabular: bool,
    /// Boxes that stand for characters which no font has.
    pub boxes: bool,
    /// Written from right to left: its last glyph is the first that is read.
    pub rtl: bool,
    /// The hyphen of a word that is divided here: one glyph, which shows nothing
    /// of the text.
    pub hyphen: bool,
    /// A space that makes room for a drawing.
    pub icon: Option<Icon>,
    /// An index into the cell's links.
    pub link: Option<u16>,
    /// From the cell's left end.
    pub x: f32,
    pub glyphs: Vec<Glyph>,
    /// For the editor only: nothing that is written or stored carries ids.
    #[serde(skip)]
    pub place: Option<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Glyph {
    pub id: u16,
    /// The bytes of the cell's text that it shows.
    pub start: u32,
    pub end: u32,
    pub advance: f32,
    /// Rightwards and downwards from where it would stand.
    pub dx: f32,
    pub dy: f32,
}

/// A filled rectangle behind a row: a line, a bar, a box.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its left end, from the row's origin.
    pub x: f32,
    /// From the top of the row.
    pub y: f32,
    pub width: f32,
    pub thickness: f32,
    /// As much thicker as the lines are tall.
    pub tall: bool,
    /// From the end of the row's last line instead of its top.
    pub under: bool,
    /// Also where nothing stands above the row.
    pub always: bool,
    pub color: u32,
}

/// A place for the picture of the person whom a document is about. Its bytes are
/// not here: whoever writes pages brings them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Image {
    /// From the row's left end. Its top is the row's.
    pub x: f32,
    /// Filled by the picture's middle, whatever its own shape is.
    pub width: f32,
    pub height: f32,
    /// Of the corners: half of the width for a circle.
    pub radius: f32,
    /// What it shows, in the document's language.
    pub alt: String,
}

/// Which field of the document a run shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// An item, or a section for its heading.
    pub item: u64,
    /// The field's name in our own form, or `heading`.
    pub field: &'static str,
    /// The line of a list.
    pub line: Option<u64>,
}

impl fmt::Display for Place {
    /// `item/field` or `item/field/line`, ids as sixteen hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}/{}", self.item, self.field)?;
        match self.line {
            Some(line) => write!(f, "/{line:016x}"),
            None => Ok(()),
        }
    }
}

impl Run {
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }

    /// The text that its glyphs show, as it is read.
    pub fn text<'a>(&'a self, cell: &'a Cell) -> impl Iterator<Item = &'a str> {
        // Glyphs of one cluster, such as a letter and its accent, share a range.
        let mut last = None;
        let count = self.glyphs.len();
        let glyphs = (0..count).map(move |number| match self.rtl {
            true => &self.glyphs[count - 1 - number],
            false => &self.glyphs[number],
        });
        glyphs.filter_map(move |glyph| {
            let range = glyph.start as usize..glyph.end as usize;
            (last.replace(range.clone()).as_ref() != Some(&range))
                .then(|| cell.text.get(range))
                .flatten()
        })
    }
}

impl Row {
    /// The middle of capitals, from the top of a line.
    pub(crate) fn middle(&self, size: f32) -> f32 {
        self.baseline - 0.36 * size
    }
}

impl Line {
    /// Its runs as they are read, which is from left to right only where all
    /// writing is.
    pub fn reading(&self) -> impl Iterator<Item = &Run> {
        let mut runs: Vec<&Run> = self.runs.iter().collect();
        runs.sort_by_key(|run| run.glyphs.iter().map(|glyph| glyph.start).min());
        runs.into_iter()
    }
}

impl Cell {
    /// The word that a line divides at its end: where it starts, is divided, and
    /// ends.
    pub fn divided(&self, line: &Line) -> Option<[usize; 3]> {
        let run = line.runs.last().filter(|run| run.hyphen)?;
        let at = run.glyphs.first()?.start as usize;
        let (before, after) = self.text.split_at_checked(at)?;
        let start = before.rfind(char::is_whitespace);
        let start = start.map_or(0, |space| {
            space + before[space..].chars().next().map_or(1, char::len_utf8)
        });
        let end = after.find(char::is_whitespace).unwrap_or(after.len());
        Some([start, at, at + end])
    }
}

impl Placed {
    /// What is filled behind the row, from its left end and top: with its first
    /// lines what stands above or around it, with its last what stands below.
    pub fn rules(&self) -> impl Iterator<Item = Ground> {
        let shown = |rule: &&Rule| {
            let with = if rule.under {
                self.end == self.row.lines
            } else {
                self.start == 0
            };
            with && (rule.always || !self.first)
        };
        self.row.rules.iter().filter(shown).map(|rule| {
            let lines = self.height();
            Ground {
                x: rule.x,
                y: rule.y + if rule.under { lines } else { 0.0 },
                width: rule.width,
                height: rule.thickness + if rule.tall { lines } else { 0.0 },
                color: rule.color,
            }
        })
    }

    /// The part of a cell's lines that stands here, with their distance from
    /// this placement's top.
    pub fn lines<'a>(&'a self, cell: &'a Cell) -> impl Iterator<Item = (f32, &'a Line)> {
        let end = (self.end as usize).min(cell.lines.len());
        let start = (self.start as usize).min(end);
        cell.lines[start..end]
            .iter()
            .enumerate()
            .map(|(n, line)| (n as f32 * self.row.leading, line))
    }

    pub fn height(&self) -> f32 {
        (self.end - self.start) as f32 * self.row.leading
    }
}

impl Row {
    /// What [`Row::breaks`] is for these cells: the end of each line.
    #[cfg(feature = "layout")]
    pub(crate) fn breaks_of(cells: &[Cell]) -> u64 {
        let mut ends = Vec::new();
        for cell in cells {
            for line in &cell.lines {
                // In a line that runs leftwards the last one is not at its right.
                let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
                let end = glyphs.map(|glyph| glyph.end).max();
                ends.extend(end.unwrap_or(0).to_le_bytes());
            }
            ends.push(b'|');
        }
        fingerprint(&ends)
    }
}

impl Pages {
    /// The faces that something is set in, by their numbers.
    pub fn faces(&self) -> Vec<Face> {
        let rows = self
            .pages
            .iter()
            .flat_map(|page| page.rows.iter().chain(&page.furniture));
        let runs = rows
            .flat_map(|placed| &placed.row.cells)
            .flat_map(|cell| &cell.lines)
            .flat_map(|line| &line.runs);
        let used: std::collections::BTreeSet<u8> = runs.map(|run| run.face).collect();
        used.into_iter().filter_map(Face::new).collect()
    }

    /// The rows of all pages as they are read: a column to its end before the
    /// next one.
    pub fn reading(&self) -> impl Iterator<Item = &Placed> {
        let mut rows: Vec<&Placed> = self.pages.iter().flat_map(|page| &page.rows).collect();
        rows.sort_by_key(|placed| placed.column);
        rows.into_iter()
    }

    /// The place of the photo, if it is shown.
    pub fn image(&self) -> Option<&Image> {
        let mut rows = self.pages.iter().flat_map(|page| &page.rows);
        rows.find_map(|placed| placed.row.image.as_ref())
    }

    /// Where lines and pages break, as sixteen hexadecimal digits. Two layouts
    /// of one document with the same fingerprint read alike.
    pub fn fingerprint(&self) -> String {
        let mut breaks = Vec::new();
        for page in &self.pages {
            for placed in &page.rows {
                breaks.extend(placed.row.breaks.to_le_bytes());
                breaks.extend(placed.start.to_le_bytes());
                breaks.extend(placed.end.to_le_bytes());
            }
            breaks.push(b'\n');
        }
        format!("{:016x}", fingerprint(&breaks))
    }
}
