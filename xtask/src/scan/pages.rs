//! Google's csp_evaluator on the policy of every kind of answer, and
//! html-validate on what the server renders.

use super::{SLUG, Target, folder, output};
use crate::exec::command;
use crate::published::publish_in;
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::process::Stdio;

/// One address of each kind, with the session's cookie.
fn addresses(target: &Target) -> Result<Vec<String>> {
    let pages = fs::read_to_string(crate::exec::root().join("end2end/pages.json"))?;
    let pages: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&pages).context("end2end/pages.json")?;
    let id = target.published.id;
    let ours = [
        format!("/cv/{SLUG}"),
        format!("/cv/{SLUG}.json"),
        format!("/cv/{SLUG}.pdf"),
        format!("/share/{id}"),
        format!("/share/{id}/page"),
        "/fonts/inter-regular.ttf".to_owned(),
        "/api/cv_list".to_owned(),
        "/robots.txt".to_owned(),
    ];
    let mut all: Vec<String> = pages.into_values().flatten().chain(ours).collect();
    all.sort();
    all.dedup();
    Ok(all)
}

pub(super) fn policies(target: &Target) -> Result<Vec<String>> {
    let mut policies = BTreeMap::new();
    let mut findings = Vec::new();
    for address in addresses(target)? {
        let answer = target.instance.get_as(&address, &target.published.cookie)?;
        let policy = answer
            .head
            .lines()
            .find_map(|line| line.strip_prefix("content-security-policy: "));
        match policy {
            Some(policy) => {
                policies.insert(address, policy.to_owned());
            }
            None => findings.push(format!("{address} has no policy")),
        }
    }
    println!("  {} policies", policies.len());
    let mut node = command("node")
        .arg("policies.mjs")
        .current_dir(folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("node")?;
    let input = serde_json::to_vec(&policies)?;
    node.stdin
        .take()
        .context("node takes no input")?
        .write_all(&input)?;
    let output = node.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    findings.extend(said.lines().map(str::to_owned));
    ensure!(
        output.status.success() || !findings.is_empty(),
        "csp_evaluator could not be run"
    );
    Ok(findings)
}

pub(super) fn markup(target: &Target) -> Result<Vec<String>> {
    let folder = output().join("markup");
    fs::create_dir_all(&folder)?;
    let mut all = addresses(target)?;
    // A public page looks otherwise in each template, in its markup too.
    for template in typeset::template::ALL {
        let slug = format!("scan-{}", template.name);
        publish_in(&target.instance, &target.published, template.name, &slug)?;
        all.push(format!("/cv/{slug}"));
    }
    for address in all {
        let answer = target.instance.get_as(&address, &target.published.cookie)?;
        if answer
            .head
            .lines()
            .any(|line| line.starts_with("content-type: text/html"))
        {
            let name = address.trim_start_matches('/').replace('/', "-");
            // The framework's marks between texts, empty comments to a browser, are
            // more than the validator can read.
            let html = String::from_utf8_lossy(&answer.body).replace("<!>", "");
            fs::write(folder.join(format!("page-{name}.html")), html)?;
        }
    }
    let validate = command("node")
        .arg("node_modules/html-validate/bin/html-validate.mjs")
        .args(["--config", "html-validate.json", "--formatter", "text"])
        .arg(&folder)
        .current_dir(super::folder())
        .output()
        .context("node")?;
    let said = String::from_utf8_lossy(&validate.stdout);
    let here = folder.display().to_string();
    let lines = said.lines().filter(|line| !line.trim().is_empty());
    let findings: Vec<String> = lines.map(|line| line.replace(&here, "")).collect();
    ensure!(
        validate.status.success() || !findings.is_empty(),
        "html-validate could not be run: {}",
        String::from_utf8_lossy(&validate.stderr)
    );
    Ok(findings)
}
