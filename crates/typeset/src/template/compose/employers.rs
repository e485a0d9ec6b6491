//! Several roles with one employer: its name once, the roles below it.

use cv::{SectionKind, ShownItem, ShownSection};

use super::super::content;
use super::super::look::{Tone, Type};
use super::super::pairs::Voice;
use super::entries::Headed;
use super::section::{Setter, slot};
use crate::layout::input::key;
use crate::pages::Role;

/// How a job stands among those before and after it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// By itself, with its employer.
    Alone,
    /// The first of several with one employer.
    First,
    /// One of the others.
    Further,
}

/// How each item of a section stands.
pub(crate) fn stands(section: ShownSection<'_>) -> Vec<Stands> {
    let mut all: Vec<Stands> = Vec::new();
    let mut first: Option<ShownItem<'_>> = None;
    for item in section.items() {
        let goes_on = section.kind() == SectionKind::Work
            && first.is_some_and(|first| content::continues(first, item));
        if goes_on {
            if let Some(before) = all.last_mut().filter(|before| **before == Stands::Alone) {
                *before = Stands::First;
            }
            all.push(Stands::Further);
        } else {
            first = Some(item);
            all.push(Stands::Alone);
        }
    }
    all
}

impl<'a> Setter<'_, 'a> {
    /// A job among several with one employer, whose name stands above the first.
    pub(super) fn role(&mut self, item: ShownItem<'a>, first: bool) {
        let id = item.id().0;
        let (frame, setting) = (self.frame, self.setting);
        if first {
            self.employer(item);
        }
        let role = Type {
            voice: Voice::Italic,
            tone: Tone::Ink,
            ..setting.title
        };
        let before = match first {
            true => setting.gaps.after_detail,
            false => setting.gaps.compact_entry,
        };
        let headed = Headed {
            hand: frame.hand(role),
            level: 4,
            before: frame.gap(before),
        };
        self.headed(id, content::role(item, frame.lang), headed);
    }

    fn employer(&mut self, item: ShownItem<'a>) {
        let id = item.id().0;
        let (frame, setting) = (self.frame, self.setting);
        let title = frame.hand(setting.title);
        let detail = frame.hand(setting.detail);
        let mut parts = content::employer(item, frame.lang).parts.into_iter();
        let mut name = title.spans(parts.next().unwrap_or_default());
        let mut details = detail.dotted(parts.collect());
        if setting.run_in {
            self.run_in(&mut name, &mut details);
        }
        let before = frame.gap(setting.gaps.entry);
        let flow = self.plain(key(id, slot::EMPLOYER), Role::Heading(3), title, name);
        flow.before = before;
        flow.keep = true;
        if !details.is_empty() {
            let key = key(id, slot::EMPLOYER_DETAIL);
            self.plain(key, Role::Paragraph, detail, details).keep = true;
        }
    }
}
