//! The start of a first page as a PNG: what a link to it is shown as where people
//! send each other links.
//!
//! The same glyphs at the same places as in the file, drawn from the outlines of
//! our own fonts. A picture is as wide as the page, and as high as previews are:
//! the name, how to reach its owner, and what comes first.

use image::ImageFormat;
use skrifa::{FontRef, MetadataProvider as _};
use tiny_skia::{
    Color, FillRule, FilterQuality, LineCap, LineJoin, Paint, Path, PathBuilder, Pattern, Pixmap,
    Rect, SpreadMode, Stroke, Transform,
};

use crate::fonts::{Face, FontData, FontError, Fonts};
use crate::icons::{Icon, PEN, Pen, SIDE};
use crate::pages::{Cell, Ground, Image, Pages, Placed, Run};

mod shapes;

use shapes::{outline, rounded, trace};

/// As previews of links are everywhere.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    #[error(transparent)]
    Fonts(#[from] FontError),
    /// A page has no size.
    #[error("these pages cannot be drawn")]
    Pages,
}

/// Draws the start of the first page. `photo` is the file of the photo, a JPEG; one
/// that cannot be read leaves the pale ground that stands for it.
///
/// # Errors
/// A face that the page is set in is not at hand, or the page has no size.
pub fn start(pages: &Pages, fonts: &Fonts, photo: Option<&[u8]>) -> Result<Vec<u8>, PngError> {
    let page = pages.pages.first().ok_or(PngError::Pages)?;
    let scale = WIDTH as f32 / pages.width;
    if !scale.is_finite() || scale <= 0.0 {
        return Err(PngError::Pages);
    }
    let mut canvas = Canvas::new(scale)?;
    let end = HEIGHT as f32 / scale;
    for ground in &page.grounds {
        canvas.ground(ground, 0.0, 0.0);
    }
    let mut faces = Faces::new(fonts);
    let rows = page.rows.iter().chain(&page.furniture);
    for placed in rows.filter(|placed| placed.y < end) {
        canvas.row(placed, &mut faces, photo)?;
    }
    canvas.finish()
}

/// A picture that says nothing of anybody: the site's sign. For a page that not
/// everybody may see.
///
/// # Errors
/// The picture cannot be written.
pub fn neutral() -> Result<Vec<u8>, PngError> {
    // The icon's square of 32 units, in the middle.
    let scale = 10.0;
    let mut canvas = Canvas::new(scale)?;
    let x = (WIDTH as f32 / scale - SIGN) / 2.0;
    let y = (HEIGHT as f32 / scale - SIGN) / 2.0;
    let at = |h: f32, v: f32| (x + h, y + v);
    let mut paper = PathBuilder::new();
    trace(&mut paper, PAPER, at);
    canvas.fill(paper.finish(), 0x14_57_5a);
    let mut letter = PathBuilder::new();
    trace(&mut letter, LETTER, at);
    canvas.stroke(letter.finish(), 0xff_ff_ff, 2.6);
    canvas.finish()
}

/// The side of the square that the site's icon is drawn on.
const SIGN: f32 = 32.0;

/// The icon as `public/icons/merit.svg` has it: a sheet with a corner cut off, and
/// an M on it.
const PAPER: &[Pen] = &[
    Pen::To(7.0, 2.0),
    Pen::Line(20.0, 2.0),
    Pen::Line(27.0, 9.0),
    Pen::Line(27.0, 28.0),
    Pen::Curve(27.0, 29.1, 26.1, 30.0, 25.0, 30.0),
    Pen::Line(7.0, 30.0),
    Pen::Curve(5.9, 30.0, 5.0, 29.1, 5.0, 28.0),
    Pen::Line(5.0, 4.0),
    Pen::Curve(5.0, 2.9, 5.9, 2.0, 7.0, 2.0),
    Pen::Close,
];
const LETTER: &[Pen] = &[
    Pen::To(10.0, 24.0),
    Pen::Line(10.0, 13.0),
    Pen::Line(16.0, 20.0),
    Pen::Line(22.0, 13.0),
    Pen::Line(22.0, 24.0),
];

/// The font files of a page, each read once.
struct Faces<'f> {
    fonts: &'f Fonts,
    files: Vec<Option<FontData>>,
}

impl Faces<'_> {
    fn new(fonts: &Fonts) -> Faces<'_> {
        Faces {
            fonts,
            files: vec![None; Face::COUNT],
        }
    }

    fn get(&mut self, number: u8) -> Result<&FontData, FontError> {
        let face = Face::new(number).ok_or(FontError::Missing("a face"))?;
        let file = &mut self.files[usize::from(number)];
        match file {
            Some(file) => Ok(file),
            None => {
                let data = self.fonts.get(face);
                Ok(file.insert(data.ok_or(FontError::Missing(face.file()))?))
            }
        }
    }
}

/// A white ground, on which lengths are points.
struct Canvas {
    pixels: Pixmap,
    scale: Transform,
}

impl Canvas {
    fn new(scale: f32) -> Result<Canvas, PngError> {
        let mut pixels = Pixmap::new(WIDTH, HEIGHT).ok_or(PngError::Pages)?;
        pixels.fill(Color::WHITE);
        Ok(Canvas {
            pixels,
            scale: Transform::from_scale(scale, scale),
        })
    }

