//! Finished files: the PDF, and the CV as JSON.

pub(crate) mod together;

use cv::{export, format};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use texts::{editor as t, messages};
use wasm_bindgen_futures::spawn_local;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::dialog::Dialog;
use super::editing::Editing;
use super::form::Announcer;
use super::live::Live;
use super::photo::{self, Picture};
use crate::browser::exporter::{self, Reading};
use crate::browser::files::{self, FileError, Finished};
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
    picture: Picture,
    /// The PDF carries the CV's data.
    pub(crate) with_data: RwSignal<bool>,
    /// The PDF is made for archives (PDF/A).
    pub(crate) archival: RwSignal<bool>,
    /// What a program reads of the last PDF.
    pub(crate) reading: RwSignal<Option<SendWrapper<Rc<Reading>>>>,
    /// The PDF could not be read: no network, or no PDF.
    pub(crate) unread: RwSignal<bool>,
    lang: Lang,
}

impl Download {
    pub(crate) fn new(
        editing: Editing,
        live: Live,
        announcer: Announcer,
        picture: Picture,
    ) -> Download {
        Download {
            editing,
            live,
            announcer,
            writer: StoredValue::new(None),
            making: RwSignal::new(Making::Idle),
            asking: RwSignal::new(false),
            picture,
            with_data: RwSignal::new(true),
            archival: RwSignal::new(false),
            reading: RwSignal::new(None),
            unread: RwSignal::new(false),
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
            let document = self.editing.peek(Clone::clone);
            match self.written().await {
                Some(bytes) => self.offer(bytes, document).await,
                None if self.archival.get_untracked() => {
                    self.making
                        .set(Making::Failed(messages::not_archival(self.lang)));
                }
                // Nor could the server be asked.
                None if !window().navigator().on_line() => {
                    self.making
                        .set(Making::Failed(messages::pdf_offline(self.lang)));
                }
                None => {
                    self.making.set(Making::Idle);
                    self.asking.set(true);
                }
            }
        });
    }

    /// The PDF of the pages as they are now, made here.
    async fn written(self) -> Option<Vec<u8>> {
        let pages = self.live.finished().await?;
        let writer = self.writer.get_value()?;
        let photo = self.photo();
        let source = self.with_data.get_untracked().then(|| {
            let shown = |document: &cv::Document| self.shown(document);
            self.editing.peek(shown)
        });
        let archived = self.archival.get_untracked().then(now);
        writer.write(&pages, photo, source, archived).ok()
    }

    /// The file of the photo that is shown.
    fn photo(self) -> Option<Vec<u8>> {
        let address = self.picture.address()?;
        photo::bytes(&address)
    }

    /// The CV as JSON Resume: what the pages show.
    fn shown(self, document: &cv::Document) -> String {
        let details = cv::Details::of(document, &self.values());
        export::export_shown(document.shown().with(&details)).json
    }

    /// The personal details at hand.
    fn values(self) -> BTreeMap<cv::Id, String> {
        // Written by us.
        format::read(&self.live.details()).unwrap_or_default()
    }

    /// Writes the CV in another format, and offers it.
    pub(crate) fn other(self, kind: &'static str, ending: &str, media: &'static str) {
        if self.making.get_untracked() == Making::Busy {
            return;
        }
        self.making.set(Making::Busy);
        let document = self.editing.peek(Clone::clone);
        let photo = self.photo();
        let name = format!("{}.{ending}", cv::file_name(document.shown()));
        spawn_local(async move {
            let values = self.live.details();
            let Ok(bytes) = exporter::written(&document, photo, kind, &values).await else {
                return self
                    .making
                    .set(Making::Failed(messages::export_failed(self.lang)));
            };
            let file = Finished { name, media, bytes };
            self.making.set(match files::download(&file) {
                Ok(()) => Making::Idle,
                Err(_) => Making::Failed(messages::something_failed(self.lang)),
            });
        });
    }

    /// Makes the PDF for nobody but a program that reads it, and says what it found.
    pub(crate) async fn read_back(self) {
        self.unread.set(false);
        self.prepare().await;
        let document = self.editing.peek(Clone::clone);
        match self.written().await {
            Some(bytes) => self.read(&bytes, document).await,
            None => self.unread.set(true),
        }
    }

    /// `document` is the one that the PDF was made of: its owner may type on.
    async fn read(self, pdf: &[u8], document: cv::Document) {
        // Without a network the reader would not come.
        let reading = match window().navigator().on_line() {
            true => exporter::read_back(&document, pdf, &self.live.details())
                .await
                .ok(),
            false => None,
        };
        self.unread.set(reading.is_none());
        let reading = reading.map(|reading| SendWrapper::new(Rc::new(reading)));
        self.reading.set(reading);
    }

    /// Has the server make the PDF. Only after the person has said so.
    fn pdf_by_server(self) {
        self.asking.set(false);
        self.making.set(Making::Busy);
        spawn_local(async move {
            let document = self.editing.peek(Clone::clone);
            let saved = format::save(&document);
            match service::pdf::request(saved, self.picture.address(), self.values()).await {
                Ok(bytes) => self.offer(bytes, document).await,
                Err(error) => self.making.set(Making::Failed(error.message(self.lang))),
            }
        });
    }

    async fn offer(self, bytes: Vec<u8>, document: cv::Document) {
        let name = self
            .editing
            .peek(|document| cv::file_name(document.shown()));
        let file = Finished {
            name: format!("{name}.pdf"),
            media: "application/pdf",
            bytes,
        };
        match hand_out(&file).await {
            Ok(true) => {
                self.live.remember_breaks(self.editing);
                self.making.set(Making::Idle);
                self.announcer.say(t::pdf_done(self.lang));
                self.read(&file.bytes, document).await;
            }
            Ok(false) => self.making.set(Making::Idle),
            Err(_) => self
                .making
                .set(Making::Failed(messages::share_failed(self.lang))),
        }
    }

    /// The CV for other services: without what is hidden.
    pub(crate) fn json(self) {
        let (name, json) = self
            .editing
            .peek(|document| (cv::file_name(document.shown()), self.shown(document)));
        self.save(format!("{name}.json"), json);
    }

    /// The draft, everything in it, the photo too.
    pub(crate) fn backup(self) {
        let (name, mut json) = self.editing.peek(|document| {
            (
                cv::file_name(document.shown()),
                export::export_full(document),
            )
        });
        let end = json.trim_end().len();
        if let (Some(address), true) = (self.picture.address(), json[..end].ends_with('}')) {
            // An address in base64 has nothing in it that JSON would escape.
            let member = format!(",\n  \"{}\": \"{address}\"\n}}\n", photo::DATA);
            json.truncate(json[..end - 1].trim_end().len());
            json.push_str(&member);
        }
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

/// Shares a file where that is usual, and else downloads it. Returns whether it went
/// as it should: a phone that would not share can still download.
async fn hand_out(file: &Finished) -> Result<bool, FileError> {
    let offered = match files::can_share(file) {
        true => files::share(file).await,
        false => files::download(file),
    };
    match offered {
        Ok(()) => Ok(true),
        Err(_) => files::download(file).map(|()| false),
    }
}

/// This moment in Coordinated Universal Time, as the PDF writer takes it.
fn now() -> Vec<u16> {
    let now = js_sys::Date::new_0();
    let parts = [
        now.get_utc_full_year(),
        now.get_utc_month() + 1,
        now.get_utc_date(),
        now.get_utc_hours(),
        now.get_utc_minutes(),
        now.get_utc_seconds(),
    ];
    parts
        .map(|part| u16::try_from(part).unwrap_or_default())
        .into()
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
