//! Cutting a square out of a picture: moved and brought closer behind a window, and
//! then drawn on a canvas.

use cv::PhotoShape;
use leptos::html;
use leptos::prelude::*;
use texts::{editor as t, messages};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, KeyboardEvent, PointerEvent, Url,
};

use super::{Picture, SIDE, bytes};
use crate::language::lang;

/// Of the canvas's JPEG. The server encodes it once more.
const QUALITY: f64 = 0.92;
/// How much closer one can look.
const CLOSEST: f64 = 4.0;
/// The square in which one cuts, in pixels of CSS.
const WINDOW: f64 = 280.0;

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

/// A square over the chosen picture, which is moved and brought closer behind it.
#[component]
pub(super) fn Cutter(
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

fn address_of(bytes: &[u8]) -> Option<String> {
    let binary: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let digits = window().btoa(&binary).ok()?;
    Some(format!("{}{digits}", crate::service::photo::HEAD))
}
