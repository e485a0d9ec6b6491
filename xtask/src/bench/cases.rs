//! What answering people costs where many are: the queue of cases, looking somebody
//! up, and searching all CVs for whoever is named; then whether an answer, or how
//! long it takes, tells which addresses have an account. `MERIT_BENCH_PEOPLE=1000000`
//! puts another number of people there than a hundred thousand.

use super::{Bed, Measurement};
use crate::exec::{command, read};
use crate::instance::{Answer, Instance};
use crate::member::{FORM, sign_up};
use anyhow::{Context, Result, ensure};
use std::thread;
use std::time::{Duration, Instant};

/// The queue opens within so many milliseconds, 99 times of a hundred.
const QUEUE: f64 = 50.0;
/// And somebody, or a case, is found within so many.
const FOUND: f64 = 10.0;
/// The most memory while all CVs are searched, in MB.
const MEMORY: f64 = 150.0;
/// Addresses that have an account. One may be written to ten times an hour, and three
/// of the questions do.
const MEMBERS: usize = 70;
/// How often each is asked about.
const TIMES: usize = 3;
/// How many times the one median may be the other.
const RATIO: f64 = 1.05;
/// Before each question, so that what the one before left to do is done.
const PAUSE: Duration = Duration::from_millis(10);

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let mut rows = in_the_store()?;
    rows.extend(constant(bed)?);
    Ok(rows)
}

/// What the store itself measures.
fn in_the_store() -> Result<Vec<Measurement>> {
    let said = read(command("cargo").args(["bench", "--package", "backend", "--bench", "cases"]))?;
    let json = said.lines().find(|line| line.starts_with('{'));
    let json = json.context("the benchmark printed no numbers")?;
    let numbers: serde_json::Value = serde_json::from_str(json)?;
    let number = |name: &str| numbers[name].as_f64().context("a number is missing");
    let people = number("people")?;
    let mut rows = vec![Measurement::told("people with a case", people, "count")];
    for (what, name, budget) in [
        ("queue of cases", "queue", QUEUE),
        ("a person by their address", "address", FOUND),
        ("a case by its address", "case_address", FOUND),
        ("a case by its number", "number", FOUND),
    ] {
        let (p50, p99) = (
            number(&format!("{name}_p50"))?,
            number(&format!("{name}_p99"))?,
        );
        rows.push(Measurement::told(&format!("{what}, p50"), p50, "ms"));
        let name = format!("{what}, p99");
        rows.push(Measurement::budgeted(&name, p99, "ms", budget));
    }
    let (cvs, pages) = (number("cvs")?, number("pages")?);
    let seconds = number("scan_seconds")?;
    let told = Measurement::told;
    rows.extend([
        told("search for a name: CVs", cvs, "count"),
        told("search for a name: public pages", pages, "count"),
        told("search for a name: found", number("found")?, "count"),
        told("search for a name", seconds * 1000.0, "ms"),
        told(
            "search for a name: CVs and pages",
            (cvs + pages) / seconds,
            "/s",
        ),
        Measurement::budgeted(
            "search for a name: most resident",
            number("scan_kb")? * 1024.0 / 1e6,
            "MB",
            MEMORY,
        ),
        told("opening a CV before, p50", number("load_p50")?, "ms"),
        told("opening a CV before, p99", number("load_p99")?, "ms"),
        told(
            "opening a CV meanwhile, p50",
            number("load_scan_p50")?,
            "ms",
        ),
        told(
            "opening a CV meanwhile, p99",
            number("load_scan_p99")?,
            "ms",
        ),
    ]);
    Ok(rows)
}

fn member(number: usize) -> String {
    format!("member-{number:02}@example.com")
}

fn nobody(number: usize) -> String {
    format!("nobody-{number:02}@example.com")
}

/// A name, where the form is sent to, and what it says beside the address.
const QUESTIONS: [(&str, &str, &str); 4] = [
    ("rights request", "/privacy/request", "matter=copy&text=x"),
    (
        "named in a CV",
        "/privacy/request",
        "matter=erase&named=on&name=Nils+Holm&text=x",
    ),
    ("contact", "/contact", "topic=policy&text=x"),
    ("forgotten password", "/reset", "lang=en"),
];

/// How the answers' times compare for an address that is known and one that is not.
/// They take turns in going first: what one leaves to do meets both alike.
fn constant(bed: &Bed) -> Result<Vec<Measurement>> {
    let server = bed.server()?;
    for number in 0..MEMBERS {
        sign_up(&bed.merit, &server, &member(number))?;
    }
    let mut rows = Vec::new();
    for (name, path, rest) in QUESTIONS {
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for turn in 0..MEMBERS * TIMES {
            let (somebody, none) = (member(turn % MEMBERS), nobody(turn % MEMBERS));
            let ask = |email: &str| ask(&server, path, &format!("email={email}&{rest}"));
            let (theirs, nobodys) = if turn % 2 == 0 {
                let theirs = ask(&somebody)?;
                (theirs, ask(&none)?)
            } else {
                let nobodys = ask(&none)?;
                (ask(&somebody)?, nobodys)
            };
            let said = |answer: &Answer| (answer.status, to(answer), answer.body.clone());
            let (status, to, _) = said(&theirs.0);
            ensure!(
                status == 303 && to.is_some(),
                "{name}: answered with {status}"
            );
            ensure!(
                said(&theirs.0) == said(&nobodys.0),
                "{name} answers otherwise for an address that is known"
            );
            known.push(theirs.1);
            unknown.push(nobodys.1);
        }
        let (known, unknown) = (median(&known), median(&unknown));
        let told = |whose: &str, value| Measurement::told(&format!("{name}, {whose}"), value, "ms");
        rows.push(told("known address", known));
        rows.push(told("nobody's", unknown));
        rows.push(Measurement::budgeted(
            &format!("{name}, the longer in times the shorter"),
            known.max(unknown) / known.min(unknown),
            "x",
            RATIO,
        ));
    }
    Ok(rows)
}

/// An answer, and after how many milliseconds it was there.
fn ask(server: &Instance, path: &str, form: &str) -> Result<(Answer, f64)> {
    thread::sleep(PAUSE);
    let start = Instant::now();
    let answer = server.post_as(path, FORM, "", form)?;
    Ok((answer, start.elapsed().as_secs_f64() * 1000.0))
}

/// Where an answer sends the browser.
fn to(answer: &Answer) -> Option<String> {
    let mut lines = answer.head.lines();
    let to = lines.find_map(|line| line.strip_prefix("location: "));
    to.map(str::to_owned)
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}
