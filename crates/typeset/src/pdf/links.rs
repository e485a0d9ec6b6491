//! Links: where one can click, and what a reader says of it.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::geom::Quadrilateral;

use super::tags::At;
use crate::links::ascii;
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
