//! Pages as a PDF: tagged (PDF/UA-1), searchable, with subset fonts.
//!
//! The same pages, fonts and options give the same bytes everywhere. There is no
//! date in the file unless the caller gives one.

use std::sync::Arc;

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document, SerializeSettings};

use crate::fonts::{Face, FontError, Fonts};
use crate::pages::{Cell, Glyph, Ground, Page, Pages, Placed, Role, Run};

mod check;
#[cfg(feature = "code")]
mod code;
mod drawings;
mod language;
mod links;
mod options;
mod parts;
mod picture;
mod tags;
mod words;

#[cfg(feature = "code")]
pub use code::{Code, write_with_code};
pub use options::{LETTER_NAME, Moment, Options, SOURCE_NAME};
pub use parts::Part;

use check::check;
use options::Claim;
use parts::Whole;
use picture::Picture;
use tags::Tags;

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    #[error(transparent)]
    Fonts(#[from] FontError),
    /// A page has no size, or pages name glyphs or faces that do not exist:
    /// they were not made by this version's engine.
    #[error("these pages cannot be written")]
    Pages,
    /// A file for an archive says when it was made.
    #[error("an archival PDF needs a date, and none was given")]
    NoDate,
    /// These pages break a rule for archives, such as with a character that has
    /// no meaning outside a font.
    #[error("these pages cannot be written for an archive: {0}")]
    NotArchival(String),
    /// The photo is not a JPEG that can be read.
    #[error("the photo cannot be read")]
    Photo,
    #[error("the PDF could not be written: {0}")]
    Writer(String),
}

/// Writes pages, with the faces that they are set in.
pub fn write(pages: &Pages, fonts: &Fonts, options: &Options<'_>) -> Result<Vec<u8>, PdfError> {
    let part = Part {
        pages,
        name: SOURCE_NAME,
        source: options.source,
        photo: options.photo,
    };
    together(&[part], fonts, options)
}

/// Writes several documents one after the other: a letter, and the CV that it goes
/// with. Each has an entry in the outline, and a part of the structure in its own
/// language. Of the options only the date counts, and whether it is for an archive:
/// photos and data are those of the parts.
pub fn together(
    parts: &[Part<'_>],
    fonts: &Fonts,
    options: &Options<'_>,
) -> Result<Vec<u8>, PdfError> {
    let work = Work {
        parts,
        options,
        #[cfg(feature = "code")]
        code: None,
    };
    work.write(fonts)
}

/// The faces of some pages, by their numbers.
struct Faces(Vec<Option<Font>>);

impl Faces {
    fn read(parts: &[Part<'_>], fonts: &Fonts) -> Result<Faces, FontError> {
        let mut faces = vec![None; Face::COUNT];
        for face in parts.iter().flat_map(|part| part.pages.faces()) {
            if faces[usize::from(face.number())].is_some() {
                continue;
            }
            let file = fonts.get(face).ok_or(FontError::Missing(face.file()))?;
            let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(file);
            let font = Font::new(Data::from(data), 0);
            let font = font.ok_or(FontError::Unreadable(face.file()))?;
            faces[usize::from(face.number())] = Some(font);
        }
        Ok(Faces(faces))
    }

    fn get(&self, number: u8) -> Option<&Font> {
        self.0.get(usize::from(number))?.as_ref()
    }
}

/// A file that is to be made.
struct Work<'a> {
    parts: &'a [Part<'a>],
    options: &'a Options<'a>,
    /// Stands on the last page of each part.
    #[cfg(feature = "code")]
    code: Option<Code<'a>>,
}

