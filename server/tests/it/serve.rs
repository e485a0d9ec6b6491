//! `merit serve`: headers on every answer, refusals, files, languages.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

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
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
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
    assert_eq!(font.header("cache-control"), "public, no-cache");
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

/// Only where the client is built, as `cargo xtask test` does before.
#[test]
fn modules_are_compressed_beforehand_and_kept_for_a_year() {
    let server = Server::start("pkg", &[]);
    let page = server.get("/edit").text();
    let Some(module) = page.split('"').find(|part| part.starts_with("/pkg/app-")) else {
        assert!(std::env::var_os("CI").is_none(), "the client is not built");
        return;
    };
    assert_eq!(
        page.matches("<script").count(),
        4,
        "ours and the framework's"
    );
    for encoding in ["br", "gzip"] {
        let answer = server.get_with(module, &format!("Accept-Encoding: {encoding}\r\n"));
        assert_eq!(answer.header("content-encoding"), encoding);
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert_eq!(answer.header("vary"), "accept-encoding");
    }
    let plain = server.get(module);
    assert_eq!(plain.header("content-encoding"), "");
    assert_eq!(
        plain.header("content-type"),
        "text/javascript; charset=utf-8"
    );
}

#[test]
fn what_is_private_is_kept_by_nobody() {
    let server = Server::start("private", &[]);
    for path in ["/", "/edit", "/no-such-page"] {
        assert_eq!(
            server.get(path).header("cache-control"),
            "private, no-cache",
            "{path}"
        );
    }
    assert_eq!(
        server.get("/api/pdf_render").header("cache-control"),
        "no-store"
    );
}

#[test]
fn the_environment_says_where_to_listen_and_keep_data() {
    let folder = Folder::new("environment");
    let data = folder.0.join("data");
    let process = merit()
        .arg("serve")
        .env("MERIT_LISTEN", "127.0.0.1:0")
        .env("MERIT_DATA", &data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut process = process.unwrap();
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let ready = lines.any(|line| {
        line.unwrap()
            .starts_with("Merit is ready on http://localhost:")
    });
    process.kill().unwrap();
    process.wait().unwrap();
    assert!(ready);
    assert!(data.join("merit.sqlite").is_file());
}

#[test]
fn errors_say_nothing_of_what_we_are_made_of() {
    let server = Server::start("errors", &[]);
    let form = "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    let answers = [
        server.get("/pkg/%ff"),
        server.get("/pkg/..%2fmanifest.json"),
        server.get("/pkg/no-such-file.js"),
        server.post("/language", form, b"to=%2F"),
        server.post("/language", SAME_ORIGIN, b"{}"),
        server.post(
            "/api/pdf_render",
            &format!("{JSON}Accept: text/html\r\nReferer: https://elsewhere.example/\r\n"),
            b"nonsense",
        ),
    ];
    for answer in answers {
        assert!((400..600).contains(&answer.status), "{}", answer.status);
        let text = answer.text();
        assert!(!text.is_empty() && text.len() < 120, "{text}");
        for word in ["deserialize", "Content-Type", "UTF-8", "expected", "field"] {
            assert!(!text.contains(word), "{text}");
        }
    }
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

const JSON: &str = "Sec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n";

fn own_form() -> String {
    let mut last = 0;
    let template = cv::Template {
        name: "linne".into(),
        layout: String::new(),
        breaks: None,
    };
    let document = cv::example(cv::Language::Swedish, template, || {
        last += 1;
        cv::Id(last)
    });
    cv::format::save(&document)
}

#[test]
fn the_server_makes_the_pdf_that_the_command_line_makes() {
    let server = Server::start("pdf", &[]);
    let folder = Folder::new("pdf-files");
    let document = own_form();
    let body = serde_json::json!({ "document": document }).to_string();
    let answer = server.post("/api/pdf_render", JSON, body.as_bytes());
    assert_eq!(answer.status, 200, "{}", answer.text());
    let (input, output) = (folder.0.join("cv.json"), folder.0.join("cv.pdf"));
    std::fs::write(&input, document).unwrap();
    let mut made = merit();
    made.arg("render").arg(&input).arg("-o").arg(&output);
    assert!(made.status().unwrap().success());
    assert!(answer.body == std::fs::read(output).unwrap());
}

#[test]
fn what_is_no_document_is_refused_without_a_word_of_ours() {
    let server = Server::start("pdf-refused", &[]);
    let long = "x".repeat(10_001);
    let bodies = [
        "".to_owned(),
        "nonsense".to_owned(),
        "{}".to_owned(),
        r#"{"document": 5}"#.to_owned(),
        r#"{"document": "{}"}"#.to_owned(),
        serde_json::json!({ "document": own_form().replace(&format!("\"format\":{}", cv::format::FORMAT), "\"format\":9999") })
            .to_string(),
        serde_json::json!({ "document": own_form().replace("Elin Sandström", &long) }).to_string(),
    ];
    for body in bodies {
        let answer = server.post("/api/pdf_render", JSON, body.as_bytes());
        assert!((400..600).contains(&answer.status), "{body:.80}");
        assert_eq!(answer.text(), "\"Refused\"", "{body:.80}");
    }
    assert_eq!(server.get("/api/pdf_render").status, 405);
}

#[test]
fn the_language_form_sets_its_cookie_and_leads_only_to_our_pages() {
    let server = Server::start("language-form", &[]);
    let form = "Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    for (body, to) in [
        ("lang=sv&to=%2Fedit", "/edit"),
        ("lang=sv&to=https%3A%2F%2Fevil.example", "/"),
        ("lang=sv&to=%2F%2Fevil.example", "/"),
    ] {
        let answer = server.post("/language", form, body.as_bytes());
        assert_eq!(answer.status, 303, "{body}");
        assert_eq!(answer.header("location"), to, "{body}");
        let cookie = answer.header("set-cookie");
        assert!(
            cookie.starts_with("merit-lang=sv; Path=/; SameSite=Lax"),
            "{cookie}"
        );
    }
    for body in ["lang=tlh&to=%2F", "to=%2F", "lang=sv%0d%0aX: y&to=%2F"] {
        let answer = server.post("/language", form, body.as_bytes());
        assert!((400..500).contains(&answer.status), "{body}");
        assert_eq!(answer.header("set-cookie"), "", "{body}");
    }
}
