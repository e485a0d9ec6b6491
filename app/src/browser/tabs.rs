//! Other tabs of this site: an edit made in one is followed by all that have
//! the same draft open.

use cv::{Id, format};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::account;

/// The channel of whoever has not signed in. A member's tabs have one of their own.
const CHANNEL: &str = "merit";
/// What a tab says when it has signed out.
const LEFT: &str = "left";

/// Edits that a tab has made and that are on the disk.
#[derive(Serialize, Deserialize)]
pub(super) struct Message {
    pub(super) draft: Id,
    /// The first one's key in the journal: the order in which they count.
    pub(super) key: f64,
    /// As the journal holds them (`cv::format::save_edit`).
    pub(super) edits: Vec<String>,
}

/// A connection to the other tabs, for as long as the page lives.
#[derive(Clone)]
pub(super) struct Tabs {
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// `hear` is told what other tabs of the account have written, or nothing if
    /// one of them has signed out.
    pub(super) fn connect(hear: impl Fn(Option<Message>) + 'static) -> Tabs {
        // Without the channel tabs do not follow each other; what each of them
        // writes is still journaled and merged at the next visit.
        let channel = BroadcastChannel::new(&account::of_page().name(CHANNEL)).ok();
        if let Some(channel) = &channel {
            let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let message = event.data().as_string().unwrap_or_default();
                if message == LEFT {
                    hear(None);
                } else if let Ok(message) = format::read(&message) {
                    hear(Some(message));
                }
            });
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            on_message.forget();
        }
        Tabs { channel }
    }

    pub(super) fn tell(&self, message: &Message) {
        if let Some(channel) = &self.channel
            && let Ok(json) = serde_json::to_string(message)
        {
            // A closed channel means that the page is going away.
            let _ = channel.post_message(&JsValue::from_str(&json));
        }
    }

    /// Tells the other tabs, and those that were opened before the member signed
    /// in, that whoever wrote here has signed out.
    pub(super) fn leave(&self) {
        let channels = [self.channel.clone(), BroadcastChannel::new(CHANNEL).ok()];
        for channel in channels.into_iter().flatten() {
            let _ = channel.post_message(&JsValue::from_str(LEFT));
        }
    }
}
