//! Tests of advice at the crate's boundary.

#![allow(clippy::unwrap_used)]

mod advert;
mod arbitrary;
mod examples;
mod hints;
mod hints_lines;
mod samples;
mod support;
