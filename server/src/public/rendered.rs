//! A page in one of its forms, ready to be sent.

use super::paper::Paper;
use app::page::Page as SitePage;
use axum::body::Bytes;
use axum::http::HeaderValue;
use backend::{Opening, Shown};
use cv::Language;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::Arc;
use texts::{Lang, cases};
use typeset::exports;
use typeset::html::{self, Links, Named, Variant};

/// As much is worth it for what is packed once and sent often.
const BROTLI: u32 = 6;
const WINDOW: u32 = 18;

/// In which form a page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Form {
    Html,
    Pdf,
    Json,
    Text,
    Vcard,
    /// The photo, if the page shows one.
    Photo,
    /// What a link to the page is shown as elsewhere.
    Picture,
}

impl Form {
    pub(super) const ALL: [Form; 7] = [
        Form::Html,
        Form::Pdf,
        Form::Json,
        Form::Text,
        Form::Vcard,
        Form::Photo,
        Form::Picture,
    ];

    /// What the address ends with, after the full stop.
    pub(super) const fn ending(self) -> &'static str {
        match self {
            Form::Html => "",
            Form::Pdf => "pdf",
            Form::Json => "json",
            Form::Text => "txt",
            Form::Vcard => "vcf",
            Form::Photo => "jpg",
            Form::Picture => "png",
        }
    }

    /// As what it is counted. What a page brings with it is counted with the page.
    pub(super) const fn opening(self) -> Option<Opening> {
        match self {
            Form::Html => Some(Opening::Page),
            Form::Pdf => Some(Opening::Pdf),
            Form::Json => Some(Opening::Data),
            Form::Text => Some(Opening::Text),
            Form::Vcard => Some(Opening::Card),
            Form::Photo | Form::Picture => None,
        }
    }

    pub(super) const fn media(self) -> &'static str {
        match self {
            Form::Html => "text/html; charset=utf-8",
            Form::Pdf => "application/pdf",
            Form::Json => "application/json",
            Form::Text => "text/plain; charset=utf-8",
            Form::Vcard => "text/vcard; charset=utf-8",
            Form::Photo => "image/jpeg",
            Form::Picture => "image/png",
        }
    }

    /// Becomes smaller when it is packed.
    pub(super) const fn is_text(self) -> bool {
        !matches!(self, Form::Pdf | Form::Photo | Form::Picture)
    }

    /// A file to take away, and no part of the page.
    pub(super) const fn is_download(self) -> bool {
        matches!(self, Form::Pdf | Form::Json | Form::Text | Form::Vcard)
    }

    /// Needs the pages set, which may take tens of megabytes.
    pub(super) const fn is_heavy(self) -> bool {
        matches!(self, Form::Pdf | Form::Picture)
    }
}

/// How a page is shown, whatever is on it.
#[derive(Clone)]
pub(super) struct Manner {
    /// The site's address as people see it, where it is configured. Whoever asked says
    /// it in a header too, and could say anything there.
    pub(super) origin: Option<Arc<str>>,
    /// Search engines may list it.
    pub(super) index: bool,
    /// It offers its files.
    pub(super) files: bool,
    /// Its PDF has a QR code of its address.
    pub(super) code: bool,
    /// A password opens it.
    pub(super) locked: bool,
    /// The language that was asked for, if one was.
    pub(super) lang: Option<Language>,
}

/// A page in one form.
#[derive(Clone)]
pub(super) struct Rendered {
    body: Bytes,
    /// The same, packed, of forms that are text.
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    pub(super) etag: HeaderValue,
    pub(super) language: &'static str,
    /// The policy of a page, which names the one style that it has.
    pub(super) policy: Option<HeaderValue>,
    /// The name that a download has.
    pub(super) file: Option<HeaderValue>,
    pub(super) index: bool,
    pub(super) locked: bool,
}

