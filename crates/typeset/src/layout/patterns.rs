//! Where words may be divided: Liang's patterns, one file a language.
//!
//! They are no part of the program that lays pages out in a browser: a file is
//! fetched when a document is written in its language, and without it no word
//! is divided. `public/hyphenation/README.md` describes the files.

use std::borrow::Cow;

use cv::Language;

use crate::fonts::fingerprint;

macro_rules! patterns {
    ($($variant:ident $tag:literal $edition:literal),* $(,)?) => {
        /// The file of a language, and the [`fingerprint`] of the edition that
        /// layouts are made with.
        fn file(language: Language) -> Option<(&'static str, u64)> {
            match language {
                $(Language::$variant => Some((concat!($tag, ".bin"), $edition)),)*
                _ => None,
            }
        }

        #[cfg(feature = "embedded")]
        fn embedded() -> impl Iterator<Item = (Language, &'static [u8])> {
            [$((
                Language::$variant,
                &include_bytes!(concat!("../../../../public/hyphenation/", $tag, ".bin"))[..],
            )),*]
            .into_iter()
        }
    };
}

patterns! {
    Swedish "sv" 0x1d66_f769_ec2a_b69f,
    English "en" 0xaa30_564c_6e49_3306,
    Czech "cs" 0x6590_e551_ad5d_5e3a,
    Danish "da" 0x8123_6a5d_cceb_cd86,
    German "de" 0x79ce_edce_c17b_22db,
    Estonian "et" 0xc50c_aacb_c773_9ce8,
    Spanish "es" 0xb584_e0af_b5db_50d2,
    French "fr" 0x3a9b_5c6c_bd3a_4891,
    Croatian "hr" 0xc0a6_af76_193b_b0ab,
    Icelandic "is" 0x4980_f5f7_dbbe_6552,
    Italian "it" 0x31da_4839_5e9a_489b,
    Lithuanian "lt" 0x1eb0_369a_a886_b80a,
    Hungarian "hu" 0xac61_8aec_74c0_a5bf,
    Dutch "nl" 0x3ea8_6065_1f84_8852,
    Norwegian "nb" 0xb958_061c_149b_244a,
    Polish "pl" 0xba63_b1d5_2474_df43,
    Portuguese "pt" 0x23c8_336e_5a79_8449,
    Slovenian "sl" 0x4872_2219_14db_1aea,
    Finnish "fi" 0x0552_4b74_c5b5_2b3f,
    Turkish "tr" 0xbcde_a33e_4084_3aef,
    Greek "el" 0xda44_642d_7be5_292a,
    Bulgarian "bg" 0x2ce3_57a8_643c_4484,
    Russian "ru" 0x0df8_77fc_6e11_870a,
    Ukrainian "uk" 0x9bc6_ce29_f7bb_83c3,
}

/// Why patterns were not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternsError {
    #[error("words of this language are never divided")]
    None,
    /// Lines would break elsewhere than the layout version says.
    #[error("{0} is of another edition")]
    Edition(&'static str),
}

/// All editions as one number: part of the layout version.
pub(crate) fn edition() -> u32 {
    let files = Language::ALL.iter().filter_map(|language| file(*language));
    let editions: Vec<u8> = files
        .flat_map(|(_, edition)| edition.to_le_bytes())
        .collect();
    fingerprint(&editions) as u32
}

/// The patterns that an engine has.
#[derive(Default)]
pub(super) struct Shelf(Vec<(Language, Patterns)>);

impl Shelf {
    /// Everything that is part of the program: on a machine all, in a browser
    /// nothing.
    pub(super) fn new() -> Shelf {
        #[cfg(feature = "embedded")]
        let shelf = embedded()
            .map(|(language, bytes)| (language, Patterns(Cow::Borrowed(bytes))))
            .collect();
        #[cfg(not(feature = "embedded"))]
        let shelf = Vec::new();
        Shelf(shelf)
    }

    pub(super) fn of(&self, language: Language) -> Option<&Patterns> {
        let found = self.0.iter().find(|(of, _)| *of == language);
        found.map(|(_, patterns)| patterns)
    }

