//! Rich text in the midst of a text that is being written.

use crate::limits::{FIELD_CHARS, cut_rich};
use crate::rich::notation::{self, List};
use crate::rich::typing::Area;
use crate::rich::{Block, Inline, RichText};

/// Paragraphs and list lines as lines of a list: each line break begins another.
pub fn lines(rich: &RichText) -> Vec<Inline> {
    let lines = rich.inlines().flat_map(super::marks::split);
    let lines = lines.map(|line| super::trimmed(line).normalised());
    lines
        .filter(|line| !line.text().trim().is_empty())
        .collect()
}

impl Area {
    /// Puts rich text in the place of what is selected. Returns how many characters
    /// of it did not fit into the field; what was there is not cut.
    pub fn pasted(&self, rich: &RichText) -> (Area, usize) {
        let others = self.with_pasted(&RichText::default()).chars();
        let mut room = FIELD_CHARS.saturating_sub(others);
        let all = rich.chars();
        // Joints may take a character more than the parts.
        for _ in 0..4 {
            let mut fitting = rich.clone();
            let lost = cut_rich(&mut fitting, room);
            let area = self.with_pasted(&fitting);
            let over = area.chars().saturating_sub(FIELD_CHARS);
            if over == 0 {
                return (area, lost);
            }
            room = room.saturating_sub(over);
        }
        (self.clone(), all)
    }

    fn chars(&self) -> usize {
        match self.is_line {
            true => notation::read_inline(&self.text).chars(),
            false => notation::read(&self.text).chars(),
        }
    }

    fn with_pasted(&self, rich: &RichText) -> Area {
        let range = self.selection.start..self.selection.end.max(self.selection.start);
        let written = |lines: Vec<Inline>| -> Vec<String> {
            lines.iter().map(notation::write_inline).collect()
        };
        if self.is_line {
            return self.replaced(range, &written(lines(rich)).join(" "));
        }
        if let Some(list) = self.list_here() {
            let between = match list {
                List::Bullets => "\n- ",
                List::Numbers => "\n1. ",
            };
            let lines = written(lines(rich)).join(between);
            return self.replaced(range, &lines).renumbered();
        }
        let before = self.text.get(..range.start).unwrap_or_default();
        let after = self.text.get(range.end..).unwrap_or_default();
        let is_list =
            |block: Option<&Block>| matches!(block, Some(Block::List(_) | Block::Numbered(_)));
        let begun = !before.is_empty() && !before.ends_with('\n');
        let goes_on = !after.is_empty() && !after.starts_with('\n');
        let mut text = notation::write(rich);
        if begun && is_list(rich.0.first()) {
            text.insert(0, '\n');
        }
        let cursor = range.start + text.len();
        if goes_on && is_list(rich.0.last()) {
            text.push_str("\n\n");
        }
        let mut area = self.replaced(range, &text);
        area.selection = cursor..cursor;
        area.renumbered()
    }
}
