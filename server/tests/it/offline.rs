//! What browsers keep for when there is no network: the worker, and the page that is
//! nobody's.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;
use sha2::{Digest, Sha256, Sha384};

use crate::http::{Answer, Folder, Server};
use crate::members::{PASSWORD, made};
use crate::saving::{LINK, begin, document};

const WORKER: &str = "/offline.js";

/// What the server has written before the worker's own lines.
fn constant(worker: &str, name: &str) -> Json {
    let start = format!("const {name} = ");
    let line = worker.lines().find_map(|line| line.strip_prefix(&start));
    serde_json::from_str(line.unwrap().trim_end_matches(';')).unwrap()
}

fn files(worker: &str) -> BTreeMap<String, String> {
    serde_json::from_value(constant(worker, "FILES")).unwrap()
}

/// Whether the bytes are those of an integrity value.
fn is(bytes: &[u8], integrity: &str) -> bool {
    let (kind, hash) = integrity.split_once('-').unwrap();
    let found = match kind {
        "sha256" => STANDARD.encode(Sha256::digest(bytes)),
        "sha384" => STANDARD.encode(Sha384::digest(bytes)),
        other => panic!("{other}"),
    };
    found == hash
}

#[test]
fn the_worker_may_ask_us_alone_and_is_asked_for_each_time() {
    let server = Server::start("worker", &[]);
    let answer = server.get(WORKER);
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    assert_eq!(answer.header("cache-control"), "no-cache");
    assert_eq!(answer.header("set-cookie"), "");
    assert_eq!(answer.header("service-worker-allowed"), "");
    let policy = answer.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; connect-src 'self'; "),
        "{policy}"
    );
    assert_eq!(answer.body, server.get(WORKER).body);
}

#[test]
fn the_worker_names_files_that_are_there_with_what_is_in_them() {
    let server = Server::start("worker-files", &[]);
    let worker = server.get(WORKER).text();
    let files = files(&worker);
    assert!(files.len() > 70, "{}", files.len());
    for (path, integrity) in &files {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("set-cookie"), "", "{path}");
        assert!(is(&answer.body, integrity), "{path} is not {integrity}");
    }
    let needed: Vec<String> = serde_json::from_value(constant(&worker, "NEEDED")).unwrap();
    assert!(needed.iter().all(|path| files.contains_key(path)));
    for part in [
        "/app-",
        "/later-",
        "/preview-",
        "/writer-",
        "/importer-",
        "/main-",
    ] {
        assert!(needed.iter().any(|path| path.contains(part)), "{part}");
    }
    for path in ["/hyphenation/sv.bin", "/hyphenation/en.bin"] {
        assert!(needed.iter().any(|needed| needed == path), "{path}");
    }
    // What is fetched by who needs it: every file of the program and the fonts.
    let page = server.get("/edit").text();
    let named = page.split('"').filter(|it| it.starts_with("/pkg/"));
    for path in named {
        assert!(files.contains_key(path), "{path}");
    }
    assert!(files.contains_key("/fonts/noto-sans-arabic-regular.ttf"));
    // Nothing that says anything of anybody.
    let folders = [
        "/pkg/",
        "/fonts/",
        "/hyphenation/",
        "/icons/",
        "/edit/shell/",
    ];
    for path in files.keys() {
        assert!(folders.iter().any(|it| path.starts_with(it)), "{path}");
    }
}

