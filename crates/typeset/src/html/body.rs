//! The page's content: a header, a section for each section, an article for each
//! entry that has a title.
//!
//! Ids are numbers of sections on this page; a document's own never leave it.

mod entry;
mod header;
mod letter;

use std::fmt::Write as _;

use cv::{SectionKind, Shown, ShownSection};

use super::inline::part;
use crate::template::compose::{Frame, is_aside};
use crate::template::content::{self, Body, in_header};
use crate::template::look::{HeaderManner, PortraitAt, Setting};
use entry::Column;

/// `photo` is where its picture is found.
pub(super) fn write(out: &mut String, shown: Shown<'_>, photo: Option<&str>, frame: &Frame) {
    header::write(out, shown, photo, frame);
    let sections = shown.sections().filter(|s| !in_header(*s));
    let Some(side) = frame.side else {
        let setting = &frame.look.main;
        for (index, section) in sections.enumerate() {
            self::section(out, index + 1, shown, section, (frame, setting));
        }
        return;
    };
    // As a page is read: one column to its end before the next.
    let (aside, main): (Vec<_>, Vec<_>) = sections.partition(|section| is_aside(side, *section));
    let first_aside = main.len() + 1;
    out.push_str("<div class=\"columns\">\n<div class=\"main\">\n");
    for (section, number) in main.into_iter().zip(1..) {
        self::section(out, number, shown, section, (frame, &frame.look.main));
    }
    out.push_str("</div>\n");
    let photo = photo.filter(|_| {
        frame.look.portrait.at == PortraitAt::Side
            && frame.look.header.manner != HeaderManner::Sidebar
    });
    if !aside.is_empty() || (photo.is_some() && shown.photo().is_some()) {
        out.push_str("<div class=\"side\">\n");
        header::photo(out, shown, photo);
        for (section, number) in aside.into_iter().zip(first_aside..) {
            self::section(out, number, shown, section, (frame, &side.setting));
        }
        out.push_str("</div>\n");
    }
    out.push_str("</div>\n");
}

fn section(
    out: &mut String,
    number: usize,
    shown: Shown<'_>,
    section: ShownSection<'_>,
    (frame, setting): (&Frame, &Setting),
) {
    if section.kind() == SectionKind::Letter {
        return letter::write(out, number, shown, section);
    }
    let heading = content::heading(section, frame.lang);
    open_section(out, number, &part(&vec![heading]));
    Column { frame, setting }.entries(out, section);
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
