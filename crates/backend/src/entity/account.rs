//! An account: somebody who has saved something.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub state: State,
    pub created_at: i64,
    /// To the day: when it was last used, which is when its retention begins.
    pub used_at: i64,
    /// When its owner said that they are 18 or older.
    pub adult_at: i64,
    /// The policy that they have read, and when.
    pub policy_version: String,
    pub policy_at: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum State {
    /// Known by its owner link alone.
    #[sea_orm(string_value = "anonymous")]
    Anonymous,
    /// Somebody who signs in.
    #[sea_orm(string_value = "member")]
    Member,
    /// Nobody may use it; nothing of it is gone.
    #[sea_orm(string_value = "blocked")]
    Blocked,
    /// On its way out: nobody may use it, and what is left of it goes.
    #[sea_orm(string_value = "erasing")]
    Erasing,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
