//! Rights by the law of a place, where somebody lives, and where they sign in from;
//! and that an objection costs nothing else.

use serde_json::json;
use std::fs;

use crate::http::{Folder, Server, merit};
use crate::members::{PASSWORD, made};
use crate::saving::{ID, LINK, batch, begin, document, set};

fn read(server: &Server, path: &str, cookie: &str) -> String {
    let answer = server.get_with(path, &format!("Cookie: {cookie}\r\n"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.text().replace("<!>", "").replace("&amp;", "&")
}

#[test]
fn everybody_sees_the_rights_and_days_of_a_place() {
    let data = Folder::new("rights");
    let server = Server::start_in(&data.0, &[]);
    // Without an account, and without a script.
    let sweden = server.get("/privacy/rights?lives=SE").text();
    assert!(!sweden.contains("<script"));
    assert!(sweden.contains("2016/679") && sweden.contains("Art. 12(3)"));
    assert!(!sweden.contains("California Consumer Privacy Act"));
    assert!(sweden.contains("<option value=\"SE\" selected"), "{sweden}");
    let california = server.get("/privacy/rights?lives=US-CA").text();
    for there in [
        "2016/679",
        "California Consumer Privacy Act",
        "2020-01-01",
        "Cal. Civ. Code § 1798.121",
        "10 working days (11 CCR § 7021(a))",
        "15 working days",
    ] {
        assert!(california.replace("<!>", "").contains(there), "{there}");
    }
    let virginia = server.get("/privacy/rights?lives=US-VA").text();
    assert!(virginia.contains("§ 59.1-577(C)") && virginia.contains("60 days"));
    let swedish = server.get_with("/privacy/rights?lives=GB", "Accept-Language: sv\r\n");
    assert!(swedish.text().contains("UK GDPR"));
    // What is no place is as if nothing was said.
    for wrong in ["%3Cscript%3E", "US-NY", "se"] {
        let answer = server.get(&format!("/privacy/rights?lives={wrong}"));
        assert_eq!(answer.status, 200);
        assert!(!answer.text().contains("<script"), "{wrong}");
        assert!(answer.text().contains("<option value=\"\" selected"));
    }

    // Said once, it is shown, sealed, and can be taken back.
    let link = begin(&server, LINK, &document(&[])).cookie();
    for cookie in [&link, &made(&server, &data, "member")] {
        let say = |lives: &str| {
            let form = format!("lives={lives}");
            server.submit("/account/residence", cookie, &form)
        };
        assert!(
            read(&server, "/account/data", cookie).contains("You have not said where you live.")
        );
        assert_eq!(say("XX").status, 422);
        assert_eq!(
            say("US-CO").header("location"),
            "/account/data?done=residence-saved"
        );
        let page = read(&server, "/account/data", cookie);
        assert!(
            page.contains("You live here: United States: Colorado."),
            "{page}"
        );
        assert!(page.contains("Where you live: 1"), "{page}");
        assert!(read(&server, "/privacy/rights", cookie).contains("Colorado Privacy Act"));
        assert_eq!(
            say("").header("location"),
            "/account/data?done=residence-gone"
        );
        assert!(!read(&server, "/privacy/rights", cookie).contains("Colorado Privacy Act"));
    }
}

/// R56: what somebody objects to stops, and all else is as it was.
#[test]
fn who_objects_has_all_else_as_before() {
    let data = Folder::new("objects");
    let server = Server::start_in(&data.0, &[]);
    let link = begin(&server, LINK, &document(&[])).cookie();
    let objected = server.submit("/account/limits", &link, "limit=object&purpose=Protect");
    assert_eq!(objected.status, 303, "{}", objected.text());
    let page = read(&server, "/account/data", &link);
    assert!(page.contains("You have objected since"));
    assert!(page.contains("All else works as before."));
    // Saving, reading, publishing, a copy, consents, limits, the end.
    let saved = server.call(
        "cv_save",
        &link,
        &batch(1, 1, &set(cv::Field::Label, "Smith")),
    );
    assert_eq!(saved.json(), json!({ "Taken": 2 }));
    let loaded = server.call("cv_load", &link, &json!({ "id": ID, "known": null }));
    assert_eq!(loaded.json()["version"], 2);
    let share = format!("/share/{ID}");
    assert_eq!(
        server
            .get_with(&share, &format!("Cookie: {link}\r\n"))
            .status,
        200
    );
    let version = privacy::ConsentPurpose::Salary.version();
    let consent = format!("purpose=salary&version={version}&say=give");
    for (path, form) in [
        ("/account/consents", consent.as_str()),
        ("/account/export", ""),
        ("/account/limits", "limit=limit"),
        ("/account/limits", "limit=unlimit"),
        ("/account/residence", "lives=SE"),
    ] {
        let answer = server.submit(path, &link, form);
        assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    }
    for path in [
        "/edit",
        "/account/terms",
        "/account/policy",
        "/account/leave",
        "/account/erase",
    ] {
        read(&server, path, &link);
    }

    // A member signs in, from a new browser too, and has everything.
    let member = made(&server, &data, "member");
    let objected = server.submit("/account/limits", &member, "limit=object&purpose=Protect");
    assert_eq!(objected.status, 303);
    let form = format!(
        "email=member@example.com&password={}",
        PASSWORD.replace(' ', "+")
    );
    let entered = server.submit("/sign-in", "", &form);
    assert_eq!(entered.status, 303, "{}", entered.text());
    let member = entered.cookie();
    for path in [
        "/cvs",
        "/account",
        "/account/devices",
        "/account/export",
        "/edit",
    ] {
        read(&server, path, &member);
    }
}

/// A small database in the MaxMind DB format: one network, 127.0.0.0/8, of a town. Made
/// here, after the format's public description, so that nobody's data is in it.
fn networks() -> Vec<u8> {
    const NODES: u32 = 8;
    let mut file = Vec::new();
    let record = |value: u32, file: &mut Vec<u8>| file.extend(&value.to_be_bytes()[1..]);
    for bit in 0..NODES {
        // 127 is a nought and seven ones. Behind the last of them are the data, which begin
        // after sixteen empty bytes.
        let next = if bit + 1 < NODES { bit + 1 } else { NODES + 16 };
        let (left, right) = if bit == 0 {
            (next, NODES)
        } else {
            (NODES, next)
        };
        record(left, &mut file);
        record(right, &mut file);
    }
    file.extend([0; 16]);
    let text = |text: &str, out: &mut Vec<u8>| {
        out.push(0x40 | text.len() as u8);
        out.extend(text.as_bytes());
    };
    let map = |entries: u8, out: &mut Vec<u8>| out.push(0xe0 | entries);
    map(2, &mut file);
    text("city", &mut file);
    map(1, &mut file);
    text("names", &mut file);
    map(1, &mut file);
    text("en", &mut file);
    text("Uppsala", &mut file);
    text("country", &mut file);
    map(1, &mut file);
    text("iso_code", &mut file);
    text("SE", &mut file);
    file.extend(b"\xab\xcd\xefMaxMind.com");
    let number = |kind: u8, value: u64, out: &mut Vec<u8>| {
        let bytes: Vec<u8> = value
            .to_be_bytes()
            .into_iter()
            .skip_while(|it| *it == 0)
            .collect();
        match kind {
            // Longer numbers have their kind in a byte of its own.
            9 => out.extend([bytes.len() as u8, 2]),
            kind => out.push(kind << 5 | bytes.len() as u8),
        }
        out.extend(bytes);
    };
    map(9, &mut file);
    for (key, kind, value) in [
        ("node_count", 6, u64::from(NODES)),
        ("record_size", 5, 24),
        ("ip_version", 5, 4),
        ("binary_format_major_version", 5, 2),
        ("binary_format_minor_version", 5, 0),
        ("build_epoch", 9, 1_764_288_000),
    ] {
        text(key, &mut file);
        number(kind, value, &mut file);
    }
    text("database_type", &mut file);
    text("Test-City", &mut file);
    text("languages", &mut file);
    file.extend([0x01, 0x04]);
    text("en", &mut file);
    text("description", &mut file);
    map(1, &mut file);
    text("en", &mut file);
    text("Made by a test", &mut file);
    file
}

/// R21
#[test]
fn a_place_stands_beside_a_sign_in_for_who_agrees() {
    let data = Folder::new("places");
    let files = Folder::new("places-files");
    let file = files.0.join("city.mmdb");
    fs::write(&file, networks()).unwrap();
    let path = file.display().to_string();
    let variables = [("MERIT_PLACES_FILE", path.as_str())];
    let server = Server::start_with(&data.0, &[], &variables);
    made(&server, &data, "member");
    let sign_in = || {
        let form = format!(
            "email=member@example.com&password={}",
            PASSWORD.replace(' ', "+")
        );
        server.submit("/sign-in", "", &form).cookie()
    };
    let devices = |cookie: &str| read(&server, "/account/devices", cookie);
    let member = sign_in();
    assert!(!devices(&member).contains("Uppsala"), "nobody has agreed");
    let consents = read(&server, "/account/consents", &member);
    assert!(consents.contains("Place of sign-ins"), "{consents}");
    let say = |what: &str| {
        let version = privacy::ConsentPurpose::SignInPlace.version();
        let form = format!("purpose=sign_in_place&version={version}&say={what}");
        server.submit("/account/consents", &member, &form).status
    };
    assert_eq!(say("give"), 303);
    let member_again = sign_in();
    let shown = devices(&member_again);
    assert_eq!(shown.matches("Uppsala, Sweden").count(), 1, "{shown}");
    assert_eq!(say("withdraw"), 303);
    assert!(!devices(&member_again).contains("Uppsala"));
    drop(server);

    // Without the file nothing is offered, and nothing else is missing.
    let server = Server::start_in(&data.0, &[]);
    let other = made(&server, &data, "support");
    assert!(!read(&server, "/account/consents", &other).contains("Place of sign-ins"));
    drop(server);

    // One that is not there, or is none, is told, and does not start.
    let check = |path: &str| {
        let output = merit()
            .args(["check", "--data"])
            .arg(&data.0)
            .env("MERIT_PLACES_FILE", path)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let words = "cannot be read as a MaxMind DB";
    assert!(check("/nowhere/city.mmdb").contains(words));
    fs::write(&file, &networks()[..60]).unwrap();
    assert!(check(&path).contains(words));
    fs::write(&file, networks()).unwrap();
    assert!(!check(&path).contains("MaxMind"));
}
