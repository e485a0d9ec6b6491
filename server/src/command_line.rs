//! What can be said on the command line.

use crate::configuration::{Configuration, Given, Origin, Refused};
use backend::Uuid;
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
    /// Prints what is configured, and where each value comes from
    Config(Serve),
    /// Tries mail out, and shows the letters that wait
    #[command(subcommand)]
    Mail(Mail),
    /// Makes an encrypted backup, while the server runs
    Backup(Backup),
    /// Brings a backup back, into an empty folder
    Restore(Restore),
    /// Deletes what has had its time, as the server does every hour
    Purge(Purge),
    /// What is kept for a claim or a duty though it would go
    #[command(subcommand)]
    Hold(Hold),
    /// Consents of those who are erased
    #[command(subcommand)]
    Consent(ConsentCommand),
    /// Checks the signed report of an erasure, without any server
    Verify(Verify),
    /// Changes keys; the server must be stopped meanwhile
    #[command(subcommand)]
    Keys(Keys),
    /// The log of who did what to whom
    #[command(subcommand)]
    Audit(Audit),
    /// Accounts, for who has the machine: roles, links, invitations
    #[command(subcommand)]
    Account(AccountCommand),
    /// The privacy policy of this version of the program
    #[command(subcommand)]
    Policy(PolicyCommand),
    /// Tells each fault of this installation, with what to do about it
    Check(Check),
    /// Lists the templates
    Templates,
    /// Makes a PDF, SVG, text or JSON file of a CV
    Render(Render),
}

#[derive(Subcommand)]
pub(crate) enum PolicyCommand {
    /// Prints what this version handles, for a change that is announced before it is installed
    Facts,
}

#[derive(Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// Address and port to listen on [env: MERIT_LISTEN] [usual: 127.0.0.1:3000]
    #[arg(long)]
    pub(crate) listen: Option<SocketAddr>,
    /// The address people see: https://merit.example [env: MERIT_ORIGIN]
    #[arg(long)]
    pub(crate) origin: Option<Origin>,
    /// Address of a proxy whose X-Forwarded-For is believed; may be repeated [env: MERIT_PROXY]
    #[arg(long, value_delimiter = ',')]
    pub(crate) proxy: Vec<IpAddr>,
    /// First saves that are taken from one network in an hour [env: MERIT_NEW_ACCOUNTS] [usual: 30]
    #[arg(long)]
    pub(crate) new_accounts: Option<u32>,
}

impl Serve {
    /// What it says, with the file, the environment and what is usual.
    pub(crate) fn configuration(self) -> Result<Configuration, Refused> {
        Configuration::load(self.given())
    }

    pub(crate) fn given(self) -> Given {
        let mut given = self.stores.given();
        given.set("listen", self.listen.map(|it| it.to_string()));
        given.set("origin", self.origin.map(|it| it.as_str().to_owned()));
        let proxy: Vec<String> = self.proxy.iter().map(ToString::to_string).collect();
        given.set("proxy", Some(proxy).filter(|proxy| !proxy.is_empty()));
        given.set("limits.new_accounts", self.new_accounts);
        given
    }
}

/// Where the settings are, and documents, accounts and keys.
#[derive(Args)]
pub(crate) struct Stores {
    /// The file of settings, if it is not merit.toml in the data folder or here [env: MERIT_CONFIG]
    #[arg(long)]
    pub(crate) config: Option<PathBuf>,
    /// Folder for data; made if it is not there [env: MERIT_DATA] [usual: data]
    #[arg(long)]
    pub(crate) data: Option<String>,
    /// PostgreSQL for the data, in place of SQLite in the folder [env: DATABASE_URL]
    #[arg(long)]
    pub(crate) database_url: Option<String>,
    /// PostgreSQL for the keys of persons: another database than the data's [env: MERIT_KEYS_URL]
    #[arg(long)]
    pub(crate) keys_url: Option<String>,
    /// The file of the root key, if it is not root.key in the folder [env: MERIT_ROOT_KEY_FILE];
    /// without a file, its last line is in MERIT_ROOT_KEY
    #[arg(long)]
    pub(crate) root_key: Option<String>,
    /// The file of the erasure ledger, if it is not erasures.ledger in the folder [env: MERIT_LEDGER]
    #[arg(long)]
    pub(crate) ledger: Option<String>,
    /// How many MiB the data may take in SQLite, if that is less than the disk [env: MERIT_MOST_MIB]
    #[arg(long)]
    pub(crate) most_mib: Option<u32>,
}

impl Stores {
    /// What it says, with the file, the environment and what is usual.
    pub(crate) fn configuration(self) -> Result<Configuration, Refused> {
        Configuration::load(self.given())
    }

    /// Where the store is, for commands that need nothing else.
    pub(crate) fn options(self) -> Result<backend::Options, Refused> {
        Ok(self.configuration()?.stores())
    }

    fn given(self) -> Given {
        let mut given = Given::in_file(self.config);
        given.set("data", self.data);
        given.set("database_url", self.database_url);
        given.set("keys_url", self.keys_url);
        given.set("root_key", self.root_key);
        given.set("ledger", self.ledger);
        given.set("most_mib", self.most_mib);
        given
    }
}

#[derive(Subcommand)]
pub(crate) enum AccountCommand {
    /// Gives a member a role, or takes it away
    Role(AccountRole),
    /// Makes a link with which a member sets a new password, without a letter
    Link(Account),
    /// Makes a link with which somebody makes an account, wherever sign-up is not open
    Invite(AccountInvite),
}

