//! The header: who this is, and how to reach them.

use cv::{Field, Shown};

use super::super::content::{self, Part, Text};
use super::super::look::{Header, HeaderManner, Tone};
use super::super::spans::{Hand, cell};
use super::photo::Photo;
use super::{Columns, Frame};
use crate::layout::input::{Align, Cell, Flow, Pt, Row, Rule, Span, Stream, Top, key, pt};
use crate::pages::Role;

/// The numbers of the header's rows, for their keys. Ways to reach a person that
/// stand on lines of their own count up from the last one.
mod slot {
    pub(super) const NAME: u64 = 0;
    pub(super) const LABEL: u64 = 1;
    pub(super) const CONTACT: u64 = 2;
    pub(super) const PROFILES: u64 = 3;
    pub(super) const DETAILS: u64 = 4;
    pub(super) const WAYS: u64 = 16;
}

/// Between ways to reach a person that have drawings before them.
const BETWEEN: &str = "    ";

/// One stream, or a second one for the ways to reach a person; before them the
/// photo, where it stands beside them.
pub(super) fn streams<'a>(
    frame: &Frame,
    shown: Shown<'a>,
    columns: Columns,
    photo: Option<&Photo>,
) -> Vec<Stream<'a>> {
    let header = &frame.look.header;
    let maker = Maker { frame, header };
    let (x, width) = match header.manner {
        HeaderManner::Sidebar => columns.main,
        HeaderManner::Split(contact) => (columns.all.0, columns.all.1 - contact - pt(20.0)),
        _ => columns.all,
    };
    // Text beside a photo has less room.
    let (less, inwards) = match photo {
        Some(_) => frame.look.portrait.beside(),
        None => (pt(0.0), pt(0.0)),
    };
    let (x, width) = (x + inwards, width - less);
    let mut rows = maker.who(shown, width);
    let contact = content::contact(shown.basics());
    let profiles: Vec<Part<'a>> = shown
        .sections()
        .filter(|section| content::in_header(*section))
        .flat_map(|section| section.items())
        .map(|item| content::profile(item, frame.lang))
        .collect();
    let details = content::details(shown);
    let hand = frame.hand(header.contact);
    let mut streams = Vec::new();
    match header.manner {
        HeaderManner::Split(contact_width) => {
            let at = (
                columns.all.0 + columns.all.1 - contact_width,
                contact_width,
                Align::End,
            );
            // The first line of the list stands level with the name's middle.
            let top = header.top + Pt((header.name.leading.0 - header.contact.leading.0) / 2);
            streams.push(maker.ways([contact, profiles], details, at, top));
        }
        HeaderManner::Sidebar => {
            let at = (columns.side.0, columns.side.1, Align::Start);
            let top = header.top + Pt((header.name.leading.0 - header.contact.leading.0) / 2);
            let mut ways = maker.ways([contact, profiles], details, at, top);
            if let Some(photo) = photo
                && let Some(top) = photo.top_in(header.manner)
            {
                ways.top = Top::At(top);
                ways.rows.splice(0..0, photo.in_side(columns.side.1));
            }
            streams.push(ways);
        }
        _ => {
            for (slot, parts) in [(slot::CONTACT, contact), (slot::PROFILES, profiles)] {
                rows.push(maker.row(slot, Role::Paragraph, hand, width, maker.line(hand, parts)));
            }
            let details = hand.dotted(details);
            rows.push(maker.row(slot::DETAILS, Role::Paragraph, hand, width, details));
        }
    }
    rows.retain(|flow| !flow.row.is_blank());
    rows.splice(0..0, photo.and_then(|photo| photo.above(width)));
    // Beside a second stream the line is a ground: it waits for both.
    let stacked = streams.is_empty();
    if let (true, Some((thickness, below, tone)), Some(last)) =
        (stacked, header.line, rows.last_mut())
    {
        last.row.rules.push(Rule {
            x: pt(0.0),
            above: pt(0.0) - below,
            width: columns.all.1,
            thickness,
            tall: false,
            under: true,
            always: true,
            color: frame.tones.of(tone),
        });
    }
    let who = Stream {
        x,
        top: Top::At(header.top),
        rows,
    };
    streams.insert(0, who);
    if let Some(photo) = photo.and_then(|photo| photo.beside(columns)) {
        streams.insert(0, photo);
    }
    streams
}

