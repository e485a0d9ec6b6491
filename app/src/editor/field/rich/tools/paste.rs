//! What is pasted: its structure is kept, its looks are not.
//!
//! The browser parses the HTML of a clipboard in a `<template>`, whose content is no
//! part of the page: nothing of it runs, is fetched or is seen.

use cv::rich::notation;
use cv::rich::paste::{self, Element as Begun, Reader};
use cv::{Document, Edit, Field, Id, Inline, Line, Place, Rejected, RichText, Value};
use leptos::prelude::*;
use texts::editor as t;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlTemplateElement, HtmlTextAreaElement, Node};

use super::{Kind, Tools, note, read, text_area};
use crate::browser::random;
use crate::editor::editing::{Editing, Target};
use crate::editor::message;

impl Tools {
    pub(super) fn pasted(self, event: &Event) {
        let as_plain = self.as_plain.get_value();
        self.as_plain.set_value(false);
        let data = event
            .dyn_ref::<ClipboardEvent>()
            .and_then(ClipboardEvent::clipboard_data);
        let (Some(data), Some((element, kind))) = (data, text_area(event)) else {
            return;
        };
        let get = |kind: &str| data.get_data(kind).ok().filter(|text| !text.is_empty());
        let rich = get("text/html")
            .filter(|_| !as_plain)
            .and_then(|html| parsed(&html))
            .filter(|rich| !rich.is_blank());
        let text = get("text/plain").unwrap_or_default();
        let done = match kind {
            Kind::Text => {
                let listed = || paste::plain(&text).filter(|_| !as_plain);
                let rich = rich.or_else(|| listed().map(|text| notation::read(&text)));
                rich.is_some_and(|rich| self.into_text(&element, &rich))
            }
            Kind::Line => match &rich {
                Some(rich) => self.into_lines(&element, paste::lines(rich)),
                None => {
                    let lines = paste::lines_of_text(&text).into_iter();
                    let lines: Vec<_> = lines.map(notation::read_inline).collect();
                    // One line is what the browser puts there itself.
                    lines.len() > 1 && self.into_lines(&element, lines)
                }
            },
            Kind::Word => {
                let lines = paste::lines_of_text(&text).into_iter();
                let lines: Vec<_> = lines.map(Inline::plain).collect();
                lines.len() > 1 && self.into_lines(&element, lines)
            }
        };
        if done {
            event.prevent_default();
        } else {
            // The browser does it, and it is undone by itself.
            self.editing.pause();
        }
    }

    /// Into a text, at the cursor. What does not fit is said.
    fn into_text(self, element: &HtmlTextAreaElement, rich: &RichText) -> bool {
        let Some(area) = read(element) else {
            return false;
        };
        let (pasted, lost) = area.pasted(rich);
        // The whole CV may be full where the field is not. Then nothing is put there: to
        // take it away again would be an edit too, and would take the note away.
        if let Some(why) = refusal(self.editing, element, &pasted.text) {
            self.refuse(element, why);
            return true;
        }
        self.put_alone(element, &pasted);
        if lost > 0 {
            let words = t::paste_cut(self.lang, lost as u64);
            note(element, &words);
            self.announcer.say(words);
        }
        true
    }

    /// Into a list: the first line into this one, the others after it.
    fn into_lines(self, element: &HtmlTextAreaElement, lines: Vec<Inline>) -> bool {
        let (Some(area), Some(place)) = (read(element), place(self.editing, element)) else {
            return false;
        };
        if let [line] = lines.as_slice() {
            let line = RichText(vec![cv::Block::Paragraph(line.clone())]);
            return self.into_text(element, &line);
        }
        let Some(edit) = edit(element, &area, place, lines) else {
            return false;
        };
        self.editing.pause();
        let last = last_of(&edit).unwrap_or(place.line);
        if self.editing.edit(edit) {
            self.editing.reveal.set(Some(Target {
                item: place.item,
                field: Some(place.field),
                line: Some(last),
            }));
        } else if let Some(why) = self.editing.rejected.get_untracked() {
            self.refuse(element, why);
        }
        self.editing.pause();
        true
    }

    fn refuse(self, element: &HtmlTextAreaElement, why: Rejected) {
        let words = message::rejected(why, self.lang);
        note(element, &words);
        self.announcer.say(words);
    }
}

