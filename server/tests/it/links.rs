//! Links over HTTP: what each of their states answers, to their owner and to who was
//! given one.

use crate::http::{Answer, Folder, Server};
use crate::public::link;
use crate::saving::{ID, LINK, batch, begin, document, set};
use cv::{Field, Id, Item, Language, Section, SectionKind, Value};
use serde_json::json;

const OTHER: &str = "01890000-0000-7000-8000-0000000000bb";
const PASSWORD: &str = "tre+gula+paddor+i+mossen";

pub(crate) fn share(rest: &str) -> String {
    format!("/share/{ID}{rest}")
}

pub(crate) fn with(cookie: &str) -> String {
    format!("Cookie: {cookie}\r\n")
}

/// Somebody with one link, `/cv/anna-k`, and what else its form says.
pub(crate) fn linked(server: &Server, more: &str) -> (String, String) {
    let anna = document(&[(Field::Name, "Anna Karlsson"), (Field::Label, "Engineer")]);
    let cookie = begin(server, LINK, &anna).cookie();
    let form = format!("version=1&slug=anna-k&show=label{more}");
    let done = server.submit(&share("/publish"), &cookie, &form);
    assert_eq!(done.status, 303, "{}", done.text());
    let link = link(server, &cookie);
    (cookie, link)
}

/// An answer without what differs from request to request.
fn told(answer: &Answer) -> (u16, String) {
    (answer.status, answer.text())
}

#[test]
fn a_changed_address_leads_on_and_stays_its_links() {
    let server = Server::start("links-moved", &[]);
    let (cookie, link) = linked(&server, "");
    let done = server.submit(&link, &cookie, "slug=anna-karlsson&ends=year");
    assert_eq!(done.status, 303, "{}", done.text());
    for (old, new) in [
        ("/cv/anna-k", "/cv/anna-karlsson"),
        ("/cv/anna-k.pdf", "/cv/anna-karlsson.pdf"),
        ("/cv/anna-k/en", "/cv/anna-karlsson/en"),
        ("/cv/anna-k/en.json", "/cv/anna-karlsson/en.json"),
    ] {
        let moved = server.get(old);
        assert_eq!(
            (moved.status, moved.header("location")),
            (308, new),
            "{old}"
        );
        assert_eq!(moved.header("cache-control"), "no-cache");
        assert_eq!(server.get(new).status, 200, "{new}");
    }
    // Nobody else gets it, nor another link of the same CV.
    let taken = server.submit(&share("/publish"), &cookie, "version=1&slug=anna-k");
    assert!(taken.text().contains("This address is taken"));
    // Back again: then the other one leads here.
    server.submit(&link, &cookie, "slug=anna-k&ends=year");
    assert_eq!(server.get("/cv/anna-k").status, 200);
    assert_eq!(
        server.get("/cv/anna-karlsson").header("location"),
        "/cv/anna-k"
    );
    // Withdrawn, all of its addresses say so; deleted, none says anything.
    server.submit(&format!("{link}/revoke"), &cookie, "");
    let gone = told(&server.get("/cv/anna-k"));
    assert_eq!(gone.0, 410);
    assert_eq!(told(&server.get("/cv/anna-karlsson")), gone);
    server.submit(&format!("{link}/delete"), &cookie, "");
    let never = told(&server.get("/cv/nobody-ever"));
    assert_eq!(never.0, 404);
    for path in ["/cv/anna-k", "/cv/anna-karlsson"] {
        assert_eq!(told(&server.get(path)), never, "{path}");
    }
}

