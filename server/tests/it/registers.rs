//! The operator's registers over HTTP: two people, what they write, and what everybody
//! and whoever is concerned sees of it.

use std::time::{SystemTime, UNIX_EPOCH};

use privacy::Date;
use privacy::register::{interests, purpose_name};

use crate::http::{Answer, Folder, Server, merit};
use crate::members::{between, made, run, with_second_factor};

const DISCLOSURES: &str = "/admin/registers/disclosures";
const CONTROLLER: &str = "/admin/registers/controller";

fn get(server: &Server, path: &str, cookie: &str) -> String {
    let answer = server.get_with(path, &format!("Cookie: {cookie}\r\n"));
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.text().replace("<!>", "")
}

/// A day so many days from now.
fn day(days: i64) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let today = Date::of(i64::try_from(now.as_millis()).unwrap());
    today.days_later(days).to_string()
}

fn done(answer: &Answer, to: &str) {
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, to),
        "{}",
        answer.text()
    );
}

struct Site {
    server: Server,
    data: Folder,
    officer: String,
    administrator: String,
    member: String,
}

fn site(name: &str, variables: &[(&str, &str)]) -> Site {
    let data = Folder::new(name);
    std::fs::write(data.0.join("merit.toml"), "[limits]\ntimes = 1000\n").unwrap();
    let server = Server::start_with(&data.0, &[], variables);
    let member = made(&server, &data, "member");
    let [officer, administrator] = ["privacy_officer", "administrator"].map(|role| {
        let cookie = made(&server, &data, role);
        with_second_factor(&server, &cookie)
    });
    Site {
        server,
        data,
        officer,
        administrator,
        member,
    }
}

/// R60, R63: what is written down, by whom it is confirmed, and that the person reads it.
#[test]
fn a_disclosure_goes_through_two_hands_and_the_person_reads_it() {
    let site = site("disclosures", &[]);
    let server = &site.server;
    let mine = |needle: &str| get(server, "/account/data", &site.member).contains(needle);
    assert!(mine("id=\"disclosed\"") && !mine("Tax office"));
    let form = format!(
        "whose=member@example.com&ground=order&recipient=Tax+office+%3Cb%3E&law=SFL+37:9&category=contact&\
         items=The+address&until={}&until_law=",
        day(30)
    );
    // A bar without its law.
    let answer = server.submit(DISCLOSURES, &site.officer, &form);
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("Name the law"), "{}", answer.text());
    let form = form.split("&until").next().unwrap();
    let answer = server.submit(DISCLOSURES, &site.officer, form);
    done(&answer, "/admin/registers/disclosures?done=proposed");
    let page = get(server, DISCLOSURES, &site.officer);
    assert!(page.contains("You have proposed it") && !page.contains("Confirm it"));
    let page = get(server, DISCLOSURES, &site.administrator);
    assert!(
        page.contains("Tax office &lt;b&gt;") && !page.contains("office <b>"),
        "{page}"
    );
    let account = between(&page, "name=\"account\" value=\"", "\"").to_owned();
    let id = between(&page, "name=\"id\" value=\"", "\"").to_owned();
    let pair = format!("account={account}&id={id}");
    let confirm = format!("{DISCLOSURES}/confirm");
    let answer = server.submit(&confirm, &site.officer, &pair);
    assert!(answer.status == 422 && answer.text().contains("Ask a colleague"));
    assert!(!mine("Tax office"), "nothing was given yet");
    let answer = server.submit(&confirm, &site.administrator, &pair);
    done(&answer, "/admin/registers/disclosures?done=confirmed");
    assert!(mine("Tax office &lt;b&gt;") && mine("The address"));
    assert!(mine(
        "Gave something of yours to an authority or an adviser"
    ));
    // The log has it, and who they are is not in it.
    let log = get(server, "/admin/audit", &site.administrator);
    for action in ["disclosure_proposed", "disclosed", "disclosures_read"] {
        assert!(log.contains(action), "{action}");
    }
    let letters = run(&site.data, &["mail", "list"]);
    assert!(letters.contains("disclosed"), "{letters}");
}

