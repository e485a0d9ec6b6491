//! Personal details: nobody is asked for them, and who wants them finds them here.
//!
//! A document names each that it shows, so that showing one is an edit as any other,
//! and taken back as one. What they are is the account's, the same for all of its
//! CVs: it lies on the server by its owner's consent alone, in this tab's memory
//! while the tab lives, and in no storage of the browser. A document whose value is
//! gone shows nothing in its place.

use std::collections::{BTreeMap, BTreeSet};

use cv::{Edit, Id, PersonalField, Touched};
use leptos::prelude::*;
use privacy::ConsentPurpose;
use texts::{Lang, details as t};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

mod label;
mod panel;
mod sending;

pub(crate) use label::detail_name;
pub(crate) use panel::PersonalPanel;
use panel::{give_id, input_id};

use super::editing::{Change, Editing};
use super::form::Announcer;
use super::live::Live;
use super::status::Online;
use crate::browser::ask::ask_beside;
use crate::browser::sync::Sync;
use crate::service::ServiceError;
use crate::service::consent::{
    ConsentGive, ConsentNow, ConsentStanding, ConsentState, ConsentWithdraw,
};
use crate::service::personal::{PersonalList, PersonalValue};

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
    /// What is on its way: one request for a field at a time, so that an older value
    /// never arrives after a newer one.
    sending: StoredValue<BTreeSet<PersonalField>>,
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
            sending: StoredValue::new(BTreeSet::new()),
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
        // What could not be sent is sent when there is a network again.
        Effect::new(move |_| {
            if online.0.get() {
                self.send_again(|error| error == ServiceError::Unreachable);
            }
        });
        // Another tab, or the page of consents, may have taken consent back meanwhile.
        let back = window_event_listener_untyped("focus", move |_| {
            if self.phase.get_untracked() == Phase::Here {
                spawn_local(self.look_up_consents());
            }
        });
        // On a server there is no window, and this is not called.
        on_cleanup(move || back.remove());
        Effect::new(move |_| {
            let values = self.values();
            if values != self.live.details() {
                self.live.set_details(values);
            }
        });
    }

    fn values(self) -> String {
        self.details.with(|details| values_of(details))
    }

    /// The details of a saved document that is not open, as the pages take them.
    pub(crate) async fn values_beside(self, saved: &str) -> Result<String, ServiceError> {
        let details = ask_beside(Some(saved), PersonalList {}).await?;
        Ok(values_of(&details))
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
            let consents = ask_beside(draft.as_deref(), ConsentState {}).await;
            let details = ask_beside(draft.as_deref(), PersonalList {}).await;
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
    /// What was kept by one that was taken back is gone there, and now here; what is
    /// being typed stays with who types it.
    async fn look_up_consents(self) {
        let draft = self.asked_for.get_value();
        let Ok(consents) = ask_beside(draft.as_deref(), ConsentState {}).await else {
            return;
        };
        if self.asked_for.get_value() != draft {
            return;
        }
        self.consents.set(consents);
        let is_over = |detail: &PersonalValue| {
            let standing = self.standing(ConsentPurpose::of(detail.field));
            let typed = matches!(
                self.told(detail.field),
                Some(Progress::Keeping | Progress::Failed(_))
            );
            !typed
                && matches!(
                    standing,
                    ConsentStanding::Never | ConsentStanding::Withdrawn
                )
        };
        let some = self
            .details
            .with_untracked(|details| details.iter().any(is_over));
        if some {
            self.details
                .update(|details| details.retain(|detail| !is_over(detail)));
        }
    }

    fn told(self, field: PersonalField) -> Option<Progress> {
        self.progress.with_untracked(|all| all.get(&field).copied())
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

    /// Agrees to the text of a purpose, which is being shown.
    fn give(self, purpose: ConsentPurpose) {
        self.change(async move {
            let draft = self.asked_for.get_value();
            let give = ConsentGive {
                purpose: purpose.name().to_owned(),
                version: purpose.version().to_owned(),
                lang: self.lang.tag().to_owned(),
            };
            ask_beside(draft.as_deref(), give).await?;
            self.look_up_consents().await;
            self.send_again(|error| error == ServiceError::NoConsent);
            self.announcer.say(t::said_given(self.lang));
            focus(fields(purpose).next().map(input_id));
            Ok(())
        });
    }

    /// Takes it back. What was kept by it is gone from the server then, and from here,
    /// and this document names it no more; what others name shows nothing.
    fn withdraw(self, purpose: ConsentPurpose) {
        self.change(async move {
            let draft = self.asked_for.get_value();
            let withdraw = ConsentWithdraw {
                purpose: purpose.name().to_owned(),
                lang: self.lang.tag().to_owned(),
            };
            ask_beside(draft.as_deref(), withdraw).await?;
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

/// What the pages take: values by their references.
fn values_of(details: &[PersonalValue]) -> String {
    let there = details.iter().filter(|detail| !detail.value.is_empty());
    let values: BTreeMap<Id, &str> = there
        .map(|detail| (detail.reference, detail.value.as_str()))
        .collect();
    // Texts by texts: it does not fail.
    serde_json::to_string(&values).unwrap_or_else(|_| "{}".to_owned())
}