#[test]
fn a_password_opens_a_page_until_it_is_another_one() {
    let data = Folder::new("links-password");
    std::fs::write(data.0.join("merit.toml"), "[limits]\ntimes = 1000\n").unwrap();
    let server = Server::start_in(&data.0, &[]);
    let second = Server::start_in(&data.0, &[]);
    let (cookie, link) = linked(
        &server,
        &format!("&password={}", PASSWORD.replace('+', "%2B")),
    );
    let enter = |password: &str, at: &str| {
        server.submit(
            at,
            "",
            &format!("password={}", password.replace('+', "%2B")),
        )
    };

    let asked = server.get("/cv/anna-k");
    assert_eq!(asked.status, 200);
    assert!(asked.text().contains("This page has a password"));
    assert!(asked.text().contains("action=\"/cv/anna-k\""));
    // Where nobody has said what the site is called, a preview has no picture.
    assert!(!asked.text().contains("property=\"og:"));
    assert_eq!(asked.header("cache-control"), "no-store");
    assert_eq!(asked.header("x-robots-tag"), "noindex, noarchive");
    for path in ["/cv/anna-k.pdf", "/cv/anna-k.json", "/cv/anna-k/en.txt"] {
        let asked = server.get(path);
        assert_eq!(asked.status, 403, "{path}");
        assert!(!asked.text().contains("Karlsson"), "{path}");
    }
    let wrong = enter("tre gula paddor", "/cv/anna-k");
    assert_eq!(wrong.status, 403);
    assert!(wrong.text().contains("That is not the password"));
    assert_eq!(wrong.header("set-cookie"), "");
    let right = enter(PASSWORD, "/cv/anna-k.pdf");
    assert_eq!(
        (right.status, right.header("location")),
        (303, "/cv/anna-k.pdf")
    );
    let set = right.header("set-cookie").to_owned();
    assert!(set.contains("merit-pass="), "{set}");
    assert!(set.contains("; HttpOnly; SameSite=Lax"), "{set}");
    assert!(!set.contains("Max-Age"), "it goes with the browser: {set}");
    let pass = right.cookie();
    // It is good in every process, for every form, and nothing keeps what it opens.
    for at in [&server, &second] {
        for path in ["/cv/anna-k", "/cv/anna-k.pdf", "/cv/anna-k/en"] {
            let page = at.get_with(path, &with(&pass));
            assert_eq!(page.status, 200, "{path}");
            assert_eq!(page.header("cache-control"), "no-store", "{path}");
        }
        let page = at.get_with("/cv/anna-k", &with(&pass));
        assert!(page.text().contains("Anna Karlsson"));
    }
    // Not of another page with the same password, nor bent.
    let other = format!(
        "version=1&slug=anna-2&password={}",
        PASSWORD.replace('+', "%2B")
    );
    assert_eq!(
        server.submit(&share("/publish"), &cookie, &other).status,
        303
    );
    let locked = |path: &str, cookie: &str| {
        let page = server.get_with(path, &with(cookie));
        page.text().contains("This page has a password")
    };
    assert!(locked("/cv/anna-2", &pass));
    let (name, value) = pass.split_once('=').unwrap();
    let (until, mac) = value.split_once('-').unwrap();
    let later = until.parse::<i64>().unwrap() + 60_000;
    for bent in [
        format!("{name}={later}-{mac}"),
        format!("{name}={until}-{}", "0".repeat(64)),
        format!("{name}={mac}"),
        format!("{name}="),
    ] {
        assert!(locked("/cv/anna-k", &bent), "{bent}");
    }
    // Both are in one cookie.
    let form = format!("password={}", PASSWORD.replace('+', "%2B"));
    let both = server.submit("/cv/anna-2", &pass, &form).cookie();
    assert!(!locked("/cv/anna-k", &both) && !locked("/cv/anna-2", &both));
    // What is said of the link leaves the password as it is; another one closes it.
    server.submit(&link, &cookie, "slug=anna-k&ends=year&name=Volvo");
    assert!(!locked("/cv/anna-k", &pass));
    let weak = server.submit(&link, &cookie, "slug=anna-k&ends=year&password=sommar");
    assert_eq!(weak.status, 422);
    server.submit(
        &link,
        &cookie,
        "slug=anna-k&ends=year&password=fyra%2Bbruna%2Bharar",
    );
    assert!(locked("/cv/anna-k", &pass));
    server.submit(&link, &cookie, "slug=anna-k&ends=year&open=1");
    assert_eq!(server.get("/cv/anna-k").header("cache-control"), "no-cache");
    // Tries where there is nothing to open are led to what is there.
    assert_eq!(enter("x", "/cv/anna-k").status, 303);
    assert_eq!(enter("x", "/cv/nobody-ever").status, 303);
}

