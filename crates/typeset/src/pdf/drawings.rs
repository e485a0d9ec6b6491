//! Icons and levels: looks, whose words stand in the text.

use krilla::geom::{Path, PathBuilder};
use krilla::num::NormalizedF32;
use krilla::paint::{LineCap, LineJoin, Stroke};
use krilla::surface::Surface;

use super::fill;
use super::picture::rounded;
use crate::icons::{Icon, PEN, Pen, SIDE};
use crate::pages::Placed;

/// Draws those of the lines that stand here.
pub(super) fn draw(surface: &mut Surface<'_>, placed: &Placed) {
    for cell in &placed.row.cells {
        let x = placed.x + cell.x;
        if let Some(gauge) = cell.gauge.filter(|_| placed.start == 0) {
            let middle = placed.y + placed.row.middle(gauge.size);
            for pill in gauge.pills() {
                let (width, height) = (pill.width, pill.height);
                let place = (x + pill.x, middle + pill.y, width, height, height / 2.0);
                if let Some(path) = rounded(place) {
                    surface.set_fill(Some(fill(pill.color)));
                    surface.draw_path(&path);
                }
            }
        }
        for (top, line) in placed.lines(cell) {
            for run in &line.runs {
                let Some(path) = run.icon.and_then(|icon| {
                    let middle = placed.y + top + placed.row.middle(run.size);
                    path(icon, x + run.x, middle - run.size / 2.0, run.size / SIDE)
                }) else {
                    continue;
                };
                surface.set_fill(None);
                surface.set_stroke(Some(Stroke {
                    paint: fill(run.color).paint,
                    width: PEN * run.size / SIDE,
                    line_cap: LineCap::Round,
                    line_join: LineJoin::Round,
                    opacity: NormalizedF32::ONE,
                    ..Stroke::default()
                }));
                surface.draw_path(&path);
                surface.set_stroke(None);
            }
        }
    }
}

fn path(icon: Icon, x: f32, y: f32, scale: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    let at = |h: f32, v: f32| (x + h * scale, y + v * scale);
    for step in icon.strokes() {
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
    path.finish()
}
