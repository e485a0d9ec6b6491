//! A letter and the CV that it goes with as one PDF: the one that is open, and one of
//! the other drafts of this browser.

use cv::{Document, Id, Kind, Touched, format};
use leptos::prelude::*;
use texts::{Lang, editor, letter as t, messages};
use wasm_bindgen_futures::spawn_local;

use super::{Download, Making, now};
use crate::browser::database::{Drafts, Listed};
use crate::browser::files::Finished;
use crate::browser::journal::Journal;
use crate::editor::dialog::Dialog;
use crate::editor::editing::Editing;
use crate::editor::linked::number;
use crate::editor::personal::Personal;
use crate::editor::{drafts, photo, told};
use crate::language::lang;

/// Whether the dialog is open.
#[derive(Clone, Copy)]
pub(crate) struct TogetherOpen(pub(crate) RwSignal<bool>);

/// A document that is not open, and what its pages show beside its words.
struct Other {
    document: Document,
    photo: Option<Vec<u8>>,
    /// As the preview takes them.
    details: String,
}

impl Download {
    /// Makes one PDF of the open document and this draft, and offers it.
    fn with_draft(self, draft: Id, journal: Journal, personal: Personal) {
        if self.making.get_untracked() == Making::Busy {
            return;
        }
        self.making.set(Making::Busy);
        spawn_local(async move {
            let made = match read(draft, journal, personal, self.lang).await {
                Ok(other) => self.joined(other).await,
                Err(why) => Err(why),
            };
            self.making.set(match made {
                Ok(()) => Making::Idle,
                Err(why) => Making::Failed(why),
            });
        });
    }

    async fn joined(self, other: Other) -> Result<(), &'static str> {
        let open = self.editing.peek(Clone::clone);
        let file = self.bytes(&open, &other).await;
        let bytes = file.ok_or_else(|| match self.archival.get_untracked() {
            true => messages::not_archival(self.lang),
            false => t::not_written(self.lang),
        })?;
        let letter = if open.is_letter() {
            &open
        } else {
            &other.document
        };
        let name = cv::file_name(letter.shown());
        let file = Finished {
            name: format!("{name}-CV.pdf"),
            media: "application/pdf",
            bytes,
        };
        let offered = super::hand_out(&file).await;
        offered.map_err(|_| messages::share_failed(self.lang))?;
        self.announcer.say(t::made(self.lang));
        Ok(())
    }

    async fn bytes(self, open: &Document, other: &Other) -> Option<Vec<u8>> {
        self.prepare().await;
        let pages = self.live.finished().await?;
        let saved = format::save(&other.document);
        let beside = self.live.finished_beside(&saved, &other.details).await?;
        let writer = self.writer.get_value()?;
        let data = cv::Details::of(&other.document, &format::read(&other.details).ok()?);
        let data = cv::export_shown(other.document.shown().with(&data)).json;
        let mut pages = [pages, beside];
        let mut sources = [self.shown(open), data];
        let photo = match open.is_letter() {
            true => other.photo.clone(),
            false => {
                pages.reverse();
                sources.reverse();
                self.photo()
            }
        };
        let sources = self.with_data.get_untracked().then(|| sources.to_vec());
        let archived = self.archival.get_untracked().then(now);
        let written = writer.write_with_letter(&pages, photo, sources, archived);
        written.ok()
    }
}

/// Reads a draft with its photo and its personal details.
async fn read(
    draft: Id,
    journal: Journal,
    personal: Personal,
    lang: Lang,
) -> Result<Other, &'static str> {
    let drafts = journal.connect().await;
    let drafts = drafts.map_err(|_| messages::storage_blocked(lang))?;
    let (document, _) = drafts.load(draft).await.map_err(|_| t::unreadable(lang))?;
    let details = match document.personal {
        None => "{}".to_owned(),
        Some(_) => details(&drafts, draft, personal)
            .await
            .ok_or_else(|| t::details_missing(lang))?,
    };
    let mut picture = None;
    if let Some(photo) = document.shown().photo() {
        let kept = drafts.photo(photo.file).await.ok().flatten();
        picture = kept.and_then(|kept| photo::bytes(&kept.picture));
    }
    Ok(Other {
        document,
        photo: picture,
        details,
    })
}

