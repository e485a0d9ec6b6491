//! What Lighthouse says of the start page, the editor and a public page, as on a phone:
//! its own slower processor and line. The points are those that are missing of 100.

use super::{Bed, Measurement};
use crate::chromium;
use crate::exec::{command, root, run};
use crate::published::publish;
use crate::tools::npm;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;

/// The four that have always been; the newest is about what programs do with a page.
const CATEGORIES: &str = "--only-categories=performance,accessibility,best-practices,seo";
/// A page, and how many points it may miss in each category.
const PAGES: [(&str, f64); 3] = [("/", 5.0), ("/edit", 10.0), ("/cv/bench-page", 5.0)];

#[derive(Deserialize)]
struct Report {
    categories: BTreeMap<String, Category>,
}

#[derive(Deserialize)]
struct Category {
    /// From 0 to 1; none where it could not be measured.
    score: Option<f64>,
}

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let folder = root().join("end2end/lighthouse");
    npm(&folder)?;
    let browser = chromium::prepare(&root().join("end2end"))?;
    let server = bed.server()?;
    publish(&server, "bench-page")?;
    let out = root().join("target/bench-lighthouse.json");
    let mut rows = Vec::new();
    for (page, allowed) in PAGES {
        let mut lighthouse = command("npx");
        lighthouse
            .args(["lighthouse", &format!("{}{page}", server.url())])
            .args(["--quiet", "--output=json", CATEGORIES])
            .args(["--chrome-flags=--headless=new --no-sandbox --disable-gpu"])
            .arg(format!("--output-path={}", out.display()))
            .current_dir(&folder);
        if let Some(browser) = &browser {
            lighthouse.env("CHROME_PATH", browser);
        }
        run(&mut lighthouse)?;
        let report: Report = serde_json::from_slice(&fs::read(&out)?)
            .context("the report of Lighthouse cannot be read")?;
        for (category, Category { score }) in report.categories {
            let missing = 100.0 - 100.0 * score.context("a category without a score")?;
            let name = format!("Lighthouse, {page}, {category}: points missing");
            // The editor is kept out of search engines: that is what this category counts
            // against it. The CV is one whose owner lets them in.
            rows.push(match category == "seo" && page == "/edit" {
                true => Measurement::told(&name, missing, "count"),
                false => Measurement::budgeted(&name, missing, "count", allowed),
            });
        }
    }
    Ok(rows)
}
