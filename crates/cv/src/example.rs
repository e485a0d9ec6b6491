//! A full example CV in each language, of people who do not exist.

use crate::document::{Document, Language, Template};
use crate::id::Id;
use crate::import::import;

/// An example with every section in use, some two pages when typeset. It is
/// read like any other file, so its ids are fresh: `ids` draws a random one at
/// each call.
pub fn example(language: Language, template: Template, ids: impl FnMut() -> Id) -> Document {
    let file = match language {
        Language::Swedish => include_str!("../examples/sv.json"),
        Language::English => include_str!("../examples/en.json"),
    };
    let imported = import(file, language, template, ids);
    imported.expect("the examples are tested").document
}
