//! Pages as a PDF: tagged (PDF/UA-1), searchable, with subset fonts.
//!
//! The same pages and fonts give the same bytes everywhere. There is no date in
//! the file unless the caller gives one.

use std::ops::Range;
use std::sync::Arc;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Data, Document, SerializeSettings};

use crate::fonts::{self, Face, FontData, FontError};
use crate::pages::{Cell, Glyph, Ground, Page, Pages, Placed, Role, Run};

mod links;
mod tags;
mod words;

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
    #[error("the PDF could not be written: {0}")]
    Writer(String),
}

/// A moment in Coordinated Universal Time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    pub hour: u8,
    pub minute: u8,
    pub second: u8,
}

/// Writes pages. `fonts` are the files of [`Face::ALL`], in that order.
pub fn write(
    pages: &Pages,
    fonts: &[FontData],
    created: Option<Moment>,
) -> Result<Vec<u8>, PdfError> {
    fonts::check(fonts)?;
    let fonts: Vec<Font> = Face::ALL
        .into_iter()
        .zip(fonts)
        .map(|(face, data)| {
            let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(data.clone());
            Font::new(Data::from(data), 0).ok_or(FontError::Unreadable(face.file()))
        })
        .collect::<Result<_, _>>()?;
    check(pages)?;
    match attempt(pages, &fonts, created, true) {
        // A person is better served by a file that misses one rule for
        // accessible files than by none; what the engine sets never does.
        Err(PdfError::Writer(_)) => attempt(pages, &fonts, created, false),
        other => other,
    }
}

/// Refuses what would make the writer panic. Pages arrive as bytes.
fn check(pages: &Pages) -> Result<(), PdfError> {
    let finite = |x: f32| x.is_finite() && x.abs() < 100_000.0;
    let page_fits = |x: f32| (3.0..=14_400.0).contains(&x);
    let run = |cell: &Cell, run: &Run| {
        usize::from(run.face) < Face::ALL.len()
            && (0.1..=1_000.0).contains(&run.size)
            && finite(run.x)
            && run
                .link
                .is_none_or(|link| usize::from(link) < cell.links.len())
            && run.glyphs.iter().all(|glyph| {
                let range = glyph.start as usize..glyph.end as usize;
                finite(glyph.advance)
                    && finite(glyph.dx)
                    && finite(glyph.dy)
                    && cell
                        .text
                        .get(range)
                        .is_some_and(|text| text.is_empty() == run.hyphen)
            })
    };
    let cell = |cell: &Cell| {
        finite(cell.x)
            && !matches!(cell.role, Role::Heading(level) if !(1..=6).contains(&level))
            && cell
                .lines
                .iter()
                .flat_map(|l| &l.runs)
                .all(|r| run(cell, r))
    };
    let ground = |ground: &Ground| {
        finite(ground.x) && finite(ground.y) && finite(ground.width) && finite(ground.height)
    };
    let placed = |placed: &Placed| {
        finite(placed.x)
            && finite(placed.y)
            && placed.start <= placed.end
            && finite(placed.row.leading)
            && finite(placed.row.baseline)
            && placed.rules().all(|rule| ground(&rule))
            && placed.row.cells.iter().all(cell)
    };
    let sound = page_fits(pages.width)
        && page_fits(pages.height)
        && pages.pages.iter().all(|page| {
            page.grounds.iter().all(ground) && page.rows.iter().chain(&page.furniture).all(placed)
        });
    if sound { Ok(()) } else { Err(PdfError::Pages) }
}

