//! Three ways to begin, above a blank form.

use cv::Language;
use leptos::prelude::*;
use texts::editor as t;

use super::icon::{Icon, Shape};
use super::later::{Later, Task};
use super::open_file::Opening;
use crate::editor::told;
use crate::language::{document_language, lang};

/// Whether the start panel is shown. It stays while the first field is being
/// typed in, so that the form does not move under the cursor.
#[derive(Clone, Copy)]
pub(crate) struct Starting(pub(crate) RwSignal<bool>);

#[component]
pub(crate) fn StartPanel() -> impl IntoView {
    let opening = expect_context::<Opening>();
    let starting = expect_context::<Starting>().0;
    let later = expect_context::<Later>();
    let lang = lang();
    let example = move |language: Language| later.ask(Task::Example(language));
    let own = document_language(lang);
    let other = match own {
        Language::Swedish => Language::English,
        _ => Language::Swedish,
    };
    let example_name = move |language| match language {
        Language::Swedish => t::start_example_sv(lang),
        _ => t::start_example_en(lang),
    };
    view! {
        <section class="start" aria-labelledby="start-title" hidden=told(move || !starting.get())>
            <h2 id="start-title">{t::start_title(lang)}</h2>
            <p class="lead">{t::start_lead(lang)}</p>
            <div class="choices">
                <button type="button" class="choice" on:click=move |_| opening.open()>
                    <Icon shape=Shape::Import/>
                    <strong>{t::start_import(lang)}</strong>
                    <span>{t::start_import_hint(lang)}</span>
                </button>
                <button type="button" class="choice" on:click=move |_| example(own)>
                    <Icon shape=Shape::Drafts/>
                    <strong>{example_name(own)}</strong>
                    <span>{t::start_example_hint(lang)}</span>
                </button>
                <button
                    type="button"
                    class="choice"
                    on:click=move |_| {
                        starting.set(false);
                        super::focus_first();
                    }
                >
                    <Icon shape=Shape::New/>
                    <strong>{t::start_blank(lang)}</strong>
                    <span>{t::start_blank_hint(lang)}</span>
                </button>
            </div>
            <button type="button" class="link" on:click=move |_| example(other)>
                {example_name(other)}
            </button>
        </section>
    }
}
