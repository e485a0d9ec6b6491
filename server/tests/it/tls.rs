//! TLS from files: served, renewed while it runs, and refused with a reason.

use crate::http::{Folder, Server, merit};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

/// A certificate that signs itself, and its key, in two files; returns it as it
/// goes over the wire.
pub(crate) fn certificate(
    folder: &Path,
    from: (i32, u8, u8),
    until: (i32, u8, u8),
) -> CertificateDer<'static> {
    let mut parameters = rcgen::CertificateParams::new(["localhost".to_owned()]).unwrap();
    parameters.not_before = rcgen::date_time_ymd(from.0, from.1, from.2);
    parameters.not_after = rcgen::date_time_ymd(until.0, until.1, until.2);
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = parameters.self_signed(&key).unwrap();
    std::fs::write(folder.join("certificate.pem"), certificate.pem()).unwrap();
    std::fs::write(folder.join("key.pem"), key.serialize_pem()).unwrap();
    certificate.der().clone()
}

/// Settings that name both files.
pub(crate) fn settings(folder: &Path) {
    let path = |name: &str| folder.join(name).display().to_string();
    let text = format!(
        "origin = \"https://localhost\"\n[tls]\ncertificate = {:?}\nkey = {:?}\n",
        path("certificate.pem"),
        path("key.pem")
    );
    std::fs::write(folder.join("merit.toml"), text).unwrap();
}

fn start(folder: &Path) -> Server {
    let mut process = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let ready = lines
        .map(Result::unwrap)
        .find(|line| line.starts_with("Merit is ready on https://localhost:"));
    let port = ready.unwrap().rsplit(':').next().unwrap().parse().unwrap();
    Server::attach(process, port)
}

/// Asks for the start page, trusting one certificate. The error is the
/// handshake's.
fn get(server: &Server, trusted: &CertificateDer<'static>) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").unwrap();
    let client = ClientConnection::new(Arc::new(config), name).unwrap();
    let mut stream = StreamOwned::new(client, TcpStream::connect(server.address)?);
    stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    Ok(text)
}

/// Asks until it is trusted.
fn wait_for(server: &Server, trusted: &CertificateDer<'static>) {
    let start = Instant::now();
    while get(server, trusted).is_err() {
        assert!(
            start.elapsed() < Duration::from_secs(40),
            "the new certificate is not served"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn pages_come_encrypted_and_a_renewed_certificate_needs_no_restart() {
    let folder = Folder::new("tls");
    let first = certificate(&folder.0, (2020, 1, 1), (2120, 1, 1));
    settings(&folder.0);
    let server = start(&folder.0);
    let page = get(&server, &first).unwrap();
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page:.200}");
    assert!(
        page.contains("strict-transport-security: max-age="),
        "{page:.900}"
    );

    // Who speaks http, or nothing, is let go and disturbs nobody.
    let plain = server.try_send("GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"");
    assert!(plain.is_none());
    let mut silent = TcpStream::connect(server.address).unwrap();
    silent
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();

    // By the signal at once, by themselves a little later.
    let second = certificate(&folder.0, (2020, 1, 1), (2120, 1, 1));
    let hangup = format!("kill -HUP {}", server.id());
    std::process::Command::new("sh")
        .args(["-c", &hangup])
        .status()
        .unwrap();
    wait_for(&server, &second);
    assert!(get(&server, &first).is_err());
    let third = certificate(&folder.0, (2020, 1, 1), (2120, 1, 1));
    wait_for(&server, &third);

    // Files that are none leave the old certificate where it is.
    std::fs::write(folder.0.join("key.pem"), "nonsense").unwrap();
    std::process::Command::new("sh")
        .args(["-c", &hangup])
        .status()
        .unwrap();
    std::thread::sleep(Duration::from_millis(300));
    assert!(get(&server, &third).is_ok());

    assert_eq!(
        silent.read(&mut [0]).unwrap(),
        0,
        "a handshake has its time"
    );
    assert_eq!(server.terminate(), Some(0));
}

#[test]
fn files_that_are_no_certificate_are_refused_with_what_is_wrong() {
    let folder = Folder::new("tls-refused");
    let at = |name: &str| folder.0.join(name);
    let refusal = || {
        let ended = merit()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&folder.0)
            .env("RUST_LOG", "off")
            .stdout(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(ended.status.code(), Some(1));
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        said
    };
    settings(&folder.0);
    let said = refusal();
    assert!(
        said.contains("tls.certificate") && said.contains("cannot be read"),
        "{said}"
    );
    certificate(&folder.0, (2020, 1, 1), (2120, 1, 1));
    let key = std::fs::read(at("key.pem")).unwrap();
    certificate(&folder.0, (2020, 1, 1), (2120, 1, 1));
    std::fs::write(at("key.pem"), key).unwrap();
    let said = refusal();
    assert!(
        said.contains("does not belong to the certificate"),
        "{said}"
    );
    std::fs::write(at("key.pem"), "nonsense").unwrap();
    let said = refusal();
    assert!(
        said.contains("tls.key") && said.contains("no private key in it"),
        "{said}"
    );
    std::fs::write(at("certificate.pem"), "nonsense").unwrap();
    let said = refusal();
    assert!(said.contains("there is no certificate in it"), "{said}");
    let http = std::fs::read_to_string(at("merit.toml"))
        .unwrap()
        .replace("https", "http");
    std::fs::write(at("merit.toml"), http).unwrap();
    assert!(refusal().contains("must start with https://"));
}
