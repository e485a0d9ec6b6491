//! What the command line prints. Texts come from strangers' files too, so
//! nothing that drives a terminal gets through: not the codes that colour it or
//! retitle it, and not those that turn the direction of writing.

use std::io::{ErrorKind, Write};

/// Prints a line on standard error.
pub(crate) fn tell(line: &str) {
    // There is nobody to tell when standard error is closed.
    let _ = writeln!(std::io::stderr(), "{}", plain(line));
}

/// Prints a line on standard output. A reader who has gone has read enough.
///
/// # Errors
/// Standard output cannot be written: a full disk.
pub(crate) fn print(line: &str) -> std::io::Result<()> {
    match writeln!(std::io::stdout(), "{}", plain(line)) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// A text in one line that drives nothing.
pub(crate) fn plain(text: &str) -> String {
    let turns = |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|c| match c {
            '\t' => c,
            '\n' | '\r' => ' ',
            c if c.is_control() || turns(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_text_cannot_drive_a_terminal() {
        assert_eq!(plain("a\u{1b}]0;t\u{7}b\nc"), "a\u{fffd}]0;t\u{fffd}b c");
        assert_eq!(plain("Åsa \u{202e}x"), "Åsa \u{fffd}x");
    }
}
