//! A mail server for tests: it speaks as much SMTP (RFC 5321) as a client needs,
//! with TLS (RFC 3207 and 8314) and AUTH PLAIN (RFC 4954), keeps what it takes,
//! and says no when it is told to.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

/// How it behaves.
#[derive(Clone, Default)]
pub(crate) struct Manners {
    /// The answers to `RCPT`, one after the other; then it takes everything.
    pub(crate) refusals: Arc<Mutex<Vec<&'static str>>>,
    /// With STARTTLS, or encrypted from the first byte on.
    pub(crate) tls: Option<(Encryption, Arc<ServerConfig>)>,
    /// Whom it lets in: what AUTH PLAIN says, in base64. Without it, everybody.
    pub(crate) credentials: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encryption {
    StartTls,
    Wrapped,
}

/// A letter that it took.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) source: String,
    pub(crate) encrypted: bool,
    /// Which connection it came by, from 1.
    pub(crate) connection: usize,
}

pub(crate) struct Sink {
    pub(crate) port: u16,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Sink {
    pub(crate) fn start(manners: Manners) -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let kept = Arc::clone(&received);
        // Ends with the test's process.
        thread::spawn(move || {
            for (connection, stream) in (1..).zip(listener.incoming()) {
                let (manners, kept) = (manners.clone(), Arc::clone(&kept));
                thread::spawn(move || {
                    // How a connection ends is the client's affair.
                    let _ = converse(stream?, &manners, &kept, connection);
                    io::Result::Ok(())
                });
            }
        });
        Sink { port, received }
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// Waits for so many letters.
    pub(crate) fn wait_for(&self, letters: usize) -> Vec<Received> {
        let start = Instant::now();
        loop {
            let received = self.received();
            if received.len() >= letters {
                return received;
            }
            assert!(start.elapsed() < Duration::from_secs(60), "no letter came");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

trait Stream: Read + Write {}
impl<T: Read + Write> Stream for T {}

fn converse(
    tcp: TcpStream,
    manners: &Manners,
    kept: &Mutex<Vec<Received>>,
    connection: usize,
) -> io::Result<()> {
    tcp.set_read_timeout(Some(Duration::from_secs(60)))?;
    let encrypt = |config: &Arc<ServerConfig>, tcp: &TcpStream| -> io::Result<Box<dyn Stream>> {
        let tls = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
        Ok(Box::new(StreamOwned::new(tls, tcp.try_clone()?)))
    };
    let mut stream: Box<dyn Stream> = match &manners.tls {
        Some((Encryption::Wrapped, config)) => encrypt(config, &tcp)?,
        _ => Box::new(tcp.try_clone()?),
    };
    let mut encrypted = matches!(manners.tls, Some((Encryption::Wrapped, _)));
    let mut signed_in = manners.credentials.is_none();
    let (mut from, mut to) = (String::new(), String::new());
    say(&mut stream, "220 sink.example")?;
    loop {
        let line = hear(&mut stream)?;
        let (command, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match command.to_ascii_uppercase().as_str() {
            "EHLO" => {
                let mut offers = vec!["sink.example", "8BITMIME"];
                if !encrypted && manners.tls.is_some() {
                    offers.push("STARTTLS");
                }
                if manners.credentials.is_some() {
                    offers.push("AUTH PLAIN");
                }
                let last = offers.len() - 1;
                for (at, offer) in offers.into_iter().enumerate() {
                    let between = if at == last { ' ' } else { '-' };
                    say(&mut stream, &format!("250{between}{offer}"))?;
                }
            }
            "STARTTLS" => {
                say(&mut stream, "220 go ahead")?;
                let Some((_, config)) = &manners.tls else {
                    return Ok(());
                };
                stream = encrypt(config, &tcp)?;
                encrypted = true;
            }
            "AUTH" => {
                signed_in = manners
                    .credentials
                    .is_some_and(|known| rest.ends_with(known));
                let answer = if signed_in {
                    "235 welcome"
                } else {
                    "535 5.7.8 who are you"
                };
                say(&mut stream, answer)?;
            }
            "MAIL" if !signed_in => say(&mut stream, "530 5.7.0 sign in first")?,
            "MAIL" => {
                from = between_brackets(rest);
                say(&mut stream, "250 ok")?;
            }
            "RCPT" => {
                let mut refusals = manners.refusals.lock().unwrap();
                match refusals.is_empty() {
                    false => say(&mut stream, refusals.remove(0))?,
                    true => {
                        to = between_brackets(rest);
                        say(&mut stream, "250 ok")?;
                    }
                }
            }
            "DATA" => {
                say(&mut stream, "354 go ahead")?;
                let mut source = String::new();
                loop {
                    let line = hear(&mut stream)?;
                    if line == "." {
                        break;
                    }
                    source.push_str(line.strip_prefix('.').unwrap_or(&line));
                    source.push_str("\r\n");
                }
                kept.lock().unwrap().push(Received {
                    from: from.clone(),
                    to: to.clone(),
                    source,
                    encrypted,
                    connection,
                });
                say(&mut stream, "250 taken")?;
            }
            "NOOP" | "RSET" => say(&mut stream, "250 ok")?,
            "QUIT" => return say(&mut stream, "221 bye"),
            _ => say(&mut stream, "500 5.5.1 what is that")?,
        }
    }
}

fn say(stream: &mut Box<dyn Stream>, line: &str) -> io::Result<()> {
    stream.write_all(line.as_bytes())?;
    stream.write_all(b"\r\n")?;
    stream.flush()
}

fn hear(stream: &mut Box<dyn Stream>) -> io::Result<String> {
    let mut line = Vec::new();
    let mut byte = [0];
    while !line.ends_with(b"\r\n") {
        stream.read_exact(&mut byte)?;
        line.push(byte[0]);
    }
    line.truncate(line.len() - 2);
    String::from_utf8(line).map_err(io::Error::other)
}

fn between_brackets(text: &str) -> String {
    let inner = text
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inner.map_or_else(String::new, |(inner, _)| inner.to_owned())
}
