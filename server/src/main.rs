//! `merit`: the server and the command line in one binary.

#![expect(
    clippy::result_large_err,
    reason = "what a handler answers is as large where it says no: both sides are a response"
)]

mod account;
mod admin;
mod agent;
mod assets;
mod cases;
mod check;
mod clauses;
mod command_line;
mod configuration;
mod connections;
mod console;
mod counting;
mod disclosure;
mod export;
mod files;
mod forms;
mod gpc;
mod guard;
mod headers;
mod hold;
mod inspection;
mod keys;
mod locked;
mod log;
mod mail;
mod offline;
mod operator;
mod pages;
mod patience;
mod peer;
mod places;
mod policy;
mod proof;
mod public;
mod purge;
mod rate;
mod registers;
mod render;
mod reports;
mod rights;
mod router;
mod security_txt;
mod serve;
mod share;
mod shelf;
mod sign_out;
mod statistics;
mod terminal;
mod terms;
mod tls;
mod upkeep;
mod verify;
mod versions;
mod visit;

use anyhow::Result;
use clap::Parser;
use command_line::{Audit, Checked, Command, CommandLine, ConsentCommand, PolicyCommand, Serve};
use configuration::Refused;
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = match CommandLine::parse().command {
        Command::Serve(options) => serve::serve(options),
        Command::Migrate(stores) => serve::migrate(stores),
        Command::Backup(command) => upkeep::backup(command),
        Command::Restore(command) => upkeep::restore(command),
        Command::Purge(command) => purge::purge(command),
        Command::Hold(command) => hold::hold(command),
        Command::Consent(ConsentCommand::Proof(command)) => hold::proof(command),
        Command::Verify(command) => verify::verify(&command),
        Command::Keys(command) => keys::keys(command),
        Command::Audit(Audit::Verify(command)) => upkeep::audit_verify(command),
        Command::Check(check) => match check.what {
            None => check::check(check.serve),
            Some(Checked::Canary(command)) => upkeep::canary(command),
        },
        Command::Account(command) => operator::account(command),
        Command::Config(options) => config(options),
        Command::Mail(options) => mail::command::mail(options),
        Command::Policy(PolicyCommand::Facts) => facts(),
        Command::Templates => render::templates(),
        Command::Render(options) => render::render(&options),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line, whatever the causes' own texts hold; of a configuration,
            // one line for each fault.
            match error.downcast_ref::<Refused>() {
                Some(Refused(faults)) => {
                    for fault in faults {
                        terminal::tell(&format!("merit: {fault}"));
                    }
                }
                None => terminal::tell(&format!("merit: {error:#}")),
            }
            ExitCode::FAILURE
        }
    }
}

/// `merit policy facts`.
fn facts() -> Result<()> {
    terminal::print(privacy::policy::current_facts().trim_end())?;
    Ok(())
}

/// `merit config`.
fn config(options: Serve) -> Result<()> {
    for line in configuration::show::show(options.given())? {
        terminal::print(&line)?;
    }
    Ok(())
}
