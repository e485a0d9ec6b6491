//! "Kovalevsky": academic, after the professor in Stockholm.
//!
//! Headings hang in the margin, so that twenty publications stand under each
//! other as one list; works are run in with where they appeared, years at the
//! right. Sober and made for many pages.

use cv::SectionKind;

use super::Template;
use super::look::{
    Bullet, DatesAt, Gaps, Header, HeaderManner, HeadingManner, Look, Manner, Margins, Palette,
    Portrait, PortraitAt, Setting, Tone, set, usual_manner,
};
use super::pairs::Voice::{Display, Regular, SemiBold};
use crate::layout::input::pt;

pub(super) const TEMPLATE: Template = Template {
    name: "kovalevsky",
    title: "Kovalevsky",
    revision: 2,
    look: &LOOK,
};

fn manner(kind: SectionKind) -> Manner {
    match kind {
        SectionKind::Publications
        | SectionKind::Awards
        | SectionKind::Certificates
        | SectionKind::Patents
        | SectionKind::Talks
        | SectionKind::Courses => Manner::Entries,
        SectionKind::Interests => Manner::Words,
        kind => usual_manner(kind),
    }
}

static LOOK: Look = Look {
    palette: Palette {
        ink: 0x1c_1f_1c,
        muted: 0x56_5d_57,
        accent: 0x27_5a_3c,
        hairline: 0xc6_cf_c8,
    },
    pair: "libertinus",
    margins: Margins {
        left: pt(54.0),
        right: pt(54.0),
        top: pt(52.0),
        bottom: pt(58.0),
    },
    header: Header {
        manner: HeaderManner::Stacked,
        top: pt(50.0),
        name: set(Display, 23.0, 29.0, Tone::Ink),
        label: set(Regular, 10.2, 15.0, Tone::Muted),
        contact: set(Regular, 8.6, 13.2, Tone::Ink),
        after_name: pt(0.0),
        after_label: pt(5.0),
        after: pt(0.0),
        line: None,
    },
    portrait: Portrait {
        at: PortraitAt::Start(pt(122.0)),
        side: pt(78.0),
        corner: pt(2.0),
    },
    main: Setting {
        heading: set(Display, 11.0, 13.4, Tone::Accent),
        heading_manner: HeadingManner::Margin(pt(122.0)),
        title: set(SemiBold, 9.2, 13.4, Tone::Ink),
        run_in: true,
        detail: set(Regular, 9.0, 13.4, Tone::Muted),
        dates: set(Regular, 8.6, 13.4, Tone::Muted),
        dates_at: DatesAt::Right,
        body: set(Regular, 9.0, 13.4, Tone::Ink),
        bullet: Bullet {
            mark: "–",
            tone: Tone::Muted,
            hang: pt(11.0),
        },
        inset: pt(24.0),
        grid: pt(112.0),
        manner,
        gaps: Gaps {
            section: pt(19.0),
            after_heading: pt(0.0),
            entry: pt(6.5),
            after_detail: pt(1.5),
            compact: pt(3.4),
            compact_entry: pt(6.5),
            word: pt(3.0),
            paragraph: pt(2.4),
            labelled: pt(2.0),
            list: pt(2.4),
            bullet: pt(1.0),
        },
    },
    side: None,
    running: set(Regular, 7.8, 12.0, Tone::Muted),
};
