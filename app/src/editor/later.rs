//! What comes after the form: dialogs, files of all kinds, saving on the server.
//!
//! The form can be typed in before any of it is needed. Its code is compiled with
//! the rest; `xtask` then takes whatever [`run`] alone reaches out of the module
//! into a file of its own (`xtask/src/split.rs`), which is fetched as soon as the
//! form is there. So nothing outside may call what is in here by another way than a
//! [`Task`]: one forgotten call brings the code back into the first load, and the
//! benchmark of sizes over its budget.

#![allow(
    unsafe_code,
    reason = "the macro declares the function that fetches the file as a foreign one"
)]

use std::future::Future;
use std::pin::Pin;

use cv::{Field, Id};
use leptos::prelude::*;
use leptos::wasm_split::{self, SplitLoaderError};
use texts::Lang;
use wasm_bindgen_futures::spawn_local;

use super::address::Address;
use super::advice::{AdvicePanel, Advising};
use super::commands::{CommandsOpen, Palette, Shortcuts};
use super::download::together::{Together, TogetherOpen};
use super::download::{AskServer, Download};
use super::drafts::Drafts;
use super::editing::Editing;
use super::field::rich::tools::{LinkDialog, RichTools, Tools};
use super::field::ticks::{ClassesField, FlagField};
use super::form::Announcer;
use super::formats::{Formats, WhatIsRead};
use super::history::kept;
use super::letter::{LetterForm, LetterMenu};
use super::linked::{
    AddFromProfile, LinkMark, Linked, LinkedDialog, LinkedEntry, LinkedPanel, LinkedPlace,
};
use super::live::Live;
use super::moving::Moving;
use super::open_file::{OpenFile, Opening};
use super::others::Others;
use super::personal::{Personal, PersonalPanel};
use super::photo::{Cutting, PhotoField, Picture};
use super::save::{SaveDialog, Saving};
use super::seen::{Seen, SeenBy};
use super::selecting::Select;
use super::start::Starting;
use super::status::Online;
use super::suggestions::Suggestions;
use super::tabs::Tabs;
use super::viewing::{EditedLine, Modes, Viewing, Zooming};
use super::{caret, commands, design, keys, sensitive};
use crate::browser::keep::Keeping;
use crate::browser::sync::Sync;
use crate::page::{share_path, versions_path};

mod parts;

/// What is asked of the code that comes later.
pub(crate) enum Task {
    /// To begin with what runs by itself, and to do what the address says.
    Begin,
    /// To show an owner link that was made and not taken.
    Remind,
    Looks,
    Pdf,
    Json,
    Backup,
    ReadBack,
    Save,
    Share,
    Versions,
    Letter,
    Commands,
    Example(cv::Language),
    Advice,
}

/// What the tasks work on.
#[derive(Clone, Copy)]
pub(crate) struct Parts {
    pub(crate) editing: Editing,
    pub(crate) sync: Sync,
    pub(crate) saving: Saving,
    pub(crate) live: Live,
    pub(crate) announcer: Announcer,
    pub(crate) starting: Starting,
    pub(crate) opening: Opening,
    pub(crate) picture: Picture,
    pub(crate) download: Download,
    pub(crate) moving: Moving,
    pub(crate) keeping: RwSignal<Option<Keeping>>,
    pub(crate) load_error: RwSignal<Option<&'static str>>,
    /// Whether advice is shown.
    pub(crate) advice: RwSignal<bool>,
    pub(crate) lang: Lang,
    /// A member's own browser, to which they may bring drafts along.
    pub(crate) brings: bool,
    pub(crate) shared: bool,
}

/// A handle on it; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Later {
    parts: Parts,
    owner: StoredValue<Option<Owner>>,
    views: RwSignal<Option<Views>>,
    /// What the address said and is not done yet: the address itself has it no more.
    address: StoredValue<Option<Address>>,
    /// It did not arrive. What was asked for is not done.
    pub(crate) missing: RwSignal<bool>,
}

