//! Browsers that are driven from here. WebKit's and Chromium's drivers speak
//! WebDriver over HTTP (<https://www.w3.org/TR/webdriver2/>); Firefox speaks the same
//! commands by itself, over a socket, and calls that Marionette.

use crate::exec::{apt_install, command, exists};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a page's script may take, and a browser to start.
const PATIENCE: Duration = Duration::from_secs(120);

/// A browser with one window and nothing of an earlier visit. Ends when dropped.
pub(crate) struct Browser {
    wire: Wire,
    /// What it says it is: name and version.
    pub(crate) version: String,
    // Ended in this order, before the folder goes.
    _processes: Vec<Process>,
    _folder: Folder,
}

/// How commands travel.
enum Wire {
    Http {
        port: u16,
        session: String,
    },
    Marionette {
        stream: Box<BufReader<TcpStream>>,
        last: u64,
    },
}

/// The browsers that there are, as people name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

impl Kind {
    pub(crate) const ALL: [Kind; 3] = [Kind::Chromium, Kind::Firefox, Kind::WebKit];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Chromium => "Chromium",
            Kind::Firefox => "Firefox",
            Kind::WebKit => "WebKit",
        }
    }

    /// The programs that it is, each with the Debian package that has it.
    fn programs(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Kind::Chromium => &[
                ("chromium", "chromium"),
                ("chromedriver", "chromium-driver"),
            ],
            Kind::Firefox => &[("firefox-esr", "firefox-esr")],
            // It has no mode without a screen: Xvfb pretends one.
            Kind::WebKit => &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")],
        }
    }

    /// Starts it, after it has been installed where that can be done; nothing where
    /// it cannot.
    pub(crate) fn start(self) -> Result<Option<Browser>> {
        let missing: Vec<&str> = self
            .programs()
            .iter()
            .filter(|(program, _)| !exists(program))
            .map(|(_, package)| *package)
            .collect();
        if !missing.is_empty() {
            // A distribution that does not have the package says so itself.
            let installed = apt_install(&missing).unwrap_or(false);
            if !installed || !self.programs().iter().all(|(program, _)| exists(program)) {
                return Ok(None);
            }
        }
        match self {
            Kind::Chromium => chromium(),
            Kind::Firefox => firefox(),
            Kind::WebKit => webkit(),
        }
        .with_context(|| format!("{} could not be started", self.name()))
        .map(Some)
    }
}

impl Browser {
    /// Opens an address and waits until the page is loaded.
    pub(crate) fn go(&mut self, url: &str) -> Result<()> {
        self.wire.send("url", &json!({ "url": url })).map(drop)
    }

    /// Runs the body of an async function within the page; `arguments` are its own,
    /// and what it returns comes back.
    pub(crate) fn run(&mut self, body: &str, arguments: &Value) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             (async function () {{{body}\n}}).apply(null, arguments)\
             .then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let parameters = json!({ "script": script, "args": arguments });
        let mut answer = self.wire.send("execute/async", &parameters)?;
        if let Some(error) = answer["error"].as_str() {
            bail!("the page's script failed: {error}");
        }
        Ok(answer["value"].take())
    }
}

fn chromium() -> Result<Browser> {
    let folder = Folder::new("chromium")?;
    let port = free_port()?;
    let mut driver = command("chromedriver");
    driver.arg(format!("--port={port}")).stdout(Stdio::null());
    let profile = format!("--user-data-dir={}", folder.0.display());
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        // Without a window it would hint fonts, which it does nowhere else.
        "--font-render-hinting=none",
        &profile,
    ];
    let options = json!({ "goog:chromeOptions": { "args": arguments } });
    over_http(port, vec![Process::start(&mut driver)?], folder, &options)
}

fn webkit() -> Result<Browser> {
    let folder = Folder::new("webkit")?;
    let (screen, display) = screen()?;
    let port = free_port()?;
    let mut driver = command("WebKitWebDriver");
    driver
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .env("DISPLAY", display)
        .env("GDK_BACKEND", "x11")
        // Everything that it keeps is in its home.
        .env("HOME", &folder.0)
        .env("XDG_RUNTIME_DIR", &folder.0);
    let processes = vec![Process::start(&mut driver)?, screen];
    over_http(port, processes, folder, &json!({}))
}

/// A screen that nobody sees, and its name.
fn screen() -> Result<(Process, String)> {
    let mut xvfb = command("Xvfb");
    xvfb.args(["-displayfd", "1", "-screen", "0", "1280x1024x24"])
        .args(["-nolisten", "tcp"])
        .stdout(Stdio::piped());
    let mut process = Process::start(&mut xvfb)?;
    let out = process.0.stdout.take().context("Xvfb has no output")?;
    let mut number = String::new();
    BufReader::new(out).read_line(&mut number)?;
    ensure!(!number.trim().is_empty(), "Xvfb did not start");
    Ok((process, format!(":{}", number.trim())))
}

/// A browser whose driver listens on a port soon.
fn over_http(
    port: u16,
    processes: Vec<Process>,
    folder: Folder,
    wanted: &Value,
) -> Result<Browser> {
    drop(connected(port)?);
    let capabilities = json!({ "capabilities": { "alwaysMatch": wanted } });
    let begun = post(port, "/session", &capabilities)?;
    let session = begun["sessionId"].as_str().context("no session")?;
    let session = session.to_owned();
    begin(Wire::Http { port, session }, &begun, processes, folder)
}

