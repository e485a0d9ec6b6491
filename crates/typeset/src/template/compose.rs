//! A document in a look: the sheet that the engine sets.
//!
//! Everything here is shared by all templates. What one of them has alone is a
//! value of its [`Look`], so that a template is a page of numbers.

use cv::{Column, DateForm, Field, Kind, Language, LevelDisplay, Paper, Shown, ShownSection};

use super::content;
use super::look::{HeaderManner, Look, Side, SideGround, Tone, Type};
use super::pairs::{self, Pair, Voice};
use super::spans::Hand;
use super::tones::Tones;
use crate::icons::GaugeForm;
use crate::layout::input::{Form, Ground, Pt, Sheet, Stream, Top, pt};

mod body;
pub(crate) mod employers;
mod entries;
mod furniture;
mod gauges;
mod header;
mod letter;
mod photo;
mod section;

use photo::Photo;
use section::Setter;

/// What every part of a sheet needs to know, and a web page as well.
pub(crate) struct Frame {
    pub(crate) look: &'static Look,
    /// The second column, of documents that have something for it.
    pub(crate) side: Option<&'static Side>,
    pub(super) letter: bool,
    pub(crate) lang: Language,
    pub(crate) tones: Tones,
    pair: &'static Pair,
    upright: bool,
    /// In thousandths of what the template has.
    size: i32,
    leading: i32,
    gaps: i32,
    /// The width that dates may take beside a title before they wrap.
    pub(super) dates: Pt,
    pub(crate) icons: bool,
    /// How levels are drawn, if they are.
    pub(crate) gauges: Option<GaugeForm>,
}

impl Frame {
    pub(crate) fn new(look: &'static Look, shown: Shown<'_>) -> Frame {
        let design = shown.design();
        let spacing = i32::from(design.spacing.steps());
        let letter = shown.kind() == Kind::Letter;
        // What a letter says is one text: only who sends it may stand beside it.
        let side = look.side.as_ref();
        let side = side.filter(|_| !letter || look.header.manner == HeaderManner::Sidebar);
        Frame {
            look,
            side,
            letter,
            lang: shown.language(),
            tones: Tones::new(look.palette, design),
            pair: pairs::chosen(design.fonts.as_deref(), look.pair, shown.language()),
            upright: pairs::is_upright(design.fonts.as_deref(), shown.language()),
            size: 1000 + 40 * i32::from(design.size.steps()),
            leading: 1000 + 25 * spacing,
            gaps: 1000 + 140 * spacing,
            dates: match design.dates {
                Some(DateForm::Long) => pt(176.0),
                _ => pt(132.0),
            },
            icons: design.icons.unwrap_or(false),
            gauges: match design.levels {
                Some(LevelDisplay::Dots) => Some(GaugeForm::Dots),
                Some(LevelDisplay::Bar) => Some(GaugeForm::Bar),
                Some(LevelDisplay::Words | LevelDisplay::None) | None => None,
            },
        }
    }

    pub(crate) fn hand(&self, set: Type) -> Hand {
        let voice = match set.voice {
            Voice::Italic if self.upright => Voice::Regular,
            voice => voice,
        };
        Hand {
            pair: self.pair,
            voice,
            size: scaled(scaled(set.size, self.size), self.pair.size(set.voice)),
            leading: scaled(scaled(set.leading, self.size), self.leading),
            color: self.tones.of(set.tone),
            dots: self.tones.of(match set.tone {
                Tone::Paper => Tone::Paper,
                _ => Tone::Muted,
            }),
            tabular: false,
        }
    }

    /// A space between rows.
    pub(crate) fn gap(&self, gap: Pt) -> Pt {
        scaled(gap, self.gaps)
    }

    /// The face of a voice, and that of an italic where its letters have one.
    #[cfg(feature = "html")]
    pub(crate) fn face(&self, voice: Voice) -> crate::fonts::Face {
        self.pair.face(match voice {
            Voice::Italic if self.upright => Voice::Regular,
            voice => voice,
        })
    }

