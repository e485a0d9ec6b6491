//! The words of the pages, as plain text in reading order.

use crate::pages::{Cell, Pages, Role, Row};

/// Plain text: paragraphs unbroken, an empty line before each entry, bullets as
/// `-`, numbers as they are, and behind a linked text its target where the text does not say it.
pub fn write(pages: &Pages) -> String {
    let mut out = String::new();
    // The rest of a row that goes on over a page was written with its start.
    for placed in pages.reading().filter(|placed| placed.start == 0) {
        row(&mut out, &placed.row);
    }
    out
}

fn row(out: &mut String, row: &Row) {
    // A picture says nothing that the words do not.
    if row.cells.is_empty() {
        return;
    }
    if row.begins && !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
    let mut first = true;
    for cell in &row.cells {
        match cell.role {
            Role::Label => {
                out.push_str("- ");
                continue;
            }
            Role::Number => {
                out.push_str(cell.text.trim());
                out.push(' ');
                continue;
            }
            _ => {}
        }
        let text = words(cell);
        if !text.is_empty() {
            if !first {
                out.push_str("  ");
            }
            out.push_str(&text);
            first = false;
        }
    }
    out.push('\n');
    if row.cells.iter().any(|c| c.role == Role::Heading(2)) {
        out.push('\n');
    }
}

/// The text of a cell, with the targets of its links.
fn words(cell: &Cell) -> String {
    let mut out = String::new();
    let mut from = 0;
    for (index, link) in cell.links.iter().enumerate() {
        let glyphs = cell
            .lines
            .iter()
            .flat_map(|line| &line.runs)
            .filter(|run| run.link.map(usize::from) == Some(index))
            .flat_map(|run| &run.glyphs);
        let (start, end) = glyphs.fold((usize::MAX, 0), |(start, end), glyph| {
            (start.min(glyph.start as usize), end.max(glyph.end as usize))
        });
        let (Some(before), Some(text)) = (cell.text.get(from..end), cell.text.get(start..end))
        else {
            continue;
        };
        out.push_str(before);
        from = end;
        let target = &link.shown;
        if !text.contains(target.as_str()) && !link.target.starts_with("tel:") {
            out.push_str(" (");
            out.push_str(target);
            out.push(')');
        }
    }
    out.push_str(cell.text.get(from..).unwrap_or_default());
    // There is no line to be broken here, and who searches types plain spaces.
    let mut out = out.replace('\u{a0}', " ");
    let mut runs = cell.lines.iter().flat_map(|line| &line.runs);
    if runs.any(|run| run.icon.is_some()) {
        // The room for drawings parts what dots part elsewhere.
        let parts = out.split("  ").map(str::trim);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        out = parts.join(" · ");
    }
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}
