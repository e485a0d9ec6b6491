//! Fitting a document on so many pages.

use cv::{Design, Details, Document, Step};

use super::Engine;

/// Steps of size, spacing and margins, the gentlest first. The last one is as
/// tight as can still be read with ease.
const STEPS: [[i8; 3]; 10] = [
    [0, 0, 0],
    [0, -1, 0],
    [0, -1, -1],
    [-1, -1, -1],
    [-1, -2, -1],
    [-1, -2, -2],
    [-2, -2, -2],
    [-2, -3, -2],
    [-2, -3, -3],
    [-3, -3, -3],
];

impl Engine {
    /// The gentlest design with which a document, with its personal details, is no
    /// longer than so many pages; nothing, if what can still be read is longer. Only size, spacing
    /// and margins differ from the document's own design.
    pub fn fit(&mut self, document: &Document, details: &Details, pages: usize) -> Option<Design> {
        if self.layout(document.shown().with(details)).pages.len() <= pages {
            return Some(document.design.clone());
        }
        let mut tried = document.clone();
        for [size, spacing, margins] in STEPS {
            let step = |steps| Step::new(steps).unwrap_or_default();
            tried.design.size = step(size);
            tried.design.spacing = step(spacing);
            tried.design.margins = step(margins);
            if self.layout(tried.shown().with(details)).pages.len() <= pages {
                return Some(tried.design);
            }
        }
        None
    }
}
