//! The tools of texts that may be bold, italic, links and lists: one toolbar, which
//! stands over the label of the field that has the focus.
//!
//! It comes later. The form knows nothing of it: it listens on the page and changes
//! text areas (`data-rich`) as typing does. What it does to a text is
//! `cv::rich::typing`; here are only its buttons and where they stand.

use cv::rich::notation::List;
use cv::rich::typing::{Area, Style, Styles};
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use texts::Lang;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlTextAreaElement};

use super::announce_input;
use crate::editor::editing::Editing;
use crate::editor::form::Announcer;

mod bar;
mod keys;
mod link;
mod paste;

pub(crate) use bar::RichTools;
pub(crate) use link::LinkDialog;

/// What a text area holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Paragraphs and lists.
    Text,
    /// One line of a list.
    Line,
    /// A word, which has no styles.
    Word,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    Style(Style),
    Link,
    List(List),
}

/// A handle on them; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Tools {
    editing: Editing,
    announcer: Announcer,
    lang: Lang,
    /// The text area that has the focus or had it last, by its id.
    area: StoredValue<String>,
    /// The kind of that text, while the toolbar is seen.
    shown: RwSignal<Option<Kind>>,
    styles: RwSignal<Styles>,
    linking: RwSignal<bool>,
    bar: NodeRef<html::Div>,
    /// The next paste is asked for without its looks.
    as_plain: StoredValue<bool>,
    /// A look at the selection is due.
    looking: StoredValue<bool>,
}

impl Tools {
    pub(crate) fn new(editing: Editing, announcer: Announcer, lang: Lang) -> Tools {
        Tools {
            editing,
            announcer,
            lang,
            area: StoredValue::new(String::new()),
            shown: RwSignal::new(None),
            styles: RwSignal::new(Styles::default()),
            linking: RwSignal::new(false),
            bar: NodeRef::new(),
            as_plain: StoredValue::new(false),
            looking: StoredValue::new(false),
        }
    }

    /// From now on listens on the page, as long as the editor is there.
    pub(crate) fn start(self) {
        let entered = window_event_listener_untyped("focusin", move |event| self.entered(&event));
        let left = window_event_listener_untyped("focusout", move |event| self.left(&event));
        let typed = window_event_listener_untyped("input", move |event| self.typed(&event));
        on_cleanup(move || {
            entered.remove();
            left.remove();
            typed.remove();
        });
        // Before others hear of it: the editor's own keys are heard last.
        capture("keydown", move |event| self.pressed(&event));
        capture("paste", move |event| self.pasted(&event));
        capture("selectionchange", move |_| self.look());
    }

    fn entered(self, event: &Event) {
        let Some(element) = target(event) else { return };
        if !self.is_in_bar(&element) && !self.enter(&element) {
            self.shown.set(None);
        }
    }

    fn left(self, event: &Event) {
        let goes_on = event
            .dyn_ref::<FocusEvent>()
            .is_some_and(|event| event.related_target().is_some());
        // The focus of a window that is left comes back with it.
        if !goes_on && document().has_focus().unwrap_or(true) {
            self.shown.set(None);
        }
    }

    fn is_in_bar(self, element: &Element) -> bool {
        let bar = self.bar.get_untracked();
        bar.is_some_and(|bar| bar.contains(Some(element)))
    }

    /// Shows the toolbar with a text area, if it is one of such a text.
    fn enter(self, element: &Element) -> bool {
        let Some(kind) = kind(element).filter(|kind| *kind != Kind::Word) else {
            return false;
        };
        let field = element.closest(".field").ok().flatten();
        let (Some(field), Some(bar)) = (field, self.bar.get_untracked()) else {
            return false;
        };
        // Once it is there it is not moved: who moves an element takes its focus.
        if bar.parent_element().as_ref() != Some(&field)
            && let Some(label) = field.first_element_child()
        {
            let _ = label.insert_adjacent_element("afterend", &bar);
        }
        self.area.set_value(element.id());
        self.shown.set(Some(kind));
        self.look();
        true
    }

