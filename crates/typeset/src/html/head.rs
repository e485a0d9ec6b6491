//! The head of a page: what browsers, search engines and previews of links are told.

use std::fmt::Write as _;

use cv::{Field, Kind, Language, Shown};

use super::{Links, PICTURE, linked};
use crate::layout::clean;
use crate::svg::Escaped;
use crate::template::{content, words};

/// Characters of a title or a description: more of them nothing shows.
const MOST: usize = 160;

/// The site's icon.
const ICON: &str = "<link rel=\"icon\" href=\"/icons/merit.svg\" type=\"image/svg+xml\">\n";

/// Writes a document up to its style sheet. A page of a site has what surrounds it
/// there; a file has not.
pub(super) fn write(out: &mut String, shown: Shown<'_>, links: &Links<'_>, site: bool) {
    let lang = shown.language();
    let (title, description) = titles(shown);
    let direction = if lang.is_rtl() { " dir=\"rtl\"" } else { "" };
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\"{direction}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n\
         <meta name=\"description\" content=\"{}\">\n",
        lang.tag(),
        Escaped(&title),
        Escaped(&description),
    );
    if !links.index {
        out.push_str("<meta name=\"robots\" content=\"noindex, noarchive\">\n");
    }
    if !site {
        return;
    }
    out.push_str(ICON);
    relations(out, links);
    preview(out, lang, links, [&title, &description]);
    linked::write(out, shown);
}

/// The title and the description.
fn titles(shown: Shown<'_>) -> (String, String) {
    let lang = shown.language();
    let line = |field| clean::line(shown.basics().text(field));
    let (name, label) = (line(Field::Name), line(Field::Label));
    let title = match (name.as_str(), label.as_str()) {
        (name, "") => content::title(shown, name),
        // A letter says what it is, as its owner's CV says what they are.
        (name, _) if shown.kind() == Kind::Letter => content::title(shown, name),
        ("", text) => text.to_owned(),
        (name, label) => format!("{name} – {label}"),
    };
    let description = match (name.as_str(), label.as_str()) {
        ("", "") => content::title(shown, ""),
        (name, "") => words::page_description(lang, name),
        (_, label) => label.to_owned(),
    };
    (start(&title), start(&description))
}

/// The start of a text that may be longer than anything shows.
fn start(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
    }
}

/// The same elsewhere: at its own address, in other languages, as files.
fn relations(out: &mut String, links: &Links<'_>) {
    if let Some(here) = links.here {
        let _ = writeln!(out, "<link rel=\"canonical\" href=\"{}\">", Escaped(here));
    }
    if links.variants.len() > 1 {
        for variant in links.variants {
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">",
                variant.language.tag(),
                Escaped(variant.address)
            );
        }
    }
    let files = [
        (links.pdf, "application/pdf"),
        (links.vcard, "text/vcard"),
        (links.text, "text/plain"),
        (links.json, "application/json"),
    ];
    for (address, kind) in files {
        if let Some(address) = address {
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" type=\"{kind}\" href=\"{}\">",
                Escaped(address)
            );
        }
    }
}

/// What is shown where somebody sends the link to somebody (Open Graph), the picture
/// large where there is a choice.
fn preview(out: &mut String, lang: Language, links: &Links<'_>, [title, description]: [&str; 2]) {
    let Some(here) = links.here else { return };
    let [width, height] = PICTURE.map(|side| side.to_string());
    let locale = territory(lang);
    let mut all = vec![
        ("og:type", "profile"),
        ("og:title", title),
        ("og:description", description),
        ("og:url", here),
        ("og:locale", locale),
    ];
    if let Some(picture) = links.picture {
        all.extend([
            ("og:image", picture),
            ("og:image:type", "image/png"),
            ("og:image:width", width.as_str()),
            ("og:image:height", height.as_str()),
            ("og:image:alt", title),
        ]);
    }
    for (name, content) in all {
        let _ = writeln!(
            out,
            "<meta property=\"{name}\" content=\"{}\">",
            Escaped(content)
        );
    }
    let card = match links.picture {
        Some(_) => "summary_large_image",
        None => "summary",
    };
    let _ = writeln!(out, "<meta name=\"twitter:card\" content=\"{card}\">");
}

/// The language with a place, as Open Graph wants it: which place a CV is for nobody
/// knows, so it is the one that readers of such previews know for the language.
fn territory(lang: Language) -> &'static str {
    match lang {
        Language::Swedish => "sv_SE",
        Language::English => "en_GB",
        Language::Czech => "cs_CZ",
        Language::Danish => "da_DK",
        Language::German => "de_DE",
        Language::Estonian => "et_EE",
        Language::Spanish => "es_ES",
        Language::French => "fr_FR",
        Language::Croatian => "hr_HR",
        Language::Icelandic => "is_IS",
        Language::Italian => "it_IT",
        Language::Latvian => "lv_LV",
        Language::Lithuanian => "lt_LT",
        Language::Hungarian => "hu_HU",
        Language::Dutch => "nl_NL",
        Language::Norwegian => "nb_NO",
        Language::Polish => "pl_PL",
        Language::Portuguese => "pt_PT",
        Language::Romanian => "ro_RO",
        Language::Slovak => "sk_SK",
        Language::Slovenian => "sl_SI",
        Language::Finnish => "fi_FI",
        Language::Turkish => "tr_TR",
        Language::Greek => "el_GR",
        Language::Bulgarian => "bg_BG",
        Language::Russian => "ru_RU",
        Language::Ukrainian => "uk_UA",
        Language::Hebrew => "he_IL",
        Language::Arabic => "ar_AR",
        Language::Persian => "fa_IR",
        Language::SimplifiedChinese => "zh_CN",
        Language::TraditionalChinese => "zh_TW",
        Language::Japanese => "ja_JP",
        Language::Korean => "ko_KR",
    }
}
