//! Entries: jobs, degrees, works; and words with what there is to say of each.

use cv::ShownSection;

use super::super::content::{self, Entry, Part};
use super::super::look::{DatesAt, Tone};
use super::super::spans::{Hand, cell};
use super::section::{GUTTER, Setter, slot};
use crate::layout::input::{Align, Cell, Pt, Span, key, pt};
use crate::pages::Role;

/// The width of a character of a date at most: titles get what dates leave.
const DATES_CHAR: Pt = pt(5.7);
/// And of a Chinese, Japanese or Korean one, which is as wide as it is high.
const DATES_WIDE: Pt = pt(10.4);
/// A text of one or two letters may be wider than digits are.
const DATES_LEAST: Pt = pt(24.0);
/// Of a title with its details a part of so many characters goes to the next line
/// rather than break.
const WHOLE_PART: usize = 50;
/// The width of a letter of a word at most, to know whether it fits.
const WORD_CHAR: Pt = pt(6.3);

/// How the title of an entry is set: its letters, its level among headings, and the
/// space before it.
#[derive(Clone, Copy)]
pub(super) struct Headed {
    pub(super) hand: Hand,
    pub(super) level: u8,
    pub(super) before: Pt,
}

impl Headed {
    /// As a title is that stands right under a section's heading.
    fn new(setter: &Setter<'_, '_>, before: Pt) -> Headed {
        Headed {
            hand: setter.frame.hand(setter.setting.title),
            level: 3,
            before: setter.frame.gap(before),
        }
    }
}

