//! Rows onto pages.
//!
//! A page is filled line by line until nothing more fits. Of the places where it
//! could end ([`super::breaks`]) it then ends at the last one of the lowest cost,
//! unless that leaves too much of the page empty. Whatever gives way, nothing is
//! lost: every line is placed once, in order, above the bottom margin.

use std::rc::Rc;

use super::breaks::{Breaks, Cost, FEW, is_heading};
use super::ends::{End, Start};
use crate::pages::{Placed, Row};

pub(super) struct Item {
    pub(super) key: u64,
    pub(super) before: f32,
    pub(super) after: f32,
    /// Never the last on a page.
    pub(super) keep: bool,
    /// Stands beside what follows.
    pub(super) hang: bool,
    /// The first on its page.
    pub(super) new_page: bool,
    /// The groups that it stays on one page with.
    pub(super) together: [u32; 2],
    pub(super) row: Rc<Row>,
}

/// Where the rows of a stream stand on every page.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) number: u8,
    pub(super) x: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// A stream on its pages.
pub(super) struct Flowed {
    /// The numbers of pages, each with its rows in order.
    pub(super) pages: Vec<(usize, Vec<Placed>)>,
    pub(super) end: End,
}

/// A row and a line of it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct At {
    item: usize,
    line: u32,
}

/// A place where a page could end.
#[derive(Clone, Copy)]
struct Candidate {
    /// How many rows stand above it, the last one up to this line.
    rows: usize,
    end: u32,
    next: At,
    y: f32,
}

/// How full a page should be before its end is chosen by cost alone.
const FULL: f32 = 0.55;

/// Rounding of sums of lengths; a hundredth of a point is invisible.
const SLACK: f32 = 0.01;

pub(super) fn flow(items: &[Item], start: Start, column: Column) -> Flowed {
    let stream = Stream {
        items,
        column,
        breaks: Breaks::new(items, column.bottom - column.top),
    };
    let mut pages = Vec::new();
    let mut at = At { item: 0, line: 0 };
    let Start {
        mut page,
        mut y,
        mut fresh,
    } = start;
    let mut end = End {
        page,
        y,
        used: !items.is_empty(),
    };
    while at.item < items.len() {
        let asks_for_new = items[at.item].new_page && at.line == 0;
        if (fresh || !asks_for_new)
            && let Some(filled) = stream.page(at, y, fresh)
        {
            at = filled.next;
            end.page = page;
            end.y = filled.y;
            pages.push((page, filled.rows));
        }
        page += 1;
        y = column.top;
        fresh = true;
    }
    Flowed { pages, end }
}

struct Stream<'a> {
    items: &'a [Item],
    column: Column,
    breaks: Breaks<'a>,
}

struct Filled {
    rows: Vec<Placed>,
    next: At,
    y: f32,
}

/// The page that is being filled.
struct Open {
    rows: Vec<Placed>,
    y: f32,
    /// Where what hangs beside the rows ends.
    floor: f32,
    candidates: [Option<Candidate>; Cost::COUNT],
}