    /// From the header to what follows. A letter keeps farther from it, where that is
    /// not far already.
    pub(crate) fn after_header(&self) -> Pt {
        match self.look.header.after {
            after if self.letter && after < letter::FAR => after + letter::APART,
            after => after,
        }
    }

    /// A width that text of its size has to fit into.
    pub(crate) fn width(&self, width: Pt) -> Pt {
        scaled(width, self.size.max(1000))
    }
}

fn scaled(length: Pt, thousandths: i32) -> Pt {
    Pt((length.0 * thousandths + 500) / 1000)
}

/// The columns of a page.
#[derive(Clone, Copy)]
struct Columns {
    main: (Pt, Pt),
    side: (Pt, Pt),
    /// From the left end of the leftmost to the right end of the other.
    all: (Pt, Pt),
}

pub(crate) fn sheet<'a>(look: &'static Look, shown: Shown<'a>) -> Sheet<'a> {
    let frame = Frame::new(look, shown);
    let form = form(look, shown);
    let columns = columns(&frame, form);
    let name = content::one_line(shown.basics().text(Field::Name), " ");
    let photo = Photo::new(&frame, shown);
    let mut streams = header::streams(&frame, shown, columns, photo.as_ref());
    let header = streams.len();
    body(&frame, shown, columns, photo.as_ref(), &mut streams);
    let grounds = grounds(&frame, form, columns, header);
    let running = furniture::Running::new(&frame, shown, form, columns);
    Sheet {
        form,
        language: shown.language().tag(),
        rtl: shown.language().is_rtl(),
        title: content::title(shown, &name),
        author: name.into_owned(),
        streams,
        grounds,
        furniture: Box::new(move |page, pages| running.on(page, pages)),
    }
}

pub(crate) fn form(look: &Look, shown: Shown<'_>) -> Form {
    let (width, height) = match shown.paper() {
        Paper::A4 => (pt(595.28), pt(841.89)),
        Paper::Letter => (pt(612.0), pt(792.0)),
    };
    let more = pt(7.0) * i32::from(shown.design().margins.steps());
    Form {
        width,
        height,
        left: look.margins.left + more,
        right: look.margins.right + more,
        top: look.margins.top + more,
        bottom: look.margins.bottom + more,
    }
}

fn columns(frame: &Frame, form: Form) -> Columns {
    let all = (form.left, form.width - form.left - form.right);
    let Some(side) = frame.side else {
        return Columns {
            main: all,
            side: all,
            all,
        };
    };
    let rest = all.1 - side.width - side.gutter;
    let (main_x, side_x) = if side.left {
        (all.0 + side.width + side.gutter, all.0)
    } else {
        (all.0, all.0 + rest + side.gutter)
    };
    Columns {
        main: (main_x, rest),
        side: (side_x, side.width),
        all,
    }
}

