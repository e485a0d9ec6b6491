//! The QR code in the PDF of a link, for who has that on paper.

use super::rendered;
use crate::router::Site;
use backend::{Failure, Found, Link, LinkState, Slug};
use privacy::Actor;
use qrcode::{Color, QrCode};
use texts::{Lang, links};
use typeset::pdf::Code;

/// A code, and what it says.
pub(super) struct Paper {
    modules: Vec<bool>,
    width: usize,
    address: String,
    alt: String,
}

impl Paper {
    /// The code of an address. None if that is too long for one.
    pub(super) fn of(address: String, lang: Lang) -> Option<Paper> {
        let code = QrCode::new(&address).ok()?;
        let modules = code.to_colors().into_iter();
        Some(Paper {
            modules: modules.map(|module| module == Color::Dark).collect(),
            width: code.width(),
            alt: links::code_alt(lang, &address),
            address,
        })
    }

    pub(super) fn code(&self) -> Code<'_> {
        Code {
            modules: &self.modules,
            width: self.width,
            address: &self.address,
            alt: &self.alt,
        }
    }
}

/// Whether the last page of a link's PDF has no room for the code that its owner wants
/// there. False where there is nothing to say of it.
///
/// # Errors
/// The store does not answer.
pub(crate) async fn lacks_room(site: &Site, link: &Link) -> Result<bool, Failure> {
    let (Some(origin), Some(slug)) = (site.origin.clone(), Slug::parse(&link.slug)) else {
        return Ok(false);
    };
    if !link.pdf_code || link.state != LinkState::Open {
        return Ok(false);
    }
    let store = &site.service.store;
    let Found::Page(page) = store.page_find(&slug).await? else {
        return Ok(false);
    };
    let shown = match store.page_open(Actor::Visitor, page).await {
        Err(Failure::Missing | Failure::Denied(_)) => return Ok(false),
        opened => opened?,
    };
    // As for every PDF. Who waits in vain is told nothing.
    let Some(place) = app::service::pdf::place().await else {
        return Ok(false);
    };
    let has_room = tokio::task::spawn_blocking(move || {
        // Held to the end, also when nobody waits for the answer any more.
        let _place = place;
        let paper = rendered::paper(&shown, slug.as_str(), &origin, None);
        let room = paper.map(|paper| app::service::pdf::has_room(shown.shown(), paper.code()));
        room.unwrap_or(Some(false))
    })
    .await
    .ok()
    .flatten();
    Ok(has_room == Some(false))
}
