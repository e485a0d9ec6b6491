//! Tables as CSV (RFC 4180): UTF-8 with a mark at its beginning, without which
//! some programs read it as something else, and lines that end with CR LF.
//!
//! A spreadsheet computes a cell that begins like a formula, and what stands in
//! a cell may be from anybody. So such a cell begins with an apostrophe.

/// What a file begins with.
pub(super) const BEGINNING: &str = "\u{feff}";

/// What a spreadsheet takes for a formula's beginning.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A line of a table.
pub(super) fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for cell in cells {
        if !line.is_empty() {
            line.push(',');
        }
        line.push('"');
        if cell.starts_with(FORMULA) {
            line.push('\'');
        }
        line.push_str(&cell.replace('"', "\"\""));
        line.push('"');
    }
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn cells_are_quoted_and_formulas_are_text() {
        assert_eq!(
            line(["a", "", "b,\"c\"\r\nd"]),
            "\"a\",\"\",\"b,\"\"c\"\"\r\nd\"\r\n"
        );
        for bad in ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(line([bad]), format!("\"'{bad}\"\r\n"));
        }
        // In the middle it is none.
        assert_eq!(line(["a=1"]), "\"a=1\"\r\n");
    }
}
