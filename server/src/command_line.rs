//! What can be said on the command line.

use clap::{Args, Parser, Subcommand};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Merit: write a CV, see its pages, keep your data.
#[derive(Parser)]
#[command(name = "merit", version, arg_required_else_help = true)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serves the site
    Serve(Serve),
    /// Brings the databases up to date after an update; make a backup first
    Migrate(Stores),
    /// Makes an encrypted backup, while the server runs
    Backup(Backup),
    /// Brings a backup back, into an empty folder
    Restore(Restore),
    /// The log of who did what to whom
    #[command(subcommand)]
    Audit(Audit),
    /// Looks for what should not be
    Check(Check),
    /// Lists the templates
    Templates,
    /// Makes a PDF, SVG, text or JSON file of a CV
    Render(Render),
}

#[derive(Args)]
pub(crate) struct Serve {
    /// Address and port to listen on
    #[arg(long, env = "MERIT_LISTEN", default_value = "127.0.0.1:3000")]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// The address people see, when a proxy stands before: https://merit.example
    #[arg(long, env = "MERIT_ORIGIN", value_parser = origin)]
    pub(crate) origin: Option<String>,
    /// Who runs this server, for the privacy policy: name, address, e-mail
    #[arg(long, env = "MERIT_OPERATOR")]
    pub(crate) operator: Option<String>,
    /// Address of a proxy whose X-Forwarded-For is believed; may be repeated
    #[arg(long, env = "MERIT_PROXY", value_delimiter = ',')]
    pub(crate) proxy: Vec<IpAddr>,
    /// First saves that are taken from one network in an hour
    #[arg(long, env = "MERIT_NEW_ACCOUNTS", default_value_t = 30)]
    pub(crate) new_accounts: u32,
}

/// Where documents, accounts and keys lie.
#[derive(Args)]
pub(crate) struct Stores {
    /// Folder for data; made if it is not there
    #[arg(long, env = "MERIT_DATA", default_value = "data")]
    pub(crate) data: PathBuf,
    /// PostgreSQL for the data, in place of SQLite in the folder
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub(crate) database_url: Option<String>,
    /// PostgreSQL for the keys of persons: another database than the data's
    #[arg(long, env = "MERIT_KEYS_URL", hide_env_values = true)]
    pub(crate) keys_url: Option<String>,
    /// The file of the root key, if it is not root.key in the folder
    #[arg(long, env = "MERIT_ROOT_KEY_FILE")]
    pub(crate) root_key: Option<PathBuf>,
    /// The file of the erasure ledger, if it is not erasures.ledger in the folder
    #[arg(long, env = "MERIT_LEDGER")]
    pub(crate) ledger: Option<PathBuf>,
    /// How many MiB the data may take in SQLite, if that is less than the disk
    #[arg(long, env = "MERIT_MOST_MIB")]
    pub(crate) most_mib: Option<u32>,
}

impl Stores {
    pub(crate) fn options(self) -> backend::Options {
        backend::Options {
            data_url: self.database_url,
            keys_url: self.keys_url,
            root: self
                .root_key
                .map_or_else(Default::default, backend::RootSource::File),
            ledger: self.ledger,
            most_mib: self.most_mib,
            ..backend::Options::in_folder(self.data)
        }
    }
}

#[derive(Args)]
pub(crate) struct Backup {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// Folder for backups; made if it is not there
    #[arg(long)]
    pub(crate) to: PathBuf,
    /// Backups of keys that are so many days old are deleted from the folder
    #[arg(long, default_value_t = backend::KEYS_BACKUP_DAYS)]
    pub(crate) keep_keys_days: u16,
}

#[derive(Args)]
pub(crate) struct Restore {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// Folder with the backups, and the copy of the erasure ledger
    #[arg(long)]
    pub(crate) from: PathBuf,
    /// The backup of the data (merit-data-….backup), if not the newest
    #[arg(long)]
    pub(crate) backup: Option<PathBuf>,
    /// There is no erasure ledger, and nobody was erased since the backup
    #[arg(long)]
    pub(crate) without_ledger: bool,
}

#[derive(Subcommand)]
pub(crate) enum Audit {
    /// Verifies the log from its first row to its last, and its end
    Verify(AuditVerify),
}

#[derive(Args)]
pub(crate) struct AuditVerify {
    #[command(flatten)]
    pub(crate) stores: Stores,
}

#[derive(Args)]
pub(crate) struct Check {
    #[command(subcommand)]
    pub(crate) what: Checked,
}

#[derive(Subcommand)]
pub(crate) enum Checked {
    /// Plants a person and searches everything that is stored for them
    Canary(Canary),
}

#[derive(Args)]
pub(crate) struct Canary {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// A log, or a folder of logs, that is to be searched too; may be repeated
    #[arg(long)]
    pub(crate) log: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Render {
    /// The CV: JSON Resume, or a file that Merit saved
    pub(crate) input: PathBuf,
    /// The file to write; its ending decides: .pdf, .svg, .txt or .json
    #[arg(short, long)]
    pub(crate) output: PathBuf,
    /// The template, by the name that `merit templates` lists
    #[arg(long)]
    pub(crate) template: Option<String>,
    /// The paper: a4 or letter
    #[arg(long)]
    pub(crate) paper: Option<String>,
    /// The language of headings and dates: sv or en
    #[arg(long)]
    pub(crate) lang: Option<String>,
}

/// An origin is scheme, host and port, as browsers write it in `Origin`.
fn origin(text: &str) -> Result<String, String> {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .ok_or("must start with https:// or http://")?;
    if host.is_empty() || host.contains(['/', '?', '#', '@', ' ']) {
        return Err("must be only scheme, host and port, with no slash at the end".to_owned());
    }
    Ok(text.to_ascii_lowercase())
}
