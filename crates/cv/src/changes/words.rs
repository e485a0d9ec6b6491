//! Two texts, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch of one of two texts, or of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    /// In the older one alone.
    Gone(String),
    /// In the newer one alone.
    New(String),
}

/// So many steps a comparison may take, at most: of two texts, or of all those of two
/// documents. What would take more is told as two texts.
pub(super) const STEPS: usize = 4_000_000;

/// What became of a text. The pieces that are the same or gone are the older one,
/// those that are the same or new the newer.
pub fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let mut steps = STEPS;
    pieces_within(old, new, &mut steps)
}

/// The same, with so many steps, which it takes from them.
pub(super) fn pieces_within(old: &str, new: &str, steps: &mut usize) -> Vec<Piece> {
    let (was, is) = (words(old), words(new));
    let both = was.iter().zip(&is);
    let start = both.take_while(|(a, b)| a == b).count();
    let ((first, was), (_, is)) = (was.split_at(start), is.split_at(start));
    let both = was.iter().rev().zip(is.iter().rev());
    let end = both.take_while(|(a, b)| a == b).count();
    let (was, last) = was.split_at(was.len() - end);
    let (is, _) = is.split_at(is.len() - end);

    let mut pieces = Vec::new();
    add(&mut pieces, Piece::Same, first);
    let most = (was.len() + is.len()).saturating_mul(was.len().max(is.len()));
    if most > *steps {
        add(&mut pieces, Piece::Gone, was);
        add(&mut pieces, Piece::New, is);
    } else {
        *steps -= most;
        for change in capture_diff_slices(Algorithm::Myers, was, is) {
            let old = was.get(change.old_range()).unwrap_or_default();
            let new = is.get(change.new_range()).unwrap_or_default();
            match change {
                DiffOp::Equal { .. } => add(&mut pieces, Piece::Same, old),
                _ => {
                    add(&mut pieces, Piece::Gone, old);
                    add(&mut pieces, Piece::New, new);
                }
            }
        }
    }
    add(&mut pieces, Piece::Same, last);
    pieces
}

/// Adds words, to the last piece if that is of the same sort.
fn add(pieces: &mut Vec<Piece>, sort: fn(String) -> Piece, words: &[&str]) {
    let text = words.concat();
    if text.is_empty() {
        return;
    }
    match (sort(text), pieces.last_mut()) {
        (Piece::Same(more), Some(Piece::Same(text)))
        | (Piece::Gone(more), Some(Piece::Gone(text)))
        | (Piece::New(more), Some(Piece::New(text))) => text.push_str(&more),
        (piece, _) => pieces.push(piece),
    }
}

/// A text in words, each with the white space behind it. All of them together are
/// the text.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let space = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (_, after) = rest.split_at(space);
        let next = after.find(|c: char| !c.is_whitespace());
        let (word, after) = rest.split_at(next.map_or(rest.len(), |next| space + next));
        words.push(word);
        rest = after;
    }
    words
}
