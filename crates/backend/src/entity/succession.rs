//! That somebody else is to be responsible for the server.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "succession")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `privacy::succession::SuccessionReason::name`.
    pub reason: String,
    /// Sealed with the key of registers: who that is, as JSON.
    pub content: Vec<u8>,
    /// The day from which it is so.
    pub effective_at: i64,
    pub proposed_at: i64,
    pub proposed_by: Vec<u8>,
    /// When a second one confirmed it, which announces it.
    pub decided_at: Option<i64>,
    pub decided_by: Option<Vec<u8>>,
    /// It was called off, or has taken effect.
    pub ended_at: Option<i64>,
    /// The last account that a letter was queued for, while they are written.
    pub told_to: Option<Uuid>,
    /// When everybody had been written to.
    pub told_at: Option<i64>,
    /// It was called off after it was announced.
    pub cancelled_at: Option<i64>,
    /// The last account that a letter about that was queued for.
    pub recalled_to: Option<Uuid>,
    /// When everybody who had been told of the change was told of that too.
    pub recalled_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
