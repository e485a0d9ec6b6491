//! What somebody has reported of a public page. It is the row of the page's owner.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "page_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub publication_id: Uuid,
    /// The name of a `privacy::report::Reason`.
    pub reason: String,
    /// Sealed: what is wrong.
    pub text: Vec<u8>,
    /// Sealed: where an answer is wanted.
    pub email: Option<Vec<u8>>,
    pub created_at: i64,
    pub closed_at: Option<i64>,
    /// What became of it, once it is closed.
    pub outcome: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
