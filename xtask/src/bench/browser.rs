//! The editor and its modules in Chromium: `end2end/bench`, with Playwright.

use super::{Bed, Measurement};
use crate::chromium;
use crate::exec::{command, root, run};
use crate::tools::npm;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Row {
    name: String,
    value: f64,
    unit: String,
    budget: Option<f64>,
}

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let mut rows = playwright(bed, "editor.bench.ts", &[])?;
    rows.extend(playwright(bed, "modules.bench.ts", &[])?);
    Ok(rows)
}

/// On a slow machine and a slow line.
pub(crate) fn slow(bed: &Bed) -> Result<Vec<Measurement>> {
    playwright(bed, "slow.bench.ts", &[])
}

/// Half an hour of editing, and what it does to memory.
pub(crate) fn soak(bed: &Bed) -> Result<Vec<Measurement>> {
    playwright(bed, "soak.bench.ts", &[])
}

/// Runs one file of `end2end/bench` against a server of its own; `files` are
/// variables that name what else it reads.
pub(super) fn playwright(
    bed: &Bed,
    file: &str,
    files: &[(&str, &Path)],
) -> Result<Vec<Measurement>> {
    let end2end = root().join("end2end");
    npm(&end2end)?;
    let browser = chromium::prepare(&end2end)?;
    let server = bed.server()?;
    let out = root().join("target/bench-browser.json");
    let mut playwright = command("npx");
    playwright
        .args(["playwright", "test", "--config", "bench/bench.config.ts"])
        .arg(format!("bench/{file}"))
        .current_dir(&end2end)
        .env("BASE_URL", server.url())
        .env("MERIT", &bed.merit)
        .env("BENCH_OUT", &out)
        .envs(files.iter().copied());
    if let Some(browser) = browser {
        playwright.env("CHROMIUM", browser);
    }
    run(&mut playwright)?;
    let rows: Vec<Row> =
        serde_json::from_slice(&fs::read(&out)?).context("the browser's results cannot be read")?;
    rows.into_iter()
        .map(|row| {
            let unit = match row.unit.as_str() {
                "ms" => "ms",
                "x" => "x",
                "count" => "count",
                "MB" => "MB",
                other => bail!("{} is in {other}, which is no unit here", row.name),
            };
            Ok(match row.budget {
                Some(budget) => Measurement::budgeted(&row.name, row.value, unit, budget),
                None => Measurement::told(&row.name, row.value, unit),
            })
        })
        .collect()
}
