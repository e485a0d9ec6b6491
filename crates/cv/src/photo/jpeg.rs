//! JPEG files, as far as one has to know them to let nothing else through.
//!
//! A file is a row of segments (ITU T.81, annex B): a marker, a length, that many
//! bytes; after the head of a scan comes its data, in which a marker never
//! occurs. Of all segments only those may stand that decoding needs, so that no
//! place, date, camera, caption or second picture travels with a face.

use std::ops::RangeInclusive;

/// Pixels of a side.
pub const SIDE: RangeInclusive<u16> = 16..=4096;
/// Bytes of a file at most.
pub const BYTES: usize = 2 * 1024 * 1024;

/// Why a file is not a picture that may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    #[error("a picture has at most {BYTES} bytes")]
    TooLarge,
    #[error("not a JPEG, or one that is cut off or damaged")]
    NotJpeg,
    /// Arithmetic or lossless coding, other colours than grey and YCbCr, more
    /// than eight bits: what not every reader of PDF knows.
    #[error("a kind of JPEG that not every program reads")]
    Unusual,
    #[error("a side has {} to {} pixels", SIDE.start(), SIDE.end())]
    Size,
    /// It tells more than it shows. The marker's second byte.
    #[error("there is more than a picture in it: segment {0:02x}")]
    Told(u8),
}

/// The width and height in pixels of a JPEG that holds nothing but a picture.
///
/// # Errors
/// When it is none, or holds more: see [`PhotoError`]. [`stripped`] mends
/// [`PhotoError::Told`].
pub fn dimensions(bytes: &[u8]) -> Result<(u16, u16), PhotoError> {
    let mut size = None;
    walk(bytes, |segment| match segment.kind() {
        Kind::Needed => Ok(()),
        Kind::Frame => frame(&segment, &mut size),
        Kind::Talk => Err(PhotoError::Told(segment.marker)),
        Kind::Foreign => Err(PhotoError::Unusual),
    })?;
    size.ok_or(PhotoError::NotJpeg)
}

/// The same picture without what tells of it: no bytes are decoded, segments
/// are left out. What [`dimensions`] accepts stays as it is.
///
/// # Errors
/// As for [`dimensions`], but for [`PhotoError::Told`].
pub fn stripped(bytes: &[u8]) -> Result<Vec<u8>, PhotoError> {
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xff, 0xd8]);
    let mut size = None;
    let end = walk(bytes, |segment| {
        match segment.kind() {
            Kind::Needed => {}
            Kind::Frame => frame(&segment, &mut size)?,
            Kind::Talk => return Ok(()),
            Kind::Foreign => return Err(PhotoError::Unusual),
        }
        out.extend_from_slice(segment.whole);
        Ok(())
    });
    match end {
        // What stands behind the picture's end is left out as well.
        Ok(()) | Err(PhotoError::Told(EOI)) => {}
        Err(error) => return Err(error),
    }
    size.ok_or(PhotoError::NotJpeg)?;
    out.extend([0xff, EOI]);
    Ok(out)
}

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;

/// A segment, and after the head of a scan its data.
struct Segment<'a> {
    marker: u8,
    /// After the length.
    body: &'a [u8],
    whole: &'a [u8],
}

enum Kind {
    /// Tables, scans, and what says which colours the numbers are.
    Needed,
    Frame,
    /// Metadata, comments, previews; and colour profiles, which may name a screen
    /// or a camera: a canvas draws in sRGB, which is what readers take for granted.
    Talk,
    /// Without it the picture would be another one, and with it not every
    /// program shows it.
    Foreign,
}

impl Segment<'_> {
    fn kind(&self) -> Kind {
        match self.marker {
            // Huffman and quantisation tables, restart intervals, scans.
            0xc4 | 0xdb | 0xdd | SOS => Kind::Needed,
            // JFIF, as long as it has no preview in it.
            0xe0 if self.body.starts_with(b"JFIF\0") && self.body.len() == 14 => Kind::Needed,
            // Baseline, extended and progressive.
            0xc0..=0xc2 => Kind::Frame,
            0xc3 | 0xc5..=0xcf | 0xdc | 0xde | 0xdf => Kind::Foreign,
            // Adobe's, which says that colours are not the usual ones.
            0xee if self.body.starts_with(b"Adobe") && self.body.get(11) != Some(&1) => {
                Kind::Foreign
            }
            _ => Kind::Talk,
        }
    }
}

/// Reads the head of a frame. There is one.
fn frame(segment: &Segment<'_>, size: &mut Option<(u16, u16)>) -> Result<(), PhotoError> {
    let &[depth, y1, y0, x1, x0, components, ref rest @ ..] = segment.body else {
        return Err(PhotoError::NotJpeg);
    };
    if rest.len() != 3 * usize::from(components) || size.is_some() {
        return Err(PhotoError::NotJpeg);
    }
    if depth != 8 || !matches!(components, 1 | 3) {
        return Err(PhotoError::Unusual);
    }
    let (width, height) = (u16::from_be_bytes([x1, x0]), u16::from_be_bytes([y1, y0]));
    if !SIDE.contains(&width) || !SIDE.contains(&height) {
        return Err(PhotoError::Size);
    }
    *size = Some((width, height));
    Ok(())
}

/// Visits the segments between the start and the end of a picture, of which
/// there is one, with at least one scan.
fn walk<'a>(
    bytes: &'a [u8],
    mut visit: impl FnMut(Segment<'a>) -> Result<(), PhotoError>,
) -> Result<(), PhotoError> {
    if bytes.len() > BYTES {
        return Err(PhotoError::TooLarge);
    }
    let mut rest = bytes
        .strip_prefix(&[0xff, SOI])
        .ok_or(PhotoError::NotJpeg)?;
    let mut scanned = false;
    loop {
        let (&[0xff, marker], after) = rest.split_first_chunk().ok_or(PhotoError::NotJpeg)? else {
            return Err(PhotoError::NotJpeg);
        };
        if marker == EOI {
            return match (scanned, after.is_empty()) {
                (true, true) => Ok(()),
                (true, false) => Err(PhotoError::Told(EOI)),
                (false, _) => Err(PhotoError::NotJpeg),
            };
        }
        // What has no length does not stand here; 0xff before a marker may fill
        // up, but no encoder does it.
        if matches!(marker, 0x00..=0xbf | SOI | 0xd0..=0xd7 | 0xff) {
            return Err(PhotoError::NotJpeg);
        }
        let &[high, low] = after.first_chunk().ok_or(PhotoError::NotJpeg)?;
        let length = usize::from(u16::from_be_bytes([high, low]));
        let body = after.get(2..length).ok_or(PhotoError::NotJpeg)?;
        let mut end = 2 + length;
        if marker == SOS {
            end += scan(&after[length..])?;
            scanned = true;
        }
        let (whole, next) = rest.split_at(end);
        visit(Segment {
            marker,
            body,
            whole,
        })?;
        rest = next;
    }
}

/// How many bytes of a scan's data come before the next segment.
fn scan(data: &[u8]) -> Result<usize, PhotoError> {
    let mut at = 0;
    while let Some(found) = data[at..].iter().position(|byte| *byte == 0xff) {
        at += found;
        match data.get(at + 1) {
            // A byte of data that looks like a marker, and restarts.
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            Some(_) => return Ok(at),
            None => break,
        }
    }
    Err(PhotoError::NotJpeg)
}
