//! What was typed, to the server: when the writer pauses, one request for a field at
//! a time, and again when there is a network again or consent is given anew.

use cv::PersonalField;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Personal, Progress};
use crate::browser::ask::ask_beside;
use crate::browser::random;
use crate::service::ServiceError;
use crate::service::personal::{PersonalDelete, PersonalPut, PersonalValue};

/// After so many milliseconds without a further key a value is sent.
const PAUSE_MS: u32 = 800;

impl Personal {
    /// Takes what was typed: the pages have it at once, the server when the writer
    /// pauses.
    pub(super) fn write(self, field: PersonalField, value: String) {
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
            if self.last(field) == turn {
                self.send(field).await;
            }
        });
    }

    /// Has the server keep what was typed, if it does not yet.
    pub(super) fn leave(self, field: PersonalField) {
        if matches!(
            self.told(field),
            Some(Progress::Keeping | Progress::Failed(_))
        ) {
            self.tell(field, Progress::Keeping);
            spawn_local(self.send(field));
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

    /// What was typed last in a field, by its count.
    fn last(self, field: PersonalField) -> u32 {
        let last = self
            .typed
            .try_with_value(|typed| typed.get(&field).copied());
        last.flatten().unwrap_or_default()
    }

    /// Sends what stands in a field, and again what was typed while that was under way.
    async fn send(self, field: PersonalField) {
        let begins = self
            .sending
            .try_update_value(|sending| sending.insert(field));
        if begins != Some(true) {
            return;
        }
        loop {
            let turn = self.last(field);
            let Some(progress) = self.send_once(field).await else {
                break;
            };
            if self.last(field) == turn {
                self.tell(field, progress);
                break;
            }
        }
        self.sending
            .try_update_value(|sending| sending.remove(&field));
    }

    async fn send_once(self, field: PersonalField) -> Option<Progress> {
        let detail = untrack(|| self.held(field))?;
        let draft = self.asked_for.get_value();
        let empty = detail.value.trim().is_empty();
        let sent = match empty {
            true => {
                let reference = detail.reference;
                match ask_beside(draft.as_deref(), PersonalDelete { reference }).await {
                    // It never was there.
                    Err(ServiceError::Missing) => Ok(()),
                    answer => answer,
                }
            }
            false => ask_beside(draft.as_deref(), PersonalPut { detail }).await,
        };
        if sent == Err(ServiceError::NoConsent) {
            self.look_up_consents().await;
        }
        Some(match sent {
            Ok(()) if empty => Progress::Gone,
            Ok(()) => Progress::Kept,
            Err(error) => Progress::Failed(error),
        })
    }

    /// Sends what could not be sent for a reason that is over.
    pub(super) fn send_again(self, is_over: fn(ServiceError) -> bool) {
        let failed = PersonalField::ALL.into_iter().filter(
            |field| matches!(self.told(*field), Some(Progress::Failed(error)) if is_over(error)),
        );
        for field in failed.collect::<Vec<_>>() {
            self.tell(field, Progress::Keeping);
            spawn_local(self.send(field));
        }
    }

    /// Whether something that was typed is not on the server yet: it is in this tab's
    /// memory alone.
    pub(crate) fn is_unsent(self) -> bool {
        self.progress.with_untracked(|all| {
            let waits = |it: &Progress| matches!(it, Progress::Keeping | Progress::Failed(_));
            all.values().any(waits)
        })
    }

    pub(super) fn tell(self, field: PersonalField, progress: Progress) {
        self.progress.update(|all| {
            all.insert(field, progress);
        });
    }
}
