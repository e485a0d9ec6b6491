//! Whom the server calls: every place in the sources that opens a connection, and what
//! becomes of one to somebody who is in no register.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::http::{Folder, merit};

/// What opens a connection to another machine, or looks one up.
const OPENS: [&str; 14] = [
    "Database::connect(",
    "connect_tokio1(",
    "TcpStream::connect",
    "UdpSocket",
    "UnixStream::connect",
    "PgPool::",
    "PgListener",
    "SmtpTransport::",
    "lookup_host",
    "to_socket_addrs",
    "reqwest::",
    "hyper_util::client",
    "ureq::",
    "Command::new(\"",
];

/// Each file that may, with what it asks first. The last one starts a program that is
/// given the address of a database which is open, so that it was asked for.
const MAY: [(&str, &str); 3] = [
    ("crates/backend/src/database.rs", "permitted(url, egress)?"),
    ("server/src/mail/smtp.rs", "self.egress.permit(&self.host)"),
    ("crates/backend/src/canary.rs", "Command::new(\"pg_dump\")"),
];

/// Crates that speak to other machines. Who adds one has to think of the register.
const CLIENTS: [&str; 10] = [
    "reqwest",
    "ureq",
    "isahc",
    "curl",
    "surf",
    "awc",
    "attohttpc",
    "minreq",
    "tungstenite",
    "tokio-tungstenite",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            sources(&path, all);
        } else if path.extension().is_some_and(|it| it == "rs") && name != "tests.rs" {
            all.push(path);
        }
    }
}

/// R59: what opens a connection is in one of three places, and each asks the register.
#[test]
fn every_outgoing_connection_asks_whether_it_may() {
    let root = root();
    let mut all = Vec::new();
    for crate_name in fs::read_dir(root.join("crates")).unwrap() {
        sources(&crate_name.unwrap().path().join("src"), &mut all);
    }
    sources(&root.join("server/src"), &mut all);
    sources(&root.join("app/src"), &mut all);
    assert!(all.len() > 200, "{}", all.len());
    let mut found = BTreeSet::new();
    for path in all {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        // SQLite is a file.
        let text = text.replace("Database::connect(sqlite(", "");
        for opens in OPENS.iter().filter(|it| text.contains(**it)) {
            let may = MAY.iter().find(|(file, _)| *file == name);
            let (_, asks) = may.unwrap_or_else(|| panic!("{name} calls somebody: {opens}"));
            assert!(text.contains(asks), "{name} does not ask: {asks}");
            found.insert(name.clone());
        }
    }
    let may: BTreeSet<String> = MAY.iter().map(|(file, _)| (*file).to_owned()).collect();
    assert_eq!(found, may, "who may and does not is taken off the list");
    // Both ways to PostgreSQL ask.
    let text = fs::read_to_string(root.join("crates/backend/src/database.rs")).unwrap();
    let count = |what: &str| text.matches(what).count();
    let postgres = count("Database::connect(") - count("Database::connect(sqlite(");
    assert_eq!(count("permitted(url, egress)?"), postgres);
}

/// R65: no crate of ours brings a client of its own along, and so no network of
/// advertisers.
#[test]
fn no_crate_of_ours_depends_on_another_client() {
    let root = root();
    let mut manifests = vec![root.join("server/Cargo.toml"), root.join("app/Cargo.toml")];
    for crate_name in fs::read_dir(root.join("crates")).unwrap() {
        manifests.push(crate_name.unwrap().path().join("Cargo.toml"));
    }
    for manifest in manifests {
        let text = fs::read_to_string(&manifest).unwrap();
        let shipped = text.split("[dev-dependencies]").next().unwrap();
        for client in CLIENTS {
            let named = shipped.lines().any(|line| {
                let name = line.split([' ', '=', '.']).next().unwrap_or_default();
                name == client
            });
            assert!(!named, "{}: {client}", manifest.display());
        }
    }
}

/// What a server says that is to call somebody.
fn said(name: &str, variables: &[(&str, &str)]) -> String {
    let data = Folder::new(name);
    let output = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data.0)
        .env("MERIT_DEVELOPMENT", "true")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// R59, in development too: nobody is called of whom the register knows nothing.
#[test]
fn a_host_that_nobody_has_registered_is_not_called() {
    let smtp = [
        ("MERIT_MAIL_HOST", "smtp.nowhere.example"),
        ("MERIT_MAIL_FROM", "merit@merit.example"),
    ];
    let text = said("egress-mail", &smtp);
    assert!(
        text.contains("smtp.nowhere.example is not called"),
        "{text}"
    );
    let url = "postgres://merit:secret@db.nowhere.example/merit";
    let databases = [("DATABASE_URL", url), ("MERIT_KEYS_URL", url)];
    let text = said("egress-database", &databases);
    assert!(text.contains("db.nowhere.example is not called"), "{text}");
    assert!(!text.contains("secret"), "{text}");
}
