//! What is done about a hit: its owner is asked, in a letter that staff have written,
//! or the entry is taken out of their public page. Their own document stays as they
//! have written it, and they are told; publishing anew is theirs to decide.

use cv::{Document, Item, format};
use privacy::Right;
use privacy::case::Step;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, EntityTrait};
use serde_json::Value as Json;
use uuid::Uuid;

use super::desk::AtDesk;
use super::named::Place;
use super::wanted::{Wanted, found_in};
use super::{Known, StepRefused, long_text, seal, unseal, words_of};
use crate::accounts::lock;
use crate::entity::{case_hit, login, publication};
use crate::failure::Failure;
use crate::letter::Letter;
use crate::sealed::CASE_HIT_CONTENT;
use crate::sessions::Who;
use crate::store::Store;
use crate::{Event, audit, publications};

/// A hit at the desk.
struct Hit {
    row: case_hit::Model,
    place: Place,
}

impl Store {
    /// Writes to the owner of a CV about what it says of whoever has asked.
    ///
    /// # Errors
    /// [`Failure::Missing`] without the right, or if there is no such hit.
    pub async fn case_ask_owner(
        &self,
        who: &Who,
        case: (Uuid, Uuid),
        hit: Uuid,
        text: &str,
    ) -> Result<Result<(), StepRefused>, Failure> {
        let text = long_text(text);
        if text.is_empty() {
            return Ok(Err(StepRefused::NoText));
        }
        let transaction = self.data.begin().await?;
        let begun = self.hit_begin(&transaction, who, case, hit, Step::AskOwner);
        let (desk, hit) = match begun.await? {
            Ok(begun) => begun,
            Err(refused) => return Ok(Err(refused)),
        };
        lock(hit.row.owner_id, &transaction).await?;
        let login = login::Entity::find_by_id(hit.row.owner_id)
            .one(&transaction)
            .await?;
        let Some(login) = login.filter(|login| login.email.is_some()) else {
            return Ok(Err(StepRefused::NoAddress));
        };
        let letter = Letter::CaseOwnerAsked {
            number: desk.row.number.clone(),
            text: text.clone(),
        };
        let owner_key = self.key(hit.row.owner_id).await?;
        self.write_to(&transaction, &login, &owner_key, letter)
            .await?;
        self.hit_end(transaction, who, desk, hit, (Step::AskOwner, &text))
            .await?;
        Ok(Ok(()))
    }

    /// Takes an entry out of a public page. Returns the page's id, for who has it in
    /// memory.
    ///
    /// # Errors
    /// As [`Store::case_ask_owner`].
    pub async fn case_hide(
        &self,
        who: &Who,
        case: (Uuid, Uuid),
        hit: Uuid,
        text: &str,
    ) -> Result<Result<Uuid, StepRefused>, Failure> {
        let text = long_text(text);
        if text.is_empty() {
            return Ok(Err(StepRefused::NoText));
        }
        let transaction = self.data.begin().await?;
        let begun = self.hit_begin(&transaction, who, case, hit, Step::Hide);
        let (desk, hit) = match begun.await? {
            Ok(begun) => begun,
            Err(refused) => return Ok(Err(refused)),
        };
        let owner = hit.row.owner_id;
        lock(owner, &transaction).await?;
        let page = publication::Entity::find_by_id((owner, hit.row.document_id))
            .one(&transaction)
            .await?
            .filter(|page| page.content.is_some());
        let (Some(page), true) = (page, hit.place.public) else {
            return Ok(Err(StepRefused::NotNow));
        };
        let id = page.id;
        let owner_key = self.key(owner).await?;
        let wanted = Wanted::new(&words_of(&desk.key, &desk.row)?);
        let content = match wanted {
            Some(wanted) => without(&owner_key, &page, &hit.place.item, &wanted)?,
            None => None,
        };
        // Its owner has published something else since.
        let Some(content) = content else {
            return Ok(Err(StepRefused::NotNow));
        };
        let changed = publication::ActiveModel {
            account_id: Set(owner),
            id: Set(page.id),
            content: Set(Some(content)),
            version: Set(page.version + 1),
            ..Default::default()
        };
        changed.update(&transaction).await?;
        // Whoever has no address finds it in the log of their account.
        if let Some(login) = login::Entity::find_by_id(owner).one(&transaction).await? {
            let letter = Letter::CaseOwnerAsked {
                number: desk.row.number.clone(),
                text: text.clone(),
            };
            self.write_to(&transaction, &login, &owner_key, letter)
                .await?;
        }
        self.hit_end(transaction, who, desk, hit, (Step::Hide, &text))
            .await?;
        Ok(Ok(id))
    }

