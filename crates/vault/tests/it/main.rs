//! The vault as the backend uses it.

mod index;
mod keys;
mod lasting;
mod password;
mod others;
mod root;
mod totp;
