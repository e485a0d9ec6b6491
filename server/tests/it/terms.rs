//! The terms of service, the copies of clauses, and the notice about optional
//! storage, over HTTP.

use std::fs;
use std::process::Stdio;

use serde_json::json;

use crate::http::{Answer, Folder, OPERATOR, Server, TERMS, merit};
use crate::members::{PASSWORD, between, made};
use crate::saving::{ID, LINK, batch, begin, document, set};

fn read(server: &Server, path: &str, headers: &str) -> String {
    let answer = server.get_with(path, headers);
    assert_eq!(answer.status, 200, "{path}");
    answer.text().replace("&amp;", "&").replace("<!>", "")
}

#[test]
fn the_terms_are_a_page_with_who_the_operator_is() {
    let data = Folder::new("terms-page");
    let more = [
        OPERATOR[0],
        OPERATOR[1],
        OPERATOR[2],
        ("MERIT_OPERATOR_COUNTRY", "se"),
    ];
    let server = Server::start_with(&data.0, &[], &more);
    for (lang, title, law) in [
        ("en", "Terms of service", "The law of Sweden applies."),
        ("sv", "Användarvillkor", "Lagen i Sverige gäller."),
    ] {
        let html = read(&server, "/terms", &format!("Accept-Language: {lang}\r\n"));
        assert!(
            html.contains(&format!("<h1>{title}</h1>")) && html.contains(law),
            "{lang}"
        );
        for (_, said) in OPERATOR {
            assert!(html.contains(said), "{lang}: {said}");
        }
        assert!(html.contains(TERMS));
        // Both texts can be read again under addresses of their own.
        assert_eq!(html.matches("href=\"/terms/").count(), 2);
        let hash = between(&html, "href=\"/terms/", "\"");
        let text = read(&server, &format!("/terms/{hash}"), "");
        assert!(text.contains("Example AB"));
    }
    for wrong in ["x", &"0".repeat(64), "%00"] {
        assert_eq!(
            server.get(&format!("/terms/{wrong}")).status,
            404,
            "{wrong}"
        );
    }
}

#[test]
fn a_sign_up_needs_each_box_for_itself() {
    let server = Server::start("boxes", &[]);
    let html = server.get("/sign-up").text();
    for name in ["adult", "policy", "terms"] {
        let tag = html
            .split("<input")
            .find(|it| it.contains(&format!("name=\"{name}\"")));
        let tag = tag.expect(name).split('>').next().unwrap();
        assert!(
            tag.contains("type=\"checkbox\"") && tag.contains("required"),
            "{tag}"
        );
        assert!(!tag.contains("checked"), "{tag}");
    }
    let good = ["adult=on", "policy=on", "terms=2026-11-28"];
    for left_out in 0..good.len() {
        let mut boxes = good.to_vec();
        boxes.remove(left_out);
        let form = format!("email=a@example.com&{}", boxes.join("&"));
        let answer = server.submit("/sign-up", "", &form);
        assert_eq!(answer.status, 422, "{form}");
        assert!(
            answer.text().contains("Every box has to be ticked"),
            "{form}"
        );
    }
    // A box for another text than that which holds now is not one for this text.
    let stale = "email=a@example.com&adult=on&policy=on&terms=2020-01-01";
    assert_eq!(server.submit("/sign-up", "", stale).status, 422);
    let form = format!("email=a@example.com&{}", good.join("&"));
    assert_eq!(server.submit("/sign-up", "", &form).status, 303);
}

/// The operator's own terms, as variables of the environment.
fn own(folder: &Folder, version: &str, sv: &str, en: &str) -> Vec<(&'static str, String)> {
    let mut variables = vec![("MERIT_TERMS_VERSION", version.to_owned())];
    for (variable, lang, text) in [("MERIT_TERMS_SV", "sv", sv), ("MERIT_TERMS_EN", "en", en)] {
        let path = folder.0.join(format!("terms.{lang}.md"));
        fs::write(&path, text).unwrap();
        variables.push((variable, path.display().to_string()));
    }
    variables
}

