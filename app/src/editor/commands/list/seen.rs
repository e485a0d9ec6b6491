//! Whose view of the pages can be taken.

use texts::{Lang, seen};

use super::{Does, List, State};
use crate::editor::seen::Viewer;

pub(super) fn viewers(list: &mut List, state: &State) {
    for (at, (viewer, name)) in state.viewers.iter().enumerate() {
        let about = |l: Lang| seen::seen_by(l).to_owned();
        // What somebody has called a link it is called in every language.
        let words = |l: Lang| match viewer {
            Viewer::Link(_) => name.clone(),
            viewer => viewer.name(&[], l),
        };
        // The tab remembers which were used, and is to remember no address.
        let id = match viewer {
            Viewer::Link(_) => format!("seen-link-{at}"),
            viewer => format!("seen-{}", viewer.value()),
        };
        list.put(id, about, words, None, Does::See(viewer.clone()));
    }
}
