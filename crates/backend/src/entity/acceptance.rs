//! That somebody has accepted the terms, or read the policy. Nobody updates or
//! deletes a row; it goes with its account.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "acceptance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: Kind,
    pub version: String,
    /// The language that it was shown in.
    pub lang: String,
    /// The row of `terms` that was shown. The policy's versions are part of the
    /// program.
    pub text_hash: Option<String>,
    pub at: i64,
}

/// What was declared. Each is a box of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Kind {
    /// The privacy policy was read. That is neither consent nor a contract.
    #[sea_orm(string_value = "policy")]
    Policy,
    /// The terms of service are accepted: a contract (GDPR, Article 6(1)(b)).
    #[sea_orm(string_value = "terms")]
    Terms,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
