//! A change of the policy over HTTP, without a script: announced by staff, shown to
//! everybody, answered by each for themselves; and the way out.

use privacy::{ConsentPurpose, Date};
use serde_json::json;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::http::{Folder, Server};
use crate::members::{made, with_second_factor};
use crate::saving::{LINK, begin, document};

fn read(server: &Server, path: &str, cookie: &str) -> String {
    let answer = server.get_with(path, &format!("Cookie: {cookie}\r\n"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.text().replace("<!>", "")
}

fn today() -> Date {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Date::of(now.as_millis() as i64)
}

fn officer(server: &Server, data: &Folder) -> String {
    let cookie = made(server, data, "privacy_officer");
    with_second_factor(server, &cookie)
}

/// Announces a change that asks for the consent about salaries anew.
fn announced(server: &Server, officer: &str, day: Date) {
    let form = format!(
        "day={day}&material=on&salary=on&sv=L%C3%B6ner+visas.&en=Salaries+%3Cb%3Eare%3C%2Fb%3E+shown."
    );
    let answer = server.submit("/admin/policy", officer, &form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(answer.header("location"), "/admin/policy?done=announced");
}

#[test]
fn a_change_is_announced_shown_and_answered() {
    let data = Folder::new("policy-change");
    let server = Server::start_in(&data.0, &[]);
    let officer = officer(&server, &data);
    let link = begin(&server, LINK, &document(&[])).cookie();
    let member = made(&server, &data, "member");
    let version = ConsentPurpose::Salary.version();
    let give = |version: &str| format!("purpose=salary&version={version}&say=give");
    let given = server.submit("/account/consents", &member, &give(version));
    assert_eq!(given.status, 303);

    // Too soon, and not in both languages: what was written is there again.
    let soon = today().days_later(3);
    for (form, problem) in [
        (
            format!("day={soon}&material=on&sv=x&en=Kept%3C%2Ftextarea%3E"),
            "at the earliest",
        ),
        (
            format!("day={soon}&en=Kept%3C%2Ftextarea%3E"),
            "in both languages",
        ),
        (
            "day=soon&sv=x&en=Kept%3C%2Ftextarea%3E".to_owned(),
            "Write a day",
        ),
        (
            format!("day={}&sv=x&en=Kept%3C%2Ftextarea%3E", today()),
            "later than today",
        ),
        (
            format!("day={soon}&sv=x&en=Kept%3C%2Ftextarea%3E&facts=none"),
            "merit policy facts",
        ),
    ] {
        let answer = server.submit("/admin/policy", &officer, &form);
        let text = answer.text();
        assert_eq!(answer.status, 422, "{form}");
        assert!(text.contains(problem), "{problem}: {text}");
        assert!(text.contains(">Kept&lt;/textarea&gt;</textarea>"), "{text}");
    }
    assert!(!server.get("/privacy").text().contains("shown."));

    let day = today().days_later(30);
    announced(&server, &officer, day);
    let announcement = format!("From {day}");
    // Everybody reads it on the policy's page, where nothing but words came of it.
    let public = server
        .get_with("/privacy", "Accept-Language: en\r\n")
        .text();
    assert!(public.contains(&announcement), "{public}");
    assert!(
        public.contains("Salaries &lt;b&gt;are&lt;/b&gt; shown."),
        "{public}"
    );
    let swedish = server
        .get_with("/privacy", "Accept-Language: sv\r\n")
        .text();
    assert!(swedish.contains("Löner visas."));
    // Nobody who is not signed in has a banner.
    let banner = "The privacy policy changes on";
    assert!(!server.get("/").text().contains(banner));
    for (cookie, renew) in [(&link, false), (&member, true)] {
        for path in ["/", "/terms", "/account/data", "/account/consents"] {
            let text = read(&server, path, cookie);
            assert!(text.contains(banner), "{path}: {text}");
            assert!(text.contains("href=\"/account/leave\""), "{path}");
            assert_eq!(
                text.contains("something that you agreed to"),
                renew,
                "{path}"
            );
        }
        let editor = read(&server, "/edit", cookie);
        assert!(editor.contains("The terms of service or the privacy policy are new."));
        let page = read(&server, "/account/policy", cookie);
        assert!(
            page.contains(&announcement) && !page.contains("<script"),
            "{page}"
        );
        assert_eq!(page.contains("you agreed to an earlier text"), renew);
    }

    // Another version than one that was announced is not read.
    let other = server.submit("/account/policy", &link, "version=2031-01-01");
    assert_eq!(other.status, 422);
    let read_it = format!("version={day}");
    for cookie in [&link, &member] {
        let answer = server.submit("/account/policy", cookie, &read_it);
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    assert!(!read(&server, "/", &link).contains(banner));
    // A consent is still to be answered.
    assert!(read(&server, "/", &member).contains(banner));
    let consents = read(&server, "/account/consents", &member);
    assert!(
        consents.contains(&format!("From {day} also:")),
        "{consents}"
    );
    assert!(
        consents.contains(&format!("this ends on {day}")),
        "{consents}"
    );
    let given = server.submit("/account/consents", &member, &give(&day.to_string()));
    assert_eq!(given.status, 303, "{}", given.text());
    assert!(!read(&server, "/", &member).contains(banner));
    let stale = server.submit("/account/consents", &member, &give("2031-01-01"));
    assert_eq!(stale.status, 422);

    // Taken back, it is nowhere any more.
    let back = server.submit("/admin/policy/withdraw", &officer, &read_it);
    assert_eq!(back.header("location"), "/admin/policy?done=withdrawn");
    assert!(!server.get("/privacy").text().contains(&announcement));
    let consents = read(&server, "/account/consents", &member);
    assert!(consents.contains("You have agreed since"), "{consents}");
    let log = read(&server, "/account/policy", &member);
    assert!(log.contains("No change of the privacy policy is announced."));
}

#[test]
fn who_does_not_want_to_stay_leaves_in_two_steps() {
    let data = Folder::new("policy-leave");
    let variables = [("MERIT_ERASURE_DELAY_DAYS", "0")];
    let server = Server::start_with(&data.0, &[], &variables);
    let member = made(&server, &data, "member");
    let page = read(&server, "/account/leave", &member);
    assert!(page.contains("Step 1") && page.contains("Step 2"), "{page}");
    let asked = server.submit("/account/export", &member, "to=%2Faccount%2Fleave");
    assert_eq!(asked.header("location"), "/account/leave");
    let mut ready = None;
    for _ in 0..100 {
        let page = read(&server, "/account/leave", &member);
        ready = page.split_once("href=\"/account/export/").map(|(_, rest)| {
            let (id, _) = rest.split_once('"').unwrap();
            id.to_owned()
        });
        if ready.is_some() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let ready = ready.expect("the copy is made");
    let copy = server.get_with(
        &format!("/account/export/{ready}"),
        &format!("Cookie: {member}\r\n"),
    );
    assert_eq!(copy.header("content-type"), "application/zip");
    assert!(copy.body.starts_with(b"PK"));
    // The box has to be ticked.
    assert_eq!(server.submit("/account/erase", &member, "").status, 422);
    let gone = server.submit("/account/erase", &member, "sure=on");
    assert_eq!(gone.status, 303, "{}", gone.text());
    let report = server.get(gone.header("location"));
    assert_eq!(report.status, 200);
    assert_eq!(
        server.call("cv_list", &member, &json!({})).json(),
        "SignedOut"
    );
}
