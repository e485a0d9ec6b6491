//! The audit log: who did what to whom, in an order that nobody changes unseen.
//!
//! A row is written in the transaction of what it records. It carries a keyed
//! hash over its number, the hash of the row before it and its own fields
//! (`chain.rs`): whoever has the database and not the root key can neither edit
//! a row nor add one, and what they leave out is missed. Persons stand in it as
//! pseudonyms, keyed hashes of their account's id, so that erasing somebody
//! touches no row and leaves nothing that leads to them.
//!
//! A tail that is cut off leaves a chain that is whole. So the head is signed
//! and kept outside the database (`checkpoint.rs`), and compared when the log is
//! verified (`verify.rs`).

mod action;
mod chain;
mod checkpoint;
mod seen;
mod verify;

use std::path::Path;

use privacy::inventory::Category;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use tokio::sync::Notify;
use uuid::Uuid;
use vault::{MacKey, Signer, Use, Vault};

use crate::clock::DAY;
use crate::entity::{audit, setting};
use crate::failure::Failure;
use crate::noted::{noted, put_setting};
use crate::store::Store;

pub use action::Action;
pub(crate) use chain::Head;
use chain::Pruned;
use checkpoint::Checkpoints;
pub use seen::{Seen, SeenBy, SeenPage};
pub use verify::{Fault, Verified};

/// The setting that holds the head, which is also the lock of the log.
pub(crate) const HEAD: &str = "audit";
/// The setting that says where the log begins, once its first rows have gone.
pub(crate) const PRUNED: &str = "audit_pruned";
/// The setting that says under which root key the log last went on.
const ROOT: &str = "audit_root";
/// A row is kept for so many days.
pub const AUDIT_DAYS: i64 = privacy::inventory::AUDIT_DAYS as i64;
/// Rows of a page of the log.
const PAGE: u64 = 100;

/// What is to be recorded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    /// The account that did it. None for the program, an operator at the command
    /// line, and somebody who is not signed in.
    pub(crate) actor: Option<Uuid>,
    pub(crate) action: Action,
    /// The account that it was done to.
    pub(crate) subject: Option<Uuid>,
}

/// What stands for an account in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pseudonym(pub [u8; 32]);

/// A row of the log, for who may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub seq: i64,
    /// Milliseconds since 1970.
    pub at: i64,
    pub actor: Option<Pseudonym>,
    /// None if the row says something that this program does not know.
    pub action: Option<Action>,
    pub subject: Option<Pseudonym>,
}

/// The keys of the log, and what is outside the database.
pub(crate) struct Audit {
    chain: MacKey,
    pseudonyms: MacKey,
    signer: Signer,
    checkpoints: Checkpoints,
    noted: Notify,
}

impl Audit {
    pub(crate) fn new(vault: &Vault, folder: &Path) -> Audit {
        let key = MacKey::new(vault.key_for(Use::Audit));
        Audit {
            chain: key.part("chain"),
            pseudonyms: key.part("pseudonym"),
            signer: Signer::new(&vault.key_for(Use::Checkpoint)),
            checkpoints: Checkpoints::new(folder),
            noted: Notify::new(),
        }
    }

    fn pseudonym(&self, account: Uuid) -> Pseudonym {
        Pseudonym(self.pseudonyms.mac(&[account.as_bytes()]))
    }
}

/// Records an event, in the transaction of what it records and as its last
/// statement: from here to the commit every other writer of the log waits.
///
/// # Errors
/// The database's.
pub(crate) async fn note(
    transaction: &DatabaseTransaction,
    store: &Store,
    event: Event,
) -> Result<(), Failure> {
    if event.actor.is_some() {
        store.collected.tell(Category::Technical);
    }
    let head = setting::Entity::find_by_id(HEAD)
        .lock_exclusive()
        .one(transaction)
        .await?
        .ok_or(Failure::Damaged("setting.audit"))?;
    let head = Head::parse(&head.value).ok_or(Failure::Damaged("setting.audit"))?;
    let pseudonym = |account: Uuid| store.audit.pseudonym(account).0.to_vec();
    let mut row = audit::Model {
        seq: head.seq + 1,
        at: store.clock.now(),
        actor: event.actor.map(pseudonym),
        action: event.action.name().to_owned(),
        subject: event.subject.map(pseudonym),
        previous: head.mac.to_vec(),
        mac: Vec::new(),
    };
    let mac = chain::mac(&store.audit.chain, &row);
    row.mac = mac.to_vec();
    let head = Head { seq: row.seq, mac };
    audit::Entity::insert(row.into_active_model())
        .exec_without_returning(transaction)
        .await?;
    put_setting(transaction, HEAD, head.bytes()).await?;
    store.audit.noted.notify_one();
    Ok(())
}

impl Store {
    /// What stands for an account in the log.
    pub fn audit_pseudonym(&self, account: Uuid) -> Pseudonym {
        self.audit.pseudonym(account)
    }

