//! A document as it once was.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub document_id: Uuid,
    /// The version that the document had then.
    pub version: i64,
    pub why: Why,
    /// When the document became what it was then.
    pub changed_at: i64,
    /// When this was kept of it.
    pub made_at: i64,
    /// When it goes. None for one that stays with its document.
    pub expires_at: Option<i64>,
    /// Sealed: what its owner calls it.
    pub name: Option<Vec<u8>>,
    /// Sealed: the document in its own form, without references to personal
    /// details, packed.
    pub content: Vec<u8>,
    /// How long that is unpacked.
    pub bytes: i32,
    /// The file of the photo that it names.
    pub photo_id: Option<Uuid>,
}

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::N(16))")]
pub enum Why {
    /// Its owner has gone on writing.
    #[sea_orm(string_value = "time")]
    Time,
    /// Much was about to become otherwise at once.
    #[sea_orm(string_value = "much")]
    Much,
    /// Another version was about to take its place.
    #[sea_orm(string_value = "restore")]
    Restore,
    /// Its owner wanted it.
    #[sea_orm(string_value = "asked")]
    Asked,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
