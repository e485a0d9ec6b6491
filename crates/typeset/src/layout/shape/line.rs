//! One line: the shaper's clusters to runs of glyphs.

use parley::Cluster;

use super::Brush;
use super::direction::Shaped;
use crate::layout::input::{Align, Cell, SEPARATOR, Span};
use crate::pages::{Glyph, Run};

/// The drawn box: its face and glyph, its width for a font size of one.
#[derive(Clone, Copy)]
pub(super) struct BoxGlyph {
    pub(super) face: u8,
    pub(super) id: u16,
    pub(super) advance: f32,
}

/// Gathers a line's clusters into runs.
pub(super) struct LineBuilder<'a, 'b> {
    pub(super) missing_glyph: Option<BoxGlyph>,
    pub(super) text: &'a str,
    pub(super) shaped: &'a Shaped<'a>,
    /// What comes next is written from right to left.
    pub(super) rtl: bool,
    pub(super) spans: &'a [Span<'b>],
    /// For each span the number of its link in the cell.
    pub(super) links: &'a [Option<u16>],
    /// Where the next glyph stands.
    pub(super) x: f32,
    pub(super) runs: Vec<Run>,
    /// Gathers the text that no font has.
    pub(super) missing: &'a mut String,
}

impl LineBuilder<'_, '_> {
    pub(super) fn cluster(&mut self, face: u8, size: f32, cluster: &Cluster<'_, Brush>) {
        let range = cluster.text_range();
        if self.shaped.is_mark(range.start) {
            return;
        }
        let range = self.shaped.plain(range.start)..self.shaped.plain(range.end);
        let text = &self.text[range.clone()];
        let (start, end) = (range.start as u32, range.end as u32);
        if cluster.is_ligature_continuation() {
            let glyph = self.runs.last_mut().and_then(|run| run.glyphs.last_mut());
            if let Some(glyph) = glyph {
                glyph.start = glyph.start.min(start);
                glyph.end = glyph.end.max(end);
            }
            return;
        }
        if text == "\n" {
            return;
        }
        let span = cluster.style().brush;
        let lacking = cluster.glyphs().find(|glyph| glyph.id == 0);
        if let Some(lacking) = lacking {
            self.missing.push_str(text);
            if let Some(boxed) = self.missing_glyph {
                // As wide as the place that the line has for it.
                let advance = lacking.advance;
                let size = if advance > 0.0 {
                    advance / boxed.advance
                } else {
                    size
                };
                let run = self.run(boxed.face, size, span, true);
                run.glyphs.push(Glyph {
                    id: boxed.id,
                    start,
                    end,
                    advance,
                    dx: 0.0,
                    dy: 0.0,
                });
                self.x += advance;
                return;
            }
        }
        for glyph in cluster.glyphs() {
            let run = self.run(face, size, span, false);
            run.glyphs.push(Glyph {
                id: glyph.id as u16,
                start,
                end,
                advance: glyph.advance,
                dx: glyph.x,
                dy: glyph.y,
            });
            self.x += glyph.advance;
        }
    }

    /// The runs of the line, in a cell, of a text that as a whole is written
    /// from right to left or is not.
    pub(super) fn finish(self, cell: &Cell<'_>, rtl: bool) -> Vec<Run> {
        let mut runs = self.runs;
        if !(cell.rtl && rtl) {
            trim_start(&mut runs, self.text);
            trim_end(&mut runs, self.text);
            flatten_end(&mut runs, self.text);
        } else {
            // The same, seen in a mirror.
            reverse(&mut runs);
            trim_start(&mut runs, self.text);
            trim_end(&mut runs, self.text);
            flatten_end(&mut runs, self.text);
            reverse(&mut runs);
        }
        if cell.rtl {
            settle(&mut runs, self.text, cell, rtl);
        }
        runs
    }

    /// The run to add to: the last one, if it is of the same style.
    fn run(&mut self, face: u8, size: f32, span: usize, boxes: bool) -> &mut Run {
        // A cluster's brush is one that was pushed, so the span is there; the
        // first one stands in if parley should ever make one up.
        let index = if span < self.spans.len() { span } else { 0 };
        let style = self.spans[index].style;
        let place = self.spans[index].place;
        let link = self.links[index];
        let icon = self.spans[index].icon;
        let fits = self.runs.last().is_some_and(|run| {
            run.face == face
                && run.boxes == boxes
                && run.rtl == self.rtl
                && run.size == size
                && run.color == style.color
                && run.tabular == style.tabular
                && run.link == link
                && run.icon == icon
                && run.place == place
        });
        if !fits {
            self.runs.push(Run {
                face,
                size,
                color: style.color,
                tabular: style.tabular,
                boxes,
                rtl: self.rtl,
                hyphen: false,
                icon,
                link,
                x: self.x,
                glyphs: Vec::new(),
                place,
            });
        }
        let last = self.runs.len() - 1;
        &mut self.runs[last]
    }
}

/// The runs of a line that was shaped apart, in the bytes of its cell: the line
/// starts at one, and its hyphen, which is in no text, stands at another from
/// there.
pub(super) fn hyphenated(mut runs: Vec<Run>, start: u32, hyphen: u32) -> Vec<Run> {
    let mut last = None;
    if let Some(run) = runs.last_mut()
        && run.glyphs.last().is_some_and(|glyph| glyph.start == hyphen)
        && let Some(glyph) = run.glyphs.pop()
    {
        last = Some(Run {
            hyphen: true,
            x: run.x + run.width(),
            glyphs: vec![Glyph {
                end: hyphen,
                ..glyph
            }],
            ..run.clone()
        });
    }
    runs.extend(last);
    runs.retain(|run| !run.glyphs.is_empty());
    for glyph in runs.iter_mut().flat_map(|run| &mut run.glyphs) {
        glyph.start += start;
        glyph.end += start;
    }
    runs
}

