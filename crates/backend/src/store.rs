//! The store: both databases and the vault, opened together or not at all.

use std::io;
use std::path::{Path, PathBuf};

use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, sea_query::OnConflict,
};
use sea_orm_migration::MigratorTrait;
use uuid::Uuid;
use vault::{PersonKey, RootError, RootKey, Vault};

use crate::audit::{self, Audit};
use crate::clock::Clock;
use crate::database::Database;
use crate::entity::{account, person_key, setting};
use crate::failure::Failure;
use crate::ledger::{Ledger, LedgerError, Replay};
use crate::mail::Outbox;
use crate::migration::{Data, Keys, Schema, schema};

/// Where everything lies.
#[derive(Clone, Debug)]
pub struct Options {
    /// The folder for what is not said to be elsewhere.
    pub folder: PathBuf,
    /// PostgreSQL for the data; without it SQLite in the folder.
    pub data_url: Option<String>,
    /// PostgreSQL for the keys; needed with `data_url`.
    pub keys_url: Option<String>,
    /// The root key's file, if not in the folder.
    pub root_key: Option<PathBuf>,
    /// The ledger of erasures, if not in the folder. It is worth most on another
    /// disk than the data's.
    pub ledger: Option<PathBuf>,
    /// How many MiB the data may take in SQLite, if that is less than the disk.
    pub most_mib: Option<u32>,
    pub clock: Clock,
}

impl Options {
    pub fn in_folder(folder: impl Into<PathBuf>) -> Options {
        Options {
            folder: folder.into(),
            data_url: None,
            keys_url: None,
            root_key: None,
            ledger: None,
            most_mib: None,
            clock: Clock::System,
        }
    }

    pub fn root_key(&self) -> PathBuf {
        self.root_key
            .clone()
            .unwrap_or_else(|| self.folder.join("root.key"))
    }

    pub(crate) fn ledger(&self) -> PathBuf {
        self.ledger
            .clone()
            .unwrap_or_else(|| self.folder.join("erasures.ledger"))
    }

    fn data_file(&self) -> PathBuf {
        self.folder.join("merit.sqlite")
    }

    fn keys_file(&self) -> PathBuf {
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
        "the root key {} is missing, and everything is encrypted with it: put it back from your copy, or say with --root-key where it is",
        .0.display()
    )]
    RootMissing(PathBuf),
    #[error(
        "the root key {} is another one than that which the data was encrypted with: put the right one back",
        .0.display()
    )]
    RootWrong(PathBuf),
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
    #[error("who is in the erasure ledger could not be erased again: {0}")]
    Erasures(Failure),
    #[error("with DATABASE_URL the keys need a database of their own: set MERIT_KEYS_URL")]
    KeysUrl,
    #[error("cannot open {0}: {1}")]
    Database(String, DbErr),
    #[error("the data folder: {0}")]
    Folder(#[from] io::Error),
}

/// Documents, accounts and keys.
#[derive(Clone)]
pub struct Store {
    pub(crate) data: Database,
    pub(crate) keys: Database,
    pub(crate) vault: std::sync::Arc<Vault>,
    pub(crate) clock: Clock,
    pub(crate) audit: std::sync::Arc<Audit>,
    pub(crate) ledger: std::sync::Arc<Ledger>,
    pub(crate) outbox: std::sync::Arc<Outbox>,
}

/// A store that was opened, and whether its root key was made just now.
pub struct Opened {
    pub store: Store,
    /// The new root key's file. Its operator must hear of it.
    pub new_root_key: Option<PathBuf>,
    /// How many accounts had come back with an older database, and are erased again.
    pub erased_again: u64,
}

