//! Consents and limits over HTTP: the page, without a script, for both kinds of
//! account; and what it changes for others.

use serde_json::{Value as Json, json};

use crate::http::{Answer, Folder, Server};
use crate::members::made;
use crate::saving::{ID, LINK, begin, document};

const PAGE: &str = "/account/consents";

fn page(server: &Server, cookie: &str) -> Answer {
    server.get_with(PAGE, &format!("Cookie: {cookie}\r\n"))
}

fn data(server: &Server, cookie: &str) -> Answer {
    server.get_with("/account/data", &format!("Cookie: {cookie}\r\n"))
}

fn say(server: &Server, cookie: &str, say: &str) -> Answer {
    let version = privacy::ConsentPurpose::Salary.version();
    let form = format!("purpose=salary&version={version}&say={say}");
    server.submit(PAGE, cookie, &form)
}

fn salary(value: &str) -> Json {
    json!({ "detail": {
        "reference": "00000000000000ff", "field": "salary", "value": value,
    }})
}

/// The same for an owner link and for a member: agree, keep, look, take back.
fn there_and_back(server: &Server, cookie: &str) {
    let refused = server.call("personal_put", cookie, &salary("40 000"));
    assert_eq!((refused.status, refused.json()), (403, json!("NoConsent")));

    let first = page(server, cookie);
    assert_eq!(first.status, 200, "{}", first.text());
    assert_eq!(first.header("cache-control"), "no-store");
    let text = first.text();
    assert!(!text.contains("<script"), "{text}");
    for there in [
        "Your consents",
        "I agree that this server keeps the salary that I expect",
        "Consent, which you can withdraw at any time",
        "You have not agreed. Nothing is kept.",
        "href=\"/account/data\"",
    ] {
        assert!(text.contains(there), "{there}: {text}");
    }
    // Only what can be done is offered.
    assert_eq!(text.matches("value=\"give\"").count(), 2);
    assert_eq!(text.matches("value=\"withdraw\"").count(), 0);

    let given = say(server, cookie, "give");
    assert_eq!(given.status, 303, "{}", given.text());
    assert_eq!(
        given.header("location"),
        "/account/consents?done=consent-given"
    );
    let put = server.call("personal_put", cookie, &salary("40 000"));
    assert_eq!(put.status, 200, "{}", put.text());
    let listed = server.call("personal_list", cookie, &json!({})).json();
    assert_eq!(listed[0], salary("40 000")["detail"]);
    let text = page(server, cookie).text();
    assert!(text.contains("You have agreed since"), "{text}");
    assert!(text.contains("One detail."), "{text}");
    assert_eq!(text.matches("value=\"give\"").count(), 1);
    assert_eq!(text.matches("value=\"withdraw\"").count(), 1);
    // Neither here nor in an address is what was kept.
    assert!(!text.contains("40 000"), "{text}");
    let state = server.call("consent_state", cookie, &json!({})).json();
    assert_eq!(state[1]["state"], "Given");
    assert_eq!(state[1]["held"], 1);
    assert_eq!(state[0]["state"], "Never");

    let back = say(server, cookie, "withdraw");
    let to = "/account/consents?done=consent-withdrawn";
    assert_eq!((back.status, back.header("location")), (303, to));
    let listed = server.call("personal_list", cookie, &json!({})).json();
    assert_eq!(listed, json!([]));
    let done = server.get_with(to, &format!("Cookie: {cookie}\r\n")).text();
    assert!(done.contains("What was kept by it is deleted"), "{done}");
    assert!(done.contains("Taken back"), "{done}");
    let refused = server.call("personal_put", cookie, &salary("40 000"));
    assert_eq!(refused.json(), "NoConsent");
}

#[test]
fn an_owner_link_gives_and_withdraws() {
    let server = Server::start("consent-link", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    there_and_back(&server, &cookie);
}

#[test]
fn a_member_gives_and_withdraws() {
    let data = Folder::new("consent-member");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "member");
    let account = server.get_with("/account", &format!("Cookie: {cookie}\r\n"));
    assert!(account.text().contains("href=\"/account/consents\""));
    there_and_back(&server, &cookie);
}

