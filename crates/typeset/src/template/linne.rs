//! "Linné": one column, calm and editorial.
//!
//! A serif for the name and the headings, one accent colour, dates in a column
//! of their own at the right, prose in a narrower measure so that its lines
//! stay short and the dates free. Everything is real text in reading order: no
//! spaced-out letters, no capitals that are not in the text.

use super::Template;
use super::look::{
    Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Margins, Palette, Portrait,
    PortraitAt, Setting, Tone, set, usual_manner,
};
use super::pairs::Voice::{Display, Regular, SemiBold};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "linne",
    title: "Linné",
    revision: 1,
    look: &LOOK,
};

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x1b_24_26,
        muted: 0x58_65_68,
        accent: 0x1d_55_61,
        hairline: 0xc8_d3_d4,
    },
    pair: "inter-source-serif",
    margins: Margins {
        left: pt(62.0),
        right: pt(62.0),
        top: pt(52.0),
        bottom: pt(58.0),
    },
    header: Header {
        manner: HeaderManner::Stacked,
        top: pt(52.0),
        name: set(Display, 28.0, 34.0, Tone::Ink),
        label: set(Regular, 11.0, 16.5, Tone::Accent),
        contact: set(Regular, 8.7, 13.4, Tone::Ink),
        after_name: pt(1.0),
        after_label: pt(7.0),
        after: pt(0.0),
        line: None,
    },
    portrait: Portrait {
        at: PortraitAt::End,
        side: pt(84.0),
        corner: pt(3.0),
    },
    main: Setting {
        heading: set(Display, 13.5, 18.0, Tone::Accent),
        heading_manner: HeadingManner::LineAbove,
        title: set(SemiBold, 9.6, 14.0, Tone::Ink),
        run_in: false,
        detail: set(Regular, 9.0, 13.2, Tone::Muted),
        dates: set(Regular, 8.7, 13.2, Tone::Muted),
        dates_at: DatesAt::Right,
        body: set(Regular, 9.2, 13.6, Tone::Ink),
        bullet: Bullet {
            mark: "•",
            tone: Tone::Accent,
            hang: pt(12.0),
        },
        inset: pt(58.0),
        grid: pt(140.0),
        manner: usual_manner,
        gaps: Gaps {
            section: pt(20.0),
            after_heading: pt(4.0),
            entry: pt(9.5),
            after_detail: pt(2.0),
            compact: pt(3.2),
            compact_entry: pt(7.0),
            word: pt(3.0),
            paragraph: pt(3.2),
            labelled: pt(2.6),
            list: pt(3.0),
            bullet: pt(1.2),
        },
    },
    side: None,
    running: set(Regular, 7.8, 12.0, Tone::Muted),
};
