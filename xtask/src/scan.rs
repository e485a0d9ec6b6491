//! `cargo xtask scan`: tools that nobody here wrote look for holes in what Merit
//! is made of, and in an instance of our own on this machine alone. Whatever one
//! finds is printed and fails the scan.

mod attacks;
mod dependencies;
mod pages;

use crate::exec::{human, root, step};
use crate::instance::{Instance, Profile, build_server};
use crate::published::{Published, publish};
use crate::{client, member, python, tools};
use anyhow::{Result, bail, ensure};
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

/// What people see, so that headers and cookies are those of a real server. The
/// tools go to the instance itself.
const ORIGIN: &str = "https://merit.example";
/// What a server that strangers reach has to be told.
const STRANGERS: [(&str, &str); 4] = [
    ("MERIT_ORIGIN", ORIGIN),
    ("MERIT_OPERATOR_NAME", "Example AB"),
    ("MERIT_OPERATOR_ADDRESS", "Storgatan 1, 111 22 Stockholm"),
    ("MERIT_OPERATOR_EMAIL", "privacy@merit.example"),
];
const SLUG: &str = "scanned-page";

/// An instance with something in it to find.
struct Target {
    instance: Instance,
    published: Published,
    /// The session of a member, as a request sends it.
    member: String,
}

/// One tool: what is wrong, a line for each finding.
type Tool = fn(&Target) -> Result<Vec<String>>;

const TOOLS: [(&str, Tool); 4] = [
    ("policies", pages::policies),
    ("markup", pages::markup),
    ("wapiti", attacks::wapiti),
    ("sqlmap", attacks::sqlmap),
];
const DEPENDENCIES: &str = "dependencies";

/// Runs the named tools, or all.
pub(crate) fn scan(names: &[String]) -> Result<()> {
    let known = |name: &str| name == DEPENDENCIES || TOOLS.iter().any(|(known, _)| *known == name);
    if let Some(wrong) = names.iter().find(|name| !known(name)) {
        let all: Vec<&str> = TOOLS.iter().map(|(name, _)| *name).collect();
        bail!(
            "there is no tool {wrong:?}: {DEPENDENCIES}, {}",
            all.join(", ")
        );
    }
    let wanted = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    let start = Instant::now();
    let mut findings = Vec::new();
    let mut take = |name: &str, found: Vec<String>| {
        println!("  {name}: {} findings", found.len());
        findings.extend(
            found
                .into_iter()
                .map(|finding| format!("{name}: {finding}")),
        );
    };
    if wanted(DEPENDENCIES) {
        take(DEPENDENCIES, step("cargo-deny", dependencies::check)?);
    }
    let tools: Vec<_> = TOOLS.iter().filter(|(name, _)| wanted(name)).collect();
    if !tools.is_empty() {
        let target = prepare(names.is_empty() || wanted("wapiti") || wanted("sqlmap"))?;
        for (name, tool) in tools {
            take(name, step(name, || tool(&target))?);
        }
    }
    for finding in &findings {
        println!("! {finding}");
    }
    ensure!(findings.is_empty(), "{} findings", findings.len());
    println!("▸ nothing was found, in {}", human(start.elapsed()));
    Ok(())
}

fn prepare(python: bool) -> Result<Target> {
    tools::node()?;
    tools::npm(&folder())?;
    if python {
        programs()?;
    }
    client::build()?;
    let merit = step("server", || build_server(Profile::Debug))?;
    let instance = Instance::start_with(&merit, &STRANGERS)?;
    let published = publish(&instance, SLUG)?;
    let member = member::sign_up(&merit, &instance, "member@example.com")?;
    let _ = fs::remove_dir_all(output());
    fs::create_dir_all(output())?;
    Ok(Target {
        instance,
        published,
        member,
    })
}

/// The scripts of this scan.
fn folder() -> PathBuf {
    root().join("xtask/scan")
}

/// Where tools write what they have to say.
fn output() -> PathBuf {
    root().join("target/scan")
}

/// The programs of the tools in Python.
fn programs() -> Result<PathBuf> {
    python::environment("scan", &folder().join("requirements.txt"))
}
