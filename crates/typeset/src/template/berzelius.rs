//! "Berzelius": two columns under a header that carries a heavy line.
//!
//! The name at the left, the ways to reach a person at the right; below the
//! line the story in a wide column and the facts in a narrow one, with a
//! hairline between them. Headings stand on lines of ink.

use super::Template;
use super::look::{
    ASIDE, Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Margins, Palette,
    Portrait, PortraitAt, Setting, Side, SideGround, Tone, narrow_manner, set, usual_manner,
};
use super::pairs::Voice::{Display, Regular, SemiBold};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "berzelius",
    title: "Berzelius",
    revision: 2,
    look: &LOOK,
};

const BULLET: Bullet = Bullet {
    mark: "–",
    tone: Tone::Muted,
    hang: pt(11.0),
};

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x20_20_22,
        muted: 0x60_60_66,
        accent: 0x7a_2e_2e,
        hairline: 0xcf_cc_c8,
    },
    pair: "source-sans-serif",
    margins: Margins {
        left: pt(48.0),
        right: pt(48.0),
        top: pt(46.0),
        bottom: pt(54.0),
    },
    header: Header {
        manner: HeaderManner::Split(pt(166.0)),
        top: pt(44.0),
        name: set(Display, 22.0, 29.0, Tone::Ink),
        label: set(Regular, 10.6, 15.0, Tone::Accent),
        contact: set(Regular, 8.4, 12.2, Tone::Ink),
        after_name: pt(1.0),
        after_label: pt(0.0),
        after: pt(27.0),
        line: Some((pt(2.4), pt(10.0), Tone::Accent)),
    },
    portrait: Portrait {
        at: PortraitAt::Side,
        side: pt(92.0),
        corner: pt(0.0),
    },
    main: Setting {
        heading: set(SemiBold, 10.6, 14.0, Tone::Ink),
        heading_manner: HeadingManner::LineBelow(pt(0.8), Tone::Ink),
        title: set(SemiBold, 9.5, 13.6, Tone::Ink),
        run_in: false,
        detail: set(Regular, 8.9, 12.8, Tone::Muted),
        dates: set(Regular, 8.5, 12.8, Tone::Accent),
        dates_at: DatesAt::Right,
        body: set(Regular, 9.0, 13.2, Tone::Ink),
        bullet: BULLET,
        inset: pt(0.0),
        grid: pt(116.0),
        manner: usual_manner,
        gaps: Gaps {
            section: pt(18.0),
            after_heading: pt(7.0),
            entry: pt(9.5),
            after_detail: pt(2.0),
            compact: pt(3.4),
            compact_entry: pt(7.0),
            word: pt(3.0),
            paragraph: pt(3.0),
            labelled: pt(2.6),
            list: pt(3.0),
            bullet: pt(1.2),
        },
    },
    side: Some(Side {
        left: false,
        width: pt(132.0),
        gutter: pt(36.0),
        ground: SideGround::Line,
        kinds: ASIDE,
        setting: Setting {
            heading: set(SemiBold, 10.6, 14.0, Tone::Ink),
            heading_manner: HeadingManner::LineBelow(pt(0.8), Tone::Ink),
            title: set(SemiBold, 8.7, 12.4, Tone::Ink),
            run_in: false,
            detail: set(Regular, 8.5, 12.2, Tone::Muted),
            dates: set(Regular, 8.4, 12.2, Tone::Accent),
            dates_at: DatesAt::Details,
            body: set(Regular, 8.6, 12.4, Tone::Ink),
            bullet: BULLET,
            inset: pt(0.0),
            grid: pt(64.0),
            manner: narrow_manner,
            gaps: Gaps {
                section: pt(18.0),
                after_heading: pt(7.0),
                entry: pt(8.0),
                after_detail: pt(2.0),
                compact: pt(2.6),
                compact_entry: pt(5.0),
                word: pt(5.0),
                paragraph: pt(3.0),
                labelled: pt(2.4),
                list: pt(2.6),
                bullet: pt(1.2),
            },
        },
    }),
    running: set(Regular, 7.8, 12.0, Tone::Muted),
};
