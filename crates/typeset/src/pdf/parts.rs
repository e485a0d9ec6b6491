//! The documents that a file is made of, and what is said of them together: outline,
//! structure, title.
//!
//! A file of one document is that document. In one of several each is a part of its
//! own, which an outline and a reader of the structure can skip.

use krilla::destination::XyzDestination;
use krilla::embed::EmbeddedFile;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{Tag, TagGroup, TagTree};

use super::PdfError;
use super::options::Options;
use super::picture::{self, Picture};
use super::tags::Tags;
use crate::pages::Pages;

/// A document in a file.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    pub pages: &'a Pages,
    /// The name of its data: [`super::SOURCE_NAME`], or [`super::LETTER_NAME`].
    pub name: &'static str,
    /// As [`Options::source`].
    pub source: Option<&'a str>,
    /// As [`Options::photo`].
    pub photo: Option<&'a [u8]>,
}

/// A heading: its text, its page within the part, and how far down it is.
type Heading = (String, usize, f32);

impl Part<'_> {
    /// The photo that the pages have a place for.
    pub(super) fn photo(&self) -> Result<Option<Picture>, PdfError> {
        let bytes = self.photo.filter(|_| self.pages.image().is_some());
        bytes.map(picture::read).transpose()
    }

    /// The data as a file within the file.
    pub(super) fn attachment(&self, options: &Options<'_>) -> Option<EmbeddedFile> {
        Some(options.attachment(self.name, self.source?))
    }
}

/// What is gathered while parts are drawn.
pub(super) struct Whole {
    several: bool,
    tree: TagTree,
    outline: Outline,
    /// How many there are so far.
    pages: usize,
}

impl Whole {
    pub(super) fn of(parts: &[Part<'_>]) -> Whole {
        Whole {
            several: parts.len() > 1,
            tree: TagTree::new(),
            outline: Outline::new(),
            pages: 0,
        }
    }

    /// The next part has been drawn.
    pub(super) fn add(&mut self, pages: &Pages, tags: Tags<'_>, mut headings: Vec<Heading>) {
        let start = (pages.title.clone(), 0, pages.area.top);
        if self.several {
            let language = Some(pages.language.clone());
            let mut part = TagGroup::new(Tag::Part.with_lang(language));
            tags.finish().into_iter().for_each(|group| part.push(group));
            self.tree.push(part);
            let mut node = self.node(pages, start);
            for heading in headings {
                node.push_child(self.node(pages, heading));
            }
            self.outline.push_child(node);
        } else {
            let groups = tags.finish().into_iter();
            groups.for_each(|group| self.tree.push(group));
            if headings.is_empty() {
                // An accessible file has an outline, be it of one entry.
                headings.push(start);
            }
            for heading in headings {
                self.outline.push_child(self.node(pages, heading));
            }
        }
        self.pages += pages.pages.len();
    }

    fn node(&self, pages: &Pages, (text, page, y): Heading) -> OutlineNode {
        // A little above, so that the heading does not stick to the window.
        let to = Point::from_xy(pages.area.left, (y - 12.0).max(0.0));
        OutlineNode::new(text, XyzDestination::new(self.pages + page, to))
    }

    pub(super) fn finish(self) -> (TagTree, Outline) {
        (self.tree, self.outline)
    }
}

/// What is said of the file: the names of its documents, the language of the first,
/// everybody's name once.
pub(super) fn metadata(parts: &[Part<'_>], options: &Options<'_>) -> Metadata {
    let titles: Vec<&str> = parts.iter().map(|part| part.pages.title.as_str()).collect();
    let mut metadata = Metadata::new()
        .title(titles.join(" · "))
        .creator("Merit".to_owned())
        .producer("Merit".to_owned());
    if let Some(first) = parts.first() {
        metadata = metadata.language(first.pages.language.clone());
    }
    let mut authors: Vec<String> = Vec::new();
    for part in parts {
        let author = &part.pages.author;
        if !author.is_empty() && !authors.contains(author) {
            authors.push(author.clone());
        }
    }
    if !authors.is_empty() {
        metadata = metadata.authors(authors);
    }
    if let Some(date) = options.date() {
        metadata = metadata.creation_date(date);
    }
    metadata
}
