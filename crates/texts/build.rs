//! Turns `locales/{sv,en}/*.ftl` into one Rust module a file.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs, io};

#[path = "build/compile.rs"]
mod compile;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");

    let locales =
        Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("locales");
    let mut names = BTreeSet::new();
    for lang in compile::LANGS {
        for file in fs::read_dir(locales.join(lang))? {
            let path = file?.path();
            if path.extension().is_some_and(|e| e == "ftl") {
                names.extend(path.file_stem().and_then(|s| s.to_str()).map(str::to_owned));
            }
        }
    }

    let mut code = String::new();
    for name in names {
        // A file that one language lacks is reported message by message.
        let source = |lang: &str| {
            fs::read_to_string(locales.join(lang).join(format!("{name}.ftl"))).unwrap_or_default()
        };
        match compile::module(
            &name,
            compile::LANGS.map(source).each_ref().map(String::as_str),
        ) {
            Ok(module) => code.push_str(&module),
            Err(faults) => faults.iter().for_each(|f| println!("cargo::error={f}")),
        }
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("texts.rs"), code)
}
