//! Whether the PDF of a link has a QR code of its address.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::boolean;

use super::data::Added;

pub(super) fn steps() -> Vec<Box<dyn MigrationTrait>> {
    vec![Box::new(Added(
        "0153_publication_pdf_code",
        "publication",
        || boolean("pdf_code").default(false).take(),
    ))]
}
