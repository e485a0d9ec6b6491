//! Text to lines of placed glyphs, by parley.

use std::borrow::Cow;
use std::ops::Range;

use cv::Language;
use parley::fontique::{Collection, CollectionOptions, SourceCache};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFeatures, Layout, LayoutContext,
    LineBreakContext, LineBreakOverrideFn, LineHeight, OverflowWrap, StyleProperty, TextWrapMode,
};

use super::clean;
use super::input::{self, Align, Pt, Span};
use super::patterns::Shelf;
use crate::fonts::fallback::{self, Han};
use crate::fonts::{Face, FontError, Fonts};
use crate::pages::{Cell, Image, Line, Link, Row, Rule, Run};

mod direction;
mod division;
mod faces;
mod gauge;
mod line;

use direction::Shaped;
#[cfg(feature = "html")]
pub(crate) use direction::runs_leftwards;
use division::Divider;
pub(super) use faces::Faces;
use line::{BoxGlyph, LineBuilder};

/// What stands for a character that no font has.
const BOX: char = '\u{25a1}';

/// A text's style is the number of its span.
type Brush = usize;

pub(super) struct Shaper {
    files: Fonts,
    fonts: FontContext,
    layouts: LayoutContext<Brush>,
    /// The ids that parley knows font files by, by the numbers of their faces.
    blobs: Vec<Option<u64>>,
    han: Han,
    /// How many families are tried for shared characters.
    tried: usize,
    /// The faces that the row which is set asks for.
    asked: Faces,
    missing_glyph: Option<BoxGlyph>,
    pub(super) patterns: Shelf,
}

impl Shaper {
    pub(super) fn new(files: Fonts) -> Result<Shaper, FontError> {
        let collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut shaper = Shaper {
            files,
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            blobs: vec![None; Face::COUNT],
            han: Han::default(),
            tried: 1,
            asked: Faces::default(),
            missing_glyph: None,
            patterns: Shelf::new(),
        };
        // The one that stands in for the others is read at once, so that who brings
        // what cannot be read hears of it.
        shaper.register(Face::REGULAR)?;
        shaper.missing_glyph = shaper.find_box();
        Ok(shaper)
    }

    /// Sets a row: all its cells on common lines.
    pub(super) fn row(&mut self, input: &input::Row<'_>) -> Row {
        let mut missing = String::new();
        self.tried = 1;
        let cells: Vec<Cell> = loop {
            let set = |cell| self.cell(cell, input.leading.points(), &mut missing);
            let cells = input.cells.iter().map(set).collect();
            // What one large family lacks the next may have.
            let shared = missing.chars().any(fallback::is_shared);
            if !shared || self.tried == fallback::HAN_FAMILIES || !self.has_all_asked() {
                break cells;
            }
            self.tried += 1;
            missing.clear();
        };
        // A bullet or number without text is no line.
        let lines = cells
            .iter()
            .filter(|cell| !cell.role.is_mark())
            .map(|cell| cell.lines.len() as u32)
            .max()
            .unwrap_or(0)
            .max(u32::from(input.image.is_some()));
        let size = input
            .cells
            .iter()
            .flat_map(|cell| &cell.spans)
            .map(|span| span.style.size)
            .next();
        let size = input.size.or(size).map_or(0.0, |size| size.points());
        let leading = input.leading.points();
        Row {
            leading,
            // Capitals, 0.72 of the size high, stand in the middle of a line.
            baseline: leading / 2.0 + 0.36 * size,
            lines,
            breaks: Row::breaks_of(&cells),
            cells,
            rules: input.rules.iter().map(rule).collect(),
            image: input.image.as_ref().map(image),
            begins: input.begins,
            begins_list: input.begins_list,
            missing,
        }
    }

