//! How often something may be asked, from one address and of one account.
//! Counted in memory and forgotten with the time that it is counted for; nothing
//! is stored or logged, and an account is counted by a random hash of its name.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, MutexGuard, PoisonError};
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
    /// A PDF, or a page in a form that is not published.
    Rendering,
    /// Any request but for files that are the same for all.
    Request,
    /// A password or a passkey.
    SignIn,
    /// An account with an e-mail address.
    SignUp,
    /// A forgotten password.
    Reset,
    /// A second factor's code.
    Code,
    /// A letter to somebody, whatever it says.
    Mail,
    /// A copy of everything of an account.
    Export,
    /// A public page's password. Of an account is of a page here.
    LinkPassword,
    /// A report of a public page.
    Report,
}

/// So many within a time.
#[derive(Clone, Copy)]
struct Share {
    most: u32,
    within: Duration,
}

const fn share(most: u32, seconds: u64) -> Share {
    Share {
        most,
        within: Duration::from_secs(seconds),
    }
}

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

impl What {
    /// What one address may, be it a person's or a school's.
    fn of_address(self) -> Share {
        match self {
            What::NewAccount => share(30, HOUR),
            What::OwnerLink => share(60, 10 * MINUTE),
            What::Save => share(600, MINUTE),
            What::Rendering => share(120, MINUTE),
            What::Request => share(1_800, MINUTE),
            What::SignIn => share(30, 10 * MINUTE),
            What::SignUp => share(20, HOUR),
            What::Reset => share(10, HOUR),
            What::Code => share(30, 10 * MINUTE),
            What::Mail => share(30, HOUR),
            What::Export => share(60, HOUR),
            What::LinkPassword => share(10, 15 * MINUTE),
            What::Report => share(10, HOUR),
        }
    }

    /// What may be tried of one account, from wherever.
    fn of_account(self) -> Share {
        match self {
            What::SignIn => share(10, 15 * MINUTE),
            What::Code => share(5, 15 * MINUTE),
            What::SignUp | What::Reset => share(5, HOUR),
            What::Mail => share(10, HOUR),
            What::Export => share(6, HOUR),
            // Whoever was given it shall not be kept out by who was not.
            What::LinkPassword => share(200, 15 * MINUTE),
            What::NewAccount
            | What::OwnerLink
            | What::Save
            | What::Rendering
            | What::Request
            | What::Report => self.of_address(),
        }
    }
}

/// Refused: how long until the next try is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub Duration);

impl Wait {
    /// For `Retry-After`: whole seconds, after which it is taken.
    pub fn seconds(self) -> u64 {
        let whole = self.0.as_secs();
        let more = u64::from(self.0.subsec_nanos() > 0);
        (whole + more).max(1)
    }

    /// For people: whole minutes, after which it is taken.
    pub fn minutes(self) -> u64 {
        self.seconds().div_ceil(MINUTE)
    }
}

/// Networks and accounts that are counted at once. A flood from more than these
/// counts as one, and then some are refused who did nothing.
const COUNTED: usize = 100_000;

/// How often what has had its time is forgotten.
const SWEEP: Duration = Duration::from_secs(60);

/// Who is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Network(IpAddr),
    Account(u64),
    /// All for whom there is no place.
    Others,
}

pub struct Limits {
    new_accounts: u32,
    times: u32,
    names: RandomState,
    counts: Mutex<Counts>,
}

#[derive(Default)]
struct Counts {
    taken: HashMap<(What, Key), Count>,
    /// When what has had its time was last forgotten.
    swept: Option<Instant>,
}

struct Count {
    since: Instant,
    within: Duration,
    taken: u32,
}

impl Count {
    fn is_over(&self, now: Instant) -> bool {
        now.duration_since(self.since) >= self.within
    }
}

impl Limits {
    /// `new_accounts` from one address in an hour; everything else of an address
    /// `times` what is usual.
    pub fn new(new_accounts: u32, times: u32) -> Limits {
        Limits {
            new_accounts,
            times,
            names: RandomState::new(),
            counts: Mutex::default(),
        }
    }

    /// Counts one more from an address.
    ///
    /// # Errors
    /// [`Wait`] if that is too many.
    pub fn take(&self, what: What, address: IpAddr) -> Result<(), Wait> {
        self.take_at(what, address, Instant::now())
    }

    /// Counts one more try of an account, whose name is any bytes: before it is
    /// looked at, so that tries at the same time are all counted. Whether there
    /// is such an account makes no difference.
    ///
    /// # Errors
    /// [`Wait`] if that is too many.
    pub fn take_account(&self, what: What, name: &[u8]) -> Result<(), Wait> {
        self.take_account_at(what, name, Instant::now())
    }

    /// Forgets the tries of an account after one that was right.
    pub fn forgive_account(&self, what: What, name: &[u8]) {
        let key = self.account(name);
        self.counts().taken.remove(&(what, key));
    }

    fn take_at(&self, what: What, address: IpAddr, now: Instant) -> Result<(), Wait> {
        let Share { most, within } = what.of_address();
        let most = match what {
            What::NewAccount => self.new_accounts,
            _ => most.saturating_mul(self.times),
        };
        self.counts().take(
            what,
            Key::Network(network(address)),
            Share { most, within },
            now,
        )
    }

