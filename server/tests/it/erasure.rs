//! Being erased, over HTTP and at the command line: what is shown, the delay, the
//! report and what checks it.

use std::fs;
use std::process::Output;

use serde_json::json;

use crate::http::{Answer, Folder, Server, merit};
use crate::members::{made, run};
use crate::saving::{ID, LINK, begin, document};

const SURE: &str = "sure=on";
const ERASE: &str = "/account/erase";

fn get(server: &Server, path: &str, cookie: &str) -> Answer {
    server.get_with(
        path,
        &format!("Cookie: {cookie}\r\nAccept-Language: en\r\n"),
    )
}

/// The owner link, as somebody pastes it.
fn shown_again() -> String {
    format!("{SURE}&link=http%3A%2F%2Flocalhost%2Fedit%23owner%3D{LINK}")
}

fn publish(server: &Server, cookie: &str) {
    let form = "version=1&slug=annas-sida";
    let answer = crate::public::publish(server, cookie, form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(server.get("/cv/annas-sida").status, 200);
}

/// The path of the report behind a form that was taken.
fn path(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let path = answer.header("location").to_owned();
    assert!(path.starts_with("/erasure/"), "{path}");
    path
}

fn verified(arguments: &[&str]) -> Output {
    merit().arg("verify").args(arguments).output().unwrap()
}

fn said(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    out + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn an_owner_link_is_shown_again_and_the_erasure_waits() {
    let server = Server::start("erasure-link", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    publish(&server, &cookie);
    let page = get(&server, ERASE, &cookie);
    assert_eq!(page.status, 200);
    assert_eq!(page.header("cache-control"), "no-store");
    let text = page.text();
    for part in [
        "data-kind=\"document\"",
        "data-kind=\"owner_link\"",
        "data-kind=\"publication\"",
        "data-kind=\"audit\"",
        "data-kind=\"backups\"",
        "Erase everything in 3 days",
        "name=\"link\"",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("data-kind=\"login\""), "{text}");
    // Nobody presses that by accident, and nobody who only sits there.
    let unsure = server.submit(ERASE, &cookie, &format!("link={LINK}"));
    assert_eq!(unsure.status, 422);
    for wrong in [
        "",
        "&link=",
        "&link=x",
        &format!("&link={}", LINK.replace('A', "B")),
    ] {
        let refused = server.submit(ERASE, &cookie, &format!("{SURE}{wrong}"));
        assert_eq!(refused.status, 422, "{wrong}");
    }
    assert_eq!(server.get("/cv/annas-sida").status, 200);

    let asked = server.submit(ERASE, &cookie, &shown_again());
    let report = path(&asked);
    assert_eq!(asked.header("clear-site-data"), "");
    assert_eq!(server.get("/cv/annas-sida").status, 410);
    let waiting = get(&server, &report, &cookie).text();
    assert!(waiting.contains("Keep everything"), "{waiting}");
    assert!(waiting.contains(&report), "the address to keep: {waiting}");
    // Others who have the address see that it waits, and can do nothing.
    let others = get(&server, &report, "").text();
    assert!(others.contains("Everything will be erased"), "{others}");
    assert!(!others.contains("/account/erase/cancel"), "{others}");
    assert_eq!(
        get(&server, &format!("{report}/report.json"), "").status,
        404
    );
    // Meanwhile the CV is there, and not public.
    let known = json!({ "id": ID, "known": null });
    assert_eq!(server.call("cv_load", &cookie, &known).json()["version"], 1);
    let form = "version=1&slug=annas-sida";
    let refused = server.submit(&format!("/share/{ID}/publish"), &cookie, form);
    assert_eq!(refused.status, 422);

    let kept = server.submit("/account/erase/cancel", &cookie, "");
    assert_eq!(kept.header("location"), "/account/erase?done=kept");
    let page = get(&server, "/account/erase?done=kept", &cookie).text();
    assert!(page.contains("Everything stays"), "{page}");
    let unknown = get(&server, &report, &cookie);
    assert_eq!(unknown.status, 404);
    publish(&server, &cookie);
}

#[test]
fn without_a_delay_the_report_is_there_at_once_and_can_be_checked() {
    let data = Folder::new("erasure-now");
    let delay = [("MERIT_ERASURE_DELAY_DAYS", "0")];
    let server = Server::start_with(&data.0, &[], &delay);
    let cookie = begin(&server, LINK, &document(&[(cv::Field::Name, "Anna")])).cookie();
    publish(&server, &cookie);
    let page = get(&server, ERASE, &cookie).text();
    assert!(page.contains("Erase everything now"), "{page}");
    let asked = server.submit(ERASE, &cookie, &shown_again());
    let report = path(&asked);
    assert_eq!(asked.header("clear-site-data"), "\"cookies\", \"storage\"");
    assert_eq!(server.get("/cv/annas-sida").status, 404);
    assert_eq!(get(&server, ERASE, &cookie).header("location"), "/sign-in");

    let page = get(&server, &report, "").text();
    assert!(page.contains("Everything is erased"), "{page}");
    assert!(page.contains("data-kind=\"person_key\""), "{page}");
    let file = get(&server, &format!("{report}/report.json"), "");
    assert_eq!(file.status, 200);
    assert_eq!(file.header("cache-control"), "no-store");
    assert!(file.header("content-disposition").starts_with("attachment"));
    assert!(!file.text().contains("Anna") && !file.text().contains("annas-sida"));
    let number = file.json()["report"]["number"].as_str().unwrap().to_owned();
    assert!(page.contains(&number), "{page}");
    let key = server.get("/.well-known/merit-report-key.json");
    assert_eq!(key.json()["crv"], "Ed25519");

    let folder = Folder::new("erasure-report");
    let at = |name: &str, bytes: &[u8]| {
        let path = folder.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let path = at("report.json", &file.body);
    let key = at("key.json", &key.body);
    let good = verified(&[&path, "--key", &key]);
    assert_eq!(good.status.code(), Some(0), "{}", said(&good));
    assert!(said(&good).contains(&number), "{}", said(&good));
    let alone = verified(&[&path]);
    assert_eq!(alone.status.code(), Some(0), "{}", said(&alone));
    assert!(said(&alone).contains("It names its key itself"));
    let count = file.text().replacen("\"count\": 1", "\"count\": 0", 1);
    assert_ne!(count, file.text());
    let changed = at("changed.json", count.as_bytes());
    let other = Server::start("erasure-other", &[]).get("/.well-known/merit-report-key.json");
    let other = at("other.json", &other.body);
    let nothing = at("nothing.json", b"{}");
    for (arguments, why) in [
        (vec![changed.as_str(), "--key", &key], "it was changed"),
        (vec![changed.as_str()], "it was changed"),
        (vec![path.as_str(), "--key", &other], "with another key"),
        (vec![path.as_str(), "--key", &nothing], "is no public key"),
        (vec![nothing.as_str()], "is no report"),
        (vec!["/nowhere/report.json"], "cannot read"),
    ] {
        let refused = verified(&arguments);
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}");
        let said = said(&refused);
        assert!(said.contains(why) && said.lines().count() == 1, "{said}");
    }
}

#[test]
fn a_member_proves_who_they_are_and_sees_that_it_waits() {
    let data = Folder::new("erasure-member");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "member");
    let page = get(&server, ERASE, &cookie).text();
    assert!(page.contains("data-kind=\"login\""), "{page}");
    assert!(!page.contains("name=\"link\""), "{page}");
    let report = path(&server.submit(ERASE, &cookie, SURE));
    let account = get(&server, "/account", &cookie).text();
    assert!(
        account.contains("This account will be erased on"),
        "{account}"
    );
    // The letter has the same address.
    let listed = run(&data, &["mail", "list"]);
    let id = listed.lines().find(|line| line.contains("erasure asked"));
    let id = id.unwrap_or_else(|| panic!("{listed}"));
    let id = id.split_whitespace().find(|word| word.len() == 36).unwrap();
    let letter = run(&data, &["mail", "show", id]);
    assert!(letter.contains(&report), "{letter}");
    // With the old address of the report nothing can be called off.
    let kept = server.submit("/account/erase/cancel", &cookie, "");
    assert_eq!(kept.status, 303);
    let account = get(&server, "/account", &cookie).text();
    assert!(
        !account.contains("This account will be erased on"),
        "{account}"
    );
}

#[test]
fn what_would_go_is_counted_and_then_goes() {
    let data = Folder::new("purge");
    let mut server = Server::start_in(&data.0, &[]);
    let asked = server.submit(
        "/sign-up",
        "",
        "email=a@example.com&adult=on&policy=on&terms=2026-11-28",
    );
    assert_eq!(asked.header("location"), "/check-mail");
    server.kill();
    let dry = run(&data, &["purge", "--dry-run"]);
    assert!(dry.contains("Nothing was deleted."), "{dry}");
    for line in [
        "0  accounts to be erased (14 days)",
        "0  sign-ins (90 days)",
        "0  unused accounts (365 days)",
        "0  rows of the audit log (1096 days)",
    ] {
        assert!(dry.contains(line), "{line} in {dry}");
    }
    let file = data.0.join("merit.toml");
    fs::write(&file, "[retention]\nsign_in_days = 30\n").unwrap();
    let done = run(&data, &["purge"]);
    assert!(done.contains("0  sign-ins (30 days)"), "{done}");
    assert!(!done.contains("Nothing was deleted."), "{done}");
    fs::write(&file, "[retention]\nsign_in_days = 300\n").unwrap();
    let refused = merit()
        .args(["purge", "--data"])
        .arg(&data.0)
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1));
    let told = said(&refused);
    assert!(told.contains("longer than 90 days"), "{told}");
    assert!(told.contains("retention.sign_in_ground"), "{told}");
    // With a ground, which the policy shows.
    let founded = "[retention]\nsaved_days = 400\nsaved_ground = \"Our pupils <come> back.\"\n";
    fs::write(&file, founded).unwrap();
    let server = Server::start_in(&data.0, &[]);
    let policy = get(&server, "/privacy", "").text();
    assert!(policy.contains("400 days"), "{policy}");
    assert!(policy.contains("Our pupils &lt;come&gt; back."), "{policy}");
}
