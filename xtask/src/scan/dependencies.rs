//! cargo-deny over all crates: their licences, those that are there twice, those
//! that were withdrawn, and holes that are known, as far as the list of them can
//! be reached.

use crate::exec::{command, root, run};
use crate::tools::{self, tool};
use anyhow::{Context, Result, bail};
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const VERSION: &str = "0.20.2";

pub(super) fn check() -> Result<Vec<String>> {
    tools::compile("cargo-deny", VERSION, true)?;
    let config = root().join("deny.toml");
    let mut findings = deny(&config, &["bans", "licenses", "sources"])?;
    match deny(&config, &["advisories"]) {
        Ok(found) => findings.extend(found),
        Err(error) => {
            println!("  SKIPPED: the list of known holes cannot be had here ({error:#})");
            findings.extend(deny(&without_list()?, &["advisories"])?);
        }
    }
    Ok(findings)
}

/// The same configuration with a list of known holes that is empty, so that what
/// was withdrawn is looked for all the same.
fn without_list() -> Result<PathBuf> {
    let list = super::output().join("no-advisories");
    let _ = fs::remove_dir_all(&list);
    fs::create_dir_all(&list)?;
    let git = || {
        let mut git = command("git");
        git.current_dir(&list).env("GIT_CONFIG_GLOBAL", "/dev/null");
        git.args(["-c", "user.name=Merit", "-c", "user.email=nobody@localhost"]);
        git.stdout(Stdio::null());
        git
    };
    fs::write(list.join("README.md"), "Nothing is known here.\n")?;
    run(git().args(["init", "--quiet", "--initial-branch", "main"]))?;
    run(git().args(["add", "."]))?;
    run(git().args(["commit", "--quiet", "--message", "Nothing"]))?;
    let settings = fs::read_to_string(root().join("deny.toml")).context("deny.toml")?;
    let url = format!("[advisories]\ndb-urls = [\"file://{}\"]", list.display());
    let path = super::output().join("deny.toml");
    fs::write(&path, settings.replace("[advisories]", &url))?;
    Ok(path)
}

/// The diagnostics of some checks, errors alone.
///
/// # Errors
/// If it could not look.
fn deny(config: &Path, checks: &[&str]) -> Result<Vec<String>> {
    let output = tool("cargo-deny")?
        .args(["--format", "json", "--all-features", "check"])
        .args(["--hide-inclusion-graph", "--config"])
        .arg(config)
        .args(checks)
        .current_dir(root())
        .stdout(Stdio::null())
        .output()
        .context("cargo-deny")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let lines = said.lines();
    let lines: Vec<Json> = lines
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let mut findings = Vec::new();
    for fields in lines
        .iter()
        .filter(|line| line["type"] == "diagnostic")
        .map(|line| &line["fields"])
    {
        if fields["severity"] == "error" {
            let labels = fields["labels"].as_array().into_iter().flatten();
            let labels: Vec<&str> = labels.filter_map(|label| label["span"].as_str()).collect();
            let message = fields["message"].as_str().unwrap_or_default();
            findings.push(format!("{message}: {}", labels.join(", ")));
        }
    }
    if !output.status.success() && findings.is_empty() {
        bail!("{}", said.lines().last().unwrap_or("cargo-deny has failed"));
    }
    Ok(findings)
}
