//! A running `merit serve` of our own, for tests and measurements.

use crate::exec::{command, root, run};
use anyhow::{Context, Result, bail};
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// How the server is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Reads `dist/` from disk.
    Debug,
    /// Has `dist/` inside.
    Release,
}

/// Compiles the server and returns its program.
pub(crate) fn build_server(profile: Profile) -> Result<PathBuf> {
    let mut cargo = command("cargo");
    cargo.args(["build", "--package", "server"]);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    run(&mut cargo)?;
    Ok(program(profile))
}

/// Where cargo puts the server's program.
pub(crate) fn program(profile: Profile) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |dir| root().join(dir));
    let folder = match profile {
        Profile::Debug => "debug",
        Profile::Release => "release",
    };
    target.join(folder).join("merit")
}

/// A server on a free port with an empty data folder; ends when dropped.
pub(crate) struct Instance {
    process: Child,
    address: SocketAddr,
    data: PathBuf,
    /// From the start of the process to the end of the first answer.
    pub(crate) first_answer: Duration,
}

impl Instance {
    /// Starts the program and waits until it answers.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        Self::launch(program, None, &[], None)
    }

    /// As [`Instance::start`], with a data folder that is there; it is removed at the
    /// end.
    pub(crate) fn start_on_data(program: &Path, data: PathBuf) -> Result<Self> {
        Self::launch(program, None, &[], Some(data))
    }

    /// As [`Instance::start`], on one processor core alone.
    pub(crate) fn start_on(program: &Path, core: Option<&str>) -> Result<Self> {
        Self::launch(program, core, &[], None)
    }

    /// As [`Instance::start`], with these settings in its environment.
    pub(crate) fn start_with(program: &Path, settings: &[(&str, &str)]) -> Result<Self> {
        Self::launch(program, None, settings, None)
    }

    fn launch(
        program: &Path,
        core: Option<&str>,
        settings: &[(&str, &str)],
        prepared: Option<PathBuf>,
    ) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let data = match prepared {
            Some(data) => data,
            None => {
                let port = address.port().to_string();
                let data = root().join("target/instance").join(port);
                if data.exists() {
                    fs::remove_dir_all(&data)?;
                }
                data
            }
        };
        let start = Instant::now();
        let mut merit = match core {
            // To measure it, on a core that the load is not on.
            Some(core) => {
                let mut taskset = command("taskset");
                taskset.args(["-c", core]).arg(program);
                taskset
            }
            None => command(&program.to_string_lossy()),
        };
        // What measurements are told so is no setting of the server, which refuses what it
        // does not know.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MERIT_BENCH_") {
                merit.env_remove(name);
            }
        }
        let process = merit
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(&data)
            // A line for each request would drown what the test runner prints.
            .env("RUST_LOG", "warn")
            // Every test is a new person, and all of them come from here.
            .env("MERIT_NEW_ACCOUNTS", "1000000")
            .env("MERIT_LIMITS_TIMES", "1000000")
            .env("MERIT_DEVELOPMENT", "true")
            .envs(settings.iter().copied())
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let mut instance = Self {
            process,
            address,
            data,
            first_answer: Duration::ZERO,
        };
        loop {
            if let Ok(answer) = instance.get("/edit", "identity") {
                if answer.status != 200 {
                    bail!("the server answered /edit with {}", answer.status);
                }
                instance.first_answer = start.elapsed();
                return Ok(instance);
            }
            if let Some(status) = instance.process.try_wait()? {
                bail!("the server ended at once with {status}");
            }
            if start.elapsed() > Duration::from_secs(30) {
                bail!("the server did not answer within 30 s");
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its data folder, for commands of the operator.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// Resident memory in bytes.
    pub(crate) fn resident(&self) -> Result<u64> {
        let path = format!("/proc/{}/status", self.process.id());
        let status = fs::read_to_string(&path)
            .context("resident memory is read from /proc, which this system has not")?;
        let kilobytes: u64 = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"))
            .context("/proc/PID/status has no VmRSS")?
            .trim()
            .parse()?;
        Ok(kilobytes * 1024)
    }

    /// One GET request; `encoding` is what we say we accept.
    pub(crate) fn get(&self, path: &str, encoding: &str) -> Result<Answer> {
        self.ask(&format!(
            "GET {path} HTTP/1.0\r\nHost: {}\r\nAccept-Encoding: {encoding}\r\nAccept: */*\r\n\r\n",
            self.address
        ))
    }

    /// One GET request with a cookie.
    pub(crate) fn get_as(&self, path: &str, cookie: &str) -> Result<Answer> {
        self.ask(&format!(
            "GET {path} HTTP/1.0\r\nHost: {}\r\nCookie: {cookie}\r\n\r\n",
            self.address
        ))
    }

    /// One POST request of JSON, as from a page of ours.
    pub(crate) fn post(&self, path: &str, json: &str) -> Result<Answer> {
        self.post_as(path, "application/json", "", json)
    }

    /// One POST request with a cookie.
    pub(crate) fn post_as(
        &self,
        path: &str,
        media: &str,
        cookie: &str,
        body: &str,
    ) -> Result<Answer> {
        let length = body.len();
        self.ask(&format!(
            "POST {path} HTTP/1.0\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
             Content-Type: {media}\r\nContent-Length: {length}\r\n\r\n{body}",
            self.address
        ))
    }

    fn ask(&self, request: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        stream.write_all(request.as_bytes())?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .context("an answer without an end of its head")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head
            .split_whitespace()
            .nth(1)
            .and_then(|code| code.parse().ok())
            .context("an answer without a status")?;
        Ok(Answer {
            status,
            head,
            body: bytes.split_off(end + 4),
        })
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.data);
    }
}

/// An answer from the server.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Status line and headers.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}
