//! The copy of everything that an account's owner has asked for: one at a time.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "export")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Another one for each copy, so that nobody adds to one that was replaced.
    pub id: Uuid,
    /// The session that asked, which needs no further proof to take it.
    pub session_id: Uuid,
    pub state: State,
    /// The language of the page in it: `sv` or `en`.
    pub lang: String,
    pub asked_at: i64,
    /// When it may be taken in hand: at once, after a failure, or when whoever
    /// had it in hand must be dead.
    pub due_at: i64,
    /// How often it was begun.
    pub attempts: i32,
    /// Steps that are done, of so many.
    pub done: i32,
    pub total: i32,
    /// The length of the file, as far as it is made.
    pub bytes: i64,
    pub expires_at: i64,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum State {
    /// It is being made, or waits for that.
    #[sea_orm(string_value = "making")]
    Making,
    #[sea_orm(string_value = "ready")]
    Ready,
    /// There was no room for it.
    #[sea_orm(string_value = "full")]
    Full,
    /// It failed as often as it is tried.
    #[sea_orm(string_value = "failed")]
    Failed,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
