//! Has the linker leave in the browser's module what it is taken apart by
//! (`xtask/src/split.rs`).

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo:rustc-link-arg-cdylib=--emit-relocs");
    }
}
