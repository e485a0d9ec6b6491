//! The photo: chosen, cut to a square and drawn anew before anything of it is
//! kept. What is drawn on a canvas has no place, no date and no camera in it.

use cv::{Edit, Photo, PhotoFile, PhotoShape, Touched};
use leptos::html;
use leptos::prelude::*;
use texts::{editor as t, messages};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, HtmlInputElement, KeyboardEvent,
    PointerEvent, Url,
};

use super::desk::Live;
use super::dialog::Dialog;
use super::editing::{Change, Editing};
use super::form::Announcer;
use crate::browser::database::Kept;
use crate::browser::journal::Journal;
use crate::browser::random;
use crate::browser::sync::Sync;
use crate::editor::told;
use crate::language::lang;

/// Pixels of a side: 350 to the inch in the largest place that a template has.
const SIDE: u16 = 480;
/// Of the canvas's JPEG. The server encodes it once more.
const QUALITY: f64 = 0.92;
/// How much closer one can look.
const CLOSEST: f64 = 4.0;
/// The square in which one cuts, in pixels of CSS.
const WINDOW: f64 = 280.0;

/// The photo of the open document, as an address that begins with `data:`.
#[derive(Clone, Copy)]
pub(crate) struct Picture {
    editing: Editing,
    journal: Journal,
    here: RwSignal<Option<String>>,
}

