//! Pages as SVG with real text.
//!
//! A run of glyphs is one `<text>` with one x: a browser that shapes the same
//! font file arrives within a hundredth of a point of the engine's positions,
//! and the text can be selected and searched. Faces are classes (`f0` …, see
//! [`css`]), because a page's security policy allows no style in markup. The photo
//! is where the caller says; without an address its place is a pale ground.

use std::fmt::Write as _;

use crate::fonts::{Face, FontError, Fonts};
use crate::pages::{Cell, Ground, Page, Pages, Placed, Run};

mod drawings;
mod marks;

pub use marks::Marks;

/// Who the markup is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Readers: links are links.
    Reader,
    /// The editor's preview: every run carries `data-place`, the field that it
    /// shows, and links are no stops for the Tab key.
    Editor,
    /// A picture of a page: links are text.
    Picture,
}

/// Space between pages in one file.
const GAP: f32 = 18.0;

/// A page as an `<svg>` element, for a site that has [`css`] and stands in an
/// element of class `page`. `photo` is the picture's address.
pub fn page(pages: &Pages, index: usize, audience: Audience, photo: Option<&str>) -> String {
    drawn(pages, index, audience, photo, None)
}

/// The picture of a page, with marks beside rows that are otherwise elsewhere.
pub fn marked_page(pages: &Pages, index: usize, photo: Option<&str>, marks: &Marks) -> String {
    drawn(pages, index, Audience::Picture, photo, Some(marks))
}

fn drawn(
    pages: &Pages,
    index: usize,
    audience: Audience,
    photo: Option<&str>,
    marks: Option<&Marks>,
) -> String {
    let mut out = String::new();
    let (width, height) = (Fixed(pages.width), Fixed(pages.height));
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         xml:space=\"preserve\" lang=\"{}\">",
        Escaped(&pages.language)
    );
    if let Some(page) = pages.pages.get(index) {
        content(&mut out, page, audience, photo, marks);
    }
    out.push_str("</svg>");
    out
}

/// All pages below each other in one file that stands alone, fonts included.
/// `photo` are the bytes of a JPEG.
///
/// # Errors
/// A face that the pages are set in is not at hand.
pub fn document(pages: &Pages, fonts: &Fonts, photo: Option<&[u8]>) -> Result<String, FontError> {
    let photo = photo.map(|bytes| {
        let mut address = String::from("data:image/jpeg;base64,");
        base64(&mut address, bytes);
        address
    });
    let mut out = String::new();
    let count = pages.pages.len() as f32;
    let height = count * pages.height + (count - 1.0) * GAP;
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}pt\" height=\"{1}pt\" \
         viewBox=\"0 0 {0} {1}\" xml:space=\"preserve\" xml:lang=\"{2}\"><title>{3}</title><style>",
        Fixed(pages.width),
        Fixed(height),
        Escaped(&pages.language),
        Escaped(&pages.title),
    );
    for face in pages.faces() {
        let data = fonts.get(face).ok_or(FontError::Missing(face.file()))?;
        let prefix = "data:font/ttf;base64,";
        out.push_str(&font_face(face, prefix, data.as_ref()));
    }
    out.push_str(&classes(""));
    out.push_str("</style>");
    for (index, page) in pages.pages.iter().enumerate() {
        let y = index as f32 * (pages.height + GAP);
        let _ = write!(
            out,
            "<g transform=\"translate(0 {})\"><rect width=\"{}\" height=\"{}\" fill=\"#fff\"/>",
            Fixed(y),
            Fixed(pages.width),
            Fixed(pages.height)
        );
        content(&mut out, page, Audience::Reader, photo.as_deref(), None);
        out.push_str("</g>");
    }
    out.push_str("</svg>\n");
    Ok(out)
}

/// The style sheet of pages within a site, which brings the faces itself
/// ([`faces`]): `style/paper.css` ends with this text.
pub fn css() -> String {
    classes(".page ")
}

/// The inner markup of a row, relative to its left end and top. `photo` is the
/// picture's address.
pub fn row(out: &mut String, placed: &Placed, audience: Audience, photo: Option<&str>) {
    if let Some(place) = &placed.row.image {
        drawings::image(out, place, audience, photo);
    }
    for rule in placed.rules() {
        filled(out, &rule);
    }
    for cell in &placed.row.cells {
        // The mark of an item that goes on over a page stands with its start.
        if cell.role.is_mark() && placed.start > 0 {
            continue;
        }
        if let Some(shown) = &cell.gauge {
            if placed.start == 0 {
                drawings::gauge(out, placed, cell, shown, audience);
            }
            continue;
        }
        for (top, line) in placed.lines(cell) {
            for run in line.reading() {
                if let Some(shown) = run.icon {
                    let middle = top + placed.row.middle(run.size);
                    drawings::icon(out, shown, run, cell.x + run.x, middle);
                    continue;
                }
                text(out, cell, run, top + placed.row.baseline, audience);
            }
        }
    }
}

/// What is filled behind a page's rows.
pub fn grounds(out: &mut String, page: &Page) {
    for ground in &page.grounds {
        filled(out, ground);
    }
}

fn filled(out: &mut String, ground: &Ground) {
    out.push_str("<rect");
    for (name, length) in [("x", ground.x), ("y", ground.y)] {
        if length != 0.0 {
            let _ = write!(out, " {name}=\"{}\"", Fixed(length));
        }
    }
    let _ = write!(
        out,
        " width=\"{}\" height=\"{}\" fill=\"#{:06x}\"/>",
        Fixed(ground.width),
        Fixed(ground.height),
        ground.color
    );
}

