//! Descriptions, which the portal keeps as HTML within text.

use std::fmt::Write as _;

use super::{Body, Pieces};
use crate::svg::Escaped;

/// Appends paragraphs and lists.
pub(super) fn html(out: &mut String, body: &[Body]) {
    let mut in_list = false;
    for piece in body {
        let (tag, text) = match piece {
            Body::Paragraph(text) | Body::Labelled(text) => ("p", text),
            Body::Bullet(text, _) => ("li", text),
        };
        let begins = !matches!(piece, Body::Bullet(_, false));
        if in_list && begins {
            out.push_str("</ul>");
            in_list = false;
        }
        if tag == "li" && !in_list {
            out.push_str("<ul>");
            in_list = true;
        }
        let _ = write!(out, "<{tag}>");
        inline(out, text);
        let _ = write!(out, "</{tag}>");
    }
    if in_list {
        out.push_str("</ul>");
    }
}

fn inline(out: &mut String, pieces: &Pieces) {
    for piece in pieces {
        let mut close = Vec::new();
        if let Some(link) = &piece.link {
            let _ = write!(out, "<a href=\"{}\">", Escaped(link));
            close.push("</a>");
        }
        for (is, tag) in [(piece.bold, "strong"), (piece.italic, "em")] {
            if is {
                let _ = write!(out, "<{tag}>");
                close.push(if tag == "em" { "</em>" } else { "</strong>" });
            }
        }
        for (index, line) in piece.text.split('\n').enumerate() {
            if index > 0 {
                out.push_str("<br/>");
            }
            let _ = write!(out, "{}", Escaped(line));
        }
        close.iter().rev().for_each(|tag| out.push_str(tag));
    }
}
