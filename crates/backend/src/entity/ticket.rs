//! Something begun that a secret finishes: a sign-up, a reset, a new address.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ticket")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub kind: Kind,
    /// SHA-256 of the secret.
    pub secret_hash: Vec<u8>,
    /// Sealed: what the kind needs.
    pub payload: Vec<u8>,
    pub created_at: i64,
    pub expires_at: i64,
}

/// What a ticket finishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Kind {
    /// An account becomes a member's.
    #[sea_orm(string_value = "sign_up")]
    SignUp,
    /// A password is set anew.
    #[sea_orm(string_value = "reset")]
    Reset,
    /// A member's address becomes another.
    #[sea_orm(string_value = "email")]
    Email,
    /// The password was right; the second factor is awaited.
    #[sea_orm(string_value = "second_factor")]
    SecondFactor,
    /// A second factor is being set up.
    #[sea_orm(string_value = "totp")]
    Totp,
    /// A passkey is being made.
    #[sea_orm(string_value = "passkey_new")]
    PasskeyNew,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
