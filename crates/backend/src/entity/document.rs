//! A document as its owner last saved it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Counts the batches of edits that were taken, from 1.
    pub version: i64,
    /// Sealed: the document in its own form.
    pub content: Vec<u8>,
    pub created_at: i64,
    pub changed_at: i64,
    /// Sealed: what its owner calls it.
    pub name: Option<Vec<u8>>,
    /// When it was put into the bin.
    pub binned_at: Option<i64>,
    /// The first document that it is a copy of, or a copy's copy. None for one that is
    /// nobody's copy.
    pub source_id: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
