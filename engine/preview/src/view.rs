//! The pages as elements: a box for each, and within those near the window
//! their rows.

use std::cell::RefCell;
use std::rc::Rc;

use typeset::Pages;
use typeset::svg::Fixed;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{AddEventListenerOptions, Document, Element, HtmlElement, ResizeObserver, Window};

use crate::patch::Sheet;

/// So many pages are always there: what a person sees first, and what the
/// tests of a short document look at.
const ALWAYS: usize = 3;

/// The pages within their container. Ends its listening when dropped.
pub(crate) struct View {
    state: Rc<RefCell<State>>,
    window: Window,
    moved: Closure<dyn FnMut()>,
    resized: ResizeObserver,
}

struct State {
    window: Window,
    document: Document,
    container: Element,
    label: Option<String>,
    boxes: Vec<Boxed>,
    /// Shared with who set them: a key in a long document copies no list of rows.
    pages: Option<Rc<Pages>>,
    photo: Option<String>,
}

/// A page's box, and its content if it is near the window.
struct Boxed {
    element: HtmlElement,
    sheet: Option<Sheet>,
}

impl View {
    /// Nothing, if there is no window: outside a browser.
    pub(crate) fn new(container: &Element, label: Option<String>) -> Option<View> {
        let window = web_sys::window()?;
        let document = window.document()?;
        container.set_text_content(None);
        let state = Rc::new(RefCell::new(State {
            window: window.clone(),
            document,
            container: container.clone(),
            label,
            boxes: Vec::new(),
            pages: None,
            photo: None,
        }));
        let weak = Rc::downgrade(&state);
        let moved = Closure::<dyn FnMut()>::new(move || {
            // What changes the pages from within a change is seen by the change
            // itself.
            if let Some(state) = weak.upgrade()
                && let Ok(mut state) = state.try_borrow_mut()
            {
                state.draw(true);
            }
        });
        // Pages may scroll in any element around them, and scrolling does not
        // bubble: listen where every event passes on its way down.
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        let callback = moved.as_ref().unchecked_ref();
        window
            .add_event_listener_with_callback_and_add_event_listener_options(
                "scroll", callback, &options,
            )
            .ok()?;
        // Also tells when the container comes into sight, as a tab does.
        let resized = ResizeObserver::new(callback).ok()?;
        resized.observe(container);
        Some(View {
            state,
            window,
            moved,
            resized,
        })
    }

    /// Shows pages, changing as little as it can.
    pub(crate) fn show(&self, pages: &Rc<Pages>, photo: Option<&str>) {
        if let Ok(mut state) = self.state.try_borrow_mut() {
            if state.photo.as_deref() != photo {
                state.photo = photo.map(str::to_owned);
            }
            state.show(pages);
        }
    }
}

impl Drop for View {
    fn drop(&mut self) {
        self.resized.disconnect();
        let callback = self.moved.as_ref().unchecked_ref();
        // A listener that cannot be removed finds no state and does nothing.
        let _ = self
            .window
            .remove_event_listener_with_callback_and_bool("scroll", callback, true);
    }
}

impl State {
    fn show(&mut self, pages: &Rc<Pages>) {
        let count = pages.pages.len();
        let same = self.boxes.len() == count
            && self
                .pages
                .as_ref()
                .is_some_and(|old| (old.width, old.height) == (pages.width, pages.height));
        self.pages = Some(Rc::clone(pages));
        if !same {
            self.lay_out(count);
        }
        self.draw(!same);
    }

    /// As many boxes as there are pages, in their size.
    fn lay_out(&mut self, count: usize) {
        for extra in self.boxes.drain(count.min(self.boxes.len())..) {
            extra.element.remove();
        }
        while self.boxes.len() < count {
            let Some(element) = self.new_box() else {
                return;
            };
            self.boxes.push(Boxed {
                element,
                sheet: None,
            });
        }
        let Some(pages) = &self.pages else {
            return;
        };
        let ratio = format!("{} / {}", Fixed(pages.width), Fixed(pages.height));
        for (index, boxed) in self.boxes.iter().enumerate() {
            // Neither fails for names that are valid.
            if let Some(label) = &self.label {
                let label = label
                    .replace("{pages}", &count.to_string())
                    .replace("{page}", &(index + 1).to_string());
                let _ = boxed.element.set_attribute("aria-label", &label);
            }
            let _ = boxed.element.style().set_property("aspect-ratio", &ratio);
        }
    }

    fn new_box(&self) -> Option<HtmlElement> {
        let element: HtmlElement = self.document.create_element("div").ok()?.unchecked_into();
        element.set_class_name("page");
        element.set_attribute("role", "group").ok()?;
        self.container.append_child(&element).ok()?;
        Some(element)
    }

    /// Draws the pages near the window and empties the others. Where pages are
    /// is asked only if something may have moved them: asking makes the browser
    /// lay out the site.
    fn draw(&mut self, moved: bool) {
        let Some(pages) = &self.pages else {
            return;
        };
        let photo = self.photo.as_deref();
        let window = self.window.inner_height().ok().and_then(|h| h.as_f64());
        let near = |boxed: &Boxed| {
            let Some(window) = window else {
                return true;
            };
            let place = boxed.element.get_bounding_client_rect();
            place.height() > 0.0 && place.bottom() > -window && place.top() < 2.0 * window
        };
        let wanted: Vec<bool> = self
            .boxes
            .iter()
            .enumerate()
            .map(|(index, boxed)| match moved {
                _ if index < ALWAYS => true,
                true => near(boxed),
                false => boxed.sheet.is_some(),
            })
            .collect();
        for (index, boxed) in self.boxes.iter_mut().enumerate() {
            if !wanted[index] {
                if let Some(sheet) = boxed.sheet.take() {
                    sheet.remove();
                }
                continue;
            }
            let sheet = match boxed.sheet.take() {
                Some(sheet) => Some(sheet),
                None => Sheet::new(&self.document, &boxed.element).ok(),
            };
            boxed.sheet = sheet.and_then(|mut sheet| {
                let drawn: Result<(), JsValue> = sheet.show(pages, index, photo);
                match drawn {
                    Ok(()) => Some(sheet),
                    // Somebody else changed the elements: draw them anew.
                    Err(_) => {
                        sheet.remove();
                        let mut sheet = Sheet::new(&self.document, &boxed.element).ok()?;
                        sheet.show(pages, index, photo).ok().map(|()| sheet)
                    }
                }
            });
        }
    }
}