/// Adds the streams of all sections: one, or one for each column.
fn body<'a>(
    frame: &Frame,
    shown: Shown<'a>,
    columns: Columns,
    photo: Option<&Photo>,
    streams: &mut Vec<Stream<'a>>,
) {
    let after = frame.after_header();
    let sections = shown.sections().filter(|s| !content::in_header(*s));
    let Some(side) = frame.side else {
        let mut setter = Setter::new(frame, &frame.look.main, columns.main.1);
        setter.signer = content::signer(shown);
        sections.for_each(|section| setter.section(section));
        return add(frame, streams, columns, setter.rows);
    };
    let (aside, main): (Vec<_>, Vec<_>) = sections.partition(|section| is_aside(side, *section));
    let mut setter = Setter::new(frame, &frame.look.main, columns.main.1);
    setter.signer = content::signer(shown);
    main.into_iter().for_each(|section| setter.section(section));
    let main = setter.rows;
    let mut setter = Setter::new(frame, &side.setting, columns.side.1);
    aside
        .into_iter()
        .for_each(|section| setter.section(section));
    let (above_main, mut above_side) = match frame.look.header.manner {
        HeaderManner::Sidebar => (vec![0], vec![1]),
        _ => {
            let all: Vec<usize> = (0..streams.len()).collect();
            (all.clone(), all)
        }
    };
    let mut gap_side = after;
    if frame.look.header.manner != HeaderManner::Sidebar
        && let Some(row) = photo.and_then(|photo| photo.in_side(columns.side.1))
    {
        streams.push(Stream {
            x: columns.side.0,
            top: Top::Below(above_side, after),
            rows: vec![row],
        });
        above_side = vec![streams.len() - 1];
        gap_side = frame.gap(side.setting.gaps.section);
    }
    streams.push(Stream {
        x: columns.main.0,
        top: Top::Below(above_main, after),
        rows: main,
    });
    streams.push(Stream {
        x: columns.side.0,
        top: Top::Below(above_side, gap_side),
        rows: setter.rows,
    });
}

/// A single column goes on where the header ends, as if it were one with it.
fn add<'a>(
    frame: &Frame,
    streams: &mut Vec<Stream<'a>>,
    columns: Columns,
    rows: Vec<crate::layout::input::Flow<'a>>,
) {
    let after = frame.after_header();
    match streams.as_mut_slice() {
        [header] if frame.look.header.after == pt(0.0) => header.rows.extend(rows),
        _ => {
            let above = (0..streams.len()).collect();
            let after = match after {
                Pt(0) => frame.gap(frame.look.main.gaps.section),
                after => after,
            };
            streams.push(Stream {
                x: columns.main.0,
                top: Top::Below(above, after),
                rows,
            });
        }
    }
}

pub(crate) fn is_aside(side: &Side, section: ShownSection<'_>) -> bool {
    match section.column() {
        Some(column) => column == Column::Side,
        None => side.kinds.contains(&section.kind()),
    }
}

/// All sections, those of the side column last.
#[cfg(feature = "exports")]
pub(super) fn sections<'a>(look: &Look, shown: Shown<'a>) -> Vec<ShownSection<'a>> {
    let mut sections: Vec<_> = shown.sections().collect();
    if let Some(side) = &look.side {
        // Sorting is stable.
        sections.sort_by_key(|section| is_aside(side, *section));
    }
    sections
}

fn grounds(frame: &Frame, form: Form, columns: Columns, header: usize) -> Vec<Ground> {
    let mut grounds = Vec::new();
    if let HeaderManner::Band(more) = frame.look.header.manner {
        grounds.push(Ground::Band {
            streams: header,
            more,
            color: frame.tones.of(Tone::Accent),
        });
    }
    if let (HeaderManner::Split(_), Some((thickness, below, tone))) =
        (frame.look.header.manner, frame.look.header.line)
    {
        grounds.push(Ground::Underline {
            streams: header,
            below,
            thickness,
            color: frame.tones.of(tone),
        });
    }
    let Some(side) = frame.side else {
        return grounds;
    };
    let half = Pt(side.gutter.0 / 2);
    let (x, width) = columns.side;
    match side.ground {
        SideGround::Tinted if side.left => grounds.push(Ground::Column {
            x: pt(0.0),
            width: x + width + half,
            color: frame.tones.tint(),
        }),
        SideGround::Tinted => grounds.push(Ground::Column {
            x: x - half,
            width: form.width - x + half,
            color: frame.tones.tint(),
        }),
        SideGround::Line => grounds.push(Ground::Divider {
            from: u8::try_from(header).unwrap_or(u8::MAX),
            x: if side.left {
                x + width + half
            } else {
                x - half
            },
            thickness: pt(0.6),
            color: frame.tones.hairline(),
        }),
    }
    grounds
}
