//! "Hilma": a band of colour across the first page, after the painter.
//!
//! Name, label and the ways to reach a person stand white on the accent colour.
//! Below it one generous column: a short bar above each heading, dates on a
//! line of their own under the title.

use super::Template;
use super::look::{
    Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Margins, Palette, Portrait,
    PortraitAt, Setting, Tone, set, usual_manner,
};
use super::pairs::Voice::{Display, Regular, SemiBold};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "hilma",
    title: "Hilma",
    revision: 2,
    look: &LOOK,
};

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x26_22_2b,
        muted: 0x67_60_6d,
        accent: 0x6a_3d_6e,
        hairline: 0xdb_d3_dd,
    },
    pair: "lato-garamond",
    margins: Margins {
        left: pt(70.0),
        right: pt(70.0),
        top: pt(56.0),
        bottom: pt(60.0),
    },
    header: Header {
        manner: HeaderManner::Band(pt(28.0)),
        top: pt(38.0),
        name: set(Display, 32.0, 38.0, Tone::Paper),
        label: set(Regular, 11.4, 17.0, Tone::Paper),
        contact: set(Regular, 8.7, 13.4, Tone::Paper),
        after_name: pt(1.0),
        after_label: pt(9.0),
        after: pt(60.0),
        line: None,
    },
    portrait: Portrait {
        at: PortraitAt::End,
        side: pt(92.0),
        corner: pt(4.0),
    },
    main: Setting {
        heading: set(Display, 16.0, 20.0, Tone::Ink),
        heading_manner: HeadingManner::Bar,
        title: set(SemiBold, 9.8, 14.0, Tone::Ink),
        run_in: false,
        detail: set(Regular, 9.2, 13.6, Tone::Ink),
        dates: set(Regular, 8.6, 13.0, Tone::Accent),
        dates_at: DatesAt::Below,
        body: set(Regular, 9.4, 14.2, Tone::Ink),
        bullet: Bullet {
            mark: "•",
            tone: Tone::Accent,
            hang: pt(13.0),
        },
        inset: pt(30.0),
        grid: pt(140.0),
        manner: usual_manner,
        gaps: Gaps {
            section: pt(28.0),
            after_heading: pt(6.0),
            entry: pt(13.0),
            after_detail: pt(1.0),
            compact: pt(4.0),
            compact_entry: pt(9.0),
            word: pt(4.0),
            paragraph: pt(4.0),
            labelled: pt(3.0),
            list: pt(4.0),
            bullet: pt(2.0),
        },
    },
    side: None,
    running: set(Regular, 7.8, 12.0, Tone::Muted),
};
