//! The server functions over HTTP: who may call which, and what they answer.

use crate::http::{Answer, Server, TERMS};
use serde_json::{Value as Json, json};

pub(crate) const LINK: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
pub(crate) const ID: &str = "01890000-0000-7000-8000-000000000001";

/// A document with these texts in its basics.
pub(crate) fn document(texts: &[(cv::Field, &str)]) -> cv::Document {
    let template = cv::Template {
        name: "linne".into(),
        layout: "1".into(),
        breaks: None,
    };
    let mut last = 0;
    let mut document = cv::Document::blank(cv::Language::English, template, || {
        last += 1;
        cv::Id(last)
    });
    for (field, text) in texts {
        cv::apply(&mut document, &set(*field, text)).unwrap();
    }
    document
}

pub(crate) fn set(field: cv::Field, text: &str) -> cv::Edit {
    cv::Edit::SetField {
        item: cv::Id::BASICS,
        field,
        value: Some(cv::Value::Text(text.into())),
    }
}

/// The first save.
pub(crate) fn begin(server: &Server, link: &str, document: &cv::Document) -> Answer {
    let begin = json!({
        "link": link, "adult": true, "policy": privacy::POLICY_VERSION,
        "terms": TERMS, "lang": "en", "id": ID,
        "document": cv::format::save(document),
    });
    server.call("cv_begin", "", &json!({ "begin": begin }))
}

/// A batch of one edit.
pub(crate) fn batch(base: u64, number: u64, edit: &cv::Edit) -> Json {
    let batch_id = format!("01890000-0000-7000-8000-{number:012x}");
    json!({ "batch": {
        "id": ID, "base_version": base, "batch_id": batch_id,
        "format": cv::format::FORMAT, "edits": [edit],
    }})
}

#[test]
fn a_first_save_sets_a_session_that_saves_and_loads() {
    let server = Server::start("first-save", &[]);
    let answer = begin(&server, LINK, &document(&[(cv::Field::Name, "Anna")]));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let set_cookie = answer.header("set-cookie");
    for part in [
        "merit-session=",
        "HttpOnly",
        "SameSite=Lax",
        "Path=/",
        "Max-Age=31536000",
    ] {
        assert!(set_cookie.contains(part), "{set_cookie}");
    }
    let cookie = answer.cookie();
    let save = batch(1, 1, &set(cv::Field::Label, "Smith"));
    for _ in 0..2 {
        let saved = server.call("cv_save", &cookie, &save);
        assert_eq!(saved.json(), json!({ "Taken": 2 }));
    }
    let stale = server.call(
        "cv_save",
        &cookie,
        &batch(1, 2, &set(cv::Field::Label, "X")),
    );
    assert_eq!(stale.json()["Stale"]["version"], 2);
    let known = json!({ "id": ID, "known": 2 });
    assert_eq!(server.call("cv_load", &cookie, &known).json(), Json::Null);
    let unknown = json!({ "id": ID, "known": null });
    let loaded = server.call("cv_load", &cookie, &unknown).json();
    let loaded = cv::format::load(loaded["document"].as_str().unwrap()).unwrap();
    assert_eq!(loaded.basics.text(cv::Field::Label), "Smith");
    // The answer to the first save was lost: the same again is the same account.
    let again = begin(&server, LINK, &document(&[]));
    assert_eq!(again.status, 200);
    let listed = server.call("cv_list", &again.cookie(), &json!({})).json();
    assert_eq!(listed, json!([{ "id": ID, "version": 2 }]));
}

#[test]
fn behind_https_the_cookie_is_bound_to_the_host() {
    let server = Server::start("host-cookie", &["--origin", "https://merit.example"]);
    let set_cookie = begin(&server, LINK, &document(&[]));
    let set_cookie = set_cookie.header("set-cookie");
    assert!(
        set_cookie.starts_with("__Host-merit-session="),
        "{set_cookie}"
    );
    assert!(set_cookie.contains("; Secure"), "{set_cookie}");
    // A cookie without the prefix, which another host of the domain can set, is none.
    let planted = set_cookie.split(';').next().unwrap();
    let planted = planted.trim_start_matches("__Host-");
    let listed = server.call("cv_list", planted, &json!({}));
    assert_eq!(listed.json(), "SignedOut");
}

#[test]
fn an_owner_link_opens_its_account_and_no_other_does() {
    let server = Server::start("owner-link", &[]);
    begin(&server, LINK, &document(&[]));
    let opened = server.call("owner_link_open", "", &json!({ "link": LINK }));
    assert_eq!(opened.status, 200, "{}", opened.text());
    let listed = server.call("cv_list", &opened.cookie(), &json!({}));
    assert_eq!(listed.json()[0]["id"], ID);
    let other = LINK.replace("AAEC", "AAED");
    for wrong in [other.as_str(), "", "short", "å"] {
        let refused = server.call("owner_link_open", "", &json!({ "link": wrong }));
        assert_eq!(refused.json(), "Missing", "{wrong}");
        assert_eq!(refused.header("set-cookie"), "", "{wrong}");
    }
}

