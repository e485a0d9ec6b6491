//! "My data" over HTTP, for both kinds of account and without a script; and what
//! everybody is told was collected.

use app::pages::privacy::{label, words};
use privacy::california::{self, Statutory};
use privacy::inventory::{Category, Label};
use privacy::{Periods, Purpose};
use serde_json::json;
use texts::Lang;

use crate::http::{Answer, Folder, Server};
use crate::members::{PASSWORD, made, run};
use crate::saving::{ID, LINK, begin, document};

const PAGE: &str = "/account/data";

fn page(server: &Server, cookie: &str) -> Answer {
    server.get_with(PAGE, &format!("Cookie: {cookie}\r\n"))
}

/// The page's words, without the marks between texts.
fn text(server: &Server, cookie: &str) -> String {
    page(server, cookie).text().replace("<!>", "")
}

fn limit(server: &Server, cookie: &str, form: &str) {
    let answer = server.submit("/account/limits", cookie, form);
    let to = "/account/data?done=limits-changed";
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, to),
        "{form}: {}",
        answer.text()
    );
}

/// Sees what there is, says no to each use and takes it back.
fn looks_and_says_no(server: &Server, cookie: &str) {
    let first = page(server, cookie);
    assert_eq!(first.status, 200, "{}", first.text());
    assert_eq!(first.header("cache-control"), "no-store");
    assert!(!first.text().contains("<script"));
    let said = text(server, cookie);
    for there in [
        "My data",
        "Who you are: one entry",
        "Name: 1",
        "Phone number: 1",
        "Your saved CV, with everything you have written: 1",
        "Contract: needed for",
        "If you do not come back, that is on 20",
        "What there is now goes on 20",
        "Whoever is responsible for this server",
        "Who has looked at it",
        "Nothing is sold here",
        "href=\"/account/export\"",
        "href=\"/account/consents\"",
        "href=\"/account/erase\"",
    ] {
        assert!(said.contains(there), "{there}: {said}");
    }
    // How much, and nothing of what it is.
    assert!(
        !said.contains("Anna Karlsson") && !said.contains("070-1"),
        "{said}"
    );
    let both = [
        ("restrict", "lift", "Restricted since 20", "Not restricted."),
        ("limit", "unlimit", "Limited since 20", "Not limited."),
        (
            "object&purpose=Protect",
            "object-no-more&purpose=Protect",
            "You have objected since 20",
            "You do not object.",
        ),
        (
            "opt-out",
            "opt-in",
            "You have opted out since 20",
            "You have not opted out.",
        ),
    ];
    for (on, off, is, is_not) in both {
        assert!(text(server, cookie).contains(is_not), "{is_not}");
        limit(server, cookie, &format!("limit={on}"));
        let said = text(server, cookie);
        assert!(said.contains(is) && !said.contains(is_not), "{is}: {said}");
        limit(server, cookie, &format!("limit={off}"));
        assert!(text(server, cookie).contains(is_not), "{is_not}");
    }
}

fn anna() -> cv::Document {
    document(&[
        (cv::Field::Name, "Anna Karlsson"),
        (cv::Field::Phone, "070-1"),
    ])
}

#[test]
fn an_owner_link_sees_everything_and_says_no_to_each_use() {
    let server = Server::start("my-data-link", &[]);
    let cookie = begin(&server, LINK, &anna()).cookie();
    looks_and_says_no(&server, &cookie);
    let said = text(&server, &cookie);
    assert!(said.contains("Nobody has."), "{said}");
    assert!(said.contains("href=\"/edit\""), "{said}");
    // Where it can be found.
    let storage = server.get("/storage").text();
    assert!(storage.contains("href=\"/account/data\""));
}

