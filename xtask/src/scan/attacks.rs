//! wapiti on every page and form, sqlmap on every function and form that takes a
//! value to the database. Both with an owner's session, and past the guard
//! against other sites, as a page of ours would ask.

use super::{SLUG, Target, output, programs};
use crate::exec::{command, root};
use anyhow::{Context, Result, bail, ensure};
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
/// As secrets are written; this one is the owner link's.
const SECRET: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
/// The longest that wapiti may take; and sqlmap, for one request.
const WAPITI: Duration = Duration::from_secs(15 * 60);
const SQLMAP: Duration = Duration::from_secs(6 * 60);

fn program(name: &str) -> Result<Command> {
    Ok(command(&programs()?.join(name).to_string_lossy()))
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

/// Crawls and attacks as who has published a page, and as a member.
pub(super) fn wapiti(target: &Target) -> Result<Vec<String>> {
    let id = target.published.id;
    let owner = [
        format!("/cv/{SLUG}"),
        format!("/share/{id}"),
        format!("/share/{id}/page?show=email&show=phone"),
        "/edit?x=1".to_owned(),
        "/storage".to_owned(),
        "/privacy".to_owned(),
        "/sign-up".to_owned(),
        "/sign-in".to_owned(),
        "/reset".to_owned(),
    ];
    let member = [
        "/cvs",
        "/account",
        "/account/devices",
        "/account/second-factor",
    ];
    let mut findings = crawl(target, By::Owner, &owner)?;
    findings.extend(crawl(target, By::Member, &member.map(str::to_owned))?);
    Ok(findings)
}

fn crawl(target: &Target, by: By, starts: &[String]) -> Result<Vec<String>> {
    let url = target.instance.url();
    let name = match by {
        By::Member => "wapiti-member",
        By::Owner | By::Nobody => "wapiti",
    };
    let report = output().join(format!("{name}.json"));
    let mut wapiti = program("wapiti")?;
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
        .args(["-H", &format!("Cookie: {}", by.cookie(target))])
        .args(["-f", "json", "-o"])
        .arg(&report)
        .arg("--store-session")
        .arg(output().join(name));
    // What would end the session, or say that everything is to be removed.
    for end in [
        "/storage/erase",
        "/sign-out",
        "/account/password",
        "/account/compromised",
        "/account/erase",
    ] {
        wapiti.args(["-x", &format!("{url}{end}")]);
    }
    for start in starts {
        wapiti.args(["-s", &format!("{url}{start}")]);
    }
    bounded(&mut wapiti, &output().join(format!("{name}.log")), WAPITI)?;
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
struct Request {
    name: &'static str,
    path: String,
    /// Whose session it is sent with.
    by: By,
    /// What a POST request sends.
    body: Option<Body>,
    /// What it is answered as it stands: a tool that is refused at the door finds
    /// nothing behind it.
    status: u16,
}

#[derive(Clone, Copy)]
enum By {
    /// Who has published the page, with an owner link.
    Owner,
    Member,
    Nobody,
}

impl By {
    fn cookie(self, target: &Target) -> &str {
        match self {
            By::Owner => &target.published.cookie,
            By::Member => &target.member,
            By::Nobody => "",
        }
    }
}

enum Body {
    Json(Json),
    Form(String),
}

impl Body {
    fn media(&self) -> &'static str {
        match self {
            Body::Json(_) => "application/json",
            Body::Form(_) => "application/x-www-form-urlencoded",
        }
    }

    fn text(&self) -> String {
        match self {
            Body::Json(json) => json.to_string(),
            Body::Form(form) => form.clone(),
        }
    }
}

impl Request {
    fn get(name: &'static str, path: String, status: u16) -> Request {
        Request {
            name,
            path,
            by: By::Owner,
            body: None,
            status,
        }
    }

    fn by(self, by: By) -> Request {
        Request { by, ..self }
    }

    /// A form.
    fn form(name: &'static str, path: &str, form: &str, status: u16) -> Request {
        Request::post(name, path.to_owned(), Body::Form(form.to_owned()), status)
    }

    fn post(name: &'static str, path: String, body: Body, status: u16) -> Request {
        Request {
            body: Some(body),
            ..Request::get(name, path, status)
        }
    }

    /// As it goes over the wire.
    fn text(&self, target: &Target) -> String {
        let host = target.instance.url().replace("http://", "");
        let method = self.body.as_ref().map_or("GET", |_| "POST");
        let (path, cookie) = (&self.path, self.by.cookie(target));
        let mut text = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n"
        );
        if let Some(body) = &self.body {
            text += &format!("Content-Type: {}\r\n", body.media());
        }
        text += "\r\n";
        text + &self.body.as_ref().map_or_else(String::new, Body::text)
    }

    /// Sends it as it stands.
    fn try_out(&self, target: &Target) -> Result<()> {
        let cookie = self.by.cookie(target);
        let path = self.path.replace('*', "");
        let answer = match &self.body {
            None => target.instance.get_as(&path, cookie)?,
            Some(body) => {
                let text = body.text().replace('*', "");
                target
                    .instance
                    .post_as(&path, body.media(), cookie, &text)?
            }
        };
        ensure!(
            answer.status == self.status,
            "{}: answered with {}, expected {}",
            self.name,
            answer.status,
            self.status
        );
        Ok(())
    }
}

