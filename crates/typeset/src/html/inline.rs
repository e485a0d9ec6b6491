//! Pieces of content as markup: the only way of a person's text into a page.

use std::fmt::Write as _;

use cv::rich::safe_link;
use cv::{Field, ShownItem, When};

use crate::layout::clean;
use crate::layout::input::SEPARATOR;
use crate::layout::runs_leftwards;
use crate::svg::Escaped;
use crate::template::content::{Part, Text};

/// A part as markup; nothing, if it has no words.
pub(super) fn part(part: &Part<'_>) -> String {
    let mut out = String::new();
    if is_blank(part) {
        return out;
    }
    for run in part.chunk_by(|a, b| a.link == b.link) {
        // A link without words could be followed, but not found.
        let link = run[0].link.as_deref().filter(|_| !is_blank(run));
        let link = link.and_then(target);
        if let Some(target) = &link {
            let web = !target.starts_with("mailto:") && !target.starts_with("tel:");
            let rel = if web {
                " rel=\"nofollow ugc noopener noreferrer\""
            } else {
                ""
            };
            let _ = write!(out, "<a href=\"{}\"{rel}>", Escaped(target));
        }
        for text in run {
            styled(&mut out, text);
        }
        if link.is_some() {
            out.push_str("</a>");
        }
    }
    out
}

/// Parts with dots between them.
pub(super) fn dotted(parts: &[Part<'_>]) -> String {
    joined(parts.iter().map(part).collect())
}

/// Pieces of markup with dots between them, which stay at the ends of lines.
pub(super) fn joined(mut parts: Vec<String>) -> String {
    parts.retain(|part| !part.is_empty());
    // Of writing in two directions each part keeps to itself, and its place.
    if parts.iter().any(|part| part.contains(runs_leftwards)) {
        for part in &mut parts {
            *part = format!("<bdi>{part}</bdi>");
        }
    }
    parts.join(&format!("&nbsp;{SEPARATOR} "))
}

/// The dates of an item, those that are dates also in a form for programs.
pub(super) fn dates(item: ShownItem<'_>, part: &Part<'_>) -> String {
    let mut out = String::new();
    for text in part {
        let field = text.place.and_then(|place| Field::from_json(place.field));
        match field.and_then(|field| item.when(field)) {
            Some(When::Date(date)) => {
                let _ = write!(out, "<time datetime=\"{date}\">");
                styled(&mut out, text);
                out.push_str("</time>");
            }
            _ => styled(&mut out, text),
        }
    }
    out
}

fn styled(out: &mut String, text: &Text<'_>) {
    let (open, close) = match (text.bold, text.italic) {
        (false, false) => ("", ""),
        (true, false) => ("<strong>", "</strong>"),
        (false, true) => ("<em>", "</em>"),
        (true, true) => ("<strong><em>", "</em></strong>"),
    };
    let mut clean = String::with_capacity(text.text.len());
    clean::append(&mut clean, &text.text);
    out.push_str(open);
    for (index, line) in clean.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<br>\n");
        }
        let _ = write!(out, "{}", Escaped(line));
    }
    out.push_str(close);
}

fn is_blank(part: &[Text<'_>]) -> bool {
    part.iter().all(|text| clean::line(&text.text).is_empty())
}

/// Where a link leads, if it may. One with characters that a text is cleaned of,
/// such as a change of direction, would lead elsewhere than it seems to.
pub(crate) fn target(link: &str) -> Option<String> {
    let target = safe_link(link)?;
    (clean::line(&target) == target).then_some(target)
}
