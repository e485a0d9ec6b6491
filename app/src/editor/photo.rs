//! The photo: chosen, cut to a square and drawn anew before anything of it is
//! kept. What is drawn on a canvas has no place, no date and no camera in it.

use cv::{Edit, Photo, PhotoFile, PhotoShape, Touched};
use leptos::html;
use leptos::prelude::*;
use texts::{editor as t, messages, why};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlInputElement, Url};

mod cutter;

use cutter::Cutter;

use super::dialog::Dialog;
use super::editing::{Change, Editing};
use super::form::Announcer;
use super::live::Live;
use crate::browser::database::Kept;
use crate::browser::journal::Journal;
use crate::browser::random;
use crate::browser::sync::Sync;
use crate::editor::told;
use crate::language::lang;
use crate::page::WHY;

/// Pixels of a side: 350 to the inch in the largest place that a template has.
const SIDE: u16 = 480;

/// The photo of the open document, as an address that begins with `data:`.
#[derive(Clone, Copy)]
pub(crate) struct Picture {
    editing: Editing,
    journal: Journal,
    here: RwSignal<Option<String>>,
    /// The file that is being cut, as an address.
    chosen: RwSignal<Option<String>>,
    cutting: RwSignal<bool>,
    failed: RwSignal<Option<&'static str>>,
}

impl Picture {
    pub(crate) fn new(editing: Editing, journal: Journal) -> Picture {
        Picture {
            editing,
            journal,
            here: RwSignal::new(None),
            chosen: RwSignal::new(None),
            cutting: RwSignal::new(false),
            failed: RwSignal::new(None),
        }
    }

    pub(crate) fn address(self) -> Option<String> {
        self.here.get_untracked()
    }

    /// From now on has the photo of whichever document is open, and shows it on its
    /// pages.
    pub(crate) fn start(self, sync: Sync, live: Live) {
        let changed = Trigger::new();
        self.editing.listen(move |change| {
            let concerns = match change {
                Change::Opened(_) => true,
                Change::Edited(edit) | Change::Followed(edit) => {
                    matches!(edit, Edit::SetPhoto { .. })
                }
            };
            if concerns {
                changed.notify();
            }
        });
        Effect::new(move |_| {
            changed.track();
            sync.photo.track();
            spawn_local(self.read());
        });
        Effect::new(move |_| live.set_photo(self.here.get()));
        // What no draft names any more, such as what was replaced in an earlier visit.
        set_timeout(
            move || {
                spawn_local(async move {
                    let open = self.file();
                    if let Ok(drafts) = self.journal.connect().await {
                        // The next visit tries again.
                        let _ = drafts.sweep_photos(open).await;
                    }
                });
            },
            std::time::Duration::from_secs(5),
        );
    }

    fn file(self) -> Option<PhotoFile> {
        self.editing.peek(|d| d.photo.map(|photo| photo.file))
    }

    async fn read(self) {
        let file = self.file();
        let mut address = None;
        if let (Some(file), Ok(drafts)) = (file, self.journal.connect().await) {
            let kept = drafts.photo(file).await.ok().flatten();
            address = kept.map(|kept| kept.picture);
        }
        if self.file() == file && self.here.get_untracked() != address {
            self.here.set(address);
        }
    }

    /// Keeps a picture, and then has the document name it.
    async fn put(self, picture: String, shape: PhotoShape) -> Option<()> {
        let name = random::uuid()?.replace('-', "");
        let file: PhotoFile = name.parse().ok()?;
        let kept = Kept {
            picture,
            sent: false,
        };
        let drafts = self.journal.connect().await.ok()?;
        drafts.put_photo(file, &kept).await.ok()?;
        let photo = Photo {
            file,
            width: SIDE,
            height: SIDE,
            shape,
            hidden: false,
        };
        let photo = Some(photo);
        self.editing.edit(Edit::SetPhoto { photo }).then_some(())
    }
}

