//! What was guessed of a file without fields, to be looked at before it is taken.

use leptos::prelude::*;
use texts::editor as t;

use super::dialog::Dialog;
use super::open_file::Opening;
use super::{label, report};
use crate::browser::importer::Opened;
use crate::language::{Lang, lang};

#[component]
pub(crate) fn Guess() -> impl IntoView {
    let opening = expect_context::<Opening>();
    let lang = lang();
    let confirming = opening.confirming;
    // Who closes it has not taken it.
    Effect::new(move |_| {
        if !confirming.get() {
            opening.guessed.set(None);
        }
    });
    view! {
        <Dialog open=confirming title=Signal::stored(t::guess_title(lang).to_owned())>
            <p class="lead">{t::guess_lead(lang)}</p>
            {move || opening.guessed.with(|opened| opened.as_ref().map(|opened| found(opened, lang)))}
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| opening.confirm()>
                    {t::guess_take(lang)}
                </button>
                <button type="button" class="button plain" on:click=move |_| confirming.set(false)>
                    {t::cancel(lang)}
                </button>
            </div>
        </Dialog>
    }
}

/// What is in the document now, and what became of the lines of the file.
fn found(opened: &Opened, lang: Lang) -> impl IntoView + use<> {
    let document = &opened.document;
    let person = [
        cv::Field::Name,
        cv::Field::Label,
        cv::Field::Email,
        cv::Field::Phone,
    ];
    let person: Vec<&str> = person
        .into_iter()
        .map(|field| document.basics.text(field))
        .filter(|text| !text.is_empty())
        .collect();
    let sections = document.sections.iter().filter_map(|section| {
        let count = section
            .items
            .iter()
            .filter(|i| !i.fields.is_empty())
            .count();
        let name = section.heading.clone();
        let name = name.unwrap_or_else(|| label::section(section.kind, lang).to_owned());
        (count > 0).then(|| view! { <li>{t::guess_entries(lang, count as u64, name)}</li> })
    });
    let more = opened.report.more;
    view! {
        <p>{person.join(" · ")}</p>
        <ul>{sections.collect_view()}</ul>
        {report::lists(&opened.report.notes, lang)}
        {(more > 0).then(|| view! { <p>{t::report_more(lang, more as u64)}</p> })}
    }
}
