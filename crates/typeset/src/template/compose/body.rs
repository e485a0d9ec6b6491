//! The text of an entry: paragraphs and lists.

use super::super::content::{Body, Text};
use super::super::look::Type;
use super::super::spans::{Hand, cell};
use super::section::{Setter, slot};
use crate::layout::input::{Cell, Pt, key, pt};
use crate::pages::Role;

/// The width of a figure, and of a full stop with the space after it, in thousandths
/// of the size: numbers take what they need where bullets have less.
const FIGURE: i32 = 620;
const STOP: i32 = 560;
/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Prose {
    pub(super) body: Type,
    /// Space before a paragraph, and before a list.
    pub(super) paragraph: Pt,
    pub(super) list: Pt,
    pub(super) width: Pt,
}

impl Prose {
    /// As the setting of a column has it, in this type.
    pub(super) fn of(setter: &Setter<'_, '_>, body: Type) -> Prose {
        let setting = setter.setting;
        Prose {
            body,
            paragraph: setting.gaps.paragraph,
            list: setting.gaps.list,
            width: setter.width - setter.text - setting.inset,
        }
    }
}

impl<'a> Setter<'_, 'a> {
    pub(super) fn body(&mut self, id: u64, body: Vec<Body<'a>>) {
        self.prose(id, body, Prose::of(self, self.setting.body));
    }

    pub(super) fn prose(&mut self, id: u64, body: Vec<Body<'a>>, prose: Prose) {
        let (frame, setting) = (self.frame, self.setting);
        let hyphens = Some(frame.lang);
        let hand = frame.hand(prose.body);
        let detail = frame.hand(setting.detail);
        let gaps = setting.gaps;
        let x = self.text;
        let width = prose.width;
        for (index, part) in body.into_iter().enumerate() {
            let key = key(id, slot::BODY + index as u64);
            let (flow, before) = match part {
                Body::Paragraph(part) => {
                    let text = Cell {
                        hyphens,
                        ..cell(Role::Paragraph, x, width, hand.spans(part))
                    };
                    (self.row(key, hand.leading, vec![text]), prose.paragraph)
                }
                Body::Labelled(part) => {
                    let text = Cell {
                        hyphens,
                        ..cell(Role::Paragraph, x, width, detail.spans(part))
                    };
                    (self.row(key, detail.leading, vec![text]), gaps.labelled)
                }
                Body::Bullet(part, first) => {
                    let mark = frame.hand(Type {
                        tone: setting.bullet.tone,
                        ..prose.body
                    });
                    let hang = frame.width(setting.bullet.hang);
                    let bullet = mark.span(Text::new(setting.bullet.mark.into(), None));
                    let space = hand.space();
                    let label = cell(Role::Label, x + pt(1.0), hang, vec![bullet, space]);
                    let text = Cell {
                        hyphens,
                        ..cell(Role::Item, x + hang, width - hang, hand.spans(part))
                    };
                    let flow = self.row(key, hand.leading, vec![label, text]);
                    flow.row.begins_list = first;
                    (flow, if first { prose.list } else { gaps.bullet })
                }
                Body::Numbered(part, [number, last]) => {
                    let mark = Hand {
                        tabular: true,
                        ..frame.hand(Type {
                            tone: setting.bullet.tone,
                            ..prose.body
                        })
                    };
                    let figures = i32::try_from(last.to_string().len()).unwrap_or(1);
                    let needed = Pt(hand.size.0 * (figures * FIGURE + STOP) / 1000);
                    let hang = frame.width(setting.bullet.hang).max(needed);
                    let number_text = mark.span(Text::new(format!("{number}.").into(), None));
                    let label = cell(Role::Number, x, hang, vec![number_text, hand.space()]);
                    let text = Cell {
                        hyphens,
                        ..cell(Role::Item, x + hang, width - hang, hand.spans(part))
                    };
                    let first = number == 1;
                    let flow = self.row(key, hand.leading, vec![label, text]);
                    flow.row.begins_list = first;
                    (flow, if first { prose.list } else { gaps.bullet })
                }
            };
            flow.before = frame.gap(before);
        }
    }
}
