//! The search: words in every way of writing them that a leak would have.
//!
//! Found are UTF-8 and Latin letters in any case, UTF-16, hexadecimal and base64
//! at any offset (in small, large and capital letters). What is compressed is
//! not found.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::person::Words;
use super::{Finding, Looked};

/// How a word was written that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Plain,
    Utf16,
    Hex,
    Base64,
}

/// What is looked for, and what was looked at and found.
pub(super) struct Search {
    automaton: AhoCorasick,
    /// Of each pattern of the automaton.
    of: Vec<(String, Written)>,
    pub(super) looked: Vec<Looked>,
    pub(super) found: Vec<Finding>,
}

/// The ways of writing that are looked for, one after the other.
struct Needles {
    patterns: Vec<Vec<u8>>,
    of: Vec<(String, Written)>,
}

impl Needles {
    fn add(&mut self, what: &str, written: Written, pattern: Vec<u8>) {
        self.patterns.push(pattern);
        self.of.push((what.to_owned(), written));
    }

    /// Bytes as they are, and encoded.
    fn bytes(&mut self, what: &str, bytes: &[u8]) {
        self.add(what, Written::Plain, bytes.to_vec());
        self.encoded(what, bytes);
    }

    fn encoded(&mut self, what: &str, bytes: &[u8]) {
        self.add(what, Written::Hex, crate::hex::hex(bytes).into_bytes());
        for offset in 0..3 {
            let plain = base64(bytes, offset);
            let url: Vec<u8> = plain
                .iter()
                .map(|letter| match letter {
                    b'+' => b'-',
                    b'/' => b'_',
                    other => *other,
                })
                .collect();
            if url != plain {
                self.add(what, Written::Base64, url);
            }
            self.add(what, Written::Base64, plain);
        }
    }

    fn word(&mut self, what: &str, word: &str) {
        self.add(what, Written::Plain, word.as_bytes().to_vec());
        // In either order of bytes: without the zero before or after.
        let mut wide: Vec<u8> = word.bytes().flat_map(|letter| [letter, 0]).collect();
        wide.pop();
        self.add(what, Written::Utf16, wide);
        let capital = word[..1].to_uppercase() + &word[1..];
        for case in [word.to_owned(), word.to_uppercase(), capital] {
            self.encoded(what, case.as_bytes());
        }
    }
}

impl Search {
    /// Looks for words, and for bytes that have a name.
    pub(super) fn new(words: &Words, bytes: &[(&str, Vec<u8>)]) -> io::Result<Search> {
        let mut needles = Needles {
            patterns: Vec::new(),
            of: Vec::new(),
        };
        for word in words.iter() {
            needles.word(&word.field, &word.text);
        }
        for (what, bytes) in bytes {
            needles.bytes(what, bytes);
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .build(&needles.patterns)
            .map_err(io::Error::other)?;
        Ok(Search {
            automaton,
            of: needles.of,
            looked: Vec::new(),
            found: Vec::new(),
        })
    }

    /// Looks through bytes that come one after the other. What is found in one
    /// place is said once for each field and way of writing.
    pub(super) fn stream(&mut self, place: &str, from: impl Read) -> io::Result<()> {
        let mut from = Counted { from, bytes: 0 };
        for found in self.automaton.stream_find_iter(&mut from) {
            let found = found?;
            let (what, written) = &self.of[found.pattern().as_usize()];
            let known = self
                .found
                .iter()
                .any(|f| f.place == place && f.what == *what && f.written == *written);
            if !known {
                self.found.push(Finding {
                    place: place.to_owned(),
                    what: what.clone(),
                    written: *written,
                    at: found.start() as u64,
                });
            }
        }
        match self.looked.last_mut() {
            Some(last) if last.place == place => last.bytes += from.bytes,
            _ => self.looked.push(Looked {
                place: place.to_owned(),
                bytes: from.bytes,
            }),
        }
        Ok(())
    }

    /// Looks through a file, or through all files below a folder.
    pub(super) fn files(&mut self, path: &Path) -> io::Result<()> {
        if fs::metadata(path)?.is_dir() {
            let mut paths = Vec::new();
            for entry in fs::read_dir(path)? {
                paths.push(entry?.path());
            }
            paths.sort();
            for path in paths {
                // What lies elsewhere is named by the operator; a link may lead back.
                if path.is_symlink() && path.is_dir() {
                    continue;
                }
                match self.files(&path) {
                    // A log of a database comes and goes.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    other => other?,
                }
            }
            return Ok(());
        }
        if fs::metadata(path)?.is_file() {
            let file = File::open(path)?;
            self.stream(&path.display().to_string(), file)?;
        }
        Ok(())
    }
}

struct Counted<R> {
    from: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.bytes += read as u64;
        Ok(read)
    }
}