    /// The file that would have to be put here for a language.
    pub(super) fn lacks(&self, language: Language) -> Option<&'static str> {
        let (name, _) = file(language)?;
        self.of(language).is_none().then_some(name)
    }

    pub(super) fn put(
        &mut self,
        language: Language,
        bytes: Cow<'static, [u8]>,
    ) -> Result<(), PatternsError> {
        let (name, edition) = file(language).ok_or(PatternsError::None)?;
        if fingerprint(&bytes) != edition {
            return Err(PatternsError::Edition(name));
        }
        self.0.retain(|(of, _)| *of != language);
        self.0.push((language, Patterns(bytes)));
        Ok(())
    }
}

/// The patterns of one language. Whatever the bytes, reading them ends, within
/// them.
pub(super) struct Patterns(Cow<'static, [u8]>);

/// A node of the trie.
#[derive(Clone, Copy)]
struct Node<'a> {
    address: usize,
    levels: &'a [u8],
    transitions: &'a [u8],
    targets: &'a [u8],
    /// Bytes of a target.
    stride: usize,
}

impl Patterns {
    /// The bytes of a word before which it may be divided, in order, with at
    /// least so many characters on either side.
    pub(super) fn candidates(&self, word: &str, before: usize, after: usize) -> Vec<usize> {
        let dotted = dotted(word);
        let mut levels = vec![0_u8; dotted.len() + 1];
        let root = self.root().and_then(|address| self.node(address));
        for (start, _) in dotted.char_indices() {
            let mut node = root;
            for byte in dotted.as_bytes()[start..].iter() {
                node = node.and_then(|node| self.follow(node, *byte));
                let Some(node) = node else { break };
                let mut at = start;
                for level in node.levels {
                    at += usize::from(level / 10);
                    if let Some(highest) = levels.get_mut(at) {
                        *highest = (*highest).max(level % 10);
                    }
                }
            }
        }
        let count = word.chars().count();
        let places = word.char_indices().enumerate();
        places
            .filter(|(number, _)| *number >= before.max(1) && count - number >= after.max(1))
            .map(|(_, (at, _))| at)
            // The full stop before the word is a byte.
            .filter(|at| levels[at + 1] % 2 == 1)
            .collect()
    }

    fn root(&self) -> Option<usize> {
        let bytes = self.0.first_chunk::<4>()?;
        usize::try_from(u32::from_be_bytes(*bytes)).ok()
    }

