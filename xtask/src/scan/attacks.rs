//! wapiti on every page and form, sqlmap on every function and form that takes a
//! value to the database. Both with an owner's session, and past the guard
//! against other sites, as a page of ours would ask.

use super::{SLUG, Target, environment, output};
use crate::exec::{command, root};
use anyhow::{Context, Result, bail};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// wapiti's attacks that need nothing outside of this machine. Not among them:
/// `csrf`, which looks for tokens in forms where Merit asks where a request is
/// from (the server's tests hold it to that), and lists of other programs' holes.
const MODULES: &str = "backup,cookieflags,crlf,csp,exec,file,htaccess,http_headers,ldap,methods,\
    permanentxss,redirect,shellshock,sql,timesql,upload,xss";
/// The longest that wapiti may take; and sqlmap, for one request.
const WAPITI: Duration = Duration::from_secs(15 * 60);
const SQLMAP: Duration = Duration::from_secs(6 * 60);

fn program(name: &str) -> Command {
    command(&environment().join("bin").join(name).to_string_lossy())
}

/// Runs a command to its end, or ends it. Returns what it printed.
fn bounded(command: &mut Command, log: &Path, time: Duration) -> Result<String> {
    let file = fs::File::create(log)?;
    let mut process = command
        .stdin(Stdio::null())
        .stderr(file.try_clone()?)
        .stdout(file)
        .spawn()
        .context("it cannot be started")?;
    let start = Instant::now();
    while process.try_wait()?.is_none() {
        if start.elapsed() > time {
            process.kill()?;
            process.wait()?;
            bail!(
                "it took longer than {} minutes; see {}",
                time.as_secs() / 60,
                log.display()
            );
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(String::from_utf8_lossy(&fs::read(log)?).into_owned())
}

pub(super) fn wapiti(target: &Target) -> Result<Vec<String>> {
    let url = target.instance.url();
    let report = output().join("wapiti.json");
    let id = target.published.id;
    let mut wapiti = program("wapiti");
    wapiti
        .args(["-u", &format!("{url}/"), "--scope", "domain", "-m", MODULES])
        .args(["--flush-session", "--no-bugreport", "-v", "1"])
        .args([
            "--max-scan-time",
            "240",
            "--max-attack-time",
            "60",
            "-d",
            "6",
        ])
        .args(["-H", "Sec-Fetch-Site: same-origin"])
        .args(["-H", &format!("Cookie: {}", target.published.cookie)])
        .args(["-f", "json", "-o"])
        .arg(&report)
        .arg("--store-session")
        .arg(output().join("wapiti"));
    // What would end the session, or say that everything is to be removed.
    wapiti.args(["-x", &format!("{url}/storage/erase")]);
    for start in [
        format!("/cv/{SLUG}"),
        format!("/share/{id}"),
        format!("/share/{id}/page?show=email&show=phone"),
        "/edit?x=1".to_owned(),
        "/storage".to_owned(),
        "/privacy".to_owned(),
    ] {
        wapiti.args(["-s", &format!("{url}{start}")]);
    }
    bounded(&mut wapiti, &output().join("wapiti.log"), WAPITI)?;
    let report = fs::read_to_string(&report).context("wapiti wrote no report")?;
    let report: Json = serde_json::from_str(&report).context("wapiti's report")?;
    let crawled = report["infos"]["crawled_pages_nbr"].as_u64().unwrap_or(0);
    println!("  {crawled} pages and forms");
    if crawled < 8 {
        bail!("wapiti has found {crawled} pages and forms alone");
    }
    let mut findings = Vec::new();
    for kind in ["vulnerabilities", "anomalies"] {
        for (name, found) in report[kind].as_object().into_iter().flatten() {
            for one in found.as_array().into_iter().flatten() {
                let word = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
                findings.push(format!(
                    "{name}: {} {}: {}",
                    word("method"),
                    word("path"),
                    word("info")
                ));
            }
        }
    }
    Ok(findings)
}

/// A request with a `*` after each value that is to be attacked.
fn requests(target: &Target) -> Vec<(&'static str, String)> {
    let id = target.published.id;
    let cookie = &target.published.cookie;
    let host = target.instance.url().replace("http://", "");
    let head = |line: &str, rest: &str| {
        format!(
            "{line} HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n{rest}\r\n"
        )
    };
    let function = |name: &str, body: Json| {
        let head = head(
            &format!("POST /api/{name}"),
            "Content-Type: application/json\r\n",
        );
        format!("{head}{body}")
    };
    let form = |path: &str, body: &str| {
        let head = head(
            &format!("POST {path}"),
            "Content-Type: application/x-www-form-urlencoded\r\n",
        );
        format!("{head}{body}")
    };
    let get = |path: &str| head(&format!("GET {path}"), "");
    let batch = json!({ "batch": {
        "id": format!("{id}*"), "base_version": 1, "batch_id": format!("{id}*"), "format": 1, "edits": [],
    }});
    let document = fs::read_to_string(root().join("crates/cv/tests/golden/format-1.json"));
    let create = json!({ "id": format!("{id}*"), "document": document.unwrap_or_default() });
    vec![
        ("public-page", get(&format!("/cv/{SLUG}*"))),
        ("public-language", get(&format!("/cv/{SLUG}/en*"))),
        ("share", get(&format!("/share/{id}*"))),
        (
            "share-preview",
            get(&format!("/share/{id}/page?show=email*")),
        ),
        (
            "publish",
            form(
                &format!("/share/{id}/publish"),
                &format!("version=1*&slug={SLUG}*&show=email*"),
            ),
        ),
        ("unpublish", form(&format!("/share/{id}*/unpublish"), "")),
        ("language", form("/language", "lang=sv*&to=/*")),
        (
            "cv-load",
            function("cv_load", json!({ "id": format!("{id}*"), "known": null })),
        ),
        ("cv-save", function("cv_save", batch)),
        ("cv-create", function("cv_create", create)),
        (
            "cv-delete",
            function("cv_delete", json!({ "id": format!("{id}x*") })),
        ),
        (
            "owner-link",
            function("owner_link_open", json!({ "link": "AAEC*" })),
        ),
        (
            "session",
            get("/share/x").replace(cookie, &format!("{cookie}*")),
        ),
    ]
}

pub(super) fn sqlmap(target: &Target) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for (name, request) in requests(target) {
        let file = output().join(format!("sqlmap-{name}.txt"));
        fs::write(&file, request)?;
        let mut sqlmap = program("sqlmap");
        sqlmap
            .arg("-r")
            .arg(&file)
            .args([
                "--batch",
                "--flush-session",
                "--disable-coloring",
                "--dbms",
                "SQLite",
            ])
            .args([
                "--level",
                "2",
                "--risk",
                "2",
                "--threads",
                "4",
                "--timeout",
                "15",
            ])
            .args(["--retries", "1", "--ignore-code", "*", "--output-dir"])
            .arg(output().join("sqlmap"));
        let log = output().join(format!("sqlmap-{name}.log"));
        let said = bounded(&mut sqlmap, &log, SQLMAP).with_context(|| name.to_owned())?;
        // Its exit code says nothing.
        if said.contains("identified the following injection point") {
            findings.push(format!("{name}: an injection; see {}", log.display()));
        } else if !said.contains("do not appear to be injectable") {
            bail!(
                "{name}: sqlmap has not come to an end; see {}",
                log.display()
            );
        }
    }
    Ok(findings)
}
