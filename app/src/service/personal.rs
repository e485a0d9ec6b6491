//! Personal details on the server. A document names each by a reference; whether
//! one may be kept is said by its owner's consent.

use std::fmt;

use cv::{Id, PersonalField};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use super::ServiceError;
#[cfg(feature = "ssr")]
use super::{caller::Caller, limits::What};

/// A personal detail, by the reference that documents hold.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalValue {
    pub reference: Id,
    pub field: PersonalField,
    /// One line.
    pub value: String,
}

/// A debug print must not say what it is.
impl fmt::Debug for PersonalValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonalValue({}, {:?})", self.reference, self.field)
    }
}

/// Keeps a personal detail, in place of what was there under its reference.
/// [`ServiceError::NoConsent`] unless their owner agrees to the text that holds
/// now.
#[server(input = Json, prefix = "/api", endpoint = "personal_put")]
pub async fn personal_put(detail: PersonalValue) -> Result<(), ServiceError> {
    let caller = Caller::here()?;
    caller.limit(What::Save)?;
    let actor = caller.actor().await?;
    let detail = backend::PersonalDetail {
        reference: detail.reference,
        field: detail.field,
        value: detail.value,
    };
    Ok(caller.service.store.personal_put(actor, &detail).await?)
}

/// The account's personal details.
#[server(input = Json, prefix = "/api", endpoint = "personal_list")]
pub async fn personal_list() -> Result<Vec<PersonalValue>, ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let purpose = privacy::Purpose::KeepSaved;
    let details = caller.service.store.personal_list(actor, purpose).await?;
    let details = details.into_iter().map(|detail| PersonalValue {
        reference: detail.reference,
        field: detail.field,
        value: detail.value,
    });
    Ok(details.collect())
}

/// Deletes a personal detail.
#[server(input = Json, prefix = "/api", endpoint = "personal_delete")]
pub async fn personal_delete(reference: Id) -> Result<(), ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let store = &caller.service.store;
    Ok(store.personal_delete(actor, reference).await?)
}