#[derive(Args)]
pub(crate) struct AccountRole {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// The member's e-mail address
    pub(crate) address: String,
    /// administrator, privacy_officer, support or member
    pub(crate) role: String,
}

#[derive(Args)]
pub(crate) struct Account {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// The member's e-mail address
    pub(crate) address: String,
}

#[derive(Args)]
pub(crate) struct AccountInvite {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// administrator, privacy_officer, support or member
    #[arg(long, default_value = "member")]
    pub(crate) role: String,
}

#[derive(Subcommand)]
pub(crate) enum Mail {
    /// Sends a letter to an address now, and says what came of it
    Test {
        address: String,
        #[command(flatten)]
        stores: Stores,
    },
    /// Lists the letters that wait: for a mail server that is away, or was never configured
    List(Stores),
    /// Shows a letter that waits, so that it can be handed on
    Show {
        /// As `merit mail list` has it
        id: backend::Uuid,
        #[command(flatten)]
        stores: Stores,
    },
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

#[derive(Args)]
pub(crate) struct Purge {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// Counts what would go, and deletes nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Subcommand)]
pub(crate) enum Hold {
    /// Holds one item of an account's, or all of a kind
    Place(HoldPlace),
    /// Lists what is held, and what is to be looked at
    List(Stores),
    /// Prints what is kept of a hold's items; the log says that it was read
    Read(HoldOne),
    /// Says that a hold is still right, and when it is looked at next
    Review(HoldReview),
    /// Ends a hold: what it kept of who is erased goes at once
    End(HoldEnds),
}

#[derive(Args)]
pub(crate) struct HoldPlace {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// Whose it is: a member's e-mail address, or the id of an account
    pub(crate) whose: String,
    /// document, photo, personal_detail, login, sign_in, security_case or consent
    pub(crate) kind: String,
    /// The id of the one item; without it, all of that kind
    #[arg(long)]
    pub(crate) item: Option<Uuid>,
    /// claim, duty, order (of an authority) or own_request (of its owner)
    #[arg(long)]
    pub(crate) ground: String,
    /// Why, for whoever looks at it later; encrypted with the hold's key
    #[arg(long)]
    pub(crate) reason: String,
    /// The day by which somebody looks whether it is still right: YYYY-MM-DD, within a year
    #[arg(long)]
    pub(crate) review: Option<String>,
}

#[derive(Args)]
pub(crate) struct HoldOne {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// As `merit hold list` has it
    pub(crate) id: Uuid,
}

#[derive(Args)]
pub(crate) struct HoldReview {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// As `merit hold list` has it
    pub(crate) id: Uuid,
    /// The next day: YYYY-MM-DD, within a year
    #[arg(long)]
    pub(crate) review: Option<String>,
}

#[derive(Args)]
pub(crate) struct HoldEnds {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// As `merit hold list` has it
    pub(crate) id: Uuid,
    /// over, or mistake
    #[arg(long)]
    pub(crate) reason: String,
}

#[derive(Subcommand)]
pub(crate) enum ConsentCommand {
    /// Whether somebody who is erased had agreed, on a day, to a version of a text
    Proof(ConsentProof),
}

#[derive(Args)]
pub(crate) struct ConsentProof {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// The e-mail address that they had
    #[arg(long, required_unless_present = "account", conflicts_with = "account")]
    pub(crate) address: Option<String>,
    /// The account, of who had no address
    #[arg(long)]
    pub(crate) account: Option<Uuid>,
    /// personal_details or salary
    #[arg(long)]
    pub(crate) purpose: String,
    /// The version of the text: YYYY-MM-DD
    #[arg(long)]
    pub(crate) version: String,
    /// The day that is asked about: YYYY-MM-DD
    #[arg(long)]
    pub(crate) day: String,
}

#[derive(Args)]
pub(crate) struct Verify {
    /// The report, as it was downloaded
    pub(crate) report: PathBuf,
    /// The server's public key, from its /.well-known/merit-report-key.json
    #[arg(long)]
    pub(crate) key: Option<PathBuf>,
}

#[derive(Subcommand)]
pub(crate) enum Keys {
    /// Wraps all keys under another root key
    RotateRoot(RotateRoot),
    /// Gives a person, or everybody, a new key and seals what is theirs with it
    RotatePerson(RotatePerson),
}

#[derive(Args)]
pub(crate) struct RotateRoot {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// The file of the new root key; made if it is not there
    #[arg(long)]
    pub(crate) new_root: PathBuf,
}

#[derive(Args)]
pub(crate) struct RotatePerson {
    #[command(flatten)]
    pub(crate) stores: Stores,
    /// The account whose key is replaced
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub(crate) account: Option<Uuid>,
    /// Replaces the key of every account
    #[arg(long)]
    pub(crate) all: bool,
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
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Check {
    #[command(subcommand)]
    pub(crate) what: Option<Checked>,
    #[command(flatten)]
    pub(crate) serve: Serve,
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
    /// The CV or letter: JSON Resume, or a file that Merit saved. Of two the PDF is one file: a letter, and its CV after it
    #[arg(required = true, num_args = 1..=2)]
    pub(crate) input: Vec<PathBuf>,
    /// The file to write; its ending decides: .pdf, .svg, .txt, .json, .docx, .html, .md or .xml (Europass)
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
