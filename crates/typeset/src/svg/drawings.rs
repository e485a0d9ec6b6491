//! What is not text: the photo, icons, and levels that are drawn.

use std::fmt::Write as _;

use super::{Audience, Escaped, Fixed};
use crate::icons::{self, Gauge, Icon};
use crate::pages::{Cell, Image, Placed, Run};

/// The photo, or a pale ground in its place. What cuts it has an id that says its
/// measures: wherever the same one is met twice, it cuts alike.
pub(super) fn image(out: &mut String, image: &Image, audience: Audience, photo: Option<&str>) {
    let place = format!(
        "x=\"{}\" width=\"{}\" height=\"{}\"",
        Fixed(image.x),
        Fixed(image.width),
        Fixed(image.height)
    );
    let radius = Fixed(image.radius);
    let name = format!(
        "photo-{}-{}-{}",
        Fixed(image.x),
        Fixed(image.width),
        Fixed(image.radius)
    );
    let shape = match photo {
        Some(_) => {
            let _ = write!(
                out,
                "<clipPath id=\"{name}\"><rect {place} rx=\"{radius}\"/></clipPath>"
            );
            "image"
        }
        None => "rect",
    };
    let _ = write!(
        out,
        "<{shape} {place} role=\"img\" aria-label=\"{}\"",
        Escaped(&image.alt)
    );
    if audience == Audience::Editor {
        out.push_str(" data-place=\"0000000000000000/photo\"");
    }
    let _ = match photo {
        Some(address) => write!(
            out,
            " clip-path=\"url(#{name})\" preserveAspectRatio=\"xMidYMid slice\" href=\"{}\"/>",
            Escaped(address)
        ),
        None => write!(out, " rx=\"{radius}\" fill=\"#e4e7e8\"/>"),
    };
}

/// A level, which is told as its word.
pub(super) fn gauge(
    out: &mut String,
    placed: &Placed,
    cell: &Cell,
    gauge: &Gauge,
    audience: Audience,
) {
    let _ = write!(
        out,
        "<g role=\"img\" aria-label=\"{}\"",
        Escaped(cell.text.trim())
    );
    let place = cell.lines.iter().flat_map(|line| &line.runs);
    let place = place.filter_map(|run| run.place).next();
    if let Some(place) = place.filter(|_| audience == Audience::Editor) {
        let _ = write!(out, " data-place=\"{place}\"");
    }
    out.push('>');
    let middle = placed.row.middle(gauge.size);
    for pill in gauge.pills() {
        let _ = write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"#{:06x}\"/>",
            Fixed(cell.x + pill.x),
            Fixed(middle + pill.y),
            Fixed(pill.width),
            Fixed(pill.height),
            Fixed(pill.height / 2.0),
            pill.color
        );
    }
    out.push_str("</g>");
}

/// A drawing around the middle of its line.
pub(super) fn icon(out: &mut String, icon: Icon, run: &Run, x: f32, middle: f32) {
    let _ = write!(
        out,
        "<path aria-hidden=\"true\" transform=\"translate({} {}) scale({})\" fill=\"none\" \
         stroke=\"#{:06x}\" stroke-width=\"{}\" stroke-linecap=\"round\" \
         stroke-linejoin=\"round\" d=\"{}\"/>",
        Fixed(x),
        Fixed(middle - run.size / 2.0),
        Fixed(run.size / icons::SIDE),
        run.color,
        Fixed(icons::PEN),
        icon.path()
    );
}
