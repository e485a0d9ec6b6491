//! What makes a template: values, in a typographer's words.
//!
//! A template is one [`Look`], which [`super::compose`] reads. It names voices,
//! not fonts, and tones, not colours: which they are a document may choose.

use cv::SectionKind;

use super::pairs::Voice;
use crate::layout::input::{Pt, pt};

pub(crate) struct Look {
    pub(crate) palette: Palette,
    /// The font pair, by its name.
    pub(crate) pair: &'static str,
    pub(crate) margins: Margins,
    pub(crate) header: Header,
    pub(crate) portrait: Portrait,
    pub(crate) main: Setting,
    pub(crate) side: Option<Side>,
    pub(crate) running: Type,
}

#[cfg(feature = "html")]
impl Look {
    /// Whether something is always set in italics.
    pub(crate) fn has_italics(&self) -> bool {
        let of = |setting: &Setting| [setting.title, setting.detail, setting.dates, setting.body];
        let side = self.side.iter().flat_map(|side| of(&side.setting));
        let all = of(&self.main).into_iter().chain(side);
        let mut all = all.chain([self.header.label, self.header.contact]);
        all.any(|set| set.voice == Voice::Italic)
    }
}

/// 0xRRGGBB. What is muted is still read; what is faint only parts.
#[derive(Clone, Copy)]
pub(crate) struct Palette {
    pub(crate) ink: u32,
    pub(crate) muted: u32,
    pub(crate) accent: u32,
    pub(crate) hairline: u32,
}

#[derive(Clone, Copy)]
pub(crate) struct Margins {
    pub(crate) left: Pt,
    pub(crate) right: Pt,
    pub(crate) top: Pt,
    pub(crate) bottom: Pt,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Ink,
    Muted,
    Accent,
    /// White, on a ground of the accent colour.
    Paper,
}

/// A face in a size, on lines of a height.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    pub(crate) voice: Voice,
    pub(crate) size: Pt,
    pub(crate) leading: Pt,
    pub(crate) tone: Tone,
}

pub(crate) const fn set(voice: Voice, size: f64, leading: f64, tone: Tone) -> Type {
    Type {
        voice,
        size: pt(size),
        leading: pt(leading),
        tone,
    }
}

