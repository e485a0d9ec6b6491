//! A link: a public page, or that there was one.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub document_id: Uuid,
    /// The keyed index of the address.
    pub slug_index: Vec<u8>,
    /// Sealed: the address.
    pub slug: Vec<u8>,
    /// Sealed: what is shown, and what is hidden. None once it is withdrawn.
    pub content: Option<Vec<u8>>,
    /// Counts the times that it was published.
    pub version: i64,
    /// The version of the document that was published.
    pub document_version: i64,
    pub published_at: i64,
    pub revoked_at: Option<i64>,
    /// Sealed: what its owner calls it, which may be whom they gave it to.
    pub name: Option<Vec<u8>>,
    /// When it ends by itself. None for one that does not.
    pub expires_at: Option<i64>,
    /// When its owner was told that it ends.
    pub reminded_at: Option<i64>,
    /// Sealed: the hash of the password that opens it.
    pub password: Option<Vec<u8>>,
    /// Search engines may list it.
    pub indexed: bool,
    /// It offers its files: PDF, text, card, data.
    pub downloads: bool,
    /// Its PDF has a QR code of its address.
    pub pdf_code: bool,
    /// Since when those who run the server do not let it be shown.
    pub taken_down_at: Option<i64>,
    /// Why: the name of a `privacy::report::Reason`.
    pub taken_down_for: Option<String>,
    /// The first document that its document is a copy of.
    pub source_id: Option<Uuid>,
    /// Sealed: what it hides, kept when it is withdrawn. None for one that was last
    /// published before this was kept.
    pub hidden: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
