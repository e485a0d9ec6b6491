//! Putting things in another order, by pointer and by keyboard, the same way
//! for sections, items and lines.
//!
//! A list marks itself with `data-list`, its entries with `data-entry` (their
//! id). A [`Handle`] in an entry is a button: arrow keys move the entry one
//! place, dragging it moves it to where the pointer lets go. While dragging, a
//! line shows where the entry would land; nothing else moves, so the page stays
//! calm and the pointer never loses its target.

use cv::{Id, Place};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

use super::icon::{Icon, Shape};
use crate::editor::told;

/// A button that moves the entry around it.
#[component]
pub(crate) fn Handle(
    /// The entry's id.
    entry: Id,
    /// What the button is called: "Move Pied Piper".
    #[prop(into)]
    label: Signal<String>,
    /// The ids of the list, in order.
    #[prop(into)]
    order: Callback<(), Vec<Id>>,
    /// Does the move.
    #[prop(into)]
    relocate: Callback<Place>,
) -> impl IntoView {
    let dragging = RwSignal::new(false);
    let on_keydown = move |event: KeyboardEvent| {
        let order = order.run(());
        let place = match event.key().as_str() {
            "ArrowUp" => up(&order, entry),
            "ArrowDown" => down(&order, entry),
            _ => return,
        };
        event.prevent_default();
        // The entry around listens for the same keys.
        event.stop_propagation();
        if let Some(place) = place {
            relocate.run(place);
            keep_focus();
        }
    };
    let on_pointerdown = move |event: PointerEvent| {
        if event.button() != 0 {
            return;
        }
        if let Some(handle) = element(&event) {
            // Without capture the drag ends when the pointer leaves the handle.
            let _ = handle.set_pointer_capture(event.pointer_id());
            dragging.set(true);
        }
    };
    let on_pointermove = move |event: PointerEvent| {
        if dragging.get_untracked()
            && let Some((list, target)) = landing(&event)
        {
            event.prevent_default();
            mark(&list, entry, target);
        }
    };
    let on_pointerup = move |event: PointerEvent| {
        if !dragging.get_untracked() {
            return;
        }
        dragging.set(false);
        if let Some((list, target)) = landing(&event) {
            clear(&list);
            let order = order.run(());
            let place = target.map_or(Place::First, Place::After);
            let stays = place == Place::After(entry)
                || order.iter().position(|id| *id == entry) == after_index(&order, place);
            if !stays {
                relocate.run(place);
            }
        }
    };
    let on_cancel = move |event: PointerEvent| {
        dragging.set(false);
        if let Some(list) = element(&event).and_then(|e| e.closest("[data-list]").ok().flatten()) {
            clear(&list);
        }
    };
    view! {
        <button
            type="button"
            class="handle"
            class:dragging=dragging
            aria-label=told(move || label.get())
            title=told(move || label.get())
            on:keydown=on_keydown
            on:pointerdown=on_pointerdown
            on:pointermove=on_pointermove
            on:pointerup=on_pointerup
            on:pointercancel=on_cancel
        >
            <Icon shape=Shape::Handle/>
        </button>
    }
}

/// Leaves the focus where it is although entries are put in another order: the
/// browser takes it from an element that is moved in the page. Whoever has taken it
/// meanwhile keeps it.
pub(crate) fn keep_focus() {
    let active = document().active_element();
    let Some(active) = active.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // Before the next frame is drawn, so that no key goes elsewhere.
    spawn_local(async move {
        tick().await;
        let nobodys = document().active_element() == document().body().map(Element::from);
        if nobodys && active.is_connected() {
            let _ = active.focus();
        }
    });
}

/// Where the entry before `entry` begins, or `None` if it is the first.
pub(crate) fn up(order: &[Id], entry: Id) -> Option<Place> {
    let at = order.iter().position(|id| *id == entry)?;
    match at {
        0 => None,
        1 => Some(Place::First),
        _ => Some(Place::After(order[at - 2])),
    }
}

/// After the entry that follows `entry`, or `None` if it is the last.
pub(crate) fn down(order: &[Id], entry: Id) -> Option<Place> {
    let at = order.iter().position(|id| *id == entry)?;
    order.get(at + 1).map(|next| Place::After(*next))
}

/// The index that something at `place` has in a list without gaps.
fn after_index(order: &[Id], place: Place) -> Option<usize> {
    match place {
        Place::First => Some(0),
        Place::After(id) => order.iter().position(|o| *o == id).map(|i| i + 1),
    }
}

fn element(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

/// The list around the handle, and the entry after which the pointer is.
fn landing(event: &PointerEvent) -> Option<(Element, Option<Id>)> {
    let list = element(event)?.closest("[data-list]").ok()??;
    let y = f64::from(event.client_y());
    let x = f64::from(event.client_x());
    let mut target = None;
    for entry in entries(&list) {
        let bounds = entry.get_bounding_client_rect();
        // In a row of words the horizontal middle decides, elsewhere the vertical.
        let below = y > bounds.bottom();
        let beside = y >= bounds.top() && list.has_attribute("data-row");
        let passed = match beside {
            true => below || x > bounds.left() + bounds.width() / 2.0,
            false => y > bounds.top() + bounds.height() / 2.0,
        };
        if passed {
            target = entry
                .get_attribute("data-entry")
                .and_then(|id| id.parse().ok());
        }
    }
    Some((list, target))
}

/// Shows where the entry would land.
fn mark(list: &Element, moving: Id, target: Option<Id>) {
    for (i, entry) in entries(list).enumerate() {
        let id = entry
            .get_attribute("data-entry")
            .and_then(|id| id.parse::<Id>().ok());
        let classes = entry.class_list();
        let here = id.is_some() && id == target;
        let first = target.is_none() && i == 0;
        // Class names without spaces are always accepted.
        let _ = classes.toggle_with_force("lands-after", here);
        let _ = classes.toggle_with_force("lands-before", first);
        let _ = classes.toggle_with_force("moving", id == Some(moving));
    }
}

fn clear(list: &Element) {
    for entry in entries(list) {
        let _ = entry
            .class_list()
            .remove_3("lands-after", "lands-before", "moving");
    }
}

/// The entries of this list, not of lists inside its entries.
fn entries(list: &Element) -> impl Iterator<Item = Element> {
    let children = list.children();
    (0..children.length())
        .filter_map(move |i| children.item(i))
        .filter(|child| child.has_attribute("data-entry"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_up_and_down() {
        let order = [Id(1), Id(2), Id(3)];
        assert_eq!(up(&order, Id(1)), None);
        assert_eq!(up(&order, Id(2)), Some(Place::First));
        assert_eq!(up(&order, Id(3)), Some(Place::After(Id(1))));
        assert_eq!(down(&order, Id(1)), Some(Place::After(Id(2))));
        assert_eq!(down(&order, Id(3)), None);
    }
}
