//! Reads the whole log and says what is wrong with it.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::checkpoint::Checkpoint;
use super::{Action, HEAD, Head, PRUNED, Pruned, chain};
use crate::entity::{audit, setting};
use crate::failure::Failure;
use crate::store::Store;

/// Rows that are read at once.
const ROWS: u64 = 1000;

/// What is wrong with the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The row is not the one that was written there: it was edited, or moved
    /// from another place.
    Changed { seq: i64 },
    /// The row does not follow on the one before it, though each is ours: one of
    /// them is of another time.
    Unlinked { seq: i64 },
    /// These rows are missing between others.
    Missing { from: i64, to: i64 },
    /// These rows were there when their end was signed, at this time, and
    /// were cut off.
    Cut { from: i64, to: i64, at: i64 },
    /// At this time the log was signed up to this row, which now is another
    /// one: from there or earlier it was written anew.
    Rewritten { seq: i64, at: i64 },
    /// The database says that the log ends at another row than its last.
    Head { says: i64, is: i64 },
    /// The database says that rows at the beginning had their time, and that is
    /// not signed by us.
    Beginning,
    /// This line of the checkpoint file is not signed by us. Lines count from 1,
    /// without remarks.
    Forged { line: usize },
    /// There is no checkpoint: whether rows were cut off at the end, nobody can say.
    NoCheckpoint,
}

/// What was verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub rows: u64,
    /// First and last row.
    pub range: Option<(i64, i64)>,
    /// When the end was last signed.
    pub signed_at: Option<i64>,
    /// Rows that were signed once and are not there because a backup from
    /// before them was restored, which the log itself says: first, last.
    pub restored_over: Vec<(i64, i64)>,
    /// Empty if all is well.
    pub faults: Vec<Fault>,
}

impl Store {
    /// Verifies the chain from its first row to its last, and its end against
    /// this server's checkpoints. Changes nothing.
    pub async fn audit_verify(&self) -> Result<Verified, Failure> {
        let public = self.audit_public_key();
        // First, so that what they say is not newer than what is read after.
        let lines = self.audit.checkpoints.read(&public);
        let lines = lines.map_err(|error| Failure::file("the file audit.checkpoint", error))?;
        let mut walk = Walk::new(lines.iter().flatten().filter_map(|(_, signed)| *signed));
        let snapshot = self.data.snapshot().await?;
        let setting =
            async |name: &'static str| setting::Entity::find_by_id(name).one(&snapshot).await;
        let head = setting(HEAD).await?.and_then(|row| Head::parse(&row.value));
        if let Some(row) = setting(PRUNED).await? {
            match Pruned::parse(&row.value, &public) {
                Some(pruned) => walk.begin(pruned),
                None => walk.faults.push(Fault::Beginning),
            }
        }
        let mut after = i64::MIN;
        loop {
            let rows = audit::Entity::find()
                .filter(audit::Column::Seq.gt(after))
                .order_by_asc(audit::Column::Seq)
                .limit(ROWS)
                .all(&snapshot)
                .await?;
            let Some(last) = rows.last() else { break };
            after = last.seq;
            for row in &rows {
                let mac = chain::mac(&self.audit.chain, row);
                walk.row(row, mac);
            }
        }
        snapshot.rollback().await?;
        Ok(walk.end(head, lines))
    }
}

/// The log as far as it was read.
struct Walk {
    /// Where the next row has to follow on.
    last: Head,
    first: Option<i64>,
    rows: u64,
    /// Where the log began.
    begun: Head,
    /// Backups that were restored: the row that says so, and when.
    restored: Vec<(i64, i64)>,
    /// Checkpoints, and whether the row of each was seen.
    checkpoints: Vec<(Checkpoint, bool)>,
    faults: Vec<Fault>,
}

impl Walk {
    fn new(checkpoints: impl Iterator<Item = Checkpoint>) -> Walk {
        Walk {
            last: Head::NONE,
            first: None,
            rows: 0,
            begun: Head::NONE,
            restored: Vec::new(),
            checkpoints: checkpoints.map(|checkpoint| (checkpoint, false)).collect(),
            faults: Vec::new(),
        }
    }

    fn begin(&mut self, pruned: Pruned) {
        self.begun = Head {
            seq: pruned.seq,
            mac: pruned.mac,
        };
        self.last = self.begun;
    }

    /// The next row, and the hash that it should have.
    fn row(&mut self, row: &audit::Model, mac: [u8; 32]) {
        self.rows += 1;
        self.first.get_or_insert(row.seq);
        let ours = row.mac == mac;
        let next = self.last.seq + 1;
        if !ours {
            self.faults.push(Fault::Changed { seq: row.seq });
        }
        if row.seq > next {
            let (from, to) = (next, row.seq - 1);
            self.faults.push(Fault::Missing { from, to });
        } else if row.previous != self.last.mac && ours {
            self.faults.push(Fault::Unlinked { seq: row.seq });
        }
        if ours && row.action == Action::Restored.name() {
            self.restored.push((row.seq, row.at));
        }
        // What it says of itself, so that one wrong row is one fault.
        let said = row.mac.as_slice().try_into().unwrap_or(mac);
        self.last = Head {
            seq: row.seq,
            mac: said,
        };
        for (checkpoint, seen) in &mut self.checkpoints {
            *seen |= checkpoint.head == self.last;
        }
    }

    fn end(
        mut self,
        head: Option<Head>,
        lines: Option<Vec<(String, Option<Checkpoint>)>>,
    ) -> Verified {
        let says = head.map_or(0, |head| head.seq);
        if head != Some(self.last) {
            let is = self.last.seq;
            self.faults.push(Fault::Head { says, is });
        }
        let mut restored_over = Vec::new();
        for (checkpoint, seen) in &self.checkpoints {
            let Head { seq, .. } = checkpoint.head;
            let gone = seq < self.begun.seq || checkpoint.head == self.begun;
            if *seen || gone {
                continue;
            }
            let at = checkpoint.at;
            let over = self
                .restored
                .iter()
                .find(|(row, when)| *row <= seq && *when >= at);
            let fault = match over {
                Some((row, _)) => {
                    restored_over.push((*row, seq));
                    continue;
                }
                None if seq > self.last.seq => Fault::Cut {
                    from: self.last.seq + 1,
                    to: seq,
                    at,
                },
                None => Fault::Rewritten { seq, at },
            };
            self.faults.push(fault);
        }
        match &lines {
            None if self.last != Head::NONE => self.faults.push(Fault::NoCheckpoint),
            None => {}
            Some(lines) => {
                let forged = lines.iter().enumerate().filter(|(_, (_, c))| c.is_none());
                let forged = forged.map(|(at, _)| Fault::Forged { line: at + 1 });
                self.faults.extend(forged);
                // An emptied file says as little as none.
                if self.checkpoints.is_empty() && self.last != Head::NONE {
                    self.faults.push(Fault::NoCheckpoint);
                }
            }
        }
        Verified {
            rows: self.rows,
            range: self.first.map(|first| (first, self.last.seq)),
            signed_at: self.checkpoints.last().map(|(checkpoint, _)| checkpoint.at),
            restored_over,
            faults: self.faults,
        }
    }
}
