//! A browser that may act for an account.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// SHA-256 of the token in the cookie.
    pub token_hash: Vec<u8>,
    pub created_at: i64,
    /// To the day; of staff, to the minute.
    pub used_at: i64,
    pub kind: Kind,
    /// Sealed: browser and system.
    pub agent: Option<Vec<u8>>,
    /// When its owner last proved who they are.
    pub proved_at: i64,
    /// Whether they did so with two factors.
    pub two_factors: bool,
}

/// How long a session lasts depends on what it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Kind {
    /// An account that its owner link opens.
    #[sea_orm(string_value = "link")]
    Link,
    #[sea_orm(string_value = "member")]
    Member,
    #[sea_orm(string_value = "staff")]
    Staff,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
