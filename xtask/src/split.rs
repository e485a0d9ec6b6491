//! Takes the app's module apart: what only `app/src/editor/later.rs` reaches goes
//! into a module of its own, which the app fetches when the form is ready.
//!
//! The linker has left in the compiled module which function and which piece of
//! data refers to which (`--emit-relocs`, asked for in `app/build.rs`);
//! wasm-bindgen throws that away. So both are made here from what cargo
//! compiled, in place of what Trunk has made of it.

use crate::exec::{root, run};
use crate::tools::tool;
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::Path;
use wasm_split_cli_support::{Options, transform};

/// The module that is taken out, as `wasm_split(later, …)` calls it.
pub(crate) const LATER: &str = "later";
/// The script that fetches it. wasm-bindgen's glue imports it.
pub(crate) const LINK: &str = "later.js";
/// The address of the module in that script.
pub(crate) const ADDRESS: &str = "./split_later.wasm";

/// Replaces `app` in `stage` by its two parts.
pub(crate) fn apart(stage: &Path) -> Result<()> {
    let compiled = root().join("target/browser/wasm32-unknown-unknown/client/app.wasm");
    let compiled =
        fs::read(&compiled).with_context(|| format!("cargo left no {}", compiled.display()))?;
    let pkg = stage.join("pkg");
    let folder = root().join("target/split");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let first = folder.join("app.wasm");
    let link = format!("./{LINK}");
    let mut options = Options::new(&compiled);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.main_module = "./app.js";
    options.link_name = &link;
    let parts = transform(options).map_err(|error| anyhow!("app cannot be split: {error:#}"))?;
    let [later] = parts.split_modules.as_slice() else {
        bail!(
            "app was split into {:?}, and not into two",
            parts.split_modules
        );
    };
    // The later part takes the table of functions from what the first one exports.
    run(tool("wasm-bindgen")?
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", "app"])
        .arg("--out-dir")
        .arg(&pkg)
        .arg(&first))?;
    fs::copy(later, pkg.join(format!("{LATER}_bg.wasm")))?;
    fs::copy(folder.join(LINK), pkg.join(LINK))?;
    Ok(())
}
