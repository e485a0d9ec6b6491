//! Signing in: many at once, and whether the time of an answer tells which
//! addresses have an account.

use super::{Bed, Measurement};
use crate::instance::{Answer, Instance};
use crate::member::{FORM, PASSWORD, sign_in, sign_up};
use anyhow::{Context, Result, ensure};
use std::thread;
use std::time::{Duration, Instant};

/// People who sign in at the same moment.
const AT_ONCE: usize = 50;
/// What hashing may take of memory: two passwords at a time, 46 MiB each
/// (OWASP's parameters for Argon2id with one pass), and what a server needs anyway.
const MEMORY: f64 = 150.0;
/// How often each address is asked about: an account is closed to passwords
/// after ten that are wrong.
const TIMES: usize = 2;
/// How far the answers' times may lie apart: what a slow network hides many
/// times over, and the noise of a machine that does other things too.
const APART: f64 = 1.0;

fn member(number: usize) -> String {
    format!("member-{number:02}@example.com")
}

fn nobody(number: usize) -> String {
    format!("nobody-{number:02}@example.com")
}

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    let server = bed.server()?;
    for number in 0..AT_ONCE {
        sign_up(&bed.merit, &server, &member(number))?;
    }
    let mut rows = together(&server)?;
    rows.extend(constant(&server)?);
    Ok(rows)
}

/// Everybody signs in at once: two passwords are hashed at a time, the others
/// wait, and nobody is turned away.
fn together(server: &Instance) -> Result<Vec<Measurement>> {
    let idle = server.resident()?;
    let mut highest = idle;
    let start = Instant::now();
    let mut times = thread::scope(|scope| -> Result<Vec<f64>> {
        let clients: Vec<_> = (0..AT_ONCE)
            .map(|number| {
                scope.spawn(move || -> Result<f64> {
                    let start = Instant::now();
                    let answer = sign_in(server, &member(number), PASSWORD)?;
                    let status = answer.status;
                    ensure!(status == 303, "a sign-in was answered with {status}");
                    Ok(milliseconds(start))
                })
            })
            .collect();
        while clients.iter().any(|client| !client.is_finished()) {
            highest = highest.max(server.resident()?);
            thread::sleep(Duration::from_millis(5));
        }
        clients
            .into_iter()
            .map(|client| {
                client
                    .join()
                    .map_err(|_| anyhow::anyhow!("a client panicked"))?
            })
            .collect()
    })?;
    let whole = start.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    let last = times.last().copied().context("nobody signed in")?;
    Ok(vec![
        Measurement::told("50 sign-ins at once", AT_ONCE as f64 / whole, "/s"),
        Measurement::told("50 sign-ins at once, median", median(&times), "ms"),
        Measurement::told("50 sign-ins at once, the last", last, "ms"),
        Measurement::told("resident before", idle as f64 / 1e6, "MB"),
        Measurement::budgeted(
            "resident, 50 sign-ins at once",
            highest as f64 / 1e6,
            "MB",
            MEMORY,
        ),
    ])
}

type Question<'a> = &'a dyn Fn(&str) -> Result<Answer>;

/// How far apart the answers' times are for an address that is known and for one
/// that is not. They take turns, so that what else the machine does meets both.
fn constant(server: &Instance) -> Result<Vec<Measurement>> {
    let form = |path: &'static str, rest: &'static str| {
        move |email: &str| server.post_as(path, FORM, "", &format!("email={email}{rest}"))
    };
    let (sign_up, reset) = (
        form("/sign-up", "&adult=on&policy=on&terms=2026-11-28"),
        form("/reset", ""),
    );
    let wrong = |email: &str| sign_in(server, email, "not the password");
    let questions: [(&str, Question<'_>); 3] = [
        ("sign-in", &wrong),
        ("sign-up", &sign_up),
        ("reset", &reset),
    ];
    let mut rows = Vec::new();
    for (name, ask) in questions {
        let (mut known, mut nobody) = (Vec::new(), Vec::new());
        for number in (0..AT_ONCE).cycle().take(AT_ONCE * TIMES) {
            let start = Instant::now();
            let first = ask(&member(number))?;
            known.push(milliseconds(start));
            let start = Instant::now();
            let second = ask(&self::nobody(number))?;
            nobody.push(milliseconds(start));
            ensure!(first.status != 429, "{name}: too many");
            ensure!(
                first.status == second.status && same(&first.body, &second.body),
                "{name} answers otherwise for an address that is known"
            );
        }
        let (known, nobody) = (median(&known), median(&nobody));
        rows.push(Measurement::told(
            &format!("{name}, known address"),
            known,
            "ms",
        ));
        rows.push(Measurement::told(
            &format!("{name}, nobody's"),
            nobody,
            "ms",
        ));
        rows.push(Measurement::budgeted(
            &format!("{name}, difference"),
            (known - nobody).abs(),
            "ms",
            APART,
        ));
    }
    Ok(rows)
}

/// Whether two pages are the same but for what was typed into them, and the
/// nonce that each page has anew.
fn same(known: &[u8], nobody: &[u8]) -> bool {
    let text = |page: &[u8]| {
        let text = String::from_utf8_lossy(page);
        let text = text.replace("member-", "").replace("nobody-", "");
        let mut parts = text.split("nonce=\"");
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            kept += part.split_once('"').map_or(part, |(_, rest)| rest);
        }
        kept
    };
    text(known) == text(nobody)
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
}
