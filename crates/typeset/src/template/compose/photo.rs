//! The photo's place: a row of its own, which text stands beside or below.

use cv::{PhotoShape, Shown};

use super::super::content;
use super::super::look::{HeaderManner, PortraitAt};
use super::{Columns, Frame};
use crate::layout::input::{Flow, Image, Pt, Row, Stream, Top, key, pt};

/// The number of its row among those of the basics.
const SLOT: u64 = 8;

/// Below it, where text follows in its column.
const AFTER: Pt = pt(12.0);

/// A photo that a document shows, in its template.
pub(super) struct Photo {
    at: PortraitAt,
    side: Pt,
    radius: Pt,
    /// The top of the name's capitals.
    top: Pt,
    alt: String,
}

impl Photo {
    pub(super) fn new(frame: &Frame, shown: Shown<'_>) -> Option<Photo> {
        let photo = shown.photo()?;
        let (header, portrait) = (&frame.look.header, &frame.look.portrait);
        let name = frame.hand(header.name);
        // As high as the shaper sets capitals in the middle of a line.
        let top = header.top + Pt((name.leading.0 - name.size.0 * 72 / 100) / 2);
        Some(Photo {
            at: portrait.at,
            side: portrait.side,
            radius: match photo.shape {
                PhotoShape::Round => Pt(portrait.side.0 / 2),
                PhotoShape::Square => portrait.corner,
            },
            top,
            alt: content::portrayed(shown, frame.lang),
        })
    }

    /// Beside the header's text, on its own.
    pub(super) fn beside<'a>(&self, columns: Columns) -> Option<Stream<'a>> {
        let (left, width) = columns.all;
        let x = match self.at {
            PortraitAt::Start(_) => left,
            PortraitAt::End => left + width - self.side,
            PortraitAt::Above | PortraitAt::Side => return None,
        };
        Some(Stream {
            x,
            top: Top::At(self.top),
            rows: vec![self.row(pt(0.0))],
        })
    }

    /// As the first row of a header whose text is so wide.
    pub(super) fn above<'a>(&self, width: Pt) -> Option<Flow<'a>> {
        (self.at == PortraitAt::Above).then(|| self.row(Pt((width.0 - self.side.0) / 2)))
    }

    /// As the first row of a side column.
    pub(super) fn in_side<'a>(&self, width: Pt) -> Option<Flow<'a>> {
        (self.at == PortraitAt::Side && self.side <= width).then(|| self.row(pt(0.0)))
    }

    /// Where a side column starts with it.
    pub(super) fn top_in(&self, manner: HeaderManner) -> Option<Pt> {
        (self.at == PortraitAt::Side && manner == HeaderManner::Sidebar).then_some(self.top)
    }

    fn row<'a>(&self, x: Pt) -> Flow<'a> {
        let row = Row {
            leading: self.side,
            size: None,
            cells: Vec::new(),
            rules: Vec::new(),
            image: Some(Image {
                x,
                side: self.side,
                radius: self.radius,
                alt: self.alt.clone(),
            }),
            begins: true,
            begins_list: false,
        };
        let mut flow = Flow::new(key(cv::Id::BASICS.0, SLOT), row);
        flow.after = AFTER;
        flow.keep = true;
        flow
    }
}
