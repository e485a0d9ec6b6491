//! Beside every field of a plain page that asks something of somebody stands why, and
//! whether it has to be given. The pages are those of the table of routes, and some
//! that only a step before leads to.

use std::collections::BTreeSet;

use app::page::Page;
use privacy::Asked;
use privacy::inventory::Need;

use super::{MINE, ROWS, site};
use crate::members::{PASSWORD, between, run};

/// Fields that ask nothing new of anybody, and why not. Staff's pages are left out as
/// a whole: what is entered there somebody else has given, for a case that says why.
const ASK_NOTHING: &[(&str, &str)] = &[
    ("q", "looks in one's own list and is not kept"),
    ("adult", "the words of the box are the declaration"),
    ("policy", "the words of the box are the declaration"),
    ("terms", "the words of the box are the declaration"),
    ("sure", "says once more what the button does"),
    ("anyway", "says that what one can do oneself is not meant"),
    ("named", "opens the fields below it, each with its reason"),
    ("shared", "is about the computer, and says so"),
    ("show", "chooses from what is stored"),
    ("contacts", "chooses from what is stored"),
    ("detail", "chooses from what is stored"),
    ("anonymous", "chooses from what is stored"),
    ("hide", "chooses from what is stored"),
    ("variant", "chooses from what is stored"),
    ("ends", "is about the link"),
    ("day", "is about the link"),
    ("index", "is about the link"),
    ("nofiles", "is about the link"),
    ("open", "is about the link"),
    ("old", "chooses from what is stored"),
    ("new", "chooses from what is stored"),
];

/// The fields of a page: each element from its name to its end.
fn fields(html: &str) -> Vec<&str> {
    let elements = html.split('<').skip(1);
    let is_field = |element: &&str| {
        let name = element.split([' ', '>', '/']).next();
        matches!(name, Some("input" | "textarea" | "select"))
    };
    let fields = elements.filter(is_field);
    fields.filter_map(|it| it.split('>').next()).collect()
}

fn attribute<'a>(field: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = field.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// The reason that describes a field, and the id of where it stands: the name of an
/// [`Asked`], and after a full stop which one of many it is about.
fn reason(field: &str) -> Option<(Asked, &str)> {
    let described = attribute(field, "aria-describedby")?;
    let id = described.split(' ').find(|it| it.starts_with("why-"))?;
    let (name, _) = id["why-".len()..]
        .split_once('.')
        .unwrap_or((&id["why-".len()..], ""));
    let asked = Asked::ALL.iter().copied().find(|it| it.name() == name)?;
    Some((asked, id))
}

/// Which reasons a page has; what is wrong with it goes to `faults`.
fn told(what: &str, html: &str, faults: &mut Vec<String>) -> BTreeSet<Asked> {
    let mut reasons = BTreeSet::new();
    for field in fields(html) {
        let name = attribute(field, "name").unwrap_or_default();
        let shown = attribute(field, "type") != Some("hidden") && !field.contains(" readonly");
        if !shown || ASK_NOTHING.iter().any(|(known, _)| *known == name) {
            continue;
        }
        let Some((asked, id)) = reason(field) else {
            faults.push(format!("{what}: {name} has no reason"));
            continue;
        };
        let id = format!("id=\"{id}\"");
        let told: Vec<&str> = html.split(&id).skip(1).collect();
        let [reason] = told.as_slice() else {
            faults.push(format!("{what}: the reason of {name} is not there once"));
            continue;
        };
        let text = reason.split_once('>').map(|(_, text)| text);
        if !text.is_some_and(|text| text.starts_with("Why we ask: ")) {
            faults.push(format!("{what}: the reason of {name} says something else"));
        }
        let required = field.contains(" required");
        if required && !matches!(asked.need(), Need::Mandatory(_)) {
            faults.push(format!("{what}: {name} is required, and called optional"));
        }
        reasons.insert(asked);
    }
    reasons
}

