//! Sections: a heading, and its entries below or beside it.

use cv::{Paging, SectionKind, ShownSection};

use super::super::content::{self, Part};
use super::super::look::{DatesAt, HeadingManner, Manner, Setting, Tone};
use super::super::spans::{Hand, cell};
use super::Frame;
use super::employers::{self, Stands};
use crate::layout::input::{Align, Cell, Flow, Pt, Row, Rule, Span, key, pt};
use crate::pages::Role;

/// Between what stands side by side.
pub(super) const GUTTER: Pt = pt(14.0);

/// The numbers of rows within an item, for their keys. What follows the named
/// ones are paragraphs and list items, counted from [`slot::BODY`].
pub(super) mod slot {
    pub(crate) const HEAD: u64 = 0;
    pub(crate) const DETAIL: u64 = 1;
    pub(crate) const DATES: u64 = 2;
    pub(crate) const EMPLOYER: u64 = 3;
    pub(crate) const EMPLOYER_DETAIL: u64 = 4;
    pub(crate) const BODY: u64 = 16;
}

/// Sets the sections of a column.
pub(super) struct Setter<'f, 'a> {
    pub(super) frame: &'f Frame,
    pub(super) setting: &'static Setting,
    pub(super) width: Pt,
    /// Where what stands under a heading starts.
    pub(super) base: Pt,
    /// Where its text starts.
    pub(super) text: Pt,
    pub(super) rows: Vec<Flow<'a>>,
    /// Who signs a letter.
    pub(super) signer: Part<'a>,
    /// The last number of a group that stays together.
    groups: u32,
}

impl<'f, 'a> Setter<'f, 'a> {
    pub(super) fn new(frame: &'f Frame, setting: &'static Setting, width: Pt) -> Setter<'f, 'a> {
        let base = match setting.heading_manner {
            HeadingManner::Margin(margin) => margin,
            _ => pt(0.0),
        };
        let dates = match setting.dates_at {
            DatesAt::Left(dates) => frame.width(dates),
            _ => pt(0.0),
        };
        Setter {
            frame,
            setting,
            width,
            base,
            text: base + dates,
            rows: Vec::new(),
            signer: Part::new(),
            groups: 0,
        }
    }

    pub(super) fn section(&mut self, section: ShownSection<'a>) {
        let start = self.rows.len();
        if section.kind() == SectionKind::Letter {
            return self.letters(section);
        }
        self.heading(section);
        if section.paging().new_page {
            self.rows[start].new_page = true;
        }
        let manner = self.manner(section);
        let drawn = self.is_drawn(section);
        let columns = manner == Manner::Grid && self.holds(section);
        if manner == Manner::Words {
            self.words(section);
        } else {
            let stands = employers::stands(section);
            for (index, (item, stands)) in section.items().zip(stands).enumerate() {
                let entry = content::entry(section.kind(), item, self.frame.lang);
                let first = self.rows.len();
                match manner {
                    _ if stands != Stands::Alone => self.role(item, stands == Stands::First),
                    Manner::Entries => self.entry(item.id().0, entry),
                    Manner::Compact => self.compact(item.id().0, entry),
                    Manner::Grid => self.grid(item.id().0, entry, drawn, columns),
                    Manner::Stacked | Manner::Words => self.stacked(item.id().0, entry),
                }
                self.begin(first, index == 0, start, item.paging());
            }
        }
        if section.paging().together {
            self.group(start, 0);
        }
    }

    /// Marks the rows of an item, the first of which begins it.
    fn begin(&mut self, first: usize, is_first: bool, heading: usize, paging: Paging) {
        // Rows without a word do not stand anywhere.
        let shown = self.rows[first..]
            .iter()
            .position(|flow| !flow.row.is_blank());
        let Some(first) = shown.map(|at| first + at) else {
            return;
        };
        self.rows[first].row.begins = true;
        if is_first {
            self.rows[first].before = pt(0.0);
        }
        if paging.new_page {
            // A heading goes with its first entry.
            let at = if is_first { heading } else { first };
            self.rows[at].new_page = true;
        }
        if paging.together {
            self.group(first, 1);
        }
    }