fn start(data: &Folder, variables: &[(&'static str, String)]) -> Server {
    let variables: Vec<(&str, &str)> = variables.iter().map(|(k, v)| (*k, &**v)).collect();
    Server::start_with(&data.0, &[], &variables)
}

#[test]
fn newer_terms_are_asked_about_and_hold_nothing_back() {
    let data = Folder::new("newer-terms");
    let files = Folder::new("newer-terms-files");
    let server = start(&data, &[]);
    let link = begin(&server, LINK, &document(&[])).cookie();
    let member = made(&server, &data, "member");
    let asked = "The terms of service or the privacy policy are new.";
    for cookie in [&link, &member] {
        let head = format!("Cookie: {cookie}\r\n");
        assert!(!read(&server, "/edit", &head).contains(asked));
    }
    drop(server);

    let mine = "# Mine\n\n<b>Bold</b> claims\n\n- one\n- two\n";
    let variables = own(&files, "2026-01-31", "# Mina", mine);
    let server = start(&data, &variables);
    let html = read(&server, "/terms", "Accept-Language: en\r\n");
    assert!(
        html.contains("<h2>Mine</h2>") && html.contains("<li>one</li>"),
        "{html}"
    );
    assert!(
        html.contains("&lt;b&gt;Bold&lt;/b&gt; claims"),
        "it is escaped"
    );
    // What held before can be read again.
    assert_eq!(html.matches("href=\"/terms/").count(), 4);

    for cookie in [&link, &member] {
        let head = format!("Cookie: {cookie}\r\n");
        assert!(read(&server, "/edit", &head).contains(asked));
        let html = read(&server, "/account/terms", &head);
        assert!(html.contains("of 2026-01-31") && html.contains("Accepted the terms of service"));
    }
    // Saving, reading and taking a copy go on.
    let saved = server.call(
        "cv_save",
        &link,
        &batch(1, 1, &set(cv::Field::Label, "Smith")),
    );
    assert_eq!(saved.json(), json!({ "Taken": 2 }));
    let loaded = server.call("cv_load", &link, &json!({ "id": ID, "known": null }));
    assert_eq!(loaded.json()["version"], 2);
    for path in [
        "/account/export",
        "/account/erase",
        "/account/consents",
        "/cvs",
    ] {
        let answer = server.get_with(path, &format!("Cookie: {member}\r\n"));
        assert_eq!(answer.status, 200, "{path}");
    }
    // A first save is under what holds now, and a page from before is told so.
    let other = LINK.replace("AAEC", "AAED");
    let answer = begin(&server, &other, &document(&[]));
    assert_eq!(answer.json(), "Outdated");

    // Who signs in is led to the question, from which there is a way on.
    let form = format!(
        "email=member@example.com&password={}",
        PASSWORD.replace(' ', "+")
    );
    let entered = server.submit("/sign-in", "", &form);
    assert_eq!(entered.header("location"), "/account/terms");
    let member = entered.cookie();
    let html = read(&server, "/account/terms", &format!("Cookie: {member}\r\n"));
    assert!(html.contains("Not now") && !html.contains(" checked"));
    let say = |form: &str| server.submit("/account/terms", &member, form);
    assert_eq!(say("").status, 422);
    assert_eq!(
        say("terms=2026-11-28").status,
        422,
        "that is not what holds"
    );
    // What was offered is accepted, in its language, whatever comes to be asked in
    // another: the answer is sent by a page that is English.
    let swedish = format!("Cookie: {member}\r\nAccept-Language: sv\r\n");
    let html = read(&server, "/account/terms", &swedish);
    let (_, offered) = html.split_once("name=\"terms\" value=\"").expect("a box");
    let (offered, _) = offered.split_once('"').expect("a value");
    assert!(read(&server, &format!("/terms/{offered}"), "").contains("Mina"));
    assert_eq!(say(&format!("terms={offered}")).status, 303);
    let html = read(&server, "/account/terms", &format!("Cookie: {member}\r\n"));
    assert!(html.contains("You know the versions that hold now."));
    assert!(html.contains("2026-01-31 (sv)"), "{html}");
    let entered = server.submit("/sign-in", "", &form);
    assert_eq!(entered.header("location"), "/cvs");
    drop(server);

    // Another text under a version that people were shown does not start.
    let variables = own(&files, "2026-01-31", "# Mina", "Something else");
    let output = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data.0)
        .envs(variables.iter().map(|(k, v)| (*k, v.as_str())))
        .stdout(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let words = "2026-01-31 were shown with another text (en)";
    assert!(said.contains(words), "{said}");
    assert_eq!(output.status.code(), Some(1));
    let output = merit()
        .args(["check", "--data"])
        .arg(&data.0)
        .envs(variables.iter().map(|(k, v)| (*k, v.as_str())))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains(words), "{said}");
}

/// Terms that hold from a day to come can be read, and hold nobody before it.
#[test]
fn terms_with_a_day_to_come_wait_for_it() {
    let data = Folder::new("coming-terms");
    let files = Folder::new("coming-terms-files");
    let server = start(&data, &[]);
    let link = begin(&server, LINK, &document(&[])).cookie();
    drop(server);
    let variables = own(&files, "2090-01-31", "# Mina", "# Mine");
    let server = start(&data, &variables);
    let html = read(&server, "/terms", "Accept-Language: en\r\n");
    assert!(
        html.contains(TERMS) && !html.contains("<h2>Mine</h2>"),
        "{html}"
    );
    assert!(html.contains("From 2090-01-31 a new version"), "{html}");
    let hash = between(
        &html,
        "<strong>From 2090-01-31 a new version of these terms holds.</strong> <a href=\"/terms/",
        "\"",
    );
    assert!(read(&server, &format!("/terms/{hash}"), "").contains("Mine"));
    // Nobody is asked yet, and what holds is accepted as before.
    let head = format!("Cookie: {link}\r\n");
    let asked = read(&server, "/account/terms", &head);
    assert!(
        asked.contains("You know the versions that hold now."),
        "{asked}"
    );
    let other = LINK.replace("AAEC", "AAED");
    assert_eq!(begin(&server, &other, &document(&[])).status, 200);
    let early = server.submit("/account/terms", &link, &format!("terms={hash}"));
    assert_eq!(early.status, 422);
    drop(server);
    let output = merit()
        .args(["check", "--data"])
        .arg(&data.0)
        .envs(variables.iter().map(|(k, v)| (*k, v.as_str())))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("your terms hold from 2090-01-31"), "{said}");
    // Announced, and replaced before their day: they are nowhere any more.
    let variables = own(&files, "2091-01-31", "# Andra", "# Others");
    let server = start(&data, &variables);
    assert_eq!(server.get(&format!("/terms/{hash}")).status, 404);
    assert!(read(&server, "/terms", "").contains("2091-01-31"));
}

