//! The canary: a person is planted in the real store, does what people do, and
//! is then looked for on the disk. What is sealed is not found.
//!
//! Every field of theirs has a word of its own (`canary/person.rs`, `life.rs`). The
//! databases' files and rows, their logs, every other file of the data folder, a
//! backup that is made for this, and whatever logs the operator names are
//! searched for them (`canary/search.rs`). Then the person is erased, and it is
//! searched again, for their wrapped key too. Some of what they wrote is held
//! then, and nobody reads it; at last the hold ends, and its key is looked for. A search that would find nothing
//! anyway is worth nothing: first it has to find what is put before it.

mod held;
mod life;
mod looked;
mod person;
mod search;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::percent_decode_str;
use privacy::{Actor, PersonId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use vault::Secret;

use crate::acceptance::AcceptedTerms;
use crate::accounts::{Declaration, mark_erasing, uuid};
use crate::backup::tables::{self, Table, Value};
use crate::backup::{BackupError, KEYS_BACKUP_DAYS};
use crate::database::Database;
use crate::entity::account;
use crate::failure::Failure;
use crate::holds::HoldEnd;
use crate::keys::{KEY_TABLES, RootPlace};
use crate::letter::MailLang;
use crate::store::{Options, Store};

use life::Planted;
use person::Words;
use search::Search;
pub use search::Written;

/// What a canary's account says that it has read. Nobody else can: a browser
/// has to name the policy of today.
const MARK: &str = "canary";

/// What they accept, which is no text of anybody's.
fn terms() -> AcceptedTerms {
    AcceptedTerms {
        version: MARK.to_owned(),
        text_hash: String::new(),
        lang: MailLang::Sv.tag().to_owned(),
    }
}
/// One that was left behind by a search that was cut off goes after so long.
const LEFT: i64 = 60 * 60 * 1000;
/// What stands before the random parts of a wrapped key: version and epoch.
const KEY_HEAD: usize = 5;

/// A place that was searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    pub place: String,
    pub bytes: u64,
}

/// Something that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub place: String,
    /// The field, by its path, or "the wrapped key".
    pub what: String,
    pub written: Written,
    /// The byte in the place.
    pub at: u64,
}

/// What the canary saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canary {
    /// How many words were planted.
    pub words: usize,
    pub looked: Vec<Looked>,
    /// What could be read while the person was there.
    pub found: Vec<Finding>,
    /// What could be read of them after they were erased.
    pub found_after: Vec<Finding>,
    /// Why the dump of PostgreSQL was not searched, if it was not.
    pub no_dump: Option<String>,
}

