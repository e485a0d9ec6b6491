//! What people ask about their data, over HTTP: without an account and without a
//! script, through to the answer.

use std::collections::BTreeSet;

use crate::http::{Answer, Folder, Server};
use crate::members::{between, made, run, with_second_factor};
use crate::saving::{ID, LINK, begin, document};
use serde_json::json;

const ASK: &str = "matter=copy&email=nils%40example.com&text=Please";

fn page(server: &Server, path: &str, cookie: &str) -> String {
    let answer = server.get_with(path, &format!("Cookie: {cookie}\r\n"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store", "{path}");
    let text = answer.text().replace("<!>", "");
    assert!(!text.contains("<script"), "{path}");
    text
}

/// A running server with somebody who answers cases.
fn desk(name: &str) -> (Server, Folder, String) {
    let data = Folder::new(name);
    std::fs::write(data.0.join("merit.toml"), "[limits]\ntimes = 1000\n").unwrap();
    let server = Server::start_in(&data.0, &[]);
    let cookie = made(&server, &data, "privacy_officer");
    let cookie = with_second_factor(&server, &cookie);
    (server, data, cookie)
}

/// The letters that wait, as their operator reads them, by their kind.
fn letters(data: &Folder, kind: &str) -> Vec<String> {
    let listed = run(data, &["mail", "list"]);
    let lines = listed.lines().filter(|line| line.contains(kind));
    let ids = lines.map(|line| line.split('\t').next().unwrap());
    ids.map(|id| run(data, &["mail", "show", id])).collect()
}

/// Where the only open case of the queue is.
fn first(server: &Server, officer: &str) -> String {
    let queue = page(server, "/admin/cases", officer);
    let path = between(&queue, "href=\"/admin/cases/", "\"").to_owned();
    format!("/admin/cases/{path}")
}

fn redirect(answer: &Answer, to: &str) {
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, to),
        "{}",
        answer.text()
    );
}

#[test]
fn a_request_without_an_account_is_proved_opened_and_answered() {
    let (server, data, officer) = desk("cases-visitor");
    let form = page(&server, "/privacy/request", "");
    assert!(form.contains("Use your rights") && form.contains("name=\"email\""));
    let wrong = server.submit(
        "/privacy/request",
        "",
        "matter=copy&email=nobody&text=%3Cb%3E",
    );
    assert_eq!(wrong.status, 422);
    let text = wrong.text();
    assert!(
        text.contains("This is no e-mail address") && text.contains("&lt;b"),
        "{text}"
    );

    redirect(
        &server.submit("/privacy/request", "", ASK),
        "/privacy/request/sent",
    );
    let received = letters(&data, "case received");
    let letter = received.first().expect("a receipt");
    assert!(letter.contains("To: nils@example.com"), "{letter}");
    let code = between(letter, "within 7 days: ", "\n").trim();
    let number = between(letter, "Your request ", " has come");

    let path = first(&server, &officer);
    let masked = page(&server, &path, &officer);
    assert!(!masked.contains("nils@example.com") && !masked.contains("Please"));
    // Nothing is answered before anybody has shown who they are.
    let early = server.submit(&format!("{path}/do"), &officer, "do=answer&text=Here");
    assert_eq!(early.status, 422);

    let tried = format!("number={number}&code=0000-0000-0000-0000");
    let tried = server.submit("/privacy/request/code", "", &tried);
    let never = "number=0000-0000-0000&code=0000-0000-0000-0000";
    let never = server.submit("/privacy/request/code", "", never);
    assert_eq!((tried.status, never.status), (422, 422));
    let shown = |answer: &Answer, number: &str| answer.text().replace(number, "");
    assert_eq!(shown(&tried, number), shown(&never, "0000-0000-0000"));
    let good = format!("number={number}&code={code}");
    let good = server.submit("/privacy/request/code", "", &good);
    assert_eq!(good.status, 200, "{}", good.text());
    assert!(
        good.text()
            .contains("Now we know that the address is yours")
    );

    let empty = server.submit(&format!("{path}/open"), &officer, "reason=");
    assert_eq!(empty.status, 422);
    let opened = server.submit(&format!("{path}/open"), &officer, "reason=to+answer");
    redirect(&opened, &format!("{path}?done=open"));
    let text = page(&server, &path, &officer);
    assert!(
        text.contains("nils@example.com") && text.contains("Please"),
        "{text}"
    );
    let held = server.submit(&format!("{path}/held"), &officer, "");
    assert!(
        held.text().contains("Nothing beside this request"),
        "{}",
        held.text()
    );
    let answer = "do=answer&text=Here+it+is%0A%0A%3Cb%3Enothing%3C%2Fb%3E";
    redirect(
        &server.submit(&format!("{path}/do"), &officer, answer),
        &format!("{path}?done=answer"),
    );
    let said = page(&server, &format!("{path}?done=answer"), &officer);
    assert!(said.contains("Done. Answered."), "{said}");
    let answered = letters(&data, "case answered");
    assert!(answered[0].contains("Here it is"), "{}", answered[0]);
    assert!(page(&server, "/admin/cases", &officer).contains("Nobody waits for an answer"));
    // By number and exact address, in no address of a page.
    for (what, found) in [
        ("nils%40example.com", true),
        (number, true),
        ("nils", false),
    ] {
        let answer = server.submit("/admin/cases/search", &officer, &format!("what={what}"));
        let text = answer.text();
        assert_eq!(!text.contains("Nothing was found"), found, "{what}");
    }
}