/// Takes a separator away that a line would start with, and closes up.
fn trim_start(runs: &mut Vec<Run>, text: &str) {
    let shown = |glyph: &Glyph| text.get(glyph.start as usize..glyph.end as usize);
    let mut glyphs = runs
        .iter()
        .flat_map(|run| run.glyphs.iter().map(move |glyph| (run, glyph)))
        .skip_while(|(_, glyph)| shown(glyph).is_some_and(|shown| shown.trim().is_empty()));
    // What stands first on a line that runs both ways need not be its beginning.
    let begin = runs
        .iter()
        .flat_map(|run| &run.glyphs)
        .filter(|glyph| shown(glyph).is_some_and(|shown| !shown.trim().is_empty()))
        .map(|glyph| glyph.start)
        .min();
    let separates = glyphs.next().is_some_and(|(run, glyph)| {
        shown(glyph) == Some(SEPARATOR) && run.place.is_none() && Some(glyph.start) == begin
    });
    if !separates {
        return;
    }
    let x = runs.first().map_or(0.0, |run| run.x);
    let hangs = |glyph: &Glyph| {
        shown(glyph).is_none_or(|shown| shown == SEPARATOR || shown.trim().is_empty())
    };
    while let Some(run) = runs.first_mut() {
        let kept = run.glyphs.iter().position(|glyph| !hangs(glyph));
        run.glyphs.drain(..kept.unwrap_or(run.glyphs.len()));
        if kept.is_some() {
            break;
        }
        runs.remove(0);
    }
    close_up(runs, x);
}

/// Runs one after the other from `x`.
fn close_up(runs: &mut [Run], mut x: f32) {
    for run in runs {
        run.x = x;
        x += run.width();
    }
}

fn reverse(runs: &mut [Run]) {
    runs.reverse();
    runs.iter_mut().for_each(|run| run.glyphs.reverse());
}

/// Places a line of a page that is written from right to left, whose spaces may
/// hang past the end where it ends.
fn settle(runs: &mut [Run], text: &str, cell: &Cell<'_>, rtl: bool) {
    let blank = |glyph: &&Glyph| {
        let shown = text.get(glyph.start as usize..glyph.end as usize);
        shown.is_some_and(|shown| shown.trim().is_empty())
    };
    let glyphs = || runs.iter().flat_map(|run| &run.glyphs);
    let hangs: f32 = if rtl {
        glyphs().take_while(blank).map(|g| g.advance).sum()
    } else {
        let mut backwards: Vec<&Glyph> = glyphs().collect();
        backwards.reverse();
        let hanging = backwards.into_iter().take_while(blank);
        hanging.map(|glyph| glyph.advance).sum()
    };
    let whole: f32 = glyphs().map(|glyph| glyph.advance).sum();
    let room = cell.width.points() - (whole - hangs);
    let left = match cell.align {
        Align::Start => room,
        Align::Center => room / 2.0,
        Align::End => 0.0,
    };
    close_up(runs, if rtl { left - hangs } else { left });
}

/// Where a line ends in writing that runs from right to left, the spaces of its
/// end stand before that, and push it over the edge. They stay for those who
/// take the words out of a file, without a width.
fn flatten_end(runs: &mut [Run], text: &str) {
    let blank = |glyph: &Glyph| {
        let shown = text.get(glyph.start as usize..glyph.end as usize);
        shown.is_some_and(|shown| shown.trim().is_empty())
    };
    let glyphs = || runs.iter().flat_map(|run| &run.glyphs);
    if glyphs().last().is_none_or(blank) {
        return;
    }
    let words_end = glyphs()
        .filter(|glyph| !blank(glyph))
        .map(|glyph| glyph.end);
    let Some(words_end) = words_end.max() else {
        return;
    };
    let x = runs.first().map_or(0.0, |run| run.x);
    let mut changed = false;
    for glyph in runs.iter_mut().flat_map(|run| &mut run.glyphs) {
        if glyph.start >= words_end && glyph.advance != 0.0 {
            glyph.advance = 0.0;
            changed = true;
        }
    }
    if changed {
        close_up(runs, x);
    }
}

/// Of what hangs past a line's end one space is kept, for those who take the
/// words out of a file. A separator hangs too: with nothing after it on the
/// line there is nothing to separate.
fn trim_end(runs: &mut Vec<Run>, text: &str) {
    let hangs = |run: &Run, glyph: &Glyph| {
        let shown = text.get(glyph.start as usize..glyph.end as usize);
        // A person's own dot has a place in the document.
        shown.is_some_and(|shown| {
            shown.trim().is_empty() || (shown == SEPARATOR && run.place.is_none())
        })
    };
    loop {
        let mut last = runs
            .iter()
            .rev()
            .flat_map(|run| run.glyphs.iter().rev().map(move |glyph| hangs(run, glyph)));
        if !(last.next().unwrap_or(false) && last.next().unwrap_or(false)) {
            return;
        }
        if let Some(run) = runs.last_mut() {
            run.glyphs.pop();
            if run.glyphs.is_empty() {
                runs.pop();
            }
        }
    }
}
