//! From Trunk's output to `dist/`, the folder that the server serves and a
//! release embeds:
//!
//! - `dist/pkg`: modules and style, minified, named by content, so that browsers
//!   may keep them for a year, with compressed twins;
//! - `dist/public`: only the twins of what lies in `public/`;
//! - `dist/manifest.json`: the names and integrity values, read by the server.

use crate::exec::{read, root, run};
use crate::split;
use crate::tools::tool;
use crate::twins::{self, Original, hex};
use crate::unreached;
use anyhow::{Context, Result, ensure};
use base64::Engine;
use serde::Serialize;
use sha2::{Digest, Sha256, Sha384};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

/// The modules that Trunk builds, as index.html lists them, after what was taken out
/// of `app`, whose address the app's glue has to know.
const MODULES: [&str; 7] = [
    split::LATER,
    "app",
    "preview",
    "writer",
    "importer",
    "exporter",
    "adviser",
];

/// What wasm-opt is told: size before speed.
const OPTIMISE: &str = "-Oz";

#[derive(Serialize)]
struct Entry {
    /// Where the browser asks for it.
    url: String,
    /// For the `integrity` attribute: `sha384-…`.
    integrity: String,
}

#[derive(Serialize)]
struct Manifest {
    #[serde(flatten)]
    pkg: BTreeMap<String, Entry>,
    /// Addresses of the font files under `/fonts/`, sorted.
    fonts: Vec<String>,
}

