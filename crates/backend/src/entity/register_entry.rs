//! An entry of one of the operator's registers.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// `privacy::register::Register::name`.
    pub register: String,
    /// The purpose or the country that it is about; else nothing.
    pub about: String,
    /// The day on which it was decided, asked, or looked at.
    pub on_at: i64,
    /// The day by which somebody looks again.
    pub review_at: Option<i64>,
    /// Sealed with the key of registers: the fields, as JSON.
    pub content: Vec<u8>,
    pub written_at: i64,
    /// Who of the staff, as the audit log names them.
    pub written_by: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