    pub(super) fn group(&mut self, start: usize, slot: usize) {
        self.groups += 1;
        for row in &mut self.rows[start..] {
            row.together[slot] = self.groups;
        }
    }

    pub(super) fn heading(&mut self, section: ShownSection<'a>) {
        let hand = self.frame.hand(self.setting.heading);
        let text = hand.span(content::heading(section, self.frame.lang));
        let gaps = self.setting.gaps;
        let (before, after) = (
            self.frame.gap(gaps.section),
            self.frame.gap(gaps.after_heading),
        );
        let manner = self.setting.heading_manner;
        let (rules, width) = (self.rules(), self.width);
        let cell = Cell {
            align: match manner {
                HeadingManner::Centered => Align::Center,
                _ => Align::Start,
            },
            ..cell(
                Role::Heading(2),
                pt(0.0),
                match manner {
                    HeadingManner::Margin(margin) => margin - GUTTER,
                    _ => width,
                },
                vec![text],
            )
        };
        let title = self.frame.hand(self.setting.title);
        let hangs = matches!(manner, HeadingManner::Margin(_));
        let leading = if hangs { title.leading } else { hand.leading };
        let flow = self.row(key(section.id().0, slot::HEAD), leading, vec![cell]);
        flow.row.size = hangs.then_some(title.size);
        flow.before = before;
        flow.after = after;
        flow.keep = true;
        flow.hang = hangs;
        flow.row.begins = true;
        flow.row.rules = rules;
    }

    /// The lines and grounds of a heading.
    fn rules(&self) -> Vec<Rule> {
        let line = Rule {
            x: pt(0.0),
            above: pt(7.0),
            width: self.width,
            thickness: pt(0.6),
            tall: false,
            under: false,
            always: false,
            color: self.frame.tones.hairline(),
        };
        match self.setting.heading_manner {
            HeadingManner::LineAbove | HeadingManner::Margin(_) => vec![line],
            HeadingManner::LineBelow(thickness, tone) => vec![Rule {
                above: pt(-1.5),
                thickness,
                under: true,
                always: true,
                color: self.frame.tones.of(tone),
                ..line
            }],
            HeadingManner::Bar => vec![Rule {
                above: pt(4.0),
                width: pt(26.0),
                thickness: pt(2.2),
                always: true,
                color: self.frame.tones.of(Tone::Accent),
                ..line
            }],
            HeadingManner::Boxed => vec![Rule {
                x: pt(-6.0),
                above: pt(1.0),
                width: self.width + pt(12.0),
                thickness: pt(2.0),
                tall: true,
                always: true,
                color: self.frame.tones.tint(),
                ..line
            }],
            HeadingManner::Centered => vec![Rule {
                x: Pt((self.width.0 - pt(36.0).0) / 2),
                above: pt(-3.0),
                width: pt(36.0),
                thickness: pt(0.8),
                under: true,
                always: true,
                color: self.frame.tones.of(Tone::Accent),
                ..line
            }],
            HeadingManner::Plain => Vec::new(),
        }
    }

    /// A row of one cell, from where text starts to the end of the column.
    pub(super) fn plain(
        &mut self,
        key: u64,
        role: Role,
        hand: Hand,
        spans: Vec<Span<'a>>,
    ) -> &mut Flow<'a> {
        let cell = cell(role, self.text, self.width - self.text, spans);
        self.row(key, hand.leading, vec![cell])
    }

    pub(super) fn row(&mut self, key: u64, leading: Pt, cells: Vec<Cell<'a>>) -> &mut Flow<'a> {
        self.rows.push(Flow::new(
            key,
            Row {
                leading,
                size: None,
                cells,
                rules: Vec::new(),
                image: None,
                begins: false,
                begins_list: false,
            },
        ));
        let last = self.rows.len() - 1;
        &mut self.rows[last]
    }
}