#[test]
fn a_copy_of_the_clauses_can_be_had_and_is_counted_without_a_name() {
    let data = Folder::new("clauses");
    let files = Folder::new("clauses-files");
    let text = files.0.join("clauses.txt");
    fs::write(&text, "Module two: <controller> to processor").unwrap();
    let pdf = files.0.join("clauses.pdf");
    fs::write(&pdf, b"%PDF-1.7\n\xff\xfe").unwrap();
    let (text, pdf) = (text.display().to_string(), pdf.display().to_string());
    let parties = [
        ("MERIT_HOSTING_NAME", "Example Cloud"),
        ("MERIT_HOSTING_COUNTRY", "US"),
        ("MERIT_HOSTING_MECHANISM", "standard_clauses"),
        ("MERIT_HOSTING_DOCUMENT", &text),
        ("MERIT_BACKUPS_NAME", "Example Vault"),
        ("MERIT_BACKUPS_COUNTRY", "BR"),
        ("MERIT_BACKUPS_MECHANISM", "binding_rules"),
        ("MERIT_BACKUPS_DOCUMENT", &pdf),
    ];
    let server = Server::start_with(&data.0, &[], &parties);
    let html = read(&server, "/privacy/recipients", "");
    for path in ["/privacy/recipients/hosting", "/privacy/recipients/backups"] {
        assert!(html.contains(&format!("href=\"{path}\"")), "{path}");
    }
    let record = server.get("/privacy/record.json").json();
    assert_eq!(
        record["recipients"][0]["copy"],
        "/privacy/recipients/hosting"
    );
    let head = |answer: &Answer| {
        let name = answer.header("content-disposition").to_owned();
        (answer.header("content-type").to_owned(), name)
    };
    let answer = server.get("/privacy/recipients/hosting");
    assert_eq!(answer.text(), "Module two: <controller> to processor");
    let (kind, name) = head(&answer);
    assert_eq!(kind, "text/plain; charset=utf-8");
    assert_eq!(name, "attachment; filename=\"hosting-clauses.txt\"");
    let answer = server.get("/privacy/recipients/backups");
    assert_eq!(head(&answer).0, "application/pdf");
    assert_eq!(answer.body, b"%PDF-1.7\n\xff\xfe");
    for none in ["mail", "x", "hosting%2f.."] {
        assert_eq!(
            server.get(&format!("/privacy/recipients/{none}")).status,
            404,
            "{none}"
        );
    }
    drop(server);
    // Two downloads, two rows, and nobody in them.
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let rows = runtime.block_on(async {
        let options = backend::Options::in_folder(&data.0);
        let store = backend::Store::open(&options).await.unwrap().store;
        store.audit_list(backend::Uuid::nil(), None).await.unwrap()
    });
    let taken: Vec<_> = rows
        .iter()
        .filter(|row| row.action == Some(backend::Action::ClausesTaken))
        .map(|row| (row.actor, row.subject))
        .collect();
    assert_eq!(taken, [(None, None); 2]);
}

#[test]
fn a_recipient_without_its_copy_does_not_start_before_strangers() {
    let data = Folder::new("no-clauses");
    let output = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data.0)
        .envs(OPERATOR)
        .envs([
            ("MERIT_ORIGIN", "https://merit.example"),
            ("MERIT_HOSTING_NAME", "Example Cloud"),
            ("MERIT_HOSTING_COUNTRY", "US"),
            ("MERIT_HOSTING_MECHANISM", "standard_clauses"),
        ])
        .stdout(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("hosting.document: is missing"), "{said}");
}

