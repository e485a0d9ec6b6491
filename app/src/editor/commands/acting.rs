//! Does what a command says, with the same functions that the buttons call.

use cv::{Document, Edit, Id, Item, Language, Place, Section, SectionKind};
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use texts::{Lang, editor as t};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::list::State;
use super::{Command, Does, list};
use crate::account;
use crate::browser::sync::Sync;
use crate::editor::advice::Advising;
use crate::editor::download::Download;
use crate::editor::download::together::TogetherOpen;
use crate::editor::drafts::DraftsOpen;
use crate::editor::editing::{Editing, Target};
use crate::editor::form::{Announcer, new_section};
use crate::editor::formats::{self, FORMATS, FormatsOpen, ReadingOpen};
use crate::editor::keys::ShortcutsOpen;
use crate::editor::later::{Later, Task};
use crate::editor::linked::LinkedOpen;
use crate::editor::live::Live;
use crate::editor::open_file::Opening;
use crate::editor::reorder::{down, up};
use crate::editor::section::add_item;
use crate::editor::seen::SeenBy;
use crate::editor::start::Starting;
use crate::editor::tabs::{Tab, Tabs};
use crate::editor::viewing::Viewing;
use crate::editor::{design, label, toolbar};
use crate::page::Page;

/// What commands work on.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    editing: Editing,
    live: Live,
    sync: Sync,
    announcer: Announcer,
    advising: Advising,
    download: Download,
    opening: Opening,
    starting: Starting,
    later: Later,
    tabs: Tabs,
    pub(super) viewing: Viewing,
    seen: SeenBy,
    drafts: RwSignal<bool>,
    formats: RwSignal<bool>,
    reading: ReadingOpen,
    shortcuts: RwSignal<bool>,
    linked: RwSignal<bool>,
    together: RwSignal<bool>,
    pub(super) lang: Lang,
}

impl Acting {
    pub(super) fn here(lang: Lang) -> Acting {
        Acting {
            editing: expect_context(),
            live: expect_context(),
            sync: expect_context(),
            announcer: expect_context(),
            advising: expect_context(),
            download: expect_context(),
            opening: expect_context(),
            starting: expect_context(),
            later: expect_context(),
            tabs: expect_context(),
            viewing: expect_context(),
            seen: expect_context(),
            drafts: expect_context::<DraftsOpen>().0,
            formats: expect_context::<FormatsOpen>().0,
            reading: expect_context(),
            shortcuts: expect_context::<ShortcutsOpen>().0,
            linked: expect_context::<LinkedOpen>().0,
            together: expect_context::<TogetherOpen>().0,
            lang,
        }
    }

    /// What can be done now.
    pub(super) fn commands(self, entry: Option<Id>) -> Vec<Command> {
        // Those that are new are in the list when it is next opened.
        self.seen.find_links();
        let state = untrack(|| State {
            can_undo: self.editing.can_undo(),
            can_redo: self.editing.can_redo(),
            saved: self.sync.id.with(Option::is_some),
            member: account::of_page().member(),
            kept: document()
                .document_element()
                .is_some_and(|html| html.has_attribute("data-shell")),
            mode: self.viewing.mode(),
            zoom: self.viewing.zoom(),
            theme: self.viewing.theme_now(),
            viewers: self.seen.others(),
            entry,
            templates: design::templates(),
            language_name,
        });
        self.editing.peek(|document| list::all(document, &state))
    }

    pub(super) fn run(self, does: Does) {
        let Acting {
            editing,
            announcer,
            later,
            lang,
            ..
        } = self;
        match does {
            Does::Undo => toolbar::undo(editing, announcer, lang),
            Does::Redo => toolbar::redo(editing, announcer, lang),
            Does::Move { entry, up } => self.relocate(entry, up),
            Does::ByKeys => {}
            Does::AddEntry(section) => {
                self.to_form();
                let last = editing.peek(|d| d.section(section).and_then(last_of));
                add_item(editing, section, last);
            }
            Does::AddSection(kind) => self.add_section(kind),
            Does::Go(target) => self.go(target),
            Does::HideSection { section, hidden } => {
                let name = self.heading(section);
                if editing.edit(Edit::SetSectionHidden { section, hidden }) {
                    let said = if hidden {
                        t::said_hidden
                    } else {
                        t::said_shown
                    };
                    announcer.say(said(lang, name));
                }
            }
            Does::Template(name) => design::choose(editing, &name),
            Does::Language(language) => drop(editing.edit(Edit::SetLanguage { language })),
            Does::Paper(paper) => drop(editing.edit(Edit::SetPaper { paper })),
            Does::Looks => later.ask(Task::Looks),
            // The panel says what came of it.
            Does::Fit(pages) => {
                design::show(editing, self.live);
                design::fit(editing, self.live, pages);
            }
            Does::OpenFile => self.opening.open(),
            Does::Drafts => self.drafts.set(true),
            Does::MyCvs => leave_for(Page::Cvs),
            Does::Storage => leave_for(Page::Storage),
            Does::Pdf => later.ask(Task::Pdf),
            Does::Format(index) => {
                if let Some((kind, ending, media)) = FORMATS.get(index) {
                    self.download.other(kind, ending, media);
                }
            }
            Does::Formats => self.formats.set(true),
            Does::Json => later.ask(Task::Json),
            Does::Backup => later.ask(Task::Backup),
            Does::ReadBack => formats::read(self.reading, self.download, later),
            Does::Photo => {
                self.to_form();
                press("#photo");
            }
            Does::Save => later.ask(Task::Save),
            Does::Share => later.ask(Task::Share),
            Does::Versions => later.ask(Task::Versions),
            Does::Letter => later.ask(Task::Letter),
            Does::Advice => later.ask(Task::Advice),
            Does::Linked => self.linked.set(true),
            Does::Together => self.together.set(true),
            // The menu's own form, which comes back to this page.
            Does::SiteLanguage => press("form.language button"),
            Does::Theme(theme) => self.viewing.set_theme(theme),
            Does::Switch => self.viewing.switch(self.tabs),
            Does::Mode(mode) => self.viewing.set_mode(mode),
            Does::Zoom(zoom) => self.viewing.set_zoom(zoom),
            Does::Larger(larger) => self.viewing.step(larger),
            Does::See(viewer) => self.seen.choose(viewer),
            Does::Help => self.shortcuts.set(true),
        }
    }

