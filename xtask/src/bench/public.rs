//! Public pages, beside nginx that serves the same bytes from files: the server on one
//! core and the load on another, in turns, and the medians compared. Before that what a
//! page costs that nobody has asked for yet, and after it ten thousand pages of which
//! some are asked for much oftener than others. `MERIT_BENCH_PAGES=1000` takes fewer.

mod load;
mod nginx;

use super::{Bed, Measurement};
use crate::exec::{apt_install, command, exists, read, root};
use crate::instance::Instance;
use crate::published::publish_many;
use anyhow::{Context, Result, ensure};
use load::{Load, Rounds, load};
use nginx::Nginx;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;
const SERVER_CORE: &str = "0";
const LOAD_CORE: &str = "1";
/// Pages, of which so many are rendered one by one.
const PAGES: usize = 10_000;
const COLD: usize = 1_000;
/// Requests for them, after which they are asked for again in the same order.
const REQUESTS: usize = 100_000;
/// A page that nobody has asked for yet is there after so many milliseconds.
const COLD_BUDGET: f64 = 5.0;
/// A cached page is sent at 60 % of nginx's pace or faster.
const RATIO: f64 = 1.0 / 0.6;
/// What is sent of a page, packed, without fonts, in kilobytes.
const SENT: f64 = 30.0;

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    if !installed("wrk") {
        apt_install(&["wrk"])?;
    }
    ensure!(installed("wrk"), "wrk is not installed");
    if !installed("nginx") {
        apt_install(&["nginx-light"])?;
    }
    let server = Instance::start_on(&bed.merit, Some(SERVER_CORE))?;
    let pages = std::env::var("MERIT_BENCH_PAGES").ok();
    let pages = pages.and_then(|pages| pages.parse().ok()).unwrap_or(PAGES);
    let slugs = publish_many(&server, pages)?;
    let mut rows = cold(&server, &slugs)?;
    rows.extend(sent(&server, &slugs[0])?);
    rows.extend(beside(&server, &slugs)?);
    Ok(rows)
}

/// Each page is asked for once, by one client that waits for it.
fn cold(server: &Instance, slugs: &[String]) -> Result<Vec<Measurement>> {
    let _pinned = Pinned::to(LOAD_CORE)?;
    let mut times = Vec::with_capacity(COLD);
    for slug in slugs.iter().take(COLD) {
        let start = Instant::now();
        let page = server.get(&format!("/cv/{slug}"), "br")?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        ensure!(page.status == 200, "a page was not published");
    }
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    Ok(vec![
        Measurement::told("public page: cold, p50", at(50), "ms"),
        Measurement::budgeted("public page: cold, p99", at(99), "ms", COLD_BUDGET),
    ])
}

/// What goes over the wire.
fn sent(server: &Instance, slug: &str) -> Result<Vec<Measurement>> {
    let page = server.get(&format!("/cv/{slug}"), "br")?;
    let picture = server.get(&format!("/cv/{slug}.png"), "identity")?;
    ensure!(picture.status == 200, "there is no picture");
    let kilobytes = |bytes: usize| bytes as f64 / 1000.0;
    Ok(vec![
        Measurement::budgeted("public page: sent", kilobytes(page.body.len()), "KB", SENT),
        Measurement::told(
            "public page: its picture for previews",
            kilobytes(picture.body.len()),
            "KB",
        ),
    ])
}

