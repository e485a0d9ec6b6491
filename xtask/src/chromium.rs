//! What the browser tests need beside npm packages: Chromium and poppler's
//! programs that read a PDF back.

use crate::exec::{apt_install, command, exists, run, step};
use anyhow::{Result, bail};
use std::path::Path;

/// Sets up Chromium and returns the program to start, or nothing where
/// Playwright brings its own: first what `CHROMIUM` names, then what is
/// installed, then the distribution's package, then Playwright's download.
pub(crate) fn prepare(end2end: &Path) -> Result<Option<String>> {
    if let Some(named) = std::env::var("CHROMIUM")
        .ok()
        .filter(|name| !name.is_empty())
    {
        if !Path::new(&named).is_file() {
            bail!("CHROMIUM is {named}, but there is no such file");
        }
        return Ok(Some(named));
    }
    if let Some(found) = installed() {
        return Ok(Some(found));
    }
    if apt_install(&["chromium"]).unwrap_or(false)
        && let Some(found) = installed()
    {
        return Ok(Some(found));
    }
    step("Playwright's own Chromium", || {
        run(command("npx")
            .args(["playwright", "install", "chromium"])
            .current_dir(end2end))
    })?;
    Ok(None)
}

/// Sets up pdftotext, pdfinfo and pdftoppm.
pub(crate) fn prepare_poppler() -> Result<()> {
    if ["pdftotext", "pdfinfo", "pdftoppm"]
        .iter()
        .all(|name| exists(name))
        || apt_install(&["poppler-utils"])?
    {
        return Ok(());
    }
    bail!("pdftotext is not installed: install poppler-utils (apt, dnf) or poppler (brew)")
}

fn installed() -> Option<String> {
    [
        "chromium",
        "chromium-browser",
        "google-chrome-stable",
        "google-chrome",
    ]
    .into_iter()
    .find(|name| exists(name))
    .and_then(|name| {
        std::env::split_paths(&std::env::var_os("PATH")?)
            .map(|folder| folder.join(name))
            .find(|path| path.is_file())
    })
    .map(|path| path.to_string_lossy().into_owned())
}
