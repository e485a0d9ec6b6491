//! Consent from the editor: how it stands, giving it and taking it back.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;
use serde::{Deserialize, Serialize};

use super::ServiceError;
#[cfg(feature = "ssr")]
use super::{caller::Caller, limits::What};

/// A purpose, and how its consent stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentNow {
    /// The name of a `privacy::ConsentPurpose`.
    pub purpose: String,
    /// The version of the text that is to be shown and agreed to.
    pub version: String,
    pub state: ConsentStanding,
    /// Until when it lasts, or lasted: milliseconds since 1970.
    pub until: Option<i64>,
    /// How many details are kept by it.
    pub held: u64,
}

/// Whether something new may be kept, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConsentStanding {
    Never,
    /// It may.
    Given,
    /// Another text was agreed to.
    OlderText,
    /// It had its time.
    Lapsed,
    Withdrawn,
}

/// How the account's consent stands, for each purpose.
#[server(input = Json, prefix = "/api", endpoint = "consent_state")]
pub async fn consent_state() -> Result<Vec<ConsentNow>, ServiceError> {
    use backend::ConsentState as Stands;

    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let consents = caller.service.store.consents(actor).await?;
    let consents = consents.into_iter().map(|consent| {
        let (state, until) = match consent.state {
            Stands::Never => (ConsentStanding::Never, None),
            Stands::Given { until, .. } => (ConsentStanding::Given, Some(until)),
            Stands::OlderText { until, .. } => (ConsentStanding::OlderText, Some(until)),
            Stands::Lapsed { until } => (ConsentStanding::Lapsed, Some(until)),
            Stands::Withdrawn { .. } => (ConsentStanding::Withdrawn, None),
        };
        ConsentNow {
            purpose: consent.purpose.name().to_owned(),
            version: consent.version,
            state,
            until,
            held: consent.held,
        }
    });
    Ok(consents.collect())
}

/// Agrees to a text, which was shown in this version and language.
#[server(input = Json, prefix = "/api", endpoint = "consent_give")]
pub async fn consent_give(
    purpose: String,
    version: String,
    lang: String,
) -> Result<(), ServiceError> {
    let caller = Caller::here()?;
    caller.limit(What::Save)?;
    let actor = caller.actor().await?;
    let purpose = self::purpose(&purpose)?;
    let agreement = backend::Agreement {
        version,
        lang: self::lang(&lang)?,
        by: backend::ConsentBy::Editor,
    };
    let store = &caller.service.store;
    match store.consent_give(actor, purpose, &agreement).await {
        // They have read another text than that which holds now.
        Err(backend::Failure::Refused(_)) => Err(ServiceError::Outdated),
        given => Ok(given?),
    }
}

/// Takes it back, and deletes what was kept by it. Returns how many details that
/// were.
#[server(input = Json, prefix = "/api", endpoint = "consent_withdraw")]
pub async fn consent_withdraw(purpose: String, lang: String) -> Result<u64, ServiceError> {
    let caller = Caller::here()?;
    let actor = caller.actor().await?;
    let (purpose, lang) = (self::purpose(&purpose)?, self::lang(&lang)?);
    let by = backend::ConsentBy::Editor;
    let store = &caller.service.store;
    Ok(store.consent_withdraw(actor, purpose, lang, by).await?)
}

#[cfg(feature = "ssr")]
fn purpose(name: &str) -> Result<privacy::ConsentPurpose, ServiceError> {
    privacy::ConsentPurpose::from_name(name).ok_or(ServiceError::Refused)
}

#[cfg(feature = "ssr")]
fn lang(tag: &str) -> Result<backend::MailLang, ServiceError> {
    match texts::Lang::from_tag(tag) {
        Some(texts::Lang::Sv) => Ok(backend::MailLang::Sv),
        Some(texts::Lang::En) => Ok(backend::MailLang::En),
        None => Err(ServiceError::Refused),
    }
}
