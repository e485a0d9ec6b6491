//! A modal dialog: the browser's own `<dialog>`, which keeps the focus inside,
//! closes on Escape and gives the focus back.

use leptos::html;
use leptos::prelude::*;

#[component]
pub(crate) fn Dialog(
    /// Whether it is open. Closing by Escape or by a click outside clears it.
    open: RwSignal<bool>,
    /// The heading, which also names the dialog.
    #[prop(into)]
    title: Signal<String>,
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            // It fails only on an element that is not in the page.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // A drag that ends outside, as of a selection, is no press on the outside.
    let pressed_outside = StoredValue::new(false);
    let outside = move |event: &web_sys::MouseEvent| {
        dialog.get_untracked().is_some_and(|dialog| {
            event
                .target()
                .is_some_and(|target| &target == AsRef::<web_sys::EventTarget>::as_ref(&*dialog))
        })
    };
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-label=title
            on:close=move |_| open.set(false)
            on:mousedown=move |event| pressed_outside.set_value(outside(&event))
            on:click=move |event| {
                if pressed_outside.get_value() && outside(&event) {
                    open.set(false);
                }
            }
        >
            // What a dialog shows is made when it opens, so that it is fresh.
            <Show when=move || open.get()>
                <div class="dialog-body">
                    <h2>{title}</h2>
                    {children()}
                </div>
            </Show>
        </dialog>
    }
}
