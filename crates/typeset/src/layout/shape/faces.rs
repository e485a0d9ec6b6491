//! The faces that a shaper has, and those that what it sets asks for.

use std::borrow::Cow;

use parley::fontique::{Blob, FontInfoOverride};
use parley::{FontFamily, FontFamilyName, FontStyle, FontWeight, StyleProperty};

use super::{Brush, Shaper};
use crate::fonts::fallback::{self, Han};
use crate::fonts::{Face, FontData, FontError};

/// A set of faces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::layout) struct Faces(u64);

// Each has a bit.
const _: () = assert!(Face::COUNT <= 64);

impl Faces {
    pub(in crate::layout) fn insert(&mut self, face: Face) {
        self.0 |= 1 << face.number();
    }

    pub(in crate::layout) fn contains(self, face: Face) -> bool {
        self.0 & (1 << face.number()) != 0
    }

    pub(in crate::layout) fn or(self, other: Faces) -> Faces {
        Faces(self.0 | other.0)
    }

    pub(in crate::layout) fn faces(self) -> impl Iterator<Item = Face> {
        Face::all().filter(move |face| self.contains(*face))
    }
}

impl Shaper {
    /// Adds a face that was lacking.
    pub(in crate::layout) fn add(&mut self, face: Face, data: FontData) -> Result<(), FontError> {
        self.files.add(face, data)?;
        self.register(face)?;
        if face == Face::REGULAR {
            self.missing_glyph = self.find_box();
        }
        Ok(())
    }

    /// Whose forms shared characters take from now on; whether that is a change.
    pub(in crate::layout) fn prefer(&mut self, han: Han) -> bool {
        std::mem::replace(&mut self.han, han) != han
    }

    /// The faces that were asked for since this was asked.
    pub(in crate::layout) fn asked(&mut self) -> Faces {
        std::mem::take(&mut self.asked)
    }

    pub(in crate::layout) fn has(&self, face: Face) -> bool {
        self.blobs[usize::from(face.number())].is_some()
    }

    /// Makes a face known to parley, if its file is at hand.
    pub(super) fn register(&mut self, face: Face) -> Result<(), FontError> {
        if self.has(face) {
            return Ok(());
        }
        let Some(data) = self.files.get(face) else {
            return Ok(());
        };
        let blob = Blob::new(data.shared());
        let id = blob.id();
        // A face is a family of its own, so that nothing is ever matched
        // by weight and no bold or slant is synthesized.
        let named = FontInfoOverride {
            family_name: Some(face.file()),
            width: None,
            style: Some(FontStyle::Normal),
            weight: Some(FontWeight::NORMAL),
            axes: None,
        };
        let registered = self.fonts.collection.register_fonts(blob, Some(named));
        if registered.is_empty() {
            return Err(FontError::Unreadable(face.file()));
        }
        self.blobs[usize::from(face.number())] = Some(id);
        Ok(())
    }

    /// The face, and those that stand in for what it lacks.
    pub(super) fn families(&mut self, face: Face, text: &str) -> StyleProperty<'static, Brush> {
        let mut list = fallback::faces(face, text, self.han, self.tried);
        // What runs from right to left is set whole in the face that has its letters,
        // spaces and signs too: a word beside a space of another face is another run.
        let leftwards = |face: &Face| fallback::runs_leftwards(*face);
        let first = list.iter().take_while(|face| leftwards(face)).count();
        list.insert(first, face);
        for face in &list {
            self.asked.insert(*face);
            // One that cannot be read is as good as one that is not there.
            let _ = self.register(*face);
        }
        let named = |face: Face| FontFamilyName::Named(Cow::Borrowed(face.file()));
        let list = list.into_iter().map(named).collect();
        StyleProperty::FontFamily(FontFamily::List(Cow::Owned(list)))
    }

    pub(super) fn has_all_asked(&self) -> bool {
        self.asked.faces().all(|face| self.has(face))
    }

    pub(super) fn number(&self, blob: u64) -> u8 {
        let known = self.blobs.iter().position(|id| *id == Some(blob));
        known.and_then(|at| u8::try_from(at).ok()).unwrap_or(0)
    }
}
