//! How often a public page was opened on one day.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "page_count")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub publication_id: Uuid,
    /// The first millisecond of the day, in UTC.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day_at: i64,
    /// As a page.
    pub opened: i64,
    pub pdf: i64,
    pub card: i64,
    /// As JSON.
    pub data: i64,
    /// As text.
    pub plain: i64,
    /// By programs, in any form.
    pub bots: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