impl Work<'_> {
    fn write(&self, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
        let sources = self.parts.iter().any(|part| part.source.is_some());
        let claims = self.options.claims(sources)?;
        let fonts = Faces::read(self.parts, fonts)?;
        let mut drawn = Vec::with_capacity(self.parts.len());
        for part in self.parts {
            check(part.pages)?;
            drawn.push(part.photo()?);
        }
        let archival = self.options.archival;
        let mut last = PdfError::Pages;
        for claim in claims {
            match self.attempt(&drawn, &fonts, *claim) {
                Err(PdfError::Writer(why)) if archival => last = PdfError::NotArchival(why),
                Err(error @ PdfError::Writer(_)) => last = error,
                other => return other,
            }
        }
        Err(last)
    }

    fn attempt(
        &self,
        photos: &[Option<Picture>],
        fonts: &Faces,
        claim: Claim,
    ) -> Result<Vec<u8>, PdfError> {
        let mut document = Document::new_with(SerializeSettings {
            configuration: claim.configuration()?,
            enable_tagging: true,
            ..SerializeSettings::default()
        });

        let mut whole = Whole::of(self.parts);
        for (part, photo) in self.parts.iter().zip(photos) {
            let pages = part.pages;
            let mut tags = Tags::of(&pages.language);
            let mut outline = Vec::new();
            let look = Look {
                pages,
                photo: photo.as_ref(),
                fonts,
                #[cfg(feature = "code")]
                code: self.code.and_then(|code| code.place(pages)),
            };
            for (number, page) in pages.pages.iter().enumerate() {
                let headings = page.rows.iter().filter_map(|placed| {
                    let heading = section_heading(placed)?;
                    Some((heading.to_owned(), number, placed.y))
                });
                outline.extend(headings);
                draw_page(&mut document, &look, page, &mut tags)?;
            }
            whole.add(pages, tags, outline);
        }

        let (tree, outline) = whole.finish();
        document.set_tag_tree(tree);
        document.set_outline(outline);
        document.set_metadata(parts::metadata(self.parts, self.options));
        for part in self.parts {
            if let Some(file) = part.attachment(self.options) {
                document.embed_file(file);
            }
        }
        document
            .finish()
            .map_err(|error| PdfError::Writer(error.to_string()))
    }
}

/// What the pages of a part are drawn with.
struct Look<'a> {
    pages: &'a Pages,
    photo: Option<&'a Picture>,
    fonts: &'a Faces,
    /// On the last page.
    #[cfg(feature = "code")]
    code: Option<code::Square<'a>>,
}

fn draw_page(
    document: &mut Document,
    look: &Look<'_>,
    page: &Page,
    tags: &mut Tags<'_>,
) -> Result<(), PdfError> {
    let (pages, fonts) = (look.pages, look.fonts);
    let settings = PageSettings::from_wh(pages.width, pages.height).ok_or(PdfError::Pages)?;
    let mut sheet = document.start_page_with(settings);
    let mut links = links::Links::default();
    #[cfg(feature = "code")]
    let mut code = None;
    {
        let mut surface = sheet.surface();
        rules(&mut surface, page);
        for placed in &page.rows {
            tags.row(placed);
            if let (Some(place), Some(photo)) = (&placed.row.image, look.photo) {
                let mark = picture::draw(&mut surface, placed, place, photo);
                tags.figure(&place.alt, mark);
            }
            for (index, cell) in placed.row.cells.iter().enumerate() {
                words::draw_cell(&mut surface, fonts, placed, index, cell, tags, &mut links);
            }
        }
        #[cfg(feature = "code")]
        if let Some(square) = look.code.filter(|_| code::is_last(pages, page)) {
            code = Some((square, square.draw(&mut surface)));
        }
        for placed in &page.furniture {
            let footer = Artifact::with_kind(ArtifactType::Footer);
            surface.start_tagged(ContentTag::Artifact(footer));
            for cell in &placed.row.cells {
                for (top, line) in placed.lines(cell) {
                    for run in &line.runs {
                        draw(&mut surface, fonts, placed, cell, top, run);
                        draw_dots(&mut surface, fonts, placed, cell, top, run);
                    }
                }
            }
            surface.end_tagged();
        }
    }
    for link in links.finish() {
        let annotation = sheet.add_tagged_annotation(link.annotation);
        tags.link_annotation(link.at, annotation);
    }
    #[cfg(feature = "code")]
    if let Some((square, mark)) = code {
        let annotation = square.annotation();
        let annotation = annotation.map(|annotation| sheet.add_tagged_annotation(annotation));
        tags.code(square.alt(), mark, annotation);
    }
    sheet.finish();
    Ok(())
}

