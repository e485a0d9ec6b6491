//! Signed checkpoints: where the log ended, kept outside the database.
//!
//! The file has a line for the newest checkpoint. An older line stays if the log
//! no longer holds what it says: a tail was cut off, or an older database was
//! put back. So evidence is never written over, by nobody but who can write to
//! this file. Servers that share a database have a file each; all of them sign the
//! head of the one log.
//!
//! While a server runs, what is committed is signed about a second later, and
//! at most a minute later what another program has written. What is cut off
//! within that time, or while no server runs before it was signed, is not missed.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::EntityTrait;
use vault::{Signer, is_signed};

use super::chain::{Head, Pruned};
use super::{AUDIT_DAYS, HEAD, PRUNED};
use crate::clock::DAY;
use crate::entity::{audit, setting};
use crate::failure::Failure;
use crate::files;
use crate::hex::{hex, unhex};
use crate::store::Store;

/// What a line begins with: the format's version.
const VERSION: &str = "1";
/// From the commit of a row to its signature.
const SOON: Duration = Duration::from_secs(1);
/// How often what other programs have written is looked for.
const OFTEN: Duration = Duration::from_secs(60);

/// Where the log ended at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Checkpoint {
    pub(super) at: i64,
    pub(super) head: Head,
    /// How many rows had gone at the beginning. `head.seq` less this is the count.
    pub(super) pruned: i64,
}

impl Checkpoint {
    fn message(self) -> Vec<u8> {
        [
            &b"merit audit checkpoint 1"[..],
            &self.at.to_be_bytes(),
            &self.head.bytes(),
            &self.pruned.to_be_bytes(),
        ]
        .concat()
    }

    fn line(self, signer: &Signer) -> String {
        let Head { seq, mac } = self.head;
        let signature = hex(&signer.sign(&self.message()));
        let (at, pruned, mac) = (self.at, self.pruned, hex(&mac));
        format!("{VERSION} {at} {seq} {pruned} {mac} {signature}")
    }

    /// None if it was not signed with this key.
    fn parse(line: &str, public: &[u8; 32]) -> Option<Checkpoint> {
        let fields: Vec<&str> = line.split(' ').collect();
        let [VERSION, at, seq, pruned, mac, signature] = fields[..] else {
            return None;
        };
        let checkpoint = Checkpoint {
            at: at.parse().ok()?,
            head: Head {
                seq: seq.parse().ok()?,
                mac: unhex(mac)?,
            },
            pruned: pruned.parse().ok()?,
        };
        let signature = unhex::<64>(signature)?;
        is_signed(public, &checkpoint.message(), &signature).then_some(checkpoint)
    }
}

/// The file.
pub(super) struct Checkpoints {
    path: PathBuf,
}

/// A line of the file, and what it says if that is signed.
type Line = (String, Option<Checkpoint>);

impl Checkpoints {
    pub(super) fn new(folder: &Path) -> Checkpoints {
        Checkpoints {
            path: folder.join("audit.checkpoint"),
        }
    }

    /// The lines, and of each whether it is one that we have signed. None if
    /// there is no file.
    pub(super) fn read(&self, public: &[u8; 32]) -> io::Result<Option<Vec<Line>>> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let lines = String::from_utf8_lossy(&bytes)
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .map(|line| (line.to_owned(), Checkpoint::parse(line, public)))
            .collect();
        Ok(Some(lines))
    }
}

impl Store {
    /// Signs what is committed, as long as the program runs.
    pub async fn audit_keep(&self) {
        loop {
            if let Err(failure) = self.audit_checkpoint().await {
                tracing::error!(%failure, "the audit log's checkpoint");
            }
            let _ = tokio::time::timeout(OFTEN, self.audit.noted.notified()).await;
            tokio::time::sleep(SOON).await;
        }
    }

    /// The key with which anybody can check the signatures of checkpoints.
    pub fn audit_public_key(&self) -> [u8; 32] {
        self.audit.signer.public()
    }

    /// Signs where the log ends now. What has recorded something and ends soon
    /// after calls this before it does.
    pub async fn audit_checkpoint(&self) -> Result<(), Failure> {
        const FILE: &str = "the file audit.checkpoint";
        let failed = |error| Failure::file(FILE, error);
        let path = self.audit.checkpoints.path.clone();
        let folder = files::folder_of(&path).to_owned();
        // What is read from here on is not older than what another has signed.
        let lock = files::blocking(move || files::lock(&folder));
        let lock = lock.await.map_err(failed)?;
        let public = self.audit_public_key();
        let lines = self.audit.checkpoints.read(&public).map_err(failed)?;
        let (head, pruned) = self.audit_ends().await?;
        if lines.is_none() && head != Head::NONE {
            tracing::warn!(
                "there is no audit.checkpoint in the data folder: rows that were cut off before now are not missed"
            );
        }
        let mut lines = lines.unwrap_or_default();
        if let Some((_, Some(last))) = lines.last().cloned() {
            if last.head == head {
                return Ok(());
            }
            if self.audit_holds(last, head, pruned).await? {
                lines.pop();
            } else {
                tracing::error!(
                    row = last.head.seq,
                    "the audit log is not the one that was signed last: rows were cut off, or an older database was put back; see `merit audit verify`"
                );
            }
        }
        let now = self.clock.now();
        let ended = now - AUDIT_DAYS * DAY;
        lines.retain(|(_, signed)| signed.is_none_or(|signed| signed.at >= ended));
        let next = Checkpoint {
            at: now,
            head,
            pruned: pruned.map_or(0, |pruned| pruned.seq),
        };
        let key = hex(&public);
        let mut text = format!("# Where Merit's audit log ended, signed with Ed25519, key {key}\n");
        for (line, _) in &lines {
            text.push_str(line);
            text.push('\n');
        }
        text.push_str(&next.line(&self.audit.signer));
        text.push('\n');
        let write = files::blocking(move || {
            files::replace(&path, text.as_bytes())?;
            drop(lock);
            Ok(())
        });
        write.await.map_err(failed)
    }

    /// The head, and where the log begins.
    async fn audit_ends(&self) -> Result<(Head, Option<Pruned>), Failure> {
        let read = async |name: &'static str| {
            setting::Entity::find_by_id(name)
                .one(self.data.read())
                .await
        };
        let head = read(HEAD).await?.and_then(|row| Head::parse(&row.value));
        let head = head.ok_or(Failure::Damaged("setting.audit"))?;
        let pruned = read(PRUNED).await?;
        let public = self.audit_public_key();
        let pruned = pruned.and_then(|row| Pruned::parse(&row.value, &public));
        Ok((head, pruned))
    }

    /// Whether the log still has the row that a checkpoint is about.
    async fn audit_holds(
        &self,
        checkpoint: Checkpoint,
        head: Head,
        pruned: Option<Pruned>,
    ) -> Result<bool, Failure> {
        let Head { seq, mac } = checkpoint.head;
        let gone = pruned.map_or(Head::NONE, |pruned| Head {
            seq: pruned.seq,
            mac: pruned.mac,
        });
        if seq < gone.seq || checkpoint.head == gone {
            return Ok(true);
        }
        if seq > head.seq {
            return Ok(false);
        }
        let row = audit::Entity::find_by_id(seq).one(self.data.read()).await?;
        Ok(row.is_some_and(|row| row.mac == mac))
    }
}
