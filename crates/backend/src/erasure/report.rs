//! The report of an erasure: a file that its person keeps, and whose signature
//! anybody can check without a server.
//!
//! It is JSON in one exact form: kinds, counts and days, a random number and no
//! personal data. The signature (Ed25519) is over the report's own bytes without
//! spaces, after a line that says what was signed. A file in another form than
//! that which was written is refused, so that no byte of it can be another.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use privacy::erasure::Gone;
use privacy::hold::Ground;
use privacy::{Date, LegalBasis};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use vault::{Signer, is_signed};

use super::Stays;
use crate::failure::Failure;

/// What is signed begins with this, and so the file says what it is.
const FORMAT: &str = "merit erasure report 1";

/// What a report says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Random; nobody else's, and nobody's name.
    pub number: String,
    /// Days, as `2026-11-28` (UTC).
    pub asked_on: String,
    pub erased_on: String,
    pub erased: Vec<ErasedLine>,
    pub kept: Vec<KeptLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasedLine {
    /// [`Gone::table`]
    pub kind: String,
    pub count: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptLine {
    /// [`Kept::name`](privacy::erasure::Kept::name)
    pub kind: String,
    /// Of what is held: [`Gone::table`] of what it is, and [`Ground::name`]. Other
    /// lines have neither, nor had reports of before there were holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    /// None where nobody can count it.
    pub count: Option<u64>,
    /// The article that allows it.
    pub basis: String,
    /// The day on which it is gone; of what is held, on which it is looked at again.
    pub until: String,
}

impl KeptLine {
    /// Of what is held: which kind it is, and why.
    pub fn held(&self) -> Option<(Gone, Ground)> {
        let kind = Gone::from_table(self.of.as_deref()?)?;
        Some((kind, Ground::from_name(self.ground.as_deref()?)?))
    }
}

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignedFile {
    format: String,
    report: Report,
    /// The public key, in base64url.
    key: String,
    signature: String,
}

/// Why a file is no report that can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFault {
    /// It is no report, or not in the form in which reports are written.
    NoReport,
    /// It was signed otherwise, or changed since.
    NotSigned,
    /// It is signed, with another key than this one.
    OtherKey,
}

/// Writes and signs the report of an erasure.
pub(super) fn signed(
    signer: &Signer,
    gone: &[(Gone, u64)],
    kept: &[Stays],
    asked_at: i64,
    now: i64,
) -> Result<String, Failure> {
    let report = Report {
        number: Uuid::new_v4().to_string(),
        asked_on: Date::of(asked_at).to_string(),
        erased_on: Date::of(now).to_string(),
        erased: gone.iter().map(erased_line).collect(),
        kept: kept.iter().map(kept_line).collect(),
    };
    let damaged = |_| Failure::Damaged("the report of an erasure");
    let signature = signer.sign(&message(&report).map_err(damaged)?);
    let file = SignedFile {
        format: FORMAT.to_owned(),
        report,
        key: BASE64.encode(signer.public()),
        signature: BASE64.encode(signature),
    };
    text(&file).map_err(damaged)
}

/// Checks a report against a server's public key; without one, against the key
/// that the report itself names. Returns what it says, and the key.
///
/// # Errors
/// [`ReportFault`]
pub fn verify_report(file: &str, key: Option<[u8; 32]>) -> Result<(Report, [u8; 32]), ReportFault> {
    let read: SignedFile = serde_json::from_str(file).map_err(|_| ReportFault::NoReport)?;
    let its_form = text(&read).map_err(|_| ReportFault::NoReport)?;
    if read.format != FORMAT || its_form != file {
        return Err(ReportFault::NoReport);
    }
    let named = bytes::<32>(&read.key).ok_or(ReportFault::NoReport)?;
    let signature = bytes::<64>(&read.signature).ok_or(ReportFault::NotSigned)?;
    let message = message(&read.report).map_err(|_| ReportFault::NoReport)?;
    if !is_signed(&named, &message, &signature) {
        return Err(ReportFault::NotSigned);
    }
    match key {
        Some(key) if key != named => Err(ReportFault::OtherKey),
        _ => Ok((read.report, named)),
    }
}

/// A public key as servers publish it: a JSON Web Key (RFC 8037).
#[derive(Serialize, Deserialize)]
struct Jwk {
    kty: String,
    crv: String,
    x: String,
}

/// The public key as a file.
pub fn report_key(key: &[u8; 32]) -> String {
    // A text of letters, digits and hyphens needs no escaping.
    format!(
        "{{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"sig\",\"x\":\"{}\"}}\n",
        BASE64.encode(key)
    )
}

/// The public key from its file. None if it is none.
pub fn parse_report_key(file: &str) -> Option<[u8; 32]> {
    let jwk: Jwk = serde_json::from_str(file).ok()?;
    match (jwk.kty.as_str(), jwk.crv.as_str()) {
        ("OKP", "Ed25519") => bytes(&jwk.x),
        _ => None,
    }
}

fn message(report: &Report) -> Result<Vec<u8>, serde_json::Error> {
    let json = serde_json::to_string(report)?;
    Ok(format!("{FORMAT}\n{json}").into_bytes())
}

fn text(file: &SignedFile) -> Result<String, serde_json::Error> {
    Ok(serde_json::to_string_pretty(file)? + "\n")
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE64.decode(text).ok()?.try_into().ok()
}

fn erased_line((kind, count): &(Gone, u64)) -> ErasedLine {
    ErasedLine {
        kind: kind.table().to_owned(),
        count: *count,
    }
}

fn kept_line(stays: &Stays) -> KeptLine {
    KeptLine {
        kind: stays.kept.name().to_owned(),
        of: stays.held.map(|(kind, _)| kind.table().to_owned()),
        ground: stays.held.map(|(_, ground)| ground.name().to_owned()),
        count: stays.count,
        basis: match stays.held {
            Some((_, ground)) => ground.article(),
            None => article(stays.kept.basis()),
        }
        .to_owned(),
        until: stays.until.to_string(),
    }
}

/// Where the law allows it.
fn article(basis: LegalBasis) -> &'static str {
    match basis {
        LegalBasis::Contract => "GDPR 6(1)(b)",
        LegalBasis::Consent => "GDPR 6(1)(a)",
        LegalBasis::LegitimateInterest => "GDPR 6(1)(f)",
        LegalBasis::LegalObligation => "GDPR 6(1)(c)",
        LegalBasis::StrictlyNecessary => "ePrivacy 5(3)",
    }
}
