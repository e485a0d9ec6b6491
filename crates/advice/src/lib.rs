//! Advice on a CV: what a reader may stumble over ([`hints`]), what of an
//! advertisement it answers ([`advert`]), and sentences to begin from ([`examples`]).
//!
//! Everything is found by rules and lists of words that stand in this crate: nothing
//! is sent, nothing is learnt, and the same text gets the same advice. It is advice
//! and no judgement. There is no figure of how good a CV is, and nobody is told to
//! write what is not true.
//!
//! What others may not see of a document is not looked at. Results are values; their
//! words are in `texts`. Nothing here reads a clock: callers pass the day in.

pub mod advert;
pub mod examples;
pub mod hints;
mod place;
mod stem;
mod tongue;
mod words;

pub use advert::{Answer, Asked, Kind, Put, adding, compare};
pub use examples::{Example, examples, inserting, rooms};
pub use hints::{Advice, Hint, Part, Verbs, What, advise};
pub use place::Place;
pub use tongue::Tongue;
