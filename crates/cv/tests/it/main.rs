//! Tests of the document, its edits, import and export.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod arbitrary;
mod changes;
mod dates;
mod details;
mod diff;
mod edits;
mod examples;
mod export;
mod exposed;
mod file_names;
mod format;
mod import;
mod import_broken;
mod import_files;
mod import_hard;
mod import_html;
mod import_pdf;
mod import_random;
mod import_shapes;
mod languages;
mod letter;
mod levels;
mod limits;
mod linked;
mod linked_languages;
mod linked_laws;
mod merge;
mod merge_places;
mod merge_rules;
mod notation;
mod paste;
mod photo;
mod redact;
mod redact_texts;
mod samples;
mod samples_fresh;
mod samples_reactive_resume;
mod sections;
mod sensitive;
mod support;
mod sync;
mod sync_steps;
mod typing;
mod wishes;
