//! The faces that pages are set in.
//!
//! They are our own files, the same bytes for the engine, for `@font-face` and
//! for the PDF. Which of them a document needs is decided by its template
//! alone, never by what happens to be loaded.

use std::sync::Arc;

/// A face. Its number is the index into font data and into [`Face::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Face {
    Regular,
    Italic,
    SemiBold,
    SemiBoldItalic,
    /// For names and headings.
    Display,
}

impl Face {
    pub const ALL: [Face; 5] = [
        Face::Regular,
        Face::Italic,
        Face::SemiBold,
        Face::SemiBoldItalic,
        Face::Display,
    ];

    /// The file in `public/fonts`, served at `/fonts/NAME`.
    pub fn file(self) -> &'static str {
        match self {
            Face::Regular => "inter-regular.ttf",
            Face::Italic => "inter-italic.ttf",
            Face::SemiBold => "inter-semibold.ttf",
            Face::SemiBoldItalic => "inter-semibolditalic.ttf",
            Face::Display => "source-serif-display.ttf",
        }
    }

    /// The family that CSS knows it by.
    pub fn family(self) -> &'static str {
        match self {
            Face::Display => "Source Serif Display",
            _ => "Inter",
        }
    }

    /// CSS `font-weight`.
    pub fn weight(self) -> u16 {
        match self {
            Face::Regular | Face::Italic => 400,
            Face::SemiBold | Face::SemiBoldItalic => 600,
            Face::Display => 520,
        }
    }

    pub fn is_italic(self) -> bool {
        matches!(self, Face::Italic | Face::SemiBoldItalic)
    }

    /// [`fingerprint`] of the file: part of the layout version, because another
    /// edition of a font breaks lines elsewhere.
    pub(crate) fn edition(self) -> u64 {
        match self {
            Face::Regular => 0x05f3_40b2_50d5_ec86,
            Face::Italic => 0xfcf6_8597_ebfd_bf2e,
            Face::SemiBold => 0x73e4_e1dd_f605_9083,
            Face::SemiBoldItalic => 0xa2db_03d5_24e7_34ec,
            Face::Display => 0x3325_4851_b836_f503,
        }
    }

    /// Whether these bytes are the edition of this face that layouts are made
    /// with.
    pub fn is(self, data: &FontData) -> bool {
        fingerprint(&data.0) == self.edition()
    }
}

/// The files of [`Face::ALL`], in that order, as they were when this program
/// was compiled.
#[cfg(feature = "embedded")]
pub fn embedded() -> Vec<FontData> {
    static FILES: std::sync::LazyLock<[FontData; 5]> = std::sync::LazyLock::new(|| {
        [
            &include_bytes!("../../../public/fonts/inter-regular.ttf")[..],
            include_bytes!("../../../public/fonts/inter-italic.ttf"),
            include_bytes!("../../../public/fonts/inter-semibold.ttf"),
            include_bytes!("../../../public/fonts/inter-semibolditalic.ttf"),
            include_bytes!("../../../public/fonts/source-serif-display.ttf"),
        ]
        .map(|bytes| FontData::from(bytes.to_vec()))
    });
    FILES.to_vec()
}

/// The bytes of a font file.
#[derive(Clone)]
pub struct FontData(pub Arc<Vec<u8>>);

impl From<Vec<u8>> for FontData {
    fn from(bytes: Vec<u8>) -> FontData {
        FontData(Arc::new(bytes))
    }
}

impl AsRef<[u8]> for FontData {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// The files do not belong to the faces.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    #[error("{expected} font files are needed, {given} were given")]
    Count { expected: usize, given: usize },
    #[error("{0} is not a font that can be read")]
    Unreadable(&'static str),
}

/// Checks that there is one file for each face.
pub(crate) fn check(fonts: &[FontData]) -> Result<(), FontError> {
    match fonts.len() {
        n if n == Face::ALL.len() => Ok(()),
        given => Err(FontError::Count {
            expected: Face::ALL.len(),
            given,
        }),
    }
}

/// FNV-1a, 64 bits: small, and the same everywhere and for ever.
pub(crate) fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
