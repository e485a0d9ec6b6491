//! Saving: how long it takes with few documents and with many, what of it is
//! encryption, and what versions cost.

use super::{Bed, Measurement};
use crate::exec::{command, read};
use anyhow::{Context, Result};

/// Of a save, encryption may take so much.
const OVERHEAD: f64 = 10.0;

pub(crate) fn measure(_: &Bed) -> Result<Vec<Measurement>> {
    let said = read(command("cargo").args(["bench", "--package", "backend", "--bench", "save"]))?;
    let json = said.lines().find(|line| line.starts_with('{'));
    let times: serde_json::Value =
        serde_json::from_str(json.context("the benchmark printed no numbers")?)?;
    let time = |name: &str| times[name].as_f64().context("a number is missing");
    let mut rows = Vec::new();
    for documents in ["100", "100000"] {
        for what in ["save", "load"] {
            for percentile in ["p50", "p99"] {
                let name = format!("{what}, {documents} documents, {percentile}");
                let value = time(&format!("{what}_{documents}_{percentile}"))?;
                rows.push(Measurement::told(&name, value, "ms"));
            }
        }
    }
    for percentile in ["p50", "p99"] {
        let name = format!("save that keeps a version, {percentile}");
        let value = time(&format!("save_version_{percentile}"))?;
        rows.push(Measurement::told(&name, value, "ms"));
    }
    rows.push(Measurement::told(
        "list of 100 versions",
        time("list_versions")?,
        "ms",
    ));
    rows.push(Measurement::told(
        "100 versions of a CV of two pages",
        time("versions_bytes")? / 1024.0,
        "KiB",
    ));
    let encryption = time("encryption")?;
    let without = time("save_100_p50")? - encryption;
    rows.push(Measurement::told("encryption in a save", encryption, "ms"));
    rows.push(Measurement::budgeted(
        "encryption, of the rest of a save",
        100.0 * encryption / without,
        "%",
        OVERHEAD,
    ));
    Ok(rows)
}