#[test]
fn a_member_sees_everything_and_who_has_looked() {
    let data = Folder::new("my-data-member");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "member");
    let create = json!({ "id": ID, "document": cv::format::save(&anna()) });
    assert_eq!(server.call("cv_create", &cookie, &create).status, 200);
    let account = server.get_with("/account", &format!("Cookie: {cookie}\r\n"));
    assert!(account.text().contains("href=\"/account/data\""));
    looks_and_says_no(&server, &cookie);
    let said = text(&server, &cookie);
    for there in [
        "E-mail address: 1",
        "Browser and operating system",
        // The operator has taken the role away that the account was made with.
        "Took your role away",
        "Whoever runs the machine, or the program itself",
        "You no longer do that work.",
        "href=\"/cvs\"",
    ] {
        assert!(said.contains(there), "{there}: {said}");
    }
    assert!(!said.contains("Nobody has."), "{said}");
    // A page of the log from before its beginning, and one that is none.
    let before = |query: &str| {
        let headers = format!("Cookie: {cookie}\r\n");
        server.get_with(&format!("{PAGE}?before={query}"), &headers)
    };
    assert!(before("1").text().contains("The newest entries"));
    for none in ["-9223372036854775808", "x%00", "99999999999999999999"] {
        assert_eq!(before(none).status, 200, "{none}");
    }
}

#[test]
fn a_proof_that_is_old_is_asked_for_anew_and_a_role_outweighs() {
    let data = Folder::new("my-data-role");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "support");
    let said = text(&server, &cookie);
    assert!(
        said.contains("Their safety outweighs an objection"),
        "{said}"
    );
    let form = "limit=object&purpose=Protect";
    let refused = server.submit("/account/limits", &cookie, form);
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("role=\"alert\""));
    // The way back from the proof is this page.
    let prove = server.get_with(
        "/sign-in/again?to=/account/data",
        &format!("Cookie: {cookie}\r\n"),
    );
    assert!(prove.text().contains("value=\"/account/data\""));
    let form = format!("to=/account/data&password={}", PASSWORD.replace(' ', "+"));
    let proved = server.submit("/sign-in/again", &cookie, &form);
    assert_eq!(proved.header("location"), PAGE, "{}", proved.text());
}

#[test]
fn the_signal_of_a_browser_counts_as_opting_out() {
    let server = Server::start("my-data-gpc", &[]);
    let cookie = begin(&server, LINK, &anna()).cookie();
    let said = |header: &str| {
        let headers = format!("Cookie: {cookie}\r\n{header}");
        server.get_with(PAGE, &headers).text()
    };
    let opted_out = "You have opted out: your browser says so";
    assert!(said("Sec-GPC: 1\r\n").contains(opted_out));
    for header in ["", "Sec-GPC: 0\r\n", "DNT: 1\r\n"] {
        assert!(said(header).contains("You have not opted out."), "{header}");
    }
    // What they have said themselves is kept whatever the browser sends.
    limit(&server, &cookie, "limit=opt-out");
    assert!(said("").contains("You have opted out since 20"));
}

#[test]
fn nobody_is_told_anything_of_anybody() {
    let server = Server::start("my-data-nobody", &[]);
    let answer = server.get(PAGE);
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/sign-in")
    );
    let answer = server.submit("/account/limits", "", "limit=opt-out");
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, "/sign-in")
    );
}

/// What follows a heading, up to the next one.
fn under<'a>(html: &'a str, heading: &str) -> &'a str {
    let start = format!("<h3>{heading}</h3>");
    let (_, rest) = html
        .split_once(&start)
        .unwrap_or_else(|| panic!("{heading}: {html}"));
    rest.split("<h3>").next().unwrap_or_default()
}

fn html(server: &Server, path: &str, lang: &str) -> String {
    let answer = server.get_with(path, &format!("Accept-Language: {lang}\r\n"));
    assert_eq!(answer.status, 200, "{path}");
    answer.text().replace("&amp;", "&").replace("<!>", "")
}

