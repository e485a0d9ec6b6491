//! That data of a category was collected, of whomever (`collected.rs`).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "collected")]
pub struct Model {
    /// As `privacy::inventory::Category::name` has it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub category: String,
    /// The day on which it last was: its first millisecond since 1970.
    pub last_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
