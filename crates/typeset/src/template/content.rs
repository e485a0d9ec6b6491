//! What an entry says, in which order, without how it looks.
//!
//! Every field that an item can hold is here (a test sets them all and looks
//! for them on the pages). Only the image's address is not: a photo is a place on
//! the pages, and its bytes come from elsewhere. Personal details are no fields:
//! they were brought beside the document, or are not there.

use std::borrow::Cow;

use cv::rich::safe_link;
use cv::{
    Block, DateForm, Field, Inline, Language, LevelDisplay, SectionKind, Shown, ShownItem,
    ShownSection,
};

use super::dates;
use super::typography::refined;
use super::words;
use crate::layout::shown_target;
use crate::pages::Place;

mod contact;
mod details;
mod employer;
mod kinds;
mod letter;

pub(crate) use contact::{contact, icon, profile};
pub(crate) use details::details;
pub(crate) use employer::{continues, employer, role};
pub(crate) use kinds::entry;
pub(crate) use letter::{Letter, letter, signer, title};

/// A piece of text of one field.
#[derive(Clone, Debug)]
pub(crate) struct Text<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) link: Option<Cow<'a, str>>,
    pub(crate) place: Option<Place>,
    /// Not to be broken within: a date, a telephone number.
    pub(crate) whole: bool,
}

/// Pieces that belong together: a company, its place.
pub(crate) type Part<'a> = Vec<Text<'a>>;

pub(crate) enum Body<'a> {
    Paragraph(Part<'a>),
    /// An item of a list; the first one begins it.
    Bullet(Part<'a>, bool),
    /// An item of a numbered list, which number 1 begins, with the number of the last.
    Numbered(Part<'a>, [usize; 2]),
    /// A label and words: "Courses: Statistics, Algebra".
    Labelled(Part<'a>),
}

pub(crate) struct Entry<'a> {
    item: ShownItem<'a>,
    lang: Language,
    /// The first is the entry's title. May be empty.
    pub(crate) parts: Vec<Part<'a>>,
    pub(crate) dates: Part<'a>,
    pub(crate) body: Vec<Body<'a>>,
    /// A part that may be drawn instead: its number among them, and its level.
    pub(crate) level: Option<(usize, u8)>,
}

/// A section's heading: its owner's or the language's.
pub(crate) fn heading<'a>(section: ShownSection<'a>, lang: Language) -> Text<'a> {
    let text = section
        .heading()
        .map_or_else(|| words::heading(lang, section.kind()), str::trim);
    let place = Place {
        item: section.id().0,
        field: "heading",
        line: None,
    };
    Text::new(one_line(text, " "), Some(place))
}

/// What the photo shows: its person.
pub(crate) fn portrayed(shown: Shown<'_>, lang: Language) -> String {
    words::photo_of(lang, &one_line(shown.basics().text(Field::Name), " "))
}

/// Profiles stand with the other ways to reach a person, unless their owner
/// gave them a heading of their own.
pub(crate) fn in_header(section: ShownSection<'_>) -> bool {
    section.kind() == SectionKind::Profiles && section.heading().is_none()
}

impl<'a> Text<'a> {
    pub(crate) fn new(text: Cow<'a, str>, place: Option<Place>) -> Text<'a> {
        Text {
            text,
            bold: false,
            italic: false,
            link: None,
            place,
            whole: false,
        }
    }

    /// A piece that shows a field of an item.
    pub(crate) fn of(item: ShownItem<'a>, field: Field, text: Cow<'a, str>) -> Text<'a> {
        Text::new(text, Some(place(item, field)))
    }
}

impl<'a> Entry<'a> {
    fn blank(item: ShownItem<'a>, lang: Language) -> Entry<'a> {
        Entry {
            item,
            lang,
            parts: Vec::new(),
            dates: Vec::new(),
            body: Vec::new(),
            level: None,
        }
    }

    fn text(&mut self, field: Field) {
        self.joined(&[field]);
    }

    /// How well somebody knows it, if that is told.
    fn level(&mut self, field: Field) {
        match self.item.design().levels {
            Some(LevelDisplay::None) => return,
            Some(LevelDisplay::Dots | LevelDisplay::Bar) => {
                let level = cv::level::of(self.item.text(field));
                self.level = level.map(|level| (self.parts.len(), level));
            }
            Some(LevelDisplay::Words) | None => {}
        }
        self.text(field);
    }

    /// Several fields as one part, with commas.
    fn joined(&mut self, fields: &[Field]) {
        let mut part = Vec::new();
        for &field in fields {
            let text = one_line(self.item.text(field), " ");
            if !text.is_empty() {
                if !part.is_empty() {
                    part.push(Text::new(Cow::Borrowed(words::comma(self.lang)), None));
                }
                let text = refined(text, self.lang);
                part.push(Text::of(self.item, field, text));
            }
        }
        self.push(part);
    }

    /// A name that leads to the item's address; without a name the address. One
    /// that no link may lead to stands as text.
    fn linked(&mut self, field: Field) {
        let name = one_line(self.item.text(field), " ");
        let url = one_line(self.item.text(Field::Url), " ");
        let target = safe_link(&url);
        let shown = match &target {
            _ if url.is_empty() => None,
            Some(target) if name.is_empty() => Some(shown_target(target).to_owned().into()),
            Some(_) => None,
            None => Some(url),
        };
        let link = target.map(Cow::Owned);
        if !name.is_empty() {
            let mut text = Text::of(self.item, field, name);
            text.link.clone_from(&link);
            self.push(vec![text]);
        }
        if let Some(shown) = shown {
            let mut text = Text::of(self.item, Field::Url, shown);
            text.link = link;
            self.push(vec![text]);
        }
    }

    fn labelled(&mut self, label: &str, field: Field) {
        let text = one_line(self.item.text(field), " ");
        if !text.is_empty() {
            let label = words::labelled(self.lang, label, "");
            self.push(vec![
                Text::of(self.item, field, label.into()),
                Text::of(self.item, field, text),
            ]);
        }
    }

    /// The words of a list as one part.
    fn list(&mut self, field: Field) {
        let part = self.listed(field);
        self.push(part);
    }

    /// What a driving licence is for, as one part.
    fn classes(&mut self, field: Field) {
        let mut part = self.listed(field);
        for text in &mut part {
            let word = std::mem::take(&mut text.text);
            text.text = words::licence_class(self.lang, word);
        }
        self.push(part);
    }

    /// The words of a list as a paragraph of its own.
    fn words(&mut self, label: &str, field: Field) {
        let listed = self.listed(field);
        if !listed.is_empty() {
            let label = words::labelled(self.lang, label, "");
            let mut part = vec![Text::of(self.item, field, label.into())];
            part.extend(listed);
            self.body.push(Body::Labelled(part));
        }
    }

    fn listed(&self, field: Field) -> Part<'a> {
        let mut part = Vec::new();
        for line in self.item.lines(field) {
            if !part.is_empty() {
                part.push(Text::new(Cow::Borrowed(words::comma(self.lang)), None));
            }
            let place = line_place(self.item, field, line.id);
            part.extend(inline(&line.text, place, self.lang));
        }
        part
    }

