//! Quiet words in the form beside what the chosen view hides.
//!
//! The form knows nothing of them: this code comes later and puts them into the
//! elements that are there.

use cv::{Id, Unseen};
use leptos::prelude::*;
use texts::{Lang, seen as t};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::editor::field::element_id;

/// What all of them have.
const MARK: &str = "data-unseen";

/// Has these marked and nothing else. What is folded away has its mark when it is
/// unfolded and marked again.
pub(super) fn set(hidden: &[Unseen], lang: Lang) {
    let mut kept: Vec<Element> = Vec::new();
    for unseen in hidden {
        let words = match unseen {
            Unseen::Part(..) => t::mark_part(lang),
            _ => t::mark(lang),
        };
        if let Some(mark) = place(*unseen).and_then(|place| marked(&place, words)) {
            kept.push(mark);
        }
    }
    let Ok(all) = document().query_selector_all(&format!("[{MARK}]")) else {
        return;
    };
    for at in 0..all.length() {
        let mark = all
            .item(at)
            .and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(mark) = mark.filter(|mark| !kept.contains(mark)) {
            mark.remove();
        }
    }
}

/// The mark of a place, made unless it is there.
fn marked(place: &Element, words: &str) -> Option<Element> {
    let there = place.query_selector(&format!(":scope > [{MARK}]")).ok()?;
    let mark = match there {
        Some(mark) => mark,
        None => {
            let mark = document().create_element("p").ok()?;
            mark.set_class_name("mark");
            mark.set_attribute(MARK, "").ok()?;
            place.append_child(&mark).ok()?;
            mark
        }
    };
    if mark.text_content().as_deref() != Some(words) {
        mark.set_text_content(Some(words));
    }
    Some(mark)
}

fn place(unseen: Unseen) -> Option<Element> {
    let find = |selector: &str| document().query_selector(selector).ok().flatten();
    match unseen {
        Unseen::Photo => find(".photo-place"),
        Unseen::Section(section) => find(&format!("#s-{section}"))?
            .closest(".section-head")
            .ok()
            .flatten(),
        Unseen::Item(item) => find(&format!("#i-{item}"))?
            .closest(".item-head")
            .ok()
            .flatten(),
        Unseen::Field(item, field) | Unseen::Part(item, field) => {
            let control = find(&format!("#{}", element_id(item, field)));
            let head = || match item {
                Id::BASICS => None,
                // Folded away, its entry says it.
                _ => find(&format!("#i-{item}"))?
                    .closest(".item-head")
                    .ok()
                    .flatten(),
            };
            match control {
                Some(control) => control.closest(".field").ok().flatten(),
                None => head(),
            }
        }
    }
}
