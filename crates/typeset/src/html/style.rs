//! How a web page looks: one style sheet, made of the same values as the pages.
//!
//! A template is a [`crate::template::look::Look`] of lengths in points. Here they
//! become multiples of the size of its text, which on a screen is what readers have
//! set, and on paper what the template says: so that one sheet is easy to read on a
//! telephone and prints as the file looks. Columns, margins and what stands beside
//! something else need room, and are asked for where there is some.
//!
//! A template that is added has its page, too: nothing here knows one by its name.

use std::fmt::Write as _;

use cv::Shown;

use crate::layout::input::{Form, Pt};
use crate::template::compose::{self, Frame};
use crate::template::look::{HeaderManner, PortraitAt, SideGround, Tone, Type};
use crate::template::pairs::Voice;

mod colors;
mod drawings;
mod fonts;
mod header;
mod setting;

pub(super) use drawings::{LEVELS, class};

const BASE: &str = include_str!("style/base.css");
const PRINT: &str = include_str!("style/print.css");

/// Of gaps on a screen, which has more room than paper.
const AIR: &str = "1.25";
/// Of line heights there, in hundredths.
const LEAD: i32 = 106;
/// The width from which text stands beside text, in pixels.
const BESIDE: i32 = 640;

/// The style sheet of a document whose page has this body.
pub(super) fn of(shown: Shown<'_>, frame: &Frame, body: &str) -> String {
    let mut sheet = Sheet::new(frame, compose::form(frame.look, shown));
    fonts::write(&mut sheet.css, frame, body);
    colors::write(&mut sheet.css, &frame.tones);
    sheet.root();
    sheet.css.push_str(BASE);
    sheet.header();
    match frame.side {
        None => sheet.setting("", &frame.look.main),
        Some(side) => {
            sheet.setting(".main ", &frame.look.main);
            sheet.setting(".side ", &side.setting);
            sheet.columns();
        }
    }
    sheet.drawings(body);
    sheet.css.push_str(PRINT);
    sheet.paper();
    sheet.css
}

