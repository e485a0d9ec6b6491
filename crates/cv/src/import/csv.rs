//! Tables as text: comma-separated values, with quoted cells that may hold
//! commas, quotes and line breaks.

use serde_json::{Map, Value as Json};

/// Rows that are read. A document holds no more entries.
const ROWS: usize = crate::limits::ITEMS + 1;
/// Cells of a row.
const CELLS: usize = 60;

/// Each row as an object of its cells by the names in the first row; empty
/// cells are not in it. A quote that is never closed takes the rest as its cell.
pub(super) fn rows(text: &str) -> Vec<Map<String, Json>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut cells = Cells { rest: text };
    let Some(names) = cells.row() else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    while rows.len() < ROWS {
        let Some(row) = cells.row() else { break };
        let named = names.iter().zip(row);
        rows.push(
            named
                .filter(|(_, cell)| !cell.trim().is_empty())
                .map(|(name, cell)| (name.trim().to_owned(), Json::String(cell)))
                .collect(),
        );
    }
    rows
}

struct Cells<'t> {
    rest: &'t str,
}

impl Cells<'_> {
    /// The next row that is not a blank line.
    fn row(&mut self) -> Option<Vec<String>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let mut row = Vec::new();
            loop {
                let (cell, ends) = self.cell();
                if row.len() < CELLS {
                    row.push(cell);
                }
                if ends {
                    break;
                }
            }
            if row.iter().any(|cell| !cell.is_empty()) {
                return Some(row);
            }
        }
    }

    /// The next cell, and whether its row ends with it.
    fn cell(&mut self) -> (String, bool) {
        let mut cell = String::new();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            self.rest = quoted;
            loop {
                let Some(at) = self.rest.find('"') else {
                    cell.push_str(self.rest);
                    self.rest = "";
                    break;
                };
                cell.push_str(&self.rest[..at]);
                self.rest = &self.rest[at + 1..];
                match self.rest.strip_prefix('"') {
                    Some(rest) => {
                        cell.push('"');
                        self.rest = rest;
                    }
                    None => break,
                }
            }
        }
        let end = self.rest.find([',', '\n', '\r']);
        cell.push_str(&self.rest[..end.unwrap_or(self.rest.len())]);
        let Some(end) = end else {
            self.rest = "";
            return (cell, true);
        };
        let ends = !self.rest[end..].starts_with(',');
        let after = match self.rest[end..].starts_with("\r\n") {
            true => end + 2,
            false => end + 1,
        };
        self.rest = &self.rest[after..];
        (cell, ends)
    }
}

#[cfg(test)]
mod tests {
    use super::rows;

    fn read(text: &str) -> String {
        let rows = rows(text).into_iter().map(serde_json::Value::Object);
        rows.map(|row| format!("{row}\n")).collect()
    }

    #[test]
    fn cells_hold_commas_quotes_and_lines() {
        let text = "\u{feff}A,B\r\n\"x, \"\"y\"\"\nz\",1\r\n\r\n,2,3\r\n\"open";
        assert_eq!(
            read(text),
            "{\"A\":\"x, \\\"y\\\"\\nz\",\"B\":\"1\"}\n{\"B\":\"2\"}\n{\"A\":\"open\"}\n"
        );
        for text in ["", "\n\n", "A,B", "\"", ",,,"] {
            assert_eq!(read(text), "", "{text}");
        }
    }
}
