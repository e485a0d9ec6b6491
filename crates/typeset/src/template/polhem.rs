//! "Polhem": compact, for those who must get much onto one page.
//!
//! Small type on short lines of space, narrow margins, headings in tinted
//! boxes; title, employer and place on one line with the dates at its end.

use cv::SectionKind;

use super::Template;
use super::look::{
    Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Manner, Margins, Palette,
    Portrait, PortraitAt, Setting, Tone, set, usual_manner,
};
use super::pairs::Voice::{Display, Regular, SemiBold};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "polhem",
    title: "Polhem",
    revision: 2,
    look: &LOOK,
};

fn manner(kind: SectionKind) -> Manner {
    match kind {
        SectionKind::Languages | SectionKind::Interests => Manner::Words,
        kind => usual_manner(kind),
    }
}

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x1e_22_26,
        muted: 0x56_5e_66,
        accent: 0x2d_4a_63,
        hairline: 0xc9_d0_d6,
    },
    pair: "source-sans",
    margins: Margins {
        left: pt(42.0),
        right: pt(42.0),
        top: pt(38.0),
        bottom: pt(46.0),
    },
    header: Header {
        manner: HeaderManner::Split(pt(188.0)),
        top: pt(36.0),
        name: set(Display, 19.0, 24.0, Tone::Ink),
        label: set(Regular, 9.4, 13.4, Tone::Accent),
        contact: set(Regular, 8.0, 11.2, Tone::Ink),
        after_name: pt(0.0),
        after_label: pt(0.0),
        after: pt(10.0),
        line: None,
    },
    portrait: Portrait {
        at: PortraitAt::Start(pt(88.0)),
        side: pt(74.0),
        corner: pt(2.0),
    },
    main: Setting {
        heading: set(SemiBold, 9.2, 12.6, Tone::Accent),
        heading_manner: HeadingManner::Boxed,
        title: set(SemiBold, 8.6, 12.0, Tone::Ink),
        run_in: true,
        detail: set(Regular, 8.4, 12.0, Tone::Muted),
        dates: set(Regular, 8.2, 12.0, Tone::Muted),
        dates_at: DatesAt::Right,
        body: set(Regular, 8.5, 12.0, Tone::Ink),
        bullet: Bullet {
            mark: "•",
            tone: Tone::Accent,
            hang: pt(10.0),
        },
        inset: pt(0.0),
        grid: pt(120.0),
        manner,
        gaps: Gaps {
            section: pt(9.0),
            after_heading: pt(4.0),
            entry: pt(5.0),
            after_detail: pt(1.0),
            compact: pt(1.2),
            compact_entry: pt(3.4),
            word: pt(1.2),
            paragraph: pt(1.4),
            labelled: pt(1.2),
            list: pt(1.4),
            bullet: pt(0.4),
        },
    },
    side: None,
    running: set(Regular, 7.4, 12.0, Tone::Muted),
};
