//! The password of a link, and the pass that whoever entered it has for some hours.
//!
//! A pass says when it ends, with a keyed hash over that, the link, and what is
//! stored of the password: so it opens one link, and only until its password is
//! another one. It is the same for everybody who got it at that moment, and nothing
//! is stored of it.

use sea_orm::EntityTrait;
use vault::{MacKey, Use};
use zeroize::Zeroizing;

use super::{PASSWORD, Page};
use crate::accounts::uuid;
use crate::clock::HOUR;
use crate::entity::publication;
use crate::failure::Failure;
use crate::hex::{hex, unhex};
use crate::passwords;
use crate::store::Store;

/// For so many hours a password that was entered is not asked for again.
const PASS_HOURS: i64 = 12;

impl Store {
    /// What stands for a password, as it is stored.
    pub(super) fn lock(&self, sealed: &[u8]) -> [u8; 32] {
        self.passes().mac(&[b"lock", sealed])
    }

    /// Tries a password on a page, and gives a pass if it is right. A wrong one takes
    /// as long, and so does any on a page that has none.
    ///
    /// # Errors
    /// [`Failure::Missing`] if the page was withdrawn or changed meanwhile.
    pub async fn page_unlock(&self, page: Page, password: &str) -> Result<Option<String>, Failure> {
        let account = uuid(page.owner);
        let row = publication::Entity::find_by_id((account, page.id))
            .one(self.data.read())
            .await?
            .filter(|row| row.version == page.version)
            .ok_or(Failure::Missing)?;
        let stored = match row.password.as_deref() {
            None => None,
            Some(sealed) => {
                let key = self.key(account).await?;
                let plain = key.open(PASSWORD, page.id.into_bytes(), sealed)?;
                let text = String::from_utf8(plain.to_vec()).map_err(|_| vault::Opening)?;
                Some(Zeroizing::new(text))
            }
        };
        match passwords::verify(stored, password).await? {
            true => Ok(self.pass(page)),
            false => Ok(None),
        }
    }

    /// Whether a pass opens a page. One without a password is open.
    pub fn page_is_opened_by(&self, page: Page, pass: &str) -> bool {
        let Some(lock) = page.lock else {
            return true;
        };
        let Some((until, mac)) = pass.split_once('-') else {
            return false;
        };
        let (Ok(until), Some(mac)) = (until.parse::<i64>(), unhex::<32>(mac)) else {
            return false;
        };
        let parts = parts(page, &lock, until);
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        self.passes().is(&parts, &mac) && self.clock.now() < until
    }

    fn pass(&self, page: Page) -> Option<String> {
        let lock = page.lock?;
        // Whole minutes, so that it says less of who it is.
        let until = (self.clock.now() + PASS_HOURS * HOUR).div_euclid(60_000) * 60_000;
        let parts = parts(page, &lock, until);
        let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        Some(format!("{until}-{}", hex(&self.passes().mac(&parts))))
    }

    fn passes(&self) -> MacKey {
        MacKey::new(self.vault.key_for(Use::Pass))
    }
}

fn parts(page: Page, lock: &[u8; 32], until: i64) -> [Vec<u8>; 4] {
    [
        b"pass".to_vec(),
        page.id.into_bytes().to_vec(),
        lock.to_vec(),
        until.to_be_bytes().to_vec(),
    ]
}
