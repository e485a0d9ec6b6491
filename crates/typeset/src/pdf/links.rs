//! Links: where one can click, and what a reader says of it.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::Quadrilateral;

use super::tags::At;
use crate::pages::Link;

/// The links of one page, each with the areas of its lines.
#[derive(Default)]
pub(super) struct Links {
    found: Vec<(At, String, String, Vec<Quadrilateral>)>,
}

pub(super) struct Finished {
    pub(super) at: At,
    pub(super) annotation: Annotation,
}

impl Links {
    pub(super) fn add(&mut self, at: At, link: &Link, area: Quadrilateral) {
        match self.found.last_mut() {
            Some((last, .., areas)) if *last == at => areas.push(area),
            _ => {
                let target = ascii(&link.target);
                self.found
                    .push((at, target, link.shown.clone(), vec![area]));
            }
        }
    }

    pub(super) fn finish(self) -> impl Iterator<Item = Finished> {
        self.found.into_iter().map(|(at, target, shown, areas)| {
            let target = Target::Action(Action::Link(LinkAction::new(target)));
            let link = LinkAnnotation::new_with_quad_points(areas, target);
            Finished {
                at,
                annotation: Annotation::new_link(link, Some(shown)),
            }
        })
    }
}

/// A URI as PDF wants it: ASCII, everything else percent-encoded (RFC 3986).
fn ascii(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    for byte in target.bytes() {
        let plain = byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
        if plain {
            out.push(byte as char);
        } else {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(DIGITS[usize::from(byte >> 4)] as char);
            out.push(DIGITS[usize::from(byte & 15)] as char);
        }
    }
    out
}
