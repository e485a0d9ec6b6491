//! The QR code in the PDF of a link, over HTTP.

use crate::http::{Answer, Server};
use crate::links::{linked, share, with};
use crate::public::link;
use crate::saving::{LINK, begin, document};
use cv::{Field, Language};

/// Whether a file has a link to an address.
fn leads_to(file: &Answer, address: &str) -> bool {
    let link = format!("({address})");
    let mut windows = file.body.windows(link.len());
    windows.any(|window| window == link.as_bytes())
}

#[test]
fn the_pdf_of_a_link_has_its_code_if_its_owner_says_so() {
    let server = Server::start("links-code", &["--origin", "https://merit.example"]);
    let (cookie, link) = linked(&server, "");
    let pdf = || {
        let pdf = server.get("/cv/anna-k.pdf");
        assert_eq!(pdf.status, 200);
        pdf
    };
    let form = || server.get_with(&link, &with(&cookie)).text();
    let is_ticked = |form: &str| {
        let (_, rest) = form.split_once("name=\"code\"").expect("a box");
        let tag = rest.split('>').next().unwrap_or_default();
        tag.contains("checked")
    };
    let address = "https://merit.example/cv/anna-k";
    let without = pdf();
    assert!(!leads_to(&without, address));
    assert!(!is_ticked(&form()));
    let done = server.submit(&link, &cookie, "slug=anna-k&ends=keep&code=1");
    assert_eq!(done.status, 303, "{}", done.text());
    // At once, although the other one was kept in memory a moment ago.
    let with_code = pdf();
    assert!(leads_to(&with_code, address));
    assert!(with_code.body.len() > without.body.len());
    assert!(is_ticked(&form()));
    assert!(!form().contains("has no room"));
    // In the language that is asked for it leads to that.
    let english = server.get("/cv/anna-k/en.pdf");
    assert!(leads_to(&english, &format!("{address}/en")));
    server.submit(&link, &cookie, "slug=anna-k&ends=keep");
    assert!(pdf().body == without.body);
}

#[test]
fn where_a_code_has_no_room_its_owner_is_told() {
    let server = Server::start("links-no-room", &["--origin", "https://merit.example"]);
    // Written leftwards, this template has its coloured sidebar at the right.
    let mut anna = document(&[(Field::Name, "Anna Karlsson"), (Field::Label, "Engineer")]);
    anna.language = Language::Hebrew;
    anna.template.name = "celsius".into();
    let cookie = begin(&server, LINK, &anna).cookie();
    let made = "version=1&slug=anna-k&show=label&code=1";
    let done = server.submit(&share("/publish"), &cookie, made);
    assert_eq!(done.status, 303, "{}", done.text());
    let link = link(&server, &cookie);
    let pdf = server.get("/cv/anna-k.pdf");
    assert_eq!(pdf.status, 200);
    assert!(!leads_to(&pdf, "https://merit.example/cv/anna-k"));
    let form = || server.get_with(&link, &with(&cookie)).text();
    assert!(form().contains("The last page has no room for it."));
    server.submit(&link, &cookie, "slug=anna-k&ends=keep");
    assert!(!form().contains("has no room"));
}

/// Whoever asks for a PDF says what the site is called, and could say anything.
#[test]
fn a_site_that_does_not_know_its_name_offers_no_code() {
    let server = Server::start("links-no-origin", &[]);
    let (cookie, link) = linked(&server, "&code=1");
    let form = server.get_with(&link, &with(&cookie)).text();
    assert!(form.contains("name=\"nofiles\""));
    assert!(!form.contains("name=\"code\""));
    let pdf = server.get("/cv/anna-k.pdf");
    assert_eq!(pdf.status, 200);
    let ours = format!("(http://{}/cv/anna-k)", server.address);
    assert!(!pdf.body.windows(ours.len()).any(|it| it == ours.as_bytes()));
}
