//! Rows that were set before, by their input.

use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use super::input;
use super::shape::Faces;
use crate::fonts::Face;
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
    /// What the rows of this layout asked for.
    faces: Faces,
}

struct Entry {
    input: input::Row<'static>,
    row: Rc<pages::Row>,
    /// What it asked for, there or not.
    faces: Faces,
    used: u32,
}

impl Cache {
    pub(super) fn begin(&mut self) {
        self.now = self.now.wrapping_add(1);
        self.misses = 0;
        self.faces = Faces::default();
    }

    /// Forgets all rows.
    pub(super) fn clear(&mut self) {
        self.rows.clear();
    }

    /// Forgets the rows that asked for a face, which is there now.
    pub(super) fn forget(&mut self, face: Face) {
        self.rows.retain(|_, entries| {
            entries.retain(|entry| !entry.faces.contains(face));
            !entries.is_empty()
        });
    }

    /// What the rows of the last layout asked for.
    pub(super) fn faces(&self) -> Faces {
        self.faces
    }

    /// The row for an input, set anew only if it is not known.
    pub(super) fn row(
        &mut self,
        input: input::Row<'_>,
        set: impl FnOnce(&input::Row<'_>) -> (pages::Row, Faces),
    ) -> Rc<pages::Row> {
        let hash = FxBuildHasher.hash_one(&input);
        let entries = self.rows.entry(hash).or_default();
        if let Some(entry) = entries.iter_mut().find(|entry| entry.input == input) {
            entry.used = self.now;
            self.faces = self.faces.or(entry.faces);
            return Rc::clone(&entry.row);
        }
        self.misses += 1;
        let (row, faces) = set(&input);
        let row = Rc::new(row);
        self.faces = self.faces.or(faces);
        entries.push(Entry {
            input: input.into_owned(),
            row: Rc::clone(&row),
            faces,
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
