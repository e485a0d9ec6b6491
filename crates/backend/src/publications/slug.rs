//! The addresses of public pages.

use uuid::Uuid;

/// What nobody takes as an address: our own addresses, and what would look as if we
/// had written it.
const RESERVED: &[&str] = &[
    "account",
    "admin",
    "administrator",
    "api",
    "cookies",
    "confirm",
    "contact",
    "cvs",
    "dev",
    "draft",
    "edit",
    "editor",
    "email",
    "erasure",
    "example",
    "export",
    "fonts",
    "help",
    "hidden",
    "hjalp",
    "icons",
    "index",
    "invitation",
    "kontakt",
    "konto",
    "language",
    "legal",
    "login",
    "logga-in",
    "mail",
    "merit",
    "moderator",
    "new",
    "notice",
    "official",
    "operator",
    "page",
    "passkey",
    "passwd",
    "password",
    "pdf",
    "pkg",
    "policy",
    "preview",
    "privacy",
    "promises",
    "publish",
    "qr",
    "report",
    "reports",
    "reset",
    "revoke",
    "robots",
    "root",
    "security",
    "settings",
    "setup",
    "share",
    "shared",
    "sign-in",
    "sign-out",
    "sign-up",
    "staff",
    "statistics",
    "storage",
    "support",
    "terms",
    "unpublish",
    "versions",
    "villkor",
    "well-known",
    "www",
];
/// Of 31 letters and digits that look like no other, so many: 79 bits.
const RANDOM: usize = 16;
const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// The last part of a public page's address: 3 to 60 small letters of English,
/// digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    pub fn parse(text: &str) -> Option<Slug> {
        let fits = (3..=60).contains(&text.len())
            && text
                .bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        fits.then(|| Slug(text.to_owned()))
    }

    /// One that may be chosen for a link. What others have read as one of ours, or as
    /// another's, is none: names of our own addresses, and what a browser would write
    /// in another script (`xn--`). Of other scripts there is nothing in an address.
    pub fn choose(text: &str) -> Option<Slug> {
        let slug = Slug::parse(text)?;
        let fits = !RESERVED.contains(&text)
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--");
        fits.then_some(slug)
    }

    /// One that nobody guesses.
    pub fn random() -> Slug {
        let mut slug = String::with_capacity(RANDOM);
        while slug.len() < RANDOM {
            // Some bits of such a number are always the same: not the first four bytes.
            let [a, b, c, d, ..] = Uuid::new_v4().into_bytes();
            // Bytes that would make some letters likelier than others are thrown away.
            let even = [a, b, c, d].into_iter().filter(|byte| *byte < 248);
            slug.extend(even.map(|byte| char::from(LETTERS[usize::from(byte % 31)])));
        }
        slug.truncate(RANDOM);
        Slug(slug)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}