    /// A hundred rows, the newest first, from before the row `before` if that is
    /// said. That `reader` has read is recorded too. Whether they may is
    /// decided before.
    pub async fn audit_list(
        &self,
        reader: Uuid,
        before: Option<i64>,
    ) -> Result<Vec<Recorded>, Failure> {
        let transaction = self.data.begin().await?;
        let mut find = audit::Entity::find()
            .order_by_desc(audit::Column::Seq)
            .limit(PAGE);
        if let Some(before) = before {
            find = find.filter(audit::Column::Seq.lt(before));
        }
        let rows = find.all(&transaction).await?;
        let read = Event {
            actor: Some(reader),
            action: Action::AuditRead,
            subject: None,
        };
        note(&transaction, self, read).await?;
        transaction.commit().await?;
        let pseudonym =
            |bytes: Option<Vec<u8>>| bytes.and_then(|bytes| bytes.try_into().ok()).map(Pseudonym);
        let recorded = rows.into_iter().map(|row| Recorded {
            seq: row.seq,
            at: row.at,
            actor: pseudonym(row.actor),
            action: Action::parse(&row.action),
            subject: pseudonym(row.subject),
        });
        Ok(recorded.collect())
    }

    /// Records what an operator did at the command line, and signs it at once.
    pub(crate) async fn audit_operator(&self, action: Action) -> Result<(), Failure> {
        let transaction = self.data.begin().await?;
        let event = Event {
            actor: None,
            action,
            subject: None,
        };
        note(&transaction, self, event).await?;
        transaction.commit().await?;
        self.audit_checkpoint().await
    }

    /// Records that a visitor has taken a copy of a recipient's clauses. Nothing is
    /// said of who it was.
    pub async fn clauses_taken(&self) -> Result<(), Failure> {
        self.taken(Action::ClausesTaken).await
    }

    /// The same of the data processing agreement.
    pub async fn agreement_taken(&self) -> Result<(), Failure> {
        self.taken(Action::AgreementTaken).await
    }

    async fn taken(&self, action: Action) -> Result<(), Failure> {
        let transaction = self.data.begin().await?;
        let event = Event {
            actor: None,
            action,
            subject: None,
        };
        note(&transaction, self, event).await?;
        Ok(transaction.commit().await?)
    }

    /// Records that the root key is another one than when the store was last
    /// opened, however that was brought about.
    pub(crate) async fn audit_root(&self) -> Result<(), Failure> {
        let root = self.vault.check().to_vec();
        if noted(&self.data, ROOT, root.clone()).await? == root {
            return Ok(());
        }
        let transaction = self.data.begin().await?;
        setting::Entity::find_by_id(HEAD)
            .lock_exclusive()
            .one(&transaction)
            .await?;
        // Of several who open it at the same time one records it.
        let known = setting::Entity::find_by_id(ROOT).one(&transaction).await?;
        if known.is_none_or(|known| known.value != root) {
            put_setting(&transaction, ROOT, root).await?;
            let rotated = Event {
                actor: None,
                action: Action::KeysRotated,
                subject: None,
            };
            note(&transaction, self, rotated).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// Deletes the rows that have had their time. The log then begins with
    /// what is signed here. Returns how many went; with `dry`, how many would.
    pub(crate) async fn audit_prune(&self, dry: bool) -> Result<u64, Failure> {
        let ends = self.clock.now() - AUDIT_DAYS * DAY;
        let transaction = self.data.begin().await?;
        setting::Entity::find_by_id(HEAD)
            .lock_exclusive()
            .one(&transaction)
            .await?;
        // All that is before the first row that stays, whatever clocks have done.
        let stays: Option<i64> = audit::Entity::find()
            .select_only()
            .column(audit::Column::Seq)
            .filter(audit::Column::At.gte(ends))
            .order_by_asc(audit::Column::Seq)
            .into_tuple()
            .one(&transaction)
            .await?;
        let last = audit::Entity::find()
            .filter(audit::Column::Seq.lt(stays.unwrap_or(i64::MAX)))
            .order_by_desc(audit::Column::Seq)
            .one(&transaction)
            .await?;
        let Some(last) = last else { return Ok(0) };
        if dry {
            return Ok(audit::Entity::find()
                .filter(audit::Column::Seq.lte(last.seq))
                .count(&transaction)
                .await?);
        }
        let mac = last.mac.try_into();
        let pruned = Pruned {
            at: self.clock.now(),
            seq: last.seq,
            mac: mac.map_err(|_| Failure::Damaged("audit.mac"))?,
        };
        let deleted = audit::Entity::delete_many()
            .filter(audit::Column::Seq.lte(pruned.seq))
            .exec(&transaction)
            .await?;
        let signed = pruned.signed(&self.audit.signer);
        put_setting(&transaction, PRUNED, signed).await?;
        transaction.commit().await?;
        Ok(deleted.rows_affected)
    }
}

impl Event {
    /// Something that somebody did to somebody's account.
    pub(crate) fn of(actor: Uuid, action: Action, subject: Uuid) -> Event {
        Event {
            actor: Some(actor),
            action,
            subject: Some(subject),
        }
    }

    /// Something that somebody did to their own account.
    pub(crate) fn own(account: Uuid, action: Action) -> Event {
        Event {
            actor: Some(account),
            action,
            subject: Some(account),
        }
    }
}
