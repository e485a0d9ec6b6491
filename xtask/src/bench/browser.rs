//! The editor in Chromium: `end2end/bench`, with Playwright.

use super::{Bed, Measurement};
use crate::chromium;
use crate::exec::{command, root, run};
use crate::tools::npm;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;

#[derive(Deserialize)]
struct Row {
    name: String,
    value: f64,
    unit: String,
    budget: Option<f64>,
}

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let end2end = root().join("end2end");
    npm(&end2end)?;
    let browser = chromium::prepare(&end2end)?;
    let server = bed.server()?;
    let out = root().join("target/bench-browser.json");
    let mut playwright = command("npx");
    playwright
        .args(["playwright", "test", "--config", "bench/bench.config.ts"])
        .current_dir(&end2end)
        .env("BASE_URL", server.url())
        .env("BENCH_OUT", &out);
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
                "count" => "count",
                other => bail!("{} is in {other}, which is no unit here", row.name),
            };
            Ok(match row.budget {
                Some(budget) => Measurement::budgeted(&row.name, row.value, unit, budget),
                None => Measurement::told(&row.name, row.value, unit),
            })
        })
        .collect()
}
