//! Letters to persons: their words, how they are put together, and how they leave.
//!
//! `backend` queues a letter, sealed, in the transaction of what it tells of.
//! [`delivery`] takes what is due, has it composed, and sends it by the way that
//! is configured ([`post`]): to a mail server, in development into a folder that
//! `/dev/mail` shows ([`mailbox`], [`pages`]). Without either, letters stay sealed
//! in the database, where the operator reads them with `merit mail`
//! ([`command`]).
//!
//! No log line has an address, a subject or a link in it.

mod cases;
pub(crate) mod command;
mod compose;
pub(crate) mod delivery;
mod fault;
mod mailbox;
pub(crate) mod pages;
mod post;
mod smtp;
mod words;

pub(crate) use mailbox::Mailbox;
pub(crate) use post::Post;

#[cfg(test)]
mod tests;
