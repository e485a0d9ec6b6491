//! The console over HTTP, without a script: masked until opened, what its person sees of
//! that, blocks, minors, what two are needed for, and the self-proof.

use std::time::{Duration, Instant};

use backend::DAY;
use privacy::Date;
use serde_json::json;
use time::OffsetDateTime;

use crate::http::{Answer, Folder, Server};
use crate::members::{PASSWORD, made, with_second_factor};
use crate::saving::document;

const ADDRESS: &str = "member@example.com";
const MINE: &str = "01890000-0000-7000-8000-0000000000aa";
const WHY: &str = "Case 4711: she has asked for it";

fn get(server: &Server, path: &str, cookie: &str) -> Answer {
    let headers = format!("Cookie: {cookie}\r\nAccept-Language: en\r\n");
    server.get_with(path, &headers)
}

fn text(server: &Server, path: &str, cookie: &str) -> String {
    let answer = get(server, path, cookie);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    assert!(!answer.text().contains("<script"), "{path}");
    answer.text().replace("<!>", "")
}

/// A form that is taken, and where that leads.
fn sent(server: &Server, path: &str, cookie: &str, form: &str) -> String {
    let answer = server.submit(path, cookie, form);
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    answer.header("location").to_owned()
}

struct Site {
    server: Server,
    member: String,
    officer: String,
    administrator: String,
    /// The path of the member's page in the console.
    person: String,
    _data: Folder,
}

fn site(name: &str) -> Site {
    let data = Folder::new(name);
    std::fs::write(data.0.join("merit.toml"), "[limits]\ntimes = 1000\n").unwrap();
    let server = Server::start_in(&data.0, &[]);
    let member = made(&server, &data, "member");
    let staff = ["privacy_officer", "administrator"].map(|role| {
        let cookie = made(&server, &data, role);
        with_second_factor(&server, &cookie)
    });
    let [officer, administrator] = staff;
    let create = json!({ "id": MINE, "document": cv::format::save(&document(&[])) });
    assert_eq!(server.call("cv_create", &member, &create).status, 200);
    let person = sent(
        &server,
        "/admin/search",
        &officer,
        &format!("whom={ADDRESS}"),
    );
    Site {
        server,
        member,
        officer,
        administrator,
        person,
        _data: data,
    }
}

#[test]
fn staff_open_what_is_masked_and_the_person_sees_it() {
    let site = site("console-masked");
    let Site {
        server,
        officer,
        administrator,
        person,
        ..
    } = &site;
    // Only by all of an address, or a number.
    for whom in ["member", "member@example.co", "not a number"] {
        let to = sent(server, "/admin/search", officer, &format!("whom={whom}"));
        assert_eq!(to, "/admin?said=nobody");
    }
    let id = person.trim_start_matches("/admin/person/");
    let to = sent(server, "/admin/search", officer, &format!("whom={id}"));
    assert_eq!(&to, person);
    let masked = text(server, person, officer);
    assert!(!masked.contains(ADDRESS), "{masked}");
    for what in ["address", "sign_ins", "documents", "pages"] {
        assert!(
            masked.contains(&format!("data-masked=\"{what}\"")),
            "{what}"
        );
    }

    let open = format!("{person}/open");
    let to = sent(server, &open, officer, "what=address&reason=because");
    assert_eq!(to, format!("{person}?said=no-reason"));
    assert!(!text(server, person, officer).contains(ADDRESS));
    let form = format!("what=address&reason={}", WHY.replace(' ', "+"));
    let to = sent(server, &open, officer, &form);
    assert_eq!(to, format!("{person}?said=opened"));
    let opened = text(server, &to, officer);
    assert!(opened.contains(ADDRESS) && opened.contains("data-opened=\"address\""));
    assert!(opened.contains("data-masked=\"documents\""), "{opened}");
    // For whoever said why, and for no colleague.
    assert!(!text(server, person, administrator).contains(ADDRESS));
    sent(server, &format!("{person}/mask"), officer, "");
    assert!(!text(server, person, officer).contains(ADDRESS));

    let seen = text(server, "/account/data", &site.member);
    for part in [
        "What was opened",
        "E-mail address",
        WHY,
        "Privacy officer",
        "Opened something that was masked",
        "Looked your account up by your address",
    ] {
        assert!(seen.contains(part), "{part}: {seen}");
    }
    assert!(!seen.contains("privacy_officer@example.com"), "{seen}");
    let front = text(server, "/admin", officer);
    for part in [
        "Waiting for somebody",
        "Look somebody up",
        "/admin/approvals",
        "/admin/retention",
    ] {
        assert!(front.contains(part), "{part}");
    }
    assert!(!front.contains("/admin/audit"), "not for an officer");
}

#[test]
fn a_minor_is_signed_out_taken_down_and_erased_before_the_answer() {
    let site = site("console-minor");
    let Site {
        server,
        member,
        officer,
        person,
        ..
    } = &site;
    let page = server.submit(
        &format!("/share/{MINE}/publish"),
        member,
        "slug=anna&version=1",
    );
    assert!([200, 303].contains(&page.status), "{}", page.text());
    assert_eq!(get(server, "/cv/anna", "").status, 200);
    let to = sent(server, &format!("{person}/minor"), officer, "");
    assert_eq!(to, format!("{person}?said=not-sure"));
    assert_eq!(get(server, "/cv/anna", "").status, 200);

    let to = sent(server, &format!("{person}/minor"), officer, "sure=on");
    assert_eq!(to, "/admin?said=minor-erased");
    assert_eq!(get(server, "/cv/anna", "").status, 404);
    assert_eq!(
        get(server, "/account", member).header("location"),
        "/sign-in"
    );
    assert_eq!(get(server, person, officer).status, 404);
    let form = format!("email={ADDRESS}&password={}", PASSWORD.replace(' ', "+"));
    assert_eq!(server.submit("/sign-in", "", &form).status, 422);
}

