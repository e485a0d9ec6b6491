//! Text as it can be set.
//!
//! Documents hold whatever people and files put into them. What has no shape
//! is taken out here, before the shaper and long before the PDF, where a NUL or
//! a byte order mark would make a file that readers refuse.

/// Appends text, with line ends of every kind as `" \n"` (the space keeps words
/// apart when the text is taken out of the file again) and without characters
/// that are not text.
pub(crate) fn append(out: &mut String, text: &str) {
    let mut chars = text.chars().peekable();
    let mut joined = 0;
    while let Some(c) = chars.next() {
        // A chain that no line could hold is parted.
        if c == JOINER {
            joined += 1;
            if joined > MOST_JOINED {
                joined = 0;
                continue;
            }
        } else if !out.ends_with(JOINER) && !modifies(c) {
            joined = 0;
        }
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                if !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
                out.push('\n');
            }
            '\t' => out.push(' '),
            c if is_text(c) => out.push(c),
            _ => {}
        }
    }
}

/// Joins pictures to one.
const JOINER: char = '\u{200d}';
/// A family of four.
const MOST_JOINED: usize = 3;

/// A colour of skin, or the choice of a picture's form.
fn modifies(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// One clean line: for a title or an author's name.
pub(crate) fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    append(&mut out, text);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_text(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            // No hyphen is ever drawn there, and readers would see a broken word.
            '\u{ad}'
            // Directions set by hand: they let a text read other than it is written.
            | '\u{61c}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            // Marks of formats that this is not: annotations, objects, tags, byte order.
            | '\u{fff9}'..='\u{fffc}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
            | '\u{fdd0}'..='\u{fdef}'
        )
        && (c as u32) & 0xfffe != 0xfffe
}
