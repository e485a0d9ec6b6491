//! The photo, in a paragraph of its own above the name: a picture in the line
//! moves with its text, and no program that reads CVs takes it for a frame.

use std::fmt::Write as _;

use cv::{PhotoShape, Shown};

use crate::layout::clean;
use crate::svg::Escaped;
use crate::template::content;

/// What the text names the picture's file by.
pub(super) const RELATION: &str = "photo";

/// The side of its square in English Metric Units, of which a millimetre has
/// 36,000 (ECMA-376-1, 20.1.2.1).
const SIDE: u32 = 34 * 36_000;
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const PLACE: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

pub(super) struct Picture<'a> {
    /// A JPEG.
    pub(super) file: &'a [u8],
    shape: PhotoShape,
    alt: String,
    /// What is cut off at the left and at the right, and at the top and at the
    /// bottom, so that a square is left: thousandths of a percent.
    cut: (u32, u32),
}

impl<'a> Picture<'a> {
    /// The photo of a document that shows one. None if the file is no JPEG.
    pub(super) fn of(shown: Shown<'_>, file: &'a [u8]) -> Option<Picture<'a>> {
        let shape = shown.photo()?.shape;
        let (width, height) = cv::photo::dimensions(file).ok()?;
        let too_much = |side: u16, other: u16| {
            u32::from(side.saturating_sub(other)) * 50_000 / u32::from(side.max(1))
        };
        Some(Picture {
            file,
            shape,
            alt: clean::line(&content::portrayed(shown, shown.language())),
            cut: (too_much(width, height), too_much(height, width)),
        })
    }

    pub(super) fn write(&self, out: &mut String) {
        let alt = Escaped(&self.alt);
        let form = match self.shape {
            PhotoShape::Round => "ellipse",
            PhotoShape::Square => "rect",
        };
        let (sides, ends) = self.cut;
        let extent = format!("cx=\"{SIDE}\" cy=\"{SIDE}\"");
        let _ = write!(
            out,
            "<w:p><w:pPr><w:pStyle w:val=\"Contact\"/></w:pPr><w:r><w:drawing>\
             <wp:inline xmlns:wp=\"{PLACE}\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent {extent}/><wp:docPr id=\"1\" name=\"Photo\" descr=\"{alt}\"/>\
             <a:graphic xmlns:a=\"{DRAWING}\"><a:graphicData uri=\"{PICTURE}\">\
             <pic:pic xmlns:pic=\"{PICTURE}\"><pic:nvPicPr>\
             <pic:cNvPr id=\"1\" name=\"photo.jpeg\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{RELATION}\"/>\
             <a:srcRect l=\"{sides}\" t=\"{ends}\" r=\"{sides}\" b=\"{ends}\"/>\
             <a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {extent}/></a:xfrm>\
             <a:prstGeom prst=\"{form}\"><a:avLst/></a:prstGeom></pic:spPr>\
             </pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        );
    }
}
