//! A public page, beside nginx that serves the same bytes from a file: server on
//! one core, load on the other, in turns, and the medians compared.

use super::{Bed, Measurement};
use crate::exec::{apt_install, command, exists, read};
use crate::instance::Instance;
use crate::published::publish;
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;
const SECONDS: &str = "4";
const SERVER_CORE: &str = "0";
const LOAD_CORE: &str = "1";

pub(crate) fn measure(bed: &Bed) -> Result<Vec<Measurement>> {
    for (program, package) in [("wrk", "wrk"), ("nginx", "nginx-light")] {
        if !installed(program) {
            apt_install(&[package])?;
        }
        ensure!(installed(program), "{program} is not installed");
    }
    let server = Instance::start_on(&bed.merit, Some(SERVER_CORE))?;
    publish(&server, "bench-page")?;
    let page = "/cv/bench-page";
    let start = Instant::now();
    let cold = server.get(page, "identity")?;
    let cold_ms = start.elapsed().as_secs_f64() * 1000.0;
    ensure!(cold.status == 200, "the page was not published");
    let etag = cold
        .head
        .lines()
        .find_map(|line| line.strip_prefix("etag: "))
        .context("a page without an ETag")?
        .to_owned();
    let nginx = Nginx::start(&cold.body)?;

    let idle = server.resident()?;
    let (mut ours, mut theirs, mut unchanged) = (Vec::new(), Vec::new(), Vec::new());
    let mut highest = idle;
    for _ in 0..ROUNDS {
        ours.push(load(&format!("{}{page}", server.url()), None)?);
        theirs.push(load(&nginx.url, None)?);
        unchanged.push(load(&format!("{}{page}", server.url()), Some(&etag))?);
        highest = highest.max(server.resident()?);
    }
    let (ours, theirs, unchanged) = (median(ours), median(theirs), median(unchanged));
    Ok(vec![
        Measurement::told("public page: cold", cold_ms, "ms"),
        Measurement::told("public page: cached, a second", ours, "count"),
        Measurement::told("public page: 304, a second", unchanged, "count"),
        Measurement::told("the same bytes by nginx, a second", theirs, "count"),
        Measurement::told("nginx, times ours", theirs / ours, "x"),
        Measurement::budgeted(
            "public page: resident under load",
            highest as f64 / 1e6,
            "MB",
            150.0,
        ),
    ])
}

/// Answers in a second.
fn load(url: &str, etag: Option<&str>) -> Result<f64> {
    let mut wrk = command("taskset");
    wrk.args(["-c", LOAD_CORE, "wrk", "-t1", "-c16", "-d", SECONDS]);
    if let Some(etag) = etag {
        wrk.args(["-H", &format!("If-None-Match: {etag}")]);
    }
    let said = read(wrk.arg(url))?;
    if said.contains("Non-2xx") && etag.is_none() {
        bail!("{url} answered with errors");
    }
    said.lines()
        .find_map(|line| line.strip_prefix("Requests/sec:"))
        .and_then(|number| number.trim().parse().ok())
        .context("wrk printed no number")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn installed(program: &str) -> bool {
    exists(program) || PathBuf::from("/usr/sbin").join(program).is_file()
}

/// An nginx of our own; ends when dropped.
struct Nginx {
    process: Child,
    folder: PathBuf,
    url: String,
}

impl Nginx {
    fn start(body: &[u8]) -> Result<Nginx> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let folder = std::env::temp_dir().join(format!("merit-nginx-{port}"));
        fs::create_dir_all(folder.join("www"))?;
        fs::write(folder.join("www/page.html"), body)?;
        let at = folder.display();
        let config = format!(
            "daemon off; worker_processes 1; pid {at}/pid; error_log {at}/error;\n\
             events {{ worker_connections 256; }}\n\
             http {{ access_log off; types {{ text/html html; }} root {at}/www;\n\
             client_body_temp_path {at}/1; proxy_temp_path {at}/2; fastcgi_temp_path {at}/3;\n\
             uwsgi_temp_path {at}/4; scgi_temp_path {at}/5; keepalive_requests 1000000;\n\
             server {{ listen 127.0.0.1:{port}; }} }}\n"
        );
        fs::write(folder.join("nginx.conf"), config)?;
        // nginx gives its work to another user when root starts it.
        let _ = command("chmod").args(["-R", "a+rX"]).arg(&folder).status();
        let process = command("taskset")
            .args(["-c", SERVER_CORE])
            .arg(if exists("nginx") {
                "nginx"
            } else {
                "/usr/sbin/nginx"
            })
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"))
            .stderr(Stdio::null())
            .spawn()
            .context("nginx could not be started")?;
        let nginx = Nginx {
            process,
            url: format!("http://127.0.0.1:{port}/page.html"),
            folder,
        };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            ensure!(
                start.elapsed() < Duration::from_secs(10),
                "nginx did not start"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(nginx)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = command("sh")
            .arg("-c")
            .arg(format!("kill $(cat {}/pid)", self.folder.display()))
            .status();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