    fn finish(self) -> Result<Vec<u8>, PngError> {
        self.pixels.encode_png().map_err(|_| PngError::Pages)
    }

    fn row(
        &mut self,
        placed: &Placed,
        faces: &mut Faces<'_>,
        photo: Option<&[u8]>,
    ) -> Result<(), PngError> {
        if let Some(image) = &placed.row.image {
            self.photo(placed, image, photo);
        }
        for rule in placed.rules() {
            self.ground(&rule, placed.x, placed.y);
        }
        for cell in &placed.row.cells {
            // The mark of an item that goes on over a page stands with its start.
            if cell.role.is_mark() && placed.start > 0 {
                continue;
            }
            if cell.gauge.is_some() {
                self.gauge(placed, cell);
                continue;
            }
            for (top, line) in placed.lines(cell) {
                let x = placed.x + cell.x;
                for run in &line.runs {
                    let middle = placed.y + top + placed.row.middle(run.size);
                    match run.icon {
                        Some(icon) => self.icon(icon, run, x + run.x, middle),
                        None => {
                            let baseline = placed.y + top + placed.row.baseline;
                            self.run(run, faces.get(run.face)?, x + run.x, baseline);
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn run(&mut self, run: &Run, font: &FontData, x: f32, baseline: f32) {
        let Ok(font) = FontRef::new(font.as_ref()) else {
            return;
        };
        let outlines = font.outline_glyphs();
        let mut path = PathBuilder::new();
        let mut at = x;
        for glyph in &run.glyphs {
            let place = (at + glyph.dx, baseline + glyph.dy);
            outline(&mut path, &outlines, glyph.id, run.size, place);
            at += glyph.advance;
        }
        self.fill(path.finish(), run.color);
    }

    fn gauge(&mut self, placed: &Placed, cell: &Cell) {
        let Some(gauge) = cell.gauge.filter(|_| placed.start == 0) else {
            return;
        };
        let middle = placed.y + placed.row.middle(gauge.size);
        for pill in gauge.pills() {
            let x = placed.x + cell.x + pill.x;
            let place = (x, middle + pill.y, pill.width, pill.height);
            self.fill(rounded(place, pill.height / 2.0), pill.color);
        }
    }

    fn icon(&mut self, icon: Icon, run: &Run, x: f32, middle: f32) {
        let scale = run.size / SIDE;
        let top = middle - run.size / 2.0;
        let mut path = PathBuilder::new();
        trace(&mut path, icon.strokes(), |h, v| {
            (x + h * scale, top + v * scale)
        });
        self.stroke(path.finish(), run.color, PEN * scale);
    }

    fn ground(&mut self, ground: &Ground, x: f32, y: f32) {
        let (left, top) = (x + ground.x, y + ground.y);
        if let Some(rect) = Rect::from_xywh(left, top, ground.width, ground.height) {
            self.fill(Some(PathBuilder::from_rect(rect)), ground.color);
        }
    }

    fn fill(&mut self, path: Option<Path>, color: u32) {
        if let Some(path) = path {
            let paint = paint(color);
            self.pixels
                .fill_path(&path, &paint, FillRule::Winding, self.scale, None);
        }
    }

    fn stroke(&mut self, path: Option<Path>, color: u32, width: f32) {
        let stroke = Stroke {
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        if let Some(path) = path {
            self.pixels
                .stroke_path(&path, &paint(color), &stroke, self.scale, None);
        }
    }

    /// The picture's middle in its place, or a pale ground.
    fn photo(&mut self, placed: &Placed, image: &Image, photo: Option<&[u8]>) {
        let place = (placed.x + image.x, placed.y, image.width, image.height);
        let Some(shape) = rounded(place, image.radius) else {
            return;
        };
        let Some(picture) = photo.and_then(decoded) else {
            return self.fill(Some(shape), 0xe4_e7_e8);
        };
        let (wide, high) = (picture.width() as f32, picture.height() as f32);
        let scale = (image.width / wide).max(image.height / high);
        let within = Transform::from_row(
            scale,
            0.0,
            0.0,
            scale,
            place.0 + (image.width - wide * scale) / 2.0,
            place.1 + (image.height - high * scale) / 2.0,
        );
        let pattern = Pattern::new(
            picture.as_ref(),
            SpreadMode::Pad,
            FilterQuality::Bilinear,
            1.0,
            within,
        );
        let paint = Paint {
            shader: pattern,
            anti_alias: true,
            ..Paint::default()
        };
        self.pixels
            .fill_path(&shape, &paint, FillRule::Winding, self.scale, None);
    }
}

/// The photo as pixels, and small enough that few of them are passed over.
fn decoded(jpeg: &[u8]) -> Option<Pixmap> {
    const MOST: u32 = 480;
    let picture = image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).ok()?;
    let picture = match picture.width().min(picture.height()) > MOST {
        true => picture.thumbnail(MOST * 2, MOST * 2),
        false => picture,
    };
    let picture = picture.to_rgba8();
    let mut pixels = Pixmap::new(picture.width(), picture.height())?;
    // It has no transparency: premultiplied or not is the same.
    pixels.data_mut().copy_from_slice(picture.as_raw());
    Some(pixels)
}

fn paint(color: u32) -> Paint<'static> {
    let [_, red, green, blue] = color.to_be_bytes();
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 0xff);
    paint
}
