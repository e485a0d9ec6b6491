//! Whether this browser rounds the widths of glyphs to whole pixels, as WebKit does
//! on Linux, whatever the style says. Then text ends elsewhere than on paper.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, SvgTextContentElement};

/// Letters whose widths are whole at no size that browsers have them at by chance.
const LETTERS: &str = "mildwark";

/// Looks at some letters of the pages' style, in whichever font is there.
pub(crate) fn rounds(document: &Document) -> bool {
    let Some(body) = document.body() else {
        return false;
    };
    let measured = shown(document, &body).map(|probe| {
        let rounds = whole(&probe);
        probe.remove();
        rounds
    });
    measured.unwrap_or(false)
}

/// The letters at the end of the page, where nobody sees them.
fn shown(document: &Document, body: &HtmlElement) -> Option<HtmlElement> {
    let probe: HtmlElement = document.create_element("div").ok()?.unchecked_into();
    probe.set_class_name("page");
    probe.set_attribute("aria-hidden", "true").ok()?;
    let style = probe.style();
    style.set_property("position", "absolute").ok()?;
    style.set_property("visibility", "hidden").ok()?;
    probe.set_inner_html(&format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">\
         <text font-size=\"9.7\">{LETTERS}</text></svg>"
    ));
    body.append_child(&probe).ok()?;
    Some(probe)
}

/// Whether every letter is some whole pixels wide.
fn whole(probe: &Element) -> bool {
    let Ok(Some(text)) = probe.query_selector("text") else {
        return false;
    };
    let text: SvgTextContentElement = text.unchecked_into();
    let mut letters = (0..LETTERS.len() as u32).map(|at| text.get_sub_string_length(at, 1));
    letters.all(|width| width.is_ok_and(|width| width > 0.0 && width.fract() == 0.0))
}
