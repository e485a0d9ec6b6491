//! What a running server finds when it looks at itself, every hour: whether its
//! databases answer, whether its audit log is whole, whether what had its time went.
//! The page about promises shows it, with the time.

use app::pages::promises::{Inspected, Look};
use backend::Store;
use privacy::promises::Running;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// The last look at each thing. Copies share it.
#[derive(Clone, Default)]
pub(crate) struct Inspection(Arc<RwLock<BTreeMap<Running, (bool, OffsetDateTime)>>>);

impl Inspection {
    /// Notes what was found just now.
    pub(crate) fn note(&self, running: Running, well: bool) {
        let mut looks = self.0.write().unwrap_or_else(PoisonError::into_inner);
        looks.insert(running, (well, OffsetDateTime::now_utc()));
    }

    /// Looks at the databases and the audit log.
    pub(crate) async fn look(&self, store: &Store) {
        self.note(Running::Databases, store.ping().await.is_ok());
        let well = match store.audit_verify().await {
            Ok(verified) => verified.faults.is_empty(),
            Err(failure) => {
                tracing::error!(%failure, "the audit log cannot be verified");
                false
            }
        };
        if !well {
            tracing::error!("the audit log is not what it was: see `merit audit verify`");
        }
        self.note(Running::AuditLog, well);
    }

    /// What was found, for a page.
    pub(crate) fn seen(&self) -> Inspected {
        let looks = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let looks = looks.iter().map(|(running, (well, at))| Look {
            running: *running,
            well: *well,
            at: written(*at),
        });
        Inspected(looks.collect())
    }
}

/// To the second, in UTC: `2026-11-28T12:00:00Z`.
fn written(at: OffsetDateTime) -> String {
    let whole = at.replace_nanosecond(0).unwrap_or(at);
    whole.format(&Rfc3339).unwrap_or_default()
}