#[test]
fn an_answer_says_that_data_is_erased_only_when_it_is() {
    const CLAIM: &str = "What was held under your address is erased.";
    let (server, data, officer) = desk("cases-erased");
    let form = "matter=erase&email=nils%40example.com&text=Please";
    let sent = server.submit("/privacy/request", "", form);
    redirect(&sent, "/privacy/request/sent");
    let received = letters(&data, "case received");
    let letter = received.first().expect("a receipt");
    let code = between(letter, "within 7 days: ", "\n").trim();
    let number = between(letter, "Your request ", " has come");
    let form = format!("number={number}&code={code}");
    let good = server.submit("/privacy/request/code", "", &form);
    assert_eq!(good.status, 200, "{}", good.text());
    let path = first(&server, &officer);
    let open = server.submit(&format!("{path}/open"), &officer, "reason=to+erase");
    assert_eq!(open.status, 303, "{}", open.text());
    assert!(!page(&server, &path, &officer).contains(CLAIM));
    let answer = || {
        // As a browser sends it, with the line broken by whoever has changed the template.
        let text = CLAIM.replace("address ", "address%0D%0A").replace(' ', "+");
        server.submit(
            &format!("{path}/do"),
            &officer,
            &format!("do=answer&text={text}"),
        )
    };
    let early = answer();
    assert_eq!(early.status, 422);
    let text = early.text();
    assert!(
        text.contains("nothing has been erased in this case"),
        "{text}"
    );
    assert!(letters(&data, "case answered").is_empty());
    let erased = server.submit(&format!("{path}/erase"), &officer, "");
    assert_eq!(erased.status, 200, "{}", erased.text());
    assert!(erased.text().contains(CLAIM), "{}", erased.text());
    assert_eq!(answer().status, 303);
    assert_eq!(letters(&data, "case answered").len(), 1);
}

