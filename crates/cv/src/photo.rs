//! The photo: where it is, not what it shows.
//!
//! A picture's bytes never stand in a document, an edit or a journal, only the
//! name of the file that a store apart holds. So the document stays small, undo
//! keeps no picture alive, and who deletes the file has deleted the face.
//!
//! The file is a JPEG that this program's own client drew anew, because what a
//! camera writes tells where and when: [`stripped`] takes away what an encoder
//! adds, and [`dimensions`] accepts nothing that holds more than pixels. Whoever
//! embeds the bytes has nothing left to check.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::design::is_false;

mod jpeg;

pub use jpeg::{BYTES, PhotoError, SIDE, dimensions, stripped};

/// The picture of the person whose document this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Photo {
    pub file: PhotoFile,
    /// In pixels, as [`dimensions`] has them.
    pub width: u16,
    pub height: u16,
    pub shape: PhotoShape,
    /// Kept, and not shown to anybody.
    #[serde(default, skip_serializing_if = "is_false")]
    pub hidden: bool,
}

impl Photo {
    /// Whether a file can have these sides.
    pub fn is_sound(&self) -> bool {
        SIDE.contains(&self.width) && SIDE.contains(&self.height)
    }
}

/// What is cut out of the picture. Where a template needs a square it takes the
/// middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoShape {
    Round,
    /// With corners as the template has them.
    Square,
}

/// The name of a picture's file: 128 random bits, drawn by the caller, written
/// as thirty-two hexadecimal digits. Another picture has another name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhotoFile(pub u128);

impl PhotoFile {
    /// The name in what others see, where a random one would tie two published
    /// versions to one person. Who publishes keeps the bytes with the version.
    pub const PUBLISHED: PhotoFile = PhotoFile(1);
}

impl fmt::Display for PhotoFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for PhotoFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{self}")
    }
}

/// The text is not thirty-two hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a picture's file")]
pub struct NotAFile;

impl FromStr for PhotoFile {
    type Err = NotAFile;

    fn from_str(text: &str) -> Result<PhotoFile, NotAFile> {
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(NotAFile);
        }
        let bits = u128::from_str_radix(text, 16).map_err(|_| NotAFile)?;
        Ok(PhotoFile(bits))
    }
}

impl Serialize for PhotoFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PhotoFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PhotoFile, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
