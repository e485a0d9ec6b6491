//! The address of a link as a QR code: for a page, and for paper.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::{Failure, LinkState};
use qrcode::render::svg;
use qrcode::{Color, QrCode};

use super::{Ids, actor, origin};
use crate::public;
use crate::router::Site;

/// Pixels of a module in the picture: a code of 40 modules is 7 cm wide at 300 dots
/// to the inch.
const PIXELS: usize = 20;
/// Modules of white around the code, as its standard asks for (ISO/IEC 18004).
const QUIET: usize = 4;

/// `GET /share/{id}/{link}/qr.svg`
pub(super) async fn svg(site: State<Site>, ids: Ids, headers: HeaderMap) -> Response {
    match code(&site, ids, &headers).await {
        Ok(code) => {
            let drawn = code
                .render::<svg::Color<'_>>()
                .min_dimensions(240, 240)
                .quiet_zone(true)
                .build();
            file(drawn.into_bytes(), "image/svg+xml", "qr.svg")
        }
        Err(answer) => *answer,
    }
}

/// `GET /share/{id}/{link}/qr.png`
pub(super) async fn png(site: State<Site>, ids: Ids, headers: HeaderMap) -> Response {
    match code(&site, ids, &headers).await {
        Ok(code) => match picture(&code) {
            Some(picture) => file(picture, "image/png", "qr.png"),
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
        Err(answer) => *answer,
    }
}

/// The code of the link's address. Only its owner asks for it here: the address may be
/// one that nobody guesses.
async fn code(site: &Site, ids: Ids, headers: &HeaderMap) -> Result<QrCode, Box<Response>> {
    let nothing = || Box::new(StatusCode::NOT_FOUND.into_response());
    let (Ok(axum::extract::Path((id, link))), Ok(actor)) = (ids, actor(site, headers).await) else {
        return Err(nothing());
    };
    let link = match site.service.store.link(actor, id, link).await {
        Ok(link) if link.state == LinkState::Open => link,
        // On paper it would lead nowhere.
        Ok(_) | Err(Failure::Missing) => return Err(nothing()),
        Err(failure) => return Err(Box::new(public::unavailable(&failure))),
    };
    let address = format!("{}/cv/{}", origin(site, headers), link.slug);
    QrCode::new(address).map_err(|_| nothing())
}

/// Black and white, a bit a pixel.
fn picture(code: &QrCode) -> Option<Vec<u8>> {
    let (modules, width) = (code.to_colors(), code.width());
    let side = (width + 2 * QUIET) * PIXELS;
    let mut bits = vec![0xff_u8; side.div_ceil(8) * side];
    let row = side.div_ceil(8);
    for (place, _) in modules
        .iter()
        .enumerate()
        .filter(|(_, module)| **module == Color::Dark)
    {
        let (x, y) = (
            (place % width + QUIET) * PIXELS,
            (place / width + QUIET) * PIXELS,
        );
        for y in y..y + PIXELS {
            for x in x..x + PIXELS {
                if let Some(byte) = bits.get_mut(y * row + x / 8) {
                    *byte &= !(0x80 >> (x % 8));
                }
            }
        }
    }
    let mut file = Vec::new();
    let side = u32::try_from(side).ok()?;
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&bits).ok()?;
    writer.finish().ok()?;
    Some(file)
}

fn file(body: Vec<u8>, media: &'static str, name: &str) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    response
}
