//! An attempt to sign in to an account, good or not.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: i64,
    pub outcome: Outcome,
    pub method: Method,
    /// Sealed: browser and system.
    pub agent: Option<Vec<u8>>,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Outcome {
    /// Signed in.
    #[sea_orm(string_value = "done")]
    Done,
    /// The password, code or passkey was wrong.
    #[sea_orm(string_value = "wrong")]
    Wrong,
    /// Refused until the password is another one.
    #[sea_orm(string_value = "reset")]
    Reset,
}

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Method {
    /// The password, where it is enough.
    #[sea_orm(string_value = "password")]
    Password,
    /// A code of the second factor, after the password.
    #[sea_orm(string_value = "code")]
    Code,
    /// A recovery code, after the password.
    #[sea_orm(string_value = "recovery")]
    Recovery,
    /// A passkey.
    #[sea_orm(string_value = "passkey")]
    Passkey,
    /// A link in a letter, when the account was made.
    #[sea_orm(string_value = "mail")]
    Mail,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
