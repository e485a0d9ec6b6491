//! The header: who this is, and how to reach them.

use std::fmt::Write as _;

use super::{BESIDE, Sheet, color};
use crate::layout::input::{Pt, pt};
use crate::template::look::{HeaderManner, PortraitAt, Tone};

impl Sheet<'_> {
    pub(super) fn header(&mut self) {
        let header = &self.frame.look.header;
        let (name, label) = (self.set(header.name), self.set(header.label));
        let contact = self.set(header.contact);
        let name_size = self.frame.hand(header.name).size;
        // On a narrow screen a name is smaller, though still the largest thing there.
        let (least, most) = (self.rem(Pt(name_size.0 * 55 / 100)), self.rem(name_size));
        self.rule(
            "h1",
            &format!("{name} font-size: min({most}, {least} + 4vw); letter-spacing: -0.005em;"),
        );
        let after_name = self.gap(header.after_name + pt(2.0));
        self.rule(
            ".label",
            &format!("{label} margin-block-start: {after_name}; text-wrap: balance;"),
        );
        let after_label = self.gap(header.after_label.max(pt(4.0)));
        self.rule("address, header .details", &contact);
        self.rule(
            "address, .label + .details",
            &format!("margin-block-start: {after_label};"),
        );
        self.photo();
        match header.manner {
            HeaderManner::Stacked => {}
            HeaderManner::Centered => {
                self.rule("header", "text-align: center;");
                self.rule("address ul", "justify-content: center;");
            }
            HeaderManner::Band(below) => self.band(below),
            HeaderManner::Split(width) => self.split(width),
            HeaderManner::Sidebar => {
                self.rule(".about", "margin-block-start: 0.75rem;");
                self.rule(".about li + li", "margin-block-start: 0.2rem;");
            }
        }
        if let Some((thickness, below, tone)) = header.line {
            let (thickness, below) = (self.rem(thickness), self.rem(below));
            self.rule(
                "header",
                &format!(
                    "border-block-end: {thickness} solid {}; padding-block-end: {below};",
                    color(tone)
                ),
            );
        }
        let after = self.frame.after_header();
        if after > pt(0.0) && header.manner != HeaderManner::Sidebar {
            let drawn = match (header.manner, header.line) {
                (HeaderManner::Band(below), _) => below,
                (_, Some((thickness, below, _))) => thickness + below,
                _ => pt(0.0),
            };
            let after = self.gap(Pt((after - drawn).0.max(pt(10.0).0)));
            self.rule("header", &format!("margin-block-end: {after};"));
            self.rule("header + section", "margin-block-start: 0;");
        }
    }

    fn photo(&mut self) {
        let portrait = &self.frame.look.portrait;
        let side = self.rem(portrait.side);
        let corner = self.rem(portrait.corner);
        let stands = match portrait.at {
            PortraitAt::End => {
                "float: inline-end; margin: 0.2rem 0 0.75rem; margin-inline-start: 1.5rem;"
                    .to_owned()
            }
            PortraitAt::Start(text) => {
                let apart = self.rem(Pt((text - portrait.side).0.max(0)));
                format!(
                    "float: inline-start; margin: 0.2rem 0 0; margin-inline-end: min({apart}, max(5vw, 100vw - 32rem));"
                )
            }
            PortraitAt::Above => "display: block; margin: 0 auto 1rem;".to_owned(),
            PortraitAt::Side => "display: block; margin: 0 0 1rem;".to_owned(),
        };
        self.rule(
            ".photo",
            &format!("{stands} inline-size: min({side}, 28vw); border-radius: {corner};"),
        );
        self.rule(".round", "border-radius: 50%;");
        self.rule(".who", "display: flow-root;");
    }

    /// White on the accent colour, from edge to edge of window or paper.
    fn band(&mut self, below: Pt) {
        let top = self.rem(self.frame.look.header.top);
        let below = self.rem(below);
        self.rule("main", "padding-block-start: 0;");
        self.rule(
            "header",
            &format!(
                "padding-block: {top} {below}; background: var(--band); \
                 border-image: conic-gradient(var(--band) 0 0) fill 0 / 0 / 0 100vmax;"
            ),
        );
        self.rule(
            "header .details",
            &format!("color: {};", color(Tone::Paper)),
        );
    }

    /// The ways to reach a person at the other end.
    fn split(&mut self, width: Pt) {
        let width = self.rem(width);
        self.from(BESIDE);
        let _ = writeln!(
            self.css,
            "  header {{ display: flex; align-items: flex-start; }}\n  .photo {{ flex: none; }}\n  \
             .who {{ flex: 1; }}\n  \
             .about {{ flex: none; inline-size: {width}; margin-inline-start: 1.5rem; text-align: end; }}\n  \
             .about address, .about .details {{ margin-block-start: 0.35rem; }}\n}}"
        );
    }
}
