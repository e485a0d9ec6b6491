//! What people are told of their data: the policy, the tables and the record that
//! are made from the inventory, who is responsible, and the promises.

use crate::http::{Folder, OPERATOR, Server, merit};
use crate::saving::{ID, LINK, begin, document};
use privacy::inventory::{self, Need};
use privacy::{POLICY_VERSION, Periods, Place, promises, record, storage};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Stdio;
use std::time::{Duration, Instant};

const PAGES: [&str; 9] = [
    "/privacy",
    "/privacy/categories",
    "/privacy/california",
    "/privacy/record",
    "/privacy/recipients",
    "/storage",
    "/promises",
    "/terms",
    "/",
];

/// A page in a language, with its entities read and without the marks between texts.
fn page(server: &Server, path: &str, lang: &str) -> String {
    let answer = server.get_with(path, &format!("Accept-Language: {lang}\r\n"));
    assert_eq!(answer.status, 200, "{path}");
    answer.text().replace("&amp;", "&").replace("<!>", "")
}

/// What `merit serve` says of a configuration that it does not start with.
fn refused(name: &str, variables: &[(&str, &str)]) -> String {
    let data = Folder::new(name);
    let output = merit()
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data.0.join("data"))
        .envs(variables.iter().copied())
        .stdout(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(!data.0.join("data").exists());
    String::from_utf8(output.stderr).unwrap()
}

const HTTPS: (&str, &str) = ("MERIT_ORIGIN", "https://merit.example");

#[test]
fn strangers_are_told_who_is_responsible() {
    let said = refused("nobody-responsible", &[HTTPS]);
    for key in ["operator.name", "operator.address", "operator.email"] {
        assert!(said.contains(key), "{key}: {said}");
    }
    let more = [
        ("MERIT_OPERATOR_REGISTRATION_NUMBER", "556000-0000"),
        ("MERIT_OPERATOR_OFFICER", "Eva <Ek>"),
    ];
    let data = Folder::new("responsible");
    let server = Server::start_with(&data.0, &["--origin", HTTPS.1], &more);
    for path in ["/privacy", "/privacy/record"] {
        let html = page(&server, path, "en");
        for (_, said) in OPERATOR {
            assert!(html.contains(said), "{path}: {said}");
        }
        assert!(html.contains("556000-0000"), "{path}");
        assert!(html.contains("Eva &lt;Ek&gt;"), "{path}");
    }
    let html = page(&server, "/privacy", "en");
    assert!(html.contains("https://www.imy.se/"));
    assert!(html.contains("https://www.edpb.europa.eu/"));
    assert!(html.contains(POLICY_VERSION));
}

