//! Something of an account that somebody who works here has opened.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "opened")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The pseudonym of who has.
    pub by_hash: Vec<u8>,
    /// `privacy::Role::name`, as it was then.
    pub role: String,
    /// `privacy::Masked::name`.
    pub what: String,
    /// Sealed: why.
    pub reason: Vec<u8>,
    pub opened_at: i64,
    /// From then on it is masked again.
    pub until_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
