//! Steps that say what they do and how long it took, and commands whose
//! absence is told in one line with the remedy.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// The project's root folder: the parent of this crate's.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

/// Removes what `cargo run` put into our environment about this crate. Passed
/// on, it would reach build scripts of others and make them run again.
pub(crate) fn clear_cargo_environment() {
    REMOVED.get_or_init(|| {
        std::env::vars()
            .map(|(name, _)| name)
            .filter(|name| {
                [
                    "CARGO_PKG_",
                    "CARGO_MANIFEST_",
                    "CARGO_BIN_",
                    "CARGO_CRATE_",
                ]
                .iter()
                .any(|prefix| name.starts_with(prefix))
            })
            .collect()
    });
}

static REMOVED: OnceLock<Vec<String>> = OnceLock::new();

/// A command in the project's root folder, without this crate's own cargo variables.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for name in REMOVED.get().into_iter().flatten() {
        command.env_remove(name);
    }
    command.env("PATH", path());
    command
}

/// Has every command from now on find the programs of a folder first.
pub(crate) fn prefer(folder: &Path) {
    // Only a second folder would be refused, and there is one.
    let _ = PREFERRED.set(folder.to_owned());
}

static PREFERRED: OnceLock<PathBuf> = OnceLock::new();

/// `PATH`, with the folder of [`prefer`] first.
pub(crate) fn path() -> OsString {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let Some(folder) = PREFERRED.get() else {
        return rest;
    };
    let folders = std::iter::once(folder.clone()).chain(std::env::split_paths(&rest));
    std::env::join_paths(folders).unwrap_or(rest)
}

/// Does one step and prints its name before and its duration after.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("▸ {what}");
    let start = Instant::now();
    let result = work();
    match &result {
        Ok(_) => println!("  done in {}", human(start.elapsed())),
        Err(_) => println!("  failed after {}", human(start.elapsed())),
    }
    result
}

/// `0.4 s`, `12 s`, `3 min 05 s`.
pub(crate) fn human(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Runs a command to its end with our own output; a failure is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs a command and returns what it printed.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| missing(command, &error))?;
    if !output.status.success() {
        bail!("`{}` ended with {}", line(command), output.status);
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed no UTF-8", line(command)))
}

/// What `program --version` says, if the program can be run at all.
pub(crate) fn version(command: &mut Command) -> Option<String> {
    let output = command
        .arg("--version")
        .stderr(Stdio::null())
        .output()
        .ok()?;
    (output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether the program is found on PATH.
pub(crate) fn exists(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
    })
}

/// Installs Debian packages when this machine has apt and we may use it.
/// Returns whether it did.
pub(crate) fn apt_install(packages: &[&str]) -> Result<bool> {
    let root = || read(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !exists("apt-get") || !root() {
        return Ok(false);
    }
    step(&format!("apt-get install {}", packages.join(" ")), || {
        let apt = || {
            let mut apt = command("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive")
                .stdout(Stdio::null());
            apt
        };
        run(apt().arg("update"))?;
        run(apt()
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages))
    })?;
    Ok(true)
}

fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}

fn missing(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().to_string_lossy();
    if error.kind() != ErrorKind::NotFound {
        return anyhow::anyhow!("{program} could not be started: {error}");
    }
    let remedy = match &*program {
        "rustup" | "cargo" | "rustc" => "install Rust from https://rustup.rs",
        "npm" | "npx" | "node" => "install Node.js 20 or newer with npm (https://nodejs.org)",
        "bash" | "id" => "install the system's basic tools",
        _ => "run `cargo xtask build` to set the tools up, or put it on PATH",
    };
    anyhow::anyhow!("{program} is not installed: {remedy}")
}