#[test]
fn the_tables_say_what_was_in_fact_collected() {
    let server = Server::start("collected", &[]);
    let languages = [
        ("en", Lang::En, ["Yes", "No"]),
        ("sv", Lang::Sv, ["Ja", "Nej"]),
    ];
    let said = |expected: &dyn Fn(Category) -> bool| {
        for (code, lang, [yes, no]) in languages {
            let page = html(&server, "/privacy/categories", code);
            for category in Category::ALL {
                let told = under(&page, words::category(category, lang));
                let label = texts::data::collected(lang);
                let answer = if expected(category) { yes } else { no };
                let line = format!("<dt>{label}</dt><dd>{answer}</dd>");
                assert!(told.contains(&line), "{category:?} {answer}: {told}");
            }
        }
    };
    said(&|_| false);
    begin(&server, LINK, &anna());
    let known = [Category::Technical, Category::Identity, Category::Contact];
    said(&|category| known.contains(&category));
}

#[test]
fn the_californian_table_is_made_from_the_inventory() {
    let server = Server::start("california", &[]);
    begin(&server, LINK, &anna());
    for (code, lang) in [("en", Lang::En), ("sv", Lang::Sv)] {
        let page = html(&server, "/privacy/california", code);
        assert!(!page.contains("<script"));
        let rows = california::table(&Periods::default());
        assert_eq!(page.matches("<h3>").count(), rows.len());
        let headings: Vec<&str> = page.split("<h3>").skip(1).collect();
        let [yes, no] = [texts::data::yes(lang), texts::data::no(lang)];
        let line = |name: &str, answer: &str| format!("<dt>{name}</dt><dd>{answer}</dd>");
        for (row, told) in rows.iter().zip(headings) {
            let letter = format!("({})", row.category.letter());
            assert!(told.starts_with(&letter), "{letter}: {told}");
            for never in [
                texts::data::california_sold(lang),
                texts::data::california_shared(lang),
            ] {
                assert!(told.contains(&line(never, no)), "{letter} {never}");
            }
            for it in &row.summary.labels {
                assert!(told.contains(label(*it, lang)), "{letter} {it:?}");
            }
            for (purpose, _) in &row.summary.purposes {
                assert!(told.contains(words::purpose(*purpose, lang)), "{letter}");
            }
            for recipient in &row.summary.recipients {
                assert!(
                    told.contains(words::recipient(*recipient, lang)),
                    "{letter}"
                );
            }
            for source in &row.summary.sources {
                assert!(told.contains(words::source(*source, lang)), "{letter}");
            }
            for (kept, start, _) in row.summary.retentions.keys() {
                assert!(told.contains(&words::kept(*kept, *start, lang)), "{letter}");
            }
            let collected = match row.category {
                Statutory::Identifiers
                | Statutory::CustomerRecords
                | Statutory::Network
                | Statutory::Sensitive => yes,
                _ => no,
            };
            let collected = line(texts::data::collected(lang), collected);
            assert!(told.contains(&collected), "{letter}: {told}");
            if row.ours.is_empty() {
                assert!(
                    told.contains(texts::data::california_never(lang)),
                    "{letter}"
                );
            }
        }
        assert!(page.contains("href=\"/account/data\""));
    }
    // It is found from the policy.
    let policy = server.get("/privacy").text();
    assert!(policy.contains("href=\"/privacy/california\""));
}

/// What the page says can be objected to is what the gate knows of.
#[test]
fn every_objection_has_its_button() {
    let server = Server::start("my-data-objections", &[]);
    let cookie = begin(&server, LINK, &anna()).cookie();
    let said = text(&server, &cookie);
    for purpose in Purpose::ALL {
        let named = said.contains(&format!("name=\"purpose\" value=\"{purpose:?}\""));
        assert_eq!(named, purpose.may_be_objected_to(), "{purpose:?}");
    }
    assert!(
        !said.contains(label(Label::OtherRecord, Lang::En)),
        "{said}"
    );
}

/// Somebody whom the operator has helped sees that they did.
#[test]
fn a_link_that_the_operator_made_is_seen() {
    let data = Folder::new("my-data-operator");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "member");
    run(&data, &["account", "link", "member@example.com"]);
    let said = text(&server, &cookie);
    assert!(said.contains("Made a link for a new password"), "{said}");
    assert!(said.contains("Letters did not reach you."), "{said}");
}
