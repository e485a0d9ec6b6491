//! A load of requests, by wrk.

use crate::exec::{command, read};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

const SECONDS: &str = "4";
const CLIENTS: &str = "-c16";

/// What is asked for.
#[derive(Clone)]
pub(super) struct Load {
    pub(super) path: String,
    pub(super) etag: Option<String>,
    script: Option<PathBuf>,
}

impl Load {
    pub(super) fn page(path: &str) -> Load {
        Load {
            path: path.to_owned(),
            etag: None,
            script: None,
        }
    }

    pub(super) fn unchanged(path: &str, etag: &str) -> Load {
        Load {
            etag: Some(etag.to_owned()),
            ..Load::page(path)
        }
    }

    /// What a script asks for.
    pub(super) fn many(script: &Path) -> Load {
        Load {
            script: Some(script.to_owned()),
            ..Load::page("/")
        }
    }
}

/// Answers in a second, and how long one took, in milliseconds.
struct Round {
    each_second: f64,
    p50: f64,
    p99: f64,
}

#[derive(Default)]
pub(super) struct Rounds(Vec<Round>);

impl Rounds {
    pub(super) fn push(&mut self, (each_second, p50, p99): (f64, f64, f64)) {
        self.0.push(Round {
            each_second,
            p50,
            p99,
        });
    }

    pub(super) fn each_second(&self) -> f64 {
        self.median(|round| round.each_second)
    }

    pub(super) fn p50(&self) -> f64 {
        self.median(|round| round.p50)
    }

    pub(super) fn p99(&self) -> f64 {
        self.median(|round| round.p99)
    }

    fn median(&self, of: impl Fn(&Round) -> f64) -> f64 {
        let mut values: Vec<f64> = self.0.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    }
}

/// One round.
pub(super) fn load(core: &str, site: &str, asked: &Load) -> Result<(f64, f64, f64)> {
    let mut wrk = command("taskset");
    wrk.args([
        "-c",
        core,
        "wrk",
        "-t1",
        CLIENTS,
        "-d",
        SECONDS,
        "--latency",
    ]);
    if let Some(etag) = &asked.etag {
        wrk.args(["-H", &format!("If-None-Match: {etag}")]);
    }
    if let Some(script) = &asked.script {
        wrk.arg("-s").arg(script);
    }
    let url = format!("{site}{}", asked.path);
    let said = read(wrk.arg(&url))?;
    ensure!(
        !said.contains("Non-2xx") && !said.contains("Socket errors"),
        "{url} answered with errors: {said}"
    );
    let number = |start: &str| {
        let line = said
            .lines()
            .find_map(|line| line.trim().strip_prefix(start));
        line.map(str::trim)
            .with_context(|| format!("wrk said no {start}"))
    };
    Ok((
        number("Requests/sec:")?.parse()?,
        milliseconds(number("50%")?)?,
        milliseconds(number("99%")?)?,
    ))
}

/// `12.3us`, `1.20ms` or `2.00s`.
fn milliseconds(text: &str) -> Result<f64> {
    for (unit, times) in [("us", 0.001), ("ms", 1.0), ("s", 1000.0)] {
        if let Some(number) = text.strip_suffix(unit) {
            return Ok(number.parse::<f64>()? * times);
        }
    }
    anyhow::bail!("{text} is no time")
}
