//! "Celsius": a tinted column at the left for what one reads at a glance, the
//! story beside it.
//!
//! The name stands large over the story, the ways to reach a person at the top
//! of the column. Headings are small and in the accent colour; dates close the
//! line of details, so that titles have the whole measure.

use cv::SectionKind;

use super::Template;
use super::look::{
    ASIDE, Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Manner, Margins,
    Palette, Portrait, PortraitAt, Setting, Side, SideGround, Tone, narrow_manner, set,
    usual_manner,
};
use super::pairs::Voice::{Display, Regular, SemiBold};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "celsius",
    title: "Celsius",
    revision: 2,
    look: &LOOK,
};

fn manner(kind: SectionKind) -> Manner {
    match usual_manner(kind) {
        Manner::Grid => Manner::Compact,
        manner => manner,
    }
}

const BULLET: Bullet = Bullet {
    mark: "•",
    tone: Tone::Accent,
    hang: pt(11.0),
};

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x1d_22_2a,
        muted: 0x5a_63_70,
        accent: 0x1f_4e_79,
        hairline: 0xc9_d3_de,
    },
    pair: "fira-sans",
    margins: Margins {
        left: pt(30.0),
        right: pt(46.0),
        top: pt(48.0),
        bottom: pt(54.0),
    },
    header: Header {
        manner: HeaderManner::Sidebar,
        top: pt(48.0),
        name: set(Display, 25.0, 30.0, Tone::Ink),
        label: set(Regular, 10.8, 15.6, Tone::Accent),
        contact: set(Regular, 8.4, 12.6, Tone::Ink),
        after_name: pt(2.0),
        after_label: pt(0.0),
        after: pt(22.0),
        line: None,
    },
    portrait: Portrait {
        at: PortraitAt::Side,
        side: pt(96.0),
        corner: pt(3.0),
    },
    main: Setting {
        heading: set(SemiBold, 11.6, 15.0, Tone::Accent),
        heading_manner: HeadingManner::LineBelow(pt(0.9), Tone::Accent),
        title: set(SemiBold, 9.8, 13.6, Tone::Ink),
        run_in: false,
        detail: set(Regular, 8.9, 13.0, Tone::Muted),
        dates: set(SemiBold, 8.6, 13.0, Tone::Accent),
        dates_at: DatesAt::Details,
        body: set(Regular, 9.1, 13.4, Tone::Ink),
        bullet: BULLET,
        inset: pt(0.0),
        grid: pt(110.0),
        manner,
        gaps: Gaps {
            section: pt(18.0),
            after_heading: pt(7.5),
            entry: pt(10.0),
            after_detail: pt(2.0),
            compact: pt(3.4),
            compact_entry: pt(7.0),
            word: pt(3.0),
            paragraph: pt(3.2),
            labelled: pt(2.6),
            list: pt(3.0),
            bullet: pt(1.4),
        },
    },
    side: Some(Side {
        left: true,
        width: pt(144.0),
        gutter: pt(46.0),
        ground: SideGround::Tinted,
        kinds: ASIDE,
        setting: Setting {
            heading: set(SemiBold, 9.6, 13.0, Tone::Accent),
            heading_manner: HeadingManner::Plain,
            title: set(SemiBold, 8.6, 12.4, Tone::Ink),
            run_in: false,
            detail: set(Regular, 8.4, 12.2, Tone::Muted),
            dates: set(Regular, 8.4, 12.2, Tone::Muted),
            dates_at: DatesAt::Details,
            body: set(Regular, 8.5, 12.4, Tone::Ink),
            bullet: BULLET,
            inset: pt(0.0),
            grid: pt(64.0),
            manner: narrow_manner,
            gaps: Gaps {
                section: pt(16.0),
                after_heading: pt(3.0),
                entry: pt(8.0),
                after_detail: pt(2.0),
                compact: pt(2.0),
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
