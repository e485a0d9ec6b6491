//! The header: who this is, and how to reach them.

use std::fmt::Write as _;

use cv::{Field, PhotoShape, Shown};

use super::super::inline::{dotted, part};
use super::super::style;
use super::element;
use crate::layout::clean;
use crate::svg::Escaped;
use crate::template::compose::Frame;
use crate::template::content::{self, Part, Text, in_header};
use crate::template::look::{HeaderManner, PortraitAt};

/// The side of a photo's square, in pixels of CSS.
const PHOTO: u32 = 136;

pub(super) fn write(out: &mut String, shown: Shown<'_>, picture: Option<&str>, frame: &Frame) {
    let look = frame.look;
    let apart = matches!(
        look.header.manner,
        HeaderManner::Split(_) | HeaderManner::Sidebar
    );
    let beside = matches!(look.portrait.at, PortraitAt::Start(_));
    let in_side = look.portrait.at == PortraitAt::Side;
    out.push_str("<header>\n");
    if !(in_side && frame.side.is_some()) {
        photo(out, shown, picture);
    }
    if apart || beside {
        out.push_str("<div class=\"who\">\n");
    }
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
    element(out, "h1", "", &name);
    element(out, "p", "label", &line(Field::Label));
    if apart {
        out.push_str("</div>\n<div class=\"about\">\n");
    }
    if in_side && look.header.manner == HeaderManner::Sidebar && frame.side.is_some() {
        photo(out, shown, picture);
    }
    ways(out, shown, frame);
    element(out, "p", "details", &dotted(&content::details(shown)));
    if apart || beside {
        out.push_str("</div>\n");
    }
    out.push_str("</header>\n");
}

/// The ways to reach a person.
fn ways(out: &mut String, shown: Shown<'_>, frame: &Frame) {
    let profiles = shown.sections().filter(|s| in_header(*s));
    let profiles = profiles.flat_map(|s| s.items().map(|item| content::profile(item, frame.lang)));
    let ways: Vec<(Part<'_>, String)> = content::contact(shown.basics())
        .into_iter()
        .chain(profiles)
        .map(|way| {
            let markup = part(&way);
            (way, markup)
        })
        .filter(|(_, markup)| !markup.is_empty())
        .collect();
    if ways.is_empty() {
        return;
    }
    out.push_str("<address>\n<ul>\n");
    for (way, markup) in &ways {
        let class = match frame.icons {
            true => style::class(content::icon(way)),
            false => "",
        };
        element(out, "li", class, markup);
    }
    out.push_str("</ul>\n</address>\n");
}

/// The photo of a document that shows one.
pub(super) fn photo(out: &mut String, shown: Shown<'_>, picture: Option<&str>) {
    let (Some(photo), Some(address)) = (shown.photo(), picture) else {
        return;
    };
    let class = match photo.shape {
        PhotoShape::Round => "photo round",
        PhotoShape::Square => "photo",
    };
    let _ = writeln!(
        out,
        "<img class=\"{class}\" src=\"{}\" alt=\"{}\" width=\"{PHOTO}\" height=\"{PHOTO}\">",
        Escaped(address),
        Escaped(&clean::line(&content::portrayed(shown, shown.language())))
    );
}