fn content(
    out: &mut String,
    page: &Page,
    audience: Audience,
    photo: Option<&str>,
    marks: Option<&Marks>,
) {
    grounds(out, page);
    for placed in page.rows.iter().chain(&page.furniture) {
        if let Some(marks) = marks {
            marks.bar(out, placed);
        }
        let _ = write!(
            out,
            "<g transform=\"translate({} {})\">",
            Fixed(placed.x),
            Fixed(placed.y)
        );
        row(out, placed, audience, photo);
        out.push_str("</g>");
    }
}

fn text(out: &mut String, cell: &Cell, run: &Run, y: f32, audience: Audience) {
    let link = run.link.filter(|_| audience != Audience::Picture);
    let link = link.and_then(|link| cell.links.get(usize::from(link)));
    if let Some(link) = link {
        let _ = write!(
            out,
            "<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\"{}>",
            Escaped(&link.target),
            if audience == Audience::Editor {
                " tabindex=\"-1\""
            } else {
                ""
            }
        );
    }
    let _ = write!(
        out,
        "<text class=\"f{}{}{}\" x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"#{:06x}\"",
        run.face,
        if run.tabular { " tn" } else { "" },
        // Not selected and not copied: the word has no hyphen.
        if run.hyphen { " hy" } else { "" },
        Fixed(cell.x + run.x),
        Fixed(y),
        Fixed(run.size),
        run.color
    );
    if let Some(place) = run.place.filter(|_| audience == Audience::Editor) {
        let _ = write!(out, " data-place=\"{place}\"");
    }
    if run.hyphen {
        out.push_str(" aria-hidden=\"true\">-");
    } else {
        out.push('>');
    }
    // Within a text that runs rightwards, so that all browsers begin it at its left.
    if run.rtl {
        out.push_str("<tspan direction=\"rtl\" unicode-bidi=\"bidi-override\">");
    }
    for piece in run.text(cell) {
        if run.boxes {
            out.push('\u{25a1}');
        } else {
            let _ = write!(out, "{}", Escaped(piece));
        }
    }
    if run.rtl {
        out.push_str("</tspan>");
    }
    out.push_str("</text>");
    if link.is_some() {
        out.push_str("</a>");
    }
}

fn classes(scope: &str) -> String {
    let mut out = format!(
        "{scope}text {{ white-space: pre; text-rendering: geometricPrecision; \
         font-kerning: normal; }}\n"
    );
    for face in Face::all() {
        let _ = writeln!(
            out,
            "{scope}.f{} {{ font-family: \"{}\"; font-weight: {}; font-style: {}; }}",
            face.number(),
            face.family(),
            face.weight(),
            slant(face)
        );
    }
    let _ = writeln!(out, "{scope}.tn {{ font-variant-numeric: tabular-nums; }}");
    let _ = writeln!(
        out,
        "{scope}.hy {{ -webkit-user-select: none; user-select: none; }}"
    );
    out
}

fn slant(face: Face) -> &'static str {
    if face.is_italic() { "italic" } else { "normal" }
}

/// The rules that bring the faces, each fetched when something is set in it:
/// `style/fonts.css` ends with this text.
pub fn faces() -> String {
    let mut out = String::new();
    for face in Face::all() {
        let file = face.file();
        let _ = writeln!(
            out,
            "@font-face {{\n  font-family: \"{}\";\n  font-weight: {};\n  font-style: {};\n  \
             font-display: swap;\n  src: url(\"/fonts/{file}\") format(\"truetype\");\n}}",
            face.family(),
            face.weight(),
            slant(face)
        );
    }
    out
}

fn font_face(face: Face, prefix: &str, data: &[u8]) -> String {
    let mut out = format!(
        "@font-face {{ font-family: \"{}\"; font-weight: {}; font-style: {}; src: url({prefix}",
        face.family(),
        face.weight(),
        slant(face)
    );
    base64(&mut out, data);
    out.push_str("); }\n");
    out
}

/// A JPEG as an address that holds the picture itself (RFC 2397).
#[cfg(feature = "exports")]
pub(crate) fn jpeg_address(file: &[u8]) -> String {
    let mut address = String::from("data:image/jpeg;base64,");
    base64(&mut address, file);
    address
}

/// RFC 4648, with padding.
pub(crate) fn base64(out: &mut String, data: &[u8]) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(data.len().div_ceil(3) * 4);
    for chunk in data.chunks(3) {
        let bits = chunk.iter().enumerate().fold(0_u32, |bits, (n, byte)| {
            bits | u32::from(*byte) << (16 - 8 * n)
        });
        for digit in 0..4 {
            out.push(if digit <= chunk.len() {
                DIGITS[(bits >> (18 - 6 * digit)) as usize & 63] as char
            } else {
                '='
            });
        }
    }
}

/// A length with at most two decimals.
pub struct Fixed(pub f32);

impl std::fmt::Display for Fixed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        if hundredths < 0 {
            f.write_str("-")?;
        }
        let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
        match part {
            0 => write!(f, "{whole}"),
            part if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            part => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// Text within markup or an attribute.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let special = |c: char| {
            matches!(c, '&' | '<' | '>' | '"' | '\'' | '\u{fffe}' | '\u{ffff}') || c < ' '
        };
        let mut rest = self.0;
        while let Some(at) = rest.find(special) {
            f.write_str(&rest[..at])?;
            let mut chars = rest[at..].chars();
            f.write_str(match chars.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                Some('\'') => "&#39;",
                // XML has no place for control characters and for what is no character.
                _ => "",
            })?;
            rest = chars.as_str();
        }
        f.write_str(rest)
    }
}
