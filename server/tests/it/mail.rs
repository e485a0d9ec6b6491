//! Letters from outside: as a mail server gets them, as `/dev/mail` shows them, as
//! `merit mail` does, and that nothing else says what is in them.

use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use backend::{AcceptedTerms, Declaration, Letter, MailLang, Options, Secret, Store};
use privacy::Actor;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{self, ServerConfig};

use crate::http::{Folder, Server, merit};
use crate::sink::{Encryption, Manners, Sink};

const TO: &str = "kanarie.fagel@example.com";
const TOKEN: &str = "kanarietoken-0123456789";

/// A letter waits in a folder of data.
fn queue(data: &Path) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let opened = Store::open(&Options::in_folder(data)).await.unwrap();
        let declaration = Declaration {
            adult: true,
            policy_version: "1".to_owned(),
            terms: Some(AcceptedTerms {
                version: "1".to_owned(),
                text_hash: String::new(),
                lang: "en".to_owned(),
            }),
        };
        let link = Secret::generate();
        let person = opened.store.account_create(&link, &declaration).await;
        let letter = Letter::ResetPassword {
            token: TOKEN.to_owned(),
        };
        let actor = Actor::Person(person.unwrap());
        let queued = opened.store.mail_queue(actor, TO, MailLang::Sv, letter);
        queued.await.unwrap();
    });
}

/// Every file below a folder that has one of the words in it.
fn found(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(self::found(&path, words));
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let has = |word: &&str| {
            bytes
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        };
        if words.iter().any(has) {
            found.push(path.display().to_string());
        }
    }
    found
}

fn mail(data: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    merit()
        .arg("mail")
        .args(arguments)
        .args(["--data", data.to_str().unwrap()])
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let both = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(both).unwrap()
}

#[test]
fn without_a_mail_server_a_letter_is_sealed_until_its_operator_reads_it() {
    let data = Folder::new("mail-waiting");
    queue(&data.0);
    let mut server = Server::start_in(&data.0, &[]);
    assert_eq!(server.get("/healthz").status, 200);
    server.kill();
    assert_eq!(found(&data.0, &[TO, TOKEN]), [""; 0]);
    // Had nothing been searched, nothing would have been found.
    assert!(!found(&data.0, &["merit-root-1:"]).is_empty());

    let listed = mail(&data.0, &["list"], &[]);
    let text = said(&listed);
    assert_eq!(listed.status.code(), Some(0), "{text}");
    let line = text.lines().find(|line| line.contains("reset password"));
    let line = line.unwrap_or_else(|| panic!("{text}"));
    assert!(
        line.contains("k…@example.com") && line.contains("not tried"),
        "{line}"
    );
    assert!(!text.contains(TO) && !text.contains(TOKEN), "{text}");

    let id = line.split('\t').next().unwrap();
    let origin = [("MERIT_ORIGIN", "https://merit.example")];
    let shown = said(&mail(&data.0, &["show", id], &origin));
    assert!(shown.contains(&format!("To: {TO}\n")), "{shown}");
    assert!(
        shown.contains(&format!("https://merit.example/reset/{TOKEN}\n")),
        "{shown}"
    );
    assert!(
        shown.contains("Subject: Välj ett nytt lösenord\n"),
        "{shown}"
    );

    let other = mail(
        &data.0,
        &["show", "00000000-0000-0000-0000-000000000000"],
        &[],
    );
    assert_eq!(other.status.code(), Some(1));
    assert!(said(&other).contains("merit mail list"));
}

#[test]
fn there_is_no_mailbox_to_look_into_outside_development() {
    let server = Server::start("mail-production", &[]);
    for path in [
        "/dev/mail",
        "/dev/mail/1-1.eml",
        "/dev/mail/1-1.eml/html",
        "/dev/mail/1-1.eml/source",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("There is no such page"), "{path}");
    }
}

