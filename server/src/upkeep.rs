//! What an operator does with a store beside serving it: back it up, bring it
//! back, verify its audit log, look whether anything of it can be read.

use crate::command_line::{AuditVerify, Backup, Canary, Restore};
use crate::serve::runtime;
use crate::terminal::print;
use anyhow::{Context, Result, bail};
use backend::{Fault, Finding, Source, Store, Verified, Written};
use time::OffsetDateTime;

/// `merit backup`.
pub(crate) fn backup(command: Backup) -> Result<()> {
    let options = command.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let made = store.backup(&command.to, command.keep_keys_days).await;
        let made = made.context("there is no backup")?;
        print(&format!("{} rows, {} bytes:", made.rows, made.bytes))?;
        print(&format!("  data    {}", made.data.display()))?;
        print(&format!("  keys    {}", made.keys.display()))?;
        print(&format!("  ledger  {}", made.ledger.display()))?;
        for path in &made.deleted {
            print(&format!("deleted, as it had its time: {}", path.display()))?;
        }
        print("The root key is in none of them. Keep the keys apart from the data, and no longer than 30 days.")?;
        Ok(())
    })
}

/// `merit restore`.
pub(crate) fn restore(command: Restore) -> Result<()> {
    let options = command.stores.options()?;
    let source = Source {
        folder: command.from,
        data: command.backup,
        without_ledger: command.without_ledger,
    };
    runtime()?.block_on(async {
        let restored = backend::restore(&options, &source).await?;
        print(&format!(
            "{} rows are back, as they were at {}: {}",
            restored.rows,
            utc(restored.made_at),
            restored.data.display()
        ))?;
        if restored.keys_made_at > restored.made_at {
            print(&format!(
                "Their own keys have had their time; these are from {}: whoever was erased, or had a new key, between the two cannot be read.",
                utc(restored.keys_made_at)
            ))?;
        }
        if restored.erased_again > 0 {
            print(&format!(
                "Accounts that were erased since, and are erased again: {}",
                restored.erased_again
            ))?;
        }
        if restored.withdrawn_again > 0 {
            print(&format!(
                "Consents withdrawn, limits set, accounts blocked and pages taken down since, or the reverse, which are so again: {}",
                restored.withdrawn_again
            ))?;
        }
        told(&restored.audit)
    })
}

/// `merit audit verify`.
pub(crate) fn audit_verify(command: AuditVerify) -> Result<()> {
    let options = command.stores.options()?;
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let verified = store.audit_verify().await?;
        told(&verified)
    })
}

/// Tells what was verified.
///
/// # Errors
/// If there is a fault.
fn told(verified: &Verified) -> Result<()> {
    let range = match verified.range {
        Some((first, last)) if first == last => format!("one row, number {first}"),
        Some((first, last)) => format!("{} rows, {first} to {last}", verified.rows),
        None => "no rows".to_owned(),
    };
    let signed = match verified.signed_at {
        Some(at) => format!("its end was last signed at {}", utc(at)),
        None => "its end was never signed".to_owned(),
    };
    print(&format!("The audit log: {range}; {signed}."))?;
    for (first, last) in &verified.restored_over {
        print(&format!(
            "Rows {first} to {last} as they once were are not in it: a backup from before them was restored, as row {first} says."
        ))?;
    }
    for fault in &verified.faults {
        print(&said(fault))?;
    }
    match verified.faults.len() {
        0 => Ok(()),
        1 => bail!("the audit log is not what it was: one fault"),
        faults => bail!("the audit log is not what it was: {faults} faults"),
    }
}

fn said(fault: &Fault) -> String {
    match fault {
        Fault::Changed { seq } => format!(
            "Row {seq} is not the one that was written there: it was edited, or moved from another place."
        ),
        Fault::Unlinked { seq } => format!(
            "Row {seq} does not follow on the row before it: one of the two is of another time."
        ),
        Fault::Missing { from, to } => format!("Missing: {}.", rows(*from, *to)),
        Fault::Cut { from, to, at } => format!(
            "Missing at the end: {}. This was there at {}, when the end was signed: it was cut off, or an older database was put back by hand.",
            rows(*from, *to),
            utc(*at)
        ),
        Fault::Rewritten { seq, at } => format!(
            "Row {seq} or one before it is another than at {}, when it was signed: rows were cut off and others written, or an older database was put back by hand.",
            utc(*at)
        ),
        Fault::Head { says, is } => format!(
            "The database says that the log ends with row {says}, and it ends with row {is}."
        ),
        Fault::Beginning => {
            "That rows at the beginning had their time is not signed with this server's key.".to_owned()
        }
        Fault::Forged { line } => format!(
            "Line {line} of audit.checkpoint is not signed with this server's key."
        ),
        Fault::NoCheckpoint => {
            "There is no audit.checkpoint in the data folder: whether rows were cut off at the end, nobody can say."
                .to_owned()
        }
    }
}

fn rows(from: i64, to: i64) -> String {
    match from == to {
        true => format!("row {from}"),
        false => format!("rows {from} to {to}"),
    }
}

/// `merit check canary`.
pub(crate) fn canary(command: Canary) -> Result<()> {
    let options = command.stores.options()?;
    for log in &command.log {
        // Before anybody is planted.
        std::fs::metadata(log).with_context(|| format!("cannot read {}", log.display()))?;
    }
    runtime()?.block_on(async {
        let store = Store::open(&options).await?.store;
        let canary = store.canary(&options, &command.log).await?;
        for place in &canary.looked {
            print(&format!("searched  {:>12} bytes  {}", place.bytes, place.place))?;
        }
        if let Some(reason) = &canary.no_dump {
            print(&format!("not searched: what pg_dump writes ({reason})"))?;
        }
        if options.data_url.is_some() {
            print("not searched: PostgreSQL's own files, which keep deleted rows until a VACUUM, and its write-ahead log")?;
        }
        for finding in &canary.found {
            print(&format!("FOUND {}", read(finding)))?;
        }
        for finding in &canary.found_after {
            print(&format!("FOUND after the erasure: {}", read(finding)))?;
        }
        let findings = canary.found.len() + canary.found_after.len();
        if findings > 0 {
            bail!("{findings} of what a planted person wrote could be read");
        }
        print(&format!(
            "A person with {} words was planted, and none could be read; after they were erased neither could their key.",
            canary.words
        ))?;
        Ok(())
    })
}

fn read(finding: &Finding) -> String {
    let written = match finding.written {
        Written::Plain => "as it is",
        Written::Utf16 => "in UTF-16",
        Written::Hex => "in hexadecimal",
        Written::Base64 => "in base64",
    };
    let Finding {
        what, at, place, ..
    } = finding;
    format!("{what} {written}, byte {at} of {place}")
}

/// A time as people in an operator's log write it.
fn utc(ms: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(ms.div_euclid(1000))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!(
        "{} {:02}:{:02}:{:02} UTC",
        at.date(),
        at.hour(),
        at.minute(),
        at.second()
    )
}
