//! The language of the site, as opposed to that of a document.
//!
//! The server chooses it (cookie, else `Accept-Language`) and writes it to
//! `<html lang>`; the browser reads it from there, so that both render the
//! same words. It is fixed while a page lives: choosing another one sets the
//! cookie and loads the page anew.

use leptos::prelude::*;
pub use texts::Lang;

/// The cookie that remembers a choice. Set only when a person chooses.
pub const COOKIE: &str = privacy::Stored::Lang.name();

/// The language of the page being rendered.
pub fn lang() -> Lang {
    use_context::<Lang>().unwrap_or(Lang::En)
}

/// The language that the server rendered the current page in.
pub fn of_page() -> Lang {
    document()
        .document_element()
        .and_then(|html| html.get_attribute("lang"))
        .and_then(|tag| Lang::from_tag(&tag))
        .unwrap_or(Lang::En)
}

/// The document language that a person who reads the site in `lang` starts with.
pub fn document_language(lang: Lang) -> cv::Language {
    match lang {
        Lang::Sv => cv::Language::Swedish,
        Lang::En => cv::Language::English,
    }
}
