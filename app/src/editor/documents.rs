//! Documents to begin with.

use cv::{Document, Id, Language, Template};

use crate::browser::random;

/// The template of a new document. The browser has no typesetter in this
/// module: it reads what the server wrote to `<html>`.
pub(crate) fn template() -> Template {
    #[cfg(feature = "ssr")]
    let template = typeset::template::default().for_document();
    #[cfg(not(feature = "ssr"))]
    let template = leptos::prelude::document()
        .document_element()
        .and_then(|html| html.get_attribute("data-template"))
        .and_then(|json| serde_json::from_str(&json).ok())
        .unwrap_or(Template {
            name: String::new(),
            layout: String::new(),
            breaks: None,
        });
    template
}

/// A blank document. Its sections have the same ids on the server and in the
/// browser, and in every blank document: ids are only unique inside one.
pub(crate) fn blank(language: Language) -> Document {
    let mut next = 0;
    Document::blank(language, template(), || {
        next += 1;
        Id(next)
    })
}

/// The full example in a language.
pub(crate) fn example(language: Language) -> Document {
    cv::example(language, template(), random::id)
}
