//! What an operator is told: the root key at the first start, and on bad days.

use std::process::Stdio;

use crate::http::{Folder, Server, merit};
use crate::saving::{LINK, begin, document};

/// Why the server did not start, in one line.
fn refusal(data: &std::path::Path) -> String {
    let ended = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .env("RUST_LOG", "off")
        .stdout(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(1));
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    said
}

#[test]
fn the_first_start_says_where_the_root_key_is_and_what_it_is_for() {
    let data = Folder::new("root-key-notice");
    let mut server = Server::start_in(&data.0, &[]);
    let said = server.said.join("\n");
    let path = data.0.join("root.key");
    assert!(said.contains(&path.display().to_string()), "{said}");
    assert!(
        said.contains("Without it nobody can read anything"),
        "{said}"
    );
    begin(&server, LINK, &document(&[]));
    server.kill();
    let mut again = Server::start_in(&data.0, &[]);
    assert_eq!(again.said, [""; 0]);
    again.kill();

    let aside = data.0.join("aside");
    std::fs::rename(&path, &aside).unwrap();
    let said = refusal(&data.0);
    assert!(
        said.contains("is missing") && said.contains("--root-key"),
        "{said}"
    );
    let options = ["--root-key", aside.to_str().unwrap()];
    let mut elsewhere = Server::start_in(&data.0, &options);
    elsewhere.kill();

    let other = Folder::new("root-key-other");
    Server::start_in(&other.0, &[]).kill();
    std::fs::copy(other.0.join("root.key"), &path).unwrap();
    assert!(refusal(&data.0).contains("is another one"));
    std::fs::write(&path, "hello").unwrap();
    assert!(refusal(&data.0).contains("not a root key"));
    std::fs::copy(&aside, &path).unwrap();
    // Its log has every page that the file had.
    for name in ["keys.sqlite-wal", "keys.sqlite-shm"] {
        let _ = std::fs::remove_file(data.0.join(name));
    }
    std::fs::write(
        data.0.join("keys.sqlite"),
        "this is no database at all, is it",
    )
    .unwrap();
    assert!(refusal(&data.0).contains("keys.sqlite"));
}

#[test]
fn migrate_makes_the_databases_and_has_nothing_to_do_afterwards() {
    let data = Folder::new("migrate");
    for _ in 0..2 {
        let out = merit()
            .args(["migrate", "--data"])
            .arg(&data.0)
            .output()
            .unwrap();
        assert!(out.status.success());
        let said = String::from_utf8(out.stdout).unwrap();
        assert_eq!(said.trim(), "The databases are up to date.");
    }
    let out = merit()
        .args(["serve", "--data"])
        .arg(&data.0)
        .env("DATABASE_URL", "postgres://127.0.0.1:1/nothing")
        .env("RUST_LOG", "off")
        .output()
        .unwrap();
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("MERIT_KEYS_URL"), "{said}");
}

/// The log of a server that somebody has used says nothing of them.
#[test]
fn the_log_says_nothing_of_what_was_saved() {
    let data = Folder::new("silent-log");
    let log = data.0.join("log");
    let mut process = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data.0.join("data"))
        .env("RUST_LOG", "trace")
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    use std::io::{BufRead, BufReader};
    let lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let ready = lines
        .map(Result::unwrap)
        .find(|line| line.contains("ready on"));
    let port = ready.unwrap().rsplit(':').next().unwrap().parse().unwrap();
    let server = Server::attach(process, port);
    let word = "Kanariefågelsson";
    let cookie = begin(&server, LINK, &document(&[(cv::Field::Name, word)])).cookie();
    let path = format!("/share/{}/publish", crate::saving::ID);
    server.submit(&path, &cookie, "version=1&slug=kanarie-sida");
    assert_eq!(server.get("/cv/kanarie-sida").status, 200);
    drop(server);
    let said = std::fs::read_to_string(&log).unwrap();
    assert!(said.contains("/cv/{slug}"), "the log was written");
    let secret = cookie.split('=').nth(1).unwrap();
    for word in [word, "kanarie-sida", LINK, secret] {
        assert!(!said.contains(word), "{word}");
    }
}
