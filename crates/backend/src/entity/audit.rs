//! A row of the audit log (`audit.rs`).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// From 1, without a gap.
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub at: i64,
    /// A pseudonym: who did it. None for the program itself and for strangers.
    pub actor: Option<Vec<u8>>,
    pub action: String,
    /// A pseudonym: to whom.
    pub subject: Option<Vec<u8>>,
    /// The hash of the row before it.
    pub previous: Vec<u8>,
    pub mac: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
