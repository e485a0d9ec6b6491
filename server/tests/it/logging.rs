//! The log's fields are those that the inventory declares, in the code and in what
//! comes out.

use crate::http::{Folder, Server, merit};
use crate::saving::{LINK, begin, document};
use privacy::inventory::LOG;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

fn declared() -> BTreeSet<String> {
    LOG.iter()
        .map(|entry| entry.path.trim_start_matches("log:").to_owned())
        .collect()
}

/// Both ways: a field that nobody declared, and one that nothing writes.
#[test]
fn the_program_logs_the_declared_fields_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut written = BTreeSet::new();
    for folder in ["server/src", "app/src", "crates"] {
        collect(&root.join(folder), &mut written);
    }
    assert_eq!(written, declared());
}

fn collect(folder: &Path, fields: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, fields);
        } else if path.extension().is_some_and(|it| it == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            for level in ["error", "warn", "info", "debug", "trace"] {
                let call = format!("tracing::{level}!(");
                for (at, _) in source.match_indices(&call) {
                    fields.extend(fields_of(&source[at + call.len()..]));
                }
            }
        }
    }
}

/// The names before `=`, or alone, of the arguments of a call that begins here.
fn fields_of(call: &str) -> Vec<String> {
    let mut arguments = vec![String::new()];
    let (mut depth, mut quoted) = (0, false);
    let mut letters = call.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quoted => {
                letters.next();
            }
            '"' => {
                quoted = !quoted;
                arguments.last_mut().unwrap().push('"');
            }
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => arguments.push(String::new()),
            _ if depth == 0 => arguments.last_mut().unwrap().push(letter),
            _ => {}
        }
    }
    let names = arguments.iter().filter_map(|argument| {
        let name = argument.split('=').next()?.trim();
        let name = name.trim_start_matches(['%', '?']);
        (!name.is_empty() && !name.contains('"')).then(|| name.to_owned())
    });
    names.collect()
}

/// Also what libraries log when everything is asked for.
#[test]
fn a_line_has_declared_fields_alone() {
    let data = Folder::new("log-fields");
    let log = data.0.join("log");
    let mut process = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data.0.join("data"))
        .env("RUST_LOG", "trace")
        .stdout(Stdio::piped())
        .stderr(fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let ready = lines
        .map(Result::unwrap)
        .find(|line| line.contains("ready on"));
    let port = ready.unwrap().rsplit(':').next().unwrap().parse().unwrap();
    let server = Server::attach(process, port);
    begin(&server, LINK, &document(&[]));
    server.get_with(
        "/privacy",
        "Referer: https://elsewhere.example/secret\r\nUser-Agent: Kanarie/1\r\n",
    );
    drop(server);
    let said = fs::read_to_string(&log).unwrap();
    for word in ["elsewhere.example", "Kanarie"] {
        assert!(!said.contains(word), "{word}");
    }
    let declared = declared();
    let mut seen = BTreeSet::new();
    for line in said.lines() {
        let line: Value = serde_json::from_str(line).expect("a line is JSON");
        for key in line.as_object().unwrap().keys() {
            if ["timestamp", "level", "message", "span", "spans"].contains(&&**key) {
                continue;
            }
            assert!(declared.contains(key) || key.starts_with("log."), "{line}");
            seen.insert(key.clone());
        }
    }
    for field in ["method", "route", "status", "ms"] {
        assert!(seen.contains(field), "{field}");
    }
}
