//! Public pages and the page that publishes them, over HTTP.

use crate::http::{Answer, Folder, Server};
use crate::saving::{ID, LINK, batch, begin, document, set};
use cv::Field;
use std::time::{Duration, Instant};

fn share(rest: &str) -> String {
    format!("/share/{ID}{rest}")
}

/// The path of the one link that there is.
pub(crate) fn link(server: &Server, cookie: &str) -> String {
    any_link(server, cookie).expect("a link")
}

fn any_link(server: &Server, cookie: &str) -> Option<String> {
    let page = server.get_with(&share(""), &format!("Cookie: {cookie}\r\n"));
    let html = page.text();
    let begins = format!("href=\"{}/", share(""));
    let (_, rest) = html
        .match_indices(&begins)
        .map(|(at, _)| html.split_at(at + begins.len()))
        .find(|(_, rest)| !rest.starts_with("new"))?;
    Some(share(&format!("/{}", rest.split('"').next()?)))
}

/// Publishes by the link that there is, or by a new one.
pub(crate) fn publish(server: &Server, cookie: &str, form: &str) -> Answer {
    let path = match any_link(server, cookie) {
        Some(link) => format!("{link}/publish"),
        None => share("/publish"),
    };
    server.submit(&path, cookie, form)
}

fn published(name: &str) -> (Server, String) {
    let server = Server::start(name, &[]);
    let anna = document(&[
        (Field::Name, "Anna Karlsson"),
        (Field::Label, "Smith & <b>Daughter</b>"),
        (Field::Email, "anna@example.org"),
        (Field::Phone, "070-174 06 05"),
        (Field::Address, "Storgatan 1"),
        (Field::City, "Umeå"),
    ]);
    let cookie = begin(&server, LINK, &anna).cookie();
    let form = "version=1&slug=anna-k&show=label&show=email&show=city&show=url";
    let done = server.submit(&share("/publish"), &cookie, form);
    assert_eq!(done.status, 303, "{}", done.text());
    let to = done.header("location");
    assert!(
        to.starts_with(&share("/")) && to.ends_with("?done=created"),
        "{to}"
    );
    (server, cookie)
}

#[test]
fn a_page_is_complete_without_a_script_and_shows_what_was_chosen() {
    let (server, _) = published("public-page");
    let page = server.get("/cv/anna-k");
    assert_eq!(page.status, 200);
    let html = page.text();
    for there in [
        "Anna Karlsson",
        "anna@example.org",
        "Umeå",
        "&lt;b&gt;Daughter",
    ] {
        assert!(html.contains(there), "{there}");
    }
    for hidden in [
        "070",
        "Storgatan",
        "<script>",
        "javascript:",
        " style=",
        "<b>Daughter",
    ] {
        assert!(!html.contains(hidden), "{hidden}");
    }
    let policy = page.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'sha256-"),
        "{policy}"
    );
    let (_, data) = html
        .split_once("<script type=\"application/ld+json\">")
        .expect("is there");
    let (data, rest) = data.split_once("</script>").expect("ends");
    assert!(!rest.contains("<script"));
    let data: serde_json::Value = serde_json::from_str(data).expect("is JSON");
    assert_eq!(data["mainEntity"]["name"], "Anna Karlsson");
    assert_eq!(data["mainEntity"]["telephone"], serde_json::Value::Null);
    for never in ["script-src", "unsafe", "nonce", "connect-src"] {
        assert!(!policy.contains(never), "{policy}");
    }
    assert_eq!(page.header("x-robots-tag"), "noindex, noarchive");
    assert_eq!(page.header("content-language"), "en");
    assert_eq!(page.header("cache-control"), "no-cache");

    let json = server.get("/cv/anna-k.json");
    assert_eq!(json.header("content-type"), "application/json");
    assert_eq!(json.json()["basics"]["name"], "Anna Karlsson");
    assert_eq!(json.json()["basics"]["phone"], serde_json::Value::Null);
    let pdf = server.get("/cv/anna-k.pdf");
    assert_eq!(pdf.header("content-type"), "application/pdf");
    assert!(pdf.body.starts_with(b"%PDF-"));
    let card = server.get("/cv/anna-k.vcf");
    assert_eq!(card.header("content-type"), "text/vcard; charset=utf-8");
    assert_eq!(
        card.header("content-disposition"),
        "inline; filename=\"anna-k.vcf\""
    );
    assert!(card.text().contains("FN:Anna Karlsson\r\n") && !card.text().contains("TEL"));
    let text = server.get("/cv/anna-k.txt");
    assert_eq!(text.header("content-type"), "text/plain; charset=utf-8");
    assert!(text.text().starts_with("Anna Karlsson\n") && !text.text().contains("070"));
    assert!(server.get("/cv/anna-k/en").status == 200);
    assert!(server.get("/cv/anna-k/en.pdf").body == pdf.body);
    for none in [
        "/cv/anna-k/sv",
        "/cv/anna-k.docx",
        "/cv/ANNA-K",
        "/cv/nobody",
        "/cv/a",
        "/cv/%00",
    ] {
        assert_eq!(server.get(none).status, 404, "{none}");
    }
}