impl Rendered {
    /// The bytes that suit what a browser takes, and the name of how they are packed.
    pub(super) fn body(&self, accepted: Option<&HeaderValue>) -> (Bytes, Option<&'static str>) {
        let accepted = accepted.and_then(|value| value.to_str().ok());
        let takes = |name: &str| accepted.is_some_and(|list| takes(list, name));
        match (&self.brotli, &self.gzip) {
            (Some(packed), _) if takes("br") => (packed.clone(), Some("br")),
            (_, Some(packed)) if takes("gzip") => (packed.clone(), Some("gzip")),
            _ => (self.body.clone(), None),
        }
    }

    /// What it takes in memory.
    pub(super) fn size(&self) -> usize {
        let packed = [&self.brotli, &self.gzip].into_iter().flatten();
        self.body.len() + packed.map(Bytes::len).sum::<usize>()
    }
}

/// Whether a list of encodings has this one (RFC 9110, section 12.5.3).
fn takes(list: &str, name: &str) -> bool {
    list.split(',').any(|one| {
        let (coding, weight) = one.split_once(';').unwrap_or((one, ""));
        let refused = weight
            .trim()
            .strip_prefix("q=")
            .and_then(|weight| weight.trim().parse::<f32>().ok())
            .is_some_and(|weight| weight <= 0.0);
        coding.trim().eq_ignore_ascii_case(name) && !refused
    })
}

/// Writes what is shown in one form.
pub(super) fn render(shown: &Shown, slug: &str, form: Form, manner: &Manner) -> Option<Rendered> {
    let document = &shown.document;
    let photo = photo(shown);
    let (body, policy) = match form {
        Form::Html => {
            let page = page(shown, slug, manner);
            let policy = policy(&page.style_sha256, "'none'")?;
            (page.html.into_bytes(), Some(policy))
        }
        Form::Pdf => {
            let origin = manner.origin.as_deref().filter(|_| manner.code);
            let paper = origin.and_then(|origin| paper(shown, slug, origin, manner.lang));
            let code = paper.as_ref().map(Paper::code);
            let file = app::service::pdf::file_with(shown.shown(), photo, code);
            (file?, None)
        }
        Form::Photo => (photo?.to_vec(), None),
        Form::Picture => (picture(shown)?, None),
        Form::Json => {
            let json = cv::export_shown(shown.shown()).json;
            (json.into_bytes(), None)
        }
        Form::Text => {
            let text = exports::named("text")?.write(shown.shown(), None);
            (text, None)
        }
        Form::Vcard => (exports::VCARD.write(shown.shown(), photo), None),
    };
    let file = match form {
        Form::Html => None,
        other => {
            let file = format!("inline; filename=\"{slug}.{}\"", other.ending());
            Some(HeaderValue::from_str(&file).ok()?)
        }
    };
    // Weak: packed or not, it is the same.
    let mut etag = String::from("W/\"");
    for byte in &Sha256::digest(&body)[..16] {
        // Writing to a string does not fail.
        let _ = write!(etag, "{byte:02x}");
    }
    etag.push('"');
    let (brotli, gzip) = match form.is_text() {
        true => (brotli(&body), gzip(&body)),
        false => (None, None),
    };
    Some(Rendered {
        body: body.into(),
        brotli: brotli.map(Bytes::from),
        gzip: gzip.map(Bytes::from),
        etag: HeaderValue::from_str(&etag).ok()?,
        language: document.language.tag(),
        policy,
        file,
        index: manner.index,
        locked: manner.locked,
    })
}

/// The file of the photo of a document that shows one.
pub(super) fn photo(shown: &Shown) -> Option<&[u8]> {
    shown
        .photo
        .as_deref()
        .filter(|_| shown.shown().photo().is_some())
}

/// The QR code of a page, in the words of its document.
pub(super) fn paper(
    shown: &Shown,
    slug: &str,
    origin: &str,
    lang: Option<Language>,
) -> Option<Paper> {
    let words = Lang::from_tag(shown.document.language.tag()).unwrap_or(Lang::En);
    Paper::of(format!("{origin}{}", path(slug, lang)), words)
}

