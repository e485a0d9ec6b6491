//! Hashing passwords: slow and large on purpose, so it is done beside the
//! threads that answer, and by two at a time. Whoever comes meanwhile waits;
//! what it takes in memory is bounded.

use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::failure::Failure;

/// Each takes 46 MiB, and a second more would not be ready sooner on few cores.
static PLACES: Semaphore = Semaphore::const_new(2);

/// The hash of a new password.
pub(crate) async fn hash(password: &str) -> Result<Zeroizing<String>, Failure> {
    let password = Zeroizing::new(password.to_owned());
    beside(move || Zeroizing::new(vault::hash_password(&password))).await
}

/// Whether it is the password. Without a stored one the same work is done, for
/// nothing: how long it takes must not say whether there is an account.
pub(crate) async fn verify(
    stored: Option<Zeroizing<String>>,
    password: &str,
) -> Result<bool, Failure> {
    let password = Zeroizing::new(password.to_owned());
    beside(move || vault::verify_password(stored.as_ref().map(|text| text.as_str()), &password))
        .await
}

async fn beside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failure> {
    let failed = |what: &str| Failure::Refused(what.to_owned());
    let place = PLACES.acquire().await;
    let place = place.map_err(|_| failed("the server is stopping"))?;
    tokio::task::spawn_blocking(move || {
        // Held to the end, also when nobody waits for the answer any more.
        let _place = place;
        work()
    })
    .await
    .map_err(|_| failed("hashing stopped"))
}
