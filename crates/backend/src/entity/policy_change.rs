//! A change of the policy, announced before it holds. Of nobody: what stands in it is
//! the operator's, and public.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policy_change")]
pub struct Model {
    /// The day from which it holds, which is also the version: YYYY-MM-DD.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: String,
    pub published_at: i64,
    /// Whether it changes what is done with anybody's data.
    pub material: bool,
    /// Names of `privacy::ConsentPurpose`, each followed by a comma: what has to be
    /// agreed to anew.
    pub purposes: String,
    /// What the coming version's inventory says, if the operator has it.
    pub facts: Option<String>,
    /// What changes, in the operator's words.
    pub text_sv: String,
    pub text_en: String,
    /// It was taken back before it held.
    pub withdrawn_at: Option<i64>,
    /// The last account whose owner was told by letter.
    pub told_after: Option<Uuid>,
    /// Everybody was told.
    pub told_at: Option<i64>,
    /// Consents that were not renewed have ended.
    pub ended_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
