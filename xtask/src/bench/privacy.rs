//! What people's rights cost where many are: a copy of everything, the erasure of
//! one, a purge of many while others use the server, and the comparison of the
//! schema with the inventory. `MERIT_BENCH_PEOPLE=1000000` puts another number of
//! people around the one than a hundred thousand.

use super::{Bed, Measurement};
use crate::exec::{command, read, root};
use crate::instance::Instance;
use crate::published::{Published, publish};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

/// Erasing one among many takes at most so many times what it takes among few.
const RATIO: f64 = 1.5;
/// CVs of whoever takes everything along: as many as an account may have.
const CVS: usize = 50;
/// A copy of everything is there after so many seconds.
const COPY: f64 = 60.0;
/// Sign-ups that nobody finished.
const LEADS: &str = "100000";
/// What a purge may add to the slowest of a hundred answers.
const SLOWER: f64 = 100.0;
/// Requests that are measured, with a purge and without.
const REQUESTS: usize = 2_000;
/// A purge is watched for so long; how many are left then is told.
const WATCHED: Duration = Duration::from_secs(180);

const DOCUMENT: &str = "crates/cv/tests/golden/format-1.json";
const FORM: &str = "application/x-www-form-urlencoded";

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let mut rows = copy(bed)?;
    rows.extend(in_the_store()?);
    rows.extend(purge(bed)?);
    Ok(rows)
}

/// A copy of an account that is as full as one may be, from asking to the archive.
fn copy(bed: &Bed) -> Result<Vec<Measurement>> {
    let server = bed.server()?;
    let person = publish(&server, "bench-copy")?;
    let document = fs::read_to_string(root().join(DOCUMENT))?;
    for number in 1..CVS {
        let id = format!("01890000-0000-7000-8000-{:012x}", 0x100 + number);
        let body = serde_json::json!({ "id": id, "document": document });
        let media = "application/json";
        let saved = server.post_as("/api/cv_create", media, &person.cookie, &body.to_string())?;
        ensure!(
            saved.status == 200,
            "a CV was answered with {}",
            saved.status
        );
    }
    thread::sleep(Duration::from_secs(1));
    let idle = server.resident()?;
    let mut highest = idle;
    let start = Instant::now();
    let asked = server.post_as("/account/export", FORM, &person.cookie, "")?;
    ensure!(
        asked.status == 303,
        "a copy was answered with {}",
        asked.status
    );
    let path = loop {
        highest = highest.max(server.resident()?);
        let page = server.get_as("/account/export", &person.cookie)?;
        let text = String::from_utf8_lossy(&page.body).into_owned();
        if let Some(path) = download(&text) {
            break path;
        }
        if start.elapsed() > Duration::from_secs(300) {
            bail!("there was no copy within five minutes");
        }
        thread::sleep(Duration::from_millis(50));
    };
    let taken = start.elapsed().as_secs_f64();
    let archive = server.get_as(&path, &person.cookie)?;
    ensure!(archive.body.starts_with(b"PK"), "what came is no archive");
    highest = highest.max(server.resident()?);
    Ok(vec![
        Measurement::budgeted("copy of 50 CVs", taken * 1000.0, "ms", COPY * 1000.0),
        Measurement::told(
            "copy of 50 CVs, size",
            archive.body.len() as f64 / 1e6,
            "MB",
        ),
        Measurement::told("copy of 50 CVs, resident before", idle as f64 / 1e6, "MB"),
        Measurement::budgeted(
            "copy of 50 CVs, most resident",
            highest as f64 / 1e6,
            "MB",
            150.0,
        ),
    ])
}

/// The path of a copy that is ready, on the page that offers it.
fn download(page: &str) -> Option<String> {
    let before = "href=\"/account/export/";
    let (_, rest) = page.split_once(before)?;
    let (id, _) = rest.split_once('"')?;
    Some(format!("/account/export/{id}"))
}

