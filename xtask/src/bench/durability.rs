//! Five hundred kills of a server in the middle of saves: nothing acknowledged
//! is lost, nothing is taken twice. Then as many runs of edits in a browser, where
//! tabs, server and line are broken off (`end2end/bench/durability.bench.ts`). All
//! are seeded; a failure is an error.

use super::browser::playwright;
use super::{Bed, Measurement};
use crate::exec::{command, run};
use anyhow::Result;

const RUNS: u32 = 500;

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let mut kills = command("cargo");
    kills.env("MERIT_TEST_KILLS", RUNS.to_string());
    run(kills.args([
        "test",
        "--package",
        "server",
        "--test",
        "it",
        "--",
        "--exact",
        "durability::kills_lose_nothing_that_was_acknowledged_and_double_nothing",
    ]))?;
    let mut rows = vec![Measurement::told(
        "kills survived without a loss",
        f64::from(RUNS),
        "count",
    )];
    rows.extend(playwright(bed, "durability.bench.ts", &[])?);
    Ok(rows)
}
