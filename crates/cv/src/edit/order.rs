//! Places in ordered lists, named by what stands before them.

use super::{Place, Rejected};
use crate::document::{Item, Line, Section};
use crate::id::Id;

/// Things that stand in an ordered list and are known by their id.
pub(super) trait Listed {
    fn id(&self) -> Id;
}

impl Listed for Item {
    fn id(&self) -> Id {
        self.id
    }
}

impl Listed for Section {
    fn id(&self) -> Id {
        self.id
    }
}

impl Listed for Line {
    fn id(&self) -> Id {
        self.id
    }
}

/// The index at which something put at `place` would stand.
pub(super) fn index_for<T: Listed>(list: &[T], place: Place) -> Result<usize, Rejected> {
    match place {
        Place::First => Ok(0),
        Place::After(id) => list
            .iter()
            .position(|t| t.id() == id)
            .map(|i| i + 1)
            .ok_or(Rejected::NoPlace(id)),
    }
}

/// The place at which the thing at `index` stands.
pub(super) fn place_of<T: Listed>(list: &[T], index: usize) -> Place {
    index
        .checked_sub(1)
        .map_or(Place::First, |before| Place::After(list[before].id()))
}

pub(super) fn relocate<T: Listed>(
    list: &mut Vec<T>,
    from: usize,
    place: Place,
) -> Result<(), Rejected> {
    if place == Place::After(list[from].id()) {
        return Err(Rejected::NoPlace(list[from].id()));
    }
    let to = index_for(list, place)?;
    let moved = list.remove(from);
    list.insert(if to > from { to - 1 } else { to }, moved);
    Ok(())
}
