//! What an operator does: back up a server that is in use, bring it back, verify
//! the log, look whether anything can be read.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::json;

use crate::http::{Folder, Server, merit};
use crate::saving::{ID, LINK, batch, begin, document, set};

/// Runs a command on a data folder.
fn run(arguments: &[&str], data: &Path) -> Output {
    command(arguments, data).output().unwrap()
}

fn command(arguments: &[&str], data: &Path) -> Command {
    let mut command = merit();
    command.args(arguments).arg("--data").arg(data);
    command
}

fn said(output: &Output) -> String {
    let out = String::from_utf8(output.stdout.clone()).unwrap();
    out + &String::from_utf8(output.stderr.clone()).unwrap()
}

fn succeeded(output: &Output) -> String {
    let said = said(output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    said
}

fn failed(output: &Output) -> String {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

fn path(folder: &Folder) -> &str {
    folder.0.to_str().unwrap()
}

/// A new folder with the root key of another.
fn with_key(name: &str, of: &Folder) -> Folder {
    let folder = Folder::new(name);
    fs::copy(of.0.join("root.key"), folder.0.join("root.key")).unwrap();
    folder
}

#[test]
fn a_server_in_use_is_backed_up_and_comes_back() {
    let data = Folder::new("backup-data");
    let backups = Folder::new("backup-backups");
    let mut server = Server::start_in(&data.0, &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    let name = |name: &str| set(cv::Field::Name, name);
    server.call("cv_save", &cookie, &batch(1, 1, &name("Anna")));
    let told = succeeded(&run(&["backup", "--to", path(&backups)], &data.0));
    assert!(
        told.contains("merit-data-") && told.contains("merit-keys-"),
        "{told}"
    );
    assert!(told.contains("The root key is in none of them"), "{told}");
    server.call("cv_save", &cookie, &batch(2, 2, &name("Berit")));
    server.kill();

    // Nothing of it can be read.
    for entry in fs::read_dir(&backups.0).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(4).any(|window| window == b"Anna"));
        assert!(!bytes.windows(9).any(|window| window == b"anonymous"));
    }
    let restored = with_key("backup-restored", &data);
    let told = succeeded(&run(&["restore", "--from", path(&backups)], &restored.0));
    assert!(told.contains("rows are back"), "{told}");
    let mut server = Server::start_in(&restored.0, &[]);
    let known = json!({ "id": ID, "known": null });
    let loaded = server.call("cv_load", &cookie, &known).json();
    assert_eq!(loaded["version"], 2, "{loaded}");
    let loaded = cv::format::load(loaded["document"].as_str().unwrap()).unwrap();
    assert_eq!(loaded.basics.text(cv::Field::Name), "Anna");
    server.kill();
    let told = failed(&run(&["restore", "--from", path(&backups)], &restored.0));
    assert!(told.contains("empty folder"), "{told}");
}

#[test]
fn a_backup_without_its_root_key_is_one_clear_word() {
    let data = Folder::new("no-root-data");
    let backups = Folder::new("no-root-backups");
    Server::start_in(&data.0, &[]).kill();
    succeeded(&run(&["backup", "--to", path(&backups)], &data.0));
    let nowhere = Folder::new("no-root-nowhere");
    let told = failed(&run(&["restore", "--from", path(&backups)], &nowhere.0));
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(
        told.contains("root key") && told.contains("is missing"),
        "{told}"
    );
    assert_eq!(fs::read_dir(&nowhere.0).unwrap().count(), 0);
    let other = Folder::new("no-root-other");
    Server::start_in(&other.0, &[]).kill();
    let wrong = with_key("no-root-wrong", &other);
    let told = failed(&run(&["restore", "--from", path(&backups)], &wrong.0));
    assert!(told.contains("is another one"), "{told}");
    let empty = Folder::new("no-root-empty");
    let told = failed(&run(&["restore", "--from", path(&empty)], &wrong.0));
    assert!(told.contains("there is no backup"), "{told}");
}

/// Whenever it is killed: what is there is whole, or is no server, and the
/// backup comes back into another folder.
#[test]
fn a_restore_that_is_killed_leaves_no_half_server() {
    let data = Folder::new("killed-data");
    let backups = Folder::new("killed-backups");
    let mut server = Server::start_in(&data.0, &["--new-accounts", "1000"]);
    let long = "A word after the other. ".repeat(400);
    let full = document(&[(cv::Field::Name, &long)]);
    let cookie = begin(&server, LINK, &full).cookie();
    for number in 0..100 {
        let link = LINK.replace("AAECAw", &format!("AAEC{number:02}"));
        assert_eq!(begin(&server, &link, &full).status, 200);
    }
    succeeded(&run(&["backup", "--to", path(&backups)], &data.0));
    server.kill();
    let known = json!({ "id": ID, "known": null });
    let whole = |folder: &Path| {
        let mut server = Server::start_in(folder, &[]);
        let loaded = server.call("cv_load", &cookie, &known).json();
        server.kill();
        loaded["version"] == 1
    };
    let (mut killed, mut refused, mut pause) = (0, 0, 0);
    loop {
        let target = with_key("killed-target", &data);
        let mut process = command(&["restore", "--from", path(&backups)], &target.0)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(pause));
        let finished = process.try_wait().unwrap().is_some();
        let _ = process.kill();
        process.wait().unwrap();
        if finished {
            assert!(whole(&target.0));
            break;
        }
        killed += 1;
        pause = pause * 13 / 10 + 3;
        // Once more into the same folder: it is as if nothing had been, or it
        // says that something is there.
        let again = run(&["restore", "--from", path(&backups)], &target.0);
        match again.status.code() {
            Some(0) => assert!(whole(&target.0), "after {pause} ms"),
            _ => {
                refused += 1;
                assert!(failed(&again).contains("empty folder"));
                let fresh = with_key("killed-fresh", &data);
                succeeded(&run(&["restore", "--from", path(&backups)], &fresh.0));
                assert!(whole(&fresh.0));
            }
        }
    }
    assert!(killed > 3, "it was never killed in the middle");
    eprintln!("{killed} kills, {refused} of which had left something");
}

