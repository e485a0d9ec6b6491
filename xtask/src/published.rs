//! A CV that is saved and published in an instance of our own, as a browser does.

use crate::exec::root;
use crate::instance::Instance;
use anyhow::{Context, Result, ensure};
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

/// Saves a CV and publishes it under `/cv/{slug}`.
pub(crate) fn publish(server: &Instance, slug: &str) -> Result<Published> {
    let document = fs::read_to_string(root().join(DOCUMENT))?;
    let source = fs::read_to_string(root().join("crates/privacy/src/lib.rs"))?;
    let policy = source
        .split_once("POLICY_VERSION: &str = \"")
        .and_then(|(_, rest)| rest.split('"').next())
        .context("crates/privacy names no version of the policy")?;
    let begin = serde_json::json!({ "begin": {
        "link": LINK, "adult": true, "policy": policy, "terms": "2026-11-28", "lang": "en", "id": ID, "document": document,
    }});
    let saved = server.post("/api/cv_begin", &begin.to_string())?;
    ensure!(saved.status == 200, "the CV was not saved");
    let cookie = saved
        .head
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "))
        .and_then(|line| line.split(';').next())
        .context("no session")?
        .to_owned();
    let form = format!("version=1&slug={slug}&show=label&show=email&show=city");
    let media = "application/x-www-form-urlencoded";
    let path = format!("/share/{ID}/publish");
    let published = server.post_as(&path, media, &cookie, &form)?;
    ensure!(published.status == 303, "the CV was not published");
    Ok(Published { id: ID, cookie })
}
