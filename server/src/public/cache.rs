//! Rendered pages in memory: each in its newest version, within a bound.
//!
//! When it is full, what nobody has asked for since it was last looked at goes first.
//! Which page an address leads to is remembered too, for less than a second and only
//! while this process has written nothing: who is asked for a page ten thousand times a
//! second asks the database twice.

use super::rendered::{Form, Rendered};
use backend::{Page, Uuid};
use cv::Language;
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What is kept in memory of rendered pages.
const BYTES: usize = 24 * 1024 * 1024;
/// What an entry takes beside its bytes.
const AROUND: usize = 1024;
/// Less than a second: within that, what another process has withdrawn is gone here.
const FRESH: Duration = Duration::from_millis(600);
/// Addresses that are remembered at most.
const ADDRESSES: usize = 8192;

/// What is asked for under an address: a form, and one of the languages.
type What = (Form, Option<Language>);
type Key = (Uuid, What);

/// Rendered pages.
#[derive(Default)]
pub(crate) struct Cache {
    rendered: HashMap<Key, Entry>,
    /// The order in which they are looked at when there is no more room. One that was
    /// put in again stands in it twice, and counts by its number.
    queue: VecDeque<(Key, u64)>,
    number: u64,
    bytes: usize,
    addresses: HashMap<Box<str>, Known>,
}

struct Entry {
    version: i64,
    rendered: Rendered,
    number: u64,
    /// Asked for since it was last looked at.
    asked: bool,
}

/// Where an address led.
struct Known {
    page: Page,
    writes: u64,
    at: Instant,
}

pub(crate) type SharedCache = Arc<Mutex<Cache>>;

pub(super) fn lock(cache: &SharedCache) -> MutexGuard<'_, Cache> {
    cache.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Cache {
    pub(super) fn get(&mut self, page: Page, what: What) -> Option<Rendered> {
        let entry = self.rendered.get_mut(&(page.id(), what))?;
        (entry.version == page.version()).then(|| {
            entry.asked = true;
            entry.rendered.clone()
        })
    }

    /// What is under an address, if that was asked a moment ago. `writes` is how often
    /// this process has written.
    pub(super) fn known(
        &mut self,
        slug: &str,
        what: What,
        writes: u64,
        now: Instant,
    ) -> Option<(Page, Rendered)> {
        let known = self.addresses.get(slug)?;
        let fresh = now.saturating_duration_since(known.at) < FRESH;
        if !fresh || known.writes != writes {
            return None;
        }
        // A file may be asked for by name where its page offers none.
        let page = known.page;
        if what.0.is_download() && !page.has_downloads() {
            return None;
        }
        Some((page, self.get(page, what)?))
    }

    /// Remembers where an address led. `at` is when that was asked, and `writes` how
    /// often this process had written before.
    pub(super) fn remember(&mut self, slug: &str, page: Page, writes: u64, at: Instant) {
        if self.addresses.len() >= ADDRESSES {
            self.addresses
                .retain(|_, known| at.saturating_duration_since(known.at) < FRESH);
            if self.addresses.len() >= ADDRESSES {
                self.addresses.clear();
            }
        }
        self.addresses
            .insert(slug.into(), Known { page, writes, at });
    }

    pub(super) fn put(&mut self, page: Page, what: What, rendered: Rendered) {
        let size = rendered.size() + AROUND;
        if size > BYTES / 4 {
            return;
        }
        let key = (page.id(), what);
        self.remove(key);
        while self.bytes + size > BYTES && self.make_room() {}
        self.number += 1;
        self.bytes += size;
        self.queue.push_back((key, self.number));
        self.rendered.insert(
            key,
            Entry {
                version: page.version(),
                rendered,
                number: self.number,
                asked: false,
            },
        );
        // What is gone meanwhile would otherwise stand in the queue for ever.
        if self.queue.len() > 2 * self.rendered.len() + 64 {
            let rendered = &self.rendered;
            self.queue.retain(|(key, number)| {
                rendered
                    .get(key)
                    .is_some_and(|entry| entry.number == *number)
            });
        }
    }

    /// Looks at the next one, which stays if it was asked for. False if there is none.
    fn make_room(&mut self) -> bool {
        let Some((key, number)) = self.queue.pop_front() else {
            return false;
        };
        match self.rendered.get_mut(&key) {
            Some(entry) if entry.number == number && entry.asked => {
                entry.asked = false;
                self.queue.push_back((key, number));
            }
            Some(entry) if entry.number == number => self.remove(key),
            _ => {}
        }
        true
    }

    fn remove(&mut self, key: Key) {
        if let Some(old) = self.rendered.remove(&key) {
            self.bytes -= old.rendered.size() + AROUND;
        }
    }

    /// Forgets what was rendered of a page that is gone. Its bytes are somebody's.
    pub(super) fn forget(&mut self, id: Uuid) {
        let bytes = &mut self.bytes;
        self.rendered.retain(|(page, _), old| {
            let stays = *page != id;
            if !stays {
                *bytes -= old.rendered.size() + AROUND;
            }
            stays
        });
        self.addresses.retain(|_, known| known.page.id() != id);
    }
}
