//! `merit keys`: other keys in the place of those in use, and the root key from
//! the environment.

use crate::http::{Folder, Server, merit};
use crate::saving::{ID, LINK, begin, document};
use cv::Field;
use serde_json::json;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

fn keys(data: &Path, arguments: &[&str]) -> Command {
    let mut command = merit();
    command.arg("keys").args(arguments).arg("--data").arg(data);
    command
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The one line in which a command says why it did nothing.
fn refusal(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(
        text.starts_with("merit: ") && output.stdout.is_empty(),
        "{text}"
    );
    text
}

/// What a server has of somebody who began on it before.
fn loads(server: &Server, cookie: &str) -> String {
    let loaded = server.call("cv_load", cookie, &json!({ "id": ID, "known": null }));
    let loaded = loaded.json();
    let text = loaded["document"]
        .as_str()
        .unwrap_or_else(|| panic!("{loaded}"));
    let document = cv::format::load(text).unwrap();
    document.basics.text(Field::Name).to_owned()
}

/// Somebody who has saved and published, in a folder whose server has stopped.
fn somebody(data: &Path, name: &str) -> String {
    let mut server = Server::start_in(data, &[]);
    let cookie = begin(&server, LINK, &document(&[(Field::Name, name)])).cookie();
    let path = format!("/share/{ID}/publish");
    server.submit(&path, &cookie, "version=1&slug=anna-karlsson");
    server.kill();
    cookie
}

fn is_whole(data: &Path, options: &[&str], cookie: &str) {
    let mut server = Server::start_in(data, options);
    assert_eq!(loads(&server, cookie), "Anna Karlsson");
    let page = server.get("/cv/anna-karlsson");
    assert_eq!(page.status, 200);
    server.kill();
}

#[test]
fn a_root_key_is_replaced_and_the_operator_is_told_what_to_do() {
    let data = Folder::new("rotate-root");
    let cookie = somebody(&data.0, "Anna Karlsson");
    let new = data.0.join("new.key");
    let rotate = || {
        let new = new.to_str().unwrap();
        keys(&data.0, &["rotate-root", "--new-root", new])
            .output()
            .unwrap()
    };

    // Not while it serves.
    let mut server = Server::start_in(&data.0, &[]);
    let text = refusal(&rotate());
    assert!(text.contains("stop it"), "{text}");
    assert!(!new.exists());
    server.kill();

    let output = rotate();
    assert!(output.status.success(), "{output:?}");
    let text = said(&output);
    let old = data.0.join("root.key");
    for part in [
        "1 of persons",
        &format!("--root-key {}", new.display()),
        &format!("Keep the old root key ({})", old.display()),
        "until every backup from before now has expired",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let line = std::fs::read_to_string(&new).unwrap();
    let line = line.lines().last().unwrap();
    assert!(line.starts_with("merit-root-1:") && !text.contains(line));
    // Again is as good as once.
    assert_eq!(said(&rotate()), text);

    is_whole(&data.0, &["--root-key", new.to_str().unwrap()], &cookie);
    let refused = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data.0)
        .env("RUST_LOG", "off")
        .output()
        .unwrap();
    assert!(refusal(&refused).contains("is another one"));
}

#[test]
fn a_person_or_everybody_gets_a_new_key() {
    let data = Folder::new("rotate-person");
    let cookie = somebody(&data.0, "Anna Karlsson");
    for (arguments, text) in [
        (&["rotate-person", "--all"][..], "One person has a new key"),
        (
            &["rotate-person", "01890000-0000-7000-8000-000000000000"],
            "there is no account 01890000-0000-7000-8000-000000000000",
        ),
    ] {
        let output = keys(&data.0, arguments).output().unwrap();
        let all = said(&output) + &String::from_utf8(output.stderr).unwrap();
        assert!(all.contains(text), "{all}");
        is_whole(&data.0, &[], &cookie);
    }
    // Whose, must be said.
    for arguments in [
        &["rotate-person"][..],
        &["rotate-person", "anna"],
        &[
            "rotate-person",
            "--all",
            "01890000-0000-7000-8000-000000000000",
        ],
        &["rotate-root"],
    ] {
        let output = keys(&data.0, arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn where_nothing_is_the_operator_is_asked_where_it_is() {
    let data = Folder::new("rotate-nothing");
    let nowhere = data.0.join("nowhere");
    for arguments in [
        &["rotate-person", "--all"][..],
        &["rotate-root", "--new-root", "new.key"],
    ] {
        let text = refusal(&keys(&nowhere, arguments).output().unwrap());
        assert!(text.contains("--data"), "{text}");
    }
    assert!(!nowhere.exists() && !Path::new("new.key").exists());
}

/// Kills a command after a while; it may have ended before.
fn killed(mut process: Child, pause: Duration) -> bool {
    std::thread::sleep(pause);
    let ended = process.try_wait().unwrap().is_some();
    process.kill().unwrap();
    process.wait().unwrap();
    !ended
}

/// Commands are killed at any moment and run again. Nothing is lost, and what was
/// begun can be finished.
#[test]
fn a_kill_at_any_moment_loses_nothing() {
    let data = Folder::new("rotate-kill");
    let cookie = somebody(&data.0, "Anna Karlsson");
    let mut root = data.0.join("root.key");
    let mut kills = 0;
    for round in 0..24_u32 {
        let pause = Duration::from_micros(500 + u64::from(round * 7919 % 24) * 1500);
        let new = data.0.join(format!("root-{round}.key"));
        let arguments = match round % 2 {
            0 => vec!["rotate-root", "--new-root", new.to_str().unwrap()],
            _ => vec!["rotate-person", "--all"],
        };
        let command = || {
            let mut command = keys(&data.0, &arguments);
            command.arg("--root-key").arg(&root);
            command.stdout(Stdio::null()).stderr(Stdio::null());
            command
        };
        kills += u32::from(killed(command().spawn().unwrap(), pause));
        if round % 4 < 2 {
            // A server that starts in between, with the one or the other root key.
            let started = [&root, &new].into_iter().find(|root| {
                let check = merit()
                    .args([
                        "keys",
                        "rotate-person",
                        "01890000-0000-7000-8000-000000000000",
                    ])
                    .arg("--data")
                    .arg(&data.0)
                    .arg("--root-key")
                    .arg(root)
                    .output()
                    .unwrap();
                String::from_utf8(check.stderr)
                    .unwrap()
                    .contains("there is no account")
            });
            let root = started.expect("one of both opens");
            is_whole(&data.0, &["--root-key", root.to_str().unwrap()], &cookie);
        }
        let finished = command().status().unwrap();
        assert!(finished.success(), "round {round}");
        if round % 2 == 0 {
            root = new;
        }
        is_whole(&data.0, &["--root-key", root.to_str().unwrap()], &cookie);
    }
    assert!(kills > 6, "only {kills} came in time");
}

#[test]
fn the_root_key_may_be_in_the_environment_and_is_never_said() {
    let data = Folder::new("root-in-environment");
    let cookie = somebody(&data.0, "Anna Karlsson");
    let file = data.0.join("root.key");
    let text = std::fs::read_to_string(&file).unwrap();
    let line = text.lines().last().unwrap().to_owned();
    let aside = data.0.join("aside");
    std::fs::rename(&file, &aside).unwrap();

    let mut server = Server::start_with(&data.0, &[], &[("MERIT_ROOT_KEY", &line)]);
    assert_eq!(loads(&server, &cookie), "Anna Karlsson");
    assert_eq!(server.said, [""; 0], "no new root key");
    server.kill();
    assert!(!file.exists());

    let serve = |name: &str, value: &str, options: &[&str]| {
        let output = merit()
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data.0)
            .args(options)
            .env(name, value)
            .env("RUST_LOG", "off")
            .output()
            .unwrap();
        let text = refusal(&output);
        assert!(!text.contains(value), "{text}");
        text
    };
    let both = serve(
        "MERIT_ROOT_KEY",
        &line,
        &["--root-key", aside.to_str().unwrap()],
    );
    assert!(both.contains("keep one of them"), "{both}");
    let (mark, key) = line.split_at("merit-root-1:".len());
    let first = if key.starts_with('A') { "B" } else { "A" };
    let other = format!("{mark}{first}{}", &key[1..]);
    let wrong = serve("MERIT_ROOT_KEY", &other, &[]);
    assert!(wrong.contains("MERIT_ROOT_KEY is another one"), "{wrong}");
    let malformed = serve("MERIT_ROOT_KEY", &line[..30], &[]);
    assert!(malformed.contains("MERIT_ROOT_KEY") && malformed.contains("merit-root-1:"));

    // A first start with it makes no file.
    let fresh = Folder::new("root-in-environment-fresh");
    let mut server = Server::start_with(&fresh.0, &[], &[("MERIT_ROOT_KEY", &line)]);
    assert_eq!(server.said, [""; 0]);
    server.kill();
    assert!(!fresh.0.join("root.key").exists());

    let help = merit()
        .args(["serve", "--help"])
        .env("MERIT_ROOT_KEY", &line)
        .output()
        .unwrap();
    let help = said(&help);
    assert!(help.contains("MERIT_ROOT_KEY") && !help.contains(&line));
}
