//! What people call their things: one line.

/// One line of at most so many characters, without control characters and
/// without those that set a direction by hand, with which a name reads other than
/// it is written (Unicode Standard Annex 9, section 2).
pub(crate) fn one_line(text: &str, most: usize) -> String {
    let turns = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let kept: String = text
        .split(|c: char| c.is_control() || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let kept: String = kept.chars().filter(|c| !turns(*c)).take(most).collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_name_is_one_line_that_reads_as_it_is_written() {
        assert_eq!(one_line("  Anna\tEk\r\n CV ", 60), "Anna Ek CV");
        assert_eq!(one_line("gpj.\u{202e}fdp", 60), "gpj.fdp");
        assert_eq!(one_line("abc def", 4), "abc");
        assert_eq!(one_line("\u{200f}\u{0}", 4), "");
    }
}