#[test]
fn in_development_the_mailbox_is_read_in_the_browser() {
    let data = Folder::new("mail-development");
    queue(&data.0);
    let server = Server::start_with(&data.0, &[], &[("MERIT_DEVELOPMENT", "true")]);
    assert!(
        server.said.join("\n").contains("/dev/mail"),
        "{:?}",
        server.said
    );
    let start = Instant::now();
    let list = loop {
        let list = server.get("/dev/mail");
        assert_eq!(list.status, 200);
        if list.text().contains(TO) {
            break list.text();
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{}", list.text());
    };
    assert!(list.contains("Välj ett nytt lösenord"), "{list}");
    let (_, path) = list.split_once("href=\"/dev/mail/").unwrap();
    let path = format!("/dev/mail/{}", path.split('"').next().unwrap());
    let letter = server.get(&path);
    let link = format!("http://localhost:{}/reset/{TOKEN}", server.address.port());
    assert!(
        letter.text().contains(&format!("<a href=\"{link}\">")),
        "{}",
        letter.text()
    );
    assert!(letter.text().contains("<iframe "), "{}", letter.text());
    assert!(!letter.header("content-security-policy").contains("unsafe"));

    let html = server.get(&format!("{path}/html"));
    assert_eq!(html.header("content-type"), "text/html; charset=utf-8");
    let policy = html.header("content-security-policy");
    for part in ["default-src 'none'", "sandbox ", "frame-ancestors 'self'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(
        !policy.contains("script-src") && !policy.contains("allow-scripts"),
        "{policy}"
    );
    assert!(
        html.text().contains(&format!("href=\"{link}\"")),
        "{}",
        html.text()
    );
    let source = server.get(&format!("{path}/source"));
    assert_eq!(source.header("content-type"), "text/plain; charset=utf-8");
    assert!(
        source.text().contains(&format!("To: {TO}")),
        "{}",
        source.text()
    );
    for path in [
        "/dev/mail/..%2froot.key",
        "/dev/mail/%ff",
        "/dev/mail/x/html",
    ] {
        let answer = server.get(path);
        assert!((400..500).contains(&answer.status), "{path}");
        assert!(!answer.text().contains("merit-root"), "{path}");
    }
    drop(server);
    assert!(!found(&data.0.join("mailbox"), &[TO]).is_empty());

    // The same folder in production: what was readable is gone.
    let mut server = Server::start_in(&data.0, &[]);
    assert_eq!(server.get("/dev/mail").status, 404);
    server.kill();
    assert_eq!(found(&data.0, &[TO, TOKEN]), [""; 0]);
}

/// Even when it says all that it can.
#[test]
fn the_log_of_delivery_says_nothing_of_the_letter() {
    let sink = Sink::start(Manners::default());
    let data = Folder::new("mail-silent-log");
    let store = data.0.join("data");
    queue(&store);
    let log = data.0.join("log");
    let process = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&store)
        .env("MERIT_MAIL_HOST", "127.0.0.1")
        .env("MERIT_MAIL_PORT", sink.port.to_string())
        .env("MERIT_MAIL_TLS", "none")
        .env("MERIT_MAIL_FROM", "Merit <merit@merit.example>")
        .env("RUST_LOG", "trace")
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log).unwrap())
        .spawn();
    let mut process = process.unwrap();
    let received = sink.wait_for(1);
    let start = Instant::now();
    let log = loop {
        let log = fs::read_to_string(&log).unwrap();
        if log.contains("a letter was delivered") {
            break log;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{log}");
    };
    process.kill().unwrap();
    process.wait().unwrap();
    assert_eq!(received[0].to, TO);
    assert_eq!(received[0].from, "merit@merit.example");
    assert_eq!(received[0].connection, 1);
    assert!(received[0].source.contains("Subject: "));
    for word in [TO, "kanarie", TOKEN, "lösenord", "Subject", "RCPT"] {
        assert!(!log.contains(word), "{word}");
    }
    assert_eq!(found(&store, &[TO, TOKEN]), [""; 0]);
}

/// The files of a certificate for `localhost`, and what a server needs of it.
fn certificate(folder: &Path) -> (String, Arc<ServerConfig>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let file = folder.join("issuer.pem");
    fs::write(&file, made.cert.pem()).unwrap();
    let chain = vec![CertificateDer::from(made.cert)];
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key.into())
        .unwrap();
    (file.display().to_string(), Arc::new(config))
}

