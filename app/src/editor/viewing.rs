//! How the editor is arranged: form and pages side by side or one of them alone, how
//! large the pages are, light or dark, and which commands were used last.
//!
//! It is chosen with buttons and commands, for this tab, and remembered until the tab
//! is closed. The style sheet does the rest: it reads attributes that are set here.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use texts::{Lang, commands as t};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::form::Announcer;
use super::tabs::{Tab, Tabs};
use crate::browser::keep;

mod bar;
mod line;

pub(super) use bar::{Modes, Zooming};
pub(super) use line::EditedLine;

/// The sizes that buttons lead through, in per cent of paper.
const STEPS: [u16; 10] = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200];
/// So many commands are remembered.
const RECENT: usize = 6;
/// CSS pixels in a point.
const PIXELS: f64 = 96.0 / 72.0;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Mode {
    #[default]
    Both,
    Form,
    Pages,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Zoom {
    /// As wide as there is room.
    #[default]
    Width,
    /// A whole page is in sight.
    Whole,
    /// Of its size on paper.
    Percent(u16),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Theme {
    /// As the device has it.
    #[default]
    System,
    Light,
    Dark,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Chosen {
    mode: Mode,
    zoom: Zoom,
    theme: Theme,
    /// Commands by their names, the last one first.
    recent: Vec<String>,
}

/// A handle on it; copies are the same one.
#[derive(Clone, Copy)]
pub(super) struct Viewing {
    chosen: RwSignal<Chosen>,
    announcer: Announcer,
    lang: Lang,
}

impl Viewing {
    pub(super) fn new(announcer: Announcer, lang: Lang) -> Viewing {
        let kept = keep::view();
        let chosen = kept.and_then(|kept| cv::format::read(&kept).ok());
        Viewing {
            chosen: RwSignal::new(chosen.unwrap_or_default()),
            announcer,
            lang,
        }
    }

    /// From now on shows what is chosen, and remembers it.
    pub(super) fn start(self, tabs: Tabs) {
        Effect::new(move |before: Option<()>| {
            self.chosen.with(|chosen| {
                show(chosen);
                // What nobody has chosen is not remembered.
                if before.is_some()
                    && let Ok(json) = serde_json::to_string(chosen)
                {
                    keep::set_view(&json);
                }
            });
        });
        // Whoever is led to a field wants to see it. This runs before the form moves
        // the cursor, for the tab is chosen before the field is.
        Effect::new(move |before: Option<()>| {
            let tab = tabs.0.get();
            if before.is_some() && tab == Tab::Form && self.mode_now() == Mode::Pages {
                self.chosen.update(|chosen| chosen.mode = Mode::Both);
                self.chosen.with_untracked(show);
            }
        });
    }

    pub(super) fn mode(self) -> Mode {
        self.chosen.with(|chosen| chosen.mode)
    }

    pub(super) fn mode_now(self) -> Mode {
        self.chosen.with_untracked(|chosen| chosen.mode)
    }

    pub(super) fn set_mode(self, mode: Mode) {
        self.chosen.update(|chosen| chosen.mode = mode);
        self.announcer.say(match mode {
            Mode::Both => t::said_both(self.lang),
            Mode::Form => t::said_form(self.lang),
            Mode::Pages => t::said_pages(self.lang),
        });
    }

    /// On a phone from one tab to the other, elsewhere to the next arrangement.
    pub(super) fn switch(self, tabs: Tabs) {
        if is_narrow("60rem") {
            return tabs.switch();
        }
        self.set_mode(match self.mode_now() {
            Mode::Both => Mode::Form,
            Mode::Form => Mode::Pages,
            Mode::Pages => Mode::Both,
        });
    }

    pub(super) fn zoom(self) -> Zoom {
        self.chosen.with(|chosen| chosen.zoom)
    }

    pub(super) fn set_zoom(self, zoom: Zoom) {
        self.chosen.update(|chosen| chosen.zoom = zoom);
    }

    /// To the next size up or down from the one that is seen.
    pub(super) fn step(self, larger: bool) {
        let Some(percent) = stepped(seen(), larger) else {
            return;
        };
        self.set_zoom(Zoom::Percent(percent));
        self.announcer.say(t::said_zoom(self.lang, percent));
    }

    pub(super) fn theme_now(self) -> Theme {
        self.chosen.with_untracked(|chosen| chosen.theme)
    }

    pub(super) fn set_theme(self, theme: Theme) {
        self.chosen.update(|chosen| chosen.theme = theme);
    }

    pub(super) fn recent(self) -> Vec<String> {
        self.chosen.with_untracked(|chosen| chosen.recent.clone())
    }

    pub(super) fn used(self, command: &str) {
        self.chosen.update(|chosen| {
            chosen.recent.retain(|recent| recent != command);
            chosen.recent.insert(0, command.to_owned());
            chosen.recent.truncate(RECENT);
        });
    }
}

/// Whether the window is narrower than a length of CSS.
fn is_narrow(width: &str) -> bool {
    let asked = window().match_media(&format!("(width < {width})"));
    asked.ok().flatten().is_some_and(|query| query.matches())
}

fn element(selector: &str) -> Option<HtmlElement> {
    let found = document().query_selector(selector).ok().flatten()?;
    found.dyn_into().ok()
}

/// Tells the style sheet. Attributes with fixed, valid names are always taken.
fn show(chosen: &Chosen) {
    let set = |element: &Element, name: &str, value: Option<&str>| {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    };
    if let Some(html) = document().document_element() {
        let theme = match chosen.theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        set(&html, "data-theme", theme);
    }
    if let Some(editor) = element(".editor") {
        let mode = match chosen.mode {
            Mode::Both => None,
            Mode::Form => Some("form"),
            Mode::Pages => Some("pages"),
        };
        set(&editor, "data-mode", mode);
    }
    if let Some(sheets) = element(".sheets") {
        enlarge(&sheets, chosen.zoom);
    }
}

/// Shows the pages in a size, with the same place in the middle as before.
fn enlarge(sheets: &HtmlElement, zoom: Zoom) {
    let name = match zoom {
        Zoom::Width => None,
        Zoom::Whole => Some("whole".to_owned()),
        Zoom::Percent(percent) => Some(percent.to_string()),
    };
    if sheets.get_attribute("data-zoom") == name {
        return;
    }
    let middle = |sheets: &HtmlElement| f64::from(sheets.client_height()) / 2.0;
    let place = (f64::from(sheets.scroll_top()) + middle(sheets))
        / f64::from(sheets.scroll_height().max(1));
    let _ = match &name {
        Some(name) => sheets.set_attribute("data-zoom", name),
        None => sheets.remove_attribute("data-zoom"),
    };
    let style = sheets.style();
    let _ = match zoom {
        Zoom::Percent(percent) => {
            style.set_property("--zoom", &(f64::from(percent) / 100.0).to_string())
        }
        _ => style.remove_property("--zoom").map(drop),
    };
    let top = place * f64::from(sheets.scroll_height()) - middle(sheets);
    sheets.set_scroll_top(top as i32);
    // Other pages may have come into sight: they are drawn when something scrolls.
    if let Ok(event) = web_sys::Event::new("scroll") {
        let _ = sheets.dispatch_event(&event);
    }
}

/// How large the pages are at the moment, in per cent of paper.
fn seen() -> f64 {
    let page = element(".sheets .page");
    let width = page.map(|page| page.get_bounding_client_rect().width());
    let on_paper = match element(".sheets.letter") {
        Some(_) => 612.0,
        None => 595.276,
    };
    width.map_or(100.0, |width| 100.0 * width / (on_paper * PIXELS))
}

/// The next step from a size that may be none; none at the ends.
fn stepped(percent: f64, larger: bool) -> Option<u16> {
    // What differs by less than a pixel is the same.
    let mut steps = STEPS.into_iter();
    match larger {
        true => steps.find(|step| f64::from(*step) > percent + 0.5),
        false => steps.rfind(|step| f64::from(*step) < percent - 0.5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_up_and_down_in_steps_from_wherever_they_are() {
        assert_eq!(stepped(100.0, true), Some(110));
        assert_eq!(stepped(100.3, false), Some(90));
        assert_eq!(stepped(93.0, true), Some(100));
        assert_eq!(stepped(93.0, false), Some(90));
        assert_eq!(stepped(200.0, true), None);
        assert_eq!(stepped(31.0, false), None);
        assert_eq!(stepped(31.0, true), Some(50));
    }

    #[test]
    fn what_an_older_page_has_remembered_is_read_as_far_as_it_goes() {
        let chosen: Chosen = cv::format::read(r#"{"mode":"pages","more":1}"#).unwrap();
        assert_eq!(chosen.mode, Mode::Pages);
        assert_eq!(chosen.zoom, Zoom::Width);
        let written = serde_json::to_string(&Chosen {
            zoom: Zoom::Percent(125),
            ..chosen.clone()
        })
        .unwrap();
        let read: Chosen = cv::format::read(&written).unwrap();
        assert_eq!(read.zoom, Zoom::Percent(125));
    }
}