#[test]
fn a_page_with_a_password_says_nothing_of_itself_where_its_link_is_shown() {
    let server = Server::start("links-locked", &["--origin", "https://merit.example"]);
    let password = format!("&password={}", PASSWORD.replace('+', "%2B"));
    let (cookie, _) = linked(&server, &password);
    let other = format!("version=1&slug=another{password}");
    let done = server.submit(&share("/publish"), &cookie, &other);
    assert_eq!(done.status, 303, "{}", done.text());
    let neutral = server.get("/cv/another.png");
    assert_eq!(neutral.header("content-type"), "image/png");
    for path in ["/cv/anna-k", "/cv/anna-k/en", "/cv/anna-k.pdf"] {
        let html = server.get(path).text();
        let (head, _) = html.split_once("</head>").expect("a head");
        for there in [
            "<title>This page has a password",
            "property=\"og:title\" content=\"This page has a password",
            "property=\"og:image\" content=\"https://merit.example/cv/anna-k.png\"",
        ] {
            assert!(head.contains(there), "{path}: {there}\n{head}");
        }
        assert_eq!(head.matches("og:image\"").count(), 1, "{head}");
        for absent in ["Karlsson", "Engineer", "ld+json"] {
            assert!(!head.contains(absent), "{path}: {absent}\n{head}");
        }
    }
    // Whichever page it is of, the picture is the same.
    assert_eq!(server.get("/cv/anna-k.png").body, neutral.body);
}

#[test]
fn passwords_are_tried_so_often_and_no_oftener() {
    let server = Server::start("links-rate", &[]);
    linked(
        &server,
        &format!("&password={}", PASSWORD.replace('+', "%2B")),
    );
    let statuses: Vec<u16> = (0..12)
        .map(|_| server.submit("/cv/anna-k", "", "password=x").status)
        .collect();
    assert_eq!(statuses[..10], [403; 10]);
    assert_eq!(statuses[10..], [429; 2]);
    // From one address, which others do not share. Then not even the right one, however the page is asked for.
    let form = format!("password={}", PASSWORD.replace('+', "%2B"));
    let late = server.submit("/cv/anna-k/en", "", &form);
    assert_eq!(late.status, 429);
    assert!(!late.header("retry-after").is_empty());
}

#[test]
fn a_link_says_what_its_owner_said() {
    let server = Server::start("links-said", &[]);
    let (cookie, link) = linked(&server, "&name=Volvo+%3Cb%3E&nofiles=1&index=1&ends=month");
    let page = server.get("/cv/anna-k");
    assert_eq!(page.status, 200);
    assert_eq!(page.header("x-robots-tag"), "");
    assert!(!page.text().contains("/cv/anna-k.pdf"));
    assert!(!page.text().contains("Volvo"));
    for none in ["/cv/anna-k.pdf", "/cv/anna-k.json", "/cv/anna-k.vcf"] {
        assert_eq!(server.get(none).status, 404, "{none}");
    }
    let mine = server.get_with(&share(""), &with(&cookie)).text();
    for there in [
        "Volvo &lt;b&gt;",
        "No files",
        "Search engines may list it",
        "Public until",
    ] {
        assert!(mine.contains(there), "{there}: {mine}");
    }
    for (path, begins) in [
        ("qr.svg", &b"<?xml"[..]),
        ("qr.png", &b"\x89PNG\r\n\x1a\n"[..]),
    ] {
        let code = server.get_with(&format!("{link}/{path}"), &with(&cookie));
        assert_eq!(code.status, 200, "{path}");
        assert!(code.body.starts_with(begins), "{path}");
        assert_eq!(server.get(&format!("{link}/{path}")).status, 404, "{path}");
    }
    // With a password no search engine may, whatever was said before.
    server.submit(
        &link,
        &cookie,
        &format!(
            "slug=anna-k&index=1&ends=keep&password={}",
            PASSWORD.replace('+', "%2B")
        ),
    );
    let robots = server.get("/cv/anna-k").header("x-robots-tag").to_owned();
    assert_eq!(robots, "noindex, noarchive");
    // Addresses that could be ours are nobody's.
    for slug in ["admin", "sign-in", "xn--anna", "-anna"] {
        let form = format!("slug={slug}&ends=year");
        let answer = server.submit(&link, &cookie, &form);
        assert_eq!(answer.status, 422, "{slug}");
        assert!(answer.text().contains("taken for one of ours"), "{slug}");
    }
}