/// Finishes what Trunk left in `stage` into `dist/`.
pub(crate) fn finish(stage: &Path) -> Result<()> {
    let dist = root().join("dist");
    let pkg = dist.join("pkg");
    fs::create_dir_all(&pkg)?;

    let optimized = optimized_modules(stage)?;
    let mut entries = BTreeMap::new();
    for (module, wasm) in MODULES.into_iter().zip(optimized) {
        let entry = publish(&pkg, module, "wasm", &wasm)?;
        if module == split::LATER {
            name_in_link(&stage.join("pkg").join(split::LINK), &entry.url)?;
        } else {
            let glue = minified_module(&stage.join(format!("pkg/{module}.js")))?;
            entries.insert(format!("{module}_js"), publish(&pkg, module, "js", &glue)?);
        }
        entries.insert(format!("{module}_wasm"), entry);
    }
    let reader = minified_module(&root().join("engine/exporter/reader.js"))?;
    entries.insert("reader_js".into(), publish(&pkg, "reader", "js", &reader)?);
    let css = bundled_style(&root().join("style/main.css"))?;
    entries.insert("css".to_owned(), publish(&pkg, "main", "css", &css)?);
    remove_old(&pkg, &entries)?;

    let public = files_under(&root().join("public"))?;
    let twins_of_public = dist.join("public");
    if twins_of_public.exists() {
        fs::remove_dir_all(&twins_of_public)?;
    }
    fs::create_dir_all(&twins_of_public)?;
    let mut originals = Vec::new();
    for path in &public {
        let target = twins_of_public.join(path.strip_prefix(root().join("public"))?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        originals.push(Original {
            source: path.clone(),
            target,
        });
    }
    for entry in entries.values() {
        let path = dist.join(entry.url.trim_start_matches('/'));
        originals.push(Original {
            source: path.clone(),
            target: path,
        });
    }
    twins::write(originals, &root().join("target/twins"))?;

    let manifest = Manifest {
        pkg: entries,
        fonts: font_urls(&public)?,
    };
    fs::write(
        dist.join("manifest.json"),
        serde_json::to_vec_pretty(&manifest)?,
    )?;
    Ok(())
}

/// All files under a folder, sorted; a folder that is not there has none.
pub(crate) fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The modules after `wasm-opt -Oz`, in the order of [`MODULES`]. Half a minute
/// for a large one: results are kept in `target/optimized`, named by what they
/// were made from.
fn optimized_modules(stage: &Path) -> Result<Vec<Vec<u8>>> {
    let kept = root().join("target/optimized");
    fs::create_dir_all(&kept)?;
    thread::scope(|scope| {
        let workers = MODULES.map(|module| {
            let path = stage.join(format!("pkg/{module}_bg.wasm"));
            let kept = &kept;
            scope.spawn(move || optimized(module, &path, kept))
        });
        workers
            .into_iter()
            .map(|worker| {
                let result = worker.join();
                result.map_err(|_| anyhow::anyhow!("a thread that ran wasm-opt panicked"))?
            })
            .collect()
    })
}

fn optimized(module: &str, path: &Path, kept: &Path) -> Result<Vec<u8>> {
    let wasm = fs::read(path).with_context(|| format!("Trunk left no {}", path.display()))?;
    let wasm = unreached::removed(module, wasm)?;
    // Another binaryen may optimise otherwise; its version is part of the lock file.
    let lock = fs::read(root().join("xtask/tools/package-lock.json"))?;
    let hash = hex(&Sha256::new()
        .chain_update(OPTIMISE)
        .chain_update(lock)
        .chain_update(&wasm)
        .finalize());
    let saved = kept.join(format!("{hash}.wasm"));
    if !saved.exists() {
        let unfinished = kept.join(format!("{hash}.{}", std::process::id()));
        let input = kept.join(format!("{hash}.{}.input", std::process::id()));
        fs::write(&input, &wasm)?;
        run(tool("wasm-opt")?
            .arg(OPTIMISE)
            .arg(&input)
            .arg("-o")
            .arg(&unfinished))?;
        fs::remove_file(&input)?;
        fs::rename(&unfinished, &saved)?;
    }
    Ok(fs::read(saved)?)
}

/// Writes where the second part of the app is into the script that fetches it.
fn name_in_link(link: &Path, url: &str) -> Result<()> {
    let script = fs::read_to_string(link)?;
    let quoted = format!("\"{}\"", split::ADDRESS);
    ensure!(
        script.matches(&quoted).count() == 1,
        "{} names no {}",
        link.display(),
        split::ADDRESS
    );
    fs::write(link, script.replace(&quoted, &format!("\"{url}\"")))?;
    Ok(())
}

/// The glue code of a module as one file: snippets that wasm-bindgen puts beside
/// it are taken in, because they are not named by their content.
fn minified_module(path: &Path) -> Result<Vec<u8>> {
    // Packages are those of the tools' lock file, wherever the module lies.
    let text = read(
        tool("esbuild")?
            .env("NODE_PATH", root().join("xtask/tools/node_modules"))
            .arg(path)
            .args(["--bundle", "--minify", "--format=esm", "--log-level=error"]),
    )?;
    Ok(text.into_bytes())
}

/// `style/main.css` with its imports; the addresses of fonts stay as they are.
fn bundled_style(path: &Path) -> Result<Vec<u8>> {
    let text = read(tool("esbuild")?.arg(path).args([
        "--bundle",
        "--minify",
        "--external:/fonts/*",
        "--log-level=warning",
    ]))?;
    Ok(text.into_bytes())
}

fn publish(pkg: &Path, name: &str, ending: &str, bytes: &[u8]) -> Result<Entry> {
    let hash = hex(&Sha256::digest(bytes)[..8]);
    let file = format!("{name}-{hash}.{ending}");
    let path = pkg.join(&file);
    if fs::read(&path).map_or(true, |old| old != bytes) {
        fs::write(&path, bytes)?;
    }
    let digest = base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes));
    Ok(Entry {
        url: format!("/pkg/{file}"),
        integrity: format!("sha384-{digest}"),
    })
}

/// Deletes files of earlier builds.
fn remove_old(pkg: &Path, entries: &BTreeMap<String, Entry>) -> Result<()> {
    let current: BTreeSet<&str> = entries
        .values()
        .map(|entry| entry.url.trim_start_matches("/pkg/"))
        .collect();
    for path in files_under(pkg)? {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or("");
        let original = name.trim_end_matches(".br").trim_end_matches(".gz");
        if !current.contains(original) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

fn font_urls(public: &[PathBuf]) -> Result<Vec<String>> {
    let base = root().join("public");
    let mut urls = Vec::new();
    for path in public {
        let relative = path.strip_prefix(&base)?.to_string_lossy();
        if relative.starts_with("fonts/") && relative.ends_with(".ttf") {
            urls.push(format!("/{relative}"));
        }
    }
    Ok(urls)
}
