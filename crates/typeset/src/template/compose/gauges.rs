//! Levels as dots or bars, in a cell of their own beside the word that has one.

use cv::{SectionKind, ShownSection};

use super::super::content::{self, Entry};
use super::super::look::{Manner, Tone};
use super::super::spans::{Hand, cell};
use super::section::{GUTTER, Setter};
use crate::icons::WIDTH;
use crate::layout::input::{Cell, Gauge, Pt, pt};
use crate::pages::Role;

/// A word that is drawn: a cell without a place yet.
pub(super) struct Drawn<'a>(Cell<'a>);

impl<'a> Setter<'_, 'a> {
    /// Takes a level that is to be drawn out of an entry's words.
    pub(super) fn gauge(&self, entry: &mut Entry<'a>) -> Option<Drawn<'a>> {
        let form = self.frame.gauges?;
        let (part, level) = entry
            .level
            .take()
            .filter(|(part, _)| *part < entry.parts.len())?;
        let hand = self.gauge_hand();
        let spans = hand.spans(entry.parts.remove(part));
        Some(Drawn(Cell {
            gauge: Some(Gauge {
                form,
                level,
                rest: self.frame.tones.hairline(),
            }),
            ..cell(Role::Paragraph, pt(0.0), self.gauge_width(), spans)
        }))
    }

    /// The manner of a section in which something is drawn: words in a row have no
    /// place for it.
    pub(super) fn manner(&self, section: ShownSection<'a>) -> Manner {
        let kind: SectionKind = section.kind();
        match (self.setting.manner)(kind) {
            Manner::Words if self.is_drawn(section) => Manner::Grid,
            manner => manner,
        }
    }

    /// Whether an entry of the section has something that is drawn.
    pub(super) fn is_drawn(&self, section: ShownSection<'a>) -> bool {
        let kind = section.kind();
        let mut items = section.items();
        self.frame.gauges.is_some()
            && items.any(|item| content::entry(kind, item, self.frame.lang).level.is_some())
    }

    /// Puts it at the right end of the rows from one on, which is where its word is.
    pub(super) fn put_at_end(&mut self, first: usize, drawn: Option<Drawn<'a>>) {
        let (Some(Drawn(gauge)), Some(flow)) = (drawn, self.rows.get_mut(first)) else {
            return;
        };
        let x = self.width - gauge.width;
        if let Some(word) = flow.row.cells.last_mut() {
            word.width = word.width.min(x - GUTTER - word.x);
        }
        flow.row.cells.push(Cell { x, ..gauge });
    }

    pub(super) fn gauge_width(&self) -> Pt {
        Pt(self.gauge_hand().size.0 * WIDTH / 100)
    }

    fn gauge_hand(&self) -> Hand {
        Hand {
            color: self.frame.tones.of(Tone::Accent),
            ..self.frame.hand(self.setting.body)
        }
    }
}

impl<'a> Drawn<'a> {
    pub(super) fn at(self, x: Pt) -> Cell<'a> {
        Cell { x, ..self.0 }
    }
}
