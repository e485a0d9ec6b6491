//! What a document shows, as one web page: the public page, the file that can
//! be downloaded, and what "seen by" shows.
//!
//! It says what the pages say, word for word and in the same order, because both
//! are made from [`crate::template::content`]; a template's style sheet decides
//! how that looks. Nothing of it runs: no script but data ([`linked`]), no style in the markup, no
//! address but those that the owner wrote, our fonts and our icon. All text goes
//! through [`inline`], which cleans and escapes it, and all links of a document
//! through [`cv::rich::safe_link`].

use std::fmt::Write as _;

use cv::{Field, Kind, Language, Shown};
use sha2::{Digest as _, Sha256};

use crate::layout::clean;
#[cfg(feature = "exports")]
use crate::svg::jpeg_address;
use crate::svg::{Escaped, base64};
use crate::template::{self, content, words};

mod body;
mod inline;
mod linked;
mod style;

#[cfg(feature = "exports")]
pub(crate) use inline::target;

/// Characters of a title or a description: more of them nothing shows.
const HEAD_CHARS: usize = 160;

/// A complete HTML document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub html: String,
    /// The hash of its one style sheet, in base64, for the security policy:
    /// `style-src 'sha256-…'`. It depends on template and design alone.
    pub style_sha256: String,
}

/// What stands around the page: addresses within the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Links<'a> {
    pub pdf: Option<&'a str>,
    pub json: Option<&'a str>,
    pub vcard: Option<&'a str>,
    pub text: Option<&'a str>,
    /// The picture's, for a document that shows a photo. Without it the page has
    /// none.
    pub photo: Option<&'a str>,
    /// The site's own front page, for the line that says what made this one. A
    /// file that stands alone has none.
    pub home: Option<&'a str>,
    /// Where somebody says that the page names them, if they do not want it to.
    pub named: Option<Named<'a>>,
    /// Search engines may list it. Otherwise the page asks them not to.
    pub index: bool,
}

/// A link in the site's words, which are not always of the document's language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    pub address: &'a str,
    pub words: &'a str,
    /// The language of the words (BCP 47).
    pub lang: &'a str,
}

/// Writes what a document shows. Where others than its owner will read it, that
/// is the document that [`cv::redacted`] made.
pub fn page(shown: Shown<'_>, links: &Links<'_>) -> Page {
    let style = style::of(template::of(shown).dress(shown));
    let mut beside = ICON.to_owned();
    linked::write(&mut beside, shown);
    let html = write(shown, links, &style, &beside);
    let mut style_sha256 = String::new();
    base64(&mut style_sha256, &Sha256::digest(style.as_bytes()));
    Page { html, style_sha256 }
}

/// A file that needs no site around it: no address in it but those that the
/// owner wrote, the photo in the file itself, and the fonts that its reader has.
#[cfg(feature = "exports")]
pub(crate) fn alone(shown: Shown<'_>, photo: Option<&[u8]>) -> String {
    let style = style::of(template::of(shown).dress(shown));
    let photo = photo.map(jpeg_address);
    let links = Links {
        photo: photo.as_deref(),
        ..Links::default()
    };
    write(shown, &links, &style::without_fonts(&style), "")
}

/// The site's icon.
const ICON: &str = "<link rel=\"icon\" href=\"/icons/merit.svg\" type=\"image/svg+xml\">\n";

/// `beside` is what the head has besides.
fn write(shown: Shown<'_>, links: &Links<'_>, style: &str, beside: &str) -> String {
    let mut html = String::with_capacity(16 * 1024);
    head(&mut html, shown, links, style, beside);
    html.push_str("<body>\n<main>\n");
    body::write(&mut html, shown, links.photo);
    html.push_str("</main>\n");
    footer(&mut html, shown.language(), links);
    html.push_str("</body>\n</html>\n");
    html
}

fn head(out: &mut String, shown: Shown<'_>, links: &Links<'_>, style: &str, beside: &str) {
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
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{}\"{}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n\
         <meta name=\"description\" content=\"{}\">\n",
        shown.language().tag(),
        match shown.language().is_rtl() {
            true => " dir=\"rtl\"",
            false => "",
        },
        Escaped(&start(&title)),
        Escaped(&start(&description)),
    );
    if !links.index {
        out.push_str("<meta name=\"robots\" content=\"noindex, noarchive\">\n");
    }
    out.push_str(beside);
    out.push_str("<style>");
    out.push_str(style);
    out.push_str("</style>\n</head>\n");
}

/// The start of a text that may be longer than anything shows.
fn start(text: &str) -> String {
    match text.char_indices().nth(HEAD_CHARS) {
        None => text.to_owned(),
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
    }
}

fn footer(out: &mut String, lang: Language, links: &Links<'_>) {
    out.push_str("<footer>\n");
    let files = [
        (links.pdf, "application/pdf", words::page_pdf(lang)),
        (links.vcard, "text/vcard", words::page_vcard(lang)),
        (links.text, "text/plain", words::page_text(lang)),
        (links.json, "application/json", words::page_json(lang)),
    ];
    if files.iter().any(|(address, ..)| address.is_some()) {
        out.push_str("<ul>\n");
        for (address, kind, text) in files {
            if let Some(address) = address {
                let _ = writeln!(
                    out,
                    "<li><a href=\"{}\" type=\"{kind}\">{}</a></li>",
                    Escaped(address),
                    Escaped(text)
                );
            }
        }
        out.push_str("</ul>\n");
    }
    let made = Escaped(words::page_made_with(lang));
    let _ = match links.home {
        Some(home) => writeln!(out, "<p><a href=\"{}\">{made}</a></p>", Escaped(home)),
        None => writeln!(out, "<p>{made}</p>"),
    };
    if let Some(named) = links.named {
        let _ = writeln!(
            out,
            "<p><a href=\"{}\" lang=\"{}\">{}</a></p>",
            Escaped(named.address),
            Escaped(named.lang),
            Escaped(named.words)
        );
    }
    out.push_str("</footer>\n");
}
