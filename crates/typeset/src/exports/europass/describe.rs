//! Descriptions, which the portal keeps as HTML within text.

use std::fmt::Write as _;

use super::{Body, Pieces};
use crate::svg::Escaped;

/// Appends paragraphs and lists.
pub(super) fn html(out: &mut String, body: &[Body]) {
    let mut close = "";
    for piece in body {
        let (tag, goes_on) = match piece {
            Body::Paragraph(_) | Body::Labelled(_) => ("p", false),
            Body::Bullet(_, begins) => ("li", !begins && close != "</ol>"),
            Body::Numbered(_, number) => ("li", *number > 1 && close != "</ul>"),
        };
        if !goes_on {
            out.push_str(std::mem::take(&mut close));
        }
        if tag == "li" && close.is_empty() {
            let (open, end) = match piece {
                Body::Numbered(..) => ("<ol>", "</ol>"),
                _ => ("<ul>", "</ul>"),
            };
            out.push_str(open);
            close = end;
        }
        let _ = write!(out, "<{tag}>");
        inline(out, piece.pieces());
        let _ = write!(out, "</{tag}>");
    }
    out.push_str(close);
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