#[test]
fn who_is_blocked_is_told_how_to_reach_us() {
    let site = site("console-blocked");
    let Site {
        server,
        member,
        officer,
        person,
        ..
    } = &site;
    let form = format!("reason={}", WHY.replace(' ', "+"));
    let to = sent(server, &format!("{person}/block"), officer, &form);
    assert_eq!(to, format!("{person}?said=blocked"));
    assert_eq!(
        get(server, "/account", member).header("location"),
        "/sign-in"
    );
    let form = format!("email={ADDRESS}&password={}", PASSWORD.replace(' ', "+"));
    let refused = server.submit("/sign-in", "", &form);
    assert_eq!(refused.status, 422);
    let said = refused.text();
    let blocked =
        |page: &str| page.contains("spärrat av dem") || page.contains("have blocked this account");
    assert!(blocked(&said), "{said}");
    // A wrong password learns nothing of it.
    let refused = server.submit("/sign-in", "", &format!("email={ADDRESS}&password=other"));
    assert!(!blocked(&refused.text()));
    sent(server, &format!("{person}/unblock"), officer, "");
    let form = format!("email={ADDRESS}&password={}", PASSWORD.replace(' ', "+"));
    assert_eq!(server.submit("/sign-in", "", &form).status, 303);
}

/// The value of a button or a hidden field.
fn value(page: &str, name: &str) -> String {
    crate::members::between(page, &format!("name=\"{name}\" value=\""), "\"").to_owned()
}

#[test]
fn a_hold_is_proposed_by_one_confirmed_by_another_and_seen_by_its_owner() {
    let site = site("console-two");
    let Site {
        server,
        member,
        officer,
        administrator,
        person,
        ..
    } = &site;
    let now = OffsetDateTime::now_utc().unix_timestamp() * 1000;
    let review = Date::of(now + 60 * DAY);
    let form = |barred: &str| {
        format!("kind=login&row=&ground=claim&note=The+case+at+Attunda&review={review}{barred}")
    };
    let hold = format!("{person}/hold");
    let to = sent(
        server,
        &hold,
        officer,
        "kind=login&ground=claim&note=x&review=soon",
    );
    assert_eq!(to, format!("{person}?said=no-day"));
    let to = sent(server, &hold, officer, &form(""));
    assert_eq!(to, format!("{person}?said=proposed"));
    let own = text(server, "/admin/approvals", officer);
    assert!(!own.contains("/admin/approvals/confirm"), "{own}");
    let named = format!("by={}&id={}", value(&own, "by"), value(&own, "id"));
    let to = sent(server, "/admin/approvals/confirm", officer, &named);
    assert_eq!(to, "/admin/approvals?said=own");
    assert!(!text(server, "/account/data", member).contains("What is held"));

    let others = text(server, "/admin/approvals", administrator);
    assert!(others.contains("The case at Attunda") && others.contains("/admin/approvals/confirm"));
    let to = sent(server, "/admin/approvals/confirm", administrator, &named);
    assert_eq!(to, "/admin/approvals?said=confirmed");
    let seen = text(server, "/account/data", member);
    assert!(
        seen.contains("What is held") && seen.contains(&review.to_string()),
        "{seen}"
    );
    assert!(
        !seen.contains("Attunda"),
        "the note is for those who work here"
    );
    let holds = text(server, "/admin/holds", officer);
    let id = value(&holds, "id");
    let next = Date::of(now + 90 * DAY);
    let to = sent(
        server,
        "/admin/holds/review",
        officer,
        &format!("id={id}&review={next}"),
    );
    assert_eq!(to, "/admin/holds?said=reviewed");
    let to = sent(
        server,
        "/admin/holds/end",
        officer,
        &format!("id={id}&why=over"),
    );
    assert_eq!(to, "/admin/holds?said=ended");

    // Whom the law forbids to tell sees nothing of it.
    sent(server, &hold, officer, &form("&barred=on"));
    let page = text(server, "/admin/approvals", administrator);
    let named = format!("by={}&id={}", value(&page, "by"), value(&page, "id"));
    sent(server, "/admin/approvals/confirm", administrator, &named);
    assert!(!text(server, "/account/data", member).contains(">What is held<"));
    assert!(text(server, "/admin/holds", officer).contains("must not be told"));
}

#[test]
fn the_self_proof_is_dated_and_the_preview_counts_without_names() {
    let site = site("console-proof");
    let Site {
        server, officer, ..
    } = &site;
    let preview = text(server, "/admin/retention", officer);
    for part in ["Unused accounts", "Within 30 days", "Dormant accounts"] {
        assert!(preview.contains(part), "{part}");
    }
    assert!(!preview.contains("example.com"), "{preview}");

    let before = text(server, "/admin/proof", officer);
    assert_eq!(before.matches("Not tried yet.").count(), 6);
    let to = sent(server, "/admin/proof", officer, "now=on");
    assert_eq!(to, "/admin/proof?said=proving");
    let began = Instant::now();
    let proved = loop {
        let page = text(server, "/admin/proof", officer);
        if page.matches("data-passed").count() == 6 {
            break page;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "{page}");
        std::thread::sleep(Duration::from_millis(300));
    };
    assert_eq!(
        proved.matches("data-passed=\"true\"").count(),
        6,
        "{proved}"
    );
    let today = Date::of(OffsetDateTime::now_utc().unix_timestamp() * 1000);
    assert!(proved.contains(&today.to_string()));
}