#[test]
fn beside_every_field_of_a_plain_page_stands_why_it_asks() {
    let site = site("why-it-asks");
    let server = &site.server;
    let [nobody, link, member, ..] = &site.cookies;
    let english = "Accept-Language: en\r\n";
    let seen = |path: &str, cookie: &str| {
        server
            .get_with(path, &format!("Cookie: {cookie}\r\n{english}"))
            .text()
    };
    let mut pages: Vec<(String, String)> = Vec::new();
    // Behind a password, a letter, the operator's link, a first factor.
    let form = "version=1&slug=why-it-asks&password=tre%2Bgula%2Bpaddor%2Bi%2Bmossen";
    let made = server.submit(&format!("/share/{MINE}/publish"), member, form);
    assert_eq!(made.status, 303, "{}", made.text());
    let form = "email=why@example.com&adult=on&policy=on&terms=2026-11-28";
    let asked = server.submit("/sign-up", "", form);
    assert_eq!(asked.header("location"), "/check-mail");
    let listed = run(&site._data, &["mail", "list"]);
    let ids = listed.lines().filter_map(|line| line.split('\t').next());
    let mut letters = ids.map(|id| run(&site._data, &["mail", "show", id]));
    let letter = letters.find(|it| it.contains("/confirm/")).unwrap();
    let invited = run(&site._data, &["account", "invite", "--role", "support"]);
    let behind = [
        "/cv/why-it-asks".to_owned(),
        format!("/confirm/{}", between(&letter, "/confirm/", "\n").trim()),
        format!("/setup/{}", invited.split("/setup/").nth(1).unwrap().trim()),
    ];
    for path in behind {
        let html = seen(&path, nobody);
        assert!(!fields(&html).is_empty(), "{path}: {html}");
        pages.push((path, html));
    }
    let headers = format!(
        "Sec-Fetch-Site: same-origin\r\n{english}\
         Content-Type: application/x-www-form-urlencoded\r\n"
    );
    let form = format!(
        "email=support@example.com&password={}",
        PASSWORD.replace(' ', "+")
    );
    let code = server.post("/sign-in", &headers, form.as_bytes());
    pages.push(("/sign-in/code".to_owned(), code.text()));
    // Every other page, for nobody, an owner link and a member.
    let rows = ROWS.iter().filter(|(method, ..)| *method == "GET");
    for (_, path, ..) in rows.filter(|(_, path, ..)| !path.starts_with("/admin")) {
        let path = path.replace("MINE", MINE);
        for cookie in [nobody, link, member] {
            pages.push((path.clone(), seen(&path, cookie)));
        }
    }
    for page in Page::ALL.into_iter().filter(|page| *page != Page::Edit) {
        pages.push((page.path().to_owned(), seen(page.path(), nobody)));
    }
    let mut faults = Vec::new();
    let mut reasons = BTreeSet::new();
    for (what, html) in &pages {
        reasons.extend(told(what, html, &mut faults));
    }
    faults.sort();
    faults.dedup();
    assert_eq!(faults, [""; 0]);
    // No reason is written for a field that is nowhere.
    let mut all: BTreeSet<Asked> = Asked::ALL.iter().copied().collect();
    for asked in Asked::EDITOR {
        all.remove(&asked);
    }
    assert_eq!(reasons, all);
}

/// The editor's fields lead to a page with a reason for each. Its personal details
/// have theirs beside them.
#[test]
fn the_editors_fields_have_their_reasons_on_a_page() {
    let site = site("why-the-editor-asks");
    let (path, anchor) = app::page::WHY.split_once('#').unwrap();
    let answer = site.server.get_with(path, "Accept-Language: en\r\n");
    let html = answer.text();
    let part = between(&html, &format!("id=\"{anchor}\""), "</section>");
    assert_eq!(
        part.matches("Why we ask: ").count(),
        Asked::EDITOR.len(),
        "{part}"
    );
}

/// The test finds what is missing.
#[test]
fn a_field_without_a_reason_is_found() {
    let html = "<form><input type=\"text\" name=\"weight\"/>\
                <input type=\"email\" name=\"email\" aria-describedby=\"why-case-email\"/>\
                <input type=\"hidden\" name=\"to\"/><input type=\"text\" readonly/></form>";
    let mut faults = Vec::new();
    told("/x", html, &mut faults);
    assert_eq!(
        faults,
        [
            "/x: weight has no reason",
            "/x: the reason of email is not there once"
        ]
    );
}
