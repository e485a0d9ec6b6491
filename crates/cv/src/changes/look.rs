//! What differs in looks: of what its owner chose, and of the photo.

use crate::design::Design;
use crate::photo::Photo;

/// A choice of looks that is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    PageNumbers,
    RunningName,
    Size,
    Spacing,
    Margins,
    Accent,
    Fonts,
    Icons,
    Dates,
    Levels,
}

/// How the photo is otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoChange {
    Added,
    Removed,
    /// It is another picture.
    Replaced,
    Hidden,
    Shown,
    /// Its shape is another.
    Shape,
}

/// The choices that are others.
pub(super) fn looks(old: &Design, new: &Design) -> impl Iterator<Item = Look> + use<> {
    let differs = [
        (Look::PageNumbers, old.page_numbers != new.page_numbers),
        (Look::RunningName, old.running_name != new.running_name),
        (Look::Size, old.size != new.size),
        (Look::Spacing, old.spacing != new.spacing),
        (Look::Margins, old.margins != new.margins),
        (Look::Accent, old.accent != new.accent),
        (Look::Fonts, old.fonts != new.fonts),
        (Look::Icons, old.icons != new.icons),
        (Look::Dates, old.dates != new.dates),
        (Look::Levels, old.levels != new.levels),
    ];
    let differs = differs.into_iter().filter(|(_, differs)| *differs);
    differs.map(|(look, _)| look)
}

pub(super) fn photo(old: Option<Photo>, new: Option<Photo>) -> Option<PhotoChange> {
    Some(match (old, new) {
        (old, new) if old == new => return None,
        (None, _) => PhotoChange::Added,
        (_, None) => PhotoChange::Removed,
        (Some(old), Some(new)) if old.file != new.file => PhotoChange::Replaced,
        (Some(old), Some(new)) if old.hidden != new.hidden => match new.hidden {
            true => PhotoChange::Hidden,
            false => PhotoChange::Shown,
        },
        _ => PhotoChange::Shape,
    })
}