fn firefox() -> Result<Browser> {
    let folder = Folder::new("firefox")?;
    let port = free_port()?;
    fs::write(
        folder.0.join("user.js"),
        format!("user_pref(\"marionette.port\", {port});\n"),
    )?;
    let mut firefox = command("firefox-esr");
    firefox
        .args(["--headless", "--marionette", "--no-remote", "--profile"])
        .arg(&folder.0)
        .stdout(Stdio::null())
        .env("HOME", &folder.0);
    let processes = vec![Process::start(&mut firefox)?];
    let stream = connected(port)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut stream = Box::new(BufReader::new(stream));
    // Firefox speaks first, and says which protocol it speaks.
    let hello = frame(&mut stream)?;
    ensure!(
        hello["marionetteProtocol"] == 3,
        "Firefox speaks another protocol: {hello}"
    );
    let mut wire = Wire::Marionette { stream, last: 0 };
    let begun = wire.send("session", &json!({}))?;
    begin(wire, &begun, processes, folder)
}

fn begin(
    mut wire: Wire,
    begun: &Value,
    processes: Vec<Process>,
    folder: Folder,
) -> Result<Browser> {
    let of = |name: &str| begun["capabilities"][name].as_str().unwrap_or("?");
    let version = format!("{} {}", of("browserName"), of("browserVersion"));
    let patience = json!(PATIENCE.as_millis());
    wire.send(
        "timeouts",
        &json!({ "script": patience, "pageLoad": patience }),
    )?;
    Ok(Browser {
        wire,
        version,
        _processes: processes,
        _folder: folder,
    })
}

impl Wire {
    /// Sends a command by its path in WebDriver's HTTP.
    fn send(&mut self, path: &str, parameters: &Value) -> Result<Value> {
        match self {
            Wire::Http { port, session } => {
                post(*port, &format!("/session/{session}/{path}"), parameters)
            }
            Wire::Marionette { stream, last } => {
                let name = match path {
                    "session" => "NewSession",
                    "timeouts" => "SetTimeouts",
                    "url" => "Navigate",
                    "execute/async" => "ExecuteAsyncScript",
                    other => bail!("Marionette is not told {other}"),
                };
                *last += 1;
                let request = json!([0, *last, format!("WebDriver:{name}"), parameters]);
                let request = request.to_string();
                write!(stream.get_mut(), "{}:{request}", request.len())?;
                let mut answer = frame(stream)?;
                ensure!(
                    answer[1] == *last,
                    "Firefox answered something else: {answer}"
                );
                if !answer[2].is_null() {
                    bail!("{name}: {}", answer[2]);
                }
                let mut result = answer[3].take();
                // A script's result is within an object, others are it.
                Ok(match result.get_mut("value") {
                    Some(value) => value.take(),
                    None => result,
                })
            }
        }
    }
}

/// One message of Marionette: its length in bytes, a colon, JSON.
fn frame(stream: &mut BufReader<TcpStream>) -> Result<Value> {
    let mut length = Vec::new();
    stream.read_until(b':', &mut length)?;
    let length = String::from_utf8_lossy(&length);
    let length: usize = length.trim_end_matches(':').parse().context("no length")?;
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes)?;
    Ok(serde_json::from_slice(&bytes)?)
}

/// One command over HTTP; its value, or what the driver says against it.
fn post(port: u16, path: &str, body: &Value) -> Result<Value> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let body = body.to_string();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut stream = BufReader::new(stream);
    let mut length = None;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let line = line.trim();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = Some(value.trim().parse::<usize>()?);
        }
    }
    let mut bytes = vec![0; length.context("an answer without a length")?];
    stream.read_exact(&mut bytes)?;
    let mut answer: Value = serde_json::from_slice(&bytes)?;
    let value = answer["value"].take();
    if let Some(error) = value["error"]
        .as_str()
        .filter(|_| value["message"].is_string())
    {
        bail!("{path}: {error}: {}", value["message"]);
    }
    Ok(value)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Connects as soon as somebody listens.
fn connected(port: u16) -> Result<TcpStream> {
    let start = Instant::now();
    loop {
        match TcpStream::connect(("127.0.0.1", port)) {
            Ok(stream) => return Ok(stream),
            Err(error) if start.elapsed() > PATIENCE => {
                return Err(error).context("nobody listens");
            }
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// A program that ends when dropped, with what it has started.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Result<Process> {
        // A group of its own, which the browser's other processes are in too.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command.stderr(Stdio::null()).spawn();
        let child = child.with_context(|| format!("cannot start {:?}", command.get_program()))?;
        Ok(Process(child))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = Command::new("kill")
            .args(["--", &format!("-{}", self.0.id())])
            .status();
        let start = Instant::now();
        while matches!(self.0.try_wait(), Ok(None)) {
            if start.elapsed() > Duration::from_secs(5) {
                let _ = self.0.kill();
                let _ = self.0.wait();
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A folder of a browser's own; gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Result<Folder> {
        let folder = std::env::temp_dir().join(format!("merit-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Folder(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
