//! cargo-deny over all crates: their licences, those that are there twice, those
//! that were withdrawn, and holes that are known, as far as the list of them can
//! be reached.

use crate::exec::root;
use crate::tools::{self, tool};
use anyhow::{Context, Result};
use serde_json::Value as Json;
use std::process::Stdio;

const VERSION: &str = "0.20.2";

pub(super) fn check() -> Result<Vec<String>> {
    tools::compile("cargo-deny", VERSION, true)?;
    let mut findings = deny(&["bans", "licenses", "sources"])?;
    match deny(&["advisories"]) {
        Ok(found) => findings.extend(found),
        Err(error) => {
            println!("  SKIPPED: the list of known holes cannot be had here ({error:#})");
            findings.extend(withdrawn()?);
        }
    }
    Ok(findings)
}

/// The diagnostics of some checks, errors alone.
fn deny(checks: &[&str]) -> Result<Vec<String>> {
    let output = tool("cargo-deny")?
        .args([
            "--format",
            "json",
            "--all-features",
            "check",
            "--hide-inclusion-graph",
        ])
        .args(checks)
        .current_dir(root())
        .stdout(Stdio::null())
        .output()
        .context("cargo-deny")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let mut findings = Vec::new();
    for line in said
        .lines()
        .filter_map(|line| serde_json::from_str::<Json>(line).ok())
    {
        let fields = &line["fields"];
        if line["type"] == "diagnostic" && fields["severity"] == "error" {
            let labels = fields["labels"].as_array().into_iter().flatten();
            let labels: Vec<&str> = labels.filter_map(|label| label["span"].as_str()).collect();
            let message = fields["message"].as_str().unwrap_or_default();
            findings.push(format!("{message}: {}", labels.join(", ")));
        }
    }
    let failed = !output.status.success();
    // A failure without a finding is that it could not look.
    if failed && findings.is_empty() {
        let last = said.lines().last().unwrap_or_default();
        anyhow::bail!("cargo-deny: {last}");
    }
    Ok(findings)
}
