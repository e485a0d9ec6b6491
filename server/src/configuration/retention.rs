//! `[erasure]`, `[retention]` and `[proof]`: how long somebody can change their mind,
//! how long is kept what the operator may decide about, and when the server proves it.

use backend::{ERASURE_DELAY_DAYS, ERASURE_MOST_DAYS, NOTICE_DAYS};
use privacy::{Period, Periods, Unfounded};

use super::sources::Sources;

/// Days between asking to be erased and being gone.
pub(super) fn erasure_days(from: &mut Sources) -> u16 {
    const KEY: &str = "erasure.delay_days";
    let days = from.read::<u16>(KEY).unwrap_or(ERASURE_DELAY_DAYS);
    if days > ERASURE_MOST_DAYS {
        from.wrong(KEY);
    }
    days
}

/// Days between the publication of a material change of the policy and its day.
pub(super) fn notice_days(from: &mut Sources) -> u16 {
    const KEY: &str = "policy.notice_days";
    let days = from.read::<u16>(KEY).unwrap_or(NOTICE_DAYS);
    if !(1..=365).contains(&days) {
        from.wrong(KEY);
    }
    days
}

/// The periods that are other than usual.
pub(super) fn periods(from: &mut Sources) -> Periods {
    let mut periods = Periods::default();
    for period in Period::ALL {
        let (days_key, ground_key) = keys(period);
        let ground = from.read::<String>(ground_key);
        let Some(days) = from.read::<u16>(days_key) else {
            if ground.is_some() {
                from.fault(ground_key, &format!("needs {days_key} beside it"));
            }
            continue;
        };
        match periods.set(period, days, ground) {
            Ok(()) => {}
            Err(Unfounded::OutOfRange) => from.wrong(days_key),
            Err(Unfounded::NoGround) => {
                let usual = period.usual();
                let words = format!("is longer than {usual} days, which needs {ground_key}");
                from.fault(days_key, &words);
            }
        }
    }
    periods
}

/// When the server proves what it promises: at night, unless the operator says another
/// hour, or never.
pub(super) fn proof_hour(from: &mut Sources) -> Option<u8> {
    const KEY: &str = "proof.hour";
    const NIGHT: u8 = 2;
    let said: Option<String> = from.read(KEY);
    match said.as_deref() {
        None => Some(NIGHT),
        Some("off") => None,
        Some(hour) => match hour.parse() {
            Ok(hour @ 0..=23) => Some(hour),
            _ => {
                from.wrong(KEY);
                None
            }
        },
    }
}

fn keys(period: Period) -> (&'static str, &'static str) {
    match period {
        Period::Saved => ("retention.saved_days", "retention.saved_ground"),
        Period::SignIn => ("retention.sign_in_days", "retention.sign_in_ground"),
        Period::Case => ("retention.case_days", "retention.case_ground"),
    }
}