    async fn hit_begin(
        &self,
        transaction: &DatabaseTransaction,
        who: &Who,
        case: (Uuid, Uuid),
        hit: Uuid,
        step: Step,
    ) -> Result<Result<(AtDesk, Hit), StepRefused>, Failure> {
        who.may(Right::Cases)?;
        who.proved()?;
        let desk = self.case_at_desk(transaction, case).await?;
        if Known::of(&desk.row)?.after(step).is_none() {
            return Ok(Err(StepRefused::NotNow));
        }
        if self.case_opened(transaction, who, case).await?.is_none() {
            return Ok(Err(StepRefused::Masked));
        }
        let row = case_hit::Entity::find_by_id((case.0, hit))
            .one(transaction)
            .await?
            .filter(|row| row.case_id == case.1)
            .ok_or(Failure::Missing)?;
        let place = unseal(&desk.key, CASE_HIT_CONTENT, row.id, &row.content)?;
        Ok(Ok((desk, Hit { row, place })))
    }

    async fn hit_end(
        &self,
        transaction: crate::database::Transaction,
        who: &Who,
        AtDesk { row, key }: AtDesk,
        Hit {
            row: hit,
            mut place,
        }: Hit,
        (step, text): (Step, &str),
    ) -> Result<(), Failure> {
        place.done = Some(step.name().to_owned());
        let changed = case_hit::ActiveModel {
            account_id: Set(hit.account_id),
            id: Set(hit.id),
            content: Set(seal(&key, CASE_HIT_CONTENT, hit.id, &place)?),
            ..Default::default()
        };
        changed.update(&transaction).await?;
        let case = (row.account_id, row.id);
        self.case_note(&transaction, &key, case, step, Some(who), text)
            .await?;
        let event = Event {
            actor: Some(Uuid::from_bytes(who.person.0)),
            action: match step {
                Step::Hide => audit::Action::ItemHidden,
                _ => audit::Action::CaseWorked,
            },
            subject: Some(hit.owner_id),
        };
        audit::note(&transaction, self, event).await?;
        transaction.commit().await?;
        Ok(())
    }
}

/// A page's content without an entry, sealed, and without whatever names whoever has
/// asked in its other languages. None if the entry that has this id now does not name
/// them, nor does any in another language.
fn without(
    key: &vault::PersonKey,
    page: &publication::Model,
    item: &str,
    wanted: &Wanted,
) -> Result<Option<Vec<u8>>, Failure> {
    let damaged = || Failure::Damaged("publication.content");
    let item = u64::from_str_radix(item, 16).map_err(|_| damaged())?;
    let sealed = page.content.as_deref().ok_or(Failure::Missing)?;
    let plain = key.open(publications::CONTENT, page.id.into_bytes(), sealed)?;
    let mut json: Json = serde_json::from_slice(&plain).map_err(|_| damaged())?;
    let load = |json: &Json| format::load_value(json.clone()).map_err(|_| damaged());
    let save = |document: &Document| serde_json::to_value(document).map_err(|_| damaged());
    let mut document = load(&json["document"])?;
    let names = |it: &Item| it.id.0 == item && found_in(it, wanted).is_some();
    let left = take_out(&mut document, names);
    let mut hidden = left.is_some();
    if let Some(left) = left {
        json["document"] = save(&document)?;
        forget_ids(&mut json, &left);
    }
    // An entry has another id there.
    let variants = json.get_mut("variants").and_then(Json::as_array_mut);
    for variant in variants.into_iter().flatten() {
        let mut document = load(&variant["document"])?;
        if take_out(&mut document, |it| found_in(it, wanted).is_some()).is_some() {
            variant["document"] = save(&document)?;
            hidden = true;
        }
    }
    if !hidden {
        return Ok(None);
    }
    let plain = serde_json::to_vec(&json).map(zeroize::Zeroizing::new);
    let plain = plain.map_err(|_| damaged())?;
    let sealed = key.seal(publications::CONTENT, page.id.into_bytes(), &plain);
    Ok(Some(sealed))
}

/// Takes entries out of a document, and the sections of which nothing is left. Returns
/// what stays, in reading order: each section, followed by its entries. None if there
/// are no such entries.
fn take_out(document: &mut Document, is_out: impl Fn(&Item) -> bool) -> Option<Vec<bool>> {
    let mut any = false;
    let mut left = Vec::new();
    document.sections.retain_mut(|section| {
        let mut items = Vec::with_capacity(section.items.len());
        section.items.retain(|item| {
            let out = is_out(item);
            any |= out;
            items.push(!out);
            !out
        });
        let stays = !section.items.is_empty();
        left.push(stays);
        left.append(&mut items);
        stays
    });
    any.then_some(left)
}

/// Keeps what a page's parts were made from in step with them, so that its owner still
/// sees what differs. A page from before that was noted has nothing of it.
fn forget_ids(json: &mut Json, left: &[bool]) {
    let ids = json.get_mut("ids").and_then(Json::as_array_mut);
    let Some(ids) = ids.filter(|ids| ids.len() == left.len()) else {
        return;
    };
    let mut left = left.iter();
    ids.retain(|_| left.next().is_none_or(|stays| *stays));
}
