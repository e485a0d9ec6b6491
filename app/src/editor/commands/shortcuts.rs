//! The list of keyboard shortcuts: the commands that have keys.

use leptos::prelude::*;
use texts::{Lang, commands as words, editor as t};

use super::{Keys, There, list};
use crate::editor::dialog::Dialog;
use crate::editor::keys::ShortcutsOpen;
use crate::language::lang;

#[component]
pub(in crate::editor) fn Shortcuts() -> impl IntoView {
    let open = expect_context::<ShortcutsOpen>().0;
    let lang = lang();
    let rows = rows(lang);
    view! {
        <Dialog open title=Signal::stored(t::shortcuts(lang).to_owned())>
            <dl class="shortcuts">
                {rows
                    .iter()
                    .map(|(keys, does)| {
                        view! { <div><dt><kbd>{keys.clone()}</kbd></dt><dd>{does.clone()}</dd></div> }
                    })
                    .collect_view()}
            </dl>
            <div class="actions">
                <button type="button" class="button plain" on:click=move |_| open.set(false)>
                    {t::close(lang)}
                </button>
            </div>
        </Dialog>
    }
}

/// Keys, and what they do.
pub(super) fn rows(lang: Lang) -> Vec<(String, String)> {
    let commands = list::with_keys().into_iter();
    commands
        .filter_map(|command| {
            let words = command.words.into_iter().find(|words| words.lang == lang)?;
            Some((written(command.keys?, lang), words.name))
        })
        .collect()
}

/// How keys are written: `Ctrl + Shift + Z`.
pub(super) fn written(keys: Keys, lang: Lang) -> String {
    let ctrl = match is_apple() {
        true => "⌘",
        false => t::key_ctrl(lang),
    };
    let (alt, shift, enter) = (t::key_alt(lang), t::key_shift(lang), t::key_enter(lang));
    match keys {
        Keys::Shortcut(shortcut) => {
            let (key, shifted) = shortcut.keys();
            let key = key.to_ascii_uppercase();
            match shifted {
                Some(true) => format!("{ctrl} + {shift} + {key}"),
                _ => format!("{ctrl} + {key}"),
            }
        }
        Keys::There(There::Up) => format!("{alt} + ↑"),
        Keys::There(There::Down) => format!("{alt} + ↓"),
        Keys::There(There::Enter) => format!("{enter}, {ctrl} + {enter}"),
        Keys::There(There::Bold) => format!("{ctrl} + B"),
        Keys::There(There::Italic) => format!("{ctrl} + I"),
        // Without a selection the key opens the commands.
        Keys::There(There::Link) => format!("{ctrl} + K ({})", words::with_selection(lang)),
        Keys::There(There::Numbers) => format!("{ctrl} + {shift} + 7"),
        Keys::There(There::Bullets) => format!("{ctrl} + {shift} + 8"),
        Keys::There(There::Backspace) => t::key_backspace(lang).to_owned(),
        Keys::There(There::Range) => {
            let (click, space) = (words::click(lang), words::space(lang));
            format!("{shift} + {click}, {shift} + {space}")
        }
    }
}

/// Whether keyboards here have a Command key.
fn is_apple() -> bool {
    if !cfg!(feature = "hydrate") {
        return false;
    }
    let platform = window().navigator().platform().unwrap_or_default();
    platform.starts_with("Mac") || platform.starts_with("iP")
}
