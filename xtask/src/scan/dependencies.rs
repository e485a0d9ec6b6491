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

/// How cargo-deny names its copy of the list of known holes.
const LIST: &str = "advisory-db-3157b0e258782691";
/// A hole in nothing: it does not take a list without any.
const NOTHING: &str = "\
```toml
[advisory]
id = \"RUSTSEC-2020-9999\"
package = \"no-such-crate\"
date = \"2020-01-01\"

[versions]
patched = [\">= 1.0.0\"]
```

# Nothing

Nothing is known here.
";

pub(super) fn check() -> Result<Vec<String>> {
    tools::compile(&["cargo-deny", "--locked"], "cargo-deny", VERSION)?;
    let config = root().join("deny.toml");
    let mut findings = deny(&config, &[], &["bans", "licenses", "sources"])?;
    match deny(&config, &[], &["advisories"]) {
        Ok(found) => findings.extend(found),
        Err(_) => {
            println!("  SKIPPED: known holes, whose list (RustSec) cannot be had here");
            findings.extend(deny(&without_list()?, &["--offline"], &["advisories"])?);
        }
    }
    Ok(findings)
}

/// The same configuration with a list of known holes in which is none, so that
/// what was withdrawn is looked for all the same.
fn without_list() -> Result<PathBuf> {
    let lists = super::output().join("advisories");
    let list = lists.join(LIST);
    let _ = fs::remove_dir_all(&list);
    let crates = list.join("crates/no-such-crate");
    fs::create_dir_all(&crates)?;
    fs::write(crates.join("RUSTSEC-2020-9999.md"), NOTHING)?;
    let git = || {
        let mut git = command("git");
        git.current_dir(&list);
        git.args(["-c", "user.name=Merit", "-c", "user.email=nobody@localhost"]);
        git
    };
    run(git().args(["init", "--quiet", "--initial-branch", "main"]))?;
    run(git().args(["add", "."]))?;
    run(git().args(["commit", "--quiet", "--no-gpg-sign", "--message", "Nothing"]))?;
    let settings = fs::read_to_string(root().join("deny.toml")).context("deny.toml")?;
    let place = format!("[advisories]\ndb-path = {:?}", lists.display().to_string());
    let path = super::output().join("deny.toml");
    fs::write(&path, settings.replace("[advisories]", &place))?;
    Ok(path)
}

/// The diagnostics of some checks, errors alone.
///
/// # Errors
/// If it could not look.
fn deny(config: &Path, options: &[&str], checks: &[&str]) -> Result<Vec<String>> {
    let output = tool("cargo-deny")?
        .args(["--format", "json", "--all-features", "--config"])
        .arg(config)
        .args(options)
        .args(["check", "--hide-inclusion-graph"])
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
    let mut twice = 0;
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
        twice += u32::from(fields["code"] == "duplicate" && fields["severity"] == "warning");
    }
    if twice > 0 {
        println!(
            "  {twice} crates are there in more than one version, none of which must be one alone"
        );
    }
    if !output.status.success() && findings.is_empty() {
        bail!("{}", said.lines().last().unwrap_or("cargo-deny has failed"));
    }
    Ok(findings)
}
