//! A PostgreSQL of the tests' own: a temporary folder, a socket in it, no port.

use crate::exec::{apt_install, command, exists, read, run, step};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// A running PostgreSQL; ends when dropped.
pub(crate) struct Postgres {
    process: Child,
    folder: PathBuf,
}

impl Postgres {
    /// Starts one. Nothing, and a loud word, where there is no PostgreSQL and it
    /// need not be there.
    ///
    /// # Errors
    /// With `CI` set, when it is missing.
    pub(crate) fn start() -> Result<Option<Postgres>> {
        let Some(programs) = programs() else {
            const REMEDY: &str = "PostgreSQL is not installed (package postgresql)";
            if std::env::var_os("CI").is_some() {
                bail!("{REMEDY}, and with CI set its tests must run");
            }
            println!("▸ SKIPPED: {REMEDY}, so what is stored is tested on SQLite alone");
            return Ok(None);
        };
        step("PostgreSQL for the tests", || launch(&programs)).map(Some)
    }

    /// The address of a database: `DATABASE` stands for its name.
    pub(crate) fn url(&self) -> String {
        let folder = self.folder.display();
        format!("postgres://postgres@localhost/DATABASE?host={folder}")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // The first line of its own file is the process that all others follow.
        let file = std::fs::read_to_string(self.folder.join("data/postmaster.pid"));
        if let Some(id) = file.ok().as_deref().and_then(|text| text.lines().next()) {
            let quit = format!("kill -QUIT {id}");
            let _ = command("sh").args(["-c", &quit]).status();
        }
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The folder of `initdb` and `postgres`. Distributions keep it off PATH.
fn programs() -> Option<PathBuf> {
    installed().or_else(|| {
        apt_install(&["postgresql"])
            .unwrap_or(false)
            .then(installed)
            .flatten()
    })
}

fn installed() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql");
    let mut folders: Vec<PathBuf> = versions
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .filter(|folder| folder.join("initdb").is_file())
        .collect();
    folders.sort();
    folders.pop().or_else(|| {
        let path = std::env::var_os("PATH")?;
        (exists("initdb") && exists("postgres"))
            .then(|| std::env::split_paths(&path).find(|at| at.join("initdb").is_file()))
            .flatten()
    })
}

fn launch(programs: &Path) -> Result<Postgres> {
    // In the system's folder: a socket's path has at most 107 bytes.
    let folder = std::env::temp_dir().join(format!("merit-postgres-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    // PostgreSQL refuses to run as root.
    let root = read(command("id").arg("-u"))?.trim() == "0";
    let as_user = |program: &str| {
        let program = programs.join(program);
        if !root {
            return command(&program.to_string_lossy());
        }
        let mut runuser = command("runuser");
        runuser.args(["-u", "postgres", "--"]).arg(program);
        runuser
    };
    if root {
        run(command("chown").arg("postgres").arg(&folder))?;
    }
    let data = folder.join("data");
    run(as_user("initdb")
        .args(["--auth=trust", "--username=postgres", "--encoding=UTF8"])
        .args(["--locale=C", "--no-sync", "--pgdata"])
        .arg(&data)
        .current_dir(&folder)
        .stdout(Stdio::null()))?;
    let process = as_user("postgres")
        .arg("-D")
        .arg(&data)
        .arg("-k")
        .arg(&folder)
        // Nothing of a test has to outlive a power cut.
        .args(["-c", "fsync=off", "-c", "listen_addresses="])
        .args(["-c", "max_connections=400"])
        .current_dir(&folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("postgres could not be started")?;
    let postgres = Postgres { process, folder };
    let start = Instant::now();
    while !postgres.folder.join(".s.PGSQL.5432").exists() {
        if start.elapsed() > Duration::from_secs(30) {
            bail!("PostgreSQL was not ready within 30 s");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(postgres)
}