/// What is shown of it, once it is there.
#[derive(Clone, Copy)]
struct Views {
    others: fn() -> AnyView,
    personal: fn() -> AnyView,
    photo: fn() -> AnyView,
    modes: fn() -> AnyView,
    zooming: fn() -> AnyView,
    select: fn(Id) -> AnyView,
    letter: fn() -> AnyView,
    letter_menu: fn() -> AnyView,
    /// Fields that few documents have.
    flag: fn(Id, Field) -> AnyView,
    classes: fn(Id, Field) -> AnyView,
    linked: fn(LinkedPlace) -> AnyView,
    dialogs: fn(RwSignal<Option<Keeping>>) -> AnyView,
}

struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> NotLoaded {
        NotLoaded
    }
}

type Doing = Pin<Box<dyn Future<Output = ()>>>;

impl Later {
    pub(crate) fn new(parts: Parts) -> Later {
        Later {
            parts,
            owner: StoredValue::new(Owner::current()),
            views: RwSignal::new(None),
            address: StoredValue::new(None),
            missing: RwSignal::new(false),
        }
    }

    /// Does what the address says, now or when the code has come.
    pub(crate) async fn follow(self, address: Option<Address>) {
        if address.is_some() {
            self.address.set_value(address);
        }
        self.done(Task::Begin).await;
    }

    /// Whether nothing of it has come so far.
    pub(crate) fn is_away(self) -> bool {
        self.views.with_untracked(Option::is_none)
    }

    /// Has something done as soon as the code is there.
    pub(crate) fn ask(self, task: Task) {
        spawn_local(self.done(task));
    }

    /// As [`Later::ask`], and waits for it.
    pub(crate) async fn done(self, task: Task) {
        let doing = run(self, task).await;
        self.missing.set(doing.is_err());
        if let Ok(doing) = doing {
            doing.await;
        }
    }

    pub(crate) fn others(self) -> impl IntoView {
        self.part(|views| (views.others)())
    }

    pub(crate) fn personal(self) -> impl IntoView {
        self.part(|views| (views.personal)())
    }

    pub(crate) fn photo(self) -> impl IntoView {
        self.part(|views| (views.photo)())
    }

    pub(crate) fn modes(self) -> impl IntoView {
        self.part(|views| (views.modes)())
    }

    pub(crate) fn zooming(self) -> impl IntoView {
        self.part(|views| (views.zooming)())
    }

    /// A place for one of them. One type of closure for all is less to download.
    fn part(self, part: fn(Views) -> AnyView) -> impl IntoView {
        move || self.views.get().map(part)
    }

    /// What is done with several entries of a section.
    pub(crate) fn select(self, section: Id) -> impl IntoView {
        move || self.views.get().map(|views| (views.select)(section))
    }

    /// The form of a letter.
    pub(crate) fn letter(self) -> impl IntoView {
        move || self.views.get().map(|views| (views.letter)())
    }

    pub(crate) fn letter_menu(self) -> impl IntoView {
        move || self.views.get().map(|views| (views.letter_menu)())
    }

    pub(crate) fn flag(self, item: Id, field: Field) -> impl IntoView {
        move || self.views.get().map(|views| (views.flag)(item, field))
    }

    pub(crate) fn classes(self, item: Id, field: Field) -> impl IntoView {
        move || self.views.get().map(|views| (views.classes)(item, field))
    }

    /// What is said of links at a place in the form.
    pub(crate) fn linked(self, place: LinkedPlace) -> impl IntoView {
        move || self.views.get().map(|views| (views.linked)(place))
    }

    pub(crate) fn dialogs(self) -> impl IntoView {
        let keeping = self.parts.keeping;
        move || self.views.get().map(|views| (views.dialogs)(keeping))
    }
}

#[wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
fn run(later: Later, task: Task) -> Result<Doing, NotLoaded> {
    Ok(Box::pin(later.run(task)))
}

impl Later {
    async fn run(self, task: Task) {
        let parts = self.parts;
        if self.is_away() {
            // What it starts lives as long as the editor.
            match self.owner.get_value() {
                Some(owner) => owner.with(|| self.begin()),
                None => return,
            }
            if parts.brings {
                parts.moving.bring_in(false, false).await;
            }
            parts.prepare();
        }
        let address = self.address.try_update_value(Option::take).flatten();
        if let Some(address) = address {
            parts.follow(address).await;
        }
        match task {
            Task::Begin => {}
            Task::Remind => parts.saving.remind().await,
            Task::Looks => design::show(parts.editing, parts.live),
            Task::Pdf => parts.download.pdf(),
            Task::Json => parts.download.json(),
            Task::Backup => parts.download.backup(),
            Task::ReadBack => parts.download.read_back().await,
            Task::Save => parts.saving.ask(),
            Task::Share => parts.leave(share_path).await,
            Task::Versions => parts.leave(versions_path).await,
            Task::Letter => parts.letter().await,
            Task::Commands => self.open_commands(),
            Task::Example(language) => parts.opening.example(language),
            Task::Advice => parts.advice.set(true),
        }
    }