#[test]
fn an_answer_tells_nobody_whether_an_address_is_known() {
    let (server, data, _) = desk("cases-alike");
    made(&server, &data, "member");
    let mut answers = BTreeSet::new();
    for email in ["member%40example.com", "nobody%40example.com"] {
        let form = format!("matter=erase&email={email}&text=x");
        let answer = server.submit("/privacy/request", "", &form);
        let sent = server.get("/privacy/request/sent");
        let mut headers: Vec<String> = ["location", "set-cookie", "content-length"]
            .map(|name| format!("{name}={}", answer.header(name)))
            .to_vec();
        headers.push(answer.status.to_string());
        answers.insert((headers, answer.text(), sent.text()));
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(letters(&data, "case received").len(), 2);
}

#[test]
fn each_topic_of_the_contact_form_opens_its_case() {
    let (server, _data, officer) = desk("cases-topics");
    let form = page(&server, "/contact", "");
    for (topic, label, case) in [
        (
            "policy",
            "The privacy policy",
            "A question about the policy",
        ),
        (
            "practices",
            "How we handle data",
            "A question about how data is handled",
        ),
        ("complaint", "A complaint", "A complaint"),
        ("delete", "Erase my data", "Have my data erased"),
        (
            "unsubscribe",
            "No more advertising",
            "No more advertising by e-mail",
        ),
    ] {
        assert!(form.contains(label), "{label}");
        let asked = format!("topic={topic}&email=topic-{topic}%40example.com&text=x");
        redirect(
            &server.submit("/contact", "", &asked),
            "/privacy/request/sent",
        );
        let queue = page(&server, "/admin/cases", &officer);
        assert!(
            queue.contains(&format!("<strong>{case}</strong>")),
            "{case}"
        );
    }
    let none = server.submit("/contact", "", "topic=x&email=a%40example.com&text=x");
    assert_eq!(none.status, 400);
    // What one cannot say without words.
    let silent = server.submit(
        "/contact",
        "",
        "topic=complaint&email=a%40example.com&text=+",
    );
    assert_eq!(silent.status, 422);
}

#[test]
fn what_came_by_mail_is_entered_with_its_day_and_put_off_with_a_reason() {
    let (server, data, officer) = desk("cases-mailed");
    let enter = |day: &str| {
        let form = format!(
            "matter=know&way=mail&day={day}&email=nils%40example.com&post=&name=&lang=sv&text=Vad+har+ni"
        );
        server.submit("/admin/cases/enter", &officer, &form)
    };
    for wrong in ["2031-01-01", "2020-01-01", "x", "2026-02-30"] {
        let refused = enter(wrong);
        assert_eq!(refused.status, 422, "{wrong}");
        let text = refused.text();
        assert!(
            text.contains("within the last year") && text.contains("Vad har ni"),
            "{text}"
        );
    }
    let today = privacy::case::Zone::Stockholm.day(now());
    let came = today.days_later(-12);
    let entered = enter(&came.to_string());
    assert_eq!(entered.status, 303, "{}", entered.text());
    let path = entered.header("location").strip_suffix("?done=receive");
    let path = path.expect("what was done").to_owned();
    let due = privacy::case::clock::due(privacy::case::Matter::Know, came);
    let text = page(&server, &path, &officer);
    assert!(text.contains(&format!("due {}", due.answer)), "{text}");
    // In the language in which they wrote.
    assert!(letters(&data, "case received")[0].contains("har kommit in"));
    let last = due.extended.unwrap();
    let extend = |until: &str| {
        let form = format!("do=extend&until={until}&text=Mycket+att+leta+i");
        server.submit(&format!("{path}/do"), &officer, &form)
    };
    assert_eq!(extend(&last.days_later(1).to_string()).status, 422);
    let extended = format!("{path}?done=extend");
    redirect(&extend(&last.to_string()), &extended);
    let told = letters(&data, "case extended");
    assert!(told[0].contains(&last.to_string()), "{}", told[0]);
    assert!(told[0].contains("Mycket att leta i"));
    assert!(page(&server, &path, &officer).contains(&format!("due {last}")));
    // Where there is no address of e-mail, whoever answers is told to write on paper.
    let form = format!(
        "matter=policy&way=post&day={came}&email=&post=Storgatan+1&name=&lang=sv&text=Varf%C3%B6r"
    );
    let entered = server.submit("/admin/cases/enter", &officer, &form);
    assert_eq!(entered.status, 303, "{}", entered.text());
    let path = entered.header("location").strip_suffix("?done=receive");
    let path = path.expect("what was done").to_owned();
    let answered = server.submit(&format!("{path}/do"), &officer, "do=answer&text=Hej");
    assert_eq!(answered.status, 200);
    assert!(
        answered
            .text()
            .contains("Done. There is no e-mail address.")
    );
    assert!(letters(&data, "case answered").is_empty());
}

fn now() -> i64 {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    since.as_millis() as i64
}

#[test]
fn a_member_is_sent_to_what_they_do_themselves_and_sees_their_cases() {
    let (server, data, officer) = desk("cases-member");
    let member = made(&server, &data, "member");
    for (matter, to) in [
        ("copy", "/account/export"),
        ("portability", "/account/export"),
        ("erase", "/account/erase"),
        ("know", "/account/data"),
        ("restrict", "/account/data"),
        ("withdraw", "/account/consents"),
        ("correct", "/cvs"),
    ] {
        let form = format!("matter={matter}&text=x");
        redirect(&server.submit("/privacy/request", &member, &form), to);
    }
    assert!(page(&server, "/account/cases", &member).contains("You have asked nothing."));
    let form = "matter=correct&text=My+name+%3Cb%3E&anyway=on";
    redirect(
        &server.submit("/privacy/request", &member, form),
        "/account/cases",
    );
    let own = page(&server, "/account/cases", &member);
    assert!(
        own.contains("My name &lt;b&gt;") && own.contains("Answered by"),
        "{own}"
    );
    let path = first(&server, &officer);
    let opened = server.submit(&format!("{path}/open"), &officer, "reason=to+see+what");
    redirect(&opened, &format!("{path}?done=open"));
    let answer = server.submit(
        &format!("{path}/do"),
        &officer,
        "do=answer&text=It+is+mended",
    );
    redirect(&answer, &format!("{path}?done=answer"));
    let own = page(&server, "/account/cases", &member);
    for there in [
        "It is mended",
        "to see what",
        "by Privacy officer",
        "Answered",
    ] {
        assert!(own.contains(there), "{there}: {own}");
    }
    // And in the log of who has looked.
    let seen = page(&server, "/account/data", &member);
    assert!(seen.contains("Read what you have asked"), "{seen}");
    // Nobody else's.
    let other = begin(&server, LINK, &document(&[])).cookie();
    assert!(page(&server, "/account/cases", &other).contains("You have asked nothing."));
}

#[test]
fn every_public_page_leads_whoever_is_named_there_to_the_form() {
    let (server, data, _) = desk("cases-named");
    let member = made(&server, &data, "member");
    let create = json!({ "id": ID, "document": cv::format::save(&document(&[])) });
    assert_eq!(server.call("cv_create", &member, &create).status, 200);
    let form = "version=1&slug=anna-k";
    let done = server.submit(&format!("/share/{ID}/publish"), &member, form);
    assert_eq!(done.status, 303, "{}", done.text());
    let public = server.get("/cv/anna-k").text();
    let link = between(&public, "<a href=\"/privacy/request", "\"");
    assert_eq!(link, "?page=anna-k");
    let form = page(&server, "/privacy/request?page=anna-k", "");
    assert!(
        form.contains("value=\"anna-k\"") && form.contains("<details open"),
        "{form}"
    );
    let nameless = "matter=erase&email=n%40example.com&named=on&name=&page=anna-k";
    let refused = server.submit("/privacy/request", "", nameless);
    assert_eq!(refused.status, 422);
    let named = "matter=erase&email=n%40example.com&named=on&name=Nils+Holm&page=anna-k";
    redirect(
        &server.submit("/privacy/request", "", named),
        "/privacy/request/sent",
    );
}
