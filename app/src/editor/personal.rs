//! Personal details: nobody is asked for them, and who wants them finds them here.
//!
//! A document names each that it shows, so that showing one is an edit as any other,
//! and taken back as one. What they are is the account's, the same for all of its
//! CVs: it lies on the server by its owner's consent alone, in this tab's memory
//! while the tab lives, and in no storage of the browser. A document whose value is
//! gone shows nothing in its place.

use std::collections::BTreeMap;

use cv::{Edit, Id, PersonalField, Touched};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use privacy::ConsentPurpose;
use texts::{Lang, details as t};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

mod label;
mod panel;

pub(crate) use label::detail_name;
pub(crate) use panel::PersonalPanel;
use panel::{give_id, input_id};

use super::editing::{Change, Editing};
use super::form::Announcer;
use super::live::Live;
use super::status::Online;
use crate::browser::ask::ask;
use crate::browser::random;
use crate::browser::sync::Sync;
use crate::service::ServiceError;
use crate::service::consent::{
    ConsentGive, ConsentNow, ConsentStanding, ConsentState, ConsentWithdraw,
};
use crate::service::personal::{PersonalDelete, PersonalList, PersonalPut, PersonalValue};

/// After so many milliseconds without a further key a value is sent.
const PAUSE_MS: u32 = 800;

/// Whether it is known here what there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Unasked,
    Asking,
    Here,
    Failed(ServiceError),
}

/// What has become of a value that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Keeping,
    Kept,
    Gone,
    Failed(ServiceError),
}

/// A handle on the personal details; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct Personal {
    editing: Editing,
    sync: Sync,
    live: Live,
    announcer: Announcer,
    lang: Lang,
    phase: RwSignal<Phase>,
    /// The saved draft that was open when the server was asked.
    asked_for: StoredValue<Option<String>>,
    consents: RwSignal<Vec<ConsentNow>>,
    /// One that is empty was taken away here; it keeps its reference, in case its
    /// owner goes on typing.
    details: RwSignal<Vec<PersonalValue>>,
    progress: RwSignal<BTreeMap<PersonalField, Progress>>,
    /// Counts what was typed in each field: only the last of it is sent.
    typed: StoredValue<BTreeMap<PersonalField, u32>>,
    /// Its owner looks at them.
    open: RwSignal<bool>,
    /// Consent is being given or taken back.
    busy: RwSignal<bool>,
    /// Why that was not done.
    refused: RwSignal<Option<ServiceError>>,
}

impl Personal {
    pub(crate) fn new(
        editing: Editing,
        sync: Sync,
        live: Live,
        announcer: Announcer,
        lang: Lang,
    ) -> Personal {
        Personal {
            editing,
            sync,
            live,
            announcer,
            lang,
            phase: RwSignal::new(Phase::Unasked),
            asked_for: StoredValue::new(None),
            consents: RwSignal::new(Vec::new()),
            details: RwSignal::new(Vec::new()),
            progress: RwSignal::new(BTreeMap::new()),
            typed: StoredValue::new(BTreeMap::new()),
            open: RwSignal::new(false),
            busy: RwSignal::new(false),
            refused: RwSignal::new(None),
        }
    }

    /// From now on asks the server as soon as a saved draft shows some or its owner
    /// wants to see them, and has the pages show them.
    pub(crate) fn start(self, online: Online) {
        let changed = Trigger::new();
        self.editing.listen(move |change| {
            let mut concerns = matches!(change, Change::Opened(_));
            if let Change::Edited(edit) | Change::Followed(edit) = change {
                edit.touches(&mut |place| concerns |= place == Touched::Personal);
            }
            if concerns {
                changed.notify();
            }
        });
        Effect::new(move |_| {
            changed.track();
            let wanted = self.open.get() || self.editing.peek(|d| d.personal.is_some());
            if self.sync.id.with(Option::is_some) && online.0.get() && wanted {
                self.look_up();
            }
        });
        Effect::new(move |_| {
            let values = self.values();
            if values != self.live.details() {
                self.live.set_details(values);
            }
        });
    }

