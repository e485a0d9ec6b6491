//! The privacy rules as values.
//!
//! The [`inventory`] declares every piece of data that Merit handles: each path
//! of a document and each thing stored in a browser, with what it is for, on
//! which legal basis, who gets it and when it goes. Pages about privacy are made
//! from it, and a path that it does not declare fails the tests.
//!
//! From the inventory come the [`policy`] with its published versions, the
//! [`record`] of processing, and the table for [`california`]. Who is responsible, and whom data goes to, the operator
//! says ([`controller`], [`transfer`]). What was promised, and what checks it, is in
//! [`promises`]. What forms ask for, field by field, is [`Asked`].
//!
//! The [`gate`] stands before personal details: every read names who reads and
//! what for, and where an account's owner has limited that, how it stands
//! ([`Standing`]). [`PersonalValues`] keeps their values apart from the document,
//! and [`ConsentPurpose`] says what their owner has to agree to first.
//!
//! The enums hold what the product does today; a new purpose or recipient is a
//! new variant, which every `match` over them then has to answer. No I/O here,
//! and no sentences: the words for these values are in `texts::privacy`.

pub mod age;
mod asked;
pub mod authority;
pub mod california;
pub mod case;
mod class;
mod consent;
pub mod controller;
pub mod disclosure;
pub mod egress;
pub mod erasure;
pub mod gate;
pub mod hold;
pub mod inventory;
mod masked;
mod personal;
pub mod policy;
pub mod promises;
mod purpose;
pub mod record;
pub mod regime;
pub mod register;
pub mod report;
mod retention;
mod role;
pub mod succession;
pub mod transfer;

/// The policy that holds now, by the day from which it does. Who saves for the
/// first time says that they have read this one.
pub const POLICY_VERSION: &str = "2026-11-29";

pub use asked::Asked;
pub use class::{Class, KnownFor, Reach};
pub use consent::{CONSENT_DAYS, ConsentPurpose, LAPSED_DAYS};
pub use controller::{Controller, Party, PartyRole};
pub use egress::{Egress, Unregistered};
pub use gate::{Actor, Denied, PersonId, Standing};
pub use inventory::{Entry, Place, Stored, storage};
pub use masked::{Masked, OPEN_MINUTES, REASON_LEAST, REASON_MOST};
pub use personal::PersonalValues;
pub use purpose::{LegalBasis, Purpose};
pub use retention::{Date, Days, Event, Period, Periods, Retention, Start, Then, Unfounded};
pub use role::{Right, Role};
