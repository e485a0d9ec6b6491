//! Where pages may break, and how gladly.

use super::flow::Item;
use crate::pages::Role;

/// How few lines of a text may stand alone, at the foot of a page or its head.
pub(super) const FEW: u32 = 2;

/// What a break costs. Of two pages that are full enough the one with the lower
/// cost is made, whatever its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cost {
    /// Between entries, between paragraphs, or within a text with two lines on
    /// either side.
    Free,
    /// A line or a list item would stand alone.
    Lonely,
    /// The owner asked for the two to be on one page.
    Together,
    /// A heading or an entry's head would be the last on its page.
    Head,
    /// Within a short text: only where a page cannot hold it.
    Torn,
}

impl Cost {
    pub(super) const COUNT: usize = 5;
}

/// The breaks between the rows of a stream.
pub(super) struct Breaks<'a> {
    items: &'a [Item],
    /// For each row its number in an unbroken run of list items, and how many
    /// those are.
    lists: Vec<(usize, usize)>,
    /// The numbers of groups that no page can hold.
    too_tall: Vec<u32>,
}

impl<'a> Breaks<'a> {
    pub(super) fn new(items: &'a [Item], page: f32) -> Breaks<'a> {
        let mut lists = vec![(0, 0); items.len()];
        let mut start = 0;
        while start < items.len() {
            let run = items[start..].iter().take_while(|item| is_bullet(item));
            let count = run.count();
            for (number, place) in lists[start..start + count].iter_mut().enumerate() {
                *place = (number, count);
            }
            start += count.max(1);
        }
        Breaks {
            items,
            lists,
            too_tall: too_tall(items, page),
        }
    }

    /// The cost of a break after a row.
    pub(super) fn after(&self, index: usize) -> Cost {
        let (Some(item), Some(next)) = (self.items.get(index), self.items.get(index + 1)) else {
            return Cost::Free;
        };
        if item.keep || item.hang {
            return Cost::Head;
        }
        if self.is_together(item, next) {
            return Cost::Together;
        }
        if self.leaves_alone(index) {
            return Cost::Lonely;
        }
        Cost::Free
    }

    /// The cost of a break within a row, with so many lines on either side.
    pub(super) fn within(&self, index: usize, above: u32, below: u32) -> Cost {
        if above < FEW || below < FEW {
            return Cost::Torn;
        }
        let item = &self.items[index];
        if self.is_together(item, item) {
            return Cost::Together;
        }
        Cost::Free
    }

    /// Whether a break after this row leaves a line or a list item alone, above
    /// it or below.
    fn leaves_alone(&self, index: usize) -> bool {
        let (item, next) = (&self.items[index], &self.items[index + 1]);
        if !next.row.begins {
            let (number, count) = self.lists[index];
            let more_items = self.lists[index + 1].1 > 1 && self.lists[index + 1].0 > 0;
            if more_items && (number == 0 || number + 2 == count) {
                return true;
            }
        }
        let few = |item: &Item| item.row.lines < FEW;
        let before = index.checked_sub(1).map(|before| &self.items[before]);
        let under_head = before.is_some_and(|before| before.keep || before.hang);
        // One line of several under a heading or a head, or one short entry of
        // several.
        let short = |item: &Item| item.row.begins && item.row.lines < 2 * FEW;
        let under_heading = before.is_some_and(is_heading);
        if under_head && !is_heading(next) {
            let alone = few(item) && (under_heading || !next.row.begins);
            if alone || (under_heading && short(item) && short(next)) {
                return true;
            }
        }
        // The last line of an entry, or of a section of single lines.
        let after = self.items.get(index + 2);
        let ends_entry = after.is_none_or(|after| after.row.begins);
        let ends_section = after.is_none_or(is_heading);
        !is_heading(next)
            && !next.keep
            && ((ends_entry && few(next) && !next.row.begins)
                || (ends_section && short(next) && short(item)))
    }

    fn is_together(&self, a: &Item, b: &Item) -> bool {
        let same = a.together.iter().zip(b.together);
        same.into_iter()
            .any(|(a, b)| *a == b && b != 0 && !self.too_tall.contains(&b))
    }
}

/// A section's heading.
pub(super) fn is_heading(item: &Item) -> bool {
    let mut cells = item.row.cells.iter();
    cells.any(|cell| cell.role == Role::Heading(2))
}

fn is_bullet(item: &Item) -> bool {
    item.row.cells.iter().any(|cell| cell.role == Role::Item)
}

/// Groups that are taller than a page. The rows of one follow each other.
fn too_tall(items: &[Item], page: f32) -> Vec<u32> {
    let mut found = Vec::new();
    for slot in 0..2 {
        for run in items.chunk_by(|a, b| a.together[slot] == b.together[slot]) {
            let height: f32 = run
                .iter()
                .enumerate()
                .map(|(n, item)| item.height() + if n > 0 { item.before } else { 0.0 })
                .sum();
            let group = run.first().map_or(0, |item| item.together[slot]);
            if group != 0 && height > page {
                found.push(group);
            }
        }
    }
    found
}
