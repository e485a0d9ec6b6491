//! What time it is. Tests say it themselves.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A day in milliseconds.
pub const DAY: i64 = 24 * HOUR;
pub(crate) const HOUR: i64 = 60 * MINUTE;
pub(crate) const MINUTE: i64 = 60 * 1000;

#[derive(Clone, Debug, Default)]
pub enum Clock {
    #[default]
    System,
    /// Stands where it was put.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// Milliseconds since 1970.
    pub fn now(&self) -> i64 {
        match self {
            Clock::System => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |since| since.as_millis() as i64),
            Clock::Set(at) => at.load(Ordering::Relaxed),
        }
    }
}
