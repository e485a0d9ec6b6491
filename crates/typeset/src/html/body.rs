//! The page's content: a header, a section for each section, an article for each
//! entry that has a title.
//!
//! Ids are numbers of sections on this page; a document's own never leave it.

mod letter;

use std::fmt::Write as _;

use cv::{Field, Language, PhotoShape, SectionKind, Shown, ShownItem, ShownSection};

use super::inline::{dates, dotted, part};
use crate::layout::clean;
use crate::svg::Escaped;
use crate::template::content::in_header;
use crate::template::content::{self, Body, Entry, Part, Text};
use crate::template::look::{Manner, usual_manner};

/// The side of a photo's square, in pixels of CSS.
const PHOTO: u32 = 136;

pub(super) fn write(out: &mut String, shown: Shown<'_>, photo: Option<&str>) {
    let lang = shown.language();
    header(out, shown, photo, lang);
    let sections = shown.sections().filter(|s| !in_header(*s));
    for (index, section) in sections.enumerate() {
        match section.kind() {
            SectionKind::Letter => letter::write(out, index + 1, shown, section),
            _ => self::section(out, index + 1, section, lang),
        }
    }
}

fn header(out: &mut String, shown: Shown<'_>, photo: Option<&str>, lang: Language) {
    let basics = shown.basics();
    let line = |field| {
        let text = content::one_line(basics.text(field), " ");
        part(&vec![Text::new(text, None)])
    };
    let mut name = line(Field::Name);
    if name.is_empty() {
        // A page without its first heading is hard to find one's way in.
        let _ = write!(name, "{}", Escaped(&content::title(shown, "")));
    }
    out.push_str("<header>\n");
    if let (Some(photo), Some(address)) = (shown.photo(), photo) {
        let class = match photo.shape {
            PhotoShape::Round => "photo round",
            PhotoShape::Square => "photo",
        };
        let _ = writeln!(
            out,
            "<img class=\"{class}\" src=\"{}\" alt=\"{}\" width=\"{PHOTO}\" height=\"{PHOTO}\">",
            Escaped(address),
            Escaped(&clean::line(&content::portrayed(shown, lang)))
        );
    }
    element(out, "h1", "", &name);
    element(out, "p", "label", &line(Field::Label));
    let profiles = shown.sections().filter(|s| in_header(*s));
    let profiles = profiles.flat_map(|s| s.items().map(|item| content::profile(item, lang)));
    let ways: Vec<String> = content::contact(basics)
        .into_iter()
        .chain(profiles)
        .map(|way| part(&way))
        .filter(|way| !way.is_empty())
        .collect();
    if !ways.is_empty() {
        out.push_str("<address>\n<ul>\n");
        ways.iter().for_each(|way| element(out, "li", "", way));
        out.push_str("</ul>\n</address>\n");
    }
    element(out, "p", "details", &dotted(&content::details(shown)));
    out.push_str("</header>\n");
}

fn section(out: &mut String, number: usize, section: ShownSection<'_>, lang: Language) {
    open_section(out, number, &part(&vec![content::heading(section, lang)]));
    let kind = section.kind();
    let items = section.items();
    let entries = items.map(|item| (item, content::entry(kind, item, lang)));
    match usual_manner(kind) {
        Manner::Entries => entries.for_each(|(item, e)| self::entry(out, item, e)),
        Manner::Compact | Manner::Stacked | Manner::Words => {
            entries.for_each(|(item, e)| compact(out, item, e))
        }
        Manner::Grid => grid(out, entries.map(|(_, entry)| entry.parts)),
    }
    out.push_str("</section>\n");
}

fn open_section(out: &mut String, number: usize, heading: &str) {
    if heading.is_empty() {
        out.push_str("<section>\n");
    } else {
        let _ = writeln!(
            out,
            "<section aria-labelledby=\"s{number}\">\n<h2 id=\"s{number}\" dir=\"auto\">{heading}</h2>"
        );
    }
}