/// Every function that there is has its line here: what it answers to who has
/// no session, and to who has another account's.
#[test]
fn each_function_knows_who_may_call_it() {
    let server = Server::start("who-may", &[]);
    begin(&server, LINK, &document(&[]));
    let other = begin(&server, &LINK.replace("AAEC", "AAED"), &document(&[]));
    let other = other.cookie();
    server.call("cv_delete", &other, &json!({ "id": ID }));
    let other = begin(&server, &LINK.replace("AAEC", "AAEE"), &document(&[]));
    let deleted = server.call("cv_delete", &other.cookie(), &json!({ "id": ID }));
    assert_eq!(deleted.status, 200);
    // An account of its own, with another document.
    let stranger = json!({ "begin": {
        "link": LINK.replace("AAEC", "AAEF"), "adult": true, "policy": privacy::POLICY_VERSION,
        "terms": TERMS, "lang": "en",
        "id": ID.replace("0001", "0002"), "document": cv::format::save(&document(&[])),
    }});
    let stranger = server.call("cv_begin", "", &stranger).cookie();
    let save = batch(1, 9, &set(cv::Field::Name, "Eve"));
    let id = json!({ "id": ID });
    let load = json!({ "id": ID, "known": null });
    let detail = json!({ "reference": "00000000000000ff", "field": "gender", "value": "x" });
    let no_detail = json!({ "reference": "00000000000000ff" });
    let table = [
        ("personal_delete", no_detail, "SignedOut", "Missing"),
        ("cv_load", load.clone(), "SignedOut", "Missing"),
        ("cv_save", save, "SignedOut", "Missing"),
        ("cv_links", id.clone(), "SignedOut", "Missing"),
        ("cv_delete", id, "SignedOut", "Missing"),
    ];
    for (function, input, nobody, stranger_gets) in table {
        for cookie in [
            "",
            "merit-session=nonsense",
            &format!("merit-session={LINK}"),
            &other.cookie(),
        ] {
            let answer = server.call(function, cookie, &input);
            assert_eq!(answer.json(), nobody, "{function} {cookie}");
            assert_eq!(answer.status, 401, "{function} {cookie}");
        }
        let answer = server.call(function, &stranger, &input);
        assert_eq!(answer.json(), stranger_gets, "{function}");
        assert_eq!(answer.status, 404, "{function}");
    }
    for function in [
        "cv_list",
        "cv_create",
        "consent_state",
        "consent_give",
        "consent_withdraw",
        "personal_put",
        "personal_list",
    ] {
        let mut input = json!({ "id": ID, "document": cv::format::save(&document(&[])) });
        input["detail"] = detail.clone();
        for (name, text) in [
            ("purpose", "salary"),
            ("version", privacy::ConsentPurpose::Salary.version()),
            ("lang", "en"),
        ] {
            input[name] = json!(text);
        }
        assert_eq!(
            server.call(function, "", &input).json(),
            "SignedOut",
            "{function}"
        );
    }
}

#[test]
fn what_is_wrong_is_refused_and_said() {
    let server = Server::start("refusals", &["--new-accounts", "3"]);
    let good = document(&[]);
    let with = |change: &dyn Fn(&mut Json)| {
        let mut begin = json!({
            "link": LINK, "adult": true, "policy": privacy::POLICY_VERSION,
        "terms": TERMS, "lang": "en", "id": ID,
            "document": cv::format::save(&good),
        });
        change(&mut begin);
        server
            .call("cv_begin", "", &json!({ "begin": begin }))
            .json()
    };
    assert_eq!(with(&|b| b["adult"] = json!(false)), "Refused");
    assert_eq!(with(&|b| b["policy"] = json!("1999-01-01")), "Outdated");
    assert_eq!(with(&|b| b["terms"] = json!("1999-01-01")), "Outdated");
    assert_eq!(with(&|b| b["terms"] = json!("")), "Outdated");
    assert_eq!(with(&|b| b["lang"] = json!("xx")), "Refused");
    assert_eq!(with(&|b| b["document"] = json!("{}")), "Refused");
    let newer = cv::format::save(&good).replace("\"format\":2", "\"format\":99");
    assert_eq!(with(&|b| b["document"] = json!(newer)), "Outdated");
    assert_eq!(with(&|b| b["id"] = json!("x")), "Refused");
    // Nothing of this counted as an account but the first.
    let cookie = begin(&server, LINK, &good).cookie();
    let mut old = batch(1, 1, &set(cv::Field::Name, "A"));
    old["batch"]["format"] = json!(cv::format::FORMAT - 1);
    assert_eq!(server.call("cv_save", &cookie, &old).json(), "Outdated");
    let gone = batch(1, 1, &cv::Edit::RemoveItem { item: cv::Id(999) });
    assert_eq!(server.call("cv_save", &cookie, &gone).json(), "Refused");
    // The network has had its share of first saves.
    let mut last = Json::Null;
    for number in 0..4 {
        let link = LINK.replace("AAEC", &format!("AAA{number}"));
        last = begin(&server, &link, &good).json();
    }
    assert_eq!(last, "TooMany");
}
