//! Reports of public pages, over HTTP: from the foot of the page to those who look
//! into it, to the owner, and back.

use crate::http::{Folder, Server};
use crate::members::{between, made, with_second_factor};
use crate::saving::{document, set};
use cv::Field;
use serde_json::json;

const MINE: &str = "01890000-0000-7000-8000-0000000000aa";
const TEXT: &str = "</textarea><script>alert(1)</script> This is me.";

fn with(cookie: &str) -> String {
    format!("Cookie: {cookie}\r\n")
}

fn get(server: &Server, path: &str, cookie: &str) -> String {
    let answer = server.get_with(path, &with(cookie));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.text()
}

/// A member with a public page.
fn published(server: &Server, data: &Folder) -> String {
    let cookie = made(server, data, "member");
    let mut anna = document(&[(Field::Name, "Anna Karlsson")]);
    cv::apply(&mut anna, &set(Field::Label, "Smith")).unwrap();
    let create = json!({ "id": MINE, "document": cv::format::save(&anna) });
    assert_eq!(server.call("cv_create", &cookie, &create).status, 200);
    let path = format!("/share/{MINE}/publish");
    let done = server.submit(&path, &cookie, "version=1&slug=anna-k");
    assert_eq!(done.status, 303, "{}", done.text());
    cookie
}

/// What a form sends.
fn form(pairs: &[(&str, &str)]) -> String {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(pairs);
    form.finish()
}

#[test]
fn the_answer_is_the_same_for_every_address_and_says_what_to_mend() {
    let data = Folder::new("report-form");
    std::fs::write(data.0.join("merit.toml"), "[limits]\ntimes = 3\n").unwrap();
    let server = Server::start_in(&data.0, &[]);
    published(&server, &data);
    let page = server.get("/cv/anna-k").text();
    assert!(page.contains("href=\"/report/anna-k\""), "{page}");
    assert!(page.contains("counted by the day"), "{page}");
    let form = |reason: &str, text: &str, email: &str| {
        form(&[("reason", reason), ("text", text), ("email", email)])
    };
    let like = |text: &str, slug: &str| text.replace(slug, "SLUG");
    let mut forms = Vec::new();
    let mut thanks = Vec::new();
    for slug in ["anna-k", "none-1-none", "none-2-none"] {
        let path = format!("/report/{slug}");
        let asked = server.get(&path);
        assert_eq!(asked.status, 200);
        assert!(!asked.text().contains("<script"));
        forms.push(like(&asked.text(), slug));
        let sent = server.submit(&path, "", &form("fraud", TEXT, "stranger@example.com"));
        assert_eq!(sent.status, 200, "{}", sent.text());
        assert!(!sent.text().contains("Anna"));
        thanks.push(like(&sent.text(), slug));
    }
    assert!(forms.iter().all(|form| *form == forms[0]));
    assert!(thanks.iter().all(|page| *page == thanks[0]));
    // What was filled in is there again, and is no markup.
    for (reason, text, email, says) in [
        ("", TEXT, "", "Choose what is wrong"),
        ("else", TEXT, "", "Choose what is wrong"),
        ("fraud", "  ", "", "Describe what is wrong"),
        ("fraud", &"x".repeat(2_001), "", "Describe what is wrong"),
        ("fraud", TEXT, "no address", "no e-mail address"),
        ("fraud", TEXT, "a@b.se?bcc=x@y.se", "no e-mail address"),
    ] {
        let refused = server.submit("/report/anna-k", "", &form(reason, text, email));
        assert_eq!(refused.status, 422, "{reason} {email}");
        let page = refused.text();
        assert!(page.contains(says), "{page}");
        assert!(!page.contains("<script"), "{page}");
        if text == TEXT {
            assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;"), "{page}");
        }
    }
    // From another site, and too often.
    let headers =
        "Sec-Fetch-Site: cross-site\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    let foreign = server.post("/report/anna-k", headers, b"reason=fraud&text=x");
    assert_eq!(foreign.status, 403);
    let last = (0..40).map(|_| server.submit("/report/anna-k", "", &form("fraud", "x", "")));
    let last = last
        .map(|answer| answer.status)
        .find(|status| *status != 200);
    assert_eq!(last, Some(429));
    for none in ["/report/", "/report/A", "/report/a/b", "/report/%00"] {
        assert_eq!(server.get(none).status, 404, "{none}");
    }
}

