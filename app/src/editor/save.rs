//! Saving on the server: what its owner is told and asks for, and the owner
//! link, which is shown once.

use leptos::prelude::*;
use texts::{Lang, editor as t, messages};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::dialog::Dialog;
use super::icon::{Icon, Shape};
use super::message;
use crate::account;
use crate::browser::sync::{Sync, SyncState};
use crate::editor::told;
use crate::language::lang;
use crate::page::Page;
use crate::service::ServiceError;

/// What the dialog shows, if it is open.
#[derive(Clone, Copy)]
pub(crate) struct Saving {
    pub(crate) open: RwSignal<bool>,
    /// The owner link's secret, until its owner has taken it.
    link: RwSignal<Option<String>>,
    failed: RwSignal<Option<ServiceError>>,
    busy: RwSignal<bool>,
    sync: Sync,
}

impl Saving {
    pub(crate) fn new(sync: Sync) -> Saving {
        Saving {
            open: RwSignal::new(false),
            link: RwSignal::new(None),
            failed: RwSignal::new(None),
            busy: RwSignal::new(false),
            sync,
        }
    }

    /// The button was pressed. A member, and who has saved before, is not asked.
    pub(crate) fn ask(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let member = account::of_page().member();
            if member || self.sync.has_account().await {
                self.finish(self.sync.add().await.map(|()| None));
                if member || self.failed.get_untracked() != Some(ServiceError::SignedOut) {
                    return;
                }
                self.sync.give_up().await;
                self.failed.set(None);
            }
            self.busy.set(false);
            self.open.set(true);
        });
    }

    /// A link that was made and not taken, as when the tab was closed too early.
    pub(crate) async fn remind(self) {
        if self.busy.get_untracked() {
            return;
        }
        if let Some(link) = self.sync.untaken_link().await {
            self.link.set(Some(link));
            self.open.set(true);
        }
    }

    fn begin(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let begun = self.sync.begin().await;
            // Only where it is sure that the server has kept nothing: otherwise
            // the same is sent again, and its owner can get at it.
            if let Err(ServiceError::Refused | ServiceError::Outdated | ServiceError::TooMany) =
                begun
            {
                self.sync.give_up().await;
            }
            self.finish(begun.map(Some));
        });
    }

    fn finish(self, saved: Result<Option<String>, ServiceError>) {
        self.busy.set(false);
        match saved {
            Ok(link) => self.link.set(link),
            Err(error) => {
                self.failed.set(Some(error));
                self.sync.show(SyncState::Failed(error));
            }
        }
    }

    fn taken(self) {
        spawn_local(async move {
            // If it fails, the link is shown once more: no harm.
            let _ = self.sync.link_taken().await;
            self.link.set(None);
            self.open.set(false);
        });
    }
}

#[component]
pub(crate) fn SaveDialog() -> impl IntoView {
    let saving = expect_context::<Saving>();
    let lang = lang();
    let linked = move || saving.link.with(Option::is_some);
    let title = told(move || {
        match linked() {
            true => t::saved_title(lang),
            false => t::save_title(lang),
        }
        .to_owned()
    });
    view! {
        <Dialog open=saving.open title>
            <div class="save-form" hidden=told(linked)>{ask(saving, lang)}</div>
            <div class="save-form" hidden=told(move || !linked())>{owner_link(saving, lang)}</div>
        </Dialog>
    }
}

