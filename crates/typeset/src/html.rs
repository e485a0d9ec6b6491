//! What a document shows, as one web page: the public page, the file that can
//! be downloaded, and what "seen by" shows.
//!
//! It says what the pages say, word for word and in the same order, because both
//! are made from [`crate::template::content`]; its style sheet ([`style`]) is made of
//! the values of the template that its pages are set in. Nothing of it runs: no script but data ([`linked`]), no style in the markup, no
//! address but those that the owner wrote, our fonts and our icon. All text goes
//! through [`inline`], which cleans and escapes it, and all links of a document
//! through [`cv::rich::safe_link`].

use std::fmt::Write as _;

use cv::{Language, Shown};
use sha2::{Digest as _, Sha256};

#[cfg(feature = "exports")]
use crate::svg::jpeg_address;
use crate::svg::{Escaped, base64};
use crate::template::{self, words};

mod body;
mod head;
mod inline;
mod linked;
mod style;

#[cfg(feature = "exports")]
pub(crate) use inline::target;

/// A complete HTML document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub html: String,
    /// The hash of its one style sheet, in base64, for the security policy:
    /// `style-src 'sha256-…'`. It depends on the document alone.
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
    /// Where somebody reports the page, of one that is counted and can be reported.
    pub report: Option<&'a str>,
    /// Where somebody says that the page names them, if they do not want it to.
    pub named: Option<Named<'a>>,
    /// Search engines may list it. Otherwise the page asks them not to.
    pub index: bool,
    /// The page's own address, complete with the site's, and that of its picture for
    /// previews ([`PICTURE`] is how large that is). Programs that show previews know no
    /// site that an address could be completed with.
    pub here: Option<&'a str>,
    pub picture: Option<&'a str>,
    /// The same CV in other languages, by complete addresses, this one among them.
    pub variants: &'a [Variant<'a>],
}

/// A page in one of several languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variant<'a> {
    pub language: Language,
    pub address: &'a str,
}

/// The width and the height of a picture for previews.
pub const PICTURE: [u32; 2] = [1200, 630];

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
    let (body, style) = parts(shown, links);
    let mut head = String::with_capacity(style.len() + 4096);
    head::write(&mut head, shown, links, true);
    let html = whole(head, &style, &body);
    let mut style_sha256 = String::new();
    base64(&mut style_sha256, &Sha256::digest(style.as_bytes()));
    Page { html, style_sha256 }
}

/// A file that needs no site around it: no address in it but those that the
/// owner wrote, the photo in the file itself, and the fonts that its reader has.
#[cfg(feature = "exports")]
pub(crate) fn alone(shown: Shown<'_>, photo: Option<&[u8]>) -> String {
    let photo = photo.map(jpeg_address);
    let links = Links {
        photo: photo.as_deref(),
        ..Links::default()
    };
    let (body, style) = parts(shown, &links);
    let mut head = String::new();
    head::write(&mut head, shown, &links, false);
    whole(head, &style::without_fonts(&style), &body)
}

/// The body, and the style sheet for what is in it.
fn parts(shown: Shown<'_>, links: &Links<'_>) -> (String, String) {
    let frame = template::of(shown).frame(shown);
    let mut body = String::with_capacity(16 * 1024);
    body.push_str("<body>\n<main>\n");
    body::write(&mut body, shown, links.photo, &frame);
    body.push_str("</main>\n");
    footer(&mut body, shown.language(), links);
    body.push_str("</body>\n");
    let style = style::of(shown, &frame, &body);
    (body, style)
}

fn whole(mut html: String, style: &str, body: &str) -> String {
    for part in ["<style>", style, "</style>\n</head>\n", body, "</html>\n"] {
        html.push_str(part);
    }
    html
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
    if let Some(report) = links.report {
        let (counted, name) = (words::page_counted(lang), words::page_report(lang));
        let (counted, name, report) = (Escaped(counted), Escaped(name), Escaped(report));
        let _ = writeln!(
            out,
            "<p>{counted} <a href=\"{report}\" rel=\"nofollow\">{name}</a></p>"
        );
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
