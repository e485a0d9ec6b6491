//! The links of a document, for its owner to see what those see who have them.

use cv::{PersonalField, Redaction};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use super::ServiceError;
#[cfg(feature = "ssr")]
use super::caller::Caller;
#[cfg(feature = "ssr")]
use super::cv::uuid;

/// What a link hides, and what of personal details it shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeenLink {
    /// What its owner calls it. Empty if they do not.
    pub name: String,
    pub slug: String,
    pub redaction: Redaction,
    pub details: Vec<PersonalField>,
}

/// The links of a document that show something.
#[server(input = Json, prefix = "/api", endpoint = "cv_links")]
pub async fn cv_links(id: String) -> Result<Vec<SeenLink>, ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let store = &caller.service.store;
    let links = store.links(actor, uuid(&id)?).await?;
    let open = |link: &backend::Link| link.state == backend::LinkState::Open;
    let links = links.into_iter().filter(open).map(|link| SeenLink {
        name: link.name,
        slug: link.slug,
        details: PersonalField::ALL
            .into_iter()
            .filter(|field| link.redaction.shows_detail(*field))
            .collect(),
        redaction: link.redaction,
    });
    Ok(links.collect())
}