    /// What the pages take: values by their references.
    fn values(self) -> String {
        self.details.with(|details| {
            let there = details.iter().filter(|detail| !detail.value.is_empty());
            let values: BTreeMap<Id, &str> = there
                .map(|detail| (detail.reference, detail.value.as_str()))
                .collect();
            // Texts by texts: it does not fail.
            serde_json::to_string(&values).unwrap_or_else(|_| "{}".to_owned())
        })
    }

    /// Asks the server what there is, unless that is known. With every draft that is
    /// opened anew: an owner link may have led to another account.
    fn look_up(self) {
        let draft = self.sync.id.get_untracked();
        let known = matches!(self.phase.get_untracked(), Phase::Asking | Phase::Here);
        if known && self.asked_for.get_value() == draft {
            return;
        }
        self.asked_for.set_value(draft.clone());
        self.phase.set(Phase::Asking);
        spawn_local(async move {
            let consents = ask(ConsentState {}).await;
            let details = ask(PersonalList {}).await;
            if self.asked_for.get_value() != draft {
                return;
            }
            self.phase.set(match (consents, details) {
                (Ok(consents), Ok(details)) => {
                    self.consents.set(consents);
                    self.details.set(details);
                    Phase::Here
                }
                (Err(error), _) | (_, Err(error)) => Phase::Failed(error),
            });
        });
    }

    /// Asks the server how consent stands, where that may be another than was known.
    async fn look_up_consents(self) {
        if let Ok(consents) = ask(ConsentState {}).await {
            self.consents.set(consents);
        }
    }

    fn standing(self, purpose: ConsentPurpose) -> ConsentStanding {
        self.consents.with(|consents| {
            let of = |consent: &&ConsentNow| consent.purpose == purpose.name();
            let found = consents.iter().find(of);
            found.map_or(ConsentStanding::Never, |consent| consent.state)
        })
    }

    /// The account's value for a field: the one that this document names, else the
    /// one that there is.
    fn held(self, field: PersonalField) -> Option<PersonalValue> {
        let named = self.named(field);
        self.details.with(|details| {
            let of_field = || details.iter().filter(|detail| detail.field == field);
            let named = of_field().find(|detail| Some(detail.reference) == named);
            named.or_else(|| of_field().next()).cloned()
        })
    }

    fn named(self, field: PersonalField) -> Option<Id> {
        self.editing.at(Touched::Personal, |document| {
            let personal = document.personal.as_ref()?;
            personal.references.get(&field).copied()
        })
    }

    fn value(self, field: PersonalField) -> String {
        self.held(field).map(|held| held.value).unwrap_or_default()
    }

    /// Whether the document shows it.
    fn is_shown(self, field: PersonalField) -> bool {
        let named = self.named(field);
        let held = self.held(field);
        named.is_some() && held.is_some_and(|held| Some(held.reference) == named)
    }

    fn show(self, field: PersonalField, shown: bool) {
        let held = untrack(|| self.held(field));
        let reference = held.filter(|_| shown).map(|held| held.reference);
        self.editing.edit(Edit::SetPersonal { field, reference });
    }

    /// Takes what was typed: the pages have it at once, the server when the writer
    /// pauses.
    fn write(self, field: PersonalField, value: String) {
        let reference = untrack(|| self.held(field)).map(|held| held.reference);
        self.details.update(|details| {
            let there = details
                .iter_mut()
                .find(|detail| Some(detail.reference) == reference);
            match there {
                Some(detail) => detail.value = value,
                // What a document named before is gone for good: another value
                // never stands in its place by itself.
                None => details.push(PersonalValue {
                    reference: random::id(),
                    field,
                    value,
                }),
            }
        });
        let turn = self.turn(field);
        spawn_local(async move {
            TimeoutFuture::new(PAUSE_MS).await;
            if self.is_last(field, turn) {
                self.send(field, turn).await;
            }
        });
    }

