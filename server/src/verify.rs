//! `merit verify`: whether the report of an erasure is what a server has signed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use backend::{ReportFault, parse_report_key, report_key, verify_report};

use crate::command_line::Verify;
use crate::terminal::print;

/// `merit verify`.
///
/// # Errors
/// If it is not.
pub(crate) fn verify(command: &Verify) -> Result<()> {
    let key = match &command.key {
        Some(path) => Some(key(path)?),
        None => None,
    };
    let path = command.report.display();
    let file = read(&command.report)?;
    let (report, signer) = match verify_report(&file, key) {
        Ok(verified) => verified,
        Err(ReportFault::NoReport) => {
            bail!(
                "{path} is no report of an erasure as a server writes it: it is something else, or was changed"
            )
        }
        Err(ReportFault::NotSigned) => {
            bail!(
                "{path} is not signed with the key that it names: it was changed, or never signed"
            )
        }
        Err(ReportFault::OtherKey) => bail!("{path} is signed, but with another key than this one"),
    };
    let (number, asked, erased) = (&report.number, &report.asked_on, &report.erased_on);
    print(&format!(
        "Report {number} is as it was signed: asked for on {asked}, erased on {erased}."
    ))?;
    if key.is_none() {
        print(&format!(
            "It names its key itself; whose that is, only --key with the server's own tells: {}",
            report_key(&signer).trim_end()
        ))?;
    }
    Ok(())
}

fn key(path: &Path) -> Result<[u8; 32]> {
    let key = parse_report_key(&read(path)?);
    key.with_context(|| format!("{} is no public key of a server", path.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
