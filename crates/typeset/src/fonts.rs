//! The faces that pages are set in.
//!
//! They are our own files, the same bytes for the engine, for `@font-face` and
//! for the PDF. Which of them a document needs is decided by its template, its
//! font pair and its characters alone, never by what happens to be loaded: who
//! sets pages with fewer faces is told which are lacking.

use std::sync::Arc;

mod faces;
#[cfg(feature = "layout")]
pub(crate) mod fallback;

use faces::FACES;

/// A face: a style of a family, one file. Its number is what finished pages call
/// it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Face(u8);

struct Described {
    file: &'static str,
    family: &'static str,
    weight: u16,
    italic: bool,
    edition: u64,
}

impl Face {
    /// How many there are.
    pub const COUNT: usize = FACES.len();
    /// What stands in for letters that another family lacks.
    pub const REGULAR: Face = Face(0);
    pub const ITALIC: Face = Face(1);
    pub const SEMI_BOLD: Face = Face(2);
    pub const SEMI_BOLD_ITALIC: Face = Face(3);
    /// A serif for large sizes: names and headings.
    pub const DISPLAY: Face = Face(4);

    pub fn all() -> impl Iterator<Item = Face> {
        (0..FACES.len() as u8).map(Face)
    }

    /// The face of this number.
    pub fn new(number: u8) -> Option<Face> {
        (usize::from(number) < FACES.len()).then_some(Face(number))
    }

    /// The face of a number that is known to be one.
    #[cfg(feature = "layout")]
    pub(crate) const fn numbered(number: u8) -> Face {
        assert!((number as usize) < FACES.len());
        Face(number)
    }

    pub fn number(self) -> u8 {
        self.0
    }

    /// The file in `public/fonts`, served at `/fonts/NAME`.
    pub fn file(self) -> &'static str {
        self.described().file
    }

    /// The family that CSS knows it by.
    pub fn family(self) -> &'static str {
        self.described().family
    }

    /// CSS `font-weight`.
    pub fn weight(self) -> u16 {
        self.described().weight
    }

    pub fn is_italic(self) -> bool {
        self.described().italic
    }

    /// [`fingerprint`] of the file: part of the layout version, because another
    /// edition of a font breaks lines elsewhere.
    pub(crate) fn edition(self) -> u64 {
        self.described().edition
    }

    /// Whether these bytes are the edition of this face that layouts are made
    /// with.
    pub fn is(self, data: &FontData) -> bool {
        fingerprint(data.as_ref()) == self.edition()
    }

    fn described(self) -> &'static Described {
        &FACES[usize::from(self.0)]
    }
}

/// The bytes of a font file, shared by all who hold it.
#[derive(Clone)]
pub struct FontData(Arc<dyn AsRef<[u8]> + Send + Sync>);

impl FontData {
    #[cfg(feature = "layout")]
    pub(crate) fn shared(self) -> Arc<dyn AsRef<[u8]> + Send + Sync> {
        self.0
    }
}

impl From<Vec<u8>> for FontData {
    fn from(bytes: Vec<u8>) -> FontData {
        FontData(Arc::new(bytes))
    }
}

impl AsRef<[u8]> for FontData {
    fn as_ref(&self) -> &[u8] {
        (*self.0).as_ref()
    }
}

/// The font files that are at hand.
#[derive(Clone, Default)]
pub struct Fonts {
    /// By the numbers of their faces.
    files: Vec<Option<FontData>>,
    /// Where the others are found.
    more: Option<fn(Face) -> FontData>,
}

impl Fonts {
    /// None, until some are added.
    pub fn new() -> Fonts {
        Fonts::default()
    }

    /// All of them, as they were when this program was compiled.
    #[cfg(feature = "embedded")]
    pub fn embedded() -> Fonts {
        Fonts {
            files: Vec::new(),
            more: Some(|face| FontData(Arc::new(faces::FILES[usize::from(face.0)]))),
        }
    }

    /// Adds a face.
    ///
    /// # Errors
    /// The file is not the edition that layouts are made with.
    pub fn add(&mut self, face: Face, data: FontData) -> Result<(), FontError> {
        if !face.is(&data) {
            return Err(FontError::Edition(face.file()));
        }
        let at = usize::from(face.0);
        if self.files.len() <= at {
            self.files.resize(at + 1, None);
        }
        self.files[at] = Some(data);
        Ok(())
    }

    /// The file of a face, if it is at hand.
    pub fn get(&self, face: Face) -> Option<FontData> {
        let added = self.files.get(usize::from(face.0)).cloned().flatten();
        added.or_else(|| self.more.map(|more| more(face)))
    }
}

/// The files do not belong to the faces.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    #[error("{0} is not the edition of the font that pages are set in")]
    Edition(&'static str),
    #[error("{0} is not a font that can be read")]
    Unreadable(&'static str),
    #[error("{0} is needed for these pages")]
    Missing(&'static str),
}

/// FNV-1a, 64 bits: small, and the same everywhere and for ever.
pub(crate) fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