impl Store {
    /// Opens the store, and makes it if nothing is there yet. Databases of an
    /// older version are left alone: [`migrate`] brings them up to date.
    ///
    /// # Errors
    /// [`OpenError`] says what to do.
    pub async fn open(options: &Options) -> Result<Opened, OpenError> {
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
        let failed = |error| OpenError::Database("the database".to_owned(), error);
        // A process that starts at the same time may have been faster.
        up::<Keys>(&keys).await.map_err(failed)?;
        up::<Data>(&data).await.map_err(failed)?;

        let known = setting(&keys, ROOT).await.map_err(failed)?;
        let path = options.root_key();
        let (root, new_root_key) = match (RootKey::read(&path), &known) {
            (Ok(root), _) => (root, None),
            (Err(RootError::Missing), None) => {
                let root = RootKey::generate();
                match root.write_new(&path) {
                    Ok(()) => (root, Some(path.clone())),
                    Err(error) => return Err(OpenError::Root(path, error)),
                }
            }
            (Err(RootError::Missing), Some(_)) => return Err(OpenError::RootMissing(path)),
            (Err(error), _) => return Err(OpenError::Root(path, error)),
        };
        let vault = Vault::before_lasting_keys(&root);
        let check = belongs(&keys, &vault).await.map_err(failed)?;
        if !check {
            return Err(OpenError::RootWrong(path));
        }
        if !pair(&data, &keys).await.map_err(failed)? {
            return Err(OpenError::Strangers);
        }
        let head = audit::Head::NONE.bytes();
        noted(&data, audit::HEAD, head).await.map_err(failed)?;
        let store = Store {
            data,
            keys,
            audit: std::sync::Arc::new(Audit::new(&vault, &options.folder)),
            ledger: std::sync::Arc::new(Ledger::new(&vault, options.ledger())),
            vault: std::sync::Arc::new(vault),
            clock: options.clock.clone(),
            outbox: Outbox::new(),
        };
        // Before anybody can ask for who came back with an older database.
        let path = options.ledger();
        let replayed = store.replay_erasures().await;
        let erased_again = replayed.map_err(|replay| match replay {
            Replay::Ledger(error) => OpenError::Ledger(path, error),
            Replay::Gap { from, known } => OpenError::LedgerGap { path, from, known },
            Replay::Failed(failure) => OpenError::Erasures(failure),
        })?;
        Ok(Opened {
            store,
            new_root_key,
            erased_again,
        })
    }

    /// The key of a person.
    pub(crate) async fn key(&self, person: Uuid) -> Result<PersonKey, Failure> {
        let row = person_key::Entity::find_by_id(person)
            .one(self.keys.read())
            .await?
            .ok_or(Failure::Missing)?;
        Ok(self.vault.unwrap(person.into_bytes(), &row.wrapped, None)?)
    }

    /// Makes the key of a person, who has none yet, and stores it.
    pub(crate) async fn new_key(&self, person: Uuid) -> Result<PersonKey, Failure> {
        let (key, wrapped) = self.vault.new_person_key(person.into_bytes());
        let row = person_key::ActiveModel {
            account_id: Set(person),
            wrapped: Set(wrapped),
            created_at: Set(self.clock.now()),
        };
        person_key::Entity::insert(row)
            .exec_without_returning(self.keys.write())
            .await?;
        Ok(key)
    }

