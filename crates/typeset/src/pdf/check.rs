//! Whether pages can be written: they may have come as bytes.

use super::PdfError;
use crate::fonts::Face;
use crate::pages::{Cell, Ground, Pages, Placed, Role, Run};

/// Refuses what would make the writer panic. Pages arrive as bytes.
pub(super) fn check(pages: &Pages) -> Result<(), PdfError> {
    let finite = |x: f32| x.is_finite() && x.abs() < 100_000.0;
    let page_fits = |x: f32| (3.0..=14_400.0).contains(&x);
    let run = |cell: &Cell, run: &Run| {
        usize::from(run.face) < Face::COUNT
            && (0.1..=1_000.0).contains(&run.size)
            && finite(run.x)
            && run
                .link
                .is_none_or(|link| usize::from(link) < cell.links.len())
            && run.glyphs.iter().all(|glyph| {
                let range = glyph.start as usize..glyph.end as usize;
                finite(glyph.advance)
                    && finite(glyph.dx)
                    && finite(glyph.dy)
                    && cell
                        .text
                        .get(range)
                        .is_some_and(|text| text.is_empty() == run.hyphen)
            })
    };
    let cell = |cell: &Cell| {
        finite(cell.x)
            && !matches!(cell.role, Role::Heading(level) if !(1..=6).contains(&level))
            && cell
                .lines
                .iter()
                .flat_map(|l| &l.runs)
                .all(|r| run(cell, r))
    };
    let ground = |ground: &Ground| {
        finite(ground.x) && finite(ground.y) && finite(ground.width) && finite(ground.height)
    };
    let placed = |placed: &Placed| {
        finite(placed.x)
            && finite(placed.y)
            && placed.start <= placed.end
            && finite(placed.row.leading)
            && finite(placed.row.baseline)
            && placed.rules().all(|rule| ground(&rule))
            && placed.row.image.as_ref().is_none_or(|image| {
                [image.x, image.width, image.height, image.radius]
                    .into_iter()
                    .all(finite)
            })
            && placed.row.cells.iter().all(cell)
    };
    let sound = page_fits(pages.width)
        && page_fits(pages.height)
        && pages.pages.iter().all(|page| {
            page.grounds.iter().all(ground) && page.rows.iter().chain(&page.furniture).all(placed)
        });
    if sound { Ok(()) } else { Err(PdfError::Pages) }
}
