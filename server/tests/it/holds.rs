//! Holds and proofs of consent at the command line, and what whoever is erased is
//! told of them.

use std::process::Output;

use backend::DAY;
use privacy::Date;
use time::OffsetDateTime;

use crate::http::{Answer, Folder, Server, merit};
use crate::members::{made, run};

const ADDRESS: &str = "member@example.com";
const WHY: &str = "Tvisten vid Attunda tingsrätt";
const ERASE: &str = "/account/erase";

fn in_days(days: i64) -> Date {
    let now = OffsetDateTime::now_utc().unix_timestamp() * 1000;
    Date::of(now + days * DAY)
}

fn tried(data: &Folder, arguments: &[&str]) -> (String, Option<i32>) {
    let output: Output = merit()
        .args(arguments)
        .arg("--data")
        .arg(&data.0)
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = out + &String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("panicked"), "{said}");
    (said, output.status.code())
}

fn refused(data: &Folder, arguments: &[&str], why: &str) {
    let (said, code) = tried(data, arguments);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains(why), "{why} in {said}");
}

fn get(server: &Server, path: &str, cookie: &str) -> Answer {
    let headers = format!("Cookie: {cookie}\r\nAccept-Language: en\r\n");
    server.get_with(path, &headers)
}

#[test]
fn a_hold_is_placed_told_and_ended() {
    let data = Folder::new("holds");
    let delay = [("MERIT_ERASURE_DELAY_DAYS", "0")];
    let server = Server::start_with(&data.0, &[], &delay);
    let cookie = made(&server, &data, "member");
    let review = in_days(60).to_string();
    let place = [
        "hold", "place", ADDRESS, "login", "--ground", "claim", "--reason", WHY,
    ];
    refused(&data, &place, "--review");
    let with = |review: &str| {
        let mut all: Vec<String> = place.map(str::to_owned).to_vec();
        all.extend(["--review".to_owned(), review.to_owned()]);
        all
    };
    for (day, why) in [
        ("2020-01-01", "has to come yet"),
        ("2026-02-30", "is no day"),
        (&in_days(500).to_string(), "at most 366 days"),
    ] {
        let arguments = with(day);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        refused(&data, &arguments, why);
    }
    let strange = [
        "hold", "place", ADDRESS, "session", "--ground", "claim", "--reason", WHY,
    ];
    refused(
        &data,
        &strange,
        "cannot be held: choose one of document, photo",
    );
    let strange = [
        "hold", "place", ADDRESS, "login", "--ground", "envy", "--reason", WHY,
    ];
    refused(
        &data,
        &strange,
        "choose one of claim, duty, order, own_request",
    );
    assert!(run(&data, &["hold", "list"]).contains("Nothing is held."));

    let arguments = with(&review);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let said = run(&data, &arguments);
    let id = said
        .split_whitespace()
        .nth(1)
        .unwrap()
        .trim_end_matches('.')
        .to_owned();
    let listed = run(&data, &["hold", "list"]);
    for part in [&id, WHY, "ground: claim", &review, "of account"] {
        assert!(listed.contains(part), "{part} in {listed}");
    }

    // Who is to be erased is told before, and in the report.
    let told = |page: &str| {
        for part in [
            "data-kind=\"hold\"",
            "Held: Address, password and second factor",
            "A legal claim needs it (GDPR, Article 17(3)(e)).",
            &review,
            "Apart from what is held below",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains(WHY), "{page}");
    };
    told(&get(&server, ERASE, &cookie).text());
    let asked = server.submit(ERASE, &cookie, "sure=on");
    assert_eq!(asked.status, 303, "{}", asked.text());
    let report = asked.header("location").to_owned();
    told(&get(&server, &report, "").text());
    let file = get(&server, &format!("{report}/report.json"), "").json();
    let kept = file["report"]["kept"].as_array().unwrap();
    let held = kept.iter().find(|line| line["kind"] == "hold").unwrap();
    assert_eq!(
        (&held["of"], &held["ground"]),
        (&"login".into(), &"claim".into())
    );

    let read = run(&data, &["hold", "read", &id]);
    assert!(read.contains(ADDRESS), "{read}");
    let later = in_days(90).to_string();
    run(&data, &["hold", "review", &id, "--review", &later]);
    let listed = run(&data, &["hold", "list"]);
    assert!(
        listed.contains(&later) && listed.contains("who is erased"),
        "{listed}"
    );
    let purged = run(&data, &["purge", "--dry-run"]);
    assert!(purged.contains("0  holds that have ended"), "{purged}");
    refused(
        &data,
        &["hold", "end", &id, "--reason", "boredom"],
        "over or mistake",
    );
    run(&data, &["hold", "end", &id, "--reason", "over"]);
    assert!(run(&data, &["hold", "list"]).contains("Nothing is held."));
    refused(&data, &["hold", "read", &id], "no such hold");
    refused(
        &data,
        &["hold", "end", &id, "--reason", "over"],
        "no such hold",
    );
}

#[test]
fn who_is_gone_can_still_be_asked_about() {
    let data = Folder::new("proofs");
    let delay = [("MERIT_ERASURE_DELAY_DAYS", "0")];
    let server = Server::start_with(&data.0, &[], &delay);
    let cookie = made(&server, &data, "member");
    let version = privacy::ConsentPurpose::Salary.version();
    let form = format!("purpose=salary&version={version}&say=give");
    let given = server.submit("/account/consents", &cookie, &form);
    assert_eq!(given.status, 303, "{}", given.text());
    let asked = server.submit(ERASE, &cookie, "sure=on");
    assert_eq!(asked.status, 303, "{}", asked.text());
    let today = in_days(0).to_string();
    let proof = |address: &str, purpose: &str, version: &str| {
        let of = [
            "consent",
            "proof",
            "--address",
            address,
            "--purpose",
            purpose,
        ];
        let rest = ["--version", version, "--day", &today];
        tried(&data, &[&of[..], &rest[..]].concat())
    };
    let (said, code) = proof(ADDRESS, "salary", version);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(&format!("given on {today}")), "{said}");
    let (said, _) = proof("somebody@example.com", "salary", version);
    assert!(said.contains("Nothing shows consent"), "{said}");
    let (said, code) = proof(ADDRESS, "world_peace", version);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("personal_details, salary"), "{said}");
}