    fn take_account_at(&self, what: What, name: &[u8], now: Instant) -> Result<(), Wait> {
        let key = self.account(name);
        self.counts().take(what, key, what.of_account(), now)
    }

    fn account(&self, name: &[u8]) -> Key {
        Key::Account(self.names.hash_one(name))
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        // A panic of another thread leaves counts that are as good as any.
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    fn take(&mut self, what: What, key: Key, share: Share, now: Instant) -> Result<(), Wait> {
        let due = |swept| now.duration_since(swept) >= SWEEP;
        if self.swept.is_none_or(due) {
            self.swept = Some(now);
            self.taken.retain(|_, count| !count.is_over(now));
        }
        let is_known = self.taken.contains_key(&(what, key));
        let key = match is_known || self.taken.len() < COUNTED {
            true => key,
            false => Key::Others,
        };
        let new = Count {
            since: now,
            within: share.within,
            taken: 0,
        };
        let count = self.taken.entry((what, key)).or_insert(new);
        if count.is_over(now) {
            (count.since, count.taken) = (now, 0);
        }
        if count.taken < share.most {
            count.taken += 1;
            return Ok(());
        }
        Err(Wait(
            count.within.saturating_sub(now.duration_since(count.since)),
        ))
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

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    fn after(start: Instant, seconds: u64) -> Instant {
        start + Duration::from_secs(seconds)
    }

    #[test]
    fn an_address_has_its_share_and_gets_it_back() {
        let limits = Limits::new(2, 1);
        let start = Instant::now();
        let take = |from: &str, seconds: u64| {
            limits
                .take_at(What::NewAccount, address(from), after(start, seconds))
                .is_ok()
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
        assert_eq!(limits.counts().taken.len(), 1);
    }

    /// Whoever waits as long as they were told is taken, and not a moment sooner.
    #[test]
    fn the_wait_is_honest() {
        let limits = Limits::new(1, 1);
        let start = Instant::now();
        let from = address("192.0.2.1");
        let all = [
            What::NewAccount,
            What::OwnerLink,
            What::Save,
            What::Rendering,
            What::Request,
            What::SignIn,
            What::SignUp,
            What::Reset,
            What::Code,
            What::Mail,
            What::LinkPassword,
        ];
        for what in all {
            let take = |now| limits.take_at(what, from, now);
            while take(start).is_ok() {}
            let later = start + Duration::from_millis(2_500);
            let wait = take(later).expect_err("its share is used up");
            assert_eq!(
                wait.0,
                what.of_address().within - Duration::from_millis(2_500)
            );
            assert_eq!(
                wait.seconds(),
                what.of_address().within.as_secs() - 2,
                "{what:?}"
            );
            let before = later + wait.0 - Duration::from_millis(1);
            assert!(take(before).is_err(), "{what:?}");
            assert!(take(after(later, wait.seconds())).is_ok(), "{what:?}");
        }
        assert_eq!(Wait(Duration::ZERO).seconds(), 1);
        assert_eq!(Wait(Duration::from_secs(61)).minutes(), 2);
    }

    #[test]
    fn an_account_has_a_share_of_its_own_and_a_right_try_forgives() {
        let limits = Limits::new(1, 1_000);
        let start = Instant::now();
        let take = |name: &[u8]| limits.take_account_at(What::SignIn, name, start);
        for _ in 0..10 {
            assert!(take(b"anna").is_ok());
        }
        let wait = take(b"anna").expect_err("ten were wrong");
        assert_eq!(wait.seconds(), 15 * 60);
        assert!(take(b"bo").is_ok());
        // Another thing of the same account.
        assert!(limits.take_account_at(What::Code, b"anna", start).is_ok());
        limits.forgive_account(What::SignIn, b"anna");
        assert!(take(b"anna").is_ok());
    }

    #[test]
    fn what_one_address_may_can_be_multiplied() {
        let limits = Limits::new(1, 3);
        let start = Instant::now();
        let taken = |what| {
            let take = || limits.take_at(what, address("192.0.2.1"), start);
            (0..1_000).take_while(|_| take().is_ok()).count()
        };
        assert_eq!(taken(What::SignIn), 90);
        assert_eq!(taken(What::NewAccount), 1);
    }

    #[test]
    fn a_flood_of_addresses_is_counted_in_bounded_memory() {
        let limits = Limits::new(1, 1);
        let start = Instant::now();
        let known = address("192.0.2.1");
        assert!(limits.take_at(What::SignIn, known, start).is_ok());
        for number in 0..u32::try_from(COUNTED).expect("it fits") + 50 {
            let from = IpAddr::from(number.to_be_bytes());
            let _ = limits.take_at(What::SignIn, from, start);
        }
        assert_eq!(limits.counts().taken.len(), COUNTED + 1);
        // Who was there before keeps a count of their own.
        assert!(limits.take_at(What::SignIn, known, start).is_ok());
        let new = address("203.0.113.77");
        assert!(limits.take_at(What::SignIn, new, start).is_err());
    }
}
