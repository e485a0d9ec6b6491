//! Faces: only those that something on the page may be set in.

use std::fmt::Write as _;

use crate::fonts::{Face, fallback};
use crate::template::compose::Frame;
use crate::template::pairs::{self, Voice};

/// Faces for scripts whose files are small. For Chinese, Japanese and Korean, and
/// for emoji, readers have fonts of their own, and ours are megabytes.
const LARGE: u8 = 51;

/// `@font-face` rules, each on a line of its own, and the two lists of families.
/// `body` is the page's markup, whose letters are asked for.
pub(super) fn write(css: &mut String, frame: &Frame, body: &str) {
    let mut faces: Vec<Face> = Vec::new();
    let mut add = |face: Face| {
        if face.number() < LARGE && !faces.contains(&face) {
            faces.push(face);
        }
    };
    let (text, display) = (frame.face(Voice::Regular), frame.face(Voice::Display));
    let voices = [Voice::Regular, Voice::SemiBold, Voice::Display];
    voices.into_iter().for_each(|voice| add(frame.face(voice)));
    // Which of them a template or a person has put in italics is not worth knowing:
    // a browser fetches a face when it meets a letter of it.
    if body.contains("<em>") || frame.look.has_italics() || body.contains("<h4") {
        add(frame.face(Voice::Italic));
        if body.contains("<em>") {
            add(frame.face(Voice::SemiBoldItalic));
        }
    }
    let rare = body.chars().any(is_rare);
    let mut stand_in = |face: Face| {
        let mut names: Vec<&'static str> = Vec::new();
        if rare {
            let more = fallback::faces(face, body, fallback::Han::default(), 0);
            for face in more.into_iter().filter(|face| face.number() < LARGE) {
                add(face);
                names.push(face.family());
            }
        }
        names
    };
    let (for_text, for_display) = (stand_in(text), stand_in(display));
    for face in &faces {
        let style = if face.is_italic() {
            " font-style: italic;"
        } else {
            ""
        };
        let _ = writeln!(
            css,
            "@font-face {{ font-family: \"{}\"; font-weight: {};{style} font-display: swap; \
             src: url(\"/fonts/{}\") format(\"truetype\"); }}",
            face.family(),
            face.weight(),
            face.file()
        );
    }
    let list = |face: Face, more: &[&str]| {
        let mut list = format!("\"{}\"", face.family());
        for name in more {
            let _ = write!(list, ", \"{name}\"");
        }
        list.push_str(match pairs::has_serifs(face) {
            true => ", Georgia, serif",
            false => ", system-ui, sans-serif",
        });
        list
    };
    let _ = writeln!(
        css,
        ":root {{ --text: {}; --display: {}; }}",
        list(text, &for_text),
        list(display, &for_display)
    );
}

/// A letter that a family for Western Europe may lack.
fn is_rare(c: char) -> bool {
    c >= '\u{250}' && !matches!(c, '\u{2000}'..='\u{206f}' | '€' | '™')
}
