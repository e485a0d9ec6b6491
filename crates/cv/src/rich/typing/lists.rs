//! Lists: lines become theirs and plain again, and go on with the Enter key.

use super::{Area, line_end, line_start};
use crate::rich::notation::{self, List};

/// Marks that are typed for a list line and are not ours, with what they mean.
const TYPED: [(&str, &str); 5] = [
    ("* ", "- "),
    ("• ", "- "),
    ("– ", "- "),
    ("+ ", "- "),
    ("1) ", "1. "),
];

impl Area {
    /// Makes lines of a list of what is selected, or takes their marks away, if all
    /// are lines of such a list already.
    pub fn listed(&self, list: List) -> Area {
        let (start, end) = self.selected_lines();
        let body = self.text.get(start..end).unwrap_or_default();
        let marked: Vec<(Option<List>, &str)> = self.lines_with_marks(start, body);
        let blank = |text: &str| text.trim().is_empty();
        let only_blank = marked
            .iter()
            .all(|(found, text)| found.is_none() && blank(text));
        let is_listed = !only_blank
            && marked
                .iter()
                .all(|(found, text)| *found == Some(list) || (found.is_none() && blank(text)));
        let prefix = match list {
            List::Bullets => "- ",
            List::Numbers => "1. ",
        };
        let lines: Vec<String> = marked
            .iter()
            .map(|(found, text)| match is_listed {
                true => (*text).to_owned(),
                // An empty line among others parts them.
                false if found.is_none() && blank(text) && !only_blank => (*text).to_owned(),
                false => format!("{prefix}{}", text.trim_start()),
            })
            .collect();
        let lines = lines.join("\n");
        // The ends of the selection keep their distance from what follows them.
        let from_end = |at: usize| {
            let behind = line_end(&self.text, at) - at;
            // A selection of whole lines ends in the line after them.
            let above = self.text.get(start..at).unwrap_or_default();
            (above.matches('\n').count(), behind)
        };
        let ends = [self.selection.start, self.selection.end].map(from_end);
        let mut text = self.text.clone();
        text.replace_range(start..end, &lines);
        let find = |(number, behind): (usize, usize)| {
            let mut at = start;
            for _ in 0..number {
                at = line_end(&text, at) + 1;
            }
            let end = line_end(&text, at);
            end.saturating_sub(behind).max(at)
        };
        let [from, to] = ends.map(find);
        self.with(text, from..to.max(from)).begun_again(self)
    }

    /// From the beginning of the first line with something selected to the end of
    /// the last.
    fn selected_lines(&self) -> (usize, usize) {
        let (start, end) = (self.selection.start, self.selection.end);
        // A selection of whole lines ends at the beginning of the next.
        let last = match end > start && self.text.get(..end).is_some_and(|t| t.ends_with('\n')) {
            true => end - 1,
            false => end,
        };
        (line_start(&self.text, start), line_end(&self.text, last))
    }

