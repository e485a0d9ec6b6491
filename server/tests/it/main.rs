//! The program from outside: what the command line says, and what HTTP answers.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on ends there")]

mod accounts;
mod cases;
mod check;
mod command_line;
mod configuration;
mod consents;
mod console;
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
mod link_code;
mod links;
mod logging;
mod mail;
mod members;
mod my_data;
mod offline;
mod page_details;
mod policy;
mod public;
mod registers;
mod reports;
mod rights;
mod roles;
mod saving;
mod serve;
mod sign_out;
mod sink;
mod statistics;
mod stores;
mod terms;
mod tls;
mod upkeep;
mod versions;
