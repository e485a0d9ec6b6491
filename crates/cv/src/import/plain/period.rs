//! The dates within a line.

use crate::import::dates;

/// A line around its dates.
pub(super) struct Found<'t> {
    pub(super) before: &'t str,
    /// As it stands: `jan 2019 – nu`.
    pub(super) period: &'t str,
    pub(super) after: &'t str,
}

impl Found<'_> {
    /// What else the line says.
    pub(super) fn rest(&self) -> String {
        let parts = [self.before, self.after].map(|part| part.trim_matches(is_mark));
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}

fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | ';' | ':' | '|' | '(' | ')' | '[' | ']' | '–' | '—' | '-' | '•' | '·'
        )
}

/// Lines that are longer are sentences, in which a year is a word.
const CHARS: usize = 140;
/// Words that a date has before its year, and a period after it.
const BEFORE: usize = 3;
const AFTER: usize = 5;

/// The dates of a line that says when something was, beside some other words.
pub(super) fn find(line: &str) -> Option<Found<'_>> {
    if line.chars().take(CHARS + 1).count() > CHARS {
        return None;
    }
    let words: Vec<(usize, &str)> = words(line);
    let first = words.iter().position(|(_, word)| has_year(word))?;
    let from = first.saturating_sub(BEFORE);
    let to = words.len().min(first + 1 + AFTER);
    // The longest that reads as dates.
    for start in from..=first {
        for end in (first + 1..=to).rev() {
            let begin = words[start].0;
            let (last, word) = words[end - 1];
            let text = &line[begin..last + word.len()];
            let period = text.trim_matches(|c: char| c.is_whitespace() || ",;:|()[]".contains(c));
            let Some((_, until)) = dates::period(period) else {
                continue;
            };
            let at = begin + text.find(period)?;
            let found = Found {
                before: &line[..at],
                period,
                after: &line[at + period.len()..],
            };
            let at_an_end = [found.before, found.after]
                .iter()
                .any(|part| part.trim_matches(is_mark).is_empty());
            // A single year within a text is a word of it.
            let is_date = until.is_some() || at_an_end;
            let sentence = found.after.trim_end().ends_with('.') && !found.rest().is_empty();
            return (is_date && !sentence).then_some(found);
        }
    }
    None
}

fn words(line: &str) -> Vec<(usize, &str)> {
    let begin = line.as_ptr() as usize;
    line.split_whitespace()
        .map(|word| (word.as_ptr() as usize - begin, word))
        .collect()
}

/// Whether there are four figures that can be a year of somebody's life.
fn has_year(word: &str) -> bool {
    let is_figure = |byte: &u8| byte.is_ascii_digit();
    let groups = word.as_bytes().split(|byte| !is_figure(byte));
    groups
        .into_iter()
        .any(|group| group.len() == 4 && (group.starts_with(b"19") || group.starts_with(b"20")))
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn dates_are_found_beside_words() {
        for (line, expected) in [
            (
                "Utvecklare, Acme AB\t2019 – 2021",
                "2019 – 2021 / Utvecklare, Acme AB",
            ),
            ("jan 2020 – nu  Acme", "jan 2020 – nu / Acme"),
            (
                "Acme (2019-03–2020-01), Lund",
                "2019-03–2020-01 / Acme, Lund",
            ),
            (
                "Project manager | May 2018 - Present",
                "May 2018 - Present / Project manager",
            ),
            ("2016", "2016 / "),
            ("Certificate, 2016", "2016 / Certificate"),
            ("In 2019 I built a house", "-"),
            ("I built it from 2018 to 2019 with others.", "-"),
            ("Storgatan 1920", "1920 / Storgatan"),
            ("no date", "-"),
            ("20190 19", "-"),
        ] {
            let found = find(line).map(|f| format!("{} / {}", f.period, f.rest()));
            assert_eq!(found.as_deref().unwrap_or("-"), expected, "{line}");
        }
    }
}
