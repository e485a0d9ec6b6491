//! Opening a file: another program's CV, the text of a word processor or of a PDF,
//! or a backup of ours.
//!
//! The file is read in the browser. It becomes a draft of its own, so nothing
//! that was there is touched, and a report says what became of what could not
//! come in as it was. What was only guessed is shown first (`guess`).

use cv::import::{ImportError, Note};
use cv::limits::Exceeded;
use leptos::html;
use leptos::prelude::*;
use texts::{editor as t, messages};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, File};

use super::dialog::Dialog;
use super::guess::Guess;
use super::photo;
use super::start::Starting;
use super::{drafts, report};
use crate::browser::files;
use crate::browser::importer::{Importer, Opened};
use crate::browser::journal::Journal;
use crate::editor::told;
use crate::language::{Lang, document_language, lang};

/// The two dialogs: one to choose a file, one that reports.
#[derive(Clone, Copy)]
pub(crate) struct Opening {
    pub(super) importer: Importer,
    journal: Journal,
    starting: Starting,
    lang: Lang,
    choosing: RwSignal<bool>,
    reporting: RwSignal<bool>,
    notes: RwSignal<Vec<Note>>,
    /// How many notes there were beyond those that are kept.
    more: RwSignal<usize>,
    error: RwSignal<Option<String>>,
    /// What was guessed of a file, until somebody has looked at it.
    pub(super) guessed: RwSignal<Option<Opened>>,
    pub(super) confirming: RwSignal<bool>,
}

impl Opening {
    pub(crate) fn new(importer: Importer, journal: Journal, starting: Starting) -> Opening {
        Opening {
            importer,
            journal,
            starting,
            lang: lang(),
            choosing: RwSignal::new(false),
            reporting: RwSignal::new(false),
            notes: RwSignal::new(Vec::new()),
            more: RwSignal::new(0),
            error: RwSignal::new(None),
            guessed: RwSignal::new(None),
            confirming: RwSignal::new(false),
        }
    }

    /// Loads what reads files before it is needed.
    pub(crate) async fn prepare(self) {
        self.importer.prepare().await;
    }

    pub(crate) fn open(self) {
        self.error.set(None);
        self.choosing.set(true);
    }

    /// Reads a file that was chosen or dropped.
    fn take_file(self, file: File) {
        // The size is known before a byte is read.
        let most = match file.type_().as_str() {
            "application/pdf" => cv::limits::PDF_BYTES,
            "application/json" => cv::limits::DOCUMENT_BYTES,
            _ => cv::limits::ARCHIVE_BYTES,
        };
        if file.size() > most as f64 {
            let error = ImportError::TooLarge(match most {
                cv::limits::ARCHIVE_BYTES => Exceeded::ArchiveBytes,
                _ => Exceeded::DocumentBytes,
            });
            self.complain(failure(&error, self.lang));
            return;
        }
        spawn_local(async move {
            match files::read(&file).await {
                Ok(bytes) => self.take(&bytes).await,
                Err(_) => self.complain(messages::file_unreadable(self.lang).to_owned()),
            }
        });
    }

    async fn take(self, bytes: &[u8]) {
        let language = document_language(self.lang);
        let read = match self.importer.read(bytes, language).await {
            // There are no data in it, so its pages are read as a person does.
            Ok(Err(ImportError::NoCvInPdf)) => {
                let pages = self.importer.read_pages(bytes, language).await;
                pages.map(|pages| pages.unwrap_or(Err(ImportError::NoCvInPdf)))
            }
            read => read,
        };
        let opened = match read {
            Ok(Ok(opened)) => opened,
            Ok(Err(error)) => return self.complain(failure(&error, self.lang)),
            Err(_) => return self.complain(messages::load_importer(self.lang).to_owned()),
        };
        if opened.guessed {
            self.choosing.set(false);
            self.guessed.set(Some(opened));
            return self.confirming.set(true);
        }
        photo::keep(self.journal, &opened.document, bytes).await;
        self.keep(opened).await;
    }

    /// Takes what was guessed, once somebody has said that it is right.
    pub(super) fn confirm(self) {
        let Some(opened) = self.guessed.get_untracked() else {
            return;
        };
        self.confirming.set(false);
        spawn_local(async move { self.keep(opened).await });
    }

    async fn keep(self, opened: Opened) {
        let Opened {
            document,
            report,
            guessed,
        } = opened;
        if let Err(error) = self.journal.create(document).await {
            return self.complain(drafts::unkept(&error, self.lang).to_owned());
        }
        self.choosing.set(false);
        self.starting.0.set(false);
        self.guessed.set(None);
        // The notes of a guess have been looked at already.
        if !guessed {
            self.notes.set(report.notes);
            self.more.set(report.more);
            self.reporting.set(true);
        }
    }

    /// Begins with the full example in a language.
    pub(crate) fn example(self, language: cv::Language) {
        spawn_local(async move {
            let Ok(document) = self.importer.example(language).await else {
                return self.complain(messages::load_importer(self.lang).to_owned());
            };
            match self.journal.create(document).await {
                Ok(()) => self.starting.0.set(false),
                Err(error) => self.complain(drafts::unkept(&error, self.lang).to_owned()),
            }
        });
    }

    fn complain(self, what: String) {
        self.error.set(Some(what));
        self.choosing.set(true);
    }
}