    /// The form is what somebody wants to see who goes to a place in it.
    fn to_form(self) {
        self.advising.step_aside();
        self.tabs.show(Tab::Form);
    }

    fn go(self, target: Target) {
        self.to_form();
        self.editing.reveal.set(Some(target));
    }

    fn add_section(self, kind: SectionKind) {
        let section = new_section(kind);
        let first = section.items.first().map(|item| item.id);
        let field = kind.fields().first().map(|(field, _)| *field);
        let target = Target {
            item: first.unwrap_or(section.id),
            field: first.and(field),
            line: None,
        };
        let last = self.editing.peek(|d| d.sections.last().map(|s| s.id));
        let place = last.map_or(Place::First, Place::After);
        if self.editing.edit(Edit::AddSection { place, section }) {
            self.starting.0.set(false);
            let name = label::section(kind, self.lang);
            self.announcer.say(t::said_added(self.lang, name));
            self.go(target);
        }
    }

    /// Moves an entry among the others of its section, or a section among the others.
    fn relocate(self, entry: Id, upwards: bool) {
        let step = if upwards { up } else { down };
        let order = move |document: &Document| match document.section_of(entry) {
            Some(section) => section.items.iter().map(|item| item.id).collect(),
            None => sections(document),
        };
        let edit = self.editing.peek(|document| {
            let place = step(&order(document), entry)?;
            Some(match document.section_of(entry) {
                Some(section) => Edit::MoveItem {
                    item: entry,
                    section: section.id,
                    place,
                },
                None => Edit::MoveSection {
                    section: entry,
                    place,
                },
            })
        });
        if edit.is_some_and(|edit| self.editing.edit(edit)) {
            let order: Vec<Id> = self.editing.peek(order);
            let at = order.iter().position(|id| *id == entry).unwrap_or(0);
            let name = self.name(entry);
            let (place, total) = (at as u64 + 1, order.len() as u64);
            self.announcer
                .say(t::said_moved(self.lang, name, place, total));
        }
    }

    fn heading(self, section: Id) -> String {
        self.editing.peek(|document| {
            let section = document.section(section);
            section.map_or_else(String::new, |section| list::heading(section, self.lang))
        })
    }

    /// What an entry or a section is called.
    fn name(self, entry: Id) -> String {
        let of_entry = self.editing.peek(|document| {
            let (section, item) = document.section_of(entry).zip(document.item(entry))?;
            Some(list::entry_name(section.kind, item, self.lang))
        });
        of_entry.unwrap_or_else(|| self.heading(entry))
    }
}

fn last_of(section: &Section) -> Option<Id> {
    let last: Option<&Item> = section.items.last();
    last.map(|item| item.id)
}

/// The sections that are ordered among each other: links stand by themselves.
fn sections(document: &Document) -> Vec<Id> {
    let sections = document.sections.iter();
    let ordered = sections.filter(|section| section.kind != SectionKind::Profiles);
    ordered.map(|section| section.id).collect()
}

fn press(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(button) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

fn leave_for(page: Page) {
    // An address of ours.
    let _ = window().location().set_href(page.path());
}

/// What a language is called in another one, as the browser knows it.
fn language_name(language: Language, lang: Lang) -> Option<String> {
    let property = |of: &JsValue, name: &str| Reflect::get(of, &JsValue::from_str(name)).ok();
    let names = property(&property(&window(), "Intl")?, "DisplayNames")?;
    let names: Function = names.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let arguments = Array::of2(&lang.tag().into(), &options);
    let names = Reflect::construct(&names, &arguments).ok()?;
    let of: Function = property(&names, "of")?.dyn_into().ok()?;
    of.call1(&names, &language.tag().into()).ok()?.as_string()
}