impl Stream<'_> {
    /// Fills a page from a line on, or nothing if none of it fits below what
    /// stands there.
    fn page(&self, from: At, top: f32, fresh: bool) -> Option<Filled> {
        let mut open = Open {
            rows: Vec::new(),
            y: top,
            floor: top,
            candidates: [None; Cost::COUNT],
        };
        let mut at = from;
        while let Some(item) = self.items.get(at.item) {
            let goes_on = at.item > from.item;
            if goes_on && item.new_page {
                return Some(open.finish(at));
            }
            let y = self.top_of(at, goes_on, &mut open);
            let left = item.row.lines - at.line;
            let fitting = fitting(self.column.bottom - y, item.row.leading);
            self.within(at, y, fitting, &mut open);
            if fitting < left {
                return self.end(open, fresh, from, y);
            }
            open.put(self.placed(at, item.row.lines, y, fresh && open.rows.is_empty()));
            if item.hang {
                open.floor = open.floor.max(y + item.height());
                open.y = y;
            }
            at = At {
                item: at.item + 1,
                line: 0,
            };
            if at.item < self.items.len() {
                let cost = self.breaks.after(at.item - 1);
                open.could_end(cost, item.row.lines, at);
            }
        }
        Some(open.finish(at))
    }

    /// Where a row's top would be.
    fn top_of(&self, at: At, goes_on: bool, open: &mut Open) -> f32 {
        let item = &self.items[at.item];
        if is_heading(item) || item.hang {
            open.y = open.y.max(open.floor);
        }
        match at.item.checked_sub(1).filter(|_| goes_on) {
            Some(above) => open.y + gap(&self.items[above], item),
            None => open.y,
        }
    }

    /// Notes where the page could end within a row of which so many lines fit.
    fn within(&self, at: At, y: f32, fitting: u32, open: &mut Open) {
        let item = &self.items[at.item];
        let left = item.row.lines - at.line;
        let most = fitting.min(left.saturating_sub(1));
        let well = most.min(left.saturating_sub(FEW));
        for lines in [most, well] {
            if lines == 0 {
                continue;
            }
            let mut cost = self.breaks.within(at.item, lines, left - lines);
            if item.hang {
                // What it stands beside would come later than it.
                cost = cost.max(Cost::Head);
            }
            let end = at.line + lines;
            open.candidates[cost as usize] = Some(Candidate {
                rows: open.rows.len() + 1,
                end,
                next: At {
                    item: at.item,
                    line: end,
                },
                y: y + lines as f32 * item.row.leading,
            });
        }
    }

    /// Ends a page that could not take the next row whole.
    fn end(&self, mut open: Open, fresh: bool, from: At, y: f32) -> Option<Filled> {
        let height = self.column.bottom - self.column.top;
        let full = |candidate: &Candidate| (candidate.y - self.column.top) / height;
        let [free, lonely, together, head, torn] = open.candidates;
        let cheap = match (free, lonely) {
            (Some(free), Some(lonely)) if full(&free) < FULL && lonely.y > free.y => Some(lonely),
            (free, lonely) => free.or(lonely),
        };
        let mut chosen = cheap.or(together);
        if chosen.is_none() && fresh {
            chosen = head.or(torn);
        }
        if chosen.is_none() && !fresh {
            return None;
        }
        let Some(candidate) = chosen else {
            // Not one line fits on a page: it stands there nevertheless.
            let end = from.line + 1;
            open.put(self.placed(from, end, y, true));
            let lines = self.items[from.item].row.lines;
            return Some(open.finish(if end < lines {
                At {
                    item: from.item,
                    line: end,
                }
            } else {
                At {
                    item: from.item + 1,
                    line: 0,
                }
            }));
        };
        if candidate.rows > open.rows.len() {
            let At { item, .. } = candidate.next;
            let line = if item == from.item { from.line } else { 0 };
            let first = fresh && open.rows.is_empty();
            open.put(self.placed(At { item, line }, candidate.end, y, first));
        } else {
            open.rows.truncate(candidate.rows);
            if let Some(last) = open.rows.last_mut() {
                last.end = candidate.end;
            }
        }
        open.y = candidate.y;
        open.floor = candidate.y;
        Some(open.finish(candidate.next))
    }

    fn placed(&self, at: At, end: u32, y: f32, first: bool) -> Placed {
        let item = &self.items[at.item];
        Placed {
            key: item.key,
            x: self.column.x,
            y,
            start: at.line,
            end,
            first,
            column: self.column.number,
            row: Rc::clone(&item.row),
        }
    }
}

impl Open {
    fn put(&mut self, placed: Placed) {
        self.y = placed.y + placed.height();
        self.rows.push(placed);
    }

    fn could_end(&mut self, cost: Cost, end: u32, next: At) {
        self.candidates[cost as usize] = Some(Candidate {
            rows: self.rows.len(),
            end,
            next,
            y: self.y.max(self.floor),
        });
    }

    fn finish(self, next: At) -> Filled {
        Filled {
            rows: self.rows,
            next,
            y: self.y.max(self.floor),
        }
    }
}

impl Item {
    pub(super) fn height(&self) -> f32 {
        self.row.lines as f32 * self.row.leading
    }
}

/// The space between two rows: of what both ask for the larger. What hangs takes
/// none.
fn gap(above: &Item, below: &Item) -> f32 {
    if above.hang {
        0.0
    } else {
        above.after.max(below.before)
    }
}

/// How many lines fit into a height.
fn fitting(height: f32, leading: f32) -> u32 {
    if leading <= 0.0 || height <= 0.0 {
        return 0;
    }
    ((height + SLACK) / leading) as u32
}
