//! The store: both databases and the vault, opened together or not at all.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use privacy::{Egress, Periods};
use sea_orm::{DbErr, EntityTrait, PaginatorTrait};
use sea_orm_migration::MigratorTrait;
use tokio::sync::Notify;
use uuid::Uuid;
use vault::{RootError, Signer, Use, Vault};

use crate::audit::{self, Audit};
use crate::clock::Clock;
use crate::collected::Collected;
use crate::database::Database;
use crate::entity::{account, person_key, setting};
use crate::erasure::{ERASURE_DELAY_DAYS, ERASURE_MOST_DAYS};
use crate::failure::Failure;
use crate::keys::{self, RootPlace, RootSource};
use crate::ledger::{Ledger, LedgerError, Replay};
use crate::lock::Lock;
use crate::mail::Outbox;
use crate::migration::{Data, Keys, Schema, schema};
use crate::noted::{ROOT, noted, pair, setting};
use crate::page_counts::Openings;
use crate::place::Places;
use crate::policy_changes::NOTICE_DAYS;

/// Where everything lies. The addresses of databases hold passwords, so that
/// this cannot be printed.
#[derive(Clone)]
pub struct Options {
    /// The folder for what is not said to be elsewhere.
    pub folder: PathBuf,
    /// PostgreSQL for the data; without it SQLite in the folder.
    pub data_url: Option<String>,
    /// PostgreSQL for the keys; needed with `data_url`.
    pub keys_url: Option<String>,
    pub root: RootSource,
    /// The ledger of erasures, if not in the folder. It is worth most on another
    /// disk than the data's.
    pub ledger: Option<PathBuf>,
    /// How many MiB the data may take in SQLite, if that is less than the disk.
    pub most_mib: Option<u32>,
    /// Days between asking to be erased and being gone; at most
    /// [`ERASURE_MOST_DAYS`](crate::ERASURE_MOST_DAYS) count.
    pub erasure_days: u16,
    /// How long is kept what the operator may decide about.
    pub periods: Periods,
    /// Days between the publication of a material change of the policy and its day.
    pub notice_days: u16,
    /// What knows where networks are.
    pub places: Option<Arc<dyn Places>>,
    /// Whether somebody under 18 may have an account when a guardian has consented.
    pub minors: bool,
    /// Which other machines may be called. Usual is none.
    pub egress: Egress,
    pub clock: Clock,
}

impl Options {
    pub fn in_folder(folder: impl Into<PathBuf>) -> Options {
        Options {
            folder: folder.into(),
            data_url: None,
            keys_url: None,
            root: RootSource::InFolder,
            ledger: None,
            most_mib: None,
            erasure_days: ERASURE_DELAY_DAYS,
            periods: Periods::default(),
            notice_days: NOTICE_DAYS,
            places: None,
            minors: false,
            egress: Egress::default(),
            clock: Clock::System,
        }
    }

    pub(crate) fn ledger(&self) -> PathBuf {
        self.ledger
            .clone()
            .unwrap_or_else(|| self.folder.join("erasures.ledger"))
    }

    pub(crate) fn data_file(&self) -> PathBuf {
        self.folder.join("merit.sqlite")
    }

    pub(crate) fn keys_file(&self) -> PathBuf {
        self.folder.join("keys.sqlite")
    }
}

/// Why the store cannot be opened. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(
        "the database is from an older version of Merit ({0} steps behind): make a backup, then run `merit migrate`"
    )]
    Older(usize),
    #[error(
        "the database was changed by a newer version of Merit, which this one cannot read: install that version, or go back to a backup"
    )]
    Newer,
    #[error(
        "the root key {0} is missing, and everything is encrypted with it: put it back from your copy, or say with --root-key where it is"
    )]
    RootMissing(RootPlace),
    #[error(
        "the root key {0} is another one than that which the data was encrypted with: put the right one back"
    )]
    RootWrong(RootPlace),
    #[error("the root key {path}: {error}", path = .0.display(), error = .1)]
    Root(PathBuf, RootError),
    #[error(
        "there are accounts, but the database of their keys is empty: restore it from its backup ({0})"
    )]
    KeysMissing(String),
    #[error(
        "there are keys of persons, but the database of their data is empty: restore it from its backup ({0})"
    )]
    DataMissing(String),
    #[error(
        "the data and the keys are not of the same server: restore both from backups of the same one"
    )]
    Strangers,
    #[error(
        "the stored \"{0}\" does not open with the root key: restore the database of the keys from its backup"
    )]
    LastingKey(&'static str),
    #[error("keys are being changed by `merit keys`: start again when it has ended")]
    KeysChanging,
    #[error(
        "a server, or another command, has the data open, and keys cannot be changed meanwhile: stop it, and run this again"
    )]
    Served,
    #[error("the erasure ledger {path}: {error}", path = .0.display(), error = .1)]
    Ledger(PathBuf, LedgerError),
    #[error(
        "the database is older than the erasure ledger {path} goes back (it knows line {known}, the ledger begins with line {from}): whoever was erased in between would come back with it; use a newer backup", path = .path.display()
    )]
    LedgerGap {
        path: PathBuf,
        from: i64,
        known: i64,
    },
    #[error(
        "the erasure ledger {path} is an older copy (it ends with line {ends}, and the database knows line {known}): put the newest one there. If there is none, take the file away, and a new one is begun; backups from before now must then never be restored", path = .path.display()
    )]
    LedgerOlder {
        path: PathBuf,
        ends: i64,
        known: i64,
    },
    #[error("that the root key is another one could not be recorded: {0}")]
    Audit(Failure),
    #[error("who is in the erasure ledger could not be erased again: {0}")]
    Erasures(Failure),
    #[error("with DATABASE_URL the keys need a database of their own: set MERIT_KEYS_URL")]
    KeysUrl,
    #[error("cannot open {0}: {1}")]
    Database(String, DbErr),
    #[error("the data folder: {0}")]
    Folder(#[from] io::Error),
}

