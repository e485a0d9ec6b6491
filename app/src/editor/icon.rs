//! Icons: a few of the Lucide set (ISC licence, `public/licences/lucide.txt`),
//! inlined, drawn with the colour of the text around them.

use leptos::prelude::*;

use crate::editor::told;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Add,
    Check,
    Close,
    Cloud,
    Delete,
    Down,
    Download,
    Drafts,
    Duplicate,
    Handle,
    Hide,
    Import,
    More,
    New,
    Offline,
    Redo,
    Rename,
    Share,
    Show,
    Undo,
    Unfold,
    Up,
    Warning,
}

impl Shape {
    /// The strokes, on a grid of 24 by 24.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Shape::Add => "M5 12h14 M12 5v14",
            Shape::Check => "M20 6 9 17l-5-5",
            Shape::Cloud => {
                "M12 13v8 M4 14.899A7 7 0 1 1 15.71 8h1.79a4.5 4.5 0 0 1 2.5 8.242 M8 17 l4-4 4 4"
            }
            Shape::Share => "M12 2v13 M16 6 l-4-4-4 4 M4 12v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8",
            Shape::Close => "M18 6 6 18 M6 6 l12 12",
            Shape::Delete => {
                "M10 11v6 M14 11v6 M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6 M3 6h18 M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2"
            }
            Shape::Down => "M12 5v14 M19 12 l-7 7-7-7",
            Shape::Download => "M12 15V3 M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4 M7 10 l5 5 5-5",
            Shape::Drafts => {
                "M15 2h-4a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V8 M16.706 2.706A2.4 2.4 0 0 0 15 2v5a1 1 0 0 0 1 1h5a2.4 2.4 0 0 0-.706-1.706z M5 7a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h8a2 2 0 0 0 1.732-1"
            }
            Shape::Duplicate => {
                "M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2z M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2"
            }
            Shape::Handle => {
                "M8 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M8 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M8 19a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M14 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M14 5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M14 19a1 1 0 1 0 2 0a1 1 0 1 0 -2 0"
            }
            Shape::Hide => {
                "M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575 1 1 0 0 1 0 .696 10.747 10.747 0 0 1-1.444 2.49 M14.084 14.158a3 3 0 0 1-4.242-4.242 M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151 1 1 0 0 1 0-.696 10.75 10.75 0 0 1 4.446-5.143 M2 2 l20 20"
            }
            Shape::Import => {
                "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z M14 2v5a1 1 0 0 0 1 1h5 M12 12v6 M15 15 l-3-3-3 3"
            }
            Shape::More => {
                "M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M18 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0 M4 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0"
            }
            Shape::New => {
                "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z M14 2v5a1 1 0 0 0 1 1h5 M9 15h6 M12 18v-6"
            }
            Shape::Offline => {
                "M10.94 5.274A7 7 0 0 1 15.71 10h1.79a4.5 4.5 0 0 1 4.222 6.057 M18.796 18.81A4.5 4.5 0 0 1 17.5 19H9A7 7 0 0 1 5.79 5.78 M2 2 l20 20"
            }
            Shape::Redo => "m15 14 5-5-5-5 M20 9H9.5A5.5 5.5 0 0 0 4 14.5A5.5 5.5 0 0 0 9.5 20H13",
            Shape::Rename => {
                "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z M15 5 l4 4"
            }
            Shape::Show => {
                "M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0 M9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"
            }
            Shape::Undo => "M9 14 4 9l5-5 M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11",
            Shape::Unfold => "m6 9 6 6 6-6",
            Shape::Up => "m5 12 7-7 7 7 M12 19V5",
            Shape::Warning => {
                "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3 M12 9v4 M12 17h.01"
            }
        }
    }
}

/// An icon beside or in place of words. Screen readers pass over it: what it
/// stands for is the name of the button around it.
#[component]
pub(crate) fn Icon(shape: Shape) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=shape.path()/>
        </svg>
    }
}

/// The icon and the word of a button that hides something, or shows it again.
pub(crate) fn hide_or_show(
    hidden: impl Fn() -> bool + Copy + Send + Sync + 'static,
    lang: texts::Lang,
) -> impl IntoView {
    let path = move || match hidden() {
        true => Shape::Show.path(),
        false => Shape::Hide.path(),
    };
    let word = move || match hidden() {
        true => texts::editor::show(lang),
        false => texts::editor::hide(lang),
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=told(path)/>
        </svg>
        {told(word)}
    }
}
