//! `cargo xtask test`: everything, from one client build.

use crate::exec::{command, exists, human, root, run, step};
use crate::instance::{Instance, Profile, build_server, program};
use crate::postgres::Postgres;
use crate::tools::{self, npm};
use crate::{chromium, client, python};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::time::Instant;

#[derive(Default)]
struct Choice {
    only_rust: bool,
    only_browser: bool,
    filters: Vec<String>,
}

pub(crate) fn test(arguments: &[String]) -> Result<()> {
    let choice = parse(arguments)?;
    let start = Instant::now();
    // What may be missing is asked for before anything takes time.
    tools::node()?;
    chromium::prepare_poppler()?;
    let checks = pdf_checks()?;
    let end2end = root().join("end2end");
    let (browser, authenticator) = if choice.only_rust {
        (None, None)
    } else {
        npm(&end2end)?;
        let requirements = end2end.join("authenticator/requirements.txt");
        let programs = python::environment("authenticator", &requirements)?;
        (chromium::prepare(&end2end)?, Some(programs.join("python")))
    };
    // Before the Rust tests: those of the server look at its pages.
    client::build()?;
    if !choice.only_browser {
        let postgres = Postgres::start()?;
        let url = postgres.as_ref().map(Postgres::url);
        step("Rust tests", || {
            rust(&choice.filters, url.as_deref(), &checks)
        })?;
        drop(postgres);
    }
    if choice.only_rust {
        return Ok(());
    }
    // The tests were compiled with the program that they start; to compile it alone is to
    // choose other features of what it depends on, and to compile all of that again.
    let merit = match choice.only_browser {
        true => step("server", || build_server(Profile::Debug))?,
        false => program(Profile::Debug),
    };
    let instance = Instance::start(&merit)?;

    // Nothing is printed after the last runner: its closing line is the result.
    println!(
        "▸ browser tests against {} (so far {})",
        instance.url(),
        human(start.elapsed())
    );
    let mut playwright = command("npx");
    playwright
        .args(["playwright", "test"])
        .current_dir(&end2end)
        .env("BASE_URL", instance.url())
        .env("MERIT", &merit);
    if let Some(browser) = browser {
        playwright.env("CHROMIUM", browser);
    }
    if let Some(python) = authenticator {
        playwright.env("AUTHENTICATOR", python);
    }
    if !choice.filters.is_empty() {
        let any: Vec<String> = choice.filters.iter().map(|text| escaped(text)).collect();
        playwright.args(["--pass-with-no-tests", "--grep", &any.join("|")]);
    }
    run(&mut playwright)
}

fn parse(arguments: &[String]) -> Result<Choice> {
    let mut choice = Choice::default();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--only" => match words.next().map(String::as_str) {
                Some("rust") => choice.only_rust = true,
                Some("browser") => choice.only_browser = true,
                _ => bail!("--only takes rust or browser"),
            },
            option if option.starts_with('-') => bail!("test has no option {option}"),
            filter => choice.filters.push(filter.to_owned()),
        }
    }
    Ok(choice)
}

/// Sets up what looks at our PDFs beside poppler, and returns its Python.
fn pdf_checks() -> Result<PathBuf> {
    let folder = root().join("crates/typeset/checks");
    npm(&folder)?;
    let programs = python::environment("checks", &folder.join("requirements.txt"))?;
    Ok(programs.join("python"))
}

/// Unit, property, integration and documentation tests on this machine.
fn rust(filters: &[String], postgres: Option<&str>, checks: &Path) -> Result<()> {
    let documentation = ["test", "--workspace", "--doc", "--quiet"];
    if filters.is_empty() {
        run(command("cargo").args(documentation))?;
    }
    let cargo = || {
        let mut cargo = command("cargo");
        cargo.env("PDF_CHECKS", checks);
        if let Some(url) = postgres {
            cargo.env("MERIT_TEST_POSTGRES", url);
        }
        cargo
    };
    if exists("cargo-nextest") {
        let mut nextest = cargo();
        nextest.args(["nextest", "run", "--workspace", "--no-fail-fast"]);
        if !filters.is_empty() {
            nextest.arg("--no-tests=pass");
        }
        return run(nextest.args(filters));
    }
    let mut cargo = cargo();
    cargo.args([
        "test",
        "--workspace",
        "--all-targets",
        "--no-fail-fast",
        "--",
    ]);
    run(cargo.args(filters))
}

/// A filter as a regular expression that means exactly itself.
fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            (!c.is_alphanumeric())
                .then_some('\\')
                .into_iter()
                .chain([c])
        })
        .collect()
}