/// The files that are offered to choose from; others can be dropped.
const ACCEPTED: &str = ".json,.pdf,.zip,.docx,.xml,application/json,application/pdf";

/// What is wrong with a file, and what to do.
fn failure(error: &ImportError, lang: Lang) -> String {
    match error {
        ImportError::Empty => messages::file_empty(lang).to_owned(),
        ImportError::Utf16 => messages::file_utf_16(lang).to_owned(),
        ImportError::NotUtf8 { line, .. } => messages::file_not_utf_8(lang, *line as u64),
        ImportError::NotJson { line, column } => {
            messages::file_not_json(lang, *line as u64, *column as u64)
        }
        ImportError::TooLarge(Exceeded::ArchiveBytes) => {
            let mib = cv::limits::ARCHIVE_BYTES / 1024 / 1024;
            messages::file_archive_too_large(lang, mib as u64)
        }
        ImportError::TooLarge(_) => {
            messages::file_too_large(lang, (cv::limits::DOCUMENT_BYTES / 1024) as u64)
        }
        ImportError::NotACv => messages::file_nothing_readable(lang).to_owned(),
        ImportError::NoCvInPdf => messages::file_pdf_unreadable(lang).to_owned(),
        ImportError::NoText => messages::file_no_text(lang).to_owned(),
        ImportError::NotXml { line, column } => {
            messages::file_not_xml(lang, *line as u64, *column as u64)
        }
        ImportError::BrokenArchive => messages::file_broken_archive(lang).to_owned(),
        ImportError::NothingInArchive => messages::file_nothing_in_archive(lang).to_owned(),
        ImportError::OldWord => messages::file_old_word(lang).to_owned(),
        ImportError::Newer(_) => messages::file_newer_format(lang).to_owned(),
    }
}

#[component]
pub(crate) fn OpenFile() -> impl IntoView {
    let opening = expect_context::<Opening>();
    let lang = lang();
    let input = NodeRef::<html::Input>::new();
    let pasted = RwSignal::new(String::new());
    let dragging = RwSignal::new(false);
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            opening.take_file(file);
        }
        // The same file can be chosen again after it was mended.
        input.set_value("");
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        dragging.set(false);
        let file = event
            .data_transfer()
            .and_then(|d| d.files())
            .and_then(|f| f.get(0));
        if let Some(file) = file {
            opening.take_file(file);
        }
    };
    // A file that is dropped beside the target must not replace the page.
    Effect::new(move |_| {
        for name in ["dragover", "drop"] {
            window_event_listener_untyped(name, move |event| {
                let Some(event) = event.dyn_ref::<DragEvent>() else {
                    return;
                };
                let has_file = event
                    .data_transfer()
                    .is_some_and(|data| data.types().includes(&"Files".into(), 0));
                if !has_file || event.default_prevented() {
                    return;
                }
                event.prevent_default();
                let file = event
                    .data_transfer()
                    .and_then(|d| d.files())
                    .and_then(|f| f.get(0));
                if let Some(file) = file.filter(|_| event.type_() == "drop") {
                    opening.take_file(file);
                }
            });
        }
    });
    view! {
        <Dialog open=opening.choosing title=Signal::stored(t::import_title(lang).to_owned())>
            <p class="lead">{t::start_import_hint(lang)} " " {t::import_note(lang)}</p>
            <p>{t::import_replaces(lang)}</p>
            <label
                class="drop"
                class:dragging=dragging
                on:dragover=move |event: DragEvent| {
                    event.prevent_default();
                    dragging.set(true);
                }
                on:dragleave=move |_| dragging.set(false)
                on:drop=dropped
            >
                <input
                    type="file"
                    class="visually-hidden"
                    accept=ACCEPTED
                    node_ref=input
                    on:change=chosen
                />
                <strong>{t::import_choose(lang)}</strong>
                <span>{t::start_drop(lang)}</span>
            </label>
            <p class="complaint" role="alert">{told(move || opening.error.get())}</p>
            <details>
                <summary>{t::import_paste(lang)}</summary>
                <label for="import-text">{t::import_paste_label(lang)}</label>
                <textarea
                    id="import-text"
                    rows="6"
                    spellcheck="false"
                    prop:value=told(move || pasted.get())
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        let text = pasted.get_untracked();
                        spawn_local(async move { opening.take(text.as_bytes()).await });
                    }
                >
                    {t::import_run(lang)}
                </button>
            </details>
            <div class="actions">
                <button type="button" class="button plain" on:click=move |_| opening.choosing.set(false)>
                    {t::cancel(lang)}
                </button>
            </div>
        </Dialog>
        <Dialog open=opening.reporting title=Signal::stored(t::report_title(lang).to_owned())>
            <p class="lead">
                {told(move || match opening.notes.with(Vec::len) + opening.more.get() {
                    0 => t::report_clean(lang).to_owned(),
                    count => t::report_count(lang, count as u64),
                })}
            </p>
            {move || report::lists(&opening.notes.get(), lang)}
            <p hidden=told(move || opening.more.get() == 0)>
                {told(move || t::report_more(lang, opening.more.get() as u64))}
            </p>
            <div class="actions">
                <button
                    type="button"
                    class="button primary"
                    on:click=move |_| opening.reporting.set(false)
                >
                    {t::report_close(lang)}
                </button>
            </div>
        </Dialog>
        <Guess/>
    }
}