    fn lines(&mut self, field: Field) {
        let item = self.item;
        for (index, line) in item.lines(field).enumerate() {
            let place = line_place(item, field, line.id);
            let part = inline(&line.text, place, self.lang);
            self.body.push(Body::Bullet(part, index == 0));
        }
    }

    fn rich(&mut self, field: Field) {
        let place = place(self.item, field);
        for block in self.item.rich(field).iter().flat_map(|rich| &rich.0) {
            match block {
                Block::Paragraph(text) if text.is_blank() => {}
                Block::Paragraph(text) => {
                    self.body
                        .push(Body::Paragraph(inline(text, place, self.lang)));
                }
                Block::List(lines) => {
                    let lines = lines.iter().filter(|line| !line.is_blank());
                    for (index, line) in lines.enumerate() {
                        self.body
                            .push(Body::Bullet(inline(line, place, self.lang), index == 0));
                    }
                }
                Block::Numbered(lines) => {
                    let lines: Vec<_> = lines.iter().filter(|line| !line.is_blank()).collect();
                    let last = lines.len();
                    for (line, number) in lines.into_iter().zip(1..) {
                        let part = inline(line, place, self.lang);
                        self.body.push(Body::Numbered(part, [number, last]));
                    }
                }
            }
        }
    }

    fn date(&mut self, field: Field) {
        if let Some(when) = self.item.when(field) {
            let mut text = Text::of(
                self.item,
                field,
                dates::when(self.lang, self.item.design().dates, when).into(),
            );
            text.whole = true;
            self.dates.push(text);
        }
    }

    fn period(&mut self) {
        let formatted = |field| {
            self.item
                .when(field)
                .map(|when| dates::when(self.lang, self.item.design().dates, when))
                .unwrap_or_default()
        };
        let (start, mut end) = (formatted(Field::StartDate), formatted(Field::EndDate));
        // A period within a year is that year, where years are all that is told.
        if self.item.design().dates == Some(DateForm::Years) && start == end {
            end.clear();
        }
        let piece = |field, text: String| {
            let mut text = Text::of(self.item, field, text.into());
            text.whole = true;
            text
        };
        if start.is_empty() || end.is_empty() {
            for (field, text) in [(Field::StartDate, start), (Field::EndDate, end)] {
                if !text.is_empty() {
                    let text = piece(field, text);
                    self.dates.push(text);
                }
            }
            return;
        }
        let dash = dates::between(self.lang, &start, &end);
        let pieces = [
            piece(Field::StartDate, start),
            Text::new(dash.into(), None),
            piece(Field::EndDate, end),
        ];
        self.dates.extend(pieces);
    }

    fn push(&mut self, part: Part<'a>) {
        if !part.is_empty() {
            self.parts.push(part);
        }
    }
}

fn inline(text: &Inline, place: Place, lang: Language) -> Part<'_> {
    text.0
        .iter()
        .map(|span| Text {
            bold: span.bold,
            italic: span.italic,
            link: span.link.as_deref().and_then(safe_link).map(Cow::Owned),
            ..Text::new(shown(span, lang), Some(place))
        })
        .collect()
}

/// The text of a span. Within a link it stays as it is.
fn shown(span: &cv::Span, lang: Language) -> Cow<'_, str> {
    let text = Cow::Borrowed(span.text.as_str());
    match span.link {
        Some(_) => text,
        None => refined(text, lang),
    }
}

pub(crate) fn place(item: ShownItem<'_>, field: Field) -> Place {
    Place {
        item: item.id().0,
        field: field.json(),
        line: None,
    }
}

fn line_place(item: ShownItem<'_>, field: Field, line: cv::Id) -> Place {
    Place {
        line: Some(line.0),
        ..place(item, field)
    }
}

/// The text of a field that is one line, whatever was put into it.
pub(crate) fn one_line<'a>(text: &'a str, between: &str) -> Cow<'a, str> {
    let text = text.trim();
    if !text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(|line| line.trim().trim_end_matches(','))
        .filter(|line| !line.is_empty())
        .collect();
    Cow::Owned(lines.join(between))
}
