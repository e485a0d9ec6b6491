//! The second factor: codes of an authenticator (RFC 6238) and, for who has lost
//! it, recovery codes.
//!
//! Six digits of HMAC-SHA-1 every 30 seconds, which is what every authenticator
//! can do. A code is good for its own step and the ones beside it, for clocks
//! that are not quite right, and it is good once: the caller keeps the step that
//! was used, and neither it nor an earlier one is taken again.

use sha2::{Digest, Sha256};
use totp_rs::{Algorithm, Builder, Secret};
use zeroize::Zeroizing;

/// Seconds in a step.
const STEP: i64 = 30;
/// Steps that a clock may be off, either way.
const OFF: i64 = 1;
const DIGITS: u8 = 6;
/// As long as HMAC-SHA-1's output, as RFC 4226 recommends.
const BYTES: usize = 20;

/// Recovery codes in a set.
const CODES: usize = 10;
/// Crockford's alphabet: no letter that is easily taken for a digit.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Letters in a code, five random bits each.
const LENGTH: usize = 16;

/// The secret that an authenticator and the server share. Overwritten when
/// dropped, and printed by nothing.
pub struct Totp(totp_rs::Totp);

impl Totp {
    /// A new secret.
    pub fn generate() -> Totp {
        Totp::new(crate::random())
    }

    /// The secret of these bytes, if they are as many as a secret has.
    pub fn from_bytes(bytes: &[u8]) -> Option<Totp> {
        bytes.try_into().ok().map(Totp::new)
    }

    fn new(bytes: [u8; BYTES]) -> Totp {
        let totp = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(DIGITS)
            .with_skew(0)
            .with_step_duration(STEP as u64)
            .with_secret(Secret::new_stack(bytes))
            .build()
            .expect("six digits and 160 bits are what the RFC asks for");
        Totp(totp)
    }

    /// The secret, to be sealed and stored.
    pub fn bytes(&self) -> &[u8] {
        self.0.secret().as_bytes()
    }

    /// The secret as it is typed where no camera is.
    pub fn base32(&self) -> String {
        self.0.secret().to_base32()
    }

    /// The address that an authenticator reads from a QR code. What issuer and
    /// account are is shown there; a colon, which would end the one and begin the
    /// other, becomes a space.
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (encoded(issuer), encoded(account));
        let secret = self.base32();
        format!(
            "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits={DIGITS}&period={STEP}"
        )
    }

    /// The step that a code belongs to, if it is good now. `last_step` is the
    /// last that was used. Spaces in the code do not count.
    pub fn verify(&self, code: &str, unix_seconds: i64, last_step: Option<i64>) -> Option<i64> {
        let code: String = code.split_whitespace().collect();
        let now = unix_seconds.div_euclid(STEP);
        let steps = now.saturating_sub(OFF)..=now.saturating_add(OFF);
        steps
            .filter(|step| last_step.is_none_or(|last| *step > last))
            .find(|step| {
                let start = step.checked_mul(STEP).and_then(|at| u64::try_from(at).ok());
                // Compared in constant time.
                start.is_some_and(|start| self.0.check(&code, start).is_some())
            })
    }
}

/// Everything but letters and digits of English as `%` and two hexadecimal
/// digits (RFC 3986).
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.trim().replace(':', " ").bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Ten new recovery codes of 80 random bits, in groups of four letters.
pub fn recovery_codes() -> Vec<String> {
    (0..CODES).map(|_| recovery_code()).collect()
}

fn recovery_code() -> String {
    let random = Zeroizing::new(crate::random::<LENGTH>());
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte % 32)]);
    let groups = random.chunks(4).map(|group| group.iter().map(letter));
    let groups: Vec<String> = groups.map(Iterator::collect).collect();
    groups.join("-")
}

/// A recovery code's SHA-256, which is what is stored: 80 random bits need no
/// slow hash. However it is typed, with or without hyphens, in capitals, with an
/// O for a zero, it is the same code.
pub fn recovery_digest(code: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"merit recovery code 1\0");
    for letter in code.chars().filter(char::is_ascii_alphanumeric) {
        let letter = match letter.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            letter => letter,
        };
        hash.update([letter as u8]);
    }
    hash.finalize().into()
}