#[test]
fn the_kept_page_is_the_same_for_everybody_and_is_nobodys() {
    let server = Server::start("shell", &[]);
    let canary = document(&[(cv::Field::Name, "Kanarie")]);
    let begun = begin(&server, LINK, &canary);
    assert_eq!(begun.status, 200, "{}", begun.text());
    let cookies = [
        begun.cookie(),
        "merit-lang=sv; merit-storage=yes; merit-template=hilma".to_owned(),
        "merit-storage=no; merit-shared=1".to_owned(),
    ];
    for lang in ["sv", "en"] {
        let path = format!("/edit/shell/{lang}");
        let first = server.get(&path);
        let html = first.text();
        assert_eq!(first.status, 200);
        assert_eq!(first.header("content-language"), lang);
        assert!(html.contains(&format!("<html lang=\"{lang}\"")), "{path}");
        for cookie in &cookies {
            let headers = format!("Cookie: {cookie}\r\nAccept-Language: fr\r\nSec-GPC: 1\r\n");
            let answer = server.get_with(&path, &headers);
            assert_eq!(answer.body, first.body, "{path}: {cookie}");
            assert_eq!(answer.header("set-cookie"), "", "{path}: {cookie}");
        }
        for word in [
            "nonce",
            "data-account-tag",
            "data-remembers",
            "Kanarie",
            "optional-answers",
        ] {
            assert!(!html.contains(word), "{path}: {word}");
        }
        assert!(html.contains("data-account=\"none\""), "{path}");
        assert!(html.contains("data-shell"), "{path}");
        allows_its_scripts(&first);
    }
    for path in ["/edit/shell/fr", "/edit/shell/", "/edit/shell/en/x"] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

/// The policy names exactly the scripts that stand in the page.
fn allows_its_scripts(page: &Answer) {
    let policy = page.header("content-security-policy");
    let (_, allowed) = policy.split_once("script-src ").unwrap();
    let (allowed, _) = allowed.split_once(';').unwrap();
    assert!(!allowed.contains("nonce"), "{allowed}");
    let allowed: Vec<&str> = allowed.split(' ').collect();
    let html = page.text();
    let scripts = html.split("<script").skip(1).map(|element| {
        let (tag, text) = element.split_once('>').unwrap();
        assert!(!tag.contains("src="), "{tag}");
        text.split_once("</script>").unwrap().0
    });
    let mut expected: Vec<String> = scripts
        .map(|text| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text))))
        .collect();
    assert!(expected.len() >= 2);
    expected.extend(["'self'".to_owned(), "'wasm-unsafe-eval'".to_owned()]);
    assert_eq!(allowed, expected);
}

/// It would ask the browser to keep what its owner has said is not to be kept.
#[test]
fn whoever_refuses_or_shares_the_computer_is_offered_nothing_to_keep() {
    let server = Server::start("no-worker", &[]);
    for (cookie, keeps) in [
        ("", true),
        ("merit-storage=yes", true),
        ("merit-storage=no", false),
        ("merit-shared=1", false),
    ] {
        let page = server.get_with("/edit", &format!("Cookie: {cookie}\r\n"));
        let html = page.text();
        let (head, _) = html.split_once("<head>").unwrap();
        assert_eq!(head.contains("data-offline"), keeps, "{cookie}");
        assert!(head.contains("data-version=\""), "{cookie}");
        assert!(!head.contains("data-shell"), "{cookie}");
    }
}

/// Signing in leads back to the editor, and nowhere else that an address may say.
#[test]
fn who_signs_in_to_go_on_writing_comes_back_to_the_editor() {
    let data = Folder::new("back");
    let server = Server::start_in(&data.0, &[]);
    made(&server, &data, "member");
    let form = format!(
        "email=member@example.com&password={}",
        PASSWORD.replace(' ', "+")
    );
    for (to, leads) in [("/edit", "/edit"), ("", "/cvs"), ("/admin", "/cvs")] {
        let answer = server.submit("/sign-in", "", &format!("{form}&to={to}"));
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(answer.header("location"), leads, "{to}");
        // Who is signed in already, as in another tab, is led there at once.
        let signed = format!("Cookie: {}\r\n", answer.cookie());
        let again = server.get_with(&format!("/sign-in?to={to}"), &signed);
        assert_eq!(again.header("location"), leads, "{to}");
    }
    for (to, value) in [
        ("/edit", "/edit"),
        ("/edit/", ""),
        ("//elsewhere.example", ""),
        ("https://elsewhere.example/edit", ""),
        ("/admin", ""),
    ] {
        let page = server.get(&format!("/sign-in?to={to}")).text();
        let field = format!("name=\"to\" value=\"{value}\"");
        assert!(page.contains(&field), "{to}");
    }
    let edit = server.get("/edit").text();
    assert!(edit.contains("href=\"/sign-in?to=/edit\""));
}
