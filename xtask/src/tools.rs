//! The build tools: the WASM target, trunk and wasm-bindgen at pinned versions
//! (compiled once into `target/tools`), wasm-opt and esbuild from npm.

use crate::exec::{apt_install, command, exists, path, prefer, read, root, run, step, version};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The newest Trunk that the project's Rust can compile.
const TRUNK: &str = "0.21.14";
/// The oldest Node.js that Playwright runs on, and the one that we bring.
const NODE: u32 = 20;
const NODE_PACKAGE: &str = "20.20.2";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes every build tool ready; says nothing about those that are.
pub(crate) fn prepare() -> Result<()> {
    // What may be missing first: nobody should wait minutes to learn it.
    node()?;
    wasm_target()?;
    let bindgen = locked_version("wasm-bindgen")?;
    // Both find everything here and never go out for it: without TLS and their
    // search for updates they are compiled in half the time.
    let mut compiled = compile(
        &["trunk", "--locked", "--no-default-features"],
        "trunk",
        TRUNK,
    )?;
    // Its own lock file pins a wasm-bindgen that is older than the tool.
    let bindgen_cli = [
        "wasm-bindgen-cli",
        "--no-default-features",
        "--bin",
        "wasm-bindgen",
    ];
    compiled |= compile(&bindgen_cli, "wasm-bindgen", &bindgen)?;
    if compiled {
        // Only the finished programs are worth their place on the disk.
        let _ = fs::remove_dir_all(tools().join("build"));
    }
    npm(&root().join("xtask/tools"))
}

/// A command that finds our tools before any others on PATH.
pub(crate) fn tool(program: &str) -> Result<Command> {
    let mut folders = vec![
        tools().join("bin"),
        root().join("xtask/tools/node_modules/.bin"),
    ];
    folders.extend(std::env::split_paths(&path()));
    let found = folders
        .iter()
        .map(|folder| folder.join(program))
        .find(|path| path.is_file());
    let program = found.unwrap_or_else(|| PathBuf::from(program));
    let mut command = command(&program.to_string_lossy());
    command.env("PATH", std::env::join_paths(folders)?);
    Ok(command)
}

/// Sees that there is a Node.js that our tools run on. Where the system's is older
/// (Debian 12 has 18), npm brings one into `target/tools`.
pub(crate) fn node() -> Result<()> {
    if !exists("npm") && !apt_install(&["nodejs", "npm"])? {
        bail!(
            "npm is not installed: install Node.js {NODE} or newer with npm (https://nodejs.org)"
        );
    }
    let major = |command: &mut Command| -> Option<u32> {
        let text = version(command)?;
        text.strip_prefix('v')?.split('.').next()?.parse().ok()
    };
    let new_enough = |major: Option<u32>| major.is_some_and(|major| major >= NODE);
    if new_enough(major(&mut command("node"))) {
        return Ok(());
    }
    let folder = tools().join("node");
    let package = format!("node-{}-{}", node_system(), node_processor());
    let bin = folder.join("node_modules").join(&package).join("bin");
    if !new_enough(major(&mut command(&bin.join("node").to_string_lossy()))) {
        step(
            &format!("Node.js {NODE_PACKAGE} from npm, the system's is older than {NODE}"),
            || {
                fs::create_dir_all(&folder)?;
                run(command("npm")
                    .args([
                        "install",
                        "--no-save",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                    ])
                    .arg(&folder)
                    .arg(format!("{package}@{NODE_PACKAGE}")))
            },
        )
        .with_context(|| format!("install Node.js {NODE} or newer (https://nodejs.org)"))?;
    }
    prefer(&bin);
    Ok(())
}

/// As npm's packages of Node.js are named.
fn node_system() -> &'static str {
    match std::env::consts::OS {
        "macos" => "darwin",
        other => other,
    }
}

fn node_processor() -> &'static str {
    match std::env::consts::ARCH {
        "aarch64" => "arm64",
        "x86_64" => "x64",
        other => other,
    }
}

/// `npm ci` in a folder, unless its packages are those of the lock file already.
pub(crate) fn npm(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let mark = folder.join("node_modules/.installed-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let name = folder.strip_prefix(root()).unwrap_or(folder).display();
    step(&format!("npm packages of {name}"), || {
        run(command("npm")
            .args([
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
            ])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(folder))?;
        fs::write(&mark, &lock).context("cannot write into node_modules")
    })
}

fn tools() -> PathBuf {
    root().join("target/tools")
}

fn wasm_target() -> Result<()> {
    let sysroot = read(command("rustc").args(["--print", "sysroot"]))?;
    let installed = Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if installed.is_dir() {
        return Ok(());
    }
    step(&format!("rustup target add {WASM_TARGET}"), || {
        run(command("rustup").args(["target", "add", WASM_TARGET]))
    })
}

/// The version of a package in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    lock.lines()
        .skip_while(|line| *line != name)
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no version of {package}"))
}

/// Compiles a program into `target/tools` unless one of exactly this version is
/// here or on PATH; `package` is its name, and how cargo is to install it. Returns
/// whether it did.
pub(crate) fn compile(package: &[&str], program: &str, wanted: &str) -> Result<bool> {
    let found = version(&mut tool(program)?);
    if found.is_some_and(|text| text.split_whitespace().nth(1) == Some(wanted)) {
        return Ok(false);
    }
    let what = format!("compiling {program} {wanted} into target/tools (once; some minutes)");
    step(&what, || {
        let mut install = command("cargo");
        install
            .args(["install", "--quiet", "--force", "--version", wanted])
            .args(package)
            .arg("--root")
            .arg(tools())
            .arg("--target-dir")
            .arg(tools().join("build"));
        // They are others' code.
        install.env_remove("RUSTC_WORKSPACE_WRAPPER");
        // The tools run for seconds; a better optimised build would cost more than it gives.
        for (name, value) in [
            ("OPT_LEVEL", "1"),
            ("LTO", "off"),
            ("CODEGEN_UNITS", "16"),
            ("DEBUG", "0"),
            ("STRIP", "true"),
        ] {
            install.env(format!("CARGO_PROFILE_RELEASE_{name}"), value);
        }
        run(&mut install)
    })?;
    Ok(true)
}
