//! The program from outside: what the command line says, and what HTTP answers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod accounts;
mod check;
mod command_line;
mod configuration;
mod consents;
mod disclosure;
mod durability;
mod egress;
mod erasure;
mod export;
mod hardening;
mod holds;
mod http;
mod keys;
mod letter;
mod logging;
mod mail;
mod members;
mod my_data;
mod offline;
mod page_details;
mod public;
mod registers;
mod roles;
mod saving;
mod serve;
mod sign_out;
mod sink;
mod stores;
mod terms;
mod tls;
mod upkeep;
mod versions;
