//! Tools in Python, each set in an environment of its own under `target/tools`.

use crate::exec::{apt_install, command, root, run, step};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Makes the environment `name` with what a file of requirements pins, and
/// returns its folder of programs.
pub(crate) fn environment(name: &str, requirements: &Path) -> Result<PathBuf> {
    let folder = root().join("target/tools").join(name);
    let mark = folder.join("installed");
    let wanted = fs::read(requirements)
        .with_context(|| format!("cannot read {}", requirements.display()))?;
    if !fs::read(&mark).is_ok_and(|installed| installed == wanted) {
        step(&format!("Python packages of {name}"), || {
            make(&folder)?;
            let pip = folder.join("bin/pip");
            run(command(&pip.to_string_lossy())
                .args(["install", "--quiet", "--disable-pip-version-check", "-r"])
                .arg(requirements))?;
            fs::write(&mark, &wanted).context("cannot write into target/tools")
        })?;
    }
    Ok(folder.join("bin"))
}

fn make(folder: &Path) -> Result<()> {
    let make = || {
        run(command("python3")
            .args(["-m", "venv", "--clear"])
            .arg(folder))
    };
    match make() {
        Ok(()) => Ok(()),
        // Debian has venv apart from Python.
        Err(_) if apt_install(&["python3", "python3-venv"])? => make(),
        Err(error) => Err(error).context("python3 with venv is needed"),
    }
}
