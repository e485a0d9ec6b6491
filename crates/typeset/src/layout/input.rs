//! What a template asks the engine to set.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::{Add, Mul, Sub};

use cv::Language;
use rustc_hash::FxHasher;

use crate::fonts::Face;
use crate::icons::{GaugeForm, Icon};
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

/// The text of an icon's span, and how much wider it is set, in hundredths of its
/// size: no line is broken between it and what it stands before.
pub(crate) const ROOM: &str = "\u{a0}";
pub(crate) const ROOM_WIDER: i32 = 105;

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
    /// Its text is [`ROOM`], and this is drawn there.
    pub(crate) icon: Option<Icon>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Align {
    Start,
    Center,
    End,
}

/// A text in a column of its own within a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cell<'a> {
    pub(crate) role: Role,
    pub(crate) x: Pt,
    pub(crate) width: Pt,
    pub(crate) align: Align,
    /// Part of a page that is written from right to left: it starts at the right.
    pub(crate) rtl: bool,
    /// Words may be divided, as this language does.
    pub(crate) hyphens: Option<Language>,
    pub(crate) spans: Vec<Span<'a>>,
    /// Drawn instead of the text.
    pub(crate) gauge: Option<Gauge>,
}

/// A level: from one to five.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Gauge {
    pub(crate) form: GaugeForm,
    pub(crate) level: u8,
    /// Of what is not reached.
    pub(crate) rest: u32,
}

/// A filled rectangle behind a row: a line, a bar, a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Rule {
    /// From the row's left end.
    pub(crate) x: Pt,
    /// From the row's top upwards; less than zero is below it.
    pub(crate) above: Pt,
    pub(crate) width: Pt,
    pub(crate) thickness: Pt,
    /// As much thicker as the row's lines are tall.
    pub(crate) tall: bool,
    /// Below the row's last line instead, by the opposite of `above`.
    pub(crate) under: bool,
    /// Also where nothing stands above the row.
    pub(crate) always: bool,
    pub(crate) color: u32,
}

/// A place for the photo, as a line of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Image {
    /// From the row's left end.
    pub(crate) x: Pt,
    /// Of a square.
    pub(crate) side: Pt,
    pub(crate) radius: Pt,
    pub(crate) alt: String,
}

/// Everything that decides how a row looks, and nothing else: the engine finds
/// rows that it has set before by this value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Row<'a> {
    pub(crate) leading: Pt,
    /// The size whose capitals stand in the middle of a line, if it is not that
    /// of the first text: with it rows side by side share their baselines.
    pub(crate) size: Option<Pt>,
    pub(crate) cells: Vec<Cell<'a>>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) image: Option<Image>,
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
    /// Stands beside what follows, as a heading in the margin does.
    pub(crate) hang: bool,
    /// The first on its page.
    pub(crate) new_page: bool,
    /// The numbers of the groups, of a section and of an entry, that are to stay
    /// on one page; 0 is none.
    pub(crate) together: [u32; 2],
    pub(crate) row: Row<'a>,
}

/// Rows below each other that flow over pages on their own: a header, a column.
#[derive(Clone, Debug)]
pub(crate) struct Stream<'a> {
    pub(crate) x: Pt,
    pub(crate) top: Top,
    pub(crate) rows: Vec<Flow<'a>>,
}

/// Where the first row of a stream stands. On further pages it starts at the
/// top margin.
#[derive(Clone, Debug)]
pub(crate) enum Top {
    /// From the top of the first page.
    At(Pt),
    /// So far below the lowest end of these streams, which come before it.
    Below(Vec<usize>, Pt),
}

/// What is filled behind the rows of a page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ground {
    /// From top to bottom of every page.
    Column { x: Pt, width: Pt, color: u32 },
    /// Across the page, from its top to the end of the first streams and a little
    /// more.
    Band {
        streams: usize,
        more: Pt,
        color: u32,
    },
    /// A line across the columns, so far below the first streams.
    Underline {
        streams: usize,
        below: Pt,
        thickness: Pt,
        color: u32,
    },
    /// A line as long as what stands beside it: the streams from this number on.
    Divider {
        from: u8,
        x: Pt,
        thickness: Pt,
        color: u32,
    },
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
    /// Written from right to left, and to be mirrored.
    pub(crate) rtl: bool,
    pub(crate) title: String,
    pub(crate) author: String,
    /// In reading order.
    pub(crate) streams: Vec<Stream<'a>>,
    pub(crate) grounds: Vec<Ground>,
    /// For a page number, from 1, and the number of pages.
    pub(crate) furniture: Box<dyn Fn(usize, usize) -> Furniture<'a> + 'a>,
}

/// A key from an id and a slot within what the id names.
pub(crate) fn key(id: u64, slot: u64) -> u64 {
    let mut hasher = FxHasher::default();
    (id, slot).hash(&mut hasher);
    hasher.finish()
}

impl<'a> Flow<'a> {
    /// A row without any wishes.
    pub(crate) fn new(key: u64, row: Row<'a>) -> Flow<'a> {
        Flow {
            key,
            before: Pt(0),
            after: Pt(0),
            keep: false,
            hang: false,
            new_page: false,
            together: [0, 0],
            row,
        }
    }
}

impl Row<'_> {
    /// Without a word or a picture.
    pub(crate) fn is_blank(&self) -> bool {
        self.image.is_none()
            && self
                .cells
                .iter()
                .filter(|cell| !cell.role.is_mark())
                .flat_map(|cell| &cell.spans)
                .all(|span| span.text.trim().is_empty())
    }

    /// The same value, borrowing from nothing.
    pub(crate) fn into_owned(self) -> Row<'static> {
        Row {
            leading: self.leading,
            size: self.size,
            cells: self.cells.into_iter().map(Cell::into_owned).collect(),
            rules: self.rules,
            image: self.image,
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
            rtl: self.rtl,
            hyphens: self.hyphens,
            spans: self.spans.into_iter().map(Span::into_owned).collect(),
            gauge: self.gauge,
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
            icon: self.icon,
        }
    }
}