/// What the store itself measures.
fn in_the_store() -> Result<Vec<Measurement>> {
    let said =
        read(command("cargo").args(["bench", "--package", "backend", "--bench", "privacy"]))?;
    let json = said.lines().find(|line| line.starts_with('{'));
    let json = json.context("the benchmark printed no numbers")?;
    let numbers: serde_json::Value = serde_json::from_str(json)?;
    let number = |name: &str| numbers[name].as_f64().context("a number is missing");
    let people = number("people")?;
    let (few, many) = (number("erase_few")?, number("erase_many")?);
    let disk = (number("erase_disk_few")?, number("erase_disk_many")?);
    let told = |name: &str, value| Measurement::told(name, value, "ms");
    Ok(vec![
        told("erasing one of 1,000", few),
        told(&format!("erasing one of {people}"), many),
        Measurement::budgeted(
            "erasing among many, times among few",
            many / few,
            "x",
            RATIO,
        ),
        told("erasing one of 1,000, key off the disk", disk.0),
        told(
            &format!("erasing one of {people}, key off the disk"),
            disk.1,
        ),
        Measurement::budgeted(
            "schema against inventory",
            number("schema_ms")?,
            "ms",
            100.0,
        ),
        Measurement::budgeted(
            "schema against inventory, memory",
            number("schema_kb")? / 1000.0,
            "MB",
            10.0,
        ),
    ])
}

/// The slowest of a hundred answers while sign-ups go that nobody finished, and
/// when there are none. The server begins to sweep as it starts.
fn purge(bed: &Bed) -> Result<Vec<Measurement>> {
    let calm = bed.server()?;
    let person = publish(&calm, "bench-calm")?;
    let without = answers(&calm, &person)?;
    drop(calm);

    let data = root().join("target/instance/leads");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    fs::create_dir_all(&data)?;
    let mut fill = command("cargo");
    fill.args(["bench", "--package", "backend", "--bench", "privacy"])
        .env("MERIT_BENCH_LEADS", LEADS)
        .env("MERIT_BENCH_DATA", &data);
    read(&mut fill)?;
    let server = Instance::start_on_data(&bed.merit, data)?;
    let start = Instant::now();
    let person = publish(&server, "bench-purge")?;
    let with = answers(&server, &person)?;
    let all: f64 = LEADS.parse()?;
    let mut left = leads(bed, &server)?;
    while left > 0.0 && start.elapsed() < WATCHED {
        thread::sleep(Duration::from_secs(5));
        left = leads(bed, &server)?;
    }
    let seconds = start.elapsed().as_secs_f64();
    let resident = server.resident()?;
    Ok(vec![
        Measurement::told("answers without a purge, p50", without.0, "ms"),
        Measurement::told("answers without a purge, p99", without.1, "ms"),
        Measurement::told("answers while 100,000 sign-ups go, p50", with.0, "ms"),
        Measurement::told("answers while 100,000 sign-ups go, p99", with.1, "ms"),
        Measurement::budgeted(
            "what a purge adds to p99",
            (with.1 - without.1).max(0.0),
            "ms",
            SLOWER,
        ),
        Measurement::told("sign-ups purged in a second", (all - left) / seconds, "/s"),
        Measurement::told("sign-ups left when it was looked at last", left, "count"),
        Measurement::budgeted("purge: resident", resident as f64 / 1e6, "MB", 150.0),
    ])
}

/// How many sign-ups are left, as `merit purge --dry-run` counts them.
fn leads(bed: &Bed, server: &Instance) -> Result<f64> {
    let said = read(
        command(&bed.merit.to_string_lossy())
            .args(["purge", "--dry-run", "--data"])
            .arg(server.data()),
    )?;
    let line = said
        .lines()
        .find(|line| line.contains("sign-ups a month old"));
    let count = line.and_then(|line| line.split_whitespace().next());
    Ok(count.context("no count of sign-ups")?.parse()?)
}

/// Median and 99th percentile of answers that read what is stored: the account's
/// CVs, with its session.
fn answers(server: &Instance, person: &Published) -> Result<(f64, f64)> {
    let mut times = Vec::new();
    let known = serde_json::json!({ "id": person.id, "known": null }).to_string();
    while times.len() < REQUESTS {
        let start = Instant::now();
        let media = "application/json";
        let answer = server.post_as("/api/cv_load", media, &person.cookie, &known)?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        ensure!(
            answer.status == 200,
            "a load was answered with {}",
            answer.status
        );
    }
    times.sort_by(f64::total_cmp);
    let at = |of: usize| times.get(times.len() * of / 100).copied();
    Ok((at(50).context("no answer")?, at(99).context("no answer")?))
}
