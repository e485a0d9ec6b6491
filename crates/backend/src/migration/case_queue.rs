//! The order of the queue of cases: what is open is what has no answer, and it was
//! sorted anew each time.

use sea_orm_migration::prelude::*;

use super::data::Index as IndexStep;

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(IndexStep(
        "0150_privacy_case_answered",
        "privacy_case",
        &["answered_at", "due_at", "id"],
    ))]
}
