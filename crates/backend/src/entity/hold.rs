//! A hold: single items that are kept though their time would be over.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "hold")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The account, while it is there.
    pub owner_id: Option<Uuid>,
    /// The name of a `privacy::erasure::Gone`.
    pub kind: String,
    /// The one row of that kind; without it, all of them.
    pub row_id: Option<Uuid>,
    /// The name of a `privacy::hold::Ground`.
    pub ground: String,
    /// Sealed with the hold's key: why.
    pub note: Vec<u8>,
    pub placed_at: i64,
    /// Until when somebody looks whether it is still right.
    pub review_at: i64,
    /// It is about to go.
    pub ended_at: Option<i64>,
    /// Its owner must not be told.
    pub barred: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
