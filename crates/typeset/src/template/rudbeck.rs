//! "Rudbeck": the Swedish standard, as employers and agencies expect it.
//!
//! Dates in a column at the left, everything else beside them on one line that
//! runs down the whole document. Black, with a line of ink under each heading.

use super::Template;
use super::look::{
    Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Margins, Palette, Portrait,
    PortraitAt, Setting, Tone, set, usual_manner,
};
use super::pairs::Voice::{Display, Regular, SemiBold};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "rudbeck",
    title: "Rudbeck",
    revision: 1,
    look: &LOOK,
};

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x1a_1a_1a,
        muted: 0x55_55_55,
        accent: 0x1a_1a_1a,
        hairline: 0xb5_b5_b5,
    },
    pair: "inter",
    margins: Margins {
        left: pt(60.0),
        right: pt(60.0),
        top: pt(54.0),
        bottom: pt(60.0),
    },
    header: Header {
        manner: HeaderManner::Stacked,
        top: pt(54.0),
        name: set(Display, 21.0, 27.0, Tone::Ink),
        label: set(Regular, 10.6, 15.6, Tone::Muted),
        contact: set(Regular, 8.8, 13.4, Tone::Ink),
        after_name: pt(0.0),
        after_label: pt(6.0),
        after: pt(0.0),
        line: None,
    },
    portrait: Portrait {
        at: PortraitAt::End,
        side: pt(84.0),
        corner: pt(0.0),
    },
    main: Setting {
        heading: set(SemiBold, 10.8, 14.6, Tone::Accent),
        heading_manner: HeadingManner::LineBelow(pt(0.6), Tone::Accent),
        title: set(SemiBold, 9.4, 13.8, Tone::Ink),
        run_in: false,
        detail: set(Regular, 9.0, 13.2, Tone::Muted),
        dates: set(Regular, 8.8, 13.2, Tone::Ink),
        dates_at: DatesAt::Left(pt(118.0)),
        body: set(Regular, 9.1, 13.6, Tone::Ink),
        bullet: Bullet {
            mark: "–",
            tone: Tone::Ink,
            hang: pt(11.0),
        },
        inset: pt(0.0),
        grid: pt(118.0),
        manner: usual_manner,
        gaps: Gaps {
            section: pt(20.0),
            after_heading: pt(8.0),
            entry: pt(10.0),
            after_detail: pt(2.0),
            compact: pt(3.4),
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