/// The letters of base64 (RFC 4648) that stand for these bytes alone, when so
/// many other bytes are before them.
fn base64(bytes: &[u8], offset: usize) -> Vec<u8> {
    let mut all = vec![0; offset];
    all.extend_from_slice(bytes);
    let letters = STANDARD_NO_PAD.encode(&all).into_bytes();
    let first = (offset * 8).div_ceil(6);
    let end = all.len() * 8 / 6;
    letters[first..end].to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever stands before and after.
    #[test]
    fn letters_stand_for_the_same_bytes_at_every_offset() {
        for length in 1..20 {
            let bytes: Vec<u8> = (0..length).map(|at| at * 7 + 100).collect();
            for offset in 0..3 {
                let letters = String::from_utf8(base64(&bytes, offset)).expect("letters");
                for around in [0, 0x55, 0xff] {
                    let mut all = vec![around; offset + 3];
                    all.extend_from_slice(&bytes);
                    all.extend([around; 2]);
                    let encoded = STANDARD_NO_PAD.encode(all);
                    assert!(encoded[4..].contains(&letters), "{letters} in {encoded}");
                }
            }
        }
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        use base64::engine::general_purpose::{STANDARD, URL_SAFE};
        let mut words = Words::default();
        let word = words.plant("a field");
        let mut search = Search::new(&words, &[("a key", vec![0xfb; 40])]).expect("a search");
        let mut find = |bytes: &[u8]| {
            search.found.clear();
            search.stream("here", bytes).expect("searched");
            search.found.iter().map(|f| f.written).collect::<Vec<_>>()
        };
        assert_eq!(find(b"nothing at all"), []);
        let upper = word.to_uppercase();
        let mixed = word[..5].to_uppercase() + &word[5..];
        for text in [&word, &upper, &mixed] {
            assert_eq!(find(format!("x{text}y").as_bytes()), [Written::Plain]);
            let wide: Vec<u16> = text.encode_utf16().collect();
            let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
            let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
            assert_eq!(find(&little), [Written::Utf16]);
            assert_eq!(find(&big), [Written::Utf16]);
        }
        for text in [&word, &upper] {
            for before in ["", "a", "ab", "abc"] {
                let text = format!("{before}{text}zz");
                assert_eq!(find(STANDARD.encode(&text).as_bytes()), [Written::Base64]);
                let hex = crate::hex::hex(text.as_bytes());
                assert_eq!(find(hex.to_uppercase().as_bytes()), [Written::Hex]);
            }
        }
        assert_eq!(find(&[0xfb; 40]), [Written::Plain]);
        assert_eq!(
            find(URL_SAFE.encode([0xfb; 40]).as_bytes()),
            [Written::Base64]
        );
        // All but one letter is another word.
        assert_eq!(find(&word.as_bytes()[1..]), []);
    }

    #[test]
    fn a_finding_is_said_once_and_with_its_place() {
        let mut words = Words::default();
        let (one, two) = (words.plant("one"), words.plant("two"));
        let mut search = Search::new(&words, &[]).expect("a search");
        let text = format!("..{one} {two} {one}");
        search.stream("here", text.as_bytes()).expect("searched");
        search.stream("there", two.as_bytes()).expect("searched");
        let found: Vec<_> = search
            .found
            .iter()
            .map(|f| (f.place.as_str(), f.what.as_str(), f.at))
            .collect();
        let expected = [("here", "one", 2), ("here", "two", 26), ("there", "two", 0)];
        assert_eq!(found, expected);
        let looked: Vec<_> = search
            .looked
            .iter()
            .map(|l| (l.place.as_str(), l.bytes))
            .collect();
        assert_eq!(looked, [("here", 73), ("there", 23)]);
    }
}