    fn cell(&mut self, input: &input::Cell<'_>, leading: f32, missing: &mut String) -> Cell {
        let mut cell = Cell {
            role: input.role,
            x: input.x.points(),
            width: input.width.points(),
            text: String::new(),
            links: Vec::new(),
            lines: Vec::new(),
            gauge: None,
        };
        let mut ranges = Vec::new();
        let mut links: Vec<Option<u16>> = Vec::new();
        for span in &input.spans {
            let start = cell.text.len();
            clean::append(&mut cell.text, &span.text);
            ranges.push(start..cell.text.len());
            let before = links.last().copied().flatten();
            links.push(link(&mut cell.links, before, span));
        }
        if cell.text.trim().is_empty() {
            cell.text.clear();
            return cell;
        }
        if let Some(gauge) = input.gauge {
            self.gauge(&mut cell, input, gauge);
            return cell;
        }
        let shaped = Shaped::new(&cell.text, &ranges, &input.spans, input.rtl);
        let mut layout = self.layout(&shaped, input, leading, true);
        // What asks not to be broken is broken nevertheless where it would
        // leave its column.
        let fits = |line: parley::Line<'_, Brush>| {
            line.metrics().advance - line.metrics().hanging_advance <= cell.width + 0.01
        };
        if !layout.lines().all(fits) {
            layout = self.layout(&shaped, input, leading, false);
        }
        let language = input.hyphens.filter(|_| layout.len() > 1);
        let patterns = language.and_then(|language| self.patterns.of(language));
        let divisions = match patterns {
            Some(patterns) => {
                let divider = Divider {
                    patterns,
                    nouns: input.hyphens == Some(Language::German),
                    text: &cell.text,
                    spans: &input.spans,
                    ranges: &ranges,
                    width: cell.width,
                };
                let divisions = divider.divide(&mut layout);
                layout.align(alignment(input), AlignmentOptions::default());
                divisions
            }
            None => Vec::new(),
        };
        for (number, line) in layout.lines().enumerate() {
            if let Some(division) = divisions.get(number).copied().flatten() {
                let range = line.text_range().start..division.at;
                let x = line.metrics().offset;
                let runs = self.divided(&cell.text, range, &ranges, input, leading, &links, x);
                cell.lines.push(Line { runs });
                continue;
            }
            let mut builder = LineBuilder {
                missing_glyph: self.missing_glyph,
                text: &cell.text,
                shaped: &shaped,
                spans: &input.spans,
                links: &links,
                x: line.metrics().offset,
                runs: Vec::new(),
                missing,
                rtl: false,
            };
            for run in line.runs() {
                let face = self.number(run.font().data.id());
                builder.rtl = run.is_rtl();
                for cluster in run.visual_clusters() {
                    builder.cluster(face, run.font_size(), &cluster);
                }
            }
            let runs = builder.finish(input, layout.is_rtl());
            cell.lines.push(Line { runs });
        }
        cell
    }

    /// A line that ends within a word, shaped with its hyphen.
    #[expect(
        clippy::too_many_arguments,
        reason = "a line and all that it is part of"
    )]
    fn divided(
        &mut self,
        text: &str,
        range: Range<usize>,
        ranges: &[Range<usize>],
        input: &input::Cell<'_>,
        leading: f32,
        links: &[Option<u16>],
        x: f32,
    ) -> Vec<Run> {
        let part = format!("{}-", text.get(range.clone()).unwrap_or_default());
        let clipped: Vec<Range<usize>> = ranges
            .iter()
            .map(|span| {
                let start = span.start.clamp(range.start, range.end) - range.start;
                let end = span.end.clamp(range.start, range.end) - range.start;
                // The hyphen looks like what it stands behind.
                let hyphen = span.start < range.end && span.end >= range.end;
                start..end + usize::from(hyphen)
            })
            .collect();
        let unbroken = input::Cell {
            width: Pt(i32::MAX / 4),
            align: Align::Start,
            // No language that is written leftwards divides words.
            rtl: false,
            spans: input.spans.clone(),
            ..*input
        };
        let shaped = Shaped::new(&part, &clipped, &input.spans, false);
        let layout = self.layout(&shaped, &unbroken, leading, true);
        let mut missing = String::new();
        let mut builder = LineBuilder {
            missing_glyph: self.missing_glyph,
            text: &part,
            shaped: &shaped,
            spans: &input.spans,
            links,
            x,
            runs: Vec::new(),
            missing: &mut missing,
            rtl: false,
        };
        for run in layout
            .lines()
            .flat_map(|line| line.runs().collect::<Vec<_>>())
        {
            let face = self.number(run.font().data.id());
            for cluster in run.visual_clusters() {
                builder.cluster(face, run.font_size(), &cluster);
            }
        }
        let runs = builder.finish(&unbroken, false);
        line::hyphenated(runs, range.start as u32, part.len() as u32 - 1)
    }

    fn layout(
        &mut self,
        shaped: &Shaped<'_>,
        input: &input::Cell<'_>,
        leading: f32,
        whole: bool,
    ) -> Layout<Brush> {
        let text: &str = &shaped.text;
        let families: Vec<_> = input
            .spans
            .iter()
            .zip(&shaped.ranges)
            .map(|(span, range)| {
                let text = text.get(range.clone()).unwrap_or_default();
                self.families(span.style.face, text)
            })
            .collect();
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(shaped.base);
        builder.set_line_break_override(Some(LINE_BREAKS));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if let Some(first) = input.spans.first() {
            // Without it a strut of parley's default size would stretch lines.
            builder.push_default(StyleProperty::FontSize(first.style.size.points()));
        }
        if let Some(first) = families.first() {
            builder.push_default(first.clone());
        }
        let spans = input.spans.iter().zip(&shaped.ranges).zip(families);
        for (index, ((span, range), families)) in spans.enumerate() {
            let range = range.clone();
            if range.is_empty() {
                continue;
            }
            builder.push(StyleProperty::Brush(index), range.clone());
            builder.push(
                StyleProperty::FontSize(span.style.size.points()),
                range.clone(),
            );
            builder.push(families, range.clone());
            if span.style.tabular {
                let features = FontFeatures::Source(Cow::Borrowed("\"tnum\" on"));
                builder.push(StyleProperty::FontFeatures(features), range.clone());
            }
            if span.icon.is_some() {
                let wider = span.style.size.points() * input::ROOM_WIDER as f32 / 100.0;
                builder.push(StyleProperty::LetterSpacing(wider), range.clone());
            }
            if span.whole && whole {
                builder.push(StyleProperty::TextWrapMode(TextWrapMode::NoWrap), range);
            }
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(input.width.points()));
        layout.align(alignment(input), AlignmentOptions::default());
        layout
    }

    fn find_box(&mut self) -> Option<BoxGlyph> {
        let mut text = [0; 4];
        let text: &str = BOX.encode_utf8(&mut text);
        let families = self.families(Face::REGULAR, text);
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontSize(1.0));
        builder.push_default(families);
        let mut layout = builder.build(text);
        layout.break_all_lines(None);
        let run = layout.lines().next()?.runs().next()?;
        let face = self.number(run.font().data.id());
        let glyph = run.visual_clusters().next()?.glyphs().next()?;
        (glyph.id != 0).then_some(BoxGlyph {
            face,
            id: glyph.id as u16,
            advance: glyph.advance,
        })
    }
}

