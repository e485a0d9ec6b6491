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
mod sign_out;
mod terminal;

use clap::Parser;
use command_line::{Command, CommandLine};
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = match CommandLine::parse().command {
        Command::Serve(options) => serve::serve(options),
        Command::Migrate(stores) => serve::migrate(stores),
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
