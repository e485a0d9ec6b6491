//! How often a public page is opened, over HTTP: who is counted as what, by several
//! servers and over their ends, and that only the owner is told.

use std::time::{Duration, Instant};

use crate::http::{Folder, Server};
use crate::saving::{ID, LINK, begin, document};
use cv::Field;

const PERSON: &str =
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n";
const ROBOT: &str = "User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1)\r\n";

/// Publishes a page. Returns the session of its owner, and where the statistics are.
fn published(server: &Server) -> (String, String) {
    let anna = document(&[(Field::Name, "Anna Karlsson")]);
    let cookie = begin(server, LINK, &anna).cookie();
    let share = format!("/share/{ID}");
    let done = server.submit(
        &format!("{share}/publish"),
        &cookie,
        "version=1&slug=anna-k",
    );
    assert_eq!(done.status, 303, "{}", done.text());
    let page = server.get_with(&share, &with(&cookie)).text();
    let links = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next());
    let path = links.into_iter().find(|link| link.ends_with("/statistics"));
    (cookie, path.expect("a link").to_owned())
}

fn with(cookie: &str) -> String {
    format!("Cookie: {cookie}\r\n")
}

/// What stands in the table of today: opened, PDF, vCard, JSON, text, programs.
fn counted(server: &Server, cookie: &str, path: &str) -> [u64; 6] {
    let answer = server.get_with(path, &with(cookie));
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    let page = answer.text();
    assert!(!page.contains("<script"), "{page}");
    // The newest day is the first row of the first table.
    let rows = page.split("<tbody>").nth(1).expect("a table");
    let row = rows.split("</tr>").next().expect("a row");
    let cell = |cell: &str| {
        let (_, text) = cell.split_once('>').expect("a cell");
        text.split(['<'])
            .next()
            .expect("a number")
            .trim()
            .parse()
            .expect("a number")
    };
    let cells: Vec<u64> = row.split("<td").skip(1).map(cell).collect();
    cells.try_into().expect("six numbers")
}

/// Waits until so much is written, which is done every few seconds.
fn becomes(server: &Server, cookie: &str, path: &str, expected: [u64; 6]) {
    let since = Instant::now();
    loop {
        let now = counted(server, cookie, path);
        if now == expected {
            return;
        }
        assert!(since.elapsed() < Duration::from_secs(30), "{now:?}");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
fn people_and_programs_are_counted_apart_and_some_not_at_all() {
    let server = Server::start("statistics", &[]);
    let (cookie, path) = published(&server);
    assert_eq!(counted(&server, &cookie, &path), [0; 6]);
    for ending in ["", "", ".pdf", ".vcf", ".json", ".txt", "/en"] {
        let answer = server.get_with(&format!("/cv/anna-k{ending}"), PERSON);
        assert_eq!(answer.status, 200, "{ending}");
        assert_eq!(answer.header("set-cookie"), "", "{ending}");
    }
    // Who comes back and has it still has opened it once more.
    let etag = server.get("/cv/anna-k").header("etag").to_owned();
    let again = format!("{PERSON}If-None-Match: {etag}\r\n");
    assert_eq!(server.get_with("/cv/anna-k", &again).status, 304);
    // Five programs, with the one above that says no name.
    server.get_with("/cv/anna-k", ROBOT);
    server.get_with("/cv/anna-k.pdf", ROBOT);
    let ahead = format!("{PERSON}Sec-Purpose: prefetch\r\n");
    server.get_with("/cv/anna-k", &ahead);
    let head = format!(
        "HEAD /cv/anna-k HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{PERSON}\r\n",
        server.address
    );
    assert_eq!(server.try_send(&head, b"").expect("an answer").status, 200);
    // Nobody.
    let gpc = format!("{PERSON}Sec-GPC: 1\r\n");
    let own = format!("{PERSON}{}", with(&cookie));
    for uncounted in [&gpc, &own, &format!("{ROBOT}Sec-GPC: 1\r\n")] {
        assert_eq!(server.get_with("/cv/anna-k", uncounted).status, 200);
    }
    // What is not there was not opened.
    server.get_with("/cv/anna-k/sv", PERSON);
    server.get_with("/cv/nobody", PERSON);
    becomes(&server, &cookie, &path, [4, 1, 1, 1, 1, 5]);
    // Not more, once all is written.
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!(counted(&server, &cookie, &path), [4, 1, 1, 1, 1, 5]);

    // For nobody else, and under no other address.
    for cookie in ["", "merit-session=x"] {
        assert_eq!(server.get_with(&path, &with(cookie)).status, 404);
    }
    let other = path.replace("/statistics", "x/statistics");
    assert_eq!(server.get_with(&other, &with(&cookie)).status, 404);
    // In both languages, with the way back to it.
    let swedish = server.submit(
        "/language",
        &cookie,
        &format!("lang=sv&to={}", path.replace('/', "%2F")),
    );
    assert_eq!(swedish.header("location"), path);
    let headers = format!("Cookie: {cookie}; merit-lang=sv\r\n");
    let page = server.get_with(&path, &headers).text();
    assert!(page.contains("Så ofta har den öppnats"), "{page}");
    // Two weeks are there at once, what was before them on demand.
    let (at_once, before) = page.split_once("<details").expect("days before");
    assert_eq!(at_once.matches("<th scope=\"row\"").count(), 14);
    let (before, _) = before.split_once("</details>").expect("an end");
    assert_eq!(before.matches("<th scope=\"row\"").count(), 16);
}

/// Two servers over one set of databases, each with what it has noted and not
/// written when it is asked to end.
#[test]
fn what_several_servers_have_noted_is_written_before_they_end() {
    let data = Folder::new("statistics-two");
    let first = Server::start_in(&data.0, &[]);
    let (cookie, path) = published(&first);
    let second = Server::start_in(&data.0, &[]);
    for server in [&first, &second, &first] {
        for _ in 0..5 {
            assert_eq!(server.get_with("/cv/anna-k", PERSON).status, 200);
        }
    }
    assert_eq!(first.terminate(), Some(0));
    assert_eq!(second.terminate(), Some(0));
    let third = Server::start_in(&data.0, &[]);
    assert_eq!(counted(&third, &cookie, &path), [15, 0, 0, 0, 0, 0]);
}

/// Whoever objects is not counted, and what was counted is gone, by the button that
/// stands among the others.
#[test]
fn an_objection_ends_it() {
    let server = Server::start("statistics-objection", &[]);
    let (cookie, path) = published(&server);
    server.get_with("/cv/anna-k", PERSON);
    becomes(&server, &cookie, &path, [1, 0, 0, 0, 0, 0]);
    let data = server.get_with("/account/data", &with(&cookie)).text();
    assert!(data.contains("To count how often your public pages are opened"));
    let object = server.submit("/account/limits", &cookie, "purpose=Count&limit=object");
    assert_eq!(object.status, 303, "{}", object.text());
    assert_eq!(counted(&server, &cookie, &path), [0; 6]);
    server.get_with("/cv/anna-k", PERSON);
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!(counted(&server, &cookie, &path), [0; 6]);
    let page = server.get_with(&path, &with(&cookie)).text();
    assert!(page.contains("Nothing is counted now"), "{page}");
}