#[test]
fn the_editor_gives_and_withdraws_in_the_words_it_shows() {
    let server = Server::start("consent-editor", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    let purpose = privacy::ConsentPurpose::PersonalDetails;
    let give = |version: &str, lang: &str| {
        let input = json!({ "purpose": purpose.name(), "version": version, "lang": lang });
        server.call("consent_give", &cookie, &input).json()
    };
    assert_eq!(give("1999-01-01", "sv"), "Outdated");
    assert_eq!(give(purpose.version(), "de"), "Refused");
    assert_eq!(give(purpose.version(), "sv"), Json::Null);
    let detail = json!({ "detail": {
        "reference": "00000000000000aa", "field": "nationality", "value": "svensk",
    }});
    assert_eq!(server.call("personal_put", &cookie, &detail).status, 200);
    // One purpose is not the other.
    let other = server.call("personal_put", &cookie, &salary("1"));
    assert_eq!(other.json(), "NoConsent");
    let reference = json!({ "reference": "00000000000000aa" });
    for answer in [json!(null), json!("Missing")] {
        let gone = server.call("personal_delete", &cookie, &reference);
        assert_eq!(gone.json(), answer);
    }
    assert_eq!(server.call("personal_put", &cookie, &detail).status, 200);
    let withdraw = json!({ "purpose": purpose.name(), "lang": "sv" });
    let gone = server.call("consent_withdraw", &cookie, &withdraw);
    assert_eq!(gone.json(), 1);
    let nobody = json!({ "purpose": "everything", "lang": "sv" });
    let refused = server.call("consent_withdraw", &cookie, &nobody);
    assert_eq!(refused.json(), "Refused");
    // Where it was said, and in which language, is in the ledger.
    let text = page(&server, &cookie).text();
    assert!(text.contains("In the editor"), "{text}");
}

#[test]
fn a_form_that_is_old_or_wrong_changes_nothing() {
    let server = Server::start("consent-forms", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    let old = "purpose=salary&version=1999-01-01&say=give";
    let old = server.submit(PAGE, &cookie, old);
    assert_eq!(old.status, 422);
    assert!(old.text().contains("The text was changed meanwhile"));
    for (path, form) in [
        (PAGE, "purpose=everything&say=give"),
        (PAGE, "purpose=salary&say=perhaps"),
        ("/account/limits", "limit=everything"),
        ("/account/limits", ""),
        ("/account/limits", "limit=object"),
        ("/account/limits", "limit=object&purpose=Publish"),
    ] {
        assert_eq!(server.submit(path, &cookie, form).status, 400, "{form}");
    }
    // Nobody is led to sign in.
    for path in [PAGE, "/account/limits"] {
        let nobody = server.submit(path, "", "purpose=salary&say=give&limit=restrict");
        assert_eq!(
            (nobody.status, nobody.header("location")),
            (303, "/sign-in")
        );
    }
    assert_eq!(server.get(PAGE).header("location"), "/sign-in");
    let state = server.call("consent_state", &cookie, &json!({})).json();
    assert_eq!(state[1]["state"], "Never");
}

#[test]
fn restricted_pages_are_not_shown_and_come_back() {
    let server = Server::start("restricted", &[]);
    let anna = document(&[(cv::Field::Name, "Anna Karlsson")]);
    let cookie = begin(&server, LINK, &anna).cookie();
    let publish = || {
        let path = format!("/share/{ID}/publish");
        server.submit(&path, &cookie, "version=1&slug=anna-k")
    };
    assert_eq!(publish().status, 303);
    let forms = [
        "/cv/anna-k",
        "/cv/anna-k.pdf",
        "/cv/anna-k.json",
        "/cv/anna-k/en",
    ];
    for path in forms {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    let limit = |what: &str| {
        let answer = server.submit("/account/limits", &cookie, &format!("limit={what}"));
        let to = "/account/data?done=limits-changed";
        assert_eq!((answer.status, answer.header("location")), (303, to));
    };
    limit("restrict");
    for path in forms {
        let hidden = server.get(path);
        assert_eq!(hidden.status, 404, "{path}");
        let text = hidden.text();
        assert!(text.contains("not shown at the moment"), "{path}: {text}");
        assert!(!text.contains("Anna"), "{path}");
    }
    let refused = publish();
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(text.contains("Nothing was published"), "{text}");
    assert!(text.contains("href=\"/account/data\""), "{text}");
    // Its owner has it all the same, and sees since when.
    let load = json!({ "id": ID, "known": null });
    assert_eq!(server.call("cv_load", &cookie, &load).status, 200);
    let text = data(&server, &cookie).text();
    assert!(text.contains("Restricted since 20"), "{text}");
    assert!(text.contains("value=\"lift\""), "{text}");
    limit("lift");
    for path in forms {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    limit("limit");
    let text = data(&server, &cookie).text();
    assert!(text.contains("Limited since 20"), "{text}");
    assert_eq!(server.get("/cv/anna-k").status, 200);
    limit("unlimit");
    assert!(data(&server, &cookie).text().contains("Not limited."));
}

#[test]
fn global_privacy_control_is_read_and_do_not_track_is_not() {
    let server = Server::start("gpc", &[]);
    let cookie = begin(&server, LINK, &document(&[])).cookie();
    let cookie = format!("Cookie: {cookie}\r\n");
    let sent = "Your browser sends Global Privacy Control";
    for path in ["/storage", PAGE] {
        for (header, known) in [
            ("Sec-GPC: 1\r\n", true),
            ("", false),
            ("Sec-GPC: 0\r\n", false),
            ("DNT: 1\r\n", false),
        ] {
            let answer = server.get_with(path, &format!("{cookie}{header}"));
            let text = answer.text();
            assert_eq!(text.contains(sent), known, "{path} {header}");
            assert!(text.contains("changes nothing here"), "{path} {header}");
        }
    }
    // Without any account too; and no copy of one is another's.
    let nobody = server.get_with("/storage", "Sec-GPC: 1\r\n");
    assert!(nobody.text().contains(sent));
    assert!(nobody.header("vary").contains("sec-gpc"));
    let heeded = server.get("/.well-known/gpc.json");
    assert_eq!(heeded.header("content-type"), "application/json");
    assert_eq!(heeded.json()["gpc"], true);
    // "Do Not Track" alone changes not a byte.
    let with = server.get_with("/storage", "DNT: 1\r\n").body;
    assert!(with == server.get("/storage").body);
}
