//! Signing out, and computers that others use too, over HTTP.

use crate::http::{Server, TERMS};
use crate::saving::{LINK, begin, document};
use serde_json::json;

#[test]
fn signing_out_ends_the_session_and_clears_the_browser() {
    let server = Server::start("sign-out", &[]);
    for (cleared, clears) in [
        ("", "\"cache\", \"cookies\", \"storage\""),
        ("?cleared=all", "\"cache\", \"cookies\", \"storage\""),
        // Another member's drafts stay.
        ("?cleared=own", "\"cache\", \"cookies\""),
    ] {
        let cookie = begin(&server, LINK, &document(&[])).cookie();
        let answer = server.submit(&format!("/sign-out{cleared}"), &cookie, "");
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(answer.header("location"), "/sign-out/done");
        assert_eq!(answer.header("clear-site-data"), clears);
        assert!(answer.header("set-cookie").contains("Max-Age=0"));
        let listed = server.call("cv_list", &cookie, &json!({}));
        assert_eq!(listed.json(), "SignedOut");
    }
    // Who is not signed in is signed out.
    let answer = server.submit("/sign-out", "", "");
    assert_eq!(answer.header("location"), "/sign-out/done");
}

/// Any page on the web can have a browser ask for an address.
#[test]
fn no_address_signs_out_or_clears_by_being_asked_for() {
    let server = Server::start("sign-out-get", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    for path in ["/sign-out", "/sign-out/done", "/sign-out/kept"] {
        let answer = server.get_with(path, &format!("Cookie: {cookie}\r\n"));
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("clear-site-data"), "", "{path}");
        assert_eq!(answer.header("set-cookie"), "", "{path}");
    }
    let elsewhere = format!("Sec-Fetch-Site: cross-site\r\nCookie: {cookie}\r\n");
    assert_eq!(server.post("/sign-out", &elsewhere, b"").status, 403);
    let listed = server.call("cv_list", &cookie, &json!({}));
    assert_eq!(listed.json().as_array().map(Vec::len), Some(1));
}

/// Over plain http from another machine a browser deletes nothing, and nobody is
/// told that it did, unless the editor has deleted it by itself.
#[test]
fn what_a_browser_does_not_obey_is_not_promised() {
    let server = Server::start("sign-out-http", &[]);
    for (cleared, page) in [("", "/sign-out/kept"), ("?cleared=all", "/sign-out/done")] {
        let head = format!(
            "POST /sign-out{cleared} HTTP/1.1\r\nHost: 192.168.1.7:3000\r\n\
             Connection: close\r\nContent-Length: 0\r\nSec-Fetch-Site: same-origin\r\n\r\n"
        );
        let answer = server.try_send(&head, b"").expect("an answer");
        assert_eq!(answer.header("location"), page);
        assert_eq!(answer.header("clear-site-data"), "");
    }
}

#[test]
fn on_a_shared_computer_cookies_go_with_the_browser() {
    let server = Server::start("shared", &[]);
    let answer = server.submit("/shared", "", "shared=on");
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), "/edit");
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("merit-shared=1; "), "{cookie}");
    assert!(!cookie.contains("Max-Age"), "{cookie}");
    let edit = server.get_with("/edit", "Cookie: merit-shared=1\r\n");
    assert!(edit.text().contains(" data-shared"));
    // A page that keeps nothing does not wait for what was kept.
    assert!(!edit.text().contains("localStorage"));

    let begun = json!({ "begin": {
        "link": LINK, "adult": true, "policy": privacy::POLICY_VERSION,
        "terms": TERMS, "lang": "en", "id": crate::saving::ID,
        "document": cv::format::save(&document(&[])),
    }});
    let begun = server.call("cv_begin", "merit-shared=1", &begun);
    let session = begun.header("set-cookie");
    assert!(session.starts_with("merit-session="), "{session}");
    assert!(!session.contains("Max-Age"), "{session}");

    let off = server.submit("/shared", "merit-shared=1", "shared=off");
    assert!(off.header("set-cookie").contains("Max-Age=0"));
    assert!(!server.get("/edit").text().contains(" data-shared"));
}

#[test]
fn the_editor_is_told_whom_it_is_for() {
    let server = Server::start("whom-for", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    for (cookie, account) in [
        (cookie.as_str(), "link"),
        ("", "none"),
        ("merit-session=x", "none"),
    ] {
        let edit = server.get_with("/edit", &format!("Cookie: {cookie}\r\n"));
        let said = format!("data-account=\"{account}\"");
        assert!(edit.text().contains(&said), "{account}");
    }
    // For when no server can say it: with the page, until somebody else acts here.
    let whose = |cookie: &str| {
        let edit = server.get_with("/edit", &format!("Cookie: {cookie}\r\n"));
        edit.header("set-cookie").to_owned()
    };
    let kept = whose(&cookie);
    assert!(kept.starts_with("merit-whose=link; "), "{kept}");
    assert!(!kept.contains("HttpOnly"), "{kept}");
    assert_eq!(whose(""), "");
    for cookie in [
        "merit-whose=link".to_owned(),
        format!("{cookie}; merit-whose=link; merit-storage=no"),
        format!("{cookie}; merit-whose=link; merit-shared=1"),
    ] {
        let gone = whose(&cookie);
        assert!(gone.starts_with("merit-whose=; "), "{cookie}: {gone}");
        assert!(gone.contains("Max-Age=0"), "{cookie}: {gone}");
    }
    // A page of one member does nothing in the name of who has signed in since.
    let headers = format!(
        "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nCookie: {cookie}\r\n\
         Merit-Account: 0123456789abcdef\r\n"
    );
    let answer = server.post("/api/cv_list", &headers, b"{}");
    assert_eq!(answer.json(), "SignedOut");
}
