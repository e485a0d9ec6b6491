//! The client build: one Trunk run for all browser modules, skipped when
//! nothing it reads has changed.

use crate::assets::{self, files_under};
use crate::exec::{command, root, run, step};
use crate::split;
use crate::tools::{self, tool};
use crate::twins::hex;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fs;

/// What the client is made of. Hashed by content, so that a fresh checkout or a
/// touched file alone builds nothing.
const SOURCES: [&str; 16] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "app",
    "crates",
    "engine",
    "public",
    "style",
    "xtask/src/assets.rs",
    "xtask/src/client.rs",
    "xtask/src/split.rs",
    "xtask/src/twins.rs",
    "xtask/src/unreached.rs",
    "xtask/tools/package-lock.json",
];

/// Builds the client into `dist/` if its sources differ from those of the last build.
pub(crate) fn build() -> Result<()> {
    tools::prepare()?;
    let mark = root().join("dist/sources.sha256");
    let sources = digest()?;
    if fs::read_to_string(&mark).is_ok_and(|built| built == sources) {
        println!("▸ client is up to date");
        return Ok(());
    }
    // Whatever happens from here on, what is in dist/ is not the last build.
    if mark.exists() {
        fs::remove_file(&mark)?;
    }
    step("fetching crates", || {
        // Trunk works offline, so that it takes its tools from us; cargo has to fetch before.
        run(command("cargo").args(["fetch", "--quiet"]))
    })?;
    step("client: compiling to WASM with Trunk", || {
        run(tool("trunk")?
            .args(["build", "--release", "--log", "warn"])
            // NO_COLOR=1, as many set it, is a value that Trunk rejects.
            .env_remove("NO_COLOR")
            .env("RUST_BACKTRACE", "0")
            // Lints are for the code that is tested; what people download is compiled without.
            .env_remove("RUSTC_WORKSPACE_WRAPPER")
            // Apart from the server's: neither has to wait for the other's lock.
            .env("CARGO_TARGET_DIR", root().join("target/browser")))
    })?;
    step(
        "client: splitting, optimising, minifying, naming by content, compressing",
        || {
            let stage = root().join("target/stage");
            split::apart(&stage)?;
            assets::finish(&stage)
        },
    )?;
    fs::write(&mark, sources)?;
    Ok(())
}

fn digest() -> Result<String> {
    let mut hash = Sha256::new();
    for source in SOURCES {
        let path = root().join(source);
        let files = if path.is_dir() {
            files_under(&path)?
        } else {
            vec![path]
        };
        for file in files {
            let bytes =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            hash.update(file.strip_prefix(root())?.to_string_lossy().as_bytes());
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
    }
    Ok(hex(&hash.finalize()))
}
