//! Fitting a document on so many pages: closer, narrower, smaller, in the order
//! in which a reader notices it least, and never beyond what reads well.

use cv::{Design, Document, Step};

use crate::layout::Engine;
use crate::pages::Pages;

/// Steps of spacing, margins and size, the gentlest first. Type goes no further
/// down than two steps (8 %): below that, print is too small for many eyes.
const RUNGS: [(i8, i8, i8); 9] = [
    (0, 0, 0),
    (-1, 0, 0),
    (-1, -1, 0),
    (-2, -1, 0),
    (-2, -2, 0),
    (-2, -2, -1),
    (-3, -2, -1),
    (-3, -3, -1),
    (-3, -3, -2),
];

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// The gentlest that fits or, if none does, the tightest.
    pub design: Design,
    /// How many pages it makes.
    pub pages: usize,
    /// How many lines of it stand beyond the pages that it was to fit on.
    pub beyond: usize,
}

/// Looks for a design in which a document takes no more than `most` pages. What
/// fits already stays as it is.
pub fn fit(engine: &mut Engine, document: &Document, most: usize) -> Fitted {
    let mut tried = document.clone();
    let as_it_is = engine.layout(tried.shown());
    if as_it_is.pages.len() <= most {
        return found(&tried.design, &as_it_is, most);
    }
    let mut last = found(&tried.design, &as_it_is, most);
    for (spacing, margins, size) in RUNGS {
        let step = |steps| Step::new(steps).unwrap_or(Step::USUAL);
        tried.design.spacing = step(spacing);
        tried.design.margins = step(margins);
        tried.design.size = step(size);
        last = found(&tried.design, &engine.layout(tried.shown()), most);
        if last.beyond == 0 {
            break;
        }
    }
    last
}

fn found(design: &Design, pages: &Pages, most: usize) -> Fitted {
    let beyond = pages.pages.iter().skip(most);
    Fitted {
        design: design.clone(),
        pages: pages.pages.len(),
        beyond: beyond.map(|page| page.lines()).sum(),
    }
}
