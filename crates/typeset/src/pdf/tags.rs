//! The structure of a file for those who do not see it: headings, paragraphs,
//! lists and links, in reading order.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Tag, TagGroup};

use crate::pages::{Placed, Role};

/// A link's place: row, cell and number of the link in the cell.
pub(super) type At = (usize, usize, u16);

/// Gathers marks while pages are drawn, makes the tree when all are.
pub(super) struct Tags<'a> {
    /// The document's, BCP 47.
    pub(super) language: &'a str,
    rows: Vec<Row>,
    /// The row that is drawn.
    now: usize,
    /// What stands after all rows: what it is, its mark, and its link.
    #[cfg(feature = "code")]
    code: Option<(String, Identifier, Option<Identifier>)>,
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
    parts: Vec<Part>,
}

/// What is the same all along a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The number of the link in the cell.
    pub(super) link: Option<u16>,
    /// It is the hyphen of a word that is divided there.
    pub(super) hyphen: bool,
    /// BCP 47, where it is not the document's.
    pub(super) language: Option<&'static str>,
}

/// Content of one cell that is one link, or none.
struct Part {
    link: Option<u16>,
    annotations: Vec<Identifier>,
    pieces: Vec<Piece>,
}

enum Piece {
    Mark(Identifier),
    /// Words of another language.
    Foreign(&'static str, Identifier),
    /// The hyphen of a word that is divided there.
    Hyphen(Identifier),
}

impl Tags<'_> {
    /// For a document in this language.
    pub(super) fn of(language: &str) -> Tags<'_> {
        Tags {
            language,
            rows: Vec::new(),
            now: 0,
            #[cfg(feature = "code")]
            code: None,
        }
    }

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
                    parts: Vec::new(),
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

    /// A mark in a cell of the current row.
    pub(super) fn mark(&mut self, cell: usize, stretch: Stretch, mark: Identifier) {
        let row = self.rows.get_mut(self.now);
        let Some(cell) = row.and_then(|row| row.cells.get_mut(cell)) else {
            return;
        };
        let piece = match stretch.language {
            _ if stretch.hyphen => Piece::Hyphen(mark),
            Some(language) => Piece::Foreign(language, mark),
            None => Piece::Mark(mark),
        };
        match cell.parts.last_mut() {
            Some(last) if last.link == stretch.link => last.pieces.push(piece),
            _ => cell.parts.push(Part {
                link: stretch.link,
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
        let part = self
            .rows
            .get_mut(row)
            .and_then(|row| row.cells.get_mut(cell))
            .and_then(|cell| {
                let mut parts = cell.parts.iter_mut();
                parts.rfind(|part| part.link == Some(link))
            });
        if let Some(part) = part {
            part.annotations.push(annotation);
        }
    }

    /// The code at the end, and the link on it.
    #[cfg(feature = "code")]
    pub(super) fn code(&mut self, alt: &str, mark: Identifier, link: Option<Identifier>) {
        self.code = Some((alt.to_owned(), mark, link));
    }

    /// The elements, in reading order.
    pub(super) fn finish(self) -> Vec<TagGroup> {
        let mut tree = Vec::new();
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
            let is_numbered = row.cells.iter().any(|cell| cell.role == Role::Number);
            let groups = row.cells.into_iter().filter_map(Cell::group);
            if is_item {
                let numbering = match is_numbered {
                    true => ListNumbering::Decimal,
                    false => ListNumbering::Disc,
                };
                let mut item = TagGroup::new(Tag::LI);
                groups.for_each(|group| item.push(group));
                list.get_or_insert_with(|| TagGroup::new(Tag::L(numbering)))
                    .push(item);
            } else {
                groups.for_each(|group| tree.push(group));
            }
        }
        if let Some(list) = list {
            tree.push(list);
        }
        #[cfg(feature = "code")]
        if let Some((alt, mark, annotation)) = self.code {
            let mut figure = TagGroup::new(Tag::Figure(Some(alt)));
            figure.push(mark);
            let mut paragraph = TagGroup::new(Tag::P);
            if let Some(annotation) = annotation {
                let mut link = TagGroup::new(Tag::Link);
                link.push(annotation);
                link.push(figure);
                paragraph.push(link);
            } else {
                paragraph.push(figure);
            }
            tree.push(paragraph);
        }
        tree
    }
}

impl Cell {
    /// The cell's element, if it has content.
    fn group(self) -> Option<TagGroup> {
        if self.parts.is_empty() {
            return None;
        }
        let mut group = match self.role {
            Role::Heading(level) => {
                let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
                TagGroup::new(Tag::Hn(level, Some(self.text)))
            }
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Label | Role::Number => TagGroup::new(Tag::Lbl),
            Role::Item => TagGroup::new(Tag::LBody),
        };
        for part in self.parts {
            if part.link.is_some() {
                let mut link = TagGroup::new(Tag::Link);
                part.annotations.into_iter().for_each(|a| link.push(a));
                part.pieces.into_iter().for_each(|p| p.add(&mut link));
                group.push(link);
            } else {
                part.pieces.into_iter().for_each(|p| p.add(&mut group));
            }
        }
        Some(group)
    }
}

impl Piece {
    fn add(self, to: &mut TagGroup) {
        match self {
            Piece::Mark(mark) => to.push(mark),
            Piece::Foreign(language, mark) => {
                let mut span = TagGroup::new(Tag::Span.with_lang(Some(language.to_owned())));
                span.push(mark);
                to.push(span);
            }
            Piece::Hyphen(mark) => {
                let soft = Some("\u{ad}".to_owned());
                let mut span = TagGroup::new(Tag::Span.with_actual_text(soft));
                span.push(mark);
                to.push(span);
            }
        }
    }
}
