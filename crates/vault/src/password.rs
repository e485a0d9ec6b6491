//! Passwords: how they are stored, and which ones are refused.
//!
//! Stored is an Argon2id hash as a PHC string, which says its own parameters, so
//! that they can be raised: who signs in with a hash of old parameters is given
//! a new one ([`password_outdated`]). A password is taken to the letter, as it
//! was typed, whatever its characters.
//!
//! Refused is what is guessed first: a password of fewer than [`SHORTEST`]
//! characters, one that is on a list of common ones, and one that `zxcvbn` thinks
//! is found in fewer than a hundred million guesses. The lists are `zxcvbn`'s own
//! (30,000 passwords, 11,611 of them long enough to be allowed, and English words
//! and names) and `common.txt`, which has what is common in Swedish and around
//! Merit. Nobody outside is asked.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use zeroize::Zeroizing;
use zxcvbn::matching::patterns::MatchPattern;

/// Characters that a password has at least.
pub const SHORTEST: usize = 8;
/// Characters that a password has at most: more than anybody types, and little
/// enough to be read in no time.
pub const LONGEST: usize = 256;

/// Guesses that a password stands at least. It is where `zxcvbn`'s score of 3
/// begins ("safely unguessable"), to the guess, so that eight characters without
/// any pattern are enough.
const GUESSES: u64 = 100_000_000;
/// Characters that are weighed, from the beginning. Some texts of 100 take
/// seconds, and who wants to keep a server busy knows them; a password whose first
/// 40 are guessed is not saved by those after them.
const WEIGHED: usize = 40;

/// Memory in KiB, passes and lanes: the first of the choices in OWASP's sheet on
/// password storage.
const MEMORY: u32 = 47_104;
const PASSES: u32 = 1;
const LANES: u32 = 1;
/// No hash of ours asks for more memory (KiB) or passes than this, and what is
/// in a database must not take the machine down.
const MOST_MEMORY: u32 = 4 * MEMORY;
const MOST_PASSES: u32 = 16;

/// The hash of 256 random bits that nobody has kept: what a password is compared
/// with where there is no account, so that the answer takes as long.
const NOBODY: &str = "$argon2id$v=19$m=47104,t=1,p=1$kZr2dNiuR9YqSWVx0heftA$yZtrZ0XSHCqhyPx3GLpjgmIc0VFfLYbJxbyfybMzfhw";

/// What is common in Swedish, and the words that somebody at Merit thinks of first.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| {
    include_str!("common.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// Why a password is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// More than [`LONGEST`] characters.
    Long,
    /// On a list of those that everybody tries first.
    Common,
    /// Few guesses away: a pattern of the keyboard, a date, a name, the address.
    Guessable,
}

/// Hashes a password with a salt of its own. Takes 46 MiB and some hundredths of
/// a second: never on a thread that serves others.
pub fn hash_password(password: &str) -> String {
    let salt: [u8; 16] = crate::random();
    argon2()
        .hash_password_with_salt(password.as_bytes(), &salt)
        .expect("a password and a salt are shorter than their limits of 4 GiB")
        .to_string()
}

/// Whether a password is the one that a hash was made of. Without a hash, or
/// with one that is none, it takes as long and is not.
pub fn verify_password(stored: Option<&str>, password: &str) -> bool {
    let hash = stored.and_then(|stored| PasswordHash::new(stored).ok());
    let hash = hash.filter(is_bearable);
    let there = hash.is_some();
    let nobody = || PasswordHash::new(NOBODY).expect("a hash that a test has looked at");
    let hash = hash.unwrap_or_else(nobody);
    let same = argon2().verify_password(password.as_bytes(), &hash).is_ok();
    there && same
}

/// Whether a hash was made otherwise than it would be today.
pub fn password_outdated(stored: &str) -> bool {
    let Ok(hash) = PasswordHash::new(stored) else {
        return true;
    };
    let Ok(params) = Params::try_from(&hash) else {
        return true;
    };
    let today = hash.algorithm == argon2::ARGON2ID_IDENT
        && hash.version == Some(Version::V0x13.into())
        && (params.m_cost(), params.t_cost(), params.p_cost()) == (MEMORY, PASSES, LANES)
        && hash.hash.is_some_and(|hash| hash.len() == 32);
    !today
}

/// Whether a password may be chosen. `about` is what is known of its owner, such
/// as the address and the name, which others know too.
///
/// # Errors
/// [`Weakness`] says why not.
pub fn password_strength(password: &str, about: &[&str]) -> Result<(), Weakness> {
    match password.chars().count() {
        ..SHORTEST => return Err(Weakness::Short),
        SHORTEST..=LONGEST => {}
        _ => return Err(Weakness::Long),
    }
    let lower = Zeroizing::new(password.to_lowercase());
    if COMMON.contains(&lower.as_str()) {
        return Err(Weakness::Common);
    }
    let mut known = words(about);
    if known.contains(&lower) {
        return Err(Weakness::Guessable);
    }
    known.extend(COMMON.iter().map(|word| (*word).to_owned()));
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let beginning: Zeroizing<String> = Zeroizing::new(password.chars().take(WEIGHED).collect());
    let estimate = zxcvbn::zxcvbn(&beginning, &known);
    if estimate.guesses() >= GUESSES {
        return Ok(());
    }
    match estimate.sequence() {
        // All of it is one word of a list.
        [all] if matches!(all.pattern, MatchPattern::Dictionary(_)) => Err(Weakness::Common),
        _ => Err(Weakness::Guessable),
    }
}

/// What is known of somebody, whole and in words of three characters and more.
fn words(about: &[&str]) -> Vec<String> {
    let mut words = Vec::new();
    for text in about {
        let text = text.to_lowercase();
        let parts = text.split(|c: char| !c.is_alphanumeric());
        words.extend(parts.map(str::to_owned));
        words.push(text);
    }
    words.retain(|word| word.chars().count() >= 3);
    words
}

fn is_bearable(hash: &PasswordHash) -> bool {
    Params::try_from(hash).is_ok_and(|params| {
        params.m_cost() <= MOST_MEMORY && params.t_cost() <= MOST_PASSES && params.p_cost() == LANES
    })
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY, PASSES, LANES, Some(32)).expect("within Argon2's limits");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_hashed_like_everybody() {
        assert!(!password_outdated(NOBODY));
        assert!(!COMMON.is_empty());
        assert!(COMMON.iter().all(|word| *word == word.to_lowercase()));
    }
}
