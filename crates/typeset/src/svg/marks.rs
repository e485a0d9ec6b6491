//! Rows that are otherwise than in other pages of the same document, marked: each
//! has a bar beside it, which says so to those who do not see it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Escaped, Fixed};
use crate::pages::{Pages, Placed, Row};

/// From the words of a row to its bar, and the bar's own width.
const APART: f32 = 9.0;
const WIDTH: f32 = 3.0;
/// Of the bar: it can be told from paper and from every ground.
const COLOR: u32 = 0xc2_41_0c;

/// The rows of pages whose words are not in other pages.
#[derive(Clone, Debug)]
pub struct Marks {
    keys: BTreeSet<u64>,
    label: String,
    /// BCP 47: of the label, which is not that of the pages.
    language: &'static str,
}

impl Marks {
    /// Compares two settings of one document. `label` is what a bar says, in a
    /// language by its tag.
    pub fn new(pages: &Pages, others: &Pages, label: &str, language: &'static str) -> Marks {
        let mut ours: BTreeMap<u64, String> = rows(pages).collect();
        let mut theirs: BTreeMap<u64, String> = rows(others).collect();
        // First what is as it was where it was.
        ours.retain(|key, words| {
            let same = theirs.get(key) == Some(words);
            if same {
                theirs.remove(key);
            }
            !same
        });
        // Then what stands elsewhere now: each row there is there for one here.
        let mut elsewhere: BTreeMap<String, usize> = BTreeMap::new();
        for words in theirs.into_values() {
            *elsewhere.entry(words).or_default() += 1;
        }
        ours.retain(|_, words| match elsewhere.get_mut(words) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        });
        Marks {
            keys: ours.into_keys().collect(),
            label: label.to_owned(),
            language,
        }
    }

    /// How many rows are marked.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The bar of a row that has one.
    pub(super) fn bar(&self, out: &mut String, placed: &Placed) {
        if !self.keys.contains(&placed.key) {
            return;
        }
        let cells = placed.row.cells.iter().map(|cell| cell.x);
        let left = cells.reduce(f32::min).unwrap_or_default();
        let x = (placed.x + left - APART).max(1.0);
        let _ = write!(
            out,
            "<rect role=\"img\" lang=\"{}\" aria-label=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" \
             fill=\"#{COLOR:06x}\" stroke=\"#fff\" stroke-width=\"0.75\"/>",
            self.language,
            Escaped(&self.label),
            Fixed(x),
            Fixed(placed.y),
            Fixed(WIDTH),
            Fixed(placed.height())
        );
    }
}

/// The rows with words, each by what stays the same while its place does.
fn rows(pages: &Pages) -> impl Iterator<Item = (u64, String)> {
    let placed = pages.pages.iter().flat_map(|page| &page.rows);
    let written = placed.filter(|placed| !placed.row.cells.is_empty());
    written.map(|placed| (placed.key, words(&placed.row)))
}

fn words(row: &Row) -> String {
    let mut words = String::new();
    for cell in &row.cells {
        words.push_str(&cell.text);
        words.push('\n');
    }
    words
}
