//! Who may ask for what: every route of accounts, documents and administration,
//! for nobody, an owner link, a member and each role. A route without a row
//! fails [`every_route_has_its_row`].

mod console;
mod why;

use crate::http::{Answer, Folder, Server};
use crate::members::{made, with_second_factor};
use crate::saving::{LINK, begin, document};
use serde_json::json;

/// A document of the member.
const MINE: &str = "01890000-0000-7000-8000-0000000000aa";
/// An id that nobody has.
const NONE: &str = "01890000-0000-7000-8000-0000000000ff";

/// What somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gets {
    /// What they asked for, or what they have to mend first.
    It,
    /// The way to sign in.
    SignIn,
    /// There is no such thing, for them.
    Nothing,
}
use Gets::{It, Nothing, SignIn};

/// nobody, owner link, member, support, privacy officer, administrator
type Row = (&'static str, &'static str, &'static str, [Gets; 6]);

const ALL: [Gets; 6] = [It, It, It, It, It, It];
const MEMBERS: [Gets; 6] = [SignIn, SignIn, It, It, It, It];
/// Whoever has something saved.
const SAVERS: [Gets; 6] = [SignIn, It, It, It, It, It];
const NEVER: [Gets; 6] = [Nothing, Nothing, Nothing, Nothing, Nothing, Nothing];
/// What only the member has, and members have not, each for itself.
const OWNER: [Gets; 6] = [SignIn, SignIn, It, Nothing, Nothing, Nothing];
/// The same, and nobody is sent to sign in: an owner link is as good.
const OWNED: [Gets; 6] = [Nothing, Nothing, It, Nothing, Nothing, Nothing];
const NOBODY: [Gets; 6] = [SignIn, SignIn, Nothing, Nothing, Nothing, Nothing];
/// Whoever has an account, also one that only an owner link opens.
const OWNERS: [Gets; 6] = [SignIn, It, It, It, It, It];
const STAFF: [Gets; 6] = [SignIn, SignIn, Nothing, It, It, It];
const INVITERS: [Gets; 6] = [SignIn, SignIn, Nothing, It, Nothing, It];
const OFFICERS: [Gets; 6] = [SignIn, SignIn, Nothing, Nothing, It, It];
const ADMINISTRATORS: [Gets; 6] = [SignIn, SignIn, Nothing, Nothing, Nothing, It];

const ROWS: &[Row] = &[
    // server/src/account.rs
    ("GET", "/sign-up", "", ALL),
    ("POST", "/sign-up", "email=x", ALL),
    ("GET", "/invitation/x", "", ALL),
    ("POST", "/invitation/x", "email=x", ALL),
    ("GET", "/confirm/x", "", ALL),
    ("POST", "/confirm/x", "password=1&again=2", ALL),
    ("GET", "/setup/x", "", ALL),
    ("POST", "/setup/x", "password=1&again=2", ALL),
    ("GET", "/sign-in", "", ALL),
    (
        "POST",
        "/sign-in",
        "email=nobody@example.com&password=x",
        ALL,
    ),
    ("POST", "/sign-in/code", "ticket=x&code=1", ALL),
    ("GET", "/sign-in/again", "", MEMBERS),
    ("POST", "/sign-in/again", "password=x", MEMBERS),
    ("GET", "/reset", "", ALL),
    ("POST", "/reset", "email=nobody@example.com", ALL),
    ("GET", "/check-mail", "", ALL),
    ("GET", "/reset/x", "", ALL),
    ("POST", "/reset/x", "password=1&again=2", ALL),
    ("GET", "/email/x", "", ALL),
    ("POST", "/email/x", "", ALL),
    ("GET", "/account", "", MEMBERS),
    ("POST", "/account/email", "email=x", MEMBERS),
    ("POST", "/account/password", "password=1&again=2", MEMBERS),
    ("GET", "/account/erase", "", SAVERS),
    ("POST", "/account/erase", "", SAVERS),
    ("POST", "/account/erase/cancel", "", SAVERS),
    // Of no erasure.
    ("GET", "/erasure/x", "", NEVER),
    ("GET", "/erasure/x/report.json", "", NEVER),
    ("GET", "/.well-known/merit-report-key.json", "", ALL),
    ("GET", "/account/second-factor", "", MEMBERS),
    ("POST", "/account/second-factor", "ticket=x&code=1", MEMBERS),
    ("POST", "/account/second-factor/remove", "", MEMBERS),
    // Without a second factor there are no codes to renew.
    (
        "POST",
        "/account/recovery-codes",
        "",
        [SignIn, SignIn, Nothing, It, It, It],
    ),
    ("GET", "/account/devices", "", MEMBERS),
    (
        "POST",
        "/account/devices/end",
        "id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    ("POST", "/account/devices/end-others", "", MEMBERS),
    (
        "POST",
        "/account/passkeys/remove",
        "id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    ("GET", "/account/consents", "", OWNERS),
    (
        "POST",
        "/account/consents",
        "purpose=salary&say=withdraw",
        OWNERS,
    ),
    ("GET", "/account/terms", "", OWNERS),
    ("POST", "/account/terms", "terms=2026-11-28", OWNERS),
    ("GET", "/account/data", "", OWNERS),
    ("POST", "/account/limits", "limit=unlimit", OWNERS),
    ("GET", "/privacy/rights?lives=US-CA", "", ALL),
    ("POST", "/account/residence", "lives=SE", OWNERS),
    ("GET", "/account/policy", "", OWNERS),
    ("POST", "/account/policy", "version=2026-11-29", OWNERS),
    ("GET", "/account/leave", "", OWNERS),
    ("GET", "/account/export", "", OWNERS),
    ("POST", "/account/export", "", OWNERS),
    ("POST", "/account/export/delete", "", OWNERS),
    (
        "GET",
        "/account/export/01890000-0000-7000-8000-0000000000ff",
        "",
        [SignIn, Nothing, Nothing, Nothing, Nothing, Nothing],
    ),
    ("POST", "/passkey/sign-up/challenge", "path=/sign-up", ALL),
    ("POST", "/passkey/sign-up", "ticket=x", ALL),
    ("POST", "/passkey/sign-in/challenge", "", ALL),
    ("POST", "/passkey/sign-in", "ticket=x", ALL),
    ("POST", "/passkey/prove/challenge", "", ALL),
    ("POST", "/passkey/prove", "ticket=x", MEMBERS),
    ("POST", "/passkey/add/challenge", "", MEMBERS),
    ("POST", "/passkey/add", "ticket=x", MEMBERS),
    // server/src/shelf.rs
    ("GET", "/cvs", "", MEMBERS),
    // Nobody has it.
    (
        "GET",
        "/cvs/photos/0000000000000000000000000000beef",
        "",
        NOBODY,
    ),
    ("POST", "/cvs/MINE/duplicate", "", OWNER),
    ("POST", "/cvs/MINE/rename", "name=x", OWNER),
    ("POST", "/cvs/MINE/bin", "", OWNER),
    ("POST", "/cvs/MINE/restore", "", OWNER),
    // It is not in the bin.
    ("POST", "/cvs/MINE/delete", "", NOBODY),
    // server/src/versions.rs
    ("GET", "/cvs/MINE/versions", "", OWNED),
    ("POST", "/cvs/MINE/versions", "name=x", OWNED),
    (
        "GET",
        "/cvs/MINE/versions/compare?old=now&new=now",
        "",
        OWNED,
    ),
    ("POST", "/cvs/MINE/versions/1/name", "name=x", OWNED),
    ("POST", "/cvs/MINE/versions/1/restore", "", OWNED),
    ("POST", "/cvs/MINE/versions/1/delete", "", OWNED),
    // server/src/share.rs
    ("GET", "/share/MINE", "", OWNED),
    ("GET", "/share/MINE/new", "", OWNED),
    ("POST", "/share/MINE/new", "version=1", OWNED),
    ("GET", "/share/MINE/page", "", OWNED),
    (
        "POST",
        "/share/MINE/publish",
        "version=1&slug=roles-mine",
        OWNED,
    ),
    // There is no such link.
    ("GET", "/share/MINE/NONE", "", NEVER),
    ("POST", "/share/MINE/NONE", "slug=roles-none", NEVER),
    ("POST", "/share/MINE/NONE/publish", "version=1", NEVER),
    ("POST", "/share/MINE/NONE/revoke", "", NEVER),
    ("POST", "/share/MINE/NONE/delete", "", NEVER),
    ("GET", "/share/MINE/NONE/qr.svg", "", NEVER),
    ("GET", "/share/MINE/NONE/qr.png", "", NEVER),
    ("POST", "/share/MINE/unpublish", "", OWNED),
    // server/src/admin.rs
    ("GET", "/admin", "", STAFF),
    ("GET", "/admin/audit", "", ADMINISTRATORS),
    ("GET", "/admin/policy", "", OFFICERS),
    ("POST", "/admin/policy", "day=x", OFFICERS),
    // There is none to take back.
    ("POST", "/admin/policy/withdraw", "version=x", NOBODY),
    ("POST", "/admin/invitations", "", INVITERS),
    (
        "POST",
        "/admin/invitations/withdraw",
        "id=01890000-0000-7000-8000-0000000000ff",
        INVITERS,
    ),
    (
        "POST",
        "/admin/cases/close",
        "account=01890000-0000-7000-8000-0000000000ff&id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    (
        "POST",
        "/admin/reset-link",
        "email=nobody@example.com",
        ADMINISTRATORS,
    ),
    (
        "POST",
        "/admin/roles",
        "email=nobody@example.com&role=support",
        ADMINISTRATORS,
    ),
    // server/src/reports.rs
    ("GET", "/report/anna-k", "", ALL),
    ("POST", "/report/anna-k", "reason=fraud&text=x", ALL),
    ("GET", "/admin/reports", "", OFFICERS),
    // Of no report.
    (
        "GET",
        "/admin/reports/01890000-0000-7000-8000-0000000000ff",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/reports/01890000-0000-7000-8000-0000000000ff/close",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/reports/01890000-0000-7000-8000-0000000000ff/take-down",
        "reason=fraud",
        NOBODY,
    ),
    (
        "POST",
        "/admin/reports/01890000-0000-7000-8000-0000000000ff/put-back",
        "",
        NOBODY,
    ),
    // server/src/statistics.rs; of no page.
    (
        "GET",
        "/share/MINE/01890000-0000-7000-8000-0000000000ff/statistics",
        "",
        NEVER,
    ),
    // server/src/cases.rs
    ("GET", "/contact", "", ALL),
    ("POST", "/contact", "topic=policy&email=x&text=x", ALL),
    ("GET", "/privacy/request", "", ALL),
    ("POST", "/privacy/request", "matter=copy&email=x", ALL),
    ("GET", "/privacy/request/sent", "", ALL),
    ("GET", "/privacy/request/code", "", ALL),
    ("POST", "/privacy/request/code", "number=x&code=x", ALL),
    ("GET", "/account/cases", "", OWNERS),
    (
        "POST",
        "/account/cases/verify",
        "id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    ("GET", "/admin/cases", "", OFFICERS),
    ("POST", "/admin/cases/search", "what=x", OFFICERS),
    (
        "POST",
        "/admin/cases/enter",
        "matter=copy&way=mail&day=x",
        OFFICERS,
    ),
    (
        "GET",
        "/admin/cases/01890000-0000-7000-8000-0000000000ff/01890000-0000-7000-8000-0000000000ff",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/cases/01890000-0000-7000-8000-0000000000ff/01890000-0000-7000-8000-0000000000ff/open",
        "reason=x",
        NOBODY,
    ),
    (
        "POST",
        "/admin/cases/01890000-0000-7000-8000-0000000000ff/01890000-0000-7000-8000-0000000000ff/do",
        "do=take",
        NOBODY,
    ),
    (
        "POST",
        "/admin/cases/01890000-0000-7000-8000-0000000000ff/01890000-0000-7000-8000-0000000000ff/held",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/cases/01890000-0000-7000-8000-0000000000ff/01890000-0000-7000-8000-0000000000ff/erase",
        "",
        NOBODY,
    ),
    (
        "POST",
        "/admin/cases/01890000-0000-7000-8000-0000000000ff/01890000-0000-7000-8000-0000000000ff/hit",
        "do=ask&hit=01890000-0000-7000-8000-0000000000ff&text=x",
        NOBODY,
    ),
    // server/src/registers.rs
    ("GET", "/admin/registers", "", OFFICERS),
    ("GET", "/admin/registers/laws", "", OFFICERS),
    ("POST", "/admin/registers/laws", "where=x", OFFICERS),
    ("GET", "/admin/registers/processor.json", "", OFFICERS),
    ("GET", "/admin/registers/disclosures", "", OFFICERS),
    (
        "POST",
        "/admin/registers/disclosures",
        "ground=order&whose=nobody@example.com",
        OFFICERS,
    ),
    (
        "POST",
        "/admin/registers/disclosures/confirm",
        "account=01890000-0000-7000-8000-0000000000ff&id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    (
        "POST",
        "/admin/registers/disclosures/refuse",
        "account=01890000-0000-7000-8000-0000000000ff&id=01890000-0000-7000-8000-0000000000ff",
        NOBODY,
    ),
    ("GET", "/admin/registers/controller", "", OFFICERS),
    (
        "POST",
        "/admin/registers/controller",
        "reason=sale&day=2026-01-01",
        OFFICERS,
    ),
    // There is none that waits.
    ("POST", "/admin/registers/controller/confirm", "", OFFICERS),
    ("POST", "/admin/registers/controller/cancel", "", NOBODY),
    // It ends the session that asks, so it stands last.
    ("POST", "/account/compromised", "", MEMBERS),
];

/// Routes that are tested where they belong: public pages and files are
/// everybody's, and so is what a browser keeps for the time without a network; saving
/// has a table of its own.
const ELSEWHERE: usize = 16;

#[test]
fn every_route_has_its_row() {
    let sources = [
        include_str!("../../src/router.rs"),
        include_str!("../../src/account.rs"),
        include_str!("../../src/shelf.rs"),
        include_str!("../../src/versions.rs"),
        include_str!("../../src/share.rs"),
        include_str!("../../src/rights.rs"),
        include_str!("../../src/admin.rs"),
        include_str!("../../src/reports.rs"),
        include_str!("../../src/statistics.rs"),
        include_str!("../../src/cases.rs"),
        include_str!("../../src/console.rs"),
        include_str!("../../src/registers.rs"),
    ];
    let handlers: usize = sources
        .iter()
        .map(|source| {
            let routes = source
                .split("\n}\n")
                .filter(|part| part.contains("Router::new()"));
            let routes: String = routes.collect();
            routes.matches(" get(").count() + routes.matches("post(").count()
        })
        .sum();
    let rows = ROWS.len() + console::ROWS.len();
    assert_eq!(handlers, rows + ELSEWHERE, "add a row to ROWS");
}

/// A running server, and one cookie for each of [`Row`]'s actors.
struct Site {
    server: Server,
    cookies: [String; 6],
    _data: Folder,
}

fn site(name: &str) -> Site {
    let data = Folder::new(name);
    // All of them come from one address, and ask more than one may.
    std::fs::write(data.0.join("merit.toml"), "[limits]\ntimes = 1000\n").unwrap();
    let server = Server::start_in(&data.0, &[]);
    let link = begin(&server, LINK, &document(&[])).cookie();
    let member = made(&server, &data, "member");
    let staff = ["support", "privacy_officer", "administrator"].map(|role| {
        let cookie = made(&server, &data, role);
        with_second_factor(&server, &cookie)
    });
    let [support, officer, administrator] = staff;
    let create = json!({ "id": MINE, "document": cv::format::save(&document(&[])) });
    assert_eq!(server.call("cv_create", &member, &create).status, 200);
    Site {
        server,
        cookies: [String::new(), link, member, support, officer, administrator],
        _data: data,
    }
}

fn gets(answer: &Answer, what: &str) -> Gets {
    match answer.status {
        303 if answer.header("location") == "/sign-in" => SignIn,
        404 => Nothing,
        // A code may be tried a few times, whoever tries.
        200 | 303 | 400 | 410 | 422 | 429 => It,
        status => panic!("{what}: {status}: {}", answer.text()),
    }
}

#[test]
fn each_route_answers_each_role_as_the_table_says() {
    let site = site("roles");
    let server = &site.server;
    for (method, path, form, expected) in console::ROWS.iter().chain(ROWS) {
        let path = path.replace("MINE", MINE).replace("NONE", NONE);
        for (cookie, expected) in site.cookies.iter().zip(expected) {
            let answer = match *method {
                "GET" => server.get_with(&path, &format!("Cookie: {cookie}\r\n")),
                _ => server.submit(&path, cookie, form),
            };
            let who = site.cookies.iter().position(|known| known == cookie);
            let what = format!("{method} {path} for {who:?}");
            assert_eq!(gets(&answer, &what), *expected, "{what}");
        }
    }
    // Each is signed out by the last row.
    for cookie in &site.cookies[2..] {
        let answer = server.get_with("/account", &format!("Cookie: {cookie}\r\n"));
        assert_eq!(gets(&answer, "signed out"), SignIn);
    }
}

/// No role opens what somebody else has written.
#[test]
fn staff_have_nothing_of_anybodys_documents() {
    let site = site("roles-documents");
    for cookie in &site.cookies[3..] {
        for function in ["cv_load", "cv_delete"] {
            let ask = json!({ "id": MINE, "known": null });
            let answer = site.server.call(function, cookie, &ask);
            assert_eq!(answer.json(), json!("Missing"), "{function}");
        }
        let page = site
            .server
            .get_with(&format!("/share/{MINE}"), &format!("Cookie: {cookie}\r\n"));
        assert_eq!(page.status, 404);
    }
}

/// With a password alone a role opens nothing: the second factor comes first.
#[test]
fn a_role_without_its_second_factor_is_sent_to_set_one_up() {
    let data = Folder::new("roles-factor");
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "administrator");
    for path in ["/admin", "/admin/audit", "/admin/registers"] {
        let answer = server.get_with(path, &format!("Cookie: {cookie}\r\n"));
        assert_eq!(answer.status, 303);
        let to = "/account/second-factor?problem=needs-factor";
        assert_eq!(answer.header("location"), to);
    }
    let cookie = with_second_factor(&server, &cookie);
    let answer = server.get_with("/admin", &format!("Cookie: {cookie}\r\n"));
    assert_eq!(answer.status, 200);
    let log = server.get_with("/admin/audit", &format!("Cookie: {cookie}\r\n"));
    assert!(log.text().contains("second_factor_on"), "{}", log.text());
    assert_eq!(server.get_with(&format!("/cvs/{NONE}/x"), "").status, 404);
}
