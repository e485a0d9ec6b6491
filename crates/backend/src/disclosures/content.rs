//! What a disclosure says: what is asked of one that is proposed, and how it is sealed.

use privacy::Date;
use privacy::disclosure::{self, DisclosureGround};
use privacy::inventory::Category;
use serde::{Deserialize, Serialize};
use vault::PersonKey;

use super::{DisclosureRefused, DisclosureTold, NewDisclosure};
use crate::entity::disclosure as table;
use crate::failure::Failure;
use crate::sealed::DISCLOSURE_CONTENT;

/// Characters of a line and of a text.
const LINE: usize = 200;
const TEXT: usize = 4000;

/// What is sealed.
#[derive(Serialize, Deserialize)]
pub(super) struct Content {
    pub(super) recipient: String,
    pub(super) law: String,
    pub(super) categories: Vec<String>,
    pub(super) items: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) secrecy: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) barred_by: String,
}

pub(super) fn sound(new: &NewDisclosure, today: Date) -> Result<(), DisclosureRefused> {
    let fits = |text: &str, most: usize| !text.trim().is_empty() && text.chars().count() <= most;
    let lines = [&new.recipient, &new.law]
        .iter()
        .all(|text| fits(text, LINE));
    if !lines || !fits(&new.items, TEXT) {
        return Err(DisclosureRefused::Incomplete);
    }
    if new.categories.is_empty() {
        return Err(DisclosureRefused::NoCategories);
    }
    let secrecy = fits(&new.secrecy, LINE);
    if new.ground.needs_secrecy() && !secrecy || new.secrecy.chars().count() > LINE {
        return Err(DisclosureRefused::NoSecrecy);
    }
    if let Some((until, law)) = &new.barred {
        disclosure::bar(new.ground, *until, today).map_err(DisclosureRefused::Bar)?;
        if !fits(law, LINE) {
            return Err(DisclosureRefused::NoBarLaw);
        }
    }
    Ok(())
}

pub(super) fn damaged() -> Failure {
    Failure::Damaged("disclosure.content")
}

pub(super) fn open(
    key: &PersonKey,
    row: &table::Model,
) -> Result<(DisclosureTold, String), Failure> {
    let plain = key.open(DISCLOSURE_CONTENT, row.id.into_bytes(), &row.content)?;
    let content: Content = serde_json::from_slice(&plain).map_err(|_| damaged())?;
    let categories = content.categories.iter();
    let told = DisclosureTold {
        at: row.decided_at.unwrap_or(row.proposed_at),
        ground: DisclosureGround::from_name(&row.ground)
            .ok_or(Failure::Damaged("disclosure.ground"))?,
        recipient: content.recipient,
        law: content.law,
        categories: categories
            .filter_map(|it| Category::from_name(it))
            .collect(),
        items: content.items,
        secrecy: content.secrecy,
        barred_until: row.barred_until,
    };
    Ok((told, content.barred_by))
}

/// What is sealed of a disclosure of these items, as the search for what can be read
/// plants one.
pub(crate) fn said(items: String) -> String {
    let content = Content {
        recipient: String::new(),
        law: String::new(),
        categories: Vec::new(),
        items,
        secrecy: String::new(),
        barred_by: String::new(),
    };
    serde_json::to_string(&content).unwrap_or_default()
}