/// The photo in the form: as it is, and what can be done with it.
#[component]
pub(crate) fn PhotoField() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let picture = expect_context::<Picture>();
    let announcer = expect_context::<Announcer>();
    let lang = lang();
    let photo = move || editing.at(Touched::Photo, |d| d.photo);
    let Picture {
        chosen,
        cutting,
        failed,
        ..
    } = picture;
    let sync = expect_context::<Sync>();
    let complaint = move || {
        let refused = sync.refused.get();
        let stays = || refused.is_some() && refused == photo().map(|photo| photo.file);
        failed
            .get()
            .or_else(|| stays().then(|| messages::photo_refused(lang)))
    };
    let choose = NodeRef::<html::Input>::new();
    let open = move || {
        if let Some(input) = choose.get_untracked() {
            input.set_value("");
            input.click();
        }
    };
    let take = move |event: web_sys::Event| {
        let input: Option<HtmlInputElement> =
            event.target().and_then(|target| target.dyn_into().ok());
        let file = input
            .and_then(|input| input.files())
            .and_then(|files| files.get(0));
        let Some(file) = file else { return };
        failed.set(None);
        spawn_local(async move {
            // Decoded first: what is no picture is told before anything of it is shown.
            let decoded = match window().create_image_bitmap_with_blob(&file) {
                Ok(decoding) => JsFuture::from(decoding).await.is_ok(),
                Err(_) => false,
            };
            match Url::create_object_url_with_blob(&file) {
                Ok(address) if decoded => {
                    chosen.set(Some(address));
                    cutting.set(true);
                }
                _ => failed.set(Some(messages::photo_unreadable(lang))),
            }
        });
    };
    let change = move |change: fn(&mut Photo)| {
        if let Some(mut photo) = editing.peek(|d| d.photo) {
            change(&mut photo);
            editing.edit(Edit::SetPhoto { photo: Some(photo) });
        }
    };
    let remove = move |_| {
        editing.edit(Edit::SetPhoto { photo: None });
        announcer.say(t::photo_removed(lang));
    };
    let none = move || photo().is_none();
    view! {
            <div class="photo">
                <button
                    type="button"
                    class="photo-frame"
                    class:round=move || photo().is_none_or(|photo| photo.shape == PhotoShape::Round)
                    class:hidden=move || photo().is_some_and(|photo| photo.hidden)
                    id="photo"
                    aria-label=move || if none() { t::photo_add(lang) } else { t::photo_change(lang) }
                    on:click=move |_| open()
                >
    {move || picture.here.get().map(|address| view! { <img src=address alt=""/> })}
                    <span hidden=move || !none()>{t::photo_add(lang)}</span>
                </button>
                <input
                    type="file"
                    class="visually-hidden"
                    tabindex="-1"
                    aria-hidden="true"
                    accept="image/*"
                    node_ref=choose
                    on:change=take
                />
                <div class="tools" hidden=none>
                    <button type="button" class="tool" on:click=move |_| open()>{t::photo_change(lang)}</button>
                    <button type="button" class="tool" on:click=move |_| change(|photo| {
                        photo.shape = match photo.shape {
                            PhotoShape::Round => PhotoShape::Square,
                            PhotoShape::Square => PhotoShape::Round,
                        };
                    })>
                        {told(move || match photo().map(|photo| photo.shape) {
                            Some(PhotoShape::Square) => t::photo_round(lang),
                            _ => t::photo_square(lang),
                        })}
                    </button>
                    <button type="button" class="tool" on:click=move |_| change(|photo| photo.hidden = !photo.hidden)>
                        {told(move || if photo().is_some_and(|photo| photo.hidden) {
                            t::show(lang)
                        } else {
                            t::hide(lang)
                        })}
                    </button>
                    <button type="button" class="tool" on:click=remove>{t::delete(lang)}</button>
                </div>
                <p class="hint">{t::photo_hint(lang)}</p>
                <p class="hint"><a href=WHY target="_blank" rel="noopener">{why::editor_link(lang)}</a></p>
                <p class="complaint" role="alert" hidden=move || complaint().is_none()>
                    {told(move || complaint().unwrap_or_default())}
                </p>
            </div>
        }
}

/// The dialog in which the photo is cut.
#[component]
pub(crate) fn Cutting() -> impl IntoView {
    let Picture {
        chosen,
        cutting,
        failed,
        ..
    } = expect_context::<Picture>();
    view! {
        <Dialog open=cutting title=Signal::stored(t::photo_cut(lang()).to_owned())>
            <Cutter chosen failed cutting/>
        </Dialog>
    }
}

/// The member of a backup in which its photo stands, as an address.
pub(crate) const DATA: &str = "photo_data";

/// Keeps the photo that a backup brings, if none is kept under its name.
pub(crate) async fn keep(journal: Journal, document: &cv::Document, backup: &[u8]) {
    let Some(photo) = document.photo else { return };
    let json = serde_json::from_slice::<serde_json::Value>(backup).unwrap_or_default();
    let picture = json.get(DATA).and_then(serde_json::Value::as_str);
    let Some(picture) = picture.filter(|picture| {
        bytes(picture).is_some_and(|bytes| cv::photo::dimensions(&bytes).is_ok())
    }) else {
        return;
    };
    if let Ok(drafts) = journal.connect().await
        && matches!(drafts.photo(photo.file).await, Ok(None))
    {
        let kept = Kept {
            picture: picture.to_owned(),
            sent: false,
        };
        // Without it the document has a place for a photo, which can be chosen anew.
        let _ = drafts.put_photo(photo.file, &kept).await;
    }
}

/// The bytes of an address that begins with `data:`.
pub(crate) fn bytes(address: &str) -> Option<Vec<u8>> {
    let digits = address.strip_prefix(crate::service::photo::HEAD)?;
    let binary = window().atob(digits).ok()?;
    binary
        .chars()
        .map(|c| u8::try_from(u32::from(c)).ok())
        .collect()
}
