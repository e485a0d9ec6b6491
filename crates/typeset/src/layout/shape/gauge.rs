//! Levels that are drawn: a space in the place of a word.

use super::direction::Shaped;
use super::line::LineBuilder;
use super::{Shaper, clean};
use crate::icons::Gauge;
use crate::layout::input;
use crate::pages::{Cell, Line};

impl Shaper {
    /// A cell that shows a gauge: one space, which is the whole text.
    pub(super) fn gauge(&mut self, cell: &mut Cell, input: &input::Cell<'_>, gauge: input::Gauge) {
        let Some(first) = input.spans.first() else {
            return;
        };
        let gauge = Gauge {
            form: gauge.form,
            level: gauge.level,
            size: first.style.size.points(),
            color: first.style.color,
            rest: gauge.rest,
        };
        cell.text = clean::line(&cell.text);
        let space = input::Cell {
            spans: vec![first.clone()],
            ..*input
        };
        let whole = std::slice::from_ref(&(0..1));
        let shaped = Shaped::new(" ", whole, &space.spans, false);
        let layout = self.layout(&shaped, &space, gauge.size, true);
        let mut missing = String::new();
        let mut builder = LineBuilder {
            missing_glyph: None,
            text: " ",
            shaped: &shaped,
            rtl: false,
            spans: &space.spans,
            links: &[None],
            x: 0.0,
            runs: Vec::new(),
            missing: &mut missing,
        };
        for run in layout
            .lines()
            .flat_map(|line| line.runs().collect::<Vec<_>>())
        {
            let face = self.number(run.font().data.id());
            for cluster in run.visual_clusters() {
                builder.cluster(face, run.font_size(), &cluster);
            }
        }
        let mut runs = builder.runs;
        for glyph in runs.iter_mut().flat_map(|run| &mut run.glyphs) {
            glyph.start = 0;
            glyph.end = cell.text.len() as u32;
            glyph.advance = gauge.width();
        }
        cell.lines.push(Line { runs });
        cell.gauge = Some(gauge);
    }
}