fn attempt(
    pages: &Pages,
    fonts: &[Font],
    created: Option<Moment>,
    accessible: bool,
) -> Result<Vec<u8>, PdfError> {
    let mut configuration = ConfigurationBuilder::new();
    if accessible {
        configuration = configuration.with_accessibility_validator(Accessibility::UA1);
    }
    let configuration = configuration
        .finish()
        .map_err(|error| PdfError::Writer(format!("{error:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        enable_tagging: true,
        ..SerializeSettings::default()
    });

    let mut tags = Tags::default();
    let mut outline = Vec::new();
    for (number, page) in pages.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(pages.width, pages.height).ok_or(PdfError::Pages)?;
        let mut sheet = document.start_page_with(settings);
        let mut links = links::Links::default();
        {
            let mut surface = sheet.surface();
            rules(&mut surface, page);
            for placed in &page.rows {
                if let Some(heading) = section_heading(placed) {
                    outline.push((heading.to_owned(), number, placed.y));
                }
                tags.row(placed);
                for (index, cell) in placed.row.cells.iter().enumerate() {
                    words::draw_cell(
                        &mut surface,
                        fonts,
                        placed,
                        index,
                        cell,
                        &mut tags,
                        &mut links,
                    );
                }
            }
            for placed in &page.furniture {
                let footer = Artifact::with_kind(ArtifactType::Footer);
                surface.start_tagged(ContentTag::Artifact(footer));
                for cell in &placed.row.cells {
                    for (top, line) in placed.lines(cell) {
                        for run in &line.runs {
                            draw(&mut surface, fonts, placed, cell, top, run);
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
        sheet.finish();
    }

    document.set_tag_tree(tags.finish());
    document.set_outline(outline_of(pages, outline));
    document.set_metadata(metadata(pages, created));
    document
        .finish()
        .map_err(|error| PdfError::Writer(error.to_string()))
}

/// The text of a row that is a section's heading and starts here.
fn section_heading(placed: &Placed) -> Option<&str> {
    let cell = placed.row.cells.first()?;
    let text = cell.text.trim();
    (placed.start == 0 && cell.role == Role::Heading(2) && !text.is_empty()).then_some(text)
}

fn outline_of(pages: &Pages, headings: Vec<(String, usize, f32)>) -> Outline {
    let mut outline = Outline::new();
    let mut headings = headings;
    if headings.is_empty() {
        // An accessible file has an outline, be it of one entry.
        headings.push((pages.title.clone(), 0, pages.area.top));
    }
    for (text, page, y) in headings {
        // A little above, so that the heading does not stick to the window.
        let to = Point::from_xy(pages.area.left, (y - 12.0).max(0.0));
        outline.push_child(OutlineNode::new(text, XyzDestination::new(page, to)));
    }
    outline
}

fn metadata(pages: &Pages, created: Option<Moment>) -> Metadata {
    let mut metadata = Metadata::new()
        .title(pages.title.clone())
        .language(pages.language.clone())
        .creator("Merit".to_owned())
        .producer("Merit".to_owned());
    if !pages.author.is_empty() {
        metadata = metadata.authors(vec![pages.author.clone()]);
    }
    if let Some(at) = created {
        metadata = metadata.creation_date(
            DateTime::new(at.year)
                .month(at.month)
                .day(at.day)
                .hour(at.hour)
                .minute(at.minute)
                .second(at.second)
                .utc_offset_hour(0)
                .utc_offset_minute(0),
        );
    }
    metadata
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

fn draw(
    surface: &mut Surface<'_>,
    fonts: &[Font],
    placed: &Placed,
    cell: &Cell,
    top: f32,
    run: &Run,
) {
    let whole = 0..run.glyphs.len();
    draw_part(surface, fonts, placed, cell, top, run, whole.clone());
    let at = (
        placed.x + cell.x + run.x,
        placed.y + top + placed.row.baseline,
    );
    draw_dots(surface, fonts, at, cell, run, whole);
}

/// Draws some of a run's glyphs, without dots.
fn draw_part(
    surface: &mut Surface<'_>,
    fonts: &[Font],
    placed: &Placed,
    cell: &Cell,
    top: f32,
    run: &Run,
    part: Range<usize>,
) {
    let before: f32 = run.glyphs[..part.start].iter().map(|g| g.advance).sum();
    let Some(font) = fonts.get(usize::from(run.face)) else {
        return;
    };
    // A hyphen is not in the text, but like every glyph it says what it is.
    let text = if run.hyphen { "-" } else { &cell.text };
    let glyphs: Vec<KrillaGlyph> = part
        .filter(|number| !is_dot(run, *number))
        .map(|number| krilla_glyph(run, &run.glyphs[number]))
        .collect();
    let start = Point::from_xy(
        placed.x + cell.x + run.x + before,
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

/// Draws the dots of some of a run's letters, which [`draw_part`] leaves out.
/// They say nothing: with them a letter would be no single place on the page,
/// and readers would take its parts for words.
fn draw_dots(
    surface: &mut Surface<'_>,
    fonts: &[Font],
    (x, baseline): (f32, f32),
    cell: &Cell,
    run: &Run,
    part: Range<usize>,
) {
    let Some(font) = fonts.get(usize::from(run.face)) else {
        return;
    };
    surface.set_fill(Some(fill(run.color)));
    for number in part.filter(|number| is_dot(run, *number)) {
        let before: f32 = run.glyphs[..number].iter().map(|g| g.advance).sum();
        let glyph = [krilla_glyph(run, &run.glyphs[number])];
        let start = Point::from_xy(x + before, baseline);
        // As outlines, which are no text.
        surface.draw_glyphs(start, &glyph, font.clone(), &cell.text, run.size, true);
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
