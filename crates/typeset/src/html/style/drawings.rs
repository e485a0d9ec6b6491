//! Drawings before the ways to reach a person, and levels as dots or bars: looks,
//! whose words stand in the markup.

use std::fmt::Write as _;

use super::Sheet;
use crate::icons::{GaugeForm, Icon, PEN};
use crate::svg::Fixed;

/// The classes of levels, from one on.
pub(in crate::html) const LEVELS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// The class of what a drawing stands before.
pub(in crate::html) fn class(icon: Icon) -> &'static str {
    match icon {
        Icon::Mail => "mail",
        Icon::Phone => "phone",
        Icon::Web => "web",
        Icon::Place => "place",
        Icon::Profile => "profile",
        Icon::Code => "code",
    }
}

impl Sheet<'_> {
    /// Those that the page has.
    pub(super) fn drawings(&mut self, body: &str) {
        if self.frame.icons {
            self.rule(
                "address li::before",
                "content: \"\"; display: inline-block; inline-size: 1em; block-size: 1em; margin-inline-end: 0.45em; vertical-align: -0.12em; background: currentColor; mask: var(--icon) center / contain no-repeat;",
            );
            for icon in Icon::ALL {
                let class = class(icon);
                if body.contains(&format!("<li class=\"{class}\"")) {
                    let _ = writeln!(
                        self.css,
                        "address .{class} {{ --icon: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='none' stroke='%23000' stroke-width='{}' stroke-linecap='round' stroke-linejoin='round' d='{}'/%3E%3C/svg%3E\"); }}",
                        Fixed(PEN),
                        icon.path()
                    );
                }
            }
        }
        let Some(form) = self.frame.gauges.filter(|_| body.contains("class=\"level")) else {
            return;
        };
        // The words are there for who does not see it.
        let (shape, size) = match form {
            GaugeForm::Dots => (
                "mask: radial-gradient(circle, #000 0.25rem, transparent 0.29rem) 0 0 / 20% 100%;",
                "4rem",
            ),
            GaugeForm::Bar => ("border-radius: 1rem;", "4rem"),
        };
        let height = match form {
            GaugeForm::Dots => "0.6rem",
            GaugeForm::Bar => "0.35rem",
        };
        self.rule(
            ".level",
            &format!(
                "display: inline-block; inline-size: {size}; block-size: {height}; font-size: 0; overflow: hidden; vertical-align: 0.05rem; \
                 background: linear-gradient(var(--accent) 0 0) 0 0 / var(--level) 100% no-repeat var(--line); {shape}"
            ),
        );
        if self.frame.lang.is_rtl() {
            self.rule(".level", "background-position: 100% 0;");
        }
        for (name, percent) in LEVELS.into_iter().zip([20, 40, 60, 80, 100]) {
            if body.contains(&format!("class=\"level {name}\"")) {
                let _ = writeln!(self.css, ".{name} {{ --level: {percent}%; }}");
            }
        }
    }
}
