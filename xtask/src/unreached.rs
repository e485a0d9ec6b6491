//! Code that a module holds and never runs.
//!
//! The PDF writer's library knows fonts of every kind: variable and coloured ones,
//! PostScript outlines, hinting, pictures within fonts. Our fonts are our own files
//! and have none of these (`public/fonts/make`), but the compiler cannot know that,
//! and the code is half of the module. A photo is a JPEG, which nothing decodes.
//! Here the functions that such drawing goes through become a trap, and
//! wasm-opt then removes what only they had called. Name the doors and not the
//! rooms: the compiler folds small functions that have one body into one.
//!
//! In the app it is how serde says a number with a fraction that it had not expected:
//! serde_json, the only reader there is, says such numbers in its own way first.
//!
//! Should one of the writer’s be reached after all, the module traps, the app asks
//! whether the server may make the PDF, and the browser tests that compare the
//! files of browser and command line fail.

use anyhow::{Context, Result, bail};
use std::collections::HashSet;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, Function, Module};
use wasmparser::{FunctionBody, KnownCustom, Name, Parser, Payload, TypeRef};

/// By module the starts of function paths.
const UNREACHED: [(&str, &[&str]); 2] = [
    ("app", &["serde_core::de::WithDecimalPoint"]),
    (
        "writer",
        &[
            "krilla::graphics::image::Image::from_png",
            "read_fonts::ps::cs::Evaluator",
            "skrifa::color::ColorGlyph::paint",
            "skrifa::outline::autohint::hint::",
            "skrifa::outline::autohint::metrics::UnscaledStyleMetricsSet::get",
            "skrifa::outline::cff::Outlines::draw",
            "skrifa::outline::cff::Outlines::subfont",
            "skrifa::outline::glyf::hint::engine::dispatch::",
            "skrifa::outline::varc::Outlines::draw",
            "subsetter::cff::",
            "subsetter::interjector::skrifa::SkrifaInterjector",
        ],
    ),
];

/// The module without what it never runs. Needs the function names in it.
pub(crate) fn removed(module: &str, wasm: Vec<u8>) -> Result<Vec<u8>> {
    let Some((_, paths)) = UNREACHED.into_iter().find(|(name, _)| *name == module) else {
        return Ok(wasm);
    };
    let (imported, named) = functions(&wasm, paths)?;
    for path in paths {
        // A library that was renamed would quietly put the module's size back.
        if !named.iter().any(|(_, name)| starts(name, path)) {
            bail!("{module} has no function {path}* any more: see xtask/src/unreached.rs");
        }
    }
    let mut traps = Traps {
        next: imported,
        functions: named.into_iter().map(|(index, _)| index).collect(),
    };
    let mut out = Module::new();
    traps
        .parse_core_module(&mut out, Parser::new(0), &wasm)
        .map_err(|error| anyhow::anyhow!("{module} cannot be read: {error}"))?;
    Ok(out.finish())
}

/// How many functions are imported, and those on the paths by index and name.
fn functions(wasm: &[u8], paths: &[&str]) -> Result<(u32, Vec<(u32, String)>)> {
    let mut imported = 0;
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("not a WASM module")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if let TypeRef::Func(_) = import?.ty {
                        imported += 1;
                    }
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else {
                    continue;
                };
                for name in names {
                    let Name::Function(functions) = name? else {
                        continue;
                    };
                    for function in functions {
                        let function = function?;
                        if paths.iter().any(|path| starts(function.name, path)) {
                            found.push((function.index, function.name.to_owned()));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok((imported, found))
}

/// Methods of a trait are named `<path::Type as Trait>::method`.
fn starts(name: &str, path: &str) -> bool {
    name.trim_start_matches(['<', '&']).starts_with(path)
}

struct Traps {
    /// The index of the next function that has a body here.
    next: u32,
    functions: HashSet<u32>,
}

impl Reencode for Traps {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let index = self.next;
        self.next += 1;
        if !self.functions.contains(&index) {
            return utils::parse_function_body(self, code, body);
        }
        let mut trap = Function::new([]);
        trap.instructions().unreachable().end();
        code.function(&trap);
        Ok(())
    }
}
