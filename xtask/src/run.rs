//! `cargo xtask run`: from a fresh clone to a running Merit.

use crate::client;
use crate::exec::{command, root, run as run_command, step};
use crate::instance::{Profile, build_server};
use anyhow::{Result, bail};
use std::path::PathBuf;

/// A debug build is a developer's.
const DEVELOPMENT: &str = "MERIT_DEVELOPMENT";

/// Builds client and server; returns the server's program.
pub(crate) fn build(arguments: &[String]) -> Result<PathBuf> {
    let profile = match arguments {
        [] => Profile::Debug,
        [release] if release == "--release" => Profile::Release,
        _ => bail!("build takes only --release"),
    };
    client::build()?;
    step("server", || build_server(profile))
}

/// Builds, then runs `merit serve` until it ends.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (ours, theirs) = match arguments.iter().position(|word| word == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (arguments, &[][..]),
    };
    let merit = build(ours)?;
    println!("▸ starting {} (stop it with Ctrl-C)", merit.display());
    let mut serve = command(&merit.to_string_lossy());
    serve.arg("serve");
    if !ours.iter().any(|word| word == "--release") && std::env::var_os(DEVELOPMENT).is_none() {
        serve.env(DEVELOPMENT, "true");
    }
    if !theirs.iter().any(|word| word.starts_with("--data"))
        && std::env::var_os("MERIT_DATA").is_none()
    {
        serve.arg("--data").arg(root().join("data"));
    }
    run_command(serve.args(theirs))
}
