//! Rows onto pages.
//!
//! A row is never torn from what it must stay with: a heading from its entry,
//! an entry's head from at least two lines of what follows, and of a text that
//! breaks over pages at least two lines stand on each. Only where a page is too
//! small for that do the rules give way, and then nothing is lost either: every
//! line is placed once, in order, above the bottom margin.

use std::rc::Rc;

use crate::pages::{Area, Placed, Row};

/// How few lines of a text may stand alone, at the foot of a page or its head.
const FEW: u32 = 2;

pub(super) struct Item {
    pub(super) key: u64,
    pub(super) before: f32,
    pub(super) after: f32,
    /// Never the last on a page.
    pub(super) keep: bool,
    pub(super) row: Rc<Row>,
}

/// At least one page, each with its rows in order.
pub(super) fn pages(items: &[Item], area: Area) -> Vec<Vec<Placed>> {
    let mut flow = FlowState {
        items,
        area,
        pages: vec![Vec::new()],
        y: area.top,
    };
    for index in 0..items.len() {
        flow.place(index);
    }
    flow.pages
}

struct FlowState<'a> {
    items: &'a [Item],
    area: Area,
    pages: Vec<Vec<Placed>>,
    /// Where the last row on the page ended.
    y: f32,
}

impl FlowState<'_> {
    /// Places all lines of a row, on as many pages as they need.
    fn place(&mut self, index: usize) {
        let item = &self.items[index];
        let mut start = 0;
        while start < item.row.lines {
            let fresh = self.y <= self.area.top;
            let top = match self.pages.last().and_then(|page| page.last()) {
                Some(_) if !fresh && index > 0 && start == 0 => {
                    self.y + gap(&self.items[index - 1], item)
                }
                _ => self.y,
            };
            if !fresh && top + self.lead(index, start) > self.area.bottom + SLACK {
                self.turn();
                continue;
            }
            let left = item.row.lines - start;
            let fitting = fitting(self.area.bottom - top, item.row.leading);
            let count = if fitting >= left && self.may_end(index, start, top, left, fresh) {
                left
            } else {
                // Two lines go with what follows, where there are enough.
                fitting.min(left.saturating_sub(FEW).max(1)).max(1)
            };
            self.put(item, start, start + count, top);
            start += count;
            if start < item.row.lines {
                self.turn();
            }
        }
    }

    fn put(&mut self, item: &Item, start: u32, end: u32, y: f32) {
        let placed = Placed {
            key: item.key,
            x: self.area.left,
            y,
            start,
            end,
            first: y <= self.area.top,
            row: Rc::clone(&item.row),
        };
        self.y = y + placed.height();
        if let Some(page) = self.pages.last_mut() {
            page.push(placed);
        }
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.area.top;
    }

    /// The height that must fit on the page for a row to start there, from one
    /// of its lines: the lines that may not stand alone, and for a row that
    /// keeps with the next one that one's lead.
    fn lead(&self, index: usize, start: u32) -> f32 {
        let row = &self.items[index].row;
        let left = row.lines.saturating_sub(start);
        if left >= 2 * FEW {
            return FEW as f32 * row.leading;
        }
        let own = left as f32 * row.leading;
        if self.keeps(index) {
            own + gap(&self.items[index], &self.items[index + 1]) + self.lead(index + 1, 0)
        } else {
            own
        }
    }

    /// Whether the rest of a row may be placed whole: if it is to stay with the
    /// next row, that one's lead must fit below it. A row on an otherwise empty
    /// page that cannot be divided has no better place.
    fn may_end(&self, index: usize, start: u32, top: f32, left: u32, fresh: bool) -> bool {
        if !self.keeps(index) || (fresh && left < 2 * FEW) || start + left < 2 * FEW {
            return true;
        }
        let item = &self.items[index];
        let next = &self.items[index + 1];
        let end = top + left as f32 * item.row.leading;
        end + gap(item, next) + self.lead(index + 1, 0) <= self.area.bottom + SLACK
    }

    /// Whether a row stays with the next: because the template says so; because
    /// the two are the first lines of an entry and alone would be one line; or
    /// because the next is the entry's last and would be alone.
    fn keeps(&self, index: usize) -> bool {
        let Some(next) = self.items.get(index + 1) else {
            return false;
        };
        let item = &self.items[index];
        if item.keep {
            return true;
        }
        if next.row.begins {
            return false;
        }
        let follows_head = index > 0 && self.items[index - 1].keep && item.row.lines < FEW;
        let last = self.items.get(index + 2).is_none_or(|item| item.row.begins);
        follows_head || (last && next.row.lines < FEW)
    }
}

/// Rounding of sums of lengths; a hundredth of a point is invisible.
const SLACK: f32 = 0.01;

/// The space between two rows: of what both ask for the larger.
fn gap(above: &Item, below: &Item) -> f32 {
    above.after.max(below.before)
}

/// How many lines fit into a height.
fn fitting(height: f32, leading: f32) -> u32 {
    if leading <= 0.0 || height <= 0.0 {
        return 0;
    }
    ((height + SLACK) / leading) as u32
}