    fn open_commands(self) {
        let owner = self.owner.get_value();
        let palette = owner.and_then(|owner| owner.with(use_context::<CommandsOpen>));
        if let Some(palette) = palette {
            palette.open();
        }
    }

    /// Starts what runs by itself from now on, and shows the dialogs.
    fn begin(self) {
        let parts = self.parts;
        parts.moving.listen();
        parts.follow_visits();
        parts.sync.start();
        parts.reconnected();
        parts.picture.start(parts.sync, parts.live);
        let personal = Personal::new(
            parts.editing,
            parts.sync,
            parts.live,
            parts.announcer,
            parts.lang,
        );
        personal.start(expect_context::<Online>());
        let leaving = window_event_listener_untyped("beforeunload", move |event| {
            if personal.is_unsent() {
                event.prevent_default();
            }
        });
        on_cleanup(move || leaving.remove());
        provide_context(personal);
        let linked = Linked::new(
            parts.editing,
            parts.sync,
            parts.moving.journal,
            (parts.announcer, parts.starting),
            parts.lang,
        );
        linked.start();
        provide_context(linked);
        provide_context(TogetherOpen(RwSignal::new(false)));
        let advising = Advising::new(
            parts.advice,
            parts.editing,
            parts.live,
            parts.announcer,
            expect_context::<Tabs>(),
            parts.lang,
        );
        advising.listen();
        provide_context(advising);
        design::listen(parts.editing, parts.live);
        sensitive::listen(parts.announcer, parts.lang);
        caret::listen(parts.editing);
        kept::start(parts.editing, parts.moving.journal);
        let viewing = Viewing::new(parts.announcer, parts.lang);
        viewing.start(expect_context::<Tabs>());
        provide_context(viewing);
        let seen = SeenBy::new(
            parts.editing,
            parts.live,
            parts.sync,
            parts.announcer,
            parts.lang,
        );
        seen.listen();
        provide_context(seen);
        let palette = CommandsOpen::new();
        provide_context(palette);
        commands::listen(palette, viewing);
        keys::leave_other_texts();
        let tools = Tools::new(parts.editing, parts.announcer, parts.lang);
        tools.start();
        provide_context(tools);
        self.views.set(Some(Views {
            others: || view! { <Others/><LinkedPanel/> }.into_any(),
            personal: || view! { <PersonalPanel/> }.into_any(),
            photo: || view! { <PhotoField/> }.into_any(),
            modes: || view! { <Modes/> }.into_any(),
            zooming: || view! { <Seen/><Zooming/> }.into_any(),
            select: |section| view! { <Select section/> }.into_any(),
            letter: || view! { <LetterForm/> }.into_any(),
            letter_menu: || view! { <LetterMenu/> }.into_any(),
            flag: |item, field| view! { <FlagField item field/> }.into_any(),
            classes: |item, field| view! { <ClassesField item field/> }.into_any(),
            linked: |place| match place {
                LinkedPlace::Mark(item) => view! { <LinkMark item/> }.into_any(),
                LinkedPlace::Entry(item) => view! { <LinkedEntry item/> }.into_any(),
                LinkedPlace::Section(section) => view! { <AddFromProfile section/> }.into_any(),
            },
            dialogs: |keeping| {
                view! {
                    <OpenFile/>
                    <Drafts keeping/>
                    <LinkedDialog/>
                    <SaveDialog/>
                    <Palette/>
                    <Shortcuts/>
                    <AskServer/>
                    <Formats/>
                    <WhatIsRead/>
                    <Together/>
                    <Cutting/>
                    <Suggestions/>
                    <EditedLine/>
                    <RichTools/>
                    <LinkDialog/>
                    <AdvicePanel/>
                }
                .into_any()
            },
        }));
    }
}
