//! The structure of a file for those who do not see it: headings, paragraphs,
//! lists and links, in reading order.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Tag, TagGroup, TagTree};

use crate::pages::{Placed, Role};

/// A link's place: row, cell and number of the link in the cell.
pub(super) type At = (usize, usize, u16);

/// Gathers marks while pages are drawn, makes the tree when all are.
#[derive(Default)]
pub(super) struct Tags {
    rows: Vec<Row>,
    /// The row that is drawn.
    now: usize,
}

struct Row {
    column: u8,
    begins_list: bool,
    /// What a picture shows, and its mark.
    figure: Option<(String, Identifier)>,
    cells: Vec<Cell>,
}

struct Cell {
    role: Role,
    text: String,
    stretches: Vec<Stretch>,
}

/// Content of one cell that is one link, or none.
struct Stretch {
    link: Option<u16>,
    annotations: Vec<Identifier>,
    pieces: Vec<Piece>,
}

enum Piece {
    Mark(Identifier),
    /// The hyphen of a word that is divided there.
    Hyphen(Identifier),
}

impl Tags {
    /// The row whose marks come next. The rest of one that goes on from the
    /// page before joins its start.
    pub(super) fn row(&mut self, placed: &Placed) {
        if placed.start > 0 {
            let begun = self.rows.iter().rposition(|r| r.column == placed.column);
            if let Some(begun) = begun {
                self.now = begun;
                return;
            }
        }
        self.now = self.rows.len();
        self.rows.push(Row {
            column: placed.column,
            begins_list: placed.row.begins_list,
            figure: None,
            cells: placed
                .row
                .cells
                .iter()
                .map(|cell| Cell {
                    role: cell.role,
                    text: cell.text.trim().to_owned(),
                    stretches: Vec::new(),
                })
                .collect(),
        });
    }

    /// The picture of the current row.
    pub(super) fn figure(&mut self, alt: &str, mark: Identifier) {
        if let Some(row) = self.rows.get_mut(self.now) {
            row.figure = Some((alt.to_owned(), mark));
        }
    }

    /// A mark in a cell of the current row: of text, or of the hyphen at the end
    /// of a line.
    pub(super) fn mark(&mut self, cell: usize, link: Option<u16>, hyphen: bool, mark: Identifier) {
        let row = self.rows.get_mut(self.now);
        let Some(cell) = row.and_then(|row| row.cells.get_mut(cell)) else {
            return;
        };
        let piece = if hyphen {
            Piece::Hyphen(mark)
        } else {
            Piece::Mark(mark)
        };
        match cell.stretches.last_mut() {
            Some(last) if last.link == link => last.pieces.push(piece),
            _ => cell.stretches.push(Stretch {
                link,
                annotations: Vec::new(),
                pieces: vec![piece],
            }),
        }
    }

    /// Where a link of the current row is.
    pub(super) fn at(&self, cell: usize, link: u16) -> At {
        (self.now, cell, link)
    }

    pub(super) fn link_annotation(&mut self, (row, cell, link): At, annotation: Identifier) {
        let stretch = self
            .rows
            .get_mut(row)
            .and_then(|row| row.cells.get_mut(cell))
            .and_then(|cell| {
                let mut stretches = cell.stretches.iter_mut();
                stretches.rfind(|stretch| stretch.link == Some(link))
            });
        if let Some(stretch) = stretch {
            stretch.annotations.push(annotation);
        }
    }

    pub(super) fn finish(self) -> TagTree {
        let mut tree = TagTree::new();
        let mut list: Option<TagGroup> = None;
        let mut rows = self.rows;
        // Sorting is stable: within a column the order of pages and rows.
        rows.sort_by_key(|row| row.column);
        for row in rows {
            let is_item = row.cells.iter().any(|cell| cell.role == Role::Item);
            if (!is_item || row.begins_list)
                && let Some(list) = list.take()
            {
                tree.push(list);
            }
            if let Some((alt, mark)) = row.figure {
                let mut figure = TagGroup::new(Tag::Figure(Some(alt)));
                figure.push(mark);
                tree.push(figure);
            }
            let groups = row.cells.into_iter().filter_map(Cell::group);
            if is_item {
                let mut item = TagGroup::new(Tag::LI);
                groups.for_each(|group| item.push(group));
                list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::Disc)))
                    .push(item);
            } else {
                groups.for_each(|group| tree.push(group));
            }
        }
        if let Some(list) = list {
            tree.push(list);
        }
        tree
    }
}

impl Cell {
    /// The cell's element, if it has content.
    fn group(self) -> Option<TagGroup> {
        if self.stretches.is_empty() {
            return None;
        }
        let mut group = match self.role {
            Role::Heading(level) => {
                let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
                TagGroup::new(Tag::Hn(level, Some(self.text)))
            }
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Label => TagGroup::new(Tag::Lbl),
            Role::Item => TagGroup::new(Tag::LBody),
        };
        for stretch in self.stretches {
            if stretch.link.is_some() {
                let mut link = TagGroup::new(Tag::Link);
                stretch.annotations.into_iter().for_each(|a| link.push(a));
                stretch.pieces.into_iter().for_each(|p| p.add(&mut link));
                group.push(link);
            } else {
                stretch.pieces.into_iter().for_each(|p| p.add(&mut group));
            }
        }
        Some(group)
    }
}

impl Piece {
    fn add(self, to: &mut TagGroup) {
        match self {
            Piece::Mark(mark) => to.push(mark),
            Piece::Hyphen(mark) => {
                let soft = Some("\u{ad}".to_owned());
                let mut span = TagGroup::new(Tag::Span.with_actual_text(soft));
                span.push(mark);
                to.push(span);
            }
        }
    }
}