/// Why the canary saw nothing. Whoever was planted was erased, or is by the next
/// canary.
#[derive(Debug, thiserror::Error)]
pub enum CanaryError {
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, io::Error),
    #[error("the search did not find what was put before it as {0:?}: it is worth nothing")]
    Blind(Written),
    #[error("the planted person could not do what people do: {0}")]
    Lame(&'static str),
    #[error(transparent)]
    Backup(#[from] BackupError),
    #[error(transparent)]
    Failed(#[from] Failure),
}

impl Store {
    /// Plants a person, searches, erases them, searches again. `logs` are files
    /// elsewhere that are to be searched too.
    pub async fn canary(&self, options: &Options, logs: &[PathBuf]) -> Result<Canary, CanaryError> {
        self.erase_left_canaries().await?;
        let scratch = options.folder.join("canary.tmp");
        let failed = |error| CanaryError::Io(scratch.clone(), error);
        let _ = fs::remove_dir_all(&scratch);
        fs::create_dir_all(&scratch).map_err(failed)?;
        let nobodys = self.uncollected();
        let searched = nobodys.plant_and_search(options, logs, &scratch).await;
        let removed = fs::remove_dir_all(&scratch).map_err(failed);
        let canary = searched?;
        removed?;
        Ok(canary)
    }

    async fn plant_and_search(
        &self,
        options: &Options,
        logs: &[PathBuf],
        scratch: &Path,
    ) -> Result<Canary, CanaryError> {
        let declaration = Declaration {
            adult: true,
            policy_version: MARK.to_owned(),
            terms: Some(terms()),
        };
        let link = Secret::generate();
        let person = self.account_create(&link, &declaration).await?;
        // Whatever comes of it, they go.
        let mut planted = Planted::default();
        let searched = async {
            planted.secrets.push(("owner link", revealed(&link)));
            self.live(person, &mut planted).await?;
            self.search_planted(person, &planted, options, logs, scratch)
                .await
        };
        let searched = searched.await;
        let erased = self.account_erase(Actor::Person(person)).await;
        let held = match (&searched, &erased) {
            (Ok(_), Ok(())) => self.search_held(&planted, options, logs, scratch).await,
            _ => Ok(Vec::new()),
        };
        if let Some((hold, _)) = &planted.hold {
            self.operator_hold_end(*hold, HoldEnd::Mistaken).await?;
        }
        erased?;
        let (first, no_dump) = searched?;
        let held = held?;
        self.forget_for_certain().await?;
        let mut secrets = planted.secrets;
        secrets.push(("wrapped key", planted.wrapped[KEY_HEAD..].to_vec()));
        if let Some((_, wrapped)) = planted.hold {
            secrets.push(("wrapped key of a hold", wrapped[KEY_HEAD..].to_vec()));
        }
        let again = Search::new(&planted.words, &secrets);
        let mut again = again.map_err(|error| CanaryError::Io(scratch.to_owned(), error))?;
        self.search_everywhere(&mut again, options, logs).await?;
        let mut looked = first.looked;
        for place in again.looked {
            if !looked.iter().any(|known| known.place == place.place) {
                looked.push(place);
            }
        }
        Ok(Canary {
            words: planted.words.iter().count(),
            looked,
            found: first.found,
            found_after: held.into_iter().chain(again.found).collect(),
            no_dump,
        })
    }

    /// Searches while the person is there.
    async fn search_planted(
        &self,
        person: PersonId,
        planted: &Planted,
        options: &Options,
        logs: &[PathBuf],
        scratch: &Path,
    ) -> Result<(Search, Option<String>), CanaryError> {
        let failed = |error| CanaryError::Io(scratch.to_owned(), error);
        let search = Search::new(&planted.words, &planted.secrets);
        let mut search = search.map_err(failed)?;
        see_it_works(&planted.words, &mut search).map_err(|blind| match blind {
            Ok(error) => failed(error),
            Err(written) => CanaryError::Blind(written),
        })?;
        self.backup_quietly(&scratch.join("backup"), KEYS_BACKUP_DAYS)
            .await?;
        let no_dump = self.search_everywhere(&mut search, options, logs).await?;
        // The rows of the person were among those that were searched.
        let there = account::Entity::find_by_id(uuid(person))
            .one(self.data.read())
            .await
            .map_err(Failure::from)?;
        match there {
            Some(_) => Ok((search, no_dump)),
            None => Err(CanaryError::Lame("stay")),
        }
    }

    /// Searches files, rows, and what PostgreSQL itself writes of them.
    async fn search_everywhere(
        &self,
        search: &mut Search,
        options: &Options,
        logs: &[PathBuf],
    ) -> Result<Option<String>, CanaryError> {
        let mut paths = vec![options.folder.clone()];
        let mut elsewhere = vec![options.ledger()];
        if let RootPlace::File(root) = options.root.place(&options.folder) {
            elsewhere.push(root);
        }
        elsewhere.retain(|path| !path.starts_with(&options.folder));
        paths.extend(elsewhere);
        paths.extend(logs.iter().cloned());
        for path in paths {
            let searched = search.files(&path);
            searched.map_err(|error| CanaryError::Io(path, error))?;
        }
        let databases = [
            (&self.data, tables::data(), "data", &options.data_url),
            (&self.keys, tables::keys(), "keys", &options.keys_url),
        ];
        let mut no_dump = None;
        for (database, tables, name, url) in databases {
            for table in tables {
                let place = format!("rows of {} in the {name}", table.name);
                self.search_rows(search, database, &table, &place).await?;
            }
            if let Some(url) = url {
                no_dump = dump(search, url, name).err().or(no_dump);
            }
        }
        Ok(no_dump)
    }

    async fn search_rows(
        &self,
        search: &mut Search,
        database: &Database,
        table: &Table,
        place: &str,
    ) -> Result<(), CanaryError> {
        let snapshot = database.snapshot().await.map_err(Failure::from)?;
        let mut all = Vec::new();
        let mut last = None;
        loop {
            let rows = table.read(&snapshot, last.as_ref()).await;
            let rows = rows.map_err(Failure::from)?;
            let Some(next) = rows.last().cloned() else {
                break;
            };
            last = Some(next);
            for value in rows.into_iter().flatten() {
                match value {
                    Value::Text(text) => all.extend_from_slice(text.as_bytes()),
                    Value::Bytes(bytes) => all.extend_from_slice(&bytes),
                    Value::Null | Value::Bool(_) | Value::Whole(_) => {}
                }
                // No word goes over from one field to the next.
                all.push(0xff);
            }
            search
                .stream(place, &all[..])
                .map_err(|e| CanaryError::Io(place.into(), e))?;
            all.clear();
        }
        snapshot.rollback().await.map_err(Failure::from)?;
        Ok(())
    }

    /// Has their key gone from the disk, though others may be reading just now.
    async fn forget_for_certain(&self) -> Result<(), CanaryError> {
        for _ in 0..50 {
            let rewritten = self.keys.rewrite(&KEY_TABLES).await;
            if rewritten.map_err(Failure::from)? {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// Erases who was planted by a search that was cut off.
    async fn erase_left_canaries(&self) -> Result<(), Failure> {
        let left = account::Entity::find()
            .filter(account::Column::PolicyVersion.eq(MARK))
            .filter(account::Column::CreatedAt.lt(self.clock.now() - LEFT))
            .all(self.data.read())
            .await?;
        self.end_left_holds().await?;
        for row in left {
            mark_erasing(row.id, self.data.write()).await?;
            self.finish_erasing(row.id, None).await?;
        }
        Ok(())
    }
}

/// The bytes of a secret.
fn revealed(secret: &Secret) -> Vec<u8> {
    let text = secret.reveal();
    URL_SAFE_NO_PAD.decode(&text).unwrap_or(text.into_bytes())
}

/// Puts a word before the search in every way of writing, and sees that it is
/// found. What fails is the system, or the search.
fn see_it_works(words: &Words, search: &mut Search) -> Result<(), Result<io::Error, Written>> {
    let Some(word) = words.iter().next() else {
        return Err(Err(Written::Plain));
    };
    let wide = word
        .text
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let ways: [(Written, Vec<u8>); 3] = [
        (Written::Plain, word.text.to_uppercase().into_bytes()),
        (Written::Utf16, wide),
        (
            Written::Hex,
            crate::hex::hex(word.text.as_bytes()).into_bytes(),
        ),
    ];
    for (written, bytes) in ways {
        search
            .stream("what was put before it", &bytes[..])
            .map_err(Ok)?;
        if !search.found.iter().any(|found| found.written == written) {
            return Err(Err(written));
        }
    }
    search.found.clear();
    search.looked.clear();
    Ok(())
}

/// Searches what `pg_dump` writes of a database. Says why, if it cannot.
fn dump(search: &mut Search, url: &str, name: &str) -> Result<(), String> {
    // A command line is for all to see, and the environment is not.
    let mut url = url::Url::parse(url).map_err(|error| format!("pg_dump: {error}"))?;
    let mut command = Command::new("pg_dump");
    if let Some(password) = url.password() {
        let password = percent_decode_str(password).decode_utf8_lossy();
        command.env("PGPASSWORD", password.as_ref());
    }
    let _ = url.set_password(None);
    let spawned = command
        .arg(format!("--dbname={url}"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match spawned {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err("pg_dump is not installed".to_owned());
        }
        Err(error) => return Err(format!("pg_dump: {error}")),
    };
    let out = child.stdout.take();
    let searched = out.map(|out| search.stream(&format!("pg_dump of the {name}"), out));
    let ended = child.wait_with_output();
    match (searched, ended) {
        (Some(Ok(())), Ok(ended)) if ended.status.success() => Ok(()),
        (Some(Err(error)), _) | (_, Err(error)) => Err(format!("pg_dump: {error}")),
        (_, Ok(ended)) => {
            let said = String::from_utf8_lossy(&ended.stderr);
            Err(format!(
                "pg_dump: {}",
                said.lines().next().unwrap_or("it failed")
            ))
        }
    }
}
