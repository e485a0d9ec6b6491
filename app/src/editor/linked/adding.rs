//! "Add from profile", at the end of a section.

use cv::linked;
use cv::{Edit, Id};
use leptos::prelude::*;
use texts::linked as t;

use super::{Linked, words};
use crate::browser::random;
use crate::editor::editing::Target;
use crate::editor::told;
use crate::language::lang;

/// The entries of the profile that the open document has not, in a section of their
/// kind; nothing where there are none.
#[component]
pub(crate) fn AddFromProfile(section: Id) -> impl IntoView {
    let linked = expect_context::<Linked>();
    let lang = lang();
    let open = RwSignal::new(false);
    let left = Memo::new(move |_| {
        linked.weighed.track();
        let Some(profile) = linked.profile.get() else {
            return Vec::new();
        };
        linked.editing.peek(|document| {
            let Some(kind) = document.section(section).map(|section| section.kind) else {
                return Vec::new();
            };
            let left = linked::unused(document, &profile.document, profile.number, Some(kind));
            let left = left.into_iter().map(|(_, item)| item);
            left.map(|item| (item, words::entry(&profile.document, item, lang)))
                .collect::<Vec<(Id, String)>>()
        })
    });
    let add = move |item: Id, name: String| {
        let Some(profile) = linked.profile.get_untracked() else {
            return;
        };
        let (there, number) = (&profile.document, profile.number);
        let edits = linked.editing.peek(|document| {
            linked::add(document, section, there, number, &[item], &mut random::id)
        });
        let added = edits.iter().find_map(|edit| match edit {
            Edit::AddItem { item, .. } => Some(item.id),
            _ => None,
        });
        if linked.editing.edit(Edit::All(edits)) {
            linked.weigh();
            linked.announcer.say(texts::editor::said_added(lang, name));
            linked.editing.reveal.set(added.map(|item| Target {
                item,
                field: None,
                line: None,
            }));
        }
    };
    let list = format!("from-{section}");
    view! {
        <div class="from-profile" hidden=told(move || left.with(Vec::is_empty))>
            <button
                type="button"
                class="tool"
                aria-expanded=told(move || open.get().to_string())
                aria-controls=list.clone()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {t::add_from_profile(lang)}
            </button>
            <ul id=list hidden=told(move || !open.get())>
                <For each=move || left.get() key=|entry| entry.clone() let:entry>
                    {
                        let name = entry.1.clone();
                        view! {
                            <li>
                                <button type="button" class="link" on:click=move |_| add(entry.0, entry.1.clone())>
                                    {t::add_named(lang, name)}
                                </button>
                            </li>
                        }
                    }
                </For>
            </ul>
        </div>
    }
}