    fn node(&self, address: usize) -> Option<Node<'_>> {
        let mut rest = self.0.get(address..)?;
        let head = take(&mut rest, 1)?[0];
        let stride = usize::from(head >> 5 & 3);
        let count = match head & 31 {
            31 => take(&mut rest, 1)?[0],
            few => few,
        };
        let levels = if head >> 7 == 1 {
            let place = take(&mut rest, 2)?;
            let start = usize::from(place[0]) << 4 | usize::from(place[1] >> 4);
            self.0.get(start..start + usize::from(place[1] & 15))?
        } else {
            &[]
        };
        let transitions = take(&mut rest, usize::from(count))?;
        let targets = take(&mut rest, usize::from(count) * stride)?;
        Some(Node {
            address,
            levels,
            transitions,
            targets,
            stride,
        })
    }

    fn follow(&self, node: Node<'_>, byte: u8) -> Option<Node<'_>> {
        let number = node.transitions.iter().position(|b| *b == byte)?;
        let from = number * node.stride;
        let distance = match *node.targets.get(from..from + node.stride)? {
            [a] => isize::from(a as i8),
            [a, b] => isize::from(i16::from_be_bytes([a, b])),
            [a, b, c] => i32::from_be_bytes([0, a, b, c]) as isize - (1 << 23),
            _ => return None,
        };
        self.node(node.address.checked_add_signed(distance)?)
    }
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

/// The word in lower case between full stops. A letter whose small form takes
/// another number of bytes stays, so that places in both words agree.
fn dotted(word: &str) -> String {
    let small = |c: char| {
        let mut small = c.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
            _ => c,
        }
    };
    let mut out = String::with_capacity(word.len() + 2);
    out.push('.');
    out.extend(word.chars().map(small));
    out.push('.');
    out
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::path::Path;

    use cv::{Language, SectionKind};
    use proptest::prelude::*;

    use super::{Patterns, PatternsError, Shelf, file};
    use crate::template::words;

    fn read(name: &str) -> Vec<u8> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/hyphenation");
        std::fs::read(folder.join(name)).expect("the file is there")
    }

    fn with_files() -> impl Iterator<Item = (Language, &'static str)> {
        let named = |language: &Language| Some((*language, file(*language)?.0));
        Language::ALL.iter().filter_map(named)
    }

    fn theirs(language: Language, word: &str, before: usize, after: usize) -> Vec<usize> {
        let tag = match language {
            Language::Norwegian => "no",
            language => language.tag(),
        };
        let code = tag.as_bytes().try_into().expect("two letters");
        let lang = hypher::Lang::from_iso(code).expect("they have it");
        let mut at = 0;
        let mut parts: Vec<usize> = hypher::hyphenate_bounded(word, lang, before, after)
            .map(|part| {
                at += part.len();
                at
            })
            .collect();
        parts.pop();
        parts
    }

    #[test]
    fn files_are_the_editions_that_layouts_are_made_with() {
        for (language, name) in with_files() {
            let mut shelf = Shelf::default();
            assert_eq!(shelf.lacks(language), Some(name));
            assert_eq!(shelf.put(language, read(name).into()), Ok(()), "{name}");
            assert_eq!(shelf.lacks(language), None);
            let mut other = read(name);
            other.push(0);
            let refused = shelf.put(language, other.into());
            assert_eq!(refused, Err(PatternsError::Edition(name)));
        }
        let mut shelf = Shelf::default();
        let none = shelf.put(Language::Japanese, Cow::Borrowed(&[]));
        assert_eq!(none, Err(PatternsError::None));
        assert_eq!(shelf.lacks(Language::Japanese), None);
    }

    /// Words of each language, long ones among them, as another reader of the
    /// same files divides them.
    #[test]
    fn words_are_divided_as_hypher_divides_them() {
        let long = "Aufgabenverteilungsplan kompetensutvecklingsansvarig extraordinarily \
                    työelämäpalveluasiantuntija anticonstitutionnellement projektmedarbejder \
                    διαμερίσματα достопримечательность відповідальність megszentségteleníthetetlen \
                    arbeidsmarkedstiltak verantwoordelijkheid odpowiedzialność samfélagsþjónusta \
                    responsabilidade najnevjerojatniji İSTANBUL ŠKODA straßenbahn a ab . éé";
        let mut divided = 0;
        for (language, name) in with_files() {
            let patterns = Patterns(read(name).into());
            let headings = SectionKind::ALL.map(|kind| words::heading(language, kind));
            let all = headings
                .into_iter()
                .chain([long])
                .flat_map(str::split_whitespace);
            for word in all {
                for (before, after) in [(3, 4), (1, 1), (2, 3)] {
                    let ours = patterns.candidates(word, before, after);
                    divided += ours.len();
                    assert_eq!(ours, theirs(language, word, before, after), "{name} {word}");
                }
            }
        }
        assert!(divided > 1_000, "{divided}");
    }

    proptest! {
        #[test]
        fn any_letters_are_divided_as_hypher_divides_them(
            word in "[a-zåäöüßéèçšžřőłñıђαβγώάабвгдежзийклмнопрст'’-]{1,40}",
            which in 0..24_usize,
        ) {
            let (language, name) = with_files().nth(which).expect("there are so many");
            let patterns = Patterns(read(name).into());
            prop_assert_eq!(patterns.candidates(&word, 1, 1), theirs(language, &word, 1, 1));
        }

        #[test]
        fn any_bytes_are_read_to_an_end(
            bytes in prop::collection::vec(any::<u8>(), 0..400),
            root in 0..400_u32,
            word in ".{0,60}",
        ) {
            let rooted = [&root.to_be_bytes()[..], &bytes].concat();
            for bytes in [bytes, rooted] {
                let places = Patterns(bytes.into()).candidates(&word, 1, 1);
                prop_assert!(places.iter().all(|at| word.is_char_boundary(*at)));
            }
        }

        #[test]
        fn a_file_with_other_bytes_in_it_is_read_to_an_end(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..200),
        ) {
            let mut bytes = read("fr.bin");
            for (at, byte) in changes {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            Patterns(bytes.into()).candidates("anticonstitutionnellement", 1, 1);
        }
    }
}
