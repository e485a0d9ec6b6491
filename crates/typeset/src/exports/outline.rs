//! What a document says, in the order of its pages, cleaned and without looks.

use cv::{Field, Language, SectionKind, Shown, ShownItem, ShownSection};

use crate::html::target;
use crate::layout::{clean, shown_target};
use crate::template::look::{Manner, usual_manner};
use crate::template::{self, content};

/// A piece of text in one style. It has no characters but text and `\n`.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Where it leads: http, https, mailto or tel.
    pub(super) link: Option<String>,
}

/// Pieces that belong together. Nothing where there are no words.
pub(super) type Pieces = Vec<Piece>;

pub(super) struct Outline {
    /// BCP 47.
    pub(super) language: &'static str,
    /// What the whole is called, for metadata.
    pub(super) title: String,
    pub(super) name: Pieces,
    pub(super) label: Pieces,
    /// E-mail, telephone, site, address; apart from them profiles elsewhere; and
    /// personal details.
    pub(super) ways: [Vec<Pieces>; 3],
    pub(super) sections: Vec<Section>,
}

pub(super) struct Section {
    /// Nothing above a letter, unless its owner gave it one.
    pub(super) heading: Pieces,
    pub(super) manner: Manner,
    pub(super) new_page: bool,
    pub(super) entries: Vec<Entry>,
    /// In place of entries.
    pub(super) letters: Vec<Letter>,
}

pub(super) struct Entry {
    pub(super) title: Pieces,
    pub(super) details: Vec<Pieces>,
    pub(super) dates: Pieces,
    pub(super) body: Vec<Body>,
    pub(super) new_page: bool,
}

pub(super) enum Body {
    Paragraph(Pieces),
    /// An item of a list; the first one begins it.
    Bullet(Pieces, bool),
    /// An item of a numbered list, which number 1 begins.
    Numbered(Pieces, usize),
    /// A label and words: "Courses: Statistics, Algebra".
    Labelled(Pieces),
}

/// What a letter says, in the order in which it is read.
pub(super) struct Letter {
    /// Each on a line of its own.
    pub(super) recipient: Vec<Pieces>,
    pub(super) dated: Pieces,
    pub(super) subject: Pieces,
    pub(super) salutation: Pieces,
    pub(super) body: Vec<Body>,
    pub(super) closing: Pieces,
    pub(super) signature: Pieces,
    pub(super) enclosures: Pieces,
}

impl Outline {
    pub(super) fn of(shown: Shown<'_>) -> Outline {
        let lang = shown.language();
        let basics = shown.basics();
        let line = |field| {
            let text = content::one_line(basics.text(field), " ");
            pieces(&[content::Text::new(text, None)])
        };
        let name = line(Field::Name);
        let title = content::title(shown, &words_of(&name));
        let sections = template::of(shown).sections(shown);
        let profiles = sections.iter().filter(|s| content::in_header(**s));
        let profiles = profiles.flat_map(|s| s.items());
        let profiles = profiles.map(|item| pieces(&content::profile(item, lang)));
        let contact = content::contact(basics);
        let mut ways = [
            contact.iter().map(|way| pieces(way)).collect(),
            profiles.collect(),
            content::details(shown)
                .iter()
                .map(|part| pieces(part))
                .collect(),
        ];
        ways.iter_mut().for_each(without_blank);
        Outline {
            language: shown.language().tag(),
            title,
            name,
            label: line(Field::Label),
            ways,
            sections: sections
                .into_iter()
                .filter(|section| !content::in_header(*section))
                .map(|section| Section::of(section, shown))
                .collect(),
        }
    }
}

impl Section {
    fn of<'a>(section: ShownSection<'a>, shown: Shown<'a>) -> Section {
        let lang = shown.language();
        let kind = section.kind();
        let is_letter = kind == SectionKind::Letter;
        let entries = section.items().filter(|_| !is_letter);
        let entries = entries.map(|item| Entry::of(kind, item, lang));
        let signer = content::signer(shown);
        let letters = section.items().filter(|_| is_letter);
        let letters = letters.map(|item| Letter::of(content::letter(item, lang, &signer)));
        Section {
            heading: match section.heading() {
                None if is_letter => Pieces::new(),
                _ => heading(section, lang),
            },
            letters: letters.collect(),
            manner: usual_manner(kind),
            new_page: section.paging().new_page,
            entries: entries.collect(),
        }
    }
}

