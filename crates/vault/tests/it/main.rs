//! The vault as the backend uses it.

mod keys;
mod others;
mod root;
