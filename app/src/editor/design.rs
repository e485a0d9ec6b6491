//! The looks of a CV: what its owner chooses in the panel that the server wrote
//! (`pages/looks.rs`). Its fields are set from the document and read back by
//! their names; each choice is an edit, undone as any other.

use cv::{Color, Design, Edit, Step, Touched, format};
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, HtmlSelectElement};

use super::editing::Editing;
use super::live::Live;
use crate::browser::keep;
use crate::browser::modules::{Lacking, Preview};
use crate::pages::looks::{
    ACCENT, DATES, FIT, FONTS, ICONS, LEVELS, MARGINS, PAGE_NUMBERS, PANEL, RESET, RUNNING_NAME,
    SIZE, SPACING, TEMPLATE,
};

const REST: Duration = Duration::from_millis(300);

fn panel() -> Option<HtmlDialogElement> {
    let panel = document().get_element_by_id(PANEL)?;
    panel.dyn_into().ok()
}

/// The one field of the panel that a selector names.
fn field<T: JsCast>(selector: &str) -> Option<T> {
    let found = panel()?.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

fn input(name: &str) -> Option<HtmlInputElement> {
    field(&format!("input[name={name}]"))
}

fn select(name: &str) -> Option<HtmlSelectElement> {
    field(&format!("select[name={name}]"))
}

fn checked(name: &str) -> Option<HtmlInputElement> {
    field(&format!("input[name={name}]:checked"))
}

/// A template as a document holds it, in JSON. None if there is no such one.
pub(super) fn template(name: &str) -> Option<String> {
    radio(TEMPLATE, name)?.get_attribute("data-template")
}

/// The names of all templates, and what people call them.
pub(super) fn templates() -> Vec<(String, String)> {
    let labels = panel().and_then(|panel| panel.query_selector_all(".template").ok());
    let labels = labels.into_iter();
    labels
        .flat_map(|list| (0..list.length()).filter_map(move |n| list.item(n)))
        .filter_map(|label| {
            let label: Element = label.dyn_into().ok()?;
            let radio = label.query_selector("input").ok()??;
            let title = label.query_selector("strong").ok()??;
            Some((radio.get_attribute("value")?, title.text_content()?))
        })
        .collect()
}

/// Sets the document in another template.
pub(super) fn choose(editing: Editing, name: &str) {
    let json = template(name).and_then(|json| format::read::<cv::Template>(&json).ok());
    if let Some(template) = json {
        keep::set_template(&template.name);
        editing.edit(Edit::SetTemplate { template });
    }
}

/// Whether a template has a second column, which sections can stand in.
pub(super) fn has_side(name: &str) -> bool {
    radio(TEMPLATE, name).is_some_and(|radio| radio.has_attribute("data-side"))
}

/// The choice of a group that has this value.
fn radio(group: &str, value: &str) -> Option<HtmlInputElement> {
    // Values come from files too; a selector takes plain ones alone.
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '#';
    let selector = format!("[name={group}][value=\"{value}\"]");
    value.chars().all(plain).then(|| field(&selector))?
}

/// Opens the panel beside the pages, which stay in sight.
pub(super) fn show(editing: Editing, live: Live) {
    let Some(panel) = panel() else { return };
    fill(editing);
    say("");
    if !panel.open() {
        panel.show();
    }
    spawn_local(gallery(live));
}

/// Draws every template: in other fonts until its own are here, or if they cannot be
/// fetched.
async fn gallery(live: Live) {
    let lacking = draw(live);
    if !lacking.is_empty() && live.bring(&lacking).await.is_ok() {
        draw(live);
    }
}

/// Draws the first page in every template; the faces that are lacking for it.
fn draw(live: Live) -> Vec<Lacking> {
    let templates = panel().and_then(|panel| panel.query_selector_all(".template").ok());
    let templates = templates.into_iter();
    let mut lacking = Vec::new();
    for label in templates.flat_map(|list| (0..list.length()).filter_map(move |n| list.item(n))) {
        let Ok(label) = label.dyn_into::<Element>() else {
            continue;
        };
        let find = |selector| label.query_selector(selector).ok().flatten();
        let (Some(radio), Some(page)) = (find("input"), find(".page")) else {
            continue;
        };
        let name = radio.get_attribute("value").unwrap_or_default();
        // Where there are no pages yet there is a name to choose by.
        if let Some(picture) = live.ask(|preview| preview.thumbnail(&name)) {
            page.set_inner_html(&picture);
        }
        let lacks = live.ask(Preview::thumbnail_lacks).unwrap_or_default();
        for face in format::read::<Vec<Lacking>>(&lacks).unwrap_or_default() {
            if !lacking.contains(&face) {
                lacking.push(face);
            }
        }
    }
    lacking
}

/// From now on does what is chosen, and shows what the document has.
pub(super) fn listen(editing: Editing, live: Live) {
    let soon = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        editing.at(Touched::Look, |_| ());
        if !panel().is_some_and(|panel| panel.open()) {
            return;
        }
        fill(editing);
        // While a slider moves the pages follow, and the small ones when it rests.
        if let Some(timer) = soon.get_value() {
            timer.clear();
        }
        let timer = set_timeout_with_handle(move || spawn_local(gallery(live)), REST);
        soon.set_value(timer.ok());
    });
    let inside = |event: &web_sys::Event| {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let panel = target.closest("dialog").ok()??;
        (panel.id() == PANEL).then_some(target)
    };
    let changed = window_event_listener(ev::input, move |event| {
        let Some(field) = inside(&event) else { return };
        let template = field.get_attribute("data-template");
        match template.map(|template| format::read(&template)) {
            Some(Ok(template)) => {
                let template: cv::Template = template;
                keep::set_template(&template.name);
                editing.edit(Edit::SetTemplate { template });
            }
            Some(Err(_)) => {}
            None => set(editing, read(editing.peek(|d| d.design.clone()))),
        }
        say("");
    });
    let pressed = window_event_listener(ev::click, move |event| {
        let button = inside(&event).and_then(|target| target.closest("button").ok().flatten());
        let Some(button) = button else { return };
        match button.get_attribute("name").as_deref() {
            Some(FIT) => {
                let most = button.get_attribute("value");
                fit(
                    editing,
                    live,
                    most.and_then(|most| most.parse().ok()).unwrap_or(1),
                );
            }
            Some(RESET) => set(editing, Design::default()),
            _ => {}
        }
    });
    let key = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape"
            && let Some(panel) = panel().filter(|panel| panel.open())
        {
            panel.close();
        }
    });
    on_cleanup(move || {
        changed.remove();
        pressed.remove();
        key.remove();
    });
}