impl From<DbErr> for OpenError {
    fn from(error: DbErr) -> OpenError {
        OpenError::Database("the database".to_owned(), error)
    }
}

/// Documents, accounts and keys.
#[derive(Clone)]
pub struct Store {
    pub(crate) data: Database,
    pub(crate) keys: Database,
    pub(crate) vault: Arc<Vault>,
    pub(crate) clock: Clock,
    pub(crate) audit: Arc<Audit>,
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) outbox: Arc<Outbox>,
    /// Told when an export is asked for.
    pub(crate) exports: Arc<Notify>,
    /// Told what is collected.
    pub(crate) collected: Arc<Collected>,
    /// How often public pages were opened, until it is written.
    pub(crate) openings: Arc<Openings>,
    /// Signs reports of erasures.
    pub(crate) reports: Arc<Signer>,
    pub(crate) erasure_days: u16,
    pub(crate) periods: Arc<Periods>,
    pub(crate) notice_days: u16,
    pub(crate) places: Option<Arc<dyn Places>>,
    pub(crate) minors_allowed: bool,
    _lock: Arc<Lock>,
}

/// A store that was opened, and whether its root key was made just now.
pub struct Opened {
    pub store: Store,
    /// The new root key's file. Its operator must hear of it.
    pub new_root_key: Option<PathBuf>,
    /// How many accounts had come back with an older database, and are erased again.
    pub erased_again: u64,
    /// How many consents and limits had come back otherwise than their owners want
    /// them, and blocks and pages otherwise than was decided, and are so again.
    pub withdrawn_again: u64,
}

impl Store {
    /// Changes whenever this process has written something: an answer that is
    /// remembered with it is as good as new while it is the same.
    pub fn writes(&self) -> u64 {
        self.data.writes()
    }

    /// Opens the store, and makes it if nothing is there yet. Databases of an
    /// older version are left alone: [`migrate`] brings them up to date.
    ///
    /// # Errors
    /// [`OpenError`] says what to do.
    pub async fn open(options: &Options) -> Result<Opened, OpenError> {
        private_folder(&options.folder)?;
        Store::open_locked(options, Lock::shared(options).await?).await
    }

    pub(crate) async fn open_locked(options: &Options, lock: Lock) -> Result<Opened, OpenError> {
        let (data, keys) = connect(options).await?;
        for schema in [state::<Keys>(&keys).await?, state::<Data>(&data).await?] {
            match schema {
                Schema::Fresh | Schema::Current => {}
                Schema::Older(steps) => return Err(OpenError::Older(steps)),
                Schema::Newer => return Err(OpenError::Newer),
            }
        }
        // Before anything is made in either, so that a backup can be put in its place.
        complete(options, &data, &keys).await?;
        // A process that starts at the same time may have been faster.
        up::<Keys>(&keys).await?;
        up::<Data>(&data).await?;

        let (vault, new_root_key) = keys::open(options, &keys).await?;
        if !pair(&data, &keys).await? {
            return Err(OpenError::Strangers);
        }
        let head = audit::Head::NONE.bytes();
        noted(&data, audit::HEAD, head).await?;
        let collected = Arc::new(Collected::new(options.clock.clone()));
        let store = Store {
            data: data.collecting(collected.clone()),
            keys,
            audit: Arc::new(Audit::new(&vault, &options.folder)),
            ledger: Arc::new(Ledger::new(&vault, options.ledger())),
            reports: Arc::new(Signer::new(&vault.key_for(Use::Report))),
            erasure_days: options.erasure_days.min(ERASURE_MOST_DAYS),
            periods: Arc::new(options.periods.clone()),
            notice_days: options.notice_days,
            places: options.places.clone(),
            minors_allowed: options.minors,
            vault: Arc::new(vault),
            clock: options.clock.clone(),
            outbox: Outbox::new(),
            exports: Arc::default(),
            collected,
            openings: Arc::default(),
            _lock: Arc::new(lock),
        };
        store.audit_root().await.map_err(OpenError::Audit)?;
        // Before anybody can ask for who came back with an older database.
        let path = options.ledger();
        let replayed = store.replay_ledger().await;
        let replayed = replayed.map_err(|replay| match replay {
            Replay::Ledger(error) => OpenError::Ledger(path, error),
            Replay::Gap { from, known } => OpenError::LedgerGap { path, from, known },
            Replay::Older { ends, known } => OpenError::LedgerOlder { path, ends, known },
            Replay::Failed(failure) => OpenError::Erasures(failure),
        })?;
        Ok(Opened {
            store,
            new_root_key,
            erased_again: replayed.erased,
            withdrawn_again: replayed.wishes,
        })
    }

