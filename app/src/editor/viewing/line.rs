//! On a phone, the line that is being edited, typeset above the keyboard.
//!
//! It is a copy of the preview's rows of that field, with what stands behind them,
//! cut to the text and made as large as there is room. It lies over the form and
//! moves nothing. Screen readers have the field itself.

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, HtmlElement, HtmlTextAreaElement, SvgElement};

use super::{element, is_narrow};
use crate::editor::editing::Editing;

/// What room is left around the text, in points.
const AROUND: f64 = 4.0;
/// CSS pixels in a point, at least and at most.
const SCALE: (f64, f64) = (0.75, 1.6);

#[component]
pub(in crate::editor) fn EditedLine() -> impl IntoView {
    let editing = expect_context::<Editing>();
    let strip = NodeRef::<html::Div>::new();
    let waiting = StoredValue::new(false);
    // However much happens between two pictures on the screen, it is drawn once: after
    // the pages, and after the focus has gone where it goes.
    let draw = move || {
        if !waiting.get_value() {
            waiting.set_value(true);
            request_animation_frame(move || {
                waiting.set_value(false);
                if let Some(strip) = strip.get_untracked() {
                    draw(&strip);
                }
            });
        }
    };
    editing.listen(move |_| draw());
    let entered = window_event_listener(ev::focusin, move |_| draw());
    let left = window_event_listener(ev::focusout, move |_| draw());
    let turned = window_event_listener_untyped("resize", move |_| draw());
    on_cleanup(move || {
        entered.remove();
        left.remove();
        turned.remove();
    });
    follow_keyboard(draw);
    view! { <div class="edited-line page" aria-hidden="true" hidden node_ref=strip></div> }
}

/// The part of the window that the keyboard leaves free, as the browser tells it.
fn free() -> Option<JsValue> {
    let viewport = Reflect::get(&window(), &JsValue::from_str("visualViewport")).ok()?;
    viewport.is_object().then_some(viewport)
}

/// Has something done when the keyboard comes or goes, or the page is moved under it.
fn follow_keyboard(act: impl Fn() + Copy + 'static) {
    let Some(viewport) = free().and_then(|viewport| viewport.dyn_into::<EventTarget>().ok()) else {
        return;
    };
    let heard = Closure::<dyn FnMut()>::new(act).into_js_value();
    for name in ["resize", "scroll"] {
        // It lives as long as the page does, as its window.
        let _ = viewport.add_event_listener_with_callback(name, heard.unchecked_ref());
    }
}

/// How much of the window's lower end the keyboard covers, in CSS pixels.
fn covered() -> f64 {
    let number = |of: &JsValue, name: &str| {
        let value = Reflect::get(of, &JsValue::from_str(name)).ok();
        value.and_then(|value| value.as_f64())
    };
    let height = number(&window(), "innerHeight");
    let free = free().and_then(|free| Some(number(&free, "height")? + number(&free, "offsetTop")?));
    height
        .zip(free)
        .map_or(0.0, |(height, free)| (height - free).max(0.0))
}

/// Shows the rows of the field that has the focus, if that is to be seen here.
fn draw(strip: &HtmlElement) {
    let active = document().active_element();
    let field = active.filter(|_| is_narrow("48rem"));
    let rows = field
        .as_ref()
        .and_then(place)
        .map(|place| rows(&place))
        .unwrap_or_default();
    let (Some(field), Some(first)) = (field, rows.first()) else {
        strip.set_hidden(true);
        return;
    };
    strip.set_hidden(false);
    let _ = strip
        .style()
        .set_property("--keyboard", &format!("{}px", covered()));
    let sheet = first.closest("svg").ok().flatten();
    let attribute = |name| sheet.as_ref().and_then(|sheet| sheet.get_attribute(name));
    let language = attribute("lang").unwrap_or_default();
    let ground = sheet.as_ref().and_then(Element::first_element_child);
    let mut markup = ground.map(|ground| ground.outer_html()).unwrap_or_default();
    for row in &rows {
        markup.push_str(&row.outer_html());
    }
    // Words and rows are the preview's own, written again by the browser.
    strip.set_inner_html(&format!("<svg>{markup}</svg>"));
    let Some(copy) = strip.first_element_child() else {
        return;
    };
    let _ = copy.set_attribute("lang", &language);
    cut(strip, &copy);
    scroll(strip, &field);
}

