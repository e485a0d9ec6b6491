//! The engine: rows of styled text in, pages out.
//!
//! It keeps every row that it set in the last layouts. A row whose input did
//! not change is not shaped again, so after a keystroke one row is shaped and
//! the rest is found.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use cv::{Language, Shown};

use crate::fonts::fallback::Han;
use crate::fonts::{Face, FontData, FontError, Fonts};
use crate::pages::{Area, Page, Pages, Placed};
use crate::template;

mod breaks;
mod cache;
pub(crate) mod clean;
mod ends;
mod fit;
mod flow;
pub(crate) mod input;
mod mirror;
pub(crate) mod patterns;
mod shape;

pub use patterns::PatternsError;
#[cfg(feature = "html")]
pub(crate) use shape::runs_leftwards;
pub(crate) use shape::shown as shown_target;

use ends::End;
use input::{Flow, Pt, Sheet};

/// Sets documents. Its memory is bounded by the last few documents' rows.
pub struct Engine {
    shaper: shape::Shaper,
    cache: cache::Cache,
}

impl Engine {
    /// Sets pages with the faces that are at hand; others can be added.
    ///
    /// # Errors
    /// The face that stands in for others cannot be read.
    pub fn new(fonts: Fonts) -> Result<Engine, FontError> {
        Ok(Engine {
            shaper: shape::Shaper::new(fonts)?,
            cache: cache::Cache::default(),
        })
    }

    /// Adds a face that was [lacking](Engine::lacking).
    ///
    /// # Errors
    /// The file is of another edition, or cannot be read.
    pub fn add(&mut self, face: Face, data: FontData) -> Result<(), FontError> {
        self.shaper.add(face, data)?;
        self.cache.forget(face);
        Ok(())
    }

    /// The faces that the last layout asked for and that are not here. With any,
    /// its pages are not yet those of the document.
    pub fn lacking(&self) -> Vec<Face> {
        let faces = self.cache.faces().faces();
        faces.filter(|face| !self.shaper.has(*face)).collect()
    }

    /// The file in `public/hyphenation`, served at `/hyphenation/NAME`, without
    /// which words of a language are not divided; nothing if it is here, or if
    /// there is none.
    pub fn needs_patterns(&self, language: Language) -> Option<&'static str> {
        self.shaper.patterns.lacks(language)
    }

    /// Takes the file that [`Engine::needs_patterns`] named. Layouts after this
    /// divide words of the language.
    pub fn set_patterns(
        &mut self,
        language: Language,
        bytes: impl Into<Cow<'static, [u8]>>,
    ) -> Result<(), PatternsError> {
        self.shaper.patterns.put(language, bytes.into())?;
        // What was set without them.
        self.cache.clear();
        Ok(())
    }

    /// Sets what a document shows, in the template that it names.
    pub fn layout(&mut self, shown: Shown<'_>) -> Pages {
        let template = template::of(shown);
        self.set(template.sheet(shown), template.version())
    }

    /// How many rows the last layout had to shape.
    pub fn shaped(&self) -> usize {
        self.cache.misses()
    }

    fn set(&mut self, sheet: Sheet<'_>, layout: String) -> Pages {
        self.cache.begin();
        if self.shaper.prefer(Han::of(sheet.language, texts(&sheet))) {
            self.cache.clear();
        }
        let sheet = if sheet.rtl {
            mirror::mirrored(sheet)
        } else {
            sheet
        };
        let form = sheet.form;
        // Where what stands beside the text has its origin.
        let margin = if sheet.rtl {
            form.width - form.right
        } else {
            form.left
        };
        let mut area = Area {
            left: form.left.points(),
            top: form.top.points(),
            right: (form.width - form.right).points(),
            bottom: (form.height - form.bottom).points(),
        };
        let mut pages: Vec<Page> = Vec::new();
        let mut ends: Vec<End> = Vec::new();
        for (number, stream) in sheet.streams.into_iter().enumerate() {
            let items: Vec<flow::Item> = stream
                .rows
                .into_iter()
                .map(|flow| self.item(flow))
                .filter(|item| item.row.lines > 0)
                .collect();
            let start = ends::start(&stream.top, &ends, area);
            let column = flow::Column {
                number: u8::try_from(number).unwrap_or(u8::MAX),
                x: stream.x.points(),
                top: area.top,
                bottom: area.bottom,
            };
            let flowed = flow::flow(&items, start, column);
            ends.push(flowed.end);
            for (page, rows) in flowed.pages {
                while pages.len() <= page {
                    pages.push(Page::default());
                }
                pages[page].rows.extend(rows);
            }
        }
        if pages.is_empty() {
            pages.push(Page::default());
        }
        for (index, page) in pages.iter_mut().enumerate() {
            page.grounds = ends::grounds(&sheet.grounds, form, &ends, index, page);
        }
        let highest = pages.iter().flat_map(|page| &page.rows).map(|row| row.y);
        area.top = highest.fold(area.top, f32::min);
        let count = pages.len();
        for (index, page) in pages.iter_mut().enumerate() {
            page.furniture = (sheet.furniture)(index + 1, count)
                .into_iter()
                .map(|(y, flow)| self.furniture(margin, y, flow))
                .filter(|placed| placed.end > 0)
                .collect();
        }

        let missing: BTreeSet<char> = pages
            .iter()
            .flat_map(|page| page.rows.iter().chain(&page.furniture))
            .flat_map(|placed| placed.row.missing.chars())
            .collect();
        self.cache.end();
        Pages {
            layout,
            language: sheet.language.to_owned(),
            title: clean::line(&sheet.title),
            author: clean::line(&sheet.author),
            width: form.width.points(),
            height: form.height.points(),
            area,
            pages,
            missing: missing.into_iter().collect(),
        }
    }

    fn item(&mut self, flow: Flow<'_>) -> flow::Item {
        flow::Item {
            key: flow.key,
            before: flow.before.points(),
            after: flow.after.points(),
            keep: flow.keep,
            hang: flow.hang,
            new_page: flow.new_page,
            together: flow.together,
            row: self.row(flow.row),
        }
    }

    fn furniture(&mut self, x: Pt, y: Pt, flow: Flow<'_>) -> Placed {
        let row = self.row(flow.row);
        Placed {
            key: flow.key,
            x: x.points(),
            y: y.points(),
            start: 0,
            end: row.lines.min(1),
            first: false,
            column: u8::MAX,
            row,
        }
    }

    fn row(&mut self, row: input::Row<'_>) -> Rc<crate::pages::Row> {
        let shaper = &mut self.shaper;
        self.cache.row(row, |row| (shaper.row(row), shaper.asked()))
    }
}

/// Everything that a sheet says.
fn texts<'s>(sheet: &'s Sheet<'_>) -> impl Iterator<Item = &'s str> {
    let rows = sheet.streams.iter().flat_map(|stream| &stream.rows);
    let spans = rows
        .flat_map(|flow| &flow.row.cells)
        .flat_map(|cell| &cell.spans);
    spans.map(|span| span.text.as_ref())
}
