//! Members, as a test makes them: by the operator's commands and over HTTP.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::http::{Folder, Server, merit};

pub(crate) const PASSWORD: &str = "kastanj trappa regnbyxa";

pub(crate) fn run(data: &Folder, arguments: &[&str]) -> String {
    let output = merit()
        .args(arguments)
        .arg("--data")
        .arg(&data.0)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}{said}");
    text
}

/// An account in a role, made by the operator's link, and its session.
pub(crate) fn made(server: &Server, data: &Folder, role: &str) -> String {
    let invited = if role == "member" { "support" } else { role };
    let said = run(data, &["account", "invite", "--role", invited]);
    let path = said.split("/setup/").nth(1).unwrap().trim();
    let address = format!("{role}@example.com");
    let form = format!(
        "email={address}&password={0}&again={0}&adult=on&policy=on&terms=2026-11-28",
        PASSWORD.replace(' ', "+")
    );
    let answer = server.submit(&format!("/setup/{path}"), "", &form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    if role != "member" {
        return answer.cookie();
    }
    run(data, &["account", "role", &address, "member"]);
    let form = format!("email={address}&password={}", PASSWORD.replace(' ', "+"));
    let answer = server.submit("/sign-in", "", &form);
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.cookie()
}

/// What stands between two texts.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text
        .split_once(before)
        .unwrap_or_else(|| panic!("{before}: {text}"))
        .1;
    rest.split_once(after).unwrap().0
}

pub(crate) fn with_second_factor(server: &Server, cookie: &str) -> String {
    let page = server.get_with("/account/second-factor", &format!("Cookie: {cookie}\r\n"));
    let page = page.text();
    let ticket = between(&page, "name=\"ticket\" value=\"", "\"");
    let secret = between(&page, "<code class=\"secret\">", "</code>").replace(' ', "");
    let secret = secret.split("<!").next().unwrap();
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let totp = totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_digits(6)
        .with_step_duration(30)
        .with_secret(secret)
        .build()
        .unwrap();
    let form = format!("ticket={ticket}&code={}", totp.generate(now));
    let answer = server.submit("/account/second-factor", cookie, &form);
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.cookie()
}
