//! The program from outside: what the command line says, and what HTTP answers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod command_line;
mod durability;
mod http;
mod public;
mod saving;
mod serve;
mod stores;
mod upkeep;