impl<'a> Setter<'_, 'a> {
    /// Title and dates, details below, then text.
    pub(super) fn entry(&mut self, id: u64, entry: Entry<'a>) {
        let before = self.setting.gaps.entry;
        self.headed(id, entry, Headed::new(self, before));
    }

    /// The same under a title of another look or level.
    pub(super) fn headed(&mut self, id: u64, entry: Entry<'a>, headed: Headed) {
        let frame = self.frame;
        let detail = frame.hand(self.setting.detail);
        let mut parts = entry.parts.into_iter();
        let title = headed.hand;
        let mut head = title.spans(parts.next().unwrap_or_default());
        let mut details = detail.dotted(parts.collect());
        if self.setting.run_in {
            // Beside dates a name of a school that is broken would be read with
            // them in its midst.
            for span in head.iter_mut().chain(&mut details) {
                span.whole |= span.place.is_some() && span.text.chars().count() <= WHOLE_PART;
            }
            self.run_in(&mut head, &mut details);
        }
        let keep = !entry.body.is_empty();
        let mut dates = entry.dates;
        let mut below = Vec::new();
        match self.setting.dates_at {
            DatesAt::Details => details = self.with_dates(details, std::mem::take(&mut dates)),
            DatesAt::Below => below = self.dates().spans(std::mem::take(&mut dates)),
            DatesAt::Right | DatesAt::Left(_) => {}
        }
        let more = keep || !details.is_empty() || !below.is_empty();
        self.head(id, headed, head, dates, more);
        let after = frame.gap(self.setting.gaps.after_detail);
        let has_dates = !below.is_empty();
        let flow = self.plain(key(id, slot::DETAIL), Role::Paragraph, detail, details);
        flow.keep = keep || has_dates;
        flow.after = after;
        if has_dates {
            let hand = self.dates();
            let flow = self.plain(key(id, slot::DATES), Role::Paragraph, hand, below);
            flow.keep = keep;
            flow.after = after;
        }
        self.body(id, entry.body);
    }

    /// Title, details and date as one text. Dates stand with the details: a
    /// column of short lines with dates far at the right is read column by
    /// column by programs that guess at order.
    pub(super) fn compact(&mut self, id: u64, mut entry: Entry<'a>) {
        let frame = self.frame;
        let drawn = self.gauge(&mut entry);
        let mut parts = entry.parts.into_iter();
        let title = frame.hand(self.setting.title);
        let detail = frame.hand(self.setting.detail);
        let mut line = title.spans(parts.next().unwrap_or_default());
        let mut details = detail.dotted(parts.collect());
        let mut dates = entry.dates;
        if !matches!(self.setting.dates_at, DatesAt::Left(_)) {
            details = self.with_dates(details, std::mem::take(&mut dates));
        }
        self.run_in(&mut line, &mut details);
        let keep = !entry.body.is_empty();
        let gaps = self.setting.gaps;
        let before = frame.gap(if keep {
            gaps.compact_entry
        } else {
            gaps.compact
        });
        let mut hand = title;
        hand.leading = frame.hand(self.setting.body).leading;
        let first = self.rows.len();
        let headed = Headed {
            hand,
            ..Headed::new(self, gaps.compact)
        };
        self.head(id, headed, line, dates, keep);
        for flow in &mut self.rows[first..] {
            flow.before = before;
        }
        self.put_at_end(self.rows.len() - 1, drawn);
        self.body(id, entry.body);
    }

    /// A word, and below it what there is to say of it.
    pub(super) fn stacked(&mut self, id: u64, mut entry: Entry<'a>) {
        let frame = self.frame;
        let drawn = self.gauge(&mut entry);
        let first = self.rows.len();
        let mut parts = entry.parts.into_iter();
        let title = frame.hand(self.setting.title);
        let detail = frame.hand(self.setting.detail);
        let word = title.spans(parts.next().unwrap_or_default());
        let details = detail.dotted(parts.collect());
        let details = self.with_dates(details, entry.dates);
        let keep = !entry.body.is_empty();
        let more = keep || !details.is_empty();
        let before = frame.gap(self.setting.gaps.word);
        let flow = self.plain(key(id, slot::HEAD), Role::Paragraph, title, word);
        flow.before = before;
        flow.keep = more;
        let hyphens = Some(frame.lang);
        flow.row.cells[0].hyphens = hyphens;
        self.put_at_end(first, drawn);
        let flow = self.plain(key(id, slot::DETAIL), Role::Paragraph, detail, details);
        flow.keep = keep;
        flow.row.cells[0].hyphens = hyphens;
        self.body(id, entry.body);
    }

    /// A title, with dates beside it. In a column of their own they hang: what
    /// follows need not wait for a second line of theirs.
    fn head(
        &mut self,
        id: u64,
        headed: Headed,
        mut title: Vec<Span<'a>>,
        dates: Part<'a>,
        keep: bool,
    ) {
        let Headed {
            hand,
            level,
            before,
        } = headed;
        let date_hand = self.dates();
        let wide = dates_width(&dates);
        let dates = date_hand.spans(dates);
        let beside = !matches!(self.setting.dates_at, DatesAt::Left(_));
        if beside && !title.is_empty() && !dates.is_empty() {
            title.push(hand.space());
        }
        let (x, whole) = (self.text, self.width - self.text);
        let mut cells = Vec::new();
        match self.setting.dates_at {
            DatesAt::Left(width) => {
                if !dates.is_empty() {
                    let width = self.frame.width(width) - GUTTER;
                    let cells = vec![cell(Role::Paragraph, self.base, width, dates)];
                    let flow = self.row(key(id, slot::DATES), hand.leading, cells);
                    flow.before = before;
                    flow.hang = true;
                    flow.keep = true;
                    flow.row.size = Some(hand.size);
                }
                cells.push(cell(Role::Heading(level), x, whole, title));
            }
            _ if dates.is_empty() => cells.push(cell(Role::Heading(level), x, whole, title)),
            _ => {
                let wide = wide.clamp(DATES_LEAST, self.frame.dates);
                // Never more than half a narrow column.
                let room = self.frame.width(wide).min(Pt(whole.0 / 2));
                cells.push(cell(Role::Heading(level), x, whole - room - GUTTER, title));
                cells.push(Cell {
                    align: Align::End,
                    ..cell(Role::Paragraph, self.width - room, room, dates)
                });
            }
        }
        let flow = self.row(key(id, slot::HEAD), hand.leading, cells);
        flow.before = before;
        flow.keep = keep;
    }

    /// A word at the left, what there is to say of it at the right.
    ///
    /// Where a level is drawn, it stands before that; `drawn` says that the section
    /// has such, for whatever follows to stand in one column. Swedish makes words
    /// that no column holds: where one of a section is too long for `columns`, all
    /// its words are followed by what there is to say of them.
    pub(super) fn grid(&mut self, id: u64, mut entry: Entry<'a>, drawn: bool, columns: bool) {
        let frame = self.frame;
        let gauge = self.gauge(&mut entry);
        let title = frame.hand(self.setting.title);
        let hand = frame.hand(self.setting.body);
        let before = frame.gap(self.setting.gaps.word);
        let mut parts = entry.parts.into_iter();
        let mut left = title.spans(parts.next().unwrap_or_default());
        let right = hand.dotted(parts.collect());
        let (x, middle) = (self.base, self.middle());
        let behind = match drawn {
            true => middle + self.gauge_width() + GUTTER,
            false => middle,
        };
        let room = middle - x - GUTTER;
        if !columns && (gauge.is_some() || !right.is_empty()) {
            if !right.is_empty() {
                left.push(hand.separator());
            }
            left.extend(right);
            let whole = cell(Role::Paragraph, x, self.width - x, left);
            self.row(key(id, slot::HEAD), hand.leading, vec![whole])
                .before = before;
            self.put_at_end(self.rows.len() - 1, gauge);
            return;
        }
        let cells = if right.is_empty() && gauge.is_none() {
            vec![cell(Role::Paragraph, x, self.width - x, left)]
        } else {
            left.push(title.space());
            let mut cells = vec![cell(Role::Paragraph, x, room, left)];
            cells.extend(gauge.map(|gauge| gauge.at(middle)));
            if !right.is_empty() {
                cells.push(Cell {
                    hyphens: Some(frame.lang),
                    ..cell(Role::Paragraph, behind, self.width - behind, right)
                });
            }
            cells
        };
        self.row(key(id, slot::HEAD), hand.leading, cells).before = before;
    }

    /// Where what there is to say of a word starts.
    fn middle(&self) -> Pt {
        match self.setting.dates_at {
            // The word stands under dates, and this under the text beside those.
            DatesAt::Left(_) => self.text,
            _ => self.base + self.frame.width(self.setting.grid),
        }
    }

    /// Whether the left column of a grid holds each word of a section that has
    /// something beside it.
    pub(super) fn holds(&self, section: ShownSection<'a>) -> bool {
        let room = self.middle() - self.base - GUTTER;
        section.items().all(|item| {
            let entry = content::entry(section.kind(), item, self.frame.lang);
            let drawn = self.frame.gauges.is_some() && entry.level.is_some();
            let Some((left, rest)) = entry.parts.split_first() else {
                return true;
            };
            let longest = left
                .iter()
                .flat_map(|text| text.text.split_whitespace())
                .map(|word| word.chars().count())
                .max();
            let longest = i32::try_from(longest.unwrap_or(0)).unwrap_or(i32::MAX);
            let fits = longest.min(100) * self.frame.width(WORD_CHAR).0 <= room.0;
            fits || !drawn && rest.iter().all(Vec::is_empty)
        })
    }

    /// All words of a section as one text.
    pub(super) fn words(&mut self, section: ShownSection<'a>) {
        let frame = self.frame;
        let title = frame.hand(self.setting.title);
        let hand = frame.hand(self.setting.body);
        let mut line: Vec<Span<'a>> = Vec::new();
        for item in section.items() {
            let entry = content::entry(section.kind(), item, frame.lang);
            let mut parts = entry.parts.into_iter();
            if !line.is_empty() {
                line.push(hand.separator());
            }
            let word = parts.next().unwrap_or_default();
            let rest: Vec<Part<'a>> = parts.collect();
            let plain = rest.iter().all(Vec::is_empty);
            line.extend(if plain {
                hand.spans(word)
            } else {
                title.spans(word)
            });
            for part in rest {
                line.push(hand.space());
                line.extend(hand.spans(part));
            }
        }
        let first = section.items().next().map_or(0, |item| item.id().0);
        let hyphens = Some(frame.lang);
        let flow = self.plain(key(first, slot::HEAD), Role::Paragraph, hand, line);
        flow.row.begins = true;
        flow.row.cells[0].hyphens = hyphens;
    }

    /// Details after a title on its line.
    pub(super) fn run_in(&self, title: &mut Vec<Span<'a>>, details: &mut Vec<Span<'a>>) {
        let detail = self.frame.hand(self.setting.detail);
        if !title.is_empty() && !details.is_empty() {
            title.push(detail.separator());
        }
        title.append(details);
    }

    fn with_dates(&self, mut details: Vec<Span<'a>>, dates: Part<'a>) -> Vec<Span<'a>> {
        if dates.is_empty() {
            return details;
        }
        let detail = self.frame.hand(self.setting.detail);
        if !details.is_empty() {
            details.push(detail.separator());
        }
        let hand = match self.setting.dates_at {
            DatesAt::Details => self.dates(),
            _ => detail,
        };
        // A period goes to the next line rather than end one with its dash.
        details.extend(hand.spans(dates).into_iter().map(|span| Span {
            whole: true,
            ..span
        }));
        details
    }

    fn dates(&self) -> Hand {
        Hand {
            tabular: self.setting.dates.tone != Tone::Paper,
            ..self.frame.hand(self.setting.dates)
        }
    }
}

/// How much room dates need at most.
fn dates_width(dates: &Part<'_>) -> Pt {
    let chars = dates.iter().flat_map(|text| text.text.chars()).take(100);
    chars.fold(pt(0.0), |sum, c| match c {
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7ff}' | '\u{ff00}'..='\u{ff60}' => {
            sum + DATES_WIDE
        }
        _ => sum + DATES_CHAR,
    })
}
