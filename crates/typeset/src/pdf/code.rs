//! A QR code that leads from paper to a page: in what is left free on the last page,
//! so that nothing stands elsewhere for its sake, or not at all.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::{PathBuilder, Quadrilateral, Rect};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag};

use super::{Options, Part, PdfError, SOURCE_NAME, Work, fill};
use crate::fonts::Fonts;
use crate::links::ascii;
use crate::pages::{Page, Pages, Placed};

const MILLIMETRE: f32 = 72.0 / 25.4;
/// The side of the square, with the white around the code.
const SIDE: f32 = 20.0 * MILLIMETRE;
/// What stays free between the square and all else.
const GAP: f32 = 6.0 * MILLIMETRE;
/// Modules of white around the code, as its standard asks for (ISO/IEC 18004).
const QUIET: usize = 4;
/// Smaller modules are read by no telephone for certain once they are printed.
const SMALLEST: f32 = 0.3 * MILLIMETRE;
const BLACK: u32 = 0;
const WHITE: u32 = 0xff_ffff;

/// A code, and what it says.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    /// Its modules, row by row from the top: whether each is dark.
    pub modules: &'a [bool],
    /// How many there are in a row, and rows.
    pub width: usize,
    /// Where it leads.
    pub address: &'a str,
    /// What it is, for those who do not see it, in the document's language.
    pub alt: &'a str,
}

/// As [`super::write`], with a code on the last page, if that has room for it.
///
/// # Errors
/// As [`super::write`].
pub fn write_with_code(
    pages: &Pages,
    fonts: &Fonts,
    options: &Options<'_>,
    code: Code<'_>,
) -> Result<Vec<u8>, PdfError> {
    let part = Part {
        pages,
        name: SOURCE_NAME,
        source: options.source,
        photo: options.photo,
    };
    let work = Work {
        parts: &[part],
        options,
        code: Some(code),
    };
    work.write(fonts)
}

impl<'a> Code<'a> {
    /// Whether the last page has room for it.
    pub fn fits(&self, pages: &Pages) -> bool {
        self.place(pages).is_some()
    }

    /// The lower right corner of the last page's rows, if nothing stands there.
    pub(super) fn place(self, pages: &Pages) -> Option<Square<'a>> {
        let is_whole = self.width > 0 && self.modules.len() == self.width * self.width;
        if !is_whole || self.module() < SMALLEST {
            return None;
        }
        let page = pages.pages.last()?;
        let (right, bottom) = (pages.area.right, pages.area.bottom);
        let left = right - SIDE;
        let mut free = pages.area.top;
        for taken in taken(page) {
            let beside = taken.left < right && taken.right > left - GAP;
            if beside && taken.top < bottom {
                free = free.max(taken.bottom);
            }
        }
        (bottom - free >= SIDE + GAP).then_some(Square {
            code: self,
            left,
            top: bottom - SIDE,
        })
    }

    /// The side of a module.
    fn module(&self) -> f32 {
        SIDE / (self.width + 2 * QUIET) as f32
    }
}

/// A code with its place on the page.
#[derive(Clone, Copy)]
pub(super) struct Square<'a> {
    code: Code<'a>,
    left: f32,
    top: f32,
}

impl<'a> Square<'a> {
    pub(super) fn alt(&self) -> &'a str {
        self.code.alt
    }

    /// The white ground, and on it all dark modules as one path.
    pub(super) fn draw(&self, surface: &mut Surface<'_>) -> Identifier {
        let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        let mut ground = PathBuilder::new();
        if let Some(whole) = self.whole() {
            ground.push_rect(whole);
        }
        let mut dark = PathBuilder::new();
        let module = self.code.module();
        for (number, row) in self.code.modules.chunks(self.code.width).enumerate() {
            let y = self.top + (number + QUIET) as f32 * module;
            let mut start = 0;
            // Neighbours in a row are one rectangle.
            for stretch in row.chunk_by(|one, next| one == next) {
                let x = self.left + (start + QUIET) as f32 * module;
                let width = stretch.len() as f32 * module;
                start += stretch.len();
                let is_dark = stretch.first().is_some_and(|dark| *dark);
                if let Some(rect) = Rect::from_xywh(x, y, width, module).filter(|_| is_dark) {
                    dark.push_rect(rect);
                }
            }
        }
        for (path, color) in [(ground, WHITE), (dark, BLACK)] {
            if let Some(path) = path.finish() {
                surface.set_fill(Some(fill(color)));
                surface.draw_path(&path);
            }
        }
        surface.end_tagged();
        mark
    }

    /// The link on it, for who reads the file and no paper.
    pub(super) fn annotation(&self) -> Option<Annotation> {
        let target = Target::Action(Action::Link(LinkAction::new(ascii(self.code.address))));
        let area = Quadrilateral::from(self.whole()?);
        let link = LinkAnnotation::new_with_quad_points(vec![area], target);
        Some(Annotation::new_link(link, Some(self.code.alt.to_owned())))
    }

    fn whole(&self) -> Option<Rect> {
        Rect::from_xywh(self.left, self.top, SIDE, SIDE)
    }
}

/// Whether a page of these is their last.
pub(super) fn is_last(pages: &Pages, page: &Page) -> bool {
    let last = pages.pages.last();
    last.is_some_and(|last| std::ptr::eq(last, page))
}

/// A part of the page where something stands.
struct Taken {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Taken {
    fn of(x: f32, y: f32, width: f32, height: f32) -> Taken {
        Taken {
            left: x,
            top: y,
            right: x + width,
            bottom: y + height,
        }
    }
}

/// Everything that stands on a page: what is filled, sidebars too, and every row with
/// all of the width that it was given.
fn taken(page: &Page) -> Vec<Taken> {
    let grounds = page.grounds.iter();
    let mut all: Vec<Taken> = grounds
        .map(|ground| Taken::of(ground.x, ground.y, ground.width, ground.height))
        .collect();
    for placed in page.rows.iter().chain(&page.furniture) {
        row(placed, &mut all);
    }
    all
}

fn row(placed: &Placed, all: &mut Vec<Taken>) {
    let (x, y, height) = (placed.x, placed.y, placed.height());
    for rule in placed.rules() {
        all.push(Taken::of(x + rule.x, y + rule.y, rule.width, rule.height));
    }
    if let Some(image) = &placed.row.image {
        all.push(Taken::of(x + image.x, y, image.width, image.height));
    }
    for cell in &placed.row.cells {
        let left = x + cell.x;
        all.push(Taken::of(left, y, cell.width, height));
        // A word that is wider than its cell stands out of it.
        for (_, line) in placed.lines(cell) {
            for run in &line.runs {
                all.push(Taken::of(left + run.x, y, run.width(), height));
            }
        }
    }
}
