//! A line of the consent ledger. Nobody updates or deletes one; it goes with its
//! account.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The name of a `privacy::ConsentPurpose`.
    pub purpose: String,
    /// Given, or withdrawn.
    pub given: bool,
    /// The version of the text that was agreed to, or that is withdrawn from.
    pub version: String,
    /// The language that it was shown in.
    pub lang: String,
    pub at: i64,
    pub how: How,
    /// Until when it was given for.
    pub until: Option<i64>,
}

/// Where it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum How {
    /// On the page of consents.
    #[sea_orm(string_value = "page")]
    Page,
    /// In the editor, beside the fields.
    #[sea_orm(string_value = "editor")]
    Editor,
    /// Wherever it was: an older backup was put back, and it was noted once more.
    #[sea_orm(string_value = "restored")]
    Restored,
    /// Nowhere: its text was changed, and it was not given to the new one.
    #[sea_orm(string_value = "changed")]
    Changed,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
