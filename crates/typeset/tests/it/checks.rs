//! Programs of others that look at PDFs: `checks/`, set up by `cargo xtask test`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/checks");

/// Files in a folder of their own, while it is needed.
pub(crate) struct Files(PathBuf);

impl Files {
    pub(crate) fn new(name: &str) -> Files {
        let name = format!("{name}-{}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::create_dir_all(&folder).expect("can be made");
        Files(folder)
    }

    pub(crate) fn add(&self, name: &str, file: &[u8]) {
        std::fs::write(self.0.join(name), file).expect("can be written");
    }

    /// What a script prints of all files. Nothing, where its tools are not set
    /// up; in CI they have to be.
    pub(crate) fn seen_by(&self, script: &str) -> Option<Value> {
        let Some(program) = program(script) else {
            assert!(std::env::var_os("CI").is_none(), "{script} has no tools");
            eprintln!("{script} has no tools (cargo xtask test sets them up): not checked");
            return None;
        };
        let output = Command::new(program)
            .arg(Path::new(FOLDER).join(script))
            .arg(&self.0)
            .stderr(Stdio::inherit())
            .output()
            .expect("can be started");
        assert!(output.status.success(), "{script}");
        Some(serde_json::from_slice(&output.stdout).expect("prints JSON"))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn program(script: &str) -> Option<PathBuf> {
    if script.ends_with(".py") {
        return std::env::var_os("PDF_CHECKS").map(PathBuf::from);
    }
    let packages = Path::new(FOLDER).join("node_modules/pdfjs-dist");
    packages.is_dir().then(|| "node".into())
}
