//! Letters as they are put together, and as a mail server gets them.

#[path = "../../tests/it/sink.rs"]
#[expect(dead_code, reason = "the tests of the program use what these do not")]
mod sink;

mod compose;
mod delivery;
