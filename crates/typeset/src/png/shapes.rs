//! Shapes as paths: letters, drawings, rounded corners.

use skrifa::GlyphId;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use tiny_skia::{Path, PathBuilder};

use crate::icons::Pen;

/// So far along a quarter of a circle stand the handles of the curve for it.
const HANDLE: f32 = 0.552_285;

/// A glyph where it stands on the page.
pub(super) fn outline(
    path: &mut PathBuilder,
    outlines: &OutlineGlyphCollection<'_>,
    id: u16,
    size: f32,
    (x, y): (f32, f32),
) {
    if let Some(glyph) = outlines.get(GlyphId::new(u32::from(id))) {
        let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
        // A glyph that cannot be drawn leaves its place empty.
        let _ = glyph.draw(settings, &mut Nib { path, x, y });
    }
}

/// Writes an outline, whose y grows upwards, at a place on the page.
struct Nib<'p> {
    path: &'p mut PathBuilder,
    x: f32,
    y: f32,
}

impl OutlinePen for Nib<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, self.y - y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, self.y - y);
    }

    fn quad_to(&mut self, a: f32, b: f32, x: f32, y: f32) {
        self.path
            .quad_to(self.x + a, self.y - b, self.x + x, self.y - y);
    }

    fn curve_to(&mut self, a: f32, b: f32, c: f32, d: f32, x: f32, y: f32) {
        self.path.cubic_to(
            self.x + a,
            self.y - b,
            self.x + c,
            self.y - d,
            self.x + x,
            self.y - y,
        );
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Draws the steps of a pen.
pub(super) fn trace(path: &mut PathBuilder, strokes: &[Pen], at: impl Fn(f32, f32) -> (f32, f32)) {
    for step in strokes {
        match *step {
            Pen::To(h, v) => {
                let (h, v) = at(h, v);
                path.move_to(h, v);
            }
            Pen::Line(h, v) => {
                let (h, v) = at(h, v);
                path.line_to(h, v);
            }
            Pen::Curve(a, b, c, d, h, v) => {
                let ((a, b), (c, d), (h, v)) = (at(a, b), at(c, d), at(h, v));
                path.cubic_to(a, b, c, d, h, v);
            }
            Pen::Close => path.close(),
        }
    }
}

/// A rectangle with rounded corners: left, top, width and height.
pub(super) fn rounded((x, y, width, height): (f32, f32, f32, f32), radius: f32) -> Option<Path> {
    let (right, bottom) = (x + width, y + height);
    let r = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    let h = r * (1.0 - HANDLE);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.cubic_to(right - h, y, right, y + h, right, y + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - h, right - h, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.cubic_to(x + h, bottom, x, bottom - h, x, bottom - r);
    path.line_to(x, y + r);
    path.cubic_to(x, y + h, x + h, y, x + r, y);
    path.close();
    path.finish()
}
