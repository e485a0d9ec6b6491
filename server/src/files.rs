//! Files under `/pkg` and those of `public/`, compressed beforehand.
//!
//! Files in `/pkg` are named by their content and may be kept for a year. The
//! others keep their names, so browsers ask again, with the ETag.

use crate::assets::{Dist, Public};
use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::EmbeddedFile;
use std::borrow::Cow;

const A_YEAR: &str = "public, max-age=31536000, immutable";
/// Asked for at every visit, and mostly answered with "unchanged": an old edition
/// of a font or of patterns would break lines elsewhere than the server does.
const ASK: &str = "public, no-cache";
const AN_HOUR: &str = "public, max-age=3600";

/// `GET /pkg/{file}`.
pub(crate) async fn pkg(name: Result<Path<String>, PathRejection>, headers: HeaderMap) -> Response {
    // One folder without any below: a name with a slash in it leads elsewhere.
    let path = match name {
        Ok(Path(name)) if !name.contains(['/', '\\']) => format!("pkg/{name}"),
        _ => return missing(),
    };
    match Dist::get(&path) {
        Some(file) => answer(&headers, &path, file, &path, A_YEAR),
        None => missing(),
    }
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, "There is no such file.\n").into_response()
}

/// A file of `public/` by its address, `None` if there is none.
pub(crate) fn public(address: &str, headers: &HeaderMap) -> Option<Response> {
    let path = address.trim_start_matches('/');
    let file = Public::get(path)?;
    let keep = if path.starts_with("fonts/") || path.starts_with("hyphenation/") {
        ASK
    } else {
        AN_HOUR
    };
    Some(answer(headers, path, file, &format!("public/{path}"), keep))
}

/// Answers with the smallest form of a file that the browser takes. `twins` is
/// its path in `dist/` without the twin's ending.
fn answer(
    headers: &HeaderMap,
    path: &str,
    file: EmbeddedFile,
    twins: &str,
    keep: &'static str,
) -> Response {
    let twin = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepts(headers, encoding))
        .find_map(|(encoding, ending)| Some((encoding, Dist::get(&format!("{twins}.{ending}"))?)));
    let (encoding, file) = match twin {
        Some((encoding, twin)) => (Some(encoding), twin),
        None => (None, file),
    };
    let etag = etag(&file);
    let unchanged = headers
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| known.split(',').any(|one| one.trim() == etag));
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::from(bytes(file.data)).into_response()
    };
    let out = response.headers_mut();
    out.insert(CACHE_CONTROL, HeaderValue::from_static(keep));
    out.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        out.insert(ETAG, etag);
    }
    if !unchanged {
        out.insert(CONTENT_TYPE, HeaderValue::from_static(content_type(path)));
        if let Some(encoding) = encoding {
            out.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
    }
    response
}

/// Whether `Accept-Encoding` names the encoding with a weight that is not zero.
fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("")
        .split(',')
        .filter_map(|part| {
            let mut words = part.split(';').map(str::trim);
            let name = words.next()?;
            let weight = words.find_map(|word| word.strip_prefix("q=")?.parse::<f32>().ok());
            name.eq_ignore_ascii_case(encoding)
                .then_some(weight.unwrap_or(1.0))
        })
        .any(|weight| weight > 0.0)
}

/// Half of the content's SHA-256: enough to tell versions apart.
fn etag(file: &EmbeddedFile) -> String {
    let hash = file.metadata.sha256_hash();
    let digits: String = hash[..16]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{digits}\"")
}

/// Embedded bytes are sent from where they are, without a copy.
fn bytes(data: Cow<'static, [u8]>) -> Bytes {
    match data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    }
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::accepts;
    use axum::http::{HeaderMap, HeaderValue, header::ACCEPT_ENCODING};

    #[test]
    fn encodings_with_weight_zero_are_refused() {
        let mut headers = HeaderMap::new();
        assert!(!accepts(&headers, "br"));
        headers.insert(
            ACCEPT_ENCODING,
            HeaderValue::from_static("gzip, br;q=0, zstd"),
        );
        assert!(accepts(&headers, "gzip"));
        assert!(!accepts(&headers, "br"));
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("BR;q=0.5"));
        assert!(accepts(&headers, "br"));
    }
}
