//! Finished files: the PDF, and the CV as JSON.

use cv::{export, format};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use texts::{editor as t, messages};
use wasm_bindgen_futures::spawn_local;

use super::desk::Live;
use super::dialog::Dialog;
use super::editing::Editing;
use super::form::Announcer;
use crate::browser::files::{self, Finished};
use crate::browser::modules::Writer;
use crate::language::{Lang, lang};
use crate::service;

/// What becomes of the PDF that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Making {
    Idle,
    Busy,
    Failed(&'static str),
}

/// Makes files and offers them.
#[derive(Clone, Copy)]
pub(crate) struct Download {
    editing: Editing,
    live: Live,
    announcer: Announcer,
    writer: StoredValue<Option<SendWrapper<Writer>>>,
    pub(crate) making: RwSignal<Making>,
    /// Asking whether the server may make the PDF.
    asking: RwSignal<bool>,
    lang: Lang,
}

impl Download {
    pub(crate) fn new(editing: Editing, live: Live, announcer: Announcer) -> Download {
        Download {
            editing,
            live,
            announcer,
            writer: StoredValue::new(None),
            making: RwSignal::new(Making::Idle),
            asking: RwSignal::new(false),
            lang: lang(),
        }
    }

    /// Loads the PDF writer before it is needed, so that it also works when
    /// the network is gone by then.
    pub(crate) async fn prepare(self) {
        if self.writer.with_value(Option::is_none)
            && let Ok(writer) = Writer::load().await
        {
            self.writer.set_value(Some(SendWrapper::new(writer)));
        }
    }

    /// Makes the PDF of the pages as they are now, and offers it.
    pub(crate) fn pdf(self) {
        if self.making.get_untracked() == Making::Busy {
            return;
        }
        self.making.set(Making::Busy);
        spawn_local(async move {
            self.prepare().await;
            let written = self.live.finished().await.and_then(|pages| {
                let writer = self.writer.get_value()?;
                writer.write(&pages).ok()
            });
            match written {
                Some(bytes) => self.offer(bytes).await,
                None => {
                    self.making.set(Making::Idle);
                    self.asking.set(true);
                }
            }
        });
    }

    /// Has the server make the PDF. Only after the person has said so.
    fn pdf_by_server(self) {
        self.asking.set(false);
        self.making.set(Making::Busy);
        spawn_local(async move {
            let document = self.editing.peek(format::save);
            match service::pdf::request(document).await {
                Ok(bytes) => self.offer(bytes).await,
                Err(error) => self.making.set(Making::Failed(error.message(self.lang))),
            }
        });
    }

    async fn offer(self, bytes: Vec<u8>) {
        let name = self
            .editing
            .peek(|document| cv::file_name(document.shown()));
        let file = Finished {
            name: format!("{name}.pdf"),
            media: "application/pdf",
            bytes,
        };
        let offered = match files::can_share(&file) {
            true => files::share(&file).await,
            false => files::download(&file),
        };
        match offered {
            Ok(()) => {
                self.live.remember_breaks(self.editing);
                self.making.set(Making::Idle);
                self.announcer.say(t::pdf_done(self.lang));
            }
            // A phone that would not share can still download.
            Err(_) if files::download(&file).is_ok() => self.making.set(Making::Idle),
            Err(_) => self
                .making
                .set(Making::Failed(messages::share_failed(self.lang))),
        }
    }

    /// The CV for other services: without what is hidden.
    pub(crate) fn json(self) {
        let (name, json) = self.editing.peek(|document| {
            let shown = document.shown();
            (cv::file_name(shown), export::export_shown(shown).json)
        });
        self.save(format!("{name}.json"), json);
    }

    /// The draft, everything in it.
    pub(crate) fn backup(self) {
        let (name, json) = self.editing.peek(|document| {
            (
                cv::file_name(document.shown()),
                export::export_full(document),
            )
        });
        self.save(format!("{name}.merit.json"), json);
    }

    fn save(self, name: String, json: String) {
        let file = Finished {
            name,
            media: "application/json",
            bytes: json.into_bytes(),
        };
        if files::download(&file).is_err() {
            self.making
                .set(Making::Failed(messages::something_failed(self.lang)));
        }
    }
}

/// The question before a CV is sent to the server.
#[component]
pub(crate) fn AskServer() -> impl IntoView {
    let download = expect_context::<Download>();
    let lang = lang();
    view! {
        <Dialog open=download.asking title=Signal::stored(t::ask_pdf(lang).to_owned())>
            <p>{t::ask_pdf_text(lang)}</p>
            <div class="actions">
                <button
                    type="button"
                    class="button primary"
                    on:click=move |_| download.pdf_by_server()
                >
                    {t::ask_pdf_yes(lang)}
                </button>
                <button
                    type="button"
                    class="button plain"
                    on:click=move |_| download.asking.set(false)
                >
                    {t::ask_pdf_no(lang)}
                </button>
            </div>
        </Dialog>
    }
}
