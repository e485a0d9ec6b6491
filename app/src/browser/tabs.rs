//! Other tabs of this site: an edit made in one is followed by all that have
//! the same draft open.

use cv::format;
use cv::{Edit, Id};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "merit";

#[derive(Serialize, Deserialize)]
struct Message {
    draft: Id,
    entry: format::Entry,
}

/// A connection to the other tabs, for as long as the page lives.
#[derive(Clone)]
pub(crate) struct Tabs {
    channel: Option<BroadcastChannel>,
}

impl Tabs {
    /// `hear` is told of each edit that another tab has made and journaled.
    pub(crate) fn connect(hear: impl Fn(Id, Edit) + 'static) -> Tabs {
        // Without the channel tabs do not follow each other; what each of them
        // writes is still journaled and merged at the next visit.
        let channel = BroadcastChannel::new(CHANNEL).ok();
        if let Some(channel) = &channel {
            let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let message = event.data().as_string();
                let message = message.and_then(|m| serde_json::from_str::<Message>(&m).ok());
                if let Some(Message { draft, entry }) = message
                    && entry.format == format::FORMAT
                {
                    hear(draft, entry.edit);
                }
            });
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            on_message.forget();
        }
        Tabs { channel }
    }

    pub(crate) fn tell(&self, draft: Id, edit: &Edit) {
        let entry = format::Entry {
            format: format::FORMAT,
            edit: edit.clone(),
        };
        if let Some(channel) = &self.channel
            && let Ok(json) = serde_json::to_string(&Message { draft, entry })
        {
            // A closed channel means that the page is going away.
            let _ = channel.post_message(&JsValue::from_str(&json));
        }
    }
}
