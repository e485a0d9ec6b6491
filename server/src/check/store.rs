//! The databases and the root key.

use super::{Finding, error, warning};
use crate::configuration::Configuration;
use crate::terms;
use anyhow::{Context, Result};
use backend::{Clock, Condition, RegisterDue, Root, terms_unchanged};
use privacy::register::purpose_name;
use privacy::{Date, Purpose};

pub(super) fn findings(configuration: &Configuration) -> Result<Vec<Finding>> {
    let options = configuration.stores();
    if options.data_url.is_some() && options.keys_url.is_none() {
        return Ok(vec![error(
            "keys_url: is missing: with database_url the keys need a database of their own",
            "make a second database, and set keys_url to its address",
        )]);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("cannot start what waits for the databases")?;
    let found = runtime.block_on(backend::inspect(&options));
    let mut findings = Vec::new();
    let place = |url: &Option<String>, file: &str, setting: &str| match url {
        Some(_) => format!("the PostgreSQL database in {setting}"),
        None => options.folder.join(file).display().to_string(),
    };
    let data = place(&options.data_url, "merit.sqlite", "database_url");
    let keys = place(&options.keys_url, "keys.sqlite", "keys_url");
    for (condition, place) in [(&found.data, &data), (&found.keys, &keys)] {
        findings.extend(database(condition, place));
    }
    findings.extend(root(
        &found.root,
        &options.root.place(&options.folder).to_string(),
    ));
    if let Some(half) = found.half {
        findings.push(error(
            half.to_string(),
            "`merit serve` does not start before that",
        ));
    } else if found.strangers {
        findings.push(error(
            format!("{data} and {keys} are of two different servers"),
            "restore both from backups of the same server",
        ));
    }
    if configuration.terms.is_some()
        && let Err(changed) = terms_unchanged(&terms::texts(configuration), &found.terms)
    {
        findings.push(error(
            changed.to_string(),
            "`merit serve` does not start before that",
        ));
    }
    let today = Date::of(Clock::System.now());
    if let Some(day) = terms::coming(configuration, today) {
        let until = terms::until_then(configuration, &found.terms, today);
        let held = until.first().map_or("", |text| text.version.as_str());
        findings.push(warning(
            format!("terms.version: your terms hold from {day}; until then those of {held} do"),
            "this is right if you announce them before they hold; people see them on /terms already",
        ));
    }
    if found.overdue_holds > 0 {
        findings.push(warning(
            format!(
                "holds are past the day of their review: {}",
                found.overdue_holds
            ),
            "`merit hold list` shows them; `merit hold review` where one is still right, else `merit hold end`",
        ));
    }
    if let Some(due) = found.registers {
        findings.extend(registers(&due, configuration.is_production()));
    }
    Ok(findings)
}

/// Legitimate interests that nobody has weighed: whoever serves strangers has to be able
/// to show that they did.
fn registers(due: &RegisterDue, production: bool) -> Vec<Finding> {
    let names = |purposes: &[Purpose]| {
        let names: Vec<String> = purposes.iter().map(|it| purpose_name(*it)).collect();
        names.join(", ")
    };
    let remedy = "weigh them under /admin/registers/assessments";
    let mut findings = Vec::new();
    if !due.unassessed.is_empty() {
        let fault = format!(
            "legitimate interests without an assessment: {}",
            names(&due.unassessed)
        );
        findings.push(match production {
            true => error(fault, remedy),
            false => warning(fault, remedy),
        });
    }
    if !due.overdue.is_empty() {
        let fault = format!(
            "assessments of legitimate interests are past the day of their review: {}",
            names(&due.overdue)
        );
        findings.push(warning(fault, remedy));
    }
    findings
}

fn database(condition: &Condition, place: &str) -> Option<Finding> {
    match condition {
        Condition::Fresh | Condition::Current => None,
        Condition::Older(steps) => Some(error(
            format!("{place} is from an older version of Merit, {steps} steps behind"),
            "make a backup, then run `merit migrate`",
        )),
        Condition::Newer => Some(error(
            format!("{place} was changed by a newer version of Merit"),
            "install that version, or go back to a backup",
        )),
        Condition::Unreachable(why) => Some(error(
            format!("{place} cannot be opened: {why}"),
            "see that it is running and that this user may open it, or restore it from a backup",
        )),
    }
}

fn root(root: &Root, place: &str) -> Option<Finding> {
    let put_back = "put the right one back from your copy, or say with root_key where it is";
    match root {
        Root::Fresh | Root::Right => None,
        Root::Missing => Some(error(
            format!("the root key {place} is missing, and everything is encrypted with it"),
            put_back,
        )),
        Root::Wrong => Some(error(
            format!(
                "the root key {place} is another one than that which the data was encrypted with"
            ),
            put_back,
        )),
        Root::Unreadable(why) => Some(error(
            format!("the root key {place} cannot be read: {why}"),
            put_back,
        )),
    }
}