#[test]
fn a_link_that_is_sent_to_somebody_is_shown_with_words_and_a_picture() {
    let server = Server::start("previews", &["--origin", "https://merit.example"]);
    let anna = document(&[
        (Field::Name, "Anna \"Anja\" Karlsson"),
        (Field::Label, "Smith <Umeå>"),
        (Field::Phone, "070-174 06 05"),
    ]);
    let cookie = begin(&server, LINK, &anna).cookie();
    let form = "version=1&slug=anna-k&show=label";
    assert_eq!(server.submit(&share("/publish"), &cookie, form).status, 303);
    let html = server.get("/cv/anna-k").text();
    let (head, _) = html.split_once("<style>").expect("has a style");
    for there in [
        "<link rel=\"canonical\" href=\"https://merit.example/cv/anna-k\">",
        "<link rel=\"icon\" href=\"/icons/merit.svg\"",
        "<link rel=\"alternate\" type=\"application/pdf\" href=\"/cv/anna-k.pdf\">",
        "<meta property=\"og:title\" content=\"Anna &quot;Anja&quot; Karlsson – Smith &lt;Umeå&gt;\">",
        "<meta property=\"og:description\" content=\"Smith &lt;Umeå&gt;\">",
        "<meta property=\"og:url\" content=\"https://merit.example/cv/anna-k\">",
        "<meta property=\"og:image\" content=\"https://merit.example/cv/anna-k.png\">",
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(head.contains(there), "{there}\n{head}");
    }
    let picture = server.get("/cv/anna-k.png");
    assert_eq!(picture.header("content-type"), "image/png");
    let side = |at: usize| u32::from_be_bytes(picture.body[at..at + 4].try_into().unwrap());
    assert_eq!([side(16), side(20)], [1200, 630]);
    assert_eq!(picture.header("x-robots-tag"), "noindex, noarchive");
    // It shows no photo, so that there is none beside it.
    assert_eq!(server.get("/cv/anna-k.jpg").status, 404);
}

/// Whoever asks says in a header what the site is called, and could say anything.
#[test]
fn a_page_names_no_site_that_nobody_has_configured() {
    let (server, _) = published("no-origin");
    let request = "GET /cv/anna-k HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    let html = server.try_send(request, b"").expect("an answer").text();
    assert!(html.contains("Anna Karlsson"));
    for absent in ["evil.example", "og:", "canonical", "127.0.0.1"] {
        assert!(!html.contains(absent), "{absent}");
    }
}

