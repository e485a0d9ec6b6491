//! Documents to begin with.

use cv::{Document, Id, Language, Template};

/// The template of a new document, as a document holds it, in JSON. The browser
/// has no typesetter in this module: it reads what the server wrote to `<html>`.
pub(crate) fn template() -> String {
    #[cfg(feature = "ssr")]
    let template = crate::shell::document_template();
    #[cfg(not(feature = "ssr"))]
    let template = leptos::prelude::document()
        .document_element()
        .and_then(|html| html.get_attribute("data-template"))
        .unwrap_or_default();
    template
}

/// A blank document. Its sections have the same ids on the server and in the
/// browser, and in every blank document: ids are only unique inside one.
pub(crate) fn blank(language: Language) -> Document {
    let template = cv::format::read(&template()).unwrap_or(Template {
        name: String::new(),
        layout: String::new(),
        breaks: None,
    });
    let mut next = 0;
    Document::blank(language, template, || {
        next += 1;
        Id(next)
    })
}
