//! Has cargo embed the client anew when a file comes or goes: it looks by itself
//! only at those that were there the last time.

use std::io::Result;

fn main() -> Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    // A debug build reads the files from the disk, and takes only what lies in the folder
    // as it was resolved when the server was compiled: a folder that came later has none.
    std::fs::create_dir_all("../dist")?;
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed=../dist");
        println!("cargo:rerun-if-changed=../public");
    }
    Ok(())
}
