//! The entries of a section, in the manner of its column.

use std::fmt::Write as _;

use cv::{SectionKind, ShownItem, ShownSection};

use super::super::inline::{dates, joined, part};
use super::super::style;
use super::{element, texts};
use crate::template::compose::Frame;
use crate::template::compose::employers::{self, Stands};
use crate::template::content::{self, Entry};
use crate::template::look::{DatesAt, Manner, Setting, usual_manner};

/// A column that sections stand in.
pub(super) struct Column<'f> {
    pub(super) frame: &'f Frame,
    pub(super) setting: &'f Setting,
}

/// The pieces of an entry as markup.
struct Pieces {
    title: String,
    details: String,
    dates: String,
}

impl Column<'_> {
    pub(super) fn entries(&self, out: &mut String, section: ShownSection<'_>) {
        let kind = section.kind();
        let manner = (self.setting.manner)(kind);
        // Words are a list, whatever stands beside them or below.
        if usual_manner(kind) == Manner::Grid {
            return self.words(out, section, manner);
        }
        let mut within = false;
        for (item, stands) in section.items().zip(employers::stands(section)) {
            if std::mem::take(&mut within) && stands != Stands::Further {
                out.push_str("</article>\n");
            }
            match stands {
                Stands::Alone => self.alone(out, item, kind, manner),
                Stands::First | Stands::Further => {
                    self.role(out, item, stands == Stands::First);
                    within = true;
                }
            }
        }
        if within {
            out.push_str("</article>\n");
        }
    }

    fn alone(&self, out: &mut String, item: ShownItem<'_>, kind: SectionKind, manner: Manner) {
        let entry = content::entry(kind, item, self.frame.lang);
        let pieces = self.pieces(item, &entry, manner);
        let compact = manner == Manner::Compact;
        let class = match compact {
            true => "entry compact",
            false => self.class(),
        };
        // Only one with a title is an article: a reader that lists articles would have
        // nothing to call another.
        let tag = if pieces.title.is_empty() {
            "div"
        } else {
            "article"
        };
        let _ = writeln!(out, "<{tag} class=\"{class}\">");
        self.head(out, &pieces, "h3", compact || self.setting.run_in);
        texts(out, &entry.body);
        let _ = writeln!(out, "</{tag}>");
    }

    /// A job among several with one employer, whose name stands above the first.
    fn role(&self, out: &mut String, item: ShownItem<'_>, first: bool) {
        if first {
            let employer = content::employer(item, self.frame.lang);
            let pieces = self.pieces(item, &employer, Manner::Entries);
            let _ = writeln!(out, "<article class=\"entry employer\">");
            self.head(out, &pieces, "h3", self.setting.run_in);
        }
        let role = content::role(item, self.frame.lang);
        let pieces = self.pieces(item, &role, Manner::Entries);
        let run = if self.setting.run_in { " run" } else { "" };
        let _ = writeln!(out, "<div class=\"role{run}\">");
        self.head(out, &pieces, "h4", self.setting.run_in);
        texts(out, &role.body);
        out.push_str("</div>\n");
    }

    fn class(&self) -> &'static str {
        match self.setting.run_in {
            true => "entry run",
            false => "entry",
        }
    }

    fn pieces(&self, item: ShownItem<'_>, entry: &Entry<'_>, manner: Manner) -> Pieces {
        let mut parts = self.parts(entry);
        let title = match parts.is_empty() {
            true => String::new(),
            false => parts.remove(0),
        };
        let mut dates = dates(item, &entry.dates);
        let with_details = match self.setting.dates_at {
            DatesAt::Details => true,
            DatesAt::Below => manner != Manner::Entries,
            DatesAt::Right | DatesAt::Left(_) => manner == Manner::Stacked,
        };
        if with_details && !dates.is_empty() {
            parts.push(format!("<span class=\"dates\">{dates}</span>"));
            dates.clear();
        }
        Pieces {
            title,
            details: joined(parts),
            dates,
        }
    }

    /// Title and dates, and the details with the title or below.
    fn head(&self, out: &mut String, pieces: &Pieces, heading: &str, together: bool) {
        let Pieces {
            title,
            details,
            dates,
        } = pieces;
        if together && (!title.is_empty() || !details.is_empty() || !dates.is_empty()) {
            out.push_str("<div class=\"head\">\n<div>\n");
            element(out, heading, "", title);
            element(out, "p", "details", details);
            out.push_str("</div>\n");
            element(out, "p", "dates", dates);
            out.push_str("</div>\n");
            return;
        }
        if together {
            return;
        }
        if self.setting.dates_at == DatesAt::Below {
            element(out, heading, "", title);
            element(out, "p", "details", details);
            return element(out, "p", "dates", dates);
        }
        if !dates.is_empty() {
            out.push_str("<div class=\"head\">\n");
            element(out, heading, "", title);
            element(out, "p", "dates", dates);
            out.push_str("</div>\n");
        } else {
            element(out, heading, "", title);
        }
        element(out, "p", "details", details);
    }

    /// The parts of an entry, a level that is drawn among them.
    fn parts(&self, entry: &Entry<'_>) -> Vec<String> {
        let drawn = entry.level.filter(|_| self.frame.gauges.is_some());
        let parts = entry.parts.iter().enumerate().map(|(number, words)| {
            let words = part(words);
            match drawn {
                Some((at, level)) if at == number && !words.is_empty() => {
                    let level = usize::from(level).clamp(1, style::LEVELS.len());
                    let name = style::LEVELS[level - 1];
                    format!("<span class=\"level {name}\">{words}</span>")
                }
                _ => words,
            }
        });
        parts.collect()
    }

    /// Words, and what there is to say of each. A list of descriptions where all
    /// have one; else a list, as a term without a description is none.
    fn words(&self, out: &mut String, section: ShownSection<'_>, manner: Manner) {
        let rows: Vec<(String, String)> = section
            .items()
            .map(|item| {
                let entry = content::entry(section.kind(), item, self.frame.lang);
                let mut parts = self.parts(&entry).into_iter();
                (parts.next().unwrap_or_default(), joined(parts.collect()))
            })
            .filter(|(word, more)| !word.is_empty() || !more.is_empty())
            .collect();
        if rows.is_empty() {
            return;
        }
        let described = |(word, more): &(String, String)| !word.is_empty() && !more.is_empty();
        let (list, row, word_tag, more_tag) = if rows.iter().all(described) {
            ("dl", "div", "dt", "dd")
        } else {
            ("ul", "li", "span", "span")
        };
        let class = match manner {
            Manner::Words => "line",
            Manner::Compact | Manner::Entries => "inline",
            Manner::Stacked => "stacked",
            Manner::Grid if rows.iter().any(described) => "grid",
            Manner::Grid => "words",
        };
        let _ = writeln!(out, "<{list} class=\"{class}\">");
        for (word, more) in &rows {
            let _ = writeln!(out, "<{row}>");
            element(out, word_tag, "word", word);
            element(out, more_tag, "", more);
            let _ = writeln!(out, "</{row}>");
        }
        let _ = writeln!(out, "</{list}>");
    }
}