/// The text of a row that is a section's heading and starts here.
fn section_heading(placed: &Placed) -> Option<&str> {
    let cell = placed.row.cells.first()?;
    let text = cell.text.trim();
    (placed.start == 0 && cell.role == Role::Heading(2) && !text.is_empty()).then_some(text)
}

/// The grounds, lines and boxes of a page: looks, not content.
fn rules(surface: &mut Surface<'_>, page: &Page) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Layout,
    )));
    for ground in &page.grounds {
        filled(surface, (0.0, 0.0), ground);
    }
    for placed in &page.rows {
        for rule in placed.rules() {
            filled(surface, (placed.x, placed.y), &rule);
        }
        drawings::draw(surface, placed);
    }
    surface.end_tagged();
}

fn filled(surface: &mut Surface<'_>, (x, y): (f32, f32), ground: &Ground) {
    let rect = Rect::from_xywh(x + ground.x, y + ground.y, ground.width, ground.height);
    let path = rect.and_then(|rect| {
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        path.finish()
    });
    if let Some(path) = path {
        surface.set_fill(Some(fill(ground.color)));
        surface.draw_path(&path);
    }
}

/// Draws a run, without dots.
fn draw(
    surface: &mut Surface<'_>,
    fonts: &Faces,
    placed: &Placed,
    cell: &Cell,
    top: f32,
    run: &Run,
) {
    let Some(font) = fonts.get(run.face) else {
        return;
    };
    // A hyphen is not in the text, but like every glyph it says what it is.
    let text = if run.hyphen { "-" } else { &cell.text };
    let glyphs: Vec<KrillaGlyph> = (0..run.glyphs.len())
        .filter(|number| !is_dot(run, *number))
        .map(|number| krilla_glyph(run, &run.glyphs[number]))
        .collect();
    let start = Point::from_xy(
        placed.x + cell.x + run.x,
        placed.y + top + placed.row.baseline,
    );
    surface.set_fill(Some(fill(run.color)));
    surface.draw_glyphs(start, &glyphs, font.clone(), text, run.size, false);
}

/// Whether a glyph is a part of a letter that is drawn with it: a dot, a vowel's
/// mark. Arabic fonts make letters of several such.
fn is_dot(run: &Run, number: usize) -> bool {
    let glyph = &run.glyphs[number];
    let same = |other: &Glyph| (other.start, other.end) == (glyph.start, glyph.end);
    run.rtl && glyph.advance == 0.0 && run.glyphs.iter().any(|g| same(g) && g.advance != 0.0)
}

fn has_dots(run: &Run) -> bool {
    (0..run.glyphs.len()).any(|number| is_dot(run, number))
}

/// Draws the dots of a run's letters, which [`draw`] leaves out. They say nothing:
/// with them a letter would be no single place on the page, and readers would take
/// its parts for words.
fn draw_dots(
    surface: &mut Surface<'_>,
    fonts: &Faces,
    placed: &Placed,
    cell: &Cell,
    top: f32,
    run: &Run,
) {
    let Some(font) = fonts.get(run.face) else {
        return;
    };
    surface.set_fill(Some(fill(run.color)));
    let baseline = placed.y + top + placed.row.baseline;
    let mut x = placed.x + cell.x + run.x;
    for (number, glyph) in run.glyphs.iter().enumerate() {
        if is_dot(run, number) {
            // As outlines, which are no text.
            let drawn = [krilla_glyph(run, glyph)];
            let start = Point::from_xy(x, baseline);
            surface.draw_glyphs(start, &drawn, font.clone(), &cell.text, run.size, true);
        }
        x += glyph.advance;
    }
}

fn krilla_glyph(run: &Run, glyph: &Glyph) -> KrillaGlyph {
    let range = if run.hyphen {
        0..1
    } else {
        glyph.start as usize..glyph.end as usize
    };
    KrillaGlyph::new(
        GlyphId::new(u32::from(glyph.id)),
        glyph.advance / run.size,
        glyph.dx / run.size,
        -glyph.dy / run.size,
        0.0,
        range,
        None,
    )
}

fn fill(color: u32) -> Fill {
    let [_, red, green, blue] = color.to_be_bytes();
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: Default::default(),
    }
}