#[test]
fn staff_take_a_page_down_and_its_owner_reads_why() {
    let data = Folder::new("report-takedown");
    std::fs::write(data.0.join("merit.toml"), "[limits]\ntimes = 100\n").unwrap();
    let server = Server::start_in(&data.0, &[]);
    let owner = published(&server, &data);
    let officer = made(&server, &data, "privacy_officer");
    let officer = with_second_factor(&server, &officer);
    let sent = form(&[
        ("reason", "impersonation"),
        ("text", TEXT),
        ("email", "stranger@example.com"),
    ]);
    assert_eq!(server.submit("/report/anna-k", "", &sent).status, 200);

    let admin = get(&server, "/admin", &officer);
    assert!(admin.contains("href=\"/admin/reports\""), "{admin}");
    let list = get(&server, "/admin/reports", &officer);
    assert!(list.contains("It pretends to be somebody else"), "{list}");
    assert!(!list.contains("stranger@example.com"), "{list}");
    let id = between(&list, "href=\"/admin/reports/", "\"").to_owned();
    let case = format!("/admin/reports/{id}");
    let read = get(&server, &case, &officer);
    assert!(read.contains("&lt;/textarea&gt;&lt;script&gt;"), "{read}");
    assert!(read.contains("mailto:stranger@example.com"), "{read}");
    assert!(!read.contains("<script"), "{read}");
    let seen = get(&server, "/account/data", &owner);
    assert!(seen.contains("Read a report of one of your public pages"));
    // Of what was written, and by whom, the owner learns nothing.
    assert!(!seen.contains("stranger@") && !seen.contains("This is me"));

    let etag = server.get("/cv/anna-k").header("etag").to_owned();
    let down = server.submit(&format!("{case}/take-down"), &officer, "reason=fraud");
    let said = format!("{case}?done=taken-down");
    assert_eq!(down.header("location"), said, "{}", down.text());
    assert!(get(&server, &said, &officer).contains("The page is taken down."));
    for path in ["/cv/anna-k", "/cv/anna-k.pdf", "/cv/anna-k.json"] {
        let gone = server.get_with(path, &format!("If-None-Match: {etag}\r\n"));
        assert_eq!(gone.status, 410, "{path}");
        // Why, is its owner's to know.
        assert!(!gone.text().contains("It deceives"), "{path}");
    }
    let share = format!("/share/{MINE}");
    let told = get(&server, &share, &owner);
    for there in [
        "A page of this CV, or of a copy of it, has been taken down",
        "It deceives",
        "/cv/anna-k",
        "object",
        "href=\"/privacy\"",
    ] {
        assert!(told.contains(there), "{there}: {told}");
    }
    for slug in ["anna-k", "anna-b"] {
        let form = format!("version=1&slug={slug}");
        let again = server.submit(&format!("{share}/publish"), &owner, &form);
        assert_eq!(again.status, 422, "{slug}");
        assert!(again.text().contains("This was not published"), "{slug}");
    }
    let log = get(&server, "/account/data", &owner);
    assert!(log.contains("Took one of your public pages down"), "{log}");

    let back = server.submit(&format!("{case}/put-back"), &officer, "");
    assert_eq!(back.status, 303, "{}", back.text());
    let said = get(&server, back.header("location"), &officer);
    assert!(said.contains("The page is put back."), "{said}");
    assert_eq!(server.get("/cv/anna-k").status, 200);
    let page = get(&server, &share, &owner);
    assert!(!page.contains("A page of this CV"));

    // Once it is down it cannot be deleted, and nobody says that it was.
    let begins = format!("href=\"{share}/");
    let ids = page.split(&begins).skip(1);
    let mut ids = ids.filter_map(|rest| rest.split('"').next());
    let link = ids.find(|id| id.len() == MINE.len()).expect("a link");
    let link = format!("{share}/{link}");
    server.submit(&format!("{case}/take-down"), &officer, "reason=fraud");
    let kept = server.submit(&format!("{link}/delete"), &owner, "");
    assert_eq!(kept.header("location"), format!("{share}?done=revoked"));
}
