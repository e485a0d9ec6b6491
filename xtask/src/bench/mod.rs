//! `cargo xtask bench`: the budgets of the design, measured.
//!
//! One module per benchmark. Each returns its measurements; the frame prints
//! them against their budgets and writes `target/bench.json`.

mod accounts;
mod assets;
mod browser;
mod browsers;
mod cases;
mod compare;
mod durability;
mod lighthouse;
mod native;
mod privacy;
mod public;
mod save;
mod server;

use crate::client;
use crate::exec::{root, step};
use crate::instance::{Instance, Profile, build_server};
use anyhow::{Result, bail};
use serde::Serialize;
use std::path::PathBuf;

/// One measured value.
#[derive(Serialize)]
pub(crate) struct Measurement {
    name: String,
    value: f64,
    /// `ms`, `KB` (1,000 bytes), `MB` (1,000,000 bytes), `%`, `x` (times), `px`, `/s` or `count`.
    unit: &'static str,
    /// The most that is allowed; nothing where the value is only told.
    budget: Option<f64>,
    within: bool,
}

impl Measurement {
    /// A value that has to stay at or under its budget.
    pub(crate) fn budgeted(name: &str, value: f64, unit: &'static str, budget: f64) -> Self {
        Self {
            name: name.to_owned(),
            value,
            unit,
            budget: Some(budget),
            within: value <= budget,
        }
    }

    /// A value that is only told.
    pub(crate) fn told(name: &str, value: f64, unit: &'static str) -> Self {
        Self {
            name: name.to_owned(),
            value,
            unit,
            budget: None,
            within: true,
        }
    }
}

/// What benchmarks measure: the release build, as people get it.
pub(crate) struct Bed {
    /// The program `merit`.
    pub(crate) merit: PathBuf,
}

impl Bed {
    /// A fresh server of its own for one benchmark.
    pub(crate) fn server(&self) -> Result<Instance> {
        Instance::start(&self.merit)
    }
}

type Benchmark = fn(&Bed) -> Result<Vec<Measurement>>;

/// Every benchmark by name, in the order of the table.
const ALL: [(&str, Benchmark); 15] = [
    ("native", native::measure),
    ("browser", browser::measure),
    ("slow", browser::slow),
    ("soak", browser::soak),
    ("compare", compare::measure),
    ("browsers", browsers::measure),
    ("assets", assets::measure),
    ("lighthouse", lighthouse::measure),
    ("server", server::measure),
    ("save", save::measure),
    ("public", public::measure),
    ("accounts", accounts::measure),
    ("durability", durability::measure),
    ("privacy", privacy::measure),
    ("cases", cases::measure),
];

/// Runs the named benchmarks, or all.
pub(crate) fn bench(names: &[String]) -> Result<()> {
    let known: Vec<&str> = ALL.iter().map(|(name, _)| *name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(&name.as_str())) {
        bail!(
            "there is no benchmark {unknown:?}; there are: {}",
            known.join(", ")
        );
    }
    client::build()?;
    let merit = step("server, as released", || build_server(Profile::Release))?;
    let bed = Bed { merit };
    let mut rows = Vec::new();
    for (name, measure) in ALL {
        if names.is_empty() || names.iter().any(|wanted| wanted == name) {
            rows.extend(step(&format!("measuring: {name}"), || measure(&bed))?);
        }
    }
    print_table(&rows);
    let path = root().join("target/bench.json");
    std::fs::write(&path, serde_json::to_vec_pretty(&rows)?)?;
    println!("\nwritten to target/bench.json");
    let over = rows.iter().filter(|row| !row.within).count();
    if over > 0 {
        bail!("{over} of {} values are over their budget", rows.len());
    }
    Ok(())
}

fn print_table(rows: &[Measurement]) {
    let width = rows
        .iter()
        .map(|row| row.name.chars().count())
        .max()
        .unwrap_or(4);
    println!("\n| {:width$} |      value |     budget | within |", "what");
    println!(
        "|{}|-----------:|-----------:|:------:|",
        "-".repeat(width + 2)
    );
    for row in rows {
        let value = number(row.value, row.unit);
        let budget = row
            .budget
            .map_or_else(String::new, |budget| number(budget, row.unit));
        let within = match (row.budget, row.within) {
            (None, _) => "",
            (_, true) => "yes",
            (_, false) => "NO",
        };
        println!(
            "| {:width$} | {value:>10} | {budget:>10} | {within:^6} |",
            row.name
        );
    }
}

fn number(value: f64, unit: &str) -> String {
    let digits = if value >= 100.0 || value.fract() == 0.0 {
        0
    } else if value >= 10.0 {
        1
    } else if value >= 0.1 {
        2
    } else {
        3
    };
    format!("{value:.digits$} {unit}")
}
