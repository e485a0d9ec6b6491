//! The value of a personal detail, under the reference that documents hold.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "personal_detail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// The reference.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Which detail: the name of a `cv::PersonalField`.
    pub field: String,
    /// Sealed.
    pub value: Vec<u8>,
    /// The line of the ledger by which it may be here.
    pub consent_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