/// The personal details of a draft that the server has.
async fn details(drafts: &Drafts, draft: Id, personal: Personal) -> Option<String> {
    let copy = drafts.copy(draft).await.ok()??;
    personal.values_beside(&copy.id).await.ok()
}

/// Asks which document goes with the open one.
#[component]
pub(crate) fn Together() -> impl IntoView {
    let open = expect_context::<TogetherOpen>().0;
    let editing = expect_context::<Editing>();
    let lang = lang();
    let letter = move || editing.at(Touched::Sections, Document::is_letter);
    let title = told(move || {
        match letter() {
            true => t::choose_cv(lang),
            false => t::choose_letter(lang),
        }
        .to_owned()
    });
    view! {
        <Dialog open title>
            <Choices/>
        </Dialog>
    }
}

#[component]
fn Choices() -> impl IntoView {
    let open = expect_context::<TogetherOpen>().0;
    let editing = expect_context::<Editing>();
    let journal = expect_context::<Journal>();
    let lang = lang();
    let (letter, companion) = editing.peek(|d| (d.is_letter(), d.companion()));
    let listed = RwSignal::new(None::<Vec<(Listed, bool)>>);
    spawn_local(async move {
        let (mut list, copies) = match journal.connect().await {
            Ok(drafts) => (
                drafts.list().await.unwrap_or_default(),
                drafts.copies().await.unwrap_or_default(),
            ),
            Err(_) => Default::default(),
        };
        let other = if letter { Kind::Cv } else { Kind::Letter };
        list.retain(|draft| draft.kind == other);
        let own = |draft: Id| {
            let copy = copies.iter().find(|(of, _)| *of == draft);
            companion == Some(number(draft, copy.map(|(_, copy)| copy)))
        };
        let mut list: Vec<_> = list
            .into_iter()
            .map(|draft| (own(draft.draft), draft))
            .map(|(own, draft)| (draft, own))
            .collect();
        // The one that it was written for comes first, if it is still there.
        list.sort_by_key(|(_, own)| !own);
        listed.set(Some(list));
    });
    let none = move || listed.with(|listed| listed.as_ref().is_some_and(Vec::is_empty));
    view! {
        <p class="lead">{t::together_hint(lang)}</p>
        <p hidden=told(move || !none())>
            {match letter {
                true => t::no_cv(lang),
                false => t::no_letter(lang),
            }}
        </p>
        <ul class="drafts">
            {move || listed.get().unwrap_or_default().into_iter().map(|(draft, own)| {
                view! { <Choice draft own/> }
            }).collect_view()}
        </ul>
        <div class="actions">
            <button type="button" class="button plain" on:click=move |_| open.set(false)>
                {editor::cancel(lang)}
            </button>
        </div>
    }
}

#[component]
fn Choice(draft: Listed, own: bool) -> impl IntoView {
    let open = expect_context::<TogetherOpen>().0;
    let download = expect_context::<Download>();
    let journal = expect_context::<Journal>();
    let personal = expect_context::<Personal>();
    let lang = lang();
    let id = draft.draft;
    let changed = drafts::changed(&draft, lang);
    let name = drafts::named(draft, lang);
    view! {
        <li class="draft">
            <div class="draft-name">
                <strong>{name.clone()}</strong>
                <span class="detail">{changed}</span>
                {own.then(|| view! { <span class="mark">{t::own_cv(lang)}</span> })}
            </div>
            <button
                type="button"
                class="button"
                aria-label=format!("{}: {name}", editor::download_pdf(lang))
                on:click=move |_| {
                    open.set(false);
                    download.with_draft(id, journal, personal);
                }
            >
                {editor::download_pdf(lang)}
            </button>
        </li>
    }
}
