//! Rows that were set before, by their input.

use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use super::input;
use crate::pages;

/// For how many layouts a row is kept that none of them used: enough that undo
/// and redo find theirs.
const KEPT: u32 = 16;

/// Inputs are compared in full, so that a collision of hashes sets no wrong
/// text. Nothing depends on the map's order.
#[derive(Default)]
pub(super) struct Cache {
    rows: HashMap<u64, Vec<Entry>, FxBuildHasher>,
    now: u32,
    misses: usize,
}

struct Entry {
    input: input::Row<'static>,
    row: Rc<pages::Row>,
    used: u32,
}

impl Cache {
    pub(super) fn begin(&mut self) {
        self.now = self.now.wrapping_add(1);
        self.misses = 0;
    }

    /// The row for an input, set anew only if it is not known.
    pub(super) fn row(
        &mut self,
        input: input::Row<'_>,
        set: impl FnOnce(&input::Row<'_>) -> pages::Row,
    ) -> Rc<pages::Row> {
        let hash = FxBuildHasher.hash_one(&input);
        let entries = self.rows.entry(hash).or_default();
        if let Some(entry) = entries.iter_mut().find(|entry| entry.input == input) {
            entry.used = self.now;
            return Rc::clone(&entry.row);
        }
        self.misses += 1;
        let row = Rc::new(set(&input));
        entries.push(Entry {
            input: input.into_owned(),
            row: Rc::clone(&row),
            used: self.now,
        });
        row
    }

    /// Forgets what was not used for long.
    pub(super) fn end(&mut self) {
        let now = self.now;
        self.rows.retain(|_, entries| {
            entries.retain(|entry| now.wrapping_sub(entry.used) < KEPT);
            !entries.is_empty()
        });
    }

    pub(super) fn misses(&self) -> usize {
        self.misses
    }
}