    /// Destroys the key of a person: from here on nobody reads what is theirs.
    pub(crate) async fn destroy_key(&self, person: Uuid) -> Result<(), Failure> {
        person_key::Entity::delete_by_id(person)
            .exec(self.keys.write())
            .await?;
        self.keys.forget_deleted().await?;
        Ok(())
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
async fn complete(options: &Options, data: &Database, keys: &Database) -> Result<(), OpenError> {
    let failed = |error| OpenError::Database("the database".to_owned(), error);
    let place = |url: &Option<String>, file: PathBuf| match url {
        Some(_) => "PostgreSQL".to_owned(),
        None => file.display().to_string(),
    };
    let accounts = match state::<Data>(data).await? {
        Schema::Fresh => 0,
        _ => account::Entity::find()
            .count(data.read())
            .await
            .map_err(failed)?,
    };
    let (persons, root) = match state::<Keys>(keys).await? {
        Schema::Fresh => (0, None),
        _ => (
            person_key::Entity::find()
                .count(keys.read())
                .await
                .map_err(failed)?,
            setting(keys, ROOT).await.map_err(failed)?,
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

/// The setting that says which root key the keys are wrapped under.
const ROOT: &str = "root";
/// The setting that says which data and which keys belong together.
pub(crate) const PAIR: &str = "pair";

/// Whether the root key is that of the stored keys. The first one is noted.
async fn belongs(keys: &Database, vault: &Vault) -> Result<bool, DbErr> {
    let check = vault.check().to_vec();
    Ok(noted(keys, ROOT, check.clone()).await? == check)
}

/// Whether data and keys were made for each other: both know the same random
/// number, which is noted in both at the first start.
async fn pair(data: &Database, keys: &Database) -> Result<bool, DbErr> {
    // A first start may have been cut off between the two.
    let number = match setting(data, PAIR).await? {
        Some(number) => number,
        None => Uuid::new_v4().as_bytes().to_vec(),
    };
    let theirs = noted(keys, PAIR, number).await?;
    Ok(noted(data, PAIR, theirs.clone()).await? == theirs)
}

pub(crate) async fn setting(database: &Database, name: &str) -> Result<Option<Vec<u8>>, DbErr> {
    let row = setting::Entity::find_by_id(name)
        .one(database.write())
        .await?;
    Ok(row.map(|row| row.value))
}

/// Notes a setting where there is none, and returns what stands there now: of
/// several processes that start at the same time one is first.
async fn noted(database: &Database, name: &str, value: Vec<u8>) -> Result<Vec<u8>, DbErr> {
    if let Some(known) = setting(database, name).await? {
        return Ok(known);
    }
    let row = setting::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(value.clone()),
    };
    setting::Entity::insert(row)
        .on_conflict(
            OnConflict::column(setting::Column::Name)
                .do_nothing()
                .to_owned(),
        )
        .try_insert()
        .exec_without_returning(database.write())
        .await?;
    Ok(setting(database, name).await?.unwrap_or(value))
}

/// Writes a setting, whatever it was.
pub(crate) async fn put_setting(
    connection: &impl ConnectionTrait,
    name: &str,
    value: Vec<u8>,
) -> Result<(), DbErr> {
    let row = setting::ActiveModel {
        name: Set(name.to_owned()),
        value: Set(value),
    };
    setting::Entity::insert(row)
        .on_conflict(
            OnConflict::column(setting::Column::Name)
                .update_column(setting::Column::Value)
                .to_owned(),
        )
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Brings both databases up to date. Returns how many steps that took.
///
/// # Errors
/// [`OpenError::Newer`], or the database's own.
pub async fn migrate(options: &Options) -> Result<usize, OpenError> {
    let (data, keys) = connect(options).await?;
    let mut steps = 0;
    for schema in [state::<Keys>(&keys).await?, state::<Data>(&data).await?] {
        match schema {
            Schema::Newer => return Err(OpenError::Newer),
            Schema::Older(missing) => steps += missing,
            Schema::Fresh | Schema::Current => {}
        }
    }
    let failed = |error| OpenError::Database("the database".to_owned(), error);
    up::<Keys>(&keys).await.map_err(failed)?;
    up::<Data>(&data).await.map_err(failed)?;
    Ok(steps)
}

pub(crate) async fn state<M: MigratorTrait>(database: &Database) -> Result<Schema, OpenError> {
    schema::<M>(database.write())
        .await
        .map_err(|error| OpenError::Database("the database".to_owned(), error))
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
    private_folder(&options.folder)?;
    let data = match &options.data_url {
        Some(url) => Database::postgres(url).await,
        None => Database::sqlite(&options.data_file(), options.most_mib).await,
    };
    let keys = match &options.keys_url {
        Some(url) => Database::postgres(url).await,
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
fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}