/// A section's heading: its owner's or the language's.
pub(super) fn heading(section: ShownSection<'_>, lang: Language) -> Pieces {
    pieces(&[content::heading(section, lang)])
}

impl Entry {
    pub(super) fn of(kind: SectionKind, item: ShownItem<'_>, lang: Language) -> Entry {
        let entry = content::entry(kind, item, lang);
        let mut parts = entry.parts.iter().map(|part| pieces(part));
        let title = parts.next().unwrap_or_default();
        let mut details: Vec<Pieces> = parts.collect();
        without_blank(&mut details);
        Entry {
            title,
            details,
            dates: pieces(&entry.dates),
            body: entry.body.iter().filter_map(Body::of).collect(),
            new_page: item.paging().new_page,
        }
    }

    /// Title, details and dates as one list of parts that have words.
    pub(super) fn line(&self) -> impl Iterator<Item = &Pieces> {
        std::iter::once(&self.title)
            .chain(&self.details)
            .chain([&self.dates])
            .filter(|part| !part.is_empty())
    }
}

impl Letter {
    fn of(letter: content::Letter<'_>) -> Letter {
        let mut recipient: Vec<Pieces> = letter.recipient.iter().map(|l| pieces(l)).collect();
        without_blank(&mut recipient);
        Letter {
            recipient,
            dated: pieces(&letter.dated),
            subject: pieces(&letter.subject),
            salutation: pieces(&letter.salutation),
            body: letter.body.iter().filter_map(Body::of).collect(),
            closing: pieces(&letter.closing),
            signature: pieces(&letter.signature),
            enclosures: pieces(&letter.enclosures),
        }
    }
}

impl Body {
    fn of(body: &content::Body<'_>) -> Option<Body> {
        let body = match body {
            content::Body::Paragraph(part) => Body::Paragraph(pieces(part)),
            content::Body::Labelled(part) => Body::Labelled(pieces(part)),
            content::Body::Bullet(part, begins) => Body::Bullet(pieces(part), *begins),
            content::Body::Numbered(part, [number, _]) => Body::Numbered(pieces(part), *number),
        };
        (!body.pieces().is_empty()).then_some(body)
    }

    pub(super) fn pieces(&self) -> &Pieces {
        match self {
            Body::Paragraph(text)
            | Body::Labelled(text)
            | Body::Bullet(text, _)
            | Body::Numbered(text, _) => text,
        }
    }
}

/// The words alone.
pub(super) fn words_of(pieces: &[Piece]) -> String {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    clean::line(&text)
}

/// What is said of a link beside its text: its target, where the text is not
/// that already and one would not rather dial it.
pub(super) fn said<'a>(text: &str, link: &'a str) -> Option<&'a str> {
    let shown = shown_target(link);
    (!text.contains(shown) && !link.starts_with("tel:")).then_some(shown)
}

fn without_blank(parts: &mut Vec<Pieces>) {
    parts.retain(|part| !part.is_empty());
}

fn pieces(part: &[content::Text<'_>]) -> Pieces {
    let mut pieces: Pieces = part
        .iter()
        .map(|text| {
            let mut clean = String::with_capacity(text.text.len());
            clean::append(&mut clean, &text.text);
            Piece {
                // The space before a line's end is for pages, not for files.
                text: clean.replace(" \n", "\n"),
                bold: text.bold,
                italic: text.italic,
                link: text.link.as_deref().and_then(target),
            }
        })
        .filter(|piece| !piece.text.is_empty())
        .collect();
    if words_of(&pieces).is_empty() {
        return Pieces::new();
    }
    // Around words nothing is said by white space.
    let first = pieces
        .iter()
        .position(|piece| !piece.text.trim().is_empty());
    pieces.drain(..first.unwrap_or(0));
    while pieces
        .last()
        .is_some_and(|piece| piece.text.trim().is_empty())
    {
        pieces.pop();
    }
    if let Some(first) = pieces.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = pieces.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    for run in pieces.chunk_by_mut(|a, b| a.link == b.link) {
        // A link without words could be followed, but not found.
        if words_of(run).is_empty() {
            run.iter_mut().for_each(|piece| piece.link = None);
        }
    }
    pieces
}