/// R54: what is weighed stands on the policy, and production asks for it.
#[test]
fn assessments_are_public_and_the_check_asks_for_them() {
    let site = site("assessments", &[]);
    let server = &site.server;
    let check = |variables: &[(&str, &str)]| {
        let output = merit()
            .args(["check", "--data"])
            .arg(&site.data.0)
            .args(["--origin", "https://merit.example"])
            .envs([
                ("MERIT_OPERATOR_NAME", "Example AB"),
                ("MERIT_OPERATOR_ADDRESS", "Storgatan 1"),
                ("MERIT_OPERATOR_EMAIL", "privacy@merit.example"),
            ])
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let error = "error: legitimate interests without an assessment";
    assert!(check(&[]).contains(error), "{}", check(&[]));
    let development = check(&[("MERIT_DEVELOPMENT", "true")]);
    assert!(
        development.contains("warning: legitimate interests"),
        "{development}"
    );
    let path = "/admin/registers/assessments";
    for purpose in interests() {
        let form = format!(
            "purpose={}&interest=a&necessity=b&balance=Secret+reasons&decision=outweighs&summary_sv=Kort&\
             summary_en=In+short+%3Ci%3E&on={}&review={}",
            purpose_name(purpose),
            day(0),
            day(300)
        );
        let wrong = form.replace(&day(300), &day(0));
        assert_eq!(server.submit(path, &site.officer, &wrong).status, 422);
        let answer = server.submit(path, &site.officer, &form);
        done(&answer, "/admin/registers/assessments?added=on");
    }
    let policy = server.get("/privacy").text();
    assert!(policy.contains("In short &lt;i&gt;") && !policy.contains("Secret reasons"));
    assert!(get(server, path, &site.officer).contains("Secret reasons"));
    assert!(!check(&[]).contains(error));
    let due = get(server, "/admin/registers", &site.officer);
    assert!(due.contains("Every register is up to date"), "{due}");
}

/// R10, R95, R96: instructions with their record, laws, and when authorities were looked
/// at.
#[test]
fn registers_are_written_and_shown_where_they_belong() {
    let agreement = ("MERIT_OPERATOR_AGREEMENT", "merit-agreement.txt");
    let site = {
        let folder = Folder::new("agreement-file");
        let path = folder.0.join(agreement.1);
        std::fs::write(&path, "Article 28: <the agreement>").unwrap();
        let path = path.display().to_string();
        site("registers", &[(agreement.0, &path)])
    };
    let server = &site.server;
    let add = |register: &str, form: &str| {
        let path = format!("/admin/registers/{register}");
        let answer = server.submit(&path, &site.officer, form);
        done(&answer, &format!("{path}?added=on"));
        get(server, &path, &site.officer)
    };
    let today = day(0);
    let form = format!("from=The+town&on={today}&what=Erase+it&done=Erased&done_on={today}");
    assert!(add("instructions", &form).contains("The town"));
    let record = server.get_with(
        "/admin/registers/processor.json",
        &format!("Cookie: {}\r\n", site.officer),
    );
    assert_eq!(record.header("cache-control"), "no-store");
    let record = record.json();
    assert_eq!(record["on_behalf_of"][0]["controller"], "The town");
    assert_eq!(
        record["on_behalf_of"][0]["instructions"][0]["done"],
        "Erased"
    );
    assert!(
        record["measures"]
            .as_array()
            .is_some_and(|all| !all.is_empty())
    );
    assert_eq!(
        server.get("/privacy/agreement").text(),
        "Article 28: <the agreement>"
    );
    assert!(
        server
            .get("/privacy/recipients")
            .text()
            .contains("/privacy/agreement")
    );

    let form = "where=Sweden&law=2018:218&on=2027-01-01&source=https://riksdagen.example/&changed=x%3Cb%3E";
    let page = add("laws", form);
    assert!(page.contains("https://riksdagen.example/") && page.contains("x&lt;b&gt;"));

    let directory = server.get("/privacy/authorities").text();
    assert!(directory.contains("https://www.imy.se/") && !directory.contains("Looked at on"));
    add(
        "authorities",
        &format!("country=se&address=https://imy.example/&on={today}"),
    );
    let directory = server.get("/privacy/authorities").text().replace("<!>", "");
    assert!(directory.contains("https://imy.example/") && !directory.contains("www.imy.se"));
    assert!(
        directory.contains(&format!("Looked at on {today}")),
        "{directory}"
    );
    for unknown in ["nothing", "disclosure"] {
        let path = format!("/admin/registers/{unknown}");
        let answer = server.get_with(&path, &format!("Cookie: {}\r\n", site.officer));
        assert_eq!(answer.status, 404, "{unknown}");
    }
    let log = get(server, "/admin/audit", &site.administrator);
    assert!(log.contains("register_written") && log.contains("agreement_taken"));
}

/// R62: announced by two, on every page, and called off again.
#[test]
fn another_controller_is_announced_on_every_page() {
    let site = site("controller", &[]);
    let server = &site.server;
    let form = |days| {
        format!(
            "reason=sale&name=N%C3%A4sta+%3Ci%3E+AB&address=Storgatan+1&email=privacy@nasta.example&day={}",
            day(days)
        )
    };
    assert_eq!(
        server.submit(CONTROLLER, &site.officer, &form(29)).status,
        422
    );
    let answer = server.submit(CONTROLLER, &site.officer, &form(40));
    done(&answer, "/admin/registers/controller?done=proposed");
    let banner = "somebody else is responsible for this site: Nästa &lt;i&gt; AB";
    let says = |path: &str| server.get(path).text().replace("<!>", "").contains(banner);
    assert!(!says("/") && !says("/privacy"));
    let confirm = format!("{CONTROLLER}/confirm");
    assert_eq!(server.submit(&confirm, &site.officer, "").status, 422);
    let answer = server.submit(&confirm, &site.administrator, "");
    done(&answer, "/admin/registers/controller?done=confirmed");
    for path in ["/", "/privacy", "/terms", "/sign-in", "/privacy/controller"] {
        assert!(says(path), "{path}");
    }
    assert!(get(server, "/account", &site.member).contains(banner));
    let page = server.get("/privacy/controller").text();
    for way in ["/account/export", "/account/erase", "privacy@nasta.example"] {
        assert!(page.contains(way), "{way}");
    }
    let letters = run(&site.data, &["mail", "list"]);
    assert!(
        letters.matches("controller changes").count() >= 1,
        "{letters}"
    );
    let answer = server.submit(&format!("{CONTROLLER}/cancel"), &site.officer, "");
    done(&answer, "/admin/registers/controller?done=cancelled");
    assert!(!says("/") && !says("/privacy"));
}

/// R59: that recipients have changed is on their page.
#[test]
fn a_change_of_recipients_is_on_their_page() {
    let data = Folder::new("recipients-changed");
    let hosting = |name: &'static str| {
        [
            ("MERIT_HOSTING_NAME", name),
            ("MERIT_HOSTING_COUNTRY", "DE"),
        ]
    };
    let server = Server::start_with(&data.0, &[], &hosting("First GmbH"));
    let page = server.get("/privacy/recipients").text();
    assert!(!page.contains("What has changed"));
    // Which data goes there is said by category.
    assert!(page.contains("First GmbH") && page.contains("Categories of data"));
    drop(server);
    let server = Server::start_with(&data.0, &[], &hosting("Second <b> GmbH"));
    let page = server.get("/privacy/recipients").text().replace("<!>", "");
    let told = "Second &lt;b&gt; GmbH (Germany) in place of First GmbH";
    assert!(
        page.contains("What has changed") && page.contains(told),
        "{page}"
    );
}
