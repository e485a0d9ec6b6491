//! The same CV in other languages: documents of the same account that one link shows
//! under one address, each at `/cv/{slug}/{lang}`.

use std::collections::BTreeSet;

use cv::{Document, Id, Language, Redaction};
use privacy::{Actor, Purpose};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;
use vault::PersonKey;

use super::content::{seal, unseal};
use crate::accounts::person;
use crate::documents::{find, open};
use crate::entity::{document, publication};
use crate::failure::Failure;
use crate::shelf;
use crate::store::Store;

/// A document that a link could show beside its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    pub id: Uuid,
    /// What its owner calls it.
    pub name: Option<String>,
    pub language: Language,
    pub version: u64,
}

impl Store {
    /// The documents that are the same CV in another language: those that are linked
    /// with this one, to each other or to the same other document.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor has no such document.
    pub async fn page_variants(&self, actor: Actor, id: Uuid) -> Result<Vec<Variant>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("document.content", actor, actor, Purpose::Publish)?;
        let rows = document::Entity::find()
            .filter(document::Column::AccountId.eq(account))
            .filter(document::Column::BinnedAt.is_null())
            .order_by_asc(document::Column::Id)
            .all(self.data.read())
            .await?;
        let key = self.key(account).await?;
        let this = rows.iter().find(|row| row.id == id);
        let this = open(&key, this.ok_or(Failure::Missing)?)?;
        let family = family(id, &this.document);
        let mut variants = Vec::new();
        for row in rows.iter().filter(|row| row.id != id) {
            let other = open(&key, row)?;
            let is_cv = other.document.kind == cv::Kind::Cv;
            if !is_cv || other.document.language == this.document.language {
                continue;
            }
            if self::family(row.id, &other.document).is_disjoint(&family) {
                continue;
            }
            variants.push(Variant {
                id: row.id,
                name: shelf::name(&key, row)?,
                language: other.document.language,
                version: other.version,
            });
        }
        Ok(variants)
    }

    /// A document as a link shows it beside its own, which may not be the same CV any
    /// more. None if there is no such document of the actor's.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the actor is nobody.
    pub async fn page_variant(&self, actor: Actor, id: Uuid) -> Result<Option<Variant>, Failure> {
        let account = person(actor)?;
        privacy::gate::read("document.content", actor, actor, Purpose::Publish)?;
        let row = find(account, id, self.data.read()).await?;
        let Some(row) = row.filter(|row| row.binned_at.is_none()) else {
            return Ok(None);
        };
        let key = self.key(account).await?;
        let stored = open(&key, &row)?;
        Ok(Some(Variant {
            id,
            name: shelf::name(&key, &row)?,
            language: stored.document.language,
            version: stored.version,
        }))
    }
}

/// A document's number and those of the documents that its items are copies of.
fn family(id: Uuid, document: &Document) -> BTreeSet<Id> {
    let origins = document.items().filter_map(|item| item.origin.as_ref());
    let mut family: BTreeSet<Id> = origins.map(|origin| origin.document).collect();
    family.insert(number(id));
    family
}

/// The number of the draft that a document's UUID was made for: what origins name.
/// The version and the variant of a UUID take bits of it, which stand elsewhere.
fn number(id: Uuid) -> Id {
    let bits = id.as_u128();
    let second = (bits >> 64 & 1) as u64;
    let rest = bits as u64 & (u64::MAX >> 2);
    Id(1 << 63 | second << 62 | rest)
}

/// What a redaction of a document hides in the same CV in another language: what was
/// made from what it hides there, or that was made from it, or is a copy of the same.
/// A section that the other does not have by its id is found by its kind.
pub(super) fn carried(redaction: &Redaction, from: &Document, to: &Document) -> Redaction {
    let mut carried = redaction.clone().without_details();
    let is_hidden = |id: Id| redaction.hides_place(id);
    let hidden = from.items().filter(|item| is_hidden(item.id));
    let mut sources: BTreeSet<Id> = BTreeSet::new();
    for item in hidden {
        sources.insert(item.id);
        sources.extend(item.origin.as_ref().map(|origin| origin.item));
    }
    sources.remove(&Id::BASICS);
    for item in to.items() {
        let origin = item.origin.as_ref().map(|origin| origin.item);
        if origin.is_some_and(|id| sources.contains(&id)) || sources.contains(&item.id) {
            carried.hide_place(item.id);
        }
    }
    for section in from.sections.iter().filter(|it| is_hidden(it.id)) {
        let same = to.sections.iter().any(|it| it.id == section.id);
        let others = to.sections.iter();
        let others = others.filter(|it| !same && it.kind == section.kind);
        others.for_each(|it| carried.hide_place(it.id));
    }
    carried
}

/// Takes a document out of the links of others, which get another version: it is
/// gone, and what was shown of it with it.
pub(crate) async fn forget_variant(
    connection: &impl ConnectionTrait,
    key: &PersonKey,
    account: Uuid,
    document: Uuid,
) -> Result<(), Failure> {
    let rows = publication::Entity::find()
        .filter(publication::Column::AccountId.eq(account))
        .filter(publication::Column::DocumentId.ne(document))
        .filter(publication::Column::Content.is_not_null())
        .all(connection)
        .await?;
    for row in rows {
        let mut content = unseal(key, &row)?;
        let before = content.variants.len();
        content.variants.retain(|variant| variant.id != document);
        if content.variants.len() == before {
            continue;
        }
        let (id, version) = (row.id, row.version);
        let mut row = publication::ActiveModel::from(row);
        row.content = Set(Some(seal(key, id, &content)?));
        row.version = Set(version + 1);
        row.update(connection).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Id, Uuid, number};

    /// As the browser makes them.
    #[test]
    fn a_documents_number_is_its_drafts() {
        let id: Uuid = "01890000-0000-7001-8000-0000000000aa"
            .parse()
            .expect("a UUID");
        assert_eq!(number(id), Id(0xc000_0000_0000_00aa));
        let id: Uuid = "01890000-0000-7000-a123-456789abcdef"
            .parse()
            .expect("a UUID");
        assert_eq!(number(id), Id(0xa123_4567_89ab_cdef));
    }
}
