//! The CV document: what it holds, how it changes, how it comes in and goes out.
//!
//! A [`Document`] is one value. It changes only through [`Edit`]s: [`apply`]
//! makes the change and returns its inverse, and undo, the journal, merging and
//! the server's checks are all built on that one function. What a document may
//! hold is a table ([`schema`]), not a set of structs: forms, importers, the
//! typesetter and the privacy inventory walk the same table, so that a field
//! added there is offered, imported, set, exported and declared, or a test fails.
//!
//! Nothing here does I/O, reads a clock or makes up an id: callers pass them in.

pub mod blank;
pub mod changes;
pub mod date;
pub mod design;
pub mod details;
pub mod diff;
pub mod document;
pub mod edit;
pub mod example;
pub mod export;
pub mod exposed;
pub mod format;
pub mod id;
pub mod import;
pub mod language;
pub mod letter;
pub mod level;
pub mod limits;
pub mod linked;
pub mod merge;
pub mod photo;
pub mod redact;
pub mod rich;
pub mod schema;
pub mod sensitive;
pub mod shown;
pub mod sync;

pub use changes::{Change, changes};
pub use date::{PartialDate, When};
pub use design::{Color, Column, DateForm, Design, LevelDisplay, Paging, Step};
pub use details::Details;
pub use diff::diff;
pub use document::{
    Document, Fields, Item, Kind, Line, Origin, Paper, Personal, PersonalField, Section, Template,
    Value,
};
pub use edit::{Edit, Place, Rejected, Touched, apply};
pub use example::example;
pub use export::{Exported, export_full, export_shown, file_name};
pub use exposed::{Exposed, Exposure, exposed};
pub use id::Id;
pub use import::{ImportError, Imported, Note, Report, What, import, import_knowing, import_text};
pub use language::Language;
pub use letter::{example_letter, letter_of};
pub use merge::{Merged, Other, merge};
pub use photo::{Photo, PhotoFile, PhotoShape};
pub use redact::{NotHideable, Redaction, Unseen, redacted, seen, unseen};
pub use rich::{Block, Inline, RichText, Span};
pub use schema::{Field, SectionKind, Shape};
pub use shown::{Shown, ShownItem, ShownSection};
pub use sync::{Batch, Synced};
