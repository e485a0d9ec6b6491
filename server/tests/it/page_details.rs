//! Personal details on public pages, over HTTP: chosen on the page that publishes,
//! and gone from the public one when consent is taken back.

use cv::{Edit, Field, Id, PersonalField};
use privacy::ConsentPurpose;
use serde_json::json;

use crate::http::{Folder, Server};
use crate::saving::{ID, LINK, batch, begin, document};

const PAGES: [&str; 3] = ["/cv/anna-k", "/cv/anna-k.pdf", "/cv/anna-k.json"];

fn share(rest: &str) -> String {
    format!("/share/{ID}{rest}")
}

fn with(cookie: &str) -> String {
    format!("Cookie: {cookie}\r\n")
}

fn reference(field: PersonalField) -> Id {
    Id(200 + field as u64)
}

/// Somebody who keeps nationality and salary, and whose saved CV, in version 3,
/// shows both.
fn writer(server: &Server) -> String {
    let cookie = begin(server, LINK, &document(&[(Field::Name, "Anna Karlsson")])).cookie();
    for purpose in ConsentPurpose::ALL {
        let give = json!({
            "purpose": purpose.name(), "version": purpose.version(), "lang": "en",
        });
        assert_eq!(server.call("consent_give", &cookie, &give).status, 200);
    }
    let details = [
        (PersonalField::Nationality, "Swedish citizen"),
        (PersonalField::Salary, "40 017"),
    ];
    for (version, (field, value)) in (1..).zip(details) {
        let detail = json!({ "detail": {
            "reference": reference(field), "field": field, "value": value,
        }});
        assert_eq!(server.call("personal_put", &cookie, &detail).status, 200);
        let show = Edit::SetPersonal {
            field,
            reference: Some(reference(field)),
        };
        let saved = server.call("cv_save", &cookie, &batch(version, version, &show));
        assert_eq!(saved.json(), json!({ "Taken": version + 1 }));
    }
    cookie
}

fn publish(server: &Server, cookie: &str, details: &str) {
    let form = format!("version=3&slug=anna-k{details}");
    let done = crate::public::publish(server, cookie, &form);
    assert_eq!(done.status, 303, "{}", done.text());
}

#[test]
fn the_sharing_page_offers_personal_details_and_ticks_none() {
    let server = Server::start("share-details", &[]);
    let cookie = writer(&server);
    let page = server.get_with(&share(""), &with(&cookie)).text();
    for there in [
        "Personal details",
        "Nationality",
        "Expected salary",
        "anybody can copy them",
        "value=\"nationality\"",
    ] {
        assert!(page.contains(there), "{there}: {page}");
    }
    // Neither in the form nor, by itself, on the page: values are for who looks.
    for hidden in ["Swedish citizen", "40 017", "detail=nationality"] {
        assert!(!page.contains(hidden), "{hidden}");
    }
    for never in ["value=\"gender\"", "value=\"birth_date\""] {
        assert!(!page.contains(never), "{never}");
    }
    let preview = |query: &str| {
        let path = share(&format!("/page?{query}"));
        server.get_with(&path, &with(&cookie)).text()
    };
    assert!(!preview("show=label").contains("Swedish citizen"));
    let chosen = preview("detail=nationality&detail=gender&detail=nonsense");
    assert!(chosen.contains("Nationality: Swedish citizen"), "{chosen}");
    assert!(!chosen.contains("40 017"));
    // What was ticked is ticked in the form that was sent.
    let looked = share("?version=3&detail=salary");
    let looked = server.get_with(&looked, &with(&cookie)).text();
    let salary = looked.split("value=\"salary\"").nth(1).unwrap();
    assert!(salary[..20].contains("checked"), "{}", &salary[..20]);
    assert!(looked.contains("detail=salary"), "the preview shows it");
}