fn requests(target: &Target) -> Result<Vec<Request>> {
    let id = target.published.id;
    let other = id.replace("0001", "0002");
    let function = |name: &str| format!("/api/{name}");
    let document = fs::read_to_string(root().join("crates/cv/tests/golden/format-1.json"))?;
    let batch = json!({ "batch": {
        "id": format!("{id}*"), "base_version": 1, "batch_id": format!("{other}*"),
        "format": 2, "edits": [],
    }});
    let create = json!({ "id": format!("{other}*"), "document": document });
    let load = json!({ "id": format!("{id}*"), "known": null });
    let publish = format!("version=1*&slug={SLUG}*&show=email*");
    let link = json!({ "link": format!("{SECRET}*") });
    Ok(vec![
        Request::get("public-page", format!("/cv/{SLUG}*"), 200),
        Request::get("public-language", format!("/cv/{SLUG}/sv*"), 200),
        Request::get("share", format!("/share/{id}*"), 200),
        Request::get(
            "share-preview",
            format!("/share/{id}/page?show=email*"),
            200,
        ),
        Request::post(
            "publish",
            format!("/share/{id}/publish"),
            Body::Form(publish),
            303,
        ),
        Request::post(
            "language",
            "/language".to_owned(),
            Body::Form("lang=sv*&to=/*".to_owned()),
            303,
        ),
        Request::post("cv-load", function("cv_load"), Body::Json(load), 200),
        Request::post("cv-save", function("cv_save"), Body::Json(batch), 200),
        Request::post("cv-create", function("cv_create"), Body::Json(create), 200),
        Request::post(
            "owner-link",
            function("owner_link_open"),
            Body::Json(link),
            200,
        ),
        Request::form(
            "sign-in",
            "/sign-in",
            "email=a%40b.example*&password=x*",
            422,
        )
        .by(By::Nobody),
        Request::form(
            "sign-up",
            "/sign-up",
            "email=a%40b.example*&adult=on&policy=on&terms=2026-11-28",
            303,
        )
        .by(By::Nobody),
        Request::form("reset", "/reset", "email=a%40b.example*", 303).by(By::Nobody),
        Request::form(
            "code",
            "/sign-in/code",
            &format!("ticket={SECRET}*&code=123456*"),
            422,
        )
        .by(By::Nobody),
        Request::get("confirm", format!("/confirm/{SECRET}*"), 410).by(By::Nobody),
        Request::get("invitation", format!("/invitation/{SECRET}*"), 410).by(By::Nobody),
        Request::form(
            "passkey",
            "/passkey/sign-in",
            &format!("ticket={SECRET}*&answer={{}}*"),
            422,
        )
        .by(By::Nobody),
        Request::get("shelf", "/cvs?q=anna*".to_owned(), 200).by(By::Member),
        Request::form("rename", &format!("/cvs/{other}*/rename"), "name=x*", 404).by(By::Member),
        Request::form("email", "/account/email", "email=c%40d.example*", 303).by(By::Member),
        Request::form(
            "device",
            "/account/devices/end",
            &format!("id={other}*"),
            404,
        )
        .by(By::Member),
        // At the end: it takes the page down.
        Request::post(
            "unpublish",
            format!("/share/{id}*/unpublish"),
            Body::Form(String::new()),
            303,
        ),
    ])
}

pub(super) fn sqlmap(target: &Target) -> Result<Vec<String>> {
    let mut findings = Vec::new();
    for request in requests(target)? {
        let name = request.name;
        request.try_out(target)?;
        let file = output().join(format!("sqlmap-{name}.txt"));
        fs::write(&file, request.text(target))?;
        let mut sqlmap = program("sqlmap")?;
        sqlmap
            .arg("-r")
            .arg(&file)
            .args(["--batch", "--flush-session", "--disable-coloring"])
            .args(["--dbms", "SQLite", "--level", "2", "--risk", "2"])
            .args(["--threads", "4", "--timeout", "15", "--retries", "1"])
            .args(["--ignore-code", "*", "--output-dir"])
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