/// Where a page is, in a language if one was asked for.
fn path(slug: &str, lang: Option<Language>) -> String {
    match lang {
        Some(lang) => format!("/cv/{slug}/{}", lang.tag()),
        None => format!("/cv/{slug}"),
    }
}

fn page(shown: &Shown, slug: &str, manner: &Manner) -> html::Page {
    let address = path(slug, manner.lang);
    let beside = |form: Form| format!("{address}.{}", form.ending());
    let file = |form: Form| manner.files.then(|| beside(form));
    let (pdf, json) = (file(Form::Pdf), file(Form::Json));
    let (vcard, text) = (file(Form::Vcard), file(Form::Text));
    // In a file of its own, so that words need not wait for it.
    let photo = photo(shown).map(|_| beside(Form::Photo));
    let complete = |path: &str| {
        let origin = manner.origin.as_deref()?;
        Some(format!("{origin}{path}"))
    };
    let here = complete(&address);
    let picture = complete(&beside(Form::Picture));
    let languages = shown.languages.iter().filter(|_| shown.languages.len() > 1);
    let variants: Vec<(Language, String)> = languages
        .filter_map(|lang| {
            let address = complete(&format!("/cv/{slug}/{}", lang.tag()))?;
            Some((*lang, address))
        })
        .collect();
    let variants: Vec<Variant<'_>> = variants
        .iter()
        .map(|(language, address)| Variant {
            language: *language,
            address,
        })
        .collect();
    // In the language of the page, if the site speaks it.
    let lang = Lang::from_tag(shown.document.language.tag()).unwrap_or(Lang::En);
    let ask = format!("{}?page={slug}", SitePage::Request.path());
    html::page(
        shown.shown(),
        &Links {
            pdf: pdf.as_deref(),
            json: json.as_deref(),
            vcard: vcard.as_deref(),
            text: text.as_deref(),
            photo: photo.as_deref(),
            home: Some(SitePage::Landing.path()),
            report: Some(&app::page::report_path(slug)),
            named: Some(Named {
                address: &ask,
                words: cases::named_here(lang),
                lang: lang.tag(),
            }),
            index: manner.index,
            here: here.as_deref(),
            picture: picture.as_deref(),
            variants: &variants,
        },
    )
}

/// The start of the first page.
fn picture(shown: &Shown) -> Option<Vec<u8>> {
    let fonts = typeset::Fonts::embedded();
    let mut engine = typeset::Engine::new(fonts.clone()).ok()?;
    let pages = engine.layout(shown.shown());
    typeset::png::start(&pages, &fonts, photo(shown)).ok()
}

fn brotli(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len() / 3);
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, BROTLI, WINDOW);
    writer.write_all(body).ok()?;
    drop(writer);
    (out.len() < body.len()).then_some(out)
}

fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let out = Vec::with_capacity(body.len() / 3);
    let mut writer = flate2::write::GzEncoder::new(out, flate2::Compression::default());
    writer.write_all(body).ok()?;
    let out = writer.finish().ok()?;
    (out.len() < body.len()).then_some(out)
}

/// The policy of a public page: no script at all, its one style, our fonts.
/// `ancestors` is who may show it in a frame.
pub(crate) fn policy(style_sha256: &str, ancestors: &str) -> Option<HeaderValue> {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{style_sha256}'; font-src 'self'; \
         img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
    );
    HeaderValue::from_str(&policy).ok()
}

#[cfg(test)]
mod tests {
    use super::takes;

    #[test]
    fn what_is_refused_is_not_taken() {
        assert!(takes("gzip, deflate, br;q=0.5", "br"));
        assert!(takes("GZIP", "gzip"));
        assert!(!takes("gzip, br;q=0", "br"));
        assert!(!takes("gzip;q=1.0, brotli", "br"));
    }
}
