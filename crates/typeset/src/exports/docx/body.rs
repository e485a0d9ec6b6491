//! The text of the file: paragraphs in styles.

use std::fmt::Write as _;

use super::super::outline::{Body, Entry, Letter, Outline, Piece, Pieces};
use super::picture::Picture;
use super::styles::FIRST_NUMBERED;
use super::{MAIN, RELATIONS, Setting, XML, twips};
use crate::layout::input::SEPARATOR;
use crate::svg::Escaped;
use crate::template::look::Manner;

pub(super) struct Written {
    pub(super) document: String,
    /// Where its links lead, by number.
    pub(super) links: Vec<String>,
    /// How many numbered lists it has.
    pub(super) numbered: usize,
}

/// Writes the main part. `running` says whether pages have a foot.
pub(super) fn write(
    outline: &Outline,
    setting: &Setting,
    picture: Option<&Picture<'_>>,
    running: bool,
) -> Written {
    let mut writer = Writer::default();
    let _ = write!(
        writer.out,
        "{XML}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><w:body>"
    );
    if let Some(picture) = picture {
        picture.write(&mut writer.out);
    }
    writer.paragraph("Title", false, std::slice::from_ref(&outline.name));
    writer.paragraph("Subtitle", false, std::slice::from_ref(&outline.label));
    for ways in &outline.ways {
        writer.paragraph("Contact", false, ways);
    }
    for section in &outline.sections {
        writer.paragraph(
            "Heading1",
            section.new_page,
            std::slice::from_ref(&section.heading),
        );
        let letters = section.letters.iter();
        letters.for_each(|letter| writer.letter(letter));
        for entry in &section.entries {
            match section.manner {
                Manner::Entries => writer.entry(entry),
                Manner::Compact => writer.compact(entry),
                _ => writer.word(entry),
            }
        }
    }
    writer.page(setting, running);
    writer.out.push_str("</w:body></w:document>");
    Written {
        document: writer.out,
        links: writer.links,
        numbered: writer.numbered,
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    links: Vec<String>,
    numbered: usize,
}

impl Writer {
    /// Title with dates at the right, details below, then text.
    fn entry(&mut self, entry: &Entry) {
        let (head, rest) = match entry.title.is_empty() {
            // A heading without words would be a gap to those who hear headings.
            true => ("Details", "Details"),
            false => ("Heading2", "Details"),
        };
        if !entry.title.is_empty() || !entry.dates.is_empty() {
            self.open(head, entry.new_page, &[&entry.title, &entry.dates]);
            self.pieces(&entry.title, Manners::default());
            if !entry.dates.is_empty() {
                if !entry.title.is_empty() {
                    self.out.push_str("<w:r><w:tab/></w:r>");
                }
                let dates = Manners {
                    style: "Dates",
                    ..Manners::default()
                };
                self.pieces(&entry.dates, dates);
            }
            self.close();
        }
        self.paragraph(rest, false, &entry.details);
        self.body(&entry.body);
    }

    /// One line, then text.
    fn compact(&mut self, entry: &Entry) {
        let parts: Vec<&Pieces> = entry.line().collect();
        if !parts.is_empty() {
            self.open("EntryLine", entry.new_page, &parts);
            self.dotted(&parts, !entry.title.is_empty());
            self.close();
        }
        self.body(&entry.body);
    }

    /// A word, and at a tab what there is to say of it.
    fn word(&mut self, entry: &Entry) {
        let parts: Vec<&Pieces> = entry.line().collect();
        let Some((first, rest)) = parts.split_first() else {
            return;
        };
        self.open("Word", entry.new_page, &parts);
        let strong = Manners {
            bold: !entry.title.is_empty(),
            ..Manners::default()
        };
        self.pieces(first, strong);
        if !rest.is_empty() {
            self.out.push_str("<w:r><w:tab/></w:r>");
            self.dotted(rest, false);
        }
        self.close();
        self.body(&entry.body);
    }

    /// A letter, each part in a style of its own.
    fn letter(&mut self, letter: &Letter) {
        for (number, line) in letter.recipient.iter().enumerate() {
            let style = if number == 0 {
                "AddressStart"
            } else {
                "Address"
            };
            self.part(style, line);
        }
        self.part("LetterDate", &letter.dated);
        self.part("Heading1", &letter.subject);
        self.part("LetterText", &letter.salutation);
        for piece in &letter.body {
            match piece {
                Body::Paragraph(text) | Body::Labelled(text) => self.part("LetterText", text),
                Body::Bullet(text, _) => self.part("ListBullet", text),
                Body::Numbered(text, number) => self.numbered(text, *number),
            }
        }
        self.part("LetterText", &letter.closing);
        self.part("Signature", &letter.signature);
        self.part("Details", &letter.enclosures);
    }

    fn part(&mut self, style: &str, pieces: &Pieces) {
        self.paragraph(style, false, std::slice::from_ref(pieces));
    }

    /// A line of a numbered list. Each list counts for itself.
    fn numbered(&mut self, text: &Pieces, number: usize) {
        if number == 1 || self.numbered == 0 {
            self.numbered += 1;
        }
        let list = FIRST_NUMBERED + self.numbered - 1;
        self.begin("ListNumber", false);
        let _ = write!(
            self.out,
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>"
        );
        self.direct(&[text]);
        self.dotted(&[text], false);
        self.close();
    }

    fn body(&mut self, body: &[Body]) {
        for piece in body {
            let style = match piece {
                Body::Paragraph(_) => "BodyText",
                Body::Labelled(_) => "Details",
                Body::Bullet(..) => "ListBullet",
                Body::Numbered(text, number) => {
                    self.numbered(text, *number);
                    continue;
                }
            };
            self.paragraph(style, false, std::slice::from_ref(piece.pieces()));
        }
    }

    /// A paragraph of parts with dots between them; nothing of no words.
    fn paragraph(&mut self, style: &str, new_page: bool, parts: &[Pieces]) {
        let parts: Vec<&Pieces> = parts.iter().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            self.open(style, new_page, &parts);
            self.dotted(&parts, false);
            self.close();
        }
    }

    fn open(&mut self, style: &str, new_page: bool, parts: &[&Pieces]) {
        self.begin(style, new_page);
        self.direct(parts);
    }

    /// Opens a paragraph and its properties.
    fn begin(&mut self, style: &str, new_page: bool) {
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>");
        if new_page {
            self.out.push_str("<w:pageBreakBefore/>");
        }
    }

    /// Says in which direction it is written, and closes its properties.
    fn direct(&mut self, parts: &[&Pieces]) {
        let mut letters = parts
            .iter()
            .flat_map(|part| part.iter())
            .flat_map(|piece| piece.text.chars());
        if letters.find(|c| c.is_alphabetic()).is_some_and(is_rtl) {
            self.out.push_str("<w:bidi/>");
        }
        self.out.push_str("</w:pPr>");
    }

    fn close(&mut self) {
        self.out.push_str("</w:p>");
    }

    fn dotted(&mut self, parts: &[&Pieces], first_is_bold: bool) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                let _ = write!(
                    self.out,
                    "<w:r><w:t xml:space=\"preserve\">\u{a0}{SEPARATOR} </w:t></w:r>"
                );
            }
            let manners = Manners {
                bold: first_is_bold && index == 0,
                ..Manners::default()
            };
            self.pieces(part, manners);
        }
    }

    fn pieces(&mut self, pieces: &[Piece], manners: Manners) {
        for run in pieces.chunk_by(|a, b| a.link == b.link) {
            let manners = match &run[0].link {
                Some(link) => {
                    let number = self.links.len();
                    self.links.push(link.clone());
                    let _ = write!(
                        self.out,
                        "<w:hyperlink r:id=\"link{number}\" w:history=\"1\">"
                    );
                    Manners {
                        style: "Hyperlink",
                        ..manners
                    }
                }
                None => manners,
            };
            for piece in run {
                self.piece(piece, manners);
            }
            if run[0].link.is_some() {
                self.out.push_str("</w:hyperlink>");
            }
        }
    }

    fn piece(&mut self, piece: &Piece, manners: Manners) {
        self.out.push_str("<w:r>");
        let mut looks = String::new();
        if !manners.style.is_empty() {
            let _ = write!(looks, "<w:rStyle w:val=\"{}\"/>", manners.style);
        }
        if piece.bold || manners.bold {
            looks.push_str("<w:b/><w:bCs/>");
        }
        if piece.italic {
            looks.push_str("<w:i/><w:iCs/>");
        }
        if piece.text.chars().any(is_rtl) {
            looks.push_str("<w:rtl/>");
        }
        if !looks.is_empty() {
            let _ = write!(self.out, "<w:rPr>{looks}</w:rPr>");
        }
        for (index, line) in piece.text.split('\n').enumerate() {
            if index > 0 {
                self.out.push_str("<w:br/>");
            }
            if !line.is_empty() {
                let _ = write!(
                    self.out,
                    "<w:t xml:space=\"preserve\">{}</w:t>",
                    Escaped(line)
                );
            }
        }
        self.out.push_str("</w:r>");
    }

    /// Paper and margins.
    fn page(&mut self, setting: &Setting, running: bool) {
        let form = setting.form;
        self.out.push_str("<w:sectPr>");
        if running {
            self.out
                .push_str("<w:footerReference w:type=\"default\" r:id=\"footer\"/>");
        }
        let _ = write!(
            self.out,
            "<w:pgSz w:w=\"{}\" w:h=\"{}\"/>\
             <w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" \
             w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>",
            twips(form.width),
            twips(form.height),
            twips(form.top),
            twips(form.right),
            twips(form.bottom),
            twips(form.left),
        );
        if running {
            self.out.push_str("<w:titlePg/>");
        }
        self.out.push_str("</w:sectPr>");
    }
}

/// How pieces look beyond what they are.
#[derive(Clone, Copy, Default)]
struct Manners {
    style: &'static str,
    bold: bool,
}

/// Hebrew, Arabic and their like. Word processors want to be told.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
