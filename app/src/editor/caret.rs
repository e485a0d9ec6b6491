//! Keeps the cursor where it is when the text around it changes: by undo, by another
//! tab, by what another device has saved. A browser puts it at the end of any text
//! that is set by a program.

use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use super::editing::Editing;

/// A field of one line or of several.
#[derive(Clone)]
enum Field {
    Input(HtmlInputElement),
    Area(HtmlTextAreaElement),
}

impl Field {
    /// The one that has the focus, if that has a cursor.
    fn focused() -> Option<Field> {
        let active = document().active_element()?;
        let field = match active.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => Field::Area(area),
            Err(other) => Field::Input(other.dyn_into().ok()?),
        };
        field.selection().map(|_| field)
    }

    fn element(&self) -> &Element {
        match self {
            Field::Input(input) => input,
            Field::Area(area) => area,
        }
    }

    fn value(&self) -> String {
        match self {
            Field::Input(input) => input.value(),
            Field::Area(area) => area.value(),
        }
    }

    /// Where the selection begins and ends, in UTF-16 units.
    fn selection(&self) -> Option<(u32, u32)> {
        let (start, end) = match self {
            Field::Input(input) => (input.selection_start(), input.selection_end()),
            Field::Area(area) => (area.selection_start(), area.selection_end()),
        };
        start.ok().flatten().zip(end.ok().flatten())
    }

    fn select(&self, start: u32, end: u32) {
        // It fails only on fields without a cursor, which are not looked at.
        let _ = match self {
            Field::Input(input) => input.set_selection_range(start, end),
            Field::Area(area) => area.set_selection_range(start, end),
        };
    }
}

/// From now on keeps the cursor.
pub(super) fn listen(editing: Editing) {
    editing.listen(move |_| {
        // The document has changed, and the fields do not show it yet.
        let Some(field) = Field::focused() else {
            return;
        };
        let (before, Some((start, end))) = (field.value(), field.selection()) else {
            return;
        };
        spawn_local(async move {
            tick().await;
            let after = field.value();
            let stays = document().active_element().as_ref() == Some(field.element());
            if stays && after != before {
                let moved = |place| moved(place, &before, &after);
                field.select(moved(start), moved(end));
            }
        });
    });
}

/// Where a place in a text is after the text has become another one: the same distance
/// from the beginning if the change is behind it, from the end if the change is before
/// it, and at the end of the change if it was inside. Places count UTF-16 units.
fn moved(place: u32, before: &str, after: &str) -> u32 {
    let before: Vec<u16> = before.encode_utf16().collect();
    let after: Vec<u16> = after.encode_utf16().collect();
    let place = place as usize;
    let same = |pairs: &mut dyn Iterator<Item = (&u16, &u16)>| {
        pairs.take_while(|(before, after)| before == after).count()
    };
    let head = same(&mut before.iter().zip(&after));
    let most = before.len().min(after.len()) - head;
    let tail = same(&mut before.iter().rev().zip(after.iter().rev())).min(most);
    let moved = match place {
        place if place <= head => place,
        place if place >= before.len() - tail => {
            after.len() - before.len().saturating_sub(place).min(tail)
        }
        _ => after.len() - tail,
    };
    moved as u32
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn a_place_stays_beside_the_words_that_it_stood_beside() {
        // Behind it, before it, around it.
        assert_eq!(moved(2, "Ann works", "Ann worked"), 2);
        assert_eq!(moved(9, "Ann works", "Anna works"), 10);
        assert_eq!(moved(6, "Ann works here", "Ann is here"), 5);
        assert_eq!(moved(3, "abc", ""), 0);
        assert_eq!(moved(0, "", "abc"), 0);
        assert_eq!(moved(1, "aa", "aaa"), 1);
        assert_eq!(moved(9, "abc", "abcd"), 4);
        // Two units each.
        assert_eq!(moved(4, "🌲🌳", "🌲x🌳"), 5);
    }
}
