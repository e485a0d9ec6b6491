//! The project's commands: `cargo xtask run`, `cargo xtask test`, `cargo xtask bench`.
//!
//! Each sets up what it needs itself, prints every step with the time it took,
//! and is quick when there is nothing to do. Needed beforehand: rustup with
//! cargo, and Node.js with npm (installed by apt when there is one and we are root).

mod assets;
mod bench;
mod chromium;
mod client;
mod exec;
mod instance;
mod member;
mod postgres;
mod published;
mod python;
mod run;
mod scan;
mod split;
mod test;
mod tools;
mod twins;
mod unreached;
mod webdriver;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--release] [-- ARGUMENTS FOR merit serve]
    Builds everything and starts Merit on http://localhost:3000.
cargo xtask test [--only rust|browser] [FILTER…]
    Runs all tests, or those whose name contains a filter.
cargo xtask build [--release]
    Builds the client and the server and starts nothing.
cargo xtask scan [NAME…]
    Has tools of others look for holes: dependencies, policies, markup, wapiti, sqlmap.
cargo xtask bench [NAME…]
    Measures against the budgets; writes target/bench.json.";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    exec::clear_cargo_environment();
    let result = match command.as_str() {
        "run" => run::run(&rest),
        "build" => run::build(&rest).map(drop),
        "test" => test::test(&rest),
        "scan" => scan::scan(&rest),
        "bench" => bench::bench(&rest),
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => Err(anyhow::anyhow!("there is no command {other:?}\n{USAGE}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
