//! Sheets for languages that are written from right to left.
//!
//! Templates know one direction. Their sheet is turned here as a whole, so that
//! columns, bands, bullets, dates and page numbers change sides together: what
//! was so far from the left end of a page or a row is now as far from its right
//! end. A row's origin becomes its right end, so that what stands in it has
//! places below zero.

use super::input::{Flow, Ground, Pt, Sheet};

pub(super) fn mirrored(sheet: Sheet<'_>) -> Sheet<'_> {
    let mut sheet = sheet;
    let width = sheet.form.width;
    std::mem::swap(&mut sheet.form.left, &mut sheet.form.right);
    for stream in &mut sheet.streams {
        stream.x = width - stream.x;
        stream.rows.iter_mut().for_each(row);
    }
    for ground in &mut sheet.grounds {
        match ground {
            Ground::Column { x, width: own, .. } => *x = width - *x - *own,
            Ground::Divider { x, thickness, .. } => *x = width - *x - *thickness,
            Ground::Band { .. } | Ground::Underline { .. } => {}
        }
    }
    let furniture = sheet.furniture;
    sheet.furniture = Box::new(move |page, pages| {
        let mut placed = furniture(page, pages);
        placed.iter_mut().for_each(|(_, flow)| row(flow));
        placed
    });
    sheet
}

fn row(flow: &mut Flow<'_>) {
    for cell in &mut flow.row.cells {
        cell.x = Pt(0) - cell.x - cell.width;
        cell.rtl = true;
    }
    if let Some(image) = &mut flow.row.image {
        image.x = Pt(0) - image.x - image.side;
    }
    for rule in &mut flow.row.rules {
        rule.x = Pt(0) - rule.x - rule.width;
    }
}