/// The same load for us and for nginx, by turns.
fn beside(server: &Instance, slugs: &[String]) -> Result<Vec<Measurement>> {
    let path = format!("/cv/{}", slugs[0]);
    let page = server.get(&path, "identity")?;
    let etag = header(&page.head, "etag")?;
    let pdf = server.get(&format!("{path}.pdf"), "identity")?;
    let zipf = Zipf::write(slugs)?;
    let nginx = match installed("nginx") {
        true => Some(Nginx::start(SERVER_CORE, &page.body, &pdf.body, slugs)?),
        false => {
            println!("  nginx is not installed: there is nothing to compare with");
            None
        }
    };
    let idle = server.resident()?;
    let mut highest = idle;
    let mut rows = Vec::new();
    let kinds = [
        ("cached", Load::page(&path)),
        ("304", Load::unchanged(&path, &etag)),
        ("PDF", Load::page(&format!("{path}.pdf"))),
        ("ten thousand pages", Load::many(&zipf.script)),
    ];
    for (name, asked) in kinds {
        let (mut ours, mut theirs) = (Rounds::default(), Rounds::default());
        for _ in 0..ROUNDS {
            ours.push(load(LOAD_CORE, &server.url(), &asked)?);
            highest = highest.max(server.resident()?);
            if let Some(nginx) = &nginx {
                theirs.push(load(LOAD_CORE, &nginx.url, &nginx.same(&asked)?)?);
            }
        }
        let told = |what: &str, value, unit| {
            Measurement::told(&format!("public page: {name}, {what}"), value, unit)
        };
        rows.push(told("a second", ours.each_second(), "count"));
        rows.push(told("p50", ours.p50(), "ms"));
        rows.push(told("p99", ours.p99(), "ms"));
        if nginx.is_some() {
            rows.push(told("a second by nginx", theirs.each_second(), "count"));
            rows.push(told("p99 by nginx", theirs.p99(), "ms"));
            let ratio = theirs.each_second() / ours.each_second();
            let name = format!("public page: {name}, nginx, times ours");
            rows.push(match name.contains("cached") {
                true => Measurement::budgeted(&name, ratio, "x", RATIO),
                false => Measurement::told(&name, ratio, "x"),
            });
        }
    }
    rows.push(Measurement::told(
        "public page: resident before",
        idle as f64 / 1e6,
        "MB",
    ));
    rows.push(Measurement::budgeted(
        "public page: resident under load",
        highest as f64 / 1e6,
        "MB",
        150.0,
    ));
    Ok(rows)
}

fn header(head: &str, name: &str) -> Result<String> {
    let start = format!("{name}: ");
    let line = head.lines().find(|line| {
        line.get(..start.len())
            .is_some_and(|begin| begin.eq_ignore_ascii_case(&start))
    });
    let line = line.with_context(|| format!("an answer without {name}"))?;
    Ok(line[start.len()..].to_owned())
}

fn installed(program: &str) -> bool {
    exists(program) || PathBuf::from("/usr/sbin").join(program).is_file()
}

/// Which page is asked for: the first one half as often again as the second, and so on
/// (Zipf's law with an exponent of one). The same each time.
struct Zipf {
    script: PathBuf,
    list: PathBuf,
}

impl Zipf {
    fn write(slugs: &[String]) -> Result<Zipf> {
        let mut sum = 0.0;
        let sums: Vec<f64> = (1..=slugs.len())
            .map(|rank| {
                sum += 1.0 / rank as f64;
                sum
            })
            .collect();
        let mut state: u64 = 0x5eed;
        let mut lines = String::new();
        for _ in 0..REQUESTS {
            // Knuth's generator; its high bits are as good as any.
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let at = (state >> 11) as f64 / (1_u64 << 53) as f64 * sum;
            let page = sums.partition_point(|until| *until < at);
            lines += &format!("/cv/{}\n", slugs[page.min(slugs.len() - 1)]);
        }
        let folder = root().join("target");
        let list = folder.join("bench-pages.txt");
        let script = folder.join("bench-pages.lua");
        fs::write(&list, lines)?;
        fs::write(
            &script,
            format!(
                "local paths = {{}}\n\
                 for line in io.lines({:?}) do paths[#paths + 1] = line end\n\
                 local at = 0\n\
                 request = function()\n  at = at % #paths + 1\n  return wrk.format(\"GET\", paths[at])\nend\n",
                list.display().to_string()
            ),
        )?;
        Ok(Zipf { script, list })
    }
}

impl Drop for Zipf {
    fn drop(&mut self) {
        for file in [&self.script, &self.list] {
            let _ = fs::remove_file(Path::new(file));
        }
    }
}

/// This process on one core, until it goes: who asks must not take the server's.
struct Pinned {
    before: String,
}

impl Pinned {
    fn to(core: &str) -> Result<Pinned> {
        let process = std::process::id().to_string();
        let said = read(command("taskset").args(["-cp", &process]))?;
        let before = said.rsplit(": ").next().unwrap_or("0").trim().to_owned();
        read(command("taskset").args(["-acp", core, &process]))?;
        // The scheduler takes a moment.
        std::thread::sleep(Duration::from_millis(20));
        Ok(Pinned { before })
    }
}

impl Drop for Pinned {
    fn drop(&mut self) {
        let process = std::process::id().to_string();
        let _ = read(command("taskset").args(["-acp", &self.before, &process]));
    }
}
