//! What somebody has asked of whoever holds their data.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "privacy_case")]
pub struct Model {
    /// The member's, or one that was made for the case alone.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What people call it.
    #[sea_orm(unique)]
    pub number: String,
    /// By the names that `privacy::case` gives them, as the next four.
    pub matter: String,
    pub requester: String,
    pub way: String,
    pub state: String,
    pub proof: Option<String>,
    /// The keyed index of the address, so that all cases of one are found.
    pub email_index: Option<Vec<u8>>,
    /// Sealed: the address, and what was written.
    pub content: Vec<u8>,
    /// When it truly came.
    pub received_at: i64,
    pub entered_at: i64,
    /// The first moment at which it is late.
    pub due_at: i64,
    pub extended_at: Option<i64>,
    /// How pressing it was when staff were last reminded.
    pub reminded: i32,
    /// Of the code that was sent by mail; each is good once.
    pub code_hash: Option<Vec<u8>>,
    pub code_until_at: Option<i64>,
    pub code_tries: i32,
    /// When documents were searched for whoever is named.
    pub scanned_at: Option<i64>,
    pub answered_at: Option<i64>,
    pub closed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