/// On a page that is written from right to left lines start at the right,
/// whatever they are written in.
fn alignment(cell: &input::Cell<'_>) -> Alignment {
    match (cell.align, cell.rtl) {
        (Align::Start, false) => Alignment::Start,
        (Align::End, false) => Alignment::End,
        (Align::Start, true) => Alignment::Right,
        (Align::End, true) => Alignment::Left,
        (Align::Center, _) => Alignment::Center,
    }
}

fn image(image: &input::Image) -> Image {
    Image {
        x: image.x.points(),
        width: image.side.points(),
        height: image.side.points(),
        radius: image.radius.points(),
        alt: clean::line(&image.alt),
    }
}

fn rule(rule: &input::Rule) -> Rule {
    Rule {
        x: rule.x.points(),
        y: -rule.above.points(),
        width: rule.width.points(),
        thickness: rule.thickness.points(),
        tall: rule.tall,
        under: rule.under,
        always: rule.always,
        color: rule.color,
    }
}

/// Words with a hyphen are not broken at it, nor does one with a space after it
/// end a line: programs that take text out of a PDF believe a hyphen at a line's
/// end to be no part of the word. An e-mail
/// address that is wider than its column is broken before its sign.
static LINE_BREAKS: &LineBreakOverrideFn = &(line_breaks as fn(LineBreakContext) -> Option<bool>);

fn line_breaks(context: LineBreakContext) -> Option<bool> {
    let within =
        context.before_before.is_some_and(char::is_alphanumeric) && context.after.is_alphanumeric();
    let hyphen = |c: char| matches!(c, '-' | '\u{2010}');
    let alone = context.before == ' ' && context.before_before.is_some_and(hyphen);
    if alone || within && hyphen(context.before) {
        return Some(false);
    }
    (context.before.is_alphanumeric() && context.after == '@').then_some(true)
}

/// The number of a span's link among those of its cell, `before` being the
/// last span's. Spans side by side with one target, such as bold words within
/// a link, share one.
fn link(links: &mut Vec<Link>, before: Option<u16>, span: &Span<'_>) -> Option<u16> {
    let target = span.link.as_deref()?;
    let shared = before.is_some() && links.last().is_some_and(|last| last.target == target);
    if !shared {
        links.push(Link {
            target: target.to_owned(),
            shown: shown(target).to_owned(),
        });
    }
    u16::try_from(links.len() - 1).ok()
}

/// A link's target as one would say it: without scheme and closing slash.
pub(crate) fn shown(target: &str) -> &str {
    let rest = ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .find_map(|scheme| {
            let (start, rest) = target.split_at_checked(scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then_some(rest)
        })
        .unwrap_or(target);
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    if rest.is_empty() { target } else { rest }
}
