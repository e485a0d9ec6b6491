//! `merit serve`: headers on every answer, refusals, files, languages.

use crate::http::{Folder, Server, merit};

const SAME_ORIGIN: &str = "Sec-Fetch-Site: same-origin\r\n";

#[test]
fn every_answer_carries_the_headers() {
    let server = Server::start("headers", &[]);
    let answers = [
        ("/", 200),
        ("/edit", 200),
        ("/storage", 200),
        ("/no-such-page", 404),
        ("/pkg/no-such-file.js", 404),
        ("/fonts/inter-regular.ttf", 200),
        ("/%ff%00..%2f..%2fCargo.toml", 404),
    ];
    for (path, status) in answers {
        let answer = server.get(path);
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(
            answer.header("cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            "same-origin",
            "{path}"
        );
        assert!(
            answer
                .header("permissions-policy")
                .contains("geolocation=()"),
            "{path}"
        );
        let policy = answer.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains(" 'unsafe-"), "{path}: {policy}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
    }
}

#[test]
fn a_site_behind_https_says_so() {
    let server = Server::start("https", &["--origin", "https://merit.example"]);
    assert!(
        server
            .get("/")
            .header("strict-transport-security")
            .contains("max-age=")
    );
}

#[test]
fn plain_pages_have_no_script_and_the_editor_only_scripts_with_its_nonce() {
    let server = Server::start("nonce", &[]);
    for path in ["/", "/storage", "/no-such-page"] {
        let answer = server.get(path);
        assert!(!answer.text().contains("<script"), "{path}");
        assert!(
            !answer
                .header("content-security-policy")
                .contains("script-src"),
            "{path}"
        );
    }
    let (one, two) = (server.get("/edit"), server.get("/edit"));
    let nonce = |policy: &str| {
        let (_, rest) = policy.split_once("script-src 'nonce-").expect("a nonce");
        rest.split('\'').next().unwrap_or_default().to_owned()
    };
    let first = nonce(one.header("content-security-policy"));
    assert!(first.len() >= 22, "at least 128 bits: {first}");
    assert_ne!(first, nonce(two.header("content-security-policy")));
    let html = one.text();
    for tag in html.match_indices("<script").map(|(at, _)| &html[at..]) {
        let tag = &tag[..tag.find('>').expect("an end")];
        assert!(tag.contains(&format!("nonce=\"{first}\"")), "{tag}");
    }
}

#[test]
fn titles_are_words_and_nothing_else() {
    let server = Server::start("titles", &[]);
    for (path, title) in [
        ("/edit", "<title>Write a CV – Merit</title>"),
        (
            "/no-such-page",
            "<title>There is no such page – Merit</title>",
        ),
    ] {
        let text = server.get(path).text();
        assert!(text.contains(title), "{path}: {text:.900}");
    }
}

#[test]
fn pages_speak_the_language_that_was_asked_for() {
    let server = Server::start("languages", &[]);
    let cases = [
        ("", "en"),
        ("Accept-Language: sv-SE,sv;q=0.9,en;q=0.5\r\n", "sv"),
        ("Accept-Language: fr, de;q=0.5\r\n", "en"),
        (
            "Accept-Language: sv\r\nCookie: a=b; merit-lang=en\r\n",
            "en",
        ),
        (
            "Accept-Language: sv\r\nCookie: merit-lang=\"><script>\r\n",
            "sv",
        ),
    ];
    for (headers, lang) in cases {
        let answer = server.get_with("/", headers);
        assert_eq!(answer.header("content-language"), lang, "{headers}");
        assert!(
            answer.text().contains(&format!("<html lang=\"{lang}\"")),
            "{headers}"
        );
    }
}

#[test]
fn files_are_kept_and_asked_for_again_by_their_tag() {
    let server = Server::start("files", &[]);
    let font = server.get("/fonts/inter-regular.ttf");
    assert_eq!(font.header("content-type"), "font/ttf");
    assert_eq!(font.header("cache-control"), "public, max-age=86400");
    assert!(font.body.starts_with(&[0, 1, 0, 0]), "a TrueType file");
    let tag = font.header("etag").to_owned();
    let again = server.get_with(
        "/fonts/inter-regular.ttf",
        &format!("If-None-Match: {tag}\r\n"),
    );
    assert_eq!((again.status, again.body.len()), (304, 0));
    let other = server.get_with("/fonts/inter-regular.ttf", "If-None-Match: \"other\"\r\n");
    assert_eq!(other.status, 200);
}

#[test]
fn posts_of_other_sites_are_refused() {
    let server = Server::start("cross-site", &[]);
    let own = format!("Origin: http://{}\r\n", server.address);
    for headers in [
        "",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: same-site\r\n",
        "Origin: https://evil.example\r\n",
        "Origin: null\r\n",
        &format!("{own}Sec-Fetch-Site: cross-site\r\n"),
    ] {
        for path in ["/", "/edit", "/api/anything"] {
            assert_eq!(
                server.post(path, headers, b"{}").status,
                403,
                "{path} {headers}"
            );
        }
    }
    for headers in [SAME_ORIGIN, &own] {
        assert_ne!(
            server.post("/api/anything", headers, b"{}").status,
            403,
            "{headers}"
        );
    }
}

#[test]
fn a_body_over_the_limit_is_refused() {
    let server = Server::start("large", &[]);
    let body = vec![b' '; 1024 * 1024 + 64 * 1024 + 1];
    assert_eq!(server.post("/api/anything", SAME_ORIGIN, &body).status, 413);
    assert_ne!(
        server.post("/api/anything", SAME_ORIGIN, &body[1..]).status,
        413
    );
}

#[test]
fn a_port_in_use_and_a_folder_that_cannot_be_are_one_line_each() {
    let server = Server::start("in-use", &[]);
    let folder = Folder::new("in-use-data");
    let address = server.address.to_string();
    let output = merit()
        .args(["serve", "--listen", &address, "--data"])
        .arg(&folder.0)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    let last = error.lines().last().unwrap();
    assert!(
        last.starts_with("merit: port ") && last.contains("--listen"),
        "{error}"
    );

    let file = folder.0.join("a-file");
    std::fs::write(&file, "").unwrap();
    let output = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(file.join("data"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error
            .lines()
            .last()
            .unwrap()
            .contains("choose another with --data"),
        "{error}"
    );
}

#[test]
fn the_server_ends_well_when_asked() {
    let server = Server::start("terminate", &[]);
    assert_eq!(server.get("/").status, 200);
    assert_eq!(server.terminate(), Some(0));
}
