//! The personal details in the form: folded away until somebody wants them.

use cv::PersonalField;
use leptos::prelude::*;
use privacy::ConsentPurpose;
use texts::{Lang, consent, details as t, editor};

use super::label::{detail_name, why};
use super::{Personal, Phase, Progress, fields};
use crate::editor::icon::{Icon, Shape};
use crate::editor::save::Saving;
use crate::editor::told;
use crate::language::lang;
use crate::page::Page;
use crate::service::ServiceError;
use crate::service::consent::ConsentStanding;

/// Characters of a value that the server takes.
const MOST_CHARACTERS: &str = "200";

/// What the panel has to say.
#[derive(Clone, Copy, PartialEq)]
enum Situation {
    /// The draft is in this browser alone.
    Unsaved,
    Loading,
    Failed(ServiceError),
    Here,
}

#[component]
pub(crate) fn PersonalPanel() -> impl IntoView {
    let personal = expect_context::<Personal>();
    let saving = expect_context::<Saving>();
    let lang = lang();
    let open = move || personal.open.get();
    let situation = Memo::new(move |_| {
        let saved = personal.sync.id.with(Option::is_some);
        match personal.phase.get() {
            _ if !saved => Situation::Unsaved,
            Phase::Unasked | Phase::Asking => Situation::Loading,
            Phase::Failed(error) => Situation::Failed(error),
            Phase::Here => Situation::Here,
        }
    });
    let content = move || {
        match situation.get() {
        Situation::Unsaved => view! {
            <p>{t::unsaved(lang)}</p>
            <button type="button" class="button" on:click=move |_| saving.ask()>
                {t::save(lang)}
            </button>
        }
        .into_any(),
        Situation::Loading => view! { <p role="status">{t::loading(lang)}</p> }.into_any(),
        Situation::Failed(error) => view! {
            <p class="complaint" role="alert">{t::problem(lang)} " " {error.message(lang)}</p>
            <button type="button" class="button" on:click=move |_| personal.look_up()>
                {editor::retry(lang)}
            </button>
        }
        .into_any(),
        Situation::Here => view! {
            <p class="complaint" role="alert">
                {told(move || personal.refused.get().map(|error| refusal(error, lang)))}
            </p>
            {ConsentPurpose::OF_DETAILS.map(|purpose| group(personal, purpose, lang)).collect_view()}
            <p class="hint">{t::shared(lang)}</p>
            // Where the whole text stands when a change of the policy has added to it.
            <p class="hint">
                <a href=Page::Consents.path() target="_blank" rel="noopener">{consent::title(lang)}</a>
            </p>
        }
        .into_any(),
    }
    };
    view! {
        <div class="section personal">
            <div class="section-head">
                <h2>
                    <button
                        type="button"
                        class="toggle"
                        id="personal"
                        aria-expanded=told(move || open().to_string())
                        aria-controls="personal-body"
                        on:click=move |_| personal.open.update(|open| *open = !*open)
                    >
                        <Icon shape=Shape::Unfold/>
                        <span class="name">{t::title(lang)}</span>
                    </button>
                </h2>
            </div>
            <div class="section-body" id="personal-body" hidden=told(move || !open())>
                <Show when=open>
                    <p>{t::lead(lang)}</p>
                    {content}
                </Show>
            </div>
        </div>
    }
}

/// The elements that the cursor is put in.
pub(super) fn input_id(field: PersonalField) -> String {
    format!("personal-{}", field.json())
}

pub(super) fn give_id(purpose: ConsentPurpose) -> String {
    format!("give-{}", purpose.name())
}

/// Why consent was not noted: another text holds now than that which was read.
fn refusal(error: ServiceError, lang: Lang) -> &'static str {
    match error {
        ServiceError::Outdated => consent::problem_text(lang),
        error => error.message(lang),
    }
}

