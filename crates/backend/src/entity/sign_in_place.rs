//! Where an attempt to sign in came from, kept by its owner's consent.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in_place")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// That of the attempt.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Sealed: country and town.
    pub place: Vec<u8>,
    /// The line of the ledger by which it is kept.
    pub consent_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
