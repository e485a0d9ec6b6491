//! A CV that is saved and published in an instance of our own, as a browser does.

use crate::exec::root;
use crate::instance::Instance;
use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::fs;

const LINK: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
const ID: &str = "01890000-0000-7000-8000-000000000001";
const DOCUMENT: &str = "crates/cv/tests/golden/format-1.json";

/// What it takes to act for its owner.
pub(crate) struct Published {
    pub(crate) id: &'static str,
    /// The session, as a request sends it.
    pub(crate) cookie: String,
}

/// CVs that one account may have.
const CVS: usize = 50;

/// Saves a CV and publishes it under `/cv/{slug}`.
pub(crate) fn publish(server: &Instance, slug: &str) -> Result<Published> {
    let document = fs::read_to_string(root().join(DOCUMENT))?;
    let cookie = begin(server, LINK, &document)?;
    open(server, ID, &cookie, slug)?;
    Ok(Published { id: ID, cookie })
}

/// Publishes a CV under so many addresses, of as many accounts as that takes. Returns
/// the addresses.
pub(crate) fn publish_many(server: &Instance, pages: usize) -> Result<Vec<String>> {
    let document = &fs::read_to_string(root().join(DOCUMENT))?;
    let mut slugs = Vec::with_capacity(pages);
    let mut cookie = String::new();
    for number in 0..pages {
        let id = match number % CVS {
            0 => {
                let mut secret = [0; 32];
                secret[..8].copy_from_slice(&(number as u64 + 1).to_be_bytes());
                cookie = begin(server, &URL_SAFE_NO_PAD.encode(secret), document)?;
                ID.to_owned()
            }
            within => {
                let id = format!("01890000-0000-7000-8000-{:012x}", 0x100 + within);
                let body = serde_json::json!({ "id": id, "document": document });
                let media = "application/json";
                let saved = server.post_as("/api/cv_create", media, &cookie, &body.to_string())?;
                ensure!(saved.status == 200, "a CV was not saved");
                id
            }
        };
        let slug = format!("bench-{number}");
        open(server, &id, &cookie, &slug)?;
        slugs.push(slug);
    }
    Ok(slugs)
}

/// Publishes another CV of somebody, set in this template.
pub(crate) fn publish_in(
    server: &Instance,
    person: &Published,
    template: &str,
    slug: &str,
) -> Result<()> {
    let document = fs::read_to_string(root().join(DOCUMENT))?;
    let mut document: serde_json::Value = serde_json::from_str(&document)?;
    document["template"]["name"] = template.into();
    let id = format!("01890000-0000-7000-8000-{:0>12}", hex(template));
    let body = serde_json::json!({ "id": id, "document": document.to_string() });
    let media = "application/json";
    let saved = server.post_as("/api/cv_create", media, &person.cookie, &body.to_string())?;
    ensure!(saved.status == 200, "a CV in {template} was not saved");
    open(server, &id, &person.cookie, slug)
}

/// The start of a name as digits.
fn hex(name: &str) -> String {
    name.bytes()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The first save of an account, which has this secret. Returns its session.
fn begin(server: &Instance, link: &str, document: &str) -> Result<String> {
    let source = fs::read_to_string(root().join("crates/privacy/src/lib.rs"))?;
    let policy = source
        .split_once("POLICY_VERSION: &str = \"")
        .and_then(|(_, rest)| rest.split('"').next())
        .context("crates/privacy names no version of the policy")?;
    let begin = serde_json::json!({ "begin": {
        "link": link, "adult": true, "policy": policy, "terms": "2026-11-28", "lang": "en", "id": ID, "document": document,
    }});
    let saved = server.post("/api/cv_begin", &begin.to_string())?;
    ensure!(saved.status == 200, "the CV was not saved");
    let cookie = saved
        .head
        .lines()
        .find_map(|line| {
            line.strip_prefix("set-cookie: ")
                .filter(|it| it.contains("merit-session="))
        })
        .and_then(|line| line.split(';').next())
        .context("no session")?
        .to_owned();
    Ok(cookie)
}

fn open(server: &Instance, id: &str, cookie: &str, slug: &str) -> Result<()> {
    let form = format!("version=1&slug={slug}&show=label&show=email&show=city&index=1");
    let media = "application/x-www-form-urlencoded";
    let path = format!("/share/{id}/publish");
    let published = server.post_as(&path, media, cookie, &form)?;
    ensure!(published.status == 303, "the CV was not published");
    Ok(())
}
