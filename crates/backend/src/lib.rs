//! What is kept on the server: the only crate that knows SQL.
//!
//! A [`Store`] is two databases and a vault. The data (accounts, documents,
//! public pages) and the keys that it is sealed with lie apart, so that a copy of
//! one is worth nothing without the other. SQLite files by default, PostgreSQL by
//! configuration, with the same migrations and the same tests.
//!
//! Every function takes who acts first and decides here whether they may: rows
//! are found by the actor's account and the row's id together, so that nobody
//! else's can be named.

mod accounts;
mod clock;
mod database;
mod documents;
mod entity;
mod failure;
mod inspect;
mod migration;
mod publications;
mod store;
mod sweep;

pub use accounts::{ACCOUNT_DAYS, Declaration, SESSION_DAYS};
pub use clock::{Clock, DAY};
pub use documents::{BATCH_DAYS, DOCUMENTS, Listed, Saved, Stored};
pub use failure::Failure;
pub use inspect::{Condition, Inspection, Root, inspect};
pub use publications::{Found, Page, Published, Publishing, Slug};
pub use store::{OpenError, Opened, Options, Store, migrate};
pub use sweep::Swept;
pub use uuid::Uuid;
pub use vault::Secret;
