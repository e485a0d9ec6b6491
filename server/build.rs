//! Has cargo embed the client anew when a file comes or goes: it looks by itself
//! only at those that were there the last time.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    // A debug build reads the files from the disk.
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rerun-if-changed=../dist");
        println!("cargo:rerun-if-changed=../public");
    }
}