#[test]
fn letters_leave_by_nobody_who_is_not_named() {
    let smtp = [
        HTTPS,
        OPERATOR[0],
        OPERATOR[1],
        OPERATOR[2],
        ("MERIT_MAIL_HOST", "smtp.example"),
        ("MERIT_MAIL_FROM", "merit@merit.example"),
    ];
    let said = refused("no-provider", &smtp);
    assert!(said.contains("mail.provider"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn a_recipient_that_nothing_allows_cannot_be_configured() {
    let named = ("MERIT_HOSTING_NAME", "Example Cloud");
    // Not in development either.
    let development = ("MERIT_DEVELOPMENT", "true");
    let us = ("MERIT_HOSTING_COUNTRY", "US");
    let said = refused("no-mechanism", &[named, us, development]);
    assert!(said.contains("outside the EEA"), "{said}");
    let adequacy = ("MERIT_HOSTING_MECHANISM", "adequacy");
    let china = ("MERIT_HOSTING_COUNTRY", "CN");
    let said = refused("not-adequate", &[named, china, adequacy]);
    assert!(said.contains("has not decided"), "{said}");
}

#[test]
fn recipients_are_listed_with_their_country() {
    let data = Folder::new("recipients");
    let parties = [
        ("MERIT_HOSTING_NAME", "Example Hosting"),
        ("MERIT_HOSTING_COUNTRY", "de"),
        ("MERIT_BACKUPS_NAME", "Example <Vault>"),
        ("MERIT_BACKUPS_COUNTRY", "US"),
        ("MERIT_BACKUPS_MECHANISM", "standard_clauses"),
    ];
    let server = Server::start_with(&data.0, &[], &parties);
    let html = page(&server, "/privacy/recipients", "en");
    for there in [
        "Example Hosting",
        "Germany",
        "Example &lt;Vault&gt;",
        "United States",
        "Standard contractual clauses",
    ] {
        assert!(html.contains(there), "{there}");
    }
    let html = page(&server, "/privacy/recipients", "sv");
    assert!(html.contains("Tyskland") && html.contains("Standardavtalsklausuler"));
    // The record names what leaves the EEA, and only that.
    let html = page(&server, "/privacy/record", "en");
    assert!(html.contains("United States") && !html.contains("Germany"));
    let json = server.get("/privacy/record.json").json();
    assert_eq!(json["recipients"][1]["mechanism"], "standard_clauses");
    assert_eq!(json["recipients"][0]["country"], "DE");
}

#[test]
fn the_policy_says_what_the_inventory_says() {
    let server = Server::start("policy", &[]);
    for (lang, code) in [(texts::Lang::En, "en"), (texts::Lang::Sv, "sv")] {
        let html = page(&server, "/privacy", code);
        for (purpose, summary) in record::activities(&Periods::default()) {
            assert!(html.contains(app::pages::privacy::words::purpose(purpose, lang)));
            for label in &summary.labels {
                let label = app::pages::privacy::label(*label, lang);
                assert!(html.contains(label), "{label}");
            }
            for (purpose, basis) in &summary.purposes {
                let said = app::pages::privacy::words::legal_basis(*basis, lang);
                assert!(html.contains(said), "{said}");
                let interest = app::pages::privacy::words::interest(*purpose, *basis, lang);
                assert!(interest.is_none_or(|it| html.contains(it)), "{interest:?}");
            }
            for need in summary.needs.keys() {
                let said = app::pages::privacy::words::need(*need, lang);
                assert!(html.contains(said), "{said}");
            }
            for (kept, start, _) in summary.retentions.keys() {
                let said = app::pages::privacy::words::kept(*kept, *start, lang);
                assert!(html.contains(&said), "{said}");
            }
        }
    }
}

#[test]
fn the_categories_are_those_of_the_inventory() {
    let server = Server::start("categories", &[]);
    for (lang, code) in [(texts::Lang::En, "en"), (texts::Lang::Sv, "sv")] {
        let html = page(&server, "/privacy/categories", code);
        for entry in inventory::all() {
            let category = app::pages::privacy::words::category(entry.category, lang);
            assert!(html.contains(category), "{category}");
            let label = app::pages::privacy::label(entry.label(), lang);
            assert!(html.contains(label), "{label}");
            for recipient in entry.recipients {
                let said = app::pages::privacy::words::recipient(*recipient, lang);
                assert!(html.contains(said), "{said}");
            }
            let source = app::pages::privacy::words::source(entry.source, lang);
            assert!(html.contains(source), "{source}");
            if let Some(reason) = entry.sensitive {
                let said = app::pages::privacy::words::sensitive(reason, lang);
                assert!(html.contains(said), "{said}");
            }
        }
    }
}

#[test]
fn the_record_is_a_page_and_a_file() {
    let server = Server::start("record", &[]);
    let json = server.get("/privacy/record.json").json();
    let activities = json["activities"].as_array().unwrap();
    assert_eq!(
        activities.len(),
        record::activities(&Periods::default()).len()
    );
    for (lang, html) in [
        ("en", page(&server, "/privacy/record", "en")),
        ("sv", page(&server, "/privacy/record", "sv")),
    ] {
        for activity in activities {
            assert!(html.contains(activity["purpose"][lang].as_str().unwrap()));
            for part in [
                "legal_bases",
                "data_subjects",
                "categories",
                "data",
                "recipients",
                "retention",
                "measures",
            ] {
                let said = activity[part].as_array().unwrap();
                assert!(!said.is_empty(), "{part}");
                for one in said {
                    let one = one[lang].as_str().unwrap();
                    assert!(html.contains(one), "{part}: {one}");
                }
            }
        }
    }
    assert_eq!(json["policy"], POLICY_VERSION);
    assert_eq!(json["controller"]["name"], Value::Null);
}

#[test]
fn a_form_says_why_it_asks() {
    let server = Server::start("why", &[]);
    let html = page(&server, "/sign-up", "en");
    let entry = inventory::entry("login.email").unwrap();
    assert!(matches!(entry.need, Need::Mandatory(_)));
    let needed = app::pages::privacy::words::need(entry.need, texts::Lang::En);
    assert!(html.contains("Why we ask: ") && html.contains(needed));
}

/// Whoever looks around with a browser that has no cookies gets every page, and none
/// of them sets one.
#[test]
fn nobody_gets_a_cookie_for_looking() {
    let server = Server::start("no-cookie", &[]);
    for path in PAGES.into_iter().chain(["/edit", "/sign-up", "/sign-in"]) {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("set-cookie"), "", "{path}");
    }
}

#[test]
fn every_cookie_is_in_the_registry() {
    let server = Server::start("cookies", &[]);
    let answers = [
        begin(&server, LINK, &document(&[])),
        server.submit("/language", "", "lang=sv&to=/"),
        server.submit("/shared", "", "shared=1"),
        server.submit("/storage/optional", "", "answer=yes&to=/"),
        server.submit("/storage/optional", "", "answer=no&to=/"),
    ];
    let cookie = answers[0].cookie();
    let link = "version=1&slug=anna-k&password=tre%2Bgula%2Bpaddor%2Bi%2Bmossen";
    let made = server.submit(&format!("/share/{ID}/publish"), &cookie, link);
    assert_eq!(made.status, 303, "{}", made.text());
    let opened = server.submit(
        "/cv/anna-k",
        "",
        "password=tre%2Bgula%2Bpaddor%2Bi%2Bmossen",
    );
    let edit = server.get_with("/edit", &format!("Cookie: {cookie}\r\n"));
    let mut set = BTreeSet::new();
    for answer in answers.into_iter().chain([opened, edit]) {
        let cookie = answer.header("set-cookie").to_owned();
        let (name, _) = cookie.split_once('=').expect("a cookie");
        set.insert(name.to_owned());
    }
    let declared = storage().filter(|(stored, _)| stored.place() == Place::Cookie);
    let declared: BTreeSet<String> = declared.map(|(it, _)| it.name().to_owned()).collect();
    assert_eq!(set, declared);
}

#[test]
fn the_page_about_storage_is_the_registry() {
    let server = Server::start("storage-page", &[]);
    for code in ["en", "sv"] {
        let html = page(&server, "/storage", code);
        let named = html.matches("<h2><code>").count();
        assert_eq!(named, storage().count());
        for (stored, _) in storage() {
            assert!(html.contains(&format!("<code>{}</code>", stored.name())));
        }
    }
}

/// Nobody is tracked, with or without the signal.
#[test]
fn a_signal_of_the_browser_changes_nothing() {
    let server = Server::start("signal", &[]);
    for path in PAGES {
        let usual = server.get(path);
        let signalled = server.get_with(path, "DNT: 1\r\n");
        // The promises say when the server looked at itself.
        if path != "/promises" {
            assert_eq!(usual.text(), signalled.text(), "{path}");
        }
        assert_eq!(usual.header("set-cookie"), signalled.header("set-cookie"));
    }
}

#[test]
fn the_promises_are_a_page_and_a_file() {
    let server = Server::start("promises", &[]);
    // The server looks at itself from its start on.
    let start = Instant::now();
    let json = loop {
        let json = server.get("/promises.json").json();
        if json["promises"][41]["kept"] == true {
            break json;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{json}");
    };
    let told = json["promises"].as_array().unwrap();
    assert_eq!(told.len(), usize::from(promises::LAST));
    for (promise, told) in promises::all().zip(told) {
        assert_eq!(told["number"], promise.number);
        let built = promise.state != promises::State::NotBuilt;
        assert_eq!(told["kept"], built, "{told}");
        let abstained = promise.state == promises::State::Abstained;
        assert_eq!(told["abstained"], abstained, "{told}");
        assert_eq!(told["check"].as_array().unwrap().is_empty(), !built);
        assert_eq!(told["waits_for"].is_null(), built, "{told}");
    }
    let at = told[41]["checked_at"].as_str().unwrap();
    assert!(at.ends_with('Z') && at.len() == 20, "{at}");
    assert_eq!(told[0]["checked_at"], Value::Null);
    for code in ["en", "sv"] {
        let html = page(&server, "/promises", code);
        assert_eq!(html.matches("<li id=\"r").count(), told.len());
        let count = match code {
            "en" => "94 of 104 promises are kept",
            _ => "94 av 104 löften hålls",
        };
        assert!(html.contains(count), "{code}");
        // Each says how it is kept, or why it is not.
        for promise in html.split("<li id=\"r").skip(1) {
            let promise = promise.split("</li>").next().unwrap();
            assert_eq!(promise.matches("<p>").count(), 1, "{code}: {promise}");
        }
        assert!(html.contains(at.split('T').next().unwrap()), "{code}");
        for promise in promises::all() {
            for check in &promise.checks {
                let named = matches!(check, promises::Check::Running(_));
                assert!(named || html.contains(&check.name()), "{check:?}");
            }
        }
    }
}