fn ask(saving: Saving, lang: Lang) -> impl IntoView + use<> {
    // What is in this tab's memory alone would be lost with it.
    let target = if account::here().shared { "_blank" } else { "" };
    let adult = RwSignal::new(false);
    let read = RwSignal::new(false);
    let bound = RwSignal::new(false);
    let missing = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let declared = [adult, read, bound]
            .iter()
            .all(|ticked| ticked.get_untracked());
        missing.set(!declared);
        if declared {
            saving.begin();
        }
    };
    let complaint = move || match (missing.get(), saving.failed.get()) {
        (true, _) => Some(t::save_missing(lang)),
        (_, Some(error)) => Some(message::server(error, lang)),
        _ => None,
    };
    let tick = |ticked: RwSignal<bool>| {
        move |event: web_sys::Event| ticked.set(event_target_checked(&event))
    };
    view! {
        <form class="save-form" novalidate on:submit=submit>
            <p class="lead">{t::save_lead(lang)}</p>
            <ul class="facts">
                <li>{t::save_encrypted(lang)}</li>
                <li>{t::save_kept(lang, u64::from(privacy::inventory::SAVED_DAYS))}</li>
                <li>{t::save_private(lang)}</li>
            </ul>
            <p>{t::save_account(lang)}</p>
            <div class="actions">
                <a class="button primary" href=Page::SignUp.path() target=target>
                    {t::sign_up(lang)}
                </a>
                <a class="button" href=Page::SignIn.path() target=target>{t::sign_in(lang)}</a>
            </div>
            <h3>{t::save_with_link(lang)}</h3>
            <label class="check">
                <input type="checkbox" name="adult" on:change=tick(adult)/>
                <span>{t::save_adult(lang)}</span>
            </label>
            <label class="check">
                <input type="checkbox" name="policy" on:change=tick(read)/>
                <span>
                    {t::save_policy(lang)}
                    " "
                    <a href=Page::Privacy.path() target="_blank">{t::save_policy_link(lang)}</a>
                </span>
            </label>
            <label class="check">
                <input type="checkbox" name="terms" on:change=tick(bound)/>
                <span>
                    {t::save_terms(lang)}
                    " "
                    <a href=Page::Terms.path() target="_blank">{t::save_terms_link(lang)}</a>
                </span>
            </label>
            <p class="complaint" role="alert">{told(complaint)}</p>
            <div class="actions">
                <button
                    class="button"
                    aria-disabled=told(move || saving.busy.get().to_string())
                >
                    {told(move || match saving.busy.get() {
                        true => t::status_saving(lang),
                        false => t::save_yes(lang),
                    })}
                </button>
                <button type="button" class="button plain" on:click=move |_| saving.open.set(false)>
                    {t::cancel(lang)}
                </button>
            </div>
        </form>
    }
}

fn owner_link(saving: Saving, lang: Lang) -> impl IntoView + use<> {
    let address = move || saving.link.with(|link| link.as_deref().map(owner_address));
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let address = untrack(address).unwrap_or_default();
        let promise = window().navigator().clipboard().write_text(&address);
        spawn_local(async move {
            copied.set(Some(JsFuture::from(promise).await.is_ok()));
        });
    };
    let said = move || {
        copied.get().map(|copied| match copied {
            true => t::said_copied(lang),
            false => messages::copy_failed(lang),
        })
    };
    view! {
        <p class="lead">{t::saved_lead(lang)}</p>
        <p>{t::saved_only_key(lang)}</p>
        <label class="owner-link">
            <span>{t::saved_link(lang)}</span>
            <input
                type="text"
                readonly
                id="owner-link"
                prop:value=told(move || address().unwrap_or_default())
            />
        </label>
        <p role="status">{told(said)}</p>
        <div class="actions">
            <button type="button" class="button primary" on:click=copy>
                <Icon shape=Shape::Duplicate/>
                <span>{t::copy_link(lang)}</span>
            </button>
            <button type="button" class="button" on:click=move |_| saving.taken()>
                {t::saved_taken(lang)}
            </button>
        </div>
    }
}

/// The name of the secret in the address.
pub(super) const OWNER: &str = "#owner=";

fn owner_address(secret: &str) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}{OWNER}{secret}", Page::Edit.path())
}

/// Opens what an owner link leads to. Who has saved something here already is
/// asked first: anybody can send a link, and after it everything that is saved
/// goes to whoever made it.
pub(crate) async fn open_link(
    sync: Sync,
    secret: String,
    lang: Lang,
) -> Result<bool, &'static str> {
    if sync.would_leave(&secret).await {
        let sure = window().confirm_with_message(messages::owner_link_leaves(lang));
        if sure != Ok(true) {
            return Ok(false);
        }
    }
    match sync.open_link(secret).await {
        Ok(()) => Ok(true),
        Err(error) => Err(not_opened(error, lang)),
    }
}

/// Why an owner link did not open anything.
fn not_opened(error: ServiceError, lang: Lang) -> &'static str {
    match error {
        ServiceError::Missing | ServiceError::SignedOut => messages::owner_link_unknown(lang),
        error => message::server(error, lang),
    }
}