/// A sheet for where our fonts are not: it names them, and fetches none.
#[cfg(feature = "exports")]
pub(super) fn without_fonts(sheet: &str) -> String {
    let lines = sheet.lines().filter(|line| !line.starts_with("@font-face"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

struct Sheet<'f> {
    css: String,
    frame: &'f Frame,
    form: Form,
    /// The size of text.
    base: Pt,
}

impl Sheet<'_> {
    fn new(frame: &Frame, form: Form) -> Sheet<'_> {
        Sheet {
            css: String::with_capacity(12 * 1024),
            frame,
            form,
            base: frame.hand(frame.look.main.body).size,
        }
    }

    /// The measures of the page.
    fn root(&mut self) {
        let frame = self.frame;
        let body = frame.hand(frame.look.main.body);
        let lead = per_mille(body.leading, body.size);
        let percent = per_mille(self.base, frame.look.main.body.size);
        let slant = match frame.face(Voice::Italic).is_italic() {
            true => "italic",
            false => "normal",
        };
        let _ = write!(
            self.css,
            ":root {{ font-size: {}%; --lead: {}; --air: {AIR}; --slant: {slant}; }}\n\
             main, footer {{ max-inline-size: calc({} + 2 * clamp(1.25rem, 6vw, 3rem)); }}\n",
            Mille(percent * 100),
            Mille(lead * LEAD / 100),
            self.rem(self.width()),
        );
    }

    /// The same measures on paper, and its margins. Browsers draw nothing in a margin:
    /// what reaches the edge of the paper has a page without one, and stands in from it
    /// by itself.
    fn paper(&mut self) {
        let frame = self.frame;
        let look = frame.look;
        let body = frame.hand(look.main.body);
        let form = self.form;
        let (width, height) = (points(form.width), points(form.height));
        let [top, right, bottom, left] = [form.top, form.right, form.bottom, form.left].map(points);
        let banded = matches!(look.header.manner, HeaderManner::Band(_));
        let side = frame.side;
        let tinted = side.is_some_and(|side| side.ground == SideGround::Tinted);
        let sides = match banded || tinted {
            true => ["0", "0"],
            false => [right.as_str(), left.as_str()],
        };
        let [beside, before] = sides;
        let _ = writeln!(
            self.css,
            "@page {{ size: {width} {height}; margin: {top} {beside} {bottom} {before}; }}"
        );
        if banded {
            self.css.push_str("@page :first { margin-top: 0; }\n");
        }
        if banded || tinted {
            let _ = writeln!(
                self.css,
                "@media print {{ main {{ padding-left: {left}; padding-right: {right}; }} }}"
            );
        }
        if tinted {
            // Where browsers repeat a padding on every sheet, the ground has all of it.
            let _ = writeln!(
                self.css,
                "@supports (box-decoration-break: clone) {{\n  @page {{ margin: 0; }}\n  \
                 @media print {{ main {{ padding-block: {top} {bottom}; box-decoration-break: clone; }} }}\n}}"
            );
        }
        let name = self.rem(frame.hand(look.header.name).size);
        let _ = writeln!(
            self.css,
            "@media print {{\n  :root {{ font-size: {}; --lead: {}; --air: 1; }}\n  \
             h1 {{ font-size: {name}; }}\n}}",
            points(body.size),
            Mille(per_mille(body.leading, body.size)),
        );
    }

    /// From the left end of the leftmost column to the right end of the other.
    fn width(&self) -> Pt {
        self.form.width - self.form.left - self.form.right
    }

    /// Where there is room for two columns: the whole width, and a little around it.
    fn wide(&self) -> i32 {
        let pixels = self.width().0 * 16 / self.frame.look.main.body.size.0;
        pixels + 64
    }

    /// What follows applies on paper and from a width on, to the closing brace.
    fn from(&mut self, pixels: i32) {
        let _ = writeln!(
            self.css,
            "@media print, screen and (min-width: {pixels}px) {{"
        );
    }

    /// Two columns, below a header or beside what is left of it.
    fn columns(&mut self) {
        let frame = self.frame;
        let Some(side) = frame.side else { return };
        let width = self.rem(side.width);
        let gutter = self.rem(side.gutter);
        let half = self.rem(Pt(side.gutter.0 / 2));
        let gap = self.gap(side.setting.gaps.section);
        let start = if side.left { "start" } else { "end" };
        let end = if side.left { "end" } else { "start" };
        let _ = writeln!(
            self.css,
            ".main > :first-child, .side > :first-child {{ margin-block-start: 0; }}\n\
             .side, header + .columns {{ margin-block-start: {gap}; }}"
        );
        let sidebar = frame.look.header.manner == HeaderManner::Sidebar;
        if !sidebar && frame.look.portrait.at == PortraitAt::Side {
            // Below everything else nobody looks for a photo.
            let _ = writeln!(
                self.css,
                "@media screen and (max-width: {}px) {{\n  .columns:has(.photo) {{ display: flex; flex-direction: column; }}\n  \
                 .side:has(.photo) {{ display: contents; }}\n  .side > .photo {{ order: -1; align-self: start; }}\n}}",
                self.wide() - 1
            );
        }
        self.from(self.wide());
        if sidebar {
            let after = self.gap(frame.after_header());
            let _ = write!(
                self.css,
                "  .who, .about {{ margin-block: 0 {after}; }}\n  main {{ display: flow-root; }}\n  header, .columns {{ display: contents; }}\n  \
                 .who, .main {{ float: inline-{end}; clear: inline-{end}; inline-size: calc(100% - {width} - {gutter}); }}\n  \
                 .about, .side {{ float: inline-{start}; clear: inline-{start}; inline-size: {width}; }}\n"
            );
        } else {
            let tracks = match side.left {
                true => format!("{width} minmax(0, 1fr)"),
                false => format!("minmax(0, 1fr) {width}"),
            };
            let order = if side.left { "-1" } else { "0" };
            let _ = write!(
                self.css,
                "  .columns {{ display: grid; grid-template-columns: {tracks}; column-gap: {gutter}; }}\n  \
                 .side {{ margin-block-start: 0; order: {order}; }}\n"
            );
        }
        match side.ground {
            SideGround::Line => {
                let _ = writeln!(
                    self.css,
                    "  .side {{ border-inline-{end}: 1px solid var(--line); padding-inline-{end}: {half}; margin-inline-{end}: calc(-1 * {half}); }}"
                );
                self.css.push_str("}\n");
            }
            SideGround::Tinted => {
                self.css.push_str("}\n");
                self.tinted(side.left, side.width + Pt(side.gutter.0 / 2));
                // What stands at the foot is in the other column.
                let (wide, column) = (self.wide(), self.rem(side.width + side.gutter));
                let _ = writeln!(
                    self.css,
                    "@media screen and (min-width: {wide}px) {{\n  footer {{ padding-inline-{start}: calc({column} + clamp(1.25rem, 6vw, 3rem)); }}\n}}"
                );
            }
        }
    }

    /// A ground from the edge of the window, or of every sheet of paper, to the end of
    /// a column so wide.
    fn tinted(&mut self, left: bool, column: Pt) {
        let to = match left != self.frame.lang.is_rtl() {
            true => "right",
            false => "left",
        };
        let from_middle = self.rem(Pt(self.width().0 / 2) - column);
        let margin = match left {
            true => self.form.left,
            false => self.form.right,
        };
        let edge = points(margin + column);
        let wide = self.wide();
        // What is fixed stands on every sheet.
        let _ = write!(
            self.css,
            "@media screen and (min-width: {wide}px) {{\n  \
             body {{ background: linear-gradient(to {to}, var(--tint) calc(50% - {from_middle}), var(--ground) 0); min-block-size: 100vh; }}\n}}\n\
             @media print {{\n  body::before {{ content: \"\"; position: fixed; z-index: -1; \
             inset: 0; \
             background: linear-gradient(to {to}, var(--tint) {edge}, transparent 0); }}\n}}\n"
        );
    }

    /// A text's face, size, line height and colour.
    fn set(&self, set: Type) -> String {
        let hand = self.frame.hand(set);
        let face = self.frame.face(set.voice);
        let style = if face.is_italic() { "italic " } else { "" };
        let family = match set.voice {
            Voice::Display => "display",
            _ => "text",
        };
        format!(
            "font: {style}{} {}/{} var(--{family}); color: {};",
            face.weight(),
            self.rem(hand.size),
            Mille(per_mille(hand.leading, hand.size)),
            color(set.tone)
        )
    }

    /// A length as a multiple of the size of text.
    fn rem(&self, length: Pt) -> String {
        match per_mille(length, self.base) {
            0 => "0rem".to_owned(),
            mille => format!("{}rem", Mille(mille)),
        }
    }

    /// A space between rows.
    fn gap(&self, gap: Pt) -> String {
        format!("calc(var(--air) * {})", self.rem(self.frame.gap(gap)))
    }

    fn rule(&mut self, selector: &str, declarations: &str) {
        let _ = writeln!(self.css, "{selector} {{ {declarations} }}");
    }
}

fn color(tone: Tone) -> &'static str {
    match tone {
        Tone::Ink => "var(--ink)",
        Tone::Muted => "var(--muted)",
        Tone::Accent => "var(--accent)",
        Tone::Paper => "#fff",
    }
}

/// How many thousandths of the second length the first one is.
fn per_mille(length: Pt, of: Pt) -> i32 {
    length.0 * 1000 / of.0.max(1)
}

fn points(length: Pt) -> String {
    format!("{}pt", Mille(length.0 * 10))
}

/// Thousandths, as a decimal number.
struct Mille(i32);

impl std::fmt::Display for Mille {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let (whole, rest) = (self.0.abs() / 1000, self.0.abs() % 1000);
        match rest {
            0 => write!(f, "{whole}"),
            rest => {
                let digits = format!("{rest:03}");
                write!(f, "{whole}.{}", digits.trim_end_matches('0'))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Mille;

    #[test]
    fn thousandths_are_as_short_as_they_can_be() {
        let written = [1000, 1500, 20, -250, 0].map(|mille| Mille(mille).to_string());
        assert_eq!(written, ["1", "1.5", "0.02", "-0.25", "0"]);
    }
}