/// Where a line is.
#[derive(Clone, Copy)]
struct At {
    item: Id,
    field: Field,
    line: Id,
}

fn place(editing: Editing, element: &HtmlTextAreaElement) -> Option<At> {
    let line: Id = element.id().strip_prefix("l-")?.parse().ok()?;
    editing.peek(|document| {
        document.items().find_map(|item| {
            let mut fields = item.fields.keys().copied();
            let field = fields.find(|field| item.lines(*field).iter().any(|l| l.id == line))?;
            let item = item.id;
            Some(At { item, field, line })
        })
    })
}

/// Why the document would not take a text in a field, if it would not.
fn refusal(editing: Editing, element: &HtmlTextAreaElement, text: &str) -> Option<Rejected> {
    let edit = match place(editing, element) {
        Some(At { item, field, line }) => Edit::SetLine {
            item,
            field,
            line,
            text: notation::read_inline(text),
        },
        None => {
            let id = element.id();
            let (item, field) = id.strip_prefix("f-")?.split_once('-')?;
            Edit::SetField {
                item: item.parse().ok()?,
                field: Field::from_json(field)?,
                value: Some(Value::Rich(notation::read(text))),
            }
        }
    };
    let mut document = editing.peek(Document::clone);
    cv::apply(&mut document, &edit).err()
}

/// Lines in the place of what is selected of one.
fn edit(
    element: &HtmlTextAreaElement,
    area: &cv::rich::typing::Area,
    at: At,
    mut lines: Vec<Inline>,
) -> Option<Edit> {
    let At { item, field, line } = at;
    let is_word = super::kind(element) == Some(Kind::Word);
    let joined = |before: &str, line: &Inline, after: &str| match is_word {
        true => Inline::plain(format!("{before}{}{after}", line.text())),
        false => {
            let line = notation::write_inline(line);
            notation::read_inline(&format!("{before}{line}{after}"))
        }
    };
    let first = lines.first_mut()?;
    *first = joined(area.text.get(..area.selection.start)?, first, "");
    let last = lines.last_mut()?;
    *last = joined("", last, area.text.get(area.selection.end..)?);
    let mut lines = lines.into_iter();
    let text = lines.next()?;
    let mut edits = vec![Edit::SetLine {
        item,
        field,
        line,
        text,
    }];
    let mut place = Place::After(line);
    for text in lines {
        let id = random::id();
        let line = Line { id, text };
        edits.push(Edit::AddLine {
            item,
            field,
            place,
            line,
        });
        place = Place::After(id);
    }
    Some(Edit::All(edits))
}

/// The last line that an edit adds.
fn last_of(edit: &Edit) -> Option<Id> {
    let Edit::All(edits) = edit else { return None };
    match edits.last()? {
        Edit::AddLine { line, .. } => Some(line.id),
        _ => None,
    }
}

fn parsed(html: &str) -> Option<RichText> {
    let template = document().create_element("template").ok()?;
    let template: HtmlTemplateElement = template.dyn_into().ok()?;
    template.set_inner_html(&paste::inert(html));
    let root: Node = template.content().into();
    let mut reader = Reader::default();
    let mut next = root.first_child();
    // Without recursion: nobody vouches for how deep it is.
    while let Some(node) = next {
        if let Some(element) = node.dyn_ref::<Element>() {
            begin(&mut reader, element);
            if let Some(child) = node.first_child() {
                next = Some(child);
                continue;
            }
        } else if node.node_type() == Node::TEXT_NODE {
            reader.text(&node.node_value().unwrap_or_default());
        }
        next = after(&mut reader, node, &root);
    }
    Some(reader.finish())
}

fn begin(reader: &mut Reader, element: &Element) {
    let get = |name: &str| element.get_attribute(name).unwrap_or_default();
    reader.open(&Begun {
        name: &element.local_name().to_ascii_lowercase(),
        style: &get("data-style"),
        href: &get("href"),
    });
}

/// What comes after a node that has ended, and after all that end with it.
fn after(reader: &mut Reader, mut node: Node, root: &Node) -> Option<Node> {
    loop {
        if node.node_type() == Node::ELEMENT_NODE {
            reader.close();
        }
        if let Some(next) = node.next_sibling() {
            return Some(next);
        }
        node = node.parent_node().filter(|parent| parent != root)?;
    }
}
