//! Layout and PDF on this machine: `crates/typeset/benches`, with criterion.

use super::{Bed, Measurement};
use crate::exec::{command, root, run};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// The sizes of a CV, in pages, and what the PDF of each may take in milliseconds.
const PAGES: [(u32, Option<f64>); 3] = [(2, Some(5.0)), (14, None), (40, None)];
const LAYOUTS: [&str; 5] = [
    "layout, cold",
    "key, first field",
    "key, last field",
    "another template",
    "fit on a page less",
];
/// What every template is measured by, and what the slowest may take in
/// milliseconds: the layout after a key is a part of what a key may take in the browser.
const TEMPLATES: [(&str, f64); 2] = [("key, last field", 8.0), ("PDF", 5.0)];

/// What criterion found.
#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    /// Nanoseconds.
    point_estimate: f64,
}

pub(crate) fn measure(_: &Bed) -> Result<Vec<Measurement>> {
    let target = root().join("target/bench");
    let results = target.join("criterion");
    // What an older run called otherwise, or measured, is no result of this one.
    if results.exists() {
        fs::remove_dir_all(&results)?;
    }
    run(command("cargo")
        .args([
            "bench",
            "--quiet",
            "--package",
            "typeset",
            "--bench",
            "pages",
        ])
        .args(["--", "--noplot", "--quiet"])
        .env("CARGO_TARGET_DIR", &target))?;
    let mut rows = Vec::new();
    for (pages, budget) in PAGES {
        for what in LAYOUTS {
            let name = format!("native, {pages} pages: {what}");
            let value = median(&results, &name)?;
            rows.push(Measurement::told(&name, value, "ms"));
        }
        let name = format!("native, {pages} pages: PDF");
        let value = median(&results, &name)?;
        rows.push(match budget {
            Some(budget) => Measurement::budgeted(&name, value, "ms", budget),
            None => Measurement::told(&name, value, "ms"),
        });
    }
    for (what, budget) in TEMPLATES {
        let (template, value) = slowest(&results, what)?;
        let name = format!("native, 2 pages: {what}, slowest template ({template})");
        rows.push(Measurement::budgeted(&name, value, "ms", budget));
    }
    Ok(rows)
}

/// The template in which something takes longest, and how long in milliseconds.
fn slowest(results: &Path, what: &str) -> Result<(String, f64)> {
    let mut found: Vec<(String, f64)> = Vec::new();
    for entry in fs::read_dir(results).context("criterion left nothing")? {
        let folder = entry?.file_name().to_string_lossy().into_owned();
        let Some((template, of)) = folder
            .strip_prefix("template ")
            .and_then(|rest| rest.split_once("_ "))
        else {
            continue;
        };
        if of == what {
            let value = median(results, &format!("template {template}: {what}"))?;
            found.push((template.to_owned(), value));
        }
    }
    ensure!(!found.is_empty(), "criterion measured no template: {what}");
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    found.pop().context("criterion measured no template")
}

/// In milliseconds.
fn median(results: &Path, name: &str) -> Result<f64> {
    // Criterion makes a folder's name of a benchmark's.
    let folder = name.replace(':', "_");
    let path = results.join(folder).join("new/estimates.json");
    let json = fs::read(&path).with_context(|| format!("criterion left no {}", path.display()))?;
    let estimates: Estimates = serde_json::from_slice(&json)?;
    Ok(estimates.median.point_estimate / 1e6)
}
