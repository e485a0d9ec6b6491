//! The photo: the bytes that came, cut by a path, in a figure that says what it is.

use std::sync::Arc;

use krilla::Data;
use krilla::geom::{Path, PathBuilder, Size, Transform};
use krilla::image::Image;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, SpanTag};

use super::PdfError;
use crate::pages::{self, Placed};

/// So far along a quarter of a circle stand the handles of the curve for it.
const HANDLE: f32 = 0.552_285;

/// A picture that is ready to be drawn.
pub(super) struct Picture {
    image: Image,
    width: f32,
    height: f32,
}

pub(super) fn read(bytes: &[u8]) -> Result<Picture, PdfError> {
    let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(bytes.to_vec());
    let image = Image::from_jpeg(Data::from(data), false).map_err(|_| PdfError::Photo)?;
    let (width, height) = image.size();
    if width == 0 || height == 0 {
        return Err(PdfError::Photo);
    }
    Ok(Picture {
        image,
        width: width as f32,
        height: height as f32,
    })
}

/// Draws the picture's middle into its place.
pub(super) fn draw(
    surface: &mut Surface<'_>,
    placed: &Placed,
    place: &pages::Image,
    picture: &Picture,
) -> Identifier {
    let (x, y) = (placed.x + place.x, placed.y);
    let scale = (place.width / picture.width).max(place.height / picture.height);
    let (width, height) = (picture.width * scale, picture.height * scale);
    let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
    let size = Size::from_wh(width, height);
    if let (Some(size), Some(path)) = (
        size,
        rounded((x, y, place.width, place.height, place.radius)),
    ) {
        surface.push_clip_path(&path, &FillRule::NonZero);
        surface.push_transform(&Transform::from_translate(
            x + (place.width - width) / 2.0,
            y + (place.height - height) / 2.0,
        ));
        surface.draw_image(picture.image.clone(), size);
        surface.pop();
        surface.pop();
    }
    surface.end_tagged();
    mark
}

/// A rectangle with rounded corners; a circle, if they are half of its side.
/// Left, top, width, height and radius.
pub(super) fn rounded((x, y, width, height, radius): (f32, f32, f32, f32, f32)) -> Option<Path> {
    let (right, bottom) = (x + width, y + height);
    let r = radius.min(width / 2.0).min(height / 2.0).max(0.0);
    let h = r * (1.0 - HANDLE);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.cubic_to(right - h, y, right, y + h, right, y + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - h, right - h, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.cubic_to(x + h, bottom, x, bottom - h, x, bottom - r);
    path.line_to(x, y + r);
    path.cubic_to(x, y + h, x + h, y, x + r, y);
    path.close();
    path.finish()
}