/// What the preview's runs of a field say: a selector for them. None where the element
/// is no field of the form.
fn place(field: &Element) -> Option<String> {
    field.closest(".form").ok()??;
    let own = field.id();
    // Month and day stand beside the year, which has the field's id.
    let id = match own.is_empty() {
        false => own,
        true => {
            let around = field.closest(".field").ok()??;
            around.query_selector("input[id^=f-]").ok()??.id()
        }
    };
    // Ids of ours are digits and letters.
    let plain = |id: &str| id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if !plain(&id) {
        return None;
    }
    if let Some(line) = id.strip_prefix("l-") {
        return Some(format!("[data-place$=\"/{line}\"]"));
    }
    let (item, field) = id.strip_prefix("f-")?.split_once('-')?;
    Some(format!(
        "[data-place=\"{item}/{field}\"], [data-place^=\"{item}/{field}/\"]"
    ))
}

/// The rows with these runs, in their order, on the page that has the first of them.
fn rows(place: &str) -> Vec<Element> {
    let mut rows: Vec<Element> = Vec::new();
    let Some(sheets) = element(".sheets") else {
        return rows;
    };
    let Ok(runs) = sheets.query_selector_all(place) else {
        return rows;
    };
    let mut page = None;
    for run in (0..runs.length()).filter_map(|index| runs.item(index)) {
        let Ok(run) = run.dyn_into::<Element>() else {
            continue;
        };
        let closest = |selector| run.closest(selector).ok().flatten();
        let (Some(row), sheet) = (closest("g[transform]"), closest("svg")) else {
            continue;
        };
        if page.is_none() {
            page.clone_from(&sheet);
        }
        if page == sheet && rows.last() != Some(&row) {
            rows.push(row);
        }
    }
    rows
}

/// Cuts the copy to its text and enlarges it as far as there is room.
fn cut(strip: &HtmlElement, copy: &Element) {
    let width = f64::from(strip.client_width());
    let style = copy.unchecked_ref::<SvgElement>().style();
    let size = |view: &str, wide: f64, high: f64| {
        // Names and lengths are valid, so that they are taken.
        let _ = copy.set_attribute("viewBox", view);
        let _ = style.set_property("inline-size", &format!("{wide}px"));
        let _ = style.set_property("block-size", &format!("{high}px"));
    };
    // A point a pixel, so that it can be measured.
    size(&format!("0 0 {width} 100"), width, 100.0);
    let from = copy.get_bounding_client_rect();
    let Ok(texts) = copy.query_selector_all("text") else {
        return;
    };
    let (mut left, mut top) = (f64::MAX, f64::MAX);
    let (mut right, mut bottom) = (f64::MIN, f64::MIN);
    for text in (0..texts.length()).filter_map(|index| texts.item(index)) {
        let Some(text) = text.dyn_ref::<Element>() else {
            continue;
        };
        let bounds = text.get_bounding_client_rect();
        left = left.min(bounds.left() - from.left());
        right = right.max(bounds.right() - from.left());
        top = top.min(bounds.top() - from.top());
        bottom = bottom.max(bounds.bottom() - from.top());
    }
    if left > right || top > bottom {
        return;
    }
    let (wide, high) = (right - left + 2.0 * AROUND, bottom - top + 2.0 * AROUND);
    let scale = (width / wide).clamp(SCALE.0, SCALE.1);
    let view = format!("{} {} {wide} {high}", left - AROUND, top - AROUND);
    size(&view, wide * scale, high * scale);
}

/// Of a text that is longer than the strip is high, shows the part with the cursor.
fn scroll(strip: &HtmlElement, field: &Element) {
    let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() else {
        return;
    };
    let length = area.value().encode_utf16().count().max(1);
    let cursor = area.selection_end().ok().flatten().unwrap_or_default();
    let more = f64::from(strip.scroll_height() - strip.client_height());
    strip.set_scroll_top((more * f64::from(cursor) / length as f64) as i32);
}