#[test]
fn the_log_is_verified_and_what_is_wrong_is_said() {
    let data = Folder::new("verify-data");
    let server = Server::start_in(&data.0, &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    let older = Folder::new("verify-older");
    let copy = |from: &Path, to: &Path| {
        for name in ["merit.sqlite", "keys.sqlite"] {
            for part in ["", "-wal", "-shm"] {
                let name = format!("{name}{part}");
                let _ = fs::remove_file(to.join(&name));
                let _ = fs::copy(from.join(&name), to.join(&name));
            }
        }
    };
    server.terminate();
    copy(&data.0, &older.0);
    let server = Server::start_in(&data.0, &[]);
    let deleted = server.call("cv_delete", &cookie, &json!({ "id": ID }));
    assert_eq!(deleted.status, 200);
    // It is signed when the server stops, at the latest.
    server.terminate();
    let told = succeeded(&run(&["audit", "verify"], &data.0));
    assert!(told.contains("The audit log: "), "{told}");
    assert!(told.contains("last signed at 20"), "{told}");

    let file = data.0.join("audit.checkpoint");
    let good = fs::read_to_string(&file).unwrap();
    // The last digit of the signature is another one.
    let digit = if good.ends_with("0\n") { "1\n" } else { "0\n" };
    let forged = good[..good.len() - 2].to_owned() + digit;
    fs::write(&file, forged).unwrap();
    let told = failed(&run(&["audit", "verify"], &data.0));
    assert!(
        told.contains("Line 1 of audit.checkpoint is not signed"),
        "{told}"
    );
    fs::write(&file, &good).unwrap();

    // A database from before: rows are missing, and who was deleted is deleted
    // again, which is a row of its own.
    copy(&older.0, &data.0);
    let told = failed(&run(&["audit", "verify"], &data.0));
    assert!(
        told.contains("an older database was put back by hand"),
        "{told}"
    );
    let server = Server::start_in(&data.0, &[]);
    let listed = server.call("cv_list", &cookie, &json!({}));
    assert_eq!(listed.json(), "SignedOut");
    server.terminate();
}

#[test]
fn the_canary_sings_beside_a_running_server() {
    let data = Folder::new("canary-data");
    let logs = Folder::new("canary-logs");
    fs::write(logs.0.join("merit.log"), "{\"route\":\"/cv/{slug}\"}\n").unwrap();
    let server = Server::start_in(&data.0, &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    let told = succeeded(&run(&["check", "canary", "--log", path(&logs)], &data.0));
    for place in [
        "merit.sqlite",
        "keys.sqlite",
        "merit.log",
        "merit-data-",
        "rows of document",
    ] {
        assert!(told.contains(place), "{place}: {told}");
    }
    assert!(told.contains("none could be read"), "{told}");
    let listed = server.call("cv_list", &cookie, &json!({})).json();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    let nowhere = logs.0.join("nowhere");
    let told = failed(&run(
        &["check", "canary", "--log", nowhere.to_str().unwrap()],
        &data.0,
    ));
    assert!(told.contains("cannot read"), "{told}");
}
