//! What stands behind the `#` of the editor's address: what it is to do first. No
//! server is sent it.

use leptos::prelude::*;
use texts::{Lang, messages};
use wasm_bindgen::JsValue;

use super::editing::Editing;
use super::moving::Moving;
use super::save;
use super::{documents, drafts, letter, message};
use crate::account;
use crate::browser::sync::Sync;
use crate::language::document_language;
use crate::page::{LETTER, NEW, OLD_DRAFTS, Page, SAVED, SIGN_OUT};
use crate::service::ServiceError;

pub(crate) enum Address {
    /// The secret of an owner link.
    Owner(String),
    /// The id of a document of the account's.
    Saved(String),
    New,
    /// A new letter, for the document of the account's that has this id.
    Letter(Option<String>),
    /// To ask once more about drafts from before.
    OldDrafts,
    SignOut,
}

/// Reads the address, and takes it away at once: a secret is to be in no history
/// and in no screenshot, and nothing is to be done twice.
pub(crate) fn take() -> Option<Address> {
    let hash = window().location().hash().ok()?;
    let address = if let Some(secret) = hash.strip_prefix(save::OWNER) {
        Address::Owner(secret.to_owned())
    } else if let Some(id) = hash.strip_prefix(SAVED) {
        Address::Saved(id.to_owned())
    } else if let Some(of) = hash.strip_prefix(LETTER) {
        Address::Letter(of.strip_prefix('=').map(str::to_owned))
    } else if hash == NEW {
        Address::New
    } else if hash == OLD_DRAFTS {
        Address::OldDrafts
    } else if hash == SIGN_OUT {
        Address::SignOut
    } else {
        return None;
    };
    let history = window().history().ok()?;
    let path = Page::Edit.path();
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    Some(address)
}

/// Does what the address says. Returns whether another document was opened.
///
/// # Errors
/// What is to be said to its owner.
pub(crate) async fn follow(
    address: Address,
    editing: Editing,
    sync: Sync,
    moving: Moving,
    lang: Lang,
) -> Result<bool, &'static str> {
    let member = account::of_page().member();
    match address {
        // What it opens would be mixed with what is the member's.
        Address::Owner(_) if member => Err(messages::owner_link_signed_in(lang)),
        Address::Owner(secret) => save::open_link(sync, secret, lang).await,
        Address::Saved(id) => saved(id, sync, lang).await.map(|()| true),
        Address::New => {
            let blank = documents::blank(document_language(lang));
            let created = moving.journal.create(blank).await;
            created.map_err(|why| drafts::unkept(&why, lang))?;
            moving.starting.0.set(true);
            Ok(false)
        }
        Address::Letter(of) => {
            let (journal, starting) = (moving.journal, moving.starting);
            match of {
                Some(id) => {
                    saved(id, sync, lang).await?;
                    letter::begin(editing, journal, starting, lang).await?;
                }
                None => {
                    letter::open(letter::blank(lang), editing, journal, starting, lang).await?;
                }
            }
            Ok(false)
        }
        Address::OldDrafts => {
            moving.bring_in(false, true).await;
            Ok(false)
        }
        Address::SignOut if member => {
            wasm_bindgen_futures::spawn_local(moving.sign_out(false));
            Ok(false)
        }
        // Nothing is known here of whose drafts those are.
        Address::SignOut => {
            let _ = window().location().set_href(Page::SignOut.path());
            Ok(false)
        }
    }
}

/// Opens a document of the account's.
async fn saved(id: String, sync: Sync, lang: Lang) -> Result<(), &'static str> {
    sync.open_saved(id).await.map_err(|error| match error {
        ServiceError::Missing | ServiceError::Refused => messages::cv_missing(lang),
        ServiceError::SignedOut => messages::signed_out(lang),
        error => message::server(error, lang),
    })
}
