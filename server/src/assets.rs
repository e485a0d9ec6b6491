//! The files inside the binary: what the client build made (`dist/`) and what
//! is served as it is (`public/`). A debug build reads both from the disk.

use anyhow::{Context, Result, bail};
use app::shell::Assets;
use rust_embed::RustEmbed;

/// `dist/`: hashed modules with compressed twins, and twins of `public/`.
#[derive(RustEmbed)]
#[folder = "../dist/"]
#[allow_missing = true]
#[exclude = "sources.sha256"]
pub(crate) struct Dist;

/// `public/`: fonts, icons, robots.txt.
#[derive(RustEmbed)]
#[folder = "../public/"]
#[allow_missing = true]
#[exclude = "*.py"]
pub(crate) struct Public;

/// The names of the client's files. A debug build also serves without a client,
/// so that tests of the server need none; pages then lack style and scripts.
///
/// # Errors
/// When a release was made before its client, or the manifest is not ours.
pub(crate) fn manifest() -> Result<Option<Assets>> {
    const REMEDY: &str = "the part for browsers was not built: run `cargo xtask run`";
    match Dist::get("manifest.json") {
        Some(file) => {
            let mut assets: Assets = serde_json::from_slice(&file.data)
                .context("dist/manifest.json cannot be read: run `cargo xtask run`")?;
            // Every file is in it by its content.
            let hash = file.metadata.sha256_hash();
            assets.version = hash[..8].iter().map(|it| format!("{it:02x}")).collect();
            Ok(Some(assets))
        }
        None if cfg!(debug_assertions) => {
            tracing::warn!("{REMEDY}");
            Ok(None)
        }
        None => bail!("{REMEDY}"),
    }
}