    /// Has the buttons say what the selection is in, with the next frame: typing
    /// does not wait for it.
    fn look(self) {
        if self.looking.get_value() || self.shown.with_untracked(Option::is_none) {
            return;
        }
        self.looking.set_value(true);
        request_animation_frame(move || {
            self.looking.set_value(false);
            if let Some((_, area)) = self.current() {
                let styles = area.styles();
                if self.styles.with_untracked(|known| *known != styles) {
                    self.styles.set(styles);
                }
            }
        });
    }

    /// The text area, and what stands in it.
    fn current(self) -> Option<(HtmlTextAreaElement, Area)> {
        let element = document().get_element_by_id(&self.area.get_value())?;
        let element: HtmlTextAreaElement = element.dyn_into().ok()?;
        let area = read(&element)?;
        Some((element, area))
    }

    /// Does to the text what a button says, and gives it the focus back.
    fn act(self, action: Action) {
        let Some((element, area)) = self.current() else {
            return;
        };
        let changed = match action {
            Action::Style(style) => area.styled(style),
            Action::List(list) => area.listed(list),
            Action::Link => {
                self.linking.set(true);
                return;
            }
        };
        self.put_alone(&element, &changed);
        let _ = element.focus();
        self.look();
    }

    /// Puts a text in the place of what stands there, as part of what is being typed.
    fn put(self, element: &HtmlTextAreaElement, area: &Area) {
        let select = || {
            let (start, end) = area.selection_utf16();
            let _ = element.set_selection_range(start, end);
        };
        if element.value() != area.text {
            element.set_value(&area.text);
            select();
            announce_input(element);
        }
        select();
    }

    /// The same as an act of its own, which is undone by itself.
    fn put_alone(self, element: &HtmlTextAreaElement, area: &Area) {
        self.editing.pause();
        self.put(element, area);
        self.editing.pause();
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The text area that an event is about.
fn text_area(event: &Event) -> Option<(HtmlTextAreaElement, Kind)> {
    let element = target(event)?;
    let kind = kind(&element)?;
    Some((element.dyn_into().ok()?, kind))
}

fn kind(element: &Element) -> Option<Kind> {
    match element.get_attribute("data-rich")?.as_str() {
        "text" => Some(Kind::Text),
        "line" => Some(Kind::Line),
        _ => Some(Kind::Word),
    }
}

fn read(element: &HtmlTextAreaElement) -> Option<Area> {
    let (Ok(Some(start)), Ok(Some(end))) = (element.selection_start(), element.selection_end())
    else {
        return None;
    };
    let is_line = kind(element) != Some(Kind::Text);
    Some(Area::from_utf16(&element.value(), start, end, is_line))
}

/// Puts a sentence under a text, until something is typed there.
fn note(element: &Element, words: &str) {
    let Some(field) = element.closest(".field").ok().flatten() else {
        return;
    };
    without_note(&field);
    if let Ok(note) = document().create_element("p") {
        note.set_class_name("complaint rich-note");
        note.set_text_content(Some(words));
        let _ = field.append_child(&note);
    }
}

fn without_note(field: &Element) {
    if let Ok(Some(note)) = field.query_selector(".rich-note") {
        note.remove();
    }
}

/// Listens on the page before anything in it does.
pub(crate) fn capture(name: &'static str, heard: impl Fn(Event) + 'static) {
    let heard = Closure::<dyn Fn(Event)>::new(heard);
    let function = heard.as_ref().unchecked_ref();
    // It fails for no name and no function.
    let _ = window().add_event_listener_with_callback_and_bool(name, function, true);
    let heard = SendWrapper::new(heard);
    on_cleanup(move || {
        let function = heard.as_ref().unchecked_ref();
        let _ = window().remove_event_listener_with_callback_and_bool(name, function, true);
    });
}

/// Gives an element the focus when what closes now has given it back.
fn focus_soon(element: HtmlElement) {
    request_animation_frame(move || {
        let _ = element.focus();
    });
}