#[test]
fn a_page_is_packed_as_its_reader_takes_it() {
    let (server, _) = published("packed");
    let plain = server.get("/cv/anna-k");
    assert_eq!(plain.header("content-encoding"), "");
    assert!(plain.header("vary").contains("accept-encoding"));
    for (accepted, packed) in [("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0", "")] {
        let headers = format!("Accept-Encoding: {accepted}\r\n");
        let answer = server.get_with("/cv/anna-k", &headers);
        assert_eq!(answer.header("content-encoding"), packed, "{accepted}");
        assert_eq!(answer.header("etag"), plain.header("etag"));
        assert_eq!(packed.is_empty(), answer.body == plain.body, "{accepted}");
        if !packed.is_empty() {
            assert!(answer.body.len() * 2 < plain.body.len(), "{accepted}");
        }
    }
    let pdf = server.get_with("/cv/anna-k.pdf", "Accept-Encoding: br\r\n");
    assert_eq!(pdf.header("content-encoding"), "");
}

#[test]
fn what_was_sent_before_is_not_sent_again() {
    let (server, cookie) = published("not-modified");
    for path in ["/cv/anna-k", "/cv/anna-k.pdf", "/cv/anna-k.json"] {
        let first = server.get(path);
        let etag = first.header("etag").to_owned();
        assert_eq!(server.get(path).header("etag"), etag, "{path}");
        let again = server.get_with(path, &format!("If-None-Match: {etag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(
            again.header("content-security-policy"),
            first.header("content-security-policy"),
            "{path}"
        );
    }
    // Editing changes nothing public, publishing does.
    let etag = server.get("/cv/anna-k").header("etag").to_owned();
    let label = batch(1, 1, &set(Field::Label, "Engineer"));
    assert_eq!(server.call("cv_save", &cookie, &label).status, 200);
    assert_eq!(server.get("/cv/anna-k").header("etag"), etag);
    let page = server.get_with(&share(""), &format!("Cookie: {cookie}\r\n"));
    assert!(page.text().contains("as it was when you published it"));
    let again = format!("{}/publish", link(&server, &cookie));
    let stale = server.submit(&again, &cookie, "version=1");
    assert_eq!(stale.status, 422);
    assert!(stale.text().contains("Your CV was changed meanwhile"));
    server.submit(&again, &cookie, "version=2&show=label");
    let changed = server.get_with("/cv/anna-k", &format!("If-None-Match: {etag}\r\n"));
    assert_eq!(changed.status, 200);
    assert!(changed.text().contains("Engineer"));
    assert!(!changed.text().contains("anna@example.org"));
}

/// Two servers over one set of databases: what one withdraws, the other has not.
#[test]
fn what_is_taken_down_is_gone_at_once_and_everywhere() {
    let data = Folder::new("two-servers");
    let first = Server::start_in(&data.0, &[]);
    let second = Server::start_in(&data.0, &[]);
    let cookie = begin(&first, LINK, &document(&[(Field::Name, "Anna")])).cookie();
    first.submit(&share("/publish"), &cookie, "version=1&slug=anna-k");
    for path in ["/cv/anna-k", "/cv/anna-k.pdf", "/cv/anna-k.json"] {
        assert_eq!(first.get(path).status, 200);
        assert_eq!(second.get(path).status, 200);
    }
    let etag = second.get("/cv/anna-k").header("etag").to_owned();
    let gone = first.submit(&share("/unpublish"), &cookie, "");
    assert_eq!(gone.status, 303);
    // Here at once, elsewhere within a second.
    let withdrawn = Instant::now();
    for server in [&first, &second] {
        for path in ["/cv/anna-k", "/cv/anna-k.pdf", "/cv/anna-k.json"] {
            if server.address == second.address {
                let left = Duration::from_millis(900).saturating_sub(withdrawn.elapsed());
                std::thread::sleep(left);
            }
            let answer = server.get_with(path, &format!("If-None-Match: {etag}\r\n"));
            assert_eq!(answer.status, 410, "{path}");
            assert!(!answer.text().contains("Anna"), "{path}");
            assert_eq!(answer.header("set-cookie"), "", "{path}");
            assert!(!answer.text().contains("/storage/optional"), "{path}");
        }
    }
    // Whom the rest of the site asks.
    assert!(first.get("/").text().contains("/storage/optional"));
    let kept = "Cookie: merit-template=x\r\n";
    let never = first.get_with("/cv/nobody", kept);
    assert_eq!(never.status, 404);
    assert_eq!(never.header("set-cookie"), "");
    assert!(!never.text().contains("/storage/optional"));
    // With the account goes even that there was something.
    let id = serde_json::json!({ "id": ID });
    let deleted = first.call("cv_delete", &cookie, &id);
    assert!(deleted.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(second.get("/cv/anna-k").status, 404);
}

#[test]
fn the_sharing_page_is_its_owners_alone() {
    let (server, cookie) = published("share-page");
    let mine = server.get_with(&share(""), &format!("Cookie: {cookie}\r\n"));
    assert_eq!(mine.status, 200);
    // With a link there is a list of them; what is to be known stands before each.
    let new = server.get_with(&share("/new"), &format!("Cookie: {cookie}\r\n"));
    let html = mine.text() + &new.text();
    assert!(html.contains("copies that others have made cannot be called back"));
    assert!(!html.contains("<script"));
    assert_eq!(mine.header("cache-control"), "no-store");
    let preview = share("/page?show=phone");
    let preview = server.get_with(&preview, &format!("Cookie: {cookie}\r\n"));
    assert_eq!(preview.status, 200);
    assert!(preview.text().contains("070-174 06 05"));
    assert!(!preview.text().contains("anna@example.org"));
    assert_eq!(preview.header("x-frame-options"), "SAMEORIGIN");
    assert!(
        preview
            .header("content-security-policy")
            .contains("frame-ancestors 'self'")
    );

    let stranger = begin(&server, &LINK.replace("AAEC", "AAED"), &document(&[]));
    server.call(
        "cv_delete",
        &stranger.cookie(),
        &serde_json::json!({ "id": ID }),
    );
    for cookie in ["", "merit-session=x", &stranger.cookie()] {
        let with = format!("Cookie: {cookie}\r\n");
        assert_eq!(server.get_with(&share(""), &with).status, 404, "{cookie}");
        assert_eq!(
            server.get_with(&share("/page"), &with).status,
            404,
            "{cookie}"
        );
        let publish = server.submit(&share("/publish"), cookie, "version=1&slug=eve-eve");
        assert_eq!(publish.status, 404, "{cookie}");
        let _ = server.submit(&share("/unpublish"), cookie, "");
        assert_eq!(server.get("/cv/anna-k").status, 200, "{cookie}");
    }
    // And from another site with the owner's cookie.
    let headers = format!("Sec-Fetch-Site: cross-site\r\nCookie: {cookie}\r\n");
    assert_eq!(server.post(&share("/unpublish"), &headers, b"").status, 403);
}

#[test]
fn an_address_that_cannot_be_is_said_and_nothing_is_lost() {
    let (server, cookie) = published("bad-slug");
    for slug in ["", "ab", "Anna", "a/b", "%C3%A5sa"] {
        let form = format!("version=1&show=phone&slug={slug}");
        let answer = server.submit(&share("/publish"), &cookie, &form);
        assert_eq!(answer.status, 422, "{slug}");
        assert!(
            answer.text().contains("This cannot be an address"),
            "{slug}"
        );
        // What was ticked is ticked still.
        let phone = answer.text();
        let phone = phone.split("value=\"phone\"").nth(1).unwrap();
        assert!(phone[..20].contains("checked"), "{slug}: {}", &phone[..20]);
    }
    let other = server.call(
        "cv_create",
        &cookie,
        &serde_json::json!({
            "id": ID.replace("0001", "0002"), "document": cv::format::save(&document(&[])),
        }),
    );
    assert_eq!(other.status, 200);
    let path = share("/publish").replace("0001", "0002");
    let taken = server.submit(&path, &cookie, "version=1&slug=anna-k");
    assert!(taken.text().contains("This address is taken"));
}
