//! How sections are set in a column.

use std::fmt::Write as _;

use super::{BESIDE, Sheet, color};
use crate::layout::input::{Pt, pt};
use crate::template::look::{Bullet, DatesAt, HeadingManner, Setting};

/// Between what stands side by side.
const GUTTER: Pt = pt(14.0);

impl Sheet<'_> {
    /// The rules of a column, whose selectors begin so.
    pub(super) fn setting(&mut self, scope: &str, setting: &Setting) {
        let gaps = &setting.gaps;
        let body = self.frame.hand(setting.body);
        if !scope.is_empty() {
            let (size, lead) = (
                self.rem(body.size),
                super::per_mille(body.leading, body.size),
            );
            let lead = super::Mille(lead);
            self.rule(
                scope.trim_end(),
                &format!("font-size: {size}; line-height: calc({lead} * 1.04);"),
            );
        }
        let section = self.gap(gaps.section);
        self.rule(
            &format!("{scope}section"),
            &format!("margin-block-start: {section};"),
        );
        self.heading(scope, setting);
        let (title, detail) = (self.set(setting.title), self.set(setting.detail));
        self.rule(&format!("{scope}h3"), &title);
        self.rule(
            &format!("{scope}.word"),
            &format!("{title} line-height: inherit;"),
        );
        self.rule(&format!("{scope}.entry .details, {scope}.small"), &detail);
        let dates = self.set(setting.dates);
        self.rule(&format!("{scope}.dates"), &dates);
        self.gaps(scope, setting);
        self.bullets(scope, setting.bullet);
        self.dates(scope, setting);
        self.lists(scope, setting);
        if setting.inset > pt(0.0) {
            let inset = self.rem(setting.inset);
            self.from(BESIDE);
            let _ = writeln!(
                self.css,
                "  {scope}.entry > :is(p, ul, ol), {scope}.role > :is(p, ul, ol) {{ max-inline-size: calc(100% - {inset}); }}\n}}"
            );
        }
    }

    fn gaps(&mut self, scope: &str, setting: &Setting) {
        let gaps = &setting.gaps;
        let between = [
            (".entry + .entry", gaps.entry),
            (".role + .role", gaps.compact_entry),
            (".compact + .compact", gaps.compact),
            (
                ".compact:has(> p, > ul, > ol) + .compact",
                gaps.compact_entry,
            ),
            (".entry > * + p, SCOPE.role > * + p", gaps.paragraph),
            (
                ".entry > * + :is(ul, ol), SCOPE.role > * + :is(ul, ol)",
                gaps.list,
            ),
            (".entry li + li", gaps.bullet),
            (
                ".entry > :is(.head, h3) + :is(.details, .dates), SCOPE.role > :is(.head, h4) + :is(.details, .dates), SCOPE.details + .dates",
                pt(0.0),
            ),
            (
                ".entry > .details + :is(p, ul, ol):not(.dates)",
                gaps.after_detail + gaps.paragraph,
            ),
        ];
        for (selector, gap) in between {
            let selector = format!("{scope}{}", selector.replace("SCOPE", scope));
            let gap = self.gap(gap);
            self.rule(&selector, &format!("margin-block-start: {gap};"));
        }
    }

    fn bullets(&mut self, scope: &str, bullet: Bullet) {
        let hang = self.rem(bullet.hang);
        let (mark, more) = match bullet.mark {
            "•" => ("disc".to_owned(), "1.1em"),
            mark => (format!("\"{mark}\\2002\""), "0.9em"),
        };
        self.rule(
            &format!("{scope}.entry ul"),
            &format!("padding-inline-start: max({hang}, {more}); list-style-type: {mark};"),
        );
        self.rule(&format!("{scope}.entry ol"), "padding-inline-start: 1.5em;");
        self.rule(
            &format!("{scope}.entry li::marker"),
            &format!("color: {};", color(bullet.tone)),
        );
    }

    fn dates(&mut self, scope: &str, setting: &Setting) {
        let at = setting.dates_at;
        match at {
            // The base sheet has it so.
            DatesAt::Right | DatesAt::Details | DatesAt::Below => {}
            DatesAt::Left(width) => {
                let width = self.rem(self.frame.width(width));
                let gutter = self.rem(GUTTER);
                self.from(BESIDE);
                let _ = writeln!(
                    self.css,
                    "  {scope}:is(.entry:not(.employer, .letter), .role) {{ display: grid; grid-template-columns: {width} minmax(0, 1fr); }}\n  \
                     {scope}:is(.entry, .role) > *, {scope}:is(.entry, .role) > .head > * {{ grid-column: 2; }}\n  \
                     {scope}:is(.entry, .role) > .head {{ display: contents; }}\n  \
                     {scope}:is(.entry, .role) > .head > .dates {{ grid-column: 1; grid-row: 1 / span 3; margin: 0; padding-inline-end: {gutter}; }}\n  \
                     {scope}.employer > :is(h3, .details) {{ margin-inline-start: {width}; }}\n}}"
                );
            }
        }
        if at == DatesAt::Below {
            return;
        }
        // Where there is no room beside the title they stand below it, and begin there.
        let compact = self.gap(setting.gaps.compact);
        let _ = writeln!(
            self.css,
            "@media screen and (max-width: {}px) {{\n  {scope}.head {{ display: block; }}\n  \
             {scope}.compact + .compact {{ margin-block-start: max({compact}, 0.5rem); }}\n}}",
            BESIDE - 1
        );
    }

    /// Words, and what there is to say of each.
    fn lists(&mut self, scope: &str, setting: &Setting) {
        let word = self.gap(setting.gaps.word);
        self.rule(
            &format!("{scope}:is(.grid, .stacked, .inline, .words) > * + *"),
            &format!("margin-block-start: {word};"),
        );
        self.rule(&format!("{scope}.words > * + *"), "margin-block-start: 0;");
        self.rule(&format!("{scope}.words"), &format!("row-gap: {word};"));
        let detail = self.set(setting.detail);
        self.rule(
            &format!("{scope}.stacked > * > :last-child:not(.word)"),
            &detail,
        );
        let grid = match setting.dates_at {
            DatesAt::Left(width) => width,
            _ => setting.grid,
        };
        let grid = self.rem(self.frame.width(grid) - GUTTER);
        let gutter = self.rem(GUTTER);
        self.from(BESIDE);
        let _ = writeln!(
            self.css,
            "  {scope}.grid > * {{ grid-template-columns: {grid} minmax(0, 1fr); column-gap: {gutter}; }}\n}}"
        );
    }

    fn heading(&mut self, scope: &str, setting: &Setting) {
        let heading = self.set(setting.heading);
        let h2 = format!("{scope}h2");
        let after = self.gap(setting.gaps.after_heading);
        self.rule(&h2, &format!("{heading} margin-block-end: {after};"));
        let section = format!("{scope}section");
        match setting.heading_manner {
            HeadingManner::Plain => {}
            HeadingManner::LineAbove => {
                let above = self.gap(pt(7.0));
                self.rule(
                    &section,
                    &format!(
                        "border-block-start: 1px solid var(--line); padding-block-start: {above};"
                    ),
                );
            }
            HeadingManner::LineBelow(thickness, tone) => {
                let thickness = self.rem(thickness);
                self.rule(
                    &h2,
                    &format!(
                        "border-block-end: max(1px, {thickness}) solid {}; padding-block-end: 0.15rem;",
                        color(tone)
                    ),
                );
            }
            HeadingManner::Bar => self.drawn(
                &format!("{h2}::before"),
                [pt(26.0), pt(2.2)],
                &format!("margin-block-end: {};", self.rem(pt(5.0))),
            ),
            HeadingManner::Boxed => {
                let (out, above) = (self.rem(pt(6.0)), self.rem(pt(1.0)));
                self.rule(
                    &h2,
                    &format!(
                        "background: var(--tint); margin-inline: -{out}; padding: {above} {out};"
                    ),
                );
            }
            HeadingManner::Centered => {
                self.rule(&h2, "text-align: center;");
                self.drawn(
                    &format!("{h2}::after"),
                    [pt(36.0), pt(0.8)],
                    &format!("margin: {} auto 0;", self.rem(pt(3.0))),
                );
            }
            HeadingManner::Margin(width) => {
                let (all, text) = (self.rem(width), self.rem(width - GUTTER));
                let above = self.gap(pt(7.0));
                self.rule(&h2, "margin-block-end: 0.3rem;");
                self.rule(
                    &section,
                    &format!("display: flow-root; border-block-start: 1px solid var(--line); padding-block-start: {above};"),
                );
                self.from(BESIDE);
                let _ = writeln!(
                    self.css,
                    "  {section} {{ padding-inline-start: {all}; }}\n  \
                     {h2} {{ float: inline-start; inline-size: {text}; margin-block-end: 0; margin-inline-start: -{all}; }}\n}}"
                );
            }
        }
    }

    /// A short bar or line of the accent colour.
    fn drawn(&mut self, selector: &str, [width, height]: [Pt; 2], more: &str) {
        let (width, height) = (self.rem(width), self.rem(height));
        self.rule(
            selector,
            &format!(
                "content: \"\"; display: block; inline-size: {width}; block-size: max(1px, {height}); \
                 background: var(--accent); {more}"
            ),
        );
    }
}