    /// The lines of a part of the text: what list each is of, and its text.
    fn lines_with_marks<'a>(&self, start: usize, body: &'a str) -> Vec<(Option<List>, &'a str)> {
        let units = notation::units(&self.text);
        let mut at = start;
        let lines = body.split('\n').map(|line| {
            let unit = units
                .iter()
                .find(|unit| unit.list.is_some() && line_start(&self.text, unit.text.start) == at);
            let mark = unit.map_or(0, |unit| unit.text.start - at);
            at += line.len() + 1;
            (
                unit.and_then(|unit| unit.list),
                line.get(mark..).unwrap_or_default(),
            )
        });
        lines.collect()
    }

    /// The Enter key in a line of a list: the next line of the list. In an empty one
    /// the list ends. `None` where the key does what it does everywhere.
    pub fn entered(&self) -> Option<Area> {
        if self.is_line {
            return None;
        }
        let unit = self.list_line()?;
        let list = unit.list?;
        let line = line_start(&self.text, unit.text.start);
        let content = self.text.get(unit.text.clone())?;
        if self.selection.is_empty() && content.trim().is_empty() {
            return Some(self.replaced(line..unit.text.end, "").begun_again(self));
        }
        let mark = match list {
            List::Bullets => "\n- ".to_owned(),
            List::Numbers => {
                let digits = self.text.get(line..unit.text.start)?.split('.').next()?;
                format!("\n{}. ", digits.parse::<u32>().ok()?.saturating_add(1))
            }
        };
        let end = self.selection.end.max(self.selection.start);
        Some(self.replaced(self.selection.start..end, &mark).renumbered())
    }

    /// The Backspace key right behind the mark of a list line takes all of it. `None`
    /// where the key does what it does everywhere.
    pub fn erased(&self) -> Option<Area> {
        if self.is_line || !self.selection.is_empty() {
            return None;
        }
        let unit = self.list_line()?;
        if unit.text.start != self.selection.start {
            return None;
        }
        let line = line_start(&self.text, unit.text.start);
        Some(self.replaced(line..unit.text.start, "").begun_again(self))
    }

    /// The list line in whose text the selection begins.
    fn list_line(&self) -> Option<notation::Unit> {
        let unit = self.unit_at(self.selection.start);
        (unit.list.is_some() && unit.text.start <= self.selection.start).then_some(unit)
    }

    /// What was just typed begins a list in another notation: the same in ours.
    pub fn begun(&self) -> Option<Area> {
        if self.is_line || !self.selection.is_empty() {
            return None;
        }
        let at = self.selection.start;
        let line = line_start(&self.text, at);
        let typed = self.text.get(line..at)?;
        let (_, ours) = TYPED.into_iter().find(|(mark, _)| *mark == typed)?;
        Some(self.replaced(line..at, ours))
    }

    /// After a change of lines that were selected: what followed in a numbered list is
    /// one still, were it another one now.
    fn begun_again(self, before: &Area) -> Area {
        let end = line_end(&before.text, before.selection.end);
        let next = notation::units(&before.text)
            .into_iter()
            .find(|unit| unit.text.start > end);
        let Some(next) = next.filter(|unit| unit.list == Some(List::Numbers)) else {
            return self.renumbered();
        };
        let line = line_start(&before.text, next.text.start);
        let mut area = self;
        // What stands behind the change is as it was.
        let line = (area.text.len() + line).saturating_sub(before.text.len());
        let text = area.text.get(line..).unwrap_or_default();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let is_listed = notation::units(&area.text).iter().any(|unit| {
            unit.list == Some(List::Numbers) && line_start(&area.text, unit.text.start) == line
        });
        if !is_listed {
            area.text.replace_range(line..line + digits, "1");
        }
        area.renumbered()
    }

    /// Numbers each numbered list from one.
    pub(in crate::rich) fn renumbered(self) -> Area {
        let mut area = self;
        let mut number = 0_u32;
        let mut shift = 0_isize;
        for unit in notation::units(&area.text.clone()) {
            number = match unit.list {
                Some(List::Numbers) if unit.after_numbers => number + 1,
                _ => 1,
            };
            if unit.list != Some(List::Numbers) {
                continue;
            }
            let content = unit.text.start.saturating_add_signed(shift);
            let line = line_start(&area.text, content);
            let Some(old) = area.text.get(line..content) else {
                continue;
            };
            let digits = old.bytes().take_while(u8::is_ascii_digit).count();
            let new = number.to_string();
            if old.get(..digits) == Some(new.as_str()) {
                continue;
            }
            let by = new.len() as isize - digits as isize;
            let moved = |at: usize| match at >= line + digits {
                true => at.saturating_add_signed(by),
                false => at.min(line),
            };
            let selection = area.selection.clone();
            // What stands before the line stays.
            let keep = |at: usize| if at < line { at } else { moved(at) };
            area.selection = keep(selection.start)..keep(selection.end);
            area.text.replace_range(line..line + digits, &new);
            shift += by;
        }
        area
    }
}
