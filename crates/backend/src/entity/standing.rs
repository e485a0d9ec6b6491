//! What an account's owner has limited. No row: nothing.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "standing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    /// Since when processing is restricted.
    pub restricted_at: Option<i64>,
    /// Since when the use of sensitive data is limited.
    pub limited_at: Option<i64>,
    /// Since when its owner objects to what protects the account.
    pub protect_objected_at: Option<i64>,
    /// Since when its owner does not want to be sold, or shared for advertising.
    pub opted_out_at: Option<i64>,
    /// Since when its owner objects to what counts how often their pages are opened.
    pub count_objected_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
