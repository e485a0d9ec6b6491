//! "Seen by": the pages as somebody else would see them, live.
//!
//! The preview makes them with what also makes a published page (`cv::redacted`), so
//! that nothing is shown here that the link would hide, nor the other way round. It is
//! a view, of this tab and of this moment: the document does not know of it, and files
//! are made of the owner's own pages. What it hides is marked in the form.

use cv::{Kind, PersonalField, Redaction};
use leptos::prelude::*;
use texts::{Lang, seen as t};
use wasm_bindgen_futures::spawn_local;

use super::editing::{Change, Editing};
use super::form::Announcer;
use super::live::{Live, Pages};
use crate::browser::ask::ask;
use crate::browser::sync::Sync;
use crate::service::links::{CvLinks, SeenLink};

mod marks;
mod switch;

pub(crate) use switch::Seen;

/// What the server said of links holds for so many milliseconds.
const FRESH: f64 = 10_000.0;

/// Who looks at the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Viewer {
    Me,
    /// Whoever opens a link with which its owner has not chosen anything.
    Everyone,
    /// Who is not to know whose CV it is.
    Anonymous,
    /// Whoever has a link, by its address.
    Link(String),
}

impl Viewer {
    /// What stands for it in the list of choices.
    pub(super) fn value(&self) -> String {
        match self {
            Viewer::Me => "me".to_owned(),
            Viewer::Everyone => "everyone".to_owned(),
            Viewer::Anonymous => "anonymous".to_owned(),
            Viewer::Link(slug) => format!("link/{slug}"),
        }
    }

    fn of(value: &str) -> Viewer {
        match value {
            "everyone" => Viewer::Everyone,
            "anonymous" => Viewer::Anonymous,
            _ => match value.strip_prefix("link/") {
                Some(slug) => Viewer::Link(slug.to_owned()),
                None => Viewer::Me,
            },
        }
    }

    pub(super) fn name(&self, links: &[SeenLink], lang: Lang) -> String {
        match self {
            Viewer::Me => t::me(lang).to_owned(),
            Viewer::Everyone => t::everyone(lang).to_owned(),
            Viewer::Anonymous => t::anonymous(lang).to_owned(),
            Viewer::Link(slug) => {
                let link = links.iter().find(|link| link.slug == *slug);
                let named = link.filter(|link| !link.name.is_empty());
                named.map_or_else(|| format!("/cv/{slug}"), |link| link.name.clone())
            }
        }
    }
}

/// A handle on it; copies are the same one.
#[derive(Clone, Copy)]
pub(crate) struct SeenBy {
    viewer: RwSignal<Viewer>,
    links: RwSignal<Vec<SeenLink>>,
    /// For which document they were last asked for, and when.
    asked: StoredValue<Option<(String, f64)>>,
    marking: StoredValue<bool>,
    /// Marks may be in the form. To search it at every key would cost more the longer
    /// the document is.
    marked: StoredValue<bool>,
    editing: Editing,
    live: Live,
    sync: Sync,
    announcer: Announcer,
    lang: Lang,
}

impl SeenBy {
    pub(super) fn new(
        editing: Editing,
        live: Live,
        sync: Sync,
        announcer: Announcer,
        lang: Lang,
    ) -> SeenBy {
        SeenBy {
            viewer: RwSignal::new(Viewer::Me),
            links: RwSignal::new(Vec::new()),
            asked: StoredValue::new(None),
            marking: StoredValue::new(false),
            marked: StoredValue::new(false),
            editing,
            live,
            sync,
            announcer,
            lang,
        }
    }

    /// From now on follows the document.
    pub(super) fn listen(self) {
        self.editing.listen(move |change| match change {
            // Another one has other links, and its owner looks at it first.
            Change::Opened(_) => {
                self.links.set(Vec::new());
                self.asked.set_value(None);
                self.back();
            }
            Change::Edited(_) | Change::Followed(_) => self.mark_soon(),
        });
        // Pages that are loaded again are the owner's.
        Effect::new(move |_| {
            let ready = self
                .live
                .pages
                .with(|pages| matches!(pages, Pages::Ready(_)));
            if !ready {
                self.back();
            }
        });
        // What a click unfolds is there with the next frame.
        let clicked = window_event_listener_untyped("click", move |_| self.mark_soon());
        on_cleanup(move || clicked.remove());
    }

    pub(super) fn viewer(self) -> Viewer {
        self.viewer.get()
    }