    /// Has the server keep what was typed, if it does not yet.
    fn leave(self, field: PersonalField) {
        let progress = self.progress.with_untracked(|all| all.get(&field).copied());
        if matches!(progress, Some(Progress::Keeping | Progress::Failed(_))) {
            let turn = self.turn(field);
            spawn_local(self.send(field, turn));
        }
    }

    fn turn(self, field: PersonalField) -> u32 {
        self.tell(field, Progress::Keeping);
        let turn = self.typed.try_update_value(|typed| {
            let turn = typed.entry(field).or_default();
            *turn = turn.wrapping_add(1);
            *turn
        });
        turn.unwrap_or_default()
    }

    fn is_last(self, field: PersonalField, turn: u32) -> bool {
        self.typed
            .try_with_value(|typed| typed.get(&field).copied())
            == Some(Some(turn))
    }

    async fn send(self, field: PersonalField, turn: u32) {
        let Some(detail) = untrack(|| self.held(field)) else {
            return;
        };
        let empty = detail.value.trim().is_empty();
        let sent = match empty {
            true => {
                let reference = detail.reference;
                match ask(PersonalDelete { reference }).await {
                    // It never was there.
                    Err(ServiceError::Missing) => Ok(()),
                    answer => answer,
                }
            }
            false => ask(PersonalPut { detail }).await,
        };
        if sent == Err(ServiceError::NoConsent) {
            self.look_up_consents().await;
        }
        if self.is_last(field, turn) {
            self.tell(
                field,
                match sent {
                    Ok(()) if empty => Progress::Gone,
                    Ok(()) => Progress::Kept,
                    Err(error) => Progress::Failed(error),
                },
            );
        }
    }

    fn tell(self, field: PersonalField, progress: Progress) {
        self.progress.update(|all| {
            all.insert(field, progress);
        });
    }

    /// Agrees to the text of a purpose, which is being shown.
    fn give(self, purpose: ConsentPurpose) {
        self.change(async move {
            ask(ConsentGive {
                purpose: purpose.name().to_owned(),
                version: purpose.version().to_owned(),
                lang: self.lang.tag().to_owned(),
            })
            .await?;
            self.look_up_consents().await;
            self.announcer.say(t::said_given(self.lang));
            focus(fields(purpose).next().map(input_id));
            Ok(())
        });
    }

    /// Takes it back. What was kept by it is gone from the server then, and from here,
    /// and this document names it no more; what others name shows nothing.
    fn withdraw(self, purpose: ConsentPurpose) {
        self.change(async move {
            ask(ConsentWithdraw {
                purpose: purpose.name().to_owned(),
                lang: self.lang.tag().to_owned(),
            })
            .await?;
            self.details.update(|details| {
                details.retain(|detail| ConsentPurpose::of(detail.field) != purpose);
            });
            self.progress.update(|all| {
                all.retain(|field, _| ConsentPurpose::of(*field) != purpose);
            });
            let named = fields(purpose).filter(|field| untrack(|| self.named(*field)).is_some());
            let unnamed: Vec<Edit> = named
                .map(|field| Edit::SetPersonal {
                    field,
                    reference: None,
                })
                .collect();
            if !unnamed.is_empty() {
                self.editing.edit(Edit::All(unnamed));
            }
            self.look_up_consents().await;
            self.announcer.say(t::said_withdrawn(self.lang));
            focus(Some(give_id(purpose)));
            Ok(())
        });
    }

    fn change(self, change: impl Future<Output = Result<(), ServiceError>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.refused.set(None);
        spawn_local(async move {
            let changed = change.await;
            self.busy.set(false);
            self.refused.set(changed.err());
        });
    }
}

/// The fields that are kept for a purpose.
fn fields(purpose: ConsentPurpose) -> impl Iterator<Item = PersonalField> {
    let all = PersonalField::ALL.into_iter();
    all.filter(move |field| ConsentPurpose::of(*field) == purpose)
}

/// Puts the cursor where the writer goes on: what they have pressed is gone.
fn focus(id: Option<String>) {
    request_animation_frame(move || {
        let element = id.and_then(|id| document().get_element_by_id(&id));
        if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}