    /// What time it is here, in milliseconds since 1970.
    pub fn now(&self) -> i64 {
        self.clock.now()
    }

    /// The same store, for what only looks, as if it were another time.
    pub(crate) fn as_of(&self, now: i64) -> Store {
        Store {
            clock: Clock::Set(Arc::new(AtomicI64::new(now))),
            ..self.clone()
        }
    }

    /// The same store, for somebody who is nobody: what they write was collected of
    /// nobody, and must not be told to have been (`collected.rs`).
    pub(crate) fn uncollected(&self) -> Store {
        Store {
            data: self.data.clone().not_collecting(),
            collected: Arc::new(Collected::new(self.clock.clone())),
            ..self.clone()
        }
    }

    /// How long is kept here what the operator may decide about.
    pub fn periods(&self) -> &Periods {
        &self.periods
    }

    /// Whether the databases answer.
    ///
    /// # Errors
    /// [`Failure::Busy`] or another of the database's.
    pub async fn ping(&self) -> Result<(), Failure> {
        setting::Entity::find_by_id(ROOT)
            .one(self.keys.read())
            .await?;
        account::Entity::find_by_id(Uuid::nil())
            .one(self.data.read())
            .await?;
        Ok(())
    }
}

/// Sees that neither of the two databases is there without the other.
pub(crate) async fn complete(
    options: &Options,
    data: &Database,
    keys: &Database,
) -> Result<(), OpenError> {
    let place = |url: &Option<String>, file: PathBuf| match url {
        Some(_) => "PostgreSQL".to_owned(),
        None => file.display().to_string(),
    };
    let accounts = match state::<Data>(data).await? {
        Schema::Fresh => 0,
        _ => account::Entity::find().count(data.read()).await?,
    };
    let (persons, root) = match state::<Keys>(keys).await? {
        Schema::Fresh => (0, None),
        _ => (
            person_key::Entity::find().count(keys.read()).await?,
            setting(keys, ROOT).await?,
        ),
    };
    match (persons, accounts) {
        (0, 1..) if root.is_none() => {
            let keys = place(&options.keys_url, options.keys_file());
            Err(OpenError::KeysMissing(keys))
        }
        // One may be left by a save that was cut off in the middle.
        (2.., 0) => {
            let data = place(&options.data_url, options.data_file());
            Err(OpenError::DataMissing(data))
        }
        _ => Ok(()),
    }
}

/// Brings both databases up to date. Returns how many steps that took.
///
/// # Errors
/// [`OpenError::Newer`], or the database's own.
pub async fn migrate(options: &Options) -> Result<usize, OpenError> {
    private_folder(&options.folder)?;
    let _lock = Lock::shared(options).await?;
    let (data, keys) = connect(options).await?;
    let mut steps = 0;
    for schema in [state::<Keys>(&keys).await?, state::<Data>(&data).await?] {
        match schema {
            Schema::Newer => return Err(OpenError::Newer),
            Schema::Older(missing) => steps += missing,
            Schema::Fresh | Schema::Current => {}
        }
    }
    up::<Keys>(&keys).await?;
    up::<Data>(&data).await?;
    Ok(steps)
}

pub(crate) async fn state<M: MigratorTrait>(database: &Database) -> Result<Schema, OpenError> {
    Ok(schema::<M>(database.write()).await?)
}

async fn up<M: MigratorTrait>(database: &Database) -> Result<(), DbErr> {
    match schema::<M>(database.write()).await? {
        Schema::Current => Ok(()),
        _ => M::up(database.write(), None).await,
    }
}

pub(crate) async fn connect(options: &Options) -> Result<(Database, Database), OpenError> {
    if options.data_url.is_some() && options.keys_url.is_none() {
        return Err(OpenError::KeysUrl);
    }
    let data = match &options.data_url {
        Some(url) => Database::postgres(url, &options.egress).await,
        None => Database::sqlite(&options.data_file(), options.most_mib).await,
    };
    let keys = match &options.keys_url {
        Some(url) => Database::postgres(url, &options.egress).await,
        None => Database::sqlite(&options.keys_file(), None).await,
    };
    let named = |url: &Option<String>, file: PathBuf, name: &str| match url {
        Some(_) => format!("the PostgreSQL database in {name}"),
        None => file.display().to_string(),
    };
    let data = data.map_err(|error| {
        let name = named(&options.data_url, options.data_file(), "DATABASE_URL");
        OpenError::Database(name, error)
    })?;
    let keys = keys.map_err(|error| {
        let name = named(&options.keys_url, options.keys_file(), "MERIT_KEYS_URL");
        OpenError::Database(name, error)
    })?;
    Ok((data, keys))
}

/// Makes the folder; one that is made is for its owner's eyes alone.
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}