/// A purpose: what is agreed to, and when it is, the fields.
fn group(personal: Personal, purpose: ConsentPurpose, lang: Lang) -> impl IntoView + use<> {
    let standing = Memo::new(move |_| personal.standing(purpose));
    let (title, text, why) = match purpose {
        ConsentPurpose::PersonalDetails => (
            consent::personal_details(lang),
            consent::personal_details_text(lang),
            consent::personal_details_why(lang),
        ),
        ConsentPurpose::Salary => (
            consent::salary(lang),
            consent::salary_text(lang),
            consent::salary_why(lang),
        ),
        // No detail is kept for it, and no group made.
        ConsentPurpose::SignInPlace => (
            consent::sign_in_place(lang),
            consent::sign_in_place_text(lang),
            consent::sign_in_place_why(lang),
        ),
    };
    let ask = move || {
        view! {
            <p>{text}</p>
            <p class="hint">{why} " " {t::ask_first(lang)}</p>
            <button
                type="button"
                class="button"
                id=give_id(purpose)
                aria-disabled=told(move || personal.busy.get().to_string())
                on:click=move |_| personal.give(purpose)
            >
                {consent::give(lang)}
            </button>
        }
    };
    let take_back = move || {
        view! {
            <button
                type="button"
                class="button"
                aria-disabled=told(move || personal.busy.get().to_string())
                on:click=move |_| personal.withdraw(purpose)
            >
                {consent::withdraw(lang)}
            </button>
            <p class="hint">{t::goes(lang)}</p>
        }
    };
    let all = move |writable: bool| {
        let fields = fields(purpose).map(|of| field(personal, of, writable, lang));
        view! { <div class="fields">{fields.collect_view()}</div> }
    };
    let content = move || match standing.get() {
        ConsentStanding::Never | ConsentStanding::Withdrawn => ask().into_any(),
        ConsentStanding::Given => view! { {take_back()} {all(true)} }.into_any(),
        ConsentStanding::OlderText => view! {
            <p class="complaint">{t::older_text(lang)}</p>
            {ask()}
            {take_back()}
            {all(false)}
        }
        .into_any(),
        ConsentStanding::Lapsed => view! {
            <p class="complaint">{t::lapsed(lang)}</p>
            {ask()}
            {take_back()}
            {all(false)}
        }
        .into_any(),
    };
    view! {
        <section class="purpose" aria-label=title>
            <h3>{title}</h3>
            {content}
        </section>
    }
}

/// A detail: what it is, why somebody may ask for it, and whether this CV shows it.
fn field(
    personal: Personal,
    field: PersonalField,
    writable: bool,
    lang: Lang,
) -> impl IntoView + use<> {
    let id = input_id(field);
    let (hint, state) = (format!("{id}-hint"), format!("{id}-state"));
    let name = detail_name(field, lang);
    let progress = move || personal.progress.with(|all| all.get(&field).copied());
    let failed = move || matches!(progress(), Some(Progress::Failed(_)));
    let said = move || match progress() {
        None => "",
        Some(Progress::Keeping) => t::keeping(lang),
        Some(Progress::Kept) => t::kept(lang),
        Some(Progress::Gone) => t::gone(lang),
        Some(Progress::Failed(error)) => error.message(lang),
    };
    let nothing = move || personal.value(field).trim().is_empty();
    view! {
        <div class="field">
            <label for=id.clone()>{name}</label>
            <input
                id=id
                type="text"
                maxlength=MOST_CHARACTERS
                autocomplete="off"
                readonly=!writable
                aria-describedby=format!("{hint} {state}")
                aria-invalid=told(move || failed().then_some("true"))
                prop:value=told(move || personal.value(field))
                on:input=move |event| personal.write(field, event_target_value(&event))
                on:change=move |_| personal.leave(field)
            />
            <p class="hint" id=hint>{why(field, lang)}</p>
            <p class=told(move || if failed() { "complaint" } else { "hint" }) id=state role="status">
                {told(said)}
            </p>
            <label class="check">
                <input
                    type="checkbox"
                    aria-label=t::show_named(lang, name)
                    disabled=told(nothing)
                    prop:checked=told(move || personal.is_shown(field))
                    on:change=move |event| personal.show(field, event_target_checked(&event))
                />
                <span>{t::show(lang)}</span>
            </label>
        </div>
    }
}
