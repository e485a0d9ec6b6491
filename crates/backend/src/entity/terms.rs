//! A text of the terms of service that was shown here. Nobody changes or deletes
//! one: who accepted it can read it again.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "terms")]
pub struct Model {
    /// SHA-256 of version, language and text, in hexadecimal digits.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub version: String,
    pub lang: String,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// When a server first showed it.
    pub since: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