/// Title and dates, details below, then text.
fn entry(out: &mut String, item: ShownItem<'_>, entry: Entry<'_>) {
    let (title, details) = split(&entry.parts);
    let close = open(out, "", &title);
    let dates = dates(item, &entry.dates);
    if !title.is_empty() || !dates.is_empty() {
        out.push_str("<div class=\"head\">\n");
        element(out, "h3", "", &title);
        element(out, "p", "dates", &dates);
        out.push_str("</div>\n");
    }
    element(out, "p", "details", &details);
    texts(out, &entry.body);
    out.push_str(close);
}

/// Title and details as one text, the date beside it, then text.
fn compact(out: &mut String, item: ShownItem<'_>, entry: Entry<'_>) {
    let (title, details) = split(&entry.parts);
    let close = open(out, "compact", &title);
    out.push_str("<div class=\"head\">\n<div>\n");
    element(out, "h3", "", &title);
    element(out, "p", "details", &details);
    out.push_str("</div>\n");
    element(out, "p", "dates", &dates(item, &entry.dates));
    out.push_str("</div>\n");
    texts(out, &entry.body);
    out.push_str(close);
}

/// The title, and the details as one line.
fn split(parts: &[Part<'_>]) -> (String, String) {
    match parts.split_first() {
        Some((title, details)) => (part(title), dotted(details)),
        None => Default::default(),
    }
}

/// Opens an entry and returns what closes it. Only one with a title is an
/// article: a reader that lists articles would have nothing to call it.
fn open(out: &mut String, manner: &str, title: &str) -> &'static str {
    let (tag, close) = if title.is_empty() {
        ("div", "</div>\n")
    } else {
        ("article", "</article>\n")
    };
    let space = if manner.is_empty() { "" } else { " " };
    let _ = writeln!(out, "<{tag} class=\"entry{space}{manner}\">");
    close
}

/// Words, and what there is to say of each. A list of descriptions where all
/// have one; else a list, as a term without a description is none.
fn grid<'a>(out: &mut String, entries: impl Iterator<Item = Vec<Part<'a>>>) {
    let rows: Vec<(String, String)> = entries
        .map(|parts| split(&parts))
        .filter(|(word, more)| !word.is_empty() || !more.is_empty())
        .collect();
    if rows.is_empty() {
        return;
    }
    let described = |(word, more): &(String, String)| !word.is_empty() && !more.is_empty();
    let (list, row, word_tag, more_tag) = if rows.iter().all(described) {
        ("dl", "div", "dt", "dd")
    } else {
        ("ul", "li", "span", "span")
    };
    let class = if rows.iter().any(described) {
        "grid"
    } else {
        "words"
    };
    let _ = writeln!(out, "<{list} class=\"{class}\">");
    for (word, more) in &rows {
        let _ = writeln!(out, "<{row}>");
        element(out, word_tag, "word", word);
        element(out, more_tag, "", more);
        let _ = writeln!(out, "</{row}>");
    }
    let _ = writeln!(out, "</{list}>");
}

/// Paragraphs and lists.
fn texts(out: &mut String, body: &[Body<'_>]) {
    let mut close = "";
    for piece in body {
        let goes_on = match piece {
            Body::Bullet(_, begins) => !begins && close != "</ol>\n",
            Body::Numbered(_, [number, _]) => *number > 1 && close != "</ul>\n",
            Body::Paragraph(_) | Body::Labelled(_) => false,
        };
        if !goes_on {
            out.push_str(std::mem::take(&mut close));
        }
        match piece {
            Body::Paragraph(text) => element(out, "p", "", &part(text)),
            Body::Labelled(text) => element(out, "p", "small", &part(text)),
            Body::Bullet(text, _) | Body::Numbered(text, _) => {
                let text = part(text);
                if close.is_empty() && !text.is_empty() {
                    let (open, end) = match piece {
                        Body::Numbered(..) => ("<ol>\n", "</ol>\n"),
                        _ => ("<ul>\n", "</ul>\n"),
                    };
                    out.push_str(open);
                    close = end;
                }
                element(out, "li", "", &text);
            }
        }
    }
    out.push_str(close);
}

/// An element around a person's words, in the direction in which they are
/// written; nothing around no words.
fn element(out: &mut String, tag: &str, class: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let _ = write!(out, "<{tag}");
    if !class.is_empty() {
        let _ = write!(out, " class=\"{class}\"");
    }
    let _ = writeln!(out, " dir=\"auto\">{words}</{tag}>");
}
