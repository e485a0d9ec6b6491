//! The form: contact details, links, and the sections in their order.

use std::collections::BTreeSet;

use cv::{Document, Edit, Id, Item, Place, Section, SectionKind, Touched};
use leptos::prelude::*;
use leptos::task::tick;
use texts::editor as t;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::editing::{Editing, Target};
use super::field::{FieldSet, element_id, line_element_id};
use super::icon::{Icon, Shape};
use super::label;
use super::later::Later;
use super::section::SectionForm;
use super::start::StartPanel;
use crate::browser::random;
use crate::language::lang;

/// What is unfolded: any number of sections, one item at a time.
#[derive(Clone, Copy)]
pub(crate) struct Unfolded {
    pub(crate) sections: RwSignal<BTreeSet<Id>>,
    pub(crate) item: RwSignal<Option<Id>>,
}

/// What a screen reader is told of changes that are only seen.
#[derive(Clone, Copy)]
pub(crate) struct Announcer(pub(crate) RwSignal<String>);

impl Announcer {
    pub(crate) fn say(self, what: impl Into<String>) {
        let mut what = what.into();
        // The same words again are read out again only if the text differs.
        if self.0.with_untracked(|said| *said == what) {
            what.push('\u{a0}');
        }
        self.0.set(what);
    }
}

#[component]
pub(crate) fn Form() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let later = expect_context::<Later>();
    let unfolded = Unfolded {
        sections: RwSignal::new(BTreeSet::new()),
        item: RwSignal::new(None),
    };
    provide_context(unfolded);
    Effect::new(move |_| {
        if let Some(target) = editing.reveal.get() {
            editing.reveal.set(None);
            reveal(editing, unfolded, target);
        }
    });
    let letter = Memo::new(move |_| editing.at(Touched::Sections, Document::is_letter));
    view! {
        <div class="form">
            <StartPanel/>
            {move || match letter.get() {
                true => later.letter().into_any(),
                false => cv(editing, later).into_any(),
            }}
        </div>
    }
}

fn cv(editing: Editing, later: Later) -> impl IntoView {
    let lang = lang();
    let of_kind = move |links: bool| {
        editing.at(Touched::Sections, |document| {
            let sections = document.sections.iter();
            let wanted = sections.filter(|s| (s.kind == SectionKind::Profiles) == links);
            wanted.map(|s| s.id).collect::<Vec<_>>()
        })
    };
    // Links stand with the contact details on every page, so they do in the
    // form, wherever they are in the document.
    let order = Callback::new(move |()| untrack(|| of_kind(false)));
    view! {
        <section class="section basics" aria-labelledby="basics-heading">
            <h2 id="basics-heading">{t::section_basics(lang)}</h2>
            <div class="photo-place">{later.photo()}</div>
            <FieldSet item=Id::BASICS kind=None/>
        </section>
        <ul class="sections">
            <For each=move || of_kind(true) key=|id| *id let:id>
                <SectionForm id order/>
            </For>
        </ul>
        <ul class="sections" data-list="">
            <For each=move || of_kind(false) key=|id| *id let:id>
                <SectionForm id order/>
            </For>
        </ul>
        <AddSection/>
        {later.personal()}
    }
}

/// Adds another section of a kind, at the end.
#[component]
fn AddSection() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let unfolded = expect_context::<Unfolded>();
    let announcer = expect_context::<Announcer>();
    let lang = lang();
    let add = move |kind: SectionKind| {
        let section = new_section(kind);
        let id = section.id;
        let last = editing.peek(|document| document.sections.last().map(|s| s.id));
        let place = last.map_or(Place::First, Place::After);
        if editing.edit(Edit::AddSection { place, section }) {
            unfolded.sections.update(|open| {
                open.insert(id);
            });
            announcer.say(t::said_added(lang, label::section(kind, lang)));
        }
    };
    view! {
        <div class="add-section">
            <Icon shape=Shape::Add/>
            <select
                aria-label=t::add_section(lang)
                prop:value=""
                on:change=move |event| {
                    let kind = SectionKind::from_json(&event_target_value(&event));
                    if let Some(kind) = kind {
                        add(kind);
                    }
                    // The list is a button: it shows its name again.
                    if let Some(select) = event
                        .target()
                        .and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok())
                    {
                        select.set_value("");
                    }
                }
            >
                <option value="">{t::add_section(lang)}</option>
                {SectionKind::ALL
                    .into_iter()
                    .filter(|kind| !matches!(kind, SectionKind::Profiles | SectionKind::Letter))
                    .map(|kind| {
                        view! { <option value=kind.json()>{label::section(kind, lang)}</option> }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// A section with nothing in it but what is always there.
pub(super) fn new_section(kind: SectionKind) -> Section {
    let mut section = Section::new(random::id(), kind);
    if kind.is_single() {
        section.items.push(Item::new(random::id()));
    }
    section
}

/// Unfolds what a target is in, and puts the cursor there.
fn reveal(editing: Editing, unfolded: Unfolded, target: Target) {
    let section = editing.peek(|document| document.section_of(target.item).map(|s| (s.id, s.kind)));
    if let Some((section, kind)) = section {
        if !unfolded
            .sections
            .with_untracked(|open| open.contains(&section))
        {
            unfolded.sections.update(|open| {
                open.insert(section);
            });
        }
        if !kind.is_single() && unfolded.item.get_untracked() != Some(target.item) {
            unfolded.item.set(Some(target.item));
        }
    }
    let heading = editing.peek(|document| document.section(target.item).is_some());
    if heading {
        unfolded.sections.update(|open| {
            open.insert(target.item);
        });
    }
    let line = target.line.map(line_element_id);
    let field = target.field.map(|field| element_id(target.item, field));
    let entry = format!("i-{}", target.item);
    let section = format!("s-{}", target.item);
    let places = [line, field, Some(entry), Some(section)];
    let places: Vec<String> = places.into_iter().flatten().collect();
    spawn_local(async move {
        // What was added is in the page after its effects have run, which is before
        // the next key: who types on types into it.
        tick().await;
        if !focus(places.iter().take(1)) {
            // What was just unfolded takes more than one turn.
            request_animation_frame(move || {
                focus(places.iter());
            });
        }
    });
}

/// Puts the cursor into the first of some elements, by their ids, that is there.
/// Returns whether any is.
fn focus<'a>(mut ids: impl Iterator<Item = &'a String>) -> bool {
    let element = ids.find_map(|id| document().get_element_by_id(id));
    let Some(element) = element.map(focusable) else {
        return false;
    };
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    true
}

/// The element or, where it is switched off (the year of an end that is
/// ongoing), what can be changed instead.
fn focusable(element: Element) -> Element {
    if let Ok(Some(folded)) = element.closest("details:not([open])") {
        // A fixed, valid attribute name.
        let _ = folded.set_attribute("open", "");
    }
    if !element.has_attribute("disabled") {
        return element;
    }
    let field = element.closest(".field").ok().flatten();
    let other =
        field.and_then(|field| field.query_selector("input:not([disabled])").ok().flatten());
    other.unwrap_or(element)
}
