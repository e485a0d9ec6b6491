//! The drafts in this browser: open another one, begin a new one, delete one.

use leptos::prelude::*;
use texts::{editor as t, letter as words, messages};
use wasm_bindgen_futures::spawn_local;

use super::dialog::Dialog;
use super::editing::Editing;
use super::open_file::Opening;
use super::start::Starting;
use super::{documents, letter, message};
use crate::browser::database::{Listed, StoreError};
use crate::browser::journal::Journal;
use crate::browser::keep::Keeping;
use crate::browser::sync::Sync;
use crate::editor::told;
use crate::language::{Lang, document_language, lang};
use crate::page::{OLD_DRAFTS, Page};

/// Whether the dialog is open.
#[derive(Clone, Copy)]
pub(crate) struct DraftsOpen(pub(crate) RwSignal<bool>);

#[component]
pub(crate) fn Drafts(keeping: RwSignal<Option<Keeping>>) -> impl IntoView {
    let journal = expect_context::<Journal>();
    let sync = expect_context::<Sync>();
    let starting = expect_context::<Starting>();
    let open = expect_context::<DraftsOpen>().0;
    let lang = lang();
    let listed = RwSignal::new(Vec::<Listed>::new());
    let error = RwSignal::new(None::<&'static str>);
    // The draft that is to be deleted, if its owner says so once more.
    let asked = RwSignal::new(None::<cv::Id>);
    let refresh = move || {
        spawn_local(async move {
            let Ok(drafts) = journal.connect().await else {
                error.set(Some(messages::storage_blocked(lang)));
                return;
            };
            // What was typed a moment ago is in the journal, not in the list.
            journal.compact().await;
            match drafts.list().await {
                Ok(list) => listed.set(list),
                Err(_) => error.set(Some(messages::storage_failed(lang))),
            }
        });
    };
    Effect::new(move |_| {
        if open.get() {
            error.set(None);
            asked.set(None);
            refresh();
        }
    });
    let load = move |draft: cv::Id| {
        spawn_local(async move {
            match journal.open(draft).await {
                Ok(()) => {
                    starting.0.set(false);
                    open.set(false);
                }
                Err(why) => error.set(Some(unreadable(&why, lang))),
            }
        });
    };
    let delete = move |draft: cv::Id| {
        asked.set(None);
        spawn_local(async move {
            let blank = documents::blank(document_language(lang));
            let was_open = journal.draft.get_untracked() == draft;
            // The server's copy first: without the draft nobody could name it.
            if let Err(why) = sync.delete(draft).await {
                error.set(Some(message::server(why, lang)));
                return;
            }
            match journal.delete(draft, blank).await {
                Ok(()) => starting.0.update(|starting| *starting |= was_open),
                Err(_) => error.set(Some(messages::storage_failed(lang))),
            }
            refresh();
        });
    };
    let begin = move |_| {
        spawn_local(async move {
            let blank = documents::blank(document_language(lang));
            match journal.create(blank).await {
                Ok(()) => {
                    starting.0.set(true);
                    open.set(false);
                }
                Err(why) => error.set(Some(unkept(&why, lang))),
            }
        });
    };
    let editing = expect_context::<Editing>();
    let importer = expect_context::<Opening>().importer;
    let take = move |letter: Option<cv::Document>| {
        spawn_local(async move {
            let Some(letter) = letter else {
                error.set(Some(messages::load_importer(lang)));
                return;
            };
            match letter::open(letter, editing, journal, starting, lang).await {
                Ok(()) => open.set(false),
                Err(why) => error.set(Some(why)),
            }
        });
    };
    let example = move |_| {
        spawn_local(async move {
            let example = importer.example_letter(document_language(lang)).await;
            take(example.ok());
        });
    };
    view! {
        <Dialog open title=Signal::stored(t::drafts(lang).to_owned())>
            <p class="lead">{told(move || keeping.get().map(|keeping| kept(keeping, lang)))}</p>
            <p class="detail">
                {t::drafts_readable(lang)}
                " "
                <a href=Page::Shared.path()>{t::drafts_shared(lang)}</a>
            </p>
            // The style sheet shows it where there are any.
            <a class="old-drafts" href=OLD_DRAFTS on:click=move |_| open.set(false)>
                {t::drafts_old(lang)}
            </a>
            <p class="complaint" role="alert">{told(move || error.get())}</p>
            <ul class="drafts">
                <For
                    each=move || listed.get()
                    key=|draft| (draft.draft, draft.title.clone(), draft.changed.to_bits())
                    let:draft
                >
                    <DraftRow draft asked load=Callback::new(load) delete=Callback::new(delete)/>
                </For>
            </ul>
            <div class="actions">
                <button type="button" class="button" on:click=begin>{t::drafts_new(lang)}</button>
                <button type="button" class="button" on:click=move |_| take(Some(letter::blank(lang)))>
                    {words::new(lang)}
                </button>
                <button type="button" class="button plain" on:click=example>
                    {words::example(lang)}
                </button>
                <button type="button" class="button plain" on:click=move |_| open.set(false)>
                    {t::close(lang)}
                </button>
            </div>
        </Dialog>
    }
}

#[component]
fn DraftRow(
    draft: Listed,
    asked: RwSignal<Option<cv::Id>>,
    load: Callback<cv::Id>,
    delete: Callback<cv::Id>,
) -> impl IntoView {
    let journal = expect_context::<Journal>();
    let lang = lang();
    let id = draft.draft;
    let mark = match draft.kind {
        cv::Kind::Profile => Some(texts::linked::kind_profile(lang)),
        cv::Kind::Letter => Some(words::mark(lang)),
        cv::Kind::Cv => None,
    };
    let changed = changed(&draft, lang);
    let name = named(draft, lang);
    let current = move || journal.draft.get() == id;
    let asking = move || asked.get() == Some(id);
    let question = t::ask_delete_draft(lang, &name);
    let delete_name = t::delete_named(lang, &name);
    view! {
        <li class="draft">
            <div class="draft-name">
                <strong>{name}</strong>
                {mark.map(|mark| view! { <span class="mark">{mark}</span> })}
                <span class="detail">{changed}</span>
            </div>
            {move || match current() {
                true => view! { <span class="mark">{t::draft_current(lang)}</span> }.into_any(),
                false => {
                    view! {
                        <button type="button" class="button" on:click=move |_| load.run(id)>
                            {t::draft_open(lang)}
                        </button>
                    }
                        .into_any()
                }
            }}
            <button
                type="button"
                class="button plain"
                aria-label=delete_name
                aria-expanded=told(move || asking().to_string())
                on:click=move |_| asked.set((!asking()).then_some(id))
            >
                {t::delete(lang)}
            </button>
            <Show when=asking>
                <div class="question" role="alert">
                    <p>{question.clone()} " " {t::ask_delete_draft_text(lang)}</p>
                    <button type="button" class="button danger" on:click=move |_| delete.run(id)>
                        {t::ask_delete_draft_yes(lang)}
                    </button>
                    <button type="button" class="button plain" on:click=move |_| asked.set(None)>
                        {t::cancel(lang)}
                    </button>
                </div>
            </Show>
        </li>
    }
}

/// What a draft is called.
pub(crate) fn named(draft: Listed, lang: Lang) -> String {
    match (draft.title.is_empty(), draft.kind == cv::Kind::Letter) {
        (true, true) => words::untitled(lang).to_owned(),
        (true, false) => t::draft_untitled(lang).to_owned(),
        (false, _) => draft.title,
    }
}

/// When it was changed, in a sentence.
pub(crate) fn changed(draft: &Listed, lang: Lang) -> String {
    t::draft_changed(lang, local_time(draft.changed, lang))
}

/// How long this browser keeps drafts, in a sentence.
pub(crate) fn kept(keeping: Keeping, lang: Lang) -> &'static str {
    match keeping {
        Keeping::Promised => t::kept_persisted(lang),
        Keeping::SevenDays => t::kept_seven_days(lang),
        Keeping::WhileThereIsSpace => t::kept_best_effort(lang),
    }
}

/// Why a draft could not be opened.
pub(crate) fn unreadable(error: &StoreError, lang: Lang) -> &'static str {
    match error {
        StoreError::Load(cv::format::LoadError::Newer(_)) => messages::draft_newer(lang),
        StoreError::Load(_) | StoreError::Missing => messages::draft_unreadable(lang),
        StoreError::Full => messages::storage_full(lang),
        StoreError::Browser(_) | StoreError::Closed => messages::storage_failed(lang),
    }
}

/// Why another draft was not opened in place of the one that is open.
pub(crate) fn unkept(error: &StoreError, lang: Lang) -> &'static str {
    match error {
        StoreError::Full => messages::unkept_full(lang),
        _ => messages::unkept(lang),
    }
}

/// A time in the reader's own zone and habit.
fn local_time(milliseconds: f64, lang: Lang) -> String {
    let date = js_sys::Date::new(&milliseconds.into());
    let locale = match lang {
        Lang::Sv => "sv-SE",
        Lang::En => "en-GB",
    };
    let options = js_sys::Object::new();
    for name in ["dateStyle", "timeStyle"] {
        // Setting a property of a fresh, plain object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &"short".into());
    }
    date.to_locale_string(locale, &options).into()
}
