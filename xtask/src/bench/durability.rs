//! Five hundred kills of a server in the middle of saves: nothing acknowledged
//! is lost, nothing is taken twice. The runs are seeded; a failure is an error.

use super::{Bed, Measurement};
use crate::exec::{command, run};
use anyhow::Result;

const RUNS: f64 = 500.0;

pub(crate) fn measure(_: &Bed) -> Result<Vec<Measurement>> {
    run(command("cargo").args([
        "test",
        "--package",
        "server",
        "--test",
        "it",
        "--",
        "--ignored",
        "--exact",
        "durability::five_hundred_kills",
    ]))?;
    Ok(vec![Measurement::told(
        "kills survived without a loss",
        RUNS,
        "count",
    )])
}
