//! A running `merit serve`, and requests written by hand, so that a test says
//! exactly what goes over the wire.

use serde_json::Value as Json;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The program under test.
pub(crate) fn merit() -> Command {
    let mut merit = Command::new(env!("CARGO_BIN_EXE_merit"));
    // Whatever is configured where the tests run.
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("MERIT_") || name_text == "DATABASE_URL" {
            merit.env_remove(&name);
        }
    }
    merit
}

/// The version of the program's own terms.
pub(crate) const TERMS: &str = "2026-11-28";

/// Who runs it: a server that strangers reach does not start before it knows.
pub(crate) const OPERATOR: [(&str, &str); 3] = [
    ("MERIT_OPERATOR_NAME", "Example AB"),
    ("MERIT_OPERATOR_ADDRESS", "Storgatan 1, Umeå"),
    ("MERIT_OPERATOR_EMAIL", "privacy@merit.example"),
];

/// A folder of one test's own, removed with the value.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Folder {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn serve(data: &Path) -> Command {
    let mut command = merit();
    command
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data);
    command
}

pub(crate) struct Server {
    process: Child,
    pub(crate) address: SocketAddr,
    /// What it said before it was ready.
    pub(crate) said: Vec<String>,
    _data: Option<Folder>,
}

impl Server {
    /// Starts on a free port with an empty folder; `name` is unique to the test.
    pub(crate) fn start(name: &str, options: &[&str]) -> Server {
        let data = Folder::new(name);
        let mut server = Server::start_in(&data.0, options);
        server._data = Some(data);
        server
    }

    /// Starts on a free port with a folder that outlives it.
    pub(crate) fn start_in(data: &Path, options: &[&str]) -> Server {
        Server::start_with(data, options, &[])
    }

    /// The same, with variables in its environment.
    pub(crate) fn start_with(data: &Path, options: &[&str], variables: &[(&str, &str)]) -> Server {
        let strangers = options.iter().any(|it| it.starts_with("https://"));
        let operator = OPERATOR.iter().copied().filter(|_| strangers);
        let mut process = serve(data)
            .args(options)
            .envs(operator)
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = Vec::new();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        // The line that tells people tells us the port.
        let port = loop {
            let line = lines.next().expect("it starts").unwrap();
            if let Some((_, address)) = line.split_once("Merit is ready on http://") {
                break address.trim().rsplit(':').next().unwrap().parse().unwrap();
            }
            // It says so until there is one, which most tests need not.
            if !line.starts_with("There is no administrator yet.") {
                said.push(line);
            }
        };
        Server {
            process,
            address: SocketAddr::from(([127, 0, 0, 1], port)),
            said,
            _data: None,
        }
    }

    /// A process that was started otherwise, and is ready.
    pub(crate) fn attach(process: Child, port: u16) -> Server {
        Server {
            process,
            address: SocketAddr::from(([127, 0, 0, 1], port)),
            said: Vec::new(),
            _data: None,
        }
    }

    /// Calls a server function as a page of ours does.
    pub(crate) fn call(&self, function: &str, cookie: &str, json: &Json) -> Answer {
        let headers = format!(
            "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nCookie: {cookie}\r\n"
        );
        let body = serde_json::to_vec(json).unwrap();
        self.post(&format!("/api/{function}"), &headers, &body)
    }

    /// Sends a form as a page of ours does.
    pub(crate) fn submit(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let headers = format!(
            "Sec-Fetch-Site: same-origin\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n"
        );
        self.post(path, &headers, form.as_bytes())
    }

    /// The process's id.
    pub(crate) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(
            &format!(
                "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
                self.address
            ),
            b"",
        )
    }

    pub(crate) fn get_with(&self, path: &str, headers: &str) -> Answer {
        let host = self.address;
        self.send(
            &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"),
            b"",
        )
    }

    /// `headers` are whole lines.
    pub(crate) fn post(&self, path: &str, headers: &str, body: &[u8]) -> Answer {
        let (host, length) = (self.address, body.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
        );
        self.send(&head, body)
    }

    fn send(&self, head: &str, body: &[u8]) -> Answer {
        self.try_send(head, body).expect("an answer")
    }

    /// None where the server is gone or goes before it has answered.
    pub(crate) fn try_send(&self, head: &str, body: &[u8]) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        stream.write_all(head.as_bytes()).ok()?;
        // A server that refuses early may close before everything is written.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.split("\r\n");
        let status = lines
            .next()
            .unwrap()
            .split(' ')
            .nth(1)
            .unwrap()
            .parse()
            .unwrap();
        let headers: HashMap<String, String> = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let body = &bytes[end + 4..];
        let chunked = headers
            .get("transfer-encoding")
            .is_some_and(|v| v == "chunked");
        Some(Answer {
            status,
            headers,
            body: if chunked {
                joined(body)?
            } else {
                body.to_vec()
            },
        })
    }

    /// Asks the server to end and waits for its exit code.
    pub(crate) fn terminate(mut self) -> Option<i32> {
        let id = self.process.id().to_string();
        // The shell's own: not every system has a program for it.
        let kill = format!("kill -TERM {id}");
        Command::new("sh").args(["-c", &kill]).status().unwrap();
        self.process.wait().unwrap().code()
    }
}

/// The chunks of a body (RFC 9112, section 7.1) without what stands around them.
fn joined(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    loop {
        let end = body.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&body[..end]).ok()?;
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(out);
        }
        out.extend_from_slice(body.get(end + 2..end + 2 + size)?);
        body = body.get(end + 2 + size + 2..)?;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: HashMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// A header's value, empty if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub(crate) fn json(&self) -> Json {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("JSON: {}", self.text()))
    }

    /// The session that it set, as a request sends it.
    pub(crate) fn cookie(&self) -> String {
        let set = self.header("set-cookie");
        set.split(';').next().unwrap().to_owned()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
