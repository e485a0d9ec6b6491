//! "Lagerlöf": classic, set about the middle line of the page like a title page.
//!
//! Name, ways to reach a person and headings are centred, titles in the serif of
//! the headings, dates in italics at the right. Wide margins, much air.

use super::Template;
use super::look::{
    Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Margins, Palette, Portrait,
    PortraitAt, Setting, Tone, set, usual_manner,
};
use super::pairs::Voice::{Display, Italic, Regular};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "lagerlof",
    title: "Lagerlöf",
    revision: 2,
    look: &LOOK,
};

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x24_20_1d,
        muted: 0x66_5e_57,
        accent: 0x8a_5a_2b,
        hairline: 0xd9_d0_c5,
    },
    pair: "garamond",
    margins: Margins {
        left: pt(80.0),
        right: pt(80.0),
        top: pt(62.0),
        bottom: pt(66.0),
    },
    header: Header {
        manner: HeaderManner::Centered,
        top: pt(62.0),
        name: set(Display, 27.0, 34.0, Tone::Ink),
        label: set(Italic, 10.6, 16.0, Tone::Muted),
        contact: set(Regular, 8.5, 13.2, Tone::Ink),
        after_name: pt(0.0),
        after_label: pt(8.0),
        after: pt(0.0),
        line: None,
    },
    portrait: Portrait {
        at: PortraitAt::Above,
        side: pt(80.0),
        corner: pt(2.0),
    },
    main: Setting {
        heading: set(Display, 13.0, 17.0, Tone::Ink),
        heading_manner: HeadingManner::Centered,
        title: set(Display, 11.0, 15.0, Tone::Ink),
        run_in: false,
        detail: set(Italic, 9.0, 13.2, Tone::Muted),
        dates: set(Italic, 8.8, 13.2, Tone::Muted),
        dates_at: DatesAt::Right,
        body: set(Regular, 9.1, 13.8, Tone::Ink),
        bullet: Bullet {
            mark: "•",
            tone: Tone::Accent,
            hang: pt(12.0),
        },
        inset: pt(0.0),
        grid: pt(130.0),
        manner: usual_manner,
        gaps: Gaps {
            section: pt(23.0),
            after_heading: pt(9.0),
            entry: pt(11.0),
            after_detail: pt(2.0),
            compact: pt(4.0),
            compact_entry: pt(8.0),
            word: pt(3.4),
            paragraph: pt(3.4),
            labelled: pt(2.8),
            list: pt(3.4),
            bullet: pt(1.4),
        },
    },
    side: None,
    running: set(Italic, 7.8, 12.0, Tone::Muted),
};