#[test]
fn what_is_hidden_stays_chosen_while_it_is_anonymous() {
    let server = Server::start("links-anonymous", &[]);
    let mut anna = document(&[(Field::Name, "Anna Karlsson")]);
    let mut profiles = Section::new(Id(500), SectionKind::Profiles);
    let mut account = Item::new(Id(501));
    let name = Value::Text("anna-k".into());
    account.fields.insert(Field::Username, name);
    profiles.items.push(account);
    anna.sections.push(profiles);
    let cookie = begin(&server, LINK, &anna).cookie();
    for choice in ["hide=500", "hide=500&anonymous=1"] {
        let path = share(&format!("/new?version=1&{choice}"));
        let form = server.get_with(&path, &with(&cookie)).text();
        assert!(form.contains("value=\"500\""), "{choice}: {form}");
    }
}

#[test]
fn what_a_link_shows_in_another_language_its_owner_has_looked_at() {
    let server = Server::start("links-languages", &[]);
    let (cookie, link) = linked(&server, "");
    let mut swedish = document(&[(Field::Name, "Anna"), (Field::Label, "811218-9876")]);
    swedish.language = Language::Swedish;
    let create = json!({ "id": OTHER, "document": cv::format::save(&swedish) });
    assert_eq!(server.call("cv_create", &cookie, &create).status, 200);
    let publish = |version: &str| {
        let form = format!("version=1&show=label&variant={OTHER}{version}");
        server.submit(&format!("{link}/publish"), &cookie, &form)
    };
    for unseen in ["", ".2"] {
        assert_eq!(publish(unseen).status, 422, "{unseen}");
    }
    assert_eq!(publish(".1").status, 303);
    // It is no copy of this CV, and is public all the same.
    let box_of = |path: &str| {
        let page = server.get_with(path, &with(&cookie)).text();
        let (_, rest) = page
            .split_once(&format!("value=\"{OTHER}.1\""))
            .expect("a box");
        let tag = rest.split('>').next().unwrap_or_default();
        let warned = page.contains("personal identity number in full");
        (tag.contains("checked"), warned)
    };
    assert_eq!(box_of(&link), (true, true));
    let unticked = format!("{link}?version=1&show=label");
    assert_eq!(box_of(&unticked), (false, false));
}

#[test]
fn what_differs_is_told_in_words() {
    let server = Server::start("links-differs", &[]);
    let (cookie, link) = linked(&server, "");
    let page = || server.get_with(&link, &with(&cookie)).text();
    assert!(page().contains("The page shows your CV as it is saved."));
    // What nobody sees changes nothing.
    let hidden = batch(1, 1, &set(Field::Phone, "070-174 06 05"));
    assert_eq!(server.call("cv_save", &cookie, &hidden).status, 200);
    assert!(page().contains("The page shows your CV as it is saved."));
    let seen = batch(2, 2, &set(Field::Label, "Chief engineer"));
    assert_eq!(server.call("cv_save", &cookie, &seen).status, 200);
    let html = page();
    assert!(html.contains("as it was when you published it"));
    assert!(html.contains("Chief") && html.contains("<ins>"), "{html}");
    assert!(!html.contains("070-174 06 05"));
    let publish = format!("{link}/publish");
    let done = server.submit(&publish, &cookie, "version=3&show=label");
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(page().contains("The page shows your CV as it is saved."));
}

#[test]
fn a_cv_has_so_many_links_and_each_its_own() {
    let server = Server::start("links-many", &[]);
    let (cookie, first) = linked(&server, "");
    for number in 2..=20 {
        let form = format!("version=1&slug=anna-{number:03}&show=label&show=email");
        let done = server.submit(&share("/publish"), &cookie, &form);
        assert_eq!(done.status, 303, "{number}");
    }
    let more = server.submit(&share("/publish"), &cookie, "version=1&slug=anna-more");
    assert_eq!(more.status, 422);
    assert!(more.text().contains("as many links as it can have"));
    // One goes, the others stay.
    server.submit(&format!("{first}/revoke"), &cookie, "");
    assert_eq!(server.get("/cv/anna-k").status, 410);
    assert_eq!(server.get("/cv/anna-020").status, 200);
    server.submit(&share("/unpublish"), &cookie, "");
    assert_eq!(server.get("/cv/anna-020").status, 410);
    // And comes back where it was.
    let back = server.submit(&format!("{first}/publish"), &cookie, "version=1&show=label");
    assert_eq!(back.status, 303, "{}", back.text());
    assert_eq!(server.get("/cv/anna-k").status, 200);
}