impl Picture {
    pub(crate) fn new(editing: Editing, journal: Journal) -> Picture {
        Picture {
            editing,
            journal,
            here: RwSignal::new(None),
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

/// What is cut out of the chosen picture: its middle, and how close.
#[derive(Clone, Copy, PartialEq)]
struct Cut {
    /// The middle, in parts of the picture.
    x: f64,
    y: f64,
    zoom: f64,
}

const WHOLE: Cut = Cut {
    x: 0.5,
    y: 0.5,
    zoom: 1.0,
};

impl Cut {
    /// Pixels of CSS to a pixel of the picture.
    fn scale(self, (width, height): (f64, f64)) -> f64 {
        WINDOW / width.min(height).max(1.0) * self.zoom
    }

    /// Moved and looked at so closely, without leaving the picture.
    fn within(self, size: (f64, f64)) -> Cut {
        let zoom = self.zoom.clamp(1.0, CLOSEST);
        let scale = Cut { zoom, ..self }.scale(size);
        let inside = |at: f64, whole: f64| {
            let half = (WINDOW / scale / 2.0 / whole.max(1.0)).min(0.5);
            at.clamp(half, 1.0 - half)
        };
        Cut {
            x: inside(self.x, size.0),
            y: inside(self.y, size.1),
            zoom,
        }
    }

    /// Moved by pixels of CSS.
    fn moved(self, (x, y): (f64, f64), size: (f64, f64)) -> Cut {
        let scale = self.scale(size);
        Cut {
            x: self.x - x / scale / size.0.max(1.0),
            y: self.y - y / scale / size.1.max(1.0),
            ..self
        }
        .within(size)
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
    let chosen = RwSignal::new(None::<String>);
    let cutting = RwSignal::new(false);
    let failed = RwSignal::new(None::<&'static str>);
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
                <img
                    src=told(move || picture.here.get())
                    alt=""
                    hidden=told(move || picture.here.with(Option::is_none))
                />
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
            <p class="complaint" role="alert" hidden=move || failed.with(Option::is_none)>
                {told(move || failed.get().unwrap_or_default())}
            </p>
        </div>
        <Dialog open=cutting title=Signal::stored(t::photo_cut(lang).to_owned())>
            <Cutter chosen failed cutting/>
        </Dialog>
    }
}

/// A square over the chosen picture, which is moved and brought closer behind it.
#[component]
fn Cutter(
    chosen: RwSignal<Option<String>>,
    failed: RwSignal<Option<&'static str>>,
    cutting: RwSignal<bool>,
) -> impl IntoView {
    let picture = expect_context::<Picture>();
    let lang = lang();
    let image = NodeRef::<html::Img>::new();
    let size = RwSignal::new((0.0, 0.0));
    let cut = RwSignal::new(WHOLE);
    let before = picture.editing.peek(|d| d.photo);
    let shape = before.map_or(PhotoShape::Round, |photo| photo.shape);
    let arrived = move |_| {
        if let Some(image) = image.get_untracked() {
            size.set((image.natural_width().into(), image.natural_height().into()));
        }
    };
    let unreadable = move |_| {
        failed.set(Some(messages::photo_unreadable(lang)));
        cutting.set(false);
    };
    // Where the pointer last was, while it drags.
    let from = StoredValue::new(None::<(f64, f64)>);
    let drag = move |event: PointerEvent| {
        let now = (f64::from(event.client_x()), f64::from(event.client_y()));
        if let Some((x, y)) = from.get_value() {
            cut.update(|cut| *cut = cut.moved((now.0 - x, now.1 - y), size.get_untracked()));
            from.set_value(Some(now));
        }
    };
    let start = move |event: PointerEvent| {
        event.prevent_default();
        from.set_value(Some((event.client_x().into(), event.client_y().into())));
        let target = event
            .target()
            .and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        if let Some(target) = target {
            // Without it a drag ends at the edge, which is a loss and no fault.
            let _ = target.set_pointer_capture(event.pointer_id());
        }
    };
    let key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => (10.0, 0.0),
            "ArrowRight" => (-10.0, 0.0),
            "ArrowUp" => (0.0, 10.0),
            "ArrowDown" => (0.0, -10.0),
            _ => return,
        };
        event.prevent_default();
        cut.update(|cut| *cut = cut.moved(step, size.get_untracked()));
    };
    let transform = move || {
        let (cut, size) = (cut.get(), size.get());
        let scale = cut.scale(size);
        let x = WINDOW / 2.0 - cut.x * size.0 * scale;
        let y = WINDOW / 2.0 - cut.y * size.1 * scale;
        format!("translate({x}px, {y}px) scale({scale})")
    };
    let done = move |_| {
        let Some(image) = image.get_untracked() else {
            return;
        };
        let Ok(drawn) = drawn(&image, cut.get_untracked(), size.get_untracked()) else {
            return unreadable(());
        };
        spawn_local(async move {
            match picture.put(drawn, shape).await {
                Some(()) => cutting.set(false),
                None => {
                    failed.set(Some(messages::storage_failed(lang)));
                    cutting.set(false);
                }
            }
        });
    };
    on_cleanup(move || {
        if let Some(address) = chosen.get_untracked() {
            let _ = Url::revoke_object_url(&address);
        }
    });
    view! {
        <div class="cutting">
        <div
            class="cutter"
            class:round=shape == PhotoShape::Round
            tabindex="0"
            role="group"
            aria-label=t::photo_move(lang)
            on:pointerdown=start
            on:pointermove=drag
            on:pointerup=move |_| from.set_value(None)
            on:pointercancel=move |_| from.set_value(None)
            on:keydown=key
        >
            <img
                node_ref=image
                alt=""
                draggable="false"
                src=move || chosen.get()
                style:transform=transform
                on:load=arrived
                on:error=move |_| unreadable(())
            />
        </div>
        <p class="hint">{t::photo_move(lang)}</p>
        <label class="field">
            <span>{t::photo_zoom(lang)}</span>
            <input
                type="range"
                min="1"
                max=CLOSEST
                step="0.05"
                prop:value=move || cut.get().zoom
                on:input=move |event| {
                    let zoom = event_target_value(&event).parse().unwrap_or(1.0);
                    cut.update(|cut| *cut = Cut { zoom, ..*cut }.within(size.get_untracked()));
                }
            />
        </label>
        <div class="actions">
            <button type="button" class="button primary" on:click=done>{t::photo_use(lang)}</button>
            <button type="button" class="button plain" on:click=move |_| cutting.set(false)>
                {t::cancel(lang)}
            </button>
        </div>
        </div>
    }
}

/// The square as a JPEG that holds nothing but pixels.
fn drawn(image: &HtmlImageElement, cut: Cut, size: (f64, f64)) -> Result<String, JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(SIDE.into());
    canvas.set_height(SIDE.into());
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    // What is transparent is white, as the paper is.
    let side = f64::from(SIDE);
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, side, side);
    context.set_image_smoothing_enabled(true);
    let part = WINDOW / cut.scale(size);
    let (x, y) = (cut.x * size.0 - part / 2.0, cut.y * size.1 - part / 2.0);
    context.draw_image_with_html_image_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
        image, x, y, part, part, 0.0, 0.0, side, side,
    )?;
    let address =
        canvas.to_data_url_with_type_and_encoder_options("image/jpeg", &QUALITY.into())?;
    // What an encoder of its own accord tells of itself is taken out too.
    let bytes = bytes(&address).ok_or(JsValue::NULL)?;
    let plain = cv::photo::stripped(&bytes).map_err(|_| JsValue::NULL)?;
    address_of(&plain).ok_or(JsValue::NULL)
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

fn address_of(bytes: &[u8]) -> Option<String> {
    let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let digits = window().btoa(&binary).ok()?;
    Some(format!("{}{digits}", crate::service::photo::HEAD))
}
