//! That somebody who is gone has agreed to something, or withdrawn it. Of
//! nobody: whoever knows whom to ask about can ask.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent_proof")]
pub struct Model {
    /// A keyed hash.
    #[sea_orm(primary_key, auto_increment = false)]
    pub proof: Vec<u8>,
    /// To the day: when they were erased.
    pub made_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
