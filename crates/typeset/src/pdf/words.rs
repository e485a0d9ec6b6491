//! The text of cells, in marks that the tags refer to.
//!
//! A word that is divided at a line's end is whole in the file all the same: its
//! first part says all of it, its last part nothing (PDF 32000, 14.9.4).

use krilla::geom::{Quadrilateral, Rect};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::links::Links;
use super::tags::Tags;
use super::{Faces, draw_dots, draw_part, is_dot};
use crate::pages::{Cell, Glyph, Line, Placed, Role, Run};

/// What a glyph is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Text,
    /// A word that is divided at the end of this line.
    Divided,
    /// The rest of one that was divided before.
    Rest,
}

/// Where the rest of a divided word ends on a line, and where one starts.
#[derive(Clone, Copy, Default)]
struct Ends {
    rest: usize,
    /// Start and end of the word.
    word: Option<(usize, usize)>,
}

/// Draws what stands here of a cell, and hands the marks to the tags: one for
/// each stretch that is a link or is none.
pub(super) fn draw_cell(
    surface: &mut Surface<'_>,
    fonts: &Faces,
    placed: &Placed,
    index: usize,
    cell: &Cell,
    tags: &mut Tags,
    links: &mut Links,
) {
    if cell.role == Role::Label && placed.start > 0 {
        return;
    }
    let mut open = None;
    for (number, (top, line)) in placed.lines(cell).enumerate() {
        let ends = ends(cell, placed.start as usize + number, line);
        for run in line.reading() {
            for part in run
                .glyphs
                .chunk_by(|a, b| of(a, run, ends) == of(b, run, ends))
            {
                let Some(first) = part.first() else {
                    continue;
                };
                let what = of(first, run, ends);
                if open != Some((run.link, what)) {
                    if open.is_some() {
                        surface.end_tagged();
                    }
                    let said = match (what, ends.word) {
                        (Of::Text, _) => None,
                        (Of::Divided, Some((start, end))) => cell.text.get(start..end),
                        _ => Some(""),
                    };
                    let span = SpanTag::empty().with_actual_text(said);
                    let mark = surface.start_tagged(ContentTag::Span(span));
                    tags.mark(index, run.link, mark);
                    open = Some((run.link, what));
                }
                let from = place_in(&run.glyphs, part);
                let part = from..from + part.len();
                draw_part(surface, fonts, placed, cell, top, run, part.clone());
                if part.clone().any(|number| is_dot(run, number)) {
                    surface.end_tagged();
                    let kind = Artifact::with_kind(ArtifactType::Layout);
                    surface.start_tagged(ContentTag::Artifact(kind));
                    let at = (
                        placed.x + cell.x + run.x,
                        placed.y + top + placed.row.baseline,
                    );
                    draw_dots(surface, fonts, at, cell, run, part);
                    surface.end_tagged();
                    open = None;
                }
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
        // What one line says of its words the next one does not.
        if open.is_some_and(|(_, what)| what != Of::Text) {
            surface.end_tagged();
            open = None;
        }
    }
    if open.is_some() {
        surface.end_tagged();
    }
}

fn of(glyph: &Glyph, run: &Run, ends: Ends) -> Of {
    let start = glyph.start as usize;
    if start < ends.rest || (run.hyphen && ends.word.is_none()) {
        return Of::Rest;
    }
    match ends.word {
        Some((word, _)) if run.hyphen || start >= word => Of::Divided,
        _ => Of::Text,
    }
}

fn ends(cell: &Cell, number: usize, line: &Line) -> Ends {
    let before = number
        .checked_sub(1)
        .and_then(|before| cell.lines.get(before));
    let rest = before.and_then(|before| cell.divided(before));
    let rest = rest.map_or(0, |[_, _, end]| end);
    let word = cell.divided(line).map(|[start, _, end]| (start, end));
    Ends {
        rest,
        // Divided twice, a word was said where it starts.
        word: word.filter(|(start, _)| *start >= rest),
    }
}

/// Where a part of a slice starts in it.
fn place_in(whole: &[Glyph], part: &[Glyph]) -> usize {
    let first = part.as_ptr();
    whole
        .iter()
        .position(|glyph| std::ptr::eq(glyph, first))
        .unwrap_or(0)
}
