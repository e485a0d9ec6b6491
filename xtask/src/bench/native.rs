//! Layout and PDF on this machine: `crates/typeset/benches`, with criterion.

use super::{Bed, Measurement};
use crate::exec::{command, root, run};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;

/// The benchmarks by name; what has a budget is in milliseconds.
const NAMES: [(&str, Option<f64>); 4] = [
    ("native, 2 pages: layout, cold", None),
    ("native, 2 pages: layout after one edit", None),
    ("native, 196 jobs: layout after one edit", None),
    ("native, 2 pages: PDF", Some(5.0)),
];

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
    NAMES
        .iter()
        .map(|(name, budget)| {
            // Criterion makes a folder's name of a benchmark's.
            let folder = name.replace(':', "_");
            let path = target
                .join("criterion")
                .join(folder)
                .join("new/estimates.json");
            let json =
                fs::read(&path).with_context(|| format!("criterion left no {}", path.display()))?;
            let estimates: Estimates = serde_json::from_slice(&json)?;
            let value = estimates.median.point_estimate / 1e6;
            Ok(match budget {
                Some(budget) => Measurement::budgeted(name, value, "ms", *budget),
                None => Measurement::told(name, value, "ms"),
            })
        })
        .collect()
}
