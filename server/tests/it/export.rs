//! A copy of everything, over HTTP.

use std::io::{Cursor, Read};
use std::time::Duration;

use crate::http::{Answer, Folder, Server};
use crate::members::{between, made};
use crate::saving::{LINK, begin, document};
use serde_json::json;

const MINE: &str = "01890000-0000-7000-8000-0000000000aa";

fn get(server: &Server, path: &str, cookie: &str) -> Answer {
    server.get_with(path, &format!("Cookie: {cookie}\r\n"))
}

/// The path of the copy, once it is ready.
fn ready(server: &Server, cookie: &str) -> String {
    for _ in 0..300 {
        let page = get(server, "/account/export", cookie);
        assert_eq!(page.status, 200);
        let text = page.text();
        let refreshes = text.contains("http-equiv=\"refresh\"");
        if text.contains("href=\"/account/export/") {
            assert!(!refreshes, "it is ready: {text}");
            let id = between(&text, "href=\"/account/export/", "\"");
            return format!("/account/export/{id}");
        }
        assert!(refreshes, "it is being made: {text}");
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("no copy in half a minute");
}

fn file(zip: &[u8], ends: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let name = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .find(|name| name.ends_with(ends));
    let name = name.unwrap_or_else(|| panic!("{ends}"));
    let mut content = Vec::new();
    let mut file = archive.by_name(&name).unwrap();
    file.read_to_end(&mut content).unwrap();
    content
}

fn text(zip: &[u8], ends: &str) -> String {
    String::from_utf8(file(zip, ends)).unwrap()
}

#[test]
fn a_member_asks_waits_and_takes_and_nobody_else_does() {
    let data = Folder::new("export");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "member");
    let named = document(&[(cv::Field::Name, "Anna <b>& Åström")]);
    let create = json!({ "id": MINE, "document": cv::format::save(&named) });
    assert_eq!(server.call("cv_create", &cookie, &create).status, 200);
    let page = get(&server, "/account/export", &cookie).text();
    assert!(page.contains("Make a copy of everything"), "{page}");
    assert!(!page.contains("<script") && !page.contains("http-equiv=\"refresh\""));
    // Twice in a hurry is once.
    for _ in 0..2 {
        let asked = server.submit("/account/export", &cookie, "");
        assert_eq!(
            asked.header("location"),
            "/account/export",
            "{}",
            asked.text()
        );
    }
    let path = ready(&server, &cookie);
    let copy = server.get_with(
        &path,
        &format!("Accept-Encoding: gzip, br\r\nCookie: {cookie}\r\n"),
    );
    assert_eq!(copy.status, 200);
    assert_eq!(copy.header("content-type"), "application/zip");
    assert_eq!(copy.header("content-encoding"), "");
    assert_eq!(copy.header("cache-control"), "no-store");
    assert_eq!(copy.header("content-length"), copy.body.len().to_string());
    let name = copy.header("content-disposition");
    assert!(name.starts_with("attachment; filename=\"merit-2"), "{name}");
    assert!(file(&copy.body, "/cv.pdf").starts_with(b"%PDF-"));
    let whole = cv::format::load(&text(&copy.body, "/cv.json")).unwrap();
    assert_eq!(whole, named);
    let page = text(&copy.body, "index.html");
    for part in [
        "<html lang=\"en\"",
        "Your CVs",
        "member@example.com",
        "Contract: needed for",
        "Signed",
    ] {
        let folded = page.to_lowercase();
        assert!(folded.contains(&part.to_lowercase()), "{part}: {page}");
    }
    assert!(!page.contains("<script") && !page.contains("<b>&"));
    // Nobody else.
    let link = begin(&server, LINK, &document(&[])).cookie();
    for (cookie, status) in [("", 303), (link.as_str(), 404)] {
        assert_eq!(get(&server, &path, cookie).status, status);
    }
    let deleted = server.submit("/account/export/delete", &cookie, "");
    assert_eq!(deleted.status, 303);
    assert_eq!(get(&server, &path, &cookie).status, 404);
}

#[test]
fn who_has_an_owner_link_takes_a_copy_too() {
    let server = Server::start("export-link", &[]);
    let link = begin(&server, LINK, &document(&[])).cookie();
    assert_eq!(server.submit("/account/export", &link, "").status, 303);
    let path = ready(&server, &link);
    let copy = get(&server, &path, &link);
    assert!(text(&copy.body, "data/document.json").contains("created_at"));
}

/// A server that ends in the middle leaves nobody waiting for ever.
#[test]
fn the_next_server_makes_what_the_last_one_has_left() {
    let data = Folder::new("export-restart");
    let server = Server::start_in(&data.0, &[]);
    let link = begin(&server, LINK, &document(&[])).cookie();
    assert_eq!(server.submit("/account/export", &link, "").status, 303);
    assert_eq!(server.terminate(), Some(0));
    let server = Server::start_in(&data.0, &[]);
    ready(&server, &link);
}