/// Name, label and the ways to reach a person.
pub(crate) struct Header {
    pub(crate) manner: HeaderManner,
    /// From the top of the first page.
    pub(crate) top: Pt,
    pub(crate) name: Type,
    pub(crate) label: Type,
    pub(crate) contact: Type,
    /// Below the name, and below the label.
    pub(crate) after_name: Pt,
    pub(crate) after_label: Pt,
    /// From the header to what follows, where that is not a section's own space.
    pub(crate) after: Pt,
    /// A line below, so thick and so far.
    pub(crate) line: Option<(Pt, Pt, Tone)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeaderManner {
    /// One below the other.
    Stacked,
    /// The same, in the middle of the page.
    Centered,
    /// On a ground of the accent colour, from edge to edge, so much below it.
    Band(Pt),
    /// The ways to reach a person at the right, each on its own line, in a
    /// column so wide.
    Split(Pt),
    /// The ways to reach a person at the top of the side column.
    Sidebar,
}

/// Where a photo stands, if there is one, and how large it is.
pub(crate) struct Portrait {
    pub(crate) at: PortraitAt,
    /// Of a square, or across a circle.
    pub(crate) side: Pt,
    /// The radius of a square's corners.
    pub(crate) corner: Pt,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PortraitAt {
    /// At the end of the header, whose text stands beside it.
    End,
    /// At its start. The text stands so far from there.
    Start(Pt),
    /// In the middle, above the name.
    Above,
    /// At the top of the side column.
    Side,
}

impl Portrait {
    /// How much narrower the header's text is beside a photo, and how much
    /// farther in it starts.
    pub(crate) fn beside(&self) -> (Pt, Pt) {
        match self.at {
            PortraitAt::End => (self.side + GUTTER, pt(0.0)),
            PortraitAt::Start(text) => (text, text),
            PortraitAt::Above | PortraitAt::Side => (pt(0.0), pt(0.0)),
        }
    }
}

/// Between a photo and the text beside it.
const GUTTER: Pt = pt(18.0);

/// A second column, at the left or right of the main one.
pub(crate) struct Side {
    pub(crate) left: bool,
    pub(crate) width: Pt,
    pub(crate) gutter: Pt,
    pub(crate) ground: SideGround,
    /// What stands in it unless the document says otherwise.
    pub(crate) kinds: &'static [SectionKind],
    pub(crate) setting: Setting,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SideGround {
    /// Tinted to the edges of the paper, on every page.
    Tinted,
    /// A hairline between the columns.
    Line,
}

/// How sections are set in a column.
pub(crate) struct Setting {
    pub(crate) heading: Type,
    pub(crate) heading_manner: HeadingManner,
    pub(crate) title: Type,
    /// Title and details of an entry as one text, as long as it may be.
    pub(crate) run_in: bool,
    pub(crate) detail: Type,
    pub(crate) dates: Type,
    pub(crate) dates_at: DatesAt,
    pub(crate) body: Type,
    pub(crate) bullet: Bullet,
    /// How much narrower than the column prose is set.
    pub(crate) inset: Pt,
    /// The left column of a list of words and what there is to say of each.
    pub(crate) grid: Pt,
    pub(crate) manner: fn(SectionKind) -> Manner,
    pub(crate) gaps: Gaps,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadingManner {
    /// A hairline above, as wide as the column.
    LineAbove,
    /// A line below, so thick.
    LineBelow(Pt, Tone),
    /// A short bar above.
    Bar,
    /// A tinted box, as wide as the column.
    Boxed,
    /// In a margin so wide, beside what it heads.
    Margin(Pt),
    /// In the middle of the column, a short line below.
    Centered,
    Plain,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum DatesAt {
    /// On the title's line, at the right end.
    Right,
    /// Before the title, in a column so wide. Everything else stands beside it.
    Left(Pt),
    /// After the details, as one of them.
    Details,
    /// On a line of their own below the title.
    Below,
}

#[derive(Clone, Copy)]
pub(crate) struct Bullet {
    pub(crate) mark: &'static str,
    pub(crate) tone: Tone,
    /// Where the text of a list item starts.
    pub(crate) hang: Pt,
}

/// How the entries of a section stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Title and dates, details below, then text.
    Entries,
    /// Title, details and date as one text, then text.
    Compact,
    /// A word at the left, what there is to say of it at the right.
    Grid,
    /// A word, and below it what there is to say of it.
    Stacked,
    /// All words of the section as one text.
    Words,
}

/// Space before what is named, unless it says otherwise.
#[derive(Clone, Copy)]
pub(crate) struct Gaps {
    pub(crate) section: Pt,
    pub(crate) after_heading: Pt,
    pub(crate) entry: Pt,
    pub(crate) after_detail: Pt,
    pub(crate) compact: Pt,
    /// Of a compact entry with text.
    pub(crate) compact_entry: Pt,
    pub(crate) word: Pt,
    pub(crate) paragraph: Pt,
    pub(crate) labelled: Pt,
    pub(crate) list: Pt,
    pub(crate) bullet: Pt,
}

/// How entries stand where a column is wide.
pub(crate) fn usual_manner(kind: SectionKind) -> Manner {
    match kind {
        SectionKind::Summary
        | SectionKind::Work
        | SectionKind::Education
        | SectionKind::Projects
        | SectionKind::Volunteer
        | SectionKind::References
        | SectionKind::MilitaryService
        | SectionKind::PositionsOfTrust
        | SectionKind::CustomEntries
        | SectionKind::CustomLines
        | SectionKind::CustomText
        | SectionKind::Letter => Manner::Entries,
        SectionKind::Certificates
        | SectionKind::Publications
        | SectionKind::Awards
        | SectionKind::Courses
        | SectionKind::DrivingLicence
        | SectionKind::Patents
        | SectionKind::Talks => Manner::Compact,
        SectionKind::Profiles
        | SectionKind::Skills
        | SectionKind::Languages
        | SectionKind::Interests
        | SectionKind::CustomWords => Manner::Grid,
    }
}

/// How entries stand where it is narrow.
pub(crate) fn narrow_manner(kind: SectionKind) -> Manner {
    match kind {
        SectionKind::Languages | SectionKind::Interests | SectionKind::Profiles => Manner::Compact,
        SectionKind::Skills
        | SectionKind::Certificates
        | SectionKind::Awards
        | SectionKind::Publications
        | SectionKind::Courses
        | SectionKind::DrivingLicence
        | SectionKind::Patents
        | SectionKind::Talks
        | SectionKind::CustomWords => Manner::Stacked,
        _ => Manner::Entries,
    }
}

/// What is usual in a narrow column: what one reads at a glance.
pub(crate) const ASIDE: &[SectionKind] = &[
    SectionKind::Profiles,
    SectionKind::Skills,
    SectionKind::Languages,
    SectionKind::Certificates,
    SectionKind::Awards,
    SectionKind::Interests,
    SectionKind::DrivingLicence,
];
