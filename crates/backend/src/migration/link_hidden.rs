//! What a link hides, apart from what it shows: a column of `publication`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::blob_null;

use super::data::Added;

/// Of what was published before it is not there until that is published again.
pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Added(
        "0152_publication_hidden",
        "publication",
        || blob_null("hidden"),
    ))]
}
