//! The vault as the backend uses it.

mod index;
mod keys;
mod lasting;
mod others;
mod password;
mod root;
mod totp;