#[test]
fn a_test_letter_goes_encrypted_to_who_has_the_right_certificate() {
    let folder = Folder::new("mail-test-tls");
    let (issuer, config) = certificate(&folder.0);
    for (encryption, tls) in [
        (Encryption::Wrapped, "tls"),
        (Encryption::StartTls, "starttls"),
    ] {
        let sink = Sink::start(Manners {
            tls: Some((encryption, Arc::clone(&config))),
            // "\0merit\0secret"
            credentials: Some("AG1lcml0AHNlY3JldA=="),
            ..Manners::default()
        });
        let port = sink.port.to_string();
        let test = |host: &str, trusted: &str, password: &str| {
            let variables = [
                ("MERIT_MAIL_HOST", host),
                ("MERIT_MAIL_PORT", &port),
                ("MERIT_MAIL_TLS", tls),
                ("MERIT_MAIL_FROM", "merit@merit.example"),
                ("MERIT_MAIL_USER", "merit"),
                ("MERIT_MAIL_PASSWORD", password),
                ("SSL_CERT_FILE", trusted),
            ];
            mail(&folder.0, &["test", TO], &variables)
        };
        let sent = test("localhost", &issuer, "secret");
        assert_eq!(sent.status.code(), Some(0), "{}", said(&sent));
        assert!(
            said(&sent).contains("has taken the letter"),
            "{}",
            said(&sent)
        );
        let received = sink.received();
        assert_eq!(received.len(), 1);
        assert!(
            received[0].encrypted && received[0].to == TO,
            "{received:?}"
        );

        // Another name than the certificate's, another issuer, another password.
        let nobody = folder.0.join("nobody.pem");
        fs::write(&nobody, "").unwrap();
        let nobody = nobody.display().to_string();
        for (output, remedy) in [
            (
                test("127.0.0.1", &issuer, "secret"),
                "the name in the mail server's certificate",
            ),
            (test("localhost", &nobody, "secret"), "trusts who issued it"),
            (
                test("localhost", &issuer, "wrong"),
                "mail.user and mail.password",
            ),
        ] {
            assert_eq!(output.status.code(), Some(1));
            assert!(said(&output).contains(remedy), "{}", said(&output));
            assert!(!said(&output).contains("wrong"), "{}", said(&output));
        }
        assert_eq!(sink.received().len(), 1);
    }
}

#[test]
fn a_test_letter_that_does_not_leave_says_what_to_do() {
    let folder = Folder::new("mail-test-faults");
    let output = mail(&folder.0, &["test", TO], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("no mail server is configured"),
        "{}",
        said(&output)
    );

    let sink = Sink::start(Manners {
        refusals: Arc::new(Mutex::new(vec![
            "550 5.7.1 not from you",
            "451 4.7.1 later",
        ])),
        ..Manners::default()
    });
    let port = sink.port.to_string();
    let test = |address: &str, port: &str, tls: &str| {
        let variables = [
            ("MERIT_MAIL_HOST", "127.0.0.1"),
            ("MERIT_MAIL_PORT", port),
            ("MERIT_MAIL_TLS", tls),
            ("MERIT_MAIL_FROM", "merit@merit.example"),
        ];
        mail(&folder.0, &["test", address], &variables)
    };
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nobody = gone.local_addr().unwrap().port().to_string();
    drop(gone);
    for (output, words) in [
        (test(TO, &port, "none"), ["not from you", "mail.from"]),
        (test(TO, &port, "none"), ["later", "some minutes"]),
        (test(TO, &port, "starttls"), ["STARTTLS", "465"]),
        (test(TO, &port, "tls"), ["cannot be encrypted", "465"]),
        (test(TO, &nobody, "none"), ["no connection", "firewall"]),
        (
            test("nobody", &port, "none"),
            ["address", "check the address"],
        ),
    ] {
        assert_eq!(output.status.code(), Some(1));
        let text = said(&output);
        assert_eq!(text.trim_end().lines().count(), 1, "{text}");
        for word in words {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
    assert_eq!(sink.received().len(), 0);
}
