//! How much is too much: what a person can shorten to lose a page.

use super::{Pages, Place, Role};

impl Pages {
    /// How many lines stand on the pages after so many.
    pub fn lines_after(&self, pages: usize) -> u32 {
        let rows = self.pages.iter().skip(pages).flat_map(|page| &page.rows);
        rows.map(|placed| placed.end - placed.start).sum()
    }

    /// The fields, or lines of lists, whose last line is a single word: a word
    /// less in each of them is a line less.
    pub fn single_words(&self) -> Vec<Place> {
        let rows = self
            .reading()
            .filter(|placed| placed.end == placed.row.lines);
        let cells = rows.flat_map(|placed| &placed.row.cells);
        let texts = cells.filter(|cell| matches!(cell.role, Role::Paragraph | Role::Item));
        texts
            .filter_map(|cell| {
                let (last, before) = cell.lines.split_last()?;
                let text: String = last.runs.iter().flat_map(|run| run.text(cell)).collect();
                let alone = !before.is_empty() && text.split_whitespace().count() == 1;
                last.runs.first()?.place.filter(|_| alone)
            })
            .collect()
    }
}
