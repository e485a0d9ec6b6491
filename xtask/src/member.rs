//! A member of an instance of our own, made by the operator's link.

use crate::exec::{command, read};
use crate::instance::{Answer, Instance};
use anyhow::{Context, Result, ensure};
use std::path::Path;

pub(crate) const PASSWORD: &str = "kastanj trappa regnbyxa";
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// Makes an account of an administrator's, and returns its session as a request
/// sends it.
pub(crate) fn sign_up(merit: &Path, server: &Instance, email: &str) -> Result<String> {
    let said = read(
        command(&merit.to_string_lossy())
            .args(["account", "invite", "--role", "administrator", "--data"])
            .arg(server.data()),
    )?;
    let token = said.split("/setup/").nth(1).context("no invitation")?;
    let password = PASSWORD.replace(' ', "+");
    let form = format!(
        "email={email}&password={password}&again={password}&adult=on&policy=on&terms=2026-11-28"
    );
    let path = format!("/setup/{}", token.trim());
    cookie(&server.post_as(&path, FORM, "", &form)?)
}

/// Signs in, with an address and a password.
pub(crate) fn sign_in(server: &Instance, email: &str, password: &str) -> Result<Answer> {
    let form = format!("email={email}&password={}", password.replace(' ', "+"));
    server.post_as("/sign-in", FORM, "", &form)
}

/// The session that an answer has set.
pub(crate) fn cookie(answer: &Answer) -> Result<String> {
    ensure!(answer.status == 303, "answered with {}", answer.status);
    let mut lines = answer.head.lines();
    let line = lines.find_map(|line| {
        line.strip_prefix("set-cookie: ")
            .filter(|it| it.contains("merit-session="))
    });
    let pair = line.and_then(|line| line.split(';').next());
    Ok(pair.context("no session")?.to_owned())
}