struct Maker<'f> {
    frame: &'f Frame,
    header: &'f Header,
}

impl Maker<'_> {
    /// Name and label.
    fn who<'a>(&self, shown: Shown<'a>, width: Pt) -> Vec<Flow<'a>> {
        let basics = shown.basics();
        let line = |field| Text::of(basics, field, content::one_line(basics.text(field), " "));
        let name = self.frame.hand(self.header.name);
        let label = self.frame.hand(self.header.label);
        let text = name.span(line(Field::Name));
        let mut first = self.row(slot::NAME, Role::Heading(1), name, width, vec![text]);
        first.after = self.header.after_name;
        let text = label.span(line(Field::Label));
        let mut second = self.row(slot::LABEL, Role::Paragraph, label, width, vec![text]);
        second.after = self.header.after_label;
        vec![first, second]
    }

    /// Ways to reach a person one after the other, with dots between them or with a
    /// drawing before each.
    fn line<'a>(&self, hand: Hand, parts: Vec<Part<'a>>) -> Vec<Span<'a>> {
        if !self.frame.icons {
            return hand.dotted(parts);
        }
        let mut out = Vec::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !out.is_empty() {
                out.push(hand.span(Text::new(BETWEEN.into(), None)));
            }
            out.extend(self.way(hand, part));
        }
        out
    }

    fn way<'a>(&self, hand: Hand, part: Part<'a>) -> Vec<Span<'a>> {
        let mut out = Vec::new();
        if self.frame.icons && !part.is_empty() {
            // Of the accent colour, or white on it.
            let color = match self.header.contact.tone {
                Tone::Paper => hand.color,
                _ => self.frame.tones.of(Tone::Accent),
            };
            out.push(hand.icon(content::icon(&part), color));
        }
        out.extend(hand.spans(part));
        out
    }

    /// The ways to reach a person, one below the other, and then what else there is
    /// to say of them: that has its words before it, and no drawing.
    fn ways<'a>(
        &self,
        ways: [Vec<Part<'a>>; 2],
        details: Vec<Part<'a>>,
        (x, width, align): (Pt, Pt, Align),
        top: Pt,
    ) -> Stream<'a> {
        let hand = self.frame.hand(self.header.contact);
        let ways = ways.into_iter().flatten().map(|way| self.way(hand, way));
        let details = details.into_iter().map(|detail| hand.spans(detail));
        let rows = ways.chain(details).enumerate().map(|(number, spans)| {
            let slot = slot::WAYS + number as u64;
            let mut flow = self.row(slot, Role::Paragraph, hand, width, spans);
            for cell in &mut flow.row.cells {
                cell.align = align;
            }
            flow.before = pt(1.5);
            flow.row.begins = number == 0;
            flow
        });
        Stream {
            x,
            top: Top::At(top),
            rows: rows.collect(),
        }
    }

    fn row<'a>(
        &self,
        slot: u64,
        role: Role,
        hand: Hand,
        width: Pt,
        spans: Vec<Span<'a>>,
    ) -> Flow<'a> {
        let align = match self.header.manner {
            HeaderManner::Centered => Align::Center,
            _ => Align::Start,
        };
        let cell = Cell {
            align,
            ..cell(role, pt(0.0), width, spans)
        };
        let row = Row {
            leading: hand.leading,
            size: None,
            cells: vec![cell],
            rules: Vec::new(),
            image: None,
            begins: true,
            begins_list: false,
        };
        Flow::new(key(cv::Id::BASICS.0, slot), row)
    }
}
