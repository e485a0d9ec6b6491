//! What was promised about people's data, numbered from 1 to [`LAST`], and what
//! shows that it is so. The words are in `texts::promises`.
//!
//! A promise counts as kept only if there is a test that turns red when it is
//! broken, or a check that the running server makes of itself.

mod data;

use data::{ABSTAINED, RUNNING, WAITING};

/// The number of the last promise.
pub const LAST: u8 = 104;

/// One promise, and how it stands.
#[derive(Clone, Debug)]
pub struct Promise {
    pub number: u8,
    pub state: State,
    /// What shows it; empty only for what is not built yet.
    pub checks: Vec<Check>,
    /// What it waits for, if it is not built.
    pub waits_for: Option<Unbuilt>,
}

/// A part of the product that is not there, so that what was promised of it is
/// neither kept nor broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unbuilt {
    /// Nothing costs anything, and there is nowhere to pay.
    Payments,
    /// No advertisement and no newsletter is sent.
    Advertising,
    /// Nobody's words about the service are published.
    Testimonials,
    /// Nothing tells everybody whom a breach concerns.
    Breaches,
}

impl Unbuilt {
    pub const ALL: [Unbuilt; 4] = [
        Unbuilt::Payments,
        Unbuilt::Advertising,
        Unbuilt::Testimonials,
        Unbuilt::Breaches,
    ];

    /// As it stands in the data about promises.
    pub const fn name(self) -> &'static str {
        match self {
            Unbuilt::Payments => "payments",
            Unbuilt::Advertising => "advertising",
            Unbuilt::Testimonials => "testimonials",
            Unbuilt::Breaches => "breaches",
        }
    }
}

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Kept in this version, by the tests that are named.
    Kept,
    /// Kept as far as the running server finds when it looks at itself.
    Checked,
    /// Something that one might do, and that is not done: kept by leaving it.
    Abstained,
    NotBuilt,
}

/// What shows that a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// A test: its file from the root of the workspace, and its name.
    Test {
        file: &'static str,
        name: &'static str,
    },
    /// Something that the server looks at while it runs.
    Running(Running),
}

/// What a server looks at while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Running {
    /// Both databases answer.
    Databases,
    /// The audit log's chain is whole.
    AuditLog,
    /// What had its time was deleted.
    Sweep,
}

impl Running {
    pub const ALL: [Running; 3] = [Running::Databases, Running::AuditLog, Running::Sweep];

    /// As it stands in the data about promises.
    pub const fn name(self) -> &'static str {
        match self {
            Running::Databases => "databases",
            Running::AuditLog => "audit_log",
            Running::Sweep => "sweep",
        }
    }
}

impl Check {
    /// The name under which it can be run alone, or asked for: of a test
    /// `backend::it mail::an_address_is_masked`, as the test runner filters.
    pub fn name(&self) -> String {
        match self {
            Check::Running(running) => format!("server: {}", running.name()),
            Check::Test { file, name } => {
                let file = file.trim_start_matches("crates/").trim_end_matches(".rs");
                let (package, place) = file.split_once('/').unwrap_or(("", file));
                match place.strip_prefix("tests/it/") {
                    Some(module) => format!("{package}::it {}::{name}", module.replace('/', "::")),
                    None => {
                        let module = place.trim_start_matches("src/").replace('/', "::");
                        format!("{package} {module}::{name}")
                    }
                }
            }
        }
    }
}

/// Every promise, in the order of the numbers.
pub fn all() -> impl Iterator<Item = Promise> {
    (1..=LAST).map(|number| {
        let tests = data::tests().filter(move |(it, ..)| *it == number);
        let tests = tests.map(|(_, file, name)| Check::Test { file, name });
        let running = RUNNING.iter().filter(move |(it, _)| *it == number);
        let running = running.map(|(_, running)| Check::Running(*running));
        let checks: Vec<Check> = tests.chain(running).collect();
        let is_running = |check: &Check| matches!(check, Check::Running(_));
        let state = match checks.is_empty() {
            true => State::NotBuilt,
            false if ABSTAINED.contains(&number) => State::Abstained,
            false if checks.iter().any(is_running) => State::Checked,
            false => State::Kept,
        };
        let waits_for = WAITING.iter().find(|(it, _)| *it == number);
        Promise {
            number,
            state,
            checks,
            waits_for: waits_for.map(|(_, part)| *part),
        }
    })
}
