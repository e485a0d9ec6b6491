//! Accounts over HTTP: what happens between two pages.

use serde_json::json;

use crate::http::{Folder, Server};
use crate::members::{PASSWORD, between, made, run, with_second_factor};
use crate::saving::{LINK, begin, document};

/// The path of the link in the only letter that waits.
fn letter_path(data: &Folder) -> String {
    let listed = run(data, &["mail", "list"]);
    let id = listed.split('\t').next().unwrap();
    let letter = run(data, &["mail", "show", id]);
    let token = between(&letter, "/confirm/", "\n").trim().to_owned();
    format!("/confirm/{token}")
}

fn titles(server: &Server, cookie: &str) -> usize {
    let listed = server.call("cv_list", cookie, &json!({}));
    listed.json().as_array().unwrap().len()
}

/// A letter is often opened in another browser than it was asked for in, and that
/// one may have something saved too.
#[test]
fn what_the_browser_of_the_letter_had_saved_comes_along() {
    let data = Folder::new("confirm-elsewhere");
    let server = Server::start_in(&data.0, &[]);
    let asked = server.submit(
        "/sign-up",
        "",
        "email=a@example.com&adult=on&policy=on&terms=2026-11-28",
    );
    assert_eq!(asked.header("location"), "/check-mail");
    let link = begin(&server, LINK, &document(&[])).cookie();
    let form = format!("password={0}&again={0}", PASSWORD.replace(' ', "+"));
    let entered = server.submit(&letter_path(&data), &link, &form);
    assert_eq!(entered.status, 303, "{}", entered.text());
    assert_eq!(entered.header("location"), "/cvs?done=moved");
    assert_eq!(titles(&server, &entered.cookie()), 1);
    // The link's session is over.
    let listed = server.call("cv_list", &link, &json!({}));
    assert_eq!(listed.json(), "SignedOut");
}

#[test]
fn what_was_saved_before_the_server_was_set_up_comes_along() {
    let data = Folder::new("set-up-elsewhere");
    let server = Server::start_in(&data.0, &[]);
    let link = begin(&server, LINK, &document(&[])).cookie();
    let said = run(&data, &["account", "invite", "--role", "administrator"]);
    let path = said.split("/setup/").nth(1).unwrap().trim();
    let form = format!(
        "email=b@example.com&password={0}&again={0}&adult=on&policy=on&terms=2026-11-28",
        PASSWORD.replace(' ', "+")
    );
    let entered = server.submit(&format!("/setup/{path}"), &link, &form);
    let to = entered.header("location");
    assert_eq!(to, "/account/second-factor?done=set-up");
    assert_eq!(titles(&server, &entered.cookie()), 1);
}

#[test]
fn staff_are_told_why_their_only_second_factor_stays() {
    let data = Folder::new("staff-factor");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "support");
    let cookie = with_second_factor(&server, &cookie);
    let answer = server.submit("/account/second-factor/remove", &cookie, "");
    assert_eq!(answer.status, 422);
    let text = answer.text();
    assert!(text.contains("This is your only way in"), "{text}");
}
