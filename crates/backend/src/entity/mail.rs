//! A letter that is on its way to a person.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Sealed: to whom, in which language, and what is said.
    pub payload: Vec<u8>,
    pub created_at: i64,
    /// When it may be taken next: at once, after a failure, or when whoever took
    /// it must be dead.
    pub due_at: i64,
    /// How often it was taken.
    pub attempts: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
