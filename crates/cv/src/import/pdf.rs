//! The CV within a PDF: the file that our PDFs carry, and those of Europass.
//!
//! No reader of pages is needed for it. A file within a PDF is a stream, and a
//! stream is never inside another one: whatever program saved the PDF last, the
//! dictionary of each embedded file stands in it as plain text, unless the whole
//! file is encrypted. So the bytes are searched for such dictionaries, and
//! nothing else of the file is believed: no lengths, no tables, no references.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit as inflate;

use super::ImportError;
use crate::limits::{self, Exceeded};

/// Embedded files that are looked at, from the last: a file saved again may
/// still hold what it replaces.
const FILES: usize = 16;
/// Tokens of a dictionary that are read. That of an embedded file has some
/// twenty.
const TOKENS: usize = 64;

pub(super) fn is_pdf(file: &[u8]) -> bool {
    file.starts_with(b"%PDF-")
}

/// The last embedded file that could be JSON or XML, JSON before XML.
///
/// # Errors
/// There is none, or the PDF or that file is larger than a CV can be.
pub(super) fn attached(file: &[u8]) -> Result<Vec<u8>, ImportError> {
    let too_large = ImportError::TooLarge(Exceeded::DocumentBytes);
    if file.len() > limits::PDF_BYTES {
        return Err(too_large);
    }
    let streams: Vec<Stream<'_>> = objects(file).filter_map(embedded).collect();
    let mut error = ImportError::NoCvInPdf;
    let mut xml = None;
    for stream in streams.into_iter().rev().take(FILES) {
        match stream.bytes() {
            Ok(bytes) if is_xml(&bytes) => xml = xml.or(Some(bytes)),
            Ok(bytes) if bytes.len() > limits::DOCUMENT_BYTES => error = too_large.clone(),
            Ok(bytes) if bytes.trim_ascii_start().starts_with(b"{") => return Ok(bytes),
            Ok(_) => {}
            Err(TooLarge(true)) => error = too_large.clone(),
            Err(TooLarge(false)) => {}
        }
    }
    xml.ok_or(error)
}

/// Whether a file begins as XML does.
pub(super) fn is_xml(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    file.trim_ascii_start().starts_with(b"<")
}

/// What a broken attachment means to somebody who opened a PDF.
pub(super) fn as_of_a_pdf(error: ImportError) -> ImportError {
    match error {
        ImportError::TooLarge(_) | ImportError::Newer(_) => error,
        _ => ImportError::NoCvInPdf,
    }
}

/// What stands after each word `obj`.
fn objects(file: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(file.get(from..)?, b"obj")?;
        from = at + 3;
        Some(&file[from..])
    })
}

/// The content of an embedded file, as it stands in the PDF.
struct Stream<'a> {
    /// What follows the word `stream` and the end of its line.
    rest: &'a [u8],
    deflated: bool,
}

/// Why a stream has no bytes: its content is too large, or is none.
struct TooLarge(bool);

impl Stream<'_> {
    fn bytes(&self) -> Result<Vec<u8>, TooLarge> {
        if self.deflated {
            // Compressed data says itself where it ends.
            return inflate(self.rest, limits::XML_BYTES)
                .map_err(|error| TooLarge(error.status == TINFLStatus::HasMoreOutput));
        }
        let end = find(self.rest, b"endstream").ok_or(TooLarge(false))?;
        match end > limits::XML_BYTES {
            true => Err(TooLarge(true)),
            false => Ok(self.rest[..end].to_vec()),
        }
    }
}

/// An object's stream, if it is an embedded file in a form that can be read.
fn embedded(object: &[u8]) -> Option<Stream<'_>> {
    let mut tokens = Tokens { rest: object };
    if tokens.next() != Some(b"<<") {
        return None;
    }
    let mut depth = 1;
    let mut is_file = false;
    let mut filters: Vec<&[u8]> = Vec::new();
    let mut in_filters = false;
    let mut before: &[u8] = b"";
    for _ in 0..TOKENS {
        let token = tokens.next()?;
        match token {
            b"<<" | b"[" => depth += 1,
            b">>" | b"]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && before == b"/Type" {
            is_file = token == b"/EmbeddedFile";
        }
        if (before == b"/Filter" && depth == 1) || (in_filters && token != b"]") {
            filters.push(token);
        }
        in_filters = match token {
            b"[" => before == b"/Filter",
            b"]" => false,
            _ => in_filters,
        };
        before = token;
    }
    if depth > 0 || !is_file || tokens.next() != Some(b"stream") {
        return None;
    }
    let rest = tokens.rest;
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
    let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    let deflated = match filters.as_slice() {
        [] => false,
        [b"/FlateDecode" | b"/Fl"] => true,
        _ => return None,
    };
    Some(Stream { rest, deflated })
}

/// The tokens of PDF's syntax; strings are passed over as `(`.
struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<&'a [u8]> {
        self.rest = self.rest.trim_ascii_start();
        let length = match self.rest {
            [] => return None,
            [b'<', b'<', ..] | [b'>', b'>', ..] => 2,
            [b'(', ..] => {
                let after = string_end(self.rest)?;
                self.rest = &self.rest[after..];
                return Some(b"(");
            }
            [b'[' | b']' | b'<' | b'>' | b')' | b'{' | b'}', ..] => 1,
            [_, more @ ..] => {
                let ends = |b: &u8| b.is_ascii_whitespace() || b"<>[](){}/%\0".contains(b);
                1 + more.iter().position(ends).unwrap_or(more.len())
            }
        };
        let (token, rest) = self.rest.split_at(length);
        self.rest = rest;
        Some(token)
    }
}

/// The length of a string with its parentheses.
fn string_end(text: &[u8]) -> Option<usize> {
    let mut depth = 0;
    let mut escaped = false;
    // A longer one is not in the dictionary of an embedded file.
    for (at, byte) in text.iter().enumerate().take(1_000) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

fn find(text: &[u8], word: &[u8]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}
