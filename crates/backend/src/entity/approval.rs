//! Something for which two are needed.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval")]
pub struct Model {
    /// Who has proposed it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `Proposal::name`.
    pub action: String,
    /// Sealed with the key of who has proposed it: a `Proposal`, as JSON.
    pub parameters: Vec<u8>,
    pub proposed_at: i64,
    /// From then on nobody can confirm it.
    pub expires_at: i64,
    /// The pseudonym of who has decided.
    pub decided_hash: Option<Vec<u8>>,
    pub decided_at: Option<i64>,
    /// `Outcome::name`.
    pub outcome: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