    /// Those whose view can be taken, and what they are called. The owner is the first.
    pub(super) fn viewers(self) -> Vec<(Viewer, String)> {
        if self.editing.peek(|document| document.kind) != Kind::Cv {
            return Vec::new();
        }
        self.links.with(|links| {
            let own = links.iter().map(|link| Viewer::Link(link.slug.clone()));
            let all = [Viewer::Me, Viewer::Everyone, Viewer::Anonymous];
            let all = all.into_iter().chain(own);
            all.map(|viewer| {
                let name = viewer.name(links, self.lang);
                (viewer, name)
            })
            .collect()
        })
    }

    /// The same without who looks at them now.
    pub(super) fn others(self) -> Vec<(Viewer, String)> {
        let mut viewers = self.viewers();
        self.viewer
            .with(|now| viewers.retain(|(viewer, _)| viewer != now));
        viewers
    }

    /// Asks for the links, if the document can have any.
    pub(super) fn find_links(self) {
        let Some(id) = self.sync.id.get_untracked() else {
            return;
        };
        let now = js_sys::Date::now();
        let fresh = self.asked.with_value(|asked| {
            let asked = asked.as_ref();
            asked.is_some_and(|(of, at)| *of == id && now - at < FRESH)
        });
        if fresh {
            return;
        }
        self.asked.set_value(Some((id.clone(), now)));
        spawn_local(async move {
            let found = ask(CvLinks { id: id.clone() }).await;
            // Another document may be open by now.
            if self.sync.id.get_untracked() != Some(id) {
                return;
            }
            match found {
                Ok(links) => self.know(links),
                // What is known stands until somebody asks again.
                Err(_) => self.asked.set_value(None),
            }
        });
    }

    fn know(self, links: Vec<SeenLink>) {
        if self.links.with_untracked(|known| *known == links) {
            return;
        }
        self.links.set(links);
        // The link in whose place somebody stands may hide something else now.
        let viewer = self.viewer.get_untracked();
        if matches!(viewer, Viewer::Link(_)) {
            self.show(viewer);
        }
    }

    /// Shows the pages to somebody, and says so.
    pub(super) fn choose(self, viewer: Viewer) {
        let viewer = self.show(viewer);
        let name = self
            .links
            .with_untracked(|links| viewer.name(links, self.lang));
        self.announcer.say(match viewer {
            Viewer::Me => t::said_me(self.lang).to_owned(),
            Viewer::Anonymous => t::said_anonymous(self.lang).to_owned(),
            _ => t::said(self.lang, name),
        });
    }

    /// The same without a word. Who is not there, or whom the pages cannot be shown to,
    /// is the owner.
    fn show(self, viewer: Viewer) -> Viewer {
        let redaction = self.redaction(&viewer);
        let shown = self.live.see_as(redaction.as_ref());
        let viewer = match shown && redaction.is_some() {
            true => viewer,
            false => Viewer::Me,
        };
        self.viewer.set(viewer.clone());
        self.mark_soon();
        viewer
    }

    fn back(self) {
        if self.viewer.with_untracked(|viewer| *viewer != Viewer::Me) {
            self.show(Viewer::Me);
        }
    }

    fn redaction(self, viewer: &Viewer) -> Option<Redaction> {
        match viewer {
            Viewer::Me => None,
            Viewer::Everyone => Some(Redaction::usual()),
            Viewer::Anonymous => Some(Redaction::anonymous()),
            Viewer::Link(slug) => self.links.with_untracked(|links| {
                let link = links.iter().find(|link| link.slug == *slug)?;
                let mut redaction = link.redaction.clone();
                let details: &[PersonalField] = &link.details;
                details
                    .iter()
                    .for_each(|field| redaction.show_detail(*field));
                Some(redaction)
            }),
        }
    }

    /// Marks in the form what is hidden, when what has changed is drawn.
    fn mark_soon(self) {
        let idle =
            self.viewer.with_untracked(|viewer| *viewer == Viewer::Me) && !self.marked.get_value();
        if idle || self.marking.get_value() {
            return;
        }
        self.marking.set_value(true);
        request_animation_frame(move || {
            self.marking.set_value(false);
            let redaction = self.redaction(&self.viewer.get_untracked());
            self.marked.set_value(redaction.is_some());
            let hidden = redaction.map(|redaction| {
                self.editing
                    .peek(|document| cv::unseen(document, &redaction))
            });
            marks::set(&hidden.unwrap_or_default(), self.lang);
        });
    }
}
