//! How often something may be asked from one address. Counted in memory and
//! forgotten with the time that it is counted for; nothing is stored or logged.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A first save, which makes an account.
    NewAccount,
    /// An owner link. Nobody guesses 256 bits, but trying is work for us.
    OwnerLink,
    /// A save of a document.
    Save,
}

impl What {
    fn within(self) -> Duration {
        match self {
            What::NewAccount => Duration::from_secs(60 * 60),
            What::OwnerLink => Duration::from_secs(10 * 60),
            What::Save => Duration::from_secs(60),
        }
    }
}

/// Addresses that are counted at once. A flood from more than these counts as
/// one, and then some are refused who did nothing.
const ADDRESSES: usize = 100_000;

pub struct Limits {
    new_accounts: u32,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    by_address: HashMap<(What, IpAddr), (Instant, u32)>,
    /// When what has had its time was last forgotten.
    swept: Option<Instant>,
}

/// How often what has had its time is forgotten.
const SWEEP: Duration = Duration::from_secs(60);

impl Limits {
    /// `new_accounts` from one address in an hour.
    pub fn new(new_accounts: u32) -> Limits {
        Limits {
            new_accounts,
            counts: Mutex::default(),
        }
    }

    fn most(&self, what: What) -> u32 {
        match what {
            What::NewAccount => self.new_accounts,
            What::OwnerLink => 60,
            What::Save => 600,
        }
    }

    /// Counts one more. False if that is too many.
    pub fn take(&self, what: What, address: IpAddr) -> bool {
        self.take_at(what, address, Instant::now())
    }

    fn take_at(&self, what: What, address: IpAddr, now: Instant) -> bool {
        // A panic of another thread leaves counts that are as good as any.
        let mut counts = self
            .counts
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let due = |swept| now.duration_since(swept) >= SWEEP;
        if counts.swept.is_none_or(due) {
            counts.swept = Some(now);
            counts
                .by_address
                .retain(|(what, _), (since, _)| now.duration_since(*since) < what.within());
        }
        let key = match counts.by_address.len() < ADDRESSES {
            true => (what, network(address)),
            false => (what, IpAddr::from([0, 0, 0, 0])),
        };
        let (since, count) = counts.by_address.entry(key).or_insert((now, 0));
        if now.duration_since(*since) >= what.within() {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(1);
        *count <= self.most(what)
    }
}

/// Who has one IPv6 address has 2^64 of them.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => IpAddr::V4(v4),
            None => {
                let [a, b, c, d, ..] = v6.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        },
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_its_share_and_gets_it_back() {
        let limits = Limits::new(2);
        let start = Instant::now();
        let address = |text: &str| text.parse::<IpAddr>().expect("an address");
        let take = |from: &str, after: u64| {
            let now = start + Duration::from_secs(after);
            limits.take_at(What::NewAccount, address(from), now)
        };
        assert!(take("2001:db8::1", 0));
        // The same network, whatever the address in it.
        assert!(take("2001:db8::ffff", 1));
        assert!(!take("2001:db8::2", 2));
        assert!(take("2001:db8:0:1::1", 2));
        assert!(take("192.0.2.1", 2));
        assert!(take("::ffff:192.0.2.1", 2));
        assert!(!take("192.0.2.1", 3));
        assert!(take("2001:db8::1", 3600));
        // An address is not kept for longer than it is counted.
        assert!(take("203.0.113.9", 2 * 3600 + 3));
        let counts = limits.counts.lock().expect("nobody panicked");
        assert_eq!(counts.by_address.len(), 1);
    }
}
