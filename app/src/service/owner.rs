//! The owner link: a secret that opens an account.

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::ServiceError;

/// Exchanges an owner link's secret for a session, which is in a cookie.
#[server(input = Json, prefix = "/api", endpoint = "owner_link_open")]
pub async fn owner_link_open(link: String) -> Result<(), ServiceError> {
    use super::caller::Caller;
    use super::limits::What;

    let caller = Caller::here()?;
    caller.limit(What::OwnerLink)?;
    let link = link.parse().map_err(|_| ServiceError::Missing)?;
    let person = caller.service.store.owner_link_open(&link).await?;
    caller.sign_in(person.ok_or(ServiceError::Missing)?).await
}