const NOTICE: &str = "May Merit remember which template you used last?";

#[test]
fn yes_and_no_are_the_same_button_and_nothing_optional_is_there_before() {
    let server = Server::start("notice", &[]);
    for path in ["/", "/edit", "/storage", "/sign-up", "/terms"] {
        let answer = server.get(path);
        assert_eq!(answer.header("set-cookie"), "", "{path}");
        if path == "/sign-up" {
            continue;
        }
        let html = answer.text();
        assert_eq!(html.matches(NOTICE).count(), 1, "{path}");
        let form = between(&html, "action=\"/storage/optional\"", "</form>");
        let buttons: Vec<&str> = form.split("<button ").skip(1).collect();
        let tags: Vec<&str> = buttons
            .iter()
            .map(|it| it.split('>').next().unwrap())
            .collect();
        assert_eq!(tags.len(), 2, "{path}");
        assert_eq!(tags[0].replace("yes", "no"), tags[1], "{path}");
        assert!(
            !form.contains("checked") && !form.contains("autofocus"),
            "{path}"
        );
        assert!(!html.contains("data-remembers"), "{path}");
    }
    let answer = |form: &str, cookie: &str| server.submit("/storage/optional", cookie, form);
    let no = answer("answer=no&to=/privacy", "merit-template=hilma");
    assert_eq!((no.status, no.header("location")), (303, "/privacy"));
    let gone = no.header("set-cookie");
    assert!(
        gone.starts_with("merit-template=;") && gone.contains("Max-Age=0"),
        "{gone}"
    );
    let yes = answer("answer=yes&to=https://evil.example", "");
    assert_eq!((yes.status, yes.header("location")), (303, "/"));
    let kept = yes.header("set-cookie");
    assert!(
        kept.starts_with("merit-storage=yes; ") && !kept.contains("HttpOnly"),
        "{kept}"
    );
    assert!(kept.contains("Max-Age=31536000"), "a year at most: {kept}");
    for wrong in ["", "answer=maybe&to=/", "answer=yes"] {
        assert_eq!(answer(wrong, "").header("set-cookie"), "", "{wrong}");
    }
    // On a computer that keeps nothing the answer is not kept.
    let shared = answer("answer=yes&to=/", "merit-shared=1");
    assert!(shared.header("set-cookie").starts_with("merit-template=;"));
}

#[test]
fn only_after_a_yes_the_last_template_is_the_next_one_and_a_signal_is_a_no() {
    let server = Server::start("remembers", &[]);
    let edit = |headers: &str| {
        let answer = server.get_with("/edit", headers);
        let html = answer.text();
        let tag = between(&html, "<html", ">");
        let begins = tag.contains("data-template=\"{&quot;name&quot;:&quot;hilma");
        let forgotten = answer.header("set-cookie").starts_with("merit-template=;");
        (
            begins,
            html.contains("data-remembers"),
            html.contains(NOTICE),
            forgotten,
        )
    };
    let built = server.get("/edit").text().contains("data-template=");
    let cases = [
        ("", (false, false, true, false)),
        (
            "Cookie: merit-template=hilma\r\n",
            (false, false, true, true),
        ),
        ("Cookie: merit-storage=no\r\n", (false, false, false, false)),
        (
            "Cookie: merit-storage=no; merit-template=hilma\r\n",
            (false, false, false, true),
        ),
        (
            "Cookie: merit-storage=yes\r\n",
            (false, built, false, false),
        ),
        (
            "Cookie: merit-storage=yes; merit-template=hilma\r\n",
            (built, built, false, false),
        ),
        (
            "Cookie: merit-storage=yes; merit-template=\"><b>\r\n",
            (false, built, false, false),
        ),
        (
            "Cookie: merit-storage=yes; merit-template=hilma\r\nSec-GPC: 1\r\n",
            (false, false, false, true),
        ),
        ("Sec-GPC: 1\r\n", (false, false, false, false)),
        (
            "Cookie: merit-storage=yes; merit-template=hilma; merit-shared=1\r\n",
            (false, false, false, true),
        ),
    ];
    for (headers, expected) in cases {
        assert_eq!(edit(headers), expected, "{headers}");
    }
    let storage = |headers: &str| server.get_with("/storage", headers).text();
    assert!(storage("Sec-GPC: 1\r\n").contains("counts as a no. It is not stored"));
    assert!(!storage("Sec-GPC: 1\r\n").contains("/storage/optional"));
    assert!(storage("Cookie: merit-storage=yes\r\n").contains("You have accepted."));
    assert!(storage("Cookie: merit-storage=no\r\n").contains("You have declined."));
    // The answer can be changed wherever one is.
    assert!(storage("Cookie: merit-storage=no\r\n").contains("/storage/optional"));
    assert!(read(&server, "/", "").contains(">Cookies and storage</a>"));
}
