//! What a request may be, how fast it must come, and how many of them.

use crate::http::{Answer, Server};
use crate::saving::{ID, LINK, begin, document};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

const OURS: &str = "Sec-Fetch-Site: same-origin\r\n";

#[test]
fn the_policy_of_the_editor_is_exactly_the_one_that_was_decided() {
    let server = Server::start("exact-policy", &[]);
    let answer = server.get("/edit");
    let policy = answer.header("content-security-policy");
    let nonce = policy.split('\'').nth(3).unwrap();
    assert!(nonce.starts_with("nonce-"), "{policy}");
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; script-src '{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
             style-src 'self' '{nonce}'; img-src 'self' blob: data:; font-src 'self'; \
             connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; \
             base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
        )
    );
    let server = Server::start("exact-hsts", &["--origin", "https://merit.example"]);
    assert_eq!(
        server.get("/").header("strict-transport-security"),
        "max-age=63072000; includeSubDomains"
    );
}

/// Files are read in the browser. The server takes JSON for its functions and
/// forms for its pages, and nothing that a browser sends otherwise.
#[test]
fn no_file_can_be_sent() {
    let server = Server::start("media", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    let publish = format!("/share/{ID}/publish");
    let multipart = "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.json\"\r\n\
                     Content-Type: application/json\r\n\r\n{}\r\n--x--\r\n";
    let others = [
        ("multipart/form-data; boundary=x", multipart),
        ("multipart/mixed; boundary=x", multipart),
        ("text/plain", "{\"id\":1}"),
        ("text/html", "<p>"),
        ("image/png", "\u{89}PNG"),
        ("image/svg+xml", "<svg/>"),
        ("application/octet-stream", "x"),
        ("application/xml", "<a/>"),
        ("application/pdf", "%PDF-"),
        ("application/json-patch+json", "[]"),
        ("", "{}"),
    ];
    for path in [
        "/api/cv_save",
        "/api/cv_list",
        "/api/pdf_render",
        "/language",
        "/storage/erase",
        &publish,
    ] {
        for (media, body) in others {
            let media = match media {
                "" => String::new(),
                media => format!("Content-Type: {media}\r\n"),
            };
            let headers = format!("{OURS}Cookie: {cookie}\r\n{media}");
            let answer = server.post(path, &headers, body.as_bytes());
            assert_eq!(answer.status, 415, "{path} {media}: {}", answer.text());
        }
    }
    // A form of another site can send this without being asked; JSON it cannot.
    let form =
        format!("{OURS}Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    assert_eq!(server.post("/api/cv_list", &form, b"{}").status, 415);
    let odd =
        format!("{OURS}Cookie: {cookie}\r\nContent-Type: Application/JSON ; charset=utf-8\r\n");
    assert_eq!(server.post("/api/cv_list", &odd, b"{}").status, 200);
    // A form without a field has no body, and from some browsers no type.
    let unpublish = format!("/share/{ID}/unpublish");
    let bare = format!("{OURS}Cookie: {cookie}\r\n");
    assert_eq!(server.post(&unpublish, &bare, b"").status, 303);
}

#[test]
fn each_body_has_the_limit_of_what_it_is() {
    let server = Server::start("body-limits", &[]);
    let json = format!("{OURS}Content-Type: application/json\r\n");
    let form = format!("{OURS}Content-Type: application/x-www-form-urlencoded\r\n");
    let document = 2 * 1024 * 1024 + 64 * 1024;
    for (path, headers, most) in [
        ("/api/cv_begin", &json, document),
        ("/api/cv_create", &json, document),
        ("/api/cv_save", &json, document),
        ("/api/pdf_render", &json, document),
        ("/api/cv_list", &json, 64 * 1024),
        ("/api/owner_link_open", &json, 64 * 1024),
        ("/language", &form, 64 * 1024),
        ("/no-such-page", &form, 64 * 1024),
    ] {
        let body = vec![b' '; most + 1];
        assert_eq!(server.post(path, headers, &body).status, 413, "{path}");
        assert_ne!(server.post(path, headers, &body[1..]).status, 413, "{path}");
        // Whatever it says of its length.
        let chunks = format!("{:x}\r\n{}\r\n0\r\n\r\n", most + 1, " ".repeat(most + 1));
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n{headers}\r\n"
        );
        let answer = server.try_send(&head, chunks.as_bytes()).unwrap();
        assert_eq!(answer.status, 413, "{path}");
    }
}

#[test]
fn a_head_has_its_limits() {
    let server = Server::start("heads", &[]);
    let long = "x".repeat(40_000);
    assert_eq!(server.get(&format!("/{long}")).status, 431);
    assert_eq!(
        server.get_with("/", &format!("X-Long: {long}\r\n")).status,
        431
    );
    let many: String = (0..80).map(|number| format!("X-{number}: y\r\n")).collect();
    assert_eq!(server.get_with("/", &many).status, 431);
    let short = "x".repeat(4_000);
    assert_eq!(
        server
            .get_with("/", &format!("Cookie: a={short}\r\n"))
            .status,
        200
    );
}

/// Three connections at once, each slow at another place.
#[test]
fn who_is_too_slow_is_let_go() {
    let server = Server::start("slow", &[]);
    let open = |bytes: &[u8]| {
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .unwrap();
        stream.write_all(bytes).unwrap();
        stream
    };
    let silent = open(b"");
    let head = open(b"GET / HTTP/1.1\r\nHost: x\r\nX-Never: en");
    let body = open(
        format!(
            "POST /language HTTP/1.1\r\nHost: x\r\n{OURS}Content-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: 20\r\n\r\nlang=s"
        )
        .as_bytes(),
    );
    let answers = [silent, head, body].map(|mut stream| {
        let mut text = String::new();
        // Until it is closed from the other side.
        stream.read_to_string(&mut text).map(|_| text)
    });
    let [silent, head, body] = answers.map(|answer| answer.expect("the server ends it"));
    assert!(silent.is_empty(), "{silent}");
    assert!(
        head.is_empty() || head.starts_with("HTTP/1.1 408"),
        "{head}"
    );
    assert!(body.starts_with("HTTP/1.1 408"), "{body}");
    assert!(body.contains("too slowly"), "{body}");
}

/// The answer 429 and the time after which it is worth another try.
fn refused(answer: &Answer, within: u64) {
    assert_eq!(answer.status, 429, "{}", answer.text());
    let seconds: u64 = answer.header("retry-after").parse().unwrap();
    assert!((1..=within).contains(&seconds), "{seconds}");
}

#[test]
fn too_much_at_once_is_refused_with_the_time_to_wait() {
    let server = Server::start("rate", &[]);
    let link = json!({ "link": LINK.replace("AAEC", "AAED") });
    for _ in 0..60 {
        let answer = server.call("owner_link_open", "", &link);
        assert_eq!(answer.json(), "Missing");
    }
    let answer = server.call("owner_link_open", "", &link);
    refused(&answer, 600);
    assert_eq!(answer.json(), "TooMany");

    let cookie = begin(&server, LINK, &document(&[(cv::Field::Name, "Anna")])).cookie();
    let preview = format!("/share/{ID}/page");
    let with = format!("Cookie: {cookie}\r\nAccept-Language: sv\r\n");
    for _ in 0..120 {
        assert_eq!(server.get_with(&preview, &with).status, 200);
    }
    let answer = server.get_with(&preview, &with);
    refused(&answer, 60);
    assert!(
        answer.text().contains("Försök igen om"),
        "{}",
        answer.text()
    );
    // A PDF is as much work, and counts as one.
    let body = json!({ "document": cv::format::save(&document(&[])) });
    let answer = server.call("pdf_render", "", &body);
    refused(&answer, 60);
    assert_eq!(answer.json(), "TooMany");
}

#[test]
fn one_address_may_not_ask_for_everything() {
    let server = Server::start("rate-all", &[]);
    let mut asked = 0;
    let answer = loop {
        let answer = server.get("/cv/nobody-at-all");
        if answer.status != 404 {
            break answer;
        }
        asked += 1;
        assert!(asked <= 1_800, "there is no limit");
    };
    assert_eq!(asked, 1_800);
    refused(&answer, 60);
    assert!(
        answer.text().contains("Try again in a minute"),
        "{}",
        answer.text()
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    let answer = server.call("cv_list", "", &json!({}));
    refused(&answer, 60);
    assert_eq!(answer.json(), "TooMany");
    // What a page is made of still comes, and who watches is answered.
    assert_eq!(server.get("/icons/merit.svg").status, 200);
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn a_server_that_says_whom_to_tell_has_a_fresh_security_txt() {
    let none = Server::start("no-security-txt", &[]);
    assert_eq!(none.get("/.well-known/security.txt").status, 404);
    let folder = crate::http::Folder::new("security-txt");
    let settings = "origin = \"https://merit.example\"\n[security]\ncontact = \"security@merit.example\"\n\
                    policy = \"https://merit.example/security\"\n";
    std::fs::write(folder.0.join("merit.toml"), settings).unwrap();
    let server = Server::start_with(&folder.0, &[], &crate::http::OPERATOR);
    let answer = server.get("/.well-known/security.txt");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    let text = answer.text();
    for line in [
        "Contact: mailto:security@merit.example",
        "Preferred-Languages: sv, en",
        "Canonical: https://merit.example/.well-known/security.txt",
        "Policy: https://merit.example/security",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
    let expires = text
        .lines()
        .find_map(|line| line.strip_prefix("Expires: "))
        .unwrap();
    let format = &time::format_description::well_known::Rfc3339;
    let expires = time::OffsetDateTime::parse(expires, format).unwrap();
    let days = (expires - time::OffsetDateTime::now_utc()).whole_days();
    // Less than a year, as the RFC advises, and far enough to be believed.
    assert!((170..=180).contains(&days), "{days}");
}