/// Two servers over one set of databases, both with the page in memory.
#[test]
fn a_public_page_shows_what_was_chosen_until_consent_is_taken_back() {
    let data = Folder::new("details-two-servers");
    let first = Server::start_in(&data.0, &[]);
    let second = Server::start_in(&data.0, &[]);
    let cookie = writer(&first);
    publish(&first, &cookie, "");
    for path in PAGES {
        assert_eq!(second.get(path).status, 200, "{path}");
    }
    let json = second.get("/cv/anna-k.json");
    assert!(!json.text().contains("personal"), "none by itself");
    publish(&first, &cookie, "&detail=nationality");
    // Within a second everywhere.
    std::thread::sleep(std::time::Duration::from_millis(900));
    for server in [&first, &second] {
        let html = server.get("/cv/anna-k").text();
        assert!(html.contains("Nationality: Swedish citizen"), "{html}");
        assert!(!html.contains("40 017"), "salary was not chosen");
        let json = server.get("/cv/anna-k.json").json();
        let personal = json!({ "nationality": "Swedish citizen" });
        assert_eq!(json["meta"]["merit"]["personal"], personal);
        assert_eq!(server.get("/cv/anna-k.pdf").status, 200);
    }
    let sharing = first.get_with(&share(""), &with(&cookie)).text();
    assert!(
        sharing.contains("shows your CV as it is saved"),
        "{sharing}"
    );
    let etags = PAGES.map(|path| second.get(path).header("etag").to_owned());

    let withdraw = json!({
        "purpose": ConsentPurpose::PersonalDetails.name(), "lang": "en",
    });
    let gone = first.call("consent_withdraw", &cookie, &withdraw);
    assert_eq!(gone.json(), 1);
    for server in [&first, &second] {
        for (path, etag) in PAGES.iter().zip(&etags) {
            let known = format!("If-None-Match: {etag}\r\n");
            let answer = server.get_with(path, &known);
            assert_eq!(answer.status, 200, "{path} is another one now");
            assert!(!answer.text().contains("Swedish citizen"), "{path}");
        }
        assert!(server.get("/cv/anna-k").text().contains("Anna Karlsson"));
    }
    let link = crate::public::link(&first, &cookie);
    let sharing = first.get_with(&link, &with(&cookie)).text();
    assert!(
        !sharing.contains("value=\"nationality\""),
        "nothing to choose"
    );
}

#[test]
fn limited_a_public_page_goes_without_them() {
    let server = Server::start("details-limited", &[]);
    let cookie = writer(&server);
    publish(&server, &cookie, "&detail=salary");
    assert!(server.get("/cv/anna-k").text().contains("40 017"));
    let say = |say: &str| {
        let done = server.submit("/account/limits", &cookie, &format!("limit={say}"));
        assert_eq!(done.status, 303, "{}", done.text());
    };
    say("limit");
    assert!(!server.get("/cv/anna-k").text().contains("40 017"));
    assert!(!server.get("/cv/anna-k.json").text().contains("40 017"));
    say("unlimit");
    assert!(server.get("/cv/anna-k").text().contains("40 017"));
}

/// The server makes the PDF for a browser that cannot, with what its owner brings.
#[test]
fn a_pdf_that_is_asked_for_has_the_details_that_came_with_it() {
    let server = Server::start("details-pdf", &[]);
    let mut document = document(&[(Field::Name, "Anna Karlsson")]);
    let field = PersonalField::Nationality;
    let show = Edit::SetPersonal {
        field,
        reference: Some(reference(field)),
    };
    cv::apply(&mut document, &show).unwrap();
    let asked = |values: serde_json::Value| {
        let body = json!({
            "document": cv::format::save(&document), "picture": null, "values": values,
        });
        let answer = server.call("pdf_render", "", &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.body
    };
    let without = asked(json!(null));
    assert_eq!(asked(json!({ Id(1).to_string(): "nobody's" })), without);
    let with = asked(json!({ reference(field).to_string(): "Swedish citizen" }));
    assert!(with.starts_with(b"%PDF-") && with != without);
}
