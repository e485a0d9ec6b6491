//! How a member signs in.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "login")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// The keyed index of the address. None for who signs in with a passkey alone.
    pub email_index: Option<Vec<u8>>,
    /// Sealed: the address.
    pub email: Option<Vec<u8>>,
    /// When its owner showed that mail to it reaches them.
    pub verified_at: Option<i64>,
    /// Sealed: the password's hash, so that the data alone gives nobody anything to try passwords on.
    pub password: Option<Vec<u8>>,
    pub password_at: Option<i64>,
    /// Since when nobody signs in before the password is another one.
    pub reset_at: Option<i64>,
    /// Sealed: the secret of the second factor.
    pub totp: Option<Vec<u8>>,
    /// The last time step whose code was taken: each is good once.
    pub totp_step: Option<i64>,
    /// The language of letters: `sv` or `en`.
    pub lang: String,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
