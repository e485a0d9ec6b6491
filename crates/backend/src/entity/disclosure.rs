//! That something of a person's was given to an authority or an adviser.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "disclosure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `privacy::disclosure::DisclosureGround::name`.
    pub ground: String,
    /// Sealed: to whom, by which law, and what.
    pub content: Vec<u8>,
    pub proposed_at: i64,
    /// Who of the staff, as the audit log names them.
    pub proposed_by: Vec<u8>,
    /// When a second one confirmed it. Before that nothing was given.
    pub decided_at: Option<i64>,
    pub decided_by: Option<Vec<u8>>,
    /// Until when the person must not know.
    pub barred_until: Option<i64>,
    pub told_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