fn set(editing: Editing, design: Design) {
    if editing.peek(|document| document.design != design) {
        editing.edit(Edit::SetDesign { design });
    }
}

/// The choices of the panel; what it does not show stays as it was.
fn read(before: Design) -> Design {
    let step = |name: &str, before| {
        let steps = input(name).and_then(|input| input.value().parse().ok());
        steps.and_then(Step::new).unwrap_or(before)
    };
    let on = |name: &str, before| input(name).map_or(before, |input| input.checked());
    let fonts = select(FONTS);
    // A value is written in the panel as it is in documents.
    fn chosen<T: serde::de::DeserializeOwned>(name: &str, before: Option<T>) -> Option<T> {
        match select(name) {
            Some(select) => serde_json::from_value(select.value().into()).ok(),
            None => before,
        }
    }
    let accent = checked(ACCENT).map(|radio| Color::try_from(radio.value()).ok());
    Design {
        page_numbers: on(PAGE_NUMBERS, before.page_numbers),
        running_name: on(RUNNING_NAME, before.running_name),
        size: step(SIZE, before.size),
        spacing: step(SPACING, before.spacing),
        margins: step(MARGINS, before.margins),
        accent: accent.unwrap_or(before.accent),
        fonts: match fonts {
            Some(select) => Some(select.value()).filter(|name| !name.is_empty()),
            None => before.fonts,
        },
        icons: match input(ICONS).map(|input| input.checked()) {
            // Not to be there is what is usual.
            Some(false) if before.icons.is_none() => None,
            Some(on) => Some(on),
            None => before.icons,
        },
        dates: chosen(DATES, before.dates),
        levels: chosen(LEVELS, before.levels),
    }
}

/// Sets the panel's fields to what the document has.
fn fill(editing: Editing) {
    let (name, design) = editing.peek(|d| (d.template.name.clone(), d.design.clone()));
    let choose = |group: &str, value: &str| {
        if let Some(radio) = radio(group, value) {
            radio.set_checked(true);
        } else if let Some(radio) = checked(group) {
            // A colour of another program's choosing.
            radio.set_checked(false);
        }
    };
    choose(TEMPLATE, &name);
    let accent = design.accent.map(String::from).unwrap_or_default();
    choose(ACCENT, &accent);
    for (name, step) in [
        (SIZE, design.size),
        (SPACING, design.spacing),
        (MARGINS, design.margins),
    ] {
        if let Some(input) = input(name) {
            input.set_value(&step.steps().to_string());
        }
    }
    for (name, on) in [
        (PAGE_NUMBERS, design.page_numbers),
        (RUNNING_NAME, design.running_name),
        (ICONS, design.icons.unwrap_or(false)),
    ] {
        if let Some(input) = input(name) {
            input.set_checked(on);
        }
    }
    fn written<T: serde::Serialize>(value: T) -> String {
        let value = serde_json::to_value(value).ok();
        let text = value.as_ref().and_then(serde_json::Value::as_str);
        text.unwrap_or_default().to_owned()
    }
    for (name, value) in [
        (FONTS, design.fonts.unwrap_or_default()),
        (DATES, written(design.dates)),
        (LEVELS, written(design.levels)),
    ] {
        if let Some(select) = select(name) {
            select.set_value(&value);
        }
    }
}

/// Chooses the gentlest design that fits on so many pages, and says which; or
/// says by how much the text is too long for any.
pub(super) fn fit(editing: Editing, live: Live, most: usize) {
    let Some(answer) = live.ask(|preview| preview.fit(most)) else {
        return;
    };
    let words = |name: &str| {
        let output = field::<Element>("output");
        let words = output.and_then(|output| output.get_attribute(name));
        words
            .unwrap_or_default()
            .replace("{pages}", &most.to_string())
    };
    let Ok(design) = format::read::<Design>(&answer) else {
        let lines = live.ask(|preview| preview.lines_after(most));
        let lines = lines.unwrap_or_default().to_string();
        say(&words("data-beyond").replace("{lines}", &lines));
        return;
    };
    if editing.peek(|document| document.design == design) {
        say(&words("data-as-it-is"));
        return;
    }
    let mut text = words("data-fits");
    for (name, step) in [
        ("{size}", design.size),
        ("{spacing}", design.spacing),
        ("{margins}", design.margins),
    ] {
        text = text.replace(name, &step.steps().to_string());
    }
    set(editing, design);
    say(&text);
}

fn say(text: &str) {
    if let Some(output) = field::<Element>("output") {
        output.set_text_content(Some(text));
    }
}
