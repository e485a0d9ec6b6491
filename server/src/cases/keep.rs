//! What goes on with cases by itself: CVs are searched for whoever is named, staff
//! are reminded, and what was answered long ago is closed.

use std::time::Duration;

use backend::Store;

/// How often it is looked at. Whoever has just shown who they are waits no longer.
const EVERY: Duration = Duration::from_secs(60);

pub(crate) async fn keep(store: Store) {
    loop {
        for (what, done) in [
            ("searched", store.cases_scan().await),
            ("reminded", store.cases_remind().await),
            ("closed", store.cases_close().await),
        ] {
            match done {
                Ok(0) => {}
                Ok(count) => tracing::info!(kind = what, count, "cases"),
                Err(failure) => tracing::error!(%failure, "cases"),
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}
