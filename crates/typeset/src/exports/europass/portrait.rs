//! The photo as the portal's own files have it: an address with the picture in it,
//! encoded once more.

use super::xml::Xml;
use crate::svg::{base64, jpeg_address};

pub(super) fn write(xml: &mut Xml, photo: &[u8]) {
    let mut data = String::new();
    base64(&mut data, jpeg_address(photo).as_bytes());
    xml.inside("eures:Attachment", "", |xml| {
        xml.text("oa:EmbeddedData", &data);
        xml.text("oa:FileType", "photo");
        xml.text("hr:Instructions", "ProfilePicture");
    });
}
