//! `merit`: the server and the command line in one binary.

mod assets;
mod command_line;
mod files;
mod forms;
mod guard;
mod headers;
mod log;
mod pages;
mod peer;
mod public;
mod render;
mod router;
mod serve;
mod share;
mod terminal;
mod upkeep;

use clap::Parser;
use command_line::{Audit, Checked, Command, CommandLine};
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = match CommandLine::parse().command {
        Command::Serve(options) => serve::serve(options),
        Command::Migrate(stores) => serve::migrate(stores),
        Command::Backup(command) => upkeep::backup(command),
        Command::Restore(command) => upkeep::restore(command),
        Command::Audit(Audit::Verify(command)) => upkeep::audit_verify(command),
        Command::Check(check) => match check.what {
            Checked::Canary(command) => upkeep::canary(command),
        },
        Command::Templates => render::templates(),
        Command::Render(options) => render::render(&options),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line, whatever the causes' own texts hold.
            terminal::tell(&format!("merit: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
