//! A full example CV in each language of the interface, of people who do not exist.

use crate::document::{Document, Template};
use crate::id::Id;
use crate::import::import;
use crate::language::Language;

/// An example with every section in use, some two pages when typeset. It is
/// read like any other file, so its ids are fresh: `ids` draws a random one at
/// each call. There is one in Swedish and one in English, which stands for every
/// other language.
pub fn example(language: Language, template: Template, ids: impl FnMut() -> Id) -> Document {
    let file = match language {
        Language::Swedish => include_str!("../examples/sv.json"),
        _ => include_str!("../examples/en.json"),
    };
    let imported = import(file, language, template, ids);
    imported.expect("the examples are tested").document
}
