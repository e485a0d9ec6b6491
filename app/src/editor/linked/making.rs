//! New documents: a profile from a CV, a CV from the profile, a CV in another language.

use std::collections::BTreeSet;
use std::sync::Arc;

use cv::linked;
use cv::{Document, Edit, Id, Kind, Language};
use leptos::prelude::*;
use texts::linked as t;

use super::acts::Unchanged;
use super::{Found, Linked};
use crate::browser::random;
use crate::editor::{documents, drafts, message};

impl Linked {
    /// The person's profile: the open document, if it is one.
    pub(super) fn home(self) -> Option<Found> {
        let open = self
            .editing
            .peek(|document| (document.kind == Kind::Profile).then(|| Arc::new(document.clone())));
        match open {
            Some(document) => Some(Found {
                number: self.own.get_untracked(),
                draft: Some(self.journal.draft.get_untracked()),
                saved: None,
                document,
            }),
            None => self.profile.get_untracked(),
        }
    }

    /// Makes the first profile of the open CV, and links the CV to it.
    ///
    /// # Errors
    /// What is to be said to its owner.
    pub(super) async fn make_profile(self) -> Result<(), String> {
        let open = self.journal.draft.get_untracked();
        let drafts = self.journal.connect().await;
        let drafts = drafts.map_err(|error| self.unreadable(&error))?;
        if !self.is_open(open) {
            return Ok(());
        }
        let mut profile = documents::blank(self.editing.peek(|document| document.language));
        profile.kind = Kind::Profile;
        let number = random::id();
        let adopted = self
            .editing
            .peek(|document| linked::adopt(document, &profile, number, &mut random::id));
        cv::apply(&mut profile, &Edit::All(adopted.profile))
            .map_err(|why| message::rejected(why, self.lang))?;
        let written = drafts.put(number, &profile, js_sys::Date::now()).await;
        written.map_err(|error| self.unreadable(&error))?;
        // Its links belong to the CV that it was made of.
        if !self.is_open(open) {
            return Ok(());
        }
        if self.editing.edit(Edit::All(adopted.document)) {
            self.announcer.say(t::said_profile(self.lang));
        }
        self.look().await;
        Ok(())
    }

    /// Brings what is new in the open CV into the profile that is there.
    ///
    /// # Errors
    /// What is to be said to its owner.
    pub(super) async fn bring_home(self) -> Result<(), String> {
        let Some(profile) = self.home() else {
            return Ok(());
        };
        let open = self.journal.draft.get_untracked();
        let mut links = Vec::new();
        let mut adopt = |there: &Document| {
            if !self.is_open(open) {
                return Vec::new();
            }
            let adopted = self
                .editing
                .peek(|document| linked::adopt(document, there, profile.number, &mut random::id));
            links = adopted.document;
            adopted.profile
        };
        match self.change(&profile, &mut adopt).await {
            // Where the profile has it all, only links are new.
            Ok(_) | Err(Unchanged::Same) => {}
            Err(why) => return Err(why.message(self)),
        }
        if !self.is_open(open) {
            return Ok(());
        }
        if !links.is_empty() && self.editing.edit(Edit::All(links)) {
            self.announcer.say(t::said_brought(self.lang));
        }
        self.look().await;
        Ok(())
    }

    /// Opens a new CV with what was chosen of the profile.
    ///
    /// # Errors
    /// What is to be said to its owner.
    pub(super) async fn make_cv(
        self,
        chosen: BTreeSet<Id>,
        language: Language,
    ) -> Result<(), String> {
        let Some(profile) = self.home() else {
            return Ok(());
        };
        let look = (language, documents::blank(language).template);
        let number = profile.number;
        let mut ids = random::id;
        let made = linked::choose(&profile.document, number, &chosen, look, &mut ids);
        self.begin(made).await?;
        self.announcer.say(t::said_made(self.lang));
        Ok(())
    }

    /// Opens a linked copy of the open CV in another language.
    ///
    /// # Errors
    /// What is to be said to its owner.
    pub(super) async fn make_variant(self, language: Language) -> Result<(), String> {
        let own = self.own.get_untracked();
        let made = self
            .editing
            .peek(|document| linked::variant(document, own, language, &mut random::id));
        self.begin(made).await?;
        self.announcer
            .say(t::said_variant(self.lang, language.name()));
        Ok(())
    }

    async fn begin(self, document: Document) -> Result<(), String> {
        let begun = self.journal.create(document).await;
        begun.map_err(|error| drafts::unkept(&error, self.lang).to_owned())?;
        self.starting.0.set(false);
        Ok(())
    }

    /// Opens another document, which is brought here if it is on the server alone.
    ///
    /// # Errors
    /// What is to be said to its owner.
    pub(super) async fn open(self, found: &Found) -> Result<(), String> {
        match (found.draft, &found.saved) {
            (Some(draft), _) => {
                let opened = self.journal.open(draft).await;
                opened.map_err(|error| self.unreadable(&error))?;
            }
            (None, Some(saved)) => {
                let opened = self.sync.open_saved(saved.clone()).await;
                opened.map_err(|error| message::server(error, self.lang).to_owned())?;
            }
            (None, None) => {}
        }
        self.starting.0.set(false);
        Ok(())
    }

    fn unreadable(self, error: &crate::browser::database::StoreError) -> String {
        drafts::unreadable(error, self.lang).to_owned()
    }

    /// Looks for the profile on the server too, where its owner wants to use it.
    pub(super) async fn look_for_profile(self) {
        if self.home().is_some() {
            return;
        }
        let open = self.journal.draft.get_untracked();
        let wanted = |_: Id, kind: Kind| kind == Kind::Profile;
        if let Ok(here) = super::finding::here(self.journal, open, &wanted).await {
            let mut found = here.found;
            if found.is_empty() {
                let known = (self.known, 0.0);
                match super::finding::on_server(self.sync, known, &here.saved, &|_| true).await {
                    Ok(more) => found = more,
                    Err(_) => self.concerned.update(|c| c.unreachable = true),
                }
            }
            if !self.is_open(open) {
                return;
            }
            found.retain(|found| found.document.kind == Kind::Profile);
            self.profile.set(found.into_iter().next());
        }
        self.looking.set(false);
    }
}
