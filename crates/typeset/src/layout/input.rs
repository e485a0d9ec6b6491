//! What a template asks the engine to set.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::{Add, Mul, Sub};

use rustc_hash::FxHasher;

use crate::fonts::Face;
use crate::pages::{Place, Role};

/// A length in hundredths of a point: exact, and usable as a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Pt(pub(crate) i32);

impl Pt {
    pub(crate) fn points(self) -> f32 {
        self.0 as f32 / 100.0
    }
}

/// A length given in points, with two decimals.
pub(crate) const fn pt(points: f64) -> Pt {
    Pt((points * 100.0 + if points < 0.0 { -0.5 } else { 0.5 }) as i32)
}

impl Add for Pt {
    type Output = Pt;
    fn add(self, other: Pt) -> Pt {
        Pt(self.0 + other.0)
    }
}

impl Sub for Pt {
    type Output = Pt;
    fn sub(self, other: Pt) -> Pt {
        Pt(self.0 - other.0)
    }
}

impl Mul<i32> for Pt {
    type Output = Pt;
    fn mul(self, times: i32) -> Pt {
        Pt(self.0 * times)
    }
}

/// What templates put between the parts of a line, with spaces around it. It is
/// not drawn at a line's end.
pub(crate) const SEPARATOR: &str = "·";

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: Pt,
    /// 0xRRGGBB.
    pub(crate) color: u32,
    /// Figures of one width, for columns of dates.
    pub(crate) tabular: bool,
}

/// A piece of text with one style.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) style: Style,
    /// A target that [`cv::rich::safe_link`] has passed.
    pub(crate) link: Option<Cow<'a, str>>,
    pub(crate) place: Option<Place>,
    /// Not broken within, while a line has room: a date, a telephone number.
    pub(crate) whole: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Align {
    Start,
    End,
}

/// A text in a column of its own within a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cell<'a> {
    pub(crate) role: Role,
    pub(crate) x: Pt,
    pub(crate) width: Pt,
    pub(crate) align: Align,
    pub(crate) spans: Vec<Span<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Rule {
    pub(crate) above: Pt,
    pub(crate) width: Pt,
    pub(crate) thickness: Pt,
    pub(crate) color: u32,
}

/// Everything that decides how a row looks, and nothing else: the engine finds
/// rows that it has set before by this value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Row<'a> {
    pub(crate) leading: Pt,
    pub(crate) cells: Vec<Cell<'a>>,
    pub(crate) rule: Option<Rule>,
    pub(crate) begins: bool,
    pub(crate) begins_list: bool,
}

/// A row in the flow of a document.
#[derive(Clone, Debug)]
pub(crate) struct Flow<'a> {
    pub(crate) key: u64,
    /// Space to the row before and after. Of two that meet the larger counts.
    pub(crate) before: Pt,
    pub(crate) after: Pt,
    /// Never the last on a page.
    pub(crate) keep: bool,
    pub(crate) row: Row<'a>,
}

/// The paper and its margins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) width: Pt,
    pub(crate) height: Pt,
    pub(crate) left: Pt,
    pub(crate) right: Pt,
    pub(crate) top: Pt,
    pub(crate) bottom: Pt,
}

/// What stands on a page beside the text: each with the top of its line.
pub(crate) type Furniture<'a> = Vec<(Pt, Flow<'a>)>;

/// A document as a template wants it set.
pub(crate) struct Sheet<'a> {
    pub(crate) form: Form,
    pub(crate) language: &'static str,
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) rows: Vec<Flow<'a>>,
    /// For a page number, from 1, and the number of pages.
    pub(crate) furniture: Box<dyn Fn(usize, usize) -> Furniture<'a> + 'a>,
}

/// A key from an id and a slot within what the id names.
pub(crate) fn key(id: u64, slot: u64) -> u64 {
    let mut hasher = FxHasher::default();
    (id, slot).hash(&mut hasher);
    hasher.finish()
}

impl Row<'_> {
    /// The same value, borrowing from nothing.
    pub(crate) fn into_owned(self) -> Row<'static> {
        Row {
            leading: self.leading,
            cells: self.cells.into_iter().map(Cell::into_owned).collect(),
            rule: self.rule,
            begins: self.begins,
            begins_list: self.begins_list,
        }
    }
}

impl Cell<'_> {
    fn into_owned(self) -> Cell<'static> {
        Cell {
            role: self.role,
            x: self.x,
            width: self.width,
            align: self.align,
            spans: self.spans.into_iter().map(Span::into_owned).collect(),
        }
    }
}

impl Span<'_> {
    fn into_owned(self) -> Span<'static> {
        Span {
            text: self.text.into_owned().into(),
            style: self.style,
            link: self.link.map(|link| link.into_owned().into()),
            place: self.place,
            whole: self.whole,
        }
    }
}
