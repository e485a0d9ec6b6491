//! The text of cells, in marks that the tags refer to.
//!
//! A word that is divided at a line's end stands there as it is drawn, and its
//! hyphen is an element of the structure that says what it is: a soft one (PDF
//! 32000, 14.8.2.2.3). Who reads the structure has the whole word, and who does
//! not takes the hyphen out as everywhere. Where the content said the whole word
//! in the place of its first part, some readers lost it.

use krilla::geom::{Quadrilateral, Rect};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::links::Links;
use super::tags::{Stretch, Tags};
use super::{Faces, draw, draw_dots, has_dots, language};
use crate::pages::{Cell, Placed};

/// Draws what stands here of a cell, and hands the marks to the tags: one for
/// each stretch that is a link, a hyphen at a line's end, words in another writing
/// than that of the document, or none of these.
pub(super) fn draw_cell(
    surface: &mut Surface<'_>,
    fonts: &Faces,
    placed: &Placed,
    index: usize,
    cell: &Cell,
    tags: &mut Tags<'_>,
    links: &mut Links,
) {
    if cell.role.is_mark() && placed.start > 0 {
        return;
    }
    let mut open = None;
    for (top, line) in placed.lines(cell) {
        for run in line.reading().filter(|run| !run.glyphs.is_empty()) {
            for (language, run) in language::parted(&cell.text, run, tags.language) {
                let stretch = Stretch {
                    link: run.link,
                    hyphen: run.hyphen,
                    language,
                };
                if open != Some(stretch) {
                    if open.is_some() {
                        surface.end_tagged();
                    }
                    let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                    tags.mark(index, stretch, mark);
                    open = Some(stretch);
                }
                draw(surface, fonts, placed, cell, top, &run);
            }
            if has_dots(run) {
                surface.end_tagged();
                let kind = Artifact::with_kind(ArtifactType::Layout);
                surface.start_tagged(ContentTag::Artifact(kind));
                draw_dots(surface, fonts, placed, cell, top, run);
                surface.end_tagged();
                open = None;
            }
            if let Some(link) = run.link {
                let y = placed.y + top;
                let (x, width) = (placed.x + cell.x + run.x, run.width());
                let area = Rect::from_xywh(x, y, width, placed.row.leading);
                if let (Some(area), Some(target)) = (area, cell.links.get(usize::from(link))) {
                    links.add(tags.at(index, link), target, Quadrilateral::from(area));
                }
            }
        }
    }
    if open.is_some() {
        surface.end_tagged();
    }
}
