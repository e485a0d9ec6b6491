//! What a document is a copy of, and so a page of it: columns of `document` and of
//! `publication`.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::uuid_null;

use super::data::Added;

/// Without a foreign key: it is known also when the first document is gone.
pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![
        Box::new(Added("0150_document_source", "document", source)),
        Box::new(Added("0151_publication_source", "publication", source)),
    ]
}

fn source() -> ColumnDef {
    uuid_null("source_id").take()
}
