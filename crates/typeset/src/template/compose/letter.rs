//! Letters, the same for all templates: each sets them in its own voices.
//!
//! A letter is read where a CV is looked through, so its text is larger, its lines
//! stand farther apart, and none of them is longer than one can follow.

use cv::ShownSection;

use super::super::content::{self, Letter, Part};
use super::super::look::{Tone, Type};
use super::super::spans::Hand;
use super::body::Prose;
use super::scaled;
use super::section::Setter;
use crate::layout::input::{Pt, key, pt};
use crate::pages::Role;

/// From the sender to the letter, besides what parts a header from a CV.
pub(super) const APART: Pt = pt(16.0);
/// From so far on that is enough.
pub(super) const FAR: Pt = pt(40.0);
/// How large the text is, in thousandths of a CV's.
const SIZE: i32 = 1_110;
/// And how far apart its lines are.
const LEADING: i32 = 1_160;
/// A line of text in its usual size is at most so wide.
const MEASURE: Pt = pt(440.0);
/// Space before the parts of a letter, and room for a hand that signs.
const DATED: Pt = pt(16.0);
const SUBJECT: Pt = pt(22.0);
const TEXT: Pt = pt(9.0);
const PARAGRAPH: Pt = pt(7.5);
const LIST: Pt = pt(3.0);
const CLOSING: Pt = pt(13.0);
const SIGNATURE: Pt = pt(32.0);
const ENCLOSURES: Pt = pt(20.0);

/// The numbers of rows, for their keys. The lines of an address count up from the
/// last one, and so many lines of text may stand before it.
mod slot {
    pub(super) const DATED: u64 = 0;
    pub(super) const SUBJECT: u64 = 1;
    pub(super) const SALUTATION: u64 = 2;
    pub(super) const CLOSING: u64 = 3;
    pub(super) const SIGNATURE: u64 = 4;
    pub(super) const ENCLOSURES: u64 = 5;
    pub(super) const RECIPIENT: u64 = 1 << 32;
}

impl<'a> Setter<'_, 'a> {
    /// The letters of a section: one, in a document that is a letter.
    pub(super) fn letters(&mut self, section: ShownSection<'a>) {
        let start = self.rows.len();
        if section.heading().is_some() {
            self.heading(section);
        }
        for item in section.items() {
            let first = self.rows.len();
            let letter = content::letter(item, self.frame.lang, &self.signer);
            self.letter(item.id().0, letter);
            if item.paging().new_page
                && let Some(flow) = self.rows.get_mut(first)
            {
                flow.new_page = true;
            }
        }
        if section.paging().new_page
            && let Some(flow) = self.rows.get_mut(start)
        {
            flow.new_page = true;
        }
    }

    fn letter(&mut self, id: u64, letter: Letter<'a>) {
        let frame = self.frame;
        let text = self.larger(self.setting.body);
        let hand = frame.hand(text);
        let start = self.rows.len();
        for (number, line) in letter.recipient.into_iter().enumerate() {
            let number = slot::RECIPIENT + number as u64;
            self.text_row(key(id, number), hand, line);
        }
        self.part(key(id, slot::DATED), hand, letter.dated, DATED);
        let about = frame.hand(Type {
            tone: match self.setting.heading.tone {
                Tone::Paper => Tone::Ink,
                tone => tone,
            },
            ..self.setting.heading
        });
        if !letter.subject.is_empty() {
            let subject = about.spans(letter.subject);
            let subject_row = self.plain(key(id, slot::SUBJECT), Role::Heading(2), about, subject);
            subject_row.before = frame.gap(SUBJECT);
            subject_row.after = frame.gap(TEXT);
            subject_row.keep = true;
            subject_row.row.begins = true;
        }
        if let Some(row) = self.part(key(id, slot::SALUTATION), hand, letter.salutation, TEXT) {
            self.rows[row].keep = true;
        }
        let first = self.rows.len();
        let prose = Prose {
            paragraph: PARAGRAPH,
            list: LIST,
            width: self.measure(),
            ..Prose::of(self, text)
        };
        self.prose(id, letter.body, prose);
        for flow in &mut self.rows[first..] {
            flow.row.begins = flow.row.cells.len() == 1;
        }
        // Who reads a letter to its end reads who wrote it on the same page.
        let ends = !letter.closing.is_empty() || !letter.signature.is_empty();
        if let Some(last) = self.rows[first..].last_mut() {
            last.keep = ends;
        }
        if let Some(row) = self.part(key(id, slot::CLOSING), hand, letter.closing, CLOSING) {
            self.rows[row].keep = !letter.signature.is_empty();
        }
        self.part(key(id, slot::SIGNATURE), hand, letter.signature, SIGNATURE);
        let small = frame.hand(self.larger(self.setting.detail));
        self.part(
            key(id, slot::ENCLOSURES),
            small,
            letter.enclosures,
            ENCLOSURES,
        );
        if let Some(row) = self.rows.get_mut(start) {
            row.before = APART;
            row.row.begins = true;
        }
    }

    /// A part of the letter that stands by itself. Returns the number of its row.
    fn part(&mut self, key: u64, hand: Hand, part: Part<'a>, before: Pt) -> Option<usize> {
        if part.is_empty() {
            return None;
        }
        let before = self.frame.gap(before);
        let row = self.rows.len();
        self.text_row(key, hand, part);
        let flow = self.rows.get_mut(row)?;
        flow.before = before;
        flow.row.begins = true;
        Some(row)
    }

    fn text_row(&mut self, key: u64, hand: Hand, part: Part<'a>) {
        let width = self.measure();
        let flow = self.plain(key, Role::Paragraph, hand, hand.spans(part));
        for cell in &mut flow.row.cells {
            cell.width = width;
        }
    }

    fn larger(&self, set: Type) -> Type {
        Type {
            size: scaled(set.size, SIZE),
            leading: scaled(set.leading, LEADING),
            ..set
        }
    }

    /// The width of the text.
    fn measure(&self) -> Pt {
        let room = self.width - self.text - self.setting.inset;
        room.min(self.frame.width(MEASURE))
    }
}
